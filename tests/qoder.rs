//! The Qoder client as a user has it: pages, events, uploads and errors of the whole API, without
//! a network.

use callsheet::testing::{MockTransport, Reply};
use qoder::files::ListPosition;
use qoder::sessions::SessionEvent;
use qoder::{Failure, Qoder, TextBlock, UserMessage};
use serde_json::json;

fn qoder(mock: &MockTransport) -> Qoder {
    Qoder::builder()
        .bearer("pt-canary")
        .transport(mock.transport())
        .clock(mock.clock())
        .build()
        .unwrap()
}

fn event_stream(body: &'static str) -> Reply {
    Reply::status(200).header("content-type", "text/event-stream").body(body)
}

#[tokio::test]
async fn models_are_listed_page_by_page() {
    let mock = MockTransport::new();
    let page = |id: &str, more: bool| {
        let model = json!({"id": id, "type": "model", "display_name": id});
        json!({"data": [model], "has_more": more, "first_id": id, "last_id": id})
    };
    mock.on("models.list")
        .sequence([Reply::json(200, page("one", true)), Reply::json(200, page("two", false))]);
    let qoder = qoder(&mock);
    let mut models = qoder.models().list().limit(1).items();
    let mut ids = Vec::new();
    while let Some(model) = models.next_item().await.unwrap() {
        ids.push(model.id.to_string());
    }
    assert_eq!(ids, ["one", "two"]);
    let seen = mock.seen();
    assert_eq!(seen[1].query_value("after_id").as_deref(), Some("one"));
}

#[tokio::test]
async fn a_session_is_spoken_to_and_listened_to() {
    let mock = MockTransport::new();
    mock.on("sessions.events.send").reply_json(202, json!({"data": []}));
    mock.on("sessions.events.stream").reply(event_stream(
        "id: evt_1\ndata: {\"type\":\"agent.message\",\"id\":\"evt_1\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}]}\n\n\
         data: {\"type\":\"agent.new_thing\",\"size\":3}\n\n\
         event: ping\ndata: {}\n\n\
         id: evt_3\ndata: {\"type\":\"session.status_terminated\"}\n\n",
    ));
    let qoder = qoder(&mock);
    let message = UserMessage::new([TextBlock::new("Hello")]);
    let sent = qoder.sessions().events().send("sess_1", [message]);
    sent.workspace_id("ws_1").send().await.unwrap();
    let mut events =
        qoder.sessions().events().stream("sess_1").resume_from("evt_0").stream().await.unwrap();
    let mut seen = Vec::new();
    while let Some(event) = events.next().await {
        let event = event.unwrap();
        seen.push(event.tag().unwrap_or_default().to_owned());
        if let SessionEvent::AgentMessage(message) = &event {
            let texts: Vec<_> = message.content.iter().map(|block| format!("{block:?}")).collect();
            assert!(texts[0].contains("Hi"), "{texts:?}");
        }
    }
    assert_eq!(seen, ["agent.message", "agent.new_thing", "session.status_terminated"]);
    assert_eq!(events.cursor(), Some("evt_3"));
    let calls = mock.seen();
    assert_eq!(
        calls[0].json(),
        json!({"events": [{"type": "user.message", "content": [{"type": "text", "text": "Hello"}]}]})
    );
    assert_eq!(calls[0].header("qoder-workspace-id"), Some("ws_1"));
    assert!(calls[0].header("idempotency-key").is_some());
    assert_eq!(calls[1].header("last-event-id"), Some("evt_0"));
    assert_eq!(calls[1].header("accept"), Some("text/event-stream"));
}

#[test]
fn what_a_stream_gave_as_its_cursor_can_be_started_from() {
    let mock = MockTransport::new();
    let qoder = qoder(&mock);
    let stream = |cursor| qoder.sessions().events().stream("sess_1").resume_from(cursor).to_http();
    // A stream that is resumed sends it back so as well.
    let request = stream("é").unwrap();
    assert_eq!(request.headers()["last-event-id"].as_bytes(), "é".as_bytes());
    for bad in ["a\nb", " a", "\u{7f}"] {
        assert!(stream(bad).unwrap_err().to_string().contains("Last-Event-ID"), "{bad:?}");
    }
}

