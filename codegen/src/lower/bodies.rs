//! The bodies of requests.

use super::{Lowering, attrs::find, encodings::Way, places::is_scalar};
use crate::model::{
    Body, Encoding, EncodingKind, Field, FieldContent, Method, ModuleId, Name, Place, Presence,
    Shape, Style, Type, TypeDef, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{self, Payload};

impl Lowering<'_> {
    /// Checks that a request with this method has a body at all.
    pub(super) fn check_body_section(&mut self, body: &tree::Body, method: Method) {
        self.allow_attrs(&body.meta, &["x"], "a `body` section");
        let allowed = find(&body.meta, "x").is_some_and(|attr| {
            attr.args.iter().any(|arg| arg.key.as_ref().is_some_and(|key| key.text == "allow"))
        });
        if !method.takes_body() && !allowed {
            self.error_help(
                body.span,
                format!("a {} request has no body (RFC 9110, section 9.3)", method.name()),
                Some("if this API wants one all the same, write `#[x(allow)] body ...`".into()),
            );
        }
    }

    /// Adds the fields of a body. One that may be left out is one value, so that there is
    /// something to leave out.
    pub(super) fn lower_body(
        &mut self,
        body: &tree::Body,
        request: &Name,
        module: ModuleId,
        fields: &mut Vec<Field>,
    ) -> (Body, Encoding) {
        let encoding = self.lower_encoding(body.encoding.as_ref(), Way::Request);
        let (place, is_object) = match encoding.kind {
            EncodingKind::Json => (Place::Body, true),
            EncodingKind::Form => (Place::Form, true),
            EncodingKind::Multipart => (Place::Part, true),
            _ => (Place::Body, false),
        };
        let ty = match &body.payload {
            Some(Payload::Fields(list)) if is_object && body.optional.is_none() => {
                fields.extend(self.fields(list, place, module));
                return (Body::Fields, encoding);
            }
            Some(Payload::Fields(list)) if is_object => {
                self.inline_body(list, place, ("Body", request), module)
            }
            Some(Payload::Fields(list)) if encoding.kind == EncodingKind::Ndjson => {
                let line = self.inline_body(list, place, ("Line", request), module);
                list_of(line)
            }
            Some(Payload::Fields(_)) => {
                let span = body.encoding.as_ref().map_or(body.span, |encoding| encoding.span);
                self.error(span, format!("a body of {} has no fields", noun(encoding.kind)));
                bare_type(encoding.kind)
            }
            Some(Payload::Type(ty)) => self.body_type(ty, encoding.kind, module),
            None => bare_type(encoding.kind),
        };
        fields.push(payload_field(body, ty));
        (Body::Payload, encoding)
    }

    /// The type of a body, checked against its encoding.
    fn body_type(&mut self, ty: &tree::Type, encoding: EncodingKind, module: ModuleId) -> Type {
        if let Some(span) = ty.nullable {
            self.error(span, "a body that is `null` is not supported yet");
        }
        let before = self.diags.len();
        let resolved = self.resolve(ty, module);
        if self.diags.len() > before {
            return if encoding == EncodingKind::Ndjson { list_of(resolved) } else { resolved };
        }
        match encoding {
            EncodingKind::Json => resolved,
            EncodingKind::Ndjson => list_of(resolved),
            EncodingKind::Text => self.text_type(resolved, ty.span),
            EncodingKind::Bytes => {
                self.error(ty.span, "bytes are bytes, and have no other type");
                bare_type(encoding)
            }
            EncodingKind::Multipart => {
                self.error_help(
                    ty.span,
                    "a multipart body lists its parts, and has no type",
                    Some("write `body multipart { file: File }`".into()),
                );
                resolved
            }
            EncodingKind::Form => {
                self.check_form_type(&resolved, ty.span);
                resolved
            }
        }
    }

    /// The type of a text: one whose values are one text each.
    pub(super) fn text_type(&mut self, ty: Type, span: Span) -> Type {
        let kind = self.scalar_kind(&ty.kind);
        if !is_scalar(&kind) {
            let kind = self.describe_kind(&kind);
            self.error(span, format!("a text cannot hold {kind}"));
        }
        ty
    }

    /// A form is a flat list of names and texts.
    fn check_form_type(&mut self, ty: &Type, span: Span) {
        let problem = match &ty.kind {
            TypeKind::Map(_, value) if self.is_flat(&value.kind) => return,
            TypeKind::Map(_, value) => {
                format!("this map holds {}", self.describe_kind(&value.kind))
            }
            TypeKind::Named(id) => match self.api.types.get(id.0).map(|def| &def.shape) {
                Some(Shape::Struct { fields, .. }) => {
                    let nested = fields.iter().find_map(|field| match &field.content {
                        FieldContent::Value { ty, .. } if !self.is_flat(&ty.kind) => {
                            Some((&field.name.wire, self.describe_kind(&ty.kind)))
                        }
                        _ => None,
                    });
                    match nested {
                        Some((name, kind)) => format!("`{name}` is {kind}"),
                        None => return,
                    }
                }
                _ => "this is no object".into(),
            },
            kind => format!("this is {}", self.describe_kind(kind)),
        };
        self.error_help(
            span,
            format!("a form is an object of texts and lists of them; {problem}"),
            Some("fields in the body itself can have a style: `body form { #[style(deep)] filter: Filter }`".into()),
        );
    }

    /// Whether values of a kind are texts or lists of texts.
    fn is_flat(&self, kind: &TypeKind) -> bool {
        match kind {
            TypeKind::List(element) => {
                is_scalar(&self.scalar_kind(&element.kind)) && !element.nullable
            }
            kind => is_scalar(&self.scalar_kind(kind)),
        }
    }

    /// A body that is written as fields, and is one value: it declares a struct that is named
    /// after the endpoint.
    fn inline_body(
        &mut self,
        fields: &[tree::Field],
        place: Place,
        (suffix, request): (&str, &Name),
        module: ModuleId,
    ) -> Type {
        let name = self.inline_name(request, suffix);
        let fields = self.fields(fields, place, module);
        let id = self.add_type(TypeDef {
            docs: vec![format!("What `{}` sends.", request.wire)],
            name,
            deprecated: None,
            module,
            is_input: true,
            shape: Shape::Struct { fields, closed: true },
        });
        Type { kind: TypeKind::Named(id), nullable: false, checks: Vec::new() }
    }
}

/// The field that is the whole body.
fn payload_field(body: &tree::Body, ty: Type) -> Field {
    let constraints = super::checks::describe(&ty.checks);
    let presence = if body.optional.is_some() { Presence::Optional } else { Presence::Required };
    Field {
        name: Name::plain("body", body.span),
        docs: body.meta.docs.clone(),
        deprecated: None,
        presence,
        content: FieldContent::Value { ty, boxed: false },
        default: None,
        sensitive: false,
        place: Place::Payload,
        style: Style::default(),
        constraints,
    }
}

fn list_of(element: Type) -> Type {
    let checks = if element.checks.is_empty() {
        Vec::new()
    } else {
        vec![crate::model::Check::Each(element.checks.clone())]
    };
    Type { kind: TypeKind::List(Box::new(element)), nullable: false, checks }
}

fn noun(kind: EncodingKind) -> &'static str {
    if kind == EncodingKind::Bytes { "bytes" } else { "text" }
}

/// What a body holds whose encoding says it all.
pub(super) fn bare_type(kind: EncodingKind) -> Type {
    let kind = if kind == EncodingKind::Bytes { TypeKind::Bytes } else { TypeKind::Text };
    Type { kind, nullable: false, checks: Vec::new() }
}
