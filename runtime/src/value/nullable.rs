//! Values that may be missing, and wrappers that add nothing.

use super::{Blank, NullableSlot, Slot, Value, View};
use crate::schema::Check;

impl<T: Value> Value for Option<T> {
    fn view(&self) -> View<'_> {
        // A match here and below, and no closure: this is compiled for every type of a field.
        match self {
            Some(value) => value.view(),
            None => View::Null,
        }
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Nullable(self)
    }

    fn is_unknown(&self) -> bool {
        match self {
            Some(value) => value.is_unknown(),
            None => false,
        }
    }

    fn blank() -> Self {
        Self::BLANK
    }

    fn rules(&self) -> &'static [Check] {
        self.as_ref().map_or(&[], Value::rules)
    }

    fn wrapped(&self) -> Option<&dyn Value> {
        self.as_ref().and_then(Value::wrapped)
    }
}

impl<T: Value> Blank for Option<T> {
    const BLANK: Self = None;
}

impl<T: Value> NullableSlot for Option<T> {
    fn set_null(&mut self) {
        *self = None;
    }

    fn set_some(&mut self) -> Slot<'_> {
        *self = Some(T::blank());
        match self {
            Some(value) => value.slot(),
            // Just set.
            None => Slot::Ignored,
        }
    }
}

impl<T: Value> Value for Box<T> {
    fn view(&self) -> View<'_> {
        T::view(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        T::slot(self)
    }

    fn is_unknown(&self) -> bool {
        T::is_unknown(self)
    }

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn rules(&self) -> &'static [Check] {
        T::rules(self)
    }

    fn wrapped(&self) -> Option<&dyn Value> {
        T::wrapped(self)
    }
}

impl Value for () {
    fn view(&self) -> View<'_> {
        View::Null
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Ignored
    }

    fn blank() -> Self {}
}

impl Blank for () {
    const BLANK: Self = ();
}
