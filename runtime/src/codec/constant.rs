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

/// Reads any value and gives it back where it is not the constant.
pub(super) struct Compare(pub(super) Constant);

impl Compare {
    /// `None` where both are the same, else what came.
    #[allow(clippy::needless_pass_by_value, reason = "scalars")]
    fn keep<T: PartialEq + Into<Json>>(constant: Option<T>, value: T) -> Option<Json> {
        (constant.as_ref() != Some(&value)).then(|| value.into())
    }
}

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
        let constant = if let Constant::Bool(constant) = self.0 { Some(constant) } else { None };
        Ok(Self::keep(constant, value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        let constant = if let Constant::Integer(constant) = self.0 { Some(constant) } else { None };
        Ok(Self::keep(constant, value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Ok(Some(value.into())),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        let constant = if let Constant::Float(constant) = self.0 { Some(constant) } else { None };
        Ok(Self::keep(constant, value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        let same = matches!(self.0, Constant::Text(constant) if constant == text);
        Ok((!same).then(|| text.into()))
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
        Json::deserialize(MapAccessDeserializer::new(map)).map(Some)
    }
}
