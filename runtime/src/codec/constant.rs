//! Values that the table fixes: read leniently, kept where they differ, always written.

use std::fmt;

use serde_core::Deserialize;
use serde_core::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::Json;
use crate::schema::Constant;
use crate::value::View;

impl Constant {
    /// The constant as a value.
    pub(crate) fn view(&self) -> View<'_> {
        match self {
            Self::Text(text) => View::Text(text),
            Self::Integer(integer) => View::Signed(*integer),
            Self::Float(float) => View::Float(*float),
            Self::Bool(value) => View::Bool(*value),
        }
    }
}

/// `None` where the value is the constant, else what came.
fn keep(same: bool, value: impl Into<Json>) -> Option<Json> {
    (!same).then(|| value.into())
}

/// Reads any value and gives it back where it is not the constant.
pub(super) struct Compare(pub(super) Constant);

impl<'de> DeserializeSeed<'de> for Compare {
    type Value = Option<Json>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Compare {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(keep(self.0 == Constant::Bool(value), value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(keep(self.0 == Constant::Integer(value), value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Ok(Some(value.into())),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(keep(self.0 == Constant::Float(value), value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(keep(matches!(self.0, Constant::Text(constant) if constant == text), text))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Some(Json::Null))
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Some(Json::Null))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        Json::deserialize(SeqAccessDeserializer::new(seq)).map(Some)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let json = Json::deserialize(MapAccessDeserializer::new(map))?;
        // A number may come as a map: see `set_big_number` in `decode`.
        let same = match self.0 {
            Constant::Integer(constant) => json.as_i64() == Some(constant),
            Constant::Float(constant) => json.as_f64() == Some(constant),
            Constant::Text(_) | Constant::Bool(_) => false,
        };
        Ok(keep(same, json))
    }
}
