//! Calls of endpoints that the spec does not know: the one send path, without a table.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use bytes::Bytes;
use http::Method;

use crate::Json;
use crate::call::{dispatch, write};
use crate::client::Client;
use crate::error::{Error, Facts, typed};
use crate::operation::{
    Attempts, BodyKind, Content, Failure, Operation, Response as Declared, StatusMatch,
};
use crate::options::CallOptions;
use crate::response::{RawResponse, Response};
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
    pub async fn send(self) -> Result<Response<Json>, Error<F>> {
        let client = self.client;
        let result = async {
            let (answer, operation) = self.answer().await?;
            let mut json = Json::Null;
            let head = answer.decode_into(operation, &mut json)?;
            Ok(Response::new(json, head))
        };
        result.await.map_err(|error| typed(error, client))
    }

    /// Sends the request. A success is its body, whatever that is.
    ///
    /// # Errors
    /// What can go wrong with any call.
    pub async fn send_bytes(self) -> Result<Response<Bytes>, Error<F>> {
        let client = self.client;
        let answer = self.answer().await.map_err(|error| typed(error, client))?;
        let (body, head) = answer.0.into_parts();
        Ok(Response::new(body, head))
    }

    async fn answer(self) -> Result<(RawResponse, &'static Operation), Error> {
        answer(self.client, &self.method, &self.path, &self.body, &self.options).await
    }
}

/// Sends a request without a table.
async fn answer(
    client: &Client,
    method: &Method,
    path: &str,
    body: &Body,
    options: &CallOptions,
) -> Result<(RawResponse, &'static Operation), Error> {
    let operation = operation(method).ok_or_else(|| {
        let detail = format!("the method `{method}` is none that a call can have");
        Error::new(Facts { detail: detail.into(), ..Facts::default() })
    })?;
    let mut parts = write(client, operation, body, options)?;
    if !path.starts_with('/') || !path.is_ascii() || path.contains(['?', '#']) {
        let detail = "the path of a request starts with `/`, is percent-encoded, and has no query; for that there is `query(name, value)`";
        return Err(Error::build(operation, detail));
    }
    let query = parts.uri.query().unwrap_or_default();
    parts.uri = client
        .inner()
        .base_url(operation)?
        .join(path, query)
        .map_err(|detail| Error::build(operation, detail))?;
    Ok((dispatch(client, operation, parts, options).await?, operation))
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

/// What a method alone says of an endpoint.
fn operation(method: &Method) -> Option<&'static Operation> {
    static ALL: [Operation; 9] = [
        describe(Method::GET, Attempts::SAFE),
        describe(Method::POST, Attempts::UNSAFE),
        describe(Method::PUT, Attempts::IDEMPOTENT),
        describe(Method::PATCH, Attempts::UNSAFE),
        describe(Method::DELETE, Attempts::IDEMPOTENT),
        describe(Method::HEAD, Attempts::SAFE),
        describe(Method::OPTIONS, Attempts::SAFE),
        describe(Method::TRACE, Attempts::SAFE),
        describe(Method::QUERY, Attempts::SAFE),
    ];
    ALL.iter().find(|operation| operation.method == *method)
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
