//! The service as a client sees it, through a socket and nothing else.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use callsheet_service::{Fault, Service};
use serde_json::{Value, json};

const AGENT: &str = "agent_019e390add9f7bac9b6cc806db46fcbd";
const ENVIRONMENT: &str = "env_019e2590d33f711fabf42f2857cecd8a";
const FIRST_SESSION: &str = "sess_019e3bb1e8c171fd9abbb1477ffb84cc";
const SECOND_SESSION: &str = "sess_019e3bb1e8c171fd9abbb1477ffb84cd";

/// An answer: its status, its head in lower case, and its body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

fn connect(service: &Service) -> TcpStream {
    let address = service.base_url();
    let address = address.strip_prefix("http://").unwrap().split('/').next().unwrap().to_owned();
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// Sends a request with exactly these headers beside those that frame it.
fn send(service: &Service, request: &str, headers: &str, body: &str) -> TcpStream {
    let mut stream = connect(service);
    let length = body.len();
    write!(
        stream,
        "{request} HTTP/1.1\r\nhost: test\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    )
    .unwrap();
    stream
}

fn receive(mut stream: TcpStream) -> Answer {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_lowercase(), body: body.to_owned() }
}

/// Sends a request as a well-behaved client does.
fn call(service: &Service, method: &str, path: &str, body: &str) -> Answer {
    let headers =
        format!("authorization: Bearer {}\r\ncontent-type: application/json\r\n", service.token());
    receive(send(service, &format!("{method} /api/v1/cloud{path}"), &headers, body))
}

fn create(service: &Service, body: &Value) -> Answer {
    call(service, "POST", "/sessions", &body.to_string())
}

/// Asserts an error in the documented envelope, whose request id is that of the header.
fn assert_error(answer: &Answer, status: u16, kind: &str) {
    let body = answer.json();
    assert_eq!((answer.status, &body["type"]), (status, &json!("error")), "{body}");
    assert_eq!(body["error"]["type"], kind, "{body}");
    assert!(body["error"]["message"].is_string(), "{body}");
    let request_id = body["request_id"].as_str().unwrap();
    assert!(answer.head.contains(&format!("x-request-id: {request_id}")), "{}", answer.head);
}

#[test]
fn the_pages_request_gets_the_pages_answer() {
    let service = Service::start();
    let request = json!({
        "agent": AGENT,
        "environment_id": ENVIRONMENT,
        "title": "My session",
        "metadata": {"purpose": "customer-support"}
    });
    let answer = create(&service, &request);
    let page = json!({
        "id": FIRST_SESSION,
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
            "cache_creation": {"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": 0}
        },
        "created_at": "2026-05-18T15:26:15.747298Z",
        "updated_at": "2026-05-18T15:26:15.747298Z"
    });
    assert_eq!((answer.status, answer.json()), (201, page));
    assert!(answer.head.contains("content-type: application/json"), "{}", answer.head);
}

#[test]
fn sessions_are_kept_until_they_are_deleted() {
    let service = Service::start();
    let request = json!({
        "agent": AGENT,
        "environment_id": ENVIRONMENT,
        "title": null,
        "delta_flush_interval_ms": 50,
        "memory_store_ids": ["memstore_1"],
        "resources": [{"type": "file", "file_id": "file_1"}],
        "vault_ids": ["vault_1", "vault_2"]
    });
    create(&service, &request);
    let created = create(&service, &request).json();
    assert_eq!((&created["id"], &created["title"]), (&json!(SECOND_SESSION), &json!("")));
    for field in ["memory_store_ids", "vault_ids"] {
        assert_eq!(created[field], request[field]);
    }
    assert_eq!(created["resources"][0]["file_id"], "file_1");
    assert!(created["resources"][0]["id"].as_str().unwrap().starts_with("sesr_"));
    let path = format!("/sessions/{SECOND_SESSION}");
    let retrieved = call(&service, "GET", &path, "");
    assert_eq!((retrieved.status, retrieved.json()), (200, created));
    let deleted = call(&service, "DELETE", &path, "");
    assert_eq!(deleted.status, 200);
    assert_eq!(deleted.json(), json!({"id": SECOND_SESSION, "type": "session_deleted"}));
    assert_error(&call(&service, "GET", &path, ""), 404, "not_found_error");
    assert_error(&call(&service, "DELETE", &path, ""), 404, "not_found_error");
    assert_eq!(call(&service, "GET", &format!("/sessions/{FIRST_SESSION}"), "").status, 200);
}

