//! The one interface between data and the engine: a [`Value`] shows itself as a [`View`] to be
//! read and as a [`Slot`] to be filled. Decoding, encoding, `Debug`, comparison and constraint
//! checks are written once over views and slots, and generated types add no code of their own.

use std::borrow::Cow;

use bytes::Bytes;

use crate::Json;
use crate::file::File;
use crate::schema::{Check, Groups, Schema};

mod collections;
mod external;
mod nullable;
mod patch;
mod scalar;
pub(crate) mod secret;
#[cfg(test)]
mod tests;
mod text;
mod tuple;
mod unions;
mod unix_time;

pub use external::{Extern, External, Foreign, check_extern};
pub use patch::Patch;
pub use secret::Secret;
pub use text::{Base64, Date, DateTime, Decimal, Duration, Time, Url, Uuid};
pub(crate) use text::{days_before, instant};
pub(crate) use unions::settled;
pub use unions::{Union, Variant, tag};
pub use unix_time::UnixTime;

/// A value of an API: a scalar, a list, a map, or a generated type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type that this version of Callsheet has generated",
    note = "a type with serde impls of its own stands in fields as an `extern type`"
)]
pub trait Value: Send + Sync {
    /// Shows the value for reading.
    fn view(&self) -> View<'_>;

    /// Shows the place for filling.
    fn slot(&mut self) -> Slot<'_>;

    /// Whether it is a value that the spec does not know: one that an open enum or a union keeps.
    fn is_unknown(&self) -> bool {
        false
    }

    /// A value to decode into. It may not be valid for its type, and is never given out before it
    /// has been filled.
    fn blank() -> Self
    where
        Self: Sized;

    /// What must hold of every value of the type before it is sent, wherever it stands.
    fn rules(&self) -> &'static [Check] {
        &[]
    }

    /// The value that this one is, under another name and with rules of its own besides.
    fn wrapped(&self) -> Option<&dyn Value> {
        None
    }
}

/// A value whose blank needs no allocation: all but a box. A constant costs the compiler far less
/// than a function that makes each field in turn.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is nothing that a whole response can hold",
    note = "an endpoint that answers with a stream is called with `.stream()`"
)]
pub trait Blank: Value + Sized {
    /// What [`Value::blank`] gives.
    const BLANK: Self;
}

/// A value that is one text in a path, a query, a header, a cookie or a form.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not one text: it can stand in no path, query, header, cookie or form",
    note = "ids, which are newtypes, and enums of texts or integers can"
)]
pub trait Plain: Value {}

