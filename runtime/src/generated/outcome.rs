//! What an endpoint has that answers in several ways.

/// `outcome!(Name { First = "First", ... } { Bare = "Bare", ... })`: an enum with a variant for each
/// response, which the status picks. It is nothing that JSON could hold.
#[doc(hidden)]
#[macro_export]
macro_rules! __outcome {
    (
        $name:ident
        { $first:ident = $first_name:literal $(, $variant:ident = $text:literal)* }
        { $($bare:ident = $bare_name:literal),* }
    ) => {
        impl $crate::generated::Value for $name {
            fn view(&self) -> $crate::generated::View<'_> {
                $crate::generated::View::Union(self)
            }
            fn slot(&mut self) -> $crate::generated::Slot<'_> {
                $crate::generated::Slot::Union(self)
            }
            fn blank() -> Self {
                <Self as $crate::generated::Blank>::BLANK
            }
        }
        impl $crate::generated::Blank for $name {
            const BLANK: Self = Self::$first($crate::generated::Blank::BLANK);
        }
        impl $crate::generated::Union for $name {
            fn key(&self) -> ::core::option::Option<&'static ::core::primitive::str> {
                ::core::option::Option::None
            }
            fn names(&self) -> &'static [&'static ::core::primitive::str] {
                &[$first_name, $($text,)* $($bare_name),*]
            }
            fn variant(&self) -> $crate::generated::Variant<'_> {
                let (name, payload): (_, ::core::option::Option<&dyn $crate::generated::Value>) =
                    match self {
                        Self::$first(payload) => {
                            ($first_name, ::core::option::Option::Some(payload))
                        }
                        $(Self::$variant(payload) => {
                            ($text, ::core::option::Option::Some(payload))
                        })*
                        $(Self::$bare => ($bare_name, ::core::option::Option::None),)*
                    };
                $crate::generated::Variant {
                    name,
                    tag: ::core::option::Option::None,
                    payload,
                    checks: &[],
                }
            }
            fn select(
                &mut self,
                name: &::core::primitive::str,
            ) -> ::core::option::Option<$crate::generated::Slot<'_>> {
                *self = match name {
                    $first_name => <Self as $crate::generated::Blank>::BLANK,
                    $($text => Self::$variant($crate::generated::Value::blank()),)*
                    $($bare_name => Self::$bare,)*
                    _ => return ::core::option::Option::None,
                };
                ::core::option::Option::Some(match self {
                    Self::$first(payload) => $crate::generated::Value::slot(payload),
                    $(Self::$variant(payload) => $crate::generated::Value::slot(payload),)*
                    $(Self::$bare => $crate::generated::Slot::Ignored,)*
                })
            }
            fn unknown(&mut self) -> $crate::generated::Slot<'_> {
                $crate::generated::Slot::Ignored
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            fn clone(&self) -> Self {
                match self {
                    Self::$first(payload) => Self::$first(::core::clone::Clone::clone(payload)),
                    $(Self::$variant(payload) => {
                        Self::$variant(::core::clone::Clone::clone(payload))
                    })*
                    $(Self::$bare => Self::$bare,)*
                }
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::generated::debug_union(self, f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                $crate::generated::equal_unions(self, other)
            }
        }
    };
}

/// `asking!(Name)`: a request that is another one, `.0`, and asks for another media type.
#[doc(hidden)]
#[macro_export]
macro_rules! __asking {
    ($name:ident) => {
        impl $crate::generated::Object for $name {
            fn schema(&self) -> &'static $crate::generated::Schema {
                $crate::generated::Object::schema(&self.0)
            }
            fn fields<'a>(&'a self, visit: $crate::generated::FieldsVisitor<'a, '_>) {
                $crate::generated::Object::fields(&self.0, visit);
            }
            fn fields_mut(&mut self, visit: $crate::generated::FieldsMutVisitor<'_>) {
                $crate::generated::Object::fields_mut(&mut self.0, visit);
            }
        }
        $crate::generated::wrapper!($name);
    };
}
