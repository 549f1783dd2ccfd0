//! The headers, in the order of who has the last word: the client's defaults, the spec, the caller.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};

use super::placed::{Placed, each};
use super::{cookie, text};
use crate::operation::{Content, Idempotency, Operation};
use crate::options::CallOptions;
use crate::schema::Place;
use crate::stream::{Events, Resume};
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
    options: &CallOptions,
) -> Result<HeaderMap, String> {
    // Room for the spec's headers and the credentials.
    let mut headers = HeaderMap::with_capacity(defaults.len() + 8);
    headers.extend(defaults.iter().map(|(name, value)| (name.clone(), value.clone())));
    headers.insert(ACCEPT, accept(operation)?);
    if let Some(content_type) = content_type {
        headers.insert(CONTENT_TYPE, content_type);
    }
    if let Some((name, key)) = idempotency_key(operation, options)? {
        headers.insert(name, key);
    }
    let cursor = cursor_header(operation);
    each(request, Place::Header, &mut |placed| insert(&mut headers, &placed, cursor))?;
    cookie::write(request, &mut headers)?;
    for (name, value) in &options.headers {
        let (name, value) = checked(name, value)?;
        headers.insert(name, value);
    }
    Ok(headers)
}

/// The header that says from which event on a stream is wanted.
fn cursor_header(operation: &Operation) -> Option<&'static str> {
    operation.responses.iter().find_map(|response| match response.content {
        Content::Events(Events { resume: Resume::Header(name), .. }) => Some(*name),
        _ => None,
    })
}

fn insert(
    headers: &mut HeaderMap,
    placed: &Placed<'_>,
    cursor: Option<&str>,
) -> Result<(), String> {
    let Placed { wire, view, field, fixed } = placed;
    if let Some(text) = fixed.filter(|text| is_plain(text)) {
        headers.insert(static_name(wire)?, HeaderValue::from_static(text));
        return Ok(());
    }
    let value = match view {
        View::Null => return Ok(()),
        // As one value, elements and commas (RFC 9110, section 5.6.1).
        View::List(list) => text::of_list(*list, ',', format_args!("the header `{wire}`"))?.into(),
        view => text::of_view(view)
            .ok_or_else(|| format!("the header `{wire}` is neither text nor a finite number"))?,
    };
    let mut header = match cursor {
        // What a stream gave is sent back as it is when it is resumed, so a caller may do so too.
        Some(name) if name.eq_ignore_ascii_case(wire) => utf8_value(wire, &value)?,
        _ => header_value(wire, &value)?,
    };
    header.set_sensitive(field.is_some_and(|field| field.sensitive));
    headers.insert(static_name(wire)?, header);
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
    Ok(Some((static_name(name)?, value)))
}

/// The media types that are asked for: those of all responses that hold anything.
fn accept(operation: &Operation) -> Result<HeaderValue, String> {
    let contents = operation.responses.iter().map(|response| response.content);
    let mut media = contents.filter(|content| !content.is_empty()).map(Content::accept);
    let mut all = Cow::Borrowed(media.next().unwrap_or(Content::Empty.accept()));
    for one in media {
        if !all.split(", ").any(|known| known == one) {
            all = Cow::Owned(format!("{all}, {one}"));
        }
    }
    match all {
        Cow::Borrowed(one) => Ok(HeaderValue::from_static(one)),
        Cow::Owned(several) => header_value("accept", &several),
    }
}

/// A header of the user's own, if it may be set and is well formed.
pub(crate) fn checked(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let header = header_name(name)?;
    if FRAMING.contains(&header.as_str()) {
        return Err(format!("the header `{header}` is the transport's own and cannot be set"));
    }
    Ok((header, header_value(name, value)?))
}

/// The name of a header of the spec's own. One in lower case needs no copy.
pub(crate) fn static_name(name: &'static str) -> Result<HeaderName, String> {
    let is_lower = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !name.is_empty() && name.bytes().all(is_lower) {
        return Ok(HeaderName::from_static(name));
    }
    header_name(name)
}

fn header_name(name: &str) -> Result<HeaderName, String> {
    HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| format!("`{}` is not a header name", name.escape_debug()))
}

/// The value is named by its header only: it may be a secret.
fn header_value(name: &str, value: &str) -> Result<HeaderValue, String> {
    // Bytes beyond ASCII mean different things to different servers.
    if value.is_ascii() { utf8_value(name, value) } else { Err(refused(name)) }
}

/// The same for a header whose bytes are known to be UTF-8.
fn utf8_value(name: &str, value: &str) -> Result<HeaderValue, String> {
    let padded = value.starts_with([' ', '\t']) || value.ends_with([' ', '\t']);
    match HeaderValue::from_str(value) {
        Ok(header) if !padded => Ok(header),
        _ => Err(refused(name)),
    }
}

/// Whether a text is a value as it is: it can be taken without a copy.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic() || b == b' ')
        && !text.starts_with(' ')
        && !text.ends_with(' ')
}

fn refused(name: &str) -> String {
    format!(
        "the value of the header `{name}` has characters that a header cannot hold (RFC 9110, section 5.5)"
    )
}
