//! The recorded calls, as a user of the Rust client makes them.

use std::collections::BTreeMap;
use std::process::Command;
use std::time::Duration;

use callsheet::testing::MockTransport;
use callsheet::{Builder, File};
use qoder::deployments::ListPosition;
use qoder::sessions::{DeltaKind, SessionStatus};
use qoder::{Order, Qoder, agents, models};
use serde_json::Value;

use crate::outcome::Outcome;
use crate::script::SERVER;

/// The operation that a row calls.
pub fn operation(row: &Value) -> &str {
    let call = row["call"].as_str().unwrap();
    let name = call.split([' ', ',']).next().unwrap();
    match name {
        "Managed(base_url)" | "Managed(max_retries=-1)" => "agents.retrieve",
        "sessions.events.resumable_stream" => "sessions.events.stream",
        name => name,
    }
}

/// Where the requests of a row go.
pub fn base_url(row: &Value) -> String {
    let url = match row["client"].get("base_url") {
        Some(Value::String(url)) => url.trim_end_matches('/'),
        _ => "http://SERVER/api/v1/cloud",
    };
    url.replace("SERVER", SERVER)
}

/// What a program says whose environment is that of a row, where it has a token in it.
pub fn said_with_environment(row: &Value) -> Option<String> {
    let (_, variables) = row["call"].as_str()?.split_once(" env ")?;
    let variables: BTreeMap<String, String> = serde_json::from_str(variables).unwrap();
    if row["client"].get("access_token") != Some(&Value::Null) {
        return None;
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_from_env"));
    let output = command.env_clear().envs(variables).output().unwrap();
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The client of a row.
fn builder(row: &Value, mock: &MockTransport) -> Builder<Qoder> {
    let options = &row["client"];
    let seconds = options["timeout"].as_u64().unwrap_or(600);
    let mut builder = Qoder::builder()
        .attempt_timeout(Duration::from_secs(seconds))
        .timeout(None)
        .allow_http()
        .transport(mock.transport())
        .clock(mock.clock());
    match options.get("access_token") {
        Some(Value::Null) => {}
        token => builder = builder.bearer(token.map_or("pt-test", |token| token.as_str().unwrap())),
    }
    match options.get("base_url") {
        Some(Value::Null) => {}
        Some(url) => builder = builder.base_url(url.as_str().unwrap().replace("SERVER", SERVER)),
        None => builder = builder.base_url(base_url(row)),
    }
    if let Some(retries) = options["max_retries"].as_u64() {
        builder = builder.max_retries(u32::try_from(retries).unwrap());
    }
    for (name, value) in options["default_headers"].as_object().into_iter().flatten() {
        builder = builder.header(name, value.as_str().unwrap());
    }
    builder
}

/// Makes the call of a row. `None` where Rust has no such call.
pub async fn play(row: &Value, mock: &MockTransport) -> Option<Outcome> {
    let name = row["name"].as_str().unwrap();
    let mut builder = builder(row, mock);
    if name == "read timeout between frames" {
        let limit = Duration::from_millis(500);
        builder = builder.attempt_timeout(limit).body_idle_timeout(limit);
    }
    let Ok(qoder) = builder.build() else { return Some(Outcome::refused()) };
    Some(match operation(row) {
        "agents.retrieve" => retrieve(name, row, &qoder).await?,
        "agents.create" => {
            let call = qoder.agents().create(qoder::ModelId::from("auto"), "n");
            let key = row["requests"][0]["headers"]["idempotency-key"].as_str();
            let is_default = row["client"]["default_headers"].is_object();
            let call = match key {
                Some(key) if !is_default => call.idempotency_key(key),
                _ => call,
            };
            Outcome::of(call.send().await)
        }
        "agents.update" => {
            let call = qoder.agents().update("agent_1");
            Outcome::of(match name {
                "body with no arguments is {}" => call.send().await,
                "body null, false, zero, empty kept" => {
                    let call =
                        call.description_null().name("").version(0).tools([] as [qoder::Tool; 0]);
                    call.metadata([].into()).unchecked().send().await
                }
                _ => return None,
            })
        }
        "environments.create" => {
            let config = qoder::environments::EnvironmentConfig::Unknown(serde_json::json!({}));
            Outcome::of(qoder.environments().create("n").config(config).send().await)
        }
        "environments.delete" if name == "extra_body on a DELETE is sent" => return None,
        "environments.delete" => Outcome::of(qoder.environments().delete("env_1").send().await),
        "files.download" => {
            let call = qoder.files().download("file_1");
            let is_isolated = name.starts_with("storage leg");
            let call = if is_isolated { call.workspace_id("ws").query("dq", "1") } else { call };
            Outcome::of(call.send().await.map(|link| link.url.expose().clone()))
        }
        "files.upload" => Outcome::of(upload(name, row, &qoder).await?),
        "skills.create" => {
            let call = qoder.skills().create([] as [File; 0]).display_title("t");
            Outcome::of(call.unchecked().send().await)
        }
        "skills.versions.download" => {
            let call = qoder.skills().versions().download("s", "1").send().await;
            Outcome::of(call.map(|bytes| bytes.len()))
        }
        "memory_stores.memories.update" => {
            let call = qoder.memory_stores().memories().update("ms", "mem_1").unchecked();
            let call = match name {
                "memory precondition becomes content_sha256" => call.content_sha256("aa"),
                "memory precondition without a hash" => call,
                _ => return None,
            };
            Outcome::of(call.send().await)
        }
        "sessions.resources.retrieve" => {
            let call = qoder.sessions().resources().retrieve("sess_1", "");
            Outcome::of(call.unchecked().send().await)
        }
        "sessions.events.stream" => stream(name, row, &qoder).await,
        "sessions.threads.events.stream" => {
            let call = qoder.sessions().threads().events().stream("sesn_1", "sthr_1");
            Outcome::of_events(call.unchecked().max_retries(0).stream().await, usize::MAX).await
        }
        _ => list(name, row, &qoder).await?,
    })
}

/// The calls for lists.
async fn list(name: &str, row: &Value, qoder: &Qoder) -> Option<Outcome> {
    Some(match operation(row) {
        "agents.list" => agents_list(name, row, qoder).await?,
        "sessions.list" => {
            let call = qoder.sessions().list();
            if name == "query empty list dropped" {
                return Some(Outcome::of(call.statuses([] as [SessionStatus; 0]).send().await));
            }
            let call = call.statuses([SessionStatus::Idle, SessionStatus::Running]);
            Outcome::of_items(call.order(Order::Asc).limit(2).items()).await
        }
        "models.list" => {
            let call = qoder.models().list();
            let query = row["requests"][0]["query"].as_str().unwrap_or_default();
            let call = if query.contains("limit=2") { call.limit(2) } else { call };
            let call = if query.contains("after_id=z") {
                call.position(models::ListPosition::AfterId("z".into()))
            } else {
                call
            };
            let call = if query.contains("before_id=z") {
                call.position(models::ListPosition::BeforeId("z".into()))
            } else {
                call
            };
            Outcome::of_items(call.items()).await
        }
        "deployments.list" => {
            let position = ListPosition::AfterId("dep_0".into());
            let call = qoder.deployments().list().position(position);
            Outcome::of_items(call.limit(2).items()).await
        }
        "deployments.runs.list" => {
            let call = qoder.deployments().runs().list("dep/1").unchecked();
            Outcome::of_items(call.limit(2).items()).await
        }
        other => panic!("no call of {other}"),
    })
}

/// The calls for an agent: all that is said of clients and of single attempts.
async fn retrieve(name: &str, row: &Value, qoder: &Qoder) -> Option<Outcome> {
    let id = match row["call"].as_str().unwrap() {
        "agents.retrieve ''" => "",
        "agents.retrieve '..'" => "..",
        _ => "agent_1",
    };
    let call = qoder.agents().retrieve(id);
    let call = match name {
        "path id '' refused locally" | "path id '..' refused locally" => call.unchecked(),
        "explicit Authorization header wins" | "Authorization header without token" => {
            call.header("authorization", "Bearer other")
        }
        "default headers and request override" => call.header("X-Test", "call"),
        "fingerprint override" => call.header("x-qoder-timeout", "9"),
        "timeout 7 per call" => call.timeout(Duration::from_secs(7)),
        "timeout 0.5: no x-qoder-timeout" => call.timeout(Duration::from_millis(500)),
        "timeout 7.9 truncated" => call.timeout(Duration::from_millis(7900)),
        "betas [] sends an empty header" => call.betas([] as [&str; 0]),
        "workspace empty string sends an empty header" => call.workspace_id(""),
        "betas one" => call.betas(["a"]),
        "betas with comma inside" => call.betas(["a,b", "c d"]),
        "header not ascii" => call.workspace_id("wé"),
        "header with newline" => call.workspace_id("a\nb"),
        "extra_query" => call.version(2).query("a", "b c").query("n[k]", "1").query("n[k]", "true"),
        "default_query overridden by the call" => call.version(3).query("z", "é"),
        "caller sets X-Qoder-Retry-Count: not maintained" => {
            call.header("X-Qoder-Retry-Count", "7")
        }
        "with_options max_retries 1" => call.max_retries(1),
        "max_retries negative refused" => return None,
        _ => call,
    };
    Some(Outcome::of(call.send().await))
}

async fn agents_list(name: &str, row: &Value, qoder: &Qoder) -> Option<Outcome> {
    let call = qoder.agents().list();
    match name {
        "query None dropped" | "list error" | "null body" => {
            return Some(Outcome::of(call.send().await));
        }
        "datetime as string untouched" => {
            return Some(Outcome::of(call.created_at_gte("2026-01-02T03:04:05Z").send().await));
        }
        "list 503 then page" => return Some(Outcome::of(call.limit(1).send().await)),
        "get_next_page on the last page" | "manual pages" => {
            return Some(by_page(if name == "manual pages" { call.limit(2) } else { call }).await);
        }
        _ => {}
    }
    let query = row["requests"][0]["query"].as_str().unwrap_or_default();
    let call = if query.contains("limit=2") { call.limit(2) } else { call };
    let call = match query.split("page=").nth(1) {
        Some(page) => call.page(page),
        None => call,
    };
    let call = if name.contains("filters and headers") {
        let call = call.created_at_gte("2026-01-01T00:00:00Z").include_archived(false);
        call.workspace_id("ws_1").betas(["b1", "b2"])
    } else {
        call
    };
    Some(Outcome::of_items(call.items()).await)
}

/// The ids on the second page, as the recording has them.
async fn by_page(call: qoder::Call<'_, agents::List>) -> Outcome {
    let mut pages = call.pages();
    if let Err(error) = pages.next_page().await {
        return Outcome::failed(&error);
    }
    match pages.next_page().await {
        Ok(Some(page)) => {
            let ids: Vec<&str> = page.value().data.iter().map(|agent| agent.id.as_str()).collect();
            Outcome::of(Ok(ids))
        }
        Ok(None) => Outcome::default(),
        Err(error) => Outcome::failed(&error),
    }
}

async fn upload(
    name: &str,
    row: &Value,
    qoder: &Qoder,
) -> Option<Result<qoder::files::FileMetadata, qoder::Error>> {
    let text = |file: File| file.with_content_type("text/plain");
    let file = match name {
        "upload: bytes only" => File::from_bytes("upload", "abc"),
        "upload: path object" | "upload: open file" => {
            let path =
                std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("wire_probe_été.json");
            std::fs::write(&path, "{}").unwrap();
            File::from_path(path)
        }
        "upload: tuple without content type, known extension" => File::from_bytes("dir/a.png", "x"),
        "upload: tuple without content type, unknown extension" => File::from_bytes("a.zzz", "x"),
        "upload: tuple without content type, no extension" => File::from_bytes("a", "x"),
        "upload: filename None" => text(File::from_bytes("", "x")),
        "upload: filename with backslash, newline, percent" => {
            text(File::from_bytes("a\\b\nc%d\".txt", "x"))
        }
        "upload: name empty and number" | "upload error" => File::from_bytes("upload", "x"),
        "multipart 429: same bytes again" | "multipart 503 without key: not retried" => {
            text(File::from_bytes("a.txt", "abc"))
        }
        _ => return None,
    };
    let call = qoder.files().upload(file);
    let call = match row["requests"][0]["parts"][0]["name"].as_str() {
        Some("name") if name.starts_with("multipart") => call.name("n"),
        Some("name") => call.name("").expires_in_seconds(0),
        _ => call,
    };
    Some(call.send().await)
}

async fn stream(name: &str, row: &Value, qoder: &Qoder) -> Outcome {
    let call = qoder.sessions().events().stream("sesn_1").unchecked();
    let call = match name {
        "last_event_id and deltas on the wire" => {
            let deltas = [DeltaKind::AgentMessage, DeltaKind::AgentThinking];
            call.resume_from("evt_5").event_deltas(deltas)
        }
        "start cursor" => call.resume_from("evt_5"),
        "start cursor from extra header wins" => {
            call.resume_from("evt_5").header("last-event-id", "evt_6")
        }
        _ => call,
    };
    // A stream that is not resumed is one without retries, or not read to its end.
    let call = if row["kind"] == "sse" { call.max_retries(0) } else { call };
    let most = row["result"].as_array().map_or(usize::MAX, Vec::len);
    Outcome::of_events(call.stream().await, most).await
}
