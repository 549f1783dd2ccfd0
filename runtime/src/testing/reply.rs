//! What a mock answers.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::Sent;
use crate::clock::TestClock;
use crate::transport::{Phase, ResponseBody, TransportError};

/// What a [`MockTransport`](super::MockTransport) answers: a response, or a failure of the
/// connection.
#[derive(Debug, Clone)]
pub struct Reply {
    pub(super) delay: Duration,
    pub(super) answer: Result<Answer, Fault>,
}

/// A response.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    pieces: Vec<Piece>,
    breaks_off: bool,
}

/// A piece of a body, and how long it takes to come.
#[derive(Debug, Clone)]
struct Piece {
    delay: Duration,
    bytes: Bytes,
}

/// A failure before there is a response.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fault {
    phase: Phase,
    sent: Option<Sent>,
    timed_out: bool,
}

impl Reply {
    /// A response without a body.
    ///
    /// # Panics
    /// If there is no such status.
    pub fn status(status: u16) -> Self {
        let answer = Answer {
            status: known(StatusCode::from_u16(status), "a status is 100 to 999"),
            headers: HeaderMap::new(),
            pieces: Vec::new(),
            breaks_off: false,
        };
        Self { delay: Duration::ZERO, answer: Ok(answer) }
    }

    /// A response of JSON: text, or a [`Json`](crate::Json).
    pub fn json(status: u16, json: impl fmt::Display) -> Self {
        Self::status(status).header("content-type", "application/json").body(json.to_string())
    }

    /// A failure in a phase, by which goes whether the request may have been sent.
    pub fn fail(phase: Phase) -> Self {
        let fault = Fault { phase, sent: None, timed_out: false };
        Self { delay: Duration::ZERO, answer: Err(fault) }
    }

    /// The same failure, but the request may have reached the server, or not.
    #[must_use]
    pub fn sent(mut self, sent: Sent) -> Self {
        if let Err(fault) = &mut self.answer {
            fault.sent = Some(sent);
        }
        self
    }

    /// The same failure, because a time limit of the transport was reached.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        if let Err(fault) = &mut self.answer {
            fault.timed_out = true;
        }
        self
    }

    /// Adds a header to a response.
    ///
    /// # Panics
    /// If the name or the value cannot be in a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name = known(HeaderName::try_from(name), "a header's name");
        let value = known(HeaderValue::try_from(value), "a header's value");
        if let Ok(answer) = &mut self.answer {
            answer.headers.append(name, value);
        }
        self
    }

    /// Sets the body of a response.
    #[must_use]
    pub fn body(self, body: impl Into<Bytes>) -> Self {
        self.pieces([body.into()])
    }

    /// Sets the body of a response, in the pieces in which it comes.
    #[must_use]
    pub fn pieces<B: Into<Bytes>>(mut self, pieces: impl IntoIterator<Item = B>) -> Self {
        if let Ok(answer) = &mut self.answer {
            let pieces = pieces.into_iter().map(Into::into);
            answer.pieces = pieces.map(|bytes| Piece { delay: Duration::ZERO, bytes }).collect();
        }
        self
    }

    /// Adds a piece to the body that comes this long after the one before it, on the clock of the
    /// mock, which takes no time. A limit of the client that is shorter is reached.
    #[must_use]
    pub fn piece_after(mut self, delay: Duration, bytes: impl Into<Bytes>) -> Self {
        if let Ok(answer) = &mut self.answer {
            answer.pieces.push(Piece { delay, bytes: bytes.into() });
        }
        self
    }

    /// The connection fails behind the body that was set.
    #[must_use]
    pub fn breaks_off(mut self) -> Self {
        if let Ok(answer) = &mut self.answer {
            answer.breaks_off = true;
        }
        self
    }

    /// It comes after this time on the clock of the mock, which takes no time. A limit of the client
    /// that is shorter is reached.
    #[must_use]
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// What the transport gives.
    pub(super) fn play(
        self,
        clock: &TestClock,
    ) -> Result<http::Response<ResponseBody>, TransportError> {
        let Answer { status, headers, pieces, breaks_off } = self.answer.map_err(Fault::error)?;
        let body =
            Pieces { left: pieces.into(), breaks_off, clock: clock.clone(), is_awaited: false };
        let mut response = http::Response::new(Box::pin(body) as ResponseBody);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

/// Mistakes in a test end the test.
#[allow(clippy::panic, reason = "a test is to fail")]
fn known<T, E: fmt::Display>(value: Result<T, E>, what: &str) -> T {
    value.unwrap_or_else(|error| panic!("{what}: {error}"))
}

impl Fault {
    fn error(self) -> TransportError {
        let error = TransportError::new(self.phase, "the mock says so");
        TransportError { sent: self.sent.unwrap_or(error.sent), timed_out: self.timed_out, ..error }
    }
}

/// A response without headers. `None` where there is no such status.
pub(super) fn response(
    status: u16,
    body: Bytes,
    breaks_off: bool,
) -> Option<http::Response<ResponseBody>> {
    let left = [Piece { delay: Duration::ZERO, bytes: body }].into();
    let body = Pieces { left, breaks_off, clock: TestClock::new(), is_awaited: false };
    let mut response = http::Response::new(Box::pin(body) as ResponseBody);
    *response.status_mut() = StatusCode::from_u16(status).ok()?;
    Some(response)
}

/// The body of a response, piece by piece.
struct Pieces {
    left: VecDeque<Piece>,
    breaks_off: bool,
    clock: TestClock,
    /// Whether somebody waits for a piece that takes time.
    is_awaited: bool,
}

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Some(piece) = this.left.front_mut().filter(|piece| !piece.delay.is_zero()) {
            // Limits are set when there is nothing yet, and looked at when the time has passed.
            if std::mem::replace(&mut this.is_awaited, true) {
                this.clock.advance(std::mem::take(&mut piece.delay));
                this.is_awaited = false;
            }
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(match this.left.pop_front() {
            Some(piece) => Some(Ok(piece.bytes)),
            None if std::mem::take(&mut this.breaks_off) => {
                Some(Err(TransportError::new(Phase::Body, "the mock says so")))
            }
            None => None,
        })
    }
}
