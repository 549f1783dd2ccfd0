//! The client inside every generated one: settings, credentials and the way out, shared by clones.

mod builder;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderMap, HeaderValue};

use crate::base_url::BaseUrl;
use crate::clock::Clock;
use crate::error::{Error, ErrorKind, Facts};
use crate::hooks::Hook;
use crate::operation::{AuthScheme, Operation, Spec};
use crate::request::RequestParts;
use crate::retry::RetryPolicy;
use crate::transport::Transport;

pub use builder::Builder;

/// The client inside every generated one. Cheap to clone.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

/// The settings of a client.
pub(crate) struct Inner {
    pub(crate) spec: &'static Spec,
    pub(crate) base_url: BaseUrl,
    /// The whole `Authorization` header, marked as sensitive.
    pub(crate) authorization: Option<HeaderValue>,
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Option<Duration>,
    /// `None` where the user says nothing, and the spec may.
    #[allow(clippy::option_option, reason = "not set, and set to no limit, are two things")]
    pub(crate) attempt_timeout: Option<Option<Duration>>,
    pub(crate) body_idle_timeout: Option<Duration>,
    pub(crate) event_idle_timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) max_event: usize,
    pub(crate) max_body: usize,
    pub(crate) max_error_body: usize,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) retry: Arc<dyn RetryPolicy>,
    pub(crate) hooks: Vec<Arc<dyn Hook>>,
}

impl Client {
    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }

    pub(crate) fn spec(&self) -> &'static Spec {
        self.0.spec
    }

    /// Puts the parts together, credentials included. They go to the base URL's origin only.
    pub(crate) fn authorized(
        &self,
        operation: &'static Operation,
        parts: RequestParts,
    ) -> Result<http::Request<Bytes>, Error> {
        let RequestParts { uri, mut headers, body } = parts;
        // A header of the caller's own has the last word.
        if self.0.spec.auth.is_some()
            && !headers.contains_key(AUTHORIZATION)
            && self.0.base_url.is_origin_of(&uri)
        {
            let authorization = self.0.authorization.clone();
            headers.insert(
                AUTHORIZATION,
                authorization.ok_or_else(|| self.no_credentials(operation))?,
            );
        }
        let mut request = http::Request::new(body);
        *request.method_mut() = operation.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        Ok(request)
    }

    /// Keeps the client's token out of what an error prints, whatever the server repeats.
    pub(crate) fn hide_credentials(&self, error: &mut Error) {
        error.facts_mut().authorization.clone_from(&self.0.authorization);
    }

    fn no_credentials(&self, operation: &'static Operation) -> Error {
        let variables = match &self.0.spec.auth {
            Some(AuthScheme::Bearer { env }) => *env,
            None => &[],
        };
        let set = match variables {
            [] => String::new(),
            variables => format!("set {}, or ", variables.join(" or ")),
        };
        Error::new(Facts {
            kind: ErrorKind::Credentials,
            operation: Some(operation),
            detail: format!("there is no token: {set}give one with `builder().bearer(...)`").into(),
            ..Facts::default()
        })
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("api", &self.0.spec.name)
            .field("base_url", &self.0.base_url)
            .field("has_token", &self.0.authorization.is_some())
            .finish_non_exhaustive()
    }
}
