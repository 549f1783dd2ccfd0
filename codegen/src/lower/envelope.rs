//! `#[error(code = ..., message = ...)]`: the struct that every error body is.

use super::{Declared, Lowering, attrs::find};
use crate::diagnostic::suggest;
use crate::model::{Envelope, Type, TypeId, TypeKind};
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
            if self.extend.is_some() {
                self.error_help(
                    attr.span,
                    "the error envelope of an extension is that of the client",
                    Some(
                        "an error whose body is another has its own type: `409 conflict: Conflict`"
                            .into(),
                    ),
                );
                continue;
            }
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
        let root = Type::plain(TypeKind::Named(root));
        let Some(followed) = self.follow(&root, word) else {
            return Vec::new();
        };
        if let Some(key) = followed.sensitive {
            self.error(word.span, format!("`{key}` is sensitive, and this is shown in errors"));
            return Vec::new();
        }
        let scalar = self.scalar_kind(&followed.ty.kind);
        if !matches!(scalar, TypeKind::Text | TypeKind::Integer(_) | TypeKind::Json) {
            let found = self.describe_kind(&scalar);
            self.error(word.span, format!("`{}` is {found}, not a text", word.text));
            return Vec::new();
        }
        followed.path.keys
    }
}
