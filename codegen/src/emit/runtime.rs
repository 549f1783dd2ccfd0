//! The runtime as emitted code names it. [`NAMES`] lists every name that emitted code takes from
//! `callsheet::__private`; a test holds it equal to what the runtime offers.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// Every name that emitted code takes from `callsheet::__private`.
pub const NAMES: &[&str] = &[
    "AuthScheme",
    "BodyKind",
    "CallOptions",
    "Check",
    "Choice",
    "Client",
    "Compare",
    "Comparison",
    "Constant",
    "Content",
    "Envelope",
    "FailureCase",
    "Field",
    "FixedField",
    "Idempotency",
    "Map",
    "Method",
    "Operation",
    "PathPart",
    "Pattern",
    "Place",
    "Response",
    "Schema",
    "Sending",
    "SendingWithMeta",
    "Spec",
    "StatusMatch",
    "String",
    "Value",
    "Vec",
    "choice",
    "closed_enum",
    "data",
    "integer_newtype",
    "list",
    "map",
    "object",
    "open_enum",
    "send",
    "send_with_meta",
    "text_newtype",
];

/// The path of the runtime crate: prints as `::callsheet`, or what the spec says instead.
pub(crate) struct Runtime(TokenStream);

impl Runtime {
    /// The runtime at `path`.
    pub(crate) fn new(path: Option<&str>) -> Self {
        let path = path.and_then(|path| path.parse().ok());
        Self(path.unwrap_or_else(|| quote!(::callsheet)))
    }
}

impl ToTokens for Runtime {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
