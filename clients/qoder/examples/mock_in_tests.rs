//! How to test code that uses the client: answers by the name of the operation, no network, and a
//! clock that waits for nothing.
//!
//! `cargo run -p qoder --example mock_in_tests`

use callsheet::testing::{MockTransport, Reply};
use qoder::{Error, Failure, Qoder};
use serde_json::json;

/// The code under test: the title of a session, or nothing if it is gone.
async fn title(qoder: &Qoder, session: &str) -> Result<Option<String>, Error> {
    match qoder.sessions().retrieve(session).send().await {
        Ok(session) => Ok(session.title.into_option()),
        Err(error) if matches!(error.failure(), Some(Failure::NotFoundError(_))) => Ok(None),
        Err(error) => Err(error),
    }
}

/// In your own crate this is a `#[tokio::test]`.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockTransport::new();
    let envelope = json!({"type": "error",
        "error": {"type": "not_found_error", "message": "no such session"}});
    mock.on("sessions.retrieve").sequence([
        Reply::status(503).header("retry-after", "30"),
        Reply::json(200, session("Walks")),
        Reply::json(404, envelope),
    ]);
    let qoder = Qoder::builder()
        .bearer("pt-test")
        .transport(mock.transport())
        .clock(mock.clock())
        .build()?;

    assert_eq!(title(&qoder, "sess_1").await?.as_deref(), Some("Walks"));
    assert_eq!(title(&qoder, "sess_2").await?, None);

    let seen = mock.seen();
    let ids: Vec<_> = seen.iter().filter_map(|request| request.param("session_id")).collect();
    assert_eq!(ids, ["sess_1", "sess_1", "sess_2"]);
    println!("{} requests, the second after {:?}", seen.len(), mock.clock().pauses());
    Ok(())
}

/// What the service answers.
fn session(title: &str) -> serde_json::Value {
    json!({
        "id": "sess_1", "type": "session", "status": "idle", "title": title,
        "agent": {"id": "agent_1", "type": "agent"}, "environment_id": "env_1",
        "created_at": "2026-11-24T00:00:00Z", "updated_at": "2026-11-24T00:00:00Z"
    })
}
