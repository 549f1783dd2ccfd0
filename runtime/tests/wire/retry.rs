//! Retries over real sockets. The clock is the test's: waits between attempts take no time, and
//! time limits are reached when the test says so.

use std::sync::Arc;
use std::time::{Duration, Instant};

use callsheet::{Builder, Clock, ErrorKind, Sent, Sleep, StandardRetry, StopReason, TestClock};
use tokio::sync::Notify;

use crate::api::{Error, Mini};
use crate::server::{Reply, Server};
use crate::{CANARY, assert_no_canary};

const SECOND: Duration = Duration::from_secs(1);

fn status(status: u16) -> Reply {
    Reply::json(status, "{}")
}

fn with(status: u16, headers: &[(&str, &str)]) -> Reply {
    Reply::head(status, headers, "{}")
}

fn builder(server: &Server, clock: &TestClock) -> Builder<Mini> {
    Mini::builder().base_url(server.url()).bearer(CANARY).clock(clock.clone())
}

/// A server with these answers, a clock, and a client of the server on the clock.
async fn trio(replies: impl IntoIterator<Item = Reply>) -> (Server, TestClock, Mini) {
    let (server, clock) = (Server::script(replies).await, TestClock::new());
    let client = builder(&server, &clock).build().unwrap();
    (server, clock, client)
}

/// The values of a header in the requests so far.
fn header(server: &Server, name: &str) -> Vec<String> {
    let of = |request: &String| {
        let mut lines = request.lines().filter_map(|line| line.split_once(": "));
        let value = lines.find(|(line, _)| line.eq_ignore_ascii_case(name)).map(|(_, value)| value);
        value.unwrap_or("-").to_owned()
    };
    server.requests().iter().map(of).collect()
}

/// How the removal of a thing, which is idempotent, fails after these answers.
async fn removal(replies: impl IntoIterator<Item = Reply>) -> (Error, Vec<Duration>) {
    let (server, clock, client) = trio(replies).await;
    let error = client.remove("a").send().await.unwrap_err();
    assert_eq!(server.requests().len(), error.attempts() as usize);
    assert_no_canary(&error);
    (error, clock.pauses())
}

/// The same with a `Retry-After`.
async fn after(text: &str) -> (Error, Vec<Duration>) {
    removal([with(503, &[("retry-after", text)])]).await
}

#[tokio::test]
async fn two_retries_with_a_growing_random_wait_are_the_default() {
    let (error, pauses) = removal([status(503)]).await;
    assert_eq!((error.attempts(), error.retry_stopped()), (3, Some(StopReason::Attempts)));
    assert!(pauses.len() == 2 && pauses[0] <= SECOND / 2 && pauses[1] <= SECOND, "{pauses:?}");
}

#[tokio::test]
async fn the_second_attempt_may_succeed_and_nothing_waits_before_the_first() {
    let (_server, clock, client) = trio([status(503), Reply::head(204, &[], "")]).await;
    let response = client.remove("a").send_with_meta().await.unwrap();
    assert_eq!((response.attempts(), clock.pauses().len()), (2, 1));
    client.remove("a").send().await.unwrap();
    assert_eq!(clock.pauses().len(), 1);
}

#[tokio::test]
async fn f057_f058_statuses_that_pass_are_retried() {
    for (code, attempts) in
        [(400, 1), (404, 1), (408, 3), (409, 1), (429, 3), (500, 3), (529, 3), (598, 3)]
    {
        let (error, _) = removal([status(code)]).await;
        let reason = if attempts == 1 { StopReason::NotRetryable } else { StopReason::Attempts };
        assert_eq!((error.attempts(), error.retry_stopped()), (attempts, Some(reason)), "{code}");
    }
}

