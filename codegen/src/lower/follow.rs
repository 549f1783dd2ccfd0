//! Paths of fields in attributes, such as `error.type`.

use std::borrow::Cow;

use super::Lowering;
use crate::diagnostic::suggest;
use crate::model::{Field, FieldContent, FieldPath, PathField, Shape, Type, TypeKind};
use crate::source::Span;
use crate::syntax::tree::Word;

/// Where a path leads.
pub(super) struct Followed {
    pub(super) path: FieldPath,
    /// What is there. JSON of any shape from there on where that is on the way.
    pub(super) ty: Type,
    /// The key on the way that must not be shown.
    pub(super) sensitive: Option<String>,
}

impl Lowering<'_> {
    /// Follows a path through the structs. `None` where it leads nowhere, which is reported.
    pub(super) fn follow(&mut self, root: &Type, word: &Word) -> Option<Followed> {
        let mut followed =
            Followed { path: FieldPath::default(), ty: root.clone(), sensitive: None };
        for key in word.text.split('.') {
            followed.path.keys.push(key.to_owned());
            if followed.ty.kind == TypeKind::Json {
                continue;
            }
            self.step(&mut followed, key, word)?;
        }
        Some(followed)
    }

    /// Reports that nothing can be followed into a type, if another spec declares it.
    pub(super) fn refuse_foreign(&mut self, ty: &Type, span: Span) -> bool {
        let TypeKind::Foreign(path, _) = &ty.kind else {
            return false;
        };
        let message =
            format!("another spec declares `{path}`, and what is in it is not known here");
        let help = "declare a struct of this spec with the fields that are needed";
        self.error_help(span, message, Some(help.into()));
        true
    }

    /// One key further.
    fn step(&mut self, followed: &mut Followed, key: &str, word: &Word) -> Option<()> {
        let fields = self.fields_of(&followed.ty.kind).into_owned();
        // No key is called what an exclusive group is.
        let is_key = |field: &Field| match &field.content {
            FieldContent::Value { ty, .. } => !self.api.is_choice(&ty.kind),
            FieldContent::Constant(_) => true,
        };
        let found = fields.iter().position(|field| field.name.wire == key && is_key(field));
        let Some(index) = found else {
            let names = fields.iter().filter(|field| is_key(field));
            let names = names.map(|field| field.name.wire.as_str());
            let help = suggest(key, names).map(|name| format!("did you mean `{name}`?"));
            if self.refuse_foreign(&followed.ty, word.span) {
                return None;
            }
            let of = self.describe_kind(&followed.ty.kind);
            self.error_help(word.span, format!("{of} has no field `{key}`"), help);
            return None;
        };
        let field = fields.get(index)?;
        if field.sensitive {
            followed.sensitive = Some(key.to_owned());
        }
        let FieldContent::Value { ty, .. } = &field.content else {
            self.error(word.span, format!("`{key}` is always the same"));
            return None;
        };
        let ty = ty.clone();
        if let TypeKind::Named(id) | TypeKind::Generic(id, _) = followed.ty.kind {
            let nullable = ty.nullable;
            followed.path.fields.push(PathField { of: id, index, nullable });
        }
        followed.ty = ty;
        Some(())
    }

    /// The fields of a struct. None of anything else.
    pub(super) fn fields_of(&self, kind: &TypeKind) -> Cow<'_, [Field]> {
        let (TypeKind::Named(id) | TypeKind::Generic(id, _)) = kind else {
            return Cow::Borrowed(&[]);
        };
        match (self.api.types.get(id.0).map(|def| &def.shape), kind) {
            (Some(Shape::Struct { fields, .. }), TypeKind::Generic(_, args)) => {
                fields.iter().map(|field| field.substitute(args)).collect()
            }
            (Some(Shape::Struct { fields, .. }), _) => Cow::Borrowed(fields),
            _ => Cow::Borrowed(&[]),
        }
    }

    /// Whether a type is JSON only because another problem has been reported.
    pub(super) fn is_lost(&self, kind: &TypeKind) -> bool {
        *kind == TypeKind::Json && (!self.api.unknown_types.is_empty() || !self.lost.is_empty())
    }

    /// Whether a value of one type can be sent as the other.
    pub(super) fn fits(&self, from: &TypeKind, to: &TypeKind) -> bool {
        match (self.scalar_kind(from), self.scalar_kind(to)) {
            (TypeKind::Json, to) => !matches!(to, TypeKind::List(_) | TypeKind::Map(..)),
            (TypeKind::Integer(_), TypeKind::Integer(_))
            | (TypeKind::Integer(_) | TypeKind::Text | TypeKind::Format(_), TypeKind::Text)
            | (TypeKind::Bool, TypeKind::Bool) => true,
            (TypeKind::Format(from), TypeKind::Format(to)) => from == to,
            (TypeKind::Foreign(from, _), TypeKind::Foreign(to, _)) => from == to,
            _ => false,
        }
    }
}
