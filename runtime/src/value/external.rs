//! Values of the user's own types, by their serde impls.

use std::any::Any;
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use super::{Blank, Slot, Value, View};
use crate::Json;

/// What a type must be to stand behind an `extern type`: it is read and written by serde, and has a
/// default, which stands for a value that is not there yet.
pub trait External:
    Serialize + DeserializeOwned + Default + Clone + PartialEq + fmt::Debug + Send + Sync + 'static
{
}

impl<T> External for T where
    T: Serialize
        + DeserializeOwned
        + Default
        + Clone
        + PartialEq
        + fmt::Debug
        + Send
        + Sync
        + 'static
{
}

/// Compiles for types that can stand behind an `extern type`.
pub const fn check_extern<T: External>() {}

/// A value of a type of your own: an `extern type` of a spec.
///
/// It derefs to the value, is made by `into()`, and is read and written as the type's own serde impl
/// says.
///
/// ```
/// use callsheet::Extern;
///
/// let cents: Extern<u32> = 5.into();
/// assert_eq!(*cents, 5);
/// assert_eq!(cents.into_inner(), 5);
/// ```
#[derive(Clone, Default)]
pub struct Extern<T>(OnceLock<T>);

impl<T: Default> Extern<T> {
    /// The value, owned.
    pub fn into_inner(self) -> T {
        self.0.into_inner().unwrap_or_default()
    }
}

impl<T: Default> Deref for Extern<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.get_or_init(T::default)
    }
}

impl<T> From<T> for Extern<T> {
    fn from(value: T) -> Self {
        Self(OnceLock::from(value))
    }
}

impl<T: PartialEq + Default> PartialEq for Extern<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq + Default> Eq for Extern<T> {}

impl<T: fmt::Debug + Default> fmt::Debug for Extern<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: fmt::Display + Default> fmt::Display for Extern<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// An [`Extern`] as the engine sees it.
pub trait Foreign: fmt::Debug + Send + Sync {
    /// The value as JSON.
    ///
    /// # Errors
    /// If the type's own serde impl fails.
    fn to_json(&self) -> Result<Json, String>;
    /// Takes the value that JSON says.
    ///
    /// # Errors
    /// If the type's own serde impl refuses it.
    fn set_json(&mut self, json: Json) -> Result<(), String>;
    /// Whether the other is of the same type and equal.
    fn equals(&self, other: &dyn Foreign) -> bool;
    /// The value as one of any type.
    fn as_any(&self) -> &dyn Any;
}

impl<T: External> Foreign for Extern<T> {
    fn to_json(&self) -> Result<Json, String> {
        serde_json::to_value(&**self).map_err(|error| error.to_string())
    }

    fn set_json(&mut self, json: Json) -> Result<(), String> {
        *self = serde_json::from_value::<T>(json).map_err(|error| error.to_string())?.into();
        Ok(())
    }

    fn equals(&self, other: &dyn Foreign) -> bool {
        other.as_any().downcast_ref::<T>().is_some_and(|other| **self == *other)
    }

    fn as_any(&self) -> &dyn Any {
        &**self
    }
}

impl<T: External> Value for Extern<T> {
    fn view(&self) -> View<'_> {
        View::Extern(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Extern(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl<T: External> Blank for Extern<T> {
    const BLANK: Self = Self(OnceLock::new());
}
