//! An embedded service that speaks the Qoder Cloud Agents API on a loopback port, as far as a walk
//! from an environment to the agent's answer needs it: real HTTP for tests and examples, with state
//! in memory, and faults on request. Files are downloaded from a storage on a port of its own.

#![allow(
    clippy::indexing_slicing,
    reason = "of JSON: a key that there is not is `null`, and one that is written is made"
)]

mod agents;
mod call;
mod environments;
mod events;
mod faults;
mod files;
mod memories;
mod multipart;
mod reply;
mod sessions;
mod shelf;
mod skills;
mod sse;
mod turn;
mod vaults;
mod world;

use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use axum::Router;
use axum::extract::{self, Request};
use axum::http::StatusCode;
use axum::response::Response;
use tokio::sync::{oneshot, watch};

use call::Call;
pub use faults::Fault;
use reply::{Outcome, Refusal, Reply, respond};
use sse::Subscription;
use world::World;

/// The path below which the API lives.
const PREFIX: &str = "/api/v1/cloud";
/// The token that a service takes unless another is given.
const TOKEN: &str = "pt-embedded";
/// The largest request body that is taken, in bytes.
const MAX_BODY: usize = 4 * 1024 * 1024;

/// A running service. It stops when this is dropped.
#[derive(Debug)]
pub struct Service {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// A request that the service has seen.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The method.
    pub method: String,
    /// The path, as it was sent.
    pub path: String,
    /// The query, as it was sent.
    pub query: Option<String>,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// What the server's thread and its owner share.
#[derive(Debug)]
struct Shared {
    token: String,
    state: Mutex<State>,
    /// Says that something may have happened in a session.
    changes: watch::Sender<()>,
}

/// The state of the service.
#[derive(Debug)]
struct State {
    world: World,
    faults: VecDeque<Fault>,
    seen: Vec<Seen>,
    /// What the storage has seen.
    stored: Vec<Seen>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Service {
    /// Starts a service with a token of its own.
    ///
    /// # Panics
    /// If this machine has no free port on loopback.
    #[must_use]
    pub fn start() -> Self {
        Self::start_with_token(TOKEN)
    }

    /// Starts a service that takes this token.
    ///
    /// # Panics
    /// If this machine has no free port on loopback.
    #[must_use]
    #[allow(clippy::expect_used, reason = "a test or example cannot go on without its service")]
    pub fn start_with_token(token: &str) -> Self {
        let (listener, address) = listen();
        let (storage, storage_address) = listen();
        let state = State {
            world: World::new(format!("http://{storage_address}")),
            faults: VecDeque::new(),
            seen: Vec::new(),
            stored: Vec::new(),
        };
        let changes = watch::Sender::new(());
        let shared =
            Arc::new(Shared { token: token.to_owned(), state: Mutex::new(state), changes });
        let (stop, stopped) = oneshot::channel();
        let app = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let store = Router::new().fallback(answer_storage).with_state(Arc::clone(&shared));
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(async move {
                let socket = |listener| {
                    tokio::net::TcpListener::from_std(listener).expect("a socket for tokio")
                };
                tokio::select! {
                    _ = axum::serve(socket(listener), app) => {}
                    _ = axum::serve(socket(storage), store) => {}
                    // The owner is gone; connections that are still open, hanging ones above all,
                    // are closed with the runtime.
                    _ = stopped => {}
                }
            });
        });
        Self { address, shared, stop: Some(stop), thread: Some(thread) }
    }

    /// The base URL of the API.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}{PREFIX}", self.address)
    }

    /// The token that the service takes.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.shared.token
    }

    /// Lets the next request that has not been given a fault yet be answered with this one.
    pub fn next(&self, fault: Fault) {
        self.shared.state().faults.push_back(fault);
    }

    /// The requests so far, the oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<Seen> {
        self.shared.state().seen.clone()
    }

    /// The requests to the storage so far, the oldest first.
    #[must_use]
    pub fn storage_requests(&self) -> Vec<Seen> {
        self.shared.state().stored.clone()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// A socket on a free port.
#[allow(clippy::expect_used, reason = "a test or example cannot go on without its service")]
fn listen() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
    listener.set_nonblocking(true).expect("a socket that does not block");
    let address = listener.local_addr().expect("the address of a bound socket");
    (listener, address)
}

/// Answers one request to the API.
async fn answer(extract::State(shared): extract::State<Arc<Shared>>, request: Request) -> Response {
    let seen = Seen::read(request).await;
    let (fault, outcome, number) = {
        let mut state = shared.state();
        state.seen.push(seen.clone());
        let fault = state.faults.pop_front();
        let outcome = fault
            .as_ref()
            .is_none_or(Fault::is_carried_out)
            .then(|| authenticate(&seen, &shared.token).and_then(|()| state.world.answer(&seen)));
        (fault, outcome, state.seen.len())
    };
    shared.changes.send_replace(());
    // An id that the client chose is repeated.
    let chosen = seen.header("x-request-id").map(str::to_owned);
    let request_id = chosen.unwrap_or_else(|| format!("req_{number:032}"));
    match (fault, outcome) {
        (Some(Fault::CutStream(frames)), Some(outcome)) => {
            respond_to(outcome, shared, Some(frames), &request_id)
        }
        (Some(fault), _) => fault.answer(&request_id).await,
        (None, Some(outcome)) => respond_to(outcome, shared, None, &request_id),
        (None, None) => Response::default(),
    }
}

/// Answers one request to the storage.
async fn answer_storage(
    extract::State(shared): extract::State<Arc<Shared>>,
    request: Request,
) -> Response {
    let seen = Seen::read(request).await;
    let outcome = {
        let mut state = shared.state();
        state.stored.push(seen.clone());
        files::stored(&state.world, &Call { seen: &seen, ids: Vec::new() })
    };
    respond_to(outcome, shared, None, "storage")
}

fn respond_to(
    outcome: Outcome,
    shared: Arc<Shared>,
    cut: Option<usize>,
    request_id: &str,
) -> Response {
    match outcome {
        Ok(Reply::Json(status, value)) => {
            respond(status, "application/json", value.to_string(), request_id)
        }
        Ok(Reply::Bytes(content_type, bytes)) => {
            respond(StatusCode::OK, content_type, bytes, request_id)
        }
        Ok(Reply::Events { session, from, deltas }) => {
            sse::stream(shared, Subscription { session, from, deltas, cut }, request_id)
        }
        Err(refusal) => refusal.response(request_id),
    }
}

fn authenticate(seen: &Seen, token: &str) -> Result<(), Refusal> {
    if seen.header("authorization") == Some(&format!("Bearer {token}")) {
        return Ok(());
    }
    let message = "the token is invalid or has expired";
    Err(Refusal::new(StatusCode::UNAUTHORIZED, "authentication_error", message))
}

impl Seen {
    async fn read(request: Request) -> Self {
        let (head, body) = request.into_parts();
        // Read whole, however large: the callers are tests, which want to see what was sent.
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
        let text = |value: &axum::http::HeaderValue| {
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        };
        let headers = head.headers.iter().map(|(name, value)| (name.to_string(), text(value)));
        Self {
            method: head.method.to_string(),
            path: head.uri.path().to_owned(),
            query: head.uri.query().map(str::to_owned),
            headers: headers.collect(),
            body: body.to_vec(),
        }
    }

    /// The first header with this name, in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }
}
