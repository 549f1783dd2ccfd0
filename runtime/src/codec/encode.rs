//! The walk that writes a view to any serializer.

use std::borrow::Cow;
use std::cell::RefCell;

use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, SerializeTuple, Serializer};

use crate::path::Segment;
use crate::schema::{FixedField, Place, Presence, Schema};
use crate::value::secret::REDACTED;
use crate::value::{List, Map, Object, Tuple, Union, Value, View};

/// For whom a value is written, and where the walk was when it failed.
pub(super) struct Trail {
    /// For the API itself: secrets are written, and a number that JSON does not have is an error.
    wire: bool,
    /// The steps, from the inside out.
    pub(super) segments: RefCell<Vec<Segment<'static>>>,
}

impl Trail {
    /// For the API.
    pub(super) fn wire() -> Self {
        Self { wire: true, segments: RefCell::default() }
    }

    /// For anyone else.
    pub(super) fn public() -> Self {
        Self { wire: false, segments: RefCell::default() }
    }

    /// Notes that the error passes out of the value at `segment`.
    #[cold]
    fn leave(&self, segment: Segment<'static>) {
        self.segments.borrow_mut().push(segment);
    }
}

/// Writes `view` to `serializer`.
pub(super) fn write<S: Serializer>(
    view: View<'_>,
    trail: &Trail,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Writer { view: &view, trail }.serialize(serializer)
}

/// A value to be written. It borrows the view, because to copy one that was just made, and in
/// pieces, stalls the processor for longer than all else that is done for a field.
struct Writer<'a> {
    view: &'a View<'a>,
    trail: &'a Trail,
}

impl Serialize for Writer<'_> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self.view {
            View::Absent | View::Null => serializer.serialize_none(),
            View::Bool(value) => serializer.serialize_bool(value),
            View::Signed(value) => serializer.serialize_i64(value),
            View::Unsigned(value) => serializer.serialize_u64(value),
            View::Float(value) if value.is_finite() || !self.trail.wire => {
                serializer.serialize_f64(value)
            }
            View::Float32(value) if value.is_finite() || !self.trail.wire => {
                serializer.serialize_f32(value)
            }
            View::Float(_) | View::Float32(_) => {
                Err(S::Error::custom("JSON has no such number: it must be finite"))
            }
            View::Text(text) => serializer.serialize_str(text),
            View::Bytes(bytes) => serializer.serialize_bytes(bytes),
            View::File(_) => Err(S::Error::custom("a file can only be a part of a request")),
            View::Json(json) => json.serialize(serializer),
            View::List(list) => write_list(list, self.trail, serializer),
            View::Tuple(tuple) => write_tuple(tuple, self.trail, serializer),
            View::Map(map) => write_map(map, self.trail, serializer),
            View::Object(object) => write_object(object, Part::Whole, self.trail, serializer),
            View::Union(union) => write_union(union, self.trail, serializer),
            View::Extern(value) => value.to_json().map_err(S::Error::custom)?.serialize(serializer),
            View::Secret(value) if self.trail.wire => write_secret(value, self.trail, serializer),
            View::Secret(_) => serializer.serialize_str(REDACTED),
        }
    }
}

/// Writes a value that must not be shown: what a type of the user's own says of it may show it.
fn write_secret<S: Serializer>(
    value: &dyn Value,
    trail: &Trail,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value.view() {
        View::Extern(value) => match value.to_json() {
            Ok(json) => json.serialize(serializer),
            Err(_) => Err(S::Error::custom("the value cannot be written as JSON")),
        },
        view => write(view, trail, serializer),
    }
}

fn write_list<S: Serializer>(
    list: &dyn List,
    trail: &Trail,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let len = list.len();
    let mut seq = serializer.serialize_seq(Some(len))?;
    for (index, value) in (0..len).map_while(|index| Some((index, list.get(index)?))) {
        let view = value.view();
        seq.serialize_element(&Writer { view: &view, trail })
            .inspect_err(|_| trail.leave(Segment::Index(index)))?;
    }
    seq.end()
}

fn write_tuple<S: Serializer>(
    tuple: &dyn Tuple,
    trail: &Trail,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let size = tuple.size();
    let mut out = serializer.serialize_tuple(size)?;
    for (index, value) in (0..size).map_while(|index| Some((index, tuple.element(index)?))) {
        let view = value.view();
        out.serialize_element(&Writer { view: &view, trail })
            .inspect_err(|_| trail.leave(Segment::Index(index)))?;
    }
    out.end()
}

fn write_map<S: Serializer>(
    map: &dyn Map,
    trail: &Trail,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_map(Some(map.len()))?;
    let mut result = Ok(());
    map.for_each(&mut |key, value| {
        result = out
            .serialize_entry(key, &Writer { view: &value.view(), trail })
            .inspect_err(|_| trail.leave(Segment::Key(Cow::Owned(key.to_owned()))));
        result.is_ok()
    });
    result?;
    out.end()
}