#[test]
fn bad_bodies_are_refused_and_create_nothing() {
    let service = Service::start();
    let good = json!({"agent": AGENT, "environment_id": ENVIRONMENT});
    for (field, value) in [
        ("agent", Value::Null),
        ("agent", json!("019e390add9f7bac9b6cc806db46fcbd")),
        ("environment_id", json!(1)),
        ("environment_id", json!("agent_1")),
        ("title", json!(5)),
        ("metadata", json!(["a"])),
        ("delta_flush_interval_ms", json!(49)),
        ("delta_flush_interval_ms", json!(5001)),
        ("delta_flush_interval_ms", json!("100")),
        ("memory_store_ids", json!([1])),
        ("resources", json!(["file_1"])),
        ("vault_ids", json!("vault_1")),
    ] {
        let mut bad = good.clone();
        bad[field] = value;
        let answer = create(&service, &bad);
        assert_error(&answer, 400, "invalid_request_error");
        let message = answer.json()["error"]["message"].to_string();
        assert!(message.contains(field), "no {field} in {message}");
    }
    for body in ["", "{", "[]", "{\"agent\": \"agent_1\"}"] {
        assert_error(&call(&service, "POST", "/sessions", body), 400, "invalid_request_error");
    }
    let large = json!({"title": "a".repeat(5 * 1024 * 1024)});
    assert_error(&create(&service, &large), 400, "invalid_request_error");
    assert_eq!(create(&service, &good).json()["id"], FIRST_SESSION);
}

#[test]
fn what_does_not_exist_is_not_found() {
    let service = Service::start();
    for (agent, environment) in [("agent_0", ENVIRONMENT), (AGENT, "env_0")] {
        let answer = create(&service, &json!({"agent": agent, "environment_id": environment}));
        assert_error(&answer, 404, "not_found_error");
    }
    for path in ["", "/", "/agentsx", "/sessions/", "/sessions/a/b", "/sessionsx"] {
        assert_error(&call(&service, "GET", path, ""), 404, "not_found_error");
    }
    for (method, path) in
        [("PUT", "/sessions"), ("PATCH", "/sessions/sess_1"), ("GET", "/sessions/sess_1/cancel")]
    {
        assert_error(&call(&service, method, path, ""), 405, "invalid_request_error");
    }
}

#[test]
fn only_the_token_opens() {
    let service = Service::start_with_token("pt-right");
    for authorization in ["", "authorization: pt-right\r\n", "authorization: Bearer pt-wrong\r\n"] {
        let answer =
            receive(send(&service, "GET /api/v1/cloud/sessions/sess_1", authorization, ""));
        assert_error(&answer, 401, "authentication_error");
    }
    assert_error(&call(&service, "GET", "/sessions/sess_1", ""), 404, "not_found_error");
}

#[test]
fn a_body_has_to_say_that_it_is_json() {
    let service = Service::start();
    let body = json!({"agent": AGENT, "environment_id": ENVIRONMENT}).to_string();
    for (content_type, status) in [
        ("", 400),
        ("content-type: text/plain\r\n", 400),
        ("content-type: application/json\r\n", 201),
        ("content-type: Application/JSON; charset=utf-8\r\n", 201),
    ] {
        let headers = format!("authorization: Bearer {}\r\n{content_type}", service.token());
        let answer = receive(send(&service, "POST /api/v1/cloud/sessions", &headers, &body));
        assert_eq!(answer.status, status, "{content_type}: {}", answer.body);
    }
}

