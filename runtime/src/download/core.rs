//! A download, whatever its types: one connection after another, and the bytes that come out of
//! them. Everything happens while the caller waits for bytes; nothing is spawned.

use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use bytes::{Buf, Bytes};
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, HeaderMap, RANGE};
use http::{Method, StatusCode};

use super::range::{Part, Validator, content_length, unsatisfied};
use crate::call::Execution;
use crate::clock::Sleep;
use crate::error::{Error, ErrorKind, Facts};
use crate::execute::{Prepared, decide, execute, idempotency_key};
use crate::response::{Head, RawResponse, Response};
use crate::retry::{Attempt, Decision, StopReason, max_retries};
use crate::transport::{Phase, ResponseBody, TransportError};

/// How much a connection has to bring for those before it not to count, in bytes.
const PROGRESS: u64 = 64 * 1024;

pub(super) struct Core {
    /// The call as it was sent first.
    call: Prepared,
    meta: Response<()>,
    state: State,
    /// How long the file is, where the server says so.
    length: Option<u64>,
    /// How many bytes the caller has.
    received: u64,
    /// How many there will be when this body is over, where the server says so.
    end: Option<u64>,
    /// How many bytes of this body the caller has from the one before it.
    skip: u64,
    /// The most that the caller takes.
    most: Option<u64>,
    validator: Option<Validator>,
    /// How often the request was sent, over all connections.
    attempts: u32,
    /// How many connections came to an end too early, since one brought enough.
    failures: u32,
    /// How many bytes there were at the last of them.
    mark: u64,
    started: Instant,
    /// The time that the caller gave the whole call.
    deadline: Option<Instant>,
    late: Option<Sleep>,
    idle: Option<Sleep>,
}

enum State {
    Open(ResponseBody),
    Waiting(Sleep),
    Opening(Execution),
    /// All has come.
    Whole,
    /// Not all has come, and nothing more will.
    GivenUp,
}

/// What a step came to.
enum Step {
    Again,
    Item(Result<Bytes, Error>),
}

impl Core {
    /// The download of a call that has been answered. `started` is when it was sent.
    pub(super) fn new(
        call: Prepared,
        response: RawResponse,
        started: Instant,
    ) -> Result<Self, Error> {
        let deadline = call.timeout.and_then(|limit| started.checked_add(limit));
        let (head, body) = response.into_live();
        let mut core = Self {
            call,
            meta: Response::new((), head),
            state: State::GivenUp,
            length: None,
            received: 0,
            end: None,
            skip: 0,
            most: None,
            validator: None,
            attempts: 0,
            failures: 0,
            mark: 0,
            started,
            deadline,
            late: None,
            idle: None,
        };
        core.start(body)?;
        Ok(core)
    }

    pub(super) fn call(&self) -> &Prepared {
        &self.call
    }

    pub(super) fn meta(&self) -> &Response<()> {
        &self.meta
    }

    pub(super) fn length(&self) -> Option<u64> {
        self.length
    }

    pub(super) fn received(&self) -> u64 {
        self.received
    }

    /// Takes no more than so many bytes.
    pub(super) fn limit(&mut self, most: u64) {
        self.most = Some(self.most.map_or(most, |limit| limit.min(most)));
    }

    /// Gives up the connection. There is nothing more.
    pub(super) fn close(&mut self) {
        if !matches!(self.state, State::Whole) {
            self.end(State::GivenUp);
        }
    }

    fn end(&mut self, state: State) {
        self.state = state;
        (self.idle, self.late) = (None, None);
    }

    /// Whether what the caller has had is all of it, once there is nothing more.
    pub(super) fn check_whole(&self) -> Result<(), Error> {
        if matches!(self.state, State::Whole) {
            return Ok(());
        }
        let detail = format!("the download was given up before: {}", self.so_far());
        Err(Error::new(self.facts(ErrorKind::Transport, detail)))
    }

    /// What could not be done with the bytes.
    pub(super) fn not_kept(&self, error: std::io::Error) -> Error {
        let facts = self.facts(ErrorKind::File, "the file could not be written".to_owned());
        Error::new(Facts { source: Some(Box::new(error)), ..facts })
    }

