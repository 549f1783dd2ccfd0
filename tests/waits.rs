//! Waits for the end of what a call starts, over real sockets, on a clock that does not wait.

#![allow(missing_docs, reason = "a spec of tests")]

mod server;

use std::time::Duration;

use callsheet::{ErrorKind, TestClock};
use serde_json::{Value, json};
use server::{Reply, Server};

callsheet::client! {
    api Works {
        server "https://api.works.example/v1" for /v1
        auth bearer = env("WORKS_TOKEN")
        errors { 404 }
    }
    struct JobId(String in "^job_");
    struct Job { id: JobId, state: State, done?: bool, why?: String }
    enum State { running, done, failed }

    mod jobs {
        #[idempotent]
        #[wait(until = state in [done], fail = state in [failed], poll = get, every = 2s)]
        POST /v1/jobs as start {
            body { name: String }
            -> 202 Job
        }
        GET /v1/jobs/{job_id: JobId} as get { -> 200 Job }

        #[wait(until = done in [true], poll = of)]
        POST /v1/orgs/{org: String}/jobs as start_in {
            query { dry?: bool }
            header { X-Kind: "k", X-Trace?: String }
            -> 202 Job
        }
        GET /v1/orgs/{org: String}/jobs/{id: JobId} as of {
            query { version: "1", detail?: bool }
            header { X-Trace?: String }
            -> 200 Job
        }
    }
}

const LIMIT: Duration = Duration::from_secs(60);

fn job(state: &str) -> Value {
    json!({ "id": "job_1", "state": state })
}

async fn script(replies: Vec<Reply>) -> (Server, Works, TestClock) {
    let replies = std::sync::Mutex::new(replies.into_iter());
    let server = Server::start(move |_, _| {
        let next = replies.lock().unwrap().next();
        next.unwrap_or_else(|| Reply::json(job("running")))
    })
    .await;
    let clock = TestClock::new();
    let builder = Works::builder().base_url(&server.url).bearer("pt-canary-7f3a");
    let client = builder.clock(clock.clone()).build().unwrap();
    (server, client, clock)
}

fn states(states: &[&str]) -> Vec<Reply> {
    states.iter().map(|state| Reply::json(job(state))).collect()
}

#[tokio::test]
async fn a_job_is_asked_for_until_it_is_done() {
    let (server, client, clock) = script(states(&["running", "odd", "running", "done"])).await;
    let job = client.jobs().start("nightly").header("X-A", "1").wait(LIMIT).await.unwrap();
    assert_eq!(job.state, State::Done);
    assert_eq!(server.lines()[0], "POST /jobs");
    assert_eq!(server.lines()[1..], ["GET /jobs/job_1"; 3]);
    assert!(server.seen().iter().all(|seen| seen.headers.contains("x-a: 1")));
    // Longer each time, a quarter more or less.
    let pauses = clock.pauses();
    assert_eq!(pauses.len(), 3);
    for (pause, middle) in pauses.iter().zip([2.0, 3.0, 4.5]) {
        let part = pause.as_secs_f64() / middle;
        assert!((0.75..=1.25).contains(&part), "{pauses:?}");
    }
}

#[tokio::test]
async fn what_is_done_at_once_is_not_asked_for() {
    let (server, client, clock) = script(states(&["done"])).await;
    assert_eq!(client.jobs().start("x").wait(LIMIT).await.unwrap().state, State::Done);
    assert_eq!((server.lines().len(), clock.pauses().len()), (1, 0));
}

#[tokio::test]
async fn a_failure_is_an_error_with_its_state_and_body() {
    for before in [&[][..], &["running"]] {
        let mut replies = states(before);
        replies.push(Reply::json(json!({ "id": "job_1", "state": "failed", "why": "no fuel" })));
        let (_server, client, _) = script(replies).await;
        let error = client.jobs().start("x").wait(LIMIT).await.unwrap_err();
        assert_eq!((error.kind(), error.state()), (ErrorKind::Failed, Some("failed")));
        let body: Value = serde_json::from_slice(error.body().unwrap()).unwrap();
        assert_eq!(body["why"], "no fuel");
        let name = if before.is_empty() { "jobs.start" } else { "jobs.get" };
        assert_eq!(error.to_string(), format!("{name}: it ended as `failed`"));
        assert!(!format!("{error:?}").contains("no fuel"));
    }
}

