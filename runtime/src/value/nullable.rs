//! Values that may be missing, and wrappers that add nothing.

use super::{Blank, NullableSlot, Slot, Value, View};
use crate::schema::Check;

impl<T: Value> Value for Option<T> {
    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Null, Value::view)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Nullable(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }

    fn rules(&self) -> &'static [Check] {
        self.as_ref().map_or(&[], Value::rules)
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
        self.insert(T::blank()).slot()
    }
}

impl<T: Value> Value for Box<T> {
    fn view(&self) -> View<'_> {
        T::view(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        T::slot(self)
    }

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn rules(&self) -> &'static [Check] {
        T::rules(self)
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
