//! The client struct: cheap to clone, shared by all calls.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, access, attempts, docs, failure, module, schema};
use crate::model::{Name, ROOT, Type, TypeKind};

/// Emits the client.
pub(super) fn client(emitter: Emitter<'_>, name: &Name) -> TokenStream {
    let rt = emitter.rt;
    let api = emitter.api;
    let client = emitter.ident(name);
    let doc =
        docs::doc_or(&api.docs, &format!("A client of the {} API. Cheap to clone.", name.wire));
    let allow = emitter.allow_deprecated();
    let servers = access::server_constants(emitter);
    let (accessors, methods) = api.modules.get(ROOT.0).map_or_else(Default::default, |root| {
        let (this, lifetime) = (quote!(self), quote!('_));
        (
            module::public(module::accessors(emitter, root, &this, &lifetime)),
            module::public(module::methods(emitter, root, &this, &lifetime)),
        )
    });
    let from_env_doc = docs::doc(&from_env_lines(emitter));
    let builder_doc = docs::doc(&builder_lines(emitter));
    let spec = spec(emitter, name);
    let envelope = api.envelope.as_ref().map_or_else(
        || quote!(#rt::Json),
        |envelope| emitter.kind(ROOT, &Type::plain(TypeKind::Named(envelope.ty))),
    );
    quote! {
        #doc
        pub struct #client {
            client: #rt::__private::Client,
        }
        #allow
        impl #client {
            #servers
            #from_env_doc
            pub fn from_env() -> ::core::result::Result<Self, #rt::BuildError> {
                #rt::Builder::from_env().build()
            }
            #builder_doc
            pub fn builder() -> #rt::Builder<Self> {
                #rt::Builder::new()
            }
            /// Starts a call of a request that was made before.
            pub fn call<R: #rt::Endpoint<Api = Self>>(&self, request: R) -> Call<'_, R> {
                Call { client: &self.client, request, options: #rt::__private::CallOptions::NONE }
            }
            /// Starts a call of an endpoint that the spec does not know. The path is that below the
            /// base URL, percent-encoded where it must be.
            pub fn request(&self, method: #rt::http::Method, path: &::core::primitive::str) -> #rt::RawCall<'_, Failure> {
                #rt::__private::raw(&self.client, method, path)
            }
            /// Starts a GET of a link that the API gave to a place which is no part of it, such as a
            /// storage. No credentials, headers or cookies of the API go there.
            pub fn fetch(&self, url: &::core::primitive::str) -> #rt::Fetch<'_, Failure> {
                #rt::__private::fetch(&self.client, url)
            }
            #accessors
            #methods
        }
        const _: () = {
            use #rt::__private as __rt;
            #spec
            impl #rt::Api for #client {
                const SPEC: &'static __rt::Spec = &SPEC;
                type Failure = Failure;
                type Envelope = #envelope;
                fn from_client(client: __rt::Client) -> Self {
                    Self { client }
                }
                fn as_client(&self) -> &__rt::Client {
                    &self.client
                }
            }
            #[automatically_derived]
            impl ::core::clone::Clone for #client {
                fn clone(&self) -> Self {
                    Self { client: ::core::clone::Clone::clone(&self.client) }
                }
            }
            #[automatically_derived]
            impl ::core::fmt::Debug for #client {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Debug::fmt(&self.client, f)
                }
            }
        };
    }
}

fn from_env_lines(emitter: Emitter<'_>) -> Vec<String> {
    let mut lines = vec!["Builds a client with the settings of the environment.".to_owned()];
    lines.extend(access::env_lines(emitter));
    lines.extend([String::new(), "# Errors".into(), "If a setting is malformed.".into()]);
    lines
}

fn builder_lines(emitter: Emitter<'_>) -> Vec<String> {
    let mut lines = vec!["Builds a client with settings of your own.".to_owned()];
    lines.extend(access::builder_lines(emitter));
    lines
}

/// `static SPEC`
fn spec(emitter: Emitter<'_>, name: &Name) -> TokenStream {
    let api = emitter.api;
    let name = &name.rust;
    let servers = access::servers(emitter);
    let auth = access::schemes(emitter);
    let need = access::need(emitter, &api.need);
    let empty = Vec::new();
    let keys = |keys: Option<&Vec<String>>| {
        let keys = keys.unwrap_or(&empty);
        quote!(&[#(#keys),*])
    };
    let envelope = api.envelope.as_ref();
    let code = keys(envelope.map(|envelope| &envelope.code));
    let message = keys(envelope.map(|envelope| &envelope.message));
    let request_id = keys(envelope.map(|envelope| &envelope.request_id));
    let rules = attempts::rules(&api.rules);
    let signals = attempts::signals(&api.signals);
    let constants = api.common.iter().filter_map(schema::constant);
    let failures = failure::cases(api);
    quote! {
        static SPEC: __rt::Spec = __rt::Spec {
            name: #name,
            servers: #servers,
            auth: #auth,
            need: #need,
            envelope: __rt::Envelope { code: #code, message: #message, request_id: #request_id },
            rules: #rules,
            signals: #signals,
            constants: &[#(#constants),*],
            failures: &[#(#failures),*],
        };
    }
}
