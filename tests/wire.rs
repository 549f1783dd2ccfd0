//! The generated client over real sockets, against the embedded service.

use std::time::Duration;

use callsheet::{ErrorKind, Sent, StopReason, TestClock};
use callsheet_service::{Fault, Service};
use qoder::{Failure, Qoder};

mod common;

use common::{CANARY, assert_no_canary};

const AGENT: &str = "agent_019e390add9f7bac9b6cc806db46fcbd";
const ENVIRONMENT: &str = "env_019e2590d33f711fabf42f2857cecd8a";

/// A service and a client of it whose token is the canary.
fn pair() -> (Service, Qoder) {
    let service = Service::start_with_token(CANARY);
    let qoder = Qoder::builder().base_url(service.base_url()).bearer(CANARY).build().unwrap();
    (service, qoder)
}

/// The error of a session that is created while the service misbehaves.
async fn error_under(fault: Fault) -> qoder::Error {
    let (service, qoder) = pair();
    service.next(fault);
    let error = qoder
        .sessions()
        .create(AGENT, ENVIRONMENT)
        .timeout(Duration::from_secs(20))
        .max_retries(0)
        .send()
        .await
        .unwrap_err();
    assert_no_canary(&error);
    error
}

#[tokio::test]
async fn a_session_is_created_retrieved_and_deleted() {
    let (service, qoder) = pair();
    let created = qoder.sessions().create(AGENT, ENVIRONMENT).title("Hello").send().await.unwrap();
    assert_eq!(created.title.as_deref(), Some("Hello"));
    let found = qoder.sessions().retrieve(created.id.clone()).send_with_meta().await.unwrap();
    assert_eq!(found.status(), 200);
    assert!(found.request_id().is_some());
    assert_eq!(found.into_value(), created);
    let deleted = qoder.sessions().delete(created.id.clone()).send().await.unwrap();
    assert_eq!(deleted.id, created.id);
    let error = qoder.sessions().retrieve(created.id).send().await.unwrap_err();
    assert!(matches!(error.failure(), Some(Failure::NotFoundError(_))), "{error}");
    assert_no_canary(&error);
    assert_eq!(service.requests().len(), 4);
}

#[tokio::test]
async fn each_documented_error_is_its_variant() {
    let (service, qoder) = pair();
    let unknown_agent = qoder.sessions().create("agent_0", ENVIRONMENT).send().await.unwrap_err();
    assert!(matches!(unknown_agent.failure(), Some(Failure::NotFoundError(_))));
    assert_eq!(unknown_agent.status().unwrap(), 404);
    assert_eq!(unknown_agent.code(), Some("not_found_error"));
    assert!(unknown_agent.message().is_some());
    assert!(unknown_agent.request_id().is_some());

    let malformed =
        qoder.sessions().create("nonsense", ENVIRONMENT).unchecked().send().await.unwrap_err();
    let Some(Failure::InvalidRequestError(envelope)) = malformed.failure() else {
        panic!("{malformed}");
    };
    assert_eq!(envelope.error.r#type, "invalid_request_error");

    let stranger =
        Qoder::builder().base_url(service.base_url()).bearer("pt-other").build().unwrap();
    let refused = stranger.sessions().create(AGENT, ENVIRONMENT).send().await.unwrap_err();
    assert!(matches!(refused.failure(), Some(Failure::AuthenticationError(_))));
    for error in [unknown_agent, malformed, refused] {
        assert_eq!(error.kind(), ErrorKind::Api);
        assert_no_canary(&error);
    }
}

#[tokio::test]
async fn an_error_that_is_no_envelope_keeps_status_and_body() {
    let html = error_under(Fault::HtmlUnauthorized).await;
    assert_eq!((html.kind(), html.status().unwrap().as_u16()), (ErrorKind::Api, 401));
    assert!(html.failure().is_none());
    assert!(html.body().unwrap().starts_with(b"<"));
    let text = error_under(Fault::TextError(500)).await;
    assert_eq!((text.kind(), text.status().unwrap().as_u16()), (ErrorKind::Api, 500));
    assert!(!text.body().unwrap().is_empty());
}

#[tokio::test]
async fn a_success_that_is_no_session_is_a_decode_error() {
    let html = error_under(Fault::HtmlOk).await;
    assert_eq!(html.kind(), ErrorKind::Decode);
    assert!(html.to_string().contains("text/html"), "{html}");
    let json = error_under(Fault::WrongType).await;
    assert_eq!(json.kind(), ErrorKind::Decode);
    assert_eq!(json.decode_path(), Some("usage.input_tokens"));
    assert!(json.body().is_some() && json.request_id().is_some());
}

#[tokio::test]
async fn a_body_that_ends_early_is_a_transport_error() {
    let error = error_under(Fault::TruncatedBody).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.status().unwrap(), 201);
}

