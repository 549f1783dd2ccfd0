//! The shapes of JSON: what tells the variants of a union apart that has no tag.

use super::Lowering;
use super::arguments::is_param;
use super::resolve::was_reported;
use crate::model::{Field, FieldContent, Place, Shape, TypeKind, Variant};
use crate::syntax::tree::{self, VariantBody};

/// The shape of a type's JSON.
#[derive(Debug, Clone)]
enum JsonShape<'a> {
    Bool,
    Number,
    Text,
    List,
    /// A struct.
    Struct(Keys<'a>),
    /// A union with a tag under this key.
    Tagged(&'a str),
    /// An object of any keys.
    Map,
    /// Any of these.
    Any,
}

/// What keys a struct has.
#[derive(Debug, Clone, Default)]
struct Keys<'a> {
    fields: Vec<&'a Field>,
    /// Those of exclusive groups, of which none need be there.
    grouped: Vec<&'a Field>,
}

impl Keys<'_> {
    fn has(&self, key: &str) -> bool {
        self.fields.iter().chain(&self.grouped).any(|field| field.name.wire == key)
    }

    /// Whether a key is always there that the other does not know.
    fn has_own(&self, other: &Self) -> bool {
        self.fields.iter().any(|field| field.presence.is_always() && !other.has(&field.name.wire))
    }

    /// Whether both say different things under one key.
    fn differ(&self, other: &Self) -> bool {
        self.fields.iter().any(|field| {
            other.fields.iter().any(|other| match (&field.content, &other.content) {
                (FieldContent::Constant(one), FieldContent::Constant(two)) => {
                    field.name.wire == other.name.wire && one != two
                }
                _ => false,
            })
        })
    }
}

impl JsonShape<'_> {
    fn words(&self) -> &'static str {
        match self {
            Self::Bool => "`true` or `false`",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Struct(_) | Self::Tagged(_) | Self::Map => "an object",
            Self::Any => "JSON of any shape",
        }
    }

    fn is_object(&self) -> bool {
        matches!(self, Self::Struct(_) | Self::Tagged(_) | Self::Map)
    }

    /// Whether a value may have both shapes.
    fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any, _)
            | (_, Self::Any)
            | (Self::Bool, Self::Bool)
            | (Self::Number, Self::Number)
            | (Self::Text, Self::Text)
            | (Self::List, Self::List) => true,
            (Self::Struct(one), Self::Struct(other)) => {
                !(one.differ(other) || one.has_own(other) || other.has_own(one))
            }
            (Self::Struct(keys), Self::Tagged(tag)) | (Self::Tagged(tag), Self::Struct(keys)) => {
                keys.has(tag)
            }
            _ => self.is_object() && other.is_object(),
        }
    }
}

