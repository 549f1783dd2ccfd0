//! Downloads: what comes in pieces, how it is saved, and where it ends.

use std::path::PathBuf;
use std::pin::Pin;
use std::time::Duration;

use callsheet::futures_core::Stream;
use callsheet::testing::{FaultServer, Gate, MockTransport, Reply, Script};
use callsheet::{Download, ErrorKind, StopReason, TestClock};

use super::common::{CANARY, assert_no_canary};
use super::{Error, Failure, Store, answer, builder, server, store};

/// What comes before an error, and the error.
pub(super) async fn read(mut download: Download<Failure>) -> (String, Option<Error>) {
    let mut text = String::new();
    loop {
        match download.chunk().await {
            Ok(Some(piece)) => text.push_str(std::str::from_utf8(&piece).unwrap()),
            Ok(None) => return (text, None),
            Err(error) => {
                assert_no_canary(&error);
                assert_eq!(download.chunk().await.unwrap(), None);
                return (text, Some(error));
            }
        }
    }
}

/// A whole file of ten bytes, of which five come, that can be gone on with.
pub(super) fn half(more: &str) -> Script {
    answer(&format!("200 OK\ncontent-length: 10\naccept-ranges: bytes\n{more}"), "01234")
}

/// What a server with these scripts gives.
pub(super) async fn read_from(
    scripts: impl IntoIterator<Item = Script>,
) -> (String, Option<Error>) {
    let server = server(scripts).await;
    read(store(&server).file("a").download().await.unwrap()).await
}

/// A folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("downloads").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_download_tells_what_it_is_before_it_comes() {
    let gate = Gate::new();
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\nx-request-id: r1\r\ncontent-type: text/plain\r\n\
                content-disposition: attachment; filename=\"../../a b.txt\"\r\n\r\n";
    let script = Script::new().read_request().write(head).pause(&gate).write("0123456789");
    let server = server([script]).await;
    let mut download = store(&server).file("a").download().await.unwrap();
    assert_eq!(download.meta().status(), 200);
    assert_eq!(download.meta().request_id(), Some("r1"));
    assert_eq!(download.meta().content_type(), Some("text/plain"));
    assert_eq!((download.length(), download.received()), (Some(10), 0));
    assert_eq!(download.file_name().as_deref(), Some("a b.txt"));
    // Giving up a wait loses nothing.
    tokio::select! {
        biased;
        _ = download.chunk() => panic!("the gate is closed"),
        () = gate.reached() => {}
    }
    gate.open();
    assert_eq!(download.chunk().await.unwrap().unwrap(), "0123456789");
    assert_eq!(download.received(), 10);
    assert_eq!(download.chunk().await.unwrap(), None);
    let request = &server.requests()[0].to_lowercase();
    assert!(request.contains("accept-encoding: identity\r\n"), "{request}");
}

#[tokio::test]
async fn a_download_is_saved_whole_or_not_at_all() {
    let folder = folder("saved");
    let target = folder.join("a.txt");
    std::fs::write(&target, "old").unwrap();
    let server = server([
        answer("200 OK\ncontent-length: 10", "01234"),
        answer("200 OK\ncontent-length: 10", "0123456789"),
        answer("200 OK\ncontent-length: 2", "ab"),
    ])
    .await;
    let store = store(&server);
    let error = store.file("a").download().await.unwrap().save_to(&target).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(std::fs::read_to_string(&target).unwrap(), "old");
    assert_eq!(names(&folder), ["a.txt"]);
    let saved = store.file("a").download().await.unwrap().save_to(&target).await;
    assert_eq!(saved.unwrap(), 10);
    assert_eq!(std::fs::read_to_string(&target).unwrap(), "0123456789");
    let download = store.file("a").download().await.unwrap();
    for nowhere in [folder.clone(), folder.join("no/such/a.txt"), folder.join("..")] {
        let download = store.file("a").download().await.unwrap();
        let error = download.save_to(&nowhere).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::File, "{error}");
    }
    assert_eq!(download.bytes().await.unwrap(), "ab");
    assert_eq!(names(&folder), ["a.txt"]);
}

#[tokio::test]
async fn a_download_that_has_failed_or_was_closed_is_not_saved_as_if_it_were_whole() {
    let folder = folder("failed_before");
    let target = folder.join("a.txt");
    std::fs::write(&target, "old").unwrap();
    let part = || answer("200 OK\ncontent-length: 10", "01234");
    let nothing = answer("204 Nothing\netag: \"v1\"", "");
    let empty = answer("200 OK\ncontent-length: 0", "");
    let server = server([part(), half("etag: \"v1\""), nothing, part(), empty]).await;
    let store = store(&server);
    let failed = async || {
        let mut download = store.file("a").download().await.unwrap();
        while download.chunk().await.is_ok() {}
        download
    };
    let error = failed().await.save_to(&target).await.unwrap_err();
    assert!(error.to_string().contains("given up before: 5 of 10 bytes came"), "{error}");
    assert_eq!(failed().await.bytes().await.unwrap_err().kind(), ErrorKind::Transport);
    let mut closed = store.file("a").download().await.unwrap();
    closed.close();
    assert!(closed.save_to(&target).await.is_err());
    assert_eq!(
        (std::fs::read_to_string(&target).unwrap().as_str(), names(&folder).len()),
        ("old", 1)
    );
    // What has come to its end stays whole, even if it is closed then.
    let mut whole = store.file("a").download().await.unwrap();
    assert_eq!(whole.chunk().await.unwrap(), None);
    whole.close();
    assert_eq!(whole.save_to(&target).await.unwrap(), 0);
}

