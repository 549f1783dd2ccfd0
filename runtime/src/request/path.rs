//! The path: literal text and parameters, each parameter one segment or part of one, a list
//! with commas between its elements.

use super::text;
use crate::operation::{Operation, PathPart};
use crate::value::{Object, Value, View, field_at};

/// The path below the base URL.
pub(super) fn write(operation: &Operation, request: &dyn Object) -> Result<String, String> {
    let mut path = String::with_capacity(operation.template.len() + 32);
    for part in operation.path {
        match part {
            PathPart::Text(text) => path.push_str(text),
            PathPart::Field(index) => push_parameter(&mut path, request, *index)?,
        }
    }
    Ok(path)
}

fn push_parameter(path: &mut String, request: &dyn Object, index: usize) -> Result<(), String> {
    let name = request.schema().fields.get(index).map_or("", |field| field.rust);
    let view = field_at(request, index).map(Value::view);
    let value = match &view {
        Some(View::List(list)) => {
            text::of_list(*list, ',', format_args!("the path parameter `{name}`"))?.into()
        }
        view => view.as_ref().and_then(text::of_view).ok_or_else(|| {
            format!("the path parameter `{name}` is neither text nor a finite number")
        })?,
    };
    // These would name another resource than the one that is meant (RFC 3986, section 5.2.4).
    if value.is_empty() || value == "." || value == ".." {
        return Err(format!("the path parameter `{name}` must not be empty, `.` or `..`"));
    }
    if !matches!(view, Some(View::List(_))) {
        path.extend(text::encode(&value));
        return Ok(());
    }
    for (index, element) in value.split(',').enumerate() {
        if index > 0 {
            path.push(',');
        }
        path.extend(text::encode(element));
    }
    Ok(())
}
