//! Structs: public fields, a static table and access by index.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::setters::allow_constructor;
use crate::emit::{Emitter, docs, schema};
use crate::model::{Comparison, Field, TypeDef};

/// Emits a struct.
pub(super) fn struct_(
    emitter: Emitter<'_>,
    def: &TypeDef,
    fields: &[Field],
    closed: bool,
    (rest, comparisons): (Option<&Field>, &[Comparison]),
) -> TokenStream {
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let fallback = format!("A `{}` object.", def.name.wire);
    let doc = docs::doc_or(&def.docs, &fallback);
    let deprecated = docs::deprecated(def.deprecated.as_ref());
    let allow = emitter.allow_deprecated();
    let members = emitter.members(def.module, fields);
    let names = emitter.field_names(fields);
    let params: Vec<_> = def.params.iter().map(|param| emitter.ident(param)).collect();
    let generics = super::generics(&params);
    let extra_member = emitter.rest_member(def.module, rest).or_else(|| {
        (!closed).then(|| {
            quote! {
                /// Fields that the spec does not know, by name.
                pub extra: #rt::Extra,
            }
        })
    });
    let closed = closed && rest.is_none();
    let extra = (!closed).then(|| quote!(extra));
    let table = schema::table(emitter, def.module, &def.name.rust, fields, (rest, comparisons));
    let input = def.is_input.then(|| constructor(emitter, def, &generics, fields, (closed, rest)));
    quote! {
        #doc #deprecated #allow
        #[non_exhaustive]
        pub struct #name #generics { #(#members,)* #extra_member }
        #input
        #allow
        const _: () = {
            use #rt::__private as __rt;
            static SCHEMA: __rt::Schema = #table;
            __rt::object!(SCHEMA, #name [#(#params),*] { #(#names),* } #extra);
            __rt::data!(#name [#(#params),*] { #(#names),* } #extra);
        };
    }
}

/// `new(required...)` and setters, for a struct that a request can hold.
fn constructor(
    emitter: Emitter<'_>,
    def: &TypeDef,
    generics: &TokenStream,
    fields: &[Field],
    (closed, rest): (bool, Option<&Field>),
) -> TokenStream {
    let allow = emitter.allow_deprecated();
    let (name, module) = (emitter.ident(&def.name), def.module);
    let (parameters, values) = emitter.constructor(module, fields);
    let extra = (!closed).then(|| quote!(extra: ::core::default::Default::default(),));
    let setters = emitter.setters(module, fields, rest, &quote!(self));
    let default = parameters.is_empty().then(|| emitter.default_impl(&name, generics));
    let lints = allow_constructor(&name, parameters.len());
    quote! {
        #allow
        impl #generics #name #generics {
            /// With its required fields.
            #lints
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values,)* #extra }
            }
            #setters
        }
        #default
    }
}
