//! The walk into a union: which variant it is, then into that.

use serde_core::Deserialize;
use serde_core::de::value::{MapAccessDeserializer, MapDeserializer};
use serde_core::de::{DeserializeSeed, Error, IgnoredAny, MapAccess};

use super::decode::{self, Trail};
use super::key::TextKey;
use super::{choice, constant, object};
use crate::Json;
use crate::path::Segment;
use crate::schema::{Presence, Schema};
use crate::value::{Slot, Union};

/// A JSON object.
type Object = serde_json::Map<String, Json>;

/// The keys and values of an object that is read as a whole.
type Entries = Vec<(String, Json)>;

/// Entries as the rest of an object.
type Rest = MapDeserializer<'static, std::vec::IntoIter<(String, Json)>, serde_json::Error>;

/// Fills a union from an object.
pub(super) fn fill<'de, A: MapAccess<'de>>(
    union: &mut dyn Union,
    trail: &mut Trail,
    map: A,
) -> Result<(), A::Error> {
    match union.key() {
        Some(key) => fill_tagged(union, key, trail, map),
        None => fill_by_keys(union, trail, map),
    }
}

/// Where the tag comes first, as servers mostly write it, the payload is filled as it is read; else
/// the object is read as a whole to find the tag.
fn fill_tagged<'de, A: MapAccess<'de>>(
    union: &mut dyn Union,
    key: &'static str,
    trail: &mut Trail,
    mut map: A,
) -> Result<(), A::Error> {
    let mut entries = Entries::new();
    let mut tag = None;
    while let Some(found) = map.next_key_seed(TextKey)? {
        let value = map.next_value().inspect_err(|_| trail.leave_key(&found))?;
        if found != key {
            entries.push((found.into_owned(), value));
            continue;
        }
        if tag.is_some() {
            trail.leave(Segment::field(key));
            return Err(A::Error::duplicate_field(key));
        }
        if let (true, Json::String(tag)) = (entries.is_empty(), &value) {
            if let Some(slot) = union.select(tag) {
                return fill_payload(slot, key, trail, map);
            }
        }
        tag = Some(value);
    }
    let slot = match &tag {
        Some(Json::String(tag)) => union.select(tag),
        _ => None,
    };
    if let Some(slot) = slot {
        return fill_payload(slot, key, trail, Rest::new(entries.into_iter()))
            .map_err(A::Error::custom);
    }
    entries.extend(tag.map(|tag| (key.to_owned(), tag)));
    keep(union, entries.into_iter().collect());
    Ok(())
}

/// Fills the payload of a tagged union from what is left of the object.
fn fill_payload<'de, A: MapAccess<'de>>(
    slot: Slot<'_>,
    key: &'static str,
    trail: &mut Trail,
    mut map: A,
) -> Result<(), A::Error> {
    if let Slot::Object(object) = slot {
        return object::fill(object, Some(key), trail, map);
    }
    // A variant that holds nothing.
    while let Some(found) = map.next_key_seed(TextKey)? {
        if found == key {
            trail.leave(Segment::field(key));
            return Err(A::Error::duplicate_field(key));
        }
        map.next_value::<IgnoredAny>().inspect_err(|_| trail.leave_key(&found))?;
    }
    Ok(())
}

/// Keeps what is not known.
fn keep(union: &mut dyn Union, json: Json) {
    if let Slot::Json(place) = union.unknown() {
        *place = json;
    }
}

/// The shapes of JSON that tell the variants of a union apart which has no tag. Objects differ by
/// their keys.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Bool,
    Number,
    Text,
    List,
}

impl Shape {
    fn fits(self, slot: &Slot<'_>) -> bool {
        match self {
            Self::Bool => matches!(slot, Slot::Bool(_) | Slot::Json(_)),
            Self::Number => matches!(slot, Slot::Integer(_) | Slot::Float(_) | Slot::Json(_)),
            Self::Text => matches!(slot, Slot::Text(_) | Slot::Json(_)),
            Self::List => matches!(slot, Slot::List(_) | Slot::Tuple(_) | Slot::Json(_)),
        }
    }
}

/// The slot of the variant with this shape, or that of the unknown one.
pub(super) fn of_shape(union: &mut dyn Union, shape: Shape) -> Slot<'_> {
    let names = union.names();
    let fits = |name: &&&str| union.select(name).is_some_and(|slot| shape.fits(&slot));
    match names.iter().find(fits) {
        Some(name) => union.select(name).unwrap_or(Slot::Ignored),
        None => union.unknown(),
    }
}

/// Reads an object as a whole to see which variant knows most of its keys. Of a key that comes twice,
/// the last value stays.
fn fill_by_keys<'de, A: MapAccess<'de>>(
    union: &mut dyn Union,
    trail: &mut Trail,
    map: A,
) -> Result<(), A::Error> {
    let json = Json::deserialize(MapAccessDeserializer::new(map))?;
    let slot = match &json {
        Json::Object(object) => best(union, object).and_then(|name| union.select(name)),
        // A number may come as a map: see `set_big_number` in `decode`.
        _ => Some(of_shape(union, Shape::Number)),
    };
    match slot {
        Some(slot) => decode::fill(slot, trail, json).map_err(A::Error::custom),
        None => {
            keep(union, json);
            Ok(())
        }
    }
}

/// The first of the variants that know most of the keys of an object.
fn best(union: &mut dyn Union, object: &Object) -> Option<&'static str> {
    let mut best = None;
    for name in union.names() {
        let known = union.select(name).and_then(|slot| match slot {
            Slot::Object(target) => known_keys(target.schema(), object),
            Slot::Map(_) | Slot::Json(_) => Some(0),
            Slot::Union(inner) => inner.key().filter(|key| object.contains_key(*key)).map(|_| 1),
            _ => None,
        });
        if known.is_some() && known > best.map(|(known, _)| known) {
            best = known.map(|known| (known, *name));
        }
    }
    best.map(|(_, name)| name)
}

/// How many keys of an object a table knows. `None` where a key that must be there is not, or a
/// constant is another.
fn known_keys(schema: &Schema, object: &Object) -> Option<usize> {
    let mut known = 0;
    for constant in schema.constants {
        let differs = constant::Compare(constant.value).deserialize(object.get(constant.wire)?);
        if !matches!(differs, Ok(None)) {
            return None;
        }
        known += 1;
    }
    for field in schema.fields {
        if let Some(groups) = field.groups {
            match choice::choose(groups(), &|key| object.get(key)) {
                Some((_, group)) => known += choice::keys(group, &|key| object.get(key)),
                None if field.presence == Presence::Required => return None,
                None => {}
            }
        } else if object.contains_key(field.wire) {
            known += 1;
        } else if matches!(field.presence, Presence::Required | Presence::Nullable) {
            return None;
        }
    }
    Some(known)
}
