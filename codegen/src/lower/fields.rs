//! Fields: of structs, and of the sections of an endpoint.

use super::places::Spans;
use super::resolve::was_reported;
use super::{Lowering, annotations::OF_FIELD, attrs::find, members::Way, naming::Case};
use crate::model::{Access, Constant, Field, FieldContent, ModuleId, Place, Presence};
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
        let mut attrs = OF_FIELD.to_vec();
        if matches!(place, Place::Query | Place::Form) {
            attrs.push("style");
        }
        self.allow_attrs(&field.meta, &attrs, field_of(place));
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
                self.takes_files = place == Place::Part;
                let mut ty = self.resolve(&field.ty, module);
                self.takes_files = false;
                if !was_reported(&ty, &field.ty) {
                    let more = self.attribute_checks(&field.meta, &ty);
                    ty.checks.extend(more);
                }
                FieldContent::Value { ty, boxed: false }
            }
        };
        let (default, mut constraints) = match &content {
            FieldContent::Value { ty, .. } => {
                let default = field.default.as_ref().and_then(|value| self.default_text(value, ty));
                (default, self.type_rules(ty))
            }
            FieldContent::Constant(_) => {
                if let Some(default) = &field.default {
                    self.error(default.span, "a constant has no default");
                }
                (None, Vec::new())
            }
        };
        let docs = match &content {
            FieldContent::Value { ty, .. } if field.meta.docs.is_empty() => self.extern_docs(ty),
            _ => field.meta.docs.clone(),
        };
        constraints.extend(self.format_line(&field.meta));
        constraints.extend(match access {
            Access::ReadOnly => Some("Only in responses.".to_owned()),
            Access::WriteOnly => Some("Only in requests.".to_owned()),
            Access::Both | Access::WriteRequired => None,
        });
        constraints.extend(self.document_lines(&field.meta));
        let lowered = Field {
            name,
            docs,
            deprecated,
            presence,
            content,
            default,
            sensitive,
            access,
            place,
            style: self.style(&field.meta, place),
            constraints,
        };
        let lost = matches!(&lowered.content, FieldContent::Value { ty, .. } if was_reported(ty, &field.ty));
        let spans = Spans {
            name: field.name.wire.clone(),
            of: String::new(),
            optional: field.optional,
            nullable: field.ty.nullable,
            ty: field.ty.span,
            style: find(&field.meta, "style").map(|attr| attr.span),
            lost,
        };
        self.check_place(&lowered, &spans);
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
}

/// A field in a place, in words.
fn field_of(place: Place) -> &'static str {
    match place {
        Place::Path => "a path parameter",
        Place::Header | Place::ResponseHeader => "a header",
        Place::Cookie => "a cookie",
        _ => "a field",
    }
}
