//! Links to places that are no part of the API: nothing of the API's goes there.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use callsheet::http::HeaderMap;
use callsheet::testing::{FaultServer, Script};
use callsheet::{BoxError, ErrorKind, Hook, Operation, SignedRequest, StopReason};

use super::common::{CANARY, assert_no_canary};
use super::{Store, THING, answer, builder, json, server, store};

/// Adds a header to all that it sees, and counts.
struct Tracer(Arc<AtomicUsize>);

impl Hook for Tracer {
    fn on_attempt(
        &self,
        _operation: &'static Operation,
        _number: u32,
        headers: &mut HeaderMap,
    ) -> Result<(), BoxError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        headers.insert("x-canary-hook", "1".parse()?);
        Ok(())
    }

    fn on_signed(
        &self,
        _operation: &'static Operation,
        request: &mut SignedRequest<'_>,
    ) -> Result<(), BoxError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        request.headers.insert("x-canary-signed", "1".parse()?);
        Ok(())
    }
}

/// An API that gives this link, and its client with all that a client can have.
async fn api(link: &str) -> (FaultServer, Store, Arc<AtomicUsize>) {
    let json = format!("{{\"url\": \"{link}\"}}");
    let server = server([Script::new().json(200, json)]).await;
    let seen = Arc::<AtomicUsize>::default();
    let store = builder(&server)
        .header("X-Custom", "canary-custom")
        .header("Cookie", "a=canary")
        .signing_hook(Tracer(Arc::clone(&seen)))
        .build()
        .unwrap();
    (server, store, seen)
}

#[tokio::test]
async fn f088_a_link_to_a_storage_takes_nothing_of_the_api_along() {
    let file = "200 OK\ncontent-length: 5\ncontent-disposition: attachment; filename=\"a.txt\"";
    let storage = server([answer("503 Busy\ncontent-length: 0", ""), answer(file, "bytes")]).await;
    let path = "/bucket/a%20b.txt?X-Signature=canary&x=%2F";
    let (server, store, seen) = api(&format!("{}{path}", storage.url())).await;
    let link = store.link("f1").send().await.unwrap().url;
    assert!(server.requests()[0].contains("x-canary-signed"), "{:?}", server.requests());
    let hooks = seen.load(Ordering::Relaxed);
    let download = store.fetch(&link).download().await.unwrap();
    assert_eq!(download.file_name().as_deref(), Some("a.txt"));
    assert_eq!(download.bytes().await.unwrap(), "bytes");
    // The same retries, and none of the hooks.
    assert_eq!((storage.requests().len(), seen.load(Ordering::Relaxed)), (2, hooks));
    for request in storage.requests() {
        let (start, headers) = request.split_once("\r\n").unwrap();
        assert_eq!(start, format!("GET {path} HTTP/1.1"));
        let mut names: Vec<String> = headers
            .lines()
            .filter_map(|line| line.split_once(':').map(|(name, _)| name.to_lowercase()))
            .collect();
        names.sort();
        assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"], "{request}");
        assert!(!headers.contains("canary"), "{request}");
    }
    assert_eq!(store.fetch(&link).send().await.unwrap().into_value(), "bytes");
}

#[tokio::test]
async fn f088_even_on_the_origin_of_the_api_a_link_takes_nothing_along() {
    let server = server([Script::new().json(200, "{}").json(200, "{}")]).await;
    let store = store(&server);
    store.fetch(&format!("{}/public", server.url())).send().await.unwrap();
    let request = server.requests()[0].to_lowercase();
    assert!(!request.contains("authorization") && !request.contains("x-workspace"), "{request}");
}

