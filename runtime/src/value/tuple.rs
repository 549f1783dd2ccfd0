//! Lists of a fixed length, each element with a type of its own.

use super::{Blank, Slot, Tuple, Value, View};

macro_rules! tuple {
    ($size:literal $($parameter:ident $index:tt)*) => {
        impl<$($parameter: Blank),*> Value for ($($parameter,)*) {
            fn view(&self) -> View<'_> {
                View::Tuple(self)
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::Tuple(self)
            }

            fn blank() -> Self {
                Self::BLANK
            }
        }

        impl<$($parameter: Blank),*> Blank for ($($parameter,)*) {
            const BLANK: Self = ($($parameter::BLANK,)*);
        }

        impl<$($parameter: Blank),*> Tuple for ($($parameter,)*) {
            fn size(&self) -> usize {
                $size
            }

            fn element(&self, index: usize) -> Option<&dyn Value> {
                match index {
                    $($index => Some(&self.$index),)*
                    _ => None,
                }
            }

            fn element_slot(&mut self, index: usize) -> Option<Slot<'_>> {
                match index {
                    $($index => Some(self.$index.slot()),)*
                    _ => None,
                }
            }
        }
    };
}

tuple!(2 A 0 B 1);
tuple!(3 A 0 B 1 C 2);
tuple!(4 A 0 B 1 C 2 D 3);
tuple!(5 A 0 B 1 C 2 D 3 E 4);
tuple!(6 A 0 B 1 C 2 D 3 E 4 F 5);
