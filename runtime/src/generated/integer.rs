//! What every enum has that is an integer on the wire.

/// `open_integer_enum!(Name { Variant = 1, ... })`: an enum of integers that keeps what it does not
/// know in `Unknown`.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_integer_enum {
    ($name:ident { $($variant:ident = $wire:literal),* }) => {
        impl $name {
            /// The value as it goes on the wire.
            pub fn get(&self) -> ::core::primitive::i64 {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(value) => *value,
                }
            }
        }
        impl ::core::convert::From<::core::primitive::i64> for $name {
            fn from(value: ::core::primitive::i64) -> Self {
                match value {
                    $($wire => Self::$variant,)*
                    _ => Self::Unknown(value),
                }
            }
        }
        impl $crate::generated::IntegerSlot for $name {
            fn set(
                &mut self,
                value: ::core::primitive::i128,
            ) -> ::core::result::Result<(), $crate::generated::Expected> {
                let mut integer: ::core::primitive::i64 = 0;
                $crate::generated::IntegerSlot::set(&mut integer, value)?;
                *self = ::core::convert::From::from(integer);
                ::core::result::Result::Ok(())
            }
        }
        $crate::generated::integer_enum_value!($name, Self::Unknown(0), Self::Unknown(_));
    };
}

/// `closed_integer_enum!(Name { Variant = 1, ... } "one of ...")`: an enum of integers that refuses
/// what it does not know.
#[doc(hidden)]
#[macro_export]
macro_rules! __closed_integer_enum {
    ($name:ident { $first:ident = $integer:literal $(, $variant:ident = $wire:literal)* } $expected:literal) => {
        impl $name {
            /// The value as it goes on the wire.
            pub fn get(&self) -> ::core::primitive::i64 {
                match self {
                    Self::$first => $integer,
                    $(Self::$variant => $wire,)*
                }
            }
        }
        impl $crate::generated::IntegerSlot for $name {
            fn set(
                &mut self,
                value: ::core::primitive::i128,
            ) -> ::core::result::Result<(), $crate::generated::Expected> {
                *self = match value {
                    $integer => Self::$first,
                    $($wire => Self::$variant,)*
                    _ => {
                        return ::core::result::Result::Err($crate::generated::Expected(
                            $crate::generated::Cow::Borrowed($expected),
                        ));
                    }
                };
                ::core::result::Result::Ok(())
            }
        }
        $crate::generated::integer_enum_value!($name, Self::$first);
    };
}

/// `integer_enum_value!(Name, blank, unknown)`: an enum of integers as a value, and what it has by its
/// `get`.
#[doc(hidden)]
#[macro_export]
macro_rules! __integer_enum_value {
    ($name:ident, $blank:expr $(, $unknown:pat)?) => {
        impl $crate::generated::Value for $name {
            fn view(&self) -> $crate::generated::View<'_> {
                $crate::generated::View::Signed(self.get())
            }
            fn slot(&mut self) -> $crate::generated::Slot<'_> {
                $crate::generated::Slot::Integer(self)
            }
            $(fn is_unknown(&self) -> ::core::primitive::bool {
                ::core::matches!(self, $unknown)
            })?
            fn blank() -> Self {
                $blank
            }
        }
        impl $crate::generated::Blank for $name {
            const BLANK: Self = $blank;
        }
        $crate::generated::copy!($name);
        impl $crate::generated::Plain for $name {}
        impl ::core::convert::From<$name> for ::core::primitive::i64 {
            fn from(value: $name) -> Self {
                value.get()
            }
        }
        $crate::generated::by_key!($name, get);
    };
}
