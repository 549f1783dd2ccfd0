//! The walk that fills a slot from any deserializer.

use std::borrow::Cow;

use serde_core::Deserialize;
use serde_core::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde_core::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};

use super::key::TextKey;
use super::object;
use super::union::{self, Shape};
use crate::Json;
use crate::path::Segment;
use crate::value::{Expected, FloatSlot, IntegerSlot, List, Map, Slot, TextSlot, Tuple};

/// Floats from here on may stand for an integer that they do not hold exactly.
const EXACT_INTEGERS: f64 = 9_007_199_254_740_992.0;

/// Where the walk was when it failed; nothing is noted while it succeeds.
#[derive(Default)]
pub(super) struct Trail {
    /// The steps, from the inside out.
    pub(super) segments: Vec<Segment<'static>>,
    /// Whether the value is in a field that must not be shown.
    pub(super) sensitive: bool,
    /// Whether the error is that a field is missing.
    pub(super) missing: bool,
}

impl Trail {
    /// Notes that the error passes out of the value at `segment`.
    #[cold]
    pub(super) fn leave(&mut self, segment: Segment<'static>) {
        self.segments.push(segment);
    }

    /// Notes that the error passes out of the value under `key`.
    #[cold]
    pub(super) fn leave_key(&mut self, key: &str) {
        self.leave(Segment::Key(Cow::Owned(key.to_owned())));
    }
}

/// Fills `slot` from `deserializer`.
pub(super) fn fill<'de, D: Deserializer<'de>>(
    slot: Slot<'_>,
    trail: &mut Trail,
    deserializer: D,
) -> Result<(), D::Error> {
    Filler { slot, trail }.deserialize(deserializer)
}

/// A slot to be filled: the seed and the visitor of every value.
pub(super) struct Filler<'s, 't> {
    pub(super) slot: Slot<'s>,
    pub(super) trail: &'t mut Trail,
}

impl<'de> DeserializeSeed<'de> for Filler<'_, '_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.slot {
            Slot::Json(json) => {
                *json = Json::deserialize(deserializer)?;
                Ok(())
            }
            slot @ Slot::Extern(_) => set_json(slot, Json::deserialize(deserializer)?),
            Slot::Ignored => deserializer.deserialize_ignored_any(IgnoredAny).map(drop),
            _ => deserializer.deserialize_any(self),
        }
    }
}

