//! `Failure`: everything the API documents as going wrong, one variant each.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Emitter, docs, operation};
use crate::model::{Api, Failure, ROOT};

/// The documented codes and statuses, each with the number of its variant.
pub(super) fn cases(api: &Api) -> Vec<TokenStream> {
    let cases = api.failures.iter().enumerate().flat_map(|(variant, failure)| {
        let code = super::option(failure.has_code.then_some(&failure.name.wire));
        failure.statuses.iter().map(move |status| {
            let status = operation::status(*status);
            let variant = Literal::usize_unsuffixed(variant);
            quote!(__rt::FailureCase { status: #status, code: #code, variant: #variant })
        })
    });
    cases.collect()
}

/// The variants of `Failure`, each with its docs.
fn variants(emitter: Emitter<'_>, without_payload: &TokenStream) -> Vec<TokenStream> {
    let failures = emitter.api.failures.iter().map(|failure| {
        let (doc, ident) = (docs::doc(&lines(failure)), emitter.ident(&failure.name));
        let payload = failure.payload.as_ref().map(|ty| emitter.ty(ROOT, ty));
        let payload = payload.as_ref().unwrap_or(without_payload);
        quote!(#doc #ident(#payload))
    });
    failures.collect()
}

/// Emits what an extension documents beside what the client does. Nothing where it does not.
pub(super) fn declared(emitter: Emitter<'_>) -> Option<TokenStream> {
    let failures = &emitter.api.failures;
    if failures.is_empty() {
        return None;
    }
    let (rt, client) = (emitter.rt, emitter.client(ROOT));
    let allow = emitter.allow_deprecated();
    let idents: Vec<_> = failures.iter().map(|failure| emitter.ident(&failure.name)).collect();
    let numbers = (0..failures.len()).map(Literal::usize_unsuffixed);
    let variants = variants(emitter, &quote!(<#client as #rt::Api>::Envelope));
    let cases = cases(emitter.api);
    let count = Literal::usize_unsuffixed(cases.len());
    Some(quote! {
        /// What these endpoints say can go wrong, in their own words. Each variant holds the decoded
        /// body. What the client itself documents is in the error's `failure()`.
        #allow
        #[non_exhaustive]
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        pub enum Failure {
            #(#variants,)*
        }
        impl Failure {
            /// What an error is, if one of these endpoints has failed and says that it may do so.
            pub fn of(error: &Error) -> ::core::option::Option<Self> {
                #rt::__private::declared(error)
            }
        }
        #allow
        const _: () = {
            use #rt::__private as __rt;
            // An error knows the endpoints of this extension by it.
            static CASES: [__rt::FailureCase; #count] = [#(#cases),*];
            impl __rt::Declared for Failure {
                const CASES: &'static [__rt::FailureCase] = &CASES;
                fn blank(__variant: ::core::primitive::usize) -> ::core::option::Option<Self> {
                    ::core::option::Option::Some(match __variant {
                        #(#numbers => Self::#idents(__rt::Value::blank()),)*
                        _ => return ::core::option::Option::None,
                    })
                }
                fn payload_mut(&mut self) -> ::core::option::Option<&mut dyn __rt::Value> {
                    match self {
                        #(Self::#idents(payload) => ::core::option::Option::Some(payload),)*
                    }
                }
            }
        };
    })
}

/// Emits `Failure`.
pub(super) fn failure(emitter: Emitter<'_>) -> TokenStream {
    let rt = emitter.rt;
    let allow = emitter.allow_deprecated();
    let failures = &emitter.api.failures;
    let idents: Vec<_> = failures.iter().map(|failure| emitter.ident(&failure.name)).collect();
    let numbers: Vec<_> = (0..failures.len()).map(Literal::usize_unsuffixed).collect();
    let variants = variants(emitter, &quote!(#rt::Json));
    quote! {
        /// What the API says can go wrong. Each variant holds the decoded body.
        #allow
        #[non_exhaustive]
        pub enum Failure {
            #(#variants,)*
            /// A code or status that the spec does not know, with the body as it came.
            Unknown(#rt::UnknownFailure),
        }
        #allow
        const _: () = {
            use #rt::__private as __rt;
            __rt::failure!(Failure { #(#idents = #numbers),* });
        };
    }
}

fn lines(failure: &Failure) -> Vec<String> {
    let mut lines = failure.docs.clone();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let statuses: Vec<String> = failure.statuses.iter().map(ToString::to_string).collect();
    let statuses = statuses.join(", ");
    lines.push(if failure.has_code {
        format!("{statuses} `{}`", failure.name.wire)
    } else if statuses == "_" {
        "Any other status.".to_owned()
    } else {
        format!("Status {statuses}.")
    });
    lines
}
