//! The watches of a call and of an attempt: they open a span, take the time, and tell what came of
//! it, even if nobody waited for the end.

use std::fmt;
use std::time::Instant;

use http::{StatusCode, Version};

use super::span::Span;
use super::{AttemptRecord, CANCELLED, CallRecord, error_type, server};
use crate::client::Client;
use crate::error::Error;
use crate::operation::Operation;
use crate::value::Value;

/// What came of a call or of an attempt.
#[derive(Default)]
struct Outcome<'e> {
    attempts: u32,
    status: Option<StatusCode>,
    error_type: Option<&'e str>,
}

impl<'e> Outcome<'e> {
    fn of_error(error: &'e Error) -> Self {
        let error_type = Some(error_type(error));
        Self { attempts: error.attempts(), status: error.status(), error_type }
    }

    fn cancelled() -> Self {
        Self { error_type: Some(CANCELLED), ..Self::default() }
    }
}

/// The watch of a call, from its first poll to its decoded response.
pub(crate) struct CallWatch {
    client: Client,
    operation: &'static Operation,
    span: Span,
    started: Instant,
    is_over: bool,
}

impl CallWatch {
    pub(crate) fn start(client: &Client, operation: &'static Operation) -> Self {
        let started = client.inner().clock.now();
        let span = Span::of_call(operation);
        Self { client: client.clone(), operation, span, started, is_over: false }
    }

    /// The span of the call.
    pub(crate) fn span(&self) -> Span {
        self.span.clone()
    }

    /// Tells that the call failed.
    pub(crate) fn failed(mut self, error: &Error) {
        self.end(&Outcome::of_error(error));
    }

    /// Tells that the call was answered, and that the answer is not for the client to decode.
    pub(crate) fn answered(mut self, status: StatusCode, attempts: u32) {
        self.end(&Outcome { attempts, status: Some(status), error_type: None });
    }

    /// Tells what came of decoding into `value`.
    pub(crate) fn decoded(
        mut self,
        (status, attempts): (StatusCode, u32),
        value: &dyn Value,
        error: Option<&Error>,
    ) {
        if let Some(drift) = &self.client.inner().drift {
            let decoded = error.map_or(Ok(value), Err);
            drift.success(&self.client, self.operation, status, decoded);
        }
        self.end(&match error {
            Some(error) => Outcome::of_error(error),
            None => Outcome { attempts, status: Some(status), error_type: None },
        });
    }

    fn end(&mut self, outcome: &Outcome<'_>) {
        self.is_over = true;
        self.span.end(outcome.status, outcome.error_type);
        self.span.attempts(outcome.attempts);
        let inner = self.client.inner();
        let Some(sink) = &inner.metrics else { return };
        sink.call(&CallRecord {
            operation: self.operation,
            attempts: outcome.attempts,
            status: outcome.status,
            error_type: outcome.error_type,
            duration: inner.clock.now().saturating_duration_since(self.started),
        });
    }
}

impl Drop for CallWatch {
    fn drop(&mut self) {
        if !self.is_over {
            self.end(&Outcome::cancelled());
        }
    }
}

impl fmt::Debug for CallWatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallWatch").field("operation", &self.operation.name).finish_non_exhaustive()
    }
}

/// The watch of an attempt.
pub(crate) struct AttemptWatch<'c> {
    client: &'c Client,
    operation: &'static Operation,
    span: Span,
    started: Instant,
    resends: u32,
    /// Noted by the attempt while the watch runs it.
    version: Option<&'static str>,
    is_over: bool,
}

impl<'c> AttemptWatch<'c> {
    pub(crate) fn start(client: &'c Client, operation: &'static Operation, resends: u32) -> Self {
        let span = Span::of_attempt(client, operation, resends);
        let started = client.inner().clock.now();
        Self { client, operation, span, started, resends, version: None, is_over: false }
    }

    /// The span of the attempt.
    pub(crate) fn span(&self) -> Span {
        self.span.clone()
    }

    /// Notes the version of HTTP of a response.
    pub(crate) fn answered(&mut self, version: Version) {
        self.version = super::version(version);
        self.span.version(self.version);
    }

    /// Tells what came of the attempt: a status or an error.
    pub(crate) fn end(mut self, result: Result<StatusCode, &Error>) {
        self.tell(&match result {
            Ok(status) => Outcome { status: Some(status), ..Outcome::default() },
            Err(error) => Outcome::of_error(error),
        });
    }

    fn tell(&mut self, outcome: &Outcome<'_>) {
        self.is_over = true;
        self.span.end(outcome.status, outcome.error_type);
        let inner = self.client.inner();
        let Some(sink) = &inner.metrics else { return };
        let (server_address, server_port) = server(self.client, self.operation);
        sink.attempt(&AttemptRecord {
            operation: self.operation,
            server_address,
            server_port,
            resend_count: self.resends,
            status: outcome.status,
            version: self.version,
            error_type: outcome.error_type,
            duration: inner.clock.now().saturating_duration_since(self.started),
        });
    }
}

impl Drop for AttemptWatch<'_> {
    fn drop(&mut self) {
        if !self.is_over {
            self.tell(&Outcome::cancelled());
        }
    }
}