#[tokio::test]
async fn what_may_happen_twice_is_sent_again_after_429_only() {
    for (code, attempts) in [(408, 1), (429, 3), (503, 1)] {
        let (_server, _clock, client) = trio([status(code)]).await;
        let error = client.create("a", "x").send().await.unwrap_err();
        assert_eq!(error.attempts(), attempts, "{code}");
        let reason = if attempts == 1 { StopReason::NotIdempotent } else { StopReason::Attempts };
        assert_eq!(error.retry_stopped(), Some(reason), "{code}");
    }
}

#[tokio::test]
async fn f007_f008_f010_a_reset_is_retried_if_nothing_can_happen_twice() {
    let half = "HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{";
    for bytes in ["", half] {
        let (error, _) = removal([Reply::Reset(bytes.replace("201", "503").into())]).await;
        assert_eq!(error.attempts(), 3, "{error}");
        let (_server, _clock, client) = trio([Reply::Reset(bytes.into())]).await;
        let error = client.create("a", "x").send().await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1), "{error}");
        assert_ne!(error.sent(), Sent::No);
        assert_eq!(error.retry_stopped(), Some(StopReason::NotIdempotent));
    }
}

#[tokio::test]
async fn f009_a_used_connection_that_ends_is_replaced() {
    let keep = Reply::Keep(b"HTTP/1.1 204 No Content\r\n\r\n".into());
    for end in [Reply::Bytes(Vec::new()), Reply::Reset(Vec::new())] {
        let (server, _clock, client) = trio([keep.clone(), end, keep.clone()]).await;
        client.remove("a").send().await.unwrap();
        let response = client.remove("b").send_with_meta().await.unwrap();
        assert_eq!((response.attempts(), server.requests().len()), (2, 3));
    }
}

#[tokio::test]
async fn f089_no_wait_is_the_ordinary_wait() {
    for headers in [
        &[("retry-after", "0")] as &[_],
        &[
            ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("date", "Sun, 06 Nov 1994 08:50:37 GMT"),
        ],
        &[("retry-after", "NaN")],
        &[("retry-after-ms", "0"), ("retry-after", "50")],
    ] {
        let (error, pauses) = removal([with(503, headers)]).await;
        assert_eq!(error.attempts(), 3);
        assert!(pauses.iter().all(|pause| *pause <= SECOND), "{headers:?}: {pauses:?}");
    }
}

