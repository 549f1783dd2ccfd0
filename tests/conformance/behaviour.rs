//! Every recorded call again, against a mock that gives the same answers: the requests, the waits
//! between them, and what came of it.

use std::collections::BTreeSet;

use callsheet::testing::MockTransport;
use serde_json::{Map, Value, json};

use crate::calls::{base_url, operation, play, said_with_environment};
use crate::compare::{differences, json as compare};
use crate::data::behaviour;
use crate::decisions::{assert_decided, decisions};
use crate::outcome::Outcome;
use crate::script::{replies, wait};

/// What differs in a row.
async fn row_differences(row: &Value) -> Vec<String> {
    if let Some(said) = said_with_environment(row) {
        let token = row["requests"][0]["headers"]["authorization"].as_str().unwrap();
        return if said.contains(token) { Vec::new() } else { vec![said] };
    }
    let mock = MockTransport::new();
    mock.on(operation(row)).optional().sequence(replies(row, operation(row)));
    let Some(outcome) = play(row, &mock).await else {
        return vec!["no such call".to_owned()];
    };
    let mut found = Vec::new();
    requests(row, &mock, &mut found);
    waits(row, &mock, &mut found);
    let (result, error) = expected(row);
    let no_times = BTreeSet::new();
    compare(&error, &outcome.error, "error", &no_times, &mut found);
    compare(&result, &shaped(outcome, &row["result"]), "result", &no_times, &mut found);
    found
}

fn requests(row: &Value, mock: &MockTransport, found: &mut Vec<String>) {
    let (recorded, seen) = (row["requests"].as_array().unwrap(), mock.seen());
    if recorded.len() != seen.len() {
        found.push(format!("requests: {}, and not {}", recorded.len(), seen.len()));
    }
    let times = BTreeSet::from(["/query/created_at[gte]".to_owned()]);
    for (number, (recorded, seen)) in recorded.iter().zip(&seen).enumerate() {
        let lines = differences(recorded, seen, &base_url(row), &times);
        found.extend(lines.into_iter().map(|line| format!("request {number}: {line}")));
    }
}

/// The waits between the requests that were really made.
fn waits(row: &Value, mock: &MockTransport, found: &mut Vec<String>) {
    let (pauses, seen) = (mock.clock().pauses(), mock.seen());
    let is_resumed = row["kind"] == "resume";
    let again = seen.iter().skip(1).filter(|seen| is_resumed || seen.attempt() > 1).count();
    assert_eq!(pauses.len(), again, "{row}");
    // The first page of this row comes without a wait.
    let first = usize::from(row["name"] == "503 on page 2 is retried");
    for (index, pause) in pauses.into_iter().enumerate() {
        let wait = wait(row, first + index);
        if !wait.contains(&pause) {
            found.push(format!("wait {index}: {wait:?}, and not {pause:?}"));
        }
    }
}

/// What was recorded of the result, and of the error behind it.
fn expected(row: &Value) -> (Value, Value) {
    let mut result = row["result"].clone();
    let behind = result.as_object_mut().and_then(|result| result.remove("error"));
    if let Some(events) = result.get_mut("events").and_then(Value::as_array_mut) {
        for event in events {
            without_empty(event);
        }
    }
    if result.get("events").is_some() || result.get("ids").is_some() {
        without_empty(&mut result);
    }
    (result, error(row, &row.get("error").cloned().or(behind).unwrap_or_default()))
}

/// No cursor and an empty one are the same.
fn without_empty(of: &mut Value) {
    let id = of["last_event_id"].take();
    of["last_event_id"] = if id == "" { Value::Null } else { id };
}

/// An error in the words of [`Outcome`].
fn error(row: &Value, recorded: &Value) -> Value {
    let Some(class) = recorded["class"].as_str() else { return Value::Null };
    let is = match class {
        "ValueError" => "refused",
        "TypeError" if row["kind"] == "client" => "refused",
        "APIConnectionError" => "connection",
        "APITimeoutError" => "timeout",
        "APIResponseValidationError" => "decode",
        "APIError" => "event",
        "RuntimeError" | "AttributeError" | "TypeError" => class,
        _ => "status",
    };
    let mut error: Map<String, Value> = recorded.as_object().unwrap().clone();
    error.remove("class");
    error.insert("is".to_owned(), is.into());
    Value::Object(error)
}

/// A result, as far as the recording has it.
fn shaped(outcome: Outcome, recorded: &Value) -> Value {
    let result = outcome.result;
    let ids = |result: &Value| -> Vec<Value> {
        let events = result["events"].as_array().into_iter().flatten();
        let id =
            |event: &Value| event["value"].get("id").unwrap_or(&event["last_event_id"]).clone();
        events.map(id).collect()
    };
    match recorded {
        // An object stands for its id.
        Value::String(_) | Value::Null if result["id"].is_string() => result["id"].clone(),
        Value::Number(_) if result["data"].is_array() => {
            result["data"].as_array().unwrap().len().into()
        }
        Value::Object(recorded) if recorded.contains_key("ids") => {
            json!({"ids": ids(&result), "last_event_id": result["last_event_id"]})
        }
        Value::Array(items) if result["events"].is_array() => match items.first() {
            Some(Value::Number(_)) => {
                json!([result["events"][0]["value"]["t"].as_str().unwrap().len()])
            }
            _ => ids(&result).into(),
        },
        Value::Object(recorded) if result["id"].is_string() => {
            let said = recorded.keys().map(|key| (key.clone(), result[key].clone()));
            Value::Object(said.collect())
        }
        _ => result,
    }
}

#[tokio::test]
async fn every_call_comes_to_what_it_comes_to_in_the_sdk() {
    let mut found = BTreeSet::new();
    let rows = behaviour();
    for row in &rows {
        for difference in row_differences(row).await {
            found.insert(format!("{} | {difference}", row["name"].as_str().unwrap()));
        }
    }
    let decided = decisions(include_str!("behaviour.decisions"), |pattern| {
        let names = rows.iter().map(|row| row["name"].as_str().unwrap());
        names.filter(|name| pattern.split(" + ").any(|of| of == *name)).map(str::to_owned).collect()
    });
    assert_decided(&decided, &found);
}
