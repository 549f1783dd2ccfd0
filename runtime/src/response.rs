//! Responses: as they are read, and as callers get them.

mod content;
mod form;
mod media;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::error::{Error, ErrorKind, Facts, Sent};
use crate::observe::CallWatch;
use crate::operation::{Content, Operation, Spec};
use crate::transport::ResponseBody;
use crate::value::Value;

#[cfg(feature = "webhooks")]
pub(crate) use content::{Problem, decode};

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

    /// The media type of the body, as the server gave it.
    pub fn content_type(&self) -> Option<&str> {
        self.head.headers.get(http::header::CONTENT_TYPE)?.to_str().ok()
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
        self.head.key.as_ref()?.to_str().ok()
    }

    pub(crate) fn head(&self) -> &Head {
        &self.head
    }
}

impl Head {
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The error of a success that leads nowhere.
    pub(crate) fn error(
        &self,
        operation: &'static Operation,
        kind: ErrorKind,
        detail: String,
    ) -> Error {
        Error::new(self.facts(operation, kind, detail))
    }

    /// What is known of every error of a success.
    pub(crate) fn facts(
        &self,
        operation: &'static Operation,
        kind: ErrorKind,
        detail: String,
    ) -> Facts {
        Facts {
            kind,
            operation: Some(operation),
            detail: detail.into(),
            sent: Sent::Yes,
            status: Some(self.status),
            request_id: header_request_id(&self.headers).map(str::to_owned),
            headers: self.headers.clone(),
            attempts: self.attempts,
            key: self.key.clone(),
            ..Facts::default()
        }
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
    /// What is told when it is decoded.
    pub(crate) watch: Option<CallWatch>,
}

impl RawResponse {
    /// The body of a stream, and what came before it.
    pub(crate) fn into_live(self) -> (Head, Option<ResponseBody>) {
        let Self { status, headers, live, attempts, key, watch, .. } = self;
        if let Some(watch) = watch {
            watch.answered(status, attempts);
        }
        (Head { status, headers, attempts, key }, live)
    }

    /// Decodes the body into a blank.
    pub(crate) fn decode_into(
        mut self,
        operation: &'static Operation,
        value: &mut dyn Value,
    ) -> Result<Head, Error> {
        let (watch, outcome) = (self.watch.take(), (self.status, self.attempts));
        let result = self.decode(operation, value);
        if let Some(watch) = watch {
            watch.decoded(outcome, value, result.as_ref().err());
        }
        result
    }

    fn decode(self, operation: &'static Operation, value: &mut dyn Value) -> Result<Head, Error> {
        let content = content(operation, self.status);
        match content::decode(content, &self.headers, &self.body, value.slot()) {
            Ok(()) => Ok(self.into_parts().1),
            Err(problem) => Err(self.into_error(operation, problem)),
        }
    }

    /// The body as it came, and what came beside it.
    pub(crate) fn into_parts(self) -> (Bytes, Head) {
        let Self { status, headers, body, attempts, key, watch, .. } = self;
        if let Some(watch) = watch {
            watch.answered(status, attempts);
        }
        (body, Head { status, headers, attempts, key })
    }

    fn into_error(self, operation: &'static Operation, problem: content::Problem) -> Error {
        let (body, head) = self.into_parts();
        let facts = head.facts(operation, ErrorKind::Decode, problem.detail);
        Error::new(Facts { body: Some(body), decode: problem.decode, ..facts })
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