/// The slot that takes a value which is not null.
#[inline]
fn present(slot: Slot<'_>) -> Slot<'_> {
    match slot {
        Slot::Nullable(nullable) => present(nullable.set_some()),
        other => other,
    }
}

/// The slot that takes a value of this shape.
#[inline]
fn target(slot: Slot<'_>, shape: Shape) -> Slot<'_> {
    match present(slot) {
        Slot::Union(union) if union.key().is_none() => union::of_shape(union, shape),
        other => other,
    }
}

/// What a slot takes.
fn wanted(slot: &Slot<'_>) -> &'static str {
    match slot {
        Slot::Bool(_) => "a boolean",
        Slot::Integer(_) => "an integer",
        Slot::Float(_) => "a number",
        Slot::Text(_) => "a string",
        Slot::Bytes(_) => "bytes",
        Slot::Union(union) if union.key().is_none() => "a value",
        Slot::Json(_) | Slot::Extern(_) | Slot::Nullable(_) | Slot::Ignored => "a value",
        Slot::List(_) | Slot::Tuple(_) => "an array",
        Slot::Map(_) | Slot::Object(_) | Slot::Union(_) | Slot::Choice(_) => "an object",
    }
}

/// The error for a value of the wrong type. It says no text, which may be long or secret.
#[cold]
fn mismatch<E: Error>(slot: &Slot<'_>, found: Unexpected<'_>) -> E {
    E::invalid_type(found, &wanted(slot))
}

/// The error for a value that the slot refused.
#[cold]
fn refused<E: Error>(found: Unexpected<'_>, expected: &Expected) -> E {
    E::invalid_value(found, &&*expected.0)
}

#[inline]
fn set_integer<E: Error>(slot: &mut dyn IntegerSlot, value: i128) -> Result<(), E> {
    slot.set(value)
        .map_err(|expected| refused(Unexpected::Other(&format!("integer `{value}`")), &expected))
}

#[inline]
fn set_float<E: Error>(slot: &mut dyn FloatSlot, value: f64) -> Result<(), E> {
    slot.set(value).map_err(|expected| refused(Unexpected::Float(value), &expected))
}

#[inline]
fn set_text<E: Error>(slot: &mut dyn TextSlot, text: Cow<'_, str>) -> Result<(), E> {
    slot.set(text).map_err(|expected| refused(Unexpected::Other("another string"), &expected))
}

/// Takes JSON of any shape.
fn set_json<E: Error>(slot: Slot<'_>, value: Json) -> Result<(), E> {
    match slot {
        Slot::Json(json) => *json = value,
        Slot::Extern(foreign) => foreign.set_json(value).map_err(E::custom)?,
        _ => {}
    }
    Ok(())
}

/// Takes an integer written with a fraction or an exponent, such as `1.0` and `1e3`.
#[cold]
fn set_integer_from_float<E: Error>(slot: &mut dyn IntegerSlot, value: f64) -> Result<(), E> {
    if value.fract() != 0.0 || value.abs() >= EXACT_INTEGERS {
        return Err(E::invalid_value(Unexpected::Float(value), &"an integer in range"));
    }
    // Integral and small enough to be exact.
    #[allow(clippy::cast_possible_truncation)]
    set_integer(slot, value as i128)
}

/// Takes a number that comes as a map, as `serde_json`'s feature `arbitrary_precision`, which any
/// crate of the program may turn on, makes of numbers.
#[cold]
fn set_big_number<'de, A: MapAccess<'de>>(slot: Slot<'_>, map: A) -> Result<(), A::Error> {
    let number = serde_json::Number::deserialize(MapAccessDeserializer::new(map))
        .map_err(|_| mismatch(&slot, Unexpected::Map))?;
    let integer = number.as_i64().map(i128::from).or(number.as_u64().map(i128::from));
    match (slot, integer, number.as_f64()) {
        (Slot::Integer(slot), Some(integer), _) => set_integer(slot, integer),
        (Slot::Integer(slot), None, Some(float)) => set_integer_from_float(slot, float),
        (Slot::Float(slot), _, Some(float)) => set_float(slot, float),
        (slot, ..) => Err(mismatch(&slot, Unexpected::Other("number"))),
    }
}

impl<'de> Visitor<'de> for Filler<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(wanted(&self.slot))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        match target(self.slot, Shape::Bool) {
            Slot::Bool(slot) => {
                *slot = value;
                Ok(())
            }
            slot @ (Slot::Json(_) | Slot::Extern(_)) => set_json(slot, value.into()),
            slot => Err(mismatch(&slot, Unexpected::Bool(value))),
        }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        match target(self.slot, Shape::Number) {
            Slot::Integer(slot) => set_integer(slot, value.into()),
            // The nearest float, as serde does it.
            #[allow(clippy::cast_precision_loss)]
            Slot::Float(slot) => set_float(slot, value as f64),
            slot @ (Slot::Json(_) | Slot::Extern(_)) => set_json(slot, value.into()),
            slot => Err(mismatch(&slot, Unexpected::Signed(value))),
        }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match target(self.slot, Shape::Number) {
            Slot::Integer(slot) => set_integer(slot, value.into()),
            // The nearest float, as serde does it.
            #[allow(clippy::cast_precision_loss)]
            Slot::Float(slot) => set_float(slot, value as f64),
            slot @ (Slot::Json(_) | Slot::Extern(_)) => set_json(slot, value.into()),
            slot => Err(mismatch(&slot, Unexpected::Unsigned(value))),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        match target(self.slot, Shape::Number) {
            Slot::Float(slot) => set_float(slot, value),
            Slot::Integer(slot) => set_integer_from_float(slot, value),
            slot @ (Slot::Json(_) | Slot::Extern(_)) => set_json(slot, value.into()),
            slot => Err(mismatch(&slot, Unexpected::Float(value))),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        match target(self.slot, Shape::Text) {
            Slot::Text(slot) => set_text(slot, Cow::Borrowed(text)),
            slot @ (Slot::Json(_) | Slot::Extern(_)) => set_json(slot, text.into()),
            slot => Err(mismatch(&slot, Unexpected::Other("string"))),
        }
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        match target(self.slot, Shape::Text) {
            Slot::Text(slot) => set_text(slot, Cow::Owned(text)),
            slot @ (Slot::Json(_) | Slot::Extern(_)) => set_json(slot, text.into()),
            slot => Err(mismatch(&slot, Unexpected::Other("string"))),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        match self.slot {
            Slot::Nullable(slot) => slot.set_null(),
            // What is not known is null at first.
            Slot::Union(union) if union.key().is_none() => drop(union.unknown()),
            slot @ Slot::Extern(_) => return set_json(slot, Json::Null),
            slot => return Err(mismatch(&slot, Unexpected::Other("null"))),
        }
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        match target(self.slot, Shape::List) {
            Slot::List(list) => fill_list(list, self.trail, seq),
            Slot::Tuple(tuple) => fill_tuple(tuple, self.trail, seq),
            slot @ (Slot::Json(_) | Slot::Extern(_)) => {
                set_json(slot, Json::deserialize(SeqAccessDeserializer::new(seq))?)
            }
            slot => Err(mismatch(&slot, Unexpected::Seq)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match present(self.slot) {
            Slot::Object(object) => object::fill(object, None, self.trail, map),
            Slot::Union(union) => union::fill(union, self.trail, map),
            Slot::Map(target) => fill_map(target, self.trail, map),
            slot @ (Slot::Json(_) | Slot::Extern(_)) => {
                set_json(slot, Json::deserialize(MapAccessDeserializer::new(map))?)
            }
            slot @ (Slot::Integer(_) | Slot::Float(_)) => set_big_number(slot, map),
            slot => Err(mismatch(&slot, Unexpected::Map)),
        }
    }
}

/// Fills a list.
fn fill_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn List,
    trail: &mut Trail,
    mut seq: A,
) -> Result<(), A::Error> {
    let mut index = 0;
    loop {
        match seq.next_element_seed(Element { list, trail }) {
            Ok(Some(())) => index += 1,
            Ok(None) => return Ok(()),
            Err(error) => {
                trail.leave(Segment::Index(index));
                return Err(error);
            }
        }
    }
}

/// Fills a tuple, which takes as many elements as it has places.
fn fill_tuple<'de, A: SeqAccess<'de>>(
    tuple: &mut dyn Tuple,
    trail: &mut Trail,
    mut seq: A,
) -> Result<(), A::Error> {
    let size = tuple.size();
    let mut index = 0;
    while let Some(slot) = tuple.element_slot(index) {
        match seq.next_element_seed(Filler { slot, trail }) {
            Ok(Some(())) => index += 1,
            Ok(None) => return Err(wrong_length(index, size)),
            Err(error) => {
                trail.leave(Segment::Index(index));
                return Err(error);
            }
        }
    }
    while seq.next_element::<IgnoredAny>()?.is_some() {
        index += 1;
    }
    if index == size { Ok(()) } else { Err(wrong_length(index, size)) }
}

#[cold]
fn wrong_length<E: Error>(found: usize, size: usize) -> E {
    E::invalid_length(found, &&*format!("an array of {size} elements"))
}

/// The next element of a list, which gets its place only once it is there.
struct Element<'s, 't> {
    list: &'s mut dyn List,
    trail: &'t mut Trail,
}

impl<'de> DeserializeSeed<'de> for Element<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        fill(self.list.push_blank(), self.trail, deserializer)
    }
}

/// Fills a map. Of a key that comes twice, the last value stays.
fn fill_map<'de, A: MapAccess<'de>>(
    target: &mut dyn Map,
    trail: &mut Trail,
    mut map: A,
) -> Result<(), A::Error> {
    while let Some(key) = map.next_key_seed(TextKey)? {
        let slot = target.insert_blank(key.clone().into_owned());
        if let Err(error) = map.next_value_seed(Filler { slot, trail }) {
            trail.leave_key(&key);
            return Err(error);
        }
    }
    Ok(())
}
