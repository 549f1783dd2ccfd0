//! The query: `name=value`, a list as one pair for each value.

use std::fmt::Write as _;

use super::text;
use crate::schema::{Field, Place};
use crate::value::{Map, Object, View, with_fields};

/// The query without its `?`.
pub(super) fn write(request: &dyn Object, own: &[(String, String)]) -> Result<String, String> {
    let mut query = String::new();
    let schema = request.schema();
    for constant in schema.constants.iter().filter(|constant| constant.place == Place::Query) {
        push(&mut query, constant.wire, &text::of_constant(constant.value));
    }
    with_fields(request, |values, extra| {
        let fields = schema.fields.iter().zip(values);
        fields
            .filter(|(field, _)| field.place == Place::Query)
            .try_for_each(|(field, value)| push_field(&mut query, field, value.view()))
            .and_then(|()| match extra {
                Some(extra) if schema.rest_place == Place::Query => push_rest(&mut query, extra),
                _ => Ok(()),
            })
            .err()
    })
    .map_or(Ok(()), Err)?;
    for (name, value) in own {
        push(&mut query, name, value);
    }
    Ok(query)
}

fn push_field(query: &mut String, field: &Field, view: View<'_>) -> Result<(), String> {
    match view {
        View::Absent | View::Null => Ok(()),
        View::Object(group) if field.groups.is_some() => push_group(query, group),
        View::List(list) => (0..list.len())
            .filter_map(|index| list.get(index))
            .try_for_each(|item| push_view(query, field.wire, field.rust, &item.view())),
        view => push_view(query, field.wire, field.rust, &view),
    }
}

/// The fields of the group that was chosen.
fn push_group(query: &mut String, group: &dyn Object) -> Result<(), String> {
    let schema = group.schema();
    for constant in schema.constants {
        push(query, constant.wire, &text::of_constant(constant.value));
    }
    with_fields(group, |values, _| {
        let mut fields = schema.fields.iter().zip(values);
        fields.try_for_each(|(field, value)| push_field(query, field, value.view())).err()
    })
    .map_or(Ok(()), Err)
}

/// The parameters that the table does not know.
fn push_rest(query: &mut String, rest: &dyn Map) -> Result<(), String> {
    let mut result = Ok(());
    rest.for_each(&mut |key, value| {
        result = push_view(query, key, key, &value.view());
        result.is_ok()
    });
    result
}

fn push_view(query: &mut String, wire: &str, rust: &str, view: &View<'_>) -> Result<(), String> {
    let value = text::of_view(view).ok_or_else(|| {
        format!("the query parameter `{rust}` is neither text nor a finite number")
    })?;
    push(query, wire, &value);
    Ok(())
}

fn push(query: &mut String, name: &str, value: &str) {
    let mark = if query.is_empty() { "" } else { "&" };
    // Writing to a `String` cannot fail.
    let _ = write!(query, "{mark}{}={}", text::encode(name), text::encode(value));
}
