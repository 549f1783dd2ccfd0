//! The bodies of requests.

use super::{
    Lowering,
    attrs::find,
    members::{At, Members, Way},
    places::is_scalar,
};
use crate::model::{
    Access, Body, Encoding, EncodingKind, Field, FieldContent, Method, ModuleId, Name, Place,
    Presence, Shape, Style, Type, TypeDef, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{self, Payload};

impl Lowering<'_> {
    /// Checks that a request with this method has a body at all.
    pub(super) fn check_body_section(&mut self, body: &tree::Body, method: Method) {
        self.allow_attrs(&body.meta, &["x", "check"], "a `body` section");
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
        at: At<'_>,
        members: &mut Members,
    ) -> (Body, Encoding) {
        let module = at.module;
        let encoding = self.lower_encoding(body.encoding.as_ref(), Way::Request);
        let (place, is_object) = match encoding.kind {
            EncodingKind::Json => (Place::Body, true),
            EncodingKind::Form => (Place::Form, true),
            EncodingKind::Multipart => (Place::Part, true),
            _ => (Place::Body, false),
        };
        let ty = match &body.payload {
            Some(Payload::Fields(list)) if is_object && body.optional.is_none() => {
                self.block(&body.meta, list, At { place, ..at }, members);
                return (Body::Fields, encoding);
            }
            Some(Payload::Fields(list)) if is_object => {
                self.inline_body((&body.meta, list), place, ("Body", request), module)
            }
            Some(Payload::Fields(list)) if encoding.kind == EncodingKind::Ndjson => {
                let line = self.inline_body((&body.meta, list), place, ("Line", request), module);
                list_of(line)
            }
            Some(Payload::Fields(_)) => {
                let span = body.encoding.as_ref().map_or(body.span, |encoding| encoding.span);
                self.error(span, format!("a body of {} has no fields", noun(encoding.kind)));
                bare_type(encoding.kind)
            }
            Some(Payload::Type(ty)) => {
                if let Some(attr) = find(&body.meta, "check") {
                    self.error(attr.span, "`#[check]` stands on the struct that has the fields");
                }
                self.body_type(ty, encoding.kind, module)
            }
            None => bare_type(encoding.kind),
        };
        members.fields.push(payload_field(body, ty));
        (Body::Payload, encoding)
    }

    /// The type of a body, checked against its encoding.
    fn body_type(&mut self, ty: &tree::Type, encoding: EncodingKind, module: ModuleId) -> Type {
        let before = self.diags.len();
        let mut resolved = self.resolve(ty, module);
        if let Some(span) = ty.nullable.filter(|_| encoding != EncodingKind::Json) {
            let help = "where there may be no body write `body? ...`";
            self.error_help(span, "only a body of JSON is `null`", Some(help.into()));
            resolved.nullable = false;
        }
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
                let help = "fields in the body itself can have a style: `body form { #[style(deep)] filter: Filter }`";
                self.check_form_type(&resolved, ty.span, Some(help));
                resolved
            }
        }
    }

    /// The type of a text: one whose values are one text each.
    pub(super) fn text_type(&mut self, ty: Type, span: Span) -> Type {
        let kind = self.scalar_kind(&ty.kind);
        if !is_scalar(&kind) || matches!(kind, TypeKind::Foreign(..)) {
            let kind = self.describe_kind(&kind);
            self.error(span, format!("a text cannot hold {kind}"));
        }
        ty
    }

    /// A form is a flat list of names and texts.
    pub(super) fn check_form_type(&mut self, ty: &Type, span: Span, help: Option<&str>) {
        let problem = match &ty.kind {
            TypeKind::Map(_, value) if self.is_flat(&value.kind) => return,
            TypeKind::Map(_, value) => {
                format!("this map holds {}", self.describe_kind(&value.kind))
            }
            TypeKind::Named(_) | TypeKind::Generic(..) if self.is_struct(&ty.kind) => {
                match self.nested_field(&ty.kind) {
                    Some((name, kind)) => format!("`{name}` is {kind}"),
                    None => return,
                }
            }
            TypeKind::Named(_) => "this is no object".into(),
            kind => format!("this is {}", self.describe_kind(kind)),
        };
        self.error_help(
            span,
            format!("a form is an object of texts and lists of them; {problem}"),
            help.map(str::to_owned),
        );
    }

    fn is_struct(&self, kind: &TypeKind) -> bool {
        let (TypeKind::Named(id) | TypeKind::Generic(id, _)) = kind else {
            return false;
        };
        self.api.types.get(id.0).is_some_and(|def| matches!(def.shape, Shape::Struct { .. }))
    }

    /// The name of a field that is neither a text nor a list of texts, and what it is.
    fn nested_field(&self, kind: &TypeKind) -> Option<(String, String)> {
        let (TypeKind::Named(id) | TypeKind::Generic(id, _)) = kind else {
            return None;
        };
        let rest = match &self.api.types.get(id.0)?.shape {
            Shape::Struct { rest, .. } => rest.as_deref().and_then(|rest| match &rest.content {
                FieldContent::Value { ty: Type { kind: TypeKind::Map(_, value), .. }, .. } => {
                    Some((&rest.name, &value.kind))
                }
                _ => None,
            }),
            Shape::Choice(groups) => {
                let mut fields = groups.iter().flat_map(|group| &group.fields);
                return fields.find_map(|field| self.nested_value(field));
            }
            _ => None,
        };
        if let Some((name, kind)) = rest.filter(|(_, kind)| !self.is_flat(kind)) {
            return Some((name.wire.clone(), self.describe_kind(kind)));
        }
        self.fields_of(kind).iter().find_map(|field| self.nested_value(field))
    }

    fn nested_value(&self, field: &Field) -> Option<(String, String)> {
        match &field.content {
            FieldContent::Value { ty, .. } if self.api.is_choice(&ty.kind) => {
                self.nested_field(&ty.kind)
            }
            FieldContent::Value { ty, .. } if !self.is_flat(&ty.kind) => {
                Some((field.name.wire.clone(), self.describe_kind(&ty.kind)))
            }
            _ => None,
        }
    }

    /// Whether values of a kind are texts or lists of texts.
    fn is_flat(&self, kind: &TypeKind) -> bool {
        match kind {
            TypeKind::Foreign(..) => false,
            TypeKind::List(element) => {
                !matches!(element.kind, TypeKind::Foreign(..))
                    && is_scalar(&self.scalar_kind(&element.kind))
                    && !element.nullable
            }
            kind => is_scalar(&self.scalar_kind(kind)),
        }
    }

    /// A body that is written as fields, and is one value: it declares a struct that is named
    /// after the endpoint.
    fn inline_body(
        &mut self,
        (meta, list): (&tree::Meta, &[tree::Member]),
        place: Place,
        (suffix, request): (&str, &Name),
        module: ModuleId,
    ) -> Type {
        let name = self.inline_name(request, suffix);
        let at = At { place, module, way: Way::Request, owner: &name.rust };
        let Members { fields, rest, mut comparisons, .. } = self.members(list, at);
        comparisons.extend(self.comparisons(meta, &fields, place));
        let docs = format!("What `{}` sends.", request.wire);
        let rest = rest.map(Box::new);
        let shape = Shape::Struct { fields, closed: true, rest, comparisons };
        let id = self.add_type(TypeDef::made(name, docs, module, shape));
        Type::plain(TypeKind::Named(id))
    }
}

/// The field that is the whole body.
fn payload_field(body: &tree::Body, ty: Type) -> Field {
    let constraints = crate::model::describe(&ty.checks);
    let presence = match (body.optional.is_some(), ty.nullable) {
        (false, false) => Presence::Required,
        (true, false) => Presence::Optional,
        (false, true) => Presence::Nullable,
        (true, true) => Presence::OptionalNullable,
    };
    Field {
        name: Name::plain("body", body.span),
        docs: body.meta.docs.clone(),
        deprecated: None,
        presence,
        content: FieldContent::Value { ty, boxed: false },
        default: None,
        sensitive: false,
        access: Access::Both,
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
    Type { kind: TypeKind::List(Box::new(element)), nullable: false, checks, place: None }
}

fn noun(kind: EncodingKind) -> &'static str {
    if kind == EncodingKind::Bytes { "bytes" } else { "text" }
}

/// What a body holds whose encoding says it all.
pub(super) fn bare_type(kind: EncodingKind) -> Type {
    let kind = if kind == EncodingKind::Bytes { TypeKind::Bytes } else { TypeKind::Text };
    Type::plain(kind)
}
