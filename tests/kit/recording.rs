use std::path::PathBuf;

use callsheet::testing::{MockTransport, RecordError, Recorder, Replay, Reply};
use callsheet::transport::Phase;
use callsheet::{ErrorKind, Sent, Transport};

use crate::{CANARY, PET, Shop};

fn shop(transport: impl Transport, mock: &MockTransport) -> Shop {
    let builder = Shop::builder().bearer(CANARY).max_retries(0);
    builder.transport(transport).clock(mock.clock()).build().unwrap()
}

callsheet::client! {
    api Tokens {
        server "https://tokens.example"
        auth oauth2 { token_url: "https://tokens.example/token", client_auth: "body" } as oauth
        auth query app_key as key
        auth oauth & key
    }
    GET /ping as ping { -> 204 }
}

/// A file of this test's own.
fn file(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("callsheet-{}-{name}.jsonl", std::process::id()))
}

#[tokio::test]
async fn what_was_recorded_is_said_again() {
    let mock = MockTransport::new();
    mock.on("pets.get").sequence([
        Reply::json(200, PET).header("x-request-id", "r1"),
        Reply::json(404, r#"{"error":{"type":"not_found","message":"no"}}"#),
        Reply::fail(Phase::Headers),
        Reply::json(200, "{\"id\"").breaks_off(),
    ]);
    let recorder = Recorder::new(mock.transport());
    let live = shop(recorder.transport(), &mock);
    let path = file("again");
    let mut first = Vec::new();
    for _ in 0..4 {
        let result = live.pets().get("p1").send().await;
        first.push(result.map_err(|error| (error.kind(), error.status(), error.sent())));
    }
    recorder.save(&path).unwrap();
    let replayed = shop(Replay::open(&path).unwrap(), &mock);
    std::fs::remove_file(path).unwrap();
    for expected in first {
        let result = replayed.pets().get("p1").send_with_meta().await;
        if let Ok(response) = &result {
            assert_eq!(response.request_id(), Some("r1"));
        }
        let result = result.map(callsheet::Response::into_value);
        assert_eq!(result.map_err(|error| (error.kind(), error.status(), error.sent())), expected);
    }
    let error = replayed.pets().get("p1").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Build, Sent::No));
    assert!(error.to_string().ends_with("what is left: nothing"), "{error}");
}

#[tokio::test]
async fn calls_may_come_in_another_order_but_not_be_others() {
    let mock = MockTransport::new();
    mock.on("pets.get").when(|seen| seen.param("id").as_deref() == Some("a")).reply_json(200, PET);
    mock.on("pets.get").reply_json(200, PET.replace("p1", "p2"));
    let recorder = Recorder::new(mock.transport());
    let live = shop(recorder.transport(), &mock);
    for id in ["a", "b"] {
        live.pets().get(id).send().await.unwrap();
    }
    let replayed = shop(Replay::of(&recorder.text().unwrap()).unwrap(), &mock);
    assert_eq!(replayed.pets().get("b").send().await.unwrap().id, "p2");
    let error = replayed.pets().get("c").send().await.unwrap_err();
    assert!(
        error.to_string().ends_with(
            "the recording has no exchange of `pets.get` GET /v1/pets/c; what is left: \
             `pets.get` GET /v1/pets/a"
        ),
        "{error}"
    );
}

#[tokio::test]
async fn secrets_are_taken_out() {
    let answer = format!(
        r#"{{"id":"p1","type":"pet","vet":null,"access_token":"{CANARY}-1","max_tokens":5,
            "deep":[{{"clientSecret":"{CANARY}-2","next_page_token":"tok"}}],"chip":"{CANARY}-3"}}"#
    );
    let mock = MockTransport::new();
    mock.on("pets.create").reply(
        Reply::json(201, answer)
            .header("set-cookie", "sid=canary-cookie; Path=/")
            .header("x-internal", "canary-internal"),
    );
    let recorder = Recorder::new(mock.transport()).sensitive("chip").sensitive("pin");
    let call = shop(recorder.transport(), &mock);
    let call = call.pets().create("Rex").pin("canary-pin").query("api_key", "canary-query");
    call.header("X-Api-Key", "canary-header").send().await.unwrap();
    let text = recorder.text().unwrap();
    assert!(!text.contains("canary"), "{text}");
    for kept in ["Rex", "max_tokens", "next_page_token", "tok", "application/json", "sid"] {
        let is_name = kept == "sid";
        assert_eq!(text.contains(kept), !is_name, "{kept}: {text}");
    }
    assert!(text.contains("api_key=[redacted]"), "{text}");
    // It can still be said again.
    let replayed = shop(Replay::of(&text).unwrap(), &mock);
    assert_eq!(replayed.pets().create("x").send().await.unwrap().id, "p1");
}

