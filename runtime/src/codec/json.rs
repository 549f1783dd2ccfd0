//! JSON text, read and written by `serde_json`.

use super::decode;
use super::encode::{self, Part, Trail};
use super::error::{DecodeError, EncodeError};
use crate::path;
use crate::value::{Object, Value};

/// The longest message of `serde_json` that is passed on, in characters: it may quote the input.
const MAX_MESSAGE: usize = 256;

/// The room that a JSON text gets at first: that of a common request.
const CAPACITY: usize = 512;

/// Fills `value`, a blank, from a JSON text. A byte order mark before it is skipped.
///
/// # Errors
/// If the text is not JSON or not of the type; `value` is then of no use.
pub(crate) fn decode_json(text: &[u8], value: &mut dyn Value) -> Result<(), DecodeError> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let mut trail = decode::Trail::default();
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    decode::fill(value.slot(), &mut trail, &mut deserializer)
        .and_then(|()| deserializer.end())
        .map_err(|error| decode_error(&error, &trail))
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
    } else if let Some((end, _)) = message.char_indices().nth(MAX_MESSAGE) {
        message.truncate(end);
        message.push('…');
    }
    DecodeError { path: path::render(trail.segments.iter().rev()), message, line, column }
}

/// The JSON text of a value, as the API is to get it.
///
/// # Errors
/// If a number in it is not finite.
pub(crate) fn encode_json(value: &dyn Value) -> Result<Vec<u8>, EncodeError> {
    let (mut text, trail) = (Vec::with_capacity(CAPACITY), Trail::wire());
    let mut serializer = serde_json::Serializer::new(&mut text);
    encode::write(value.view(), &trail, &mut serializer)
        .map_err(|error| encode_error(&error, &trail))?;
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
