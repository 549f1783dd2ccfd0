//! Webhooks: deliveries of a service, verified before they are parsed.
//!
//! A spec says `webhook order_paid { body Order }` and with `#[signature(...)]` how it is signed.
//! `webhooks::order_paid()` then starts a [`VerifierBuilder`]; a [`Verifier`] is shared by all
//! requests, and gives the event or an error that says which status to answer.
//!
//! ```
//! callsheet::client! {
//!     #[signature(
//!         hmac_sha256,
//!         header = X-Shop-Signature,
//!         format = "t={timestamp},v1={hex}",
//!         secret = env("SHOP_WEBHOOK_SECRET"),
//!     )]
//!     webhook order_paid { body Order -> 2xx }
//!     struct Order { id: String, cents: u64 }
//! }
//! use callsheet::http::{HeaderMap, StatusCode};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let verifier = webhooks::order_paid().secret("from the service's dashboard").build()?;
//!
//! // What a handler does with the headers and the raw body of a request.
//! let handle = |headers: &HeaderMap, body: &[u8]| match verifier.verify(headers, body) {
//!     Ok(order) => (StatusCode::NO_CONTENT, format!("{} cents", order.cents)),
//!     Err(error) => (error.status(), error.to_string()),
//! };
//!
//! let (status, text) = handle(&HeaderMap::new(), b"{}");
//! assert_eq!(status, StatusCode::UNAUTHORIZED);
//! assert!(text.contains("the header `x-shop-signature` is missing"));
//! # Ok(())
//! # }
//! ```
//!
//! What is checked, in this order: the size of the body, the headers, the signature over the raw
//! bytes in constant time, the age of the timestamp, and, where [asked
//! for](VerifierBuilder::replay_window), whether the delivery has been seen before. Only then is the
//! body parsed.

pub(crate) mod builder;
mod error;
mod headers;
mod key;
mod replay;
pub(crate) mod scheme;
#[cfg(feature = "testing")]
mod sign;
mod verifier;

pub use builder::VerifierBuilder;
pub use error::{WebhookError, WebhookErrorKind};
pub use replay::{MemoryReplayStore, ReplayStore};
pub use verifier::{Delivery, Verifier};
