//! `Call`: a request on its way to be sent, with the options of this one call. It is local to the
//! generated client, so that each endpoint can add its setters to it.

use proc_macro2::TokenStream;
use quote::quote;

use super::operation::is_download;
use super::{Emitter, paging, wait};
use crate::model::{Api, ROOT};

/// Emits `Call` and `Error`.
pub(super) fn call(emitter: Emitter<'_>) -> TokenStream {
    let rt = emitter.rt;
    let client = emitter.client(ROOT);
    let failure = emitter.failure();
    let failure_doc = match emitter.api.extends {
        Some(_) => {
            quote!(#[doc = " the error's `failure()`; [`Error`] says how far the call got."])
        }
        None => quote!(#[doc = " [`Failure`]; [`Error`] says how far the call got."]),
    };
    let new = emitter.api.extends.is_some().then(|| new(emitter));
    let pages = paging::methods(emitter, &client);
    let wait = wait::methods(emitter, &client);
    let streams = emitter.api.operations.iter().any(|operation| operation.stream.is_some());
    let streams = streams.then(|| {
        quote! {
            impl<R: #rt::Streams<Api = #client>> Call<'_, R> {
                /// Sends the request, and returns what is answered bit by bit.
                ///
                /// # Errors
                /// Those of a call that is sent for a whole response.
                pub fn stream(self) -> #rt::Opening<R::Event, #failure> {
                    #rt::__private::stream(self.client, self.request, &self.options)
                }
            }
        }
    });
    let downloads = has_downloads(emitter.api);
    let downloads = downloads.then(|| {
        quote! {
            impl<R: #rt::Downloads<Api = #client>> Call<'_, R> {
                /// Sends the request, and returns the body as it comes: to a file, or piece by piece.
                ///
                /// # Errors
                /// Those of [`send`](Self::send).
                pub fn download(self) -> #rt::Downloading<#failure> {
                    #rt::__private::download(self.client, &self.request, &self.options)
                }
            }
        }
    });
    quote! {
        /// What can go wrong with a call.
        pub type Error = #rt::Error<#failure>;

        /// A call that has not been sent yet: set what is optional, then [`send`](Self::send) it.
        #[must_use = "a call does nothing until it is sent"]
        pub struct Call<'c, R> {
            client: &'c #rt::__private::Client,
            request: R,
            options: #rt::__private::CallOptions,
        }
        impl<R> Call<'_, R> {
            /// Limits the time of the whole call.
            pub fn timeout(mut self, limit: ::core::time::Duration) -> Self {
                self.options.timeout(limit);
                self
            }
            /// Limits how often the request is sent again.
            pub fn max_retries(mut self, retries: ::core::primitive::u32) -> Self {
                self.options.max_retries(retries);
                self
            }
            /// Sends this idempotency key in place of a new one. With the key of an earlier call the
            /// service does nothing twice.
            pub fn idempotency_key(mut self, key: &::core::primitive::str) -> Self {
                self.options.idempotency_key(key);
                self
            }
            /// Adds a header. One that the spec declares or the client sets is replaced.
            pub fn header(mut self, name: &::core::primitive::str, value: &::core::primitive::str) -> Self {
                self.options.header(name, value);
                self
            }
            /// Adds a query parameter that the spec does not know.
            pub fn query(mut self, name: &::core::primitive::str, value: &::core::primitive::str) -> Self {
                self.options.query(name, value);
                self
            }
            /// Sends the request even if it breaks a rule of the spec.
            pub fn unchecked(mut self) -> Self {
                self.options.unchecked();
                self
            }
        }
        impl<R: #rt::Endpoint<Api = #client>> Call<'_, R> {
            /// Sends the request.
            ///
            /// # Errors
            /// What can go wrong is in the docs of the method that started the call, and in
            #failure_doc
            pub fn send(self) -> #rt::__private::Sending<R::Response, #failure>
            where
                R::Response: #rt::value::Blank,
            {
                #rt::__private::send(self.client, &self.request, &self.options)
            }
            /// Sends the request, and returns status, headers and request id beside the value.
            ///
            /// # Errors
            /// Those of [`send`](Self::send).
            pub fn send_with_meta(self) -> #rt::__private::SendingWithMeta<R::Response, #failure>
            where
                R::Response: #rt::value::Blank,
            {
                #rt::__private::send_with_meta(self.client, &self.request, &self.options)
            }
            /// Makes the HTTP request, credentials included, without sending it.
            ///
            /// # Errors
            /// If the request breaks a rule of the spec or has no credentials.
            pub fn to_http(&self) -> ::core::result::Result<#rt::http::Request<#rt::bytes::Bytes>, Error> {
                #rt::Endpoint::to_http_with(&self.request, self.client, &self.options)
            }
        }
        #new
        #pages
        #wait
        #streams
        #downloads
        impl<R: ::core::fmt::Debug> ::core::fmt::Debug for Call<'_, R> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct("Call")
                    .field("request", &self.request)
                    .field("options", &self.options)
                    .finish_non_exhaustive()
            }
        }
    }
}

/// How the methods of an extension start a call, which is none of the client's own.
fn new(emitter: Emitter<'_>) -> TokenStream {
    let (rt, client) = (emitter.rt, emitter.client(ROOT));
    quote! {
        impl<'c, R> Call<'c, R> {
            fn new(client: &'c #client, request: R) -> Self {
                let client = #rt::Api::as_client(client);
                Self { client, request, options: #rt::__private::CallOptions::NONE }
            }
        }
    }
}

/// Whether a success of any operation is a file.
fn has_downloads(api: &Api) -> bool {
    api.operations.iter().any(|operation| {
        let others = operation.alternatives.iter().map(|other| &other.success);
        std::iter::once(&operation.success).chain(others).any(is_download)
    })
}
