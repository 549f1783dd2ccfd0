//! Attempts: whether, on what and how often a request is sent again, and how long one may take.

use std::time::Duration;

use super::StatusKind;

/// Whether sending a request twice does what sending it once does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idempotency {
    /// It changes nothing.
    Safe,
    /// The second changes nothing more.
    Idempotent,
    /// The second changes nothing more if it has the same key. The header that carries it.
    Keyed(String),
    /// None of these.
    Unsafe,
}

/// The rules of attempts. `None` where the spec says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttemptRules {
    /// How many retries there are at most.
    pub max_retries: Option<u32>,
    /// After which statuses there are any.
    pub statuses: Option<Vec<StatusKind>>,
    /// How long an attempt may take.
    pub timeout: Option<Duration>,
}

/// The headers in which a client and a service speak of attempts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signals {
    /// Of a response: whether to try again, `true` or `false`.
    pub veto: Option<String>,
    /// Of a request: how many came before it.
    pub count: Option<String>,
    /// Of a request: how many seconds the client waits for the answer.
    pub deadline: Option<String>,
    /// Of a request that needs one: the idempotency key.
    pub key: Option<String>,
}
