//! What is said of mistakes, and where: the words and places of a file, and the same words of the
//! same text in a macro.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(clippy::too_many_lines, clippy::needless_raw_string_hashes, reason = "expected texts")]

#[path = "../common/mod.rs"]
mod common;

mod attempts;
mod extend;
mod later;
mod neighbors;
mod requests;
mod tokens;
mod values;
mod webhooks;
