//! The one send path, compiled once. From the outside in: the watch of the call > its total
//! deadline > hooks of the call > the retry loop > one refresh of a refused token > the limit of an
//! attempt > hooks of the attempt > credentials > signing hooks > transport > hooks of the response
//! > bounded read.

mod failed;
mod read;

use std::pin::pin;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderValue, StatusCode};

use crate::auth::Lease;
use crate::client::Client;
use crate::clock::{Timed, Timer};
use crate::error::{Error, Sent};
use crate::hooks::sign;
use crate::observe::{AttemptWatch, CallWatch, retried};
use crate::operation::{Idempotency, Operation};
use crate::options::CallOptions;
use crate::request::RequestParts;
use crate::response::{RawResponse, api_error};
use crate::retry::{Attempt, Decision, RetryPolicy, StopReason, announce, max_retries};
use crate::stream;
use crate::transport::{AttemptContext, RequestBody};

use failed::{refused_by_hook, stopped, timeout, too_large_to_send, transport_error, unwanted};
use read::{Read, read};

pub(crate) use failed::with_head;
pub(crate) use read::{Pieces, read_start};

/// How long an attempt may take where nobody says otherwise.
const ATTEMPT: Duration = Duration::from_secs(60);

/// A call that is ready to be sent.
#[derive(Clone)]
pub(crate) struct Prepared {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    pub(crate) parts: RequestParts,
    /// The limit of the whole call, where the caller set one.
    pub(crate) timeout: Option<Duration>,
    /// How many retries there are at most, where the caller says so.
    pub(crate) max_retries: Option<u32>,
    /// Whether a refused token has been replaced.
    pub(crate) refreshed: bool,
    /// How many requests were made.
    pub(crate) requests: u32,
    /// Whether a success's body is left to the caller, whatever is declared.
    pub(crate) unread: bool,
}

impl Prepared {
    pub(crate) fn new(
        client: Client,
        operation: &'static Operation,
        parts: RequestParts,
        options: &CallOptions,
    ) -> Self {
        let CallOptions { timeout, max_retries, .. } = *options;
        Self {
            client,
            operation,
            parts,
            timeout,
            max_retries,
            refreshed: false,
            requests: 0,
            unread: false,
        }
    }

    /// How long the whole call may take.
    fn total(&self) -> Option<Duration> {
        self.timeout.or(self.client.inner().timeout)
    }
}

/// Sends a call until it succeeds or is given up, and watches it.
pub(crate) async fn execute(call: Prepared) -> Result<RawResponse, Error> {
    let watch = CallWatch::start(&call.client, call.operation);
    match watch.span().run(attempts(call)).await {
        Ok(response) => Ok(RawResponse { watch: Some(watch), ..response }),
        Err(error) => {
            watch.failed(&error);
            Err(error)
        }
    }
}

/// Sends a call until it succeeds or is given up.
async fn attempts(mut call: Prepared) -> Result<RawResponse, Error> {
    let client = call.client.clone();
    let inner = client.inner();
    let started = inner.clock.now();
    let total = call.total();
    for hook in &inner.hooks {
        hook.on_call(call.operation, &mut call.parts.headers)
            .map_err(|error| refused_by_hook(call.operation, error, 0))?;
    }
    check_size(&call)?;
    let key = idempotency_key(&call);
    let retries = max_retries(call.max_retries, inner.max_retries, call.operation, client.spec());
    let mut number: u32 = 0;
    let mut sent = Sent::No;
    loop {
        let is_last = number >= retries;
        number = number.saturating_add(1);
        let remaining = remaining(total, started, inner.clock.now());
        let mut error = match attempt(&client, &mut call, number, is_last, remaining).await {
            Ok(response) => {
                inner.retry.on_success();
                return Ok(RawResponse { key, ..response });
            }
            Err(error) => error,
        };
        error.facts_mut().key.clone_from(&key);
        tell(&client, call.operation, &mut error);
        let now = inner.clock.now();
        let attempt = Attempt {
            operation: call.operation,
            number,
            error: &error,
            keyed: key.is_some(),
            elapsed: now.saturating_duration_since(started),
            remaining: self::remaining(total, started, now),
            spec: client.spec(),
        };
        sent = sent.max(error.sent());
        let stop = match decide(&*inner.retry, &attempt, is_last, call.parts.body.is_replayable()) {
            Decision::Retry { after } => {
                retried(number, &error, after);
                inner.clock.pause(after).await;
                continue;
            }
            Decision::Stop(stop) => stop,
        };
        // The last attempt may have gone nowhere, and one before it not.
        error.facts_mut().sent = sent;
        error.facts_mut().stopped = Some(stop);
        return Err(error);
    }
}

