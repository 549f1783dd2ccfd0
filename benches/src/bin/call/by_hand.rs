//! The call as one would write it with `http` and serde.

use std::collections::BTreeMap;
use std::error::Error;
use std::future::poll_fn;

use bytes::{Bytes, BytesMut};
use callsheet::transport::ResponseBody;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue, USER_AGENT};
use serde::{Deserialize, Serialize};

use crate::mock::Mock;
use crate::{AGENT, ENVIRONMENT, LIMIT, METADATA, TITLE};

#[derive(Serialize)]
struct Create {
    agent: String,
    environment_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata: Option<BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delta_flush_interval_ms: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    memory_store_ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resources: Option<Vec<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vault_ids: Option<Vec<String>>,
}

/// The fields that the page shows.
#[derive(Deserialize)]
#[expect(dead_code, reason = "a caller would read them")]
struct Session {
    id: String,
    r#type: String,
    agent_id: Option<String>,
    agent: Agent,
    environment_id: String,
    title: Option<String>,
    status: Status,
    resources: Vec<serde_json::Value>,
    vault_ids: Vec<String>,
    memory_store_ids: Option<Vec<String>>,
    usage: Option<Usage>,
    created_at: String,
    updated_at: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Idle,
    Processing,
    Cancelled,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "a caller would read them")]
struct Agent {
    id: String,
    r#type: String,
    name: String,
    description: Option<String>,
    model: serde_json::Value,
    instructions: Option<String>,
    system: Option<String>,
    tools: Vec<serde_json::Value>,
    mcp_servers: Vec<serde_json::Value>,
    default_environment: Option<String>,
    version: u64,
    created_at: String,
    updated_at: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "a caller would read them")]
struct Usage {
    input_tokens: u64,
    output_tokens: u64,
    cache_read_input_tokens: u64,
    cache_creation: CacheCreation,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "a caller would read them")]
struct CacheCreation {
    ephemeral_5m_input_tokens: u64,
    ephemeral_1h_input_tokens: u64,
}

/// Creates a session `count` times.
pub(crate) async fn run(timed: bool, count: usize) -> Result<usize, Box<dyn Error>> {
    let base_url = "https://api.qoder.com/api/v1/cloud";
    let authorization = HeaderValue::from_static("Bearer pt-bench");
    let mut length = 0;
    for _ in 0..count {
        let request = Create {
            agent: AGENT.to_owned(),
            environment_id: ENVIRONMENT.to_owned(),
            title: Some(TITLE.to_owned()),
            metadata: Some(BTreeMap::from([(METADATA.0.to_owned(), METADATA.1.to_owned())])),
            delta_flush_interval_ms: None,
            memory_store_ids: None,
            resources: None,
            vault_ids: None,
        };
        let call = create(base_url, &authorization, &request);
        let session = if timed { tokio::time::timeout(LIMIT, call).await?? } else { call.await? };
        length += session.id.len();
    }
    Ok(length)
}

async fn create(
    base_url: &str,
    authorization: &HeaderValue,
    request: &Create,
) -> Result<Session, Box<dyn Error>> {
    let request = http::Request::post(format!("{base_url}/sessions"))
        .header(AUTHORIZATION, authorization)
        .header(USER_AGENT, "by-hand/0.1.0")
        .header(ACCEPT, "application/json")
        .header(CONTENT_TYPE, "application/json")
        .body(Bytes::from(serde_json::to_vec(request)?))?;
    let (head, body) = Mock::answer(request).await?.into_parts();
    let body = collect(body).await?;
    if head.status != http::StatusCode::CREATED {
        return Err(format!("{}: {}", head.status, String::from_utf8_lossy(&body)).into());
    }
    Ok(serde_json::from_slice(&body)?)
}

/// Reads a body to its end; one that comes in one piece is not copied.
async fn collect(mut body: ResponseBody) -> Result<Bytes, Box<dyn Error>> {
    let mut first = Bytes::new();
    let mut more = BytesMut::new();
    while let Some(piece) = poll_fn(|cx| body.as_mut().poll_next(cx)).await {
        let piece = piece?;
        if first.is_empty() {
            first = piece;
        } else {
            if more.is_empty() {
                more.extend_from_slice(&first);
            }
            more.extend_from_slice(&piece);
        }
    }
    Ok(if more.is_empty() { first } else { more.freeze() })
}
