//! Settings, checked when the client is built.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use super::credentials::of_environment;
use super::servers::ServerSettings;
use super::{Client, Inner};
use crate::auth::{Chosen, Given, Keyring};
use crate::clock::Clock;
use crate::drift::Collector;
use crate::error::BuildError;
use crate::hooks::Hook;
use crate::observe::MetricsSink;
use crate::operation::{Api, Spec};
use crate::retry::{RetryPolicy, StandardRetry};
use crate::sse::MAX_EVENT;
use crate::transport::Transport;

const TOTAL: Duration = Duration::from_secs(600);
const BODY_IDLE: Duration = Duration::from_secs(60);
const CONNECT: Duration = Duration::from_secs(5);
const MAX_BODY: usize = 64 * 1024 * 1024;
const MAX_ERROR_BODY: usize = 1024 * 1024;

/// Builds the client of an API. Nothing is checked before [`build`](Self::build), which reports the
/// first setting that cannot be.
///
/// Defaults: the spec's first server; 10 minutes for a call, 60 seconds for an attempt unless the
/// spec says otherwise, 5 seconds to connect; two retries unless the spec says otherwise; 64 MiB of a body and 1 MiB of an error's body.
#[must_use = "a builder does nothing until `build`"]
pub struct Builder<A> {
    pub(super) settings: Settings,
    api: PhantomData<fn() -> A>,
}

/// The settings, whatever the API.
pub(super) struct Settings {
    spec: &'static Spec,
    servers: ServerSettings,
    pub(super) credentials: Vec<(Chosen, Given)>,
    pub(super) token_url: Option<String>,
    headers: Vec<(String, String)>,
    allow_http: bool,
    timeout: Option<Duration>,
    #[allow(clippy::option_option, reason = "not set, and set to no limit, are two things")]
    attempt_timeout: Option<Option<Duration>>,
    body_idle_timeout: Option<Duration>,
    event_idle_timeout: Option<Duration>,
    max_event: usize,
    max_retries: Option<u32>,
    connect_timeout: Option<Duration>,
    max_request_body: Option<u64>,
    max_body: usize,
    max_error_body: usize,
    transport: Option<Arc<dyn Transport>>,
    clock: Option<Arc<dyn Clock>>,
    retry: Arc<dyn RetryPolicy>,
    hooks: Vec<Arc<dyn Hook>>,
    signing_hooks: Vec<Arc<dyn Hook>>,
    metrics: Option<Arc<dyn MetricsSink>>,
    drift: Option<Collector>,
}

impl<A: Api> Builder<A> {
    /// The defaults, without credentials.
    #[allow(clippy::new_without_default, reason = "`Qoder::builder()` is how one starts")]
    pub fn new() -> Self {
        let settings = Settings {
            spec: A::SPEC,
            servers: ServerSettings::default(),
            credentials: Vec::new(),
            token_url: None,
            headers: Vec::new(),
            allow_http: false,
            timeout: Some(TOTAL),
            attempt_timeout: None,
            body_idle_timeout: Some(BODY_IDLE),
            event_idle_timeout: None,
            max_event: MAX_EVENT,
            max_retries: None,
            connect_timeout: Some(CONNECT),
            max_request_body: None,
            max_body: MAX_BODY,
            max_error_body: MAX_ERROR_BODY,
            transport: None,
            clock: None,
            retry: Arc::new(StandardRetry::new()),
            hooks: Vec::new(),
            signing_hooks: Vec::new(),
            metrics: None,
            drift: None,
        };
        Self { settings, api: PhantomData }
    }

    /// The defaults, with the credentials of the environment: those whose variables the spec names
    /// and that are set.
    pub fn from_env() -> Self {
        let mut builder = Self::new();
        builder.settings.credentials = A::SPEC.auth.iter().filter_map(of_environment).collect();
        builder
    }

