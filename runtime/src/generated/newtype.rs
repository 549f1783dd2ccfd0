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
