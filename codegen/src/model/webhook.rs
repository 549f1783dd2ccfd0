//! Webhooks: what a service sends on its own, and how one knows that it was the service.

use std::time::Duration;

use super::{Deprecated, Encoding, ModuleId, Name, StatusKind, Type, TypeId};

/// A webhook.
#[derive(Debug)]
pub struct Webhook {
    /// Its name in Rust, snake case.
    pub name: Name,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// Whether and why it is deprecated.
    pub deprecated: Option<Deprecated>,
    /// The module it is in.
    pub module: ModuleId,
    /// How it is signed.
    pub signature: Signature,
    /// What the body of a delivery holds.
    pub content: Type,
    /// How that is written.
    pub encoding: Encoding,
    /// The struct of the declared headers and of what the body holds. `None` where the spec declares
    /// no headers.
    pub headed: Option<TypeId>,
    /// What a delivery is to be answered with, in the spec's order.
    pub statuses: Vec<StatusKind>,
}

/// How the deliveries of a webhook are signed: with HMAC and SHA-256.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The header with the signatures.
    pub header: String,
    /// What stands before a signature in it.
    pub prefix: String,
    /// How a signature is written.
    pub text: SignatureText,
    /// What stands between the entries of the header.
    pub separator: char,
    /// Where the timestamp stands.
    pub stamp: Stamp,
    /// The header with the id of the message.
    pub id: Option<String>,
    /// What is signed.
    pub signed: Vec<SignedPart>,
    /// How secrets write the key, and what may stand before it. `None` where they are the key.
    pub key: Option<KeyText>,
    /// The environment variables that may hold secrets.
    pub env: Vec<String>,
    /// How old a delivery may be, where the spec says it.
    pub tolerance: Option<Duration>,
}

/// How bytes are written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureText {
    /// Lower-case hex.
    Hex,
    /// Base64 with its padding.
    Base64,
}

/// How secrets write their key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyText {
    /// What may stand before it.
    pub prefix: String,
    /// How it is written.
    pub text: SignatureText,
}

/// Where the timestamp of a delivery stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stamp {
    /// There is none.
    None,
    /// In a header of its own.
    Header(String),
    /// In the header of the signatures, after this text.
    Entry(String),
}

/// A piece of what is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignedPart {
    /// Text that is always the same.
    Text(String),
    /// The id of the message.
    Id,
    /// The timestamp.
    Timestamp,
    /// The body.
    Body,
}

impl Signature {
    /// What is signed, as a spec writes it.
    #[must_use]
    pub fn signed_text(&self) -> String {
        let part = |part: &SignedPart| match part {
            SignedPart::Text(text) => text.clone(),
            SignedPart::Id => "{id}".to_owned(),
            SignedPart::Timestamp => "{timestamp}".to_owned(),
            SignedPart::Body => "{body}".to_owned(),
        };
        self.signed.iter().map(part).collect()
    }
}
