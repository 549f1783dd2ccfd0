//! Exclusive groups: an enum with a variant for each group of fields.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use crate::emit::{Emitter, docs, schema};
use crate::model::{FieldContent, Group, TypeDef};

/// Emits the enum.
pub(super) fn choice(emitter: Emitter<'_>, def: &TypeDef, groups: &[Group]) -> TokenStream {
    let rt = emitter.rt;
    let name = emitter.ident(&def.name);
    let doc = docs::doc(&def.docs);
    let allow = emitter.allow_deprecated();
    let variants = groups.iter().map(|group| variant(emitter, def, group));
    let tables: Vec<Ident> =
        (0..groups.len()).map(|index| format_ident!("GROUP_{}", index)).collect();
    let statics = groups.iter().zip(&tables).map(|(group, table)| {
        let name = format!("{}::{}", def.name.rust, group.name.rust);
        let schema = schema::table(emitter, def.module, &name, &group.fields, (None, &[]));
        quote!(static #table: __rt::Schema = #schema;)
    });
    let arms = groups.iter().zip(&tables).enumerate().map(|(index, (group, table))| {
        let index = Literal::usize_unsuffixed(index);
        let variant = emitter.ident(&group.name);
        let members = member_names(emitter, group);
        let bindings = (0..members.len()).map(|index| format_ident!("f{}", index));
        quote!(#index #variant = #table { #(#members: #bindings),* })
    });
    // What is boxed cannot be made in a constant.
    let first = groups.iter().find(|group| group.is_finite()).or(groups.first()).map(|group| {
        let variant = emitter.ident(&group.name);
        let members = member_names(emitter, group);
        quote!(#variant { #(#members),* })
    });
    quote! {
        #doc #allow
        #[non_exhaustive]
        pub enum #name { #(#variants,)* }
        #allow
        const _: () = {
            use #rt::__private as __rt;
            #(#statics)*
            __rt::choice!(#name = #first { #(#arms),* });
        };
    }
}

/// A group of one field is a variant that holds it; a larger one names its fields.
fn variant(emitter: Emitter<'_>, def: &TypeDef, group: &Group) -> TokenStream {
    let name = emitter.ident(&group.name);
    if let Some(field) = single(group) {
        let doc = docs::doc(&docs::field_lines(field));
        let ty = emitter.field_type(def.module, field);
        return quote!(#doc #name(#ty));
    }
    let words = group.name.wire.as_str();
    let doc = docs::doc(&[format!("`{words}` and what goes with it.")]);
    let members = emitter.members_of_variant(def.module, &group.fields).into_iter();
    let members = members.map(|(attrs, member)| quote!(#attrs #member));
    quote!(#doc #name { #(#members,)* })
}

/// The members of a variant as a struct pattern names them.
fn member_names(emitter: Emitter<'_>, group: &Group) -> Vec<TokenStream> {
    if single(group).is_some() {
        return vec![quote!(0)];
    }
    emitter.field_names(&group.fields).into_iter().map(Ident::into_token_stream).collect()
}

/// The only field of a group.
fn single(group: &Group) -> Option<&crate::model::Field> {
    let mut values =
        group.fields.iter().filter(|field| matches!(field.content, FieldContent::Value { .. }));
    let first = values.next()?;
    values.next().is_none().then_some(first)
}
