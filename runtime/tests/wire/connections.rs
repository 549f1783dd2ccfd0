//! Answers that do not arrive, or not whole, or without end.

use std::time::Duration;

use callsheet::{ErrorKind, Sent, StopReason};

use crate::api::Mini;
use crate::server::{Reply, Server, closed_port};
use crate::{CANARY, assert_no_canary, client, create};

#[tokio::test]
async fn f042_a_body_where_none_is_declared_is_no_error() {
    for reply in [
        Reply::content(200, "text/html", "<p>gone</p>"),
        Reply::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort".to_vec()),
        Reply::Endless(200),
    ] {
        let server = Server::replying(reply).await;
        client(&server.url()).remove("a").send().await.unwrap();
        assert!(server.written() < 32 << 20, "{} bytes", server.written());
    }
}

#[tokio::test]
async fn f011_f014_a_body_that_ends_early_is_a_transport_error() {
    for head in [
        "HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{\"id\":",
        "HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n",
        "HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n",
    ] {
        let error = create(Reply::Bytes(head.into())).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Yes), "{error}");
        assert_eq!(error.status().unwrap(), 201);
    }
}

#[tokio::test]
async fn f015_an_answer_that_is_not_http_is_a_transport_error() {
    for bytes in ["", "hello\r\n\r\n", "HTTP/1.1 xyz\r\n\r\n"] {
        let error = create(Reply::Bytes(bytes.into())).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Maybe), "{error}");
    }
}

#[tokio::test]
async fn f002_a_refused_connection_was_not_sent() {
    let url = format!("http://127.0.0.1:{}", closed_port().await);
    let error = client(&url).create("a", "x").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
    assert!(error.is_connect());
    assert_eq!((error.attempts(), error.retry_stopped()), (3, Some(StopReason::Attempts)));
    assert!(error.to_string().contains("refused"), "{error}");
    assert_no_canary(&error);
}

#[tokio::test]
async fn f004_f006_a_server_that_speaks_no_tls_was_sent_nothing() {
    for answer in ["HTTP/1.1 400 Bad Request\r\n\r\n", ""] {
        let server = Server::replying(Reply::Blurt(answer.into())).await;
        let url = server.url().replace("http:", "https:");
        let error = client(&url).create("a", "x").send().await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No), "{error}");
        assert!(error.to_string().contains("encryption"), "{error}");
        assert_eq!(error.retry_stopped(), Some(StopReason::NotRetryable), "{error}");
        assert_no_canary(&error);
    }
}

#[tokio::test]
async fn f018_f019_f020_a_server_that_stops_meets_the_attempt_limit() {
    let head = "HTTP/1.1 201 Created\r\ncontent-length: 100\r\nx-request-id: r\r\n\r\n{";
    for (bytes, sent, status) in [("", Sent::Maybe, None), (head, Sent::Yes, Some(201))] {
        let server = Server::replying(Reply::Stall(bytes.into())).await;
        let client = Mini::builder()
            .base_url(server.url())
            .bearer(CANARY)
            .attempt_timeout(Duration::from_millis(100))
            .build()
            .unwrap();
        let error = client.create("a", "x").send().await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, sent), "{error}");
        assert_eq!(error.status().map(|status| status.as_u16()), status);
        assert!(error.to_string().contains("100ms"), "{error}");
        assert_no_canary(&error);
    }
}

#[tokio::test]
async fn a_call_has_a_limit_of_its_own() {
    let server = Server::replying(Reply::Stall(Vec::new())).await;
    let call = client(&server.url()).create("a", "x").timeout(Duration::from_millis(100)).send();
    let error = call.await.unwrap_err();
    assert!(error.is_timeout());
    // What the caller said, not what was left of it.
    assert!(error.to_string().ends_with("no complete answer within 100ms"), "{error}");
}

#[tokio::test]
async fn f033_a_body_without_end_stops_at_the_limit() {
    const CAP: usize = 1 << 20;
    let server = Server::replying(Reply::Endless(201)).await;
    let client =
        Mini::builder().base_url(server.url()).bearer(CANARY).max_body(CAP).build().unwrap();
    let error = client.create("a", "x").send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Limit, 201),
        "{error}"
    );
    // The rest is in the buffers of the sockets: the connection was dropped, not drained.
    assert!(server.written() < 32 << 20, "{} bytes", server.written());
    assert_no_canary(&error);
}

#[tokio::test]
async fn f034_a_body_that_is_announced_too_large_is_not_read() {
    let head = "HTTP/1.1 201 Created\r\ncontent-length: 10000000000\r\n\r\n";
    let error = create(Reply::Stall(head.into())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Limit, "{error}");
}

#[tokio::test]
async fn f035_an_error_body_without_end_is_cut() {
    let server = Server::replying(Reply::Endless(503)).await;
    let error = client(&server.url()).create("a", "x").send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 503));
    assert!(error.body_truncated());
    assert_eq!(error.body().unwrap().len(), 1 << 20);
}

#[tokio::test]
async fn an_error_body_that_breaks_off_keeps_the_status() {
    let bytes = "HTTP/1.1 503 X\r\ncontent-length: 100\r\n\r\npart";
    let error = create(Reply::Bytes(bytes.into())).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 503), "{error}");
    assert!(error.body_truncated());
}
