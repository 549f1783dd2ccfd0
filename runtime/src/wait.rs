//! Waits for the end of what a call starts: another endpoint is asked how far it is, again and
//! again, each time after a pause.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use crate::call::{Answer, Execution, dispatch, write};
use crate::client::Client;
use crate::clock::Sleep;
use crate::error::{Error, ErrorKind, typed};
use crate::locate::{field_text, set_field, text_at};
use crate::operation::{Endpoint, Failure, Operation};
use crate::options::CallOptions;
use crate::random;
use crate::response::Head;
use crate::retry::server_delay;
use crate::value::{Blank, Object, Value};

/// How many pauses each are half as long again as the one before.
const LONGER: u32 = 5;

/// How to wait for an endpoint: one `static` for each, no code.
#[derive(Debug)]
pub struct Wait {
    /// When it is done.
    pub done: Condition,
    /// When it has failed.
    pub failed: Option<Condition>,
    /// The time to the first look, in milliseconds.
    pub every: u64,
    /// What the polls are asked with: the index of a field in the table of their request, and where
    /// its value is.
    pub fills: &'static [(usize, Source)],
}

/// A field of the answer has one of these values.
#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// The keys that lead to it, from the outside in.
    pub path: &'static [&'static str],
    /// The values, as text.
    pub values: &'static [&'static str],
}

/// Where a value of a poll is.
#[derive(Debug, Clone, Copy)]
pub enum Source {
    /// Under this key of the first answer.
    Response(&'static str),
    /// In the field of the first request's table with this index.
    Request(usize),
}

/// The request of an endpoint that can be waited for.
pub trait Waits: Endpoint {
    /// The request that asks how far it is.
    type Poll: Endpoint<Api = Self::Api, Response = Self::Response>;
    /// How to wait for it.
    #[doc(hidden)]
    const WAIT: &'static Wait;
    /// A blank of the request that asks.
    #[doc(hidden)]
    fn poll() -> Self::Poll;
}

/// A call that is being sent, and waited for until what it started has ended. Dropping it gives the
/// wait up, not what was started.
#[must_use = "a call does nothing until it is awaited"]
pub struct Waiting<T, F> {
    /// Boxed: it is large, and callers move futures about.
    watch: Box<Watch>,
    output: PhantomData<fn() -> (T, F)>,
}

/// Sends a request, and waits for the end of what it starts.
pub fn wait<R: Waits, F: Failure>(
    client: &Client,
    request: R,
    options: CallOptions,
    limit: Duration,
) -> Waiting<R::Response, F> {
    let operations = [R::OPERATION, R::Poll::OPERATION];
    let requests: [Box<dyn Object>; 2] = [Box::new(request), Box::new(R::poll())];
    let watch = Watch::start(client, R::WAIT, operations, requests, options, limit);
    Waiting { watch: Box::new(watch), output: PhantomData }
}

impl<T: Blank, F: Failure> Future for Waiting<T, F> {
    type Output = Result<T, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let watch = &mut self.watch;
        loop {
            let answer = ready!(watch.poll(cx));
            let mut value = T::BLANK;
            match watch.land(answer, &mut value) {
                Ok(true) => return Poll::Ready(Ok(value)),
                Ok(false) => {}
                Err(error) => return Poll::Ready(Err(typed(error, &watch.client))),
            }
        }
    }
}

impl<T, F> fmt::Debug for Waiting<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting")
            .field("operation", &self.watch.operation.name)
            .field("state", &self.watch.state)
            .finish_non_exhaustive()
    }
}

/// A wait, whatever its types.
struct Watch {
    client: Client,
    wait: &'static Wait,
    /// That of the call that is on its way: the one that starts, and after it the one that polls.
    operation: &'static Operation,
    polled: &'static Operation,
    request: Box<dyn Object>,
    poll: Box<dyn Object>,
    options: CallOptions,
    limit: Duration,
    end: Option<Instant>,
    /// The last state that was seen.
    state: Option<String>,
    pauses: u32,
    doing: Doing,
}

enum Doing {
    Call(Execution),
    Pause(Sleep),
    /// It has ended, or was refused before it was sent. `None` once that has been said.
    Nothing(Option<Error>),
}

