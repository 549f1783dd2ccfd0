//! All that the service keeps, and the way from a request to what answers it.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use serde_json::Value;

use crate::call::Call;
use crate::events::Event;
use crate::reply::{Outcome, Refusal, Reply};
use crate::shelf::Shelf;
use crate::{
    PREFIX, Seen, agents, environments, events, files, memories, sessions, skills, vaults,
};

/// The time at which everything happens: that of the page's example.
pub(crate) const NOW: &str = "2026-05-18T15:26:15.747298Z";

/// What answers a request.
pub(crate) type Handler = fn(&mut World, &Call<'_>) -> Outcome;
/// A method, a path with `*` for ids, and what answers it.
pub(crate) type Route = (&'static str, &'static str, Handler);

/// All routes. Where two fit, the first counts.
const ROUTES: [&[Route]; 8] = [
    agents::ROUTES,
    environments::ROUTES,
    events::ROUTES,
    files::ROUTES,
    memories::ROUTES,
    sessions::ROUTES,
    skills::ROUTES,
    vaults::ROUTES,
];

/// All that the service keeps.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) agents: Shelf,
    pub(crate) environments: Shelf,
    pub(crate) sessions: Shelf,
    /// What happened in each session, even in one that was deleted.
    pub(crate) events: BTreeMap<String, Vec<Event>>,
    /// How many events there have been.
    pub(crate) happened: u64,
    pub(crate) files: Shelf,
    /// The content of the files by id.
    pub(crate) contents: BTreeMap<String, Vec<u8>>,
    /// Where the storage is, and the file that each of its links is for.
    pub(crate) storage: String,
    pub(crate) links: BTreeMap<String, String>,
    pub(crate) memory_stores: Shelf,
    pub(crate) memories: Shelf,
    pub(crate) skills: Shelf,
    pub(crate) vaults: Shelf,
    pub(crate) credentials: Shelf,
    /// What was answered to each idempotency key, and to which body.
    keys: BTreeMap<String, (Vec<u8>, Reply)>,
}

impl World {
    /// A world with one agent and one environment: those of the page.
    pub(crate) fn new(storage: String) -> Self {
        let mut agents = Shelf::new("Agent", "agent_");
        agents.add(agents::first());
        let mut environments = Shelf::new("Environment", "env_");
        environments.add(environments::first());
        Self {
            agents,
            environments,
            sessions: Shelf::new("Session", "sess_"),
            events: BTreeMap::new(),
            happened: 0,
            files: Shelf::new("File", "file_"),
            contents: BTreeMap::new(),
            storage,
            links: BTreeMap::new(),
            memory_stores: Shelf::new("Memory store", "memstore_"),
            memories: Shelf::new("Memory", "mem_"),
            skills: Shelf::new("Skill", "skill_"),
            vaults: Shelf::new("Vault", "vault_"),
            credentials: Shelf::new("Credential", "vcred_"),
            keys: BTreeMap::new(),
        }
    }

    /// Carries out a request with an idempotency key once, and answers it as often as it comes.
    pub(crate) fn answer(&mut self, seen: &Seen) -> Outcome {
        let Some(key) = seen.header("idempotency-key") else {
            return self.route(seen);
        };
        if let Some((body, reply)) = self.keys.get(key) {
            let message = format!("Idempotency key {key} came with another body before");
            return if *body == seen.body {
                Ok(reply.clone())
            } else {
                Err(Refusal::conflict(message))
            };
        }
        let reply = self.route(seen)?;
        self.keys.insert(key.to_owned(), (seen.body.clone(), reply.clone()));
        Ok(reply)
    }

    fn route(&mut self, seen: &Seen) -> Outcome {
        let path = seen.path.strip_prefix(PREFIX).unwrap_or_default();
        let mut is_known = false;
        for (method, pattern, handler) in ROUTES.into_iter().flatten() {
            let Some(ids) = ids(pattern, path) else { continue };
            if seen.method == *method {
                return handler(self, &Call { seen, ids });
            }
            is_known = true;
        }
        if is_known {
            let message = format!("{} is not allowed here", seen.method);
            let status = StatusCode::METHOD_NOT_ALLOWED;
            return Err(Refusal::new(status, "invalid_request_error", message));
        }
        let message = format!("there is no {path}");
        Err(Refusal::new(StatusCode::NOT_FOUND, "not_found_error", message))
    }
}

/// The ids in a path, if it fits the pattern.
fn ids<'a>(pattern: &str, path: &'a str) -> Option<Vec<&'a str>> {
    let (mut patterns, mut segments) = (pattern.split('/'), path.split('/'));
    let mut ids = Vec::new();
    loop {
        match (patterns.next(), segments.next()) {
            (None, None) => return Some(ids),
            (Some("*"), Some(id)) if !id.is_empty() => ids.push(id),
            (Some(pattern), Some(segment)) if pattern == segment => {}
            _ => return None,
        }
    }
}

/// An object without these keys.
pub(crate) fn without(thing: &Value, keys: &[&str]) -> Value {
    let mut thing = thing.clone();
    if let Some(fields) = thing.as_object_mut() {
        fields.retain(|key, _| !keys.contains(&key.as_str()));
    }
    thing
}
