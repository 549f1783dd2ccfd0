//! Words, names and literals: the smallest things a spec is made of.

use super::parser::Parser;
use super::tree::{Literal, LiteralKind, Name, Word};
use crate::diagnostic::{Diagnostic, Kind};
use crate::source::{Token, string_value};

/// Whether a text can be written without quotes.
pub(crate) fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text.split(['-', '.']).all(|part| {
            let mut chars = part.chars();
            match chars.next() {
                Some(first) if first.is_ascii_digit() => chars.all(|c| c.is_ascii_digit()),
                Some(first) => {
                    (first == '_' || first.is_alphabetic())
                        && chars.all(|c| c == '_' || c.is_alphanumeric())
                        && part != "_"
                }
                None => false,
            }
        })
}

/// Whether a literal is a number.
pub(crate) fn is_number(literal: &str) -> bool {
    literal.starts_with(|c: char| c.is_ascii_digit())
}

impl Parser<'_> {
    /// Whether a word or a quoted name is next.
    pub(super) fn at_name(&self) -> bool {
        match self.peek() {
            Token::Ident(_) => true,
            Token::Literal(literal) => is_number(literal) || literal.starts_with(['"', 'r']),
            _ => false,
        }
    }

    /// A word: identifiers or numbers joined by `-` or `.`.
    pub(super) fn word(&mut self) -> Option<Word> {
        let start = self.span();
        let mut text = self.part_at(0)?.to_owned();
        self.skip();
        while let Token::Punct(joint @ ('-' | '.')) = *self.peek() {
            let Some(part) = self.part_at(1) else { break };
            text.push(joint);
            text.push_str(part);
            self.skip();
            self.skip();
        }
        Some(Word { text, span: self.since(start) })
    }

    /// Whether a field stands at this place: its docs, or its name and what follows a name.
    pub(super) fn is_field_at(&self, ahead: usize) -> bool {
        let mut end = ahead + 1;
        match self.peek_at(ahead) {
            Token::Doc { .. } | Token::Punct('#') => return true,
            Token::Literal(text) if text.starts_with(['"', 'r']) => {}
            _ => {
                if self.part_at(ahead).is_none() {
                    return false;
                }
                while matches!(self.peek_at(end), Token::Punct('-' | '.'))
                    && self.part_at(end + 1).is_some()
                {
                    end += 2;
                }
            }
        }
        match self.peek_at(end) {
            Token::Punct(':' | '?') => true,
            Token::Ident(word) => word == "as",
            _ => false,
        }
    }

    /// A part of a word, if one is at this place.
    fn part_at(&self, ahead: usize) -> Option<&str> {
        match self.peek_at(ahead) {
            Token::Ident(text) => Some(text),
            Token::Literal(text) if is_number(text) => Some(text),
            _ => None,
        }
    }

    /// One identifier.
    pub(super) fn ident(&mut self, what: &str) -> Option<Word> {
        let Token::Ident(text) = self.peek() else {
            self.expected(what);
            return None;
        };
        let word = Word { text: text.clone(), span: self.span() };
        self.skip();
        Some(word)
    }

    /// A text in quotes, or a report that `what` was expected.
    pub(super) fn text(&mut self, what: &str) -> Option<Word> {
        let text = self.string();
        if text.is_none() {
            self.expected(what);
        }
        text
    }

    /// A text in quotes.
    pub(super) fn string(&mut self) -> Option<Word> {
        let Token::Literal(literal) = self.peek() else {
            return None;
        };
        let text = string_value(literal)?;
        let word = Word { text, span: self.span() };
        self.skip();
        Some(word)
    }

    /// A name on the wire: a word, or a text in quotes where a word cannot say it.
    pub(super) fn wire_name(&mut self, what: &str) -> Option<Word> {
        if let Some(word) = self.string() {
            if is_word(&word.text) {
                let message = "quotes are only for names that are not plain words";
                let diagnostic = Diagnostic::error(word.span, message)
                    .help(format!("write plain `{}`", word.text));
                self.diags.push(diagnostic.kind(Kind::NeedlessQuotes));
            } else if word.text.is_empty() {
                self.error(word.span, "a name is not empty");
            }
            return Some(word);
        }
        let word = self.word();
        if word.is_none() {
            self.expected(what);
        }
        word
    }

    /// `wire` or `wire as rust`
    pub(super) fn name(&mut self, what: &str) -> Option<Name> {
        let wire = self.wire_name(what)?;
        let rust = self.as_name()?;
        Some(Name { wire, rust })
    }

    /// `as name`, if it is next. `None` where `as` has no name after it.
    #[allow(clippy::option_option, reason = "nothing written and something wrong are two things")]
    pub(super) fn as_name(&mut self) -> Option<Option<Word>> {
        if self.eat_word("as") {
            Some(Some(self.ident("a Rust name after `as`")?))
        } else {
            Some(None)
        }
    }

    /// A number with its sign, as written.
    pub(super) fn number(&mut self) -> Option<Word> {
        let start = self.span();
        let sign = usize::from(self.at_punct('-'));
        let Token::Literal(literal) = self.peek_at(sign) else {
            return None;
        };
        if !is_number(literal) {
            return None;
        }
        let text = format!("{}{literal}", if sign == 1 { "-" } else { "" });
        (0..=sign).for_each(|_| self.skip());
        Some(Word { text, span: self.since(start) })
    }

    /// A literal: a text, a number, `true` or `false`.
    pub(super) fn literal(&mut self) -> Option<Literal> {
        if let Some(word) = self.string() {
            return Some(Literal { kind: LiteralKind::Str(word.text), span: word.span });
        }
        if let Some(number) = self.number() {
            return Some(self.number_literal(&number));
        }
        let value = match self.peek() {
            Token::Ident(text) if text == "true" => true,
            Token::Ident(text) if text == "false" => false,
            _ => return None,
        };
        let span = self.span();
        self.skip();
        Some(Literal { kind: LiteralKind::Bool(value), span })
    }

    fn number_literal(&mut self, number: &Word) -> Literal {
        let digits = number.text.replace('_', "");
        let kind = if let Ok(value) = digits.parse::<i128>() {
            LiteralKind::Int(value)
        } else if let Some(value) = digits.parse::<f64>().ok().filter(|value| value.is_finite()) {
            LiteralKind::Float(value)
        } else {
            self.error(
                number.span,
                format!("`{}` is not a number that can be written here", number.text),
            );
            LiteralKind::Int(0)
        };
        Literal { kind, span: number.span }
    }
}
