//! Whether to try again, and when. A policy decides; the send path holds it to the number of
//! attempts and to the time that is left.

mod after;
mod budget;
mod standard;

use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::error::{Error, Sent};
use crate::operation::{Operation, Spec};
use crate::request::static_name;

pub use standard::StandardRetry;

pub(crate) use after::{http_date, server_delay};

/// How many retries a call has where nobody says otherwise.
const MAX_RETRIES: u32 = 2;

/// Decides after each failed attempt.
///
/// A policy is shared by the clones of a client. It is not asked after the last attempt that
/// `max_retries` allows, and a wait that is longer than the time that is left ends the call.
pub trait RetryPolicy: Send + Sync + 'static {
    /// Whether to try again, and after how long.
    fn decide(&self, attempt: &Attempt<'_>) -> Decision;

    /// Is told of each attempt that succeeded.
    fn on_success(&self) {}
}

/// A failed attempt.
#[derive(Debug)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// How many attempts there were, this one included.
    pub number: u32,
    /// Why it failed.
    pub error: &'a Error,
    /// Whether an idempotency key goes with the request.
    pub keyed: bool,
    /// The time since the call started.
    pub elapsed: Duration,
    /// The time that is left to the call. `None` for no limit.
    pub remaining: Option<Duration>,
    pub(crate) spec: &'static Spec,
}

/// What to do after a failed attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The error is the call's.
    Stop(StopReason),
    /// Try again after this time.
    Retry {
        /// How long to wait first.
        after: Duration,
    },
}

/// Why a failed request is not sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StopReason {
    /// There were as many attempts as `max_retries` allows.
    Attempts,
    /// Another attempt would fail, too, or the server has done its part.
    NotRetryable,
    /// The request may have reached the server, and a second one may do a second thing.
    NotIdempotent,
    /// The body is a stream, which can be read once only.
    NotReplayable,
    /// The server says not to.
    Veto,
    /// The server asks for a longer wait than the client is ready to take: see
    /// [`Error::retry_after`].
    Delay,
    /// The wait would be longer than the time that is left to the call.
    Deadline,
    /// So many requests failed lately that retries would make it worse.
    Quota,
}

impl Attempt<'_> {
    /// Whether sending the request again cannot do anything twice: it did not go out, or its
    /// method or an idempotency key sees to it.
    pub fn is_repeatable(&self) -> bool {
        self.error.sent() == Sent::No
            || self.operation.attempts.idempotency.is_repeatable(self.keyed)
    }

    /// Whether the spec says that a request which was answered with `status` may be sent again.
    /// Where it says nothing, 408, 429 and all from 500 on are.
    pub fn is_retried_status(&self, status: StatusCode) -> bool {
        match self.operation.attempts.rules.statuses.or(self.spec.rules.statuses) {
            Some(statuses) => statuses.iter().any(|retried| retried.matches(status)),
            None => matches!(status.as_u16(), 408 | 429 | 500..),
        }
    }

    /// What the server says of trying again, in the header that the spec names.
    pub fn verdict(&self) -> Option<bool> {
        match self.error.headers().get(self.spec.signals.veto?)?.as_bytes() {
            b"true" => Some(true),
            b"false" => Some(false),
            _ => None,
        }
    }
}

/// How many retries a call has: what the caller says, else the client, else the spec.
pub(crate) fn max_retries(
    call: Option<u32>,
    client: Option<u32>,
    operation: &Operation,
    spec: &Spec,
) -> u32 {
    retries_said(call, client, operation, spec).unwrap_or(MAX_RETRIES)
}

/// The same, where anybody says it.
pub(crate) fn retries_said(
    call: Option<u32>,
    client: Option<u32>,
    operation: &Operation,
    spec: &Spec,
) -> Option<u32> {
    call.or(client).or(operation.attempts.rules.max_retries).or(spec.rules.max_retries)
}

/// The longest wait after this many attempts: `first`, doubled with each, up to `longest`.
pub(crate) fn doubled(first: Duration, number: u32, longest: Duration) -> Duration {
    let times = 2_u32.saturating_pow(number.saturating_sub(1));
    first.saturating_mul(times).min(longest)
}

/// Says in the headers what the spec wants said of an attempt. What is there already stays.
pub(crate) fn announce(spec: &Spec, headers: &mut HeaderMap, number: u32, limit: Option<Duration>) {
    let mut set = |name: Option<&'static str>, value: u64| {
        if let Some(name) = name.and_then(|name| static_name(name).ok()) {
            headers.entry(name).or_insert_with(|| value.into());
        }
    };
    set(spec.signals.count, u64::from(number.saturating_sub(1)));
    if let Some(limit) = limit {
        let seconds = limit.as_secs();
        let rounded = if limit.subsec_nanos() > 0 { seconds.saturating_add(1) } else { seconds };
        set(spec.signals.deadline, rounded);
    }
}
