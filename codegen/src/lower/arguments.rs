//! What stands for the parameters of generic unions: a variant that is a parameter is told apart
//! only where the argument is known.

use std::collections::BTreeMap;

use super::Lowering;
use super::generics::values;
use crate::model::{Shape, Type, TypeId, TypeKind, Union, Variant};
use crate::source::Span;

/// A generic type with arguments.
#[derive(Clone)]
pub(super) struct GenericUse {
    /// Where it stands, or what leads to it.
    pub(super) span: Span,
    pub(super) id: TypeId,
    pub(super) args: Vec<Type>,
}

impl Lowering<'_> {
    /// Checks the arguments of every generic union, those included that other generic types make of
    /// theirs. No type grows without end: that has been reported, and is none any more.
    pub(super) fn check_arguments(&mut self) {
        let mut todo = std::mem::take(&mut self.generic_uses);
        todo.reverse();
        let mut seen: BTreeMap<TypeId, Vec<Vec<Type>>> = BTreeMap::new();
        while let Some(one) = todo.pop() {
            let is_open = one.args.iter().any(|arg| arg.mentions(&|_| true));
            let known = seen.entry(one.id).or_default();
            if is_open || known.contains(&one.args) {
                continue;
            }
            known.push(one.args.clone());
            let Some(def) = self.api.types.get(one.id.0) else { continue };
            for (_, ty) in values(&def.shape) {
                generics_in(&ty.substitute(&one.args), one.span, &mut todo);
            }
            let Shape::Union(union) = &def.shape else { continue };
            if let Some((message, help)) = self.misfit((&def.name.rust, union), &one.args) {
                self.error_help(one.span, message, help);
            }
        }
    }

    /// What is wrong with the arguments of a union, and what to do.
    fn misfit(
        &self,
        (of, union): (&str, &Union),
        args: &[Type],
    ) -> Option<(String, Option<String>)> {
        let open = union.variants.iter().filter(|variant| is_param(variant));
        for variant in open {
            let ty = variant.payload.as_ref()?.substitute(args);
            if self.is_reported(&ty) {
                continue;
            }
            let name = format!("{of}::{}", variant.name.rust);
            if ty.nullable {
                let help = "the field that holds the union may be null";
                return Some((format!("`{name}` is never null"), Some(help.into())));
            }
            let problem = match &union.tag {
                Some(tag) => self.tagged_misfit(&name, tag, &ty),
                None => self.untagged_misfit((of, union), variant, &ty, args),
            };
            if problem.is_some() {
                return problem;
            }
        }
        None
    }

    /// Whether a type may be JSON only because something else has been reported.
    fn is_reported(&self, ty: &Type) -> bool {
        self.is_lost(&ty.kind) || (ty.kind == TypeKind::Json && self.left_out.of_types)
    }

    fn tagged_misfit(&self, name: &str, tag: &str, ty: &Type) -> Option<(String, Option<String>)> {
        let found = self.describe_kind(&ty.kind);
        match self.api.shape(&ty.kind) {
            Some(Shape::Struct { fields, .. }) => {
                let has_tag = fields.iter().any(|field| field.name.wire == tag);
                has_tag.then(|| {
                    (format!("`{name}` is {found}, which has a field `{tag}`: the tag"), None)
                })
            }
            _ => Some((format!("`{name}` holds a struct; this is {found}"), None)),
        }
    }

    fn untagged_misfit(
        &self,
        (of, union): (&str, &Union),
        variant: &Variant,
        ty: &Type,
        args: &[Type],
    ) -> Option<(String, Option<String>)> {
        let name = &variant.name.rust;
        let found = self.describe_kind(&ty.kind);
        let others = union.variants.iter().filter(|other| other.name.rust != *name);
        for other in others {
            let payload = other.payload.as_ref()?.substitute(args);
            if self.is_reported(&payload) {
                continue;
            }
            match self.may_overlap(&ty.kind, &payload.kind) {
                None => {
                    let message = format!("`{of}::{name}` is {found}, whose shape is not known");
                    return Some((message, Some("wrap it in a struct".into())));
                }
                Some(true) => {
                    let (one, two) = (found, self.describe_kind(&payload.kind));
                    let other = &other.name.rust;
                    let message = format!(
                        "`{of}::{name}` and `{of}::{other}` cannot be told apart here: they are {one} and {two}"
                    );
                    return Some((message, None));
                }
                Some(false) => {}
            }
        }
        None
    }
}

/// The generic types in a type.
fn generics_in(ty: &Type, span: Span, found: &mut Vec<GenericUse>) {
    match &ty.kind {
        TypeKind::List(inner) | TypeKind::Map(_, inner) => generics_in(inner, span, found),
        TypeKind::Tuple(items) => items.iter().for_each(|item| generics_in(item, span, found)),
        TypeKind::Generic(id, args) => {
            for arg in args {
                generics_in(arg, span, found);
            }
            found.push(GenericUse { span, id: *id, args: args.clone() });
        }
        _ => {}
    }
}

/// Whether what a variant holds is a parameter.
pub(super) fn is_param(variant: &Variant) -> bool {
    matches!(variant.payload, Some(Type { kind: TypeKind::Param(..), .. }))
}
