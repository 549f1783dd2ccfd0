//! Waits: the facts as a static, and a blank of the request that polls.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Emitter;
use super::paging::value_index;
use crate::model::{Condition, Operation, Source, Wait};

/// `impl Waits for Start { ... }`
pub(super) fn waits(emitter: Emitter<'_>, operation: &Operation, wait: &Wait) -> TokenStream {
    let Some(polled) = emitter.api.operations.get(wait.poll.0) else {
        return TokenStream::new();
    };
    let rt = emitter.rt;
    let name = emitter.ident(&operation.request);
    let poll = emitter.path(operation.module, polled.module, &emitter.ident(&polled.request));
    let fields = emitter.field_names(&polled.fields);
    let done = condition(&wait.until);
    let failed = super::option(wait.fail.as_ref().map(condition));
    let every = Literal::u128_unsuffixed(wait.every.as_millis());
    let fills = wait.fills.iter().map(|(field, source)| {
        let field = value_index(&polled.fields, *field);
        let source = match source {
            Source::Response(key) => quote!(__rt::Source::Response(#key)),
            Source::Request(index) => {
                let index = value_index(&operation.fields, *index);
                quote!(__rt::Source::Request(#index))
            }
        };
        quote!((#field, #source))
    });
    quote! {
        static WAIT: __rt::Wait =
            __rt::Wait { done: #done, failed: #failed, every: #every, fills: &[#(#fills),*] };
        impl #rt::Waits for #name {
            type Poll = #poll;
            const WAIT: &'static __rt::Wait = &WAIT;
            fn poll() -> Self::Poll {
                #poll { #(#fields: __rt::blank()),* }
            }
        }
    }
}

fn condition(condition: &Condition) -> TokenStream {
    let (path, values) = (&condition.path.keys, &condition.values);
    quote!(__rt::Condition { path: &[#(#path),*], values: &[#(#values),*] })
}

/// `wait` of every call that has it. Nothing where no endpoint is waited for.
pub(super) fn methods(emitter: Emitter<'_>, client: &TokenStream) -> Option<TokenStream> {
    emitter.api.operations.iter().find(|operation| operation.wait.is_some())?;
    let (rt, failure) = (emitter.rt, emitter.failure());
    Some(quote! {
        impl<R: #rt::Waits<Api = #client>> Call<'_, R> {
            /// Sends the request, and asks again and again until what it starts has ended, but not
            /// longer than `limit`.
            ///
            /// # Errors
            /// Those of [`send`](Self::send), for any of the calls; a failure of what was started
            /// or a reached limit, with the last state in [`Error::state`].
            pub fn wait(self, limit: ::core::time::Duration) -> #rt::Waiting<R::Response, #failure> {
                #rt::__private::wait(self.client, self.request, self.options, limit)
            }
        }
    })
}

/// What the docs of an endpoint say that can be waited for.
pub(super) fn line(emitter: Emitter<'_>, operation: &Operation) -> Option<String> {
    let wait = operation.wait.as_ref()?;
    let polled = emitter.api.operations.get(wait.poll.0)?;
    let words = |condition: &Condition| {
        let values: Vec<String> =
            condition.values.iter().map(|value| format!("`{value}`")).collect();
        format!("`{}` is {}", condition.path.keys.join("."), values.join(" or "))
    };
    let fails = wait.fail.as_ref().map(|fail| format!(", and fails when {}", words(fail)));
    Some(format!(
        "`wait(limit)` in place of `send()` asks `{} {}` until {}{}.",
        polled.method.name(),
        polled.template,
        words(&wait.until),
        fails.unwrap_or_default()
    ))
}