#[tokio::test]
async fn f092_the_server_says_how_long_to_wait() {
    for (headers, milliseconds) in [
        (&[("retry-after", "2.5")] as &[_], 2500),
        (&[("retry-after-ms", "125"), ("retry-after", "50")], 125),
        (
            &[
                ("retry-after", "Sun, 06 Nov 1994 08:50:37 GMT"),
                ("date", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ],
            60_000,
        ),
    ] {
        let (_, pauses) = removal([with(429, headers)]).await;
        assert_eq!(pauses, [Duration::from_millis(milliseconds); 2]);
    }
}

#[tokio::test]
async fn f090_a_wait_that_is_too_long_is_the_callers() {
    for text in ["60.1", "86400", "18446744073709551615", "1e20"] {
        let (error, pauses) = after(text).await;
        assert_eq!((error.attempts(), pauses.len()), (1, 0), "{text}");
        assert_eq!(error.retry_stopped(), Some(StopReason::Delay));
        assert!(error.retry_after().unwrap() > 60 * SECOND);
        assert!(error.to_string().contains("asks to wait"), "{error}");
    }
    let server = Server::replying(with(503, &[("retry-after", "90")])).await;
    let clock = TestClock::new();
    let policy = StandardRetry::new().max_server_delay(100 * SECOND);
    let client = builder(&server, &clock).retry(policy).build().unwrap();
    assert_eq!(client.remove("a").send().await.unwrap_err().attempts(), 3);
    assert_eq!(clock.pauses(), [90 * SECOND; 2]);
}

#[tokio::test]
async fn f093_the_server_has_a_word() {
    let said = |status, word| with(status, &[("x-should-retry", word)]);
    for (code, word, attempts) in
        [(503, "false", 1), (503, "maybe", 3), (400, "true", 3), (409, "true", 1)]
    {
        let (error, _) = removal([said(code, word)]).await;
        assert_eq!(error.attempts(), attempts, "{code} {word}");
        let veto = error.retry_stopped() == Some(StopReason::Veto);
        assert_eq!(veto, word == "false", "{code} {word}");
    }
    for code in [409, 503] {
        let (_server, _clock, client) = trio([said(code, "true")]).await;
        let error = client.create("a", "x").send().await.unwrap_err();
        assert_eq!(error.retry_stopped(), Some(StopReason::NotIdempotent));
    }
}

#[tokio::test]
async fn f094_a_service_that_is_down_is_left_alone() {
    let (server, _clock, client) = trio([status(503)]).await;
    let clone = client.clone();
    let mut quota = 0;
    for _ in 0..70 {
        let error = clone.remove("a").send().await.unwrap_err();
        quota += u32::from(error.retry_stopped() == Some(StopReason::Quota));
        let said = error.to_string().contains("budget");
        assert_eq!(said, error.retry_stopped() == Some(StopReason::Quota), "{error}");
    }
    // 500 tokens are a hundred retries, two for each call.
    assert_eq!((server.requests().len(), quota), (170, 20));
    let error = client.remove("a").send().await.unwrap_err();
    assert_eq!((error.attempts(), error.retry_stopped()), (1, Some(StopReason::Quota)));
}

#[tokio::test]
async fn a_policy_may_have_no_budget() {
    let server = Server::replying(status(503)).await;
    let policy = StandardRetry::new().without_budget();
    let client =
        builder(&server, &TestClock::new()).retry(policy).max_retries(150).timeout(None).build();
    let error = client.unwrap().remove("a").send().await.unwrap_err();
    assert_eq!((error.attempts(), error.retry_stopped()), (151, Some(StopReason::Attempts)));
}

#[tokio::test]
async fn f096_a_wait_beyond_the_limit_of_the_call_is_not_begun() {
    let (server, clock, client) = trio([with(503, &[("retry-after", "2")])]).await;
    let error = client.remove("a").timeout(SECOND).send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
    assert_eq!(error.retry_stopped(), Some(StopReason::Deadline));
    assert_eq!((server.requests().len(), clock.pauses().len()), (1, 0));
}

#[tokio::test]
async fn f099_a_key_is_one_for_all_attempts_and_new_for_each_call() {
    let (server, _clock, client) = trio([status(503)]).await;
    let first = client.start("a", "x").send().await.unwrap_err();
    let second = client.start("a", "x").send().await.unwrap_err();
    // The endpoint's own rules allow three retries.
    assert_eq!((first.attempts(), second.attempts()), (4, 4));
    let keys = header(&server, "idempotency-key");
    let expected = [[first.idempotency_key().unwrap(); 4], [second.idempotency_key().unwrap(); 4]];
    assert_eq!(keys, expected.concat());
    assert_ne!(first.idempotency_key(), second.idempotency_key());
    for request in server.requests() {
        assert!(request.ends_with("\r\n\r\n{\"name\":\"x\"}"), "{request}");
    }
}

#[tokio::test]
async fn a_key_of_the_callers_own_is_sent() {
    let (server, _clock, client) = trio([Reply::head(204, &[], "")]).await;
    let response = client.start("a", "x").idempotency_key("mine").send_with_meta().await.unwrap();
    assert_eq!(response.idempotency_key(), Some("mine"));
    let call = client.start("a", "x").header("idempotency-key", "theirs");
    let response = call.send_with_meta().await.unwrap();
    assert_eq!(response.idempotency_key(), Some("theirs"));
    assert_eq!(header(&server, "idempotency-key"), ["mine", "theirs"]);
    let request = client.start("a", "x").to_http().unwrap();
    assert_eq!(request.headers()["idempotency-key"].len(), 36);
    for (key, said) in [("", "empty"), ("a\nb", "Idempotency-Key")] {
        let error = client.start("a", "x").idempotency_key(key).send().await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 0));
        assert!(error.to_string().contains(said), "{error}");
    }
    let error = client.create("a", "x").idempotency_key("mine").send().await.unwrap_err();
    assert!(error.to_string().contains("names no header"), "{error}");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn rules_of_an_endpoint_say_which_statuses_and_the_caller_how_often() {
    for (code, attempts) in [(409, 4), (429, 1), (500, 4)] {
        let (_server, _clock, client) = trio([status(code)]).await;
        assert_eq!(client.start("a", "x").send().await.unwrap_err().attempts(), attempts, "{code}");
    }
    let (server, clock, client) = trio([status(503)]).await;
    assert_eq!(client.start("a", "x").max_retries(1).send().await.unwrap_err().attempts(), 2);
    let client = builder(&server, &clock).max_retries(0).build().unwrap();
    assert_eq!(client.start("a", "x").send().await.unwrap_err().attempts(), 1);
    assert_eq!(client.start("a", "x").max_retries(4).send().await.unwrap_err().attempts(), 5);
}

