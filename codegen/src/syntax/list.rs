//! Comma-separated lists, and how they go on after a mistake.

use super::parser::Parser;
use crate::source::Token;

impl Parser<'_> {
    /// Parses the items of a list up to the end of the group. An item that returns `None` has
    /// been reported, and the list goes on after the next comma.
    pub(super) fn comma_list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Vec<T> {
        let mut items = Vec::new();
        while !self.at_end() {
            let before = self.span();
            let problems = self.diags.losses();
            let parsed = item(self);
            let failed = parsed.is_none() || self.diags.losses() > problems;
            items.extend(parsed);
            if self.eat_punct(',') || self.at_end() {
                continue;
            }
            if failed {
                self.skip_past_comma();
            } else if self.starts_item() {
                let found = self.describe();
                self.error(self.span(), format!("expected `,` before {found}"));
                if self.span() == before {
                    self.skip();
                }
            } else {
                let found = self.describe();
                self.error(self.span(), format!("expected `,`, found {found}"));
                self.skip_past_comma();
            }
        }
        items
    }

    /// Whether the next token can start an item of a list whose comma was forgotten.
    fn starts_item(&self) -> bool {
        matches!(self.peek(), Token::Ident(_) | Token::Literal(_) | Token::Doc { .. })
            || self.at_punct('#')
    }

    fn skip_past_comma(&mut self) {
        let mut angles = std::mem::take(&mut self.angles);
        while !self.at_end() {
            if self.at_punct('<') {
                angles += 1;
            } else if self.at_punct('>') {
                angles = angles.saturating_sub(1);
            } else if angles == 0 && self.at_punct(',') {
                self.skip();
                return;
            }
            self.skip();
        }
    }
}
