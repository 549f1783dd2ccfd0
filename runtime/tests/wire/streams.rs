//! Streams over real sockets: what comes out of them, and what happens when they break off. Waits
//! between connections take no time, and are looked at.

mod kit;

use std::sync::Arc;
use std::time::{Duration, Instant};

use callsheet::{Clock, ErrorKind, Opening, Sleep, StopReason, TestClock};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::Notify;

use self::kit::{
    Follow, Rows, Run, Things, Watch, broken, chunked, drain, events, failed, fine, head, lines,
    open, pair, run, sent, thing, thing_with_id, watch,
};
use crate::api::{Failure, Mini, Thing};
use crate::server::Reply;
use crate::{CANARY, assert_no_canary};

#[tokio::test]
async fn events_come_one_by_one_with_what_is_known_of_them() {
    let body = format!("event: end\n{}", thing_with_id(2));
    let body = thing_with_id(1) + "event: ping\nid: 9\ndata: {}\n\n: hm\n\n" + &body + &thing(3);
    let (server, _, builder) = pair([events(&body)]).await;
    let mut things = open(&builder.build().unwrap(), watch()).await.unwrap();
    assert_eq!((things.meta().status().as_u16(), things.cursor()), (200, None));
    assert_eq!((things.meta().request_id(), things.meta().attempts()), (Some("req-1"), 1));
    assert_eq!(things.next().await.unwrap().unwrap().count, 1);
    assert_eq!(things.cursor(), Some("1"));
    // The ping is none of the caller's, and what comes after the end is not looked at.
    assert_eq!(fine(drain(&mut things).await), [2]);
    assert_eq!(things.cursor(), Some("2"));
    assert_eq!(sent(&server.requests(), "accept"), ["text/event-stream"]);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn f118_chunks_may_end_anywhere() {
    let body =
        "\u{feff}".to_owned() + &thing(1).replace('\n', "\r\n") + &thing(2).replace('\n', "\r");
    let mut bytes = (head("text/event-stream") + "transfer-encoding: chunked\r\n\r\n").into_bytes();
    for byte in body.as_bytes() {
        bytes.extend_from_slice(&[b"1\r\n", &[*byte][..], b"\r\n"].concat());
    }
    bytes.extend_from_slice(b"0\r\n\r\n");
    let follow = Follow { id: "a".into(), after: None };
    let (all, requests, _) = run(follow, [Reply::Bytes(bytes)]).await;
    assert_eq!((fine(all), requests.len()), (vec![1, 2], 1));
}

#[tokio::test]
async fn f126_a_stream_that_breaks_off_goes_on_after_the_last_whole_event() {
    let first = thing_with_id(1) + "event: ping\nid: 9\ndata\n\n: hm\n\nid: 2\ndata: {\"id\"";
    let (all, requests, pauses) =
        run(watch(), [broken(&first), events(&(thing_with_id(2) + "data: [DONE]\n\n"))]).await;
    assert_eq!(fine(all), [1, 2]);
    assert_eq!(sent(&requests, "last-event-id"), ["-", "1"]);
    assert_eq!(sent(&requests, "authorization"), ["Bearer pt-canary-7f3a"; 2]);
    let (least, most) = (Duration::from_millis(250), Duration::from_millis(500));
    assert!(matches!(pauses[..], [wait] if (least..=most).contains(&wait)), "{pauses:?}");
}

#[tokio::test]
async fn a_stream_starts_where_the_caller_says() {
    let request = Watch { id: "a".into(), from: Some("7".into()) };
    let end = || events("event: end\ndata: {\"id\":\"a\",\"count\":1}\n\n");
    let (all, requests, _) = run(request, [broken(": nothing\n\n"), end()]).await;
    assert_eq!((fine(all), sent(&requests, "last-event-id")), (vec![1], vec!["7".into(); 2]));

    let request = Follow { id: "a".into(), after: Some("x y".into()) };
    let answers = [broken(&("id: 5&6\n\n".to_owned() + &thing(1))), Reply::head(204, &[], "")];
    let (all, requests, _) = run(request, answers).await;
    assert_eq!(fine(all), [1]);
    let paths: Vec<_> = requests.iter().map(|request| request.lines().next().unwrap()).collect();
    let path = |query| format!("GET /things/a/events?after={query} HTTP/1.1");
    assert_eq!(paths, [path("x%20y"), path("5%266")]);
}

#[tokio::test]
async fn f123_an_empty_id_ends_what_can_be_resumed() {
    let body = thing_with_id(1) + "id\n" + &thing(2);
    let (all, requests, _) = run(watch(), [broken(&body)]).await;
    let (counts, error) = failed(all);
    assert_eq!((counts, error.kind(), requests.len()), (vec![1, 2], ErrorKind::Transport, 1));
}

#[tokio::test]
async fn f132_a_stream_that_does_not_get_on_ends() {
    let (all, requests, pauses) =
        run(watch(), [events(&thing_with_id(1)), events(": hello\n\n")]).await;
    let (counts, error) = failed(all);
    assert_eq!((counts, error.kind()), (vec![1], ErrorKind::Transport));
    assert_eq!(error.retry_stopped(), Some(StopReason::Attempts));
    assert!(error.to_string().contains("before its end"), "{error}");
    assert_eq!(sent(&requests, "last-event-id"), ["-", "1", "1", "1", "1", "1"]);
    assert_eq!(pauses.len(), 5);
    for (index, wait) in (0_u32..).zip(pauses) {
        let longest = Duration::from_millis(500) * 2_u32.pow(index);
        assert!((longest / 2..=longest).contains(&wait), "{index}: {wait:?}");
    }
}

#[tokio::test]
async fn f133_every_event_is_progress_but_there_is_always_a_wait() {
    let replies = (1..=20).map(|count| events(&thing_with_id(count)));
    let (all, _, pauses) = run(watch(), replies.chain([Reply::head(204, &[], "")])).await;
    assert_eq!(fine(all), (1..=20).collect::<Vec<_>>());
    assert_eq!(pauses.len(), 20);
    assert!(pauses.iter().all(|wait| *wait >= Duration::from_millis(250)), "{pauses:?}");
}

#[tokio::test]
async fn f124_the_server_says_how_long_to_wait_within_reason() {
    for (said, at_least, at_most) in
        [("3000", 3000, 3000), ("0", 250, 500), ("99999999999999999999999", 30_000, 30_000)]
    {
        let first = format!("retry: {said}\n{}", thing_with_id(1));
        let (all, _, pauses) = run(watch(), [broken(&first), Reply::head(204, &[], "")]).await;
        assert_eq!(fine(all), [1]);
        let range = Duration::from_millis(at_least)..=Duration::from_millis(at_most);
        assert!(range.contains(&pauses[0]), "{said}: {pauses:?}");
    }
}

#[tokio::test]
async fn f134_what_answers_instead_of_a_stream_is_classified_as_in_a_call() {
    let first = || broken(&thing_with_id(1));
    let end = || events(&("event: end\n".to_owned() + &thing(2)));
    for (reply, kind) in [
        (Reply::json(404, "{}"), ErrorKind::Api),
        (Reply::json(409, "{}"), ErrorKind::Api),
        (Reply::content(200, "text/html", "<html>"), ErrorKind::Decode),
        (Reply::head(302, &[("location", "/")], ""), ErrorKind::Redirect),
    ] {
        let (all, requests, _) = run(watch(), [first(), reply, end()]).await;
        let (counts, error) = failed(all);
        assert_eq!((counts, error.kind(), requests.len()), (vec![1], kind, 2));
        assert_eq!(error.retry_stopped(), Some(StopReason::NotRetryable));
    }
    let busy = Reply::head(429, &[("retry-after", "20")], "{}");
    let (all, _, pauses) = run(watch(), [first(), Reply::json(500, "{}"), busy, end()]).await;
    assert_eq!(fine(all), [1, 2]);
    assert_eq!((pauses.len(), pauses[2]), (3, Duration::from_secs(20)));
}

#[tokio::test]
async fn a_request_that_must_not_be_sent_twice_is_not() {
    let run_it = || Run { id: "a".into() };
    let (all, requests, _) = run(run_it(), [broken(&thing_with_id(1))]).await;
    let (counts, error) = failed(all);
    assert_eq!((counts, error.kind(), requests.len()), (vec![1], ErrorKind::Transport, 1));
    // Its end is missing, so that something is.
    let (all, ..) = run(run_it(), [events(&thing(1))]).await;
    assert!(failed(all).1.to_string().contains("before its end"));
    let (all, ..) = run(run_it(), [events(&(thing(1) + "data: [DONE]\n\n"))]).await;
    assert_eq!(fine(all), [1]);
}

#[tokio::test]
async fn without_ids_what_was_given_is_not_given_again() {
    let follow = || Follow { id: "a".into(), after: None };
    let (all, requests, _) = run(follow(), [broken(&thing(1))]).await;
    assert_eq!((failed(all).0, requests.len()), (vec![1], 1));
    let (all, requests, _) = run(follow(), [broken(": hm\n\n"), events(&thing(1))]).await;
    assert_eq!((fine(all), requests.len()), (vec![1], 2));
    // The body ends between two events, and nothing says that there is more.
    let (all, requests, _) = run(follow(), [events(&thing(1))]).await;
    assert_eq!((fine(all), requests.len()), (vec![1], 1));
    let (all, ..) = run(follow(), [events(&(thing(1) + "data: half"))]).await;
    assert_eq!(failed(all).0, [1]);
}

#[tokio::test]
async fn max_retries_counts_for_a_stream_too() {
    let (server, _, builder) = pair([broken(&thing_with_id(1))]).await;
    let mut things = open(&builder.max_retries(0).build().unwrap(), watch()).await.unwrap();
    assert_eq!(failed(drain(&mut things).await).0, [1]);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn f137_an_error_event_is_an_error_of_the_api_and_the_last_item() {
    let error = r#"{"error":{"type":"not_found_error","message":"gone"},"request_id":"req-9"}"#;
    for body in [
        format!("event: error\ndata: {error}\n\n"),
        thing(1).replace(
            '{',
            r#"{"type":"error","error":{"type":"not_found_error","message":"gone"},"#,
        ),
    ] {
        let (all, requests, _) =
            run(watch(), [events(&(thing_with_id(1) + &body + &thing(2)))]).await;
        let (counts, error) = failed(all);
        assert_eq!((counts, error.kind(), requests.len()), (vec![1], ErrorKind::Api, 1));
        assert_eq!((error.code(), error.message()), (Some("not_found_error"), Some("gone")));
        assert!(matches!(error.failure(), Some(Failure::NotFound(_))), "{error}");
        assert_eq!(error.request_id(), Some("req-1"));
        assert_eq!(
            error.to_string(),
            "things.watch: error event not_found_error: gone (request id req-1)"
        );
    }
    let (all, ..) = run(watch(), [events("event: error\ndata: busy\n\n")]).await;
    let error = failed(all).1;
    assert_eq!((error.kind(), error.body().unwrap().as_ref()), (ErrorKind::Api, &b"busy"[..]));
    assert_eq!(error.to_string(), "things.watch: error event: busy (request id req-1)");
}

#[tokio::test]
async fn f138_an_event_that_cannot_be_decoded_is_one_error_and_the_stream_goes_on() {
    let bad = "event: x\nid: 2\ndata: {\"id\":\"a\",\"count\":\"two\"}\n\n";
    let body = thing_with_id(1) + bad + "data:\n\n" + "event: end\n" + &thing(3);
    let (mut all, ..) = run(watch(), [events(&body)]).await;
    assert_eq!(all.pop().unwrap().unwrap(), 3);
    let empty = all.pop().unwrap().unwrap_err();
    assert_eq!((empty.kind(), empty.body().unwrap().len()), (ErrorKind::Decode, 0));
    let (counts, error) = failed(all);
    assert_eq!((counts, error.kind()), (vec![1], ErrorKind::Decode));
    assert_eq!(error.decode_path(), Some("count"));
    assert_eq!(error.body().unwrap().as_ref(), br#"{"id":"a","count":"two"}"#);
    assert!(error.to_string().contains("the event `x` is not what is declared"), "{error}");
}

#[tokio::test]
async fn what_is_no_stream_is_an_error_with_the_start_of_its_body() {
    let (_server, _, builder) =
        pair([Reply::content(200, "text/html", "<html>sorry</html>")]).await;
    let error = open(&builder.build().unwrap(), watch()).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200));
    assert_eq!(error.body().unwrap().as_ref(), b"<html>sorry</html>");
    let text = error.to_string();
    assert!(text.contains("`text/html`") && text.contains("sorry"), "{text}");
    assert_no_canary(&error);

    let (_server, _, builder) =
        pair([Reply::json(404, r#"{"error":{"type":"not_found_error"}}"#)]).await;
    let error = open(&builder.build().unwrap(), watch()).await.unwrap_err();
    assert!(matches!(error.failure(), Some(Failure::NotFound(_))), "{error}");

    // Opening is retried as a call is.
    let busy = Reply::json(503, "{}");
    let (all, _, pauses) = run(watch(), [busy.clone(), busy, events("data: [DONE]\n\n")]).await;
    assert_eq!((fine(all), pauses.len()), (vec![], 2));
    let (all, requests, _) = run(watch(), [Reply::head(204, &[], "")]).await;
    assert_eq!((fine(all), requests.len()), (vec![], 1));
}

#[tokio::test]
async fn f128_a_line_without_end_stops_at_the_limit() {
    let start = (head("text/event-stream") + "\r\n" + &thing_with_id(1) + "data: ").into_bytes();
    let (server, _, builder) = pair([Reply::Repeat(start, vec![b'x'; 0x1_0000])]).await;
    let client = builder.max_event(1 << 20).build().unwrap();
    let (counts, error) = failed(drain(&mut open(&client, watch()).await.unwrap()).await);
    assert_eq!((counts, error.kind()), (vec![1], ErrorKind::Limit));
    assert!(error.to_string().contains("1048576 bytes"), "{error}");
    // Sockets hold a few megabytes, and nobody reads them.
    assert!(server.written() < 64 << 20, "{}", server.written());
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn f131_silence_ends_a_connection_and_the_stream_goes_on() {
    let end = events(&("event: end\n".to_owned() + &thing(2)));
    let (server, clock, builder) = pair([Reply::Stall(chunked(&thing_with_id(1))), end]).await;
    let limit = Duration::from_secs(45);
    let mut things =
        open(&builder.body_idle_timeout(limit).build().unwrap(), watch()).await.unwrap();
    assert_eq!(things.next().await.unwrap().unwrap().count, 1);
    // While nobody waits, no time counts.
    clock.advance(limit * 10);
    let next = async { things.next().await.unwrap().unwrap().count };
    let time = async {
        tokio::task::yield_now().await;
        clock.advance(limit);
    };
    assert_eq!(tokio::join!(next, time).0, 2);
    assert_eq!(sent(&server.requests(), "last-event-id"), ["-", "1"]);
}

/// Tells when a limit of this length starts.
struct Watched(TestClock, Duration, Arc<Notify>);

impl Clock for Watched {
    fn now(&self) -> Instant {
        self.0.now()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        if duration == self.1 {
            self.2.notify_one();
        }
        self.0.sleep(duration)
    }
}

#[tokio::test]
async fn f130_heartbeats_are_life_but_no_events() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (clock, waits) = (TestClock::new(), Arc::<Notify>::default());
    let second = Duration::from_secs(1);
    let idle = second * 10;
    let watched = Watched(clock.clone(), idle, Arc::clone(&waits));
    let builder = Mini::builder().base_url(url).bearer(CANARY).clock(watched).max_retries(0);
    let builder = builder.body_idle_timeout(idle).event_idle_timeout(second * 60);
    let client = builder.build().unwrap();
    let mut beats = 0;
    let server = async {
        let (mut socket, _) = listener.accept().await.unwrap();
        let _ = socket.read(&mut [0; 4096]).await.unwrap();
        socket.write_all((head("text/event-stream") + "\r\n").as_bytes()).await.unwrap();
        loop {
            // The client waits again.
            waits.notified().await;
            beats += 1;
            clock.advance(second * 7);
            let beat = if beats == 5 { thing(1) } else { ": ping\n\n".to_owned() };
            socket.write_all(beat.as_bytes()).await.unwrap();
        }
    };
    let caller = async {
        let mut things = open(&client, watch()).await.unwrap();
        drain(&mut things).await
    };
    let all = tokio::select! {
        all = caller => all,
        () = server => vec![],
    };
    let (counts, error) = failed(all);
    assert_eq!((counts, error.kind()), (vec![1], ErrorKind::Timeout), "{error}");
    assert!(error.to_string().contains("no event came for 60s"), "{error}");
    // The event came with the fifth, and 9 times 7 seconds are more than 60.
    assert!((14..=15).contains(&beats), "{beats}");
}

#[tokio::test]
async fn f139_a_stream_that_is_dropped_or_closed_frees_its_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = Mini::builder().base_url(url).bearer(CANARY).build().unwrap();
    for close in [false, true] {
        let server = async {
            let (mut socket, _) = listener.accept().await.unwrap();
            let _ = socket.read(&mut [0; 4096]).await.unwrap();
            socket.write_all(&chunked(&(thing(1) + "data: half"))).await.unwrap();
            // Whatever says that nobody is there any more.
            while socket.read(&mut [0; 16]).await.is_ok_and(|read| read > 0) {}
        };
        let caller = async {
            let mut things = open(&client, watch()).await.unwrap();
            assert_eq!(things.next().await.unwrap().unwrap().count, 1);
            // Giving up the wait for an event loses nothing.
            let wait = Duration::from_millis(5);
            assert!(tokio::time::timeout(wait, things.next()).await.is_err());
            if close {
                things.close();
                assert!(things.next().await.is_none());
            }
            (!close).then(|| drop(things))
        };
        tokio::time::timeout(Duration::from_secs(20), async { tokio::join!(server, caller) })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_stream_that_is_closed_while_it_waits_to_go_on_has_ended() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = Mini::builder().base_url(url).bearer(CANARY).build().unwrap();
    let server = async {
        let (mut socket, _) = listener.accept().await.unwrap();
        let _ = socket.read(&mut [0; 4096]).await.unwrap();
        socket.write_all(&chunked(&thing_with_id(1))).await.unwrap();
        // The connection is cut, and the first wait is a quarter of a second at least.
    };
    let caller = async {
        let mut things = open(&client, watch()).await.unwrap();
        assert_eq!(things.next().await.unwrap().unwrap().count, 1);
        let wait = Duration::from_millis(20);
        assert!(tokio::time::timeout(wait, things.next()).await.is_err());
        things.close();
        assert!(things.next().await.is_none());
    };
    tokio::time::timeout(Duration::from_secs(20), async { tokio::join!(server, caller) })
        .await
        .unwrap();
    // Nobody has connected again.
    let again = tokio::time::timeout(Duration::from_millis(20), listener.accept());
    assert!(again.await.is_err());
}

#[tokio::test]
async fn f140_lines_are_values() {
    let rows = || Rows { id: "a".into() };
    let row = |count: u32| format!("{{\"id\":\"a\",\"count\":{count}}}");
    let body = format!("\u{feff}{}\r\n\n{{nope\n{}\n\n{}", row(1), row(2), row(3));
    let (mut all, requests, _) = run(rows(), [lines(body.as_bytes())]).await;
    assert_eq!(sent(&requests, "accept"), ["application/x-ndjson"]);
    assert_eq!(all.pop().unwrap().unwrap(), 3);
    assert_eq!(all.pop().unwrap().unwrap(), 2);
    let (counts, error) = failed(all);
    assert_eq!((counts, error.kind()), (vec![1], ErrorKind::Decode));
    assert_eq!(error.body().unwrap().as_ref(), b"{nope");

    // There is nothing to resume from.
    let start = chunked(&(row(1) + "\n" + &row(2)));
    let start = String::from_utf8(start).unwrap().replace("text/event-stream", "application/jsonl");
    let (all, requests, _) = run(rows(), [Reply::Bytes(start.into_bytes())]).await;
    let (counts, error) = failed(all);
    assert_eq!((counts, error.kind(), requests.len()), (vec![1], ErrorKind::Transport, 1));

    let (_server, _, builder) = pair([lines(format!("{}\n{}", row(1), row(2)).as_bytes())]).await;
    let client = builder.max_event(row(1).len() - 1).build().unwrap();
    let (counts, error) = failed(drain(&mut open(&client, rows()).await.unwrap()).await);
    assert_eq!((counts.len(), error.kind()), (0, ErrorKind::Limit));
    assert!(error.to_string().contains("the line is larger"), "{error}");
}

#[test]
fn a_stream_is_small_and_can_be_sent_anywhere() {
    fn size<T: Send + Unpin + 'static>() -> usize {
        size_of::<T>()
    }
    assert!(size::<Things>() <= 64 && size::<Opening<Thing, Failure>>() <= 64);
}
