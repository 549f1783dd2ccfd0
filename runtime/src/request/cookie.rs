//! The cookies of a request, in the one header that they share (RFC 6265, section 4.2.1).

use http::header::{COOKIE, HeaderMap, HeaderValue};

use super::placed::{Placed, each};
use super::text;
use crate::schema::Place;
use crate::value::{Object, View};

/// Adds the cookies of a request to those that the client sends anyway.
pub(super) fn write(request: &dyn Object, headers: &mut HeaderMap) -> Result<(), String> {
    let mut cookies = Vec::new();
    each(request, Place::Cookie, &mut |placed| {
        cookies.extend(cookie(&placed)?);
        Ok(())
    })?;
    if cookies.is_empty() {
        return Ok(());
    }
    if let Some(own) = headers.get(COOKIE).and_then(|own| own.to_str().ok()) {
        cookies.insert(0, own.to_owned());
    }
    let mut header = HeaderValue::try_from(cookies.join("; "))
        .map_err(|_| "the cookies cannot stand in a header".to_owned())?;
    // A cookie says who is asking more often than not.
    header.set_sensitive(true);
    headers.insert(COOKIE, header);
    Ok(())
}

/// `name=value`
fn cookie(placed: &Placed<'_>) -> Result<Option<String>, String> {
    let Placed { wire, view, .. } = placed;
    if matches!(view, View::Null) {
        return Ok(None);
    }
    let value = text::of_view(view)
        .ok_or_else(|| format!("the cookie `{wire}` is neither text nor a finite number"))?;
    if !value.bytes().all(is_cookie_octet) {
        return Err(format!(
            "the value of the cookie `{wire}` has characters that a cookie cannot hold (RFC 6265, section 4.1.1)"
        ));
    }
    Ok(Some(format!("{wire}={value}")))
}

/// Whether a cookie may have this byte in its value.
pub(crate) fn is_cookie_octet(byte: u8) -> bool {
    matches!(byte, 0x21 | 0x23..=0x2b | 0x2d..=0x3a | 0x3c..=0x5b | 0x5d..=0x7e)
}
