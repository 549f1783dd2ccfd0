//! Enums of texts. An open one keeps what it does not know; a closed one refuses it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Emitter, docs};
use crate::model::{EnumValue, TypeDef};

/// Emits an enum.
pub(super) fn enum_(
    emitter: Emitter<'_>,
    def: &TypeDef,
    values: &[EnumValue],
    closed: bool,
) -> TokenStream {
    // An enum without values has been reported; an open one can still be emitted.
    let closed = closed && !values.is_empty();
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let fallback = format!("A value of `{}`.", def.name.rust);
    let doc = docs::doc_or(&def.docs, &fallback);
    let deprecated = docs::deprecated(def.deprecated.as_ref());
    let allow = emitter.allow_deprecated();
    let wires: Vec<&str> = values.iter().map(|value| value.name.wire.as_str()).collect();
    let idents: Vec<_> = values.iter().map(|value| emitter.ident(&value.name)).collect();
    let variants = values.iter().zip(&idents).map(|(value, ident)| {
        let doc = docs::doc_or(&value.docs, &format!("`{}`", value.name.wire));
        let deprecated = docs::deprecated(value.deprecated.as_ref());
        quote!(#doc #deprecated #ident)
    });
    let unknown = (!closed).then(|| {
        quote! {
            /// A value that the spec does not know, exactly as it came.
            Unknown(#rt::__private::String),
        }
    });
    let impls = if closed {
        let list: Vec<String> = wires.iter().map(|wire| format!("`{wire}`")).collect();
        let expected = format!("one of {}", list.join(", "));
        quote!(__rt::closed_enum!(#name { #(#idents = #wires),* } #expected);)
    } else {
        quote!(__rt::open_enum!(#name { #(#idents = #wires),* });)
    };
    quote! {
        #doc #deprecated #allow
        #[non_exhaustive]
        pub enum #name { #(#variants,)* #unknown }
        #allow
        const _: () = {
            use #rt::__private as __rt;
            #impls
        };
    }
}