#[tokio::test]
async fn a_save_that_is_given_up_leaves_nothing() {
    let folder = folder("given_up");
    let gate = Gate::new();
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n01234";
    let server = server([Script::new().read_request().write(head).pause(&gate)]).await;
    let download = store(&server).file("a").download().await.unwrap();
    let mut save = Box::pin(download.save_to(folder.join("a.txt")));
    // Up to where there is a file that is not whole.
    while names(&folder).is_empty() {
        tokio::select! {
            biased;
            _ = &mut save => panic!("the gate is closed"),
            () = tokio::task::yield_now() => {}
        }
    }
    drop(save);
    assert_eq!(names(&folder), [""; 0]);
}

#[tokio::test]
async fn f011_a_download_that_is_too_short_says_how_much_came() {
    let (text, error) = read_from([answer("200 OK\ncontent-length: 10", "01234")]).await;
    let error = error.unwrap();
    assert_eq!((text.as_str(), error.kind()), ("01234", ErrorKind::Transport));
    assert!(error.to_string().contains("5 of 10 bytes came"), "{error}");
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (200, 1));
    assert_eq!(error.retry_stopped(), Some(StopReason::NotRetryable));
}

#[tokio::test]
async fn a_transport_that_does_not_count_is_held_to_the_length() {
    let file = |body: &'static str| Reply::status(200).header("content-length", "5").body(body);
    let mock = MockTransport::new();
    mock.on("file").sequence([file("0123"), file("01234"), file("012345")]);
    let store = Store::builder().bearer(CANARY).transport(mock.transport()).build().unwrap();
    let (_, short) = read(store.file("a").download().await.unwrap()).await;
    assert!(short.unwrap().to_string().contains("ended too early: 4 of 5 bytes came"));
    assert!(read(store.file("a").download().await.unwrap()).await.1.is_none());
    let (text, long) = read(store.file("a").download().await.unwrap()).await;
    let long = long.unwrap();
    assert_eq!((text.as_str(), long.kind()), ("", ErrorKind::Transport));
    assert!(long.to_string().contains("more came than the 5 bytes"), "{long}");
}

#[tokio::test]
async fn f034_a_download_that_is_too_large_is_not_begun() {
    let server = server([answer("200 OK\ncontent-length: 10000000000", "x")]).await;
    let client = builder(&server).max_body(1000).build().unwrap();
    let bytes = client.file("a").download().await.unwrap().bytes().await.unwrap_err();
    assert_eq!(bytes.kind(), ErrorKind::Limit);
    let download = client.file("a").download().await.unwrap().at_most(10);
    assert_eq!(download.length(), Some(10_000_000_000));
    let (text, error) = read(download).await;
    assert_eq!((text.as_str(), error.unwrap().kind()), ("", ErrorKind::Limit));
}

#[tokio::test]
async fn f033_a_download_without_end_stops_at_the_limit() {
    let script = Script::new()
        .read_request()
        .write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        .write_endlessly(format!("1000\r\n{}\r\n", "x".repeat(0x1000)));
    let server = server([script]).await;
    let client = builder(&server).max_body(100_000).build().unwrap();
    let bytes = client.file("a").download().await.unwrap().bytes().await.unwrap_err();
    assert_eq!(bytes.kind(), ErrorKind::Limit);
    let (text, error) = read(client.file("a").download().await.unwrap().at_most(50_000)).await;
    assert_eq!(error.unwrap().kind(), ErrorKind::Limit);
    assert!(text.len() <= 50_000, "{}", text.len());
}

#[tokio::test]
async fn f039_a_file_that_comes_encoded_is_refused_unless_that_was_asked_for() {
    let zipped = answer("200 OK\ncontent-encoding: gzip\ncontent-length: 3", "zip");
    let server = server([zipped]).await;
    let store = store(&server);
    let error = store.file("a").download().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("`gzip`"), "{error}");
    let asked = store.file("a").header("Accept-Encoding", "gzip").download().await.unwrap();
    assert_eq!(asked.meta().headers()["content-encoding"], "gzip");
    assert_eq!(read(asked).await.0, "zip");
}

#[tokio::test]
async fn f040_a_download_that_nobody_reads_waits_for_as_long_as_it_takes() {
    let clock = TestClock::new();
    let gate = Gate::new();
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n01234";
    let script = Script::new().read_request().write(head).pause(&gate).write("56789");
    let server = server([script]).await;
    let store = builder(&server).clock(clock.clone()).build().unwrap();
    let mut download = store.file("a").download().await.unwrap();
    assert_eq!(download.chunk().await.unwrap().unwrap(), "01234");
    clock.advance(Duration::from_secs(3600));
    gate.open();
    assert_eq!(download.chunk().await.unwrap().unwrap(), "56789");
    assert_eq!(download.chunk().await.unwrap(), None);
}

