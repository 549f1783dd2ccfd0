//! Values as text, for paths, queries and headers.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::schema::Constant;
use crate::value::View;

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text with everything encoded that could mean something in a URL.
pub(crate) fn encode(text: &str) -> percent_encoding::PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

/// A scalar as text. `None` for what is absent, null, no scalar or no finite number.
pub(super) fn of_view<'a>(view: &View<'a>) -> Option<Cow<'a, str>> {
    match *view {
        View::Text(text) => Some(Cow::Borrowed(text)),
        View::Bool(true) => Some(Cow::Borrowed("true")),
        View::Bool(false) => Some(Cow::Borrowed("false")),
        View::Signed(number) => Some(Cow::Owned(number.to_string())),
        View::Unsigned(number) => Some(Cow::Owned(number.to_string())),
        View::Float(number) if number.is_finite() => Some(Cow::Owned(number.to_string())),
        View::Float32(number) if number.is_finite() => Some(Cow::Owned(number.to_string())),
        View::Secret(value) => match value.view() {
            // A secret holds one value, and that is no secret.
            View::Secret(_) => None,
            view => of_view(&view),
        },
        _ => None,
    }
}

/// A constant as text.
pub(super) fn of_constant(constant: Constant) -> Cow<'static, str> {
    match constant {
        Constant::Text(text) => Cow::Borrowed(text),
        Constant::Integer(number) => Cow::Owned(number.to_string()),
        Constant::Float(number) => Cow::Owned(number.to_string()),
        Constant::Bool(true) => Cow::Borrowed("true"),
        Constant::Bool(false) => Cow::Borrowed("false"),
    }
}