/// A value as the engine reads it.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// The key is left out.
    Absent,
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A signed integer.
    Signed(i64),
    /// An unsigned integer.
    Unsigned(u64),
    /// A number with a fraction.
    Float(f64),
    /// The same in single precision, which has shorter digits.
    Float32(f32),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a Bytes),
    /// A file to upload.
    File(&'a File),
    /// JSON of any shape.
    Json(&'a Json),
    /// A list.
    List(&'a dyn List),
    /// A list whose elements each have a type of their own.
    Tuple(&'a dyn Tuple),
    /// A map.
    Map(&'a dyn Map),
    /// A struct.
    Object(&'a dyn Object),
    /// A union.
    Union(&'a dyn Union),
    /// A value of the user's own type.
    Extern(&'a dyn Foreign),
    /// A value that is never shown: its content, for sending only.
    Secret(&'a dyn Value),
}

/// A value as the engine fills it.
pub enum Slot<'a> {
    /// `true` or `false`
    Bool(&'a mut bool),
    /// An integer that knows its own range.
    Integer(&'a mut dyn IntegerSlot),
    /// A number that knows its own range.
    Float(&'a mut dyn FloatSlot),
    /// Text, or a type that is made from text.
    Text(&'a mut dyn TextSlot),
    /// Bytes.
    Bytes(&'a mut Bytes),
    /// JSON of any shape.
    Json(&'a mut Json),
    /// A value that may be `null` or absent.
    Nullable(&'a mut dyn NullableSlot),
    /// A list.
    List(&'a mut dyn List),
    /// A list whose elements each have a type of their own.
    Tuple(&'a mut dyn Tuple),
    /// A map.
    Map(&'a mut dyn Map),
    /// A struct.
    Object(&'a mut dyn Object),
    /// A union.
    Union(&'a mut dyn Union),
    /// A value of the user's own type.
    Extern(&'a mut dyn Foreign),
    /// One of several groups of fields, which stand in the object around it.
    Choice(&'a mut dyn ChoiceSlot),
    /// Nothing: whatever comes is thrown away.
    Ignored,
}

/// Why a slot refused what it was given: what it wants, such as `an integer in 0..=255`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected(pub Cow<'static, str>);

/// A slot for an integer.
pub trait IntegerSlot {
    /// Takes the integer if it is in range.
    ///
    /// # Errors
    /// If it is out of range.
    fn set(&mut self, value: i128) -> Result<(), Expected>;
}

/// A slot for a number.
pub trait FloatSlot {
    /// Takes the number if it is in range.
    ///
    /// # Errors
    /// If it is out of range.
    fn set(&mut self, value: f64) -> Result<(), Expected>;
}

/// A slot for text.
pub trait TextSlot {
    /// Takes the text.
    ///
    /// # Errors
    /// If the type has a closed set of values and this is none of them.
    fn set(&mut self, text: Cow<'_, str>) -> Result<(), Expected>;
}

/// A slot for a value that may be missing.
pub trait NullableSlot {
    /// Notes that the key was there and said `null`.
    fn set_null(&mut self);
    /// Makes room for a value and shows the place.
    fn set_some(&mut self) -> Slot<'_>;
}

/// A slot for an exclusive group.
pub trait ChoiceSlot {
    /// Becomes the group with this index, all blank, and shows its fields.
    fn select(&mut self, group: usize) -> Option<&mut dyn Object>;
}

/// The type of an exclusive group.
pub trait Choice: Object {
    /// The tables of its groups.
    const GROUPS: Groups;
}

/// A list of so many values, each of a type of its own.
pub trait Tuple: Send + Sync {
    /// How many there are.
    fn size(&self) -> usize;
    /// The value at `index`.
    fn element(&self, index: usize) -> Option<&dyn Value>;
    /// The place at `index`.
    fn element_slot(&mut self, index: usize) -> Option<Slot<'_>>;
}

/// A list of values of one type.
pub trait List: Send + Sync {
    /// How many there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The value at `index`.
    fn get(&self, index: usize) -> Option<&dyn Value>;
    /// Appends a blank and shows the place.
    fn push_blank(&mut self) -> Slot<'_>;
}

/// A map from text to values of one type, in the order of its keys.
pub trait Map: Send + Sync {
    /// How many entries there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Shows each entry in turn until `visit` says `false`.
    fn for_each(&self, visit: &mut dyn FnMut(&str, &dyn Value) -> bool);
    /// The value under `key`.
    fn get(&self, key: &str) -> Option<&dyn Value>;
    /// Puts a blank under `key`, in place of what was there, and shows the place.
    fn insert_blank(&mut self, key: String) -> Slot<'_>;
    /// Takes away what is under `key`.
    fn remove(&mut self, key: &str);
}

/// A generated struct: a table, and all its fields at once, in the order of the table.
///
/// They are shown to a closure because a slice of them has no other place to live in.
pub trait Object: Send + Sync {
    /// The table.
    fn schema(&self) -> &'static Schema;
    /// Shows the fields, and those that the table does not know where the type keeps them.
    fn fields<'a>(&'a self, visit: FieldsVisitor<'a, '_>);
    /// The same, for filling.
    fn fields_mut(&mut self, visit: FieldsMutVisitor<'_>);
}

/// What [`Object::fields`] shows the fields to.
pub type FieldsVisitor<'a, 'v> = &'v mut dyn FnMut(&[&'a dyn Value], Option<&'a dyn Map>);

/// What [`Object::fields_mut`] shows the fields to.
pub type FieldsMutVisitor<'v> = &'v mut dyn FnMut(&mut [&mut dyn Value], Option<&mut dyn Map>);

/// What `read` makes of the fields of an object.
pub(crate) fn with_fields<'a, R: Default>(
    object: &'a dyn Object,
    read: impl FnOnce(&[&'a dyn Value], Option<&'a dyn Map>) -> R,
) -> R {
    let (mut read, mut result) = (Some(read), R::default());
    object.fields(&mut |fields, extra| {
        if let Some(read) = read.take() {
            result = read(fields, extra);
        }
    });
    result
}

/// The field at `index` of the table.
pub(crate) fn field_at(object: &dyn Object, index: usize) -> Option<&dyn Value> {
    with_fields(object, |fields, _| fields.get(index).copied())
}

/// Fields of a response that the spec does not know, by name.
pub type Extra = std::collections::BTreeMap<String, Json>;
