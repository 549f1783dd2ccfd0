//! What success holds.

use super::{
    Lowering,
    failures::status_kind,
    members::{At, Way},
};
use crate::model::{ModuleId, Name, Place, Shape, StatusKind, Type, TypeDef, TypeKind};
use crate::syntax::tree::{self, Payload};

impl Lowering<'_> {
    /// The statuses that are a success, and what they hold.
    pub(super) fn lower_responses(
        &mut self,
        responses: &[&tree::Response],
        endpoint: &tree::Endpoint,
        request: &Name,
        module: ModuleId,
    ) -> (Vec<StatusKind>, Option<Type>) {
        let name = &endpoint.name;
        if responses.is_empty() && !endpoint.incomplete {
            self.error_help(
                name.span,
                format!("`{}` does not say what a success is", name.text),
                Some("write `-> 200 Type`, or `-> 204` for nothing".into()),
            );
        }
        let mut statuses: Vec<StatusKind> = Vec::new();
        let mut content: Option<Option<Type>> = None;
        for response in responses {
            self.allow_attrs(&response.meta, &[], "a response");
            let status = status_kind(response.status.kind);
            if !self.check_success(response, status) {
                continue;
            }
            if statuses.contains(&status) {
                self.error(response.status.span, format!("`-> {status}` is declared twice"));
                continue;
            }
            let payload = response.payload.as_ref().map(|payload| match payload {
                Payload::Type(ty) => self.resolve(ty, module),
                Payload::Fields(fields) => self.inline_response(fields, request, module),
            });
            match &content {
                Some(first) if *first != payload => self.error(
                    response.status.span,
                    "several responses that hold different things are not supported yet",
                ),
                Some(_) => statuses.push(status),
                None => {
                    statuses.push(status);
                    content = Some(payload);
                }
            }
        }
        (statuses, content.flatten())
    }

    fn check_success(&mut self, response: &tree::Response, status: StatusKind) -> bool {
        match status {
            StatusKind::Code(204 | 205) if response.payload.is_some() => {
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
        let name = self.inline_name(request, "Response");
        let at = At { place: Place::Body, module, way: Way::Response, owner: &name.rust };
        let members = self.members(fields, at);
        let id = self.add_type(TypeDef {
            docs: vec![format!("What `{}` answers.", request.wire)],
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
        Type { kind: TypeKind::Named(id), nullable: false, checks: Vec::new() }
    }
}