impl Lowering<'_> {
    /// Reports variants that the shape of the JSON cannot tell apart.
    pub(super) fn check_overlap(&mut self, written: &[tree::Variant], variants: &[Variant]) {
        let mut seen: Vec<&Variant> = Vec::new();
        for variant in variants {
            let Some(source) =
                written.iter().find(|source| source.name.wire.span == variant.name.span)
            else {
                continue;
            };
            let (VariantBody::Type(source), Some(payload)) = (&source.body, &variant.payload)
            else {
                continue;
            };
            // What a parameter stands for is looked at where it is known.
            if was_reported(payload, source) || is_param(variant) {
                continue;
            }
            let Some(shape) = self.json_shape(&payload.kind) else {
                self.report_shapeless(source, &payload.kind);
                continue;
            };
            let other = seen.iter().find(|other| {
                let kind = other.payload.as_ref().map(|payload| &payload.kind);
                kind.and_then(|kind| self.json_shape(kind))
                    .is_some_and(|other| shape.overlaps(&other))
            });
            if let Some(other) = other {
                let (one, two, both) = (&other.name.rust, &variant.name.rust, shape.words());
                let message =
                    format!("`{one}` and `{two}` cannot be told apart: both may be {both}");
                let help = shape.is_object().then(|| {
                    "give them a tag, a constant that differs, or a required field of its own"
                        .to_owned()
                });
                self.error_help(variant.name.span, message, help);
                continue;
            }
            seen.push(variant);
        }
    }

    /// Whether a value may be of both types. `None` where the shape of one is not known.
    pub(super) fn may_overlap(&self, one: &TypeKind, other: &TypeKind) -> Option<bool> {
        Some(self.json_shape(one)?.overlaps(&self.json_shape(other)?))
    }

    fn report_shapeless(&mut self, source: &tree::Type, kind: &TypeKind) {
        let (message, help) = if self.is_extern(kind) {
            ("the shape of an extern type is not known", "wrap it in a struct")
        } else if matches!(kind, TypeKind::Foreign(..)) {
            ("the shape of a type of another spec is not known here", "wrap it in a struct")
        } else {
            ("this is itself told apart by its shape", "write its variants here")
        };
        self.error_help(source.span, message, Some(help.into()));
    }

    /// The shape of a type's JSON. `None` for a union that has no tag, and for what the spec does
    /// not declare.
    fn json_shape<'a>(&'a self, kind: &'a TypeKind) -> Option<JsonShape<'a>> {
        Some(match kind {
            TypeKind::Bool => JsonShape::Bool,
            TypeKind::Integer(_) | TypeKind::Float(_) | TypeKind::UnixTime => JsonShape::Number,
            TypeKind::Text | TypeKind::Format(_) => JsonShape::Text,
            TypeKind::List(_) | TypeKind::Tuple(_) => JsonShape::List,
            TypeKind::Map(..) => JsonShape::Map,
            TypeKind::Json | TypeKind::Bytes | TypeKind::File | TypeKind::Param(..) => {
                JsonShape::Any
            }
            TypeKind::Foreign(..) => return None,
            TypeKind::Named(id) | TypeKind::Generic(id, _) => {
                match &self.api.types.get(id.0)?.shape {
                    Shape::Struct { fields, .. } => JsonShape::Struct(self.keys(fields)),
                    Shape::Enum { .. } => JsonShape::Text,
                    Shape::IntegerEnum { .. } => JsonShape::Number,
                    Shape::Newtype(inner) => self.json_shape(&inner.kind)?,
                    Shape::Union(union) => JsonShape::Tagged(union.tag.as_deref()?),
                    Shape::Extern(_) | Shape::Choice(_) | Shape::Outcome(_) => return None,
                }
            }
        })
    }

    fn keys<'a>(&'a self, fields: &'a [Field]) -> Keys<'a> {
        let mut keys = Keys::default();
        for field in fields {
            match self.api.groups(field) {
                Some(groups) => keys.grouped.extend(groups.iter().flat_map(|group| &group.fields)),
                None => keys.fields.push(field),
            }
        }
        keys
    }

    /// Whether a value of this type is one text in a path, a query or a header. In a query a list
    /// of such values may stand as well.
    pub(super) fn is_plain(&self, kind: &TypeKind, place: Place) -> bool {
        if let Some(Shape::Union(union)) = self.api.shape(kind) {
            let args = kind.args();
            return union.tag.is_none()
                && union.variants.iter().all(|variant| {
                    let payload = variant.payload.as_ref().map(|ty| ty.substitute(args));
                    payload.is_none_or(|ty| self.is_plain(&ty.kind, place))
                });
        }
        match &self.scalar_kind(kind) {
            TypeKind::List(element) if place == Place::Query => {
                !matches!(element.kind, TypeKind::List(_)) && self.is_plain(&element.kind, place)
            }
            kind => matches!(
                kind,
                TypeKind::Bool
                    | TypeKind::Integer(_)
                    | TypeKind::Float(_)
                    | TypeKind::Text
                    | TypeKind::Format(_)
            ),
        }
    }
}
