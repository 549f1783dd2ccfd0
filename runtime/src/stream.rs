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

use crate::call::{Execution, write};
use crate::client::Client;
use crate::error::{Error, typed};
use crate::execute::{Prepared, execute};
use crate::operation::{Endpoint, Failure, Operation};
use crate::options::CallOptions;
use crate::response::Response;
use crate::value::{Blank, Object};

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
    way: Way,
    item: PhantomData<fn() -> (T, F)>,
}

/// A call on its way, whatever its types.
struct Way {
    call: Result<Execution, Option<Error>>,
    client: Client,
    operation: &'static Operation,
    /// What the stream is resumed from.
    prepared: Option<Box<Prepared>>,
}

/// Sends a request, for its stream.
pub fn stream<R: Streams, F: Failure>(
    client: &Client,
    mut request: R,
    options: &CallOptions,
) -> Opening<R::Event, F> {
    request.ask();
    Opening { way: Way::start(client, R::STREAM, &request, options), item: PhantomData }
}

impl Way {
    fn start(
        client: &Client,
        operation: &'static Operation,
        request: &dyn Object,
        options: &CallOptions,
    ) -> Self {
        let prepared = write(client, operation, request, options)
            .map(|parts| Prepared::new(client.clone(), operation, parts, options));
        let client = client.clone();
        match prepared {
            Ok(call) => {
                let prepared = Some(Box::new(call.clone()));
                Self { call: Ok(Box::pin(execute(call))), client, operation, prepared }
            }
            Err(error) => Self { call: Err(Some(error)), client, operation, prepared: None },
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Box<Core>, Error>> {
        let again = || Error::build(self.operation, "the call has ended before");
        let response = match &mut self.call {
            Ok(call) => ready!(call.as_mut().poll(cx))?,
            Err(error) => return Poll::Ready(Err(error.take().unwrap_or_else(again))),
        };
        self.call = Err(None);
        Poll::Ready(match self.prepared.take() {
            Some(prepared) => Core::new(*prepared, response).map(Box::new),
            None => Err(again()),
        })
    }
}

impl<T, F: Failure> Future for Opening<T, F> {
    type Output = Result<EventStream<T, F>, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let result = ready!(self.way.poll(cx));
        Poll::Ready(match result {
            Ok(core) => Ok(EventStream { core, item: PhantomData }),
            Err(error) => Err(typed(error, &self.way.client)),
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
            .field("operation", &self.way.operation.name)
            .finish_non_exhaustive()
    }
}
