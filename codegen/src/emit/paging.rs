//! Pages: the facts as a static, and the one thing that needs a type, which is the list.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Emitter;
use crate::model::{Field, FieldContent, FieldPath, Operation, PageStep, Paging, Presence, Shape};

/// `impl Paged for List { ... }`
pub(super) fn paged(emitter: Emitter<'_>, operation: &Operation, paging: &Paging) -> TokenStream {
    let rt = emitter.rt;
    let name = emitter.ident(&operation.request);
    let item = emitter.ty(operation.module, &paging.item);
    let (items, more) = (&paging.items.keys, &paging.more.keys);
    let step = step(operation, &paging.step);
    let list = list(emitter, &paging.items);
    quote! {
        static PAGING: __rt::Paging =
            __rt::Paging { items: &[#(#items),*], more: &[#(#more),*], step: #step };
        impl #rt::Paged for #name {
            type Item = #item;
            const PAGING: &'static __rt::Paging = &PAGING;
            fn items(page: Self::Response) -> ::core::option::Option<__rt::Vec<#item>> {
                #list
            }
        }
    }
}

fn step(operation: &Operation, step: &PageStep) -> TokenStream {
    match step {
        PageStep::Cursor { field, group, from } => {
            let (field, from) = (value_index(&operation.fields, *field), &from.keys);
            let group = super::option(group.map(Literal::usize_unsuffixed));
            quote!(__rt::PageStep::Cursor { field: #field, group: #group, from: &[#(#from),*] })
        }
        PageStep::Count { field, first, by } => {
            let field = value_index(&operation.fields, *field);
            let first = Literal::u64_unsuffixed(*first);
            let by = super::option(by.map(Literal::u64_unsuffixed));
            quote!(__rt::PageStep::Count { field: #field, first: #first, by: #by })
        }
        PageStep::Url(from) => {
            let from = &from.keys;
            quote!(__rt::PageStep::Url(&[#(#from),*]))
        }
        PageStep::Link(relation) => quote!(__rt::PageStep::Link(#relation)),
    }
}

/// The index of a field in the table of a request, where constants have none.
pub(super) fn value_index(fields: &[Field], index: usize) -> Literal {
    let before = fields.iter().take(index);
    let values = before.filter(|field| matches!(field.content, FieldContent::Value { .. }));
    Literal::usize_unsuffixed(values.count())
}

/// The list of a page, as an `Option`.
fn list(emitter: Emitter<'_>, path: &FieldPath) -> TokenStream {
    let fields: Vec<(&Field, Presence)> = path
        .fields
        .iter()
        .filter_map(|step| match &emitter.api.types.get(step.of.0)?.shape {
            Shape::Struct { fields, .. } => fields.get(step.index).map(|field| {
                let is_null = step.nullable && field.presence == Presence::Required;
                (field, if is_null { Presence::Nullable } else { field.presence })
            }),
            _ => None,
        })
        .collect();
    let Some(((last, presence), outer)) = fields.split_last() else {
        return quote!(::core::option::Option::Some(page));
    };
    let outer = outer.iter().map(|(field, presence)| {
        let name = emitter.ident(&field.name);
        match presence {
            Presence::Required => quote!(.#name),
            Presence::Optional | Presence::Nullable => quote!(.#name?),
            Presence::OptionalNullable => quote!(.#name.into_option()?),
        }
    });
    let page = quote!(page #(#outer)*);
    let name = emitter.ident(&last.name);
    match presence {
        Presence::Required => quote!(::core::option::Option::Some(#page.#name)),
        Presence::Optional | Presence::Nullable => quote!(#page.#name),
        Presence::OptionalNullable => quote!(#page.#name.into_option()),
    }
}

/// `pages` and `items` of every call that has them. Nothing where no endpoint pages.
pub(super) fn methods(emitter: Emitter<'_>, client: &TokenStream) -> Option<TokenStream> {
    emitter.api.operations.iter().find(|operation| operation.paging.is_some())?;
    let (rt, failure) = (emitter.rt, emitter.failure());
    Some(quote! {
        impl<R: #rt::Paged<Api = #client>> Call<'_, R> {
            /// The pages from here on, each asked for when it is waited for.
            pub fn pages(self) -> #rt::Pages<R, #failure> {
                #rt::__private::pages(self.client, self.request, self.options)
            }
            /// The items of the pages from here on.
            pub fn items(self) -> #rt::Items<R, #failure> {
                #rt::__private::items(self.client, self.request, self.options)
            }
        }
    })
}