/// Refuses a body that is larger than the client allows.
fn check_size(call: &Prepared) -> Result<(), Error> {
    match (call.client.inner().max_request_body, call.parts.body.length()) {
        (Some(limit), Some(length)) if length > limit => {
            Err(too_large_to_send(call.operation, limit))
        }
        _ => Ok(()),
    }
}

/// Tells the hooks of an error, which shows no credentials.
fn tell(client: &Client, operation: &'static Operation, error: &mut Error) {
    client.hide_credentials(error);
    for hook in &client.inner().hooks {
        hook.on_error(operation, error);
    }
}

/// What the policy says, within the number of attempts and the time that is left.
pub(crate) fn decide(
    policy: &dyn RetryPolicy,
    attempt: &Attempt<'_>,
    is_last: bool,
    is_replayable: bool,
) -> Decision {
    if is_last {
        return Decision::Stop(StopReason::Attempts);
    }
    match policy.decide(attempt) {
        Decision::Retry { .. } if !is_replayable => Decision::Stop(StopReason::NotReplayable),
        Decision::Retry { after } if attempt.remaining.is_some_and(|left| after >= left) => {
            Decision::Stop(StopReason::Deadline)
        }
        decision => decision,
    }
}

/// The key of a call: it is in the headers of every attempt.
pub(crate) fn idempotency_key(call: &Prepared) -> Option<HeaderValue> {
    match call.operation.attempts.idempotency {
        Idempotency::Keyed(header) => call.parts.headers.get(header).cloned(),
        _ => None,
    }
}

/// How long an attempt may take: what the client says, else the spec.
fn attempt_limit(operation: &Operation, client: &Client) -> Option<Duration> {
    let spec = operation.attempts.rules.timeout.or(client.spec().rules.timeout);
    client.inner().attempt_timeout.unwrap_or(Some(spec.unwrap_or(ATTEMPT)))
}

fn remaining(total: Option<Duration>, started: Instant, now: Instant) -> Option<Duration> {
    total.map(|total| total.saturating_sub(now.saturating_duration_since(started)))
}

/// Sends a call once, and once more if the server refuses a token that can be fetched anew. That is
/// no retry, and happens once a call.
async fn attempt(
    client: &Client,
    call: &mut Prepared,
    number: u32,
    is_last: bool,
    remaining: Option<Duration>,
) -> Result<RawResponse, Error> {
    let clock = &client.inner().clock;
    let started = clock.now();
    let mut leases = Vec::new();
    let first = attempt_once(client, call, number, is_last, remaining, &mut leases).await;
    let mut error = match first {
        Err(error) if error.status() == Some(StatusCode::UNAUTHORIZED) => error,
        result => return result,
    };
    if call.refreshed || leases.is_empty() {
        return Err(error);
    }
    call.refreshed = true;
    leases.iter().for_each(Lease::refused);
    tell(client, call.operation, &mut error);
    let remaining = self::remaining(remaining, started, clock.now());
    attempt_once(client, call, number, is_last, remaining, &mut leases).await
}

/// Sends a call once, and watches that. `leases` are the fetched tokens that went with it.
async fn attempt_once(
    client: &Client,
    call: &mut Prepared,
    number: u32,
    is_last: bool,
    remaining: Option<Duration>,
    leases: &mut Vec<Lease>,
) -> Result<RawResponse, Error> {
    let mut watch = AttemptWatch::start(client, call.operation, call.requests);
    call.requests = call.requests.saturating_add(1);
    let span = watch.span();
    let exchange = exchange(client, call, number, is_last, remaining, leases, &mut watch);
    let result = span.run(exchange).await;
    watch.end(result.as_ref().map(|response| response.status));
    result
}

