//! The default transport: reqwest with everything switched off that the runtime does itself.

use std::error::Error as StdError;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream as _;
use reqwest::{Client, redirect, retry};

use super::body::SourceError;
use super::{
    AttemptContext, Phase, RequestBody, RequestStream, ResponseBody, Transport, TransportError,
    TransportFuture,
};
use crate::error::Sent;

/// Idle connections are dropped before the usual limits of proxies (60 s), so that a request does
/// not meet a connection that is just being closed.
const POOL_IDLE: Duration = Duration::from_secs(50);
const TCP_KEEPALIVE: Duration = Duration::from_secs(30);
/// What the HTTP/2 of reqwest says of a stream that the server refused; it has no type for it.
const REFUSED: &str =
    "stream error received: refused stream before processing any application logic";
#[cfg(feature = "http2")]
const PING: Duration = Duration::from_secs(20);

/// Sends requests with reqwest. Redirects, retries, cookies, proxies and decompression are off.
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: Client,
}

impl ReqwestTransport {
    /// A transport that gives up connecting after a time.
    ///
    /// # Errors
    /// If the TLS backend cannot be set up.
    pub fn new(connect_timeout: Option<Duration>) -> Result<Self, crate::BuildError> {
        // reqwest wants a process-wide provider; one that the program has installed stays.
        #[cfg(feature = "rustls-ring")]
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = Client::builder()
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            // Other crates may have enabled these features of reqwest.
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .no_proxy()
            .pool_idle_timeout(POOL_IDLE)
            .tcp_keepalive(TCP_KEEPALIVE);
        if let Some(limit) = connect_timeout {
            builder = builder.connect_timeout(limit);
        }
        #[cfg(feature = "http2")]
        {
            builder = builder
                .http2_keep_alive_interval(PING)
                .http2_keep_alive_timeout(PING)
                .http2_keep_alive_while_idle(false);
        }
        let client = builder.build().map_err(|error| {
            crate::BuildError::new(format!("cannot set up the HTTP client: {}", root(&error)))
        })?;
        Ok(Self { client })
    }

    /// Sends with a client of your own, for proxies, certificates and the like. It should not
    /// follow redirects: a response from another origin than the request's is refused.
    #[must_use]
    pub fn with_client(client: Client) -> Self {
        Self { client }
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<RequestBody>,
        _context: &AttemptContext,
    ) -> TransportFuture {
        let client = self.client.clone();
        Box::pin(async move {
            let path = request.uri().path().to_owned();
            let request = reqwest::Request::try_from(request.map(outgoing))
                .map_err(|error| TransportError::new(Phase::Refused, error.without_url()))?;
            // `url` normalizes what it parses. What was checked is what must be sent.
            if request.url().path() != path {
                return Err(TransportError::new(
                    Phase::Refused,
                    "the URL changed when it was parsed",
                ));
            }
            let origin = request.url().origin();
            let is_tls = request.url().scheme() == "https";
            let response = client
                .execute(request)
                .await
                .map_err(|error| classify(error, Phase::Headers, is_tls))?;
            if response.url().origin() != origin {
                return Err(TransportError::new(
                    Phase::Headers,
                    "the answer came from another origin",
                ));
            }
            let response: http::Response<reqwest::Body> = response.into();
            let (head, body) = response.into_parts();
            Ok(http::Response::from_parts(head, Box::pin(Body { body }) as ResponseBody))
        })
    }
}

/// A body as reqwest takes it.
fn outgoing(body: RequestBody) -> reqwest::Body {
    if let Some(bytes) = body.as_bytes() {
        return bytes.clone().into();
    }
    let length = body.length();
    reqwest::Body::wrap(Outgoing { stream: Mutex::new(body.into_stream()), length })
}

/// A body that is read as it is sent. Nothing shares the stream: the mutex is there for the types.
struct Outgoing {
    stream: Mutex<RequestStream>,
    length: Option<u64>,
}

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = crate::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, crate::BoxError>>> {
        let stream = self.stream.get_mut().unwrap_or_else(PoisonError::into_inner);
        let next = Pin::new(stream).poll_next(cx);
        next.map(|next| next.map(|piece| piece.map(http_body::Frame::data)))
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.length.map_or_else(http_body::SizeHint::default, http_body::SizeHint::with_exact)
    }
}

/// The body of a response as a stream of pieces.
struct Body {
    body: reqwest::Body,
}

impl futures_core::Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        use http_body::Body as _;
        use std::task::Poll;
        loop {
            match std::pin::Pin::new(&mut self.body).poll_frame(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Ready(Some(Err(error))) => {
                    return Poll::Ready(Some(Err(classify(error, Phase::Body, false))));
                }
                Poll::Ready(Some(Ok(frame))) => {
                    // Trailers carry nothing that is read.
                    if let Ok(data) = frame.into_data() {
                        return Poll::Ready(Some(Ok(data)));
                    }
                }
            }
        }
    }
}

/// How far a request got, from what reqwest says of its failure.
fn classify(error: reqwest::Error, otherwise: Phase, is_tls: bool) -> TransportError {
    let timed_out = error.is_timeout();
    let connect = error.is_connect();
    // The URL may hold a query, and with it a secret.
    let error = error.without_url();
    let phase = if connect {
        connect_phase(&error, is_tls)
    } else if causes(&error).any(<dyn StdError>::is::<SourceError>) {
        // It was the file or the stream that failed, and not the connection.
        Phase::Source
    } else {
        otherwise
    };
    // A server that refuses a stream has not looked at it (RFC 9113, section 8.7).
    let refused = causes(&error).any(|cause| cause.to_string() == REFUSED);
    let mut failed = TransportError::new(phase, error);
    if refused {
        failed.sent = Sent::No;
    }
    if timed_out { failed.timed_out() } else { failed }
}

/// What of connecting failed. reqwest has no types for it, so the words of the causes decide.
fn connect_phase(error: &reqwest::Error, is_tls: bool) -> Phase {
    for cause in causes(error) {
        let words = cause.to_string().to_lowercase();
        if words.contains("dns error") {
            return Phase::Dns;
        }
        if words.contains("proxy") || words.contains("tunnel") {
            return Phase::Proxy;
        }
        if words.contains("tcp connect error") || words.contains("tcp open error") {
            return Phase::Connect;
        }
    }
    // What is left of connecting once there is a socket.
    if is_tls && !error.is_timeout() { Phase::Tls } else { Phase::Connect }
}

/// An error and its causes, down to the deepest.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    let first: &(dyn StdError + 'static) = error;
    std::iter::successors(Some(first), |&cause| cause.source())
}

/// The deepest cause of an error.
fn root(error: &reqwest::Error) -> String {
    causes(error).last().map(ToString::to_string).unwrap_or_default()
}
