//! From tokens to the [tree](tree::Document): a recursive descent parser that never fails.
//!
//! A mistake is reported once and its construct left out: a field, a section or an item. Its
//! neighbours go on. What the grammar has and this version does not is reported as not supported
//! yet, and left out just so.

pub mod tree;

mod access;
mod api;
mod arguments;
mod attr;
mod endpoint;
mod enum_;
mod extend;
mod extern_;
mod field;
mod item;
mod json;
mod list;
mod parser;
mod path;
mod sections;
mod ty;
mod webhook;
mod word;

use std::path::Path;

use proc_macro2::{Span as RustSpan, TokenStream, TokenTree};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Loader, Sources, Span, Stream, string_value};
use crate::vocabulary::Vocabulary;
use parser::Parser;
use tree::Document;

pub(crate) use attr::ATTRIBUTES;
pub(crate) use endpoint::is_section;
pub(crate) use item::METHODS;
pub(crate) use word::{is_number, is_word};

impl Vocabulary {
    /// The words that may stand there.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::Item => item::KEYWORDS.iter().chain(&METHODS).copied().collect(),
            Self::Api => api::KEYWORDS.to_vec(),
            Self::Scheme => access::SCHEMES.to_vec(),
            Self::Section => endpoint::SECTIONS.to_vec(),
            Self::Encoding => sections::ENCODINGS.to_vec(),
            Self::Attribute => ATTRIBUTES.iter().map(|(name, _)| *name).collect(),
        }
    }
}

/// What parsing gives: always a tree, however partial.
#[derive(Debug)]
pub struct Parsed {
    /// The tree.
    pub document: Document,
    /// The tokens, for the places of spans.
    pub sources: Sources,
    /// What is wrong so far.
    pub diagnostics: Diagnostics,
}

/// Parses the input of `client!`: a spec, or a text with the path of one relative to `base`.
#[must_use]
pub fn parse_macro_input(input: TokenStream, base: &Path) -> Parsed {
    let mut trees = input.clone().into_iter();
    let path = match trees.next() {
        Some(TokenTree::Literal(literal)) => {
            string_value(&literal.to_string()).map(|path| (path, literal.span()))
        }
        _ => None,
    };
    let Some((path, span)) = path else {
        return parse_tokens(input, base);
    };
    let mut parsed = parse_file(&path, base, span);
    let rest: TokenStream = trees.collect();
    if !rest.is_empty() {
        let Parsed { document, sources, diagnostics } = &mut parsed;
        let stream = sources.add_tokens(rest);
        let mut loader = Loader::closed();
        document.only = Parser::new(sources, diagnostics, &mut loader, stream).arguments();
    }
    parsed
}

/// Parses a spec that is written in a macro.
#[must_use]
pub fn parse_tokens(input: TokenStream, base: &Path) -> Parsed {
    let mut sources = Sources::new(RustSpan::call_site());
    let mut diagnostics = Diagnostics::default();
    let mut loader = Loader::new(base);
    let stream = sources.add_tokens(input);
    let document = Parser::new(&mut sources, &mut diagnostics, &mut loader, stream).document();
    check_empty(&document, &mut diagnostics, Sources::span(stream.end), "the spec is empty");
    Parsed { document, sources, diagnostics }
}

/// Parses a spec in a file, its path relative to `base`. Problems with the whole file are at `call`.
#[must_use]
pub fn parse_file(path: &str, base: &Path, call: RustSpan) -> Parsed {
    let mut sources = Sources::new(call);
    let mut diagnostics = Diagnostics::default();
    let mut loader = Loader::new(base);
    let mut document = Document::default();
    if let Some(stream) = loader.enter_root(path, &mut sources, &mut diagnostics) {
        document = Parser::new(&mut sources, &mut diagnostics, &mut loader, stream).document();
        let message = format!("the spec `{path}` is empty");
        check_empty(&document, &mut diagnostics, Sources::span(stream.end), &message);
    }
    Parsed { document, sources, diagnostics }
}

/// What is wrong with the form of a text whose tokens these are. Files of modules are not read.
pub(crate) fn check_form(sources: &mut Sources, stream: Stream) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let mut loader = Loader::closed();
    Parser::new(sources, &mut diagnostics, &mut loader, stream).document();
    diagnostics
}

fn check_empty(document: &Document, diagnostics: &mut Diagnostics, span: Span, message: &str) {
    if document.items.is_empty() && diagnostics.is_empty() {
        let help = "it starts with `api Name { server \"https://...\" }`";
        diagnostics.push(Diagnostic::error(span, message).help(help));
    }
}
