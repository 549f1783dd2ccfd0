//! The body.

use bytes::Bytes;
use http::HeaderValue;

use super::pairs::{Pairs, Syntax};
use super::placed::is_left_out;
use super::{multipart, text};
use crate::codec::{encode_body, encode_json};
use crate::operation::{BodyKind, Encoding, Operation};
use crate::schema::Place;
use crate::transport::RequestBody;
use crate::value::{List, Object, Value, View, field_at};

/// The media type of JSON (RFC 8259, section 11).
const JSON: &str = "application/json";

/// The body and its content type.
pub(super) fn write(
    operation: &Operation,
    request: &dyn Object,
) -> Result<(RequestBody, Option<HeaderValue>), String> {
    let (encoding, media, payload) = match operation.body {
        BodyKind::Empty => return Ok((RequestBody::default(), None)),
        BodyKind::Fields => (Encoding::Json, JSON, None),
        BodyKind::Payload(index) => (Encoding::Json, JSON, Some(index)),
        BodyKind::Encoded { encoding, media, payload } => (encoding, media, payload),
    };
    let payload = match payload.map(|index| given(request, index)) {
        None => None,
        Some(Some(value)) => Some(value),
        Some(None) => return Ok((RequestBody::default(), None)),
    };
    if encoding == Encoding::Multipart {
        return parts(request, payload);
    }
    let body = match payload {
        None => fields(encoding, request)?,
        Some(value) => whole(encoding, value)?,
    };
    Ok((body.into(), Some(HeaderValue::from_static(media))))
}

/// The value of a field, unless it is left out.
fn given(request: &dyn Object, index: usize) -> Option<&dyn Value> {
    let (field, value) = (request.schema().fields.get(index)?, field_at(request, index)?);
    (!is_left_out(field, &value.view())).then_some(value)
}

/// A body of parts, whose media type says where they end.
fn parts(
    request: &dyn Object,
    payload: Option<&dyn Value>,
) -> Result<(RequestBody, Option<HeaderValue>), String> {
    let object = match payload.map(Value::view) {
        Some(View::Object(object)) => object,
        _ => request,
    };
    let (body, media) = multipart::write(object)?;
    let media = HeaderValue::try_from(media).map_err(|error| error.to_string())?;
    Ok((body, Some(media)))
}

/// A body of the fields whose place it is.
fn fields(encoding: Encoding, request: &dyn Object) -> Result<Bytes, String> {
    if encoding == Encoding::Form {
        return form(|pairs| pairs.object(request, Place::Body));
    }
    encode_body(request).map(Bytes::from).map_err(|error| error.to_string())
}

/// A body that is one value.
fn whole(encoding: Encoding, value: &dyn Value) -> Result<Bytes, String> {
    match (encoding, value.view()) {
        (Encoding::Json, _) => {
            encode_json(value).map(Bytes::from).map_err(|error| error.to_string())
        }
        (Encoding::Form, View::Object(object)) => form(|pairs| pairs.object(object, Place::Body)),
        (Encoding::Form, View::Map(map)) => form(|pairs| pairs.map(map)),
        (Encoding::Bytes, View::Bytes(bytes)) => Ok(bytes.clone()),
        (Encoding::Ndjson, View::List(list)) => lines(list),
        (_, view) => text::of_view(&view)
            .map(|text| Bytes::from(text.into_owned()))
            .ok_or_else(|| "the body is neither text nor a finite number".to_owned()),
    }
}

fn form(write: impl FnOnce(&mut Pairs) -> Result<(), String>) -> Result<Bytes, String> {
    let mut pairs = Pairs::new(Syntax::Form);
    write(&mut pairs)?;
    Ok(pairs.into_text().into())
}

/// A line of JSON for each element. JSON text has no line breaks of its own.
fn lines(list: &dyn List) -> Result<Bytes, String> {
    let mut lines = Vec::new();
    for (index, value) in (0..list.len()).filter_map(|index| Some((index, list.get(index)?))) {
        let line = encode_json(value).map_err(|error| format!("line {}: {error}", index + 1))?;
        lines.extend_from_slice(&line);
        lines.push(b'\n');
    }
    Ok(lines.into())
}
