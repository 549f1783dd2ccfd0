//! The policy of every client that has no other: the gates in their order, full jitter, a budget.

use std::time::Duration;

use super::budget::Budget;
use super::{Attempt, Decision, RetryPolicy, StopReason, doubled, server_delay};
use crate::error::ErrorKind;
use crate::random;
use crate::transport::Phase;

/// The longest first wait; the one after it is twice as long.
const FIRST: Duration = Duration::from_millis(500);
/// The longest wait that the server has not asked for.
const LONGEST: Duration = Duration::from_secs(8);
/// The longest wait that the server may ask for.
const SERVER_LONGEST: Duration = Duration::from_secs(60);

/// What a retry costs.
const COST: u32 = 5;
/// What a retry after a time limit costs: it has cost the service most.
const COST_OF_TIMEOUT: u32 = 10;

/// The retries of a client that says nothing else.
///
/// A request is sent again if that cannot do anything twice, and if the failure is one that passes:
/// no connection, a broken one, a time limit, a status that the spec names (408, 429 and from 500
/// on, where it names none). A request that may have reached the server, that is not idempotent
/// and has no key, is sent again after 429 only. A conflict, 409, is final unless the spec says
/// otherwise.
///
/// The wait is what the server asks for in `Retry-After` or `retry-after-ms`, up to a minute. If it
/// asks for more, the call ends, and [`Error::retry_after`](crate::Error::retry_after) tells.
/// Otherwise the wait is a random part of half a second, doubled each time, up to eight seconds.
///
/// Retries have a budget, which the clones of a client share: it allows a hundred in a row, and
/// every success earns a fifth of one.
#[derive(Debug)]
pub struct StandardRetry {
    first: Duration,
    longest: Duration,
    server_longest: Duration,
    budget: Option<Budget>,
}

impl Default for StandardRetry {
    fn default() -> Self {
        Self::new()
    }
}

impl StandardRetry {
    /// The defaults.
    pub fn new() -> Self {
        Self {
            first: FIRST,
            longest: LONGEST,
            server_longest: SERVER_LONGEST,
            budget: Some(Budget::default()),
        }
    }

    /// Sets the waits that the server has not asked for: each is a random part of `first`, doubled
    /// with every retry, up to `longest`.
    #[must_use]
    pub fn backoff(self, first: Duration, longest: Duration) -> Self {
        Self { first, longest, ..self }
    }

    /// Sets the longest wait that the server may ask for.
    #[must_use]
    pub fn max_server_delay(self, longest: Duration) -> Self {
        Self { server_longest: longest, ..self }
    }

    /// Retries without a budget.
    #[must_use]
    pub fn without_budget(self) -> Self {
        Self { budget: None, ..self }
    }

    /// How long to wait, or why not at all.
    fn delay(&self, attempt: &Attempt<'_>) -> Result<Duration, StopReason> {
        check_repeatable(attempt)?;
        check_retryable(attempt)?;
        let asked = server_delay(attempt.error.headers()).filter(|delay| !delay.is_zero());
        let delay = asked.unwrap_or_else(|| self.jitter(attempt.number));
        if asked.is_some_and(|asked| asked > self.server_longest) {
            return Err(StopReason::Delay);
        }
        if attempt.remaining.is_some_and(|left| delay >= left) {
            return Err(StopReason::Deadline);
        }
        let cost = if attempt.error.is_timeout() { COST_OF_TIMEOUT } else { COST };
        if self.budget.as_ref().is_some_and(|budget| !budget.spend(cost)) {
            return Err(StopReason::Quota);
        }
        Ok(delay)
    }

    /// A random part of the longest wait after this many attempts: clients that failed together do
    /// not come back together.
    fn jitter(&self, number: u32) -> Duration {
        let longest = doubled(self.first, number, self.longest);
        Duration::try_from_secs_f64(longest.as_secs_f64() * random::part()).unwrap_or(longest)
    }
}

impl RetryPolicy for StandardRetry {
    fn decide(&self, attempt: &Attempt<'_>) -> Decision {
        match self.delay(attempt) {
            Ok(after) => Decision::Retry { after },
            Err(reason) => Decision::Stop(reason),
        }
    }

    fn on_success(&self) {
        if let Some(budget) = &self.budget {
            budget.refill();
        }
    }
}

/// Nothing may happen twice. After 429 nothing has happened once.
fn check_repeatable(attempt: &Attempt<'_>) -> Result<(), StopReason> {
    let refused = attempt.error.status().is_some_and(|status| status.as_u16() == 429);
    if attempt.is_repeatable() || refused { Ok(()) } else { Err(StopReason::NotIdempotent) }
}

/// The failure is one that passes, by its kind, by the spec or by the server's own word.
fn check_retryable(attempt: &Attempt<'_>) -> Result<(), StopReason> {
    let error = attempt.error;
    let retryable = match (error.kind(), error.status()) {
        // A certificate does not get better.
        (ErrorKind::Connect, _) => error.facts().phase != Some(Phase::Tls),
        (ErrorKind::Timeout | ErrorKind::Transport, _) => true,
        (ErrorKind::Api, Some(status)) => {
            let listed = attempt.is_retried_status(status);
            match attempt.verdict() {
                Some(false) => return Err(StopReason::Veto),
                // The server cannot make a conflict pass.
                Some(true) => listed || status.as_u16() != 409,
                None => listed,
            }
        }
        _ => false,
    };
    if retryable { Ok(()) } else { Err(StopReason::NotRetryable) }
}
