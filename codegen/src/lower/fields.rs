//! Fields: of structs, and of the sections of an endpoint.

use super::{Lowering, annotations::OF_FIELD, members::Way, naming::Case};
use crate::model::{
    Access, Constant, Field, FieldContent, ModuleId, Place, Presence, Type, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{self, LiteralKind};

impl Lowering<'_> {
    /// Lowers one field.
    pub(super) fn field(&mut self, field: &tree::Field, place: Place, module: ModuleId) -> Field {
        self.field_on_way(field, place, module, Way::Request)
    }

    /// Lowers one field of a block that goes a way.
    pub(super) fn field_on_way(
        &mut self,
        field: &tree::Field,
        place: Place,
        module: ModuleId,
        way: Way,
    ) -> Field {
        self.allow_attrs(&field.meta, &OF_FIELD, "a field");
        let access = self.access(&field.meta, way);
        let sensitive = self.flag(&field.meta, "sensitive");
        let deprecated = self.deprecated(&field.meta);
        let name = self.name(&field.name, Case::Snake);
        let presence = match (field.optional.is_some(), field.ty.nullable.is_some()) {
            (false, false) => Presence::Required,
            (true, false) => Presence::Optional,
            (false, true) => Presence::Nullable,
            (true, true) => Presence::OptionalNullable,
        };
        let content = match &field.ty.kind {
            tree::TypeKind::Literal(literal) => self.constant(field, literal),
            _ => {
                let mut ty = self.resolve(&field.ty, module);
                if !was_reported(field, &ty) {
                    let more = self.attribute_checks(&field.meta, &ty);
                    ty.checks.extend(more);
                }
                FieldContent::Value { ty, boxed: false }
            }
        };
        let (default, constraints) = match &content {
            FieldContent::Value { ty, .. } => {
                let ty = ty.clone();
                let default =
                    field.default.as_ref().and_then(|value| self.default_text(value, &ty));
                (default, super::checks::describe(&ty.checks))
            }
            FieldContent::Constant(_) => {
                if let Some(default) = &field.default {
                    self.error(default.span, "a constant has no default");
                }
                (None, Vec::new())
            }
        };
        let mut constraints = constraints;
        constraints.extend(self.format_line(&field.meta));
        constraints.extend(match access {
            Access::ReadOnly => Some("Only in responses.".to_owned()),
            Access::WriteOnly => Some("Only in requests.".to_owned()),
            Access::Both | Access::WriteRequired => None,
        });
        constraints.extend(self.document_lines(&field.meta));
        let lowered = Field {
            name,
            docs: field.meta.docs.clone(),
            deprecated,
            presence,
            content,
            default,
            sensitive,
            access,
            place,
            constraints,
        };
        let spans = Spans {
            name: field.name.wire.clone(),
            of: String::new(),
            optional: field.optional,
            nullable: field.ty.nullable,
            ty: field.ty.span,
        };
        if !matches!(&lowered.content, FieldContent::Value { ty, .. } if was_reported(field, ty)) {
            self.check_place(&lowered, &spans);
        }
        lowered
    }

    fn constant(&mut self, field: &tree::Field, literal: &tree::Literal) -> FieldContent {
        if let Some(span) = field.optional.or(field.ty.nullable) {
            self.error(span, "a constant is always there and never null");
        }
        if let Some(set) = field.ty.sets.first() {
            self.error(set.span, "a constant needs no constraint");
        }
        FieldContent::Constant(match &literal.kind {
            LiteralKind::Str(text) => Constant::Text(text.clone()),
            LiteralKind::Bool(value) => Constant::Bool(*value),
            LiteralKind::Float(value) => Constant::Float(*value),
            LiteralKind::Int(value) => {
                if let Ok(value) = i64::try_from(*value) {
                    Constant::Integer(value)
                } else {
                    self.error(literal.span, format!("`{value}` is outside `i64`"));
                    Constant::Integer(0)
                }
            }
        })
    }

    /// What can stand in a path, a query or a header is less than what can stand in a body.
    pub(super) fn check_place(&mut self, lowered: &Field, spans: &Spans) {
        let what = match lowered.place {
            Place::Path => "a path",
            Place::Query => "a query",
            Place::Header => "a header",
            Place::Body | Place::Payload => return,
        };
        if let Some(span) = spans.nullable {
            self.error(span, format!("{}there is no `null` in {what}", spans.of));
        }
        if lowered.place == Place::Path {
            if let Some(span) = spans.optional {
                self.error(span, "a path parameter is always there");
            }
        }
        if lowered.place == Place::Header {
            self.check_header_name(&spans.name);
        }
        let FieldContent::Value { ty, .. } = &lowered.content else {
            return;
        };
        if self.is_choice(&ty.kind) {
            return;
        }
        let element = match (&ty.kind, lowered.place) {
            (TypeKind::List(element), Place::Query) => &element.kind,
            (kind, _) => kind,
        };
        let scalar = self.scalar_kind(element);
        let is_text = matches!(
            scalar,
            TypeKind::Bool
                | TypeKind::Integer(_)
                | TypeKind::Float(_)
                | TypeKind::Text
                | TypeKind::Format(_)
        );
        if !is_text {
            let kind = self.describe_kind(&scalar);
            let message = format!("{}{kind} in {what} is not supported yet", spans.of);
            self.error(spans.ty, message);
        }
    }

    fn check_header_name(&mut self, name: &tree::Word) {
        let is_token = !name.text.is_empty()
            && name
                .text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b));
        if !is_token {
            self.error(name.span, format!("`{}` is not a header name (RFC 9110, 5.1)", name.text));
            return;
        }
        let lower = name.text.to_ascii_lowercase();
        let written = ["host", "content-length", "transfer-encoding", "connection", "content-type"];
        if written.contains(&lower.as_str()) {
            self.error(name.span, format!("the client writes `{}` itself", name.text));
        }
        if lower == "authorization" {
            self.error_help(
                name.span,
                "credentials are not a parameter",
                Some("declare `auth bearer = env(\"...\")` in the `api` block".into()),
            );
        }
    }
}

/// Where the parts of a field stand, for reports.
pub(super) struct Spans {
    pub(super) name: tree::Word,
    /// What a report says first, where the field stands elsewhere.
    pub(super) of: String,
    pub(super) optional: Option<Span>,
    pub(super) nullable: Option<Span>,
    pub(super) ty: Span,
}

/// An unknown type has become JSON, and has been reported.
fn was_reported(field: &tree::Field, ty: &Type) -> bool {
    ty.kind == TypeKind::Json
        && !matches!(&field.ty.kind, tree::TypeKind::Named { name, .. } if name.text == "Json")
}
