//! Hooks: code of the user's own that sees every call and every attempt.

use http::{HeaderMap, Method, StatusCode, Uri};

use crate::error::Error;
use crate::operation::Operation;
use crate::transport::RequestBody;

/// Sees every call and every attempt. All methods do nothing unless they are written.
///
/// Hooks are plain functions: they cannot wait, and they cannot see credentials, which are added
/// after them; only [`on_signed`](Self::on_signed) can, where the client says so. To wrap the sending itself, implement [`Transport`](crate::transport::Transport) over
/// another one.
pub trait Hook: Send + Sync + 'static {
    /// Before the first attempt of a call. The headers are those of every attempt, and may be
    /// changed.
    ///
    /// # Errors
    /// An error ends the call before anything is sent.
    fn on_call(
        &self,
        operation: &'static Operation,
        headers: &mut HeaderMap,
    ) -> Result<(), crate::BoxError> {
        let _ = (operation, headers);
        Ok(())
    }

    /// Before each attempt, counted from 1. The headers are those of this attempt. With the feature
    /// `tracing` the span of the attempt is the current one: this is the place for `traceparent`.
    ///
    /// # Errors
    /// An error ends the call before this attempt is sent.
    fn on_attempt(
        &self,
        operation: &'static Operation,
        attempt: u32,
        headers: &mut HeaderMap,
    ) -> Result<(), crate::BoxError> {
        let _ = (operation, attempt, headers);
        Ok(())
    }

    /// Before each attempt, when the credentials are on it: for signatures over the request. Only of
    /// hooks that were added with [`Builder::signing_hook`](crate::Builder::signing_hook).
    ///
    /// # Errors
    /// An error ends the call before this attempt is sent.
    fn on_signed(
        &self,
        operation: &'static Operation,
        request: &mut SignedRequest<'_>,
    ) -> Result<(), crate::BoxError> {
        let _ = (operation, request);
        Ok(())
    }

    /// After the head of a response.
    fn on_response(&self, operation: &'static Operation, status: StatusCode, headers: &HeaderMap) {
        let _ = (operation, status, headers);
    }

    /// After an attempt that failed, an error status included.
    fn on_error(&self, operation: &'static Operation, error: &Error) {
        let _ = (operation, error);
    }
}

/// A request as it will be sent, credentials included. Its headers may be changed.
#[non_exhaustive]
pub struct SignedRequest<'a> {
    /// The method.
    pub method: &'a Method,
    /// The whole URL. A key in the query is in it.
    pub uri: &'a Uri,
    /// The headers.
    pub headers: &'a mut HeaderMap,
    /// The body.
    pub body: &'a RequestBody,
}

/// Without what may be a secret.
impl std::fmt::Debug for SignedRequest<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedRequest")
            .field("method", &self.method)
            .field("path", &self.uri.path())
            .finish_non_exhaustive()
    }
}

/// Shows a request to hooks that may see its credentials.
pub(crate) fn sign(
    hooks: &[std::sync::Arc<dyn Hook>],
    operation: &'static Operation,
    request: &mut http::Request<RequestBody>,
) -> Result<(), crate::BoxError> {
    let mut headers = std::mem::take(request.headers_mut());
    let (method, uri, body) = (request.method(), request.uri(), request.body());
    let mut signed = SignedRequest { method, uri, headers: &mut headers, body };
    let result = hooks.iter().try_for_each(|hook| hook.on_signed(operation, &mut signed));
    *request.headers_mut() = headers;
    result
}
