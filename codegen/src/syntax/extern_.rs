//! Types of the user's own.

use super::parser::Parser;
use super::tree::{Extern, Meta, RustPath};

impl Parser<'_> {
    /// `extern type Name: Wire = path::Type;`
    pub(super) fn extern_(&mut self, meta: Meta) -> Option<Extern> {
        self.skip();
        if !self.eat_word("type") {
            self.expected("`type` after `extern`");
            return None;
        }
        let name = self.ident("the name of a type")?;
        if !self.eat_punct(':') {
            self.expected(&format!("`:` and what `{}` is on the wire", name.text));
            return None;
        }
        let wire = self.ty()?;
        if !self.eat_punct('=') {
            self.expected(&format!("`=` and the Rust type that `{}` is", name.text));
            return None;
        }
        let path = self.type_path()?;
        if !self.eat_punct(';') {
            self.expected(&format!("`;` after the path of `{}`", name.text));
        }
        Some(Extern { meta, name, wire, path })
    }

    fn type_path(&mut self) -> Option<RustPath> {
        let start = self.span();
        let global = self.eat_puncts("::");
        let mut segments = vec![self.ident("the path of a Rust type, such as `crate::Money`")?];
        while self.eat_puncts("::") {
            segments.push(self.ident("a name after `::`")?);
        }
        let span = self.since(start);
        if self.at_punct('<') {
            self.error_help(
                self.span(),
                "the path of an extern type takes no arguments",
                "give the type a name in Rust: `type Name = Other<...>;`",
            );
            return None;
        }
        Some(RustPath { global, segments, span })
    }
}
