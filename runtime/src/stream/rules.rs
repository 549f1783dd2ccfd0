//! What a spec says of a stream, and what kind an event is by it.

use std::fmt;

use serde_core::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

/// What `#[sse(...)]` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Events {
    /// Where the cursor goes when the stream is resumed.
    pub resume: Resume,
    /// The events that say what went wrong.
    pub error: &'static str,
    /// The events after which there are no more.
    pub end: &'static [&'static str],
    /// The events that are none to the caller.
    pub skip: &'static [&'static str],
    /// The data that says that there are no more.
    pub done: Option<&'static str>,
}

/// Where a request says which event was the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resume {
    /// Nowhere: a stream that breaks off has ended.
    Never,
    /// In a header.
    Header(&'static str),
    /// In a query parameter.
    Query(&'static str),
}

/// What an event is to a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Item,
    /// An item, and the last one.
    Last,
    Skipped,
    Error,
    /// The end, and no item.
    Done,
}

impl Events {
    /// Where the spec says nothing.
    pub const NEW: Self = Self {
        resume: Resume::Header("Last-Event-ID"),
        error: "error",
        end: &[],
        skip: &[],
        done: None,
    };

    /// Whether the server says when there are no more events.
    pub(super) fn has_end(&self) -> bool {
        !self.end.is_empty() || self.done.is_some()
    }

    /// What an event is, by its name, or where it has none by the `type` of its data.
    pub(super) fn kind(&self, name: &str, data: &str) -> Kind {
        if self.done == Some(data.trim()) {
            return Kind::Done;
        }
        let of_data = if name.is_empty() { type_of(data) } else { None };
        let name = of_data.as_deref().unwrap_or(name);
        if name == self.error {
            Kind::Error
        } else if self.skip.contains(&name) {
            Kind::Skipped
        } else if self.end.contains(&name) {
            Kind::Last
        } else {
            Kind::Item
        }
    }
}

/// The text `type` of a JSON object.
fn type_of(data: &str) -> Option<String> {
    let mut deserializer = serde_json::Deserializer::from_str(data);
    deserializer.deserialize_map(TypeOf).ok()?
}

struct TypeOf;

impl<'de> Visitor<'de> for TypeOf {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            if key == "type" {
                found = map.next_value::<serde_json::Value>()?.as_str().map(str::to_owned);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_what_its_name_says_or_else_its_type() {
        let rules = Events { end: &["end"], skip: &["ping"], done: Some("[DONE]"), ..Events::NEW };
        for (name, data, kind) in [
            ("", r#"{"a":{"type":"end"},"type":"x"}"#, Kind::Item),
            ("", r#"{"a":[1,{}],"type":"end"}"#, Kind::Last),
            ("x", r#"{"type":"end"}"#, Kind::Item),
            ("end", "{}", Kind::Last),
            ("", r#"{"type":"error"}"#, Kind::Error),
            ("error", "busy", Kind::Error),
            ("ping", "", Kind::Skipped),
            ("any", " [DONE]", Kind::Done),
            ("", "[DONE]x", Kind::Item),
            ("", r#"{"type":7}"#, Kind::Item),
            ("", r#"{"type":"end""#, Kind::Item),
            ("", "[1]", Kind::Item),
        ] {
            assert_eq!(rules.kind(name, data), kind, "{name} {data}");
        }
    }
}
