//! Whether to try again. The default never does.

use std::time::Duration;

use crate::error::Error;
use crate::operation::Operation;

/// Decides after each failed attempt.
pub trait RetryPolicy: Send + Sync + 'static {
    /// Whether to try again, and after how long. A wait that is longer than the time that is left
    /// ends the call.
    fn decide(&self, attempt: &Attempt<'_>) -> Decision;

    /// Whether no attempt will follow this one, counted from 1, whatever comes of it. The request
    /// is then moved into the attempt, and not copied. A policy that says so must not retry after
    /// it.
    fn is_last(&self, number: u32) -> bool {
        let _ = number;
        false
    }
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
    /// The time since the call started.
    pub elapsed: Duration,
    /// The time that is left to the call. `None` for no limit.
    pub remaining: Option<Duration>,
}

/// What to do after a failed attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The error is the call's.
    Stop,
    /// Try again after this time.
    Retry {
        /// How long to wait first.
        after: Duration,
    },
}

/// Never tries again.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoRetry;

impl RetryPolicy for NoRetry {
    fn decide(&self, _attempt: &Attempt<'_>) -> Decision {
        Decision::Stop
    }

    fn is_last(&self, _number: u32) -> bool {
        true
    }
}
