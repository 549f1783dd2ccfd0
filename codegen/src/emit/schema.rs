//! The static tables that the runtime's engine reads.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::model::{Check, Constant, Field, FieldContent, Place, Presence, Style};

/// `__rt::Schema::new("Find", &[...])`: the table of a list of fields.
pub(super) fn table(name: &str, fields: &[Field]) -> TokenStream {
    let entries = fields.iter().filter_map(entry);
    let mut constants = fields.iter().filter_map(constant).peekable();
    let constants = constants.peek().is_some().then(|| quote!(.constants(&[#(#constants),*])));
    quote!(__rt::Schema::new(#name, &[#(#entries),*]) #constants)
}

/// Where a field goes, if not into the body.
fn place(place: Place) -> Option<TokenStream> {
    match place {
        Place::Body | Place::Form | Place::Part => None,
        Place::Path => Some(quote!(.at(__rt::Place::Path))),
        Place::Query => Some(quote!(.at(__rt::Place::Query))),
        Place::Header | Place::ResponseHeader => Some(quote!(.at(__rt::Place::Header))),
        Place::Cookie => Some(quote!(.at(__rt::Place::Cookie))),
        Place::Payload => Some(quote!(.at(__rt::Place::Payload))),
    }
}

fn entry(field: &Field) -> Option<TokenStream> {
    let FieldContent::Value { ty, .. } = &field.content else {
        return None;
    };
    let (wire, rust) = (&field.name.wire, &field.name.rust);
    let new = match field.presence {
        Presence::Required => quote!(required),
        Presence::Optional => quote!(optional),
        Presence::Nullable => quote!(nullable),
        Presence::OptionalNullable => quote!(patch),
    };
    let place = place(field.place);
    let style = style(field.style);
    let sensitive = field.sensitive.then(|| quote!(.sensitive()));
    let checks = (!ty.checks.is_empty()).then(|| {
        let checks = checks(&ty.checks);
        quote!(.checks(#checks))
    });
    Some(quote!(__rt::Field::#new(#wire, #rust) #place #style #sensitive #checks))
}

fn constant(field: &Field) -> Option<TokenStream> {
    let FieldContent::Constant(constant) = &field.content else {
        return None;
    };
    let wire = &field.name.wire;
    let (value, place) = (constant_tokens(constant), place(field.place));
    Some(quote!(__rt::FixedField::new(#wire, #value) #place))
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
