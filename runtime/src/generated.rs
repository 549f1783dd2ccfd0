//! What every generated type has alike, as macros: the compiler expands one of its own far quicker
//! than it takes tokens from a procedural one. Not public, as `__private`.

mod choice;
mod newtype;
mod object;
mod text;

// The names that the macros use.
pub use std::borrow::Cow;
pub use std::string::String;

pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::check::check_value;
pub use crate::codec::{deserialize, serialize};
pub use crate::compare::equal;
pub use crate::debug::debug;
pub use crate::schema::{Check, Groups, Schema};
pub use crate::value::{
    Blank, Choice, ChoiceSlot, Expected, FieldsMutVisitor, FieldsVisitor, Object, Slot, TextSlot,
    Value, View,
};
pub use crate::{
    __enum_value as enum_value, __newtype_value as newtype_value, __object as object,
    __serde as serde, __text as text,
};
