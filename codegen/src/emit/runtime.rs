//! The runtime as emitted code names it. [`NAMES`] lists every name that emitted code takes from
//! `callsheet::__private`; a test holds it equal to what the runtime offers.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// Every name that emitted code takes from `callsheet::__private`.
pub const NAMES: &[&str] = &[
    "AttemptRules",
    "Attempts",
    "AuthKind",
    "AuthScheme",
    "AuthUse",
    "BodyKind",
    "CallOptions",
    "Check",
    "Choice",
    "Client",
    "Compare",
    "Comparison",
    "Condition",
    "Constant",
    "Content",
    "Declared",
    "Encoding",
    "Envelope",
    "Events",
    "FailureCase",
    "Field",
    "FixedField",
    "Map",
    "Method",
    "Operation",
    "PageStep",
    "Paging",
    "PathPart",
    "Pattern",
    "Place",
    "Response",
    "Resume",
    "Schema",
    "Sending",
    "SendingWithMeta",
    "Server",
    "Signals",
    "Signature",
    "SignedPart",
    "Source",
    "Spec",
    "Stamp",
    "StatusMatch",
    "String",
    "Style",
    "Value",
    "Variable",
    "Vec",
    "Wait",
    "Webhook",
    "asking",
    "below",
    "blank",
    "check_extern",
    "check_plain",
    "check_value",
    "choice",
    "closed_enum",
    "closed_integer_enum",
    "constants",
    "data",
    "declared",
    "download",
    "failure",
    "fetch",
    "integer_newtype",
    "items",
    "keywords",
    "list",
    "map",
    "object",
    "open_enum",
    "open_integer_enum",
    "outcome",
    "pages",
    "raw",
    "scheme",
    "send",
    "send_with_meta",
    "server",
    "stream",
    "text_newtype",
    "union",
    "union_fields",
    "union_from",
    "wait",
    "webhooks",
    "wrapping_newtype",
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
