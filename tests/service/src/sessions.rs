//! The sessions that the service keeps, and the rules of the page.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::{Map, Value, json};

use crate::{PREFIX, Seen};

/// The agent that exists.
const AGENT: &str = "agent_019e390add9f7bac9b6cc806db46fcbd";
/// The environment that exists.
const ENVIRONMENT: &str = "env_019e2590d33f711fabf42f2857cecd8a";
/// The id of the page's session: that of the first one here.
const FIRST_ID: u128 = 0x019e_3bb1_e8c1_71fd_9abb_b147_7ffb_84cc;

/// The sessions by id.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    sessions: BTreeMap<String, Value>,
    created: u128,
}

/// An error as the page has it: status, type and message.
struct Refusal(StatusCode, &'static str, String);

impl Sessions {
    /// Answers a request as the page says.
    pub(crate) fn answer(&mut self, seen: &Seen, token: &str, number: usize) -> Response {
        let request_id = format!("req_{number:032}");
        let result = authenticate(seen, token).and_then(|()| self.route(seen));
        let (status, body) = match result {
            Ok(answer) => answer,
            Err(Refusal(status, kind, message)) => {
                let error = json!({ "type": kind, "message": message });
                (status, json!({ "type": "error", "request_id": request_id, "error": error }))
            }
        };
        let mut response = Response::new(Body::from(body.to_string()));
        *response.status_mut() = status;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Ok(id) = HeaderValue::from_str(&request_id) {
            response.headers_mut().insert("x-request-id", id);
        }
        response
    }

    fn route(&mut self, seen: &Seen) -> Result<(StatusCode, Value), Refusal> {
        let path = seen.path.strip_prefix(PREFIX).unwrap_or_default();
        let id = path.strip_prefix("/sessions/").filter(|id| !id.contains('/'));
        match (seen.method.as_str(), path, id) {
            ("POST", "/sessions", _) => self.create(seen),
            ("GET", _, Some(id)) => {
                let session = self.sessions.get(id).ok_or_else(|| no_session(id))?;
                Ok((StatusCode::OK, session.clone()))
            }
            ("DELETE", _, Some(id)) => {
                self.sessions.remove(id).ok_or_else(|| no_session(id))?;
                Ok((StatusCode::OK, json!({ "id": id, "type": "session_deleted" })))
            }
            (method, "/sessions", _) | (method, _, Some(_)) => Err(Refusal(
                StatusCode::METHOD_NOT_ALLOWED,
                "invalid_request_error",
                format!("{method} is not allowed here"),
            )),
            _ => Err(Refusal(
                StatusCode::NOT_FOUND,
                "not_found_error",
                format!("there is no {path}"),
            )),
        }
    }

    fn create(&mut self, seen: &Seen) -> Result<(StatusCode, Value), Refusal> {
        if seen.header("content-type") != Some("application/json") {
            return Err(invalid("the content type is not application/json"));
        }
        let body: Map<String, Value> = serde_json::from_slice(&seen.body)
            .map_err(|error| invalid(format!("malformed body: {error}")))?;
        required_id(&body, "agent", "agent_", AGENT, "Agent")?;
        required_id(&body, "environment_id", "env_", ENVIRONMENT, "Environment")?;
        if let Some(interval) = body.get("delta_flush_interval_ms") {
            if !interval.as_u64().is_some_and(|interval| (50..=5000).contains(&interval)) {
                return Err(invalid("delta_flush_interval_ms must be between 50 and 5000"));
            }
        }
        let id = format!("sess_{:032x}", FIRST_ID + self.created);
        self.created += 1;
        let mut session = page_session();
        if let Some(session) = session.as_object_mut() {
            session.insert("id".to_owned(), json!(id));
            session.insert("title".to_owned(), json!(""));
            for key in ["title", "resources", "vault_ids", "memory_store_ids"] {
                if let Some(value) = body.get(key) {
                    session.insert(key.to_owned(), value.clone());
                }
            }
        }
        self.sessions.insert(id, session.clone());
        Ok((StatusCode::CREATED, session))
    }
}

fn authenticate(seen: &Seen, token: &str) -> Result<(), Refusal> {
    if seen.header("authorization") == Some(&format!("Bearer {token}")) {
        return Ok(());
    }
    let message = "the token is invalid or has expired".to_owned();
    Err(Refusal(StatusCode::UNAUTHORIZED, "authentication_error", message))
}

fn invalid(message: impl Into<String>) -> Refusal {
    Refusal(StatusCode::BAD_REQUEST, "invalid_request_error", message.into())
}

fn no_session(id: &str) -> Refusal {
    Refusal(StatusCode::NOT_FOUND, "not_found_error", format!("Session {id} does not exist"))
}

/// An id that has to be there, of the right shape, and that of something that exists.
fn required_id(
    body: &Map<String, Value>,
    key: &str,
    prefix: &str,
    existing: &str,
    what: &str,
) -> Result<(), Refusal> {
    let id = body
        .get(key)
        .and_then(Value::as_str)
        .ok_or_else(|| invalid(format!("Missing required field: {key}")))?;
    if !id.starts_with(prefix) {
        return Err(invalid(format!("{key} must start with {prefix}")));
    }
    if id != existing {
        let message = format!("{what} {id} does not exist");
        return Err(Refusal(StatusCode::NOT_FOUND, "not_found_error", message));
    }
    Ok(())
}

/// The session of the page's example response.
pub(crate) fn page_session() -> Value {
    json!({
        "id": "sess_019e3bb1e8c171fd9abbb1477ffb84cc",
        "type": "session",
        "agent_id": AGENT,
        "agent": {
            "id": AGENT,
            "type": "agent",
            "name": "test-agent-e2e",
            "description": "E2E test agent",
            "model": "ultimate",
            "instructions": "You are a test assistant.",
            "system": "You are a test assistant.",
            "tools": [],
            "mcp_servers": [],
            "default_environment": "",
            "version": 2,
            "created_at": "2026-05-18T03:04:33.952256Z",
            "updated_at": "2026-05-18T03:05:28.023697Z"
        },
        "environment_id": ENVIRONMENT,
        "title": "My session",
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
        "created_at": "2026-05-18T15:26:15.747298Z",
        "updated_at": "2026-05-18T15:26:15.747298Z"
    })
}