#[tokio::test]
async fn attempts_are_announced() {
    let (server, clock, client) = trio([status(503)]).await;
    client.remove("a").send().await.unwrap_err();
    client.start("a", "x").send().await.unwrap_err();
    client.remove("a").timeout(SECOND * 7).max_retries(0).send().await.unwrap_err();
    client.remove("a").header("x-timeout", "9").max_retries(0).send().await.unwrap_err();
    assert_eq!(header(&server, "x-retry-count"), ["0", "1", "2", "0", "1", "2", "3", "0", "0"]);
    // The limit of `start` is a second and a half.
    let limits = ["60", "60", "60", "2", "2", "2", "2", "7", "9"];
    assert_eq!(header(&server, "x-timeout"), limits);
    let client = builder(&server, &clock).attempt_timeout(None).timeout(None).build().unwrap();
    client.start("a", "x").max_retries(0).send().await.unwrap_err();
    assert_eq!(header(&server, "x-timeout").last().unwrap(), "-");
}

/// Runs a call; whenever the server has got one more request, the clock moves.
async fn moving<T>(
    call: impl Future<Output = T>,
    server: &Server,
    clock: &TestClock,
    step: Duration,
) -> T {
    let mut call = std::pin::pin!(call);
    let mut seen = 0;
    loop {
        tokio::select! {
            result = &mut call => return result,
            () = server.has(seen + 1) => clock.advance(step),
        }
        seen += 1;
    }
}

#[tokio::test]
async fn f019_f097_a_silent_server_has_what_is_left_of_the_time() {
    let (server, clock, client) = trio([Reply::Stall(Vec::new())]).await;
    let call = client.remove("a").send();
    let error = moving(call, &server, &clock, 60 * SECOND).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.attempts(), error.sent()),
        (ErrorKind::Timeout, 3, Sent::Maybe)
    );
    assert!(error.to_string().contains("60s"), "{error}");
    // Of 100 seconds the second attempt has at most 40.
    let (server, clock, client) = trio([Reply::Stall(Vec::new())]).await;
    let call = client.remove("a").timeout(100 * SECOND).send();
    let error = moving(call, &server, &clock, 60 * SECOND).await.unwrap_err();
    assert_eq!((error.attempts(), error.retry_stopped()), (2, Some(StopReason::Deadline)));
    let left: u64 = header(&server, "x-timeout")[1].parse().unwrap();
    assert!((39..=40).contains(&left), "{left}");
}

