//! Keys of maps and objects, without allocation where the input can be borrowed.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, Visitor};

use crate::schema::{Field, FixedField, Schema};

/// The key of a map.
pub(super) struct TextKey;

impl<'de> DeserializeSeed<'de> for TextKey {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for TextKey {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key))
    }
}

/// The key of an object.
pub(super) enum Found<'de> {
    /// The field with this index.
    Field(usize, &'static Field),
    /// The constant with this index.
    Constant(usize, &'static FixedField),
    /// One that the table does not know.
    Other(Cow<'de, str>),
}

/// The next key of an object.
#[derive(Clone, Copy)]
pub(super) struct FieldKey {
    /// The table.
    pub(super) schema: &'static Schema,
    /// The index of the field that most likely comes next.
    pub(super) next: usize,
}

impl FieldKey {
    /// What the table has under this name.
    #[inline]
    fn find(self, key: &str) -> Option<Found<'static>> {
        match self.schema.fields.get(self.next) {
            Some(field) if field.wire == key && field.groups.is_none() => {
                Some(Found::Field(self.next, field))
            }
            _ => self.search(key),
        }
    }

    /// The search starts where the key most likely is and goes around. Constants are few, and
    /// mostly come first.
    fn search(self, key: &str) -> Option<Found<'static>> {
        let mut constants = self.schema.constants.iter().enumerate();
        if let Some((index, constant)) = constants.find(|(_, constant)| constant.wire == key) {
            return Some(Found::Constant(index, constant));
        }
        let (before, after) = self.schema.fields.split_at_checked(self.next)?;
        let forward = after.iter().enumerate().map(|(index, field)| (self.next + index, field));
        forward
            .chain(before.iter().enumerate())
            .find(|(_, field)| field.wire == key && field.groups.is_none())
            .map(|(index, field)| Found::Field(index, field))
    }
}

impl<'de> DeserializeSeed<'de> for FieldKey {
    type Value = Found<'de>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for FieldKey {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(self.find(key).unwrap_or(Found::Other(Cow::Borrowed(key))))
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.find(key).unwrap_or_else(|| Found::Other(Cow::Owned(key.to_owned()))))
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Self::Value, E> {
        Ok(self.find(&key).unwrap_or(Found::Other(Cow::Owned(key))))
    }
}
