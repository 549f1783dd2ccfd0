//! A change to a value: leave it, clear it, or set it.

use super::{Blank, NullableSlot, Slot, Value, View};
use crate::schema::Check;

/// What an update says about a field that may be null: nothing, `null`, or a value; and what a
/// response says of a field that may be null or missing.
///
/// ```
/// use callsheet::Patch;
///
/// let title: Patch<String> = "My session".into();
/// assert_eq!(title.as_deref(), Some("My session"));
/// assert_eq!(Patch::Set(3).as_option(), Some(&3));
/// assert_eq!(Patch::<u8>::Null.as_option(), None);
/// assert!(Patch::<String>::default().is_absent());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Patch<T> {
    /// The key is left out: the value stays as it is.
    #[default]
    Absent,
    /// The key says `null`: the value is cleared.
    Null,
    /// The value is set.
    Set(T),
}

impl<T> Patch<T> {
    /// Borrows the value.
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Set(value) => Patch::Set(value),
        }
    }

    /// Borrows the value mutably.
    pub const fn as_mut(&mut self) -> Patch<&mut T> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Set(value) => Patch::Set(value),
        }
    }

    /// Changes the value, if there is one.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Set(value) => Patch::Set(change(value)),
        }
    }

    /// The value. `None` for both [`Absent`](Self::Absent) and [`Null`](Self::Null).
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Set(value) => Some(value),
        }
    }

    /// Borrows the value. `None` for both [`Absent`](Self::Absent) and [`Null`](Self::Null).
    pub const fn as_option(&self) -> Option<&T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Set(value) => Some(value),
        }
    }

    /// Borrows what the value derefs to: a `Patch<String>` as an `Option<&str>`.
    pub fn as_deref(&self) -> Option<&T::Target>
    where
        T: std::ops::Deref,
    {
        self.as_option().map(T::deref)
    }

    /// Whether the key is left out.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the key says `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether there is a value.
    pub const fn is_set(&self) -> bool {
        matches!(self, Self::Set(_))
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

impl From<&str> for Patch<String> {
    fn from(value: &str) -> Self {
        Self::Set(value.to_owned())
    }
}

impl<T: Value> Value for Patch<T> {
    fn view(&self) -> View<'_> {
        match self {
            Self::Absent => View::Absent,
            Self::Null => View::Null,
            Self::Set(value) => value.view(),
        }
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Nullable(self)
    }

    fn is_unknown(&self) -> bool {
        matches!(self, Self::Set(value) if value.is_unknown())
    }

    fn blank() -> Self {
        Self::BLANK
    }

    fn rules(&self) -> &'static [Check] {
        self.as_option().map_or(&[], Value::rules)
    }

    fn wrapped(&self) -> Option<&dyn Value> {
        self.as_option().and_then(Value::wrapped)
    }
}

impl<T: Value> Blank for Patch<T> {
    const BLANK: Self = Self::Absent;
}

impl<T: Value> NullableSlot for Patch<T> {
    fn set_null(&mut self) {
        *self = Self::Null;
    }

    fn set_some(&mut self) -> Slot<'_> {
        *self = Self::Set(T::blank());
        match self {
            Self::Set(value) => value.slot(),
            // Just set.
            Self::Absent | Self::Null => Slot::Ignored,
        }
    }
}
