//! What goes wrong in the status, the headers and the body of an answer.

use callsheet::ErrorKind;
use callsheet::testing::{MockTransport, Reply};

use super::common::{CANARY, assert_no_canary};
use super::{Error, Store, THING, answer, json, server, store};

/// What a thing with this answer comes to.
async fn error_of(reply: Reply) -> Error {
    let mock = MockTransport::new();
    mock.on("get").reply(reply);
    let store = Store::builder().bearer(CANARY).transport(mock.transport()).max_retries(0);
    let error = store.build().unwrap().get("a").send().await.unwrap_err();
    assert_no_canary(&error);
    error
}

#[tokio::test]
async fn f036_f037_f038_an_encoded_body_is_never_decoded() {
    // Whatever it may be, only what came counts: nothing is made larger.
    let body = "\x1f\u{fffd}\x08".repeat(10);
    for encoding in ["gzip", "zstd", "br", "gzip, gzip", "x-odd"] {
        let head = format!("200 OK\ncontent-type: application/json\ncontent-encoding: {encoding}");
        let length = body.len();
        let server = server([answer(&format!("{head}\ncontent-length: {length}"), &body)]).await;
        let error = store(&server).get("a").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{encoding}");
        assert!(error.to_string().contains(&format!("`{encoding}`")), "{error}");
        assert_eq!(error.body().unwrap(), body.as_bytes());
        let request = server.requests()[0].to_lowercase();
        assert!(!request.contains("gzip") && !request.contains("br,"), "{request}");
    }
}

#[tokio::test]
async fn f045_a_success_that_holds_an_error_is_not_what_is_declared() {
    let envelope = r#"{"error":{"type":"not_here","message":"gone"}}"#;
    let error = error_of(Reply::json(200, envelope)).await;
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200));
    assert_eq!(error.body().unwrap(), envelope);
}

#[tokio::test]
async fn f047_not_modified_is_no_success() {
    let error = error_of(Reply::status(304).header("etag", "\"a\"")).await;
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Redirect, 304));
    assert!(error.to_string().contains("304 unasked"), "{error}");
}

#[tokio::test]
async fn f050_f051_f052_f055_a_message_is_found_wherever_it_is() {
    for (body, code, message) in [
        (r#"{"error":{"type":"a","message":"m"}}"#, Some("a"), Some("m")),
        (r#"{"error":{"type":"a","error":{"message":"deep"}}}"#, Some("a"), None),
        (r#"{"error":"text"}"#, None, Some("text")),
        (r#"{"message":"top"}"#, None, Some("top")),
        (
            r#"[{"error":{"type":"a","message":"first"}},{"error":{"message":"second"}}]"#,
            Some("a"),
            Some("first"),
        ),
        (r#"{"error":{"type":7,"message":null}}"#, Some("7"), None),
        (r#"{"error":{"type":null,"message":5}}"#, None, Some("5")),
        (r"[]", None, None),
    ] {
        let error = error_of(Reply::json(400, body)).await;
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 400));
        assert_eq!((error.code(), error.message()), (code, message), "{body}");
        assert_eq!(error.body().unwrap(), body);
    }
}

#[tokio::test]
async fn f023_the_first_request_id_counts_and_repeated_headers_stay() {
    let head = "200 OK\nset-cookie: a=1\nset-cookie: b=2\nset-cookie: c=3\nx-request-id: r1\nx-request-id: r2";
    let server = server([json(head, THING)]).await;
    let response = store(&server).get("a").send_with_meta().await.unwrap();
    assert_eq!(response.request_id(), Some("r1"));
    let cookies: Vec<_> = response.headers().get_all("set-cookie").into_iter().collect();
    assert_eq!(cookies, ["a=1", "b=2", "c=3"]);
}

#[tokio::test]
async fn f114_what_a_server_repeats_of_a_request_is_not_shown() {
    let echo = format!("{{\"error\":{{\"type\":\"{CANARY}\",\"message\":\"Bearer {CANARY}\"}}}}");
    let error = error_of(Reply::json(403, echo)).await;
    assert_eq!(error.code(), Some(CANARY));
}
