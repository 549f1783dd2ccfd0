//! The seams of the send path: transports, clocks, hooks and retry policies of a user's own. No
//! socket is opened and no time passes.

use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use callsheet::http::{HeaderMap, Request, Response, StatusCode};
use callsheet::transport::{
    AttemptContext, Phase, RequestBody, TransportError, TransportFuture, body,
};
use callsheet::{
    Attempt, BoxError, Builder, Clock, Decision, ErrorKind, Hook, Operation, RetryPolicy, Sent,
    Sleep, StopReason, Transport,
};

use crate::api::Mini;
use crate::{CANARY, THING, assert_no_canary};

/// One answer of a scripted transport.
enum Answer {
    Status(u16),
    Fails(Phase),
    Silence,
}

type Requests = Vec<(u32, Request<RequestBody>)>;

/// Answers in the order of a script, and keeps the requests.
#[derive(Clone, Default)]
struct Script {
    answers: Arc<Mutex<Vec<Answer>>>,
    /// Each with the number of its attempt.
    requests: Arc<Mutex<Requests>>,
}

impl Script {
    fn of(answers: impl IntoIterator<Item = Answer>) -> Self {
        let mut answers: Vec<_> = answers.into_iter().collect();
        answers.reverse();
        Self { answers: Arc::new(Mutex::new(answers)), ..Self::default() }
    }

    /// A client that sends with this script and never waits.
    fn client(&self) -> Builder<Mini> {
        Mini::builder().bearer(CANARY).transport(self.clone()).clock(Leap::default())
    }

    fn sent(&self) -> usize {
        self.requests.lock().unwrap().len()
    }
}

impl Transport for Script {
    fn send(&self, request: Request<RequestBody>, context: &AttemptContext) -> TransportFuture {
        self.requests.lock().unwrap().push((context.attempt, request));
        let answer = self.answers.lock().unwrap().pop().unwrap();
        Box::pin(async move {
            match answer {
                Answer::Status(status) => {
                    Ok(Response::builder().status(status).body(body(THING)).unwrap())
                }
                Answer::Fails(phase) => Err(TransportError::new(
                    phase,
                    Cause("outer", Some(Box::new(Cause("root", None)))),
                )),
                Answer::Silence => std::future::pending().await,
            }
        })
    }
}

/// A chain of causes.
#[derive(Debug)]
struct Cause(&'static str, Option<Box<Cause>>);

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Cause {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.1.as_ref().map(|cause| &**cause as _)
    }
}

/// A clock on which every wait is over at once, and has taken its time.
struct Leap(Arc<Mutex<Instant>>);

impl Default for Leap {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }
}

impl Clock for Leap {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let now = Arc::clone(&self.0);
        Box::pin(async move { *now.lock().unwrap() += duration })
    }
}

/// Tries again after a time, however often.
struct Again(Duration);

impl RetryPolicy for Again {
    fn decide(&self, _attempt: &Attempt<'_>) -> Decision {
        Decision::Retry { after: self.0 }
    }
}

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test]
async fn a_policy_cannot_go_on_for_ever() {
    let script = Script::of((0..9).map(|_| Answer::Status(503)));
    let client = script.client().retry(Again(SECOND)).build().unwrap();
    let error = client.create("a", "x").send().await.unwrap_err();
    assert_eq!((error.attempts(), script.sent()), (3, 3));
    assert_eq!(error.retry_stopped(), Some(StopReason::Attempts));
}

#[tokio::test]
async fn a_policy_repeats_the_same_request() {
    let script =
        Script::of([Answer::Fails(Phase::Connect), Answer::Status(503), Answer::Status(201)]);
    let client = script.client().retry(Again(SECOND)).build().unwrap();
    let response = client.create("a", "x").send_with_meta().await.unwrap();
    assert_eq!(response.attempts(), 3);
    let requests = script.requests.lock().unwrap();
    let numbers: Vec<_> = requests.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [1, 2, 3]);
    for (_, request) in requests.iter() {
        assert_eq!(request.uri(), requests[0].1.uri());
        assert_eq!(request.body().bytes(), requests[0].1.body().bytes());
        let mut headers = request.headers().clone();
        headers.insert("x-retry-count", 0.into());
        assert_eq!(&headers, requests[0].1.headers());
    }
}

#[tokio::test]
async fn f001_what_did_not_go_out_is_sent_again_whatever_it_is() {
    for phase in [Phase::Dns, Phase::Connect, Phase::Proxy] {
        let script = Script::of([Answer::Fails(phase), Answer::Status(429), Answer::Status(201)]);
        let response = script.client().build().unwrap().create("a", "x").send_with_meta().await;
        assert_eq!(response.unwrap().attempts(), 3);
    }
    let script = Script::of([Answer::Fails(Phase::Tls)]);
    let error = script.client().build().unwrap().create("a", "x").send().await.unwrap_err();
    assert_eq!((error.attempts(), error.retry_stopped()), (1, Some(StopReason::NotRetryable)));
}

#[tokio::test]
async fn an_error_says_what_may_have_gone_out_in_any_attempt() {
    let lost = Answer::Fails(Phase::Headers);
    let script = Script::of([lost, Answer::Fails(Phase::Connect), Answer::Fails(Phase::Connect)]);
    let error = script.client().build().unwrap().remove("a").send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    assert_eq!(error.sent(), Sent::Maybe);
}

