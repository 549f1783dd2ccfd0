//! Responses: as they are read, and as callers get them.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::codec::decode_json;
use crate::error::{Error, ErrorKind, Facts, Sent};
use crate::operation::{Content, Operation, Spec};
use crate::transport::ResponseBody;
use crate::value::Value;

/// A success with what came beside it.
#[derive(Debug, Clone)]
pub struct Response<T> {
    value: T,
    head: Head,
}

/// What comes beside a success.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    key: Option<HeaderValue>,
}

impl<T> Response<T> {
    pub(crate) fn new(value: T, head: Head) -> Self {
        Self { value, head }
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The value itself.
    pub fn into_value(self) -> T {
        self.value
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// What the service calls this request.
    pub fn request_id(&self) -> Option<&str> {
        header_request_id(&self.head.headers)
    }

    /// How many times the request was sent.
    pub fn attempts(&self) -> u32 {
        self.head.attempts
    }

    /// The idempotency key that went with the request.
    pub fn idempotency_key(&self) -> Option<&str> {
        self.key()?.to_str().ok()
    }

    pub(crate) fn key(&self) -> Option<&HeaderValue> {
        self.head.key.as_ref()
    }
}

/// A success as it was read.
pub(crate) struct RawResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The body of a stream, which is not read yet. `None` where there is none.
    pub(crate) live: Option<ResponseBody>,
    pub(crate) attempts: u32,
    pub(crate) key: Option<HeaderValue>,
}

impl RawResponse {
    /// The body of a stream, and what came before it.
    pub(crate) fn into_live(self) -> (Head, Option<ResponseBody>) {
        let Self { status, headers, live, attempts, key, .. } = self;
        (Head { status, headers, attempts, key }, live)
    }

    /// Decodes the body into a blank.
    pub(crate) fn decode_into(
        self,
        operation: &'static Operation,
        value: &mut dyn Value,
    ) -> Result<Head, Error> {
        match self.decode(operation, value) {
            Ok(()) => {
                let Self { status, headers, attempts, key, .. } = self;
                Ok(Head { status, headers, attempts, key })
            }
            Err(facts) => Err(self.into_error(operation, *facts)),
        }
    }

    /// What went wrong is boxed: it is large and rare.
    fn decode(&self, operation: &Operation, value: &mut dyn Value) -> Result<(), Box<Facts>> {
        if content(operation, self.status) == Content::Empty {
            return Ok(());
        }
        let problem =
            |detail: String| Box::new(Facts { detail: detail.into(), ..Facts::default() });
        if self.body.is_empty() {
            return Err(problem("the body is empty where JSON is declared".into()));
        }
        if !is_plain_json(&self.headers) {
            if let Some(reason) = Media::of(&self.headers).refusal() {
                return Err(problem(reason));
            }
        }
        decode_json(&self.body, value).map_err(|error| {
            let note = Media::of(&self.headers).note();
            let detail = format!("the body is not what is declared{note}");
            Box::new(Facts { detail: detail.into(), decode: Some(error), ..Facts::default() })
        })
    }

    fn into_error(self, operation: &'static Operation, facts: Facts) -> Error {
        Error::new(Facts {
            kind: ErrorKind::Decode,
            operation: Some(operation),
            sent: Sent::Yes,
            status: Some(self.status),
            request_id: header_request_id(&self.headers).map(str::to_owned),
            headers: self.headers,
            body: Some(self.body),
            attempts: self.attempts,
            key: self.key,
            ..facts
        })
    }
}

/// What a success holds: as declared for its status, or else for another success.
pub(crate) fn content(operation: &Operation, status: StatusCode) -> Content {
    operation
        .responses
        .iter()
        .find(|response| response.status.matches(status))
        .or_else(|| operation.responses.first())
        .map_or(Content::Empty, |response| response.content)
}

/// Whether the headers say what nearly all responses say, so that there is nothing to look into.
fn is_plain_json(headers: &HeaderMap) -> bool {
    let content_type = headers.get(http::header::CONTENT_TYPE);
    content_type.is_some_and(|content_type| content_type == "application/json")
        && !headers.contains_key(http::header::CONTENT_ENCODING)
}

/// What the headers say of the body.
struct Media {
    /// The media type in lower case, without its parameters.
    essence: Option<String>,
    charset: Option<String>,
    encoding: Option<String>,
}

impl Media {
    fn of(headers: &HeaderMap) -> Self {
        let text = |name| {
            let value = headers.get(name)?.to_str().ok()?;
            Some(value.trim().to_ascii_lowercase())
        };
        let content_type = text(http::header::CONTENT_TYPE);
        let charset = content_type.as_deref().and_then(|content_type| {
            let parameters = content_type.split(';').skip(1);
            let mut values =
                parameters.filter_map(|parameter| parameter.trim().strip_prefix("charset="));
            values.next().map(|charset| charset.trim_matches('"').to_owned())
        });
        let essence = content_type
            .map(|content_type| {
                content_type.split(';').next().unwrap_or_default().trim().to_owned()
            })
            .filter(|essence| !essence.is_empty());
        Self { essence, charset, encoding: text(http::header::CONTENT_ENCODING) }
    }

    fn is_json(&self) -> bool {
        self.essence
            .as_deref()
            .is_none_or(|essence| essence.ends_with("/json") || essence.ends_with("+json"))
    }

    /// Why the body cannot be JSON, whatever its bytes are.
    fn refusal(&self) -> Option<String> {
        let encoding = self.encoding.as_deref().filter(|encoding| *encoding != "identity");
        if let Some(encoding) = encoding {
            return Some(format!(
                "the body has the encoding `{encoding}`, which was not asked for"
            ));
        }
        let charset = self
            .charset
            .as_deref()
            .filter(|charset| !matches!(*charset, "utf-8" | "utf8" | "us-ascii"));
        if let Some(charset) = charset {
            return Some(format!(
                "the body has the charset `{charset}`; JSON is UTF-8 (RFC 8259, section 8.1)"
            ));
        }
        let markup = ["text/html", "application/xhtml+xml", "application/xml", "text/xml"];
        match self.essence.as_deref() {
            Some(essence) if markup.contains(&essence) => {
                Some(format!("the body is `{essence}` where JSON is declared"))
            }
            _ => None,
        }
    }

    /// A word on the media type, where it may be the reason that decoding failed.
    fn note(&self) -> String {
        match &self.essence {
            Some(essence) if !self.is_json() => format!(" (its type is `{essence}`)"),
            _ => String::new(),
        }
    }
}

/// What the service calls a request, by its headers.
pub(crate) fn header_request_id(headers: &HeaderMap) -> Option<&str> {
    ["x-request-id", "request-id"]
        .iter()
        .filter_map(|name| headers.get(*name)?.to_str().ok())
        .map(str::trim)
        .find(|id| !id.is_empty())
}

/// What an error response says, read as far as it can be.
pub(crate) fn api_error(
    operation: &'static Operation,
    spec: &Spec,
    head: http::response::Parts,
    body: Bytes,
    truncated: bool,
    attempts: u32,
) -> Error {
    let envelope = crate::error::read_envelope(spec, &body);
    Error::new(Facts {
        kind: ErrorKind::Api,
        operation: Some(operation),
        sent: Sent::Yes,
        status: Some(head.status),
        request_id: header_request_id(&head.headers).map(str::to_owned).or(envelope.request_id),
        headers: head.headers,
        body: Some(body),
        body_truncated: truncated,
        code: envelope.code,
        message: envelope.message,
        attempts,
        ..Facts::default()
    })
}
