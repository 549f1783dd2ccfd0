//! Hooks: code of the user's own that sees every call and every attempt.

use http::{HeaderMap, StatusCode};

use crate::error::Error;
use crate::operation::Operation;

/// Sees every call and every attempt. All methods do nothing unless they are written.
///
/// Hooks are plain functions: they cannot wait, and they cannot see credentials, which are added
/// after them. To wrap the sending itself, implement [`Transport`](crate::transport::Transport) over
/// another one.
pub trait Hook: Send + Sync + 'static {
    /// Before the first attempt of a call. The headers are those of every attempt, and may be
    /// changed.
    ///
    /// # Errors
    /// An error ends the call before anything is sent.
    fn on_call(
        &self,
        operation: &'static Operation,
        headers: &mut HeaderMap,
    ) -> Result<(), crate::BoxError> {
        let _ = (operation, headers);
        Ok(())
    }

    /// Before each attempt, counted from 1. The headers are those of this attempt.
    ///
    /// # Errors
    /// An error ends the call before this attempt is sent.
    fn on_attempt(
        &self,
        operation: &'static Operation,
        attempt: u32,
        headers: &mut HeaderMap,
    ) -> Result<(), crate::BoxError> {
        let _ = (operation, attempt, headers);
        Ok(())
    }

    /// After the head of a response.
    fn on_response(&self, operation: &'static Operation, status: StatusCode, headers: &HeaderMap) {
        let _ = (operation, status, headers);
    }

    /// After an attempt that failed, an error status included.
    fn on_error(&self, operation: &'static Operation, error: &Error) {
        let _ = (operation, error);
    }
}
