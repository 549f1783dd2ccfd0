//! Types of the model as Rust writes them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Emitter, plain};
use crate::model::{
    Extern, Field, FieldContent, ModuleId, Presence, Shape, Success, Type, TypeDef, TypeKind,
};

impl Emitter<'_> {
    /// A type as a module sees it.
    pub(super) fn ty(self, from: ModuleId, ty: &Type) -> TokenStream {
        let kind = self.kind(from, &ty.kind);
        if ty.nullable { quote!(::core::option::Option<#kind>) } else { kind }
    }

    /// A kind of type as a module sees it.
    pub(super) fn kind(self, from: ModuleId, kind: &TypeKind) -> TokenStream {
        let rt = self.rt;
        match kind {
            TypeKind::Bool => quote!(::core::primitive::bool),
            TypeKind::Integer(integer) => {
                let name = plain(&integer.name());
                quote!(::core::primitive::#name)
            }
            TypeKind::Float(32) => quote!(::core::primitive::f32),
            TypeKind::Float(_) => quote!(::core::primitive::f64),
            TypeKind::Text => quote!(#rt::__private::String),
            TypeKind::Json => quote!(#rt::Json),
            TypeKind::Bytes => quote!(#rt::bytes::Bytes),
            TypeKind::File => quote!(#rt::File),
            TypeKind::Format(format) => {
                let name = plain(format.name());
                quote!(#rt::#name)
            }
            TypeKind::UnixTime => quote!(#rt::UnixTime),
            TypeKind::List(element) => {
                let element = self.ty(from, element);
                quote!(#rt::__private::Vec<#element>)
            }
            TypeKind::Map(key, value) => {
                let (key, value) = (self.ty(from, key), self.ty(from, value));
                quote!(#rt::__private::Map<#key, #value>)
            }
            TypeKind::Tuple(items) => {
                let items = items.iter().map(|item| self.ty(from, item));
                quote!((#(#items),*))
            }
            TypeKind::Param(_, name) => self.ident(name).to_token_stream(),
            TypeKind::Generic(id, args) => match self.api.types.get(id.0) {
                Some(def) => {
                    let path = self.path(from, def.module, &self.ident(&def.name));
                    let args = args.iter().map(|arg| self.ty(from, arg));
                    quote!(#path<#(#args),*>)
                }
                None => quote!(#rt::Json),
            },
            TypeKind::Named(id) => match self.api.types.get(id.0) {
                Some(TypeDef { shape: Shape::Extern(external), .. }) => {
                    let path = self.extern_path(external);
                    quote!(#rt::Extern<#path>)
                }
                Some(def) => self.path(from, def.module, &self.ident(&def.name)),
                None => quote!(#rt::Json),
            },
        }
    }

    /// What a call gives as a module sees it.
    pub(super) fn success(self, from: ModuleId, success: &Success) -> TokenStream {
        success.value().map_or_else(|| quote!(()), |ty| self.ty(from, &ty))
    }

    /// The path of a type of the user's own.
    pub(super) fn extern_path(self, external: &Extern) -> TokenStream {
        let start = external.global.then(|| quote!(::));
        let path = external.path.iter().map(|name| self.ident(name));
        quote!(#start #(#path)::*)
    }

    /// The type of a field's value, before its presence: boxed and secret where it must be.
    pub(super) fn inner(self, from: ModuleId, field: &Field) -> Option<TokenStream> {
        let FieldContent::Value { ty, boxed } = &field.content else {
            return None;
        };
        let rt = self.rt;
        let mut tokens = self.kind(from, &ty.kind);
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
