//! The static tables that the runtime's engine reads.

use std::borrow::Cow;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::{Emitter, plain};
use crate::model::{
    Access, Api, Check, Comparison, Constant, Field, FieldContent, ModuleId, Place, Presence,
    Shape, Style, Type, TypeKind,
};

/// `__rt::Schema::new("Find", &[...])`: the table of a list of fields.
pub(super) fn table(
    emitter: Emitter<'_>,
    module: ModuleId,
    name: &str,
    fields: &[Field],
    (rest, comparisons): (Option<&Field>, &[Comparison]),
) -> TokenStream {
    let entries = fields.iter().filter_map(|field| entry(emitter, module, field));
    let rest = rest.and_then(|rest| rest_tokens(emitter.api, rest));
    let comparisons = comparison_tokens(fields, comparisons);
    let mut constants = fields.iter().filter_map(constant).peekable();
    let constants = constants.peek().is_some().then(|| quote!(.constants(&[#(#constants),*])));
    quote!(__rt::Schema::new(#name, &[#(#entries),*]) #constants #rest #comparisons)
}

/// `.comparisons(&[...])`, where there are some.
fn comparison_tokens(fields: &[Field], comparisons: &[Comparison]) -> Option<TokenStream> {
    let index = |wire: &str, place: Place| {
        let values = fields.iter().filter(|f| matches!(f.content, FieldContent::Value { .. }));
        let mut values = values.map(|field| (field.name.wire.as_str(), field.place));
        values.position(|field| field == (wire, place)).map(Literal::usize_unsuffixed)
    };
    let found: Vec<TokenStream> = comparisons
        .iter()
        .filter_map(|one| {
            let (left, right) = (index(&one.left, one.place)?, index(&one.right, one.place)?);
            let compare = plain(&format!("{:?}", one.compare));
            Some(quote!(__rt::Comparison {
                left: #left,
                compare: __rt::Compare::#compare,
                right: #right,
            }))
        })
        .collect();
    (!found.is_empty()).then(|| quote!(.comparisons(&[#(#found),*])))
}

/// What is known of all other keys: where they go, and what must hold of them.
fn rest_tokens(api: &Api, rest: &Field) -> Option<TokenStream> {
    let ty = rest.value_type()?;
    let own = own_checks(api, ty);
    let place = match rest.place {
        Place::Query => quote!(__rt::Place::Query),
        _ => quote!(__rt::Place::Body),
    };
    let checks = checks(&own);
    Some(quote!(.rest(#place, #checks)))
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

fn entry(emitter: Emitter<'_>, module: ModuleId, field: &Field) -> Option<TokenStream> {
    let ty = field.value_type()?;
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
    let groups = emitter.api.is_choice(&ty.kind).then(|| {
        let ty = emitter.kind(module, ty);
        quote!(.groups(<#ty as __rt::Choice>::GROUPS))
    });
    let read_only = (field.access == Access::ReadOnly).then(|| quote!(.read_only()));
    let own = own_checks(emitter.api, ty);
    let checks = (!own.is_empty()).then(|| {
        let checks = checks(&own);
        quote!(.checks(#checks))
    });
    Some(
        quote!(__rt::Field::#new(#wire, #rust) #place #style #sensitive #checks #groups #read_only),
    )
}

/// The checks of a type in its place: those that its values have by themselves left out.
pub(super) fn own_checks(api: &Api, ty: &Type) -> Vec<Check> {
    let inner = match &ty.kind {
        TypeKind::Format(_) => 1,
        TypeKind::Named(id) => match api.types.get(id.0).map(|def| &def.shape) {
            Some(Shape::Newtype(inner)) => inner.checks.len(),
            _ => 0,
        },
        _ => 0,
    };
    let element = match &ty.kind {
        TypeKind::List(element) | TypeKind::Map(_, element) => Some(element),
        _ => None,
    };
    let own = ty.checks.iter().skip(inner).filter_map(|check| match (check, element) {
        (Check::Each(_), Some(element)) => {
            let own = own_checks(api, element);
            (!own.is_empty()).then_some(Check::Each(own))
        }
        (Check::Elements(_), _) => {
            let TypeKind::Tuple(items) = &ty.kind else {
                return None;
            };
            let own: Vec<Vec<Check>> = items.iter().map(|item| own_checks(api, item)).collect();
            own.iter().any(|own| !own.is_empty()).then_some(Check::Elements(own))
        }
        (check, _) => Some(check.clone()),
    });
    own.collect()
}

pub(super) fn constant(field: &Field) -> Option<TokenStream> {
    let FieldContent::Constant(constant) = &field.content else {
        return None;
    };
    // The name of a header in lower case is sent as it is, and not copied first.
    let wire = match field.place {
        Place::Header => Cow::Owned(field.name.wire.to_ascii_lowercase()),
        _ => Cow::Borrowed(&field.name.wire),
    };
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
        Check::Elements(elements) => {
            let elements = elements.iter().map(|each| checks(each));
            quote!(__rt::Check::Elements(&[#(#elements),*]))
        }
        Check::MultipleOf(of) => {
            let of = Literal::i128_unsuffixed(*of);
            quote!(__rt::Check::MultipleOf(#of))
        }
        Check::Step(of) => quote!(__rt::Check::Step(#of)),
        Check::Unique => quote!(__rt::Check::Unique),
        // Only a type of the runtime has it, which says so itself.
        Check::Format(_) => TokenStream::new(),
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
