//! The query: `name=value`, a list as one pair for each value.

use std::fmt::Write as _;

use super::text;
use crate::schema::Place;
use crate::value::{Object, View};

/// The query without its `?`.
pub(super) fn write(request: &dyn Object, extra: &[(String, String)]) -> Result<String, String> {
    let mut query = String::new();
    for (index, field) in request.schema().fields.iter().enumerate() {
        if field.place != Place::Query {
            continue;
        }
        if let Some(constant) = field.constant {
            push(&mut query, field.wire, &text::of_constant(constant));
            continue;
        }
        let Some(value) = request.get(index) else {
            continue;
        };
        match value.view() {
            View::Absent | View::Null => {}
            View::List(list) => {
                for item in (0..list.len()).filter_map(|index| list.get(index)) {
                    push_view(&mut query, field.wire, field.rust, &item.view())?;
                }
            }
            view => push_view(&mut query, field.wire, field.rust, &view)?,
        }
    }
    for (name, value) in extra {
        push(&mut query, name, value);
    }
    Ok(query)
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