#[tokio::test]
async fn f088_a_link_that_leads_nowhere_safe_is_refused() {
    let server = server([Script::new()]).await;
    let store = store(&server);
    for (link, words) in [
        ("", "does not start with `https://`"),
        ("/canary", "does not start with `https://`"),
        ("file:///etc/canary", "starts with `file://`"),
        ("ftp://canary.example/x", "starts with `ftp://`"),
        ("javascript:canary", "does not start with"),
        ("//storage.example/canary", "does not start with"),
        ("https://user:canary@storage.example/x", "holds a user name or password"),
        ("http://storage.example/canary", "is plain http"),
        ("https://storage.example/a/../canary", "is malformed"),
        ("https://storage.example/canary b", "is malformed"),
        ("https:///canary", "has no host"),
        ("https://storage.example:0/canary", "has a port"),
    ] {
        for error in [
            store.fetch(link).send().await.unwrap_err(),
            store.fetch(link).download().await.unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::Build, "{link}");
            assert!(error.to_string().contains(words), "{link}: {error}");
            assert_no_canary(&error);
        }
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn f088_a_link_that_would_be_sent_as_another_is_refused_and_not_tried_again() {
    let server = server([Script::new()]).await;
    let link = format!("{}/a/%2e%2e/canary", server.url());
    let error = store(&server).fetch(&link).send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 1), "{error}");
    assert_eq!(error.retry_stopped(), Some(StopReason::NotRetryable));
    assert_no_canary(&error);
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_storage_that_refuses_is_an_error_that_does_not_show_the_link() {
    let denied = answer("403 Forbidden\ncontent-length: 7", "<Code/>");
    let redirect = answer("302 Found\nlocation: https://evil.example/\ncontent-length: 0", "");
    let storage = server([denied, redirect]).await;
    let store = store(&storage);
    let link = format!("{}/x?signature=canary", storage.url());
    let error = store.fetch(&link).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 403));
    assert_eq!(error.body().unwrap(), "<Code/>");
    assert_no_canary(&error);
    let error = store.fetch(&link).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert_no_canary(&error);
    assert!(!format!("{:?}", store.fetch(&link)).contains("canary"));
    assert_eq!(storage.requests().len(), 2);
}

#[tokio::test]
async fn a_storage_that_repeats_the_link_does_not_have_it_printed() {
    let says = [
        "no access to /canary/a.txt?expires=1&X-Signature=canary%2Bsigned%3D",
        "<Error><SignatureProvided>canary+signed=</SignatureProvided></Error>",
        "there is no /canary/a.txt",
    ];
    let scripts = says.map(|body| answer(&format!("403 No\ncontent-length: {}", body.len()), body));
    let storage = server(scripts).await;
    let store = store(&storage);
    let link = format!("{}/canary/a.txt?expires=1&X-Signature=canary%2Bsigned%3D", storage.url());
    for _ in 0..2 {
        let error = store.fetch(&link).send().await.unwrap_err();
        assert_no_canary(&error);
        assert!(error.to_string().contains("[redacted]"), "{error}");
    }
    let error = store.fetch(&link).download().await.unwrap_err();
    assert_no_canary(&error);
    assert_eq!(error.body().unwrap(), says[2]);
}

#[tokio::test]
async fn a_caller_may_add_what_a_storage_asks_for() {
    let storage = server([answer("200 OK\ncontent-length: 0", "")]).await;
    let store = store(&storage);
    let call = store.fetch(&storage.url()).header("X-Storage-Key", "k").max_retries(0);
    call.send().await.unwrap();
    let request = storage.requests()[0].to_lowercase();
    assert!(request.starts_with("get / http/1.1"), "{request}");
    assert!(request.contains("x-storage-key: k"), "{request}");
}

#[tokio::test]
async fn f116_credentials_go_to_the_base_url_and_nowhere_else() {
    let (one, other) =
        (server([json("200 OK", THING)]).await, server([json("200 OK", THING)]).await);
    // What the caller says is where the API is.
    store(&one).get("a").send().await.unwrap();
    assert!(one.requests()[0].contains(CANARY), "{:?}", one.requests());
    // Not without encryption, unless it is said.
    let plain = Store::builder().base_url("http://store.example").bearer(CANARY);
    assert!(plain.build().unwrap_err().to_string().contains("plain http"));
    // A response that leads to another place gets nothing there.
    store(&one).fetch(&other.url()).send().await.unwrap();
    assert!(!other.requests()[0].contains("canary"), "{:?}", other.requests());
}
