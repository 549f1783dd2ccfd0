//! The body.

use bytes::Bytes;

use crate::codec::{encode_body, encode_json};
use crate::operation::{BodyKind, Operation};
use crate::schema::Presence;
use crate::value::{Object, Value, View, field_at};

/// The body and its content type.
pub(super) fn write(
    operation: &Operation,
    request: &dyn Object,
) -> Result<(Bytes, Option<&'static str>), String> {
    let body = match operation.body {
        BodyKind::Empty => return Ok((Bytes::new(), None)),
        BodyKind::Fields => encode_body(request),
        BodyKind::Payload(index) => match field_at(request, index) {
            Some(value) if !is_left_out(request, index, value) => encode_json(value),
            _ => return Ok((Bytes::new(), None)),
        },
    };
    let body = body.map_err(|error| error.to_string())?;
    Ok((Bytes::from(body), Some("application/json")))
}

/// Whether a body that may be left out is.
fn is_left_out(request: &dyn Object, index: usize, value: &dyn Value) -> bool {
    let presence = request.schema().fields.get(index).map(|field| field.presence);
    match value.view() {
        View::Absent => true,
        View::Null => presence == Some(Presence::Optional),
        _ => false,
    }
}
