//! The options of one call.

use std::fmt;
use std::time::Duration;

/// What a caller sets for one call only.
#[derive(Clone)]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) unchecked: bool,
}

impl CallOptions {
    /// Nothing set.
    pub const NONE: Self = Self {
        timeout: None,
        max_retries: None,
        idempotency_key: None,
        headers: Vec::new(),
        query: Vec::new(),
        unchecked: false,
    };

    /// Limits the time of the whole call.
    pub fn timeout(&mut self, limit: Duration) {
        self.timeout = Some(limit);
    }

    /// Limits how often the request is sent again.
    pub fn max_retries(&mut self, retries: u32) {
        self.max_retries = Some(retries);
    }

    /// Sends this idempotency key in place of a new one.
    pub fn idempotency_key(&mut self, key: &str) {
        self.idempotency_key = Some(key.to_owned());
    }

    /// Sets a header, in place of one that the spec or the client would set.
    pub fn header(&mut self, name: &str, value: &str) {
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// Adds a query parameter.
    pub fn query(&mut self, name: &str, value: &str) {
        self.query.push((name.to_owned(), value.to_owned()));
    }

    /// Sends the request even if it breaks a rule of the spec.
    pub fn unchecked(&mut self) {
        self.unchecked = true;
    }
}

/// Names only: a header or a query parameter may hold a secret.
impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |pairs: &[(String, String)]| -> Vec<String> {
            pairs.iter().map(|(name, _)| name.clone()).collect()
        };
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("max_retries", &self.max_retries)
            .field("idempotency_key", &self.idempotency_key)
            .field("headers", &names(&self.headers))
            .field("query", &names(&self.query))
            .field("unchecked", &self.unchecked)
            .finish()
    }
}
