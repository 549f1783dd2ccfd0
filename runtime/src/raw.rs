//! Calls of endpoints that the spec does not know: the one send path, without a table.

use std::fmt;
use std::future::{Future, ready};
use std::marker::PhantomData;
use std::time::Duration;

use bytes::Bytes;
use http::Method;

use crate::Json;
use crate::call::{Execution, dispatch, write};
use crate::client::Client;
use crate::download::Downloading;
use crate::error::{Error, typed};
use crate::operation::{
    Attempts, BodyKind, Content, Failure, Operation, Response as Declared, StatusMatch,
};
use crate::options::CallOptions;
use crate::request::RequestParts;
use crate::response::Response;
use crate::schema::{Field, Place, Schema};
use crate::value::{FieldsMutVisitor, FieldsVisitor, Object};

/// A call of an endpoint that the spec does not know. It has the client's credentials, retries,
/// limits and errors, as any other call.
#[must_use = "a call does nothing until it is sent"]
pub struct RawCall<'c, F> {
    client: &'c Client,
    method: Method,
    path: String,
    body: Body,
    options: CallOptions,
    failure: PhantomData<fn() -> F>,
}

/// Starts a call of the endpoint with this method and path.
pub fn raw<'c, F: Failure>(client: &'c Client, method: Method, path: &str) -> RawCall<'c, F> {
    RawCall {
        client,
        method,
        path: path.to_owned(),
        body: Body(None),
        options: CallOptions::NONE,
        failure: PhantomData,
    }
}

impl<F: Failure> RawCall<'_, F> {
    /// Adds a query parameter.
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.options.query(name, value);
        self
    }

    /// Adds a header. One that the client sets is replaced.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.options.header(name, value);
        self
    }

    /// Sends this body.
    pub fn json(mut self, body: impl Into<Json>) -> Self {
        self.body = Body(Some(body.into()));
        self
    }

    /// Limits the time of the whole call.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.options.timeout(limit);
        self
    }

    /// Limits how often the request is sent again. Only a method that allows it is.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.options.max_retries(retries);
        self
    }

    /// Sends the request. A success is JSON, or `null` for a status that has no body.
    ///
    /// # Errors
    /// What can go wrong with any call, and a success that is not JSON.
    pub fn send(self) -> impl Future<Output = Result<Response<Json>, Error<F>>> + Send + use<F> {
        let client = self.client.clone();
        let (operation, call) = self.start();
        async move {
            let mut json = Json::Null;
            match call.await.and_then(|answer| answer.decode_into(operation, &mut json)) {
                Ok(head) => Ok(Response::new(json, head)),
                Err(error) => Err(typed(error, &client)),
            }
        }
    }

    /// Sends the request. A success is its body, whatever that is.
    ///
    /// # Errors
    /// What can go wrong with any call.
    pub fn send_bytes(
        self,
    ) -> impl Future<Output = Result<Response<Bytes>, Error<F>>> + Send + use<F> {
        let client = self.client.clone();
        let (_, call) = self.start();
        async move {
            let answer = call.await.map_err(|error| typed(error, &client))?;
            let (body, head) = answer.into_parts();
            Ok(Response::new(body, head))
        }
    }

    /// Sends the request, for the body as it comes.
    ///
    /// # Errors
    /// What can go wrong with any call.
    pub fn download(self) -> Downloading<F> {
        let operation = operation(&self.method);
        let parts =
            parts(self.client, operation, &self.method, &self.path, &self.body, &self.options);
        Downloading::start(self.client, operation, parts, &self.options)
    }

    fn start(self) -> (&'static Operation, Execution) {
        start(self.client, &self.method, &self.path, &self.body, &self.options)
    }
}

/// Sends a request without a table.
fn start(
    client: &Client,
    method: &Method,
    path: &str,
    body: &Body,
    options: &CallOptions,
) -> (&'static Operation, Execution) {
    let operation = operation(method);
    let parts = parts(client, operation, method, path, body, options);
    let execution = match parts {
        Ok(parts) => dispatch(client, operation, parts, options),
        Err(error) => Box::pin(ready(Err(error))),
    };
    (operation, execution)
}

fn parts(
    client: &Client,
    operation: &'static Operation,
    method: &Method,
    path: &str,
    body: &Body,
    options: &CallOptions,
) -> Result<RequestParts, Error> {
    if operation.method != *method {
        let detail = format!("the method `{method}` is none that a call can have");
        return Err(Error::build(operation, detail));
    }
    if !path.starts_with('/') || !path.is_ascii() || path.contains(['?', '#']) {
        let detail = "the path of a request starts with `/`, is percent-encoded, and has no query; for that there is `query(name, value)`";
        return Err(Error::build(operation, detail));
    }
    let mut parts = write(client, operation, body, options)?;
    let query = parts.uri.query().unwrap_or_default();
    parts.uri = client
        .inner()
        .base_url(operation)?
        .join(path, query)
        .map_err(|detail| Error::build(operation, detail))?;
    Ok(parts)
}

/// The body of a request without a table.
struct Body(Option<Json>);

static SCHEMA: Schema =
    Schema::new("Request", &[Field::optional("body", "body").at(Place::Payload)]);

impl Object for Body {
    fn schema(&self) -> &'static Schema {
        &SCHEMA
    }

    fn fields<'a>(&'a self, visit: FieldsVisitor<'a, '_>) {
        visit(&[&self.0], None);
    }

    fn fields_mut(&mut self, visit: FieldsMutVisitor<'_>) {
        visit(&mut [&mut self.0], None);
    }
}

const fn describe(method: Method, attempts: Attempts) -> Operation {
    Operation::new(
        "request",
        method,
        "",
        &[],
        &[
            Declared { status: StatusMatch::Code(204), content: Content::Empty },
            Declared { status: StatusMatch::Code(205), content: Content::Empty },
            Declared { status: StatusMatch::Class(2), content: Content::Json },
        ],
        attempts,
    )
    .body(BodyKind::Payload(0))
}

/// What a method alone says of an endpoint; for a method that is not known, that of another.
fn operation(method: &Method) -> &'static Operation {
    static GET: Operation = describe(Method::GET, Attempts::SAFE);
    static OTHERS: [Operation; 8] = [
        describe(Method::POST, Attempts::UNSAFE),
        describe(Method::PUT, Attempts::IDEMPOTENT),
        describe(Method::PATCH, Attempts::UNSAFE),
        describe(Method::DELETE, Attempts::IDEMPOTENT),
        describe(Method::HEAD, Attempts::SAFE),
        describe(Method::OPTIONS, Attempts::SAFE),
        describe(Method::TRACE, Attempts::SAFE),
        describe(Method::QUERY, Attempts::SAFE),
    ];
    OTHERS.iter().find(|operation| operation.method == *method).unwrap_or(&GET)
}

/// Neither path nor body: either may hold a secret.
impl<F> fmt::Debug for RawCall<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawCall")
            .field("method", &self.method)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
