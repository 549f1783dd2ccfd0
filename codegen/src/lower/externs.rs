//! Types of the user's own.

use super::Lowering;
use crate::model::{Extern, Name, Shape, Type, TypeDef, TypeId, TypeKind, describe};
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
        self.check_rust_path(&item.path);
        let path = &item.path.segments;
        let path = path.iter().map(|word| Name::segment(&word.text, word.span)).collect();
        Shape::Extern(Extern { wire, global: item.path.global, path })
    }

    /// A path that means the same in every module.
    fn check_rust_path(&mut self, path: &tree::RustPath) {
        let starts_at_crate = path.segments.first().is_some_and(|first| first.text == "crate");
        let names: Vec<&str> = path.segments.iter().map(|word| word.text.as_str()).collect();
        let rest = names.iter().skip(usize::from(starts_at_crate && !path.global));
        if rest.clone().any(|name| ["crate", "self", "super", "Self", "_"].contains(name)) {
            self.error(path.span, "the path of an extern type leads down from a crate");
        } else if !path.global && !starts_at_crate {
            self.error_help(
                path.span,
                "the path of an extern type starts with `crate` or `::`",
                Some(format!(
                    "write `crate::{0}` for a type of this crate, or `::{0}` for one of another",
                    names.join("::")
                )),
            );
        } else if starts_at_crate && path.segments.len() == 1 {
            self.error(path.span, "this is a crate, not a type");
        }
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
