//! A request as a mock saw it.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, Method, Uri};
use percent_encoding::percent_decode_str;

use crate::Json;
use crate::operation::Operation;
use crate::transport::{AttemptContext, Phase, RequestBody, TransportError};

/// A request as a [`MockTransport`](super::MockTransport) saw it: what a server would have got, taken
/// apart.
#[derive(Clone)]
pub struct Seen {
    operation: &'static Operation,
    attempt: u32,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
}

impl Seen {
    /// Reads the whole request, its files and streams as well.
    pub(super) async fn read(
        request: http::Request<RequestBody>,
        context: &AttemptContext,
    ) -> Result<Self, TransportError> {
        let (head, body) = request.into_parts();
        Ok(Self {
            operation: context.operation,
            attempt: context.attempt,
            method: head.method,
            uri: head.uri,
            headers: head.headers,
            body: read(body).await?,
        })
    }

    /// The name of the operation, such as `sessions.create`.
    pub fn operation(&self) -> &'static str {
        self.operation.name
    }

    /// The number of the attempt, from 1.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// The method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The whole URL.
    pub fn uri(&self) -> &Uri {
        &self.uri
    }

    /// A parameter of the path by its name in the spec, decoded.
    pub fn param(&self, name: &str) -> Option<String> {
        let parts = self.operation.template.rsplit('/').zip(self.uri.path().rsplit('/'));
        parts.into_iter().find_map(|(template, text)| {
            let (before, rest) = template.split_once('{')?;
            let (found, after) = rest.split_once('}')?;
            let text = text.strip_prefix(before)?.strip_suffix(after)?;
            (found == name).then(|| decoded(text))
        })
    }

    /// The query, decoded, in its order.
    pub fn query(&self) -> Vec<(String, String)> {
        let pairs = self.uri.query().unwrap_or_default().split('&');
        let pairs = pairs.filter(|pair| !pair.is_empty());
        pairs
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decoded(name), decoded(value))
            })
            .collect()
    }

    /// The first value of a query parameter, decoded.
    pub fn query_value(&self, name: &str) -> Option<String> {
        self.query().into_iter().find(|(found, _)| found == name).map(|(_, value)| value)
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A header that is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as JSON. `null` where it is none.
    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Reads a body to its end, files and streams as well.
pub(super) async fn read(body: RequestBody) -> Result<Bytes, TransportError> {
    let (mut stream, mut whole) = (body.into_stream(), BytesMut::new());
    while let Some(piece) = poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)).await {
        whole.extend_from_slice(&piece.map_err(|error| TransportError::new(Phase::Source, error))?);
    }
    Ok(whole.freeze())
}

/// Without headers, query and body: they may hold secrets.
impl fmt::Debug for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seen")
            .field("operation", &self.operation.name)
            .field("attempt", &self.attempt)
            .field("method", &self.method)
            .field("path", &self.uri.path())
            .finish_non_exhaustive()
    }
}
