//! `extend path::To::Client;`, and the paths of Rust.

use super::parser::Parser;
use super::tree::{Extend, Meta, RustPath};
use crate::source::Token;

impl Parser<'_> {
    /// `extend path::To::Client;`. Where the path has a mistake it is left empty: the spec is one
    /// that extends a client all the same.
    pub(super) fn extend(&mut self, meta: Meta) -> Extend {
        let span = self.span();
        self.skip();
        let Some(path) = self.item_path("the path of a client, such as `acme::Acme`") else {
            self.skip_line_end();
            let path = RustPath { global: false, segments: Vec::new(), span };
            return Extend { meta, span, path };
        };
        if self.at_group('{') {
            self.error_help(
                self.span(),
                "an `extend` line has no block",
                "servers, auth and errors are those of the client; endpoints, types and modules follow after `;`",
            );
            self.skip();
        } else if self.at_punct('<') {
            self.error(self.span(), "a client takes no type arguments");
            self.skip_line_end();
        } else if !self.eat_punct(';') {
            self.expected("`;` after the path of the client");
        }
        Extend { meta, span, path }
    }

    /// Whether `::` is at this place.
    pub(super) fn is_path_at(&self, ahead: usize) -> bool {
        let colon = |at| *self.peek_at(at) == Token::Punct(':');
        colon(ahead) && colon(ahead + 1)
    }

    /// `path::to::Type`
    pub(super) fn item_path(&mut self, what: &str) -> Option<RustPath> {
        let start = self.span();
        let global = self.eat_puncts("::");
        let mut segments = vec![self.ident(what)?];
        while self.eat_puncts("::") {
            segments.push(self.ident("a name after `::`")?);
        }
        Some(RustPath { global, segments, span: self.since(start) })
    }
}
