//! Generic types: their parameters, and what stands for them.

use super::{Lowering, arguments::GenericUse, usage};
use crate::model::name::snake_case;
use crate::model::{
    Access, Field, FieldContent, ModuleId, Name, Place, Presence, Shape, Style, Type, TypeId,
    TypeKind, Variant,
};
use crate::syntax::tree::{self, Word};

impl Lowering<'_> {
    /// The parameters of a type, after a look at their names.
    pub(super) fn check_param_names(&mut self, id: TypeId) -> Vec<Name> {
        let Some(def) = self.api.types.get(id.0) else {
            return Vec::new();
        };
        let (params, module) = (def.params.clone(), def.module);
        for (index, param) in params.iter().enumerate() {
            self.check_pascal_case(&Word { text: param.rust.clone(), span: param.span });
            if params.iter().take(index).any(|other| other.rust == param.rust) {
                self.error(param.span, format!("parameter `{}` is declared twice", param.rust));
                let params = self.api.types.get_mut(id.0).map(|def| &mut def.params);
                if let Some(param) = params.and_then(|params| params.get_mut(index)) {
                    param.rust.push('_');
                }
            } else if super::resolve::is_prelude(&param.rust)
                || self.find_type(&param.rust, module).is_some()
            {
                self.error(
                    param.span,
                    format!("parameter `{}` has the name of a type; choose another", param.rust),
                );
            }
        }
        params
    }

    /// A declared type where it is used: with as many arguments as it has parameters.
    pub(super) fn resolve_declared(
        &mut self,
        name: &Word,
        id: TypeId,
        args: &[tree::Type],
        module: ModuleId,
    ) -> TypeKind {
        let params = self.api.types.get(id.0).map_or(&[][..], |def| def.params.as_slice());
        if params.is_empty() {
            self.refuse_arguments(name, args);
            return TypeKind::Named(id);
        }
        let wanted = params.len();
        if args.len() != wanted {
            let names: Vec<&str> = params.iter().map(|param| param.rust.as_str()).collect();
            let form = format!("`{}<{}>`", name.text, names.join(", "));
            let arguments = if wanted == 1 { "argument" } else { "arguments" };
            let message =
                format!("`{}` takes {wanted} type {arguments}, and has {}", name.text, args.len());
            // The first that is too much, or the name where there are too few.
            let span = args.get(wanted).map_or(name.span, |arg| arg.span);
            self.error_help(span, message, Some(format!("it is declared as {form}")));
            return TypeKind::Json;
        }
        let problems = self.diags.len();
        let args: Vec<Type> = args.iter().map(|arg| self.argument(arg, module)).collect();
        // What is wrong with an argument is not reported again.
        if self.diags.len() == problems {
            self.generic_uses.push(GenericUse { span: name.span, id, args: args.clone() });
        }
        TypeKind::Generic(id, args)
    }

    /// What stands for a parameter. The table of a generic struct is one for all arguments, so that
    /// an argument cannot have rules but those of its own type.
    pub(super) fn argument(&mut self, arg: &tree::Type, module: ModuleId) -> Type {
        if let Some(set) = first_set(arg) {
            self.error_help(
                set.span,
                "a type argument has no constraint of its own",
                Some("declare a type that has it: `struct Name(String in 1..=64);`".into()),
            );
            return Type::plain(TypeKind::Json);
        }
        self.resolve(arg, module)
    }

    /// Of the parameters of what is being lowered those that these fields need, which they then
    /// have by their new places, and what stands for them.
    pub(super) fn needed_params(
        &self,
        fields: &mut [Field],
        rest: Option<&mut Field>,
    ) -> (Vec<Name>, Vec<Type>) {
        let needs = |field: &Field, index: usize| {
            field.value_type().is_some_and(|ty| ty.mentions(&|at| at == index))
        };
        let mut all: Vec<&mut Field> = fields.iter_mut().chain(rest).collect();
        let (mut params, mut args, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for (index, param) in self.params.iter().enumerate() {
            places.push(Type::plain(TypeKind::Param(params.len(), param.clone())));
            if all.iter().any(|field| needs(field, index)) {
                params.push(param.clone());
                args.push(Type::plain(TypeKind::Param(index, param.clone())));
            }
        }
        for field in &mut all {
            **field = field.substitute(&places);
        }
        (params, args)
    }

    /// Reports the parameters that no field uses, and structs that hold themselves with ever larger
    /// arguments: there would be no end of types.
    pub(super) fn check_params(&mut self) {
        let used = self.used_params();
        for (id, used) in used.into_iter().enumerate() {
            for index in used.iter().enumerate().filter(|(_, used)| !**used).map(|(index, _)| index)
            {
                self.report_unused(TypeId(id), index);
            }
        }
        self.check_growth();
    }

    /// What uses the parameter may be what has been reported and left out. A field is made up for
    /// it, since Rust would report it as well.
    fn report_unused(&mut self, id: TypeId, index: usize) {
        let Some(def) = self.api.types.get_mut(id.0) else {
            return;
        };
        let Some(param) = def.params.get(index).cloned() else {
            return;
        };
        let ty = Type::plain(TypeKind::Param(index, param.clone()));
        if let Shape::Union(union) = &mut def.shape {
            union.variants.push(Variant {
                name: Name::plain(&format!("Unused{}", param.rust), param.span),
                docs: Vec::new(),
                deprecated: None,
                payload: Some(ty),
                boxed: false,
            });
        } else if let Shape::Struct { fields, .. } = &mut def.shape {
            let name = format!("unused_{}", snake_case(&param.rust));
            fields.push(Field {
                name: Name::plain(&name, param.span),
                docs: Vec::new(),
                deprecated: None,
                presence: Presence::Optional,
                content: FieldContent::Value { ty, boxed: false },
                default: None,
                sensitive: false,
                access: Access::Both,
                place: Place::Body,
                style: Style::default(),
                constraints: Vec::new(),
            });
        }
        if !self.left_out.of_types {
            self.error(param.span, format!("parameter `{}` is never used", param.rust));
        }
    }

    /// For each type and each parameter whether a field needs it: a use as the argument of another
    /// struct counts if that struct uses it.
    fn used_params(&self) -> Vec<Vec<bool>> {
        let mut used: Vec<Vec<bool>> =
            self.api.types.iter().map(|def| vec![false; def.params.len()]).collect();
        loop {
            let mut changed = false;
            for (id, def) in self.api.types.iter().enumerate() {
                let mut found = Vec::new();
                for (_, ty) in values(&def.shape) {
                    uses(ty, &used, &mut found);
                }
                for index in found {
                    if let Some(flag) = used.get_mut(id).and_then(|used| used.get_mut(index)) {
                        changed |= !std::mem::replace(flag, true);
                    }
                }
            }
            if !changed {
                return used;
            }
        }
    }

    fn check_growth(&mut self) {
        let mut problems = Vec::new();
        for (id, def) in self.api.types.iter().enumerate().filter(|(_, def)| !def.params.is_empty())
        {
            for (index, (name, ty)) in values(&def.shape).enumerate() {
                if self.grows(ty, TypeId(id)) {
                    problems.push((TypeId(id), index, name.span, def.name.rust.clone()));
                }
            }
        }
        for (id, index, span, name) in problems {
            self.error(
                span,
                format!("`{name}` holds itself with ever larger arguments; pass the parameters as they are"),
            );
            let shape = self.api.types.get_mut(id.0).map(|def| &mut def.shape);
            if let Some(ty) = shape.and_then(|shape| values_mut(shape).nth(index)) {
                *ty = Type::plain(TypeKind::Json);
            }
        }
    }

    /// Whether a type in a field of `of` leads back to it with an argument that is built around a
    /// parameter.
    fn grows(&self, ty: &Type, of: TypeId) -> bool {
        match &ty.kind {
            TypeKind::List(inner) | TypeKind::Map(_, inner) => self.grows(inner, of),
            TypeKind::Tuple(items) | TypeKind::Foreign(_, items) => {
                items.iter().any(|item| self.grows(item, of))
            }
            TypeKind::Generic(id, args) => {
                let larger = args.iter().any(|arg| {
                    !matches!(arg.kind, TypeKind::Param(..)) && arg.mentions(&|_| true)
                        || matches!(arg.kind, TypeKind::Param(..)) && arg.nullable
                });
                (larger && self.leads_to(*id, of)) || args.iter().any(|arg| self.grows(arg, of))
            }
            _ => false,
        }
    }

    /// Whether a value of `from` may hold one of `to`, at any depth.
    fn leads_to(&self, from: TypeId, to: TypeId) -> bool {
        let reached = usage::reached(self.api.types.len(), vec![from], |id, found| {
            if let Some(def) = self.api.types.get(id.0) {
                values(&def.shape).for_each(|(_, ty)| usage::named(ty, found));
            }
        });
        reached.get(to.0).copied().unwrap_or_default()
    }
}