#[tokio::test]
async fn f098_what_may_happen_twice_is_not_tried_again_after_a_time_limit() {
    let (server, clock, client) = trio([Reply::Stall(Vec::new())]).await;
    let call = client.create("a", "x").send();
    let error = moving(call, &server, &clock, 60 * SECOND).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.attempts(), error.sent()),
        (ErrorKind::Timeout, 1, Sent::Maybe)
    );
    assert_eq!(error.retry_stopped(), Some(StopReason::NotIdempotent));
}

#[tokio::test]
async fn f020_a_body_that_stands_still_ends_at_the_idle_limit() {
    let head = "HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{";
    let server = Server::replying(Reply::Stall(head.into())).await;
    let clock = TestClock::new();
    let client = builder(&server, &clock).attempt_timeout(None).timeout(None);
    let client = client.body_idle_timeout(20 * SECOND).build().unwrap();
    let call = client.create("a", "x").send();
    let error = crawling(call, &clock).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Yes), "{error}");
    assert_eq!(error.status().unwrap(), 201);
    assert!(error.to_string().contains("20s"), "{error}");
    // An error's body is as good as it got.
    let server = Server::replying(Reply::Stall(head.replace("201", "400").into())).await;
    let client = builder(&server, &clock).attempt_timeout(None).timeout(None);
    let client = client.body_idle_timeout(20 * SECOND).build().unwrap();
    let error = crawling(client.create("a", "x").send(), &clock).await.unwrap_err();
    assert_eq!((error.kind(), error.body_truncated()), (ErrorKind::Api, true), "{error}");
}

/// Runs a call while the clock goes on, an hour at a time.
async fn crawling<T>(call: impl Future<Output = T>, clock: &TestClock) -> T {
    let mut call = std::pin::pin!(call);
    loop {
        tokio::select! {
            biased;
            result = &mut call => return result,
            () = tokio::task::yield_now() => clock.advance(3600 * SECOND),
        }
    }
}

#[tokio::test]
async fn f104_no_number_is_too_large_or_too_small() {
    let server = Server::script([status(503), Reply::head(204, &[], "")]).await;
    let client = builder(&server, &TestClock::new())
        .timeout(Duration::MAX)
        .attempt_timeout(Duration::MAX)
        .body_idle_timeout(Duration::MAX)
        .retry(StandardRetry::new().backoff(Duration::MAX, Duration::MAX))
        .max_retries(u32::MAX)
        .build()
        .unwrap();
    let error = client.remove("a").timeout(Duration::ZERO).send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent(), error.attempts()), (ErrorKind::Timeout, Sent::No, 0));
    assert_eq!(error.retry_stopped(), Some(StopReason::Deadline));
    let policy = StandardRetry::new();
    let zero = builder(&server, &TestClock::new()).attempt_timeout(Duration::ZERO).retry(policy);
    assert!(zero.build().unwrap().remove("a").send().await.unwrap_err().is_timeout());
    assert!(server.requests().is_empty());
    client.remove("a").send().await.unwrap();
}

/// A clock whose waits between attempts never end.
struct Endless(TestClock, Arc<Notify>);

impl Clock for Endless {
    fn now(&self) -> Instant {
        self.0.now()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        self.0.sleep(duration)
    }

    fn pause(&self, _duration: Duration) -> Sleep {
        self.1.notify_one();
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn f102_a_call_that_is_dropped_between_attempts_is_over() {
    let server = Server::replying(status(503)).await;
    let waiting = Arc::<Notify>::default();
    let clock = Endless(TestClock::new(), Arc::clone(&waiting));
    let client =
        Mini::builder().base_url(server.url()).bearer(CANARY).clock(clock).build().unwrap();
    tokio::select! {
        result = client.remove("a").send() => panic!("{result:?}"),
        () = waiting.notified() => {}
    }
    assert_eq!(server.requests().len(), 1);
    // The client is as good as new.
    let error = client.remove("a").max_retries(0).send().await.unwrap_err();
    assert_eq!((error.attempts(), server.requests().len()), (1, 2));
}
