//! JSON text, read and written by `serde_json`.

use std::str;

use super::decode;
use super::encode::{self, Part, Trail};
use super::error::{DecodeError, EncodeError};
use crate::path;
use crate::shorten::shorten;
use crate::value::{Object, Slot, Value, View};

/// The longest message of `serde_json` that is passed on, in characters: it may quote the input.
const MAX_MESSAGE: usize = 256;

/// The room that a JSON text gets at first: that of a common request.
const CAPACITY: usize = 512;

/// Fills a slot, that of a blank, from a JSON text. A byte order mark before it is skipped.
///
/// # Errors
/// If the text is not JSON or not of the type; what is in the slot is then of no use.
pub(crate) fn decode_json(text: &[u8], slot: Slot<'_>) -> Result<(), DecodeError> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    // One look at the whole text is quicker than one at each string in it.
    match str::from_utf8(text) {
        Ok(text) => decode_text(text, slot),
        Err(error) => Err(not_utf8(text, error.valid_up_to(), slot)),
    }
}

/// The same for a text.
pub(crate) fn decode_text(text: &str, slot: Slot<'_>) -> Result<(), DecodeError> {
    let mut trail = decode::Trail::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    decode::fill(slot, &mut trail, &mut deserializer)
        .and_then(|()| deserializer.end())
        .map_err(|error| decode_error(&error, &trail))
}

/// The error for a text that stops being UTF-8 at `end`: what comes before says where that is.
#[cold]
fn not_utf8(text: &[u8], end: usize, slot: Slot<'_>) -> DecodeError {
    let valid = text.get(..end).and_then(|text| str::from_utf8(text).ok()).unwrap_or_default();
    let line = valid.matches('\n').count() + 1;
    let column = valid.rsplit('\n').next().map_or(0, str::len) + 1;
    let path = match decode_text(valid, slot) {
        Err(error) if (error.line, error.column + 1) < (line, column) => return error,
        Err(error) => error.path,
        Ok(()) => String::new(),
    };
    DecodeError { path, message: "invalid UTF-8".to_owned(), line, column, missing: false }
}

#[cold]
fn decode_error(error: &serde_json::Error, trail: &decode::Trail) -> DecodeError {
    let (line, column) = (error.line(), error.column());
    let mut message = error.to_string();
    if let Some(bare) = message.strip_suffix(&format!(" at line {line} column {column}")) {
        message.truncate(bare.len());
    }
    if trail.sensitive {
        "invalid value".clone_into(&mut message);
    } else {
        message = shorten(&message, MAX_MESSAGE).into_owned();
    }
    let path = path::render(trail.segments.iter().rev());
    DecodeError { path, message, line, column, missing: trail.missing }
}

/// The JSON text of a value, as the API is to get it.
///
/// # Errors
/// If a number in it is not finite.
pub(crate) fn encode_json(value: &dyn Value) -> Result<Vec<u8>, EncodeError> {
    encode_view(value.view())
}

/// The same of a view.
///
/// # Errors
/// If a number in it is not finite.
pub(crate) fn encode_view(view: View<'_>) -> Result<Vec<u8>, EncodeError> {
    let (mut text, trail) = (Vec::with_capacity(CAPACITY), Trail::wire());
    let mut serializer = serde_json::Serializer::new(&mut text);
    encode::write(view, &trail, &mut serializer).map_err(|error| encode_error(&error, &trail))?;
    Ok(text)
}

/// The same of those fields of a request that go into its body.
///
/// # Errors
/// If a number in them is not finite.
pub(crate) fn encode_body(request: &dyn Object) -> Result<Vec<u8>, EncodeError> {
    let (mut text, trail) = (Vec::with_capacity(CAPACITY), Trail::wire());
    let mut serializer = serde_json::Serializer::new(&mut text);
    encode::write_object(request, Part::Body, &trail, &mut serializer)
        .map_err(|error| encode_error(&error, &trail))?;
    Ok(text)
}

#[cold]
fn encode_error(error: &serde_json::Error, trail: &Trail) -> EncodeError {
    let path = path::render(trail.segments.borrow().iter().rev());
    EncodeError { path, message: error.to_string() }
}
