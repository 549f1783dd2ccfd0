//! Types of the user's own.

use super::Lowering;
use crate::model::{Extern, Shape, Type, TypeDef, TypeId, TypeKind, describe};
use crate::syntax::tree;

impl Lowering<'_> {
    pub(super) fn lower_extern(&mut self, item: &tree::Extern, id: TypeId) -> Shape {
        self.allow_attrs(&item.meta, &[], "an extern type");
        if let Some(span) = item.wire.nullable {
            self.error(span, "an extern type is never null; a field that holds it may be");
        }
        let mut wire = self.resolve(&item.wire, self.module_of(id));
        wire.nullable = false;
        if matches!(wire.kind, TypeKind::Named(other) if other == id) {
            self.error(item.wire.span, "this is the type itself; say what it is on the wire");
            wire.kind = TypeKind::Json;
        }
        if matches!(wire.kind, TypeKind::Foreign(..)) {
            self.error_help(
                item.wire.span,
                "what a type is on the wire is said in types of the language",
                Some("a type that another spec declares stands in fields by its path".into()),
            );
            wire.kind = TypeKind::Json;
        }
        let path = self.rust_path(&item.path, "an extern type");
        Shape::Extern(Extern { wire, path })
    }

    /// What holds of the values of a type, in words.
    pub(super) fn type_rules(&self, ty: &Type) -> Vec<String> {
        let mut rules = describe(&ty.checks);
        if let Some((_, external)) = self.external(&ty.kind) {
            rules.extend(describe(&external.wire.checks));
        }
        rules
    }

    /// The docs of a type of the user's own, which has no other place for them than its fields.
    pub(super) fn extern_docs(&self, ty: &Type) -> Vec<String> {
        self.external(&ty.kind).map_or_else(Vec::new, |(def, _)| def.docs.clone())
    }

    fn external(&self, kind: &TypeKind) -> Option<(&TypeDef, &Extern)> {
        let TypeKind::Named(id) = kind else {
            return None;
        };
        let def = self.api.types.get(id.0)?;
        match &def.shape {
            Shape::Extern(external) => Some((def, external)),
            _ => None,
        }
    }

    /// Whether a type is one of the user's own.
    pub(super) fn is_extern(&self, kind: &TypeKind) -> bool {
        self.external(kind).is_some()
    }
}
