//! Types of the model as Rust writes them.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::{Emitter, ident};
use crate::model::{
    Field, FieldContent, ModuleId, Presence, RustPath, Shape, Success, Type, TypeDef, TypeKind,
};

impl Emitter<'_> {
    /// A type as a module sees it.
    pub(super) fn ty(self, from: ModuleId, ty: &Type) -> TokenStream {
        let kind = self.kind(from, ty);
        if ty.nullable { quote!(::core::option::Option<#kind>) } else { kind }
    }

    /// A type that is not null as a module sees it. Its name has the place where the spec says it.
    pub(super) fn kind(self, from: ModuleId, ty: &Type) -> TokenStream {
        let rt = self.rt;
        let named = |text: &str| ident(text, self.rust_span(ty.place));
        let declared = |def: &TypeDef| {
            let place = ty.place.or(Some(def.name.span));
            self.path(from, def.module, &ident(&def.name.rust, self.rust_span(place)))
        };
        let primitive = |text: &str| {
            let name = named(text);
            quote!(::core::primitive::#name)
        };
        let public = |text: &str| {
            let name = named(text);
            quote!(#rt::#name)
        };
        let private = |text: &str| {
            let name = named(text);
            quote!(#rt::__private::#name)
        };
        match &ty.kind {
            TypeKind::Bool => primitive("bool"),
            TypeKind::Integer(integer) => primitive(&integer.name()),
            TypeKind::Float(32) => primitive("f32"),
            TypeKind::Float(_) => primitive("f64"),
            TypeKind::Text => private("String"),
            TypeKind::Json => public("Json"),
            TypeKind::Bytes => quote!(#rt::bytes::Bytes),
            TypeKind::File => public("File"),
            TypeKind::Format(format) => public(format.name()),
            TypeKind::UnixTime => public("UnixTime"),
            TypeKind::List(element) => {
                let element = self.ty(from, element);
                quote!(#rt::__private::Vec<#element>)
            }
            TypeKind::Map(key, value) => {
                let map = private("Map");
                let (key, value) = (self.ty(from, key), self.ty(from, value));
                quote!(#map<#key, #value>)
            }
            TypeKind::Tuple(items) => {
                let items = items.iter().map(|item| self.ty(from, item));
                quote!((#(#items),*))
            }
            TypeKind::Param(_, name) => named(&name.rust).to_token_stream(),
            TypeKind::Generic(id, args) => match self.api.types.get(id.0) {
                Some(def) => {
                    let path = declared(def);
                    let args = args.iter().map(|arg| self.ty(from, arg));
                    quote!(#path<#(#args),*>)
                }
                None => quote!(#rt::Json),
            },
            TypeKind::Foreign(path, args) => {
                let path = self.rust_path(path);
                let args = args.iter().map(|arg| self.ty(from, arg)).collect::<Vec<_>>();
                if args.is_empty() { path } else { quote!(#path<#(#args),*>) }
            }
            TypeKind::Named(id) => match self.api.types.get(id.0) {
                Some(TypeDef { shape: Shape::Extern(external), .. }) => {
                    let path = self.rust_path(&external.path);
                    quote!(#rt::Extern<#path>)
                }
                Some(def) => declared(def),
                None => quote!(#rt::Json),
            },
        }
    }

    /// What a call gives as a module sees it.
    pub(super) fn success(self, from: ModuleId, success: &Success) -> TokenStream {
        success.value().map_or_else(|| quote!(()), |ty| self.ty(from, &ty))
    }

    /// A path that leads down from a crate.
    pub(super) fn rust_path(self, path: &RustPath) -> TokenStream {
        let starts_at_crate = path.names.first().is_some_and(|first| first.rust == "crate");
        let span = path.names.first().map_or_else(Span::call_site, |name| self.ident(name).span());
        let start = (!starts_at_crate).then(|| quote_spanned!(span=> ::));
        let names = path.names.iter().map(|name| self.ident(name));
        quote!(#start #(#names)::*)
    }

    /// The type of a field's value, before its presence: boxed and secret where it must be.
    pub(super) fn inner(self, from: ModuleId, field: &Field) -> Option<TokenStream> {
        let FieldContent::Value { ty, boxed } = &field.content else {
            return None;
        };
        let rt = self.rt;
        let mut tokens = self.kind(from, ty);
        if *boxed {
            tokens = quote!(::std::boxed::Box<#tokens>);
        }
        if field.sensitive {
            tokens = quote!(#rt::Secret<#tokens>);
        }
        Some(tokens)
    }

    /// The type of a field. `None` for a constant.
    pub(super) fn field_type(self, from: ModuleId, field: &Field) -> Option<TokenStream> {
        let inner = self.inner(from, field)?;
        let rt = self.rt;
        Some(match field.presence {
            Presence::Required => inner,
            Presence::Optional | Presence::Nullable => quote!(::core::option::Option<#inner>),
            Presence::OptionalNullable => quote!(#rt::Patch<#inner>),
        })
    }
}
