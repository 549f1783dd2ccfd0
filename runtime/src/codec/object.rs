//! The walk over an object: known fields by the table, the rest into `extra`.

use std::borrow::Cow;

use serde_core::de::{Error, IgnoredAny, MapAccess};

use super::choice;
use super::constant;
use super::decode::{self, Filler, Trail};
use super::key::{FieldKey, Found};
use crate::Json;
use crate::path::Segment;
use crate::schema::{Field, FixedField, Presence, Schema};
use crate::value::{Map, Object, Value};

/// Which fields of a table have come.
struct Seen {
    first: u64,
    rest: Vec<u64>,
}

impl Seen {
    /// For a table of so many fields; up to 64 need no allocation.
    fn new(fields: usize) -> Self {
        let words = fields.saturating_sub(1) / 64;
        Self { first: 0, rest: vec![0; words] }
    }

    /// Notes a field. `false` where it has come before.
    #[inline]
    fn insert(&mut self, index: usize) -> bool {
        let bit = 1 << (index % 64);
        let word = match index / 64 {
            0 => Some(&mut self.first),
            word => self.rest.get_mut(word - 1),
        };
        word.is_some_and(|word| {
            let new = *word & bit == 0;
            *word |= bit;
            new
        })
    }

    /// Whether a field has come.
    #[inline]
    fn contains(&self, index: usize) -> bool {
        let word = match index / 64 {
            0 => Some(&self.first),
            word => self.rest.get(word - 1),
        };
        word.is_some_and(|word| word & (1 << (index % 64)) != 0)
    }
}

/// Fills a struct. Where it is the payload of a union whose tag has come, `tag` is its key.
pub(super) fn fill<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    tag: Option<&'static str>,
    trail: &mut Trail,
    map: A,
) -> Result<(), A::Error> {
    let schema = object.schema();
    let mut map = Some(map);
    let mut result = Ok(());
    object.fields_mut(&mut |values, extra| {
        if let Some(map) = map.take() {
            let target = Target { schema, tag, values, extra };
            result = target.fill(trail, map);
        }
    });
    result
}

/// What is filled.
struct Target<'v, 'w, 'e> {
    schema: &'static Schema,
    tag: Option<&'static str>,
    values: &'v mut [&'w mut dyn Value],
    extra: Option<&'e mut dyn Map>,
}

impl Target<'_, '_, '_> {
    fn fill<'de, A: MapAccess<'de>>(
        mut self,
        trail: &mut Trail,
        mut map: A,
    ) -> Result<(), A::Error> {
        let schema = self.schema;
        let mut entries = Vec::new();
        let mut seen = Seen::new(schema.fields.len() + schema.constants.len());
        let mut count = 0;
        let mut next = 0;
        while let Some(found) = map.next_key_seed(FieldKey { schema, next })? {
            match found {
                Found::Field(index, field) => {
                    let filled = match self.values.get_mut(index) {
                        Some(value) if seen.insert(index) => {
                            map.next_value_seed(Filler { slot: value.slot(), trail })
                        }
                        _ => Err(A::Error::duplicate_field(field.wire)),
                    };
                    if let Err(error) = filled {
                        return Err(leave_field(trail, field, error));
                    }
                    count += 1;
                    next = index + 1;
                }
                Found::Constant(index, constant) => {
                    let new = seen.insert(schema.fields.len() + index);
                    let filled = if new && self.tag != Some(constant.wire) {
                        fill_constant(constant, reborrow(&mut self.extra), &mut map)
                    } else {
                        Err(A::Error::duplicate_field(constant.wire))
                    };
                    filled.inspect_err(|_| trail.leave(Segment::field(constant.wire)))?;
                }
                Found::Other(key) => {
                    if let Some(tag) = self.tag.filter(|tag| *tag == key) {
                        trail.leave(Segment::field(tag));
                        return Err(A::Error::duplicate_field(tag));
                    }
                    if choice::has(schema, &key) {
                        let value = map.next_value().inspect_err(|_| trail.leave_key(&key))?;
                        entries.push((key.into_owned(), value));
                    } else {
                        fill_extra(reborrow(&mut self.extra), key, trail, &mut map)?;
                    }
                }
            }
        }
        if count == schema.fields.len() {
            return Ok(());
        }
        check_complete(schema.fields, &seen, trail)?;
        choice::fill(schema, self.values, self.extra, trail, entries)
    }
}

/// The fields that the table does not know, for a while.
fn reborrow<'e>(extra: &'e mut Option<&mut dyn Map>) -> Option<&'e mut dyn Map> {
    match extra {
        Some(extra) => Some(&mut **extra),
        None => None,
    }
}

/// Notes that the error passes out of a field. Errors of other formats than JSON may quote a value
/// that must not be shown.
#[cold]
fn leave_field<E: Error>(trail: &mut Trail, field: &Field, error: E) -> E {
    trail.leave(Segment::field(field.wire));
    trail.sensitive |= field.sensitive;
    if field.sensitive {
        E::custom(format_args!("invalid value of `{}`", field.wire))
    } else {
        error
    }
}

/// Reads what stands where the table has a constant, and keeps it if it is something else.
fn fill_constant<'de, A: MapAccess<'de>>(
    constant: &FixedField,
    extra: Option<&mut dyn Map>,
    map: &mut A,
) -> Result<(), A::Error> {
    let other = map.next_value_seed(constant::Compare(constant.value))?;
    if let (Some(json), Some(extra)) = (other, extra) {
        keep(extra, constant.wire, json);
    }
    Ok(())
}

/// Keeps a value among the fields that the table does not know, if it is of their type.
pub(super) fn keep(extra: &mut dyn Map, key: &str, json: Json) {
    let slot = extra.insert_blank(key.to_owned());
    if decode::fill(slot, &mut Trail::default(), json).is_err() {
        extra.remove(key);
    }
}

/// Keeps a field that the table does not know, or skips it where the struct keeps none.
#[allow(clippy::needless_pass_by_value, reason = "the key is moved or named in an error")]
fn fill_extra<'de, A: MapAccess<'de>>(
    extra: Option<&mut dyn Map>,
    key: Cow<'de, str>,
    trail: &mut Trail,
    map: &mut A,
) -> Result<(), A::Error> {
    let Some(extra) = extra else {
        let skipped = map.next_value::<IgnoredAny>();
        return skipped.map(drop).inspect_err(|_| trail.leave_key(&key));
    };
    let slot = extra.insert_blank(key.clone().into_owned());
    let filled = map.next_value_seed(Filler { slot, trail });
    filled.inspect_err(|_| trail.leave_key(&key))
}

/// Whether every field has come whose key may not be left out.
fn check_complete<E: Error>(
    fields: &'static [Field],
    seen: &Seen,
    trail: &mut Trail,
) -> Result<(), E> {
    for (index, field) in fields.iter().enumerate() {
        let required = matches!(field.presence, Presence::Required | Presence::Nullable);
        if required && field.groups.is_none() && !seen.contains(index) {
            trail.leave(Segment::field(field.wire));
            trail.missing = true;
            return Err(E::missing_field(field.wire));
        }
    }
    Ok(())
}
