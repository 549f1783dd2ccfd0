//! An embedded service that speaks the sessions part of the Qoder Cloud Agents API on a loopback
//! port: real HTTP for tests and examples, with state in memory, and faults on request.

mod faults;
mod sessions;

use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use tokio::sync::oneshot;

pub use faults::Fault;
use sessions::Sessions;

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
    state: Mutex<Shape>,
}

/// The state of the service.
#[derive(Debug, Default)]
struct Shape {
    sessions: Sessions,
    faults: VecDeque<Fault>,
    seen: Vec<Seen>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, Shape> {
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
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        listener.set_nonblocking(true).expect("a socket that does not block");
        let address = listener.local_addr().expect("the address of a bound socket");
        let shared = Arc::new(Shared { token: token.to_owned(), state: Mutex::default() });
        let (stop, stopped) = oneshot::channel();
        let app = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(async move {
                let listener =
                    tokio::net::TcpListener::from_std(listener).expect("a socket for tokio");
                tokio::select! {
                    _ = axum::serve(listener, app) => {}
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
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// Answers one request.
async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    // Read whole, however large: the callers are tests, which want to see what was sent.
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let text =
        |value: &axum::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let seen = Seen {
        method: head.method.to_string(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().map(str::to_owned),
        headers: head.headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
        body: body.to_vec(),
    };
    let (fault, response) = {
        let mut state = shared.state();
        state.seen.push(seen.clone());
        let number = state.seen.len();
        let fault = state.faults.pop_front();
        let response = match fault {
            Some(Fault::LostAnswer) => {
                drop(state.sessions.answer(&seen, &shared.token, number));
                None
            }
            Some(_) => None,
            None => Some(state.sessions.answer(&seen, &shared.token, number)),
        };
        (fault, response)
    };
    match (fault, response) {
        (_, Some(response)) => response,
        (Some(fault), None) => fault.answer().await,
        (None, None) => Response::default(),
    }
}

impl Seen {
    /// The first header with this name, in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }
}
