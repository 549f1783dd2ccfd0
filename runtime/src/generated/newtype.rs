//! What every newtype has.

/// `newtype_value!(Name, CHECKS)`: a newtype as the value that it wraps, with rules of its own; with
/// `wrapped`, beside the rules of that.
#[doc(hidden)]
#[macro_export]
macro_rules! __newtype_value {
    (@wrapped $self:ident) => {
        ::core::option::Option::None
    };
    (@wrapped $self:ident wrapped) => {
        ::core::option::Option::Some(&$self.0)
    };
    ($name:ident, $checks:ident $($wrapped:ident)?) => {
        impl $crate::generated::Value for $name {
            fn view(&self) -> $crate::generated::View<'_> {
                $crate::generated::Value::view(&self.0)
            }
            fn slot(&mut self) -> $crate::generated::Slot<'_> {
                $crate::generated::Value::slot(&mut self.0)
            }
            fn blank() -> Self {
                <Self as $crate::generated::Blank>::BLANK
            }
            fn rules(&self) -> &'static [$crate::generated::Check] {
                $checks
            }
            fn wrapped(&self) -> ::core::option::Option<&dyn $crate::generated::Value> {
                $crate::generated::newtype_value!(@wrapped self $($wrapped)?)
            }
        }
        impl $crate::generated::Blank for $name {
            const BLANK: Self = Self($crate::generated::Blank::BLANK);
        }
    };
}

/// `integer_newtype!(Name, u64, CHECKS)`: an integer of its own type.
#[doc(hidden)]
#[macro_export]
macro_rules! __integer_newtype {
    ($name:ident, $ty:ty, $checks:ident) => {
        impl $name {
            /// Checks the number against the rules of the type. `From` takes it as it is; the
            /// rules are checked then when a request that holds it is sent.
            ///
            /// # Errors
            /// If it breaks a rule.
            pub fn new(value: $ty) -> ::core::result::Result<Self, $crate::Violation> {
                $crate::generated::check_value(&value, $checks)?;
                ::core::result::Result::Ok(Self(value))
            }
            /// The number.
            pub fn get(&self) -> $ty {
                self.0
            }
        }
        $crate::generated::copy!($name);
        impl $crate::generated::Plain for $name {}
        impl ::core::convert::From<$ty> for $name {
            fn from(value: $ty) -> Self {
                Self(value)
            }
        }
        $crate::generated::by_key!($name, get);
        $crate::generated::newtype_value!($name, $checks);
    };
}

/// `wrapping_newtype!(Name, Type, CHECKS)`: any other type as one of its own. With `hashed` it has
/// what a value with an identity has; with `text`, what one has that is made from a text.
#[doc(hidden)]
#[macro_export]
macro_rules! __wrapping_newtype {
    ($name:ident, $ty:ty, $checks:ident) => {
        impl $name {
            /// Checks the value against the rules of the type. `From` takes it as it is; the rules
            /// are checked then when a request that holds it is sent.
            ///
            /// # Errors
            /// If it breaks a rule.
            pub fn new(
                value: impl ::core::convert::Into<$ty>,
            ) -> ::core::result::Result<Self, $crate::Violation> {
                let value = ::core::convert::Into::into(value);
                $crate::generated::check_value(&value, $checks)?;
                ::core::result::Result::Ok(Self(value))
            }
            /// The value itself.
            pub fn into_inner(self) -> $ty {
                self.0
            }
        }
        impl ::core::convert::From<$ty> for $name {
            fn from(value: $ty) -> Self {
                Self(value)
            }
        }
        impl ::core::ops::Deref for $name {
            type Target = $ty;
            fn deref(&self) -> &$ty {
                &self.0
            }
        }
        $crate::generated::wrapper!($name);
        $crate::generated::newtype_value!($name, $checks wrapped);
        $crate::generated::serde!($name []);
    };
    ($name:ident, $ty:ty, $checks:ident hashed) => {
        $crate::generated::wrapping_newtype!($name, $ty, $checks);
        #[automatically_derived]
        impl ::core::cmp::Eq for $name {}
        #[automatically_derived]
        impl ::core::hash::Hash for $name {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&self.0, state);
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }
    };
    ($name:ident, $ty:ty, $checks:ident text) => {
        $crate::generated::wrapping_newtype!($name, $ty, $checks hashed);
        impl ::core::convert::From<&::core::primitive::str> for $name {
            fn from(value: &::core::primitive::str) -> Self {
                Self(::core::convert::From::from(value))
            }
        }
        impl ::core::convert::From<$crate::generated::String> for $name {
            fn from(value: $crate::generated::String) -> Self {
                Self(::core::convert::From::from(value))
            }
        }
        impl ::core::convert::AsRef<::core::primitive::str> for $name {
            fn as_ref(&self) -> &::core::primitive::str {
                ::core::convert::AsRef::as_ref(&self.0)
            }
        }
    };
}

/// `wrapper!(Name)`: copies, comparison and printing of a type that is another one, `.0`.
#[doc(hidden)]
#[macro_export]
macro_rules! __wrapper {
    ($name:ident) => {
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                Self(::core::clone::Clone::clone(&self.0))
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                self.0 == other.0
            }
        }
    };
}
