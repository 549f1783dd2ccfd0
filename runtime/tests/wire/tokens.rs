//! Tokens that are fetched: by one call at a time, in time, and by nobody else. No time passes but
//! on a clock of the test's own.

use std::future::{Future, pending, poll_fn};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::{Duration, Instant};

use callsheet::http::{Request, Response};
use callsheet::transport::{AttemptContext, RequestBody, TransportFuture, body};
use callsheet::{
    Builder, Clock, ErrorKind, FetchContext, Sent, Sleep, Token, TokenFuture, TokenProvider,
    Transport,
};
use tokio::task::JoinSet;

use crate::api::Mini;
use crate::{CANARY, THING, assert_no_canary};

/// What a provider does when it is asked.
#[derive(Clone, Copy)]
enum Step {
    /// Gives a token that is good for so many seconds.
    Token(u64),
    Fails,
    Hangs,
    Panics,
}

/// Does its steps in turn, the last one for ever.
#[derive(Clone)]
struct Steps {
    steps: Arc<Vec<Step>>,
    asked: Arc<AtomicUsize>,
}

impl Steps {
    fn of(steps: &[Step]) -> Self {
        Self { steps: Arc::new(steps.to_vec()), asked: Arc::default() }
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

impl TokenProvider for Steps {
    fn fetch<'a>(&'a self, context: FetchContext<'a>) -> TokenFuture<'a> {
        assert_eq!((context.scheme(), context.scopes()), ("bearer", [].as_slice()));
        let number = self.asked.fetch_add(1, Ordering::Relaxed);
        let step = self.steps[number.min(self.steps.len() - 1)];
        Box::pin(async move {
            tokio::task::yield_now().await;
            match step {
                Step::Token(life) => Ok(Token::new(format!("{CANARY}-{}", number + 1))
                    .expires_in(Duration::from_secs(life))),
                Step::Fails => Err(format!("the vault is shut for {CANARY}-1").into()),
                Step::Hangs => pending().await,
                Step::Panics => panic!("the vault is on fire"),
            }
        })
    }
}

/// A clock that stands still until it is moved. Waits never end, or at once.
#[derive(Clone)]
struct Still {
    now: Arc<Mutex<Instant>>,
    waits_end: bool,
}

impl Still {
    fn new(waits_end: bool) -> Self {
        Self { now: Arc::new(Mutex::new(Instant::now())), waits_end }
    }

    fn pass(&self, seconds: u64) {
        *self.now.lock().unwrap() += Duration::from_secs(seconds);
    }
}

impl Clock for Still {
    fn now(&self) -> Instant {
        *self.now.lock().unwrap()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let clock = self.clone();
        Box::pin(async move {
            if !clock.waits_end {
                pending::<()>().await;
            }
            *clock.now.lock().unwrap() += duration;
        })
    }
}

/// Answers everything, and keeps the number of the token.
#[derive(Clone, Default)]
struct Echo(Arc<Mutex<Vec<String>>>);

impl Echo {
    fn tokens(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Transport for Echo {
    fn send(&self, request: Request<RequestBody>, _context: &AttemptContext) -> TransportFuture {
        let header = request.headers()["authorization"].to_str().unwrap();
        let number = header.rsplit('-').next().unwrap().to_owned();
        self.0.lock().unwrap().push(number);
        Box::pin(async { Ok(Response::builder().status(201).body(body(THING)).unwrap()) })
    }
}

/// A client whose tokens come from these steps.
fn client(steps: &Steps, clock: &Still, echo: &Echo) -> Mini {
    builder(steps, clock, echo).build().unwrap()
}

fn builder(steps: &Steps, clock: &Still, echo: &Echo) -> Builder<Mini> {
    Mini::builder().token_provider(steps.clone()).clock(clock.clone()).transport(echo.clone())
}

/// Polls a future once.
async fn poll_once<F: Future>(mut future: Pin<&mut F>) -> Poll<F::Output> {
    poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx))).await
}

#[tokio::test]
async fn f106_a_thousand_calls_fetch_one_token() {
    let (steps, clock, echo) =
        (Steps::of(&[Step::Token(3600)]), Still::new(false), Echo::default());
    let client = client(&steps, &clock, &echo);
    for round in 1..=2 {
        let mut calls = JoinSet::new();
        for _ in 0..1000 {
            calls.spawn(client.create("a", "x").send());
        }
        for result in calls.join_all().await {
            result.unwrap();
        }
        assert_eq!(steps.asked(), round);
        clock.pass(3600);
    }
}

#[tokio::test]
async fn f107_the_next_call_takes_over_from_one_that_is_dropped() {
    let steps = Steps::of(&[Step::Hangs, Step::Token(3600)]);
    let (clock, echo) = (Still::new(false), Echo::default());
    let client = client(&steps, &clock, &echo);
    let mut first = Box::pin(client.create("a", "x").send());
    assert!(poll_once(first.as_mut()).await.is_pending());
    let mut others = JoinSet::new();
    for _ in 0..3 {
        others.spawn(client.create("a", "x").send());
    }
    tokio::task::yield_now().await;
    assert_eq!(steps.asked(), 1);
    drop(first);
    for result in others.join_all().await {
        result.unwrap();
    }
    assert_eq!((steps.asked(), echo.tokens()), (2, vec!["2".to_owned(); 3]));
}

#[tokio::test]
async fn f108_in_the_first_window_an_old_token_is_good_enough() {
    let steps = Steps::of(&[Step::Token(3600), Step::Fails, Step::Token(3600)]);
    let (clock, echo) = (Still::new(false), Echo::default());
    let client = client(&steps, &clock, &echo);
    let call = || async { client.create("a", "x").send().await.unwrap() };
    call().await;
    clock.pass(3400);
    call().await;
    assert_eq!(steps.asked(), 1, "before the window");
    clock.pass(200 - 60);
    call().await;
    assert_eq!(steps.asked(), 2, "in the window, without success");
    call().await;
    clock.pass(4);
    call().await;
    assert_eq!(steps.asked(), 2, "cooling down");
    clock.pass(2);
    call().await;
    call().await;
    assert_eq!(steps.asked(), 3);
    assert_eq!(echo.tokens(), ["1", "1", "1", "1", "1", "3", "3"]);
}

#[tokio::test]
async fn f108_in_the_second_window_a_failure_is_an_error_of_all_who_wait() {
    let steps = Steps::of(&[Step::Token(3600), Step::Fails, Step::Token(3600)]);
    let (clock, echo) = (Still::new(false), Echo::default());
    let client = client(&steps, &clock, &echo);
    client.create("a", "x").send().await.unwrap();
    clock.pass(3590);
    let mut calls = JoinSet::new();
    for _ in 0..10 {
        calls.spawn(client.create("a", "x").send());
    }
    for result in calls.join_all().await {
        let error = result.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Credentials, Sent::No));
        assert!(error.to_string().contains("the vault is shut for [redacted]"), "{error}");
        assert_no_canary(&error);
    }
    assert_eq!(steps.asked(), 2);
    client.create("a", "x").send().await.unwrap();
    assert_eq!(echo.tokens(), ["1", "3"]);
}

