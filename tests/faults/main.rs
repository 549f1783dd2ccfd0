//! Faults that a client survives, by subject. The number in a name is that of the fault in
//! `tests/FAULTS.md`.

#![allow(clippy::unwrap_used, reason = "these are tests")]

mod answers;
mod calls;
#[path = "../common/mod.rs"]
mod common;
mod connections;
mod downloads;
mod fetch;
mod redirects;
mod resume;
mod table;
mod tls;
mod uploads;

use std::time::Duration;

use callsheet::testing::{FaultServer, Script};
use callsheet::{Builder, StandardRetry};

use common::CANARY;

callsheet::client! {
    api Store {
        server "https://store.example"
        auth bearer
        header { X-Workspace as workspace: "canary-workspace" }
        errors { 4xx, 5xx }
    }

    #[error(code = error.type, message = error.message, request_id = request_id)]
    struct Problem { error: Details, request_id?: String }
    struct Details { type: String, message: String }
    struct Thing { id: String, count: u32 }
    struct Event { id: u32 }

    GET /files/{id: String} as file { -> 200 bytes }
    POST /files as make { body { name: String } -> 200 bytes }
    GET /files/{id: String}/link as link { -> 200 { url: String } }
    POST /files/upload as upload { body multipart { file: File } -> 204 }
    GET /things/{id: String} as get { -> 200 Thing }
    POST /things as create { body { name: String } -> 201 Thing }
    POST /jobs as start { header { #[idempotency_key] Idempotency-Key?: String } body { name: String } -> 201 Thing }
    GET /events as events { -> 200 sse Event }
}

const THING: &str = r#"{"id":"a","count":2}"#;

/// A server on a script for each connection.
async fn server(scripts: impl IntoIterator<Item = Script>) -> FaultServer {
    FaultServer::start(scripts).await.unwrap()
}

/// A client of it, which does not wait before it tries again.
fn store(server: &FaultServer) -> Store {
    builder(server).build().unwrap()
}

fn builder(server: &FaultServer) -> Builder<Store> {
    Store::builder()
        .base_url(server.url())
        .bearer(CANARY)
        .retry(StandardRetry::new().backoff(Duration::ZERO, Duration::ZERO))
}

/// Reads a request, answers with this head and body, and closes the connection.
fn answer(head: &str, body: impl std::fmt::Display) -> Script {
    let head = head.trim().replace('\n', "\r\n");
    Script::new().read_request().write(format!("HTTP/1.1 {head}\r\n\r\n{body}")).fin()
}

/// The same with JSON.
fn json(head: &str, body: &str) -> Script {
    let length = body.len();
    answer(&format!("{head}\ncontent-type: application/json\ncontent-length: {length}"), body)
}
