//! The static tables that the runtime's engine reads.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use super::Emitter;
use crate::model::{Check, Constant, Field, FieldContent, Place, Presence, Style};

/// A table's entries, and access to the fields by index. Names are those of the enclosing
/// `use ... as __rt`.
pub(super) struct Table {
    /// `__rt::Field::required("id", "id")`, ...
    pub(super) fields: Vec<TokenStream>,
    /// `0 => &self.id`, ...
    pub(super) get: Vec<TokenStream>,
    /// `0 => &mut self.id`, ...
    pub(super) get_mut: Vec<TokenStream>,
}

impl Emitter<'_> {
    /// The table of a list of fields.
    pub(super) fn table(self, fields: &[Field]) -> Table {
        let mut table = Table { fields: Vec::new(), get: Vec::new(), get_mut: Vec::new() };
        for (index, field) in fields.iter().enumerate() {
            table.fields.push(entry(field));
            if matches!(field.content, FieldContent::Value { .. }) {
                let name = self.ident(&field.name);
                let index = Literal::usize_unsuffixed(index);
                table.get.push(quote!(#index => &self.#name));
                table.get_mut.push(quote!(#index => &mut self.#name));
            }
        }
        table
    }

    /// `impl Object` for a type with these fields; `extra` where unknown fields are kept.
    pub(super) fn object_impl(self, name: &Ident, table: &Table, extra: bool) -> TokenStream {
        let rt = self.rt;
        let (get, get_mut) = (&table.get, &table.get_mut);
        let (get, get_mut) = if get.is_empty() {
            (quote!(::core::option::Option::None), quote!(::core::option::Option::None))
        } else {
            (
                quote!(::core::option::Option::Some(match __index {
                    #(#get,)*
                    _ => return ::core::option::Option::None,
                })),
                quote!(::core::option::Option::Some(match __index {
                    #(#get_mut,)*
                    _ => return ::core::option::Option::None,
                })),
            )
        };
        let extra = extra.then(|| {
            quote! {
                fn extra(&self) -> ::core::option::Option<&#rt::Extra> {
                    ::core::option::Option::Some(&self.extra)
                }
                fn extra_mut(&mut self) -> ::core::option::Option<&mut #rt::Extra> {
                    ::core::option::Option::Some(&mut self.extra)
                }
            }
        });
        quote! {
            impl __rt::Object for #name {
                fn schema(&self) -> &'static __rt::Schema {
                    &SCHEMA
                }
                fn get(&self, __index: ::core::primitive::usize) -> ::core::option::Option<&dyn __rt::Value> {
                    #get
                }
                fn get_mut(&mut self, __index: ::core::primitive::usize) -> ::core::option::Option<&mut dyn __rt::Value> {
                    #get_mut
                }
                #extra
            }
        }
    }

    /// `Clone`, `Debug` and `PartialEq` for a type with these fields; `extra` where unknown fields
    /// are kept. Inline, as derives are: they are compiled where they are used, or not at all.
    pub(super) fn object_traits(self, name: &Ident, fields: &[Field], extra: bool) -> TokenStream {
        let names = self.field_names(fields);
        let extra = extra.then(|| quote!(extra: ::core::clone::Clone::clone(&self.extra),));
        quote! {
            #[automatically_derived]
            impl ::core::clone::Clone for #name {
                #[inline]
                fn clone(&self) -> Self {
                    Self { #(#names: ::core::clone::Clone::clone(&self.#names),)* #extra }
                }
            }
            #[automatically_derived]
            impl ::core::fmt::Debug for #name {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __rt::debug(self, f)
                }
            }
            #[automatically_derived]
            impl ::core::cmp::PartialEq for #name {
                #[inline]
                fn eq(&self, other: &Self) -> ::core::primitive::bool {
                    __rt::equal(self, other)
                }
            }
        }
    }
}

