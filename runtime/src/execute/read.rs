//! Reading a body: as much of it as its status is worth.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::StatusCode;
use http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};

use crate::client::Inner;
use crate::clock::Clock;
use crate::operation::{Content, Operation};
use crate::response::content;
use crate::stream;
use crate::transport::{Phase, ResponseBody, TransportError};

/// What was read of a body.
pub(super) enum Read {
    /// A success's body, to its end.
    Whole(Bytes),
    /// A stream, which the caller reads.
    Live(ResponseBody),
    /// The start of a body that is not the stream which is declared, and why not.
    Undeclared(String, Bytes),
    /// A success's body could not be read to its end.
    Stopped(Stop),
    /// The start of an error's body, and whether there was more.
    Start(Bytes, bool),
    /// Nothing: the status alone is an error.
    Unwanted,
}

/// Reads as much of a body as its status is worth. With `unread`, a success's is left as it is.
pub(super) async fn read(
    operation: &'static Operation,
    head: &http::response::Parts,
    body: ResponseBody,
    inner: &Inner,
    unread: bool,
) -> Read {
    // Whoever relayed this may have read another message (RFC 9112, section 6.3).
    if head.headers.contains_key(TRANSFER_ENCODING) && head.headers.contains_key(CONTENT_LENGTH) {
        let detail = "the answer says twice how long it is";
        return Read::Stopped(Stop::Failed(TransportError::new(Phase::Body, detail)));
    }
    let clock: &dyn Clock = &*inner.clock;
    let mut body = Pieces { body, idle: inner.body_idle_timeout.map(|limit| (limit, clock)) };
    if head.status.is_redirection() || head.status.is_informational() {
        return Read::Unwanted;
    }
    if !head.status.is_success() {
        let (start, truncated) = read_start(&mut body, inner.max_error_body).await;
        return Read::Start(start, truncated);
    }
    let content = content(operation, head.status);
    if unread && !has_no_content(head.status) {
        return Read::Live(body.body);
    }
    if content.is_stream() {
        return read_stream(content, body, head, inner.max_error_body).await;
    }
    if content.is_empty() {
        // Read for the sake of the connection only: nothing in it can be wrong.
        let _ = read_start(&mut body, inner.max_error_body).await;
        return Read::Whole(Bytes::new());
    }
    match read_all(&mut body, head, inner.max_body).await {
        Ok(body) => Read::Whole(body),
        Err(stop) => Read::Stopped(stop),
    }
}

/// Whether there is nothing in a body of this status (RFC 9110, sections 15.3.5 and 15.3.6).
fn has_no_content(status: StatusCode) -> bool {
    matches!(status, StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT)
}

/// Leaves a stream to the caller, if it is one.
async fn read_stream(
    content: Content,
    mut body: Pieces<'_>,
    head: &http::response::Parts,
    limit: usize,
) -> Read {
    if has_no_content(head.status) {
        return Read::Whole(Bytes::new());
    }
    let Some(reason) = stream::refusal(content, &head.headers) else {
        return Read::Live(body.body);
    };
    // What it is instead may have no end.
    let mut start = body.next().await.and_then(Result::ok).unwrap_or_default();
    start.truncate(limit);
    Read::Undeclared(reason, start)
}

/// Why a body was not read to its end.
pub(super) enum Stop {
    TooLarge,
    Failed(TransportError),
}

/// Reads a whole body. A declared length over the limit stops it before the first byte.
async fn read_all(
    body: &mut Pieces<'_>,
    head: &http::response::Parts,
    limit: usize,
) -> Result<Bytes, Stop> {
    let declared = head.headers.get(CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if declared.is_some_and(|declared| declared > limit as u64) {
        return Err(Stop::TooLarge);
    }
    // Most bodies come in one piece, which is not copied.
    let (mut first, mut rest) = (Bytes::new(), BytesMut::new());
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(Stop::Failed)?;
        if first.len() + rest.len() + chunk.len() > limit {
            return Err(Stop::TooLarge);
        }
        if first.is_empty() && rest.is_empty() {
            first = chunk;
            continue;
        }
        rest.extend_from_slice(&std::mem::take(&mut first));
        rest.extend_from_slice(&chunk);
    }
    Ok(if rest.is_empty() { first } else { rest.freeze() })
}

/// Reads the start of an error's body, and whether there was more. A body that breaks off is as
/// good as it got: the status is what matters.
pub(crate) async fn read_start(body: &mut Pieces<'_>, limit: usize) -> (Bytes, bool) {
    let mut read = BytesMut::new();
    while let Some(chunk) = body.next().await {
        let Ok(chunk) = chunk else {
            return (read.freeze(), true);
        };
        let room = limit - read.len();
        if chunk.len() > room {
            read.extend_from_slice(chunk.get(..room).unwrap_or_default());
            return (read.freeze(), true);
        }
        read.extend_from_slice(&chunk);
    }
    (read.freeze(), false)
}

/// A body, piece by piece, each within a time.
pub(crate) struct Pieces<'a> {
    pub(crate) body: ResponseBody,
    pub(crate) idle: Option<(Duration, &'a dyn Clock)>,
}

impl Pieces<'_> {
    /// The next piece. The time that it may take counts from here: while nobody asks, a body may
    /// rest.
    async fn next(&mut self) -> Option<Result<Bytes, TransportError>> {
        let mut timer = None;
        poll_fn(|cx| {
            if let Poll::Ready(piece) = self.body.as_mut().poll_next(cx) {
                return Poll::Ready(piece);
            }
            let Some((idle, clock)) = self.idle else { return Poll::Pending };
            let timer = timer.get_or_insert_with(|| clock.sleep(idle));
            timer.as_mut().poll(cx).map(|()| {
                let detail = format!("nothing came for {idle:?}");
                Some(Err(TransportError::new(Phase::Body, detail).timed_out()))
            })
        })
        .await
    }
}
