//! Sessions, by the rules of the page.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use crate::call::{Call, check, id, is_list, required, take};
use crate::reply::{Outcome, Refusal, Reply};
use crate::shelf::list;
use crate::world::{NOW, Route, World};
use crate::{agents, environments, events};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", "/sessions", create),
    ("GET", "/sessions", list_sessions),
    ("GET", "/sessions/*", |world, call| Reply::ok(world.sessions.get(call.id(0))?.clone())),
    ("POST", "/sessions/*", update),
    ("DELETE", "/sessions/*", delete),
    ("POST", "/sessions/*/archive", |world, call| world.sessions.archive(call.id(0))),
    ("POST", "/sessions/*/cancel", cancel),
];

fn create(world: &mut World, call: &Call<'_>) -> Outcome {
    let body = call.object()?;
    let agent_id = agent_id(&body)?;
    let environment_id = id(&body, "environment_id", "env_")?;
    check(&body, "title", "a string", Value::is_string)?;
    check(&body, "metadata", "an object", Value::is_object)?;
    check(&body, "delta_flush_interval_ms", "an integer between 50 and 5000", |value| {
        value.as_u64().is_some_and(|interval| (50..=5000).contains(&interval))
    })?;
    check(&body, "memory_store_ids", "a list of ids", |value| is_list(value, Value::is_string))?;
    check(&body, "resources", "a list of objects", |value| is_list(value, Value::is_object))?;
    check(&body, "vault_ids", "a list of ids", |value| is_list(value, Value::is_string))?;
    let agent = world.agents.get(agent_id)?;
    world.environments.get(environment_id)?;
    let mut session = session(agent);
    let id = world.sessions.new_id();
    session["id"] = json!(id);
    session["environment_id"] = json!(environment_id);
    session["title"] = json!("");
    if let Some(session) = session.as_object_mut() {
        let mut given = body.clone();
        given.retain(|_, value| !value.is_null());
        take(&given, &["title", "vault_ids", "memory_store_ids"], session);
        session.insert("resources".to_owned(), resources(body.get("resources")));
    }
    world.sessions.add(session.clone());
    world.events.insert(id, Vec::new());
    Reply::created(session)
}

/// The id of the agent, which may be an object that has it.
fn agent_id(body: &Map<String, Value>) -> Result<&str, Refusal> {
    match required(body, "agent")? {
        Value::Object(agent) => id(agent, "id", "agent_"),
        _ => id(body, "agent", "agent_"),
    }
}

/// What a session has at hand: what was asked for, with ids and without secrets.
fn resources(asked: Option<&Value>) -> Value {
    let asked = asked.and_then(Value::as_array).into_iter().flatten().zip(1..);
    let resources = asked.map(|(asked, number)| {
        let mut resource = crate::world::without(asked, &["password", "authorization_token"]);
        resource["id"] = json!(format!("sesr_{number:032x}"));
        resource["created_at"] = json!(NOW);
        resource["updated_at"] = json!(NOW);
        resource
    });
    resources.collect()
}

fn list_sessions(world: &mut World, call: &Call<'_>) -> Outcome {
    let agent = call.query("agent_id");
    let statuses = call.queries("statuses[]");
    let is_wanted = |session: &&Value| {
        agent.as_ref().is_none_or(|agent| session["agent"]["id"] == **agent)
            && (statuses.is_empty() || statuses.iter().any(|status| session["status"] == **status))
    };
    let sessions = world.sessions.iter().filter(is_wanted);
    match call.query("order").as_deref() {
        Some("asc") => list(call, sessions),
        _ => list(call, sessions.rev()),
    }
}

fn update(world: &mut World, call: &Call<'_>) -> Outcome {
    let session = world.sessions.get_mut(call.id(0))?;
    let body = call.object()?;
    take(&body, &["title", "metadata", "budget", "vault_ids"], session);
    Reply::ok(Value::Object(session.clone()))
}

/// Deletes a session. Who listens to it is told.
fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    world.sessions.remove(id)?;
    events::happen(world, id, json!({ "type": "session.deleted" }));
    Reply::deleted(id, "session_deleted")
}

fn cancel(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = call.id(0);
    world.sessions.get(id)?;
    let answer = json!({ "id": id, "type": "session", "status": "canceling" });
    Ok(Reply::Json(StatusCode::ACCEPTED, answer))
}

/// The session of the page's example response.
pub(crate) fn page_session() -> Value {
    let mut session = session(&agents::first());
    session["id"] = json!("sess_019e3bb1e8c171fd9abbb1477ffb84cc");
    session["environment_id"] = environments::first()["id"].clone();
    session["title"] = json!("My session");
    session
}

/// A session of an agent, as the page shows one.
fn session(agent: &Value) -> Value {
    json!({
        "type": "session",
        "agent_id": agent["id"],
        "agent": agents::snapshot(agent),
        "status": "idle",
        "resources": [],
        "vault_ids": [],
        "memory_store_ids": [],
        "usage": {
            "input_tokens": 0,
            "output_tokens": 0,
            "cache_read_input_tokens": 0,
            "cache_creation": {
                "ephemeral_5m_input_tokens": 0,
                "ephemeral_1h_input_tokens": 0
            }
        },
        "created_at": NOW,
        "updated_at": NOW
    })
}
