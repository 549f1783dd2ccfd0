//! What every newtype has.

/// `newtype_value!(Name, CHECKS)`: a newtype as the value that it wraps, with rules of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! __newtype_value {
    ($name:ident, $checks:ident) => {
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
        #[automatically_derived]
        impl ::core::marker::Copy for $name {}
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }
        impl ::core::convert::From<$ty> for $name {
            fn from(value: $ty) -> Self {
                Self(value)
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
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
        #[automatically_derived]
        impl ::core::cmp::Eq for $name {}
        #[automatically_derived]
        impl ::core::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&self.0, &other.0)
            }
        }
        #[automatically_derived]
        impl ::core::hash::Hash for $name {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&self.0, state);
            }
        }
        $crate::generated::newtype_value!($name, $checks);
        $crate::generated::serde!($name []);
    };
}
