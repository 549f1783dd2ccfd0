//! Doc comments and attributes.

use super::parser::Parser;
use super::tree::{Attr, AttrArg, AttrValue, Document, Meta, Word};
use super::word::is_number;
use crate::source::{Span, Token, string_value};
use crate::vocabulary::Vocabulary;

/// The attributes that there are, and where each belongs.
pub(crate) const ATTRIBUTES: &[(&str, &str)] = &[
    ("error", "the struct that is the envelope of every error"),
    ("sensitive", "a field"),
    ("closed", "a struct or an enum"),
    ("deprecated", "an endpoint, a type, a field or a value"),
    ("x", "the `api` block, a module, an endpoint, a type, a field, a value or a `body` section"),
    ("title", "the `api` block, a module, an endpoint, a type or a field"),
    ("callsheet", "the whole spec, as `#![callsheet(crate = ::path)]`"),
    ("style", "a parameter of a query or a field of a form"),
    ("read_only", "a field of a struct"),
    ("write_only", "a field of a struct"),
    ("unique", "a field that is a list"),
    ("multiple_of", "a field that is a number"),
    ("format", "a field"),
    ("check", "a struct, or a `query` or `body` section with fields"),
    ("since", "a module, an endpoint, a type, a field or a value"),
    ("sunset", "an endpoint, a type, a field or a value"),
    ("version", "the `api` block"),
    ("tag", "the `api` block, a module or an endpoint"),
    ("license", "the `api` block"),
    ("retry", "an endpoint or the `api` block"),
    ("idempotent", "an endpoint"),
    (
        "idempotency_key",
        "a field of a `header` section, or the `api` block as `#[idempotency_key(Idempotency-Key)]`",
    ),
    ("timeout", "an endpoint or the `api` block"),
    ("paginate", "an endpoint"),
    ("wait", "an endpoint"),
    ("when", "a response that is a stream, where there are others"),
    ("sse", "a response that is `sse`"),
    ("signature", "a webhook, or the `api` block for all of them"),
];

/// The attributes that there will be.
const LATER: &[&str] = &["schema", "callback", "xml"];

