//! Structs and newtypes, and the order in which all types are lowered.

use super::{Declared, Lowering};
use crate::model::{Shape, Type, TypeId, TypeKind};
use crate::syntax::tree::{self, StructBody};

impl Lowering<'_> {
    /// Lowers all declared types: newtypes, enums and extern types first, since constraints and defaults of
    /// fields depend on them; unions last, since they look into structs.
    pub(super) fn lower_types(&mut self) {
        let declared = self.declared.clone();
        let mut newtypes = Vec::new();
        for (id, item) in &declared {
            let shape = match item {
                Declared::Extern(item) => Some(self.lower_extern(item, *id)),
                Declared::Enum(item) if item.is_union() => None,
                Declared::Enum(item) => Some(self.lower_enum(item)),
                Declared::Struct(item) => match &item.body {
                    StructBody::Newtype(ty) => {
                        newtypes.push((*id, *item, ty));
                        None
                    }
                    StructBody::Fields(_) => None,
                },
            };
            self.set_shape(*id, shape);
        }
        self.lower_newtypes(newtypes);
        for (id, item) in &declared {
            if let Declared::Struct(item) = item {
                self.lower_struct(*id, item.name.span);
            }
        }
        for (id, item) in &declared {
            if let Declared::Enum(item) = item {
                if item.is_union() {
                    let union = self.lower_union(item, *id);
                    self.set_shape(*id, Some(Shape::Union(union)));
                }
            }
        }
    }

    pub(super) fn set_shape(&mut self, id: TypeId, shape: Option<Shape>) {
        if let (Some(def), Some(shape)) = (self.api.types.get_mut(id.0), shape) {
            def.shape = shape;
        }
    }

    /// The module that a type is in.
    pub(super) fn module_of(&self, id: TypeId) -> crate::model::ModuleId {
        self.api.types.get(id.0).map_or(crate::model::ROOT, |def| def.module)
    }

    /// Lowers newtypes, each behind those that it mentions.
    fn lower_newtypes(&mut self, mut waiting: Vec<(TypeId, &tree::Struct, &tree::Type)>) {
        while !waiting.is_empty() {
            let names: Vec<&str> =
                waiting.iter().map(|(_, item, _)| item.name.text.as_str()).collect();
            let (mut ready, mut rest): (Vec<_>, Vec<_>) =
                waiting.iter().copied().partition(|(_, _, ty)| !mentions(ty, &names));
            if ready.is_empty() {
                std::mem::swap(&mut ready, &mut rest);
            }
            for (id, item, ty) in ready {
                let shape = self.lower_newtype(item, ty, id);
                self.set_shape(id, Some(shape));
            }
            waiting = rest;
        }
    }

    fn lower_newtype(&mut self, item: &tree::Struct, ty: &tree::Type, id: TypeId) -> Shape {
        let allowed = ["deprecated", "title", "since", "sunset", "x"];
        self.allow_attrs(&item.meta, &allowed, "a newtype");
        if let Some(span) = ty.nullable {
            self.error(span, "a newtype is never null; a field that holds it may be");
        }
        let module = self.module_of(id);
        let errors = self.diags.len();
        let mut inner = self.resolve(ty, module);
        inner.nullable = false;
        if self.diags.len() > errors {
            inner = Type::plain(TypeKind::Text);
        } else if self.is_wrapped_in(&inner.kind, id) {
            let name = &item.name.text;
            self.error(ty.span, format!("`{name}` is itself by another name, and nothing else"));
            inner = Type::plain(TypeKind::Text);
        }
        Shape::Newtype(inner)
    }

    /// Whether a type is a newtype of another, and so on to this one.
    fn is_wrapped_in(&self, kind: &TypeKind, id: TypeId) -> bool {
        match (kind, self.api.shape(kind)) {
            (TypeKind::Named(found), _) if *found == id => true,
            (_, Some(Shape::Newtype(inner))) => self.is_wrapped_in(&inner.kind, id),
            _ => false,
        }
    }
}

/// Whether a type mentions one of these names.
fn mentions(ty: &tree::Type, names: &[&str]) -> bool {
    match &ty.kind {
        tree::TypeKind::List(element) => mentions(element, names),
        tree::TypeKind::Tuple(items) => items.iter().any(|item| mentions(item, names)),
        tree::TypeKind::Named { name, args } => {
            names.contains(&name.text.as_str()) || args.iter().any(|arg| mentions(arg, names))
        }
        tree::TypeKind::Path { args, .. } => args.iter().any(|arg| mentions(arg, names)),
        tree::TypeKind::Literal(_) => false,
    }
}
