//! Declare an HTTP API once, as its documentation page reads, and get a Rust client worth having.
//!
//! ```
//! callsheet::client! {
//!     api Petshop {
//!         server "https://api.petshop.example/v1" for /v1
//!         auth bearer = env("PETSHOP_TOKEN")
//!     }
//!
//!     struct PetId(String in "^pet_");
//!
//!     mod pets {
//!         /// Adds a pet.
//!         POST /v1/pets as create {
//!             body { name: String in 1..=64, age?: u32 in 0..=200 }
//!             -> 201 Pet
//!         }
//!         struct Pet { id: PetId, name: String }
//!     }
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let shop = Petshop::builder().bearer("secret").build()?;
//! let request = shop.pets().create("Rex").age(3).to_http()?;
//! assert_eq!(request.uri(), "https://api.petshop.example/v1/pets");
//! # Ok(())
//! # }
//! ```
//!
//! A call is sent with `.send().await`. See [`Error`] for what can go wrong, and [`Builder`] for the
//! settings of a client.
//!
//! # Features
//!
//! - `reqwest` (default): the transport. Without it, give the builder a [`Transport`] of your own.
//! - `http2` (default): HTTP/2 for that transport.
//! - `rustls-ring` (default), `rustls-aws-lc`, `native-tls`: its TLS backend.
//! - `tracing`: a span of [tracing](https://docs.rs/tracing) for each call and each attempt, with the
//!   names of OpenTelemetry.
//! - `testing`: `callsheet::testing`, a kit for tests of code that uses a client.
//! - `blocking`: `callsheet::blocking`, calls without async.
//! - `webhooks`: `callsheet::webhook`, deliveries of a service that are verified before they are
//!   parsed. A spec with a webhook needs it.
//! - `tokio` (with `reqwest`): the clock. Without it, give the builder a [`Clock`] of your own.
//! - `jiff`, `time`, `chrono`, `uuid`, `url`: conversions between [`DateTime`], [`Date`], [`Time`],
//!   [`Duration`], [`UnixTime`], [`Uuid`] and [`Url`] and the types of these crates: `TryFrom` of a
//!   reference to ours, `From` of theirs.

#[path = "private.rs"]
#[doc(hidden)]
pub mod __private;
mod auth;
mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
mod call;
mod check;
mod client;
mod clock;
mod codec;
mod compare;
mod convert;
mod debug;
mod download;
pub mod drift;
mod error;
mod execute;
mod extend;
mod fetch;
mod file;
#[doc(hidden)]
pub mod generated;
mod hooks;
#[doc(hidden)]
pub mod keywords;
mod locate;
mod lock;
mod observe;
mod operation;
mod options;
mod page;
mod path;
mod random;
mod raw;
mod request;
mod response;
mod retry;
mod schema;
mod shorten;
mod spelling;
pub mod sse;
mod stream;
#[cfg(feature = "testing")]
pub mod testing;
pub mod transport;
mod unread;
pub mod value;
mod wait;
#[cfg(feature = "webhooks")]
pub mod webhook;

#[cfg(test)]
mod fixtures;

/// Declares an API and generates its client.
///
/// The argument is the API as its documentation page reads, or the path of a file that says it,
/// relative to the crate's `Cargo.toml`:
///
/// ```ignore
/// callsheet::client!("specs/petshop.callsheet");
/// ```
///
/// After the path, `only = [pets, orders.retrieve]` keeps these modules and endpoints, and the types
/// that they need; what no call uses then costs no time to compile.
///
/// Mistakes are reported all at once, each at its token, or at `file:line:column`.
pub use callsheet_macros::client;

pub use auth::{Credentials, FetchContext, Token, TokenFuture, TokenProvider};
pub use bytes;
pub use futures_core;
pub use http;
pub use serde_core as serde;

pub use check::{Violation, Violations};
pub use client::Builder;
#[cfg(feature = "tokio")]
pub use clock::TokioClock;
pub use clock::{Clock, Sleep, TestClock};
pub use codec::{DecodeError, EncodeError};
pub use download::{Download, Downloading, Downloads};
pub use error::{BoxError, BuildError, Error, ErrorKind, Sent};
pub use fetch::Fetch;
pub use file::File;
pub use hooks::{Hook, SignedRequest};
pub use observe::{AttemptRecord, CallRecord, MetricsSink};
pub use operation::{
    Api, AttemptRules, Attempts, Endpoint, Failure, Idempotency, Operation, UnknownFailure,
};
pub use page::{Items, NextItem, NextPage, Paged, Pages};
pub use raw::RawCall;
pub use response::Response;
pub use retry::{Attempt, Decision, RetryPolicy, StandardRetry, StopReason};
pub use serde_json::Value as Json;
pub use stream::{EventStream, Opening, StreamOnly, Streams};
pub use transport::Transport;
pub use value::{
    Base64, Date, DateTime, Decimal, Duration, Extern, Extra, Patch, Secret, Time, UnixTime, Url,
    Uuid,
};
pub use wait::{Waiting, Waits};
