//! The module `webhooks` of a module that has some: a function for each, which starts its verifier.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Emitter, docs, operation};
use crate::model::{Module, Signature, SignatureText, SignedPart, Stamp, Type, TypeKind, Webhook};

/// `pub mod webhooks { ... }`. Nothing where there are none.
pub(super) fn webhooks(emitter: Emitter<'_>, module: &Module) -> Option<TokenStream> {
    if module.webhooks.is_empty() {
        return None;
    }
    let emitter = Emitter { is_inside: true, ..emitter };
    let rt = emitter.rt;
    let all = module.webhooks.iter().filter_map(|id| emitter.api.webhooks.get(id.0));
    let items = all.map(|one| webhook(emitter, one));
    let allow = emitter.allow_deprecated();
    Some(quote! {
        /// Deliveries of webhooks: each function starts the verifier of one.
        #allow
        pub mod webhooks {
            use #rt::__private as __rt;
            __rt::webhooks! { #(#items)* }
        }
    })
}

/// `name: Event = Webhook::new(...);`
fn webhook(emitter: Emitter<'_>, webhook: &Webhook) -> TokenStream {
    let name = emitter.ident(&webhook.name);
    let wire = emitter.api.webhook_name(webhook);
    let doc = docs::doc(&lines(webhook));
    let deprecated = docs::deprecated(webhook.deprecated.as_ref());
    let signature = signature(&webhook.signature);
    let content = operation::encoded(&webhook.encoding);
    let (event, content) = match webhook.headed {
        Some(headed) => (
            emitter.kind(webhook.module, &Type::plain(TypeKind::Named(headed))),
            quote!(__rt::Content::Headed(&#content)),
        ),
        None => (emitter.ty(webhook.module, &webhook.content), content),
    };
    quote!(#doc #deprecated #name: #event = __rt::Webhook::new(#wire, #signature, #content);)
}

/// `Signature::hex(...)`, with what is not as it is in most.
fn signature(signature: &Signature) -> TokenStream {
    let Signature { prefix, separator, env, .. } = signature;
    let header = signature.header.to_ascii_lowercase();
    let new = match signature.text {
        SignatureText::Hex => quote!(hex),
        SignatureText::Base64 => quote!(base64),
    };
    let separator = (*separator != ' ').then(|| quote!(.separator(#separator)));
    let stamp = match &signature.stamp {
        Stamp::None => None,
        Stamp::Header(name) => {
            let name = name.to_ascii_lowercase();
            Some(quote!(.stamp(__rt::Stamp::Header(#name))))
        }
        Stamp::Entry(prefix) => Some(quote!(.stamp(__rt::Stamp::Entry(#prefix)))),
    };
    let id = signature.id.as_ref().map(|name| {
        let name = name.to_ascii_lowercase();
        quote!(.id(#name))
    });
    let signed = (signature.signed != [SignedPart::Body]).then(|| {
        let parts = signature.signed.iter().map(signed_part);
        quote!(.signed(&[#(#parts),*]))
    });
    let key = signature.key.as_ref().map(|key| {
        let prefix = &key.prefix;
        match key.text {
            SignatureText::Hex => quote!(.hex_key(#prefix)),
            SignatureText::Base64 => quote!(.base64_key(#prefix)),
        }
    });
    let env = (!env.is_empty()).then(|| quote!(.env(&[#(#env),*])));
    let tolerance = signature.tolerance.map(|time| {
        let milliseconds = Literal::u128_unsuffixed(time.as_millis());
        quote!(.tolerance(#milliseconds))
    });
    quote! {
        __rt::Signature::#new(#header, #prefix) #separator #stamp #id #signed #key #env #tolerance
    }
}

fn signed_part(part: &SignedPart) -> TokenStream {
    match part {
        SignedPart::Text(text) => quote!(__rt::SignedPart::Text(#text)),
        SignedPart::Id => quote!(__rt::SignedPart::Id),
        SignedPart::Timestamp => quote!(__rt::SignedPart::Timestamp),
        SignedPart::Body => quote!(__rt::SignedPart::Body),
    }
}

/// What the docs say: the page's words, how deliveries are signed, what they are answered with.
fn lines(webhook: &Webhook) -> Vec<String> {
    let mut lines = webhook.docs.clone();
    if lines.is_empty() {
        lines.push(format!("Starts the verifier of `{}`.", webhook.name.wire));
    }
    let Signature { header, env, .. } = &webhook.signature;
    let signed = webhook.signature.signed_text();
    let mut facts = vec![format!(
        "`{header}` holds the HMAC-SHA256 of `{signed}`, by a secret of the endpoint."
    )];
    if !env.is_empty() {
        let names: Vec<String> = env.iter().map(|name| format!("`{name}`")).collect();
        facts.push(format!("`secrets_from_env` takes those in {}.", names.join(" and ")));
    }
    if !webhook.statuses.is_empty() {
        let statuses: Vec<String> = webhook.statuses.iter().map(ToString::to_string).collect();
        facts.push(format!("The service expects {}.", statuses.join(" or ")));
    }
    lines.extend([String::new(), facts.join(" ")]);
    lines
}