#[tokio::test]
async fn a_body_without_end_stops_at_the_limit() {
    let error = error_under(Fault::EndlessBody).await;
    assert_eq!(error.kind(), ErrorKind::Limit, "{error}");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let other = Service::start();
    let error = error_under(Fault::Redirect(format!("{}/sessions", other.base_url()))).await;
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn a_server_that_never_answers_meets_the_attempt_limit() {
    let service = Service::start_with_token(CANARY);
    service.next(Fault::Hang);
    let qoder = Qoder::builder()
        .base_url(service.base_url())
        .bearer(CANARY)
        .attempt_timeout(Duration::from_millis(200))
        .max_retries(0)
        .build()
        .unwrap();
    let error = qoder.sessions().create(AGENT, ENVIRONMENT).send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Maybe));
    assert_no_canary(&error);
}

#[tokio::test]
async fn a_refused_connection_was_not_sent() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let qoder = Qoder::builder()
        .base_url(format!("http://127.0.0.1:{port}"))
        .bearer(CANARY)
        .max_retries(0)
        .build()
        .unwrap();
    let error = qoder.sessions().create(AGENT, ENVIRONMENT).send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
    assert_no_canary(&error);
}

#[tokio::test]
async fn a_missing_token_names_the_variable_at_the_first_call() {
    let (service, _) = pair();
    let qoder = Qoder::builder().base_url(service.base_url()).build().unwrap();
    let error = qoder.sessions().retrieve("sess_1").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Credentials, Sent::No));
    assert!(error.to_string().contains("QODER_ACCESS_TOKEN"), "{error}");
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn a_session_whose_answer_is_lost_is_created_once() {
    let service = Service::start_with_token(CANARY);
    service.next(Fault::LostAnswer);
    service.next(Fault::TextError(503));
    let clock = TestClock::new();
    let builder = Qoder::builder().base_url(service.base_url()).bearer(CANARY);
    let qoder = builder.clock(clock.clone()).build().unwrap();
    let call = qoder.sessions().create(AGENT, ENVIRONMENT);
    let created = call.send_with_meta().await.unwrap();
    assert_eq!((created.attempts(), clock.pauses().len()), (3, 2));
    // The first session of a service; another would have another id.
    assert_eq!(created.value().id.as_str(), "sess_019e3bb1e8c171fd9abbb1477ffb84cc");
    let requests = service.requests();
    let headers = |name| -> Vec<_> { requests.iter().map(|one| one.header(name)).collect() };
    assert_eq!(headers("idempotency-key"), [created.idempotency_key(); 3]);
    assert_eq!(headers("x-qoder-retry-count"), [Some("0"), Some("1"), Some("2")]);
    assert_eq!(headers("x-qoder-timeout"), [Some("60"); 3]);
    assert!(requests.iter().all(|request| request.body == requests[0].body));

    let key = created.idempotency_key().unwrap();
    let other = qoder.sessions().create(AGENT, ENVIRONMENT).title("Other").idempotency_key(key);
    let error = other.send().await.unwrap_err();
    assert!(matches!(error.failure(), Some(Failure::ConflictError(_))), "{error}");
    assert_eq!((error.attempts(), error.idempotency_key()), (1, Some(key)));
    assert_eq!(error.retry_stopped(), Some(StopReason::NotRetryable));
    assert_no_canary(&error);
}

#[test]
fn bad_settings_are_errors_when_the_client_is_built() {
    for url in [
        "api.qoder.com",
        "ftp://api.qoder.com",
        "https://",
        "https://a:b@host",
        "https://host?x",
        "http://api.qoder.com",
    ] {
        assert!(Qoder::builder().base_url(url).bearer("t").build().is_err(), "{url}");
    }
    for token in ["", "  ", "pt-canary\n", "pt-canary\u{e9}"] {
        let error = Qoder::builder().bearer(token).build().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
}

#[test]
fn a_client_does_not_print_its_token() {
    let (_service, qoder) = pair();
    assert!(!format!("{qoder:?} {qoder:#?}").contains("canary"));
}
