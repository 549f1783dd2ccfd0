//! A request as a handler sees it, and the checks that many of them make.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::reply::Refusal;
use crate::{MAX_BODY, Seen};

/// A request, and the ids in its path.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) seen: &'a Seen,
    pub(crate) ids: Vec<&'a str>,
}

impl<'a> Call<'a> {
    /// The id at this place of the path.
    pub(crate) fn id(&self, place: usize) -> &'a str {
        self.ids.get(place).copied().unwrap_or_default()
    }

    /// The first query parameter with this name.
    pub(crate) fn query(&self, name: &str) -> Option<String> {
        self.queries(name).into_iter().next()
    }

    /// All query parameters with this name.
    pub(crate) fn queries(&self, name: &str) -> Vec<String> {
        let query = self.seen.query.as_deref().unwrap_or_default();
        let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let pairs = pairs.map(|(name, value)| (decode(name), decode(value)));
        pairs.filter(|(found, _)| found == name).map(|(_, value)| value).collect()
    }

    /// The body, which has to say that it is JSON and to be an object.
    pub(crate) fn object(&self) -> Result<Map<String, Value>, Refusal> {
        let media_type = self.seen.header("content-type").unwrap_or_default();
        let media_type = media_type.split(';').next().unwrap_or_default().trim();
        if !media_type.eq_ignore_ascii_case("application/json") {
            return Err(Refusal::invalid("the content type is not application/json"));
        }
        if self.seen.body.len() > MAX_BODY {
            return Err(Refusal::invalid("the body is larger than 4 MB"));
        }
        serde_json::from_slice(&self.seen.body)
            .map_err(|error| Refusal::invalid(format!("malformed body: {error}")))
    }
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// A field that has to be there.
pub(crate) fn required<'b>(body: &'b Map<String, Value>, key: &str) -> Result<&'b Value, Refusal> {
    let value = body.get(key).filter(|value| !value.is_null());
    value.ok_or_else(|| Refusal::invalid(format!("Missing required field: {key}")))
}

/// A text that has to be there.
pub(crate) fn text<'b>(body: &'b Map<String, Value>, key: &str) -> Result<&'b str, Refusal> {
    let value = required(body, key)?;
    value.as_str().ok_or_else(|| Refusal::invalid(format!("{key} must be a string")))
}

/// An id that has to be there, of the right shape.
pub(crate) fn id<'b>(
    body: &'b Map<String, Value>,
    key: &str,
    prefix: &str,
) -> Result<&'b str, Refusal> {
    match required(body, key)?.as_str() {
        Some(id) if id.starts_with(prefix) => Ok(id),
        _ => Err(Refusal::invalid(format!("{key} must be an id that starts with {prefix}"))),
    }
}

/// A field that may be absent or null, and else has to fit.
pub(crate) fn check(
    body: &Map<String, Value>,
    key: &str,
    expected: &str,
    fits: impl FnOnce(&Value) -> bool,
) -> Result<(), Refusal> {
    match body.get(key) {
        None | Some(Value::Null) => Ok(()),
        Some(value) if fits(value) => Ok(()),
        Some(_) => Err(Refusal::invalid(format!("{key} must be {expected}"))),
    }
}

pub(crate) fn is_list(value: &Value, fits: impl Fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|values| values.iter().all(fits))
}

/// Puts the fields with these names from a body over those of a thing.
pub(crate) fn take(body: &Map<String, Value>, keys: &[&str], thing: &mut Map<String, Value>) {
    for key in keys {
        if let Some(value) = body.get(*key) {
            thing.insert((*key).to_owned(), value.clone());
        }
    }
}
