//! Paths: of endpoints, and the prefixes of servers.

use super::parser::Parser;
use super::tree::{Path, PathPart, Word};
use crate::source::{Span, Token};

impl Parser<'_> {
    /// The path of an endpoint: everything up to `as`, or a text in quotes.
    pub(super) fn path(&mut self) -> Option<Path> {
        if let Some(text) = self.string() {
            return self.quoted_path(&text);
        }
        let start = self.span();
        if !self.at_punct('/') {
            self.expected("a path such as `/v1/sessions`");
            return None;
        }
        let mut parts = Vec::new();
        let mut text = String::new();
        while self.path_goes_on(&text) {
            if self.at_group('{') {
                if !text.is_empty() {
                    parts.push(PathPart::Text(std::mem::take(&mut text)));
                }
                let param = self.group(|p| {
                    if p.at_end() {
                        p.error(p.span(), "a path parameter has a name and a type: `{id: String}`");
                        return None;
                    }
                    p.field()
                })??;
                parts.push(PathPart::Param(Box::new(param)));
                continue;
            }
            match self.peek() {
                Token::Punct(c) => text.push(*c),
                Token::Ident(part) | Token::Literal(part) => text.push_str(part),
                _ => break,
            }
            self.skip();
        }
        if !text.is_empty() {
            parts.push(PathPart::Text(text));
        }
        Some(Path { parts, span: self.since(start) })
    }

    /// Whether the next token belongs to the path that has been read so far.
    fn path_goes_on(&self, text: &str) -> bool {
        match self.peek() {
            Token::Punct('-') => !self.at_puncts("->"),
            Token::Punct(c) => "/.:@$~".contains(*c),
            // `as` ends a path, unless it is a segment itself.
            Token::Ident(word) => {
                word != "as" || (text.ends_with('/') && !matches!(self.peek_at(1), Token::Ident(_)))
            }
            Token::Literal(literal) => super::word::is_number(literal),
            Token::Open { bracket: '{', .. } => self.is_parameter(text),
            _ => false,
        }
    }

    /// Whether the group that is next is a parameter, and not the endpoint's block.
    fn is_parameter(&self, text: &str) -> bool {
        let Token::Open { close, .. } = self.peek() else {
            return false;
        };
        let length = (*close as usize).saturating_sub(self.span().first as usize + 1);
        let is_field = matches!(self.peek_at(1), Token::Ident(_) | Token::Literal(_))
            && (length == 1
                || matches!(self.peek_at(2), Token::Punct(':' | '?' | '-'))
                || self.is_as(2));
        is_field || (length == 0 && text.ends_with('/'))
    }

    fn is_as(&self, ahead: usize) -> bool {
        matches!(self.peek_at(ahead), Token::Ident(word) if word == "as")
    }

    /// A path in quotes: its parameters, `{name: Type}`, are read as a spec of their own.
    fn quoted_path(&mut self, quoted: &Word) -> Option<Path> {
        let mut parts = Vec::new();
        let mut rest = quoted.text.as_str();
        if !rest.starts_with('/') {
            self.error(quoted.span, "a path starts with `/`");
            return None;
        }
        while let Some(open) = rest.find('{') {
            let (text, after) = rest.split_at(open);
            let Some(close) = after.find('}') else {
                self.error(quoted.span, "this path has a `{` without a `}`");
                return None;
            };
            if !text.is_empty() {
                parts.push(PathPart::Text(text.to_owned()));
            }
            let inside = after.get(1..close).unwrap_or_default();
            parts.push(PathPart::Param(Box::new(self.quoted_parameter(inside, quoted.span)?)));
            rest = after.get(close + 1..).unwrap_or_default();
        }
        if !rest.is_empty() {
            parts.push(PathPart::Text(rest.to_owned()));
        }
        Some(Path { parts, span: quoted.span })
    }

    /// `name: Type` in a quoted path, where the type is a plain name.
    fn quoted_parameter(&mut self, text: &str, span: Span) -> Option<super::tree::Field> {
        use super::tree::{Field, Meta, Name, Type, TypeKind};
        let simple = |part: &str| {
            let part = part.trim();
            let is_ident = !part.is_empty()
                && part.chars().all(|c| c == '_' || c == '-' || c.is_alphanumeric())
                && !part.starts_with(|c: char| c.is_numeric());
            is_ident.then(|| Word { text: part.to_owned(), span })
        };
        let parsed = text.split_once(':').and_then(|(name, ty)| Some((simple(name)?, simple(ty)?)));
        let Some((wire, name)) = parsed else {
            self.error(
                span,
                format!("`{{{text}}}` is not `{{name: Type}}` with a plain name of a type"),
            );
            return None;
        };
        let kind = TypeKind::Named { name, args: Vec::new() };
        Some(Field {
            meta: Meta::default(),
            name: Name { wire, rust: None },
            optional: None,
            ty: Type { kind, sets: Vec::new(), nullable: None, span },
            default: None,
        })
    }

    /// The prefix after a server's `for`.
    pub(super) fn prefix(&mut self) -> Option<Word> {
        if let Some(text) = self.string() {
            return Some(text);
        }
        let start = self.span();
        let mut text = String::new();
        while self.eat_punct('/') {
            text.push('/');
            if let Some(word) = self.word() {
                text.push_str(&word.text);
            }
        }
        if text.is_empty() {
            self.expected("a path such as `/v1` after `for`");
            return None;
        }
        Some(Word { text, span: self.since(start) })
    }
}
