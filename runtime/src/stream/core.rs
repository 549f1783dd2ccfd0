//! A stream, whatever its types: one connection after another, and what comes out of them.
//! Everything happens while the caller waits for an event; nothing is spawned.

use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Buf, Bytes};

use super::cursor;
use super::framing::{Framing, Raw};
use super::rules::{Events, Kind, Resume};
use crate::call::Execution;
use crate::clock::Sleep;
use crate::codec::decode_json;
use crate::error::{Error, ErrorKind, Facts, read_envelope};
use crate::execute::{Prepared, execute, idempotency_key};
use crate::random;
use crate::response::{RawResponse, Response};
use crate::retry::{Attempt, Decision, StopReason, doubled, retries_said};
use crate::sse::{Block, TooLarge};
use crate::transport::{Phase, ResponseBody, TransportError};
use crate::value::Value;

/// How often a stream is resumed without getting on, where nobody says otherwise.
const MAX_RESUMES: u32 = 5;
/// The longest first wait before a stream is resumed; the one after it is twice as long.
const FIRST: Duration = Duration::from_millis(500);
/// The longest wait that the server has not asked for.
const LONGEST: Duration = Duration::from_secs(10);
/// The shortest and the longest wait that the server may ask for in a stream.
const ASKED: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(30));

pub(super) struct Core {
    /// The call as it was sent first.
    call: Prepared,
    framing: Framing,
    meta: Response<()>,
    state: State,
    /// What has come and is not decoded yet.
    chunk: Bytes,
    cursor: String,
    /// How long the server wants a client to wait before it connects again.
    retry: Option<Duration>,
    /// Whether anything was given out.
    began: bool,
    /// How many connections came to an end since the last event.
    failures: u32,
    idle: Option<Sleep>,
    event_idle: Option<Sleep>,
}

enum State {
    Open(ResponseBody),
    Waiting(Sleep),
    Opening(Execution),
    Ended,
}

/// What a step came to.
enum Step {
    Again,
    Item(Result<Raw, Error>),
}

impl Core {
    /// The stream of a call that has been answered.
    pub(super) fn new(call: Prepared, response: RawResponse) -> Result<Self, Error> {
        let max = call.client.inner().max_event;
        let Some(framing) = Framing::of(call.operation, max) else {
            return Err(Error::build(
                call.operation,
                "this endpoint does not answer with a stream",
            ));
        };
        let cursor = framing
            .events()
            .map_or_else(String::new, |rules| cursor::read(rules.resume, &call.parts));
        let (head, rest) = response.into_live();
        let mut core = Self {
            call,
            framing,
            meta: Response::new((), head),
            state: State::Ended,
            chunk: Bytes::new(),
            cursor,
            retry: None,
            began: false,
            failures: 0,
            idle: None,
            event_idle: None,
        };
        core.open(rest);
        Ok(core)
    }

    pub(super) fn call(&self) -> &Prepared {
        &self.call
    }

    pub(super) fn meta(&self) -> &Response<()> {
        &self.meta
    }

    pub(super) fn cursor(&self) -> Option<&str> {
        (!self.cursor.is_empty()).then_some(self.cursor.as_str())
    }

    /// Gives up the connection. There is nothing more.
    pub(super) fn close(&mut self) {
        self.state = State::Ended;
        self.chunk = Bytes::new();
        (self.idle, self.event_idle) = (None, None);
    }

    /// Decodes an item into `value`, a blank, and says what went wrong.
    pub(super) fn finish(&self, raw: Raw, value: &mut dyn Value) -> Option<Error> {
        let Err(error) = decode_json(&raw.data, value.slot()) else {
            let call = &self.call;
            if let Some(drift) = &call.client.inner().drift {
                drift.value(&call.client, call.operation, value);
            }
            return None;
        };
        let what = self.framing.what();
        let name = if raw.name.is_empty() { String::new() } else { format!(" `{}`", raw.name) };
        let detail = format!("{what}{name} is not what is declared");
        let facts = self.facts(ErrorKind::Decode, detail);
        Some(Error::new(Facts { decode: Some(error), body: Some(raw.data), ..facts }))
    }