#[tokio::test]
async fn a_file_is_uploaded() {
    let mock = MockTransport::new();
    let metadata = json!({"id": "file_1", "type": "file", "filename": "a.txt",
        "mime_type": "text/plain", "size_bytes": 5, "created_at": "2026-11-24T00:00:00Z"});
    mock.on("files.upload").reply_json(201, metadata);
    let file = callsheet::File::from_bytes("a.txt", "hello").with_content_type("text/plain");
    let uploaded = qoder(&mock).files().upload(file).expires_in_seconds(60).send().await.unwrap();
    assert_eq!((uploaded.id.as_str(), uploaded.size_bytes), ("file_1", 5));
    let body = String::from_utf8(mock.seen()[0].body().to_vec()).unwrap();
    assert!(
        body.contains("name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nhello"),
        "{body}"
    );
    assert!(body.contains("name=\"expires_in_seconds\"\r\n\r\n60"), "{body}");
}

#[tokio::test]
async fn rules_that_exclude_each_other_are_one_argument() {
    let mock = MockTransport::new();
    mock.on("files.list").reply_json(200, json!({"data": []}));
    let ids = ListPosition::Ids(vec!["file_1".into(), "file_2".into()]);
    qoder(&mock).files().list().position(ids).send().await.unwrap();
    let query = mock.seen()[0].query();
    let ids: Vec<_> = query.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(ids, ["ids[]=file_1", "ids[]=file_2"]);
}

#[tokio::test]
async fn errors_are_what_the_page_says() {
    let mock = MockTransport::new();
    let envelope = json!({"type": "error", "request_id": "req_1",
        "error": {"type": "not_found_error", "message": "no such session"}});
    mock.on("sessions.retrieve").reply_json(404, envelope);
    let error = qoder(&mock).sessions().retrieve("sess_1").send().await.unwrap_err();
    assert!(matches!(error.failure(), Some(Failure::NotFoundError(_))), "{error:?}");
    assert_eq!(error.request_id(), Some("req_1"));
    assert!(!format!("{error:?}{error}").contains("pt-canary"));
}

#[tokio::test]
async fn a_file_is_fetched_from_where_its_link_leads_without_the_token() {
    let mock = MockTransport::new();
    let link = "https://storage.example/blob?sig=canary";
    mock.on("files.download").reply_json(200, json!({"url": link}));
    let file = Reply::status(200).header("content-length", "3").body("abc");
    mock.on("fetch").sequence([Reply::status(503).header("retry-after-ms", "20"), file]);
    let qoder = qoder(&mock);
    let link = qoder.files().download("file_1").send().await.unwrap();
    let file = qoder.fetch(link.url.expose()).download().await.unwrap();
    assert_eq!(file.bytes().await.unwrap(), "abc");
    let seen = mock.seen();
    assert_eq!(seen.len(), 3);
    assert!(seen[0].header("authorization").is_some());
    for request in &seen[1..] {
        assert_eq!(request.uri(), "https://storage.example/blob?sig=canary");
        let names: Vec<_> =
            request.headers().keys().map(callsheet::http::HeaderName::as_str).collect();
        assert_eq!(names, ["user-agent", "accept", "accept-encoding"]);
    }
}

#[tokio::test]
async fn a_version_of_a_skill_is_downloaded_as_it_comes() {
    let mock = MockTransport::new();
    mock.on("skills.versions.download").reply(Reply::status(200).pieces(["ab", "c"]));
    let mut download =
        qoder(&mock).skills().versions().download("skill_1", "v1").download().await.unwrap();
    let mut pieces = Vec::new();
    while let Some(piece) = download.chunk().await.unwrap() {
        pieces.push(piece);
    }
    assert_eq!(pieces, ["ab", "c"]);
    assert_eq!(download.received(), 3);
}
