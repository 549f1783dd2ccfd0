//! The sessions that the service keeps, and the rules of the page.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::{Map, Value, json};

use crate::{MAX_BODY, PREFIX, Seen};

/// The agent that exists.
const AGENT: &str = "agent_019e390add9f7bac9b6cc806db46fcbd";
/// The environment that exists.
const ENVIRONMENT: &str = "env_019e2590d33f711fabf42f2857cecd8a";
/// The id of the page's session: that of the first one here.
const FIRST_ID: u128 = 0x019e_3bb1_e8c1_71fd_9abb_b147_7ffb_84cc;

/// The sessions by id.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    by_id: BTreeMap<String, Value>,
    created: u128,
    /// What was answered to each key, and to which body.
    keys: BTreeMap<String, (Vec<u8>, StatusCode, Value)>,
}

/// An error as the page has it: status, type and message.
struct Refusal(StatusCode, &'static str, String);

impl Sessions {
    /// Answers a request as the page says.
    pub(crate) fn answer(&mut self, seen: &Seen, token: &str, number: usize) -> Response {
        // An id that the client chose is repeated.
        let chosen = seen.header("x-request-id").map(str::to_owned);
        let request_id = chosen.unwrap_or_else(|| format!("req_{number:032}"));
        let result = authenticate(seen, token).and_then(|()| self.route_once(seen));
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

    /// Carries out a request with an idempotency key once, and answers it as often as it comes.
    fn route_once(&mut self, seen: &Seen) -> Result<(StatusCode, Value), Refusal> {
        let Some(key) = seen.header("idempotency-key") else {
            return self.route(seen);
        };
        if let Some((body, status, answer)) = self.keys.get(key) {
            let same = *body == seen.body;
            return if same { Ok((*status, answer.clone())) } else { Err(conflict(key)) };
        }
        let (status, answer) = self.route(seen)?;
        self.keys.insert(key.to_owned(), (seen.body.clone(), status, answer.clone()));
        Ok((status, answer))
    }

    fn route(&mut self, seen: &Seen) -> Result<(StatusCode, Value), Refusal> {
        let path = seen.path.strip_prefix(PREFIX).unwrap_or_default();
        let id = path.strip_prefix("/sessions/").filter(|id| !id.contains('/'));
        match (seen.method.as_str(), path, id) {
            ("POST", "/sessions", _) => self.create(seen),
            ("GET", _, Some(id)) => {
                let session = self.by_id.get(id).ok_or_else(|| no_session(id))?;
                Ok((StatusCode::OK, session.clone()))
            }
            ("DELETE", _, Some(id)) => {
                self.by_id.remove(id).ok_or_else(|| no_session(id))?;
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
        let body = read_object(seen)?;
        let agent = id(&body, "agent", "agent_")?;
        let environment = id(&body, "environment_id", "env_")?;
        check(&body, "title", "a string", Value::is_string)?;
        check(&body, "metadata", "an object", Value::is_object)?;
        check(&body, "delta_flush_interval_ms", "an integer between 50 and 5000", |value| {
            value.as_u64().is_some_and(|interval| (50..=5000).contains(&interval))
        })?;
        check(&body, "memory_store_ids", "a list of ids", |value| {
            is_list(value, Value::is_string)
        })?;
        check(&body, "resources", "a list of objects", |value| is_list(value, Value::is_object))?;
        check(&body, "vault_ids", "a list of ids", |value| is_list(value, Value::is_string))?;
        exists("Agent", agent, AGENT)?;
        exists("Environment", environment, ENVIRONMENT)?;
        let id = format!("sess_{:032x}", FIRST_ID + self.created);
        self.created += 1;
        let mut session = page_session();
        if let Some(session) = session.as_object_mut() {
            session.insert("id".to_owned(), json!(id));
            session.insert("title".to_owned(), json!(""));
            for key in ["title", "resources", "vault_ids", "memory_store_ids"] {
                if let Some(value) = body.get(key).filter(|value| !value.is_null()) {
                    session.insert(key.to_owned(), value.clone());
                }
            }
        }
        self.by_id.insert(id, session.clone());
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

fn conflict(key: &str) -> Refusal {
    let message = format!("Idempotency key {key} came with another body before");
    Refusal(StatusCode::CONFLICT, "conflict_error", message)
}

fn no_session(id: &str) -> Refusal {
    Refusal(StatusCode::NOT_FOUND, "not_found_error", format!("Session {id} does not exist"))
}

/// The body, which has to say that it is JSON and to be an object.
fn read_object(seen: &Seen) -> Result<Map<String, Value>, Refusal> {
    let content_type = seen.header("content-type").unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default().trim();
    if !media_type.eq_ignore_ascii_case("application/json") {
        return Err(invalid("the content type is not application/json"));
    }
    if seen.body.len() > MAX_BODY {
        return Err(invalid("the body is larger than 4 MB"));
    }
    serde_json::from_slice(&seen.body).map_err(|error| invalid(format!("malformed body: {error}")))
}

/// An id that has to be there, of the right shape.
fn id<'a>(body: &'a Map<String, Value>, key: &str, prefix: &str) -> Result<&'a str, Refusal> {
    match body.get(key) {
        None | Some(Value::Null) => Err(invalid(format!("Missing required field: {key}"))),
        Some(Value::String(id)) if id.starts_with(prefix) => Ok(id),
        Some(_) => Err(invalid(format!("{key} must be an id that starts with {prefix}"))),
    }
}

/// A field that may be absent or null, and else has to fit.
fn check(
    body: &Map<String, Value>,
    key: &str,
    expected: &str,
    fits: impl FnOnce(&Value) -> bool,
) -> Result<(), Refusal> {
    match body.get(key) {
        None | Some(Value::Null) => Ok(()),
        Some(value) if fits(value) => Ok(()),
        Some(_) => Err(invalid(format!("{key} must be {expected}"))),
    }
}

fn is_list(value: &Value, fits: impl Fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|values| values.iter().all(fits))
}

/// Whether an id is that of the one thing that exists.
fn exists(what: &str, id: &str, existing: &str) -> Result<(), Refusal> {
    if id == existing {
        return Ok(());
    }
    let message = format!("{what} {id} does not exist");
    Err(Refusal(StatusCode::NOT_FOUND, "not_found_error", message))
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
