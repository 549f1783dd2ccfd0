//! From an error status to the API's own failure: the envelope is read as far as it can be, and
//! nothing of what it says is needed to keep the status.

use http::StatusCode;

use super::{Error, Facts};
use crate::Json;
use crate::client::Client;
use crate::codec::decode_json;
use crate::operation::{Failure, FailureCase, Spec, StatusMatch, UnknownFailure};
use crate::value::Value;

/// What an envelope says.
#[derive(Debug, Default)]
pub(crate) struct EnvelopeFacts {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
}

/// Reads the envelope of an error body, leniently: what is missing or odd is `None`.
pub(crate) fn read_envelope(spec: &Spec, body: &[u8]) -> EnvelopeFacts {
    let Ok(json) = serde_json::from_slice::<Json>(without_mark(body)) else {
        return EnvelopeFacts::default();
    };
    // A list of errors: the first one speaks for all.
    let json = match &json {
        Json::Array(items) => items.first().unwrap_or(&Json::Null),
        json => json,
    };
    let envelope = &spec.envelope;
    EnvelopeFacts {
        code: text_at(json, envelope.code),
        message: text_at(json, envelope.message).or_else(|| fallback_message(json)),
        request_id: text_at(json, envelope.request_id),
    }
}

/// A body without the byte order mark that some servers write before it.
fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

fn text_at(json: &Json, keys: &[&str]) -> Option<String> {
    if keys.is_empty() {
        return None;
    }
    text(keys.iter().try_fold(json, |json, key| json.get(key))?)
}

fn text(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Where messages are when they are not where the spec says.
fn fallback_message(json: &Json) -> Option<String> {
    let error = json.get("error").unwrap_or(&Json::Null);
    let text_of = |json: Option<&Json>| json.and_then(Json::as_str).map(str::to_owned);
    text_of(Some(error))
        .or_else(|| text_of(error.get("message")))
        .or_else(|| text_of(json.get("message")))
}

/// The case that a status and a code stand for: both together, else the code alone, else the
/// closest status that is documented without a code.
pub(crate) fn find_case(
    cases: &'static [FailureCase],
    status: StatusCode,
    code: Option<&str>,
) -> Option<usize> {
    let with_code = |strict: bool| {
        let code = code?;
        cases
            .iter()
            .find(|case| case.code == Some(code) && (!strict || case.status.matches(status)))
    };
    let without = |wanted: fn(StatusMatch) -> bool| {
        cases
            .iter()
            .find(|case| case.code.is_none() && wanted(case.status) && case.status.matches(status))
    };
    with_code(true)
        .or_else(|| with_code(false))
        .or_else(|| without(|status| matches!(status, StatusMatch::Code(_))))
        .or_else(|| without(|status| matches!(status, StatusMatch::Class(_))))
        .or_else(|| without(|status| status == StatusMatch::Any))
        .map(|case| case.variant)
}

/// The same error with the API's own failure, where the body says one.
pub(crate) fn typed<F: Failure>(mut error: Error, client: &Client) -> Error<F> {
    client.hide_credentials(&mut error);
    let facts = error.facts();
    let failure = match (facts.kind, facts.status, &facts.body) {
        (super::ErrorKind::Api, Some(status), Some(body)) => decode(client, facts, status, body),
        _ => None,
    };
    Error::with_failure(error, failure)
}

fn decode<F: Failure>(
    client: &Client,
    facts: &Facts,
    status: StatusCode,
    body: &[u8],
) -> Option<F> {
    let code = facts.code.as_deref();
    let drift = client.inner().drift.as_ref().zip(facts.operation);
    // What an extension documents is known.
    let is_declared =
        facts.operation.is_some_and(|one| find_case(one.failures, status, code).is_some());
    let drift = drift.filter(|_| !is_declared);
    let Some(variant) = find_case(client.spec().failures, status, code) else {
        if let Some((drift, operation)) = drift {
            drift.failure(client, operation, status, code);
        }
        let body = serde_json::from_slice(without_mark(body)).ok()?;
        return Some(F::unknown(UnknownFailure::new(status, code.map(str::to_owned), body)));
    };
    let mut failure = F::blank(variant)?;
    if let Some(payload) = failure.payload_mut() {
        let decoded = decode_json(body, payload.slot());
        if let Some((drift, operation)) = drift {
            match &decoded {
                Ok(()) => drift.value(client, operation, payload),
                Err(error) => drift.odd_failure(client, operation, error),
            }
        }
        decoded.ok()?;
    }
    Some(failure)
}

/// Reads the body of an error. `None` where it is something else.
pub(crate) fn decode_body(body: &[u8], payload: &mut dyn Value) -> Option<()> {
    decode_json(body, payload.slot()).ok()
}
