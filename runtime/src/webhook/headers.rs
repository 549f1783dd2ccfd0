//! What the headers of a delivery say of its signature.

use std::time::{Duration, SystemTime};

use http::HeaderMap;

use super::error::{WebhookError, WebhookErrorKind as Kind};
use super::key::Tag;
use super::scheme::{Signature, SignedPart, Stamp, Webhook};

/// The most digits that a timestamp has: enough for 30,000 years.
const MAX_DIGITS: usize = 12;

/// What the headers of a delivery say.
#[derive(Debug)]
pub(super) struct Envelope<'h> {
    pub(super) signatures: Vec<Tag>,
    /// The timestamp as it is signed, and what it means.
    pub(super) stamp: Option<(&'h str, SystemTime)>,
    pub(super) id: Option<&'h str>,
}

impl<'h> Envelope<'h> {
    pub(super) fn read(webhook: &Webhook, headers: &'h HeaderMap) -> Result<Self, WebhookError> {
        let signature = &webhook.signature;
        let reader = Reader { webhook, headers };
        let entries = reader.entries(reader.one(signature.header)?);
        let stamp = match signature.stamp {
            Stamp::None => None,
            Stamp::Header(name) => Some((reader.one(name)?, name)),
            Stamp::Entry(prefix) => Some((reader.entry(&entries, prefix)?, signature.header)),
        };
        let stamp = match stamp {
            Some((text, name)) => Some((text, reader.time(text, name)?)),
            None => None,
        };
        let id = signature.id.map(|name| reader.one(name)).transpose()?;
        let signatures = reader.signatures(&entries)?;
        Ok(Self { signatures, stamp, id })
    }

    /// What is signed, one piece after the other.
    pub(super) fn pieces<'p>(&'p self, signature: &Signature, body: &'p [u8]) -> Vec<&'p [u8]> {
        let piece = |part: &SignedPart| match part {
            SignedPart::Text(text) => text.as_bytes(),
            SignedPart::Id => self.id.unwrap_or_default().as_bytes(),
            SignedPart::Timestamp => self.stamp.map_or("", |(text, _)| text).as_bytes(),
            SignedPart::Body => body,
        };
        signature.signed.iter().map(piece).collect()
    }
}

/// Reads the headers of one delivery.
#[derive(Clone, Copy)]
struct Reader<'w, 'h> {
    webhook: &'w Webhook,
    headers: &'h HeaderMap,
}

impl<'h> Reader<'_, 'h> {
    fn error(self, kind: Kind, detail: impl Into<String>) -> WebhookError {
        WebhookError::new(self.webhook.name, kind, detail)
    }

    /// The value of a header that is there once.
    fn one(self, name: &str) -> Result<&'h str, WebhookError> {
        let mut values = self.headers.get_all(name).into_iter();
        let Some(value) = values.next() else {
            let detail = format!(
                "the header `{name}` is missing; pass the headers of the request as they came"
            );
            return Err(self.error(Kind::MissingHeader, detail));
        };
        if values.next().is_some() {
            let detail = format!(
                "the header `{name}` is there more than once; what stands between the service and \
                 this program must not add one"
            );
            return Err(self.error(Kind::DuplicateHeader, detail));
        }
        let text = value.to_str().ok().filter(|text| !text.is_empty());
        text.ok_or_else(|| {
            let detail = format!("the header `{name}` is not a text of printable ASCII");
            self.error(Kind::InvalidHeader, detail)
        })
    }

    /// What stands in the header of the signatures.
    fn entries(self, header: &'h str) -> Vec<&'h str> {
        let entries = header.split(self.webhook.signature.separator);
        entries.map(|entry| entry.trim_matches([' ', '\t'])).collect()
    }

    /// What stands behind a prefix that one of the entries has.
    fn entry(self, entries: &[&'h str], prefix: &str) -> Result<&'h str, WebhookError> {
        let name = self.webhook.signature.header;
        let mut found = entries.iter().filter_map(|entry| entry.strip_prefix(prefix));
        match (found.next(), found.next()) {
            (Some(text), None) => Ok(text),
            (None, _) => {
                let detail =
                    format!("the header `{name}` has no timestamp, which is `{prefix}...`");
                Err(self.error(Kind::InvalidHeader, detail))
            }
            (Some(_), Some(_)) => {
                let detail = format!("the header `{name}` has more than one timestamp");
                Err(self.error(Kind::InvalidHeader, detail))
            }
        }
    }

    fn time(self, text: &str, name: &str) -> Result<SystemTime, WebhookError> {
        let is_number = text.len() <= MAX_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = text.parse().ok().filter(|_| is_number);
        let time = seconds
            .and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
        time.ok_or_else(|| {
            let detail =
                format!("the timestamp in `{name}` is no number of whole seconds since 1970");
            self.error(Kind::InvalidTimestamp, detail)
        })
    }

    /// The signatures of the scheme. Those of another version are not for us; one that cannot be
    /// read counts for nothing where another can.
    fn signatures(self, entries: &[&str]) -> Result<Vec<Tag>, WebhookError> {
        let Signature { header, prefix, encoding, .. } = self.webhook.signature;
        let texts: Vec<&str> =
            entries.iter().filter_map(|entry| entry.strip_prefix(prefix)).collect();
        if texts.is_empty() {
            let detail = format!(
                "the header `{header}` has no signature that starts with `{prefix}`; the service \
                 may sign in another way by now"
            );
            return Err(self.error(Kind::InvalidHeader, detail));
        }
        let tags: Vec<Tag> = texts.iter().filter_map(|text| encoding.tag(text)).collect();
        if tags.is_empty() {
            let detail = format!(
                "the signature in `{header}` is not {} of 32 bytes, which SHA-256 makes",
                encoding.name()
            );
            return Err(self.error(Kind::InvalidSignature, detail));
        }
        Ok(tags)
    }
}
