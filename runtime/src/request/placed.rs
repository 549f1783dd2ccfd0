//! What a request has in one place: its constants, then the fields that are there.

use crate::schema::{Field, Place};
use crate::value::{Object, View, with_fields};

/// A name, its value, and its field if it is no constant.
pub(super) struct Placed<'a> {
    pub(super) wire: &'static str,
    pub(super) view: View<'a>,
    pub(super) field: Option<&'static Field>,
}

/// Shows each in turn, until one is refused.
pub(super) fn each(
    object: &dyn Object,
    place: Place,
    visit: &mut dyn FnMut(Placed<'_>) -> Result<(), String>,
) -> Result<(), String> {
    let schema = object.schema();
    for constant in schema.constants.iter().filter(|constant| constant.place == place) {
        visit(Placed { wire: constant.wire, view: constant.value.view(), field: None })?;
    }
    let refused = with_fields(object, |values, _| {
        let fields = schema.fields.iter().zip(values).filter(|(field, _)| field.place == place);
        fields
            .map(|(field, value)| Placed {
                wire: field.wire,
                view: value.view(),
                field: Some(field),
            })
            .filter(|placed| !matches!(placed.view, View::Absent))
            .try_for_each(visit)
            .err()
    });
    refused.map_or(Ok(()), Err)
}
