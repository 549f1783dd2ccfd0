//! The typed edge of a call. Only decoding is generic, and that through `dyn Value`: one boxed
//! future serves every endpoint.

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
use crate::request;
use crate::response::{RawResponse, Response};
use crate::value::{Object, Value};

type Execution = Pin<Box<dyn Future<Output = Result<RawResponse, Error>> + Send>>;

/// A call that is being sent. Dropping it gives the call up.
#[must_use = "a call does nothing until it is awaited"]
pub struct SendingWithMeta<T, F> {
    execution: Execution,
    operation: &'static Operation,
    client: Client,
    output: PhantomData<fn() -> (T, F)>,
}

/// A call that is being sent. Dropping it gives the call up.
#[must_use = "a call does nothing until it is awaited"]
pub struct Sending<T, F>(SendingWithMeta<T, F>);

/// Sends a request, for its value.
pub fn send<R: Endpoint, F: Failure>(
    client: &Client,
    request: &R,
    options: &CallOptions,
) -> Sending<R::Response, F> {
    Sending(send_with_meta(client, request, options))
}

/// Sends a request, for its value and what comes beside it.
pub fn send_with_meta<R: Endpoint, F: Failure>(
    client: &Client,
    request: &R,
    options: &CallOptions,
) -> SendingWithMeta<R::Response, F> {
    SendingWithMeta {
        execution: start(client, R::OPERATION, request, options),
        operation: R::OPERATION,
        client: client.clone(),
        output: PhantomData,
    }
}

/// Makes the HTTP request without sending it.
///
/// # Errors
/// If the request cannot be made, has no credentials, or has a body that is not in memory.
pub fn to_http<R: Endpoint, F: Failure>(
    client: &Client,
    request: &R,
    options: &CallOptions,
) -> Result<http::Request<Bytes>, Error<F>> {
    make(client, R::OPERATION, request, options).map_err(|error| typed(error, client))
}

/// Checks and writes the request now, so that the future borrows nothing.
fn start(
    client: &Client,
    operation: &'static Operation,
    request: &dyn Object,
    options: &CallOptions,
) -> Execution {
    let inner = client.inner();
    let parts = request::write(operation, request, &inner.base_url, &inner.headers, options);
    let (client, timeout) = (client.clone(), options.timeout);
    match parts {
        Ok(parts) => Box::pin(execute(Prepared { client, operation, parts, timeout })),
        Err(error) => Box::pin(std::future::ready(Err(error))),
    }
}

fn make(
    client: &Client,
    operation: &'static Operation,
    request: &dyn Object,
    options: &CallOptions,
) -> Result<http::Request<Bytes>, Error> {
    let inner = client.inner();
    let parts = request::write(operation, request, &inner.base_url, &inner.headers, options)?;
    let (head, body) = client.authorized(operation, parts)?.into_parts();
    let body = body.bytes().ok_or_else(|| {
        let message = "a body that is read from a file or a stream while it is sent cannot be made beforehand";
        Error::build(operation, message.to_owned())
    })?;
    Ok(http::Request::from_parts(head, body))
}

impl<T: Value, F: Failure> Future for SendingWithMeta<T, F> {
    type Output = Result<Response<T>, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let operation = self.operation;
        self.execution.as_mut().poll(cx).map(|result| {
            result.and_then(|raw| raw.decode(operation)).map_err(|error| typed(error, &self.client))
        })
    }
}

impl<T: Value, F: Failure> Future for Sending<T, F> {
    type Output = Result<T, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(cx).map(|result| result.map(Response::into_value))
    }
}

impl<T, F> std::fmt::Debug for SendingWithMeta<T, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sending").field("operation", &self.operation.name).finish_non_exhaustive()
    }
}

impl<T, F> std::fmt::Debug for Sending<T, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