    /// The next bytes. After an error there are none.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        loop {
            if let Some(error) = self.poll_limits(cx) {
                self.end(State::GivenUp);
                return Poll::Ready(Some(Err(error)));
            }
            let step = match &mut self.state {
                State::Whole | State::GivenUp => return Poll::Ready(None),
                State::Waiting(sleep) => {
                    ready!(sleep.as_mut().poll(cx));
                    self.reopen()
                }
                State::Opening(opening) => match ready!(opening.as_mut().poll(cx)) {
                    Ok(response) => self.reopened(response),
                    Err(error) => self.not_reopened(error),
                },
                State::Open(_) => match ready!(self.poll_piece(cx)) {
                    Some(Ok(piece)) => self.piece(piece),
                    Some(Err(error)) => self.broken(error),
                    None => self.run_out(),
                },
            };
            match step {
                Step::Again => {}
                Step::Item(Err(error)) => {
                    self.end(State::GivenUp);
                    return Poll::Ready(Some(Err(error)));
                }
                Step::Item(item) => return Poll::Ready(Some(item)),
            }
        }
    }

    /// What stops a download whatever comes: the time that the caller gave it, and a file that is
    /// too large by its own word.
    fn poll_limits(&mut self, cx: &mut Context<'_>) -> Option<Error> {
        if matches!(self.state, State::Whole | State::GivenUp) {
            return None;
        }
        if let (Some(most), Some(length)) = (self.most, self.length) {
            if length > most {
                return Some(self.too_large(most));
            }
        }
        let left = self.remaining()?;
        let clock = &self.call.client.inner().clock;
        let late = self.late.get_or_insert_with(|| clock.sleep(left));
        if !left.is_zero() && late.as_mut().poll(cx).is_pending() {
            return None;
        }
        let limit = self.call.timeout.unwrap_or_default();
        let detail = format!("not all came within {limit:?}, but {}", self.so_far());
        Some(Error::new(self.facts(ErrorKind::Timeout, detail)))
    }

    /// What is left of the time that the caller gave the whole call.
    fn remaining(&self) -> Option<Duration> {
        let now = self.call.client.inner().clock.now();
        self.deadline.map(|deadline| deadline.saturating_duration_since(now))
    }

    /// The next piece of the body. The time that it may take counts while somebody waits.
    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        let State::Open(body) = &mut self.state else { return Poll::Ready(None) };
        if let Poll::Ready(piece) = body.as_mut().poll_next(cx) {
            self.idle = None;
            return Poll::Ready(piece);
        }
        let inner = self.call.client.inner();
        let Some(limit) = inner.body_idle_timeout else { return Poll::Pending };
        let idle = self.idle.get_or_insert_with(|| inner.clock.sleep(limit));
        ready!(idle.as_mut().poll(cx));
        self.idle = None;
        let detail = format!("nothing came for {limit:?}");
        Poll::Ready(Some(Err(TransportError::new(Phase::Body, detail).timed_out())))
    }

    fn piece(&mut self, mut piece: Bytes) -> Step {
        let known = usize::try_from(self.skip).map_or(piece.len(), |skip| skip.min(piece.len()));
        piece.advance(known);
        self.skip -= known as u64;
        if piece.is_empty() {
            return Step::Again;
        }
        let received = self.received.saturating_add(piece.len() as u64);
        if let Some(end) = self.end.filter(|end| received > *end) {
            return self.wrong(format!("more came than the {end} bytes that were announced"));
        }
        if let Some(most) = self.most.filter(|most| received > *most) {
            return Step::Item(Err(self.too_large(most)));
        }
        self.received = received;
        Step::Item(Ok(piece))
    }

    /// The body came to its end.
    fn run_out(&mut self) -> Step {
        if self.skip > 0 {
            return self.changed("is shorter than before");
        }
        let is_over = match self.length {
            Some(length) => self.received >= length,
            // A part may not be the last one, where nobody knows how long the file is.
            None => self.end.is_none(),
        };
        if is_over {
            self.end(State::Whole);
            return Step::Again;
        }
        let detail = format!("the download ended too early: {}", self.so_far());
        let error = Error::new(self.facts(ErrorKind::Transport, detail));
        self.again(error)
    }

    /// The connection failed.
    fn broken(&mut self, error: TransportError) -> Step {
        let (kind, what) = if error.timed_out {
            (ErrorKind::Timeout, "the download stood still")
        } else {
            (ErrorKind::Transport, "the download broke off")
        };
        let facts = self.facts(kind, format!("{what}: {}", self.so_far()));
        let phase = Some(error.phase);
        self.again(Error::new(Facts { phase, source: Some(error.source), ..facts }))
    }

    /// Sends the request once more if that is of use, and else ends with the error.
    fn again(&mut self, mut error: Error) -> Step {
        match self.decide(&error) {
            Decision::Retry { after } => {
                self.state = State::Waiting(self.call.client.inner().clock.pause(after));
                Step::Again
            }
            Decision::Stop(stop) => {
                error.facts_mut().stopped = Some(stop);
                Step::Item(Err(error))
            }
        }
    }

    /// What the policy says of another connection. What came before one that brought enough is
    /// forgotten: a large file may take many.
    fn decide(&mut self, error: &Error) -> Decision {
        if !self.can_resume() {
            return Decision::Stop(StopReason::NotRetryable);
        }
        if self.received - self.mark >= PROGRESS {
            self.failures = 0;
        }
        self.mark = self.received;
        self.failures = self.failures.saturating_add(1);
        let (call, client) = (&self.call, &self.call.client);
        let inner = client.inner();
        let retries =
            max_retries(call.max_retries, inner.max_retries, call.operation, client.spec());
        let attempt = Attempt {
            operation: call.operation,
            number: self.failures,
            error,
            keyed: idempotency_key(call).is_some(),
            elapsed: inner.clock.now().saturating_duration_since(self.started),
            remaining: self.remaining(),
            spec: client.spec(),
        };
        decide(&*inner.retry, &attempt, self.failures > retries, call.parts.body.is_replayable())
    }

    /// Whether another response goes on where this one stopped: nothing has come, or what follows it
    /// can be asked for.
    fn can_resume(&self) -> bool {
        let has_parts = self.call.operation.method == Method::GET && self.validator.is_some();
        self.received == 0 || has_parts
    }

    /// Asks for what is missing.
    fn reopen(&mut self) -> Step {
        let timeout = self.remaining().or(self.call.timeout);
        let mut call = Prepared { max_retries: Some(0), timeout, ..self.call.clone() };
        if let Some(validator) = self.validator.as_ref().filter(|_| self.received > 0) {
            validator.ask(self.received, &mut call.parts.headers);
        }
        self.state = State::Opening(Box::pin(execute(call)));
        Step::Again
    }

    fn reopened(&mut self, response: RawResponse) -> Step {
        let (head, body) = response.into_live();
        let old = std::mem::replace(&mut self.meta, Response::new((), head));
        if self.received == 0 {
            return match self.start(body) {
                Ok(()) => Step::Again,
                Err(error) => Step::Item(Err(error)),
            };
        }
        self.attempts = self.attempts.saturating_add(self.meta.attempts());
        self.open(body);
        let (old, new) = (old.headers(), self.meta.headers());
        if self.is_of_another(new) || old.get(CONTENT_ENCODING) != new.get(CONTENT_ENCODING) {
            return self.changed("is not the one that it was");
        }
        match self.meta.status() {
            StatusCode::PARTIAL_CONTENT => self.go_on(),
            StatusCode::OK => self.start_over(),
            // Another success, such as 204, is not the rest of the file, whatever it says it is of.
            status => {
                self.wrong(format!("the server answers {status} where the rest was asked for"))
            }
        }
    }

    /// Whether a response says that it is of another file.
    fn is_of_another(&self, headers: &HeaderMap) -> bool {
        self.validator.as_ref().is_some_and(|validator| validator.contradicts(headers))
    }

    /// Goes on with a part, if it is the one that was asked for (RFC 9110, section 15.3.7).
    fn go_on(&mut self) -> Step {
        let headers = self.meta.headers();
        let Some(part) = Part::of(headers) else {
            return self
                .wrong("the server does not say which part of the file it sends".to_owned());
        };
        let fits_whole = match (self.length, part.whole) {
            (Some(before), Some(now)) => before == now,
            _ => true,
        };
        if !fits_whole {
            return self.changed("has another length");
        }
        let fits_length = content_length(headers).is_none_or(|it| it == part.end - part.first);
        let ends_inside = self.length.is_none_or(|length| part.end <= length);
        if part.first != self.received || !fits_length || !ends_inside {
            let (first, last) = (part.first, part.end - 1);
            let detail = format!("the server sends bytes {first} to {last}, which fit to nothing");
            return self.wrong(detail);
        }
        self.length = self.length.or(part.whole);
        (self.end, self.skip) = (Some(part.end), 0);
        Step::Again
    }

    /// Goes on with a whole file, if it is the same: what the caller has of it is skipped.
    fn start_over(&mut self) -> Step {
        let headers = self.meta.headers();
        let is_same = self.validator.as_ref().is_some_and(|validator| validator.confirms(headers));
        let length = content_length(headers);
        let fits = length.is_none() || self.length.is_none() || length == self.length;
        if !is_same || !fits {
            return self.changed("is not the one that it was");
        }
        self.length = self.length.or(length);
        (self.end, self.skip) = (length, self.received);
        Step::Again
    }

    /// The server could not be reached, or did not answer with the file.
    fn not_reopened(&mut self, mut error: Error) -> Step {
        self.attempts = self.attempts.saturating_add(error.attempts());
        error.facts_mut().attempts = self.attempts;
        // Where nobody knew how long the file is, it broke off at its end (section 15.5.17).
        let is_over = error.status() == Some(StatusCode::RANGE_NOT_SATISFIABLE)
            && unsatisfied(error.headers()) == Some(self.received)
            && self.length.is_none()
            && !self.is_of_another(error.headers());
        if is_over {
            self.end(State::Whole);
            return Step::Again;
        }
        self.again(error)
    }

    /// Starts with the first byte.
    fn start(&mut self, body: Option<ResponseBody>) -> Result<(), Error> {
        self.attempts = self.attempts.saturating_add(self.meta.attempts());
        let headers = self.meta.headers();
        if let Some(encoding) = unwanted_encoding(&self.call, headers) {
            let detail = format!("the file has the encoding `{encoding}`, which was not asked for");
            return Err(Error::new(self.facts(ErrorKind::Decode, detail)));
        }
        let is_part = self.meta.status() == StatusCode::PARTIAL_CONTENT;
        if is_part && !self.call.parts.headers.contains_key(RANGE) {
            let detail = "the server sends a part of the file, and was asked for all of it";
            return Err(Error::new(self.facts(ErrorKind::Decode, detail.to_owned())));
        }
        self.length = content_length(headers);
        // What follows a part that the caller chose is not for us to ask for.
        self.validator = Validator::of(headers).filter(|_| !is_part);
        (self.end, self.skip) = (self.length, 0);
        // What answers HEAD has the length of a body, and none (RFC 9110, section 9.3.2).
        self.open(body.filter(|_| self.call.operation.method != Method::HEAD));
        Ok(())
    }

    fn open(&mut self, body: Option<ResponseBody>) {
        self.idle = None;
        self.state = body.map_or(State::Whole, State::Open);
    }

    fn changed(&self, how: &str) -> Step {
        let detail = format!("the file {how}; the download cannot go on: {}", self.so_far());
        Step::Item(Err(Error::new(self.facts(ErrorKind::Transport, detail))))
    }

    fn wrong(&self, detail: String) -> Step {
        Step::Item(Err(Error::new(self.facts(ErrorKind::Transport, detail))))
    }

    fn too_large(&self, most: u64) -> Error {
        let detail = format!("the file is larger than the limit of {most} bytes");
        Error::new(self.facts(ErrorKind::Limit, detail))
    }

    /// How much has come, in words.
    fn so_far(&self) -> String {
        match self.length {
            Some(length) => format!("{} of {length} bytes came", self.received),
            None => format!("{} bytes came", self.received),
        }
    }

    /// What is known of every error of this download.
    fn facts(&self, kind: ErrorKind, detail: String) -> Facts {
        let head: &Head = self.meta.head();
        let facts = head.facts(self.call.operation, kind, detail);
        Facts { attempts: self.attempts, ..facts }
    }
}

/// The encoding of a file that the caller did not ask for: its bytes are not those of the file.
fn unwanted_encoding(call: &Prepared, headers: &HeaderMap) -> Option<String> {
    let asked = call.parts.headers.get(ACCEPT_ENCODING);
    if asked.is_some_and(|asked| asked != super::IDENTITY) {
        return None;
    }
    let encodings = headers.get_all(CONTENT_ENCODING).into_iter();
    let mut names = encodings.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    names.find(|name| !name.trim().eq_ignore_ascii_case(super::IDENTITY))
}
