//! Going on with a download that broke off: what tells that the file is still the same, and which
//! part of it came (RFC 9110, sections 8.8, 13.1.5 and 14).

use http::header::{
    ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, DATE, ETAG, HeaderMap, HeaderName, HeaderValue,
    IF_RANGE, LAST_MODIFIED, RANGE,
};

use crate::retry::http_date;

/// What tells that a file is the same as before, to the byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Validator {
    name: HeaderName,
    value: HeaderValue,
}

impl Validator {
    /// The validator of a response that can be gone on with. `None` where the server does not give
    /// parts of files, or does not say which file it is.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let ranges = headers.get(ACCEPT_RANGES)?.to_str().ok()?;
        let gives_bytes = ranges.split(',').any(|unit| unit.trim().eq_ignore_ascii_case("bytes"));
        if !gives_bytes {
            return None;
        }
        if let Some(tag) = headers.get(ETAG) {
            // A weak one allows for other bytes (section 8.8.1).
            let is_strong = tag.as_bytes().starts_with(b"\"") && tag.len() >= 2;
            return is_strong.then(|| Self { name: ETAG, value: tag.clone() });
        }
        let modified = headers.get(LAST_MODIFIED)?;
        let seconds = |value: &HeaderValue| http_date(value.to_str().ok()?);
        // Within the same second a file may have changed twice (section 8.8.2.2).
        let is_strong = seconds(headers.get(DATE)?)? > seconds(modified)?;
        is_strong.then(|| Self { name: LAST_MODIFIED, value: modified.clone() })
    }

    /// Asks for what follows the first `received` bytes, if the file is still the same; for all of
    /// it, if not.
    pub(super) fn ask(&self, received: u64, headers: &mut HeaderMap) {
        let range = HeaderValue::from_str(&format!("bytes={received}-"));
        if let Ok(range) = range {
            headers.insert(RANGE, range);
            headers.insert(IF_RANGE, self.value.clone());
        }
    }

    /// Whether a response is of another file. One that does not say is not.
    pub(super) fn contradicts(&self, headers: &HeaderMap) -> bool {
        headers.get(&self.name).is_some_and(|value| *value != self.value)
    }

    /// Whether a response says that it is of the same file.
    pub(super) fn confirms(&self, headers: &HeaderMap) -> bool {
        headers.get(&self.name) == Some(&self.value)
    }
}

/// The part of a file that a response holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) first: u64,
    /// One past the last byte.
    pub(super) end: u64,
    /// How long the whole file is, if the server knows.
    pub(super) whole: Option<u64>,
}

impl Part {
    /// What `Content-Range: bytes 5-9/10` says (section 14.4). `None` where it says nothing that
    /// can be.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let (range, whole) = content_range(headers)?.split_once('/')?;
        let (first, last) = range.split_once('-')?;
        let (first, last) = (number(first)?, number(last)?);
        let whole = if whole == "*" { None } else { Some(number(whole)?) };
        let is_valid = first <= last && whole.is_none_or(|whole| last < whole);
        is_valid.then_some(Self { first, end: last.checked_add(1)?, whole })
    }
}

/// How long the file is, by an answer that has nothing of it: `Content-Range: bytes */10`.
pub(super) fn unsatisfied(headers: &HeaderMap) -> Option<u64> {
    number(content_range(headers)?.strip_prefix("*/")?)
}

/// What follows the unit, which is bytes.
fn content_range(headers: &HeaderMap) -> Option<&str> {
    let text = headers.get(CONTENT_RANGE)?.to_str().ok()?;
    let (unit, rest) = text.trim().split_once(' ')?;
    unit.eq_ignore_ascii_case("bytes").then_some(rest.trim())
}

/// How many bytes a response says that it has.
pub(super) fn content_length(headers: &HeaderMap) -> Option<u64> {
    number(headers.get(CONTENT_LENGTH)?.to_str().ok()?)
}

/// A number of digits only: `parse` would take a sign.
fn number(text: &str) -> Option<u64> {
    let is_plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if is_plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &str)| {
            (HeaderName::from_static(name), value.parse().unwrap())
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn only_what_is_the_same_to_the_byte_is_gone_on_with() {
        let of = |pairs: &[_]| Validator::of(&headers(pairs)).map(|validator| validator.name);
        let ranges = ("accept-ranges", "bytes");
        let modified = ("last-modified", "Tue, 24 Nov 2026 10:00:00 GMT");
        assert_eq!(of(&[ranges, ("etag", "\"a\"")]), Some(ETAG));
        assert_eq!(of(&[("accept-ranges", "Bytes"), ("etag", "\"a\""), modified]), Some(ETAG));
        for none in [
            &[("etag", "\"a\"")][..],
            &[("accept-ranges", "none"), ("etag", "\"a\"")],
            &[ranges, ("etag", "W/\"a\"")],
            &[ranges, ("etag", "W/\"a\""), modified, ("date", "Tue, 24 Nov 2026 10:00:02 GMT")],
            &[ranges, ("etag", "a")],
            &[ranges, ("etag", "\"")],
            &[ranges],
            &[ranges, modified],
            &[ranges, modified, ("date", "Tue, 24 Nov 2026 10:00:00 GMT")],
            &[ranges, modified, ("date", "soon")],
        ] {
            assert_eq!(of(none), None, "{none:?}");
        }
        let date = ("date", "Tue, 24 Nov 2026 10:00:01 GMT");
        assert_eq!(of(&[ranges, modified, date]), Some(LAST_MODIFIED));
    }

    #[test]
    fn a_part_is_read_or_is_nothing() {
        let of = |text| Part::of(&headers(&[("content-range", text)]));
        assert_eq!(of("bytes 5-9/10"), Some(Part { first: 5, end: 10, whole: Some(10) }));
        assert_eq!(of("Bytes 0-0/*"), Some(Part { first: 0, end: 1, whole: None }));
        for text in [
            "",
            "bytes",
            "bytes 5-9",
            "bytes 9-5/10",
            "bytes 5-10/10",
            "bytes */10",
            "bytes -5/10",
            "bytes +5-9/10",
            "bytes 5-9/x",
            "items 5-9/10",
            "bytes 0-18446744073709551615/*",
            "bytes 0-99999999999999999999/*",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
        assert_eq!(unsatisfied(&headers(&[("content-range", "bytes */10")])), Some(10));
        assert_eq!(unsatisfied(&headers(&[("content-range", "bytes 1-2/10")])), None);
        assert_eq!(content_length(&headers(&[("content-length", "+5")])), None);
    }
}
