//! Enums: of texts, of integers, and unions.

use super::parser::Parser;
use super::tree::{Enum, Meta, Name, Type, Variant, VariantBody, Word};
use super::word::is_number;
use crate::source::{Token, string_value};

/// What stands between the commas of an enum.
enum Entry {
    Variant(Variant),
    Base(Type),
}

impl Parser<'_> {
    /// `enum Name tag key { ... }`
    pub(super) fn enum_(&mut self, meta: Meta) -> Option<Enum> {
        self.skip();
        let name = self.ident("the name of an enum")?;
        let params = self.params()?;
        let tag = if self.eat_word("tag") {
            Some(self.wire_name("the key that tells the variants apart, such as `type`")?)
        } else {
            None
        };
        if !self.at_group('{') {
            self.expected(&format!("`{{` after `enum {}`", name.text));
            return None;
        }
        let problems = self.diags.len();
        let entries = self.group(|p| p.comma_list(Self::enum_entry))?;
        if entries.is_empty() && self.diags.len() > problems {
            return None;
        }
        let (mut variants, mut bases) = (Vec::new(), Vec::new());
        for entry in entries {
            match entry {
                Entry::Variant(variant) => variants.push(variant),
                Entry::Base(ty) => bases.push(ty),
            }
        }
        let item = Enum { meta, name, params, tag, bases, variants };
        if let (Some(param), false) = (item.params.first(), item.is_union()) {
            self.error_help(
                param.span,
                "an enum of values takes no parameters",
                "one whose variants hold something may: `enum Either<T> { Text(String), Many([T]) }`",
            );
            return None;
        }
        Some(item)
    }

    fn enum_entry(&mut self) -> Option<Entry> {
        let meta = self.meta();
        if self.eat_puncts("..") {
            if let Some(attr) = meta.attrs.first() {
                self.error(attr.span, "an attribute has no place on `..Base`");
            }
            return self.ty().map(Entry::Base);
        }
        self.variant(meta).map(Entry::Variant)
    }

    fn variant(&mut self, meta: Meta) -> Option<Variant> {
        if let Some(number) = self.whole_number() {
            return self.integer_variant(meta, &number);
        }
        let name = if self.at_quoted_number() {
            Name { wire: self.string()?, rust: self.as_name()? }
        } else {
            self.name("a value of the enum")?
        };
        let body = if self.at_group('{') {
            VariantBody::Fields(self.field_block()?)
        } else if self.at_group('(') {
            VariantBody::Type(self.group(Self::ty)??)
        } else {
            VariantBody::Bare
        };
        Some(Variant { meta, name, integer: None, body })
    }

    /// `1 as Low`
    fn integer_variant(&mut self, meta: Meta, number: &Word) -> Option<Variant> {
        let rust = self.as_name()?;
        if rust.is_none() {
            self.error_help(
                number.span,
                format!("the value `{}` needs a Rust name", number.text),
                format!("write `{} as Name`", number.text),
            );
        }
        let Ok(integer) = number.text.parse::<i64>() else {
            self.error(number.span, format!("`{}` is outside `i64`", number.text));
            return None;
        };
        let wire = Word { text: integer.to_string(), span: number.span };
        let body = VariantBody::Bare;
        Some(Variant { meta, name: Name { wire, rust: Some(rust?) }, integer: Some(integer), body })
    }

    /// Whether a text is next that would be an integer without its quotes.
    fn at_quoted_number(&self) -> bool {
        let Token::Literal(literal) = self.peek() else {
            return false;
        };
        string_value(literal).is_some_and(|text| text.parse::<i128>().is_ok())
    }

    /// An integer that is no part of a longer word such as `4-mini`.
    fn whole_number(&mut self) -> Option<Word> {
        let sign = usize::from(self.at_punct('-'));
        let Token::Literal(literal) = self.peek_at(sign) else {
            return None;
        };
        let digits = is_number(literal) && literal.chars().all(|c| c.is_ascii_digit() || c == '_');
        let joined = matches!(self.peek_at(sign + 1), Token::Punct('-' | '.'));
        if !digits || joined {
            return None;
        }
        let number = self.number()?;
        Some(Word { text: number.text.replace('_', ""), span: number.span })
    }
}
