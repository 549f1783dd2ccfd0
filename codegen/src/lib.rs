//! The code generator of Callsheet: from the text of an API to the Rust of its client.
//!
//! Data flows one way, and each step is a module:
//!
//! 1. [`source`]: text becomes tokens with places, from a macro's body or from files.
//! 2. [`syntax`]: tokens become a [tree](syntax::tree::Document), everything as written.
//! 3. [`lower`]: the tree becomes a [model](model::Api), everything resolved and checked.
//! 4. [`emit`]: the model becomes Rust.
//!
//! Nothing stops at the first mistake. Problems are collected in one
//! [`Diagnostics`](diagnostic::Diagnostics), and [`expand`] emits what could be understood beside
//! one `compile_error!` for each.
//!
//! Beside that, [`check_file`] and [`expand_file`] read a spec for tools, and [`mod@format`] lays out
//! its text.

pub mod diagnostic;
pub mod emit;
pub mod format;
pub mod lower;
pub mod model;
pub mod problem;
pub mod source;
pub mod syntax;
pub mod vocabulary;

mod tools;

use std::path::Path;

use proc_macro2::TokenStream;

pub use tools::{Expanded, check_file, expand_file};

/// Expands the input of `client!`: a spec, or the path of one relative to `base`.
#[must_use]
pub fn expand(input: TokenStream, base: &Path) -> TokenStream {
    let syntax::Parsed { document, sources, mut diagnostics } =
        syntax::parse_macro_input(input, base);
    let api = lower::lower(&document, &mut diagnostics);
    let mut tokens = emit::emit(&api, &sources);
    // Behind the rest: an editor takes a word for the first thing that has its place.
    tokens.extend(diagnostics.to_compile_errors(&sources));
    tokens
}
