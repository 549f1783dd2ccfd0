//! From the model to Rust. Emission decides nothing and cannot fail.
//!
//! What is emitted, in order: the files that were read (so that an edit rebuilds), the client, its
//! `Call`, its `Failure`, then module by module the types and the endpoints.

mod access;
mod attempts;
mod call;
mod client;
mod docs;
mod editor;
mod extension;
mod failure;
mod foreign;
mod module;
mod operation;
mod paging;
mod request;
mod schema;
mod setters;
mod stream;
mod ty;
mod types;
mod wait;
mod webhooks;

pub mod runtime;

use proc_macro2::{Ident, Span as RustSpan, TokenStream};
use quote::{ToTokens, quote};

use crate::model::name::is_keyword;
use crate::model::{Api, Field, FieldContent, ModuleId, Name, ROOT};
use crate::source::{Sources, Span};
use runtime::Runtime;

/// What emission reads: the model, the places of its names, and the path of the runtime.
#[derive(Clone, Copy)]
pub(crate) struct Emitter<'a> {
    pub(crate) api: &'a Api,
    sources: &'a Sources,
    pub(crate) rt: &'a Runtime,
    /// Whether what is emitted stands in a module inside of the one that it is said to be in.
    is_inside: bool,
    /// Whether the spec deprecates anything. Asked for at every item, and found out once.
    has_deprecations: bool,
}

/// Emits a client.
#[must_use]
pub fn emit(api: &Api, sources: &Sources) -> TokenStream {
    let rt = Runtime::new(api.runtime_path.as_deref());
    let has_deprecations = api.has_deprecations();
    let emitter = Emitter { api, sources, rt: &rt, is_inside: false, has_deprecations };
    let includes = sources.files().into_iter().map(|file| {
        let file = format!("/{file}");
        quote! {
            const _: &[::core::primitive::u8] = ::core::include_bytes!(
                ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #file)
            );
        }
    });
    let client = match (&api.name, &api.extends) {
        (Some(name), _) => {
            let client = client::client(emitter, name);
            let failure = failure::failure(emitter);
            let call = call::call(emitter);
            Some(quote!(#client #call #failure))
        }
        (None, Some(extends)) => {
            let extension = extension::extension(emitter, extends);
            let failure = failure::declared(emitter);
            let call = call::call(emitter);
            Some(quote!(#extension #call #failure))
        }
        (None, None) => None,
    };
    let root = module::items(emitter, ROOT);
    let foreign = foreign::checks(emitter);
    let keywords = editor::keywords(emitter);
    quote!(#(#includes)* #client #root #foreign #keywords)
}

impl Emitter<'_> {
    /// A Rust identifier that carries the place of the token that named it.
    pub(crate) fn ident(self, name: &Name) -> Ident {
        ident(&name.rust, self.sources.rust_span(name.span))
    }

    /// A place as Rust knows it. What has none is the macro's.
    fn rust_span(self, place: Option<Span>) -> RustSpan {
        place.map_or_else(RustSpan::call_site, |span| self.sources.rust_span(span))
    }

    /// The client as a module sees it: the spec's own, or the one that it extends.
    pub(crate) fn client(self, from: ModuleId) -> TokenStream {
        match (&self.api.name, &self.api.extends) {
            (Some(name), _) => self.path(from, ROOT, &self.ident(name)),
            (None, Some(extends)) => self.rust_path(&extends.client),
            (None, None) => TokenStream::new(),
        }
    }

    /// What the client documents as going wrong, as the root sees it.
    fn failure(self) -> TokenStream {
        if self.api.extends.is_none() {
            return quote!(Failure);
        }
        let (rt, client) = (self.rt, self.client(ROOT));
        quote!(<#client as #rt::Api>::Failure)
    }

    /// The tokens that lead from a module to the root: `super::super::`.
    pub(crate) fn to_root(self, from: ModuleId) -> TokenStream {
        let depth = self.api.module_path(from).len() + usize::from(self.is_inside);
        std::iter::repeat_n(quote!(super::), depth).collect()
    }

    /// The path of an item of one module as another sees it.
    pub(crate) fn path(self, from: ModuleId, to: ModuleId, item: &impl ToTokens) -> TokenStream {
        if from == to {
            let up = self.is_inside.then(|| quote!(super::));
            return quote!(#up #item);
        }
        let up = self.to_root(from);
        let down = self.api.module_path(to).into_iter().map(|name| self.ident(name));
        quote!(#up #(#down::)* #item)
    }

    /// The members of a struct with these fields.
    fn members(self, from: ModuleId, fields: &[Field]) -> Vec<TokenStream> {
        let members = self.members_of_variant(from, fields).into_iter();
        members.map(|(attrs, member)| quote!(#attrs pub #member)).collect()
    }

    /// The members of a variant: docs and attributes, then the name and the type.
    fn members_of_variant(
        self,
        from: ModuleId,
        fields: &[Field],
    ) -> Vec<(TokenStream, TokenStream)> {
        fields
            .iter()
            .filter_map(|field| {
                let ty = self.field_type(from, field)?;
                let name = self.ident(&field.name);
                let doc = docs::doc(&docs::field_lines(field));
                let deprecated = docs::deprecated(field.deprecated.as_ref());
                Some((quote!(#doc #deprecated), quote!(#name: #ty)))
            })
            .collect()
    }

    /// The member for all other keys, where they have a type.
    fn rest_member(self, from: ModuleId, rest: Option<&Field>) -> Option<TokenStream> {
        let rest = rest?;
        let ty = self.field_type(from, rest)?;
        let name = self.ident(&rest.name);
        let doc = docs::doc(&docs::rest_lines(rest));
        Some(quote!(#doc pub #name: #ty,))
    }

    /// The names of the members of a struct with these fields.
    fn field_names(self, fields: &[Field]) -> Vec<Ident> {
        fields
            .iter()
            .filter(|field| matches!(field.content, FieldContent::Value { .. }))
            .map(|field| self.ident(&field.name))
            .collect()
    }

    /// `impl Default` for a type whose `new` takes nothing.
    fn default_impl(self, name: &Ident, generics: &TokenStream) -> TokenStream {
        let allow = self.allow_deprecated();
        quote! {
            #allow
            #[automatically_derived]
            impl #generics ::core::default::Default for #name #generics {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    }

    /// `#[allow(deprecated)]` where the spec deprecates anything: the emitted code itself must use
    /// what it tells others not to.
    fn allow_deprecated(self) -> Option<TokenStream> {
        self.has_deprecations.then(|| quote!(#[allow(deprecated)]))
    }
}

/// `Some(...)` or `None`.
fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}

/// An identifier, with `r#` where Rust needs it.
fn ident(text: &str, span: RustSpan) -> Ident {
    if is_keyword(text) { Ident::new_raw(text, span) } else { Ident::new(text, span) }
}

/// An identifier that no token of the spec named.
pub(crate) fn plain(text: &str) -> Ident {
    ident(text, RustSpan::call_site())
}