    /// The next item. After an error that ends the stream there is none.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Raw, Error>>> {
        loop {
            let step = match &mut self.state {
                State::Ended => return Poll::Ready(None),
                State::Waiting(sleep) => {
                    ready!(sleep.as_mut().poll(cx));
                    self.reopen()
                }
                State::Opening(opening) => match ready!(opening.as_mut().poll(cx)) {
                    Ok(response) => self.reopened(response),
                    Err(error) => self.not_reopened(error),
                },
                State::Open(_) => match self.decode() {
                    Some(step) => step,
                    None => match ready!(self.poll_chunk(cx)) {
                        Some(Ok(chunk)) => {
                            self.chunk = chunk;
                            Step::Again
                        }
                        Some(Err(error)) => self.broken(error),
                        None => self.run_out(),
                    },
                },
            };
            if let Step::Item(item) = step {
                return Poll::Ready(Some(item));
            }
        }
    }

    /// The next piece of the body, within the limits of time. They count while somebody waits.
    fn poll_chunk(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        let State::Open(body) = &mut self.state else { return Poll::Ready(None) };
        if let Poll::Ready(chunk) = body.as_mut().poll_next(cx) {
            // Heartbeats are no events: the limit of those goes on.
            self.idle = None;
            return Poll::Ready(chunk);
        }
        let inner = self.call.client.inner();
        let start = |limit: Option<Duration>, timer: &mut Option<Sleep>| {
            if let (None, Some(limit)) = (&timer, limit) {
                *timer = Some(inner.clock.sleep(limit));
            }
        };
        start(inner.body_idle_timeout, &mut self.idle);
        start(inner.event_idle_timeout, &mut self.event_idle);
        let (what, limit) = if over(&mut self.idle, cx) {
            ("nothing", inner.body_idle_timeout)
        } else if over(&mut self.event_idle, cx) {
            ("no event", inner.event_idle_timeout)
        } else {
            return Poll::Pending;
        };
        let detail = format!("{what} came for {:?}", limit.unwrap_or_default());
        Poll::Ready(Some(Err(TransportError::new(Phase::Body, detail).timed_out())))
    }

    /// What is in the chunk. `None` once it is used up.
    fn decode(&mut self) -> Option<Step> {
        match &mut self.framing {
            Framing::Lines(lines) => Some(match lines.next(&mut self.chunk)? {
                Ok(data) => self.item(Raw { name: String::new(), data }),
                Err(error) => self.too_large(error),
            }),
            Framing::Events { rules, decoder } => {
                let mut rest: &[u8] = &self.chunk;
                let block = decoder.block(&mut rest);
                let used = self.chunk.len() - rest.len();
                self.retry = decoder.retry().or(self.retry);
                let rules = *rules;
                self.chunk.advance(used);
                Some(match block? {
                    Ok(block) => self.block(rules, block),
                    Err(error) => self.too_large(error),
                })
            }
        }
    }

    fn block(&mut self, rules: &'static Events, block: Block) -> Step {
        let Block { name, data, id, says_id } = block;
        let Some(data) = data else {
            if says_id {
                self.cursor = id;
            }
            return Step::Again;
        };
        match rules.kind(&name, &data) {
            // The cursor is that of the last event that the caller knows of.
            Kind::Skipped => Step::Again,
            Kind::Done => {
                self.close();
                Step::Again
            }
            Kind::Error => self.end(self.said(&data.into())),
            kind => {
                self.cursor = id;
                let item = self.item(Raw { name, data: data.into() });
                if kind == Kind::Last {
                    self.close();
                }
                item
            }
        }
    }

    fn item(&mut self, raw: Raw) -> Step {
        self.began = true;
        self.failures = 0;
        self.event_idle = None;
        Step::Item(Ok(raw))
    }

    /// Ends the stream with an error.
    fn end(&mut self, error: Error) -> Step {
        self.close();
        Step::Item(Err(error))
    }

    fn too_large(&mut self, error: TooLarge) -> Step {
        let what = self.framing.what();
        let detail = format!("{what} is larger than the limit of {} bytes", error.limit);
        self.end(Error::new(self.facts(ErrorKind::Limit, detail)))
    }

    /// What the server says went wrong, in an event.
    fn said(&self, data: &Bytes) -> Error {
        let envelope = read_envelope(self.call.client.spec(), data);
        let facts = self.facts(ErrorKind::Api, String::new());
        Error::new(Facts {
            body: Some(data.clone()),
            code: envelope.code,
            message: envelope.message,
            request_id: facts.request_id.or(envelope.request_id),
            ..facts
        })
    }

    /// The connection failed.
    fn broken(&mut self, error: TransportError) -> Step {
        let (kind, detail) = if error.timed_out {
            (ErrorKind::Timeout, "the stream stood still")
        } else {
            (ErrorKind::Transport, error.phase.doing())
        };
        let facts = self.facts(kind, detail.to_owned());
        let phase = Some(error.phase);
        let error = Error::new(Facts { phase, source: Some(error.source), ..facts });
        if self.can_resume() { self.resume(error) } else { self.end(error) }
    }

    /// The body came to its end.
    fn run_out(&mut self) -> Step {
        let incomplete = match &mut self.framing {
            Framing::Lines(lines) => {
                let last = lines.last();
                self.close();
                return last
                    .map_or(Step::Again, |data| self.item(Raw { name: String::new(), data }));
            }
            Framing::Events { rules, decoder } => decoder.is_inside() || rules.has_end(),
        };
        let resumes = self.can_resume();
        let goes_on = incomplete || (resumes && !self.cursor.is_empty());
        if !goes_on {
            self.close();
            return Step::Again;
        }
        let detail = "the server closed the stream before its end".to_owned();
        let error = Error::new(self.facts(ErrorKind::Transport, detail));
        if resumes { self.resume(error) } else { self.end(error) }
    }

    /// Whether another request goes on where this one stopped: it does nothing twice, and events
    /// that the caller has are not given again.
    fn can_resume(&self) -> bool {
        let idempotency = self.call.operation.attempts.idempotency;
        let repeatable = idempotency.is_repeatable(self.is_keyed());
        let resume = self.framing.events().map_or(Resume::Never, |rules| rules.resume);
        repeatable && resume != Resume::Never && (!self.began || !self.cursor.is_empty())
    }

    fn is_keyed(&self) -> bool {
        idempotency_key(&self.call).is_some()
    }

    /// Connects again after a while, unless that was of no use too often.
    fn resume(&mut self, mut error: Error) -> Step {
        if self.failed() {
            error.facts_mut().stopped = Some(StopReason::Attempts);
            return self.end(error);
        }
        self.wait(Duration::ZERO);
        Step::Again
    }

    /// Counts a connection that came to an end. Whether there were too many without an event.
    fn failed(&mut self) -> bool {
        let inner = self.call.client.inner();
        let (own, operation) = (self.call.max_retries, self.call.operation);
        let limit = retries_said(own, inner.max_retries, operation, self.call.client.spec());
        self.failures = self.failures.saturating_add(1);
        self.failures > limit.unwrap_or(MAX_RESUMES)
    }

    /// Waits at least this long: longer each time, and for as long as the server asks.
    fn wait(&mut self, at_least: Duration) {
        let longest = doubled(FIRST, self.failures, LONGEST);
        let wait = longest.mul_f64(0.5 + random::part() / 2.0);
        let asked = self.retry.map_or(ASKED.0, |retry| retry.clamp(ASKED.0, ASKED.1));
        let wait = wait.max(asked).max(at_least);
        self.close();
        self.state = State::Waiting(self.call.client.inner().clock.pause(wait));
    }

    /// Sends the call again, from the cursor on.
    fn reopen(&mut self) -> Step {
        let mut call = Prepared { max_retries: Some(0), ..self.call.clone() };
        let resume = self.framing.events().map_or(Resume::Never, |rules| rules.resume);
        if let Err(detail) = cursor::write(resume, &self.cursor, &mut call.parts) {
            return self.end(Error::new(self.facts(ErrorKind::Transport, detail.to_owned())));
        }
        self.state = State::Opening(Box::pin(execute(call)));
        Step::Again
    }

    fn reopened(&mut self, response: RawResponse) -> Step {
        let (head, rest) = response.into_live();
        self.meta = Response::new((), head);
        self.framing.restart(self.call.client.inner().max_event, &self.cursor);
        self.open(rest);
        Step::Again
    }

    /// Goes on with a body. Where there is none, the server says that there are no more events.
    fn open(&mut self, body: Option<ResponseBody>) {
        self.state = body.map_or(State::Ended, State::Open);
    }

    /// The server could not be reached, or did not answer with a stream: the policy of retries
    /// says what it is worth.
    fn not_reopened(&mut self, mut error: Error) -> Step {
        let decision = if self.failed() {
            Decision::Stop(StopReason::Attempts)
        } else {
            let client = &self.call.client;
            client.inner().retry.decide(&Attempt {
                operation: self.call.operation,
                number: self.failures,
                error: &error,
                keyed: self.is_keyed(),
                elapsed: Duration::ZERO,
                remaining: None,
                spec: client.spec(),
            })
        };
        match decision {
            Decision::Retry { after } => {
                self.wait(after);
                Step::Again
            }
            Decision::Stop(stop) => {
                error.facts_mut().stopped = Some(stop);
                self.end(error)
            }
        }
    }

    /// What is known of every error of this connection.
    fn facts(&self, kind: ErrorKind, detail: String) -> Facts {
        self.meta.head().facts(self.call.operation, kind, detail)
    }
}

/// Whether a limit of time has been reached.
fn over(timer: &mut Option<Sleep>, cx: &mut Context<'_>) -> bool {
    timer.as_mut().is_some_and(|timer| timer.as_mut().poll(cx).is_ready())
}
