//! Responses: as they are read, and as callers get them.

mod content;
mod media;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::error::{Error, ErrorKind, Facts, Sent};
use crate::operation::{Content, Operation, Spec};
use crate::value::Value;

/// A success with what came beside it.
#[derive(Debug, Clone)]
pub struct Response<T> {
    value: T,
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
}

impl<T> Response<T> {
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
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The media type of the body, as the server gave it.
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(http::header::CONTENT_TYPE)?.to_str().ok()
    }

    /// What the service calls this request.
    pub fn request_id(&self) -> Option<&str> {
        header_request_id(&self.headers)
    }

    /// How many times the request was sent.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }
}

/// A success as it was read.
#[derive(Debug)]
pub(crate) struct RawResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) attempts: u32,
}

impl RawResponse {
    /// Decodes the body into a value.
    pub(crate) fn decode<T: Value>(
        self,
        operation: &'static Operation,
    ) -> Result<Response<T>, Error> {
        let mut value = T::blank();
        let content = content(operation, self.status);
        if let Err(problem) = content::decode(content, &self.headers, &self.body, &mut value) {
            return Err(self.into_error(operation, problem));
        }
        let Self { status, headers, attempts, .. } = self;
        Ok(Response { value, status, headers, attempts })
    }

    fn into_error(self, operation: &'static Operation, problem: content::Problem) -> Error {
        Error::new(Facts {
            kind: ErrorKind::Decode,
            operation: Some(operation),
            sent: Sent::Yes,
            status: Some(self.status),
            request_id: header_request_id(&self.headers).map(str::to_owned),
            headers: self.headers,
            body: Some(self.body),
            attempts: self.attempts,
            detail: problem.detail.into(),
            decode: problem.decode,
            ..Facts::default()
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
