//! The errors of an attempt, each with what was known when it failed.

use std::time::Duration;

use http::StatusCode;
use http::header::LOCATION;

use super::read::Stop;
use crate::error::{Error, ErrorKind, Facts, Sent};
use crate::operation::Operation;
use crate::response::header_request_id;
use crate::transport::{Phase, TransportError};

/// The error of a status that has no meaning here.
pub(super) fn unwanted(
    operation: &'static Operation,
    head: &http::response::Parts,
    attempts: u32,
) -> Error {
    if head.status.is_redirection() {
        return redirect(operation, head, attempts);
    }
    let detail = format!("the server answered {} unasked", head.status.as_u16());
    let error = TransportError::new(Phase::Headers, detail);
    let mut error = transport_error(operation, error, attempts, Some(head));
    error.facts_mut().sent = Sent::Yes;
    error
}

pub(super) fn stopped(
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

pub(super) fn too_large_to_send(operation: &'static Operation, limit: u64) -> Error {
    Error::new(Facts {
        kind: ErrorKind::Limit,
        operation: Some(operation),
        detail: format!("the request's body is larger than the limit of {limit} bytes").into(),
        ..Facts::default()
    })
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

/// The error of these facts, and of the head of the response if there is one.
fn failed(facts: Facts, head: Option<&http::response::Parts>) -> Error {
    Error::new(match head {
        Some(head) => with_head(facts, head),
        None => facts,
    })
}

pub(super) fn transport_error(
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
    failed(facts, head)
}

pub(super) fn timeout(
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
    failed(facts, head)
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

pub(super) fn refused_by_hook(
    operation: &'static Operation,
    source: crate::BoxError,
    attempts: u32,
) -> Error {
    Error::new(Facts {
        kind: ErrorKind::Build,
        operation: Some(operation),
        detail: "a hook refused the request".into(),
        attempts,
        source: Some(source),
        ..Facts::default()
    })
}
