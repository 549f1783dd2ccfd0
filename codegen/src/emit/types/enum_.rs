//! Enums of texts and of integers. An open one keeps what it does not know; a closed one refuses it.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::emit::{Emitter, docs};
use crate::model::{EnumValue, IntegerValue, TypeDef};

/// Emits an enum of texts.
pub(super) fn enum_(
    emitter: Emitter<'_>,
    def: &TypeDef,
    values: &[EnumValue],
    closed: bool,
) -> TokenStream {
    let rt = emitter.rt;
    let wires: Vec<&str> = values.iter().map(|value| value.name.wire.as_str()).collect();
    let macros = [quote!(__rt::open_enum), quote!(__rt::closed_enum)];
    let entries: Vec<_> = values.iter().zip(wires).collect();
    let unknown = quote!(#rt::__private::String);
    emit(emitter, def, &entries, closed, &unknown, &macros)
}

/// Emits an enum of integers.
pub(super) fn integer_enum(
    emitter: Emitter<'_>,
    def: &TypeDef,
    values: &[IntegerValue],
    closed: bool,
) -> TokenStream {
    let entries: Vec<_> =
        values.iter().map(|value| (&value.value, Literal::i64_unsuffixed(value.number))).collect();
    let macros = [quote!(__rt::open_integer_enum), quote!(__rt::closed_integer_enum)];
    emit(emitter, def, &entries, closed, &quote!(::core::primitive::i64), &macros)
}

/// The two kinds differ in what a value is on the wire, in what `Unknown` holds, and in the macros,
/// open and closed, that make the rest.
fn emit(
    emitter: Emitter<'_>,
    def: &TypeDef,
    entries: &[(&EnumValue, impl ToTokens)],
    closed: bool,
    unknown: &TokenStream,
    [open_macro, closed_macro]: &[TokenStream; 2],
) -> TokenStream {
    // An enum without values has been reported; an open one can still be emitted.
    let closed = closed && !entries.is_empty();
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let fallback = format!("A value of `{}`.", def.name.rust);
    let doc = docs::doc_or(&def.docs, &fallback);
    let deprecated = docs::deprecated(def.deprecated.as_ref());
    let allow = emitter.allow_deprecated();
    let idents: Vec<Ident> = entries.iter().map(|(value, _)| emitter.ident(&value.name)).collect();
    let wires = entries.iter().map(|(_, wire)| wire);
    let variants = entries.iter().zip(&idents).map(|((value, _), ident)| {
        let doc = docs::doc_or(&value.docs, &format!("`{}`", value.name.wire));
        let deprecated = docs::deprecated(value.deprecated.as_ref());
        quote!(#doc #deprecated #ident)
    });
    let unknown = (!closed).then(|| {
        quote! {
            /// A value that the spec does not know, exactly as it came.
            Unknown(#unknown),
        }
    });
    let impls = if closed {
        let list: Vec<String> =
            entries.iter().map(|(value, _)| format!("`{}`", value.name.wire)).collect();
        let expected = format!("one of {}", list.join(", "));
        quote!(#closed_macro!(#name { #(#idents = #wires),* } #expected);)
    } else {
        quote!(#open_macro!(#name { #(#idents = #wires),* });)
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
