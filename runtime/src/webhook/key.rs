//! Secrets become keys, and keys make and check signatures.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;
use subtle::ConstantTimeEq as _;

use super::scheme::{Encoding, Signature};
use crate::value::Secret;

/// The length of a signature, in bytes.
const LENGTH: usize = 32;

/// A signature as it came.
pub(super) type Tag = [u8; LENGTH];

/// The key that a secret is.
pub(super) struct Key(hmac::Key);

impl Key {
    /// Reads a secret. The error is a phrase that does not repeat it.
    pub(super) fn read(secret: &Secret, signature: &Signature) -> Result<Self, &'static str> {
        let text = secret.expose();
        if text.trim() != text {
            return Err("has white space around it");
        }
        let text = text.strip_prefix(signature.key_prefix).unwrap_or(text);
        let bytes = match signature.key_encoding {
            None => text.as_bytes().to_vec(),
            Some(encoding) => encoding.decode(text).ok_or(match encoding {
                Encoding::Hex => "is not hex",
                Encoding::Base64 => "is not base64",
            })?,
        };
        if bytes.is_empty() {
            return Err("is empty");
        }
        Ok(Self(hmac::Key::new(hmac::HMAC_SHA256, &bytes)))
    }

    /// The signature of what these pieces are one after the other.
    pub(super) fn sign(&self, pieces: &[&[u8]]) -> hmac::Tag {
        let mut context = hmac::Context::with_key(&self.0);
        for piece in pieces {
            context.update(piece);
        }
        context.sign()
    }
}

/// Whether one of the keys made one of the signatures. All are compared with all, each in constant
/// time, so that the time tells nothing but how many there are.
pub(super) fn matches(keys: &[Key], pieces: &[&[u8]], signatures: &[Tag]) -> bool {
    let mut found = subtle::Choice::from(0);
    for key in keys {
        let own = key.sign(pieces);
        for signature in signatures {
            found |= own.as_ref().ct_eq(signature);
        }
    }
    found.into()
}

/// What tells a delivery from all others, in hex.
pub(super) fn digest(pieces: &[&[u8]]) -> String {
    let mut context = ring::digest::Context::new(&ring::digest::SHA256);
    for piece in pieces {
        context.update(piece);
    }
    Encoding::Hex.encode(context.finish().as_ref())
}

impl Encoding {
    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Hex => "lower-case hex",
            Self::Base64 => "base64",
        }
    }

    pub(super) fn encode(self, bytes: &[u8]) -> String {
        match self {
            Self::Hex => {
                let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
                digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
            }
            Self::Base64 => STANDARD.encode(bytes),
        }
    }

    /// The bytes of a text. Each has one text only, so that no signature can be written otherwise.
    pub(super) fn decode(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Hex => {
                let digits = text.as_bytes().chunks(2);
                digits
                    .map(|pair| match pair {
                        [high, low] => Some(nibble(*high)? << 4 | nibble(*low)?),
                        _ => None,
                    })
                    .collect()
            }
            Self::Base64 => STANDARD.decode(text).ok(),
        }
    }

    /// The signature that a text is.
    pub(super) fn tag(self, text: &str) -> Option<Tag> {
        self.decode(text)?.try_into().ok()
    }
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Vec<u8> {
        Encoding::Hex.decode(text).unwrap()
    }

    /// RFC 4231, sections 4.2 to 4.4 and 4.7.
    #[test]
    fn signatures_are_those_of_rfc_4231() {
        let cases: [(Vec<u8>, Vec<u8>, &str); 4] = [
            (
                vec![0x0b; 20],
                b"Hi There".to_vec(),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            ),
            (
                b"Jefe".to_vec(),
                b"what do ya want for nothing?".to_vec(),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                vec![0xaa; 20],
                vec![0xdd; 50],
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
            ),
            (
                vec![0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First".to_vec(),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
        ];
        for (key, data, wanted) in cases {
            let key = Key(hmac::Key::new(hmac::HMAC_SHA256, &key));
            let (start, end) = data.split_at(3);
            let tag = Encoding::Hex.encode(key.sign(&[start, end]).as_ref());
            assert_eq!(tag, wanted);
        }
    }

    #[test]
    fn a_signature_has_one_text() {
        let bytes = hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        for encoding in [Encoding::Hex, Encoding::Base64] {
            let text = encoding.encode(&bytes);
            assert_eq!(encoding.tag(&text).unwrap().to_vec(), bytes);
            for other in [
                text.to_uppercase(),
                text.trim_end_matches('=').replace("cff7", "cff"),
                format!("{text}="),
                format!(" {text}"),
                format!("{text}00"),
                text.replacen('b', "é", 1).replacen('s', "é", 1),
                String::new(),
            ] {
                assert_ne!(encoding.tag(&other).map(|tag| tag.to_vec()), Some(bytes.clone()));
            }
        }
    }
}