fn entry(field: &Field) -> TokenStream {
    let wire = &field.name.wire;
    let rust = &field.name.rust;
    let place = match field.place {
        Place::Body | Place::Form | Place::Part => None,
        Place::Path => Some(quote!(.at(__rt::Place::Path))),
        Place::Query => Some(quote!(.at(__rt::Place::Query))),
        Place::Header | Place::ResponseHeader => Some(quote!(.at(__rt::Place::Header))),
        Place::Cookie => Some(quote!(.at(__rt::Place::Cookie))),
        Place::Payload => Some(quote!(.at(__rt::Place::Payload))),
    };
    match &field.content {
        FieldContent::Constant(constant) => {
            let constant = constant_tokens(constant);
            quote!(__rt::Field::constant(#wire, #constant) #place)
        }
        FieldContent::Value { ty, .. } => {
            let new = match field.presence {
                Presence::Required => quote!(required),
                Presence::Optional => quote!(optional),
                Presence::Nullable => quote!(nullable),
                Presence::OptionalNullable => quote!(patch),
            };
            let style = style(field.style);
            let sensitive = field.sensitive.then(|| quote!(.sensitive()));
            let checks = (!ty.checks.is_empty()).then(|| {
                let checks = checks(&ty.checks);
                quote!(.checks(#checks))
            });
            quote!(__rt::Field::#new(#wire, #rust) #place #style #sensitive #checks)
        }
    }
}

fn style(style: Style) -> Option<TokenStream> {
    match style {
        Style::Form => None,
        Style::Pipe => Some(quote!(.style(__rt::Style::Pipe))),
        Style::Space => Some(quote!(.style(__rt::Style::Space))),
        Style::Comma => Some(quote!(.style(__rt::Style::Comma))),
        Style::Deep => Some(quote!(.style(__rt::Style::Deep))),
    }
}

fn constant_tokens(constant: &Constant) -> TokenStream {
    match constant {
        Constant::Text(text) => quote!(__rt::Constant::Text(#text)),
        Constant::Integer(value) => {
            let value = Literal::i64_unsuffixed(*value);
            quote!(__rt::Constant::Integer(#value))
        }
        Constant::Float(value) => quote!(__rt::Constant::Float(#value)),
        Constant::Bool(value) => quote!(__rt::Constant::Bool(#value)),
    }
}

/// `&[check, ...]`
pub(super) fn checks(checks: &[Check]) -> TokenStream {
    let checks = checks.iter().map(check);
    quote!(&[#(#checks),*])
}

fn check(check: &Check) -> TokenStream {
    match check {
        Check::Integer { min, max } => {
            let (min, max) = (integer(*min), integer(*max));
            quote!(__rt::Check::Integer { min: #min, max: #max })
        }
        Check::Float { min, max, open } => {
            let min = min.map_or_else(|| quote!(::core::primitive::f64::MIN), |min| quote!(#min));
            let max = max.map_or_else(|| quote!(::core::primitive::f64::MAX), |max| quote!(#max));
            quote!(__rt::Check::Float { min: #min, max: #max, open: #open })
        }
        Check::Length { min, max } => {
            let (min, max) = (Literal::u64_unsuffixed(*min), Literal::u64_unsuffixed(*max));
            quote!(__rt::Check::Length { min: #min, max: #max })
        }
        Check::Count { min, max } => {
            let (min, max) = (Literal::u64_unsuffixed(*min), Literal::u64_unsuffixed(*max));
            quote!(__rt::Check::Count { min: #min, max: #max })
        }
        Check::Prefix(prefix) => quote!(__rt::Check::Prefix(#prefix)),
        Check::Pattern(pattern) => quote!(__rt::Check::Pattern({
            static PATTERN: __rt::Pattern = __rt::Pattern::new(#pattern);
            &PATTERN
        })),
        Check::Each(each) => {
            let each = checks(each);
            quote!(__rt::Check::Each(#each))
        }
        Check::Keys(keys) => {
            let keys = checks(keys);
            quote!(__rt::Check::Keys(#keys))
        }
        Check::DateTime => quote!(__rt::Check::DateTime),
    }
}

/// A bound. The two that stand for no bound are named.
fn integer(value: i128) -> TokenStream {
    match value {
        i128::MIN => quote!(::core::primitive::i128::MIN),
        i128::MAX => quote!(::core::primitive::i128::MAX),
        value => Literal::i128_unsuffixed(value).into_token_stream(),
    }
}
