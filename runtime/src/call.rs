//! The typed edge of a call. All that is generic is to make a blank and to hand it out: one boxed
//! future serves every endpoint, and decoding goes through `dyn Value`.

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;

use crate::client::Client;
use crate::error::{Error, typed};
use crate::execute::{Prepared, execute};
use crate::operation::{Endpoint, Failure, Operation};
use crate::options::CallOptions;
use crate::request::{self, RequestParts};
use crate::response::{Head, RawResponse, Response};
use crate::value::{Blank, Object, Value};

/// A call on its way, whatever its types: all that is not generic.
struct Flight {
    state: State,
    operation: &'static Operation,
    client: Client,
}

enum State {
    /// It was refused before it was sent. `None` once it has been said.
    Refused(Option<Error>),
    Sent(Execution),
}

/// What comes of a call before it is decoded.
pub(crate) type Answer = Result<RawResponse, Error>;

/// A call that is being sent.
pub(crate) type Execution = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// Checks a request and writes its parts.
pub(crate) fn write(
    client: &Client,
    operation: &'static Operation,
    request: &dyn Object,
    options: &CallOptions,
) -> Result<RequestParts, Error> {
    let inner = client.inner();
    request::write(operation, request, inner.base_url(operation)?, &inner.headers, options)
}

/// Sends the parts of a request. What does so borrows nothing.
pub(crate) fn dispatch(
    client: &Client,
    operation: &'static Operation,
    parts: RequestParts,
    options: &CallOptions,
) -> Execution {
    Box::pin(execute(Prepared::new(client.clone(), operation, parts, options)))
}

/// A call that is being sent. Dropping it gives the call up.
#[must_use = "a call does nothing until it is awaited"]
pub struct SendingWithMeta<T, F> {
    flight: Flight,
    output: PhantomData<fn() -> (T, F)>,
}

/// A call that is being sent. Dropping it gives the call up.
#[must_use = "a call does nothing until it is awaited"]
pub struct Sending<T, F> {
    flight: Flight,
    output: PhantomData<fn() -> (T, F)>,
}

/// Sends a request, for its value.
pub fn send<R: Endpoint, F: Failure>(
    client: &Client,
    request: &R,
    options: &CallOptions,
) -> Sending<R::Response, F> {
    Sending { flight: Flight::start(client, R::OPERATION, request, options), output: PhantomData }
}

/// Sends a request, for its value and what comes beside it.
pub fn send_with_meta<R: Endpoint, F: Failure>(
    client: &Client,
    request: &R,
    options: &CallOptions,
) -> SendingWithMeta<R::Response, F> {
    let flight = Flight::start(client, R::OPERATION, request, options);
    SendingWithMeta { flight, output: PhantomData }
}

/// Makes the HTTP request without sending it.
///
/// # Errors
/// If the request cannot be made, has no credentials, or has a body that is not in memory.
pub(crate) fn to_http(
    client: &Client,
    operation: &'static Operation,
    request: &dyn Object,
    options: &CallOptions,
) -> Result<http::Request<Bytes>, Error> {
    let parts = write(client, operation, request, options)?;
    let (head, body) = client.authorized_now(operation, parts)?.into_parts();
    let body = body.bytes().ok_or_else(|| {
        let message = "a body that is read from a file or a stream while it is sent cannot be made beforehand";
        Error::build(operation, message.to_owned())
    })?;
    Ok(http::Request::from_parts(head, body))
}

impl Flight {
    fn start(
        client: &Client,
        operation: &'static Operation,
        request: &dyn Object,
        options: &CallOptions,
    ) -> Self {
        let state = match write(client, operation, request, options) {
            Ok(parts) => State::Sent(dispatch(client, operation, parts, options)),
            Err(error) => State::Refused(Some(error)),
        };
        Self { state, operation, client: client.clone() }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Answer> {
        match &mut self.state {
            State::Sent(execution) => execution.as_mut().poll(cx),
            State::Refused(error) => {
                let again = || Error::build(self.operation, "the call has ended before".to_owned());
                Poll::Ready(Err(error.take().unwrap_or_else(again)))
            }
        }
    }

    /// Decodes the answer into `value`, a blank, and says what went wrong.
    fn finish(&self, answer: Answer, value: &mut dyn Value) -> Option<Error> {
        self.finish_with_head(answer, value).err()
    }

    /// The same, and what came beside the value.
    fn finish_with_head(&self, answer: Answer, value: &mut dyn Value) -> Result<Head, Error> {
        answer?.decode_into(self.operation, value)
    }
}

impl<T: Blank, F: Failure> Future for SendingWithMeta<T, F> {
    type Output = Result<Response<T>, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let flight = &mut self.flight;
        let Poll::Ready(answer) = flight.poll(cx) else {
            return Poll::Pending;
        };
        let mut value = T::BLANK;
        Poll::Ready(match flight.finish_with_head(answer, &mut value) {
            Ok(head) => Ok(Response::new(value, head)),
            Err(error) => Err(typed(error, &flight.client)),
        })
    }
}

impl<T: Blank, F: Failure> Future for Sending<T, F> {
    type Output = Result<T, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let flight = &mut self.flight;
        let Poll::Ready(answer) = flight.poll(cx) else {
            return Poll::Pending;
        };
        let mut value = T::BLANK;
        Poll::Ready(match flight.finish(answer, &mut value) {
            None => Ok(value),
            Some(error) => Err(typed(error, &flight.client)),
        })
    }
}

impl std::fmt::Debug for Flight {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sending").field("operation", &self.operation.name).finish_non_exhaustive()
    }
}

impl<T, F> std::fmt::Debug for SendingWithMeta<T, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.flight.fmt(f)
    }
}

impl<T, F> std::fmt::Debug for Sending<T, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.flight.fmt(f)
    }
}
