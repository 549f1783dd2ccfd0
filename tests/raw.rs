//! Calls of endpoints that the spec does not know, against the embedded service.

use std::time::Duration;

use callsheet::http::Method;
use callsheet::{ErrorKind, Json, Sent, TestClock};
use callsheet_service::{Fault, Service};
use qoder::{Failure, Qoder};
use serde_json::json;

mod common;

use common::CANARY;

fn pair() -> (Service, Qoder) {
    let service = Service::start_with_token(CANARY);
    let builder = Qoder::builder().base_url(service.base_url()).bearer(CANARY);
    let qoder = builder.clock(TestClock::new()).build().unwrap();
    (service, qoder)
}

#[tokio::test]
async fn a_session_by_hand_is_a_session() {
    let (service, qoder) = pair();
    let body = json!({
        "agent": "agent_019e390add9f7bac9b6cc806db46fcbd",
        "environment_id": "env_019e2590d33f711fabf42f2857cecd8a",
        "title": "By hand",
    });
    let call = qoder.request(Method::POST, "/sessions").query("a b", "c&d").header("X-A", "1");
    let created = call.json(body.clone()).send().await.unwrap();
    assert_eq!((created.status().as_u16(), created.attempts()), (201, 1));
    assert!(created.request_id().is_some());
    assert_eq!(created.value()["title"], "By hand");
    let id = created.value()["id"].as_str().unwrap();
    let seen = &service.requests()[0];
    assert_eq!((seen.method.as_str(), seen.path.as_str()), ("POST", "/api/v1/cloud/sessions"));
    assert_eq!(seen.query.as_deref(), Some("a%20b=c%26d"));
    assert_eq!(seen.header("x-a"), Some("1"));
    assert_eq!(seen.header("content-type"), Some("application/json"));
    assert_eq!(seen.header("authorization"), Some("Bearer pt-canary-7f3a"));
    assert_eq!(serde_json::from_slice::<Json>(&seen.body).unwrap(), body);

    let path = format!("/sessions/{id}");
    let bytes = qoder.request(Method::GET, &path).send_bytes().await.unwrap();
    let found: Json = serde_json::from_slice(bytes.value()).unwrap();
    assert_eq!(&found, created.value());
    let seen = &service.requests()[1];
    assert!(seen.body.is_empty() && seen.header("content-type").is_none());
    assert_eq!(qoder.sessions().retrieve(id).send().await.unwrap().id.as_str(), id);
}

#[tokio::test]
async fn errors_are_those_of_every_call() {
    let (service, qoder) = pair();
    let error = qoder.request(Method::GET, "/sessions/sess_0").send().await.unwrap_err();
    assert!(matches!(error.failure(), Some(Failure::NotFoundError(_))), "{error}");
    assert!(error.to_string().starts_with("request: 404 not_found_error: "), "{error}");

    service.next(Fault::HtmlOk);
    let error = qoder.request(Method::GET, "/sessions/x").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    service.next(Fault::HtmlOk);
    let page = qoder.request(Method::GET, "/sessions/x").send_bytes().await.unwrap();
    assert!(page.value().starts_with(b"<html>"));
    assert!(page.headers()["content-type"].to_str().unwrap().starts_with("text/html"));

    service.next(Fault::Answer(204, "text/plain", String::new()));
    let nothing = qoder.request(Method::DELETE, "/sessions/x").send().await.unwrap();
    assert_eq!(nothing.into_value(), Json::Null);
}

#[tokio::test]
async fn what_may_be_sent_again_is() {
    let (service, qoder) = pair();
    for (method, attempts) in [
        (Method::GET, 3),
        (Method::PUT, 3),
        (Method::DELETE, 3),
        (Method::POST, 1),
        (Method::PATCH, 1),
    ] {
        (0..attempts).for_each(|_| service.next(Fault::TextError(503)));
        let call = qoder.request(method.clone(), "/sessions/x");
        let error = call.send_bytes().await.unwrap_err();
        assert_eq!(
            (error.attempts(), error.status().unwrap().as_u16()),
            (attempts, 503),
            "{method}"
        );
    }
    service.next(Fault::TextError(503));
    let call = qoder.request(Method::GET, "/sessions/x").max_retries(0);
    assert_eq!(call.send().await.unwrap_err().attempts(), 1);
    let call = qoder.request(Method::GET, "/sessions/x").timeout(Duration::ZERO);
    assert_eq!(call.send().await.unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn a_path_leads_nowhere_else() {
    let (service, qoder) = pair();
    for path in [
        "",
        "sessions",
        "/a?b=c",
        "/a#b",
        "/../admin",
        "/a/./b",
        "/a b",
        "//x\u{e9}",
        "@evil.example/",
    ] {
        let error = qoder.request(Method::GET, path).send().await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Build, Sent::No), "{path}");
    }
    let brew = Method::from_bytes(b"BREW").unwrap();
    let error = qoder.request(brew, "/pot").send().await.unwrap_err();
    assert!(error.to_string().contains("`BREW`"), "{error}");
    assert!(service.requests().is_empty());
    let call = qoder.request(Method::POST, "/s3cret").json("s3cret").query("k", "s3cret");
    assert!(!format!("{call:?}").contains("s3cret"));
}

#[tokio::test]
async fn what_is_awaited_is_small_and_can_go_to_another_task() {
    let (_service, qoder) = pair();
    let json = qoder.request(Method::GET, "/sessions/x").send();
    let bytes = qoder.request(Method::GET, "/sessions/x").send_bytes();
    assert!(size_of_val(&json) <= 128 && size_of_val(&bytes) <= 64);
    drop(qoder);
    let json = tokio::spawn(json).await.unwrap().unwrap_err();
    let bytes = tokio::spawn(bytes).await.unwrap().unwrap_err();
    assert_eq!((json.code(), bytes.code()), (Some("not_found_error"), Some("not_found_error")));
}
