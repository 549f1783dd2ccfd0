//! Modules: their types, their requests, and the accessor with the methods.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, docs, editor, operation, request, types, webhooks};
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
    let has_client = emitter.api.name.is_some();
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
    let client = emitter.path(id, ROOT, &emitter.client());
    let path: Vec<String> =
        emitter.api.module_path(id).iter().map(|name| format!("{}()", name.rust)).collect();
    let doc = docs::doc(&[format!("The endpoints of `{}`.", path.join("."))]);
    let allow = emitter.allow_deprecated();
    let methods = methods(emitter, module, &quote!(self.client), &quote!('c));
    let accessors = accessors(emitter, module, &quote!(self.client), &quote!('c));
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

/// The methods of a module's operations.
pub(super) fn methods(
    emitter: Emitter<'_>,
    module: &Module,
    client: &TokenStream,
    lifetime: &TokenStream,
) -> TokenStream {
    module
        .operations
        .iter()
        .filter_map(|id| emitter.api.operations.get(id.0))
        .map(|operation| operation::method(emitter, operation, client, lifetime))
        .collect()
}

/// The methods that lead to the modules inside a module.
pub(super) fn accessors(
    emitter: Emitter<'_>,
    module: &Module,
    client: &TokenStream,
    lifetime: &TokenStream,
) -> TokenStream {
    module
        .children
        .iter()
        .filter_map(|id| emitter.api.modules.get(id.0))
        .map(|child| {
            let name = emitter.ident(&child.name);
            let doc =
                docs::doc_or(&child.docs, &format!("The endpoints of `{}`.", child.name.rust));
            quote! {
                #doc
                pub fn #name(&self) -> #name::Endpoints<#lifetime> {
                    #name::Endpoints { client: #client }
                }
            }
        })
        .collect()
}
