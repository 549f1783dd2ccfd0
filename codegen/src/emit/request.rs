//! The request of an endpoint: plain data, a table, and the description of the endpoint.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Emitter, docs, extension, operation, paging, schema, setters, stream, wait};
use crate::model::{Operation, Success};

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
    let lints = setters::allow_constructor(&name, parameters.len());
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
    let response = if operation.is_only_stream() {
        quote!(#rt::StreamOnly)
    } else {
        emitter.success(module, &operation.success)
    };
    let (others, asked) = alternatives(emitter, operation);
    let paging = operation.paging.as_ref().map(|paging| paging::paged(emitter, operation, paging));
    let wait = operation.wait.as_ref().map(|wait| wait::waits(emitter, operation, wait));
    let downloads = downloads(emitter, &name, &operation.success);
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
            #lints
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values,)* #blank_extra }
            }
        }
        #default
        #setters
        #others
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
            #asked
        };
    }
}

/// What makes `.download()` of a request that is answered with bytes.
fn downloads(emitter: Emitter<'_>, name: &Ident, success: &Success) -> Option<TokenStream> {
    let rt = emitter.rt;
    operation::is_download(success).then(|| quote!(impl #rt::Downloads for #name {}))
}

/// The types of those requests that ask for another media type, the methods that lead to them, and
/// their descriptions.
fn alternatives(emitter: Emitter<'_>, operation: &Operation) -> (TokenStream, TokenStream) {
    let (mut types, mut descriptions) = (TokenStream::new(), TokenStream::new());
    if operation.alternatives.is_empty() {
        return (types, descriptions);
    }
    let rt = emitter.rt;
    let module = operation.module;
    let request = emitter.ident(&operation.request);
    let client = emitter.client(module);
    let up = emitter.to_root(module);
    let mut methods = TokenStream::new();
    for other in &operation.alternatives {
        let (name, method) = (emitter.ident(&other.request), emitter.ident(&other.name));
        let media = &other.name.wire;
        let doc = docs::doc(&[format!("[`{request}`] that asks for `{media}`.")]);
        let method_doc = docs::doc(&[
            format!("Asks for `{media}` (the header `Accept`)."),
            String::new(),
            "What is optional in the request is set before that.".to_owned(),
        ]);
        types.extend(quote!(#doc pub struct #name(#request);));
        methods.extend(quote! {
            #method_doc
            pub fn #method(self) -> #up Call<'c, #name> {
                #up Call {
                    client: self.client,
                    request: #name(self.request),
                    options: self.options,
                }
            }
        });
        let responses = operation::successes(&other.success);
        let description = operation::description(emitter, operation, &responses);
        let response = emitter.success(module, &other.success);
        let downloads = downloads(emitter, &name, &other.success);
        descriptions.extend(quote! {
            #downloads
            const _: () = {
                static OPERATION: __rt::Operation = #description;
                __rt::asking!(#name);
                impl #rt::Endpoint for #name {
                    type Api = #client;
                    type Response = #response;
                    const OPERATION: &'static __rt::Operation = &OPERATION;
                }
            };
        });
    }
    types.extend(quote!(impl<'c> #up Call<'c, #request> { #methods }));
    (types, descriptions)
}
