//! Truth values, numbers, text, bytes and JSON.

use std::borrow::Cow;

use bytes::Bytes;

use super::{Blank, Expected, FloatSlot, IntegerSlot, Slot, TextSlot, Value, View};
use crate::Json;

impl Value for bool {
    fn view(&self) -> View<'_> {
        View::Bool(*self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Bool(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for bool {
    const BLANK: Self = false;
}

macro_rules! integer {
    ($view:ident: $($ty:ident)*) => {$(
        impl Value for $ty {
            fn view(&self) -> View<'_> {
                View::$view((*self).into())
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::Integer(self)
            }

            fn blank() -> Self {
                Self::BLANK
            }
        }

        impl Blank for $ty {
            const BLANK: Self = 0;
        }

        impl IntegerSlot for $ty {
            fn set(&mut self, value: i128) -> Result<(), Expected> {
                *self = Self::try_from(value).map_err(|_| {
                    Expected(format!("an integer in {}..={}", Self::MIN, Self::MAX).into())
                })?;
                Ok(())
            }
        }
    )*};
}

integer!(Signed: i8 i16 i32 i64);
integer!(Unsigned: u8 u16 u32 u64);

impl Value for f64 {
    fn view(&self) -> View<'_> {
        View::Float(*self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Float(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for f64 {
    const BLANK: Self = 0.0;
}

impl FloatSlot for f64 {
    fn set(&mut self, value: f64) -> Result<(), Expected> {
        *self = value;
        Ok(())
    }
}

impl Value for f32 {
    fn view(&self) -> View<'_> {
        View::Float32(*self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Float(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for f32 {
    const BLANK: Self = 0.0;
}

impl FloatSlot for f32 {
    fn set(&mut self, value: f64) -> Result<(), Expected> {
        // Rounding to the nearest is what single precision asks for; only the range is checked.
        #[allow(clippy::cast_possible_truncation)]
        let rounded = value as f32;
        if value.is_finite() && !rounded.is_finite() {
            return Err(Expected(Cow::Borrowed("a number in the range of single precision")));
        }
        *self = rounded;
        Ok(())
    }
}

impl Value for String {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for String {
    const BLANK: Self = Self::new();
}

impl TextSlot for String {
    fn set(&mut self, text: Cow<'_, str>) -> Result<(), Expected> {
        *self = text.into_owned();
        Ok(())
    }
}

impl Value for Bytes {
    fn view(&self) -> View<'_> {
        View::Bytes(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Bytes(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for Bytes {
    const BLANK: Self = Self::new();
}

impl Value for Json {
    fn view(&self) -> View<'_> {
        View::Json(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Json(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for Json {
    const BLANK: Self = Self::Null;
}
