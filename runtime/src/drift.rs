//! Drift: what the service says and the spec does not know.
//!
//! Unknown fields, unknown values of open enums and other constants do no harm to a client: they are
//! kept. But they say that the spec is out of date. A [`Collector`] notes them, by operation and by
//! the place in the JSON, beside what could not be decoded at all.
//!
//! ```no_run
//! # callsheet::client! { api Petshop { server "https://api.petshop.example" }
//! #     GET /pets/{id: String} as pet { -> 200 { name: String } } }
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! use callsheet::drift::Collector;
//!
//! let drift = Collector::new();
//! let shop = Petshop::builder().drift(&drift).build()?;
//! shop.pet("rex").send().await?;
//! println!("{}", drift.report());
//! # Ok(())
//! # }
//! ```
//!
//! prints, say,
//!
//! ```text
//! pet: 1 response
//!   collar.color  unknown field, 1 time: string
//!   mood          unknown value, 1 time: "sleepy"
//! ```
//!
//! Of fields a report has names and types only, of enums and constants up to eight values, and
//! nothing of what the spec calls sensitive.

mod report;
mod walk;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard};

use http::StatusCode;

use crate::client::Client;
use crate::error::Error;
use crate::lock::lock;
use crate::operation::Operation;
use crate::value::Value;
use crate::value::secret::redacted;

pub use report::{Finding, Kind, Report};

/// How many findings are kept. Maps that a spec takes for structs have no end of names.
const FINDINGS: usize = 1000;

/// How many findings of one response are counted.
const OF_RESPONSE: usize = 1000;

/// How many samples of a finding are kept, and how many characters of each.
const SAMPLES: usize = 8;
const SAMPLE: usize = 64;

/// Notes what the service says and the spec does not know. Clones are one collector, and several
/// clients may share it.
///
/// It costs one walk over each decoded response, and memory for a thousand findings at most.
#[derive(Clone, Default)]
pub struct Collector(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    responses: BTreeMap<&'static str, u64>,
    findings: BTreeMap<Place, Tally>,
    dropped: u64,
}

/// What was found where.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    operation: &'static str,
    path: String,
    kind: Kind,
}

/// How often, and what.
#[derive(Default)]
struct Tally {
    count: u64,
    samples: Vec<String>,
}

/// Something found in one response.
struct Found {
    path: String,
    kind: Kind,
    sample: Option<String>,
}

impl Collector {
    /// A collector that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// What has been found so far.
    pub fn report(&self) -> Report {
        let state = self.state();
        let findings = state.findings.iter().map(|(place, tally)| Finding {
            operation: place.operation,
            path: place.path.clone(),
            kind: place.kind,
            count: tally.count,
            samples: tally.samples.clone(),
        });
        Report {
            responses: state.responses.clone(),
            findings: findings.collect(),
            dropped: state.dropped,
        }
    }

    /// Forgets all that has been found.
    pub fn clear(&self) {
        *self.state() = State::default();
    }

    /// Notes what is in a decoded value.
    pub(crate) fn value(&self, client: &Client, operation: &'static Operation, value: &dyn Value) {
        self.note(client, operation, walk::findings(value));
    }

    /// Notes a success: its status, and what is in it or why it could not be decoded.
    pub(crate) fn success(
        &self,
        client: &Client,
        operation: &'static Operation,
        status: StatusCode,
        decoded: Result<&dyn Value, &Error>,
    ) {
        let mut found = match decoded {
            Ok(value) => walk::findings(value),
            Err(error) => vec![undecodable(error)],
        };
        if !operation.responses.iter().any(|response| response.status.matches(status)) {
            let sample = Some(status.as_str().to_owned());
            found.push(Found { path: String::new(), kind: Kind::UnknownStatus, sample });
        }
        self.note(client, operation, found);
    }

    /// Notes an error status or a code that the spec does not know.
    pub(crate) fn failure(
        &self,
        client: &Client,
        operation: &'static Operation,
        status: StatusCode,
        code: Option<&str>,
    ) {
        let sample = code.map_or(status.as_str().to_owned(), |code| {
            format!("{status} {code}", status = status.as_str())
        });
        let found = Found { path: String::new(), kind: Kind::UnknownFailure, sample: Some(sample) };
        self.note(client, operation, vec![found]);
    }

    /// Notes a documented failure whose payload could not be decoded.
    pub(crate) fn odd_failure(
        &self,
        client: &Client,
        operation: &'static Operation,
        error: &crate::DecodeError,
    ) {
        self.note(client, operation, vec![of_decode_error(error)]);
    }

    fn note(&self, client: &Client, operation: &'static Operation, found: Vec<Found>) {
        // A server may repeat credentials anywhere.
        let secrets = if found.is_empty() { Vec::new() } else { client.inner().keyring.secrets() };
        let mut state = self.state();
        *state.responses.entry(operation.name).or_default() += 1;
        for Found { path, kind, sample } in found {
            let place = Place { operation: operation.name, path: redacted(path, &secrets), kind };
            let is_new = !state.findings.contains_key(&place);
            if is_new && state.findings.len() >= FINDINGS {
                state.dropped += 1;
                continue;
            }
            let tally = state.findings.entry(place).or_default();
            tally.count += 1;
            let sample = sample.map(|sample| redacted(sample, &secrets));
            if let Some(sample) = sample.filter(|sample| !tally.samples.contains(sample)) {
                if tally.samples.len() < SAMPLES {
                    tally.samples.push(sample);
                }
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.0)
    }
}

/// Why a response could not be decoded.
fn undecodable(error: &Error) -> Found {
    match &error.facts().decode {
        Some(decode) => of_decode_error(decode),
        None => {
            let sample = Some(error.facts().detail.to_string());
            Found { path: String::new(), kind: Kind::Undecodable, sample }
        }
    }
}

fn of_decode_error(error: &crate::DecodeError) -> Found {
    let path = walk::without_indices(&error.path);
    if error.missing {
        return Found { path, kind: Kind::MissingField, sample: None };
    }
    Found { path, kind: Kind::Undecodable, sample: Some(error.message.clone()) }
}

impl fmt::Debug for Collector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Collector")
            .field("responses", &state.responses.values().sum::<u64>())
            .field("findings", &state.findings.len())
            .finish()
    }
}