    /// Sets the base URL, in place of the spec's first server. Plain http is taken for this machine
    /// only, unless [`allow_http`](Self::allow_http). Credentials go there.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.settings.servers.base_url = Some(url.into());
        self
    }

    /// Uses the server with this name, in place of the first one for the same paths.
    pub fn server(mut self, name: impl Into<String>) -> Self {
        self.settings.servers.chosen.push(name.into());
        self
    }

    /// Sets the URL of the server with this name, or with this URL in the spec.
    pub fn server_url(mut self, server: impl Into<String>, url: impl Into<String>) -> Self {
        self.settings.servers.urls.push((server.into(), url.into()));
        self
    }

    /// Sets a variable of the servers' URLs.
    pub fn server_variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.servers.variables.push((name.into(), value.into()));
        self
    }

    /// Takes a plain http base URL for any host. Everyone on the way can read the credentials then.
    pub fn allow_http(mut self) -> Self {
        self.settings.allow_http = true;
        self
    }

    /// Adds a header to every request. The spec's own headers and those of a call replace it.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the `User-Agent`. The default is the name of the API and this crate's version.
    pub fn user_agent(self, value: impl Into<String>) -> Self {
        self.header(USER_AGENT.as_str(), value)
    }

    /// Limits the time of a call, all attempts included. `None` is no limit. 10 minutes by default.
    pub fn timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.settings.timeout = limit.into();
        self
    }

    /// Limits the time of one attempt, from connecting to the end of the body. `None` is no limit.
    /// By default it is what the spec says of the endpoint, or else 60 seconds.
    pub fn attempt_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.settings.attempt_timeout = Some(limit.into());
        self
    }

    /// Limits how long a body may stand still: the time between two pieces, while they are waited
    /// for. `None` is no limit. 60 seconds by default.
    pub fn body_idle_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.settings.body_idle_timeout = limit.into();
        self
    }

    /// Limits how long a stream may go without an event, heartbeats or not, while one is waited
    /// for. No limit by default.
    pub fn event_idle_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.settings.event_idle_timeout = limit.into();
        self
    }

    /// Limits the size of an event, or of a line, of a stream, in bytes. 16 MiB by default.
    pub fn max_event(mut self, bytes: usize) -> Self {
        self.settings.max_event = bytes;
        self
    }

    /// Limits the time of connecting. `None` is no limit. 5 seconds by default. For the default
    /// transport only: one of your own has its own limits.
    pub fn connect_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.settings.connect_timeout = limit.into();
        self
    }

    /// Limits the size of a request's body, in bytes: a larger one is not sent. A stream whose length
    /// nobody said is not counted. No limit by default.
    pub fn max_request_body(mut self, bytes: impl Into<Option<u64>>) -> Self {
        self.settings.max_request_body = bytes.into();
        self
    }

    /// Limits the size of a success's body, in bytes. 64 MiB by default.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.settings.max_body = bytes;
        self
    }

    /// Limits how much of an error's body is kept, in bytes. 1 MiB by default.
    pub fn max_error_body(mut self, bytes: usize) -> Self {
        self.settings.max_error_body = bytes;
        self
    }

    /// Sends with a transport of your own.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.settings.transport = Some(Arc::new(transport));
        self
    }

    /// Takes the time from a clock of your own.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.settings.clock = Some(Arc::new(clock));
        self
    }

    /// Limits how often a request is sent again, whatever the policy. By default it is what the
    /// spec says of the endpoint, or else 2.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.settings.max_retries = Some(retries);
        self
    }

    /// Decides on failed attempts, in place of [`StandardRetry`].
    pub fn retry(mut self, policy: impl RetryPolicy) -> Self {
        self.settings.retry = Arc::new(policy);
        self
    }

    /// Adds a hook. Hooks run in the order in which they were added.
    pub fn hook(mut self, hook: impl Hook) -> Self {
        self.settings.hooks.push(Arc::new(hook));
        self
    }

    /// Adds a hook that may see credentials: its [`Hook::on_signed`] is called, too.
    pub fn signing_hook(mut self, hook: impl Hook) -> Self {
        let hook = Arc::new(hook);
        self.settings.signing_hooks.push(hook.clone());
        self.settings.hooks.push(hook);
        self
    }

    /// Tells of every call and attempt to a metrics system of your own.
    pub fn metrics(mut self, sink: impl MetricsSink) -> Self {
        self.settings.metrics = Some(Arc::new(sink));
        self
    }

    /// Notes what the service says and the spec does not know: see [`drift`](crate::drift).
    pub fn drift(mut self, collector: &Collector) -> Self {
        self.settings.drift = Some(collector.clone());
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// If a URL, credentials or a header are malformed, if a name is none of the spec's, or if there
    /// is nothing to send with.
    pub fn build(self) -> Result<A, BuildError> {
        self.settings.build().map(A::from_client)
    }
}

