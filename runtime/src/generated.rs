//! What every generated type has alike, as macros: the compiler expands one of its own far quicker
//! than it takes tokens from a procedural one. Not public, as `__private`.

mod choice;
mod failure;
mod integer;
mod newtype;
mod object;
mod outcome;
mod scalar;
mod text;
mod union;
mod webhooks;

// The names that the macros use.
pub use std::borrow::Cow;
pub use std::string::String;

pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::check::check_value;
pub use crate::codec::{deserialize, serialize};
pub use crate::compare::{equal, equal_unions};
pub use crate::debug::{debug, debug_union};
pub use crate::schema::{Check, Groups, Schema};
pub use crate::value::{
    Blank, Choice, ChoiceSlot, Expected, FieldsMutVisitor, FieldsVisitor, IntegerSlot, Object,
    Plain, Slot, TextSlot, Union, Value, Variant, View, tag,
};
#[cfg(feature = "webhooks")]
pub use crate::webhook::{builder::verifier, scheme::Webhook};
pub use crate::{
    __by_key as by_key, __copy as copy, __enum_value as enum_value,
    __integer_enum_value as integer_enum_value, __newtype_value as newtype_value,
    __object as object, __serde as serde, __text as text, __union as union,
    __union_field as union_field, __union_from as union_from, __union_tag as union_tag,
    __wrapper as wrapper, __wrapping_newtype as wrapping_newtype,
};
