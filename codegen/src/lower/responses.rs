//! What success holds.

use super::{
    Lowering,
    bodies::bare_type,
    failures::status_kind,
    members::{At, Way},
};
use crate::model::{
    Encoding, EncodingKind, ModuleId, Name, Place, Shape, StatusKind, Type, TypeDef, TypeId,
    TypeKind,
};
use crate::syntax::tree::{self, Payload};

/// What a success is.
#[derive(Default)]
pub(super) struct Success {
    /// Its statuses, all with the same content.
    pub(super) statuses: Vec<StatusKind>,
    /// What it holds; `None` for nothing.
    pub(super) content: Option<Type>,
    /// How that is written.
    pub(super) encoding: Encoding,
    /// The struct of that and of the headers that come with it.
    pub(super) answer: Option<TypeId>,
}

impl Lowering<'_> {
    /// The statuses that are a success, and what they hold.
    pub(super) fn lower_responses(
        &mut self,
        responses: &[&tree::Response],
        endpoint: &tree::Endpoint,
        request: &Name,
        module: ModuleId,
    ) -> Success {
        let name = &endpoint.name;
        if responses.is_empty() && !endpoint.incomplete {
            self.error_help(
                name.span,
                format!("`{}` does not say what a success is", name.text),
                Some("write `-> 200 Type`, or `-> 204` for nothing".into()),
            );
        }
        let mut statuses: Vec<StatusKind> = Vec::new();
        let mut content: Option<(Option<Type>, Encoding)> = None;
        let mut headers = Vec::new();
        for response in responses {
            self.allow_attrs(&response.meta, &[], "a response");
            let status = status_kind(response.status.kind);
            if !self.check_success(response, status) {
                continue;
            }
            if statuses.contains(&status) {
                self.error_help(
                    response.status.span,
                    format!("`-> {status}` is declared twice"),
                    response.encoding.is_some().then(|| {
                        "for a response of another type declare the endpoint again, under another name".into()
                    }),
                );
                continue;
            }
            let this = self.response_content(response, request, module);
            headers.extend(&response.headers);
            match &content {
                Some(first) if *first != this => self.error(
                    response.status.span,
                    "several responses that hold different things are not supported yet",
                ),
                Some(_) => statuses.push(status),
                None => {
                    statuses.push(status);
                    content = Some(this);
                }
            }
        }
        let (content, encoding) = content.unwrap_or_default();
        let answer =
            self.lower_answer(&headers, (statuses.len(), content.as_ref()), request, module);
        Success { statuses, content, encoding, answer }
    }

    /// What a response holds, and how it is written.
    fn response_content(
        &mut self,
        response: &tree::Response,
        request: &Name,
        module: ModuleId,
    ) -> (Option<Type>, Encoding) {
        let encoding = self.lower_encoding(response.encoding.as_ref(), Way::Response);
        let span =
            response.encoding.as_ref().map_or(response.status.span, |encoding| encoding.span);
        let payload = match (&response.payload, encoding.kind) {
            // `ndjson` has been taken for a stream.
            (_, EncodingKind::Form | EncodingKind::Multipart | EncodingKind::Ndjson) => {
                self.error(span, "a response that is a form is not supported yet");
                return (None, Encoding::default());
            }
            (Some(Payload::Type(ty)), EncodingKind::Json) => Some(self.resolve(ty, module)),
            (Some(Payload::Fields(fields)), EncodingKind::Json) => {
                Some(self.inline_response(fields, request, module))
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
        };
        (payload, encoding)
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
        request: &Name,
        module: ModuleId,
    ) -> Type {
        let docs = format!("What `{}` answers.", request.wire);
        self.inline_struct(fields, request, "Response", docs, module)
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
        let id = self.add_type(TypeDef {
            docs: vec![docs],
            name,
            deprecated: None,
            module,
            params: Vec::new(),
            is_input: false,
            shape: Shape::Struct {
                fields: members.fields,
                closed: false,
                rest: members.rest.map(Box::new),
                comparisons: Vec::new(),
            },
        });
        Type::plain(TypeKind::Named(id))
    }
}
