//! The static description of a webhook: what a spec says of its signature and of its body.

use std::time::Duration;

use crate::operation::Content;

/// How old a delivery may be where neither the spec nor the program says it.
const TOLERANCE: Duration = Duration::from_secs(300);

/// A webhook: one `static` for each, no code.
#[derive(Debug)]
pub struct Webhook {
    /// Its name, such as `orders.paid`.
    pub(super) name: &'static str,
    pub(super) signature: Signature,
    pub(super) content: Content,
}

impl Webhook {
    /// A webhook whose deliveries hold `content`.
    #[must_use]
    pub const fn new(name: &'static str, signature: Signature, content: Content) -> Self {
        Self { name, signature, content }
    }
}

/// How deliveries are signed: with HMAC and SHA-256, over the pieces of `signed`.
#[derive(Debug)]
pub struct Signature {
    /// The header with the signatures, in lower case.
    pub(super) header: &'static str,
    /// What stands before a signature, such as `v1=`. What starts otherwise is not for us.
    pub(super) prefix: &'static str,
    pub(super) encoding: Encoding,
    /// What stands between the entries of the header.
    pub(super) separator: char,
    pub(super) stamp: Stamp,
    /// The header with the id of the message.
    pub(super) id: Option<&'static str>,
    pub(super) signed: &'static [SignedPart],
    /// What secrets may start with that is no part of the key.
    pub(super) key_prefix: &'static str,
    /// How secrets write the key. `None` where they are the key.
    pub(super) key_encoding: Option<Encoding>,
    /// The variables that hold secrets.
    pub(super) env: &'static [&'static str],
    pub(super) tolerance: Duration,
}

/// How bytes are written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Lower-case hex.
    Hex,
    /// Base64 with its padding.
    Base64,
}

/// Where the timestamp stands, in whole seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// There is none.
    None,
    /// In a header of its own.
    Header(&'static str),
    /// In the header of the signatures, after this text.
    Entry(&'static str),
}

/// A piece of what is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedPart {
    /// Text that is always the same.
    Text(&'static str),
    /// The id of the message.
    Id,
    /// The timestamp.
    Timestamp,
    /// The body.
    Body,
}

impl Signature {
    /// Signatures in hex, after a prefix in a header.
    #[must_use]
    pub const fn hex(header: &'static str, prefix: &'static str) -> Self {
        Self::new(header, prefix, Encoding::Hex)
    }

    /// The same in base64.
    #[must_use]
    pub const fn base64(header: &'static str, prefix: &'static str) -> Self {
        Self::new(header, prefix, Encoding::Base64)
    }

    const fn new(header: &'static str, prefix: &'static str, encoding: Encoding) -> Self {
        Self {
            header,
            prefix,
            encoding,
            separator: ' ',
            stamp: Stamp::None,
            id: None,
            signed: &[SignedPart::Body],
            key_prefix: "",
            key_encoding: None,
            env: &[],
            tolerance: TOLERANCE,
        }
    }

    /// Says what stands between the entries of the header, in place of spaces.
    #[must_use]
    pub const fn separator(self, separator: char) -> Self {
        Self { separator, ..self }
    }

    /// Says where the timestamp stands.
    #[must_use]
    pub const fn stamp(self, stamp: Stamp) -> Self {
        Self { stamp, ..self }
    }

    /// Says which header holds the id of the message.
    #[must_use]
    pub const fn id(self, header: &'static str) -> Self {
        Self { id: Some(header), ..self }
    }

    /// Says what is signed, in place of the body alone.
    #[must_use]
    pub const fn signed(self, signed: &'static [SignedPart]) -> Self {
        Self { signed, ..self }
    }

    /// Says that secrets are the key in hex, maybe after a prefix.
    #[must_use]
    pub const fn hex_key(self, prefix: &'static str) -> Self {
        Self { key_prefix: prefix, key_encoding: Some(Encoding::Hex), ..self }
    }

    /// Says that secrets are the key in base64, maybe after a prefix.
    #[must_use]
    pub const fn base64_key(self, prefix: &'static str) -> Self {
        Self { key_prefix: prefix, key_encoding: Some(Encoding::Base64), ..self }
    }

    /// Says which variables hold secrets.
    #[must_use]
    pub const fn env(self, env: &'static [&'static str]) -> Self {
        Self { env, ..self }
    }

    /// Says how old a delivery may be, in milliseconds.
    #[must_use]
    pub const fn tolerance(self, milliseconds: u64) -> Self {
        Self { tolerance: Duration::from_millis(milliseconds), ..self }
    }
}
