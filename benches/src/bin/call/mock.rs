//! A transport that answers from memory, the same for both sides.

use std::future::ready;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use callsheet::Transport;
use callsheet::transport::{AttemptContext, TransportError, TransportFuture};
use futures_core::Stream;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};

/// The page's response.
const SESSION: &str = r#"{"id":"sess_019e3bb1e8c171fd9abbb1477ffb84cc","type":"session","agent_id":"agent_019e390add9f7bac9b6cc806db46fcbd","agent":{"id":"agent_019e390add9f7bac9b6cc806db46fcbd","type":"agent","name":"test-agent-e2e","description":"E2E test agent","model":"ultimate","instructions":"You are a test assistant.","system":"You are a test assistant.","tools":[],"mcp_servers":[],"default_environment":"","version":2,"created_at":"2026-05-18T03:04:33.952256Z","updated_at":"2026-05-18T03:05:28.023697Z"},"environment_id":"env_019e2590d33f711fabf42f2857cecd8a","title":"My session","status":"idle","resources":[],"vault_ids":[],"memory_store_ids":[],"usage":{"input_tokens":0,"output_tokens":0,"cache_read_input_tokens":0,"cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0}},"created_at":"2026-05-18T15:26:15.747298Z","updated_at":"2026-05-18T15:26:15.747298Z"}"#;

/// The transport.
pub(crate) struct Mock;

impl Mock {
    /// Answers with the page's session.
    pub(crate) fn answer(request: http::Request<Bytes>) -> TransportFuture {
        drop(request);
        let piece = Piece(Some(Bytes::from_static(SESSION.as_bytes())));
        let mut response = http::Response::new(Box::pin(piece) as _);
        *response.status_mut() = http::StatusCode::CREATED;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let request_id = HeaderName::from_static("x-request-id");
        headers.insert(request_id, HeaderValue::from_static("req_1"));
        Box::pin(ready(Ok(response)))
    }
}

impl Transport for Mock {
    fn send(&self, request: http::Request<Bytes>, _context: &AttemptContext) -> TransportFuture {
        Self::answer(request)
    }
}

/// A body of one piece.
struct Piece(Option<Bytes>);

impl Stream for Piece {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}
