//! What happens in sessions: what is sent to them, what the agent does then, and the history.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::call::{Call, required};
use crate::reply::{Outcome, Refusal, Reply};
use crate::shelf::list;
use crate::world::{NOW, Route, World};
use crate::{files, turn};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", "/sessions/*/events", send),
    ("GET", "/sessions/*/events", history),
    ("GET", "/sessions/*/events/stream", stream),
];

/// What can be sent.
const SENT: [&str; 7] = [
    "user.message",
    "user.interrupt",
    "user.tool_confirmation",
    "user.custom_tool_result",
    "user.tool_result",
    "user.define_outcome",
    "system.message",
];

/// Something that has happened.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) value: Value,
    /// For a piece of an event: the type of that event. Pieces are in streams only, and only in
    /// those that want them.
    pub(crate) piece_of: Option<&'static str>,
}

/// Notes that something has happened, which gets an id, and is given back as it is kept.
pub(crate) fn happen(world: &mut World, session: &str, mut value: Value) -> Value {
    if value["id"].is_null() {
        value["id"] = json!(new_id(world));
    }
    value["processed_at"] = json!(NOW);
    let log = world.events.entry(session.to_owned()).or_default();
    log.push(Event { value: value.clone(), piece_of: None });
    value
}

/// Notes a piece of an event of this type.
pub(crate) fn happen_in_part(
    world: &mut World,
    session: &str,
    piece_of: &'static str,
    value: Value,
) {
    let log = world.events.entry(session.to_owned()).or_default();
    log.push(Event { value, piece_of: Some(piece_of) });
}

/// An id that no event has had.
pub(crate) fn new_id(world: &mut World) -> String {
    world.happened += 1;
    format!("evt_{:032x}", world.happened)
}

fn send(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    let session = world.sessions.get(id)?;
    if session.get("archived_at").is_some_and(|at| !at.is_null()) {
        return Err(Refusal::conflict(format!("session {id} is archived")));
    }
    let body = call.object()?;
    let events = required(&body, "events")?.as_array().filter(|events| !events.is_empty());
    let events = events.ok_or_else(|| Refusal::invalid("events must be a list of events"))?;
    events.iter().try_for_each(check_event)?;
    let mut echoes = Vec::new();
    for event in events {
        let echo = happen(world, id, event.clone());
        if echo["type"] == "user.message" {
            turn::take(world, id, &echo);
        }
        echoes.push(echo);
    }
    Ok(Reply::Json(StatusCode::ACCEPTED, json!({ "data": echoes })))
}

fn check_event(event: &Value) -> Result<(), Refusal> {
    let kind = event["type"].as_str().unwrap_or_default();
    if !SENT.contains(&kind) {
        return Err(Refusal::invalid(format!("`{kind}` is no type of event that can be sent")));
    }
    let has_content = event["content"].as_array().is_some_and(|blocks| !blocks.is_empty());
    if kind.ends_with(".message") && !has_content {
        return Err(Refusal::invalid("content must be a list of blocks"));
    }
    Ok(())
}

fn history(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    world.sessions.get(id)?;
    let types = call.queries("types[]");
    let events = world.events.get(id).map(Vec::as_slice).unwrap_or_default().iter();
    let events = events.filter(|event| event.piece_of.is_none()).map(|event| &event.value);
    let is_wanted =
        |event: &&Value| types.is_empty() || types.iter().any(|kind| event["type"] == **kind);
    match call.query("order").as_deref() {
        Some("desc") => list(call, events.filter(is_wanted).rev()),
        _ => list(call, events.filter(is_wanted)),
    }
}

/// A stream starts with what comes next, or behind the event that the client knows.
fn stream(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    world.sessions.get(id)?;
    let log = world.events.get(id).map(Vec::as_slice).unwrap_or_default();
    let from = match call.seen.header("last-event-id").filter(|id| !id.is_empty()) {
        None => log.len(),
        Some(last) => {
            let known = log.iter().rposition(|event| event.value["id"] == last);
            known.ok_or_else(|| Refusal::conflict(format!("there is no event {last}")))? + 1
        }
    };
    let deltas = call.queries("event_deltas[]");
    Ok(Reply::Events { session: id.to_owned(), from, deltas })
}

/// Delivers a file that the agent has made.
pub(crate) fn deliver(world: &mut World, session: &str, name: &str, content: &str) {
    let scope = json!({ "type": "session", "id": session });
    let file = files::keep(world, name, "text/markdown", content.as_bytes(), &scope);
    happen(
        world,
        session,
        json!({
            "type": "agent.artifact_delivered",
            "file_id": file["id"],
            "original_filename": name,
            "size": content.len(),
            "content_type": "text/markdown"
        }),
    );
}
