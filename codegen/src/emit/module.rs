//! Modules: their types, their requests, and the accessor with the methods.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::operation::{self, Method};
use super::{Emitter, docs, editor, request, types, webhooks};
use crate::model::{Module, ModuleId, ROOT};

/// Emits the items of a module.
pub(super) fn items(emitter: Emitter<'_>, id: ModuleId) -> TokenStream {
    let Some(module) = emitter.api.modules.get(id.0) else {
        return TokenStream::new();
    };
    let types = module
        .types
        .iter()
        .filter_map(|id| emitter.api.types.get(id.0))
        .map(|def| types::type_def(emitter, def));
    let has_client = emitter.api.name.is_some() || emitter.api.extends.is_some();
    let requests = module
        .operations
        .iter()
        .filter(|_| has_client)
        .filter_map(|id| emitter.api.operations.get(id.0))
        .map(|operation| request::request(emitter, operation));
    let endpoints = (id != ROOT && has_client).then(|| endpoints(emitter, id, module));
    let children = module.children.iter().filter_map(|child| {
        let inner = emitter.api.modules.get(child.0)?;
        let name = emitter.ident(&inner.name);
        let doc =
            docs::doc_or(&inner.docs, &format!("Endpoints and types of `{}`.", inner.name.rust));
        let items = items(emitter, *child);
        Some(quote!(#doc pub mod #name { #items }))
    });
    let unknown = editor::unknown_types(emitter, id);
    let webhooks = webhooks::webhooks(emitter, module);
    quote!(#endpoints #(#requests)* #(#types)* #webhooks #(#children)* #unknown)
}

/// The struct that carries a module's methods.
fn endpoints(emitter: Emitter<'_>, id: ModuleId, module: &Module) -> TokenStream {
    let client = emitter.client(id);
    let path: Vec<String> =
        emitter.api.module_path(id).iter().map(|name| format!("{}()", name.rust)).collect();
    let doc = docs::doc(&[format!("The endpoints of `{}`.", path.join("."))]);
    let allow = emitter.allow_deprecated();
    let methods = public(methods(emitter, module, &quote!(self.client), &quote!('c)));
    let accessors = public(accessors(emitter, module, &quote!(self.client), &quote!('c)));
    quote! {
        #doc
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        pub struct Endpoints<'c> {
            pub(super) client: &'c #client,
        }
        #allow
        impl<'c> Endpoints<'c> {
            #accessors
            #methods
        }
    }
}

/// Methods of a type.
pub(super) fn public(methods: impl Iterator<Item = Method>) -> TokenStream {
    let methods =
        methods.map(|Method { meta, signature, body, .. }| quote!(#meta pub #signature { #body }));
    methods.collect()
}

/// The methods of a module's operations.
pub(super) fn methods<'a>(
    emitter: Emitter<'a>,
    module: &'a Module,
    client: &'a TokenStream,
    lifetime: &'a TokenStream,
) -> impl Iterator<Item = Method> {
    module
        .operations
        .iter()
        .filter_map(move |id| emitter.api.operations.get(id.0))
        .map(move |operation| operation::method(emitter, operation, client, lifetime))
}

/// The methods that lead to the modules inside a module.
pub(super) fn accessors<'a>(
    emitter: Emitter<'a>,
    module: &'a Module,
    client: &'a TokenStream,
    lifetime: &'a TokenStream,
) -> impl Iterator<Item = Method> {
    let children = module.children.iter().filter_map(move |id| emitter.api.modules.get(id.0));
    children.map(move |child| {
        let name = emitter.ident(&child.name);
        let doc = docs::doc_or(&child.docs, &format!("The endpoints of `{}`.", child.name.rust));
        Method {
            meta: doc,
            signature: quote!(fn #name(&self) -> #name::Endpoints<#lifetime>),
            body: quote!(#name::Endpoints { client: #client }),
            call: quote_spanned!(name.span()=> #name()),
            span: name.span(),
        }
    })
}
