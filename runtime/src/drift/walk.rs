//! The walk over a decoded value that finds what the spec does not know. Where there is nothing to
//! be found it allocates nothing.

use super::{Found, Kind, OF_RESPONSE, SAMPLE};
use crate::Json;
use crate::schema::{Place, Schema};
use crate::shorten::shorten;
use crate::value::{Map, Object, Value, View, tag};

/// What is in a value that the spec does not know.
pub(super) fn findings(value: &dyn Value) -> Vec<Found> {
    let mut walk = Walk::default();
    walk.value(value, &Step { parent: None, name: Name::Root }, false);
    walk.found
}

/// A step on the way from the document to a value inside.
struct Step<'s> {
    parent: Option<&'s Step<'s>>,
    name: Name<'s>,
}

enum Name<'s> {
    /// The document itself.
    Root,
    /// A field.
    Field(&'s str),
    /// Any element of a list.
    Element,
    /// Any value of a map: its keys are data.
    Entry,
}

#[derive(Default)]
struct Walk {
    found: Vec<Found>,
}

impl Walk {
    fn value(&mut self, value: &dyn Value, step: &Step<'_>, is_hidden: bool) {
        if value.is_unknown() {
            let sample = if is_hidden { None } else { sample(value.view()) };
            return self.add(step, Kind::UnknownValue, sample);
        }
        self.view(value.view(), step, is_hidden);
    }

    fn view(&mut self, view: View<'_>, step: &Step<'_>, is_hidden: bool) {
        match view {
            View::List(list) => {
                let step = step.to(Name::Element);
                for value in (0..list.len()).map_while(|index| list.get(index)) {
                    self.value(value, &step, is_hidden);
                }
            }
            View::Map(map) => map.for_each(&mut |_, value| {
                self.value(value, &step.to(Name::Entry), is_hidden);
                true
            }),
            View::Object(object) => self.object(object, step, is_hidden),
            View::Tuple(tuple) => {
                let step = step.to(Name::Element);
                for value in (0..tuple.size()).map_while(|index| tuple.element(index)) {
                    self.value(value, &step, is_hidden);
                }
            }
            View::Secret(value) => self.value(value, step, true),
            View::Union(union) => {
                if let Some(payload) = union.variant().payload {
                    self.view(payload.view(), step, is_hidden);
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, object: &dyn Object, step: &Step<'_>, is_hidden: bool) {
        let schema = object.schema();
        object.fields(&mut |values, extra| {
            for (field, value) in schema.fields.iter().zip(values) {
                let is_hidden = is_hidden || field.sensitive;
                if field.place == Place::Payload {
                    self.value(*value, step, is_hidden);
                } else {
                    self.value(*value, &step.to(Name::Field(field.wire)), is_hidden);
                }
            }
            if let Some(extra) = extra {
                self.extra(schema, extra, step, is_hidden);
            }
        });
    }

    /// Fields that the table does not know, and constants with other values. Where the spec declares
    /// others, they are expected.
    fn extra(&mut self, schema: &Schema, extra: &dyn Map, step: &Step<'_>, is_hidden: bool) {
        extra.for_each(&mut |name, value| {
            let step = step.to(Name::Field(name));
            match value.view() {
                View::Json(json) if schema.knows(name) => {
                    let sample = (!is_hidden).then(|| scalar(json));
                    self.add(&step, Kind::OtherConstant, sample);
                }
                View::Json(json) if !schema.is_open => {
                    self.add(&step, Kind::UnknownField, Some(type_of(json).to_owned()));
                }
                _ => self.value(value, &step, is_hidden),
            }
            true
        });
    }

    fn add(&mut self, step: &Step<'_>, kind: Kind, sample: Option<String>) {
        if self.found.len() < OF_RESPONSE {
            self.found.push(Found { path: step.path(), kind, sample });
        }
    }
}

impl Step<'_> {
    fn to<'s>(&'s self, name: Name<'s>) -> Step<'s> {
        Step { parent: Some(self), name }
    }

    fn path(&self) -> String {
        let mut path = self.parent.map_or(String::new(), Step::path);
        match self.name {
            Name::Root => {}
            Name::Element => path.push_str("[]"),
            Name::Entry => path.push_str("[*]"),
            Name::Field(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.extend(shorten(name, SAMPLE).escape_debug());
            }
        }
        path
    }
}

/// The path of an error without the numbers of elements.
pub(super) fn without_indices(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(start) = rest.find('[') {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let digits = from.bytes().skip(1).take_while(u8::is_ascii_digit).count();
        let end = if digits > 0 { digits + 1 } else { 1 };
        out.push('[');
        rest = from.get(end..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// A text, quoted, or a number; of a union its tag.
fn sample(view: View<'_>) -> Option<String> {
    match view {
        View::Text(text) => Some(format!("{:?}", shorten(text, SAMPLE))),
        View::Signed(number) => Some(number.to_string()),
        View::Union(union) => tag(union).map(|tag| format!("{:?}", shorten(tag, SAMPLE))),
        _ => None,
    }
}

/// A value that is one word, or its type.
fn scalar(json: &Json) -> String {
    match json {
        Json::String(text) => format!("{:?}", shorten(text, SAMPLE)),
        Json::Null | Json::Bool(_) | Json::Number(_) => json.to_string(),
        Json::Array(_) | Json::Object(_) => type_of(json).to_owned(),
    }
}

fn type_of(json: &Json) -> &'static str {
    match json {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}
