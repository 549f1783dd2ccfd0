//! Agents and their versions.

use serde_json::{Value, json};

use crate::call::{Call, check, is_list, required, take, text};
use crate::reply::{Outcome, Refusal, Reply};
use crate::shelf::list;
use crate::world::{NOW, Route, World, without};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", "/agents", create),
    ("GET", "/agents", |world, call| list(call, world.agents.iter().rev())),
    ("GET", "/agents/*", |world, call| Reply::ok(world.agents.get(call.id(0))?.clone())),
    ("POST", "/agents/*", update),
    ("POST", "/agents/*/archive", |world, call| world.agents.archive(call.id(0))),
];

/// What a caller decides.
const SETTINGS: [&str; 9] = [
    "name",
    "description",
    "model",
    "system",
    "tools",
    "mcp_servers",
    "skills",
    "multiagent",
    "metadata",
];

/// The agent that exists from the start: that of the page.
pub(crate) fn first() -> Value {
    json!({
        "id": "agent_019e390add9f7bac9b6cc806db46fcbd",
        "type": "agent",
        "name": "test-agent-e2e",
        "description": "E2E test agent",
        "model": "ultimate",
        "system": "You are a test assistant.",
        "tools": [],
        "mcp_servers": [],
        "skills": [],
        "multiagent": null,
        "metadata": {},
        "version": 2,
        "archived_at": null,
        "created_at": "2026-05-18T03:04:33.952256Z",
        "updated_at": "2026-05-18T03:05:28.023697Z"
    })
}

/// An agent as a session keeps it.
pub(crate) fn snapshot(agent: &Value) -> Value {
    let mut agent = without(agent, &["skills", "multiagent", "metadata", "archived_at"]);
    agent["instructions"] = agent["system"].clone();
    agent["default_environment"] = json!("");
    agent
}

fn create(world: &mut World, call: &Call<'_>) -> Outcome {
    let body = call.object()?;
    text(&body, "name")?;
    required(&body, "model")?;
    check(&body, "tools", "a list of objects", |value| is_list(value, Value::is_object))?;
    let mut agent = first();
    agent["id"] = json!(world.agents.new_id());
    agent["description"] = json!("");
    agent["system"] = json!("");
    agent["version"] = json!(1);
    agent["created_at"] = json!(NOW);
    agent["updated_at"] = json!(NOW);
    if let Some(agent) = agent.as_object_mut() {
        take(&body, &SETTINGS, agent);
    }
    world.agents.add(agent.clone());
    Reply::created(agent)
}

fn update(world: &mut World, call: &Call<'_>) -> Outcome {
    let body = call.object()?;
    let agent = world.agents.get_mut(call.id(0))?;
    let version = agent.get("version").and_then(Value::as_u64).unwrap_or(1);
    if body.get("version").and_then(Value::as_u64).is_some_and(|said| said != version) {
        return Err(Refusal::conflict(format!("the latest version is {version}")));
    }
    take(&body, &SETTINGS, agent);
    agent.insert("version".to_owned(), json!(version + 1));
    Reply::ok(Value::Object(agent.clone()))
}
