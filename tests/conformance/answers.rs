//! What later versions of the service answer, and the SDK's own tests look at.

use callsheet::testing::{MockTransport, Reply};
use qoder::deployments::runs::ListPosition;
use qoder::sessions::{RetryStatus, SessionError, SessionEvent, Usage};
use qoder::{Effort, EffortLevel, ModelSettings, dreams, memory_stores, skills};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::requests::client;

fn read<T: DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}

#[test]
fn the_effort_of_a_model_is_a_word_an_object_or_nothing() {
    let model = |effort: Value| -> ModelSettings {
        read(
            json!({"id": "m", "effort": effort, "context_window": 2, "effective_context_window": 1}),
        )
    };
    assert_eq!(model(json!("low")).effort, Some(Effort::Level(EffortLevel::Low)));
    let Some(Effort::Object(object)) = model(json!({"type": "max"})).effort else { panic!() };
    assert_eq!(object.r#type, EffortLevel::Max);
    let nothing = model(Value::Null);
    assert_eq!((nothing.effort, nothing.context_window), (None, Some(2)));
    assert_eq!(nothing.effective_context_window, Some(1));
    // What is none of these is kept, and said to be unknown.
    assert!(matches!(model(json!(123)).effort, Some(Effort::Unknown(_))));
}

#[test]
fn credits_are_read_where_they_are() {
    let usage: Usage = read(json!({"total_credits": 2.5, "model_credits": 2, "input_tokens": 7}));
    assert_eq!((usage.total_credits, usage.model_credits), (Some(2.5), Some(2.0)));
    assert_eq!(usage.sandbox_runtime_credits, None);
    let usage = read(json!({"type": "session.usage", "total_credits": 3.0, "model_credits": 1.5}));
    let SessionEvent::SessionUsage(usage) = usage else { panic!() };
    assert_eq!((usage.total_credits, usage.model_credits), (Some(3.0), Some(1.5)));
    assert!(usage.usage.is_none());
    let compacted = json!({"type": "agent.thread_context_compacted", "usage": {"credits": 0}});
    let SessionEvent::AgentThreadContextCompacted(compacted) = read(compacted) else { panic!() };
    assert_eq!(compacted.usage.unwrap().credits, Some(0.0));
    let end = json!({"type": "span.model_request_end", "model_request_start_id": "evt_1",
        "is_error": false, "model_usage": {"credits": 0.25}});
    let SessionEvent::SpanModelRequestEnd(end) = read(end) else { panic!() };
    assert_eq!(end.model_usage.unwrap().credits, Some(0.25));
}

#[test]
fn artifacts_and_errors_are_events() {
    let artifact = json!({"type": "agent.artifact_delivered", "file_id": "file_1",
        "original_filename": "a.txt", "size": 3, "content_type": "text/plain"});
    let SessionEvent::AgentArtifactDelivered(artifact) = read(artifact) else { panic!() };
    assert_eq!((artifact.file_id.as_str(), artifact.size), ("file_1", 3));
    assert_eq!(artifact.original_filename, "a.txt");
    let error = json!({"type": "session.error", "error": {"type": "billing_error", "message": "m",
        "retry_status": {"type": "exhausted"}, "qoder_error_code": "q1"}});
    let SessionEvent::SessionError(event) = read(error) else { panic!() };
    let SessionError::BillingError(error) = event.error else { panic!() };
    assert_eq!(error.qoder_error_code.as_deref(), Some("q1"));
    assert_eq!(error.retry_status, RetryStatus::Exhausted);
}

#[test]
fn fields_of_later_versions_are_read() {
    let time = "2026-01-01T00:00:00Z";
    let store: memory_stores::MemoryStore =
        read(json!({"id": "memstore_1", "type": "memory_store",
        "name": "n", "metadata": {}, "status": "active", "entry_count": 2, "total_size": 9,
        "created_at": time, "updated_at": time}));
    assert_eq!((store.entry_count, store.total_size), (Some(2), Some(9)));
    let output: dreams::DreamOutput = read(json!({"type": "memory_store",
        "memory_store_id": "memstore_1", "files_touched": ["a", "b"]}));
    assert_eq!(output.files_touched.unwrap(), ["a", "b"]);
    let skill: skills::Skill = read(json!({"id": "skill_1", "type": "skill",
        "latest_version": null, "created_at": time, "updated_at": time}));
    assert!(skill.latest_version.is_null());
}

#[tokio::test]
async fn a_session_that_is_cancelled_is_acknowledged_by_200_or_202() {
    for status in [200, 202] {
        let mock = MockTransport::new();
        let answer = json!({"id": "sess_1", "type": "session", "status": "canceling"});
        mock.on("sessions.cancel").reply(Reply::json(status, answer));
        let session = client(&mock).sessions().cancel("sess_1").send().await.unwrap();
        assert_eq!(session.id.as_str(), "sess_1");
        // The status is always the same: another would be among the fields that are not known.
        assert!(session.extra.is_empty());
    }
}

#[tokio::test]
async fn the_runs_of_a_deployment_go_on_from_an_opaque_cursor() {
    let mock = MockTransport::new();
    let run = |id: &str| {
        json!({"type": "deployment_run", "id": id, "deployment_id": "dep_1",
        "created_at": "2026-01-01T00:00:00Z"})
    };
    mock.on("deployments.runs.list").sequence([
        Reply::json(200, json!({"data": [], "next_page": "p+/=?", "has_more": true})),
        Reply::json(200, json!({"data": [run("drun_1")], "has_more": false})),
    ]);
    let qoder = client(&mock);
    let call = qoder.deployments().runs().list("dep_1").triggered_after("2026-01-01T00:00:00Z");
    let call = call.position(ListPosition::AfterId("drun_0".into())).workspace_id("ws_1");
    let mut runs = call.items();
    assert_eq!(runs.next_item().await.unwrap().unwrap().id.as_str(), "drun_1");
    assert!(runs.next_item().await.unwrap().is_none());
    let seen = &mock.seen()[1];
    assert_eq!(seen.query_value("page").as_deref(), Some("p+/=?"));
    assert_eq!(seen.query_value("after_id"), None);
    assert_eq!(seen.query_value("triggered_after").as_deref(), Some("2026-01-01T00:00:00Z"));
    assert_eq!(seen.header("qoder-workspace-id"), Some("ws_1"));
}

#[tokio::test]
async fn what_is_cleared_says_null() {
    let mock = MockTransport::new();
    mock.on("sessions.update").reply(Reply::status(418));
    let qoder = client(&mock);
    let _ = qoder.sessions().update("sess_1").budget_null().send().await;
    let _ = qoder.sessions().update("sess_1").send().await;
    let metadata = [("kept", Some("v")), ("emptied", Some("")), ("gone", None)];
    let metadata = metadata.map(|(key, value)| (key.to_owned(), value.map(str::to_owned)));
    let _ = qoder.sessions().update("sess_1").metadata(metadata.into()).send().await;
    let bodies: Vec<Value> = mock.seen().iter().map(callsheet::testing::Seen::json).collect();
    let metadata = json!({"kept": "v", "emptied": "", "gone": null});
    assert_eq!(bodies, [json!({"budget": null}), json!({}), json!({"metadata": metadata})]);
}
