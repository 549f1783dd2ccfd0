//! What can go wrong, and what was learned before it did.

mod display;
mod failure;

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::auth::Keyring;
use crate::check::Violations;
use crate::codec::DecodeError;
use crate::operation::Operation;
use crate::retry::{StopReason, server_delay};
use crate::transport::Phase;

pub(crate) use failure::{decode_body, find_case, read_envelope, typed};

/// An error of any kind, boxed.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Why a call failed.
///
/// `F` is what the API documents as going wrong; a generated client has an alias
/// `Error = callsheet::Error<Failure>`. All else is the same for every API: which operation, how far
/// it got ([`sent`](Self::sent)), what the server said ([`status`](Self::status),
/// [`request_id`](Self::request_id), [`body`](Self::body)), and what to do about it.
///
/// `Display` is one line and shows no secrets, not even a token that the server repeats; [`source`](std::error::Error::source) goes on where
/// it ends. Match on [`kind`](Self::kind) and [`failure`](Self::failure), not on the words.
pub struct Error<F = ()>(Box<Inner<F>>);

/// What an error holds.
struct Inner<F> {
    facts: Facts,
    failure: Option<F>,
}

/// What is known of an error whatever the API.
#[derive(Default)]
pub(crate) struct Facts {
    pub(crate) kind: ErrorKind,
    pub(crate) operation: Option<&'static Operation>,
    /// What went wrong in words, where no other fact says it.
    pub(crate) detail: Cow<'static, str>,
    pub(crate) sent: Sent,
    pub(crate) status: Option<StatusCode>,
    pub(crate) headers: HeaderMap,
    pub(crate) request_id: Option<String>,
    pub(crate) body: Option<Bytes>,
    pub(crate) body_truncated: bool,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) attempts: u32,
    pub(crate) key: Option<HeaderValue>,
    /// How far a transport got that failed.
    pub(crate) phase: Option<Phase>,
    pub(crate) stopped: Option<StopReason>,
    pub(crate) decode: Option<DecodeError>,
    pub(crate) violations: Option<Violations>,
    pub(crate) source: Option<BoxError>,
    /// The last state of what was waited for.
    pub(crate) state: Option<String>,
    /// The credentials of the client, to be taken out of what is printed: a server may repeat them.
    pub(crate) keyring: Option<Arc<Keyring>>,
}

/// The kinds of errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request breaks a rule of the spec, cannot be written, or was refused by a hook or by the
    /// transport. Nothing was sent.
    #[default]
    Build,
    /// There are no credentials, or they cannot be used. Nothing was sent.
    Credentials,
    /// No connection could be made. Nothing was sent.
    Connect,
    /// A time limit was reached.
    Timeout,
    /// The connection failed on the way.
    Transport,
    /// The server answered with a redirect; redirects are not followed.
    Redirect,
    /// The server answered with an error status, or said in a stream what went wrong.
    Api,
    /// The server answered with success, but not with what the spec says.
    Decode,
    /// Something was larger than its limit.
    Limit,
    /// What a call started, and what was waited for, has failed.
    Failed,
    /// What was downloaded could not be written to a file.
    File,
}

/// Whether the request may have reached the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Sent {
    /// It did not.
    #[default]
    No,
    /// It may have.
    Maybe,
    /// It did: there was an answer.
    Yes,
}

impl Error {
    pub(crate) fn new(facts: Facts) -> Self {
        Self(Box::new(Inner { facts, failure: None }))
    }

    /// The request cannot be written: `detail` says why.
    pub(crate) fn build(
        operation: &'static Operation,
        detail: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::new(Facts { operation: Some(operation), detail: detail.into(), ..Facts::default() })
    }

    pub(crate) fn facts(&self) -> &Facts {
        &self.0.facts
    }

    pub(crate) fn facts_mut(&mut self) -> &mut Facts {
        &mut self.0.facts
    }
}

impl<F> Error<F> {
    pub(crate) fn with_failure(error: Error, failure: Option<F>) -> Self {
        Self(Box::new(Inner { facts: error.0.facts, failure }))
    }

    /// What kind of error it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.facts.kind
    }

    /// Whether a time limit was reached.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Whether no connection could be made.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// Whether the request may have reached the server in any attempt. Where it says
    /// [`Sent::No`], sending it again cannot do anything twice.
    #[must_use]
    pub fn sent(&self) -> Sent {
        self.0.facts.sent
    }

    /// The status of the response, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.facts.status
    }

    /// The headers of the response. Empty if there was none.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.facts.headers
    }

    /// What the service calls this request: ask its operators about that.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.facts.request_id.as_deref()
    }

    /// The body of the response as it came, if it was read.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.0.facts.body.as_ref()
    }

    /// Whether [`body`](Self::body) is only the beginning.
    #[must_use]
    pub fn body_truncated(&self) -> bool {
        self.0.facts.body_truncated
    }

    /// The error code in the envelope.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.facts.code.as_deref()
    }

    /// The message in the envelope.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.facts.message.as_deref()
    }

    /// What the API documents as going wrong, decoded. `None` for errors that the API did not
    /// answer, and where its answer could not be decoded; status and body are there all the same.
    #[must_use]
    pub fn failure(&self) -> Option<&F> {
        self.0.failure.as_ref()
    }

    /// The same as [`failure`](Self::failure), by value.
    ///
    /// # Errors
    /// The error itself, where there is no failure.
    pub fn into_failure(self) -> Result<F, Self> {
        let Inner { facts, failure } = *self.0;
        match failure {
            Some(failure) => Ok(failure),
            None => Err(Self(Box::new(Inner { facts, failure: None }))),
        }
    }

    /// The operation that failed.
    #[must_use]
    pub fn operation(&self) -> Option<&'static Operation> {
        self.0.facts.operation
    }

    /// How many times the request was sent or tried to be sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.facts.attempts
    }

    /// Why the request was not sent again. `None` where there was nothing to send again, as with a
    /// success that cannot be decoded.
    #[must_use]
    pub fn retry_stopped(&self) -> Option<StopReason> {
        self.0.facts.stopped
    }

    /// How long the server asks to wait before another request.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        server_delay(&self.0.facts.headers)
    }

    /// The idempotency key that went with the request: with the same key another call cannot do
    /// anything twice.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.0.facts.key.as_ref()?.to_str().ok()
    }

    /// Where in the body decoding failed, such as `agent.tools[3].name`.
    #[must_use]
    pub fn decode_path(&self) -> Option<&str> {
        self.0.facts.decode.as_ref().map(|decode| decode.path.as_str())
    }

    /// The rules of the spec that the request breaks: all of them. Empty for other errors.
    #[must_use]
    pub fn violations(&self) -> &[crate::Violation] {
        self.0.facts.violations.as_ref().map_or(&[], |violations| &violations.0)
    }

    /// The last state that was seen of what was waited for.
    #[must_use]
    pub fn state(&self) -> Option<&str> {
        self.0.facts.state.as_deref()
    }

    /// The same error without the API's own type, for code that serves several APIs.
    #[must_use]
    pub fn untyped(self) -> Error {
        Error::new(self.0.facts)
    }
}

/// Why a client could not be built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildError {
    message: String,
}

impl BuildError {
    /// An error of a setting that a client's own code adds.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl std::fmt::Display for BuildError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for BuildError {}
