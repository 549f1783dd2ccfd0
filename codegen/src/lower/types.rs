//! Structs and newtypes, and the order in which all types are lowered.

use super::{Declared, Lowering};
use crate::model::{Shape, TypeId, TypeKind};
use crate::syntax::tree::{self, StructBody};

impl Lowering<'_> {
    /// Lowers all declared types: newtypes, enums and extern types first, since constraints and defaults of
    /// fields depend on them; unions last, since they look into structs.
    pub(super) fn lower_types(&mut self) {
        let declared = self.declared.clone();
        for (id, item) in &declared {
            let shape = match item {
                Declared::Extern(item) => Some(self.lower_extern(item, *id)),
                Declared::Enum(item) if item.is_union() => None,
                Declared::Enum(item) => Some(self.lower_enum(item)),
                Declared::Struct(item) => match &item.body {
                    StructBody::Newtype(ty) => Some(self.lower_newtype(item, ty, *id)),
                    StructBody::Fields(_) => None,
                },
            };
            self.set_shape(*id, shape);
        }
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
        if !matches!(inner.kind, TypeKind::Text | TypeKind::Integer(_)) {
            if self.diags.len() == errors {
                self.error(
                    ty.span,
                    "a newtype of anything but a text or an integer is not supported yet",
                );
            }
            inner =
                crate::model::Type { kind: TypeKind::Text, nullable: false, checks: Vec::new() };
        }
        Shape::Newtype(inner)
    }
}
