//! Which types a request can hold: those get constructors and setters.

use super::Lowering;
use crate::model::{FieldContent, Type, TypeId, TypeKind};

impl Lowering<'_> {
    /// Marks every type that a request reaches.
    pub(super) fn mark_inputs(&mut self) {
        let mut todo = Vec::new();
        for operation in &self.api.operations {
            for field in operation.fields.iter().chain(&operation.rest) {
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
            for field in def.shape.fields() {
                if let FieldContent::Value { ty, .. } = &field.content {
                    named(ty, &mut todo);
                }
            }
        }
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
        TypeKind::Tuple(items) => items.iter().for_each(|item| named(item, found)),
        TypeKind::Generic(id, args) => {
            found.push(*id);
            args.iter().for_each(|arg| named(arg, found));
        }
        _ => {}
    }
}
