//! What an endpoint gives that answers in several ways: an enum with a variant for each response.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Emitter, docs};
use crate::model::{TypeDef, Variant};

/// Emits the enum of several responses.
pub(super) fn outcome(emitter: Emitter<'_>, def: &TypeDef, variants: &[Variant]) -> TokenStream {
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let doc = docs::doc(&def.docs);
    let allow = emitter.allow_deprecated();
    let (mut declared, mut holding, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for variant in variants {
        let (ident, text) = (emitter.ident(&variant.name), &variant.name.rust);
        let doc = docs::doc_or(&variant.docs, &format!("`{}`", variant.name.wire));
        if let Some(ty) = &variant.payload {
            let payload = emitter.ty(def.module, ty);
            declared.push(quote!(#doc #ident(#payload)));
            holding.push(quote!(#ident = #text));
        } else {
            declared.push(quote!(#doc #ident));
            bare.push(quote!(#ident = #text));
        }
    }
    quote! {
        #doc #allow
        #[non_exhaustive]
        pub enum #name { #(#declared),* }
        #allow
        const _: () = {
            use #rt::__private as __rt;
            __rt::outcome!(#name { #(#holding),* } { #(#bare),* });
        };
    }
}
