//! The headers, in the order of who has the last word: the client's defaults, the spec, the caller.

use http::HeaderMap;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};

use super::{cookie, text};
use crate::operation::{Content, Operation};
use crate::schema::Place;
use crate::value::{Object, View};

/// Headers that say how the message is framed, or where it goes: only the transport knows.
const FRAMING: [&str; 7] =
    ["host", "content-length", "transfer-encoding", "connection", "te", "trailer", "upgrade"];

/// The headers of a request, credentials aside.
pub(super) fn write(
    operation: &Operation,
    request: &dyn Object,
    defaults: &HeaderMap,
    content_type: Option<HeaderValue>,
    extra: &[(String, String)],
) -> Result<HeaderMap, String> {
    // Room for the spec's headers and the credentials.
    let mut headers = HeaderMap::with_capacity(defaults.len() + 8);
    headers.extend(defaults.iter().map(|(name, value)| (name.clone(), value.clone())));
    headers.insert(ACCEPT, HeaderValue::from_static(accept(operation)));
    if let Some(content_type) = content_type {
        headers.insert(CONTENT_TYPE, content_type);
    }
    for (index, field) in request.schema().fields.iter().enumerate() {
        if field.place != Place::Header {
            continue;
        }
        let value = match field.constant {
            Some(constant) => text::of_constant(constant),
            None => match request.get(index).map(|value| value.view()) {
                None | Some(View::Absent | View::Null) => continue,
                // As one value, elements and commas (RFC 9110, section 5.6.1).
                Some(View::List(list)) => {
                    let what = format_args!("the header `{}`", field.wire);
                    text::of_list(list, ',', what)?.into()
                }
                Some(view) => text::of_view(&view).ok_or_else(|| {
                    format!("the header `{}` is neither text nor a finite number", field.wire)
                })?,
            },
        };
        let mut header = header_value(field.wire, &value)?;
        header.set_sensitive(field.sensitive);
        headers.insert(header_name(field.wire)?, header);
    }
    cookie::write(request, &mut headers)?;
    for (name, value) in extra {
        let (name, value) = checked(name, value)?;
        headers.insert(name, value);
    }
    Ok(headers)
}

/// The media type that is asked for. All responses hold the same, if they hold anything.
fn accept(operation: &Operation) -> &'static str {
    let mut contents = operation.responses.iter().map(|response| response.content);
    contents.find(|content| !content.is_empty()).unwrap_or(Content::Empty).accept()
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
