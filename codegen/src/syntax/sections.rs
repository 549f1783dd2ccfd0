//! The sections of an endpoint.

use super::endpoint::is_section;
use super::parser::Parser;
use super::tree::{
    Block, Body, Case, Encoding, EncodingKind, Example, Meta, Payload, Response, Status,
    StatusKind, StreamKind, Streaming,
};
use crate::diagnostic::{Diagnostic, Kind};
use crate::source::Token;
use crate::vocabulary::Vocabulary;

/// The keywords of encodings.
pub(super) const ENCODINGS: [&str; 8] =
    ["json", "form", "text", "bytes", "multipart", "ndjson", "sse", "xml"];

impl Encoding {
    /// Whether it says what there is, so that no fields and no type need to follow.
    fn stands_alone(&self) -> bool {
        matches!(self.kind, EncodingKind::Text | EncodingKind::Bytes)
    }
}

impl Parser<'_> {
    /// `query { fields }`, `header { fields }` or `cookie { fields }`
    pub(super) fn block(&mut self, meta: Meta) -> Option<Block> {
        let span = self.span();
        self.skip();
        let fields = self.field_block()?;
        Some(Block { meta, span, fields })
    }

    /// `body { fields }`, `body Type`, `body? form { fields }`, `body bytes "application/pdf"`
    pub(super) fn body(&mut self, meta: Meta) -> Option<Body> {
        let span = self.span();
        self.skip();
        let mark = self.span();
        let optional = self.eat_punct('?').then_some(mark);
        let encoding = self.encoding()?;
        let payload = self.payload()?;
        let stands_alone = encoding.as_ref().is_some_and(Encoding::stands_alone);
        if payload.is_none() && !stands_alone {
            self.expected("the fields of the body or its type");
            return None;
        }
        Some(Body { meta, span, optional, encoding, payload })
    }

    /// `-> 201 Type header { fields }`
    pub(super) fn response(&mut self, meta: Meta) -> Option<Response> {
        self.eat_puncts("->");
        let status = self.status()?;
        let stream = self.streaming();
        let encoding = if stream.is_some() { None } else { self.encoding()? };
        let payload = self.payload()?;
        if let (Some(stream), None) = (&stream, &payload) {
            let item = match stream.kind {
                StreamKind::Events => "an event",
                StreamKind::Lines => "a line",
            };
            self.expected(&format!("what {item} of the stream holds"));
            return None;
        }
        let needs_payload = encoding.as_ref().is_some_and(|encoding| !encoding.stands_alone());
        if payload.is_none() && needs_payload {
            self.expected("the fields of the response or its type");
            return None;
        }
        let is_block = matches!(self.peek_at(1), Token::Open { bracket: '{', .. });
        // A `header` section before the responses is a section of its own.
        let headers = if self.at_word("header") && is_block {
            Some(self.block(Meta::default())?)
        } else {
            None
        };
        Some(Response { meta, status, stream, encoding, payload, headers })
    }

    /// `form`, `bytes "application/pdf"`, or nothing. `None` where something was wrong.
    #[allow(clippy::option_option, reason = "nothing written and something wrong are two things")]
    fn encoding(&mut self) -> Option<Option<Encoding>> {
        let span = self.span();
        let Token::Ident(word) = self.peek() else {
            return Some(None);
        };
        let kind = match word.as_str() {
            "json" => EncodingKind::Json,
            "form" => EncodingKind::Form,
            "text" => EncodingKind::Text,
            "bytes" => EncodingKind::Bytes,
            "multipart" => EncodingKind::Multipart,
            "ndjson" => EncodingKind::Ndjson,
            "xml" => {
                let message =
                    "`xml` is not supported: there is no one way from fields to XML and back";
                let help = "write it yourself: `text \"application/xml\"`";
                self.diags.push(Diagnostic::error(span, message).help(help).kind(Kind::NotYet));
                return None;
            }
            // Those of a response are read before.
            "sse" => {
                self.error_help(
                    span,
                    "events are what a response streams, and no body of a request",
                    "one value a line is `body ndjson Type`",
                );
                return None;
            }
            _ => return Some(None),
        };
        self.keyword(Vocabulary::Encoding);
        self.skip();
        Some(Some(Encoding { kind, media: self.string(), span }))
    }

    /// `sse` or `ndjson`, before what each of its items holds.
    fn streaming(&mut self) -> Option<Streaming> {
        let kind = if self.at_word("sse") {
            StreamKind::Events
        } else if self.at_word("ndjson") {
            StreamKind::Lines
        } else {
            return None;
        };
        let span = self.span();
        self.keyword(Vocabulary::Encoding);
        self.skip();
        Some(Streaming { kind, media: self.string(), span })
    }

    /// Fields, a type, or nothing. `None` where something was wrong.
    #[allow(clippy::option_option, reason = "nothing written and something wrong are two things")]
    fn payload(&mut self) -> Option<Option<Payload>> {
        if self.at_group('{') {
            return Some(Some(Payload::Fields(self.field_block()?)));
        }
        let starts_type = match self.peek() {
            Token::Ident(word) => !is_section(word) || self.is_path_at(1),
            Token::Open { .. } | Token::Literal(_) => true,
            _ => self.is_path_at(0),
        };
        if starts_type { Some(Some(Payload::Type(self.ty()?))) } else { Some(None) }
    }

    /// `404`, `4xx` or `_`
    fn status(&mut self) -> Option<Status> {
        let span = self.span();
        let text = match self.peek() {
            Token::Literal(text) | Token::Ident(text) => text.clone(),
            _ => {
                self.expected("an HTTP status such as `200`");
                return None;
            }
        };
        let Some(kind) = StatusKind::read(&text) else {
            self.error_help(
                span,
                format!("`{text}` is not an HTTP status"),
                "one is `100` to `599`, a class such as `4xx`, or `_` for any",
            );
            return None;
        };
        self.skip();
        Some(Status { kind, span })
    }

    /// `404 not_found_error: Payload`
    pub(super) fn case(&mut self) -> Option<Case> {
        let meta = self.meta();
        let status = self.status()?;
        let code = if self.at_name() { Some(self.name("an error code")?) } else { None };
        let payload = if self.eat_punct(':') { Some(self.ty()?) } else { None };
        Some(Case { meta, status, code, payload })
    }

    /// `example { request } -> 201 { response }`
    pub(super) fn example(&mut self, meta: Meta) -> Option<Example> {
        let span = self.span();
        self.skip();
        let request = if self.at_puncts("->") { None } else { Some(self.json()?) };
        let response = if self.eat_puncts("->") {
            let status = self.status()?;
            Some((status, self.json()?))
        } else {
            None
        };
        Some(Example { meta, span, request, response })
    }
}
