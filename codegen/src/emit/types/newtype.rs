//! Newtypes: a text or an integer with a name of its own.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::emit::{Emitter, docs, schema};
use crate::model::{Type, TypeDef, TypeKind};

/// Emits a newtype.
pub(super) fn newtype(emitter: Emitter<'_>, def: &TypeDef, inner: &Type) -> TokenStream {
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let mut lines = def.docs.clone();
    if lines.is_empty() {
        lines.push(format!("A `{}`.", def.name.rust));
    }
    let rules = crate::lower::describe(&inner.checks);
    if !rules.is_empty() {
        lines.push(String::new());
        lines.push(rules.join(" "));
    }
    let doc = docs::doc(&lines);
    let deprecated = docs::deprecated(def.deprecated.as_ref());
    let allow = emitter.allow_deprecated();
    let ty = emitter.kind(def.module, &inner.kind);
    let checks = schema::checks(&inner.checks);
    let serde = super::serde_impls(&name);
    let (argument, body) = if inner.kind == TypeKind::Text {
        (quote!(impl ::core::convert::Into<#ty>), text(emitter, &name))
    } else {
        (ty.clone(), integer(&name, &ty))
    };
    let convert = if inner.kind == TypeKind::Text {
        quote!(::core::convert::Into::into(value))
    } else {
        quote!(value)
    };
    quote! {
        #doc #deprecated
        pub struct #name(#ty);
        #allow
        const _: () = {
            use #rt::__private as __rt;
            static CHECKS: &[__rt::Check] = #checks;
            impl #name {
                /// Checks the value against the rules of the type. `From` takes it as it is; the
                /// rules are checked then when a request that holds it is sent.
                ///
                /// # Errors
                /// If it breaks a rule.
                pub fn new(value: #argument) -> ::core::result::Result<Self, #rt::Violation> {
                    let value = Self(#convert);
                    __rt::check_value(&value.0, CHECKS)?;
                    ::core::result::Result::Ok(value)
                }
            }
            #body
            #[automatically_derived]
            impl ::core::clone::Clone for #name {
                fn clone(&self) -> Self {
                    Self(::core::clone::Clone::clone(&self.0))
                }
            }
            impl __rt::Value for #name {
                fn view(&self) -> __rt::View<'_> {
                    __rt::Value::view(&self.0)
                }
                fn slot(&mut self) -> __rt::Slot<'_> {
                    __rt::Value::slot(&mut self.0)
                }
                fn blank() -> Self {
                    Self(__rt::Value::blank())
                }
            }
            #serde
        };
    }
}

fn text(emitter: Emitter<'_>, name: &Ident) -> TokenStream {
    let rt = emitter.rt;
    let impls = super::text_impls(name);
    quote! {
        impl #name {
            /// The text.
            pub fn as_str(&self) -> &::core::primitive::str {
                &self.0
            }
            /// The text itself.
            pub fn into_string(self) -> __rt::String {
                self.0
            }
        }
        impl ::core::convert::From<&::core::primitive::str> for #name {
            fn from(value: &::core::primitive::str) -> Self {
                Self(::core::convert::From::from(value))
            }
        }
        impl ::core::convert::From<__rt::String> for #name {
            fn from(value: __rt::String) -> Self {
                Self(value)
            }
        }
        impl ::core::convert::From<&Self> for #name {
            fn from(value: &Self) -> Self {
                ::core::clone::Clone::clone(value)
            }
        }
        impl ::core::str::FromStr for #name {
            type Err = #rt::Violation;
            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, Self::Err> {
                Self::new(text)
            }
        }
        #impls
    }
}

fn integer(name: &Ident, ty: &TokenStream) -> TokenStream {
    quote! {
        impl #name {
            /// The number.
            pub fn get(&self) -> #ty {
                self.0
            }
        }
        #[automatically_derived]
        impl ::core::marker::Copy for #name {}
        impl ::core::convert::From<#ty> for #name {
            fn from(value: #ty) -> Self {
                Self(value)
            }
        }
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for #name {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                self.0 == other.0
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Eq for #name {}
        #[automatically_derived]
        impl ::core::cmp::PartialOrd for #name {
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Ord for #name {
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&self.0, &other.0)
            }
        }
        #[automatically_derived]
        impl ::core::hash::Hash for #name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&self.0, state);
            }
        }
    }
}
