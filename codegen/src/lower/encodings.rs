//! Encodings: how bodies are written, and the media types that say so.

use super::{Lowering, members::Way, places::is_token};
use crate::model::{Encoding, EncodingKind};
use crate::syntax::tree::{self, Word};

/// The media type of a body of parts (RFC 7578).
const MULTIPART: &str = "multipart/form-data";

impl Lowering<'_> {
    /// The encoding of a body: JSON unless the page says something else.
    pub(super) fn lower_encoding(
        &mut self,
        encoding: Option<&tree::Encoding>,
        way: Way,
    ) -> Encoding {
        let Some(encoding) = encoding else {
            return Encoding::default();
        };
        let (kind, media) = match encoding.kind {
            tree::EncodingKind::Json => (EncodingKind::Json, "application/json"),
            tree::EncodingKind::Form => (EncodingKind::Form, "application/x-www-form-urlencoded"),
            tree::EncodingKind::Multipart => (EncodingKind::Multipart, MULTIPART),
            tree::EncodingKind::Ndjson => (EncodingKind::Ndjson, "application/x-ndjson"),
            tree::EncodingKind::Text => match way {
                Way::Request | Way::Both => (EncodingKind::Text, "text/plain; charset=utf-8"),
                Way::Response => (EncodingKind::Text, "text/plain"),
            },
            tree::EncodingKind::Bytes => match way {
                Way::Request | Way::Both => (EncodingKind::Bytes, "application/octet-stream"),
                Way::Response => (EncodingKind::Bytes, "*/*"),
            },
        };
        let media = match &encoding.media {
            // The client adds the boundary.
            Some(word) if kind == EncodingKind::Multipart => {
                self.error(word.span, format!("a body of parts is `{MULTIPART}`"));
                media.into()
            }
            Some(word) => self.media(word, way),
            None => media.into(),
        };
        Encoding { kind, media }
    }

    pub(super) fn media(&mut self, word: &Word, way: Way) -> String {
        let text = &word.text;
        if !is_media_type(text) {
            self.error_help(
                word.span,
                format!("`{}` is not a media type (RFC 9110, section 8.3.1)", text.escape_debug()),
                Some("one is `application/pdf` or `text/csv; charset=utf-8`".into()),
            );
            // Anything that can stand in a header, so that the rest goes on.
            return "application/octet-stream".into();
        }
        if way == Way::Request && text.contains('*') {
            self.error(word.span, "a body has one media type; `*` stands only in a response");
        }
        text.clone()
    }
}

/// Whether a text is a type, a subtype and parameters.
fn is_media_type(text: &str) -> bool {
    let mut parts = text.split(';');
    let essence = parts.next().unwrap_or_default();
    let is_essence = essence
        .split_once('/')
        .is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype.trim_end_matches(' ')));
    is_essence && parts.all(is_parameter)
}

fn is_parameter(text: &str) -> bool {
    let Some((name, value)) = text.trim_matches(' ').split_once('=') else {
        return false;
    };
    let quoted = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
    let is_value = match quoted {
        Some(value) => value.bytes().all(|b| matches!(b, b' '..=b'~') && b != b'"' && b != b'\\'),
        None => is_token(value),
    };
    is_token(name) && is_value
}
