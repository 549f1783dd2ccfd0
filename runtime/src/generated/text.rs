//! What every type has that is a text on the wire.

/// `text!(Name)`: what a type has by its `as_str`.
#[doc(hidden)]
#[macro_export]
macro_rules! __text {
    ($name:ident) => {
        impl $crate::generated::Plain for $name {}
        impl ::core::convert::AsRef<::core::primitive::str> for $name {
            fn as_ref(&self) -> &::core::primitive::str {
                self.as_str()
            }
        }
        impl ::core::cmp::PartialEq<::core::primitive::str> for $name {
            #[inline]
            fn eq(&self, other: &::core::primitive::str) -> ::core::primitive::bool {
                self.as_str() == other
            }
        }
        impl ::core::cmp::PartialEq<&::core::primitive::str> for $name {
            #[inline]
            fn eq(&self, other: &&::core::primitive::str) -> ::core::primitive::bool {
                self.as_str() == *other
            }
        }
        $crate::generated::by_key!($name, as_str);
    };
}

/// `text_newtype!(Name, CHECKS)`: a text of its own type.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_newtype {
    ($name:ident, $checks:ident) => {
        impl $name {
            /// Checks the text against the rules of the type. `From` takes it as it is; the rules
            /// are checked then when a request that holds it is sent.
            ///
            /// # Errors
            /// If it breaks a rule.
            pub fn new(
                value: impl ::core::convert::Into<$crate::generated::String>,
            ) -> ::core::result::Result<Self, $crate::Violation> {
                let value = ::core::convert::Into::into(value);
                $crate::generated::check_value(&value, $checks)?;
                ::core::result::Result::Ok(Self(value))
            }
            /// The text.
            pub fn as_str(&self) -> &::core::primitive::str {
                &self.0
            }
            /// The text itself.
            pub fn into_string(self) -> $crate::generated::String {
                self.0
            }
        }
        impl ::core::convert::From<&::core::primitive::str> for $name {
            fn from(value: &::core::primitive::str) -> Self {
                Self(::core::convert::From::from(value))
            }
        }
        impl ::core::convert::From<$crate::generated::String> for $name {
            fn from(value: $crate::generated::String) -> Self {
                Self(value)
            }
        }
        impl ::core::convert::From<&Self> for $name {
            fn from(value: &Self) -> Self {
                ::core::clone::Clone::clone(value)
            }
        }
        impl ::core::str::FromStr for $name {
            type Err = $crate::Violation;
            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, Self::Err> {
                Self::new(text)
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                Self(::core::clone::Clone::clone(&self.0))
            }
        }
        $crate::generated::newtype_value!($name, $checks);
        $crate::generated::text!($name);
    };
}

/// `open_enum!(Name { Variant = "wire", ... })`: an enum of texts that keeps what it does not know
/// in `Unknown`.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_enum {
    ($name:ident { $($variant:ident = $wire:literal),* }) => {
        impl $name {
            /// The value as it goes on the wire.
            pub fn as_str(&self) -> &::core::primitive::str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Unknown(text) => text,
                }
            }
            fn from_text(
                text: $crate::generated::Cow<'_, ::core::primitive::str>,
            ) -> Self {
                match &*text {
                    $($wire => Self::$variant,)*
                    _ => Self::Unknown(text.into_owned()),
                }
            }
        }
        impl ::core::convert::From<&::core::primitive::str> for $name {
            fn from(text: &::core::primitive::str) -> Self {
                Self::from_text($crate::generated::Cow::Borrowed(text))
            }
        }
        impl ::core::convert::From<$crate::generated::String> for $name {
            fn from(text: $crate::generated::String) -> Self {
                Self::from_text($crate::generated::Cow::Owned(text))
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                Self::from_text($crate::generated::Cow::Borrowed(self.as_str()))
            }
        }
        impl $crate::generated::TextSlot for $name {
            fn set(
                &mut self,
                text: $crate::generated::Cow<'_, ::core::primitive::str>,
            ) -> ::core::result::Result<(), $crate::generated::Expected> {
                *self = Self::from_text(text);
                ::core::result::Result::Ok(())
            }
        }
        $crate::generated::enum_value!(
            $name,
            Self::Unknown($crate::generated::String::new()),
            Self::Unknown(_)
        );
    };
}

/// `closed_enum!(Name { Variant = "wire", ... } "one of ...")`: an enum of texts that refuses what
/// it does not know.
#[doc(hidden)]
#[macro_export]
macro_rules! __closed_enum {
    ($name:ident { $first:ident = $text:literal $(, $variant:ident = $wire:literal)* } $expected:literal) => {
        impl $name {
            /// The value as it goes on the wire.
            pub fn as_str(&self) -> &::core::primitive::str {
                match self {
                    Self::$first => $text,
                    $(Self::$variant => $wire,)*
                }
            }
        }
        $crate::generated::copy!($name);
        impl $crate::generated::TextSlot for $name {
            fn set(
                &mut self,
                text: $crate::generated::Cow<'_, ::core::primitive::str>,
            ) -> ::core::result::Result<(), $crate::generated::Expected> {
                *self = match &*text {
                    $text => Self::$first,
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
        $crate::generated::enum_value!($name, Self::$first);
    };
}

/// `enum_value!(Name, blank, unknown)`: an enum of texts as a value, and which of its variants are
/// values that the spec does not know.
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_value {
    ($name:ident, $blank:expr $(, $unknown:pat)?) => {
        impl $crate::generated::Value for $name {
            fn view(&self) -> $crate::generated::View<'_> {
                $crate::generated::View::Text(self.as_str())
            }
            fn slot(&mut self) -> $crate::generated::Slot<'_> {
                $crate::generated::Slot::Text(self)
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
        $crate::generated::text!($name);
    };
}
