//! The types of the call as people write them by hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A struct that both reads and writes JSON, its optional fields left out where they are `None`.
macro_rules! object {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty,)* } $($optional:ident: $inner:ty,)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub struct $name {
            $(pub $field: $type,)*
            $(#[serde(default, skip_serializing_if = "Option::is_none")]
            pub $optional: Option<$inner>,)*
        }
    };
}

object! {
    /// The body of the request.
    Create { agent: String, environment_id: String, }
    title: String,
    metadata: BTreeMap<String, String>,
    delta_flush_interval_ms: u32,
    memory_store_ids: Vec<String>,
    resources: Vec<Value>,
    vault_ids: Vec<String>,
}

object! {
    /// The response.
    Session {
        id: Id,
        agent: Agent,
        environment_id: Id,
        status: Status,
        created_at: String,
        updated_at: String,
    }
    agent_id: Id,
    title: String,
    metadata: BTreeMap<String, Value>,
    environment_variables: BTreeMap<String, String>,
    resources: Vec<Value>,
    vault_ids: Vec<Id>,
    memory_store_ids: Vec<Id>,
    deployment_id: String,
    outcome_evaluations: Vec<Value>,
    stats: Value,
    usage: Usage,
    budget: Budget,
    archived_at: String,
}

object! {
    /// The agent in the response.
    Agent { id: Id, name: String, }
    description: String,
    model: Value,
    instructions: String,
    system: String,
    tools: Vec<Value>,
    mcp_servers: Vec<Value>,
    skills: Vec<Value>,
    multiagent: Value,
    default_environment: String,
    version: u64,
    created_at: String,
    updated_at: String,
}

object! {
    /// What the session used.
    Usage {}
    input_tokens: u64,
    output_tokens: u64,
    cache_read_input_tokens: u64,
    cache_creation: CacheCreation,
    total_credits: f64,
    model_credits: f64,
    sandbox_runtime_credits: f64,
    active_seconds: f64,
    list_cost: Value,
    server_tool_use: Value,
}

object! {
    /// Tokens put into the cache.
    CacheCreation {}
    ephemeral_5m_input_tokens: u64,
    ephemeral_1h_input_tokens: u64,
}

object! {
    /// What the session may spend.
    Budget { r#type: String, }
    max_credit_cost: String,
}

object! {
    /// The body of an error.
    ApiError { error: ErrorDetail, }
    request_id: String,
}

object! {
    /// What went wrong.
    ErrorDetail { r#type: String, message: String, }
    code: String,
    param: String,
}

/// An id of any kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub String);

/// What the session is doing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Status {
    Idle,
    Running,
    Rescheduling,
    Terminated,
    Processing,
    Canceling,
    Cancelled,
    #[serde(untagged)]
    Unknown(String),
}
