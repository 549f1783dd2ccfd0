//! Answers that arrive: their statuses, their bodies, and what becomes of them.

use callsheet::{ErrorKind, Sent};

use crate::api::Failure;
use crate::server::{Reply, Server};
use crate::{CANARY, THING, create};

#[tokio::test]
async fn a_documented_error_is_its_variant() {
    let body =
        r#"{"request_id":"req-2","error":{"type":"not_found_error","message":"No such thing"}}"#;
    let error = create(Reply::content(404, "application/json", body)).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "things.create: 404 not_found_error: No such thing (request id req-2)"
    );
    assert!(
        matches!(error.failure(), Some(Failure::NotFound(json)) if json["request_id"] == "req-2")
    );
    assert_eq!((error.kind(), error.sent(), error.attempts()), (ErrorKind::Api, Sent::Yes, 1));
    assert_eq!(error.operation().unwrap().name, "things.create");
    let untyped: callsheet::Error = error.untyped();
    assert_eq!(untyped.status().unwrap(), 404);
}

#[tokio::test]
async fn a_code_counts_more_than_a_status_and_a_status_without_code_is_matched() {
    let error =
        create(Reply::json(410, r#"{"error":{"type":"not_found_error"}}"#)).await.unwrap_err();
    assert!(matches!(error.into_failure(), Ok(Failure::NotFound(_))));
    let error = create(Reply::json(409, THING)).await.unwrap_err();
    assert!(matches!(error.into_failure(), Ok(Failure::Conflict(thing)) if thing.count == 2));
    let error = create(Reply::json(529, r#"{"error":"text"}"#)).await.unwrap_err();
    assert_eq!(error.message(), Some("text"));
    assert!(matches!(error.into_failure(), Ok(Failure::Server(_))));
}

#[tokio::test]
async fn f056_an_unknown_code_is_kept() {
    let error =
        create(Reply::json(400, r#"{"error":{"type":7,"message":null}}"#)).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("7"), None));
    let Ok(Failure::Unknown(unknown)) = error.into_failure() else { panic!("no unknown failure") };
    assert_eq!((unknown.status.as_u16(), unknown.code.as_deref()), (400, Some("7")));
    assert_eq!(unknown.body["error"]["type"], 7);
}

#[tokio::test]
async fn f053_an_envelope_of_any_shape_keeps_the_status() {
    for body in
        ["{}", "null", "[]", "", "\"str\"", "42", "{\"error\":[{\"message\":\"m\"}]}", "\u{feff}{}"]
    {
        let error = create(Reply::json(409, body)).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status().unwrap().as_u16()),
            (ErrorKind::Api, 409),
            "{body}"
        );
        assert!(error.failure().is_none(), "{body}");
        assert_eq!(error.body().unwrap(), body.as_bytes());
    }
}

#[tokio::test]
async fn f054_an_error_that_is_no_json_keeps_status_and_body() {
    let html = create(Reply::content(401, "text/html", "<h1>Log in</h1>")).await.unwrap_err();
    assert_eq!((html.kind(), html.status().unwrap().as_u16()), (ErrorKind::Api, 401));
    assert!(html.failure().is_none());
    assert!(html.to_string().contains("<h1>Log in</h1>"), "{html}");
    let text = create(Reply::content(500, "text/plain", "oops")).await.unwrap_err();
    assert_eq!((text.kind(), text.status().unwrap().as_u16()), (ErrorKind::Api, 500));
    assert_eq!(text.body().unwrap().as_ref(), b"oops");
}

#[tokio::test]
async fn a_token_that_the_server_repeats_is_not_shown() {
    let json = format!(r#"{{"error":{{"type":"auth","message":"bad token {CANARY}"}}}}"#);
    let error = create(Reply::json(401, &json)).await.unwrap_err();
    assert!(error.to_string().contains("bad token [redacted]"), "{error}");
    let html = format!("<h1>Bearer {CANARY}</h1>");
    create(Reply::content(502, "text/html", &html)).await.unwrap_err();
    create(Reply::content(200, "text/html", &html)).await.unwrap_err();
    let location = format!("https://other.example/{CANARY}?token={CANARY}");
    create(Reply::head(302, &[("location", &location)], "")).await.unwrap_err();
    create(Reply::json(201, &format!(r#"{{"id":"a","count":"{CANARY}"}}"#))).await.unwrap_err();
    create(Reply::head(500, &[("x-request-id", CANARY)], "")).await.unwrap_err();
}

#[tokio::test]
async fn f044_html_where_json_is_declared_is_named() {
    let error =
        create(Reply::content(200, "text/html", "<title>Portal</title>")).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200));
    assert!(error.to_string().contains("text/html"), "{error}");
    assert!(error.to_string().contains("<title>Portal"), "{error}");
}

#[tokio::test]
async fn invalid_json_tells_where_and_keeps_all_that_was_learned() {
    let error = create(Reply::json(201, r#"{"id":"a","count":-1}"#)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.decode_path(), Some("count"));
    assert_eq!((error.status().unwrap().as_u16(), error.request_id()), (201, Some("req-1")));
    assert_eq!(error.body().unwrap().as_ref(), br#"{"id":"a","count":-1}"#);
    assert!(error.to_string().contains("count"), "{error}");
    for body in [r#"{"id":"a","cou"#, "{} {}", "nonsense"] {
        assert_eq!(
            create(Reply::json(201, body)).await.unwrap_err().kind(),
            ErrorKind::Decode,
            "{body}"
        );
    }
}

#[tokio::test]
async fn f043_an_empty_body_is_named() {
    let error = create(Reply::json(200, "")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("empty"), "{error}");
    assert_eq!(error.request_id(), Some("req-1"));
}

#[tokio::test]
async fn f046_f048_f060_json_is_taken_however_it_is_labeled() {
    for reply in [
        Reply::json(200, THING),
        Reply::json(203, THING),
        Reply::head(201, &[], THING),
        Reply::content(201, "text/plain", THING),
        Reply::content(201, "application/vnd.mini+json; charset=UTF-8", THING),
        Reply::json(201, &format!("\u{feff}{THING}")),
    ] {
        assert_eq!(create(reply).await.unwrap().count, 2);
    }
}

#[tokio::test]
async fn f039_f049_an_encoding_that_nobody_asked_for_is_named() {
    let gzip = [("content-type", "application/json"), ("content-encoding", "gzip")];
    let error = create(Reply::head(201, &gzip, "\u{1f}junk")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("gzip"), "{error}");
    let error = create(Reply::content(201, "application/json; charset=utf-16", "{\0}\0"))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("utf-16"), "{error}");
}

#[tokio::test]
async fn f016_odd_statuses_are_errors_with_their_status() {
    for status in [299, 600, 999] {
        let result = create(Reply::json(status, THING)).await;
        assert_eq!(result.is_ok(), status == 299, "{status}");
    }
}

#[tokio::test]
async fn f022_f023_odd_headers_do_no_harm() {
    let mut bytes = b"HTTP/1.1 500 X\r\ncontent-length: 0\r\nx-request-id: \xff\xfe\r\n".to_vec();
    bytes.extend_from_slice(b"request-id: one\r\nrequest-id: two\r\n\r\n");
    let error = create(Reply::Bytes(bytes)).await.unwrap_err();
    assert_eq!((error.kind(), error.request_id()), (ErrorKind::Api, Some("one")));
    assert_eq!(error.headers().get_all("request-id").iter().count(), 2);
    for location in
        ["", "//evil", "/\\evil", "javascript:alert(1)", "\u{e9}", "/path?token=s3cr3t-query"]
    {
        let error = create(Reply::head(302, &[("location", location)], "")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect, "{location}");
        assert!(!error.to_string().contains("s3cr3t"), "{error}");
    }
}

#[tokio::test]
async fn f078_a_redirect_is_not_followed() {
    let other = Server::replying(Reply::json(201, THING)).await;
    for status in [301, 302, 303, 307, 308] {
        let location = format!("{}/elsewhere?token=s3cr3t", other.url());
        let error = create(Reply::head(status, &[("location", &location)], "")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert_eq!(error.status().unwrap(), status);
        let said = format!("{error} {error:?}");
        assert!(said.contains("/elsewhere") && !said.contains("s3cr3t"), "{said}");
    }
    assert!(other.requests().is_empty());
    assert_eq!(create(Reply::head(304, &[], "")).await.unwrap_err().kind(), ErrorKind::Redirect);
}
