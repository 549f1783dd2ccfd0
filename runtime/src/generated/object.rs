//! What every generated struct has beside its fields and its table.

/// `object!(SCHEMA, Name[T] { field, ... } extra)`: access to the fields, `Clone`, `Debug` and
/// `PartialEq`. A type without `extra` keeps no unknown fields.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    (@extra $self:ident) => {
        ::core::option::Option::None
    };
    (@extra $self:ident extra) => {
        ::core::option::Option::Some(&$self.extra)
    };
    (@extra_mut $self:ident) => {
        ::core::option::Option::None
    };
    (@extra_mut $self:ident extra) => {
        ::core::option::Option::Some(&mut $self.extra)
    };
    ($schema:ident, $name:ident [$($parameter:ident),*] { $($field:ident),* } $($extra:ident)?) => {
        impl<$($parameter: $crate::generated::Blank),*> $crate::generated::Object
            for $name<$($parameter),*>
        {
            fn schema(&self) -> &'static $crate::generated::Schema {
                &$schema
            }
            fn fields<'a>(&'a self, visit: $crate::generated::FieldsVisitor<'a, '_>) {
                visit(&[$(&self.$field),*], $crate::generated::object!(@extra self $($extra)?));
            }
            fn fields_mut(&mut self, visit: $crate::generated::FieldsMutVisitor<'_>) {
                visit(
                    &mut [$(&mut self.$field),*],
                    $crate::generated::object!(@extra_mut self $($extra)?),
                );
            }
        }
        #[automatically_derived]
        impl<$($parameter: ::core::clone::Clone),*> ::core::clone::Clone for $name<$($parameter),*> {
            #[inline]
            fn clone(&self) -> Self {
                Self {
                    $($field: ::core::clone::Clone::clone(&self.$field),)*
                    $($extra: ::core::clone::Clone::clone(&self.$extra),)?
                }
            }
        }
        #[automatically_derived]
        impl<$($parameter: $crate::generated::Blank),*> ::core::fmt::Debug for $name<$($parameter),*> {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::generated::debug(self, f)
            }
        }
        #[automatically_derived]
        impl<$($parameter: $crate::generated::Blank),*> ::core::cmp::PartialEq
            for $name<$($parameter),*>
        {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                $crate::generated::equal(self, other)
            }
        }
    };
}

/// `data!(Name[T] { field, ... } extra)`: what makes a struct a value that can be in a request or a
/// response.
#[doc(hidden)]
#[macro_export]
macro_rules! __data {
    ($name:ident [$($parameter:ident),*] { $($field:ident),* } $($extra:ident)?) => {
        impl<$($parameter: $crate::generated::Blank),*> $crate::generated::Value
            for $name<$($parameter),*>
        {
            fn view(&self) -> $crate::generated::View<'_> {
                $crate::generated::View::Object(self)
            }
            fn slot(&mut self) -> $crate::generated::Slot<'_> {
                $crate::generated::Slot::Object(self)
            }
            fn blank() -> Self {
                <Self as $crate::generated::Blank>::BLANK
            }
        }
        impl<$($parameter: $crate::generated::Blank),*> $crate::generated::Blank
            for $name<$($parameter),*>
        {
            const BLANK: Self = Self {
                $($field: $crate::generated::Blank::BLANK,)*
                $($extra: $crate::generated::Blank::BLANK,)?
            };
        }
        $crate::generated::serde!($name [$($parameter),*]);
    };
}

/// `serde!(Name[T])`: the bridges to serde.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($name:ident [$($parameter:ident),*]) => {
        impl<$($parameter: $crate::generated::Blank),*> $crate::generated::Serialize
            for $name<$($parameter),*>
        {
            fn serialize<__S: $crate::generated::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::generated::serialize(self, serializer)
            }
        }
        impl<'de, $($parameter: $crate::generated::Blank),*> $crate::generated::Deserialize<'de>
            for $name<$($parameter),*>
        {
            fn deserialize<__D: $crate::generated::Deserializer<'de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::generated::deserialize(deserializer)
            }
        }
    };
}
