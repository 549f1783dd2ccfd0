//! Unions: an enum, and the table of its variants' names.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::emit::{Emitter, docs, schema};
use crate::model::{Presence, Shape, Type, TypeDef, TypeKind, Union, Variant};

/// Emits a union.
pub(super) fn union_(emitter: Emitter<'_>, def: &TypeDef, union: &Union) -> TokenStream {
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let fallback = match &union.tag {
        Some(tag) => format!("One of several objects: `{tag}` says which."),
        None => "One of several shapes.".to_owned(),
    };
    let doc = docs::doc_or(&def.docs, &fallback);
    let deprecated = docs::deprecated(def.deprecated.as_ref());
    let allow = emitter.allow_deprecated();
    let variants = union.variants.iter().map(|variant| {
        let doc = docs::doc_or(&variant.docs, &format!("`{}`", variant.name.wire));
        let deprecated = docs::deprecated(variant.deprecated.as_ref());
        let ident = emitter.ident(&variant.name);
        let payload = variant.payload.as_ref().map(|ty| {
            let ty = emitter.ty(def.module, ty);
            if variant.boxed { quote!((::std::boxed::Box<#ty>)) } else { quote!((#ty)) }
        });
        quote!(#doc #deprecated #ident #payload)
    });
    let params: Vec<_> = def.params.iter().map(|param| emitter.ident(param)).collect();
    let generics = super::generics(&params);
    let (statics, holding) = holding(emitter, union);
    let bare = union.variants.iter().filter(|variant| variant.payload.is_none()).map(|variant| {
        let (ident, wire) = (emitter.ident(&variant.name), &variant.name.wire);
        quote!(#ident = #wire)
    });
    let tag = &union.tag;
    let tag = tag.iter();
    let from = from(emitter, def, (&name, &params), union);
    let shared = shared(emitter, def, (&name, &params), union);
    quote! {
        #doc #deprecated #allow
        #[non_exhaustive]
        pub enum #name #generics {
            #(#variants,)*
            /// What the spec does not know, as it came.
            Unknown(#rt::Json),
        }
        #allow
        const _: () = {
            use #rt::__private as __rt;
            #(#statics)*
            __rt::union!(#name [#(#params),*] [#(#tag)*] { #(#holding),* } { #(#bare),* });
            #from
            #shared
        };
    }
}

/// The entries of the variants that hold something, and the statics of their checks.
fn holding(emitter: Emitter<'_>, union: &Union) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (mut statics, mut entries) = (Vec::new(), Vec::new());
    for variant in &union.variants {
        let Some(ty) = &variant.payload else {
            continue;
        };
        let (ident, wire) = (emitter.ident(&variant.name), &variant.name.wire);
        let own = schema::own_checks(emitter.api, ty);
        let checks = (!own.is_empty()).then(|| {
            let name = format_ident!("CHECKS_{}", statics.len());
            let checks = schema::checks(&own);
            statics.push(quote!(static #name: &[__rt::Check] = #checks;));
            name
        });
        entries.push(quote!(#ident = #wire #checks));
    }
    (statics, entries)
}

/// A payload that only one variant has becomes that variant; so does a text, lent or owned, and an id
/// that is only lent.
fn from(
    emitter: Emitter<'_>,
    def: &TypeDef,
    (name, params): (&Ident, &[Ident]),
    union: &Union,
) -> Option<TokenStream> {
    let mut entries = Vec::new();
    let mut takes_text = false;
    let is_text = |variant: &Variant| {
        variant.payload.as_ref().is_some_and(|ty| matches!(ty.kind, TypeKind::Text))
    };
    for variant in &union.variants {
        let Some(ty) = &variant.payload else {
            continue;
        };
        // A parameter alone may stand for any other payload, and stays without.
        let is_param = |ty: &Type| matches!(ty.kind, TypeKind::Param(..));
        let mut others = union.variants.iter().filter(|other| other.name != variant.name);
        let clashes = others.any(|other| match &other.payload {
            Some(other) => is_param(ty) || (!is_param(other) && may_be_one(ty, other)),
            None => false,
        });
        if clashes {
            continue;
        }
        let ident = emitter.ident(&variant.name);
        let payload = emitter.ty(def.module, ty);
        entries.push(quote!(#ident(#payload)));
        // Two texts in one union have been reported.
        if !takes_text && is_from_text(emitter, ty) {
            takes_text = true;
            entries.push(quote!(#ident(&::core::primitive::str)));
            if !union.variants.iter().any(is_text) {
                entries.push(quote!(#ident(__rt::String)));
            }
            if is_newtype(emitter, ty) {
                entries.push(quote!(#ident(&#payload)));
            }
        }
    }
    (!entries.is_empty())
        .then(|| quote!(__rt::union_from!(#name [#(#params),*] { #(#entries),* });))
}

/// Whether two types are one, or become one for some arguments: Rust has one conversion for each.
fn may_be_one(one: &Type, other: &Type) -> bool {
    let all = |ones: &[Type], others: &[Type]| {
        ones.len() == others.len()
            && ones.iter().zip(others).all(|(one, other)| may_be_one(one, other))
    };
    match (&one.kind, &other.kind) {
        (TypeKind::Param(..), _) | (_, TypeKind::Param(..)) => true,
        _ if one.nullable != other.nullable => false,
        (TypeKind::List(one), TypeKind::List(other))
        | (TypeKind::Map(_, one), TypeKind::Map(_, other)) => may_be_one(one, other),
        (TypeKind::Tuple(ones), TypeKind::Tuple(others)) => all(ones, others),
        (TypeKind::Generic(id, ones), TypeKind::Generic(other, others)) => {
            id == other && all(ones, others)
        }
        _ => one == other,
    }
}

fn is_newtype(emitter: Emitter<'_>, ty: &Type) -> bool {
    let TypeKind::Named(id) = &ty.kind else { return false };
    let shape = emitter.api.types.get(id.0).map(|def| &def.shape);
    matches!(shape, Some(Shape::Newtype(_)))
}

/// Whether a type is made from any text.
fn is_from_text(emitter: Emitter<'_>, ty: &Type) -> bool {
    match &ty.kind {
        TypeKind::Text | TypeKind::Format(_) => true,
        TypeKind::Named(id) => match emitter.api.types.get(id.0).map(|def| &def.shape) {
            Some(Shape::Newtype(inner)) => {
                matches!(inner.kind, TypeKind::Text | TypeKind::Format(_))
            }
            Some(Shape::Enum { values, closed }) => !closed || values.is_empty(),
            _ => false,
        },
        _ => false,
    }
}

/// The accessors of the fields that all variants have.
fn shared(
    emitter: Emitter<'_>,
    def: &TypeDef,
    (name, params): (&Ident, &[Ident]),
    union: &Union,
) -> Option<TokenStream> {
    let variants = union.variants.iter().map(|variant| emitter.ident(&variant.name));
    let fields: Vec<TokenStream> = union
        .shared
        .iter()
        .filter_map(|field| {
            let doc = docs::doc(&docs::field_lines(field));
            let deprecated = docs::deprecated(field.deprecated.as_ref());
            let ident = emitter.ident(&field.name);
            let (kind, ty) = match field.presence {
                Presence::Optional | Presence::Nullable => {
                    (quote!(optional), emitter.inner(def.module, field)?)
                }
                Presence::Required | Presence::OptionalNullable => {
                    (quote!(required), emitter.field_type(def.module, field)?)
                }
            };
            Some(quote!(#doc #deprecated #ident: #kind #ty,))
        })
        .collect();
    (!fields.is_empty()).then(
        || quote!(__rt::union_fields!(#name [#(#params),*] [#(#variants),*] { #(#fields)* });),
    )
}
