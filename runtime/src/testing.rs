//! A kit for tests of code that uses a client: no network, no waiting.
//!
//! - [`MockTransport`] answers calls by the names of their operations.
//! - [`Recorder`] writes what a real service said to a file, without its secrets, and [`Replay`]
//!   says it again.
//! - [`fill`] makes requests of data.
//! - [`FaultServer`] is a socket that does what a script says, however wrong that is.
//!
//! It is there with the feature `testing`:
//!
//! ```toml
//! [dev-dependencies]
//! callsheet = { version = "0.1", features = ["testing"] }
//! ```

mod cassette;
mod fault;
mod fill;
mod mock;
mod recorder;
mod replay;
mod reply;
mod sanitize;
mod seen;

pub use fault::{FaultServer, Gate, Script};
pub use fill::fill;
pub use mock::{MockTransport, Rule};
pub use recorder::{RecordError, Recorder};
pub use replay::Replay;
pub use reply::Reply;
pub use seen::Seen;
