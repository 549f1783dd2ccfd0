//! What every exclusive group has.

/// `choice!(Name = First { 0 } { 0 First = FIRST { 0: a }, 1 Second = SECOND { b: a, c: b } })`: an
/// enum with a variant for each group, and the table of each. A variant is blank as `First` says.
#[doc(hidden)]
#[macro_export]
macro_rules! __choice {
    (
        $name:ident = $first:ident { $($blank:tt),* }
        { $($index:literal $variant:ident = $schema:ident { $($member:tt: $binding:ident),* }),* }
    ) => {
        impl $name {
            /// The tables of the groups.
            fn groups() -> &'static [&'static $crate::generated::Schema] {
                static GROUPS: &[&$crate::generated::Schema] = &[$(&$schema),*];
                GROUPS
            }
        }
        impl $crate::generated::Choice for $name {
            const GROUPS: $crate::generated::Groups = Self::groups;
        }
        impl $crate::generated::Object for $name {
            fn schema(&self) -> &'static $crate::generated::Schema {
                match self {
                    $(Self::$variant { .. } => &$schema,)*
                }
            }
            fn fields<'a>(&'a self, visit: $crate::generated::FieldsVisitor<'a, '_>) {
                match self {
                    $(Self::$variant { $($member: $binding),* } => {
                        visit(&[$($binding),*], ::core::option::Option::None);
                    })*
                }
            }
            fn fields_mut(&mut self, visit: $crate::generated::FieldsMutVisitor<'_>) {
                match self {
                    $(Self::$variant { $($member: $binding),* } => {
                        visit(&mut [$($binding),*], ::core::option::Option::None);
                    })*
                }
            }
        }
        impl $crate::generated::ChoiceSlot for $name {
            fn select(
                &mut self,
                group: ::core::primitive::usize,
            ) -> ::core::option::Option<&mut dyn $crate::generated::Object> {
                *self = match group {
                    $($index => Self::$variant {
                        $($member: $crate::generated::Value::blank()),*
                    },)*
                    _ => return ::core::option::Option::None,
                };
                ::core::option::Option::Some(self)
            }
        }
        impl $crate::generated::Value for $name {
            fn view(&self) -> $crate::generated::View<'_> {
                $crate::generated::View::Object(self)
            }
            fn slot(&mut self) -> $crate::generated::Slot<'_> {
                $crate::generated::Slot::Choice(self)
            }
            fn blank() -> Self {
                <Self as $crate::generated::Blank>::BLANK
            }
        }
        impl $crate::generated::Blank for $name {
            const BLANK: Self = Self::$first { $($blank: $crate::generated::Blank::BLANK),* };
        }
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant { $($member: $binding),* } => Self::$variant {
                        $($member: ::core::clone::Clone::clone($binding)),*
                    },)*
                }
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::generated::debug(self, f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                $crate::generated::equal(self, other)
            }
        }
    };
}
