//! What came of a call, in the words of the recording.

use callsheet::{ErrorKind, EventStream, Items, Paged};
use qoder::{ApiError, Error, Failure};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// What came of a call.
#[derive(Default)]
pub struct Outcome {
    pub result: Value,
    pub error: Value,
}

impl Outcome {
    /// That of a call for one value.
    pub fn of<T: Serialize>(answer: Result<T, Error>) -> Self {
        match answer {
            Ok(value) => Self { result: serde_json::to_value(value).unwrap(), ..Self::default() },
            Err(error) => Self::failed(&error),
        }
    }

    /// That of a call that failed.
    pub fn failed(error: &Error) -> Self {
        Self { error: said(error), ..Self::default() }
    }

    /// That of a client that cannot be built.
    pub fn refused() -> Self {
        Self { error: json!({"is": "refused"}), ..Self::default() }
    }

    /// That of a walk along pages: the ids of the items, and the error behind them.
    pub async fn of_items<R>(mut items: Items<R, Failure>) -> Self
    where
        R: Paged<Api = qoder::Qoder>,
        R::Response: callsheet::value::Blank,
        R::Item: Serialize,
    {
        let (mut ids, mut error) = (Vec::new(), Value::Null);
        loop {
            match items.next_item().await {
                Ok(Some(item)) => ids.push(serde_json::to_value(item).unwrap()["id"].take()),
                Ok(None) => break,
                Err(found) => {
                    error = said(&found);
                    break;
                }
            }
        }
        Self { result: json!({"items": ids}), error }
    }

    /// That of a stream: so many of its events with the cursor after each, or the error behind them.
    pub async fn of_events<T>(stream: Result<EventStream<T, Failure>, Error>, most: usize) -> Self
    where
        T: callsheet::value::Blank + Serialize + 'static,
    {
        let mut stream = match stream {
            Ok(stream) => stream,
            Err(error) => return Self::failed(&error),
        };
        let (mut events, mut error) = (Vec::new(), Value::Null);
        while events.len() < most {
            let Some(event) = stream.next().await else { break };
            match event {
                Ok(event) => {
                    let value = serde_json::to_value(event).unwrap();
                    events.push(json!({"value": value, "last_event_id": stream.cursor()}));
                }
                Err(found) => {
                    error = said(&found);
                    break;
                }
            }
        }
        Self { result: json!({"events": events, "last_event_id": stream.cursor()}), error }
    }
}

/// What is known of an error.
fn said(error: &Error) -> Value {
    let is = match error.kind() {
        ErrorKind::Build | ErrorKind::Credentials => "refused",
        ErrorKind::Connect | ErrorKind::Transport => "connection",
        ErrorKind::Timeout => "timeout",
        ErrorKind::Api if error.status().is_some_and(|status| status.is_success()) => "event",
        ErrorKind::Api | ErrorKind::Redirect => "status",
        ErrorKind::Decode => "decode",
        kind => panic!("{kind:?}: {error}"),
    };
    let mut said = Map::new();
    let mut say = |name: &str, value: Value| {
        if !value.is_null() {
            said.insert(name.to_owned(), value);
        }
    };
    say("is", is.into());
    if is == "status" || is == "decode" {
        say("status", error.status().map(|status| status.as_u16()).into());
    }
    // What the service calls the type is the code by which the spec tells failures apart.
    say("type", error.code().into());
    say("code", code(error.failure()));
    say("message", error.message().into());
    say("request_id", error.request_id().into());
    Value::Object(said)
}

/// The finer code, where there is one.
fn code(failure: Option<&Failure>) -> Value {
    let envelope: &ApiError = match failure {
        Some(
            Failure::InvalidRequestError(envelope)
            | Failure::AuthenticationError(envelope)
            | Failure::PermissionError(envelope)
            | Failure::NotFoundError(envelope)
            | Failure::ConflictError(envelope)
            | Failure::Status429(envelope)
            | Failure::ApiError(envelope)
            | Failure::FeatureNotAvailable(envelope)
            | Failure::Status412(envelope)
            | Failure::MemoryPreconditionFailedError(envelope),
        ) => envelope,
        Some(Failure::Unknown(failure)) => return failure.body["error"]["code"].clone(),
        _ => return Value::Null,
    };
    envelope.error.code.clone().into()
}
