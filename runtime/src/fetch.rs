//! Links that an API gives to places that are no part of it: the one send path, without what is the
//! API's business.

use std::fmt;
use std::future::{Future, ready};
use std::marker::PhantomData;
use std::time::Duration;

use bytes::Bytes;
use http::Method;

use crate::base_url::BaseUrl;
use crate::call::dispatch;
use crate::client::Client;
use crate::download::Downloading;
use crate::error::{Error, typed};
use crate::operation::{
    AttemptRules, Attempts, Content, Envelope, Failure, Operation, Response as Declared, Signals,
    Spec, StatusMatch,
};
use crate::options::CallOptions;
use crate::request::{self, RequestParts};
use crate::response::Response;
use crate::value::{FieldsMutVisitor, FieldsVisitor, Object};

/// A GET of a link that the API gave, such as one to a file in a storage.
///
/// It takes nothing along that is the API's business: no credentials, no cookies, no headers of the
/// client or of the spec, and hooks do not see it. It has the client's transport, limits, retries
/// and metrics. The link is whole, and `https`, or `http` to this machine; redirects are not
/// followed. It may be a secret, and is never printed.
#[must_use = "a call does nothing until it is sent"]
pub struct Fetch<'c, F> {
    client: &'c Client,
    url: String,
    options: CallOptions,
    failure: PhantomData<fn() -> F>,
}

/// Starts a GET of a link.
pub fn fetch<'c, F: Failure>(client: &'c Client, url: &str) -> Fetch<'c, F> {
    let options = CallOptions::NONE;
    Fetch { client, url: url.to_owned(), options, failure: PhantomData }
}

impl<F: Failure> Fetch<'_, F> {
    /// Adds a header, if the place asks for one.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.options.header(name, value);
        self
    }

    /// Limits the time of the whole call.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.options.timeout(limit);
        self
    }

    /// Limits how often the request is sent again.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.options.max_retries(retries);
        self
    }

    /// Sends the request, for the whole body.
    ///
    /// # Errors
    /// What can go wrong with any call, and a link that leads nowhere.
    pub fn send(self) -> impl Future<Output = Result<Response<Bytes>, Error<F>>> + Send + use<F> {
        let (client, parts) = stranger(self.client, &self.url, &self.options);
        let call = match parts {
            Ok(parts) => dispatch(&client, &OPERATION, parts, &self.options),
            Err(error) => Box::pin(ready(Err(error))),
        };
        async move {
            let mut body = Bytes::new();
            match call.await.and_then(|answer| answer.decode_into(&OPERATION, &mut body)) {
                Ok(head) => Ok(Response::new(body, head)),
                Err(error) => Err(typed(error, &client)),
            }
        }
    }

    /// Sends the request, for the body as it comes.
    ///
    /// # Errors
    /// Those of [`send`](Self::send).
    pub fn download(self) -> Downloading<F> {
        let (client, parts) = stranger(self.client, &self.url, &self.options);
        Downloading::start(&client, &OPERATION, parts, &self.options)
    }
}

/// The client and the request for a link. Where that is none, the API's own client.
fn stranger(
    client: &Client,
    url: &str,
    options: &CallOptions,
) -> (Client, Result<RequestParts, Error>) {
    match BaseUrl::of_link(url, client.inner().allow_http) {
        Ok((origin, uri)) => {
            let client = client.stranger(&SPEC, origin.clone(), &uri);
            let headers = &client.inner().headers;
            let parts = request::write(&OPERATION, &Nothing, &origin, headers, options);
            (client.clone(), parts.map(|parts| RequestParts { uri, ..parts }))
        }
        Err(detail) => {
            (client.clone(), Err(Error::build(&OPERATION, format!("the link {detail}"))))
        }
    }
}

static OPERATION: Operation = Operation::new(
    "fetch",
    Method::GET,
    "",
    &[],
    &[Declared { status: StatusMatch::Class(2), content: Content::Bytes("*/*") }],
    Attempts::SAFE,
);

/// What is known of the place that a link leads to.
static SPEC: Spec = Spec {
    name: "fetch",
    servers: &[],
    auth: &[],
    need: &[],
    envelope: Envelope { code: &[], message: &[], request_id: &[] },
    rules: AttemptRules::NONE,
    signals: Signals { veto: None, count: None, deadline: None, key: None },
    constants: &[],
    failures: &[],
};

/// A request without fields.
struct Nothing;

impl Object for Nothing {
    fn schema(&self) -> &'static crate::schema::Schema {
        static SCHEMA: crate::schema::Schema = crate::schema::Schema::new("Fetch", &[]);
        &SCHEMA
    }

    fn fields<'a>(&'a self, visit: FieldsVisitor<'a, '_>) {
        visit(&[], None);
    }

    fn fields_mut(&mut self, visit: FieldsMutVisitor<'_>) {
        visit(&mut [], None);
    }
}

/// Not the link: it may be a secret.
impl<F> fmt::Debug for Fetch<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fetch").field("options", &self.options).finish_non_exhaustive()
    }
}
