//! Deliveries that have been seen.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::SystemTime;

use crate::error::BoxError;
use crate::lock::lock;

/// How many deliveries a store remembers that nobody has said it of.
const CAPACITY: usize = 100_000;

/// Remembers deliveries, so that none is taken twice. [`MemoryReplayStore`] is one for a single
/// process; several that share a load need one that they share.
///
/// It is asked after the signature has been verified, so that nobody but the service can fill it. A
/// service that sends a message again, because the first time failed, signs it again; that is
/// another delivery. Whether the message itself has been handled is for the program to know, by
/// [its id](super::Delivery::id).
pub trait ReplayStore: Send + Sync + 'static {
    /// Remembers a delivery until a time, and says whether it is new. `digest` is what tells it from
    /// others: 64 hex digits.
    ///
    /// It is called on the thread that verifies; verify on one that may block if this does.
    ///
    /// # Errors
    /// If it cannot tell; the delivery is then refused with
    /// [`Store`](super::WebhookErrorKind::Store).
    fn remember(&self, digest: &str, now: SystemTime, until: SystemTime) -> Result<bool, BoxError>;
}

/// Remembers deliveries in memory: so many at most, and no more is taken while it is full of such
/// that are still to be remembered.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use callsheet::webhook::{MemoryReplayStore, ReplayStore};
///
/// let store = MemoryReplayStore::new(1);
/// let (now, later) = (SystemTime::UNIX_EPOCH, SystemTime::UNIX_EPOCH + Duration::from_secs(9));
/// assert!(store.remember("a", now, now).unwrap());
/// assert!(!store.remember("a", now, now).unwrap());
/// assert!(store.remember("b", now, later).is_err(), "it is full");
/// assert!(store.remember("b", later, later).unwrap());
/// ```
#[derive(Debug)]
pub struct MemoryReplayStore {
    capacity: usize,
    seen: Mutex<HashMap<String, SystemTime>>,
}

impl Default for MemoryReplayStore {
    /// Remembers 100,000 deliveries, which takes about 15 MB.
    fn default() -> Self {
        Self::new(CAPACITY)
    }
}

impl MemoryReplayStore {
    /// Remembers so many deliveries.
    pub fn new(capacity: usize) -> Self {
        Self { capacity, seen: Mutex::default() }
    }
}

impl ReplayStore for MemoryReplayStore {
    fn remember(&self, digest: &str, now: SystemTime, until: SystemTime) -> Result<bool, BoxError> {
        let mut seen = lock(&self.seen);
        if seen.get(digest).is_some_and(|until| *until >= now) {
            return Ok(false);
        }
        if seen.len() >= self.capacity {
            seen.retain(|_, until| *until >= now);
        }
        if seen.len() >= self.capacity {
            let capacity = self.capacity;
            return Err(format!("the store is full: {capacity} deliveries are remembered").into());
        }
        seen.insert(digest.to_owned(), until);
        Ok(true)
    }
}
