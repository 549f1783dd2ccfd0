//! The static description of an endpoint and of an API: what the generated code says, and the one
//! send path reads.

mod content;

use std::time::Duration;

use bytes::Bytes;
use http::{Method, StatusCode};

use crate::call::to_http;
use crate::client::Client;
use crate::error::{Error, typed};
use crate::options::CallOptions;
use crate::schema::{Check, FixedField};
use crate::value::{Object, Value};

pub use content::{Content, Response, StatusMatch};

/// An endpoint: one `static` for each, no code.
#[derive(Debug)]
pub struct Operation {
    /// Its name, such as `sessions.create`: in errors, spans and mocks.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path as the spec writes it, such as `/v1/sessions/{session_id}`.
    pub template: &'static str,
    /// The path below the base URL, literal text and parameters in turn.
    pub path: &'static [PathPart],
    /// How the body is written.
    pub body: BodyKind,
    /// What each success status holds.
    pub responses: &'static [Response],
    /// How often and how long it may be tried.
    pub attempts: Attempts,
    /// Where it is: an index in [`Spec::servers`].
    pub server: usize,
    /// Which auth schemes it needs. `None` for those that the API needs everywhere.
    pub need: Option<Need>,
    /// What an extension documents as going wrong. Empty for the client's own endpoints: what they
    /// do is in [`Spec::failures`].
    pub failures: &'static [FailureCase],
}

impl Operation {
    /// An endpoint without a body, on the API's first server.
    #[must_use]
    pub const fn new(
        name: &'static str,
        method: Method,
        template: &'static str,
        path: &'static [PathPart],
        responses: &'static [Response],
        attempts: Attempts,
    ) -> Self {
        let body = BodyKind::Empty;
        let (server, need, failures): (_, _, &[_]) = (0, None, &[]);
        Self { name, method, template, path, body, responses, attempts, server, need, failures }
    }

    /// Says how its body is written.
    #[must_use]
    pub const fn body(mut self, body: BodyKind) -> Self {
        self.body = body;
        self
    }

    /// Says that it is on a server of its own.
    #[must_use]
    pub const fn server(mut self, server: usize) -> Self {
        self.server = server;
        self
    }

    /// Says which auth schemes it needs.
    #[must_use]
    pub const fn need(mut self, need: Need) -> Self {
        self.need = Some(need);
        self
    }
}

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathPart {
    /// Literal text, already percent-encoded.
    Text(&'static str),
    /// The field of the request's table with this index, percent-encoded as one segment.
    Field(usize),
}

/// How the body of a request is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyKind {
    /// There is none.
    Empty,
    /// A JSON object of the fields whose place is the body.
    Fields,
    /// The field with this index, as JSON.
    Payload(usize),
    /// Something else than `application/json`.
    Encoded {
        /// How it is written.
        encoding: Encoding,
        /// Its media type.
        media: &'static str,
        /// The field that is the whole body. `None` where the fields whose place is the body are.
        payload: Option<usize>,
    },
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// JSON.
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
    /// Text in UTF-8.
    Text,
    /// Bytes as they are.
    Bytes,
    /// `multipart/form-data`, a part for each field.
    Multipart,
    /// A line of JSON for each element of a list.
    Ndjson,
}

/// Whether sending a request twice does what sending it once does (RFC 9110, section 9.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idempotency {
    /// It changes nothing: GET, HEAD, OPTIONS, TRACE, QUERY.
    Safe,
    /// The second changes nothing more: PUT, DELETE.
    Idempotent,
    /// Neither, but the service answers a second request with the same key as it did the first.
    /// The header that carries the key.
    Keyed(&'static str),
    /// None of these.
    Unsafe,
}

impl Idempotency {
    /// Whether sending a request again cannot do anything twice. `keyed` says whether a key goes
    /// with it.
    pub(crate) fn is_repeatable(self, keyed: bool) -> bool {
        match self {
            Self::Safe | Self::Idempotent => true,
            Self::Keyed(_) => keyed,
            Self::Unsafe => false,
        }
    }
}

/// How often and how long an endpoint may be tried.
#[derive(Debug, Clone, Copy)]
pub struct Attempts {
    /// Whether sending it twice does what sending it once does.
    pub idempotency: Idempotency,
    /// What the endpoint's own attributes say.
    pub rules: AttemptRules,
}

