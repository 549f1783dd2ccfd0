//! Defaults: what the server assumes. They are documentation, but a wrong one is a mistake.

use super::Lowering;
use crate::diagnostic::suggest;
use crate::model::{Check, IntegerValue, Shape, Type, TypeKind};
use crate::syntax::tree::{LiteralKind, Value, ValueKind};

impl Lowering<'_> {
    /// Checks that a default is a value of its type, and returns it as the docs say it.
    pub(super) fn default_text(&mut self, default: &Value, ty: &Type) -> Option<String> {
        match (&default.kind, self.scalar_kind(&ty.kind)) {
            (_, TypeKind::Json | TypeKind::Foreign(..))
            | (ValueKind::Literal(LiteralKind::Bool(_)), TypeKind::Bool) => Some(text_of(default)),
            (ValueKind::EmptyList, TypeKind::List(_)) => Some("[]".into()),
            (ValueKind::Word(word), TypeKind::Text) => self.enum_default(default, word, ty),
            (ValueKind::Literal(LiteralKind::Str(text)), TypeKind::Text | TypeKind::Format(_)) => {
                if self.is_enum(&ty.kind) {
                    return self.enum_default(default, text, ty);
                }
                self.check_default(default, ty, |check| check.allows_text(text))
            }
            (_, TypeKind::Integer(_)) if self.integer_values(ty).is_some() => {
                self.integer_enum_default(default, ty)
            }
            (ValueKind::Literal(LiteralKind::Int(value)), TypeKind::Integer(integer)) => {
                let (least, greatest) = integer.range();
                if !(least..=greatest).contains(value) {
                    self.error(
                        default.span,
                        format!("the default `{value}` is outside `{}`", integer.name()),
                    );
                    return None;
                }
                self.check_default(default, ty, |check| match check {
                    Check::Integer { min, max } => (min..=max).contains(&value),
                    _ => true,
                })
            }
            (
                ValueKind::Literal(LiteralKind::Int(_) | LiteralKind::Float(_)),
                TypeKind::Float(_),
            ) => {
                let value: f64 = text_of(default).parse().unwrap_or_default();
                self.check_default(default, ty, |check| check.allows_float(value))
            }
            (_, kind) => {
                let message = format!(
                    "the default `{}` is not {}",
                    text_of(default),
                    self.describe_kind(&kind)
                );
                self.error(default.span, message);
                None
            }
        }
    }

    fn check_default(
        &mut self,
        default: &Value,
        ty: &Type,
        holds: impl Fn(&Check) -> bool,
    ) -> Option<String> {
        if ty.checks.iter().all(holds) {
            return Some(text_of(default));
        }
        let wanted = crate::model::describe(&ty.checks).join(" ");
        self.error_help(
            default.span,
            format!("the default `{}` breaks the field's own constraint", text_of(default)),
            Some(format!("the field says: {wanted}")),
        );
        None
    }

    fn enum_default(&mut self, default: &Value, word: &str, ty: &Type) -> Option<String> {
        let TypeKind::Named(id) = ty.kind else {
            if matches!(default.kind, ValueKind::Word(_)) {
                self.error_help(
                    default.span,
                    format!("the default `{word}` is not a text"),
                    Some(format!("write `\"{word}\"`")),
                );
                return None;
            }
            return Some(word.to_owned());
        };
        let Some(Shape::Enum { values, .. }) = self.api.types.get(id.0).map(|def| &def.shape)
        else {
            self.error(default.span, format!("the default `{word}` is not a text in quotes"));
            return None;
        };
        if values.iter().any(|value| value.name.wire == word) {
            return Some(word.to_owned());
        }
        let help = suggest(word, values.iter().map(|value| value.name.wire.as_str()))
            .map(|name| format!("did you mean `{name}`?"));
        let name = self.api.types.get(id.0).map(|def| def.name.rust.clone()).unwrap_or_default();
        self.error_help(default.span, format!("`{word}` is not a value of `{name}`"), help);
        None
    }

    /// The values of an enum of integers.
    fn integer_values(&self, ty: &Type) -> Option<&[IntegerValue]> {
        let TypeKind::Named(id) = ty.kind else {
            return None;
        };
        match self.api.types.get(id.0).map(|def| &def.shape) {
            Some(Shape::IntegerEnum { values, .. }) => Some(values),
            _ => None,
        }
    }

    fn integer_enum_default(&mut self, default: &Value, ty: &Type) -> Option<String> {
        let text = text_of(default);
        let values = self.integer_values(ty)?;
        if values.iter().any(|value| value.value.name.wire == text) {
            return Some(text);
        }
        let by_name = values.iter().find(|value| value.value.name.rust == text);
        let numbers: Vec<&str> =
            values.iter().map(|value| value.value.name.wire.as_str()).collect();
        let help = by_name.map_or_else(
            || format!("it has {}", numbers.join(", ")),
            |value| format!("write its value on the wire: `{}`", value.number),
        );
        let of = self.describe_kind(&ty.kind);
        self.error_help(default.span, format!("`{text}` is not a value of {of}"), Some(help));
        None
    }

    /// A kind of type in words.
    pub(super) fn describe_kind(&self, kind: &TypeKind) -> String {
        match kind {
            TypeKind::Bool => "`true` or `false`".into(),
            TypeKind::Integer(integer) => format!("an integer (`{}`)", integer.name()),
            TypeKind::Float(_) => "a number".into(),
            TypeKind::Text => "a text".into(),
            TypeKind::Json => "JSON".into(),
            TypeKind::Format(format) => format.words().into(),
            TypeKind::UnixTime => "a Unix time (whole seconds)".into(),
            TypeKind::Bytes => "bytes".into(),
            TypeKind::File => "a file".into(),
            TypeKind::List(_) => "a list".into(),
            TypeKind::Map(..) => "a map".into(),
            TypeKind::Tuple(items) => format!("a list of {} elements", items.len()),
            TypeKind::Param(_, name) => format!("a `{}`", name.rust),
            TypeKind::Foreign(path, _) => format!("a `{path}`"),
            TypeKind::Named(id) | TypeKind::Generic(id, _) => {
                self.api.types.get(id.0).map_or_else(String::new, |def| match def.shape {
                    Shape::Struct { .. } => format!("a `{}` object", def.name.rust),
                    _ => format!("a `{}`", def.name.rust),
                })
            }
        }
    }
}

/// A default as it is written.
fn text_of(default: &Value) -> String {
    match &default.kind {
        ValueKind::Literal(LiteralKind::Str(text)) | ValueKind::Word(text) => text.clone(),
        ValueKind::Literal(LiteralKind::Int(value)) => value.to_string(),
        ValueKind::Literal(LiteralKind::Float(value)) => format!("{value:?}"),
        ValueKind::Literal(LiteralKind::Bool(value)) => value.to_string(),
        ValueKind::EmptyList => "[]".into(),
    }
}
