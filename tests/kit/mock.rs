use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use callsheet::testing::{MockTransport, Reply};
use callsheet::transport::Phase;
use callsheet::{ErrorKind, Sent};

use crate::{CANARY, PET, Shop};

const SECOND: Duration = Duration::from_secs(1);

fn shop(mock: &MockTransport) -> Shop {
    let builder = Shop::builder().bearer(CANARY);
    builder.transport(mock.transport()).clock(mock.clock()).build().unwrap()
}

/// What the mock says when it is dropped, if anything.
fn complaint(mock: MockTransport) -> Option<String> {
    let dropped = catch_unwind(AssertUnwindSafe(|| drop(mock)));
    dropped.err().map(|panic| *panic.downcast::<String>().unwrap())
}

#[tokio::test]
async fn a_rule_answers_by_the_name_of_the_operation() {
    let mock = MockTransport::new();
    mock.on("pets.create").times(1).reply_json(201, PET);
    mock.on("pets.get").reply_json(200, PET);
    let shop = shop(&mock);
    assert_eq!(shop.pets().create("Rex").send().await.unwrap().id, "p1");
    for _ in 0..3 {
        shop.pets().get("p1").send().await.unwrap();
    }
}

#[tokio::test]
async fn a_request_is_seen_in_decoded_parts() {
    let mock = MockTransport::new();
    mock.on("pets.create").reply_json(201, PET);
    mock.on("pets.get").reply_json(200, PET);
    mock.on("pets.drop_photo").reply(Reply::status(204));
    let shop = shop(&mock);
    shop.pets().create("Zoë").nick("Z").send().await.unwrap();
    shop.pets().get("a/b ü").fields(["id", "a&b"]).send().await.unwrap();
    shop.pets().drop_photo("p1", "f 1").send().await.unwrap();
    let seen = mock.seen();
    let names: Vec<_> = seen.iter().map(|seen| (seen.operation(), seen.attempt())).collect();
    assert_eq!(names, [("pets.create", 1), ("pets.get", 1), ("pets.drop_photo", 1)]);
    assert_eq!(seen[0].method(), "POST");
    assert_eq!(seen[0].json()["name"], "Zoë");
    assert_eq!(seen[0].header("content-type"), Some("application/json"));
    assert_eq!(seen[0].header("authorization"), Some("Bearer pt-canary-7f3a"));
    assert_eq!(seen[1].param("id").as_deref(), Some("a/b ü"));
    assert_eq!(seen[1].param("photo"), None);
    let fields = |value: &str| ("fields".to_owned(), value.to_owned());
    assert_eq!(seen[1].query(), [fields("id"), fields("a&b")]);
    assert_eq!(seen[1].query_value("fields").as_deref(), Some("id"));
    assert_eq!(seen[2].param("id").as_deref(), Some("p1"));
    assert_eq!(seen[2].param("photo").as_deref(), Some("f 1"));
    assert!(!format!("{seen:?} {mock:?}").contains("canary"));
}

#[tokio::test]
async fn a_call_without_a_rule_lists_the_rules_and_is_not_sent_again() {
    let mock = MockTransport::new();
    mock.on("pets.gt").optional().reply_json(200, PET);
    mock.on("pets.create").times(2).optional().reply_json(201, PET);
    mock.on("pets.get")
        .when(|seen| seen.param("id").as_deref() == Some("p2"))
        .optional()
        .reply_json(200, PET);
    let error = shop(&mock).pets().get("p1").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Build, Sent::No));
    assert_eq!(
        error.to_string(),
        "pets.get: the transport refuses the request: the mock has no rule for this call of \
         `pets.get`; its rules are for pets.gt (used 0 times), pets.create (used 0 of 2 times), \
         pets.get under a condition (used 0 times)"
    );
    assert_eq!(mock.seen().len(), 1);
}

#[tokio::test]
async fn a_rule_that_is_used_up_makes_way_for_the_next() {
    let mock = MockTransport::new();
    mock.on("pets.get").times(1).reply_json(200, PET.replace("p1", "first"));
    mock.on("pets.get").when(|seen| seen.param("id").as_deref() == Some("x")).reply_json(200, PET);
    mock.on("pets.get").reply_json(200, PET.replace("p1", "rest"));
    let shop = shop(&mock);
    let mut ids = Vec::new();
    for id in ["x", "x", "y"] {
        ids.push(shop.pets().get(id).send().await.unwrap().id);
    }
    assert_eq!(ids, ["first", "p1", "rest"]);
}

