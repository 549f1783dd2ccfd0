//! What is answered: JSON, bytes, a stream, or a refusal in the documented envelope.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};

/// What became of a request.
pub(crate) type Outcome = Result<Reply, Refusal>;

/// What is answered to a request that was carried out.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    /// JSON with a status.
    Json(StatusCode, Value),
    /// Bytes of this media type.
    Bytes(&'static str, Vec<u8>),
    /// The events of a session, from the one with this number on.
    Events {
        /// The session.
        session: String,
        /// The number of the first event.
        from: usize,
        /// The types of events that are wanted in pieces as well.
        deltas: Vec<String>,
    },
}

#[allow(clippy::unnecessary_wraps, reason = "they end what can fail")]
impl Reply {
    /// 200 with this JSON.
    pub(crate) fn ok(value: Value) -> Outcome {
        Ok(Self::Json(StatusCode::OK, value))
    }

    /// 201 with this JSON.
    pub(crate) fn created(value: Value) -> Outcome {
        Ok(Self::Json(StatusCode::CREATED, value))
    }

    /// 200 for something that is no more.
    pub(crate) fn deleted(id: &str, kind: &str) -> Outcome {
        Self::ok(json!({ "id": id, "type": kind }))
    }
}

/// An error as the page has it: status, type and message.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    kind: &'static str,
    message: String,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, kind: &'static str, message: impl Into<String>) -> Self {
        Self { status, kind, message: message.into() }
    }

    /// 400: the request is malformed.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request_error", message)
    }

    /// 404: there is no such thing.
    pub(crate) fn missing(what: &str, id: &str) -> Self {
        let message = format!("{what} {id} does not exist");
        Self::new(StatusCode::NOT_FOUND, "not_found_error", message)
    }

    /// 409: something stands in the way.
    pub(crate) fn conflict(message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "conflict_error", message)
    }

    /// The documented envelope around it.
    pub(crate) fn response(&self, request_id: &str) -> Response {
        let error = json!({ "type": self.kind, "message": self.message });
        let body = json!({ "type": "error", "request_id": request_id, "error": error });
        respond(self.status, "application/json", body.to_string(), request_id)
    }

    /// 429, and the seconds after which to come again.
    pub(crate) fn too_many(seconds: u32, request_id: &str) -> Response {
        let refusal = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "rate_limit_error",
            format!("too many requests, come again in {seconds} s"),
        );
        let mut response = refusal.response(request_id);
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
        response
    }
}

/// A response with the headers that all have.
pub(crate) fn respond(
    status: StatusCode,
    content_type: &'static str,
    body: impl Into<Body>,
    request_id: &str,
) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Ok(id) = HeaderValue::from_str(request_id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}
