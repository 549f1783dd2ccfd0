//! The one send path, compiled once: total deadline > call hooks > retry loop > credentials >
//! attempt hooks > attempt limit > transport > bounded read.

use std::future::poll_fn;
use std::task::Poll;
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use http::header::LOCATION;
use http::{HeaderValue, StatusCode};

use crate::auth::Lease;
use crate::client::{Client, Inner};
use crate::clock::{Clock, Timed, Timer};
use crate::error::{Error, ErrorKind, Facts, Sent};
use crate::hooks::sign;
use crate::observe::{AttemptWatch, CallWatch, retried};
use crate::operation::{Content, Idempotency, Operation};
use crate::options::CallOptions;
use crate::request::RequestParts;
use crate::response::{RawResponse, api_error, content, header_request_id};
use crate::retry::{Attempt, Decision, RetryPolicy, StopReason, announce, max_retries};
use crate::stream;
use crate::transport::{AttemptContext, Phase, RequestBody, ResponseBody, TransportError};

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
}

impl Prepared {
    pub(crate) fn new(
        client: Client,
        operation: &'static Operation,
        parts: RequestParts,
        options: &CallOptions,
    ) -> Self {
        let CallOptions { timeout, max_retries, .. } = *options;
        Self { client, operation, parts, timeout, max_retries, refreshed: false, requests: 0 }
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
    let total = call.timeout.or(inner.timeout);
    for hook in &inner.hooks {
        hook.on_call(call.operation, &mut call.parts.headers)
            .map_err(|error| refused_by_hook(call.operation, error, 0))?;
    }
    let key = idempotency_key(&call);
    let retries = max_retries(call.max_retries, inner.max_retries, call.operation, client.spec());
    let mut number: u32 = 0;
    let mut sent = Sent::No;
    loop {
        let is_last = number >= retries;
        number = number.saturating_add(1);
        let remaining = remaining(total, started, inner.clock.now());
        let mut error = match attempt(&mut call, number, is_last, remaining).await {
            Ok(response) => {
                inner.retry.on_success();
                return Ok(RawResponse { key, ..response });
            }
            Err(error) => error,
        };
        client.hide_credentials(&mut error);
        error.facts_mut().key.clone_from(&key);
        for hook in &inner.hooks {
            hook.on_error(call.operation, &error);
        }
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

/// What the policy says, within the number of attempts and the time that is left.
fn decide(
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
fn idempotency_key(call: &Prepared) -> Option<HeaderValue> {
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
    call: &mut Prepared,
    number: u32,
    is_last: bool,
    remaining: Option<Duration>,
) -> Result<RawResponse, Error> {
    let started = call.client.inner().clock.now();
    let mut leases = Vec::new();
    let mut error = match attempt_once(call, number, is_last, remaining, &mut leases).await {
        Err(error) if error.status() == Some(StatusCode::UNAUTHORIZED) => error,
        result => return result,
    };
    if call.refreshed || leases.is_empty() {
        return Err(error);
    }
    call.refreshed = true;
    let client = call.client.clone();
    let inner = client.inner();
    leases.iter().for_each(Lease::refused);
    client.hide_credentials(&mut error);
    for hook in &inner.hooks {
        hook.on_error(call.operation, &error);
    }
    let remaining = self::remaining(remaining, started, inner.clock.now());
    attempt_once(call, number, is_last, remaining, &mut leases).await
}

/// Sends a call once, and watches that. `leases` are the fetched tokens that went with it.
async fn attempt_once(
    call: &mut Prepared,
    number: u32,
    is_last: bool,
    remaining: Option<Duration>,
    leases: &mut Vec<Lease>,
) -> Result<RawResponse, Error> {
    let mut watch = AttemptWatch::start(&call.client, call.operation, call.requests);
    call.requests = call.requests.saturating_add(1);
    let span = watch.span();
    let exchange = exchange(call, number, is_last, remaining, leases, &mut watch);
    let result = span.run(exchange).await;
    watch.end(result.as_ref().map(|response| response.status));
    result
}

/// Sends a request, and reads the answer.
async fn exchange(
    call: &mut Prepared,
    number: u32,
    is_last: bool,
    remaining: Option<Duration>,
    leases: &mut Vec<Lease>,
    watch: &mut AttemptWatch,
) -> Result<RawResponse, Error> {
    let operation = call.operation;
    let client = call.client.clone();
    let inner = client.inner();
    let limit = match (attempt_limit(operation, &client), remaining) {
        (Some(attempt), Some(total)) => Some(attempt.min(total)),
        (attempt, total) => attempt.or(total),
    };
    if limit == Some(Duration::ZERO) {
        return Err(timeout(operation, limit, Sent::No, number - 1, None));
    }
    let mut timer = Timer::start(&*inner.clock, limit);
    // A token may have to be fetched first.
    let request = match timer.run(signed(call, number, is_last, limit, leases)).await {
        Timed::Done(request) => request?,
        Timed::TimedOut => return Err(timeout(operation, limit, Sent::No, number - 1, None)),
    };
    let context = AttemptContext { operation, attempt: number, remaining: limit };
    let response = match timer.run(inner.transport.send(request, &context)).await {
        Timed::Done(Ok(response)) => response,
        Timed::Done(Err(error)) => return Err(transport_error(operation, error, number, None)),
        Timed::TimedOut => return Err(timeout(operation, limit, Sent::Maybe, number, None)),
    };
    let (head, body) = response.into_parts();
    watch.answered(head.version);
    for hook in &inner.hooks {
        hook.on_response(operation, head.status, &head.headers);
    }
    match timer.run(read(operation, &head, body, inner)).await {
        Timed::TimedOut => Err(timeout(operation, limit, Sent::Yes, number, Some(&head))),
        Timed::Done(Read::Whole(body)) => {
            let (status, headers) = (head.status, head.headers);
            Ok(RawResponse {
                status,
                headers,
                body,
                live: None,
                attempts: number,
                key: None,
                watch: None,
            })
        }
        Timed::Done(Read::Live(body)) => {
            let (status, headers, live) = (head.status, head.headers, Some(body));
            Ok(RawResponse {
                status,
                headers,
                body: Bytes::new(),
                live,
                attempts: number,
                key: None,
                watch: None,
            })
        }
        Timed::Done(Read::Undeclared(reason, start)) => {
            Err(stream::undeclared(operation, reason, start, &head, number))
        }
        Timed::Done(Read::Stopped(stop)) => {
            Err(stopped(operation, stop, &head, number, inner.max_body))
        }
        Timed::Done(Read::Start(body, truncated)) => {
            Err(api_error(operation, client.spec(), head, body, truncated, number))
        }
        Timed::Done(Read::Unwanted) => Err(unwanted(operation, &head, number)),
    }
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

/// What was read of a body.
enum Read {
    /// A success's body, to its end.
    Whole(Bytes),
    /// A stream, which the caller reads.
    Live(ResponseBody),
    /// The start of a body that is not the stream which is declared, and why not.
    Undeclared(String, Bytes),
    /// A success's body could not be read to its end.
    Stopped(Stop),
    /// The start of an error's body, and whether there was more.
    Start(Bytes, bool),
    /// Nothing: the status alone is an error.
    Unwanted,
}

/// Reads as much of a body as its status is worth.
async fn read(
    operation: &'static Operation,
    head: &http::response::Parts,
    body: ResponseBody,
    inner: &Inner,
) -> Read {
    let clock: &dyn Clock = &*inner.clock;
    let mut body = Pieces { body, idle: inner.body_idle_timeout.map(|limit| (limit, clock)) };
    if head.status.is_redirection() || head.status.is_informational() {
        return Read::Unwanted;
    }
    if !head.status.is_success() {
        let (start, truncated) = read_start(&mut body, inner.max_error_body).await;
        return Read::Start(start, truncated);
    }
    let content = content(operation, head.status);
    if matches!(content, Content::Events(_) | Content::Lines) {
        return read_stream(content, body, head, inner.max_error_body).await;
    }
    if content.is_empty() {
        // Read for the sake of the connection only: nothing in it can be wrong.
        let _ = read_start(&mut body, inner.max_error_body).await;
        return Read::Whole(Bytes::new());
    }
    match read_all(&mut body, head, inner.max_body).await {
        Ok(body) => Read::Whole(body),
        Err(stop) => Read::Stopped(stop),
    }
}

/// Leaves a stream to the caller, if it is one.
async fn read_stream(
    content: Content,
    mut body: Pieces<'_>,
    head: &http::response::Parts,
    limit: usize,
) -> Read {
    if matches!(head.status, StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT) {
        return Read::Whole(Bytes::new());
    }
    let Some(reason) = stream::refusal(content, &head.headers) else {
        return Read::Live(body.body);
    };
    // What it is instead may have no end.
    let mut start = body.next().await.and_then(Result::ok).unwrap_or_default();
    start.truncate(limit);
    Read::Undeclared(reason, start)
}

/// The error of a status that has no meaning here.
fn unwanted(operation: &'static Operation, head: &http::response::Parts, attempts: u32) -> Error {
    if head.status.is_redirection() {
        return redirect(operation, head, attempts);
    }
    let detail = format!("the server answered {} unasked", head.status.as_u16());
    let error = TransportError::new(Phase::Headers, detail);
    let mut error = transport_error(operation, error, attempts, Some(head));
    error.facts_mut().sent = Sent::Yes;
    error
}

/// Why a body was not read to its end.
enum Stop {
    TooLarge,
    Failed(TransportError),
}

/// Reads a whole body. A declared length over the limit stops it before the first byte.
async fn read_all(
    body: &mut Pieces<'_>,
    head: &http::response::Parts,
    limit: usize,
) -> Result<Bytes, Stop> {
    let declared = head.headers.get(http::header::CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if declared.is_some_and(|declared| declared > limit as u64) {
        return Err(Stop::TooLarge);
    }
    // Most bodies come in one piece, which is not copied.
    let (mut first, mut rest) = (Bytes::new(), BytesMut::new());
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(Stop::Failed)?;
        if first.len() + rest.len() + chunk.len() > limit {
            return Err(Stop::TooLarge);
        }
        if first.is_empty() && rest.is_empty() {
            first = chunk;
            continue;
        }
        rest.extend_from_slice(&std::mem::take(&mut first));
        rest.extend_from_slice(&chunk);
    }
    Ok(if rest.is_empty() { first } else { rest.freeze() })
}

/// Reads the start of an error's body, and whether there was more. A body that breaks off is as
/// good as it got: the status is what matters.
pub(crate) async fn read_start(body: &mut Pieces<'_>, limit: usize) -> (Bytes, bool) {
    let mut read = BytesMut::new();
    while let Some(chunk) = body.next().await {
        let Ok(chunk) = chunk else {
            return (read.freeze(), true);
        };
        let room = limit - read.len();
        if chunk.len() > room {
            read.extend_from_slice(chunk.get(..room).unwrap_or_default());
            return (read.freeze(), true);
        }
        read.extend_from_slice(&chunk);
    }
    (read.freeze(), false)
}

/// A body, piece by piece, each within a time.
pub(crate) struct Pieces<'a> {
    pub(crate) body: ResponseBody,
    pub(crate) idle: Option<(Duration, &'a dyn Clock)>,
}

impl Pieces<'_> {
    /// The next piece. The time that it may take counts from here: while nobody asks, a body may
    /// rest.
    async fn next(&mut self) -> Option<Result<Bytes, TransportError>> {
        let mut timer = None;
        poll_fn(|cx| {
            if let Poll::Ready(piece) = self.body.as_mut().poll_next(cx) {
                return Poll::Ready(piece);
            }
            let Some((idle, clock)) = self.idle else { return Poll::Pending };
            let timer = timer.get_or_insert_with(|| clock.sleep(idle));
            timer.as_mut().poll(cx).map(|()| {
                let detail = format!("nothing came for {idle:?}");
                Some(Err(TransportError::new(Phase::Body, detail).timed_out()))
            })
        })
        .await
    }
}

fn stopped(
    operation: &'static Operation,
    stop: Stop,
    head: &http::response::Parts,
    attempts: u32,
    limit: usize,
) -> Error {
    match stop {
        Stop::Failed(error) => transport_error(operation, error, attempts, Some(head)),
        Stop::TooLarge => Error::new(with_head(
            Facts {
                kind: ErrorKind::Limit,
                operation: Some(operation),
                detail: format!("the body is larger than the limit of {limit} bytes").into(),
                attempts,
                ..Facts::default()
            },
            head,
        )),
    }
}

/// What is known once the head of a response is there.
pub(crate) fn with_head(facts: Facts, head: &http::response::Parts) -> Facts {
    Facts {
        sent: Sent::Yes,
        status: Some(head.status),
        request_id: header_request_id(&head.headers).map(str::to_owned),
        headers: head.headers.clone(),
        ..facts
    }
}

fn transport_error(
    operation: &'static Operation,
    error: TransportError,
    attempts: u32,
    head: Option<&http::response::Parts>,
) -> Error {
    let TransportError { phase, sent, timed_out, source } = error;
    let before_sending = matches!(phase, Phase::Dns | Phase::Connect | Phase::Tls | Phase::Proxy);
    let kind = match (timed_out, before_sending) {
        _ if phase == Phase::Refused => ErrorKind::Build,
        (true, _) => ErrorKind::Timeout,
        (false, true) => ErrorKind::Connect,
        (false, false) => ErrorKind::Transport,
    };
    let detail = match (timed_out, before_sending) {
        (true, true) => format!("{} in time", phase.doing()),
        (true, false) => "no complete answer in time".to_owned(),
        (false, _) => phase.doing().to_owned(),
    };
    let facts = Facts {
        kind,
        operation: Some(operation),
        detail: detail.into(),
        sent,
        attempts,
        phase: Some(phase),
        source: Some(source),
        ..Facts::default()
    };
    Error::new(match head {
        Some(head) => with_head(facts, head),
        None => facts,
    })
}

fn timeout(
    operation: &'static Operation,
    limit: Option<Duration>,
    sent: Sent,
    attempts: u32,
    head: Option<&http::response::Parts>,
) -> Error {
    let facts = Facts {
        kind: ErrorKind::Timeout,
        operation: Some(operation),
        detail: format!("no complete answer within {:?}", limit.unwrap_or_default()).into(),
        sent,
        attempts,
        ..Facts::default()
    };
    Error::new(match head {
        Some(head) => with_head(facts, head),
        None => facts,
    })
}

fn redirect(operation: &'static Operation, head: &http::response::Parts, attempts: u32) -> Error {
    let target =
        head.headers.get(LOCATION).and_then(|value| value.to_str().ok()).and_then(sanitized);
    let to = target.map_or_else(String::new, |target| format!(" to {target}"));
    let detail = if head.status == StatusCode::NOT_MODIFIED {
        "the server answered 304 unasked".to_owned()
    } else {
        format!("the server redirects ({}){to}; redirects are not followed", head.status.as_u16())
    };
    Error::new(with_head(
        Facts {
            kind: ErrorKind::Redirect,
            operation: Some(operation),
            detail: detail.into(),
            attempts,
            ..Facts::default()
        },
        head,
    ))
}

/// A redirect's target without what may be a secret: user name, password and query.
fn sanitized(target: &str) -> Option<String> {
    let target = target.split(['?', '#']).next()?;
    let uri: http::Uri = target.parse().ok()?;
    let host = uri.host().map(|host| {
        let port = uri.port_u16().map_or_else(String::new, |port| format!(":{port}"));
        format!("{}://{host}{port}", uri.scheme_str().unwrap_or("https"))
    });
    Some(format!("{}{}", host.unwrap_or_default(), uri.path()))
}

fn refused_by_hook(operation: &'static Operation, source: crate::BoxError, attempts: u32) -> Error {
    Error::new(Facts {
        kind: ErrorKind::Build,
        operation: Some(operation),
        detail: "a hook refused the request".into(),
        attempts,
        source: Some(source),
        ..Facts::default()
    })
}
