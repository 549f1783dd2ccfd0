//! `Debug` of structs and unions, as `derive(Debug)` has it, but without what must not be shown.

use std::fmt;

use crate::schema::{Field, Presence};
use crate::value::secret::REDACTED;
use crate::value::{List, Map, Object, Tuple, Union, View};

/// Writes a struct under its Rust names. Fields that must not be shown are redacted, and `extra` is
/// left out while it is empty.
///
/// # Errors
/// If the formatter fails.
pub fn debug(object: &dyn Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let schema = object.schema();
    let mut out = f.debug_struct(schema.name);
    object.fields(&mut |values, extra| {
        for (field, value) in schema.fields.iter().zip(values) {
            out.field(field.rust, &Shown { view: value.view(), field });
        }
        if let Some(extra) = extra.filter(|extra| !extra.is_empty()) {
            out.field("extra", &Plain(View::Map(extra)));
        }
    });
    out.finish()
}

/// Writes the name of the variant, and what it holds in parentheses.
///
/// # Errors
/// If the formatter fails.
pub fn debug_union(union: &dyn Union, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let variant = union.variant();
    match variant.payload {
        Some(payload) => f.debug_tuple(variant.name).field(&Plain(payload.view())).finish(),
        None => f.write_str(variant.name),
    }
}

/// The value of a field.
struct Shown<'v> {
    view: View<'v>,
    field: &'static Field,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let redacted = format_args!("{REDACTED}");
        let plain = Plain(self.view);
        let inner: &dyn fmt::Debug = if self.field.sensitive { &redacted } else { &plain };
        match (self.field.presence, self.view) {
            (Presence::Required, _) => inner.fmt(f),
            (Presence::Optional | Presence::Nullable, View::Null) => f.write_str("None"),
            (Presence::Optional | Presence::Nullable, _) => {
                f.debug_tuple("Some").field(inner).finish()
            }
            (Presence::Patch, View::Absent) => f.write_str("Absent"),
            (Presence::Patch, View::Null) => f.write_str("Null"),
            (Presence::Patch, _) => f.debug_tuple("Set").field(inner).finish(),
        }
    }
}

/// A value by itself.
struct Plain<'v>(View<'v>);

impl fmt::Debug for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            View::Absent | View::Null => f.write_str("None"),
            View::Bool(value) => value.fmt(f),
            View::Signed(value) => value.fmt(f),
            View::Unsigned(value) => value.fmt(f),
            View::Float(value) => value.fmt(f),
            View::Float32(value) => value.fmt(f),
            View::Text(text) => text.fmt(f),
            View::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            View::File(file) => file.fmt(f),
            View::Json(json) => json.fmt(f),
            View::List(list) => debug_list(list, f),
            View::Tuple(tuple) => debug_tuple(tuple, f),
            View::Map(map) => debug_map(map, f),
            View::Object(object) => debug(object, f),
            View::Union(union) => debug_union(union, f),
            View::Extern(value) => value.fmt(f),
            View::Secret(_) => f.write_str(REDACTED),
        }
    }
}

fn debug_list(list: &dyn List, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let values = (0..list.len()).map_while(|index| list.get(index));
    f.debug_list().entries(values.map(|value| Plain(value.view()))).finish()
}

fn debug_tuple(tuple: &dyn Tuple, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_tuple("");
    for value in (0..tuple.size()).map_while(|index| tuple.element(index)) {
        out.field(&Plain(value.view()));
    }
    out.finish()
}

fn debug_map(map: &dyn Map, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_map();
    map.for_each(&mut |key, value| {
        out.entry(&key, &Plain(value.view()));
        true
    });
    out.finish()
}
