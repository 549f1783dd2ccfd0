//! Operations: what is sent, and what comes back.

use super::{
    AttemptRules, Comparison, Deprecated, Field, Idempotency, ModuleId, Name, Need, Paging, Stream,
    Type, TypeId, TypeKind, Wait,
};
use crate::source::Span;

/// An endpoint.
#[derive(Debug)]
pub struct Operation {
    /// Its name in Rust, snake case.
    pub name: Name,
    /// The name of its request type, Pascal case.
    pub request: Name,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// Whether and why it is deprecated.
    pub deprecated: Option<Deprecated>,
    /// The module it is in.
    pub module: ModuleId,
    /// The HTTP method.
    pub method: Method,
    /// The path as the spec writes it, types left out.
    pub template: String,
    /// Where that stands.
    pub span: Span,
    /// The path below the base URL.
    pub path: Vec<PathPart>,
    /// Path parameters, query, headers and body, in the spec's order.
    pub fields: Vec<Field>,
    /// Parameters or keys of the body that the spec does not name: a map.
    pub rest: Option<Field>,
    /// How its fields must compare before they are sent.
    pub comparisons: Vec<Comparison>,
    /// Whether it has a body.
    pub body: Body,
    /// How the body is written.
    pub body_encoding: Encoding,
    /// What a success is. Without responses where it is always a stream.
    pub success: Success,
    /// What it is in each other media type that the operation can be asked for.
    pub alternatives: Vec<Alternative>,
    /// The stream that it can answer with.
    pub stream: Option<Stream>,
    /// What it declares as going wrong, API-wide cases left out.
    pub failures: Vec<DeclaredFailure>,
    /// Whether sending it twice does what sending it once does.
    pub idempotency: Idempotency,
    /// What its own attributes say of attempts.
    pub rules: AttemptRules,
    /// Where it is: an index in [`Api::servers`](super::Api::servers).
    pub server: usize,
    /// Which schemes it needs, where it says so itself.
    pub need: Option<Need>,
    /// How it pages, if it does.
    pub paging: Option<Paging>,
    /// How to wait for the end of what it starts, if it says.
    pub wait: Option<Wait>,
}

impl Operation {
    /// Whether a success is always a stream.
    #[must_use]
    pub fn is_only_stream(&self) -> bool {
        self.stream.is_some() && self.success.responses.is_empty()
    }
}

/// What a success is.
#[derive(Debug, Default)]
pub struct Success {
    /// The responses in the spec's order, one a status.
    pub responses: Vec<Response>,
    /// The enum of them, where they do not all hold the same.
    pub outcome: Option<TypeId>,
}

impl Success {
    /// What the body of each success holds, if that is always the same and not nothing.
    #[must_use]
    pub fn content(&self) -> Option<&Type> {
        match self.outcome {
            Some(_) => None,
            None => self.responses.first()?.content.as_ref(),
        }
    }

    /// What a call gives; `None` for nothing.
    #[must_use]
    pub fn value(&self) -> Option<Type> {
        let named = |id| Type::plain(TypeKind::Named(id));
        match (self.outcome, self.responses.first()) {
            (Some(outcome), _) => Some(named(outcome)),
            (None, Some(response)) => response.value(),
            (None, None) => None,
        }
    }
}

/// One response that is a success.
#[derive(Debug, Clone)]
pub struct Response {
    /// Its status.
    pub status: StatusKind,
    /// Its name among others: that of its status.
    pub name: Name,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// What its body holds; `None` for nothing.
    pub content: Option<Type>,
    /// How that is written.
    pub encoding: Encoding,
    /// The struct of the headers that come with it, and of what it holds. `None` where the spec
    /// declares no such headers.
    pub answer: Option<TypeId>,
}

impl Response {
    /// What it holds, with its headers; `None` for nothing.
    #[must_use]
    pub fn value(&self) -> Option<Type> {
        let answer = self.answer.map(|id| Type::plain(TypeKind::Named(id)));
        answer.or_else(|| self.content.clone())
    }
}

/// Another media type that an operation can be asked for.
#[derive(Debug)]
pub struct Alternative {
    /// The name of the method that asks for it, and, on the wire, the media type.
    pub name: Name,
    /// The name of the type of the request that does, Pascal case.
    pub request: Name,
    /// What a success is then.
    pub success: Success,
}

/// The body of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// None.
    Empty,
    /// A JSON object of the fields whose place is the body.
    Fields,
    /// The field whose place is the payload.
    Payload,
}

/// How a body is written, and the media type that says so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Encoding {
    /// How.
    pub kind: EncodingKind,
    /// The media type.
    pub media: String,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EncodingKind {
    /// JSON.
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
    /// Text.
    Text,
    /// Bytes as they are.
    Bytes,
    /// `multipart/form-data`
    Multipart,
    /// A line of JSON for each element of a list.
    Ndjson,
}

impl Default for Encoding {
    fn default() -> Self {
        Self { kind: EncodingKind::Json, media: "application/json".into() }
    }
}

/// A piece of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathPart {
    /// Literal text.
    Text(String),
    /// A parameter: its index in [`Operation::fields`].
    Field(usize),
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its own name")]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
    Head,
    Options,
    Trace,
    Query,
}

impl Method {
    /// All methods.
    pub const ALL: [Self; 9] = [
        Self::Get,
        Self::Post,
        Self::Put,
        Self::Patch,
        Self::Delete,
        Self::Head,
        Self::Options,
        Self::Trace,
        Self::Query,
    ];

    /// Its name: `GET`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
        }
    }

    /// Whether it changes nothing (RFC 9110, section 9.2.1).
    #[must_use]
    pub fn is_safe(self) -> bool {
        matches!(self, Self::Get | Self::Head | Self::Options | Self::Trace | Self::Query)
    }

    /// Whether doing it twice is doing it once (RFC 9110, section 9.2.2).
    #[must_use]
    pub fn is_idempotent(self) -> bool {
        self.is_safe() || matches!(self, Self::Put | Self::Delete)
    }

    /// Whether a request with it has a body by its semantics (RFC 9110, section 9.3).
    #[must_use]
    pub fn takes_body(self) -> bool {
        !matches!(self, Self::Get | Self::Head | Self::Trace)
    }
}

/// Which statuses a case stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusKind {
    /// One.
    Code(u16),
    /// All with this first digit.
    Class(u8),
    /// All.
    Any,
}

impl std::fmt::Display for StatusKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Class(class) => write!(f, "{class}xx"),
            Self::Any => f.write_str("_"),
        }
    }
}

/// One thing that is documented as going wrong, anywhere in the API.
#[derive(Debug)]
pub struct Failure {
    /// Its name: on the wire the code, where there is one.
    pub name: Name,
    /// Whether `name.wire` is a code in the envelope.
    pub has_code: bool,
    /// The statuses it comes with.
    pub statuses: Vec<StatusKind>,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// What its body holds; `None` for JSON of any shape.
    pub payload: Option<Type>,
    /// Whether the `api` block declares it for every operation.
    pub everywhere: bool,
}

/// A failure that an operation declares.
#[derive(Debug)]
pub struct DeclaredFailure {
    /// Its index in [`Api::failures`](super::Api::failures).
    pub failure: usize,
    /// The status.
    pub status: StatusKind,
    /// What the page says of it.
    pub docs: Vec<String>,
}