#[tokio::test]
async fn in_the_first_window_one_call_fetches_and_the_others_do_not_wait() {
    let steps = Steps::of(&[Step::Token(3600), Step::Hangs, Step::Token(3600)]);
    let (clock, echo) = (Still::new(false), Echo::default());
    let client = client(&steps, &clock, &echo);
    client.create("a", "x").send().await.unwrap();
    clock.pass(3540);
    let mut first = Box::pin(client.create("a", "x").send());
    assert!(poll_once(first.as_mut()).await.is_pending());
    client.create("a", "x").send().await.unwrap();
    // Given up, it is no reason for the next call to hang.
    drop(first);
    client.create("a", "x").send().await.unwrap();
    assert_eq!((steps.asked(), echo.tokens()), (2, vec!["1".to_owned(); 3]));
    clock.pass(6);
    client.create("a", "x").send().await.unwrap();
    assert_eq!((steps.asked(), echo.tokens().pop().unwrap()), (3, "3".to_owned()));
}

#[tokio::test]
async fn f111_a_token_without_a_life_is_no_storm() {
    let (steps, clock, echo) = (Steps::of(&[Step::Token(0)]), Still::new(false), Echo::default());
    let client = client(&steps, &clock, &echo);
    for _ in 0..100 {
        client.create("a", "x").send().await.unwrap();
    }
    assert_eq!(steps.asked(), 1);
}

#[tokio::test]
async fn f113_a_provider_that_hangs_is_bounded_by_the_call() {
    let (steps, clock, echo) = (Steps::of(&[Step::Hangs]), Still::new(true), Echo::default());
    let client = client(&steps, &clock, &echo);
    let error = client.create("a", "x").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No));
    assert!(echo.tokens().is_empty());
}

#[tokio::test]
async fn f113_a_provider_that_panics_hurts_its_caller_only() {
    let steps = Steps::of(&[Step::Panics, Step::Token(3600)]);
    let (clock, echo) = (Still::new(false), Echo::default());
    let client = client(&steps, &clock, &echo);
    let call = tokio::spawn(client.create("a", "x").send());
    assert!(call.await.unwrap_err().is_panic());
    client.create("a", "x").send().await.unwrap();
    assert_eq!(echo.tokens(), ["2"]);
}

#[test]
fn f115_a_client_outlives_the_runtime_that_it_was_first_used_in() {
    let steps = Steps::of(&[Step::Token(3600), Step::Hangs, Step::Token(3600)]);
    let (clock, echo) = (Still::new(false), Echo::default());
    let client = client(&steps, &clock, &echo);
    let runtime = || tokio::runtime::Builder::new_current_thread().build().unwrap();
    let first = runtime();
    first.block_on(client.create("a", "x").send()).unwrap();
    clock.pass(3600);
    let hanging = client.create("a", "x").send();
    first.block_on(async {
        let task = tokio::spawn(hanging);
        tokio::task::yield_now().await;
        assert!(!task.is_finished());
    });
    drop(first);
    runtime().block_on(client.create("a", "x").send()).unwrap();
    assert_eq!(echo.tokens(), ["1", "3"]);
}

#[test]
fn a_token_is_not_printed() {
    let token = Token::new(CANARY);
    assert!(!format!("{token:?}").contains("canary"));
}
