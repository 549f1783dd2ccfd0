//! Settings of a verifier, checked when it is built.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::key::Key;
use super::replay::{MemoryReplayStore, ReplayStore};
use super::scheme::{Stamp, Webhook};
use super::verifier::{Core, Replay, Verifier};
use crate::error::BuildError;
use crate::value::Secret;

const MAX_BODY: usize = 1024 * 1024;
const TOLERANCES: std::ops::RangeInclusive<Duration> =
    Duration::from_secs(1)..=Duration::from_secs(24 * 3600);
const LONGEST_WINDOW: Duration = Duration::from_secs(366 * 24 * 3600);

/// Builds the [`Verifier`] of a webhook. Nothing is checked before [`build`](Self::build), which
/// reports the first setting that cannot be.
///
/// Defaults: no secret; deliveries are at most 5 minutes old, unless the spec says otherwise; bodies
/// have at most 1 MiB; deliveries are not remembered.
#[must_use = "a builder does nothing until `build`"]
pub struct VerifierBuilder<E> {
    webhook: &'static Webhook,
    secrets: Vec<Secret>,
    from_env: bool,
    tolerance: Option<Duration>,
    max_body: usize,
    store: Option<Arc<dyn ReplayStore>>,
    window: Option<Duration>,
    now: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    event: PhantomData<fn() -> E>,
}

/// A builder with the defaults.
pub fn verifier<E>(webhook: &'static Webhook) -> VerifierBuilder<E> {
    VerifierBuilder {
        webhook,
        secrets: Vec::new(),
        from_env: false,
        tolerance: None,
        max_body: MAX_BODY,
        store: None,
        window: None,
        now: Arc::new(SystemTime::now),
        event: PhantomData,
    }
}

impl<E> VerifierBuilder<E> {
    /// Adds a secret, as the service shows it. A delivery may be signed with any of those that are
    /// given: the next and the last, while one takes the place of the other.
    pub fn secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secrets.push(secret.into());
        self
    }

    /// Adds the secrets that are in the environment, in the variables that the spec names. One of
    /// them has to be set.
    pub fn secrets_from_env(mut self) -> Self {
        self.from_env = true;
        self
    }

    /// Sets how far the time at which a delivery was signed may be from now, from 1 second to a day.
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = Some(tolerance);
        self
    }

    /// Sets how many bytes a body may have. Larger ones are refused without a look.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Remembers deliveries for so long, and refuses those that come again. Where there is a
    /// timestamp, that is at least twice the tolerance, for which a delivery can be good.
    ///
    /// Where there is no timestamp, nothing tells a message that the service sends again from one
    /// that somebody else does: both are refused.
    pub fn replay_window(mut self, window: Duration) -> Self {
        self.window = Some(window);
        self
    }

    /// Remembers deliveries in a store of your own, in place of a [`MemoryReplayStore`]: for twice
    /// the tolerance, unless [`replay_window`](Self::replay_window) says otherwise.
    pub fn replay_store(mut self, store: impl ReplayStore) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// Tells the time in place of the system's clock: for tests.
    pub fn now(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.now = Arc::new(now);
        self
    }

    /// The verifier.
    ///
    /// # Errors
    /// If there is no secret, or a setting cannot be.
    pub fn build(self) -> Result<Verifier<E>, BuildError> {
        let problem =
            |text: String| BuildError::new(format!("webhook `{}`: {text}", self.webhook.name));
        let keys = self.keys().map_err(problem)?;
        let tolerance = self.checked_tolerance().map_err(problem)?;
        let replay = self.replay(tolerance).map_err(problem)?;
        let Self { webhook, max_body, now, .. } = self;
        Ok(Verifier::new(Core { webhook, keys, tolerance, max_body, replay, now }))
    }

    fn keys(&self) -> Result<Vec<Key>, String> {
        let signature = &self.webhook.signature;
        let mut keys = Vec::new();
        for secret in &self.secrets {
            let key = Key::read(secret, signature);
            keys.push(key.map_err(|problem| format!("the secret {problem}"))?);
        }
        if self.from_env {
            for name in signature.env {
                let Some(value) = std::env::var_os(name).filter(|value| !value.is_empty()) else {
                    continue;
                };
                // What stands for bytes that are no text would be a key that others can guess.
                let text = value.into_string().map_err(|_| "is not UTF-8");
                let key = text.and_then(|text| Key::read(&Secret::new(text), signature));
                keys.push(key.map_err(|problem| format!("the secret in `{name}` {problem}"))?);
            }
        }
        if keys.is_empty() {
            let names: Vec<String> = signature.env.iter().map(|name| format!("`{name}`")).collect();
            return Err(match (names.as_slice(), self.from_env) {
                ([], _) => "it has no secret; set one with `secret`".to_owned(),
                (names, true) => format!("there is no secret in {}", names.join(" or ")),
                (names, false) => format!(
                    "it has no secret; set one with `secret`, or use `secrets_from_env` with {}",
                    names.join(" or ")
                ),
            });
        }
        Ok(keys)
    }

    fn has_timestamp(&self) -> bool {
        self.webhook.signature.stamp != Stamp::None
    }

    fn checked_tolerance(&self) -> Result<Duration, String> {
        let Some(tolerance) = self.tolerance else {
            return Ok(self.webhook.signature.tolerance);
        };
        if !self.has_timestamp() {
            return Err("its deliveries have no timestamp, so that there is no tolerance".into());
        }
        if !TOLERANCES.contains(&tolerance) {
            return Err("the tolerance is from 1 second to 24 hours".into());
        }
        Ok(tolerance)
    }

    fn replay(&self, tolerance: Duration) -> Result<Option<Replay>, String> {
        if self.window.is_none() && self.store.is_none() {
            return Ok(None);
        }
        let needed = self.has_timestamp().then(|| tolerance.saturating_mul(2));
        let window = self.window.or(needed).ok_or(
            "its deliveries have no timestamp: say with `replay_window` how long to remember them",
        )?;
        let least = needed.unwrap_or(Duration::from_secs(1));
        if window < least || window > LONGEST_WINDOW {
            let least = least.as_secs();
            return Err(format!("the replay window is from {least} seconds to 366 days"));
        }
        let store = self.store.clone().unwrap_or_else(|| Arc::new(MemoryReplayStore::default()));
        Ok(Some(Replay { store, window }))
    }
}

impl<E> fmt::Debug for VerifierBuilder<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifierBuilder")
            .field("webhook", &self.webhook.name)
            .field("secrets", &self.secrets)
            .field("tolerance", &self.tolerance)
            .field("max_body", &self.max_body)
            .field("replay_window", &self.window)
            .finish_non_exhaustive()
    }
}