impl Watch {
    fn start(
        client: &Client,
        wait: &'static Wait,
        [operation, polled]: [&'static Operation; 2],
        [request, poll]: [Box<dyn Object>; 2],
        options: CallOptions,
        limit: Duration,
    ) -> Self {
        let mut watch = Self {
            client: client.clone(),
            wait,
            operation,
            polled,
            request,
            poll,
            options,
            limit,
            end: client.inner().clock.now().checked_add(limit),
            state: None,
            pauses: 0,
            doing: Doing::Nothing(None),
        };
        watch.doing = watch.call();
        watch
    }

    /// The time that is left. `None` for a limit beyond all time.
    fn left(&self) -> Option<Duration> {
        let now = self.client.inner().clock.now();
        self.end.map(|end| end.saturating_duration_since(now))
    }

    /// Starts the call that is next, within the time that is left.
    fn call(&self) -> Doing {
        let mut options = self.options.clone();
        let request = if self.pauses == 0 { &self.request } else { &self.poll };
        if self.pauses > 0 {
            options = CallOptions { query: Vec::new(), idempotency_key: None, ..options };
            // What the server gave is not held to the rules for what callers give.
            options.unchecked();
        }
        let limits = [options.timeout, self.left()];
        options.timeout = limits.into_iter().flatten().min();
        match write(&self.client, self.operation, &**request, &options) {
            Ok(parts) => Doing::Call(dispatch(&self.client, self.operation, parts, &options)),
            Err(error) => Doing::Nothing(Some(error)),
        }
    }

    /// The next answer.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Answer> {
        loop {
            match &mut self.doing {
                Doing::Call(call) => {
                    let answer = ready!(call.as_mut().poll(cx));
                    self.doing = Doing::Nothing(None);
                    return Poll::Ready(answer);
                }
                Doing::Pause(sleep) => {
                    ready!(sleep.as_mut().poll(cx));
                    self.doing = self.call();
                }
                Doing::Nothing(error) => {
                    let again =
                        || Error::build(self.operation, "the wait has ended before".to_owned());
                    return Poll::Ready(Err(error.take().unwrap_or_else(again)));
                }
            }
        }
    }

    /// Decodes an answer into `value`, a blank. Whether that is the end; if not, the next call is on
    /// its way.
    fn land(&mut self, answer: Answer, value: &mut dyn Value) -> Result<bool, Error> {
        self.judge(answer, value).map_err(|mut error| {
            error.facts_mut().state.clone_from(&self.state);
            error
        })
    }

    fn judge(&mut self, answer: Answer, value: &mut dyn Value) -> Result<bool, Error> {
        let answer = answer?;
        let body = answer.body.clone();
        let head = answer.decode_into(self.operation, value)?;
        let is = |condition: &Condition| -> (Option<String>, bool) {
            let found = text_at(value, condition.path);
            let matches = found.as_deref().is_some_and(|found| condition.values.contains(&found));
            (found, matches)
        };
        if let Some((state, true)) = self.wait.failed.as_ref().map(is) {
            let detail = format!("it ended as `{}`", state.as_deref().unwrap_or_default());
            self.state = state;
            let mut error = head.error(self.operation, ErrorKind::Failed, detail);
            error.facts_mut().body = Some(body);
            return Err(error);
        }
        let (state, is_done) = is(&self.wait.done);
        self.state = state;
        if !is_done {
            self.go_on(value, &head)?;
        }
        Ok(is_done)
    }

    /// Pauses before the next look.
    fn go_on(&mut self, value: &dyn Value, head: &Head) -> Result<(), Error> {
        if self.pauses == 0 {
            self.fill(value)
                .map_err(|detail| head.error(self.operation, ErrorKind::Decode, detail))?;
        }
        let pause = self.pause(server_delay(head.headers()));
        self.operation = self.polled;
        if self.left().is_some_and(|left| pause >= left) {
            let detail = format!("it was not done within {:?}", self.limit);
            return Err(head.error(self.operation, ErrorKind::Timeout, detail));
        }
        self.pauses = self.pauses.saturating_add(1);
        self.doing = Doing::Pause(self.client.inner().clock.pause(pause));
        Ok(())
    }

    /// How long to pause: longer each time, up to a point, a random part more or less, and not less
    /// than the server asks for.
    fn pause(&self, server: Option<Duration>) -> Duration {
        let longer = (0..self.pauses.min(LONGER)).fold(1.0, |longer, _| longer * 1.5);
        let part = 0.75 + random::part() / 2.0;
        let pause = Duration::from_millis(self.wait.every).mul_f64(longer * part);
        pause.max(server.unwrap_or_default())
    }

    /// Gives the polls what they are asked with.
    fn fill(&mut self, value: &dyn Value) -> Result<(), String> {
        for (field, source) in self.wait.fills {
            let found = match source {
                Source::Response(key) => {
                    let found = text_at(value, &[*key]);
                    found.ok_or_else(|| format!("the answer has no `{key}` to ask on with"))?
                }
                Source::Request(index) => match field_text(&*self.request, *index) {
                    Some(found) => found,
                    None => continue,
                },
            };
            set_field(&mut *self.poll, *field, &found)
                .map_err(|expected| format!("`{found}` is not {}", expected.0))?;
        }
        Ok(())
    }
}
