//! The sections of an endpoint.

use super::endpoint::is_section;
use super::parser::Parser;
use super::tree::{
    Block, Body, Case, Example, Meta, Payload, Response, Status, StatusKind, StreamKind, Streaming,
};
use crate::source::Token;

/// The encodings that there are and will be.
const ENCODINGS: [&str; 8] = ["json", "form", "multipart", "xml", "text", "bytes", "ndjson", "sse"];

impl Parser<'_> {
    /// `query { fields }` or `header { fields }`
    pub(super) fn block(&mut self, meta: Meta) -> Option<Block> {
        let span = self.span();
        self.skip();
        let fields = self.field_block()?;
        Some(Block { meta, span, fields })
    }

    /// `body { fields }` or `body Type`
    pub(super) fn body(&mut self, meta: Meta) -> Option<Body> {
        let span = self.span();
        self.skip();
        if self.at_punct('?') {
            self.not_yet(self.span(), "a body that may be missing (`body?`) is");
            return None;
        }
        let Some(payload) = self.payload()? else {
            self.expected("the fields of the body or its type");
            return None;
        };
        Some(Body { meta, span, payload })
    }

    /// `-> 201 Type`
    pub(super) fn response(&mut self, meta: Meta) -> Option<Response> {
        self.eat_puncts("->");
        let status = self.status()?;
        let stream = self.streaming();
        let payload = self.payload()?;
        if let (Some(stream), None) = (stream, &payload) {
            let item = match stream.kind {
                StreamKind::Events => "an event",
                StreamKind::Lines => "a line",
            };
            self.expected(&format!("what {item} of the stream holds"));
            return None;
        }
        if self.at_word("header") && matches!(self.peek_at(1), Token::Open { bracket: '{', .. }) {
            // A `header` section before the responses is a parameter block; behind one it is ours.
            self.not_yet(self.span(), "headers of a response are");
            self.skip();
            self.skip();
        }
        Some(Response { meta, status, stream, payload })
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
        self.skip();
        if matches!(self.peek(), Token::Literal(text) if text.starts_with('"')) {
            self.not_yet(self.span(), "a media type of your own is");
            self.skip();
        }
        Some(Streaming { kind, span })
    }

    /// Fields, a type, or nothing. `None` where something was wrong.
    #[allow(clippy::option_option, reason = "nothing written and something wrong are two things")]
    fn payload(&mut self) -> Option<Option<Payload>> {
        if let Token::Ident(word) = self.peek() {
            let is_encoding = ENCODINGS.contains(&word.as_str());
            if is_encoding && word != "json" {
                let what = format!("`{word}` is");
                self.not_yet(self.span(), &what);
                return None;
            }
            if is_encoding {
                self.skip();
                if matches!(self.peek(), Token::Literal(text) if text.starts_with('"')) {
                    self.not_yet(self.span(), "a media type of your own is");
                    return None;
                }
            }
        }
        if self.at_group('{') {
            return Some(Some(Payload::Fields(self.field_block()?)));
        }
        let starts_type = match self.peek() {
            Token::Ident(word) => !is_section(word),
            Token::Open { .. } | Token::Literal(_) => true,
            _ => false,
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
