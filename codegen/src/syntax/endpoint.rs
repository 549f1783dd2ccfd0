//! Endpoints: the heading line, then the page's sections by name.

use super::parser::Parser;
use super::tree::{Endpoint, Meta, Section, Word};
use crate::source::Token;
use crate::vocabulary::Vocabulary;

/// The keywords of sections.
pub(super) const SECTIONS: [&str; 8] =
    ["query", "header", "cookie", "body", "errors", "auth", "server", "example"];

/// Whether a word starts a section.
pub(crate) fn is_section(word: &str) -> bool {
    SECTIONS.contains(&word)
}

impl Parser<'_> {
    /// `POST /v1/sessions as create { ... }`
    pub(super) fn endpoint(&mut self, meta: Meta) -> Option<Endpoint> {
        let start = self.span();
        let method = self.ident("a method")?;
        let path = self.path()?;
        if self.at_punct('?') {
            self.error_help(
                self.span(),
                "a path has no `?`",
                "parameters after it stand in a `query { ... }` section",
            );
            return None;
        }
        if !self.eat_word("as") {
            let heading = self.heading(&method, start);
            self.error(
                self.since(start),
                format!(
                    "an endpoint needs a Rust name before its block: `{heading} as name {{ ... }}`"
                ),
            );
            return None;
        }
        let name = self.ident("the name of the endpoint")?;
        if !self.at_group('{') {
            self.expected(&format!("`{{` after `as {}`", name.text));
            return None;
        }
        let problems = self.diags.len();
        let sections = self.group(Self::sections)?;
        let incomplete = self.diags.len() > problems;
        Some(Endpoint { meta, method, path, name, sections, incomplete })
    }

    /// The heading as written, without spaces around its punctuation.
    fn heading(&self, method: &Word, start: crate::source::Span) -> String {
        let mut text = format!("{} ", method.text);
        for index in start.first + 1..=self.previous_span().first {
            match self.sources.token(index as usize) {
                Token::Ident(part) | Token::Literal(part) => text.push_str(part),
                Token::Punct(c) => text.push(*c),
                Token::Open { bracket, .. } => text.push(*bracket),
                Token::Close('{') => text.push('}'),
                _ => {}
            }
        }
        text
    }

    pub(super) fn sections(&mut self) -> Vec<Section> {
        let mut sections = Vec::new();
        while !self.at_end() {
            let before = self.span();
            match self.section() {
                Some(section) => sections.push(section),
                None => self.skip_section(before == self.span()),
            }
        }
        sections
    }

    fn section(&mut self) -> Option<Section> {
        let meta = self.meta();
        if self.at_puncts("->") {
            return self.response(meta).map(Section::Response);
        }
        self.keyword(Vocabulary::Section);
        let Token::Ident(word) = self.peek() else {
            self.expected("a section such as `body` or `-> 200`");
            return None;
        };
        match word.as_str() {
            "query" => self.block(meta).map(Section::Query),
            "header" => self.block(meta).map(Section::Header),
            "cookie" => self.block(meta).map(Section::Cookie),
            "body" => self.body(meta).map(Section::Body),
            "errors" => self.errors().map(Section::Errors),
            "example" => self.example(meta).map(Section::Example),
            "auth" => self.endpoint_auth(meta).map(Section::Auth),
            "server" => self.server(meta).map(Section::Server),
            other => {
                let message = format!("unknown section `{other}`");
                let other = other.to_owned();
                self.unknown(self.span(), message, &other, &SECTIONS);
                self.skip();
                None
            }
        }
    }

    /// Goes to the next section.
    fn skip_section(&mut self, stuck: bool) {
        if stuck {
            self.skip();
        }
        while !self.at_end() {
            let starts = match self.peek() {
                Token::Ident(word) => is_section(word),
                Token::Doc { .. } | Token::Punct('#') => true,
                Token::Punct('-') => self.at_puncts("->"),
                _ => false,
            };
            if starts {
                return;
            }
            self.skip();
        }
    }
}
