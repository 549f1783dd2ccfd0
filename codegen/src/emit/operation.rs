//! The description of an endpoint, and the method that starts a call.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Emitter, docs, plain};
use crate::model::{
    Body, FieldContent, Operation, PathPart, Place, Presence, StatusKind, Type, TypeKind,
};

/// `Operation { ... }`
pub(super) fn description(emitter: Emitter<'_>, operation: &Operation) -> TokenStream {
    let name = full_name(emitter, operation);
    let method = plain(operation.method.name());
    let template = &operation.template;
    let path = operation.path.iter().map(|part| match part {
        PathPart::Text(text) => quote!(__rt::PathPart::Text(#text)),
        PathPart::Field(index) => {
            let index = Literal::usize_unsuffixed(*index);
            quote!(__rt::PathPart::Field(#index))
        }
    });
    let body = match operation.body {
        Body::Empty => quote!(__rt::BodyKind::Empty),
        Body::Fields => quote!(__rt::BodyKind::Fields),
        Body::Payload => {
            // Constants have no field.
            let mut fields = operation
                .fields
                .iter()
                .filter(|field| matches!(field.content, FieldContent::Value { .. }));
            let index = fields.position(|field| field.place == Place::Payload);
            let index = Literal::usize_unsuffixed(index.unwrap_or_default());
            quote!(__rt::BodyKind::Payload(#index))
        }
    };
    let content = if operation.content.is_some() {
        quote!(__rt::Content::Json)
    } else {
        quote!(__rt::Content::Empty)
    };
    let responses = operation.responses.iter().map(|status| {
        let status = self::status(*status);
        quote!(__rt::Response { status: #status, content: #content })
    });
    let idempotency = if operation.method.is_safe() {
        quote!(__rt::Idempotency::Safe)
    } else if operation.method.is_idempotent() {
        quote!(__rt::Idempotency::Idempotent)
    } else {
        quote!(__rt::Idempotency::Unsafe)
    };
    quote! {
        __rt::Operation {
            name: #name,
            method: __rt::Method::#method,
            template: #template,
            path: &[#(#path),*],
            body: #body,
            responses: &[#(#responses),*],
            idempotency: #idempotency,
        }
    }
}

/// `StatusMatch::Code(201)`
pub(super) fn status(status: StatusKind) -> TokenStream {
    match status {
        StatusKind::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(__rt::StatusMatch::Code(#code))
        }
        StatusKind::Class(class) => {
            let class = Literal::u8_unsuffixed(class);
            quote!(__rt::StatusMatch::Class(#class))
        }
        StatusKind::Any => quote!(__rt::StatusMatch::Any),
    }
}

/// `sessions.create`
fn full_name(emitter: Emitter<'_>, operation: &Operation) -> String {
    let path = emitter.api.module_path(operation.module);
    let path: Vec<&str> =
        path.iter().map(|name| name.rust.as_str()).chain([operation.name.rust.as_str()]).collect();
    path.join(".")
}

/// The method that starts a call. `client` is the expression of the client.
pub(super) fn method(
    emitter: Emitter<'_>,
    operation: &Operation,
    client: &TokenStream,
    lifetime: &TokenStream,
) -> TokenStream {
    let module = operation.module;
    let name = emitter.ident(&operation.name);
    let request = emitter.ident(&operation.request);
    let up = emitter.to_root(module);
    let doc = docs::doc(&method_docs(emitter, operation));
    let deprecated = docs::deprecated(operation.deprecated.as_ref());
    let (parameters, _) = emitter.constructor(module, &operation.fields);
    let arguments = operation
        .fields
        .iter()
        .filter(|field| matches!(field.content, FieldContent::Value { .. }))
        .filter(|field| matches!(field.presence, Presence::Required | Presence::Nullable))
        .map(|field| emitter.ident(&field.name));
    quote! {
        #doc #deprecated
        pub fn #name(&self, #(#parameters),*) -> #up Call<#lifetime, #request> {
            #client.call(#request::new(#(#arguments),*))
        }
    }
}

/// The page's words, the method and path, the arguments, and what is declared to go wrong.
fn method_docs(emitter: Emitter<'_>, operation: &Operation) -> Vec<String> {
    let mut lines = operation.docs.clone();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(format!("`{} {}`", operation.method.name(), operation.template));
    lines.extend([String::new(), answer_line(emitter, operation)]);
    let arguments: Vec<_> = operation
        .fields
        .iter()
        .filter(|field| matches!(field.presence, Presence::Required | Presence::Nullable))
        .filter(|field| matches!(field.content, FieldContent::Value { .. }))
        .filter(|field| !field.docs.is_empty() || !field.constraints.is_empty())
        .collect();
    if !arguments.is_empty() {
        lines.extend([String::new(), "# Arguments".into()]);
        for field in arguments {
            let words: Vec<&str> =
                field.docs.iter().chain(&field.constraints).map(String::as_str).collect();
            lines.push(format!("- `{}`: {}", field.name.rust, words.join(" ")));
        }
    }
    let failures = failure_lines(emitter, operation);
    if !failures.is_empty() {
        lines.extend([String::new(), "# Errors".into()]);
        lines.extend(failures);
    }
    lines
}

/// What a success is: its statuses and what it holds.
fn answer_line(emitter: Emitter<'_>, operation: &Operation) -> String {
    let statuses: Vec<String> = operation.responses.iter().map(ToString::to_string).collect();
    let statuses = statuses.join(" or ");
    match &operation.content {
        None => format!("A success is {statuses}, and holds nothing."),
        Some(ty) => format!("A success is {statuses}: {}.", type_words(emitter, operation, ty)),
    }
}

/// A type in the words of the docs, with a link where it has a page.
fn type_words(emitter: Emitter<'_>, operation: &Operation, ty: &Type) -> String {
    match &ty.kind {
        TypeKind::Tuple(items) => {
            let items: Vec<String> =
                items.iter().map(|item| type_words(emitter, operation, item)).collect();
            format!("a list of {}", items.join(" and "))
        }
        TypeKind::Param(_, name) => format!("`{}`", name.rust),
        TypeKind::Generic(id, args) => {
            let args: Vec<String> =
                args.iter().map(|arg| type_words(emitter, operation, arg)).collect();
            let of = type_words(emitter, operation, &Type::plain(TypeKind::Named(*id)));
            format!("{of} of {}", args.join(" and "))
        }
        TypeKind::Named(id) => match emitter.api.types.get(id.0) {
            Some(def) => {
                let path = emitter.path(operation.module, def.module, &emitter.ident(&def.name));
                let path = path.to_string().replace(' ', "");
                let name = &def.name.rust;
                if path == *name { format!("[`{name}`]") } else { format!("[`{name}`]({path})") }
            }
            None => "JSON".to_owned(),
        },
        TypeKind::List(element) => format!("a list of {}", type_words(emitter, operation, element)),
        TypeKind::Map(_, value) => {
            format!("a map to {}", type_words(emitter, operation, value))
        }
        TypeKind::Bool => "`bool`".to_owned(),
        TypeKind::Integer(integer) => format!("`{}`", integer.name()),
        TypeKind::Float(bits) => format!("`f{bits}`"),
        TypeKind::Text => "a text".to_owned(),
        TypeKind::Json => "JSON".to_owned(),
        TypeKind::Format(format) => format.words().to_owned(),
        TypeKind::UnixTime => "a Unix time".to_owned(),
    }
}

fn failure_lines(emitter: Emitter<'_>, operation: &Operation) -> Vec<String> {
    let up: String = emitter.to_root(operation.module).to_string().replace(' ', "");
    let own = operation.failures.iter().map(|declared| (declared.failure, Some(declared)));
    let everywhere = emitter
        .api
        .failures
        .iter()
        .enumerate()
        .filter(|(_, failure)| failure.everywhere)
        .map(|(index, _)| (index, None))
        .filter(|(index, _)| !operation.failures.iter().any(|own| own.failure == *index));
    own.chain(everywhere)
        .filter_map(|(index, declared)| {
            let failure = emitter.api.failures.get(index)?;
            let variant = &failure.name.rust;
            let statuses = match declared {
                Some(declared) => declared.status.to_string(),
                None => {
                    failure.statuses.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
                }
            };
            let docs = match declared {
                Some(declared) if !declared.docs.is_empty() => &declared.docs,
                _ => &failure.docs,
            };
            let docs =
                if docs.is_empty() { String::new() } else { format!(": {}", docs.join(" ")) };
            Some(format!("- {statuses} [`{variant}`]({up}Failure::{variant}){docs}"))
        })
        .collect()
}
