//! The types of a spec, one file for each shape.

mod enum_;
mod newtype;
mod struct_;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use crate::model::{Shape, TypeDef};

/// Emits a type.
pub(super) fn type_def(emitter: Emitter<'_>, def: &TypeDef) -> TokenStream {
    match &def.shape {
        Shape::Struct { fields, closed } => struct_::struct_(emitter, def, fields, *closed),
        Shape::Enum { values, closed } => enum_::enum_(emitter, def, values, *closed),
        Shape::Newtype(inner) => newtype::newtype(emitter, def, inner),
    }
}

/// `Serialize` and `Deserialize`: one line each, the engine does the rest.
pub(super) fn serde_impls(name: &Ident) -> TokenStream {
    quote! {
        impl __rt::Serialize for #name {
            fn serialize<S: __rt::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                __rt::serialize(self, serializer)
            }
        }
        impl<'de> __rt::Deserialize<'de> for #name {
            fn deserialize<D: __rt::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                __rt::deserialize(deserializer)
            }
        }
    }
}

/// Comparison, hashing and printing of a type that is a text on the wire.
pub(super) fn text_impls(name: &Ident) -> TokenStream {
    quote! {
        impl ::core::convert::AsRef<::core::primitive::str> for #name {
            fn as_ref(&self) -> &::core::primitive::str {
                self.as_str()
            }
        }
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self.as_str(), f)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self.as_str(), f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for #name {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                self.as_str() == other.as_str()
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Eq for #name {}
        impl ::core::cmp::PartialEq<::core::primitive::str> for #name {
            fn eq(&self, other: &::core::primitive::str) -> ::core::primitive::bool {
                self.as_str() == other
            }
        }
        impl ::core::cmp::PartialEq<&::core::primitive::str> for #name {
            fn eq(&self, other: &&::core::primitive::str) -> ::core::primitive::bool {
                self.as_str() == *other
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialOrd for #name {
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Ord for #name {
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(self.as_str(), other.as_str())
            }
        }
        #[automatically_derived]
        impl ::core::hash::Hash for #name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }
    }
}
