//! Where text comes from: the tokens of a macro call, or files.
//!
//! Every token gets a number, and a [`Span`] is a range of those numbers, so a place is eight plain
//! bytes wherever it comes from. Tokens lie in one flat list, groups as pairs of marks: no depth of
//! nesting can overflow a stack.

mod files;
mod inline;
mod lexer;
mod place;

use std::ops::Range;

use proc_macro2::Span as RustSpan;

pub(crate) use files::Loader;
pub use place::Place;

/// A place in the source: a range of tokens, both ends included.
///
/// Spans are made by [`Sources`] and mean nothing without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Span {
    /// The number of the first token.
    pub first: u32,
    /// The number of the last token.
    pub last: u32,
}

impl Span {
    /// From the first token of `self` to the last of `other`.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A word of Rust, `r#` taken away.
    Ident(String),
    /// One character of punctuation.
    Punct(char),
    /// A literal, as written.
    Literal(String),
    /// A line of docs: `///`, or `//!` where `inner`.
    Doc {
        /// The text without the marker and one leading space.
        text: String,
        /// Whether it belongs to what it is in.
        inner: bool,
    },
    /// The start of a group; its end is the token with number `close`.
    Open {
        /// `(`, `[` or `{`
        bracket: char,
        /// The number of its end.
        close: u32,
    },
    /// The end of a group.
    Close(char),
    /// The end of a file or of the macro's input.
    End,
}

/// Where a token comes from.
#[derive(Debug, Clone, Copy)]
enum Origin {
    /// The macro's own input. `joint` where the next token follows without a space; only known of
    /// punctuation.
    Inline { span: RustSpan, joint: bool },
    /// Bytes of a file.
    File { file: usize, start: usize, end: usize },
}

/// A file that was read.
#[derive(Debug)]
struct File {
    /// Its path as the spec leads to it, relative to the crate, with `/` between folders.
    path: String,
    text: String,
}

/// All tokens of a spec.
#[derive(Debug)]
pub struct Sources {
    tokens: Vec<Token>,
    origins: Vec<Origin>,
    files: Vec<File>,
    /// The token that stands for all files in the macro's input: the literal with the path.
    call: RustSpan,
}

/// The tokens of one file or macro input: from `start` up to the [`Token::End`] at `end`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stream {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Sources {
    pub(crate) fn new(call: RustSpan) -> Self {
        Self { tokens: Vec::new(), origins: Vec::new(), files: Vec::new(), call }
    }

    /// The token with this number. Past the last one there is only [`Token::End`].
    pub(crate) fn token(&self, index: usize) -> &Token {
        self.tokens.get(index).unwrap_or(&Token::End)
    }

    /// The span of one token.
    pub(crate) fn span(index: usize) -> Span {
        let number = u32::try_from(index).unwrap_or(u32::MAX);
        Span { first: number, last: number }
    }

    fn push(&mut self, token: Token, origin: Origin) {
        self.tokens.push(token);
        self.origins.push(origin);
    }

    /// Whether the token after this punctuation follows without a space.
    pub(crate) fn is_joint(&self, index: usize) -> bool {
        match (self.origins.get(index), self.origins.get(index + 1)) {
            (Some(Origin::Inline { joint, .. }), _) => *joint,
            (Some(Origin::File { end, .. }), Some(Origin::File { start, .. })) => end == start,
            _ => false,
        }
    }

    /// The bytes of a token in its file.
    pub(crate) fn bytes(&self, index: usize) -> Option<Range<usize>> {
        match self.origins.get(index)? {
            Origin::File { start, end, .. } => Some(*start..*end),
            Origin::Inline { .. } => None,
        }
    }

    /// How many tokens there are.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "there is always an end")]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The files that were read, each once, as paths relative to the crate.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        let mut files: Vec<String> = Vec::new();
        for file in &self.files {
            if !files.contains(&file.path) {
                files.push(file.path.clone());
            }
        }
        files
    }

    /// The span that a Rust token for this place carries: the token's own, or for a file the
    /// literal that names it.
    #[must_use]
    pub fn rust_span(&self, span: Span) -> RustSpan {
        match self.origins.get(span.first as usize) {
            Some(Origin::Inline { span, .. }) => *span,
            _ => self.call,
        }
    }
}

/// What a string literal says, if it is one.
pub(crate) fn string_value(literal: &str) -> Option<String> {
    let parsed = litrs::StringLit::parse(literal).ok()?;
    Some(parsed.value().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Place, Sources, Span};
    use crate::diagnostic::Diagnostics;

    /// The tokens of a text in a file.
    fn lex(text: &str) -> Sources {
        let mut sources = Sources::new(proc_macro2::Span::call_site());
        let mut diags = Diagnostics::default();
        sources.add_text("a.callsheet", text.to_owned(), &mut diags);
        assert!(diags.is_empty(), "{diags:?}");
        sources
    }

    #[test]
    fn a_text_has_the_same_tokens_in_both_hosts() {
        let everything = include_str!("../../tests/everything.callsheet");
        for text in [
            everything,
            "a-b.c 4.1 1..=64 0.0..2.5 -5 5xx \"a\\n\" r#type r#\"raw\"# [({})] /v1.1/@me/$x/~y",
            "/// doc\n/// more\nstruct A { /// inner\n a: u32 } // comment\n/* block */",
            "#[deprecated(note = \"x\")] #![callsheet(crate = ::a::b)]",
        ] {
            let file = lex(text);
            let mut inline = Sources::new(proc_macro2::Span::call_site());
            inline.add_tokens(text.parse().unwrap());
            assert_eq!(file.tokens, inline.tokens, "{text}");
        }
    }

    #[test]
    fn places_count_characters_from_one() {
        let sources = lex("struct A {\n\té: String, bcd: u32,\n}\n");
        let place = |number| match sources.place(Span { first: number, last: number }) {
            Place::File { path, line, column, text, width } => {
                format!("{path}:{line}:{column} {width} {text:?}")
            }
            Place::Inline(..) => "inline".to_owned(),
        };
        assert_eq!(place(0), "a.callsheet:1:1 6 \"struct A {\"");
        assert_eq!(place(3), "a.callsheet:2:2 1 \"\\té: String, bcd: u32,\"");
        assert_eq!(place(7), "a.callsheet:2:13 3 \"\\té: String, bcd: u32,\"");
    }
}
