//! The request of an endpoint: plain data, a table, and the description of the endpoint.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, docs, extension, operation, paging, schema, stream, wait};
use crate::model::{Operation, Type, TypeKind};

/// Emits the request struct of an operation.
pub(super) fn request(emitter: Emitter<'_>, operation: &Operation) -> TokenStream {
    let rt = emitter.rt;
    let module = operation.module;
    let name = emitter.ident(&operation.request);
    let client = emitter.client(module);
    let up = emitter.to_root(module);
    let doc = docs::doc(&[format!(
        "The request of `{} {}`.",
        operation.method.name(),
        operation.template
    )]);
    let allow = emitter.allow_deprecated();
    let rest = operation.rest.as_ref();
    let rest_member = emitter.rest_member(module, rest);
    let extra = rest.map(|_| quote!(extra));
    let blank_extra = rest.map(|_| quote!(extra: ::core::default::Default::default(),));
    let members = emitter.members(module, &operation.fields);
    let (parameters, values) = emitter.constructor(module, &operation.fields);
    let default = parameters.is_empty().then(|| emitter.default_impl(&name, &TokenStream::new()));
    let names = emitter.field_names(&operation.fields);
    let table = schema::table(
        emitter,
        module,
        &operation.request.rust,
        &extension::own_fields(emitter, operation),
        (rest, &operation.comparisons),
    );
    let constants = extension::constants(emitter, operation);
    let extended = extension::facts(emitter, operation);
    let description = operation::description(emitter, operation, &operation::responses(operation));
    let streams = stream::streams(emitter, operation);
    let response = match (operation.answer, &operation.content) {
        (Some(answer), _) => emitter.kind(module, &Type::plain(TypeKind::Named(answer))),
        (None, Some(ty)) => emitter.ty(module, ty),
        (None, None) if operation.stream.is_some() && operation.responses.is_empty() => {
            quote!(#rt::StreamOnly)
        }
        (None, None) => quote!(()),
    };
    let paging = operation.paging.as_ref().map(|paging| paging::paged(emitter, operation, paging));
    let wait = operation.wait.as_ref().map(|wait| wait::waits(emitter, operation, wait));
    let downloads =
        operation::is_download(operation).then(|| quote!(impl #rt::Downloads for #name {}));
    // `stream` itself sets the field that asks for a stream.
    let asks = operation.stream.as_ref().and_then(|stream| stream.when.as_ref());
    let fields = operation.fields.iter().enumerate();
    let fields = fields.filter(|(index, _)| asks.map(|when| when.field) != Some(*index));
    let fields = fields.map(|(_, field)| field);
    let setters = emitter.setters(module, fields, rest, &quote!(self.request));
    let setters = (!setters.is_empty()).then(|| {
        quote! {
            #allow
            impl #up Call<'_, #name> { #setters }
        }
    });
    quote! {
        #doc #allow
        #[non_exhaustive]
        pub struct #name { #(#members,)* #rest_member }
        #allow
        impl #name {
            /// With what every such request needs.
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values,)* #blank_extra }
            }
        }
        #default
        #setters
        #allow
        const _: () = {
            use #rt::__private as __rt;
            #extended
            static SCHEMA: __rt::Schema = #table #constants;
            static OPERATION: __rt::Operation = #description;
            __rt::object!(SCHEMA, #name [] { #(#names),* } #extra);
            impl #rt::Endpoint for #name {
                type Api = #client;
                type Response = #response;
                const OPERATION: &'static __rt::Operation = &OPERATION;
            }
            #paging
            #wait
            #streams
            #downloads
        };
    }
}
