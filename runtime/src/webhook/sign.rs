//! Signing, for tests of handlers.

use std::str::FromStr as _;
use std::time::SystemTime;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::headers::Envelope;
use super::scheme::Stamp;
use super::verifier::{Core, Verifier};

impl<E> Verifier<E> {
    /// Signs a body as the service does, with the first secret, now: the headers of the delivery.
    /// With the feature `testing`, for tests of what handles deliveries.
    pub fn sign(&self, body: &[u8]) -> HeaderMap {
        let id = crate::random::uuid().unwrap_or_else(|_| "test".to_owned());
        self.sign_as(&id, (self.core.now)(), body)
    }

    /// The same with an id of the message, where the scheme has one, and at another time. A time
    /// before 1970 is 1970; an id that no header can hold is left out.
    pub fn sign_as(&self, id: &str, time: SystemTime, body: &[u8]) -> HeaderMap {
        self.core.sign(id, time, body)
    }
}

impl Core {
    fn sign(&self, id: &str, time: SystemTime, body: &[u8]) -> HeaderMap {
        let signature = &self.webhook.signature;
        let seconds = time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs());
        let stamp = seconds.to_string();
        let envelope =
            Envelope { signatures: Vec::new(), stamp: Some((&stamp, time)), id: Some(id) };
        let pieces = envelope.pieces(signature, body);
        let tags = self.keys.iter().take(1).map(|key| key.sign(&pieces));
        let texts = tags.map(|tag| signature.encoding.encode(tag.as_ref()));
        let signed = texts.map(|text| format!("{}{text}", signature.prefix));
        let entry = match signature.stamp {
            Stamp::Entry(prefix) => Some(format!("{prefix}{stamp}")),
            Stamp::Header(_) | Stamp::None => None,
        };
        let entries: Vec<String> = entry.into_iter().chain(signed).collect();
        let separator = signature.separator.to_string();
        let mut headers = HeaderMap::new();
        add(&mut headers, signature.header, &entries.join(&separator));
        if let Stamp::Header(name) = signature.stamp {
            add(&mut headers, name, &stamp);
        }
        if let Some(name) = signature.id {
            add(&mut headers, name, id);
        }
        headers
    }
}

fn add(headers: &mut HeaderMap, name: &str, value: &str) {
    if let (Ok(name), Ok(value)) = (HeaderName::from_str(name), HeaderValue::from_str(value)) {
        headers.insert(name, value);
    }
}
