//! What several files of tests need.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(unreachable_pub, reason = "this is a module of several crates")]

use std::fmt::Write as _;

/// A token that must never be seen.
pub const CANARY: &str = "pt-canary-7f3a";

/// No secret is in anything that an error prints: those of the tests all hold the word.
pub fn assert_no_canary<F>(error: &callsheet::Error<F>) {
    let mut said = format!("{error}\n{error:?}\n{error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let _ = write!(said, "\n{cause}\n{cause:?}");
        source = cause.source();
    }
    assert!(!said.contains("canary"), "{said}");
}

/// The JSON of a request.
pub fn body(request: &callsheet::http::Request<callsheet::bytes::Bytes>) -> serde_json::Value {
    serde_json::from_slice(request.body()).unwrap()
}
