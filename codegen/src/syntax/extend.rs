//! `extend path::To::Client;`, and the paths of Rust.

use super::parser::Parser;
use super::tree::{Extend, Meta, RustPath};

impl Parser<'_> {
    /// `extend path::To::Client;`
    pub(super) fn extend(&mut self, meta: Meta) -> Option<Extend> {
        let span = self.span();
        self.skip();
        let path = self.item_path("the path of a client, such as `acme::Acme`")?;
        if self.at_group('{') {
            self.error_help(
                self.span(),
                "an `extend` line has no block",
                "servers, auth and errors are those of the client; endpoints, types and modules follow after `;`",
            );
            self.skip();
        } else if self.at_punct('<') {
            self.error(self.span(), "a client takes no type arguments");
            return None;
        } else if !self.eat_punct(';') {
            self.expected("`;` after the path of the client");
        }
        Some(Extend { meta, span, path })
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
