//! What a request has in one place: its constants, then the fields that are there, those of the
//! group that was chosen in place of an exclusive group.

use crate::schema::{Constant, Field, Place, Presence};
use crate::value::{Object, Value, View, with_fields};

/// A name, its value, and its field if it is no constant.
pub(super) struct Placed<'a> {
    pub(super) wire: &'static str,
    pub(super) view: View<'a>,
    pub(super) field: Option<&'static Field>,
    /// The text that it always is.
    pub(super) fixed: Option<&'static str>,
}

/// Takes what is shown, or refuses it.
type Visit<'v> = &'v mut dyn FnMut(Placed<'_>) -> Result<(), String>;

/// Shows each in turn, until one is refused.
pub(super) fn each(object: &dyn Object, place: Place, visit: Visit<'_>) -> Result<(), String> {
    each_that(object, &|of| of == place, visit)
}

/// All that an object has, until one is refused.
pub(super) fn all(object: &dyn Object, visit: Visit<'_>) -> Result<(), String> {
    each_that(object, &|_| true, visit)
}

fn each_that(
    object: &dyn Object,
    is_there: &dyn Fn(Place) -> bool,
    visit: Visit<'_>,
) -> Result<(), String> {
    let schema = object.schema();
    for constant in schema.constants.iter().filter(|constant| is_there(constant.place)) {
        let fixed = match constant.value {
            Constant::Text(text) => Some(text),
            _ => None,
        };
        visit(Placed { wire: constant.wire, view: constant.value.view(), field: None, fixed })?;
    }
    let refused = with_fields(object, |values, _| {
        let fields = schema.fields.iter().zip(values);
        fields
            .filter(|(field, _)| is_there(field.place) && !field.read_only)
            .map(|(field, value)| (field, value.view()))
            .filter(|(_, view)| !matches!(view, View::Absent))
            .try_for_each(|(field, view)| match view {
                View::Object(group) if field.groups.is_some() => all(group, visit),
                view => visit(Placed { wire: field.wire, view, field: Some(field), fixed: None }),
            })
            .err()
    });
    refused.map_or(Ok(()), Err)
}

/// Shows the entries that the table does not know, if this is their place, until one is refused.
pub(super) fn rest(
    object: &dyn Object,
    place: Place,
    visit: &mut dyn FnMut(&str, &dyn Value) -> Result<(), String>,
) -> Result<(), String> {
    let schema = object.schema();
    if schema.rest_place != place {
        return Ok(());
    }
    let refused = with_fields(object, |_, extra| {
        let mut result = Ok(());
        if let Some(extra) = extra {
            extra.for_each(&mut |key, value| {
                if !schema.knows(key) {
                    result = visit(key, value);
                }
                result.is_ok()
            });
        }
        result.err()
    });
    refused.map_or(Ok(()), Err)
}

/// Whether a field that may be left out is.
pub(super) fn is_left_out(field: &Field, view: &View<'_>) -> bool {
    match view {
        View::Absent => true,
        View::Null => field.presence == Presence::Optional,
        _ => false,
    }
}
