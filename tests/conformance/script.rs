//! The answers of a recorded call, for a mock to say.

use std::ops::RangeInclusive;
use std::time::Duration;

use callsheet::testing::Reply;
use callsheet::transport::Phase;
use serde_json::{Value, json};

use crate::complete::complete;
use crate::data::bytes;

/// Where the links of the recording lead.
pub const SERVER: &str = "127.0.0.1:8080";

/// The answers of a row to calls of an operation, filled up to what the spec requires.
pub fn replies(row: &Value, operation: &str) -> Vec<Reply> {
    let answers = row["server"].as_array().unwrap();
    answers.iter().map(|answer| reply(answer, operation)).collect()
}

fn reply(answer: &Value, operation: &str) -> Reply {
    if answer["drop"] == "before" {
        return Reply::fail(Phase::Headers);
    }
    let status = answer["status"].as_u64().map_or(200, |status| u16::try_from(status).unwrap());
    let mut reply = Reply::status(status);
    let media = if answer["sse"].is_array() { "text/event-stream" } else { "application/json" };
    if answer["headers"].get("content-type").is_none() {
        reply = reply.header("content-type", answer["type"].as_str().unwrap_or(media));
    }
    for (name, value) in answer["headers"].as_object().into_iter().flatten() {
        let value = value.as_str().unwrap().replace("SERVER", SERVER);
        reply = if value.contains("{now + 2 s") {
            let reply = reply.header("date", "Sun, 06 Nov 1994 08:49:37 GMT");
            reply.header(name, "Sun, 06 Nov 1994 08:49:39 GMT")
        } else {
            reply.header(name, &value)
        };
    }
    reply = body(reply, answer, status, operation);
    if answer["drop"] == "mid" { reply.breaks_off() } else { reply }
}

fn body(mut reply: Reply, answer: &Value, status: u16, operation: &str) -> Reply {
    if let Some(pieces) = answer["sse"].as_array() {
        let mut delay = Duration::ZERO;
        for piece in pieces {
            match piece.as_f64() {
                Some(seconds) => delay = Duration::from_secs_f64(seconds),
                None => reply = reply.piece_after(std::mem::take(&mut delay), sse(piece)),
            }
        }
        return reply;
    }
    match (answer.get("json"), answer.get("bytes")) {
        // Half of it comes before the connection is cut.
        (Some(_), _) if answer["drop"] == "mid" => reply.body("{\"id\":"),
        (Some(json), _) => {
            let json = if status < 300 { complete(operation, json) } else { json.clone() };
            reply.body(json.to_string().replace("SERVER", SERVER))
        }
        (None, Some(Value::String(text))) => reply.body(text.clone()),
        (None, Some(of)) => reply.body(bytes(of)),
        (None, None) => reply,
    }
}

/// A piece of an event stream. Events get what the rows leave out.
fn sse(piece: &Value) -> Vec<u8> {
    if let Some(text) = piece.as_str() {
        let message = r#"{"type":"agent.message""#;
        let idle = r#"{"type":"session.status_idle","#;
        let text = text.replace(&format!("{message}}}"), &format!(r#"{message},"content":[]}}"#));
        return text
            .replace(idle, &format!(r#"{idle}"stop_reason":{{"type":"end_turn"}},"#))
            .into_bytes();
    }
    if let (Some(times), Some(text)) = (piece["times"].as_u64(), piece["repeat"].as_str()) {
        let long = text.repeat(usize::try_from(times).unwrap());
        let end = |key: &str| piece[key].as_str().unwrap_or_default();
        return format!("{}{long}{}", end("before"), end("after")).into_bytes();
    }
    bytes(piece)
}

/// How long the client waits after the answer with this number: as long as the server asks, or else a
/// random part of half a second, doubled each time, up to 8 s. The SDK waits for at least three
/// quarters of that. Before a stream is resumed it is at least the half, up to 10 s.
pub fn wait(row: &Value, number: usize) -> RangeInclusive<Duration> {
    let answers = &row["server"].as_array().unwrap()[..=number];
    let is_open = answers.iter().any(|answer| answer["sse"].is_array());
    let asked = asked(&answers[number]["headers"]).map(Duration::from_secs_f64);
    if row["kind"] != "resume" || !is_open {
        let longest = Duration::from_millis((500 << number).min(8000));
        return asked.map_or(Duration::ZERO..=longest, |asked| asked..=asked);
    }
    let has_events = |answer: &Value| answer["sse"].to_string().contains("data: {");
    let of_no_use = answers.iter().rev().take_while(|answer| !has_events(answer)).count();
    let connections = if of_no_use == answers.len() { of_no_use - 1 } else { of_no_use };
    let longest = Duration::from_millis((500 << connections).min(10_000));
    (longest / 2).max(asked.unwrap_or_default())..=longest
}

/// How many seconds the SDK waits because the server asks for it.
fn asked(headers: &Value) -> Option<f64> {
    let text = |name: &str| headers[name].as_str();
    let number = |name: &str| text(name)?.parse::<f64>().ok();
    let seconds = match (number("retry-after-ms"), text("retry-after")) {
        (Some(milliseconds), _) => Some(milliseconds / 1000.0),
        (None, Some(text)) if text.contains("now + 2 s") => Some(2.0),
        (None, _) => number("retry-after"),
    };
    seconds.filter(|seconds| *seconds > 0.0)
}

#[test]
fn waits_are_those_that_were_measured() {
    let row = |headers: Value| json!({"server": [{"headers": headers}]});
    let exactly = |milliseconds| {
        let wait = Duration::from_millis(milliseconds);
        wait..=wait
    };
    assert_eq!(wait(&row(json!({"retry-after-ms": "20"})), 0), exactly(20));
    assert_eq!(wait(&row(json!({"retry-after": "0.2"})), 0), exactly(200));
    let hidden = row(json!({"retry-after-ms": "-1", "retry-after": "5"}));
    assert_eq!(wait(&hidden, 0), Duration::ZERO..=Duration::from_millis(500));
    for row in &crate::data::behaviour() {
        let (call, all) = (row["call"].as_str().unwrap(), row.to_string());
        // Those have requests of another kind between them, or retries inside of a connection.
        let is_other = ["download", "on open"].iter().any(|text| all.contains(text));
        let gaps = row["gaps_ms"].as_array().into_iter().flatten().enumerate();
        for (number, gap) in gaps.filter(|_| !is_other) {
            let gap = Duration::from_millis(gap.as_u64().unwrap());
            let (least, most) = wait(row, number).into_inner();
            // A date has whole seconds, and a request takes its time.
            let least = if all.contains("now + 2 s") { least / 2 } else { least };
            let most = most + Duration::from_millis(25);
            assert!(least <= gap && gap <= most, "{call}: {gap:?} of {least:?}..={most:?}");
        }
    }
}
