//! Spans and events of `tracing`, under the names of OpenTelemetry. Without the feature there are
//! none, and no code for them.

use std::future::Future;
use std::time::Duration;

use http::StatusCode;

use crate::client::Client;
use crate::operation::Operation;

/// A span, or nothing.
#[derive(Clone)]
pub(crate) struct Span {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(feature = "tracing")]
impl Span {
    /// The span of a call.
    pub(super) fn of_call(operation: &'static Operation) -> Self {
        let span = tracing::info_span!(
            target: "callsheet",
            "callsheet.call",
            otel.name = operation.name,
            otel.kind = "client",
            otel.status_code = tracing::field::Empty,
            "error.type" = tracing::field::Empty,
            http.response.status_code = tracing::field::Empty,
            callsheet.attempts = tracing::field::Empty,
        );
        Self { span }
    }

    /// The span of an attempt.
    pub(super) fn of_attempt(client: &Client, operation: &'static Operation, resends: u32) -> Self {
        let (address, port) = super::server(client, operation);
        let span = tracing::info_span!(
            target: "callsheet",
            "callsheet.attempt",
            otel.name = %format_args!("{} {}", operation.method, operation.template),
            otel.kind = "client",
            otel.status_code = tracing::field::Empty,
            http.request.method = operation.method.as_str(),
            url.template = operation.template,
            server.address = address,
            server.port = port,
            http.request.resend_count = (resends > 0).then_some(resends),
            http.response.status_code = tracing::field::Empty,
            network.protocol.version = tracing::field::Empty,
            "error.type" = tracing::field::Empty,
        );
        Self { span }
    }

    /// Runs a future inside the span. It is not an async function, which would hold the future
    /// twice: where it came from, and where it runs.
    pub(crate) fn run<T>(self, future: impl Future<Output = T>) -> impl Future<Output = T> {
        tracing::Instrument::instrument(future, self.span)
    }

    /// Notes what came of it.
    pub(super) fn end(&self, status: Option<StatusCode>, error_type: Option<&str>) {
        if let Some(status) = status {
            self.span.record("http.response.status_code", status.as_u16());
        }
        if let Some(error) = error_type {
            self.span.record("error.type", error).record("otel.status_code", "ERROR");
        }
    }

    /// Notes how many attempts there were.
    pub(super) fn attempts(&self, attempts: u32) {
        self.span.record("callsheet.attempts", attempts);
    }

    /// Notes the version of HTTP.
    pub(super) fn version(&self, version: Option<&'static str>) {
        if let Some(version) = version {
            self.span.record("network.protocol.version", version);
        }
    }
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "there is a span with the feature")]
impl Span {
    pub(super) fn of_call(_operation: &'static Operation) -> Self {
        Self {}
    }

    pub(super) fn of_attempt(
        _client: &Client,
        _operation: &'static Operation,
        _resends: u32,
    ) -> Self {
        Self {}
    }

    #[allow(clippy::unused_self, reason = "as with the feature")]
    pub(crate) fn run<T>(self, future: impl Future<Output = T>) -> impl Future<Output = T> {
        future
    }

    pub(super) fn end(&self, _status: Option<StatusCode>, _error_type: Option<&str>) {}

    pub(super) fn attempts(&self, _attempts: u32) {}

    pub(super) fn version(&self, _version: Option<&'static str>) {}
}

/// Says that a request will be sent again.
#[cfg(feature = "tracing")]
pub(crate) fn retried(number: u32, error: &crate::Error, after: Duration) {
    tracing::debug!(
        target: "callsheet",
        attempt = number,
        "error.type" = %super::error_type(error),
        wait_seconds = after.as_secs_f64(),
        "the request is sent again"
    );
}

/// Says that a request will be sent again, to nobody.
#[cfg(not(feature = "tracing"))]
pub(crate) fn retried(_number: u32, _error: &crate::Error, _after: Duration) {}
