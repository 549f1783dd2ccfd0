//! The body.

use bytes::Bytes;

use crate::codec::{encode_body, encode_json};
use crate::operation::{BodyKind, Operation};
use crate::value::Object;

/// The body and its content type.
pub(super) fn write(
    operation: &Operation,
    request: &dyn Object,
) -> Result<(Bytes, Option<&'static str>), String> {
    let body = match operation.body {
        BodyKind::Empty => return Ok((Bytes::new(), None)),
        BodyKind::Fields => encode_body(request),
        BodyKind::Payload(index) => match request.get(index) {
            Some(value) => encode_json(value),
            None => return Ok((Bytes::new(), None)),
        },
    };
    let body = body.map_err(|error| error.to_string())?;
    Ok((Bytes::from(body), Some("application/json")))
}