#[tokio::test]
async fn events_and_lines_of_json_lose_their_secrets_too() {
    let events = format!("event: a\ndata: {{\"password\":\"{CANARY}-9\",\"b\":1}}\n\n: ping\n");
    let mock = MockTransport::new();
    mock.on("pets.get").reply(Reply::status(500).body(events));
    let recorder = Recorder::new(mock.transport());
    shop(recorder.transport(), &mock).pets().get("p1").send().await.unwrap_err();
    let text = recorder.text().unwrap();
    assert!(!text.contains("canary"), "{text}");
    let body = r#"event: a\ndata: {\"b\":1,\"password\":\"[redacted]\"}\n\n: ping\n"#;
    assert!(text.contains(body), "{text}");
}

#[tokio::test]
async fn a_recording_with_a_secret_is_not_written() {
    // The token is repeated where nobody looks for it; a name is a secret because the test says so.
    for (body, secret) in [
        (PET.replace("p1", CANARY), ""),
        (PET.replace("p1", "\\u0070t-canary-7f3a"), ""),
        (PET.replace("p1", "hunter2"), "hunter2"),
    ] {
        let mock = MockTransport::new();
        mock.on("pets.get").reply_json(200, body);
        let recorder = Recorder::new(mock.transport()).secret(secret);
        shop(recorder.transport(), &mock).pets().get("p1").send().await.unwrap();
        let path = file(&format!("secret-{}", secret.len()));
        std::fs::write(&path, "old").unwrap();
        let error = recorder.save(&path).unwrap_err();
        assert!(matches!(&error, RecordError::Secret { line: 1, .. }), "{error}");
        assert!(!format!("{error} {error:?} {recorder:?}").contains("canary"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
        std::fs::remove_file(path).unwrap();
    }
}

#[tokio::test]
async fn bytes_are_kept_as_they_are() {
    let mock = MockTransport::new();
    mock.on("pets.get").reply(Reply::status(500).body(vec![0, 159, 255]));
    let recorder = Recorder::new(mock.transport());
    shop(recorder.transport(), &mock).pets().get("p1").send().await.unwrap_err();
    let replayed = shop(Replay::of(&recorder.text().unwrap()).unwrap(), &mock);
    let error = replayed.pets().get("p1").send().await.unwrap_err();
    assert_eq!(&error.body().unwrap()[..], [0, 159, 255]);
}

#[test]
fn a_file_that_is_no_recording_is_an_error() {
    assert_eq!(
        Replay::of("\n{}").unwrap_err().to_string(),
        "line 2 of the recording is no exchange"
    );
    assert!(Replay::open("no such file").unwrap_err().to_string().contains("`no such file`"));
}

#[tokio::test]
async fn credentials_are_taken_out_wherever_they_go() {
    let mock = MockTransport::new();
    let token = r#"{"access_token":"canary-token","token_type":"Bearer","expires_in":3600}"#;
    mock.on("ping").reply(Reply::status(204));
    mock.on("auth.token").reply_json(200, token);
    let recorder = Recorder::new(mock.transport());
    let builder = Tokens::builder()
        .client_credentials("some-id", "canary-secret")
        .api_key("canary-key")
        .transport(recorder.transport())
        .clock(mock.clock());
    builder.build().unwrap().ping().send().await.unwrap();
    let text = recorder.text().unwrap();
    assert!(!text.contains("canary"), "{text}");
    assert!(text.contains("client_secret=[redacted]"), "{text}");
}
