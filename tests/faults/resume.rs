//! Downloads that break off, and what is gone on with.

use callsheet::testing::{MockTransport, Reply, Script};
use callsheet::transport::Phase;
use callsheet::{ErrorKind, StopReason};

use super::common::CANARY;
use super::downloads::{half, read, read_from};
use super::{Store, answer, server, store};

#[tokio::test]
async fn f150_a_download_goes_on_where_it_broke_off() {
    let server = server([
        half("etag: \"v1\""),
        answer("503 Busy\ncontent-length: 0", ""),
        answer(
            "206 Partial\ncontent-length: 5\ncontent-range: bytes 5-9/10\netag: \"v1\"",
            "56789",
        ),
    ])
    .await;
    let download = store(&server).file("a").download().await.unwrap();
    let (text, error) = read(download).await;
    assert!(error.is_none() && text == "0123456789", "{text} {error:?}");
    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    assert!(!requests[0].to_lowercase().contains("range"), "{}", requests[0]);
    for request in &requests[1..] {
        let request = request.to_lowercase();
        assert!(request.contains("\r\nrange: bytes=5-\r\n"), "{request}");
        assert!(request.contains("\r\nif-range: \"v1\"\r\n"), "{request}");
    }
}

#[tokio::test]
async fn f150_what_a_server_says_of_a_part_has_to_fit() {
    let part = |range: &str, more: &str, body: &str| {
        let length = body.len();
        let head = format!("206 Partial\ncontent-length: {length}\ncontent-range: {range}\n{more}");
        answer(&head, body)
    };
    for (second, text, words) in [
        (part("bytes 5-9/10", "etag: \"v2\"", "56789"), "01234", "is not the one that it was"),
        (part("bytes 4-9/10", "", "456789"), "01234", "bytes 4 to 9, which fit to nothing"),
        (part("bytes 6-9/10", "", "6789"), "01234", "bytes 6 to 9, which fit to nothing"),
        (part("bytes 5-9/10", "", "5678"), "01234", "bytes 5 to 9, which fit to nothing"),
        (part("bytes 5-9/11", "", "56789"), "01234", "has another length"),
        (part("bytes 5-10/*", "", "567890"), "01234", "bytes 5 to 10, which fit to nothing"),
        (part("pages 5-9/10", "", "56789"), "01234", "does not say which part"),
        (answer("206 Partial\ncontent-length: 5", "56789"), "01234", "does not say which part"),
        (answer("204 Nothing\netag: \"v1\"", ""), "01234", "answers 204 No Content where"),
        (answer("205 Reset\netag: \"v1\"\ncontent-length: 0", ""), "01234", "answers 205"),
        (answer("202 Later\netag: \"v1\"\ncontent-length: 10", "0123456789"), "01234", "202"),
        (answer("200 OK\ncontent-length: 10\netag: \"v2\"", "abcdefghij"), "01234", "not the one"),
        (answer("200 OK\ncontent-length: 10", "0123456789"), "01234", "not the one"),
        (answer("200 OK\ncontent-length: 3\netag: \"v1\"", "012"), "01234", "not the one"),
        (part("bytes 5-9/10", "content-encoding: br", "56789"), "01234", "not the one"),
        (answer("412 No\ncontent-length: 0", ""), "01234", "412"),
        (answer("416 No\ncontent-length: 0\ncontent-range: bytes */3", ""), "01234", "416"),
        (answer("404 No\ncontent-length: 0", ""), "01234", "404"),
        (answer("302 No\nlocation: /x\ncontent-length: 0", ""), "01234", "redirects"),
    ] {
        let (came, error) = read_from([half("etag: \"v1\""), second]).await;
        let error = error.unwrap();
        assert!(error.to_string().contains(words), "no `{words}` in `{error}`");
        assert_eq!((came.as_str(), error.attempts()), (text, 2), "{error}");
    }
}

#[tokio::test]
async fn f150_a_server_that_starts_over_is_listened_to_from_where_it_broke_off() {
    let whole = answer("200 OK\ncontent-length: 10\netag: \"v1\"", "0123456789");
    let (text, error) = read_from([half("etag: \"v1\""), whole]).await;
    assert!(error.is_none() && text == "0123456789", "{text} {error:?}");
    // It may send less than was asked for, and be asked again.
    let less = "206 Partial\ncontent-length: 2\ncontent-range: bytes 5-6/10";
    let rest = "206 Partial\ncontent-length: 3\ncontent-range: bytes 7-9/*";
    let scripts = [half("etag: \"v1\""), answer(less, "56"), answer(rest, "789")];
    let (text, error) = read_from(scripts).await;
    assert!(error.is_none() && text == "0123456789", "{text} {error:?}");
}

#[tokio::test]
async fn a_date_says_which_file_it_is_if_it_is_old_enough() {
    let modified = "last-modified: Tue, 24 Nov 2026 10:00:00 GMT\ndate: Tue, 24 Nov 2026 10:00";
    let rest = || answer("206 Part\ncontent-range: bytes 5-9/10\ncontent-length: 5", "56789");
    let server = server([half(&format!("{modified}:05 GMT")), rest()]).await;
    let (text, error) = read(store(&server).file("a").download().await.unwrap()).await;
    assert!(error.is_none() && text == "0123456789", "{text} {error:?}");
    let request = server.requests()[1].to_lowercase();
    assert!(request.contains("\r\nif-range: tue, 24 nov 2026 10:00:00 gmt\r\n"), "{request}");
    let (text, error) = read_from([half(&format!("{modified}:00 GMT")), rest()]).await;
    assert_eq!(text, "01234");
    assert!(error.unwrap().to_string().contains("5 of 10 bytes came"));
}

