//! Which types are used where: those that a request can hold get constructors and setters.

use super::Lowering;
use crate::model::{FieldContent, Shape, Type, TypeId, TypeKind};

impl Lowering<'_> {
    /// Marks every type that a request reaches.
    pub(super) fn mark_inputs(&mut self) {
        let mut todo = Vec::new();
        for operation in &self.api.operations {
            for field in &operation.fields {
                if let FieldContent::Value { ty, .. } = &field.content {
                    named(ty, &mut todo);
                }
            }
        }
        while let Some(id) = todo.pop() {
            let Some(def) = self.api.types.get_mut(id.0) else {
                continue;
            };
            if std::mem::replace(&mut def.is_input, true) {
                continue;
            }
            mentioned(&def.shape, &mut todo);
        }
    }
}

/// The named types that a declaration mentions.
pub(super) fn mentioned(shape: &Shape, found: &mut Vec<TypeId>) {
    match shape {
        Shape::Struct { fields, .. } => {
            for field in fields {
                if let FieldContent::Value { ty, .. } = &field.content {
                    named(ty, found);
                }
            }
        }
        Shape::Union(union) => {
            let payloads = union.variants.iter().filter_map(|variant| variant.payload.as_ref());
            payloads.for_each(|ty| named(ty, found));
        }
        Shape::Newtype(inner) => named(inner, found),
        Shape::Enum { .. } | Shape::IntegerEnum { .. } | Shape::Extern(_) => {}
    }
}

/// The named types that a type mentions.
pub(super) fn named(ty: &Type, found: &mut Vec<TypeId>) {
    match &ty.kind {
        TypeKind::Named(id) => found.push(*id),
        TypeKind::List(element) => named(element, found),
        TypeKind::Map(key, value) => {
            named(key, found);
            named(value, found);
        }
        _ => {}
    }
}