#[tokio::test]
async fn a_wait_ends_at_its_limit_and_says_the_last_state() {
    let (server, client, clock) = script(Vec::new()).await;
    let error = client.jobs().start("x").wait(LIMIT).await.unwrap_err();
    assert_eq!((error.kind(), error.state()), (ErrorKind::Timeout, Some("running")));
    assert_eq!(
        error.to_string(),
        "jobs.get: it was not done within 60s (the last state is `running`)"
    );
    let pauses = clock.pauses();
    assert!(pauses.iter().sum::<Duration>() < LIMIT, "{pauses:?}");
    assert!(server.lines().len() > 5);
    // Not ever so long: at most 1.5^5 times, and a quarter.
    assert!(pauses.iter().all(|pause| *pause < Duration::from_secs(20)), "{pauses:?}");
}

#[tokio::test]
async fn a_server_may_ask_for_patience() {
    let slow = Reply::json(job("running")).header("retry-after", "17");
    let (_server, client, clock) = script(vec![slow, Reply::json(job("done"))]).await;
    client.jobs().start("x").wait(LIMIT).await.unwrap();
    assert_eq!(clock.pauses(), [Duration::from_secs(17)]);
    let slow = Reply::json(job("running")).header("retry-after", "99");
    let (server, client, clock) = script(vec![slow]).await;
    let error = client.jobs().start("x").wait(LIMIT).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.retry_after()),
        (ErrorKind::Timeout, Some(Duration::from_secs(99)))
    );
    assert_eq!((server.lines().len(), clock.pauses().len()), (1, 0));
}

#[tokio::test]
async fn polls_are_tried_again_and_their_errors_say_the_state() {
    let down = || Reply::json(json!({})).status(503);
    let mut replies = states(&["running"]);
    replies.extend([down(), down(), Reply::json(job("done"))]);
    let (server, client, _) = script(replies).await;
    client.jobs().start("x").wait(LIMIT).await.unwrap();
    assert_eq!(server.lines().len(), 4);

    let mut replies = states(&["running"]);
    replies.push(Reply::json(json!({})).status(404));
    let (_server, client, _) = script(replies).await;
    let error = client.jobs().start("x").wait(LIMIT).await.unwrap_err();
    assert_eq!((error.kind(), error.state()), (ErrorKind::Api, Some("running")));
    assert!(matches!(error.failure(), Some(Failure::Status404(_))));
    assert!(error.to_string().contains("the last state is `running`"), "{error}");

    let (_server, client, _) = script(vec![Reply::json("[]")]).await;
    let error = client.jobs().start("x").wait(LIMIT).await.unwrap_err();
    assert_eq!((error.kind(), error.state()), (ErrorKind::Decode, None));
}

#[tokio::test]
async fn a_poll_is_asked_with_what_the_request_and_the_answer_say() {
    let running = || Reply::json(json!({ "id": "no prefix/1", "state": "running", "done": null }));
    let done = Reply::json(json!({ "id": "job_1", "state": "failed", "done": true }));
    let (server, client, _) = script(vec![running(), running(), done]).await;
    let call = client.jobs().start_in("a b").dry(true).x_trace("t").query("debug", "1");
    assert_eq!(call.wait(LIMIT).await.unwrap().done, Some(true));
    assert_eq!(
        server.lines(),
        [
            "POST /orgs/a%20b/jobs?dry=true&debug=1",
            "GET /orgs/a%20b/jobs/no%20prefix%2F1?version=1",
            "GET /orgs/a%20b/jobs/no%20prefix%2F1?version=1",
        ]
    );
    let seen = server.seen();
    assert!(seen.iter().all(|seen| seen.headers.contains("x-trace: t")));
    assert_eq!(seen.iter().filter(|seen| seen.headers.contains("x-kind: k")).count(), 1);
}

#[tokio::test]
async fn an_id_that_leads_elsewhere_is_refused() {
    let (server, client, _) =
        script(vec![Reply::json(json!({ "id": "..", "state": "running" }))]).await;
    let error = client.jobs().start("x").wait(LIMIT).await.unwrap_err();
    assert_eq!((error.kind(), server.lines().len()), (ErrorKind::Build, 1));
    assert_eq!(error.operation().unwrap().name, "jobs.get");
}

#[tokio::test]
async fn a_wait_can_be_held_given_up_and_refused() {
    let (server, client, _) = script(states(&["done"])).await;
    let waiting = client.jobs().start("x").wait(LIMIT);
    assert_eq!(format!("{waiting:?}"), "Waiting { operation: \"jobs.start\", state: None, .. }");
    drop(waiting);
    assert!(server.lines().is_empty());
    let job = client.jobs().start("x").wait(Duration::MAX);
    assert_eq!(tokio::spawn(job).await.unwrap().unwrap().state, State::Done);
    let error = client.jobs().start("x").wait(Duration::ZERO).await.unwrap_err();
    assert_eq!((error.kind(), server.lines().len()), (ErrorKind::Timeout, 1));
}
