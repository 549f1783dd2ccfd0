//! What calls and attempts tell of themselves: spans, and records for metrics. Neither ever holds
//! a secret, a query string, or anything else that a request or a response says.

mod span;
mod watch;

use std::time::Duration;

use http::{StatusCode, Version};

use crate::base_url::BaseUrl;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::operation::Operation;
use crate::transport::Phase;

pub(crate) use span::retried;
pub(crate) use watch::{AttemptWatch, CallWatch};

/// Takes the measures of calls and attempts, for a metrics system of your own. Both methods do
/// nothing unless they are written; they are called in the task of the call, and should be quick.
///
/// In the words of OpenTelemetry an [`AttemptRecord`] is one value of the histogram
/// `http.client.request.duration`, in seconds, whose buckets are 0.005, 0.01, 0.025, 0.05, 0.075,
/// 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5 and 10, with these attributes:
///
/// | attribute | field |
/// |---|---|
/// | `http.request.method` | `operation.method` |
/// | `url.template` | `operation.template` |
/// | `server.address`, `server.port` | `server_address`, `server_port` |
/// | `http.response.status_code` | `status` |
/// | `error.type` | `error_type` |
/// | `http.request.resend_count` | `resend_count` |
/// | `network.protocol.version` | `version` |
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use callsheet::{AttemptRecord, MetricsSink};
///
/// #[derive(Default)]
/// struct Failures(AtomicU64);
///
/// impl MetricsSink for Failures {
///     fn attempt(&self, record: &AttemptRecord<'_>) {
///         self.0.fetch_add(record.error_type.is_some().into(), Ordering::Relaxed);
///     }
/// }
/// # let _ = Failures::default();
/// ```
pub trait MetricsSink: Send + Sync + 'static {
    /// A request was answered, or failed, or was given up.
    fn attempt(&self, record: &AttemptRecord<'_>) {
        let _ = record;
    }

    /// A call has ended: all its attempts, and decoding.
    fn call(&self, record: &CallRecord<'_>) {
        let _ = record;
    }
}

/// One HTTP request: its measures, and what they are measures of.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct AttemptRecord<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// The host it went to.
    pub server_address: &'a str,
    /// The port it went to.
    pub server_port: u16,
    /// How many requests of the same call came before it.
    pub resend_count: u32,
    /// The status of the response, if there was one.
    pub status: Option<StatusCode>,
    /// The version of HTTP of the response, if there was one: `1.1`, `2`.
    pub version: Option<&'static str>,
    /// What went wrong, if anything: an error status such as `429`, or one of few words such as
    /// `timeout`, `connect`, `tls` and `cancelled`.
    pub error_type: Option<&'a str>,
    /// From before credentials were looked for to the end of the body.
    pub duration: Duration,
}

/// One call: its measures, and what they are measures of.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CallRecord<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// How many attempts there were.
    pub attempts: u32,
    /// The status of the last response, if there was one.
    pub status: Option<StatusCode>,
    /// What went wrong, if anything: an error status such as `429`, or one of few words such as
    /// `timeout`, `decode` and `cancelled`.
    pub error_type: Option<&'a str>,
    /// From the first poll of the call to the decoded response.
    pub duration: Duration,
}

/// What is said of a call that its caller gave up.
const CANCELLED: &str = "cancelled";

/// The kind of an error, as one of few words.
fn error_type(error: &Error) -> &str {
    let facts = error.facts();
    match (facts.kind, facts.phase, &facts.status) {
        (ErrorKind::Api | ErrorKind::Redirect, _, Some(status)) => status.as_str(),
        (ErrorKind::Timeout, Some(Phase::Connect), _) => "timeout.connect",
        (ErrorKind::Connect, Some(Phase::Dns), _) => "dns",
        (ErrorKind::Connect, Some(Phase::Tls), _) => "tls",
        (ErrorKind::Connect, Some(Phase::Proxy), _) => "proxy",
        (ErrorKind::Build, ..) => "build",
        (ErrorKind::Credentials, ..) => "credentials",
        (ErrorKind::Connect, ..) => "connect",
        (ErrorKind::Timeout, ..) => "timeout",
        (ErrorKind::Transport, ..) => "transport",
        (ErrorKind::Redirect, ..) => "redirect",
        (ErrorKind::Api, ..) => "api",
        (ErrorKind::Decode, ..) => "decode",
        (ErrorKind::Limit, ..) => "limit",
        (ErrorKind::Failed, ..) => "failed",
        (ErrorKind::File, ..) => "file",
    }
}

/// Where an operation is: its host and its port.
fn server<'c>(client: &'c Client, operation: &Operation) -> (&'c str, u16) {
    client.inner().base_url(operation).map_or(("", 0), BaseUrl::address)
}

/// A version of HTTP as OpenTelemetry writes it.
fn version(version: Version) -> Option<&'static str> {
    match version {
        Version::HTTP_10 => Some("1.0"),
        Version::HTTP_11 => Some("1.1"),
        Version::HTTP_2 => Some("2"),
        Version::HTTP_3 => Some("3"),
        _ => None,
    }
}