#[tokio::test]
async fn a_sequence_goes_through_retries_without_waiting() {
    let mock = MockTransport::new();
    mock.on("pets.get").sequence([
        Reply::status(503),
        Reply::fail(Phase::Headers),
        Reply::json(200, PET),
    ]);
    let pet = shop(&mock).pets().get("p1").send_with_meta().await.unwrap();
    assert_eq!(pet.attempts(), 3);
    assert_eq!(mock.clock().pauses().len(), 2);
    assert_eq!(
        mock.seen().iter().map(callsheet::testing::Seen::attempt).collect::<Vec<_>>(),
        [1, 2, 3]
    );
}

#[tokio::test]
async fn faults_say_how_far_the_request_got() {
    for (reply, kind, sent) in [
        (Reply::fail(Phase::Dns), ErrorKind::Connect, Sent::No),
        (Reply::fail(Phase::Tls), ErrorKind::Connect, Sent::No),
        (Reply::fail(Phase::Write), ErrorKind::Transport, Sent::Maybe),
        (Reply::fail(Phase::Headers).sent(Sent::No), ErrorKind::Transport, Sent::No),
        (Reply::fail(Phase::Connect).timed_out(), ErrorKind::Timeout, Sent::No),
        (Reply::json(201, "{").breaks_off(), ErrorKind::Transport, Sent::Yes),
    ] {
        let mock = MockTransport::new();
        mock.on("pets.create").reply(reply);
        let error = shop(&mock).pets().create("x").max_retries(0).send().await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (kind, sent), "{error}");
    }
}

#[tokio::test]
async fn a_delay_takes_time_on_the_clock_of_the_mock_only() {
    let mock = MockTransport::new();
    mock.on("pets.create").times(1).reply(Reply::json(201, PET).after(59 * SECOND));
    mock.on("pets.create").times(1).reply(Reply::json(201, PET).after(61 * SECOND));
    let shop = shop(&mock);
    shop.pets().create("x").send().await.unwrap();
    let error = shop.pets().create("x").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Maybe), "{error}");
}

#[tokio::test]
async fn a_body_comes_in_the_pieces_that_were_given() {
    let mock = MockTransport::new();
    let (start, end) = PET.split_at(10);
    mock.on("pets.get")
        .reply(Reply::status(200).header("content-type", "application/json").pieces([start, end]));
    assert_eq!(shop(&mock).pets().get("p1").send().await.unwrap().id, "p1");
}

#[tokio::test]
async fn a_rule_that_was_not_used_fails_the_test() {
    let mock = MockTransport::new();
    mock.on("pets.get").reply_json(200, PET);
    mock.on("pets.create").times(2).reply_json(201, PET);
    mock.on("pets.drop_photo").optional().reply(Reply::status(204));
    shop(&mock).pets().create("x").send().await.unwrap();
    assert_eq!(
        complaint(mock).unwrap(),
        "rules of the mock were not used: pets.get (used 0 times), pets.create (used 1 of 2 times)"
    );
}

#[tokio::test]
async fn a_mock_does_not_panic_while_a_test_does() {
    let unwound = catch_unwind(|| {
        let mock = MockTransport::new();
        mock.on("pets.get").reply_json(200, PET);
        panic!("the test's own");
    });
    assert_eq!(*unwound.unwrap_err().downcast::<&str>().unwrap(), "the test's own");
}

#[tokio::test]
async fn a_sequence_with_times_starts_again() {
    let mock = MockTransport::new();
    mock.on("pets.get")
        .times(2)
        .sequence([Reply::json(200, PET), Reply::json(200, PET.replace("p1", "p2"))]);
    let shop = shop(&mock);
    let mut ids = Vec::new();
    for _ in 0..4 {
        ids.push(shop.pets().get("x").send().await.unwrap().id);
    }
    assert_eq!(ids, ["p1", "p2", "p1", "p2"]);
    assert!(shop.pets().get("x").send().await.unwrap_err().to_string().contains("used 4 of 4"));
}

#[tokio::test]
async fn a_piece_takes_time_on_the_clock_of_the_mock_only() {
    let (start, end) = PET.split_at(10);
    let reply = Reply::status(200).header("content-type", "application/json").body(start);
    for (seconds, comes) in [(59, true), (61, false)] {
        let mock = MockTransport::new();
        mock.on("pets.get").reply(reply.clone().piece_after(seconds * SECOND, end));
        let builder = Shop::builder().transport(mock.transport()).clock(mock.clock());
        let builder = builder.bearer(CANARY).attempt_timeout(None).max_retries(0);
        let shop = builder.body_idle_timeout(60 * SECOND).build().unwrap();
        let pet = shop.pets().get("p1").send().await;
        assert_eq!(pet.is_ok(), comes);
        assert!(pet.err().is_none_or(|error| error.kind() == ErrorKind::Timeout));
    }
}