/// What the fields of a struct, or the variants of a union, hold.
pub(super) fn values(shape: &Shape) -> impl Iterator<Item = (&Name, &Type)> {
    let variants = match shape {
        Shape::Union(union) => union.variants.as_slice(),
        _ => &[],
    };
    let payloads = variants.iter().filter_map(|one| Some((&one.name, one.payload.as_ref()?)));
    let fields = shape.fields().filter_map(|field| Some((&field.name, field.value_type()?)));
    fields.chain(payloads)
}

/// The same, to be changed.
fn values_mut(shape: &mut Shape) -> Box<dyn Iterator<Item = &mut Type> + '_> {
    if let Shape::Union(union) = shape {
        return Box::new(union.variants.iter_mut().filter_map(|one| one.payload.as_mut()));
    }
    Box::new(shape.fields_mut().filter_map(|field| match &mut field.content {
        FieldContent::Value { ty, .. } => Some(ty),
        FieldContent::Constant(_) => None,
    }))
}

/// The parameters that a type needs.
fn uses(ty: &Type, used: &[Vec<bool>], found: &mut Vec<usize>) {
    match &ty.kind {
        TypeKind::Param(index, _) => found.push(*index),
        TypeKind::List(inner) | TypeKind::Map(_, inner) => uses(inner, used, found),
        TypeKind::Tuple(items) => items.iter().for_each(|item| uses(item, used, found)),
        TypeKind::Generic(id, args) => {
            for (index, arg) in args.iter().enumerate() {
                if used.get(id.0).and_then(|used| used.get(index)).is_some_and(|used| *used) {
                    uses(arg, used, found);
                }
            }
        }
        TypeKind::Foreign(_, args) => args.iter().for_each(|arg| uses(arg, used, found)),
        _ => {}
    }
}

/// The first constraint anywhere in a type.
fn first_set(ty: &tree::Type) -> Option<&tree::Set> {
    let inside = match &ty.kind {
        tree::TypeKind::List(element) => first_set(element),
        tree::TypeKind::Named { args, .. } | tree::TypeKind::Path { args, .. } => {
            args.iter().find_map(first_set)
        }
        tree::TypeKind::Tuple(items) => items.iter().find_map(first_set),
        tree::TypeKind::Literal(_) => None,
    };
    inside.or(ty.sets.first())
}