impl Attempts {
    /// Those of a safe method.
    pub const SAFE: Self = Self::of(Idempotency::Safe);
    /// Those of an idempotent method.
    pub const IDEMPOTENT: Self = Self::of(Idempotency::Idempotent);
    /// Those of any other method.
    pub const UNSAFE: Self = Self::of(Idempotency::Unsafe);

    /// Those of a method whose requests carry a key in a header.
    pub const fn keyed(header: &'static str) -> Self {
        Self::of(Idempotency::Keyed(header))
    }

    const fn of(idempotency: Idempotency) -> Self {
        Self { idempotency, rules: AttemptRules::NONE }
    }

    /// The same, with rules of its own.
    #[must_use]
    pub const fn with(self, rules: AttemptRules) -> Self {
        Self { rules, ..self }
    }
}

/// What `#[retry]` and `#[timeout]` say, of an endpoint or of all. `None` for nothing.
#[derive(Debug, Clone, Copy)]
pub struct AttemptRules {
    /// How many retries there are at most.
    pub max_retries: Option<u32>,
    /// After which statuses there are any.
    pub statuses: Option<&'static [StatusMatch]>,
    /// How long an attempt may take.
    pub timeout: Option<Duration>,
}

impl AttemptRules {
    /// Nothing is said.
    pub const NONE: Self = Self { max_retries: None, statuses: None, timeout: None };

    /// Limits the number of retries.
    #[must_use]
    pub const fn max(self, retries: u32) -> Self {
        Self { max_retries: Some(retries), ..self }
    }

    /// Retries after these statuses only.
    #[must_use]
    pub const fn on(self, statuses: &'static [StatusMatch]) -> Self {
        Self { statuses: Some(statuses), ..self }
    }

    /// Limits the time of an attempt, in milliseconds.
    #[must_use]
    pub const fn timeout(self, milliseconds: u64) -> Self {
        Self { timeout: Some(Duration::from_millis(milliseconds)), ..self }
    }
}

/// The headers in which a client and a service speak of attempts, in lower case, which spares a
/// copy. `None` where they do not.
#[derive(Debug, Clone, Copy)]
pub struct Signals {
    /// Of a response: whether to try again, `true` or `false`.
    pub veto: Option<&'static str>,
    /// Of a request: how many came before it.
    pub count: Option<&'static str>,
    /// Of a request: how many seconds the client waits for the answer.
    pub deadline: Option<&'static str>,
    /// Of a request that needs one: the idempotency key.
    pub key: Option<&'static str>,
}

/// The static description of an API.
#[derive(Debug)]
pub struct Spec {
    /// The client's name.
    pub name: &'static str,
    /// Where it lives, the default first.
    pub servers: &'static [Server],
    /// How a client can prove who it is.
    pub auth: &'static [AuthScheme],
    /// Which of these an endpoint needs that says nothing of it.
    pub need: Need,
    /// Where the error envelope says what.
    pub envelope: Envelope,
    /// What holds for the attempts of all endpoints that say nothing else.
    pub rules: AttemptRules,
    /// The headers that speak of attempts.
    pub signals: Signals,
    /// What every request says in the same way.
    pub constants: &'static [FixedField],
    /// The codes and statuses that the API documents.
    pub failures: &'static [FailureCase],
}

/// A place where an API, or a part of it, lives.
#[derive(Debug)]
pub struct Server {
    /// Its name; empty where it has none.
    pub name: &'static str,
    /// The base URL, variables in braces.
    pub url: &'static str,
    /// The index of the server that it can take the place of: its own where it is a default.
    pub replaces: usize,
    /// What the paths start with that it stands for. `None` where it is not used by itself: for it
    /// takes the place of another, or is that of one endpoint.
    pub prefix: Option<&'static str>,
    /// What its URL has in braces.
    pub variables: &'static [Variable],
}

/// A variable of a server's URL.
#[derive(Debug)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// What it is unless the client says otherwise.
    pub default: Option<&'static str>,
    /// The values that there are; empty where any will do.
    pub values: &'static [&'static str],
    /// What must hold of a value.
    pub checks: &'static [Check],
}

/// A way to prove who the client is.
#[derive(Debug)]
pub struct AuthScheme {
    /// Its name.
    pub name: &'static str,
    /// What is sent.
    pub kind: AuthKind,
    /// The environment variables that may hold the credentials. The first that is set wins; for a
    /// user and a password, or a client and its secret, the two hold one each.
    pub env: &'static [&'static str],
}

