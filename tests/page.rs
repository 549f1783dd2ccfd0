//! The page that this project starts from: its request and its response, to the letter.

use callsheet::Endpoint;
use qoder::Qoder;
use qoder::sessions::{Create, Session, SessionStatus};
use serde_json::{Value, json};

fn client() -> Qoder {
    Qoder::builder()
        .base_url("https://openapi.qoder.sh/api/v1/cloud")
        .bearer("pt-page")
        .build()
        .unwrap()
}

/// The page's curl command, by hand.
fn page_request() -> Value {
    json!({
        "agent": "agent_019e390add9f7bac9b6cc806db46fcbd",
        "environment_id": "env_019e2590d33f711fabf42f2857cecd8a",
        "title": "My session",
        "metadata": {"purpose": "customer-support"}
    })
}

/// The page's response, by hand.
fn page_response() -> Value {
    json!({
        "id": "sess_019e3bb1e8c171fd9abbb1477ffb84cc",
        "type": "session",
        "agent_id": "agent_019e390add9f7bac9b6cc806db46fcbd",
        "agent": {
            "id": "agent_019e390add9f7bac9b6cc806db46fcbd",
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
        "environment_id": "env_019e2590d33f711fabf42f2857cecd8a",
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

#[test]
fn the_request_is_the_pages_curl_command() {
    let request = client()
        .sessions()
        .create("agent_019e390add9f7bac9b6cc806db46fcbd", "env_019e2590d33f711fabf42f2857cecd8a")
        .title("My session")
        .metadata([("purpose", "customer-support")])
        .to_http()
        .unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://openapi.qoder.sh/api/v1/cloud/sessions");
    assert_eq!(request.headers()["authorization"], "Bearer pt-page");
    assert_eq!(request.headers()["content-type"], "application/json");
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(body, page_request());
}

#[test]
fn a_request_is_plain_data() {
    let mut request = Create::new("agent_1", "env_1");
    request.title = Some("My session".to_owned());
    assert_eq!(request, request.clone());
    assert_ne!(request, Create::new("agent_1", "env_1"));
    let http = request.to_http(&client()).unwrap();
    assert_eq!(
        serde_json::from_slice::<Value>(http.body()).unwrap(),
        json!({"agent": "agent_1", "environment_id": "env_1", "title": "My session"})
    );
}

#[test]
fn the_pages_response_decodes_and_nothing_is_lost() {
    let session: Session = serde_json::from_value(page_response()).unwrap();
    assert_eq!(session.id, "sess_019e3bb1e8c171fd9abbb1477ffb84cc");
    assert_eq!(session.status, SessionStatus::Idle);
    assert_eq!(session.title.as_deref(), Some("My session"));
    assert!(session.extra.is_empty(), "the spec lacks {:?}", session.extra);
    assert_eq!(serde_json::to_value(&session).unwrap(), page_response());
}

#[test]
fn what_the_spec_does_not_know_is_kept() {
    let mut page = page_response();
    page["status"] = json!("hibernating");
    page["flavor"] = json!({"of": ["the", 1.5, null]});
    page["agent"]["mood"] = json!("sunny");
    page["usage"]["cache_creation"]["ephemeral_9d_input_tokens"] = json!(3);
    let session: Session = serde_json::from_value(page.clone()).unwrap();
    assert_eq!(session.status, SessionStatus::Unknown("hibernating".to_owned()));
    assert_eq!(session.extra["flavor"], page["flavor"]);
    assert_eq!(serde_json::to_value(&session).unwrap(), page);
}

#[test]
fn every_broken_rule_is_reported_before_anything_is_sent() {
    let error = client()
        .sessions()
        .create("agnt_1", "environment_1")
        .delta_flush_interval_ms(20)
        .to_http()
        .unwrap_err();
    let said = error.to_string();
    for part in [
        "sessions.create",
        "agent",
        "agent_",
        "environment_id",
        "env_",
        "delta_flush_interval_ms",
        "50..=5000",
    ] {
        assert!(said.contains(part), "no `{part}` in: {said}");
    }
    let bypassed = client()
        .sessions()
        .create("agnt_1", "environment_1")
        .delta_flush_interval_ms(20)
        .unchecked()
        .to_http()
        .unwrap();
    let body: Value = serde_json::from_slice(bypassed.body()).unwrap();
    assert_eq!(body["delta_flush_interval_ms"], 20);
}
