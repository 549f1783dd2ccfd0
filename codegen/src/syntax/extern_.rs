//! Types of the user's own.

use super::parser::Parser;
use super::tree::{Extern, Meta};

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
        let path = self.item_path("the path of a Rust type, such as `crate::Money`")?;
        if self.at_punct('<') {
            self.error_help(
                self.span(),
                "the path of an extern type takes no arguments",
                "give the type a name in Rust: `type Name = Other<...>;`",
            );
            return None;
        }
        if !self.eat_punct(';') {
            self.expected(&format!("`;` after the path of `{}`", name.text));
        }
        Some(Extern { meta, name, wire, path })
    }
}
