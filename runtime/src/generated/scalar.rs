//! What every type has that is a text or a number on the wire.

/// `by_key!(Name, get)`: comparison, hashing, printing and serde of a type by what one of its
/// methods gives.
#[doc(hidden)]
#[macro_export]
macro_rules! __by_key {
    ($name:ident, $key:ident) => {
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.$key(), f)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.$key(), f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                self.$key() == other.$key()
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
                ::core::cmp::Ord::cmp(&self.$key(), &other.$key())
            }
        }
        #[automatically_derived]
        impl ::core::hash::Hash for $name {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&self.$key(), state);
            }
        }
        $crate::generated::serde!($name []);
    };
}

/// `copy!(Name)`: a type that is copied.
#[doc(hidden)]
#[macro_export]
macro_rules! __copy {
    ($name:ident) => {
        #[automatically_derived]
        impl ::core::marker::Copy for $name {}
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }
    };
}
