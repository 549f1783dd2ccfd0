//! Why a delivery is refused.

use std::fmt;

use http::StatusCode;

use crate::codec::DecodeError;
use crate::error::BoxError;
use crate::response::Problem;

/// Why a delivery is refused. What it prints says what to do, and holds neither a secret nor a
/// signature.
#[derive(Debug)]
pub struct WebhookError {
    webhook: &'static str,
    kind: WebhookErrorKind,
    detail: String,
    /// Where and why the body is not what is declared.
    decode: Option<Box<DecodeError>>,
    /// Why the store failed.
    source: Option<BoxError>,
}

/// The kinds of reasons to refuse a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookErrorKind {
    /// The body is larger than [allowed](super::VerifierBuilder::max_body).
    BodyTooLarge,
    /// A header that every delivery has is not there.
    MissingHeader,
    /// A header that says one thing is there more than once.
    DuplicateHeader,
    /// A header is not text, or the signature's has no signature of the scheme.
    InvalidHeader,
    /// The timestamp is no time.
    InvalidTimestamp,
    /// A signature is not written as one.
    InvalidSignature,
    /// No signature is that of the body, by any of the secrets.
    Mismatch,
    /// The signature is right, and the delivery older than [tolerated](super::VerifierBuilder::tolerance).
    Stale,
    /// The signature is right, and the delivery from further in the future than tolerated.
    Future,
    /// The delivery has been seen before.
    Replayed,
    /// Whether it has been seen before cannot be told: the [store](super::ReplayStore) failed.
    Store,
    /// The delivery is genuine, and not what the spec declares.
    Decode,
}

impl WebhookErrorKind {
    const fn status(self) -> StatusCode {
        match self {
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::DuplicateHeader
            | Self::InvalidHeader
            | Self::InvalidTimestamp
            | Self::InvalidSignature => StatusCode::BAD_REQUEST,
            Self::MissingHeader | Self::Mismatch | Self::Stale | Self::Future => {
                StatusCode::UNAUTHORIZED
            }
            Self::Replayed => StatusCode::CONFLICT,
            Self::Store => StatusCode::SERVICE_UNAVAILABLE,
            Self::Decode => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

impl WebhookError {
    pub(super) fn new(
        webhook: &'static str,
        kind: WebhookErrorKind,
        detail: impl Into<String>,
    ) -> Self {
        Self { webhook, kind, detail: detail.into(), decode: None, source: None }
    }

    pub(super) fn decode(webhook: &'static str, problem: Problem) -> Self {
        let Problem { detail, decode } = problem;
        Self {
            decode: decode.map(Box::new),
            ..Self::new(webhook, WebhookErrorKind::Decode, detail)
        }
    }

    pub(super) fn store(webhook: &'static str, source: BoxError) -> Self {
        let detail = "whether the delivery has been seen before cannot be told; the service will \
                      send it again if it is answered with 503";
        Self { source: Some(source), ..Self::new(webhook, WebhookErrorKind::Store, detail) }
    }

    /// What kind of reason it is.
    pub fn kind(&self) -> WebhookErrorKind {
        self.kind
    }

    /// The webhook, such as `orders.paid`.
    pub fn webhook(&self) -> &'static str {
        self.webhook
    }

    /// The status to answer the delivery with.
    pub fn status(&self) -> StatusCode {
        self.kind.status()
    }

    /// Where and why the body is not what is declared.
    pub fn decode_error(&self) -> Option<&DecodeError> {
        self.decode.as_deref()
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "webhook `{}`: {}", self.webhook, self.detail)?;
        match &self.decode {
            Some(decode) => write!(f, ": {decode}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for WebhookError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
