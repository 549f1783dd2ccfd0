//! What success holds.

use super::{
    Lowering,
    bodies::bare_type,
    failures::status_kind,
    members::{At, Way},
    outcomes::{media_name, status_name},
};
use crate::model::{
    Encoding, EncodingKind, Field, ModuleId, Name, Place, Response, Shape, StatusKind, Type,
    TypeDef, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{self, Payload};

/// A response, and the headers that it is written with.
pub(super) struct Declared<'t> {
    pub(super) response: Response,
    pub(super) written: &'t tree::Response,
}

impl Lowering<'_> {
    /// The responses that are a success, in the spec's order: of a status one for each media type.
    pub(super) fn lower_responses<'t>(
        &mut self,
        responses: &[&'t tree::Response],
        endpoint: &tree::Endpoint,
        request: &Name,
        module: ModuleId,
    ) -> Vec<Declared<'t>> {
        let name = &endpoint.name;
        if responses.is_empty() && !endpoint.incomplete {
            self.error_help(
                name.span,
                format!("`{}` does not say what a success is", name.text),
                Some("write `-> 200 Type`, or `-> 204` for nothing".into()),
            );
        }
        let is_inline = |one: &&&tree::Response| matches!(one.payload, Some(Payload::Fields(_)));
        let several = responses.iter().filter(is_inline).count() > 1;
        let mut declared: Vec<Declared<'_>> = Vec::new();
        for written in responses {
            self.allow_attrs(&written.meta, &[], "a response");
            let status = status_kind(written.status.kind);
            if !self.check_success(written, status) {
                continue;
            }
            let encoding = self.lower_encoding(written.encoding.as_ref(), Way::Response);
            let mut of_status = declared.iter().filter(|one| one.response.status == status);
            let is_second = of_status.clone().next().is_some();
            if of_status.any(|one| one.response.encoding.media == encoding.media) {
                self.error_help(
                    written.status.span,
                    format!("`-> {status}` is declared twice"),
                    written.payload.is_some().then(|| {
                        "of one status there is one response for each media type, such as `text \"text/csv\"`"
                            .into()
                    }),
                );
                continue;
            }
            let mut name = Name::plain(&status_name(status), written.status.span);
            name.wire = status.to_string();
            if is_second {
                name.rust.push_str(&media_name(written, &encoding).rust);
            }
            let label = if several { name.rust.as_str() } else { "" };
            let content = self.response_content(written, &encoding, (request, label), module);
            let docs = self.docs(&written.meta);
            let response = Response { status, name, docs, content, encoding, answer: None };
            declared.push(Declared { response, written });
        }
        declared
    }

    /// What a response holds.
    fn response_content(
        &mut self,
        response: &tree::Response,
        encoding: &Encoding,
        (request, label): (&Name, &str),
        module: ModuleId,
    ) -> Option<Type> {
        let span =
            response.encoding.as_ref().map_or(response.status.span, |encoding| encoding.span);
        match (&response.payload, encoding.kind) {
            // `ndjson` has been taken for a stream.
            (_, EncodingKind::Multipart | EncodingKind::Ndjson) => {
                let help = "take it as it comes: `bytes \"multipart/form-data\"`";
                self.error_help(span, "a response of parts is not read", Some(help.into()));
                None
            }
            (Some(payload), EncodingKind::Form) => {
                let before = self.diags.len();
                let (ty, at) = match payload {
                    Payload::Type(ty) => (self.resolve(ty, module), ty.span),
                    Payload::Fields(fields) => {
                        (self.inline_response(fields, (request, label), module), span)
                    }
                };
                if self.diags.len() == before {
                    self.check_form_answer(&ty, at);
                }
                Some(ty)
            }
            (None, EncodingKind::Form) => {
                let help = "write `form { name: String }`, or `form Map<String, String>`";
                self.error_help(span, "a form has fields", Some(help.into()));
                None
            }
            (Some(Payload::Type(ty)), EncodingKind::Json) => Some(self.resolve(ty, module)),
            (Some(Payload::Fields(fields)), EncodingKind::Json) => {
                Some(self.inline_response(fields, (request, label), module))
            }
            (None, EncodingKind::Json) => None,
            (Some(Payload::Type(ty)), EncodingKind::Text) => {
                let before = self.diags.len();
                let resolved = self.resolve(ty, module);
                let is_known = self.diags.len() == before;
                Some(if is_known { self.text_type(resolved, ty.span) } else { resolved })
            }
            (None, EncodingKind::Text | EncodingKind::Bytes) => Some(bare_type(encoding.kind)),
            (Some(_), EncodingKind::Text | EncodingKind::Bytes) => {
                self.error(span, "a response of text or bytes has no fields");
                Some(bare_type(encoding.kind))
            }
        }
    }

    /// A form as a response holds what one as a request does, exclusive groups aside.
    fn check_form_answer(&mut self, ty: &Type, span: Span) {
        let fields = self.fields_of(&ty.kind);
        let is_choice =
            |field: &Field| field.value_type().is_some_and(|ty| self.api.is_choice(&ty.kind));
        if fields.iter().any(is_choice) {
            self.error(span, "an exclusive group is not read from a form");
            return;
        }
        self.check_form_type(ty, span, None);
    }

    pub(super) fn check_success(&mut self, response: &tree::Response, status: StatusKind) -> bool {
        match status {
            StatusKind::Code(204 | 205)
                if response.payload.is_some() || response.encoding.is_some() =>
            {
                self.error(
                    response.status.span,
                    format!("a {status} response has no body (RFC 9110, section 15.3)"),
                );
                false
            }
            StatusKind::Code(200..=299) | StatusKind::Class(2) => true,
            _ => {
                self.error_help(
                    response.status.span,
                    format!("`{status}` is not a success"),
                    Some("what goes wrong stands in `errors { ... }`".into()),
                );
                false
            }
        }
    }

    /// `-> 200 { ... }` declares a struct that is named after the endpoint.
    fn inline_response(
        &mut self,
        fields: &[tree::Member],
        (request, label): (&Name, &str),
        module: ModuleId,
    ) -> Type {
        let docs = format!("What `{}` answers.", request.wire);
        self.inline_struct(fields, request, &format!("{label}Response"), docs, module)
    }

    /// A struct that is named after the endpoint.
    pub(super) fn inline_struct(
        &mut self,
        fields: &[tree::Member],
        request: &Name,
        suffix: &str,
        docs: String,
        module: ModuleId,
    ) -> Type {
        let name = self.inline_name(request, suffix);
        let at = At { place: Place::Body, module, way: Way::Response, owner: &name.rust };
        let members = self.members(fields, at);
        let shape = Shape::Struct {
            fields: members.fields,
            closed: false,
            rest: members.rest.map(Box::new),
            comparisons: Vec::new(),
        };
        let id = self.add_type(TypeDef::made(name, docs, module, shape));
        Type::plain(TypeKind::Named(id))
    }
}
