//! `name=value` pairs, as queries and forms have them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::placed::{all, each, is_left_out, rest};
use super::text;
use crate::Json;
use crate::schema::{Field, Place, Style};
use crate::value::{List, Map, Object, View, settled};

/// Everything but what `application/x-www-form-urlencoded` leaves as it is (WHATWG URL, section
/// 1.3), and the space, which it writes as `+`.
const FORM: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'*').remove(b'-').remove(b'.').remove(b'_').remove(b' ');

/// What the pairs are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// A query (RFC 3986, section 3.4).
    Query,
    /// A body of the type `application/x-www-form-urlencoded` (WHATWG URL, section 5).
    Form,
}

/// Pairs, as they are written one after the other.
pub(super) struct Pairs {
    syntax: Syntax,
    text: String,
}

impl Pairs {
    pub(super) fn new(syntax: Syntax) -> Self {
        Self { syntax, text: String::new() }
    }

    /// What has been written.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Writes the fields of an object that have this place.
    pub(super) fn object(&mut self, object: &dyn Object, place: Place) -> Result<(), String> {
        each(object, place, &mut |placed| match placed.field {
            Some(field) => self.field(field, placed.view),
            None => self.scalar(placed.wire, &placed.view),
        })?;
        rest(object, place, &mut |key, value| self.deep(key, value.view()))
    }

    /// Writes the entries of a map.
    pub(super) fn map(&mut self, map: &dyn Map) -> Result<(), String> {
        let mut result = Ok(());
        map.for_each(&mut |key, value| {
            result = self.value(key, value.view());
            result.is_ok()
        });
        result
    }

    fn field(&mut self, field: &Field, view: View<'_>) -> Result<(), String> {
        match (settled(view), field.style) {
            (View::Secret(value), _) => self.field(field, value.view()),
            (View::Null, _) if is_left_out(field, &view) => Ok(()),
            (View::List(list), Style::Pipe) => self.joined(field.wire, list, '|'),
            (View::List(list), Style::Space) => self.joined(field.wire, list, ' '),
            (View::List(list), Style::Comma) => self.joined(field.wire, list, ','),
            (view, Style::Deep) => self.deep(field.wire, view),
            (view, _) => self.value(field.wire, view),
        }
    }

    /// A scalar, or a list as one pair for each value.
    fn value(&mut self, name: &str, view: View<'_>) -> Result<(), String> {
        match settled(view) {
            View::Absent => Ok(()),
            View::Null => {
                self.null(name);
                Ok(())
            }
            View::List(list) => (0..list.len())
                .filter_map(|index| list.get(index))
                .try_for_each(|value| self.scalar(name, &value.view())),
            view => self.scalar(name, &view),
        }
    }

    /// A form has no `null`; an empty value is what comes closest. A query leaves it out.
    fn null(&mut self, name: &str) {
        if self.syntax == Syntax::Form {
            self.push(name, "");
        }
    }

    fn scalar(&mut self, name: &str, view: &View<'_>) -> Result<(), String> {
        let text = text::of_view(view).ok_or_else(|| self.misfit(name))?;
        self.push(name, &text);
        Ok(())
    }

    fn misfit(&self, name: &str) -> String {
        format!("the {} `{name}` is neither text nor a finite number", self.noun())
    }

    fn noun(&self) -> &'static str {
        match self.syntax {
            Syntax::Query => "query parameter",
            Syntax::Form => "form field",
        }
    }

    /// A list as one value. An empty one is left out, as it is with one pair for each value.
    fn joined(&mut self, name: &str, list: &dyn List, delimiter: char) -> Result<(), String> {
        if list.is_empty() {
            return Ok(());
        }
        let what = self.noun();
        let joined = text::of_list(list, delimiter, format_args!("the {what} `{name}`"))?;
        self.name(name);
        for (index, element) in joined.split(delimiter).enumerate() {
            match (index, delimiter) {
                (0, _) => {}
                // What separates the values means something, so it may stand as it is.
                (_, ',') if self.syntax == Syntax::Query => self.text.push(','),
                _ => self.encode(delimiter.encode_utf8(&mut [0; 4])),
            }
            self.encode(element);
        }
        Ok(())
    }

    /// An object as one pair for each value in it, by its path.
    fn deep(&mut self, name: &str, view: View<'_>) -> Result<(), String> {
        match settled(view) {
            View::Secret(value) => self.deep(name, value.view()),
            View::Object(object) => self.deep_object(name, object),
            View::Json(json) => self.deep_json(name, json),
            View::Map(map) => {
                let mut result = Ok(());
                map.for_each(&mut |key, value| {
                    result = self.deep(&format!("{name}[{key}]"), value.view());
                    result.is_ok()
                });
                result
            }
            view => self.value(name, view),
        }
    }

    fn deep_object(&mut self, name: &str, object: &dyn Object) -> Result<(), String> {
        all(object, &mut |placed| match placed.field {
            Some(field) if is_left_out(field, &placed.view) => Ok(()),
            _ => self.deep(&format!("{name}[{}]", placed.wire), placed.view),
        })?;
        rest(object, object.schema().rest_place, &mut |key, value| {
            self.deep(&format!("{name}[{key}]"), value.view())
        })
    }

    fn deep_json(&mut self, name: &str, json: &Json) -> Result<(), String> {
        match json {
            Json::Null => self.null(name),
            Json::Bool(value) => self.push(name, if *value { "true" } else { "false" }),
            Json::Number(number) => self.push(name, &number.to_string()),
            Json::String(text) => self.push(name, text),
            Json::Array(items) => {
                for item in items {
                    if item.is_array() || item.is_object() {
                        return Err(self.misfit(name));
                    }
                    self.deep_json(name, item)?;
                }
            }
            Json::Object(entries) => {
                for (key, json) in entries {
                    self.deep_json(&format!("{name}[{key}]"), json)?;
                }
            }
        }
        Ok(())
    }

    /// Writes one pair.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        self.name(name);
        self.encode(value);
    }

    fn name(&mut self, name: &str) {
        if !self.text.is_empty() {
            self.text.push('&');
        }
        self.encode(name);
        self.text.push('=');
    }

    fn encode(&mut self, text: &str) {
        if self.syntax == Syntax::Query {
            self.text.extend(text::encode(text));
            return;
        }
        for (index, part) in text.split(' ').enumerate() {
            if index > 0 {
                self.text.push('+');
            }
            self.text.extend(utf8_percent_encode(part, FORM));
        }
    }
}
