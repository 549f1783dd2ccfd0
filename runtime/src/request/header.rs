//! The headers, in the order of who has the last word: the client's defaults, the spec, the caller.

use http::HeaderMap;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};

use super::text;
use crate::operation::{Idempotency, Operation};
use crate::options::CallOptions;
use crate::schema::{Field, Place};
use crate::stream;
use crate::value::{Object, View, with_fields};

/// Headers that say how the message is framed, or where it goes: only the transport knows.
const FRAMING: [&str; 7] =
    ["host", "content-length", "transfer-encoding", "connection", "te", "trailer", "upgrade"];

/// The headers of a request, credentials aside.
pub(super) fn write(
    operation: &Operation,
    request: &dyn Object,
    defaults: &HeaderMap,
    content_type: Option<&'static str>,
    options: &CallOptions,
) -> Result<HeaderMap, String> {
    // Room for the spec's headers and the credentials.
    let mut headers = HeaderMap::with_capacity(defaults.len() + 8);
    headers.extend(defaults.iter().map(|(name, value)| (name.clone(), value.clone())));
    let accept = stream::accept(operation).unwrap_or("application/json");
    headers.insert(ACCEPT, HeaderValue::from_static(accept));
    if let Some(content_type) = content_type {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    }
    if let Some((name, key)) = idempotency_key(operation, options)? {
        headers.insert(name, key);
    }
    let schema = request.schema();
    for constant in schema.constants.iter().filter(|constant| constant.place == Place::Header) {
        let value = header_value(constant.wire, &text::of_constant(constant.value))?;
        headers.insert(header_name(constant.wire)?, value);
    }
    with_fields(request, |values, _| {
        let fields = schema.fields.iter().zip(values);
        fields
            .filter(|(field, _)| field.place == Place::Header)
            .try_for_each(|(field, value)| insert(&mut headers, field, value.view()))
            .err()
    })
    .map_or(Ok(()), Err)?;
    for (name, value) in &options.headers {
        let (name, value) = checked(name, value)?;
        headers.insert(name, value);
    }
    Ok(headers)
}

fn insert(headers: &mut HeaderMap, field: &Field, view: View<'_>) -> Result<(), String> {
    if matches!(view, View::Absent | View::Null) {
        return Ok(());
    }
    let value = text::of_view(&view).ok_or_else(|| {
        format!("the header `{}` is neither text nor a finite number", field.wire)
    })?;
    let mut header = header_value(field.wire, &value)?;
    header.set_sensitive(field.sensitive);
    headers.insert(header_name(field.wire)?, header);
    Ok(())
}

/// The header with the key of this call: the caller's, or a new one.
fn idempotency_key(
    operation: &Operation,
    options: &CallOptions,
) -> Result<Option<(HeaderName, HeaderValue)>, String> {
    let own = options.idempotency_key.as_deref();
    let Idempotency::Keyed(name) = operation.attempts.idempotency else {
        return match own {
            None => Ok(None),
            Some(_) => {
                Err("the spec names no header for an idempotency key of this endpoint".into())
            }
        };
    };
    let value = match own {
        Some("") => return Err("an idempotency key is not empty".into()),
        Some(key) => header_value(name, key)?,
        None => header_value(name, &crate::random::uuid()?)?,
    };
    Ok(Some((header_name(name)?, value)))
}

/// A header of the user's own, if it may be set and is well formed.
pub(crate) fn checked(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let header = header_name(name)?;
    if FRAMING.contains(&header.as_str()) {
        return Err(format!("the header `{header}` is the transport's own and cannot be set"));
    }
    Ok((header, header_value(name, value)?))
}

fn header_name(name: &str) -> Result<HeaderName, String> {
    HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| format!("`{}` is not a header name", name.escape_debug()))
}

/// The value is named by its header only: it may be a secret.
fn header_value(name: &str, value: &str) -> Result<HeaderValue, String> {
    let padded = value.starts_with([' ', '\t']) || value.ends_with([' ', '\t']);
    // Bytes beyond ASCII mean different things to different servers.
    match HeaderValue::from_str(value) {
        Ok(header) if !padded && value.is_ascii() => Ok(header),
        _ => Err(format!(
            "the value of the header `{name}` has characters that a header cannot hold (RFC 9110, section 5.5)"
        )),
    }
}
