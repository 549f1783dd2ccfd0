//! The client inside every generated one: settings, credentials and the way out, shared by clones.

mod builder;
mod credentials;
mod servers;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::Uri;
use http::header::{HeaderMap, USER_AGENT};

use crate::auth::{Keyring, Lease, Unsigned};
use crate::base_url::BaseUrl;
use crate::clock::Clock;
use crate::drift::Collector;
use crate::error::{Error, ErrorKind, Facts};
use crate::hooks::Hook;
use crate::observe::MetricsSink;
use crate::operation::{Operation, Spec};
use crate::request::RequestParts;
use crate::retry::RetryPolicy;
use crate::transport::{RequestBody, Transport};

pub use builder::Builder;

/// The client inside every generated one. Cheap to clone.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

/// The settings of a client.
pub(crate) struct Inner {
    pub(crate) spec: &'static Spec,
    /// The base URL of each server of the spec.
    pub(crate) servers: Vec<BaseUrl>,
    /// Shared with errors, which must not print what is in it.
    pub(crate) keyring: Arc<Keyring>,
    pub(crate) headers: HeaderMap,
    pub(crate) allow_http: bool,
    pub(crate) timeout: Option<Duration>,
    /// `None` where the user says nothing, and the spec may.
    #[allow(clippy::option_option, reason = "not set, and set to no limit, are two things")]
    pub(crate) attempt_timeout: Option<Option<Duration>>,
    pub(crate) body_idle_timeout: Option<Duration>,
    pub(crate) event_idle_timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) max_event: usize,
    pub(crate) max_request_body: Option<u64>,
    pub(crate) max_body: usize,
    pub(crate) max_error_body: usize,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) retry: Arc<dyn RetryPolicy>,
    pub(crate) hooks: Vec<Arc<dyn Hook>>,
    /// Those of them that may see credentials.
    pub(crate) signing_hooks: Vec<Arc<dyn Hook>>,
    pub(crate) metrics: Option<Arc<dyn MetricsSink>>,
    pub(crate) drift: Option<Collector>,
}

impl Client {
    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }

    pub(crate) fn spec(&self) -> &'static Spec {
        self.0.spec
    }

    /// Puts the parts together, credentials included, which are fetched if need be.
    pub(crate) async fn authorized(
        &self,
        operation: &'static Operation,
        mut parts: RequestParts,
        leases: &mut Vec<Lease>,
    ) -> Result<http::Request<RequestBody>, Error> {
        if self.0.is_own(operation, &parts) {
            let need = operation.need.unwrap_or(self.0.spec.need);
            let signed = self.0.keyring.sign(need, &mut parts, &self.0, leases).await;
            signed.map_err(|unsigned| no_credentials(operation, unsigned))?;
        }
        Ok(request(operation, parts))
    }

    /// The same with what credentials there are now.
    pub(crate) fn authorized_now(
        &self,
        operation: &'static Operation,
        mut parts: RequestParts,
    ) -> Result<http::Request<RequestBody>, Error> {
        if self.0.is_own(operation, &parts) {
            let need = operation.need.unwrap_or(self.0.spec.need);
            let signed = self.0.keyring.sign_now(need, &mut parts, self.0.clock.now());
            signed.map_err(|unsigned| no_credentials(operation, unsigned))?;
        }
        Ok(request(operation, parts))
    }

    /// A client for another origin, which is no part of the API: with the same transport, clock,
    /// limits and policy of retries, and without what is the API's business: credentials, headers,
    /// hooks, and what the spec says. The link that leads there is not printed.
    pub(crate) fn stranger(&self, spec: &'static Spec, origin: BaseUrl, link: &Uri) -> Self {
        let inner = self.inner();
        let agent = inner.headers.get(USER_AGENT).cloned();
        Self(Arc::new(Inner {
            spec,
            servers: vec![origin],
            keyring: Arc::new(Keyring::of_link(link)),
            headers: agent.into_iter().map(|agent| (USER_AGENT, agent)).collect(),
            hooks: Vec::new(),
            signing_hooks: Vec::new(),
            drift: None,
            transport: Arc::clone(&inner.transport),
            clock: Arc::clone(&inner.clock),
            retry: Arc::clone(&inner.retry),
            metrics: inner.metrics.clone(),
            ..*inner
        }))
    }

    /// Keeps the client's credentials out of what an error prints, whatever the server repeats.
    pub(crate) fn hide_credentials(&self, error: &mut Error) {
        error.facts_mut().keyring = Some(Arc::clone(&self.0.keyring));
    }
}

impl Inner {
    /// The base URL of an operation.
    pub(crate) fn base_url(&self, operation: &Operation) -> Result<&BaseUrl, Error> {
        let server = self.servers.get(operation.server);
        server.ok_or_else(|| {
            Error::new(Facts { detail: "the spec has no server".into(), ..Facts::default() })
        })
    }

    /// Whether a request goes to the operation's own server. Credentials go nowhere else.
    fn is_own(&self, operation: &Operation, parts: &RequestParts) -> bool {
        self.servers.get(operation.server).is_some_and(|server| server.is_origin_of(&parts.uri))
    }
}

fn request(operation: &Operation, parts: RequestParts) -> http::Request<RequestBody> {
    let RequestParts { uri, headers, body } = parts;
    let mut request = http::Request::new(body);
    *request.method_mut() = operation.method.clone();
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    request
}

fn no_credentials(operation: &'static Operation, unsigned: Unsigned) -> Error {
    Error::new(Facts {
        kind: ErrorKind::Credentials,
        operation: Some(operation),
        detail: unsigned.detail.into(),
        source: unsigned.source,
        ..Facts::default()
    })
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("api", &self.0.spec.name)
            .field("servers", &self.0.servers)
            .field("credentials", &self.0.keyring.names())
            .finish_non_exhaustive()
    }
}