/// Writes the payload of a union, its tag first where there is one.
fn write_union<S: Serializer>(
    union: &dyn Union,
    trail: &Trail,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let variant = union.variant();
    let view = variant.payload.map(Value::view);
    match (union.key().zip(variant.tag), view) {
        (Some((key, tag)), Some(View::Object(object))) => {
            write_object(object, Part::Tagged(key, tag), trail, serializer)
        }
        (Some((key, tag)), _) => {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry(key, tag)?;
            map.end()
        }
        (None, view) => write(view.unwrap_or(View::Null), trail, serializer),
    }
}

/// Which fields of an object are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All.
    Whole,
    /// All, and before them the tag of a union under its key.
    Tagged(&'static str, &'static str),
    /// Those of a request that make up its JSON body.
    Body,
}

impl Part {
    /// Whether what has this place is written.
    fn has(self, place: Place) -> bool {
        self != Self::Body || place == Place::Body
    }

    /// Whether a key is that of the tag, which is written already.
    fn has_written(self, wire: &str) -> bool {
        matches!(self, Self::Tagged(key, _) if key == wire)
    }
}

/// Writes a struct: its constants, the fields of its table, then those in `extra`.
pub(super) fn write_object<S: Serializer>(
    object: &dyn Object,
    part: Part,
    trail: &Trail,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut serializer = Some(serializer);
    let mut result = None;
    object.fields(&mut |values, extra| {
        if let Some(serializer) = serializer.take() {
            let extra = extra.filter(|extra| !extra.is_empty());
            result = Some(serializer.serialize_map(None).and_then(|mut map| {
                write_fields(object.schema(), values, extra, part, trail, &mut map)?;
                map.end()
            }));
        }
    });
    result.unwrap_or_else(|| Err(S::Error::custom("the object shows no fields")))
}

fn write_fields<M: SerializeMap>(
    schema: &'static Schema,
    values: &[&dyn Value],
    extra: Option<&dyn Map>,
    part: Part,
    trail: &Trail,
    map: &mut M,
) -> Result<(), M::Error> {
    if let Part::Tagged(key, tag) = part {
        map.serialize_entry(key, tag)?;
    }
    for constant in schema.constants {
        if part.has(constant.place) && !part.has_written(constant.wire) {
            write_constant(constant, extra, trail, map)?;
        }
    }
    for (field, value) in schema.fields.iter().zip(values) {
        if !part.has(field.place) || (trail.wire && field.read_only) {
            continue;
        }
        let view = value.view();
        let written = match view {
            View::Absent => continue,
            View::Null if field.presence == Presence::Optional => continue,
            View::Object(group) if field.groups.is_some() => write_group(group, trail, map),
            // The most common kind is written here, which spares it the way through a writer.
            View::Text(text) => map.serialize_entry(field.wire, text),
            _ => map.serialize_entry(field.wire, &Writer { view: &view, trail }),
        };
        if let Err(error) = written {
            if field.groups.is_none() {
                trail.leave(Segment::field(field.wire));
            }
            return Err(error);
        }
    }
    match extra {
        Some(extra) if part.has(schema.rest_place) => {
            write_extra(schema, values, (extra, part), trail, map)
        }
        _ => Ok(()),
    }
}

/// Writes the fields of the group that was chosen beside those around it.
fn write_group<M: SerializeMap>(
    group: &dyn Object,
    trail: &Trail,
    map: &mut M,
) -> Result<(), M::Error> {
    let mut result = Ok(());
    group.fields(&mut |values, _| {
        result = write_fields(group.schema(), values, None, Part::Whole, trail, map);
    });
    result
}

/// Writes a constant, or what came in its place.
fn write_constant<M: SerializeMap>(
    constant: &FixedField,
    extra: Option<&dyn Map>,
    trail: &Trail,
    map: &mut M,
) -> Result<(), M::Error> {
    let view = match extra.and_then(|extra| extra.get(constant.wire)) {
        Some(value) => value.view(),
        None => constant.value.view(),
    };
    map.serialize_entry(constant.wire, &Writer { view: &view, trail })
}

/// Writes the fields that the table does not know. The others are written, and no key is written
/// twice.
#[inline(never)]
fn write_extra<M: SerializeMap>(
    schema: &Schema,
    values: &[&dyn Value],
    (extra, part): (&dyn Map, Part),
    trail: &Trail,
    map: &mut M,
) -> Result<(), M::Error> {
    let in_group = |key: &str| {
        schema.fields.iter().zip(values).any(|(field, value)| {
            let chosen = field.groups.filter(|_| matches!(value.view(), View::Object(_)));
            chosen.is_some_and(|groups| groups().iter().any(|group| group.knows(key)))
        })
    };
    let mut result = Ok(());
    extra.for_each(&mut |key, value| {
        if !schema.knows(key) && !part.has_written(key) && !in_group(key) {
            result = map
                .serialize_entry(key, &Writer { view: &value.view(), trail })
                .inspect_err(|_| trail.leave(Segment::Key(Cow::Owned(key.to_owned()))));
        }
        result.is_ok()
    });
    result
}
