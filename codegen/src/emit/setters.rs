//! Arguments and setters: what a caller may pass for a type, and how it becomes a field's value.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Emitter, docs};
use crate::model::{Access, Field, FieldContent, ModuleId, Presence, Shape, Type, TypeKind};

/// What a caller passes, and the expression that makes it a value.
pub(super) struct Argument {
    /// The type of the parameter.
    pub(super) ty: TokenStream,
    /// The value.
    pub(super) value: TokenStream,
}

/// What clippy says of arguments beyond seven, `self` among them: as many as the API requires.
pub(super) fn allow_arguments(count: usize) -> Option<TokenStream> {
    (count > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]))
}

/// What clippy says of `new(required...)`, beside that of a type whose name is `New`.
pub(super) fn allow_constructor(name: &Ident, parameters: usize) -> TokenStream {
    let arguments = allow_arguments(parameters);
    let name = (name == "New").then(|| quote!(#[allow(clippy::self_named_constructors)]));
    quote!(#arguments #name)
}

impl Emitter<'_> {
    /// What a caller passes for a field, by the name of its parameter. `None` for a constant.
    pub(super) fn argument(self, from: ModuleId, field: &Field) -> Option<Argument> {
        let FieldContent::Value { ty, boxed } = &field.content else {
            return None;
        };
        let rt = self.rt;
        let name = self.ident(&field.name);
        let mut argument = self.convert(from, ty, &quote!(#name));
        if *boxed {
            let value = argument.value;
            argument.value = quote!(::std::boxed::Box::new(#value));
        }
        if field.sensitive {
            let value = argument.value;
            argument.value = quote!(#rt::Secret::new(#value));
        }
        Some(argument)
    }

    fn convert(self, from: ModuleId, ty: &Type, name: &TokenStream) -> Argument {
        let rt = self.rt;
        let kind = self.kind(from, ty);
        match &ty.kind {
            kind_ if self.takes_into(kind_) => Argument {
                ty: quote!(impl ::core::convert::Into<#kind>),
                value: quote!(::core::convert::Into::into(#name)),
            },
            TypeKind::List(element) if !element.nullable => {
                let element = self.element(from, element);
                Argument {
                    ty: quote!(impl ::core::iter::IntoIterator<Item = #element>),
                    value: quote!(#rt::__private::list(#name)),
                }
            }
            TypeKind::Map(key, value) if !value.nullable => {
                let (key, value) = (self.element(from, key), self.element(from, value));
                Argument {
                    ty: quote!(impl ::core::iter::IntoIterator<Item = (#key, #value)>),
                    value: quote!(#rt::__private::map(#name)),
                }
            }
            _ => Argument { ty: kind, value: name.clone() },
        }
    }

    /// What a caller passes for an element of a list or map.
    fn element(self, from: ModuleId, ty: &Type) -> TokenStream {
        let kind = self.kind(from, ty);
        if self.takes_into(&ty.kind) { quote!(impl ::core::convert::Into<#kind>) } else { kind }
    }

    /// Whether there are other types that become this one: texts, ids, open enums, unions,
    /// JSON.
    fn takes_into(self, kind: &TypeKind) -> bool {
        match kind {
            TypeKind::Text
            | TypeKind::Json
            | TypeKind::Format(_)
            | TypeKind::UnixTime
            | TypeKind::Bytes
            | TypeKind::File
            | TypeKind::Foreign(..) => true,
            TypeKind::Named(id) => match self.api.types.get(id.0).map(|def| &def.shape) {
                Some(Shape::Newtype(_) | Shape::Union(_) | Shape::Extern(_)) => true,
                Some(Shape::Enum { closed, .. } | Shape::IntegerEnum { closed, .. }) => !closed,
                _ => false,
            },
            _ => false,
        }
    }

    /// The parameters and the initial fields of `new(required...)`.
    pub(super) fn constructor(
        self,
        from: ModuleId,
        fields: &[Field],
    ) -> (Vec<TokenStream>, Vec<TokenStream>) {
        let mut parameters = Vec::new();
        let mut values = Vec::new();
        for field in fields {
            let Some(argument) = self.argument(from, field) else {
                continue;
            };
            let name = self.ident(&field.name);
            let rt = self.rt;
            match field.presence {
                Presence::Required => {
                    let (ty, value) = (argument.ty, argument.value);
                    parameters.push(quote!(#name: #ty));
                    let is_name = name == value.to_string();
                    values.push(if is_name { quote!(#name) } else { quote!(#name: #value) });
                }
                Presence::Nullable => {
                    let Some(ty) = self.field_type(from, field) else {
                        continue;
                    };
                    parameters.push(quote!(#name: #ty));
                    values.push(quote!(#name));
                }
                // Only requests have it, and they always do.
                Presence::Optional if field.access == Access::WriteRequired => {
                    let (ty, value) = (argument.ty, argument.value);
                    parameters.push(quote!(#name: #ty));
                    values.push(quote!(#name: ::core::option::Option::Some(#value)));
                }
                Presence::Optional => values.push(quote!(#name: ::core::option::Option::None)),
                Presence::OptionalNullable => values.push(quote!(#name: #rt::Patch::Absent)),
            }
        }
        (parameters, values)
    }

    /// The setters of the fields that are not required; `target` is where the fields are.
    pub(super) fn setters<'f>(
        self,
        from: ModuleId,
        fields: impl IntoIterator<Item = &'f Field>,
        rest: Option<&Field>,
        target: &TokenStream,
    ) -> TokenStream {
        let rest = rest.and_then(|rest| self.rest_setter(from, rest, target));
        let setters = fields.into_iter().filter_map(|field| self.setter(from, field, target));
        setters.chain(rest).collect()
    }

    /// The setter of all other keys.
    fn rest_setter(
        self,
        from: ModuleId,
        rest: &Field,
        target: &TokenStream,
    ) -> Option<TokenStream> {
        let Argument { ty, value } = self.argument(from, rest)?;
        let name = self.ident(&rest.name);
        let doc = docs::doc(&docs::rest_lines(rest));
        Some(quote! {
            #doc
            pub fn #name(mut self, #name: #ty) -> Self {
                #target.#name = #value;
                self
            }
        })
    }

    fn setter(self, from: ModuleId, field: &Field, target: &TokenStream) -> Option<TokenStream> {
        if matches!(field.access, Access::ReadOnly | Access::WriteRequired) {
            return None;
        }
        let argument = self.argument(from, field)?;
        let rt = self.rt;
        let name = self.ident(&field.name);
        let (ty, value) = (argument.ty, argument.value);
        let doc = docs::doc(&docs::field_lines(field));
        let deprecated = docs::deprecated(field.deprecated.as_ref());
        let some = match field.presence {
            Presence::Optional => quote!(::core::option::Option::Some(#value)),
            Presence::OptionalNullable => quote!(#rt::Patch::Set(#value)),
            Presence::Required | Presence::Nullable => return None,
        };
        let null = (field.presence == Presence::OptionalNullable).then(|| {
            let null = format_ident!("{}_null", field.name.rust, span = name.span());
            let doc = docs::doc(&[format!("Sends `null` as `{}`.", field.name.wire)]);
            quote! {
                #doc #deprecated
                pub fn #null(mut self) -> Self {
                    #target.#name = #rt::Patch::Null;
                    self
                }
            }
        });
        Some(quote! {
            #doc #deprecated
            pub fn #name(mut self, #name: #ty) -> Self {
                #target.#name = #some;
                self
            }
            #null
        })
    }
}
