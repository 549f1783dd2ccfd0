//! Newtypes: a type with a name of its own.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Emitter, docs, schema};
use crate::model::{Type, TypeDef, TypeKind};

/// Emits a newtype.
pub(super) fn newtype(emitter: Emitter<'_>, def: &TypeDef, inner: &Type) -> TokenStream {
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let mut lines = def.docs.clone();
    if lines.is_empty() {
        lines.push(format!("A `{}`.", def.name.rust));
    }
    let rules = crate::model::describe(&inner.checks);
    if !rules.is_empty() {
        lines.push(String::new());
        lines.push(rules.join(" "));
    }
    let doc = docs::doc(&lines);
    let deprecated = docs::deprecated(def.deprecated.as_ref());
    let allow = emitter.allow_deprecated();
    let ty = emitter.kind(def.module, inner);
    let checks = schema::checks(&schema::own_checks(emitter.api, inner));
    let impls = match inner.kind {
        TypeKind::Text => quote!(__rt::text_newtype!(#name, CHECKS);),
        TypeKind::Integer(_) => quote!(__rt::integer_newtype!(#name, #ty, CHECKS);),
        TypeKind::Format(_) => quote!(__rt::wrapping_newtype!(#name, #ty, CHECKS text);),
        TypeKind::Bool | TypeKind::UnixTime => {
            quote!(__rt::wrapping_newtype!(#name, #ty, CHECKS hashed);)
        }
        _ => quote!(__rt::wrapping_newtype!(#name, #ty, CHECKS);),
    };
    quote! {
        #doc #deprecated
        pub struct #name(#ty);
        #allow
        const _: () = {
            use #rt::__private as __rt;
            static CHECKS: &[__rt::Check] = #checks;
            #impls
        };
    }
}
