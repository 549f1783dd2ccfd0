//! The static description of an endpoint and of an API: what the generated code says, and the one
//! send path reads.

use http::{Method, StatusCode};

use crate::client::Client;
use crate::value::{Object, Value};

/// An endpoint: one `static` for each, no code.
#[derive(Debug)]
pub struct Operation {
    /// Its name, such as `sessions.create`: in errors, spans and mocks.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path as the spec writes it, such as `/v1/sessions/{session_id}`.
    pub template: &'static str,
    /// The path below the base URL, literal text and parameters in turn.
    pub path: &'static [PathPart],
    /// How the body is written.
    pub body: BodyKind,
    /// What each success status holds.
    pub responses: &'static [Response],
    /// Whether sending it twice does what sending it once does.
    pub idempotency: Idempotency,
}

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathPart {
    /// Literal text, already percent-encoded.
    Text(&'static str),
    /// The field of the request's table with this index, percent-encoded as one segment.
    Field(usize),
}

/// How the body of a request is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyKind {
    /// There is none.
    Empty,
    /// A JSON object of the fields whose place is the body.
    Fields,
    /// The field with this index, as JSON.
    Payload(usize),
    /// Something else than `application/json`.
    Encoded {
        /// How it is written.
        encoding: Encoding,
        /// Its media type.
        media: &'static str,
        /// The field that is the whole body. `None` where the fields whose place is the body are.
        payload: Option<usize>,
    },
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// JSON.
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
    /// Text in UTF-8.
    Text,
    /// Bytes as they are.
    Bytes,
    /// `multipart/form-data`, a part for each field.
    Multipart,
    /// A line of JSON for each element of a list.
    Ndjson,
}

/// One declared success of an endpoint.
#[derive(Debug, Clone, Copy)]
pub struct Response {
    /// Which statuses.
    pub status: StatusMatch,
    /// What it holds.
    pub content: Content,
}

/// What a response holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Nothing that matters.
    Empty,
    /// JSON.
    Json,
    /// JSON with a media type of its own.
    JsonAs(&'static str),
    /// Text in UTF-8, with its media type.
    Text(&'static str),
    /// Bytes as they are, with their media type.
    Bytes(&'static str),
    /// An object of headers and, as its payload, one of the others.
    Headed(&'static Content),
}

impl Content {
    /// The media type to ask for.
    pub(crate) fn accept(self) -> &'static str {
        match self {
            Self::Empty | Self::Json => "application/json",
            Self::JsonAs(media) | Self::Text(media) | Self::Bytes(media) => media,
            Self::Headed(content) => content.accept(),
        }
    }

    /// Whether there is nothing to be read.
    pub(crate) fn is_empty(self) -> bool {
        match self {
            Self::Empty => true,
            Self::Headed(content) => content.is_empty(),
            _ => false,
        }
    }
}

/// Which statuses a case stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusMatch {
    /// One.
    Code(u16),
    /// All with this first digit.
    Class(u8),
    /// All.
    Any,
}

impl StatusMatch {
    /// Whether `status` is one of them.
    pub fn matches(self, status: StatusCode) -> bool {
        match self {
            Self::Code(code) => status.as_u16() == code,
            Self::Class(class) => status.as_u16() / 100 == u16::from(class),
            Self::Any => true,
        }
    }
}

/// Whether sending a request twice does what sending it once does (RFC 9110, section 9.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idempotency {
    /// It changes nothing: GET, HEAD, OPTIONS, TRACE, QUERY.
    Safe,
    /// The second changes nothing more: PUT, DELETE.
    Idempotent,
    /// Neither.
    Unsafe,
}

/// The static description of an API.
#[derive(Debug)]
pub struct Spec {
    /// The client's name.
    pub name: &'static str,
    /// The base URL of the first server.
    pub base_url: &'static str,
    /// How the client proves who it is. `None` where the spec declares no scheme.
    pub auth: Option<AuthScheme>,
    /// Where the error envelope says what.
    pub envelope: Envelope,
    /// The codes and statuses that the API documents.
    pub failures: &'static [FailureCase],
}

/// A way to prove who the client is.
#[derive(Debug)]
pub enum AuthScheme {
    /// `Authorization: Bearer ...` (RFC 6750, section 2.1).
    Bearer {
        /// The environment variables that may hold the token; the first that is set wins.
        env: &'static [&'static str],
    },
}

/// Where an error envelope says what: keys from the outside in, empty where it does not say.
#[derive(Debug)]
pub struct Envelope {
    /// The code, such as `["error", "type"]`.
    pub code: &'static [&'static str],
    /// The message.
    pub message: &'static [&'static str],
    /// The request id.
    pub request_id: &'static [&'static str],
}

/// One documented failure.
#[derive(Debug)]
pub struct FailureCase {
    /// The statuses it comes with.
    pub status: StatusMatch,
    /// Its code in the envelope. `None` for a status that is documented without a code.
    pub code: Option<&'static str>,
    /// The number of its variant in the API's `Failure`.
    pub variant: usize,
}

/// An API: implemented by the generated client struct.
pub trait Api: Sized {
    /// Its description.
    const SPEC: &'static Spec;
    /// What it documents as going wrong.
    type Failure: Failure;
    /// Wraps a runtime client.
    fn from_client(client: Client) -> Self;
    /// The runtime client inside.
    fn as_client(&self) -> &Client;
}

/// What an API documents as going wrong: implemented by the generated `Failure` enum.
pub trait Failure: Send + Sync + Sized + 'static {
    /// The variant with this number, its payload blank. `None` where there is no such number.
    fn blank(variant: usize) -> Option<Self>;
    /// The payload, to decode the body into. `None` where the variant holds nothing.
    fn payload_mut(&mut self) -> Option<&mut dyn Value>;
    /// A failure that the spec does not know.
    fn unknown(failure: UnknownFailure) -> Self;
}

/// A failure whose code or status the spec does not know.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnknownFailure {
    /// The status.
    pub status: StatusCode,
    /// The code, if the envelope had one.
    pub code: Option<String>,
    /// The body as it came.
    pub body: crate::Json,
}

impl UnknownFailure {
    pub(crate) fn new(status: StatusCode, code: Option<String>, body: crate::Json) -> Self {
        Self { status, code, body }
    }
}

/// The request of an endpoint: implemented by each generated request struct.
pub trait Endpoint: Object + Send + 'static {
    /// The API that it belongs to.
    type Api: Api;
    /// What a success holds.
    type Response: Value + 'static;
    /// The endpoint.
    const OPERATION: &'static Operation;
}
