//! What an endpoint that answers with a stream has beside the others.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, operation};
use crate::model::{Constant, Events, Operation, Resume, Stream, StreamKind};

/// The impl that makes `.stream()` of a call, and the statics behind it. Nothing where the endpoint
/// does not stream.
pub(super) fn streams(emitter: Emitter<'_>, operation: &Operation) -> TokenStream {
    let Some(stream) = &operation.stream else {
        return TokenStream::new();
    };
    let rt = emitter.rt;
    let name = emitter.ident(&operation.request);
    let item = emitter.ty(operation.module, &stream.item);
    let events = match &stream.kind {
        StreamKind::Events(rules) => {
            let rules = events(rules);
            quote!(static EVENTS: __rt::Events = #rules;)
        }
        StreamKind::Lines => TokenStream::new(),
    };
    // An endpoint that does nothing else has one description.
    let (statics, description) = if operation.is_only_stream() {
        (TokenStream::new(), quote!(&OPERATION))
    } else {
        let responses = responses(stream);
        let description = operation::description(emitter, operation, &responses);
        (quote!(static STREAM: __rt::Operation = #description;), quote!(&STREAM))
    };
    let ask = stream.when.as_ref().and_then(|when| {
        let field = emitter.ident(&operation.fields.get(when.field)?.name);
        let value = match &when.value {
            Constant::Bool(value) => quote!(#value),
            Constant::Text(text) => quote!(::core::convert::Into::into(#text)),
            Constant::Integer(_) | Constant::Float(_) => return None,
        };
        Some(quote! {
            fn ask(&mut self) {
                self.#field = ::core::option::Option::Some(#value);
            }
        })
    });
    quote! {
        #events
        #statics
        impl #rt::Streams for #name {
            type Event = #item;
            const STREAM: &'static __rt::Operation = #description;
            #ask
        }
    }
}

/// The responses that are a stream.
pub(super) fn responses(stream: &Stream) -> Vec<TokenStream> {
    let content = match stream.kind {
        StreamKind::Events(_) => quote!(__rt::Content::Events(&EVENTS)),
        StreamKind::Lines => quote!(__rt::Content::Lines),
    };
    let content = match &stream.media {
        Some(media) => quote!(__rt::Content::StreamAs(#media, &#content)),
        None => content,
    };
    let statuses = stream.statuses.iter().map(|status| operation::status(*status));
    statuses.map(|status| quote!(__rt::Response { status: #status, content: #content })).collect()
}

/// `Events { ... }`, or the one of a spec that says nothing.
fn events(events: &Events) -> TokenStream {
    if *events == Events::default() {
        return quote!(__rt::Events::NEW);
    }
    let Events { resume, error, end, skip, done } = events;
    let resume = match resume {
        Resume::Never => quote!(Never),
        Resume::Header(name) => quote!(Header(#name)),
        Resume::Query(name) => quote!(Query(#name)),
    };
    let done = super::option(done.as_ref());
    quote! {
        __rt::Events {
            resume: __rt::Resume::#resume,
            error: #error,
            end: &[#(#end),*],
            skip: &[#(#skip),*],
            done: #done,
        }
    }
}
