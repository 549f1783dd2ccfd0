//! `Failure`: everything the API documents as going wrong, one variant each.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Emitter, docs};
use crate::model::{Failure, ROOT};

/// Emits `Failure`.
pub(super) fn failure(emitter: Emitter<'_>) -> TokenStream {
    let rt = emitter.rt;
    let allow = emitter.allow_deprecated();
    let failures = &emitter.api.failures;
    let idents: Vec<_> = failures.iter().map(|failure| emitter.ident(&failure.name)).collect();
    let numbers: Vec<_> = (0..failures.len()).map(Literal::usize_unsuffixed).collect();
    let variants = failures.iter().zip(&idents).map(|(failure, ident)| {
        let doc = docs::doc(&lines(failure));
        let payload = match &failure.payload {
            Some(ty) => emitter.ty(ROOT, ty),
            None => quote!(#rt::Json),
        };
        quote!(#doc #ident(#payload))
    });
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
