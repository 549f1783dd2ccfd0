//! What may follow the path of a spec: `client!("...", only = [sessions, files.upload])`.

use super::parser::Parser;
use super::tree::Only;

impl Parser<'_> {
    /// The arguments after the path. A comma alone says nothing.
    pub(super) fn arguments(&mut self) -> Option<Only> {
        if !self.eat_punct(',') {
            self.expected("`,` after the path of the spec");
            return None;
        }
        if self.at_end() {
            return None;
        }
        let name = self.word();
        match name {
            Some(name) if name.text == "only" => {}
            Some(name) => {
                let message = format!("`client!` has no argument `{}`", name.text);
                self.unknown(name.span, message, &name.text, &["only"]);
                return None;
            }
            None => {
                self.expected("`only = [...]`");
                return None;
            }
        }
        if !self.eat_punct('=') || !self.at_group('[') {
            self.expected("`= [...]` with the modules and endpoints to keep");
            return None;
        }
        let span = self.span();
        let names = self.group(|parser| {
            parser.comma_list(|parser| {
                let word = parser.word();
                if word.is_none() {
                    parser.expected("a module or an endpoint, such as `sessions.create`");
                }
                word
            })
        })?;
        self.eat_punct(',');
        if !self.at_end() {
            let found = self.describe();
            self.error(self.span(), format!("unexpected {found}"));
        }
        Some(Only { names, span })
    }
}
