//! Doc comments and attributes.

use super::parser::Parser;
use super::tree::{Attr, AttrArg, AttrValue, Document, Meta, Word};
use crate::source::{Span, Token};

/// The attributes that there are.
const KNOWN: [&str; 18] = [
    "error",
    "sensitive",
    "closed",
    "deprecated",
    "x",
    "title",
    "callsheet",
    "read_only",
    "write_only",
    "unique",
    "multiple_of",
    "format",
    "check",
    "since",
    "sunset",
    "version",
    "tag",
    "license",
];

/// The attributes that there will be.
const LATER: [&str; 13] = [
    "schema",
    "paginate",
    "wait",
    "retry",
    "idempotent",
    "idempotency_key",
    "timeout",
    "when",
    "signature",
    "sse",
    "style",
    "callback",
    "xml",
];

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
                meta.attrs.extend(self.attr(start));
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
                document.attrs.extend(self.attr(start));
            } else {
                return;
            }
        }
    }

    /// `[name]` or `[name(args)]`, after its `#`.
    fn attr(&mut self, start: Span) -> Option<Attr> {
        if !self.at_group('[') {
            self.expected("`[` of an attribute");
            return None;
        }
        self.group(|p| {
            let name = p.word().or_else(|| {
                p.expected("the name of an attribute");
                None
            })?;
            if !KNOWN.contains(&name.text.as_str()) {
                p.unknown_attr(&name);
                while !p.at_end() {
                    p.skip();
                }
                return None;
            }
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
            Some(Attr { name, args, span })
        })?
    }

    fn unknown_attr(&mut self, name: &Word) {
        if LATER.contains(&name.text.as_str()) {
            self.not_yet(name.span, &format!("`#[{}]` is", name.text));
        } else {
            let message = format!("unknown attribute `#[{}]`", name.text);
            let known: Vec<&str> = KNOWN.iter().chain(&LATER).copied().collect();
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
        let value = |p: &mut Self| -> Option<AttrValue> {
            if let Some(path) = p.rust_path() {
                return Some(path);
            }
            if let Some(literal) = p.literal() {
                return Some(AttrValue::Literal(literal));
            }
            p.expected("a value");
            None
        };
        if matches!(self.peek(), Token::Ident(_)) {
            let key = self.word();
            let value = if self.eat_punct('=') { Some(value(self)?) } else { None };
            return Some(AttrArg { key, value, span: self.since(start) });
        }
        let value = Some(value(self)?);
        Some(AttrArg { key: None, value, span: self.since(start) })
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