impl Settings {
    fn build(self) -> Result<Client, BuildError> {
        let servers = self.servers.resolve(self.spec, self.allow_http)?;
        let headers = self.default_headers()?;
        let token_url = self.token_url.as_deref();
        let keyring = Keyring::new(self.spec, self.credentials, token_url, self.allow_http)?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(self.connect_timeout)?,
        };
        let clock = match self.clock {
            Some(clock) => clock,
            None => default_clock()?,
        };
        Ok(Client(Arc::new(Inner {
            spec: self.spec,
            servers,
            keyring: Arc::new(keyring),
            headers,
            allow_http: self.allow_http,
            timeout: self.timeout,
            attempt_timeout: self.attempt_timeout,
            body_idle_timeout: self.body_idle_timeout,
            event_idle_timeout: self.event_idle_timeout,
            max_event: self.max_event,
            max_retries: self.max_retries,
            max_request_body: self.max_request_body,
            max_body: self.max_body,
            max_error_body: self.max_error_body,
            transport,
            clock,
            retry: self.retry,
            hooks: self.hooks,
            signing_hooks: self.signing_hooks,
            metrics: self.metrics,
            drift: self.drift,
        })))
    }

    fn default_headers(&self) -> Result<HeaderMap, BuildError> {
        let mut headers = HeaderMap::new();
        let agent = format!("{}/callsheet-{}", self.spec.name, env!("CARGO_PKG_VERSION"));
        if let Ok(agent) = HeaderValue::from_str(&agent) {
            headers.insert(USER_AGENT, agent);
        }
        for (name, value) in &self.headers {
            let (name, value): (HeaderName, HeaderValue) =
                crate::request::checked(name, value).map_err(BuildError::new)?;
            headers.insert(name, value);
        }
        Ok(headers)
    }
}

#[cfg(feature = "reqwest")]
fn default_transport(connect_timeout: Option<Duration>) -> Result<Arc<dyn Transport>, BuildError> {
    Ok(Arc::new(crate::transport::ReqwestTransport::new(connect_timeout)?))
}

#[cfg(not(feature = "reqwest"))]
fn default_transport(_connect_timeout: Option<Duration>) -> Result<Arc<dyn Transport>, BuildError> {
    Err(BuildError::new(
        "there is no transport: give one, or enable the feature `reqwest` of `callsheet`",
    ))
}

#[cfg(feature = "tokio")]
#[allow(clippy::unnecessary_wraps, reason = "without tokio there is no default")]
fn default_clock() -> Result<Arc<dyn Clock>, BuildError> {
    Ok(Arc::new(crate::clock::TokioClock))
}

#[cfg(not(feature = "tokio"))]
fn default_clock() -> Result<Arc<dyn Clock>, BuildError> {
    Err(BuildError::new(
        "there is no clock: give one, or enable the feature `tokio` of `callsheet`",
    ))
}

impl<A> fmt::Debug for Builder<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> =
            self.settings.headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Builder")
            .field("api", &self.settings.spec.name)
            .field("credentials", &self.settings.credentials.len())
            .field("headers", &names)
            .finish_non_exhaustive()
    }
}
