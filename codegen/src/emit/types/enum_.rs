//! Enums of texts. An open one keeps what it does not know; a closed one refuses it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Emitter, docs};
use crate::model::{EnumValue, TypeDef};

/// Emits an enum.
pub(super) fn enum_(
    emitter: Emitter<'_>,
    def: &TypeDef,
    values: &[EnumValue],
    closed: bool,
) -> TokenStream {
    // An enum without values has been reported; an open one can still be emitted.
    let closed = closed && !values.is_empty();
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let fallback = format!("A value of `{}`.", def.name.rust);
    let doc = docs::doc_or(&def.docs, &fallback);
    let deprecated = docs::deprecated(def.deprecated.as_ref());
    let allow = emitter.allow_deprecated();
    let wires: Vec<&str> = values.iter().map(|value| value.name.wire.as_str()).collect();
    let idents: Vec<_> = values.iter().map(|value| emitter.ident(&value.name)).collect();
    let variants = values.iter().zip(&idents).map(|(value, ident)| {
        let doc = docs::doc_or(&value.docs, &format!("`{}`", value.name.wire));
        let deprecated = docs::deprecated(value.deprecated.as_ref());
        quote!(#doc #deprecated #ident)
    });
    let unknown = (!closed).then(|| {
        quote! {
            /// A value that the spec does not know, exactly as it came.
            Unknown(#rt::__private::String),
        }
    });
    let unknown_text = (!closed).then(|| quote!(Self::Unknown(text) => text,));
    let impls = if closed {
        closed_impls(&name, &wires, &idents)
    } else {
        open_impls(&name, &wires, &idents)
    };
    let text_impls = super::text_impls(&name);
    let serde = super::serde_impls(&name);
    quote! {
        #doc #deprecated #allow
        #[non_exhaustive]
        pub enum #name { #(#variants,)* #unknown }
        #allow
        const _: () = {
            use #rt::__private as __rt;
            impl #name {
                /// The value as it goes on the wire.
                pub fn as_str(&self) -> &::core::primitive::str {
                    match self {
                        #(Self::#idents => #wires,)*
                        #unknown_text
                    }
                }
            }
            #impls
            #text_impls
            #serde
        };
    }
}

fn open_impls(
    name: &proc_macro2::Ident,
    wires: &[&str],
    idents: &[proc_macro2::Ident],
) -> TokenStream {
    quote! {
        impl #name {
            fn from_text(text: __rt::Cow<'_, ::core::primitive::str>) -> Self {
                match &*text {
                    #(#wires => Self::#idents,)*
                    _ => Self::Unknown(text.into_owned()),
                }
            }
        }
        impl ::core::convert::From<&::core::primitive::str> for #name {
            fn from(text: &::core::primitive::str) -> Self {
                Self::from_text(__rt::Cow::Borrowed(text))
            }
        }
        impl ::core::convert::From<__rt::String> for #name {
            fn from(text: __rt::String) -> Self {
                Self::from_text(__rt::Cow::Owned(text))
            }
        }
        #[automatically_derived]
        impl ::core::clone::Clone for #name {
            fn clone(&self) -> Self {
                Self::from_text(__rt::Cow::Borrowed(self.as_str()))
            }
        }
        impl __rt::TextSlot for #name {
            fn set(&mut self, text: __rt::Cow<'_, ::core::primitive::str>) -> ::core::result::Result<(), __rt::Expected> {
                *self = Self::from_text(text);
                ::core::result::Result::Ok(())
            }
        }
        impl __rt::Value for #name {
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Text(self.as_str())
            }
            fn slot(&mut self) -> __rt::Slot<'_> {
                __rt::Slot::Text(self)
            }
            fn blank() -> Self {
                Self::Unknown(__rt::String::new())
            }
        }
    }
}

fn closed_impls(
    name: &proc_macro2::Ident,
    wires: &[&str],
    idents: &[proc_macro2::Ident],
) -> TokenStream {
    let list: Vec<String> = wires.iter().map(|wire| format!("`{wire}`")).collect();
    let expected = format!("one of {}", list.join(", "));
    let first = idents.first();
    quote! {
        #[automatically_derived]
        impl ::core::marker::Copy for #name {}
        #[automatically_derived]
        impl ::core::clone::Clone for #name {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl __rt::TextSlot for #name {
            fn set(&mut self, text: __rt::Cow<'_, ::core::primitive::str>) -> ::core::result::Result<(), __rt::Expected> {
                *self = match &*text {
                    #(#wires => Self::#idents,)*
                    _ => return ::core::result::Result::Err(__rt::Expected(__rt::Cow::Borrowed(#expected))),
                };
                ::core::result::Result::Ok(())
            }
        }
        impl __rt::Value for #name {
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Text(self.as_str())
            }
            fn slot(&mut self) -> __rt::Slot<'_> {
                __rt::Slot::Text(self)
            }
            fn blank() -> Self {
                Self::#first
            }
        }
    }
}
