//! Tokens that have to be fetched, and the seam for those who fetch them.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use http::Method;

use crate::error::BoxError;
use crate::operation::{Attempts, Content, Operation, Response, StatusMatch};
use crate::transport::{AttemptContext, Transport, TransportFuture};
use crate::value::Secret;

/// Fetches tokens: from a vault, a metadata service, a flow of its own.
///
/// The client keeps what it is given: it asks again shortly before a token expires, or when the
/// server refuses it with 401, and never twice at the same time for the same scopes. A fetch ends
/// with the call that started it; another call that waits for the token then fetches in its place.
pub trait TokenProvider: Send + Sync + 'static {
    /// Fetches a token. An error ends the calls that wait for the token, and is their cause.
    fn fetch<'a>(&'a self, context: FetchContext<'a>) -> TokenFuture<'a>;
}

/// What [`TokenProvider::fetch`] returns.
pub type TokenFuture<'a> = Pin<Box<dyn Future<Output = Result<Token, BoxError>> + Send + 'a>>;

/// A bearer token, and how long it is good.
#[derive(Debug, Clone)]
pub struct Token {
    pub(super) value: Secret,
    pub(super) expires_in: Option<Duration>,
}

impl Token {
    /// A token that is good until the server refuses it.
    pub fn new(value: impl Into<Secret>) -> Self {
        Self { value: value.into(), expires_in: None }
    }

    /// The same, good for this time from now on.
    #[must_use]
    pub fn expires_in(self, time: Duration) -> Self {
        Self { expires_in: Some(time), ..self }
    }
}

/// What a provider may want to know and use.
#[derive(Clone, Copy)]
pub struct FetchContext<'a> {
    pub(super) scheme: &'static str,
    pub(super) scopes: &'a [&'static str],
    pub(super) transport: &'a dyn Transport,
}

/// The request of a token, as a transport sees it.
static TOKEN: Operation = Operation::new(
    "auth.token",
    Method::POST,
    "",
    &[],
    &[Response { status: StatusMatch::Class(2), content: Content::Json }],
    Attempts::UNSAFE,
);

impl<'a> FetchContext<'a> {
    /// The name of the auth scheme, as the spec has it.
    #[must_use]
    pub fn scheme(&self) -> &'static str {
        self.scheme
    }

    /// The scopes that the token has to have.
    #[must_use]
    pub fn scopes(&self) -> &'a [&'static str] {
        self.scopes
    }

    /// Sends a request with the client's own transport, and nothing of the client's added to it.
    pub fn send(&self, request: http::Request<Bytes>) -> TransportFuture {
        self.transport.send(
            request.map(Into::into),
            &AttemptContext { operation: &TOKEN, attempt: 1, remaining: None },
        )
    }
}

impl fmt::Debug for FetchContext<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FetchContext")
            .field("scheme", &self.scheme)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}
