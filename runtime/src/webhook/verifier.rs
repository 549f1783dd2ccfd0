//! Verifying a delivery.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::HeaderMap;

use super::error::{WebhookError, WebhookErrorKind as Kind};
use super::headers::Envelope;
use super::key::{self, Key};
use super::replay::ReplayStore;
use super::scheme::Webhook;
use crate::value::Value;

/// Verifies the deliveries of a webhook and decodes them. It is made by a
/// [`VerifierBuilder`](super::VerifierBuilder), and shared by all requests; a clone is cheap.
pub struct Verifier<E> {
    pub(super) core: Arc<Core>,
    event: PhantomData<fn() -> E>,
}

/// All of a verifier that is the same for every event.
pub(super) struct Core {
    pub(super) webhook: &'static Webhook,
    /// At least one.
    pub(super) keys: Vec<Key>,
    pub(super) tolerance: Duration,
    pub(super) max_body: usize,
    pub(super) replay: Option<Replay>,
    pub(super) now: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

/// Where deliveries are remembered, and for how long.
pub(super) struct Replay {
    pub(super) store: Arc<dyn ReplayStore>,
    pub(super) window: Duration,
}

/// A genuine delivery: its event, and what came beside it.
#[derive(Debug, Clone)]
pub struct Delivery<E> {
    event: E,
    head: Head,
}

/// What comes beside an event.
#[derive(Debug, Clone)]
struct Head {
    id: Option<String>,
    timestamp: Option<SystemTime>,
}

impl<E> Delivery<E> {
    /// The event.
    pub fn event(&self) -> &E {
        &self.event
    }

    /// The event itself.
    pub fn into_event(self) -> E {
        self.event
    }

    /// The id of the message, which stays the same where the service sends it again: what a handler
    /// knows a message by that it has handled. `None` where the scheme has none.
    pub fn id(&self) -> Option<&str> {
        self.head.id.as_deref()
    }

    /// When it was signed. `None` where the scheme does not say.
    pub fn timestamp(&self) -> Option<SystemTime> {
        self.head.timestamp
    }
}

impl<E: Value> Verifier<E> {
    /// The event of a delivery, once it is certain that the service sent it. `body` is the body as it
    /// came, byte for byte.
    ///
    /// # Errors
    /// If it did not, or if that cannot be told; if it is too old or has been seen before; or if the
    /// body is not what the spec declares.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<E, WebhookError> {
        self.verify_with_meta(headers, body).map(Delivery::into_event)
    }

    /// The same, with the id of the message and the time at which it was signed.
    ///
    /// # Errors
    /// Those of [`verify`](Self::verify).
    pub fn verify_with_meta(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Delivery<E>, WebhookError> {
        let mut event = E::blank();
        let head = self.core.verify(headers, body, &mut event)?;
        Ok(Delivery { event, head })
    }
}

impl<E> Verifier<E> {
    pub(super) fn new(core: Core) -> Self {
        Self { core: Arc::new(core), event: PhantomData }
    }
}

impl<E> Clone for Verifier<E> {
    fn clone(&self) -> Self {
        Self { core: Arc::clone(&self.core), event: PhantomData }
    }
}

impl<E> fmt::Debug for Verifier<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Core { webhook, keys, tolerance, max_body, replay, .. } = &*self.core;
        f.debug_struct("Verifier")
            .field("webhook", &webhook.name)
            .field("secrets", &keys.len())
            .field("tolerance", tolerance)
            .field("max_body", max_body)
            .field("replay_window", &replay.as_ref().map(|replay| replay.window))
            .finish_non_exhaustive()
    }
}

impl Core {
    fn verify(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        event: &mut dyn Value,
    ) -> Result<Head, WebhookError> {
        self.check_size(body)?;
        let envelope = Envelope::read(self.webhook, headers)?;
        let pieces = envelope.pieces(&self.webhook.signature, body);
        if !key::matches(&self.keys, &pieces, &envelope.signatures) {
            return Err(self.mismatch());
        }
        let now = (self.now)();
        if let Some((_, signed)) = envelope.stamp {
            self.check_age(signed, now)?;
        }
        if let Some(replay) = &self.replay {
            self.check_replay(replay, &pieces, now)?;
        }
        let bytes = Bytes::copy_from_slice(body);
        crate::response::decode(self.webhook.content, headers, &bytes, event.slot())
            .map_err(|problem| WebhookError::decode(self.webhook.name, problem))?;
        Ok(Head {
            id: envelope.id.map(str::to_owned),
            timestamp: envelope.stamp.map(|(_, time)| time),
        })
    }

    fn error(&self, kind: Kind, detail: impl Into<String>) -> WebhookError {
        WebhookError::new(self.webhook.name, kind, detail)
    }

    fn check_size(&self, body: &[u8]) -> Result<(), WebhookError> {
        let (length, max) = (body.len(), self.max_body);
        if length <= max {
            return Ok(());
        }
        let detail = format!(
            "the body has {length} bytes, and {max} at most are looked at; set `max_body` if such \
             deliveries are real"
        );
        Err(self.error(Kind::BodyTooLarge, detail))
    }

    fn mismatch(&self) -> WebhookError {
        let detail = format!(
            "the signature in `{}` is not that of this body; pass the body as it came, byte for \
             byte, and check that the secret is that of this endpoint",
            self.webhook.signature.header
        );
        self.error(Kind::Mismatch, detail)
    }

    fn check_age(&self, signed: SystemTime, now: SystemTime) -> Result<(), WebhookError> {
        let tolerance = self.tolerance;
        let (kind, distance, where_to) = match now.duration_since(signed) {
            Ok(age) => (Kind::Stale, age, "ago"),
            Err(ahead) => (Kind::Future, ahead.duration(), "from now"),
        };
        if distance <= tolerance {
            return Ok(());
        }
        let detail = format!(
            "the delivery was signed {} s {where_to}, and {} s are tolerated; if it was not kept \
             back and sent again, this machine's clock is wrong",
            distance.as_secs(),
            tolerance.as_secs()
        );
        Err(self.error(kind, detail))
    }

    fn check_replay(
        &self,
        replay: &Replay,
        pieces: &[&[u8]],
        now: SystemTime,
    ) -> Result<(), WebhookError> {
        let until = now.checked_add(replay.window).unwrap_or(now);
        match replay.store.remember(&key::digest(pieces), now, until) {
            Ok(true) => Ok(()),
            Ok(false) => {
                let detail = "the delivery has been seen before; a service that sends a message \
                              again signs it again, so this is somebody else's doing";
                Err(self.error(Kind::Replayed, detail))
            }
            Err(source) => Err(WebhookError::store(self.webhook.name, source)),
        }
    }
}
