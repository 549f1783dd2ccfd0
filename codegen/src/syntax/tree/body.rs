//! Bodies, and how they are written.

use super::{Member, Meta, Type, Word};
use crate::source::Span;

/// `body { ... }`, `body Type`, `body? form { ... }` or `body bytes "application/pdf"`
#[derive(Debug)]
pub struct Body {
    /// Docs and attributes.
    pub meta: Meta,
    /// The keyword.
    pub span: Span,
    /// Whether it may be left out: the `?`.
    pub optional: Option<Span>,
    /// How it is written, where the page says it.
    pub encoding: Option<Encoding>,
    /// What is sent. `None` where the encoding says it all.
    pub payload: Option<Payload>,
}

/// `form`, or `bytes "application/pdf"`
#[derive(Debug)]
pub struct Encoding {
    /// Which.
    pub kind: EncodingKind,
    /// The media type.
    pub media: Option<Word>,
    /// The keyword.
    pub span: Span,
}

/// The encodings, by their keywords.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodingKind {
    /// `json`
    Json,
    /// `form`
    Form,
    /// `text`
    Text,
    /// `bytes`
    Bytes,
    /// `multipart`
    Multipart,
    /// `ndjson`
    Ndjson,
}

/// What a body or response holds.
#[derive(Debug)]
pub enum Payload {
    /// `{ fields }`
    Fields(Vec<Member>),
    /// A type.
    Type(Type),
}