impl Parser<'_> {
    /// The doc comments and attributes above something.
    pub(super) fn meta(&mut self) -> Meta {
        let mut meta = Meta::default();
        loop {
            if let Token::Doc { text, inner } = self.peek() {
                if *inner {
                    self.error_help(
                        self.span(),
                        "`//!` stands at the top of a spec",
                        "write `///`",
                    );
                } else {
                    meta.docs.push(text.clone());
                }
                self.skip();
            } else if self.at_punct('#') {
                let start = self.span();
                self.skip();
                match self.doc_attr() {
                    Some(text) => meta.docs.push(text),
                    None => match self.attr(start) {
                        Some(attr) => meta.attrs.push(attr),
                        None => meta.incomplete = true,
                    },
                }
            } else {
                return meta;
            }
        }
    }

    /// The inner docs and attributes at the top of a file.
    pub(super) fn inner_meta(&mut self, document: &mut Document) {
        loop {
            if let Token::Doc { text, inner: true } = self.peek() {
                document.docs.push(text.clone());
                self.skip();
            } else if self.at_puncts("#!") {
                let start = self.span();
                self.eat_puncts("#!");
                match self.doc_attr() {
                    Some(text) => document.docs.push(text),
                    None => document.attrs.extend(self.attr(start)),
                }
            } else {
                return;
            }
        }
    }

    /// `[doc = "text"]`, after its `#`: what a doc comment is in a macro, spelt out in a file.
    fn doc_attr(&mut self) -> Option<String> {
        let is_doc = self.at_group('[')
            && matches!(self.peek_at(1), Token::Ident(word) if word == "doc")
            && *self.peek_at(2) == Token::Punct('=')
            && matches!(self.peek_at(4), Token::Close(_));
        let Token::Literal(literal) = self.peek_at(3) else { return None };
        let text = string_value(literal).filter(|_| is_doc)?;
        self.skip();
        Some(text.strip_prefix(' ').map(str::to_owned).unwrap_or(text))
    }

    /// `[name]` or `[name(args)]`, after its `#`.
    fn attr(&mut self, start: Span) -> Option<Attr> {
        if !self.at_group('[') {
            self.expected("`[` of an attribute");
            return None;
        }
        self.group(|p| {
            p.keyword(Vocabulary::Attribute);
            let name = p.word().or_else(|| {
                p.expected("the name of an attribute");
                None
            })?;
            if !ATTRIBUTES.iter().any(|(known, _)| *known == name.text) {
                p.unknown_attr(&name);
                while !p.at_end() {
                    p.skip();
                }
                return None;
            }
            let problems = p.diags.len();
            let mut args = Vec::new();
            if p.at_group('(') {
                let problems = p.diags.len();
                args = if name.text == "check" {
                    p.group(|p| p.comma_list(Self::comparison))?
                } else {
                    p.group(|p| p.comma_list(Self::attr_arg))?
                };
                if args.is_empty() && p.diags.len() > problems {
                    return None;
                }
            }
            let span = start.to(p.span());
            let incomplete = p.diags.len() > problems;
            Some(Attr { name, args, incomplete, span })
        })?
    }

    fn unknown_attr(&mut self, name: &Word) {
        if LATER.contains(&name.text.as_str()) {
            self.not_yet(name.span, &format!("`#[{}]` is", name.text));
        } else {
            let message = format!("unknown attribute `#[{}]`", name.text);
            let known = ATTRIBUTES.iter().map(|(name, _)| *name);
            let known: Vec<&str> = known.chain(LATER.iter().copied()).collect();
            self.unknown(name.span, message, &name.text, &known);
        }
    }

    /// `end > start`
    fn comparison(&mut self) -> Option<AttrArg> {
        let start = self.span();
        let key = self.wire_name("the name of a field")?;
        let mut operator = String::new();
        while let Token::Punct(c @ ('<' | '>' | '=' | '!')) = *self.peek() {
            operator.push(c);
            self.skip();
        }
        if !["<", "<=", ">", ">=", "==", "!="].contains(&operator.as_str()) {
            self.expected("`<`, `<=`, `>`, `>=`, `==` or `!=`");
            return None;
        }
        let right = self.wire_name("the name of a field")?;
        let value = Some(AttrValue::Compare(operator, right));
        Some(AttrArg { key: Some(key), value, span: self.since(start) })
    }

    fn attr_arg(&mut self) -> Option<AttrArg> {
        let start = self.span();
        let has_key = matches!(self.peek(), Token::Ident(_)) || self.at_quoted_key();
        if !has_key {
            let value = Some(self.attr_value()?);
            return Some(AttrArg { key: None, value, span: self.since(start) });
        }
        let key = self.wire_name("a key");
        let value = if self.eat_puncts("+=") {
            Some(AttrValue::Plus(Box::new(self.attr_value()?)))
        } else if self.eat_punct('=') {
            Some(self.attr_value()?)
        } else if self.at_group('(') {
            Some(AttrValue::Group(self.group(|p| p.comma_list(Self::list_word))?))
        } else if self.at_punct('+') {
            self.expected("`+=`");
            return None;
        } else {
            None
        };
        Some(AttrArg { key, value, span: self.since(start) })
    }

    /// Whether a key in quotes is next: a name that is no word, as in `"page[after]" = next`.
    fn at_quoted_key(&self) -> bool {
        let is_text = matches!(self.peek(), Token::Literal(text) if string_value(text).is_some());
        is_text && matches!(self.peek_at(1), Token::Punct('=' | '+'))
    }

    fn attr_value(&mut self) -> Option<AttrValue> {
        if self.at_word("env") && matches!(self.peek_at(1), Token::Open { bracket: '(', .. }) {
            return self.env().map(AttrValue::Env);
        }
        match self.rust_path() {
            Some(AttrValue::Word(word)) if self.eat_word("in") => {
                if !self.at_group('[') {
                    self.expected("a list of values, such as `[succeeded]`");
                    return None;
                }
                let values = self.group(|p| p.comma_list(Self::list_word))?;
                return Some(AttrValue::In(word, values));
            }
            Some(AttrValue::Word(_)) if self.at_punct('=') => {
                let help = "`state in [succeeded]`";
                self.error_help(self.span(), "a condition lists the values of a field", help);
                return None;
            }
            Some(path) => return Some(path),
            None => {}
        }
        if self.at_group('[') {
            return self.group(|p| p.comma_list(Self::list_word)).map(AttrValue::List);
        }
        if self.at_quantity() {
            return self.word().map(AttrValue::Word);
        }
        if let Some(literal) = self.literal() {
            return Some(AttrValue::Literal(literal));
        }
        self.expected("a value");
        None
    }

    /// A word of a list such as `[429, 5xx]`.
    fn list_word(&mut self) -> Option<Word> {
        if self.at_punct('-') {
            if let Some(number) = self.number() {
                return Some(number);
            }
        }
        self.wire_name("a word or a number")
    }

    /// Whether a number with a unit such as `30s` is next.
    fn at_quantity(&self) -> bool {
        matches!(self.peek(), Token::Literal(text)
            if is_number(text) && text.contains(|c: char| c.is_ascii_alphabetic()))
    }

    /// A word, or a Rust path such as `::my::callsheet` or `crate::callsheet`.
    fn rust_path(&mut self) -> Option<AttrValue> {
        let start = self.span();
        let is_path = self.at_puncts("::")
            || (matches!(self.peek(), Token::Ident(_))
                && *self.peek_at(1) == Token::Punct(':')
                && *self.peek_at(2) == Token::Punct(':'));
        if !is_path {
            let is_word =
                matches!(self.peek(), Token::Ident(text) if text != "true" && text != "false");
            return if is_word { self.word().map(AttrValue::Word) } else { None };
        }
        let mut text = String::new();
        loop {
            if self.eat_puncts("::") {
                text.push_str("::");
            } else if !text.is_empty() && !text.ends_with(':') {
                break;
            }
            text.push_str(&self.ident("a part of a path")?.text);
        }
        Some(AttrValue::Path(Word { text, span: self.since(start) }))
    }
}
