//! What an agent does when it is told something: it repeats it, with all the events around that.

use serde_json::{Value, json};

use crate::events::{deliver, happen, happen_in_part, new_id};
use crate::world::World;

/// Takes the agent's turn after this message.
pub(crate) fn take(world: &mut World, session: &str, message: &Value) {
    let said: Vec<&str> = message["content"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|block| block["text"].as_str())
        .collect();
    let answer = format!("You said: {}", said.join(" "));
    happen(world, session, json!({ "type": "session.status_running" }));
    let start = happen(world, session, json!({ "type": "span.model_request_start" }));
    happen(world, session, json!({ "type": "agent.thinking" }));
    if has_tools(world, session) {
        write_file(world, session, &answer);
    }
    say(world, session, &answer);
    let (input, output) = (words(&said.join(" ")), words(&answer));
    let usage = json!({
        "credits": 0.5,
        "input_tokens": input,
        "output_tokens": output,
        "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": 0
    });
    happen(
        world,
        session,
        json!({
            "type": "span.model_request_end",
            "is_error": false,
            "model_request_start_id": start["id"],
            "model_usage": usage
        }),
    );
    happen(
        world,
        session,
        json!({
            "type": "session.usage",
            "model_credits": 0.5,
            "sandbox_runtime_credits": 0.0,
            "total_credits": 0.5
        }),
    );
    let stop = json!({ "type": "end_turn" });
    happen(world, session, json!({ "type": "session.status_idle", "stop_reason": stop }));
}

/// Whether the agent of a session has the tools of the service.
fn has_tools(world: &World, session: &str) -> bool {
    let session = world.sessions.get(session);
    let tools = session.ok().and_then(|session| session["agent"]["tools"].as_array());
    tools.into_iter().flatten().any(|tool| tool["type"] == "agent_toolset_20260401")
}

/// Uses a tool, and delivers what comes of it.
fn write_file(world: &mut World, session: &str, answer: &str) {
    let input = json!({ "file_path": "/mnt/session/outputs/answer.md", "content": answer });
    let used = happen(
        world,
        session,
        json!({
            "type": "agent.tool_use",
            "name": "write",
            "input": input,
            "evaluated_permission": "allow"
        }),
    );
    happen(
        world,
        session,
        json!({
            "type": "agent.tool_result",
            "tool_use_id": used["id"],
            "content": [{ "type": "text", "text": "written" }],
            "is_error": false
        }),
    );
    deliver(world, session, "answer.md", answer);
}

/// Says something: first in pieces, for those who want them, and then as a whole.
fn say(world: &mut World, session: &str, answer: &str) {
    const KIND: &str = "agent.message";
    let id = new_id(world);
    let start = json!({ "type": "event_start", "event": { "type": KIND, "id": id } });
    happen_in_part(world, session, KIND, start);
    for piece in answer.split_inclusive(' ') {
        let content = json!({ "type": "text", "text": piece });
        let delta = json!({ "type": "content_delta", "index": 0, "content": content });
        let piece = json!({ "type": "event_delta", "event_id": id, "delta": delta });
        happen_in_part(world, session, KIND, piece);
    }
    let content = json!([{ "type": "text", "text": answer }]);
    happen(world, session, json!({ "type": KIND, "id": id, "content": content }));
}

/// How many words a text has, which is what a token is here.
fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
