//! How a client proves who it is: credentials, the tokens that are had for them, and how they get
//! onto requests.

mod cache;
mod credentials;
mod keyring;
mod missing;
mod oauth2;
mod provider;
mod written;

pub use credentials::Credentials;
pub(crate) use credentials::{Chosen, Given};
pub(crate) use keyring::{Keyring, Lease, Unsigned};
pub use provider::{FetchContext, Token, TokenFuture, TokenProvider};