#[tokio::test]
async fn a_file_of_unknown_length_ends_where_nothing_follows() {
    let head = "200 OK\ntransfer-encoding: chunked\naccept-ranges: bytes\netag: \"v1\"";
    let over = answer("416 No\ncontent-length: 0\ncontent-range: bytes */5", "");
    let first = || answer(head, "5\r\n01234\r\n");
    let (text, error) = read_from([first(), over]).await;
    assert!(error.is_none() && text == "01234", "{text} {error:?}");
    // Not where it is shorter than what came.
    let less = answer("416 No\ncontent-length: 0\ncontent-range: bytes */3", "");
    let (_, error) = read_from([first(), less]).await;
    assert_eq!(error.unwrap().status().unwrap(), 416);
    // Nor where another file is that long.
    let other = "416 No\ncontent-length: 0\ncontent-range: bytes */5\netag: \"v2\"";
    let (_, error) = read_from([first(), answer(other, "")]).await;
    assert_eq!(error.unwrap().status().unwrap(), 416);
    let (_, error) = read_from([first(), answer(head, "3\r\n012\r\n0\r\n\r\n")]).await;
    assert!(error.unwrap().to_string().contains("is shorter than before"));
}

#[tokio::test]
async fn f150_a_part_of_a_file_of_unknown_length_is_not_taken_for_the_last() {
    let first = answer(
        "200 OK\ntransfer-encoding: chunked\naccept-ranges: bytes\netag: \"v1\"",
        "5\r\n01234\r\n",
    );
    let part = |range: &str, body: &str| {
        let length = body.len();
        answer(&format!("206 Part\ncontent-length: {length}\ncontent-range: bytes {range}"), body)
    };
    let rest = part("7-9/10", "789");
    let (text, error) = read_from([first.clone(), part("5-6/*", "56"), rest]).await;
    assert!(error.is_none() && text == "0123456789", "{text} {error:?}");
    let over = answer("416 No\ncontent-length: 0\ncontent-range: bytes */7", "");
    let (text, error) = read_from([first, part("5-6/*", "56"), over]).await;
    assert!(error.is_none() && text == "0123456", "{text} {error:?}");
}

#[tokio::test]
async fn a_download_of_which_nothing_came_is_asked_for_anew() {
    let nothing = answer("200 OK\ncontent-length: 10", "");
    let whole = answer("200 OK\ncontent-length: 3\netag: \"v2\"", "abc");
    let (text, error) = read_from([nothing.clone(), whole.clone()]).await;
    assert!(error.is_none() && text == "abc", "{text} {error:?}");
    // Not where a second request would do a second thing.
    let server = server([nothing, whole]).await;
    let (_, error) = read(store(&server).make("x").download().await.unwrap()).await;
    assert_eq!(error.unwrap().retry_stopped(), Some(StopReason::NotIdempotent));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn connections_that_bring_nothing_are_as_many_as_there_are_retries() {
    let server = server([half("etag: \"v1\""), Script::new().read_request().fin()]).await;
    let download = store(&server).file("a").max_retries(3).download().await.unwrap();
    let (text, error) = read(download).await;
    let error = error.unwrap();
    assert_eq!((text.as_str(), error.attempts()), ("01234", 4));
    assert_eq!(error.retry_stopped(), Some(StopReason::Attempts));
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn a_large_file_may_take_more_connections_than_there_are_retries() {
    const PIECE: usize = 64 * 1024;
    let body = "x".repeat(PIECE);
    let whole = 6 * PIECE;
    let scripts = (0..6).map(|number| {
        let (first, last) = (number * PIECE, whole - 1);
        let status = match number {
            0 => "200 OK".to_owned(),
            _ => format!("206 Part\ncontent-range: bytes {first}-{last}/{whole}"),
        };
        let length = whole - first;
        let more = "accept-ranges: bytes\netag: \"v1\"";
        answer(&format!("{status}\ncontent-length: {length}\n{more}"), &body)
    });
    let server = server(scripts).await;
    let download = store(&server).file("a").max_retries(1).download().await.unwrap();
    assert_eq!(download.bytes().await.unwrap().len(), whole);
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn a_range_of_the_callers_own_is_not_gone_on_with() {
    let part = "206 Part\ncontent-range: bytes 2-6/10\ncontent-length: 5\netag: \"v1\"\naccept-ranges: bytes";
    let server = server([answer(part, "234")]).await;
    let store = store(&server);
    let call = store.file("a").header("Range", "bytes=2-6");
    let (text, error) = read(call.download().await.unwrap()).await;
    assert_eq!((text.as_str(), error.unwrap().kind()), ("234", ErrorKind::Transport));
    assert_eq!(server.requests().len(), 1);
    // Nor is one that nobody asked for taken for the whole.
    let server = super::server([answer(part, "23456")]).await;
    let error = super::store(&server).file("a").download().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
}

#[tokio::test]
async fn a_transport_that_fails_in_the_middle_is_gone_on_with_too() {
    let mock = MockTransport::new();
    let half = Reply::status(200)
        .header("accept-ranges", "bytes")
        .header("etag", "\"v1\"")
        .pieces(["01234"])
        .breaks_off();
    let rest = Reply::status(206).header("content-range", "bytes 5-9/10").body("56789");
    mock.on("file").sequence([half, Reply::fail(Phase::Connect), rest]);
    let store = Store::builder().bearer(CANARY).transport(mock.transport()).clock(mock.clock());
    let download = store.build().unwrap().file("a").download().await.unwrap();
    let (text, error) = read(download).await;
    assert!(error.is_none() && text == "0123456789", "{text} {error:?}");
    assert_eq!(mock.seen().len(), 3);
}
