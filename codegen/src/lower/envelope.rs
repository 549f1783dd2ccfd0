//! `#[error(code = ..., message = ...)]`: the struct that every error body is.

use super::{Declared, Lowering, attrs::find};
use crate::diagnostic::suggest;
use crate::model::{Envelope, FieldContent, Shape, TypeId, TypeKind};
use crate::syntax::tree::{Attr, AttrValue, Word};

impl Lowering<'_> {
    /// Finds the envelope and checks that its paths lead to text.
    pub(super) fn lower_envelope(&mut self) {
        for (id, item) in self.declared.clone() {
            let Declared::Struct(item) = item else {
                continue;
            };
            let Some(attr) = find(&item.meta, "error") else {
                continue;
            };
            if self.api.envelope.is_some() {
                self.error(attr.span, "a spec has one error envelope; this is a second");
                continue;
            }
            let envelope = self.envelope(id, attr);
            self.api.envelope = Some(envelope);
        }
    }

    fn envelope(&mut self, id: TypeId, attr: &Attr) -> Envelope {
        let params = self.api.types.get(id.0).and_then(|def| def.params.first());
        if let Some(span) = params.map(|param| param.span) {
            self.error(span, "the envelope of errors takes no parameters");
        }
        let mut envelope =
            Envelope { ty: id, code: Vec::new(), message: Vec::new(), request_id: Vec::new() };
        for arg in &attr.args {
            let key = arg.key.as_ref().map_or("", |key| key.text.as_str());
            let path = match &arg.value {
                Some(AttrValue::Word(word)) => self.envelope_path(id, word),
                _ => {
                    self.error(
                        arg.span,
                        "expected the path of a field, such as `code = error.type`",
                    );
                    continue;
                }
            };
            match key {
                "code" => envelope.code = path,
                "message" => envelope.message = path,
                "request_id" => envelope.request_id = path,
                other => {
                    let help = suggest(other, ["code", "message", "request_id"])
                        .map(|name| format!("did you mean `{name}`?"));
                    self.error_help(
                        arg.span,
                        format!(
                            "`#[error]` has no `{other}`; it has `code`, `message` and `request_id`"
                        ),
                        help,
                    );
                }
            }
        }
        if attr.args.is_empty() {
            self.error(
                attr.span,
                "expected `#[error(code = path.to.field, message = path.to.field)]`",
            );
        }
        envelope
    }

    /// Follows a path such as `error.type` through the structs, to a text.
    fn envelope_path(&mut self, root: TypeId, word: &Word) -> Vec<String> {
        let keys: Vec<String> = word.text.split('.').map(str::to_owned).collect();
        let mut kind = TypeKind::Named(root);
        for key in &keys {
            let fields = match &kind {
                TypeKind::Named(id) => match self.api.types.get(id.0).map(|def| &def.shape) {
                    Some(Shape::Struct { fields, .. }) => fields,
                    _ => &Vec::new(),
                },
                TypeKind::Json => return keys,
                _ => &Vec::new(),
            };
            let Some(field) = fields.iter().find(|field| field.name.wire == *key) else {
                let names = fields.iter().map(|field| field.name.wire.as_str());
                let help = suggest(key, names).map(|name| format!("did you mean `{name}`?"));
                let of = self.describe_kind(&kind);
                self.error_help(word.span, format!("{of} has no field `{key}`"), help);
                return Vec::new();
            };
            if field.sensitive {
                self.error(word.span, format!("`{key}` is sensitive, and this is shown in errors"));
                return Vec::new();
            }
            kind = match &field.content {
                FieldContent::Value { ty, .. } => ty.kind.clone(),
                FieldContent::Constant(_) => TypeKind::Bool,
            };
        }
        let scalar = self.scalar_kind(&kind);
        if !matches!(scalar, TypeKind::Text | TypeKind::Integer(_) | TypeKind::Json) {
            let found = self.describe_kind(&scalar);
            self.error(word.span, format!("`{}` is {found}, not a text", word.text));
            return Vec::new();
        }
        keys
    }
}
