//! Values as text, for paths, queries and headers.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::Json;
use crate::value::{List, View, settled};

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text with everything encoded that could mean something in a URL.
pub(crate) fn encode(text: &str) -> percent_encoding::PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

/// A scalar as text. `None` for what is absent, null, no scalar or no finite number.
pub(crate) fn of_view<'a>(view: &View<'a>) -> Option<Cow<'a, str>> {
    match settled(*view) {
        View::Text(text) => Some(Cow::Borrowed(text)),
        View::Bool(true) => Some(Cow::Borrowed("true")),
        View::Bool(false) => Some(Cow::Borrowed("false")),
        View::Signed(number) => Some(Cow::Owned(number.to_string())),
        View::Unsigned(number) => Some(Cow::Owned(number.to_string())),
        View::Float(number) if number.is_finite() => Some(Cow::Owned(number.to_string())),
        View::Float32(number) if number.is_finite() => Some(Cow::Owned(number.to_string())),
        // What a union does not know.
        View::Json(json) => of_json(json),
        View::Extern(value) => Some(Cow::Owned(of_json(&value.to_json().ok()?)?.into_owned())),
        View::Secret(value) => match value.view() {
            // A secret holds one value, and that is no secret.
            View::Secret(_) => None,
            view => of_view(&view),
        },
        _ => None,
    }
}

/// The elements of a list as one text. An element that has the delimiter in it would be two.
pub(super) fn of_list(
    list: &dyn List,
    delimiter: char,
    what: fmt::Arguments<'_>,
) -> Result<String, String> {
    let mut joined = String::new();
    for (index, value) in (0..list.len()).filter_map(|index| Some((index, list.get(index)?))) {
        let text = of_view(&value.view())
            .ok_or_else(|| format!("an element of {what} is neither text nor a finite number"))?;
        if text.contains(delimiter) {
            return Err(format!(
                "an element of {what} has a `{delimiter}` in it, which is what separates the elements"
            ));
        }
        if index > 0 {
            joined.push(delimiter);
        }
        joined.push_str(&text);
    }
    Ok(joined)
}

fn of_json(json: &Json) -> Option<Cow<'_, str>> {
    match json {
        Json::String(text) => Some(Cow::Borrowed(text)),
        Json::Bool(_) | Json::Number(_) => Some(Cow::Owned(json.to_string())),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}
