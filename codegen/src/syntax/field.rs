//! Fields.

use super::parser::Parser;
use super::tree::{Choice, Field, Include, Member, Meta, Value, ValueKind};
use crate::source::Token;

impl Parser<'_> {
    /// `{ field, field }`
    pub(super) fn field_block(&mut self) -> Option<Vec<Member>> {
        if !self.at_group('{') {
            self.expected("`{`");
            return None;
        }
        self.group(|p| p.comma_list(Self::member))
    }

    /// `{ field, field }` where nothing but fields may stand.
    pub(super) fn plain_field_block(&mut self) -> Option<Vec<Field>> {
        if !self.at_group('{') {
            self.expected("`{`");
            return None;
        }
        self.group(|p| p.comma_list(Self::field))
    }

    /// A field, `..Type` or an exclusive group.
    fn member(&mut self) -> Option<Member> {
        let meta = self.meta();
        let start = self.span();
        if self.eat_puncts("..") {
            let ty = self.ty()?;
            return Some(Member::Include(Include { meta, ty, span: self.since(start) }));
        }
        if self.at_group('(') {
            return self.choice(meta).map(Member::Choice);
        }
        self.field_after(meta).map(Member::Field)
    }

    /// `name?: Type = default`
    pub(super) fn field(&mut self) -> Option<Field> {
        let meta = self.meta();
        self.field_after(meta)
    }

    fn field_after(&mut self, meta: Meta) -> Option<Field> {
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

    /// `( a: A, b: B | c: C ) as name?`
    fn choice(&mut self, meta: Meta) -> Option<Choice> {
        let span = self.span();
        let problems = self.diags.len();
        let groups = self.group(|p| {
            let mut groups = Vec::new();
            loop {
                groups.push(p.group_fields());
                if !p.eat_punct('|') {
                    return groups;
                }
            }
        })?;
        if !self.eat_word("as") {
            self.error(span, "an exclusive group needs a Rust name: `( a: A | b: B ) as name`");
            return None;
        }
        let name = self.ident("a Rust name after `as`")?;
        let mark = self.span();
        let optional = self.eat_punct('?').then_some(mark);
        let whole = groups.iter().all(|group| !group.is_empty());
        if self.diags.len() > problems {
            return None;
        }
        if groups.len() < 2 || !whole {
            let message = "an exclusive group has at least two groups of fields, with `|` between";
            self.error(span, message);
            return None;
        }
        Some(Choice { meta, groups, name, optional, span })
    }

    /// The fields up to the next `|` or the end.
    fn group_fields(&mut self) -> Vec<Field> {
        let mut fields = Vec::new();
        while !self.at_end() && !self.at_punct('|') {
            match self.field() {
                Some(field) => fields.push(field),
                None => {
                    while !self.at_end() {
                        self.skip();
                    }
                }
            }
            if !self.eat_punct(',') {
                break;
            }
        }
        fields
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
