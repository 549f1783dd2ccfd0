//! Values by their path on the wire, such as `meta.next`: read as text, and filled from text.

use std::borrow::Cow;

use crate::Json;
use crate::request::of_view;
use crate::value::{Expected, Object, Slot, Value, View, field_at};

/// What stands at a path. `None` where there is nothing, or `null`.
pub(crate) fn at<'a>(value: &'a dyn Value, path: &[&str]) -> Option<View<'a>> {
    let found = path.iter().try_fold(value.view(), |view, key| step(view, key))?;
    match found {
        View::Absent | View::Null | View::Json(Json::Null) => None,
        found => Some(found),
    }
}

fn step<'a>(view: View<'a>, key: &str) -> Option<View<'a>> {
    match view {
        View::Object(object) => {
            let index = object.schema().fields.iter().position(|field| field.wire == key)?;
            Some(field_at(object, index)?.view())
        }
        View::Map(map) => Some(map.get(key)?.view()),
        View::Json(json) => json.get(key).map(View::Json),
        View::Secret(value) => step(value.view(), key),
        _ => None,
    }
}

/// The scalar at a path, as text.
pub(crate) fn text_at(value: &dyn Value, path: &[&str]) -> Option<String> {
    of_view(&at(value, path)?).map(Cow::into_owned)
}

/// How many elements the list at a path has.
pub(crate) fn count(value: &dyn Value, path: &[&str]) -> usize {
    match at(value, path) {
        Some(View::List(list)) => list.len(),
        _ => 0,
    }
}

/// The text of the field at an index, if it is set.
pub(crate) fn field_text(object: &dyn Object, index: usize) -> Option<String> {
    of_view(&field_at(object, index)?.view()).map(Cow::into_owned)
}

/// The same, where the field may be an exclusive group: then the text of the one field of a group, if
/// that was chosen.
pub(crate) fn cursor_text(
    object: &dyn Object,
    index: usize,
    group: Option<usize>,
) -> Option<String> {
    let Some(group) = group else { return field_text(object, index) };
    let table = (object.schema().fields.get(index)?.groups?)().get(group)?;
    match field_at(object, index)?.view() {
        View::Object(chosen) if std::ptr::eq(chosen.schema(), *table) => field_text(chosen, 0),
        _ => None,
    }
}

/// Sets the field at an index from text.
pub(crate) fn set_field(object: &mut dyn Object, index: usize, text: &str) -> Result<(), Expected> {
    set_cursor(object, index, None, text)
}

/// The same, where the field may be an exclusive group: then a group is chosen, which has one field.
pub(crate) fn set_cursor(
    object: &mut dyn Object,
    index: usize,
    group: Option<usize>,
    text: &str,
) -> Result<(), Expected> {
    let mut result = Err(Expected("a field that there is".into()));
    object.fields_mut(&mut |fields, _| {
        if let Some(field) = fields.get_mut(index) {
            result = match group {
                Some(group) => choose(field.slot(), group, text),
                None => fill(field.slot(), text),
            };
        }
    });
    result
}

fn choose(slot: Slot<'_>, group: usize, text: &str) -> Result<(), Expected> {
    match slot {
        Slot::Nullable(slot) => choose(slot.set_some(), group, text),
        Slot::Choice(choice) => match choice.select(group) {
            Some(chosen) => set_field(chosen, 0, text),
            None => Err(Expected("a group that there is".into())),
        },
        _ => Err(Expected("an exclusive group".into())),
    }
}

fn fill(slot: Slot<'_>, text: &str) -> Result<(), Expected> {
    match slot {
        Slot::Text(slot) => slot.set(Cow::Borrowed(text)),
        Slot::Integer(slot) => slot.set(read(text, "an integer")?),
        Slot::Float(slot) => slot.set(read(text, "a number")?),
        Slot::Bool(slot) => {
            *slot = read(text, "`true` or `false`")?;
            Ok(())
        }
        Slot::Json(slot) => {
            *slot = Json::String(text.to_owned());
            Ok(())
        }
        Slot::Nullable(slot) => fill(slot.set_some(), text),
        _ => Err(Expected("a scalar".into())),
    }
}

fn read<T: std::str::FromStr>(text: &str, expected: &'static str) -> Result<T, Expected> {
    text.parse().map_err(|_| Expected(expected.into()))
}
