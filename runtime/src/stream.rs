//! The typed edge of a stream. As with a call, all that is generic is to make a blank and to hand
//! it out.

mod core;
mod cursor;
mod framing;
mod lines;
mod rules;

use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use crate::call::write;
use crate::client::Client;
use crate::error::{Error, typed};
use crate::execute::Prepared;
use crate::operation::{Endpoint, Failure, Operation};
use crate::options::CallOptions;
use crate::response::Response;
use crate::unread::Unread;
use crate::value::Blank;

use self::core::Core;

pub use rules::{Events, Resume};

pub(crate) use framing::{refusal, undeclared};

/// The request of an endpoint that answers with a stream.
pub trait Streams: Endpoint {
    /// What an event, or a line, holds.
    type Event: Blank + 'static;
    /// The endpoint, when it answers with a stream.
    const STREAM: &'static Operation;

    /// Asks for the stream, where the endpoint does not always answer with one.
    #[doc(hidden)]
    fn ask(&mut self) {}
}

/// What an endpoint answers that answers with a stream only: nothing that could be sent for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamOnly {}

/// The events of a response, or the values in its lines, one by one as they come.
///
/// Nothing is read before it is asked for, and nothing runs on its own. Dropping the future of
/// [`next`](Self::next) loses no event; dropping the stream closes the connection.
///
/// An event that is not what the spec declares is an error, with its data in
/// [`Error::body`], and the stream goes on. After any other error, there is nothing more.
///
/// # Connections that break off
///
/// An event stream is resumed where that does nothing twice: the request is safe, idempotent or has
/// a key, and the server gives its events ids, the last of which it is told. It is resumed after a
/// wait that grows, as often as it gets on; without a new event in between, `max_retries` times, or
/// 5 where nobody says. A stream that ends well ends with an event or the data that the spec names,
/// or with status 204; without any of these and without ids, where the body ends. To hooks, each
/// connection after the first is a call of its own.
///
/// `timeout` and `attempt_timeout` hold until the stream is open; `body_idle_timeout` and
/// `event_idle_timeout` hold from then on, while an event is waited for.
pub struct EventStream<T, F> {
    core: Box<Core>,
    item: PhantomData<fn() -> (T, F)>,
}

/// A stream that is being opened. Dropping it gives the call up.
#[must_use = "a call does nothing until it is awaited"]
pub struct Opening<T, F> {
    call: Unread,
    item: PhantomData<fn() -> (T, F)>,
}

/// Sends a request, for its stream.
pub fn stream<R: Streams, F: Failure>(
    client: &Client,
    mut request: R,
    options: &CallOptions,
) -> Opening<R::Event, F> {
    request.ask();
    let parts = write(client, R::STREAM, &request, options);
    let call = parts.map(|parts| Prepared::new(client.clone(), R::STREAM, parts, options));
    Opening { call: Unread::start(client, R::STREAM, call), item: PhantomData }
}

impl<T, F: Failure> Future for Opening<T, F> {
    type Output = Result<EventStream<T, F>, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.call.poll(cx));
        Poll::Ready(match answer.and_then(|(call, response)| Core::new(call, response)) {
            Ok(core) => Ok(EventStream { core: Box::new(core), item: PhantomData }),
            Err(error) => Err(typed(error, self.call.client())),
        })
    }
}

impl<T: Blank, F: Failure> EventStream<T, F> {
    /// The next event. `None` after the last one.
    ///
    /// # Errors
    /// What the server says went wrong, an event that is not what is declared, or a connection that
    /// could not be made good.
    pub async fn next(&mut self) -> Option<Result<T, Error<F>>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error<F>>>> {
        let Some(item) = ready!(self.core.poll(cx)) else { return Poll::Ready(None) };
        let mut value = T::BLANK;
        let error = match item {
            Ok(raw) => self.core.finish(raw, &mut value),
            Err(error) => Some(error),
        };
        Poll::Ready(Some(match error {
            None => Ok(value),
            Some(error) => Err(typed(error, &self.core.call().client)),
        }))
    }
}

impl<T, F> EventStream<T, F> {
    /// The id of the last event, or where the stream was told to start. With it, a later call goes
    /// on from there. `None` where the server gives no ids.
    pub fn cursor(&self) -> Option<&str> {
        self.core.cursor()
    }

    /// Status, headers and request id of the response that is being read: after the stream has been
    /// resumed, of the last one.
    pub fn meta(&self) -> &Response<()> {
        self.core.meta()
    }

    /// Closes the connection. There are no more events then.
    pub fn close(&mut self) {
        self.core.close();
    }
}

impl<T: Blank, F: Failure> futures_core::Stream for EventStream<T, F> {
    type Item = Result<T, Error<F>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

impl<T, F> std::fmt::Debug for EventStream<T, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EventStream")
            .field("operation", &self.core.call().operation.name)
            .field("cursor", &self.cursor())
            .finish_non_exhaustive()
    }
}

impl<T, F> std::fmt::Debug for Opening<T, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opening")
            .field("operation", &self.call.operation().name)
            .finish_non_exhaustive()
    }
}
