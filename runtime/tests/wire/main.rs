//! The send path over real sockets, against servers that do what they should and what they should
//! not. `f011` in a name is the number of the fault in the project's list.

#![cfg(feature = "reqwest")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "these are tests"
)]

mod api;
mod connections;
mod content;
#[cfg(feature = "http2")]
mod http2;
mod observe;
mod retry;
mod seams;
mod server;
mod streams;
mod tokens;
mod urls;

use api::{Error, Mini, Thing};
use std::time::Duration;

use callsheet::{Builder, ErrorKind, Sent, StandardRetry};
use server::{Reply, Server};

/// A token that must never be seen.
const CANARY: &str = "pt-canary-7f3a";
const THING: &str = r#"{"id":"a","count":2}"#;

/// A client of a server on this machine, which does not wait before it tries again.
fn client(url: &str) -> Mini {
    builder(url).build().unwrap()
}

fn builder(url: &str) -> Builder<Mini> {
    Mini::builder()
        .base_url(url)
        .bearer(CANARY)
        .retry(StandardRetry::new().backoff(Duration::ZERO, Duration::ZERO))
}

/// What `things.create` gives against a server with one answer.
async fn create(reply: Reply) -> Result<Thing, Error> {
    let server = Server::replying(reply).await;
    let result = client(&server.url()).create("a", "x").send().await;
    if let Err(error) = &result {
        assert_no_canary(error);
    }
    result
}

/// The token is in nothing that an error prints, and no words are printed twice.
fn assert_no_canary(error: &Error) {
    let mut said = format!("{error}\n{error:?}\n{error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        assert!(!error.to_string().contains(&cause.to_string()), "twice: {error}: {cause}");
        said += &format!("\n{cause}\n{cause:?}");
        source = cause.source();
    }
    assert!(!said.contains("canary"), "{said}");
    assert!(!error.to_string().contains('\n'), "{error}");
}

#[tokio::test]
async fn a_request_is_written_by_its_table() {
    let server = Server::replying(Reply::json(201, THING)).await;
    let client = client(&server.url());
    let mut call = client.create("a/b", "Zoë").header("X-Trace", "1").query("debug", "a&b");
    call.request.tags = Some(vec!["x".into(), "y z".into()]);
    call.request.limit = Some(5);
    call.request.ratio = Some(0.1);
    call.request.note = Some("n".into());
    let thing = call.send().await.unwrap();
    assert_eq!(thing, Thing { id: "a".into(), count: 2, extra: callsheet::Extra::new() });
    let requests = server.requests();
    let (head, body) = requests[0].split_once("\r\n\r\n").unwrap();
    let head = head.to_lowercase();
    assert_eq!(
        head.lines().next().unwrap(),
        "post /things/a%2fb/parts.json?tags%5b%5d=x&tags%5b%5d=y%20z&limit=5&ratio=0.1&debug=a%26b http/1.1"
    );
    for line in [
        "authorization: bearer pt-canary-7f3a",
        "accept: application/json",
        "content-type: application/json",
        "x-note: n",
        "x-version: 3",
        "x-trace: 1",
    ] {
        assert!(head.lines().any(|one| one == line), "no `{line}` in\n{head}");
    }
    assert_eq!(body, r#"{"kind":"part","name":"Zoë"}"#);
}

#[tokio::test]
async fn a_response_tells_status_headers_and_request_id() {
    let server = Server::replying(Reply::json(201, THING)).await;
    let response = client(&server.url()).create("a", "x").send_with_meta().await.unwrap();
    assert_eq!(response.status(), 201);
    assert_eq!(response.request_id(), Some("req-1"));
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.into_value().count, 2);
}

#[tokio::test]
async fn an_empty_response_is_nothing_and_its_request_has_no_body() {
    let server = Server::replying(Reply::head(204, &[], "")).await;
    client(&server.url()).remove("a").send().await.unwrap();
    let head = server.requests()[0].to_lowercase();
    assert!(!head.contains("content-type"), "{head}");
}

#[tokio::test]
async fn a_missing_token_is_named_at_the_first_call() {
    let server = Server::replying(Reply::json(201, THING)).await;
    let client = Mini::builder().base_url(server.url()).build().unwrap();
    let error = client.create("a", "x").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Credentials, Sent::No));
    for name in ["MINI_TOKEN", "MINI_PAT"] {
        assert!(error.to_string().contains(name), "{error}");
    }
    assert!(server.requests().is_empty());
    // A caller who brings the header needs no token.
    let call = client.create("a", "x").header("Authorization", "Basic eA==");
    call.send().await.unwrap();
    assert!(server.requests()[0].to_lowercase().contains("authorization: basic ea=="));
}

#[test]
fn a_future_of_a_call_is_small_and_can_be_sent_anywhere() {
    fn holds<T: Send + Unpin + 'static>(future: &T) -> usize {
        std::mem::size_of_val(future)
    }
    let client = client("http://127.0.0.1:1");
    assert!(holds(&client.create("a", "x").send()) <= 64);
    assert!(holds(&client.create("a", "x").send_with_meta()) <= 64);
    assert_eq!(std::mem::size_of::<Error>(), 8);
    assert_eq!(std::mem::size_of::<Result<(), callsheet::Error>>(), 8);
}

#[test]
fn a_client_does_not_print_its_token() {
    let client = client("http://127.0.0.1:1");
    let call = client.create("a", "x").header("X-Key", CANARY).query("key", CANARY);
    let builder = Mini::builder().bearer(CANARY).header("X-Key", CANARY);
    assert!(!format!("{client:?} {client:#?} {:?} {builder:?}", call.options).contains("canary"));
    let http = call.to_http().unwrap();
    assert!(http.headers()["authorization"].is_sensitive());
}

#[test]
fn bad_settings_are_errors_when_the_client_is_built() {
    for token in ["", "  ", "pt-canary\n", "pt canary", "Bearer pt-canary", "pt-canary\u{e9}"] {
        let error = Mini::builder().bearer(token).build().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
    for (name, value) in [
        ("Host", "x"),
        ("Content-Length", "1"),
        ("Transfer-Encoding", "x"),
        ("Connection", "x"),
        ("a b", "x"),
        ("X-Key", "canary\n"),
    ] {
        let error = Mini::builder().bearer("t").header(name, value).build().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
    for url in ["ftp://x", "https://user:canary@host", "https://host?canary", "http://example.com"]
    {
        let error = Mini::builder().base_url(url).bearer("t").build().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
    Mini::builder().base_url("http://example.com").allow_http().bearer("t").build().unwrap();
}

#[test]
fn a_call_that_breaks_a_rule_of_http_is_refused_even_unchecked() {
    let client = client("https://api.example.com");
    for id in ["", ".", ".."] {
        assert_eq!(client.create(id, "x").to_http().unwrap_err().kind(), ErrorKind::Build);
        assert_eq!(
            client.create(id, "x").unchecked().to_http().unwrap_err().kind(),
            ErrorKind::Build
        );
    }
    let mut call = client.create("a", "x");
    call.request.ratio = Some(f32::NAN);
    assert_eq!(call.to_http().unwrap_err().kind(), ErrorKind::Build);
}
