//! Reading and writing values: one walk each, over slots and views, for every format that serde
//! knows.

mod choice;
mod constant;
mod decode;
mod encode;
mod error;
mod json;
mod key;
mod object;
#[cfg(test)]
mod tests;
mod text;
mod union;

use serde_core::{Deserializer, Serializer};

use crate::value::Value;

pub use error::{DecodeError, EncodeError};
#[cfg(feature = "testing")]
pub(crate) use json::decode_text;
pub(crate) use json::{decode_json, encode_body, encode_json, encode_view};
pub(crate) use text::fill_text;

/// Reads a value from a self-describing format: all that the `Deserialize` of a generated type
/// does.
///
/// # Errors
/// If the input is not of the type.
pub fn deserialize<'de, T: Value, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    decode::fill(value.slot(), &mut decode::Trail::default(), deserializer)?;
    Ok(value)
}

/// Writes a value: all that the `Serialize` of a generated type does. Secrets are not written but
/// redacted.
///
/// # Errors
/// If the format cannot take the value.
pub fn serialize<S: Serializer>(value: &dyn Value, serializer: S) -> Result<S::Ok, S::Error> {
    encode::write(value.view(), &encode::Trail::public(), serializer)
}
