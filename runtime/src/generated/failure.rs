//! What `Failure` is: the error type of a client, one variant for each thing that can go wrong.

#[doc(hidden)]
#[macro_export]
macro_rules! __failure {
    ($name:ident { $($variant:ident = $number:literal),* }) => {
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant(payload) => Self::$variant(::core::clone::Clone::clone(payload)),)*
                    Self::Unknown(failure) => Self::Unknown(::core::clone::Clone::clone(failure)),
                }
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $(Self::$variant(payload) => {
                        f.debug_tuple(::core::stringify!($variant)).field(payload).finish()
                    })*
                    Self::Unknown(failure) => f.debug_tuple("Unknown").field(failure).finish(),
                }
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                match (self, other) {
                    $((Self::$variant(one), Self::$variant(other)) => one == other,)*
                    (Self::Unknown(one), Self::Unknown(other)) => one == other,
                    _ => false,
                }
            }
        }
        impl $crate::Failure for $name {
            fn blank(variant: ::core::primitive::usize) -> ::core::option::Option<Self> {
                match variant {
                    $($number => {
                        ::core::option::Option::Some(Self::$variant($crate::generated::Value::blank()))
                    })*
                    _ => ::core::option::Option::None,
                }
            }
            fn payload_mut(
                &mut self,
            ) -> ::core::option::Option<&mut dyn $crate::generated::Value> {
                match self {
                    $(Self::$variant(payload) => ::core::option::Option::Some(payload),)*
                    Self::Unknown(_) => ::core::option::Option::None,
                }
            }
            fn unknown(failure: $crate::UnknownFailure) -> Self {
                Self::Unknown(failure)
            }
        }
    };
}
