//! What every union has beside its variants.

/// `union!(Name [T] [key] { Variant = "name", ... } { Bare = "name", ... })`: a union whose variants are
/// told apart by the tag under `key`; without one, by the shape of the JSON. A variant may have
/// checks: `Variant = "name" CHECKS`.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    (@key []) => {
        ::core::option::Option::None
    };
    (@key [$key:literal]) => {
        ::core::option::Option::Some($key)
    };
    (@tag [] $name:literal) => {
        ::core::option::Option::None
    };
    (@tag [$key:literal] $name:literal) => {
        ::core::option::Option::Some($name)
    };
    (@checks) => {
        &[]
    };
    (@checks $checks:ident) => {
        $checks
    };
    (
        $union:ident [$($parameter:ident),*] $key:tt
        { $($variant:ident = $name:literal $($checks:ident)?),* }
        { $($bare:ident = $text:literal),* }
    ) => {
        impl<$($parameter: $crate::generated::Blank),*> $crate::generated::Value
            for $union<$($parameter),*>
        {
            fn view(&self) -> $crate::generated::View<'_> {
                $crate::generated::View::Union(self)
            }
            fn slot(&mut self) -> $crate::generated::Slot<'_> {
                $crate::generated::Slot::Union(self)
            }
            fn is_unknown(&self) -> ::core::primitive::bool {
                ::core::matches!(self, Self::Unknown(_))
            }
            fn blank() -> Self {
                <Self as $crate::generated::Blank>::BLANK
            }
        }
        impl<$($parameter: $crate::generated::Blank),*> $crate::generated::Blank
            for $union<$($parameter),*>
        {
            const BLANK: Self = Self::Unknown($crate::generated::Blank::BLANK);
        }
        impl<$($parameter: $crate::generated::Blank),*> $crate::generated::Union
            for $union<$($parameter),*>
        {
            fn key(&self) -> ::core::option::Option<&'static ::core::primitive::str> {
                $crate::generated::union!(@key $key)
            }
            fn names(&self) -> &'static [&'static ::core::primitive::str] {
                &[$($name,)* $($text),*]
            }
            fn variant(&self) -> $crate::generated::Variant<'_> {
                match self {
                    $(Self::$variant(payload) => $crate::generated::Variant {
                        name: ::core::stringify!($variant),
                        tag: $crate::generated::union!(@tag $key $name),
                        payload: ::core::option::Option::Some(payload),
                        checks: $crate::generated::union!(@checks $($checks)?),
                    },)*
                    $(Self::$bare => $crate::generated::Variant {
                        name: ::core::stringify!($bare),
                        tag: $crate::generated::union!(@tag $key $text),
                        payload: ::core::option::Option::None,
                        checks: &[],
                    },)*
                    Self::Unknown(json) => $crate::generated::Variant {
                        name: "Unknown",
                        tag: ::core::option::Option::None,
                        payload: ::core::option::Option::Some(json),
                        checks: &[],
                    },
                }
            }
            fn select(
                &mut self,
                name: &::core::primitive::str,
            ) -> ::core::option::Option<$crate::generated::Slot<'_>> {
                *self = match name {
                    $($name => Self::$variant($crate::generated::Value::blank()),)*
                    $($text => Self::$bare,)*
                    _ => return ::core::option::Option::None,
                };
                ::core::option::Option::Some(match self {
                    $(Self::$variant(payload) => $crate::generated::Value::slot(payload),)*
                    _ => $crate::generated::Slot::Ignored,
                })
            }
            fn unknown(&mut self) -> $crate::generated::Slot<'_> {
                *self = <Self as $crate::generated::Blank>::BLANK;
                match self {
                    Self::Unknown(json) => $crate::generated::Slot::Json(json),
                    _ => $crate::generated::Slot::Ignored,
                }
            }
        }
        #[automatically_derived]
        impl<$($parameter: ::core::clone::Clone),*> ::core::clone::Clone for $union<$($parameter),*> {
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant(payload) => {
                        Self::$variant(::core::clone::Clone::clone(payload))
                    })*
                    $(Self::$bare => Self::$bare,)*
                    Self::Unknown(json) => Self::Unknown(::core::clone::Clone::clone(json)),
                }
            }
        }
        #[automatically_derived]
        impl<$($parameter: $crate::generated::Blank),*> ::core::fmt::Debug for $union<$($parameter),*> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::generated::debug_union(self, f)
            }
        }
        #[automatically_derived]
        impl<$($parameter: $crate::generated::Blank),*> ::core::cmp::PartialEq
            for $union<$($parameter),*>
        {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                $crate::generated::equal_unions(self, other)
            }
        }
        $crate::generated::union_tag!($union [$($parameter),*] $key);
        $crate::generated::serde!($union [$($parameter),*]);
    };
}

/// `union_tag!(Name [T] [key])`: the accessor of the tag, where there is a key.
#[doc(hidden)]
#[macro_export]
macro_rules! __union_tag {
    ($union:ident $parameters:tt []) => {};
    ($union:ident [$($parameter:ident),*] [$key:literal]) => {
        impl<$($parameter: $crate::generated::Blank),*> $union<$($parameter),*> {
            /// The tag on the wire. `None` where what came has none.
            pub fn tag(&self) -> ::core::option::Option<&::core::primitive::str> {
                $crate::generated::tag(self)
            }
        }
    };
}

/// `union_from!(Name [T] { Variant(Payload), ... })`: a payload becomes its variant.
#[doc(hidden)]
#[macro_export]
macro_rules! __union_from {
    ($union:ident $parameters:tt { $($variant:ident($payload:ty)),* }) => {$(
        $crate::generated::union_from!(@one $union $parameters $variant $payload);
    )*};
    (@one $union:ident [$($parameter:ident),*] $variant:ident $payload:ty) => {
        impl<$($parameter),*> ::core::convert::From<$payload> for $union<$($parameter),*> {
            fn from(payload: $payload) -> Self {
                Self::$variant(::core::convert::Into::into(payload))
            }
        }
    };
}

/// `union_fields!(Name [T] [Variant, ...] { docs field: required Type, docs field: optional Type, ... })`:
/// an accessor for each field that all variants have.
#[doc(hidden)]
#[macro_export]
macro_rules! __union_fields {
    (
        $union:ident [$($parameter:ident),*] $variants:tt
        { $($(#[$meta:meta])* $field:ident: $kind:ident $ty:ty,)* }
    ) => {
        impl<$($parameter),*> $union<$($parameter),*> {$(
            $(#[$meta])*
            ///
            /// `None` where what came is not known.
            pub fn $field(&self) -> ::core::option::Option<&$ty> {
                $crate::generated::union_field!(self $variants $field $kind)
            }
        )*}
    };
}

/// `union_field!(self [Variant, ...] field required)`: the body of such an accessor.
#[doc(hidden)]
#[macro_export]
macro_rules! __union_field {
    ($self:ident [$($variant:ident),*] $field:ident required) => {
        match $self {
            $(Self::$variant(payload) => ::core::option::Option::Some(&payload.$field),)*
            _ => ::core::option::Option::None,
        }
    };
    ($self:ident [$($variant:ident),*] $field:ident optional) => {
        match $self {
            $(Self::$variant(payload) => payload.$field.as_ref(),)*
            _ => ::core::option::Option::None,
        }
    };
}
