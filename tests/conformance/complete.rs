//! What the answers of the recording leave out, and the spec requires.

use serde_json::{Value, json};

/// An answer with all that is required of it, where it is an object.
pub fn complete(operation: &str, answer: &Value) -> Value {
    let Some((_, verb)) = operation.rsplit_once('.') else { return answer.clone() };
    match (verb, answer) {
        ("list", Value::Object(page)) => {
            let mut page = page.clone();
            if let Some(Value::Array(items)) = page.get_mut("data") {
                for item in items {
                    *item = filled(required(operation), item);
                }
            } else if !page.contains_key("data") {
                page.insert("data".to_owned(), json!([]));
            }
            Value::Object(page)
        }
        (_, Value::Object(_)) => filled(required(operation), answer),
        _ => answer.clone(),
    }
}

/// What is given, over what is required.
fn filled(mut required: Value, given: &Value) -> Value {
    if let (Value::Object(required), Value::Object(given)) = (&mut required, given) {
        required.extend(given.clone());
    }
    required
}

fn required(operation: &str) -> Value {
    let time = "2026-01-01T00:00:00Z";
    match operation {
        "agents.retrieve" | "agents.create" | "agents.update" | "agents.list" => json!({
            "type": "agent", "id": "agent_1", "name": "n", "description": "", "system": "",
            "model": "auto", "tools": [], "mcp_servers": [], "skills": [], "multiagent": null,
            "metadata": {}, "version": 1, "archived_at": null, "created_at": time,
            "updated_at": time,
        }),
        "sessions.list" => json!({
            "type": "session", "agent": {"id": "agent_1", "type": "agent"},
            "environment_id": "env_1", "status": "idle", "created_at": time, "updated_at": time,
        }),
        "deployments.list" => json!({
            "type": "deployment", "name": "n", "description": "",
            "agent": {"id": "agent_1", "type": "agent"}, "environment_id": "env_1",
            "initial_events": [], "metadata": {}, "status": "active", "paused_reason": null,
            "resources": [], "schedule": null, "vault_ids": [], "archived_at": null,
            "created_at": time, "updated_at": time,
        }),
        "deployments.runs.list" => {
            json!({"type": "deployment_run", "deployment_id": "dep_1", "created_at": time})
        }
        "models.list" => json!({"type": "model"}),
        "environments.create" => json!({
            "type": "environment", "name": "n", "description": null, "config": {"type": "cloud"},
            "metadata": {}, "archived_at": null, "created_at": time, "updated_at": time,
        }),
        "environments.delete" => json!({"type": "environment_deleted"}),
        "files.upload" => json!({
            "type": "file", "filename": "f", "mime_type": "text/plain", "size_bytes": 1,
            "created_at": time,
        }),
        "memory_stores.memories.update" => {
            json!({"type": "memory", "path": "p", "created_at": time, "updated_at": time})
        }
        "skills.create" => json!({"type": "skill", "created_at": time, "updated_at": time}),
        _ => json!({}),
    }
}