/// Sends a request, and reads the answer.
async fn exchange(
    client: &Client,
    call: &mut Prepared,
    number: u32,
    is_last: bool,
    remaining: Option<Duration>,
    leases: &mut Vec<Lease>,
    watch: &mut AttemptWatch<'_>,
) -> Result<RawResponse, Error> {
    let operation = call.operation;
    let inner = client.inner();
    let (limit, said) = match (attempt_limit(operation, client), remaining) {
        (Some(attempt), Some(left)) if attempt > left => (Some(left), call.total()),
        (Some(attempt), _) => (Some(attempt), Some(attempt)),
        (None, left) => (left, call.total()),
    };
    if limit == Some(Duration::ZERO) {
        return Err(timeout(operation, said, Sent::No, number - 1, None));
    }
    let mut timer = Timer::start(&*inner.clock, limit);
    // A token may have to be fetched first.
    let request = match timer.run(pin!(signed(call, number, is_last, limit, leases))).await {
        Timed::Done(request) => request?,
        Timed::TimedOut => return Err(timeout(operation, said, Sent::No, number - 1, None)),
    };
    let context = AttemptContext { operation, attempt: number, remaining: limit };
    let response = match timer.run(inner.transport.send(request, &context)).await {
        Timed::Done(Ok(response)) => response,
        Timed::Done(Err(error)) => return Err(transport_error(operation, error, number, None)),
        Timed::TimedOut => return Err(timeout(operation, said, Sent::Maybe, number, None)),
    };
    let (head, body) = response.into_parts();
    watch.answered(head.version);
    for hook in &inner.hooks {
        hook.on_response(operation, head.status, &head.headers);
    }
    let outcome = match timer.run(pin!(read(operation, &head, body, inner, call.unread))).await {
        Timed::Done(outcome) => outcome,
        Timed::TimedOut => {
            return Err(timeout(operation, said, Sent::Yes, number, Some(&head)));
        }
    };
    let (body, live) = match outcome {
        Read::Whole(body) => (body, None),
        Read::Live(body) => (Bytes::new(), Some(body)),
        Read::Undeclared(reason, start) => {
            return Err(stream::undeclared(operation, reason, start, &head, number));
        }
        Read::Stopped(stop) => {
            return Err(stopped(operation, stop, &head, number, inner.max_body));
        }
        Read::Start(body, truncated) => {
            return Err(api_error(operation, client.spec(), head, body, truncated, number));
        }
        Read::Unwanted => return Err(unwanted(operation, &head, number)),
    };
    let (status, headers) = (head.status, head.headers);
    Ok(RawResponse { status, headers, body, live, attempts: number, key: None, watch: None })
}

/// The request of an attempt: hooks have seen it, and the credentials are on it.
async fn signed(
    call: &mut Prepared,
    number: u32,
    is_last: bool,
    limit: Option<Duration>,
    leases: &mut Vec<Lease>,
) -> Result<http::Request<RequestBody>, Error> {
    let operation = call.operation;
    let client = &call.client;
    let may_refresh = !call.refreshed && client.inner().keyring.has_tokens();
    let mut parts =
        if is_last && !may_refresh { std::mem::take(&mut call.parts) } else { call.parts.clone() };
    announce(client.spec(), &mut parts.headers, number, limit);
    for hook in &client.inner().hooks {
        hook.on_attempt(operation, number, &mut parts.headers)
            .map_err(|error| refused_by_hook(operation, error, number - 1))?;
    }
    let mut request = client.authorized(operation, parts, leases).await.map_err(|mut error| {
        error.facts_mut().attempts = number - 1;
        error
    })?;
    sign(&client.inner().signing_hooks, operation, &mut request)
        .map_err(|error| refused_by_hook(operation, error, number - 1))?;
    Ok(request)
}