/// A download that has stopped in the middle, and what a wait for more comes to.
async fn stalled(clock: &TestClock, store: &Store, limit: Option<Duration>) -> Error {
    let call = store.file("a").max_retries(0);
    let call = if let Some(limit) = limit { call.timeout(limit) } else { call };
    let mut download = call.download().await.unwrap();
    assert_eq!(download.chunk().await.unwrap().unwrap(), "01234");
    let mut wait = Box::pin(download.chunk());
    tokio::select! {
        biased;
        _ = &mut wait => panic!("nothing comes"),
        () = tokio::task::yield_now() => clock.advance(Duration::from_secs(61)),
    }
    wait.await.unwrap_err()
}

#[tokio::test]
async fn f020_a_download_that_stands_still_is_given_up() {
    let clock = TestClock::new();
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n01234";
    let server = server([Script::new().read_request().write(head).wait_for_close()]).await;
    let store = builder(&server).clock(clock.clone()).build().unwrap();
    let idle = stalled(&clock, &store, None).await;
    assert_eq!(idle.kind(), ErrorKind::Timeout);
    assert!(idle.to_string().contains("stood still: 5 of 10 bytes came"), "{idle}");
    let patient = builder(&server).clock(clock.clone()).body_idle_timeout(None).build().unwrap();
    let total = stalled(&clock, &patient, Some(Duration::from_secs(60))).await;
    assert_eq!(total.kind(), ErrorKind::Timeout);
    assert!(total.to_string().contains("not all came within 60s"), "{total}");
}

#[tokio::test]
async fn the_time_of_a_download_counts_from_where_it_is_waited_for() {
    let mock = MockTransport::new();
    mock.on("file").reply(Reply::status(200).body("0123456789"));
    let clock = mock.clock();
    let store = Store::builder().bearer(CANARY).transport(mock.transport()).clock(clock.clone());
    let store = store.build().unwrap();
    let starting = store.file("a").timeout(Duration::from_secs(5)).download();
    clock.advance(Duration::from_secs(10));
    let download = starting.await.unwrap();
    clock.advance(Duration::from_secs(4));
    assert_eq!(download.bytes().await.unwrap(), "0123456789");
}

#[tokio::test]
async fn f152_a_download_is_small_can_be_sent_anywhere_and_is_a_stream() {
    fn size<T: Send + Unpin + 'static>(value: &T) -> usize {
        std::mem::size_of_val(value)
    }
    let server = server([answer("200 OK\ncontent-length: 2", "ab")]).await;
    let starting = store(&server).file("a").download();
    assert!(size(&starting) <= 128, "{}", size(&starting));
    let mut download = starting.await.unwrap();
    assert_eq!(size(&download), size(&0_usize));
    let next = std::future::poll_fn(|cx| Pin::new(&mut download).poll_next(cx)).await;
    assert_eq!(next.unwrap().unwrap(), "ab");
    let save = download.save_to(folder("sent").join("a"));
    tokio::spawn(save).await.unwrap().unwrap();
}

#[tokio::test]
async fn an_error_is_one_before_anything_is_downloaded() {
    let server = server([answer("404 No\ncontent-length: 7", "nothing")]).await;
    let error = store(&server).file("a").download().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 404));
    assert_eq!(error.body().unwrap(), "nothing");
    let refused = store(&server).file("..").download().await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Build);
}

#[tokio::test]
async fn f102_a_download_that_is_dropped_asks_for_nothing_more() {
    let clock = TestClock::new();
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n01234";
    let closed = Gate::new();
    let script = Script::new().read_request().write(head).wait_for_close().pause(&closed);
    let server = server([script]).await;
    let store = builder(&server).clock(clock).build().unwrap();
    let mut download = store.file("a").download().await.unwrap();
    assert_eq!(download.chunk().await.unwrap().unwrap(), "01234");
    drop(download);
    closed.reached().await;
    assert_eq!((server.requests().len(), server.connections()), (1, 1));
}

#[tokio::test]
async fn a_call_without_a_table_is_downloaded_as_well() {
    let server = FaultServer::start([answer("200 OK\ncontent-length: 2", "ab")]).await.unwrap();
    let store = store(&server);
    let call = store.request(callsheet::http::Method::GET, "/other");
    assert_eq!(call.download().await.unwrap().bytes().await.unwrap(), "ab");
    let request = server.requests()[0].to_lowercase();
    assert!(request.contains("authorization: bearer pt-canary"), "{request}");
}

#[tokio::test]
async fn a_head_is_answered_with_a_length_and_no_body_to_wait_for() {
    let server = server([answer("200 OK\ncontent-length: 10", "")]).await;
    let call = store(&server).request(callsheet::http::Method::HEAD, "/other").download();
    let download = call.await.unwrap();
    assert_eq!(download.length(), Some(10));
    assert_eq!(download.bytes().await.unwrap(), "");
    assert_eq!(server.requests().len(), 1);
}