#[test]
fn requests_are_remembered_as_they_came() {
    let service = Service::start();
    let headers = "X-Request-Id: mine\r\nX-Twice: a\r\nX-Twice: b\r\n";
    let answer = receive(send(&service, "PATCH /a%20b?c=d%26e&f", headers, "hello"));
    assert_eq!(answer.json()["request_id"], "mine");
    let requests = service.requests();
    let [seen] = requests.as_slice() else { panic!("{requests:?}") };
    assert_eq!((seen.method.as_str(), seen.path.as_str()), ("PATCH", "/a%20b"));
    assert_eq!(seen.query.as_deref(), Some("c=d%26e&f"));
    assert_eq!(seen.headers.iter().filter(|(name, _)| name == "x-twice").count(), 2);
    assert_eq!(seen.body, b"hello");
}

#[test]
fn faults_are_answered_in_turn_and_then_the_truth() {
    let service = Service::start();
    service.next(Fault::HtmlUnauthorized);
    service.next(Fault::TextError(500));
    service.next(Fault::HtmlOk);
    service.next(Fault::InvalidJson);
    service.next(Fault::WrongType);
    service.next(Fault::Redirect("http://127.0.0.1:1/elsewhere".into()));
    service.next(Fault::Answer(418, "text/plain", "tea".into()));
    let ask = || call(&service, "GET", "/sessions/sess_1", "");

    let html = ask();
    assert_eq!((html.status, html.body.starts_with('<')), (401, true));
    let text = ask();
    assert_eq!((text.status, text.body.starts_with('<')), (500, false));
    let page = ask();
    assert_eq!((page.status, page.head.contains("text/html")), (200, true));
    let invalid = ask();
    assert_eq!(invalid.status, 201);
    assert!(serde_json::from_str::<Value>(&invalid.body).is_err());
    let wrong = ask();
    assert!(wrong.json()["usage"]["input_tokens"].is_string());
    let redirect = ask();
    assert_eq!(redirect.status / 100, 3);
    assert!(redirect.head.contains("location: http://127.0.0.1:1/elsewhere"));
    let tea = ask();
    assert_eq!((tea.status, tea.body.as_str()), (418, "tea"));
    assert_error(&ask(), 404, "not_found_error");
    assert_eq!(service.requests().len(), 8);
}

#[test]
fn a_truncated_body_is_shorter_than_it_says() {
    let service = Service::start();
    service.next(Fault::TruncatedBody);
    let answer = call(&service, "GET", "/sessions/sess_1", "");
    let length = answer.head.split("content-length: ").nth(1).unwrap();
    let length: usize = length.lines().next().unwrap().parse().unwrap();
    assert!(!answer.body.is_empty() && answer.body.len() < length, "{}", answer.body);
}

#[test]
fn an_endless_body_goes_on_until_the_client_leaves() {
    let service = Service::start();
    service.next(Fault::EndlessBody);
    let mut stream = send(&service, "GET /", "", "");
    let mut read = vec![0; 8 * 1024 * 1024];
    stream.read_exact(&mut read).unwrap();
    assert!(
        String::from_utf8_lossy(&read[..1024])
            .to_lowercase()
            .contains("transfer-encoding: chunked")
    );
}

#[test]
fn dropping_the_service_cuts_a_call_that_hangs() {
    let service = Service::start();
    service.next(Fault::Hang);
    let mut hanging = send(&service, "GET /", "", "");
    // The service answers others meanwhile, and has then surely seen the first.
    while service.requests().is_empty() {
        std::thread::yield_now();
    }
    assert_error(&call(&service, "GET", "/sessions/sess_1", ""), 404, "not_found_error");
    drop(service);
    let mut rest = Vec::new();
    // Closed or reset: either way nothing came.
    let _ = hanging.read_to_end(&mut rest);
    assert!(rest.is_empty());
}
