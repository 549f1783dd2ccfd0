//! Fields.

use super::parser::Parser;
use super::tree::{Field, Value, ValueKind};
use crate::source::Token;

impl Parser<'_> {
    /// `{ field, field }`
    pub(super) fn field_block(&mut self) -> Option<Vec<Field>> {
        if !self.at_group('{') {
            self.expected("`{`");
            return None;
        }
        self.group(|p| p.comma_list(Self::field))
    }

    /// `name?: Type = default`
    pub(super) fn field(&mut self) -> Option<Field> {
        let meta = self.meta();
        if self.at_puncts("..") {
            self.not_yet(self.span(), "inclusion (`..T`) is");
            return None;
        }
        if self.at_group('(') {
            self.exclusive_group();
            return None;
        }
        let name = self.name("the name of a field")?;
        let mark = self.span();
        let optional = self.eat_punct('?').then_some(mark);
        if !self.eat_punct(':') {
            let found = self.describe();
            self.error(
                self.span(),
                format!("expected `:` and the type of `{}`, found {found}", name.wire.text),
            );
            return None;
        }
        let ty = self.ty()?;
        let default = if self.eat_punct('=') { Some(self.value()?) } else { None };
        Some(Field { meta, name, optional, ty, default })
    }

    /// `( a: A | b: B ) as name`, which has to have a name.
    fn exclusive_group(&mut self) {
        let span = self.span();
        self.skip();
        if self.at_word("as") {
            self.not_yet(span, "an exclusive group is");
        } else {
            self.error(span, "an exclusive group needs a Rust name: `( a: A | b: B ) as name`");
        }
    }

    /// A default.
    fn value(&mut self) -> Option<Value> {
        let span = self.span();
        if self.at_group('[') {
            self.group(|p| {
                if !p.at_end() {
                    p.error(p.span(), "the default of a list is `[]`");
                }
            })?;
            return Some(Value { kind: ValueKind::EmptyList, span });
        }
        if matches!(self.peek(), Token::Ident(text) if text != "true" && text != "false") {
            let word = self.word()?;
            return Some(Value { kind: ValueKind::Word(word.text), span: word.span });
        }
        // A word may start with a number: `2026-01-01`.
        if let (Token::Literal(_), Token::Punct('-' | '.'), Token::Literal(_) | Token::Ident(_)) =
            (self.peek(), self.peek_at(1), self.peek_at(2))
        {
            if let Some(word) = self.word() {
                return Some(Value { kind: ValueKind::Word(word.text), span: word.span });
            }
        }
        let Some(literal) = self.literal() else {
            self.expected("a default");
            return None;
        };
        Some(Value { kind: ValueKind::Literal(literal.kind), span: literal.span })
    }
}
