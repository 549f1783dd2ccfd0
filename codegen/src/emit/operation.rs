//! The description of an endpoint, and the method that starts a call.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Emitter, access, attempts, docs, extension, plain, setters, stream, wait};
use crate::model::{
    Body, Encoding, EncodingKind, FieldContent, Operation, PathPart, Place, Response, StatusKind,
    StreamKind, Success, Type, TypeKind,
};

/// What the docs of an endpoint say that pages.
const PAGES: &str =
    "`pages()` and `items()` in place of `send()` go through this page and all after it.";

/// `Operation::new(...)` with these responses, and what this endpoint says beside that.
pub(super) fn description(
    emitter: Emitter<'_>,
    operation: &Operation,
    responses: &[TokenStream],
) -> TokenStream {
    let name = emitter.api.operation_name(operation);
    let method = plain(operation.method.name());
    let template = &operation.template;
    let path = path(operation);
    let server = (operation.server != 0).then(|| {
        let index = Literal::usize_unsuffixed(operation.server);
        quote!(.server(#index))
    });
    let need = operation.need.as_ref().map(|need| match &emitter.api.extends {
        Some(_) => quote!(.need(NEED)),
        None => {
            let need = access::need(emitter, need);
            quote!(.need(#need))
        }
    });
    let body = body(operation);
    let attempts = attempts::attempts(operation);
    let path = match &emitter.api.extends {
        Some(_) => quote!(&PATH),
        None => quote!(&[#(#path),*]),
    };
    let extending = extension::extending(emitter, operation);
    quote! {
        __rt::Operation::new(
            #name,
            __rt::Method::#method,
            #template,
            #path,
            &[#(#responses),*],
            #attempts,
        )
        #body #server #need #extending
    }
}

/// Literal text and parameters in turn.
pub(super) fn path(operation: &Operation) -> impl Iterator<Item = TokenStream> {
    operation.path.iter().map(|part| match part {
        PathPart::Text(text) => quote!(__rt::PathPart::Text(#text)),
        PathPart::Field(index) => {
            let index = Literal::usize_unsuffixed(*index);
            quote!(__rt::PathPart::Field(#index))
        }
    })
}

/// `BodyKind::Fields`
fn body(operation: &Operation) -> Option<TokenStream> {
    let Encoding { kind, media } = &operation.body_encoding;
    // Constants have no field.
    let mut fields =
        operation.fields.iter().filter(|field| matches!(field.content, FieldContent::Value { .. }));
    let index = fields.position(|field| field.place == Place::Payload);
    let index = Literal::usize_unsuffixed(index.unwrap_or_default());
    let is_plain = operation.body_encoding == Encoding::default();
    let payload = match operation.body {
        Body::Empty => return None,
        Body::Fields if is_plain => return Some(quote!(.body(__rt::BodyKind::Fields))),
        Body::Payload if is_plain => return Some(quote!(.body(__rt::BodyKind::Payload(#index)))),
        Body::Fields => quote!(::core::option::Option::None),
        Body::Payload => quote!(::core::option::Option::Some(#index)),
    };
    let encoding = match kind {
        EncodingKind::Json => quote!(Json),
        EncodingKind::Form => quote!(Form),
        EncodingKind::Text => quote!(Text),
        EncodingKind::Bytes => quote!(Bytes),
        EncodingKind::Multipart => quote!(Multipart),
        EncodingKind::Ndjson => quote!(Ndjson),
    };
    Some(quote! {
        .body(__rt::BodyKind::Encoded {
            encoding: __rt::Encoding::#encoding,
            media: #media,
            payload: #payload,
        })
    })
}

/// `Content::Json`
fn content(response: &Response, is_outcome: bool) -> TokenStream {
    let content = match &response.content {
        Some(_) => encoded(&response.encoding),
        None => quote!(__rt::Content::Empty),
    };
    let content = match response.answer {
        Some(_) => quote!(__rt::Content::Headed(&#content)),
        None => content,
    };
    if is_outcome {
        let variant = &response.name.rust;
        quote!(__rt::Content::Outcome(#variant, &#content))
    } else {
        content
    }
}

/// What holds something that is written so.
pub(super) fn encoded(encoding: &Encoding) -> TokenStream {
    let media = &encoding.media;
    match encoding.kind {
        EncodingKind::Text => quote!(__rt::Content::Text(#media)),
        EncodingKind::Form => quote!(__rt::Content::Form(#media)),
        EncodingKind::Bytes => quote!(__rt::Content::Bytes(#media)),
        _ if *encoding == Encoding::default() => quote!(__rt::Content::Json),
        _ => quote!(__rt::Content::JsonAs(#media)),
    }
}

/// Whether a success is a file, which can be read as it comes.
pub(super) fn is_download(success: &Success) -> bool {
    let first = success.responses.first();
    success.content().is_some()
        && first.is_some_and(|response| response.encoding.kind == EncodingKind::Bytes)
}

/// The responses that `send` is for, or else those that are a stream.
pub(super) fn responses(operation: &Operation) -> Vec<TokenStream> {
    match &operation.stream {
        Some(stream) if operation.is_only_stream() => stream::responses(stream),
        _ => successes(&operation.success),
    }
}

/// The responses of a success.
pub(super) fn successes(success: &Success) -> Vec<TokenStream> {
    let is_outcome = success.outcome.is_some();
    let response = |response: &Response| {
        let (status, content) = (status(response.status), content(response, is_outcome));
        quote!(__rt::Response { status: #status, content: #content })
    };
    success.responses.iter().map(response).collect()
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

/// What the docs say of bytes.
const DOWNLOAD: &str = "With `.download()` it is read as it comes, to a file or piece by piece.";

/// A method in its parts, so that a trait can declare it as well.
pub(super) struct Method {
    /// Docs and attributes.
    pub(super) meta: TokenStream,
    /// From `fn` to the type that it returns.
    pub(super) signature: TokenStream,
    /// What it returns.
    pub(super) body: TokenStream,
    /// Its name, and its arguments as they come.
    pub(super) call: TokenStream,
    /// Where its name stands.
    pub(super) span: Span,
}

/// The method that starts a call. `client` is the expression of the client.
pub(super) fn method(
    emitter: Emitter<'_>,
    operation: &Operation,
    client: &TokenStream,
    lifetime: &TokenStream,
) -> Method {
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
        .filter(|field| field.is_argument())
        .map(|field| emitter.ident(&field.name))
        .collect::<Vec<_>>();
    let request_value = quote!(#request::new(#(#arguments),*));
    let lint = setters::allow_arguments(1 + parameters.len());
    Method {
        meta: quote!(#doc #deprecated #lint),
        signature: quote!(fn #name(&self, #(#parameters),*) -> #up Call<#lifetime, #request>),
        body: match &emitter.api.extends {
            Some(_) => quote!(#up Call::new(#client, #request_value)),
            None => quote!(#client.call(#request_value)),
        },
        call: quote_spanned!(name.span()=> #name(#(#arguments),*)),
        span: name.span(),
    }
}

/// The page's words, the method and path, the arguments, and what is declared to go wrong.
fn method_docs(emitter: Emitter<'_>, operation: &Operation) -> Vec<String> {
    let mut lines = operation.docs.clone();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(format!("`{} {}`", operation.method.name(), operation.template));
    if operation.body_encoding != Encoding::default() {
        let sends = format!("Sends `{}`.", operation.body_encoding.media);
        lines.extend([String::new(), sends]);
    }
    lines.push(String::new());
    if !operation.is_only_stream() {
        lines.extend(answer_lines(emitter, operation));
    }
    lines.extend(stream_line(emitter, operation));
    if is_download(&operation.success) {
        lines.extend([String::new(), DOWNLOAD.into()]);
    }
    if let Some(need) = &operation.need {
        lines.extend([String::new(), access::need_line(emitter, need)]);
    }
    if operation.paging.is_some() {
        lines.extend([String::new(), PAGES.into()]);
    }
    if let Some(line) = wait::line(emitter, operation) {
        lines.extend([String::new(), line]);
    }
    let arguments: Vec<_> = operation
        .fields
        .iter()
        .filter(|field| field.is_argument())
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
    let mut failures = failure_lines(emitter, operation);
    failures.extend(extension::failure_line(emitter));
    if !failures.is_empty() {
        lines.extend([String::new(), "# Errors".into()]);
        lines.extend(failures);
    }
    lines
}

/// What a success is: its statuses and what each holds, and how to ask for another media type.
fn answer_lines(emitter: Emitter<'_>, operation: &Operation) -> Vec<String> {
    let success = &operation.success;
    let mut lines: Vec<String> = match (success.outcome, success.responses.first()) {
        (Some(_), _) => {
            let one = |response| {
                let (status, holds) =
                    (response_words(response), holds(emitter, operation, response));
                format!("- {status}{holds}")
            };
            let each = success.responses.iter().map(one);
            std::iter::once("A success is one of these:".to_owned()).chain(each).collect()
        }
        (None, Some(first)) => {
            let statuses: Vec<String> =
                success.responses.iter().map(|one| one.status.to_string()).collect();
            let holds = holds(emitter, operation, first);
            vec![format!("A success is {}{holds}", statuses.join(" or "))]
        }
        (None, None) => Vec::new(),
    };
    let methods = operation.alternatives.iter().map(|other| {
        format!("`{}()` before `send()` asks for `{}`.", other.name.rust, other.name.wire)
    });
    let mut methods = methods.peekable();
    if methods.peek().is_some() {
        lines.push(String::new());
    }
    lines.extend(methods);
    lines
}

/// A response among others.
fn response_words(response: &Response) -> String {
    match response.docs.as_slice() {
        [] => response.status.to_string(),
        docs => format!("{} ({})", response.status, docs.join(" ").trim_end_matches('.')),
    }
}

/// What a response holds: the end of a sentence.
fn holds(emitter: Emitter<'_>, operation: &Operation, response: &Response) -> String {
    let media = match &response.encoding {
        encoding if *encoding == Encoding::default() || encoding.media == "*/*" => String::new(),
        encoding => format!(" (`{}`)", encoding.media),
    };
    let headers = if response.answer.is_some() { ", with headers" } else { "" };
    match &response.content {
        None => format!(", and holds nothing{headers}."),
        Some(ty) => {
            let words = type_words(emitter, operation, ty);
            format!(": {words}{media}{headers}.")
        }
    }
}

/// What a stream is: its statuses and what it holds.
fn stream_line(emitter: Emitter<'_>, operation: &Operation) -> Option<String> {
    let stream = operation.stream.as_ref()?;
    let statuses: Vec<String> = stream.statuses.iter().map(ToString::to_string).collect();
    let what = match stream.kind {
        StreamKind::Events(_) => "events",
        StreamKind::Lines => "lines",
    };
    let item = type_words(emitter, operation, &stream.item);
    let statuses = statuses.join(" or ");
    Some(format!("With `.stream()` a success is {statuses}: a stream of {what}, each {item}."))
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
        TypeKind::Foreign(path, args) => {
            let args: Vec<String> =
                args.iter().map(|arg| type_words(emitter, operation, arg)).collect();
            let of = docs::link(path);
            if args.is_empty() { of } else { format!("{of} of {}", args.join(" and ")) }
        }
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
        TypeKind::Bytes => "bytes".to_owned(),
        TypeKind::File => "a file".to_owned(),
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