#[tokio::test]
async fn f094_a_thousand_calls_at_once_stay_within_the_budget() {
    let script = Script::of((0..3000).map(|_| Answer::Status(503)));
    let client = script.client().build().unwrap();
    let calls: Vec<_> = (0..1000).map(|_| tokio::spawn(client.remove("a").send())).collect();
    let mut quota = 0;
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        quota += u32::from(error.retry_stopped() == Some(StopReason::Quota));
    }
    assert_eq!(script.sent(), 1100);
    assert!(quota >= 900, "{quota}");
}

#[tokio::test]
async fn a_call_ends_when_the_wait_is_longer_than_what_is_left() {
    for (limit, attempts) in [(SECOND / 2, 1), (SECOND * 7 / 2, 4)] {
        let script = Script::of((0..9).map(|_| Answer::Status(503)));
        let client = script.client().retry(Again(SECOND)).max_retries(9).build().unwrap();
        let error = client.create("a", "x").timeout(limit).send().await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, attempts));
        assert_eq!(script.sent(), attempts as usize);
        assert_eq!(error.to_string().contains(&format!("{attempts} attempts")), attempts > 1);
    }
}

#[tokio::test]
async fn silence_ends_at_the_nearest_limit() {
    for (attempt, total, said) in [(2, 9, "2s"), (9, 3, "3s")] {
        let script = Script::of([Answer::Silence]);
        let client = script
            .client()
            .max_retries(0)
            .attempt_timeout(SECOND * attempt)
            .timeout(SECOND * total);
        let error = client.build().unwrap().create("a", "x").send().await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Maybe));
        assert!(error.to_string().contains(said), "{error}");
    }
}

#[tokio::test]
async fn a_failed_transport_says_its_deepest_cause_once() {
    for (phase, kind, sent) in [
        (Phase::Dns, ErrorKind::Connect, Sent::No),
        (Phase::Connect, ErrorKind::Connect, Sent::No),
        (Phase::Tls, ErrorKind::Connect, Sent::No),
        (Phase::Proxy, ErrorKind::Connect, Sent::No),
        (Phase::Write, ErrorKind::Transport, Sent::Maybe),
        (Phase::Headers, ErrorKind::Transport, Sent::Maybe),
    ] {
        let script = Script::of([Answer::Fails(phase)]);
        let error = script
            .client()
            .max_retries(0)
            .build()
            .unwrap()
            .create("a", "x")
            .send()
            .await
            .unwrap_err();
        assert_eq!((error.kind(), error.sent()), (kind, sent), "{phase:?}");
        let mut chain = error.to_string();
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            chain = format!("{chain}: {cause}");
            source = cause.source();
        }
        assert_eq!(chain.matches("root").count(), 1, "{chain}");
        assert!(chain.starts_with("things.create: "), "{chain}");
    }
}

/// Notes what it sees, and adds headers.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

impl Hook for Notes {
    fn on_call(
        &self,
        operation: &'static Operation,
        headers: &mut HeaderMap,
    ) -> Result<(), BoxError> {
        self.0.lock().unwrap().push(format!("call {}", operation.name));
        headers.insert("x-call", "1".parse()?);
        Ok(())
    }

    fn on_attempt(
        &self,
        _operation: &'static Operation,
        attempt: u32,
        headers: &mut HeaderMap,
    ) -> Result<(), BoxError> {
        assert!(!format!("{headers:?}").contains("canary"), "{headers:?}");
        self.0.lock().unwrap().push(format!("attempt {attempt}"));
        headers.insert("x-attempt", attempt.to_string().parse()?);
        Ok(())
    }

    fn on_response(
        &self,
        _operation: &'static Operation,
        status: StatusCode,
        _headers: &HeaderMap,
    ) {
        self.0.lock().unwrap().push(format!("response {}", status.as_u16()));
    }

    fn on_error(&self, _operation: &'static Operation, error: &callsheet::Error) {
        assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
        self.0.lock().unwrap().push(format!("error {:?}", error.kind()));
    }
}

#[tokio::test]
async fn hooks_see_every_step_and_no_credentials() {
    let script =
        Script::of([Answer::Fails(Phase::Headers), Answer::Status(503), Answer::Status(201)]);
    let notes = Notes::default();
    let client = script.client().retry(Again(SECOND)).hook(notes.clone()).build().unwrap();
    client.create("a", "x").send().await.unwrap();
    assert_eq!(
        *notes.0.lock().unwrap(),
        [
            "call things.create",
            "attempt 1",
            "error Transport",
            "attempt 2",
            "response 503",
            "error Api",
            "attempt 3",
            "response 201"
        ]
    );
    for (number, request) in script.requests.lock().unwrap().iter() {
        assert_eq!(request.headers()["x-call"], "1");
        assert_eq!(request.headers()["x-attempt"], number.to_string().as_str());
        assert_eq!(request.headers()["authorization"], format!("Bearer {CANARY}").as_str());
    }
}

/// Refuses everything.
struct Refusal;

impl Hook for Refusal {
    fn on_call(
        &self,
        _operation: &'static Operation,
        _headers: &mut HeaderMap,
    ) -> Result<(), BoxError> {
        Err(format!("not today, {CANARY}").into())
    }
}

#[tokio::test]
async fn a_hook_can_refuse_a_call() {
    let script = Script::default();
    let client = script.client().hook(Refusal).build().unwrap();
    let error = client.create("a", "x").send().await.unwrap_err();
    assert_eq!((error.sent(), error.attempts(), script.sent()), (Sent::No, 0, 0));
    assert!(error.to_string().contains("not today"), "{error}");
    assert_no_canary(&error);
}
