//! How requests travel: an object-safe seam, and what can go wrong below it.

pub(crate) mod body;
#[cfg(feature = "reqwest")]
mod reqwest;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use crate::error::{BoxError, Sent};
use crate::operation::Operation;

pub use self::body::{RequestBody, RequestStream};
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;

/// Sends one HTTP request. It does not retry, follow redirects, keep cookies or decode bodies: all
/// that is the runtime's business, so that every transport behaves alike.
pub trait Transport: Send + Sync + 'static {
    /// Sends a request and waits for the head of the response. Dropping the future gives the
    /// request up.
    fn send(
        &self,
        request: http::Request<RequestBody>,
        context: &AttemptContext,
    ) -> TransportFuture;
}

/// What [`Transport::send`] returns.
pub type TransportFuture =
    Pin<Box<dyn Future<Output = Result<http::Response<ResponseBody>, TransportError>> + Send>>;

/// The body of a response, in the pieces in which it comes.
pub type ResponseBody = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

/// A body that is there already, for transports that make responses themselves.
pub fn body(bytes: impl Into<Bytes>) -> ResponseBody {
    Box::pin(Ready(Some(bytes.into())))
}

/// One piece, and the end.
struct Ready(Option<Bytes>);

impl Stream for Ready {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

/// What a transport may want to know of the attempt.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct AttemptContext {
    /// The operation.
    pub operation: &'static Operation,
    /// The number of the attempt, from 1.
    pub attempt: u32,
    /// The time that the attempt has. The runtime gives it up then, whatever the transport does.
    pub remaining: Option<Duration>,
}

/// Why a transport failed.
#[derive(Debug)]
pub struct TransportError {
    /// How far it got.
    pub phase: Phase,
    /// Whether the request may have reached the server.
    pub sent: Sent,
    /// Whether a time limit of the transport's own was the reason, such as the one for connecting.
    pub timed_out: bool,
    /// The cause. It must not show credentials or a query string.
    pub source: BoxError,
}

/// How far an exchange got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// Before anything was done: the transport does not take the request. It is not sent again.
    Refused,
    /// Looking up the host's address.
    Dns,
    /// Opening a connection.
    Connect,
    /// Agreeing on encryption.
    Tls,
    /// Going through a proxy.
    Proxy,
    /// Reading what is to be sent, from its file or stream.
    Source,
    /// Sending the request.
    Write,
    /// Waiting for the head of the response.
    Headers,
    /// Reading the body of the response.
    Body,
}

impl TransportError {
    /// A failure in a phase. Up to [`Phase::Proxy`] nothing was sent; after that it may have been.
    pub fn new(phase: Phase, source: impl Into<BoxError>) -> Self {
        let sent = match phase {
            Phase::Refused | Phase::Dns | Phase::Connect | Phase::Tls | Phase::Proxy => Sent::No,
            Phase::Source | Phase::Write | Phase::Headers => Sent::Maybe,
            Phase::Body => Sent::Yes,
        };
        Self { phase, sent, timed_out: false, source: source.into() }
    }

    /// The same, because a time limit of the transport was reached.
    #[must_use]
    pub fn timed_out(self) -> Self {
        Self { timed_out: true, ..self }
    }
}

impl Phase {
    /// What was being done, as the start of a sentence that says it failed.
    pub(crate) fn doing(self) -> &'static str {
        match self {
            Self::Refused => "the transport refuses the request",
            Self::Dns => "cannot find the host",
            Self::Connect => "cannot connect",
            Self::Tls => "cannot agree on encryption",
            Self::Proxy => "cannot get through the proxy",
            Self::Source => "cannot read what is to be sent",
            Self::Write => "the connection failed while sending",
            Self::Headers => "the connection failed before an answer came",
            Self::Body => "the connection failed inside the answer",
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.phase.doing())
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}
