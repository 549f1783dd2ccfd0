//! Structs: public fields, a static table and access by index.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Emitter, docs, schema};
use crate::model::{Field, ModuleId, TypeDef};

/// Emits a struct.
pub(super) fn struct_(
    emitter: Emitter<'_>,
    def: &TypeDef,
    fields: &[Field],
    closed: bool,
) -> TokenStream {
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let fallback = format!("A `{}` object.", def.name.wire);
    let doc = docs::doc_or(&def.docs, &fallback);
    let deprecated = docs::deprecated(def.deprecated.as_ref());
    let allow = emitter.allow_deprecated();
    let members = emitter.members(def.module, fields);
    let names = emitter.field_names(fields);
    let extra_member = (!closed).then(|| {
        quote! {
            /// Fields that the spec does not know, by name.
            pub extra: #rt::Extra,
        }
    });
    let extra = (!closed).then(|| quote!(extra));
    let table = schema::table(emitter.api, &def.name.rust, fields);
    let input = def.is_input.then(|| constructor(emitter, def.module, &name, fields, closed));
    quote! {
        #doc #deprecated #allow
        #[non_exhaustive]
        pub struct #name { #(#members,)* #extra_member }
        #input
        #allow
        const _: () = {
            use #rt::__private as __rt;
            static SCHEMA: __rt::Schema = #table;
            __rt::object!(SCHEMA, #name [] { #(#names),* } #extra);
            __rt::data!(#name [] { #(#names),* } #extra);
        };
    }
}

/// `new(required...)` and setters, for a struct that a request can hold.
fn constructor(
    emitter: Emitter<'_>,
    module: ModuleId,
    name: &proc_macro2::Ident,
    fields: &[Field],
    closed: bool,
) -> TokenStream {
    let allow = emitter.allow_deprecated();
    let (parameters, values) = emitter.constructor(module, fields);
    let extra = (!closed).then(|| quote!(extra: ::core::default::Default::default(),));
    let setters = emitter.setters(module, fields, &quote!(self));
    let default = parameters.is_empty().then(|| emitter.default_impl(name));
    quote! {
        #allow
        impl #name {
            /// With its required fields.
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values,)* #extra }
            }
            #setters
        }
        #default
    }
}
