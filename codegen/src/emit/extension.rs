//! Endpoints for a client that another spec declares: the trait that adds them, and what of the
//! client the compiler looks up for each.

use std::borrow::Cow;

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::operation::{self, Method};
use super::{Emitter, access, docs, module, schema};
use crate::model::{Extends, Field, FieldContent, Operation, ROOT};

/// Emits the trait.
pub(super) fn extension(emitter: Emitter<'_>, extends: &Extends) -> TokenStream {
    let client = emitter.client(ROOT);
    let name = emitter.ident(&extends.name);
    let allow = emitter.allow_deprecated();
    let link = docs::link(&extends.client);
    let doc = docs::doc_or(&emitter.api.docs, &format!("What is added to {link}."));
    let methods = methods(emitter, &quote!(self));
    let declarations =
        methods.iter().map(|Method { meta, signature, .. }| quote!(#meta #signature;));
    let bodies = methods.iter().map(|Method { signature, body, .. }| quote!(#signature { #body }));
    let calls = methods.iter().map(|Method { signature, call, span, .. }| {
        let body = quote_spanned!(*span=> { self.0.#call });
        quote!(#signature #body)
    });
    quote! {
        #doc
        pub trait #name {
            #(#declarations)*
        }
        #allow
        impl #name for #client {
            #(#bodies)*
        }
        // A method that the client itself has would hide one of these, and does not fit here.
        #[allow(dead_code, deprecated, clippy::too_many_arguments)]
        const _: () = {
            struct Added<'c>(&'c #client);
            impl Added<'_> {
                #(#calls)*
            }
        };
    }
}

/// The accessors and the methods of the root.
fn methods(emitter: Emitter<'_>, this: &TokenStream) -> Vec<Method> {
    let lifetime = quote!('_);
    let Some(root) = emitter.api.modules.get(ROOT.0) else {
        return Vec::new();
    };
    let accessors = module::accessors(emitter, root, this, &lifetime);
    accessors.chain(module::methods(emitter, root, this, &lifetime)).collect()
}

/// What an endpoint needs to know of the client. Nothing where the spec declares that itself.
pub(super) fn facts(emitter: Emitter<'_>, operation: &Operation) -> Option<TokenStream> {
    emitter.api.extends.as_ref()?;
    let (rt, client) = (emitter.rt, emitter.client(operation.module));
    let (template, parts) = (&operation.template, Literal::usize_unsuffixed(operation.path.len()));
    let path = operation::path(operation);
    let span = emitter.sources.rust_span(operation.span);
    let server = quote_spanned! {span=>
        const SERVER: ::core::primitive::usize = __rt::server(CLIENT, #template);
    };
    let need = operation.need.as_ref().map(|need| {
        let need = access::need(emitter, need);
        quote!(const NEED: &[&[__rt::AuthUse]] = #need;)
    });
    let own: Vec<_> = operation.fields.iter().filter_map(schema::constant).collect();
    let count = Literal::usize_unsuffixed(own.len());
    let constants = (!own.is_empty()).then(|| {
        quote! {
            static CONSTANTS: [__rt::FixedField; CLIENT.constants.len() + #count] =
                __rt::constants(CLIENT, [#(#own),*]);
        }
    });
    Some(quote! {
        const CLIENT: &__rt::Spec = <#client as #rt::Api>::SPEC;
        #server
        static PATH: [__rt::PathPart; #parts] = __rt::below(CLIENT, SERVER, [#(#path),*]);
        #need
        #constants
    })
}

/// `.extending(CLIENT, SERVER)`, and what the extension documents as going wrong.
pub(super) fn extending(emitter: Emitter<'_>, operation: &Operation) -> Option<TokenStream> {
    emitter.api.extends.as_ref()?;
    let up = emitter.to_root(operation.module);
    let failures = (!emitter.api.failures.is_empty())
        .then(|| quote!(.failures(<#up Failure as __rt::Declared>::CASES)));
    Some(quote!(.extending(CLIENT, SERVER) #failures))
}

/// The fields of the table of a request: the constants of an extension stand beside those of the
/// client.
pub(super) fn own_fields<'a>(emitter: Emitter<'_>, operation: &'a Operation) -> Cow<'a, [Field]> {
    if emitter.api.extends.is_none() {
        return Cow::Borrowed(&operation.fields);
    }
    let is_value = |field: &&Field| matches!(field.content, FieldContent::Value { .. });
    operation.fields.iter().filter(is_value).cloned().collect()
}

/// `.constants(...)`
pub(super) fn constants(emitter: Emitter<'_>, operation: &Operation) -> Option<TokenStream> {
    emitter.api.extends.as_ref()?;
    let has_own =
        operation.fields.iter().any(|one| matches!(one.content, FieldContent::Constant(_)));
    Some(if has_own {
        quote!(.constants(&CONSTANTS))
    } else {
        quote!(.constants(CLIENT.constants))
    })
}

/// What the docs of an endpoint say of the client's own errors.
pub(super) fn failure_line(emitter: Emitter<'_>) -> Option<String> {
    let link = docs::link(&emitter.api.extends.as_ref()?.client);
    Some(format!("- What {link} itself documents is in the error's `failure()`."))
}
