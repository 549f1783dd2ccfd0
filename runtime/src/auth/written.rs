//! Credentials as they are written into a request, and what is wrong with those that cannot be.
//! Nothing here shows them.

use http::Uri;
use http::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue};

use crate::request::{RequestParts, encode, is_cookie_octet};
use crate::value::{Base64, Secret};

/// How the header of a user's name and password starts.
const BASIC: &str = "Basic ";

/// Credentials as they are sent.
pub(super) enum Written {
    /// The whole value of a header.
    Header(HeaderName, HeaderValue),
    /// `name=value`, both encoded.
    Query(String),
    /// `name=value`
    Cookie(String),
}

impl Written {
    /// Puts them into a request.
    pub(super) fn write(&self, parts: &mut RequestParts) -> Result<(), String> {
        match self {
            Self::Header(name, value) => {
                parts.headers.insert(name.clone(), value.clone());
            }
            Self::Query(pair) => add_query(parts, pair)?,
            Self::Cookie(pair) => {
                let mut cookies = match parts.headers.get(COOKIE) {
                    Some(others) => [others.as_bytes(), b"; "].concat(),
                    None => Vec::new(),
                };
                cookies.extend_from_slice(pair.as_bytes());
                let mut value = HeaderValue::from_bytes(&cookies)
                    .map_err(|_| "the cookies cannot be sent in a header")?;
                value.set_sensitive(true);
                parts.headers.insert(COOKIE, value);
            }
        }
        Ok(())
    }
}

/// Adds a pair to the query.
fn add_query(parts: &mut RequestParts, pair: &str) -> Result<(), String> {
    let path = parts.uri.path();
    let query = match parts.uri.query() {
        Some(query) if !query.is_empty() => format!("{path}?{query}&{pair}"),
        _ => format!("{path}?{pair}"),
    };
    parts
        .set_path_and_query(query)
        .map_err(|_| "the URL is too long with the key in its query".to_owned())
}

/// Whether a caller has set this query parameter.
pub(super) fn has_query(uri: &Uri, name: &str) -> bool {
    let start = format!("{}=", encode(name));
    uri.query().is_some_and(|query| query.split('&').any(|pair| pair.starts_with(&start)))
}

/// Whether a caller has set this cookie.
pub(super) fn has_cookie(headers: &HeaderMap, name: &str) -> bool {
    let cookies = headers.get(COOKIE).and_then(|cookies| cookies.to_str().ok());
    cookies.is_some_and(|cookies| {
        cookies.split(';').any(|pair| pair.split('=').next().is_some_and(|n| n.trim() == name))
    })
}

/// `Bearer ...`. The error ends a sentence that starts with what is wrong.
pub(super) fn bearer(token: &str) -> Result<HeaderValue, String> {
    one_line(token)?;
    if token.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("bearer ")) {
        return Err("starts with `Bearer `, which is added by the client".into());
    }
    if token.chars().any(|c| !c.is_ascii_graphic()) {
        return Err(
            "has a space or another character that a token cannot have (RFC 6750, section 2.1)"
                .into(),
        );
    }
    sensitive(&format!("Bearer {token}"))
}

/// `Basic ...`
pub(super) fn basic(user: &str, password: &str) -> Result<HeaderValue, String> {
    if user.is_empty() && password.is_empty() {
        return Err("are both empty".into());
    }
    if user.contains(':') {
        return Err("cannot be told apart: the name has a colon (RFC 7617, section 2)".into());
    }
    if user.chars().chain(password.chars()).any(char::is_control) {
        return Err("have a line break or another control character (RFC 7617, section 2)".into());
    }
    let encoded = Base64::encode(format!("{user}:{password}"));
    sensitive(&format!("{BASIC}{}", encoded.as_str()))
}

/// What stands behind `Basic`.
pub(super) fn encoded(basic: &HeaderValue) -> Secret {
    Secret::from(basic.to_str().unwrap_or_default().trim_start_matches(BASIC))
}

/// A key in a header of its own.
pub(super) fn header_key(name: &str, key: &str) -> Result<Written, String> {
    one_line(key)?;
    if key.trim() != key || !key.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
        return Err("has characters that a header cannot hold (RFC 9110, section 5.5)".into());
    }
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| "belongs into a header whose name is none")?;
    Ok(Written::Header(name, sensitive(key)?))
}

/// A key in the query.
pub(super) fn query_key(name: &str, key: &str) -> Result<Written, String> {
    one_line(key)?;
    Ok(Written::Query(format!("{}={}", encode(name), encode(key))))
}

/// A key in a cookie.
pub(super) fn cookie_key(name: &str, key: &str) -> Result<Written, String> {
    one_line(key)?;
    if !key.bytes().all(is_cookie_octet) {
        return Err("has characters that a cookie cannot hold (RFC 6265, section 4.1)".into());
    }
    Ok(Written::Cookie(format!("{name}={key}")))
}

/// The header of tokens, users and passwords.
pub(super) fn authorization(value: HeaderValue) -> Written {
    Written::Header(AUTHORIZATION, value)
}

/// What no credentials are: nothing, or several lines.
pub(super) fn one_line(text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        Err("is empty".into())
    } else if text.contains(['\n', '\r']) {
        Err("has a line break; was it read from a file without trimming?".into())
    } else {
        Ok(())
    }
}

fn sensitive(text: &str) -> Result<HeaderValue, String> {
    let mut value = HeaderValue::from_str(text).map_err(|_| "cannot be sent in a header")?;
    value.set_sensitive(true);
    Ok(value)
}
