//! Redirects: none is followed, wherever it leads.

use callsheet::{ErrorKind, Sent};

use super::common::assert_no_canary;
use super::{answer, server, store};

#[tokio::test]
async fn f079_f080_f081_no_redirect_is_followed() {
    for status in [301, 302, 303, 307, 308] {
        let head = format!("{status} Moved\ncontent-length: 0\nlocation:");
        let server = server([answer(&format!("{head} /things/a"), "")]).await;
        let store = store(&server);
        for error in [
            store.get("a").send().await.unwrap_err(),
            // What has a key may be sent twice, but not elsewhere.
            store.start("x").send().await.unwrap_err(),
            store.create("x").send().await.unwrap_err(),
        ] {
            assert_eq!((error.kind(), error.sent()), (ErrorKind::Redirect, Sent::Yes), "{error}");
            assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (status, 1));
            assert_no_canary(&error);
        }
        assert_eq!(server.requests().len(), 3);
        let down = super::server([answer(&format!("{head} http://store.example/"), "")]).await;
        let error = super::store(&down).get("a").send().await.unwrap_err();
        assert!(error.to_string().contains("to http://store.example/"), "{error}");
        assert_eq!(down.requests().len(), 1);
    }
}

#[tokio::test]
async fn f082_odd_targets_of_redirects_are_errors() {
    let long = format!("/{}", "x".repeat(100_000));
    for target in [
        "//evil.example/x",
        "/\\evil.example",
        "javascript:alert(1)",
        "",
        "https://user:canary@evil.example/?token=canary",
        "http://[::1",
        "\u{e9}\u{fffd}",
        "https://evil.example:99999/",
        &long,
    ] {
        let head = format!("302 Found\ncontent-length: 0\nlocation: {target}");
        let server = server([answer(&head, "")]).await;
        let error = store(&server).get("a").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect, "{target}: {error}");
        assert_no_canary(&error);
        assert_eq!(server.requests().len(), 1);
    }
    let huge = format!("302 Found\nlocation: /{}", "x".repeat(1 << 20));
    let server = server([answer(&huge, "")]).await;
    let error = store(&server).get("a").max_retries(0).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
}
