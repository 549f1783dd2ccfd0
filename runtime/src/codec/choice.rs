//! Exclusive groups: fields of an object of which one group is there. Which one is known only when
//! the whole object has been read.

use serde_core::de::value::MapDeserializer;
use serde_core::de::{Error, IntoDeserializer};

use super::decode::Trail;
use super::object;
use crate::Json;
use crate::schema::{Presence, Schema};
use crate::value::{Map, Slot, Value};

/// A key of the object and its value.
type Entry = (String, Json);

/// Whether a key belongs to a group of the table.
pub(super) fn has(schema: &Schema, key: &str) -> bool {
    let mut groups = schema.fields.iter().filter_map(|field| field.groups);
    groups.any(|groups| groups().iter().any(|group| group.knows(key)))
}

/// Fills the exclusive groups of an object. Of several that are there the largest is taken; what is
/// left of the others is kept with the fields that the table does not know.
pub(super) fn fill<E: Error>(
    schema: &'static Schema,
    values: &mut [&mut dyn Value],
    extra: Option<&mut dyn Map>,
    trail: &mut Trail,
    mut entries: Vec<Entry>,
) -> Result<(), E> {
    for (field, value) in schema.fields.iter().zip(values) {
        let Some(groups) = field.groups.map(|groups| groups()) else {
            continue;
        };
        let get =
            |wanted: &str| entries.iter().find(|(key, _)| key == wanted).map(|(_, value)| value);
        match choose(groups, &get) {
            Some((index, group)) => {
                let (chosen, others) = entries.into_iter().partition(|(key, _)| group.knows(key));
                entries = others;
                fill_group(value.slot(), index, trail, chosen)?;
            }
            None if field.presence == Presence::Required => return Err(missing(groups)),
            None => {}
        }
    }
    if let Some(extra) = extra {
        for (key, json) in entries {
            object::keep(extra, &key, json);
        }
    }
    Ok(())
}

/// The value under a key of an object.
type Get<'g, 'j> = &'g dyn Fn(&str) -> Option<&'j Json>;

/// The group whose required keys are all there, and not null where that cannot be.
pub(super) fn choose(
    groups: &'static [&'static Schema],
    get: Get<'_, '_>,
) -> Option<(usize, &'static Schema)> {
    let is_there = |group: &Schema| {
        group.fields.iter().all(|field| match field.presence {
            Presence::Required => get(field.wire).is_some_and(|value| !value.is_null()),
            Presence::Nullable => get(field.wire).is_some(),
            Presence::Optional | Presence::Patch => true,
        })
    };
    let there = groups.iter().enumerate().filter(|(_, group)| is_there(group));
    // Of two that are alike the first.
    there.map(|(index, group)| (index, *group)).rev().max_by_key(|(_, group)| keys(group, get))
}

/// How many keys of a group are there.
pub(super) fn keys(group: &Schema, get: Get<'_, '_>) -> usize {
    let constants = group.constants.iter().map(|constant| constant.wire);
    let keys = group.fields.iter().map(|field| field.wire).chain(constants);
    keys.filter(|key| get(key).is_some()).count()
}

fn fill_group<E: Error>(
    slot: Slot<'_>,
    index: usize,
    trail: &mut Trail,
    entries: Vec<Entry>,
) -> Result<(), E> {
    let slot = match slot {
        Slot::Nullable(nullable) => nullable.set_some(),
        slot => slot,
    };
    let Slot::Choice(choice) = slot else {
        return Err(E::custom("the field is no exclusive group"));
    };
    let Some(group) = choice.select(index) else {
        return Err(E::custom("there is no such group"));
    };
    let entries = entries.into_iter().map(|(key, value)| (key, value.into_deserializer()));
    let map: MapDeserializer<'_, _, serde_json::Error> = MapDeserializer::new(entries);
    object::fill(group, None, trail, map).map_err(E::custom)
}

#[cold]
fn missing<E: Error>(groups: &[&Schema]) -> E {
    let keys: Vec<String> = groups
        .iter()
        .filter_map(|group| group.fields.first())
        .map(|field| format!("`{}`", field.wire))
        .collect();
    E::custom(format_args!("missing one of {}", keys.join(", ")))
}
