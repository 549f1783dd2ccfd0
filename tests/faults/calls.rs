//! Time, retries and threads.

use std::time::Duration;

use callsheet::testing::{MockTransport, Reply, Script};
use callsheet::{ErrorKind, Sent, StopReason, TestClock};

use super::common::CANARY;
use super::{Store, THING, builder, server, store};

fn mocked(mock: &MockTransport) -> Store {
    let store = Store::builder().bearer(CANARY).transport(mock.transport()).clock(mock.clock());
    store.build().unwrap()
}

#[tokio::test]
async fn f095_clients_that_fail_together_do_not_come_back_together() {
    let mut waits = Vec::new();
    for _ in 0..1000 {
        let mock = MockTransport::new();
        mock.on("get").sequence([Reply::status(503), Reply::json(200, THING)]);
        mocked(&mock).get("a").send().await.unwrap();
        waits.extend(mock.clock().pauses());
    }
    assert_eq!(waits.len(), 1000);
    // Each tenth of half a second has its share, by chi square with 9 degrees of freedom
    // (p < 1e-6).
    let mut tenths = [0.0_f64; 10];
    for wait in waits {
        assert!(wait <= Duration::from_millis(500));
        let tenth = (wait.as_millis() / 50).min(9);
        tenths[usize::try_from(tenth).unwrap()] += 1.0;
    }
    let chi: f64 = tenths.iter().map(|count| (count - 100.0).powi(2) / 100.0).sum();
    assert!(chi < 45.0, "{tenths:?}");
}

#[tokio::test]
async fn f103_a_clock_that_jumps_ends_a_call_at_once() {
    for jump in [Duration::from_secs(3600), Duration::from_secs(u64::MAX / 4)] {
        let clock = TestClock::new();
        let server = server([Script::new().read_request().wait_for_close()]).await;
        let store = builder(&server).clock(clock.clone()).build().unwrap();
        let mut call = Box::pin(store.start("x").send());
        tokio::select! {
            _ = &mut call => panic!("nothing came"),
            () = server.has_read(1) => clock.advance(jump),
        }
        let error = call.await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Maybe), "{error}");
        // The time of the whole call is over, too: there is no second attempt.
        assert_eq!(error.retry_stopped(), Some(StopReason::Deadline));
        assert_eq!(error.attempts(), 1);
    }
}

#[tokio::test]
async fn f109_a_token_that_is_refused_for_ever_is_an_error() {
    let mock = MockTransport::new();
    mock.on("get").reply(Reply::status(401));
    let error = mocked(&mock).get("a").send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 401));
    assert_eq!(mock.seen().len(), 1);
}

#[test]
fn f153_calls_need_little_of_the_stack() {
    let thread = std::thread::Builder::new().stack_size(128 * 1024);
    let calls = || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mock = MockTransport::new();
        mock.on("get").reply_json(200, THING);
        let store = mocked(&mock);
        for _ in 0..500 {
            let thing = runtime.block_on(async { store.get("a").send().await }).unwrap();
            assert_eq!(thing.count, 2);
        }
        mock.seen().len()
    };
    assert_eq!(thread.spawn(calls).unwrap().join().unwrap(), 500);
}

#[tokio::test]
async fn f135_events_that_are_repeated_are_passed_on() {
    let events = |events: &str| {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
        Script::new().read_request().write(format!("{head}{events}")).fin()
    };
    let first = "id: 1\ndata: {\"id\": 1}\n\n";
    let second = "id: 2\ndata: {\"id\": 2}\n\n";
    let server = server([events(first), events(&format!("{first}{second}"))]).await;
    let store = builder(&server).clock(TestClock::new()).build().unwrap();
    let mut stream = store.events().stream().await.unwrap();
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push((stream.next().await.unwrap().unwrap().id, stream.cursor().unwrap().to_owned()));
    }
    assert_eq!(ids, [(1, "1".to_owned()), (1, "1".to_owned()), (2, "2".to_owned())]);
    assert!(server.requests()[1].to_lowercase().contains("\r\nlast-event-id: 1\r\n"));
}

#[tokio::test]
async fn f105_a_stream_that_broke_off_is_never_begun_anew() {
    // No ids: what follows cannot be asked for.
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 99\r\n\r\n";
    let script = Script::new().read_request().write(format!("{head}data: {{\"id\": 1}}\n\n")).fin();
    let server = server([script]).await;
    let store = store(&server);
    let mut stream = store.events().stream().await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap().id, 1);
    assert_eq!(stream.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert!(stream.next().await.is_none());
    assert_eq!(server.requests().len(), 1);
}