/// What a scheme sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthKind {
    /// `Authorization: Bearer ...` (RFC 6750, section 2.1).
    Bearer,
    /// `Authorization: Basic ...` (RFC 7617).
    Basic,
    /// A key in the header with this name.
    Header(&'static str),
    /// A key in the query parameter with this name.
    Query(&'static str),
    /// A key in the cookie with this name.
    Cookie(&'static str),
    /// A bearer token that is had for client credentials (RFC 6749, section 4.4).
    OAuth2 {
        /// Where tokens are had.
        token_url: &'static str,
        /// Whether the client's secret goes into the body of the token's request, and not into its
        /// `Authorization` header.
        in_body: bool,
    },
}

/// Which auth schemes a call needs: alternatives, each of schemes that are used together. Empty for
/// none.
pub(crate) type Need = &'static [&'static [AuthUse]];

/// The use of an auth scheme.
#[derive(Debug)]
pub struct AuthUse {
    /// Its index in [`Spec::auth`].
    pub scheme: usize,
    /// The scopes that a token has to have.
    pub scopes: &'static [&'static str],
}

/// Where an error envelope says what: keys from the outside in, empty where it does not say.
#[derive(Debug)]
pub struct Envelope {
    /// The code, such as `["error", "type"]`.
    pub code: &'static [&'static str],
    /// The message.
    pub message: &'static [&'static str],
    /// The request id.
    pub request_id: &'static [&'static str],
}

/// One documented failure.
#[derive(Debug)]
pub struct FailureCase {
    /// The statuses it comes with.
    pub status: StatusMatch,
    /// Its code in the envelope. `None` for a status that is documented without a code.
    pub code: Option<&'static str>,
    /// The number of its variant in the API's `Failure`.
    pub variant: usize,
}

/// An API: implemented by the generated client struct.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a client that this version of Callsheet has generated",
    note = "`extend` takes the path of one, such as `acme::Acme`"
)]
pub trait Api: Sized {
    /// Its description.
    const SPEC: &'static Spec;
    /// What it documents as going wrong.
    type Failure: Failure;
    /// What the body of an error is.
    type Envelope: Value;
    /// Wraps a runtime client.
    fn from_client(client: Client) -> Self;
    /// The runtime client inside.
    fn as_client(&self) -> &Client;
}

/// What an API documents as going wrong: implemented by the generated `Failure` enum.
pub trait Failure: Send + Sync + Sized + 'static {
    /// The variant with this number, its payload blank. `None` where there is no such number.
    fn blank(variant: usize) -> Option<Self>;
    /// The payload, to decode the body into. `None` where the variant holds nothing.
    fn payload_mut(&mut self) -> Option<&mut dyn Value>;
    /// A failure that the spec does not know.
    fn unknown(failure: UnknownFailure) -> Self;
}

/// A failure whose code or status the spec does not know.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnknownFailure {
    /// The status.
    pub status: StatusCode,
    /// The code, if the envelope had one.
    pub code: Option<String>,
    /// The body as it came.
    pub body: crate::Json,
}

impl UnknownFailure {
    pub(crate) fn new(status: StatusCode, code: Option<String>, body: crate::Json) -> Self {
        Self { status, code, body }
    }
}

/// The request of an endpoint: implemented by each generated request struct.
pub trait Endpoint: Object + Send + 'static {
    /// The API that it belongs to.
    type Api: Api;
    /// What a success holds.
    type Response: 'static;
    /// The endpoint.
    const OPERATION: &'static Operation;

    /// Makes the HTTP request that `client` would send, credentials included, without sending it:
    /// any HTTP stack can carry it.
    ///
    /// # Errors
    /// If the request breaks a rule of the spec or has no credentials.
    fn to_http(
        &self,
        client: &Self::Api,
    ) -> Result<http::Request<Bytes>, Error<<Self::Api as Api>::Failure>>
    where
        Self: Sized,
    {
        self.to_http_with(client.as_client(), &CallOptions::NONE)
    }

    /// The same with the options of a call.
    #[doc(hidden)]
    fn to_http_with(
        &self,
        client: &Client,
        options: &CallOptions,
    ) -> Result<http::Request<Bytes>, Error<<Self::Api as Api>::Failure>>
    where
        Self: Sized,
    {
        to_http(client, Self::OPERATION, self, options).map_err(|error| typed(error, client))
    }
}
