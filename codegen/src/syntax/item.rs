//! Items: what stands at the top of a file, of a macro's body or of a module.

use super::parser::Parser;
use super::tree::{Document, Item, Meta, Mod, Struct, StructBody, Word};
use crate::source::Token;
use crate::vocabulary::Vocabulary;

/// The HTTP methods.
pub(crate) const METHODS: [&str; 9] =
    ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY"];

/// The keywords of items.
pub(super) const KEYWORDS: [&str; 7] =
    ["api", "mod", "struct", "enum", "extern", "extend", "webhook"];

impl Parser<'_> {
    /// A whole file or macro body.
    pub(super) fn document(&mut self) -> Document {
        let mut document = Document::default();
        self.inner_meta(&mut document);
        document.items = self.items();
        document.keywords = std::mem::take(&mut self.keywords);
        document.lost = std::mem::take(&mut self.lost);
        document.types_incomplete = self.types_incomplete;
        document
    }

    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        while !self.at_end() {
            let before = self.span();
            match self.item() {
                Some(item) => items.push(item),
                None => self.skip_item(before == self.span()),
            }
        }
        items
    }

    fn item(&mut self) -> Option<Item> {
        let meta = self.meta();
        self.keyword(Vocabulary::Item);
        let Token::Ident(word) = self.peek() else {
            if self.at_end() {
                self.error(self.previous_span(), "nothing follows these docs or attributes");
                return None;
            }
            self.expected("`api`, `mod`, `struct`, `enum` or a method such as `GET`");
            return None;
        };
        match word.as_str() {
            "api" => self.api(meta).map(Item::Api),
            "mod" => self.module(meta).map(Item::Mod),
            "struct" | "enum" | "extern" => self.type_item(meta),
            "extend" => Some(Item::Extend(self.extend(meta))),
            "webhook" => self.webhook(meta).map(Item::Webhook),
            method if METHODS.contains(&method) => self.endpoint(meta).map(Item::Endpoint),
            other => {
                let message = format!(
                    "expected `api`, `mod`, `struct`, `enum` or a method such as `GET`, found `{other}`"
                );
                let name = other.to_owned();
                let known: Vec<&str> = KEYWORDS.iter().chain(&METHODS).copied().collect();
                let span = self.span();
                self.unknown(span, message, &name, &known);
                self.skip();
                None
            }
        }
    }

    /// A struct, an enum or an extern type. The name of one that is left out is kept, so that its uses are not
    /// reported as well.
    fn type_item(&mut self, meta: Meta) -> Option<Item> {
        let is_extern = self.at_word("extern");
        let name = match self.peek_at(if is_extern { 2 } else { 1 }) {
            Token::Ident(name) => Some(name.clone()),
            _ => None,
        };
        let problems = self.diags.len();
        let item = if is_extern {
            self.extern_(meta).map(Item::Extern)
        } else if self.at_word("struct") {
            self.struct_(meta).map(Item::Struct)
        } else {
            self.enum_(meta).map(Item::Enum)
        };
        if item.is_none() {
            self.lost.extend(name);
        }
        self.types_incomplete |= self.diags.len() > problems;
        item
    }

    /// Goes to the next item: behind the block or `;` that ends this one, or to a keyword.
    fn skip_item(&mut self, stuck: bool) {
        if stuck {
            self.skip();
        }
        while !self.at_end() && !self.at_item() {
            let ends = self.at_group('{')
                && !matches!(self.peek_behind_group(), Token::Ident(word) if word == "as")
                || self.at_punct(';');
            self.skip();
            if ends {
                return;
            }
        }
    }

    /// Goes behind the `;` that ends an item, or to a keyword.
    pub(super) fn skip_line_end(&mut self) {
        while !self.at_end() && !self.at_item() && !self.eat_punct(';') {
            self.skip();
        }
    }

    /// Whether an item starts here.
    fn at_item(&self) -> bool {
        let starts_path = matches!(self.peek_at(1), Token::Punct('/') | Token::Literal(_));
        match self.peek() {
            Token::Doc { .. } => true,
            Token::Punct('#') => matches!(self.peek_at(1), Token::Open { bracket: '[', .. }),
            Token::Ident(word) => {
                (KEYWORDS.contains(&word.as_str()) && matches!(self.peek_at(1), Token::Ident(_)))
                    || (word == "extend" && *self.peek_at(1) == Token::Punct(':'))
                    || (METHODS.contains(&word.as_str()) && starts_path)
            }
            _ => false,
        }
    }

    /// The token behind the group that is next.
    fn peek_behind_group(&self) -> &Token {
        match self.peek() {
            Token::Open { close, .. } => self.sources.token(*close as usize + 1),
            _ => &Token::End,
        }
    }

    fn module(&mut self, mut meta: Meta) -> Option<Mod> {
        self.skip();
        let name = self.ident("the name of a module")?;
        if self.at_group('{') {
            let items = self.group(Self::items)?;
            return Some(Mod { meta, name, items });
        }
        if !self.eat_punct(';') {
            self.expected("`;` or `{` after the name of a module");
            return None;
        }
        if self.loader.is_closed() {
            return Some(Mod { meta, name, items: Vec::new() });
        }
        if !self.loader.is_in_file() {
            self.error_help(
                name.span,
                format!("`mod {};` reads a file beside the file that says it, and this is no file", name.text),
                "put the spec in a file: `client!(\"specs/api.callsheet\")`, or write `mod name { ... }`",
            );
            return None;
        }
        let stream = self.loader.enter_mod(&name.text, name.span, self.sources, self.diags)?;
        let document = self.in_stream(stream, Self::document);
        self.loader.leave();
        self.lost.extend(document.lost);
        meta.docs.extend(document.docs);
        for attr in &document.attrs {
            self.error(attr.span, "`#![...]` stands in the root file of a spec only");
        }
        Some(Mod { meta, name, items: document.items })
    }

    fn struct_(&mut self, meta: Meta) -> Option<Struct> {
        self.skip();
        let name = self.ident("the name of a struct")?;
        let params = self.params()?;
        if self.at_group('(') {
            if let Some(param) = params.first() {
                self.error_help(
                    param.span,
                    "a newtype takes no parameters",
                    "a struct with fields may: `struct Page<T> { data: [T] }`",
                );
            }
            let ty = self.group(Self::ty)?;
            if !self.eat_punct(';') {
                self.expected(&format!("`;` after `struct {}(...)`", name.text));
            }
            // With parameters, what it holds may be one of them.
            return params.is_empty().then_some(Struct {
                meta,
                name,
                params,
                body: StructBody::Newtype(ty?),
            });
        }
        if !self.at_group('{') {
            self.expected(&format!("`{{` or `(` after `struct {}`", name.text));
            return None;
        }
        let fields = self.field_block()?;
        Some(Struct { meta, name, params, body: StructBody::Fields(fields) })
    }

    /// `<T, U>`, or nothing.
    pub(super) fn params(&mut self) -> Option<Vec<Word>> {
        let mut params = Vec::new();
        if !self.eat_punct('<') {
            return Some(params);
        }
        loop {
            params.push(self.ident("a parameter such as `T`")?);
            let comma = self.eat_punct(',');
            if self.eat_punct('>') {
                return Some(params);
            }
            if !comma {
                self.expected("`,` or `>`");
                return None;
            }
        }
    }
}
