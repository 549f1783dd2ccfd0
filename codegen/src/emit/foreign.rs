//! Types that another spec declares: that they are what they have to be is for the compiler to find
//! out, in words of its own for each.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use crate::model::{Field, Place, ROOT, Shape, Type, TypeKind};

/// `const _: () = __rt::check_value::<T>();` for each.
pub(super) fn checks(emitter: Emitter<'_>) -> TokenStream {
    let mut found = Found { emitter, types: BTreeMap::new() };
    found.look();
    let rt = emitter.rt;
    let checks = found.types.into_values().map(|(ty, is_plain)| {
        if is_plain {
            quote!(const _: () = #rt::__private::check_plain::<#ty>();)
        } else {
            quote!(const _: () = #rt::__private::check_value::<#ty>();)
        }
    });
    checks.collect()
}

/// The types so far, by their text, and whether each must be one text.
struct Found<'a> {
    emitter: Emitter<'a>,
    types: BTreeMap<String, (TokenStream, bool)>,
}

impl<'a> Found<'a> {
    fn look(&mut self) {
        let api = self.emitter.api;
        for def in &api.types {
            def.shape.fields().for_each(|field| self.field(field));
            if let Shape::Union(union) = &def.shape {
                let payloads = union.variants.iter().filter_map(|one| one.payload.as_ref());
                payloads.for_each(|ty| self.ty(ty, false));
            }
        }
        for operation in &api.operations {
            operation.fields.iter().chain(&operation.rest).for_each(|field| self.field(field));
            let others = operation.alternatives.iter().flat_map(|other| &other.success.responses);
            let responses = operation.success.responses.iter().chain(others);
            responses.flat_map(|one| &one.content).for_each(|ty| self.ty(ty, false));
            operation.stream.iter().for_each(|stream| self.ty(&stream.item, false));
        }
        api.webhooks.iter().for_each(|webhook| self.ty(&webhook.content, false));
        let payloads = api.failures.iter().filter_map(|failure| failure.payload.as_ref());
        payloads.for_each(|ty| self.ty(ty, false));
    }

    fn field(&mut self, field: &'a Field) {
        let is_plain = !matches!(field.place, Place::Body | Place::Part | Place::Payload);
        field.value_type().into_iter().for_each(|ty| self.ty(ty, is_plain));
    }

    fn ty(&mut self, ty: &'a Type, is_plain: bool) {
        match &ty.kind {
            TypeKind::Foreign(_, args) => {
                for arg in args {
                    self.ty(arg, false);
                }
                // Nothing can be said of a type whose arguments are not known.
                if !ty.mentions(&|_| true) {
                    self.foreign(ty, is_plain);
                }
            }
            TypeKind::List(element) => self.ty(element, is_plain),
            TypeKind::Map(_, value) => self.ty(value, is_plain),
            TypeKind::Tuple(items) | TypeKind::Generic(_, items) => {
                for item in items {
                    self.ty(item, false);
                }
            }
            _ => {}
        }
    }

    fn foreign(&mut self, ty: &Type, is_plain: bool) {
        let ty = self.emitter.kind(ROOT, ty);
        let entry = self.types.entry(ty.to_string()).or_insert((ty, false));
        entry.1 |= is_plain;
    }
}
