//! Which types are used where: those that a request can hold get constructors and setters.

use super::Lowering;
use crate::model::{FieldContent, Shape, Type, TypeId, TypeKind};

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
            mentioned(&def.shape, &mut todo);
        }
    }
}

/// The named types that a declaration mentions.
pub(super) fn mentioned(shape: &Shape, found: &mut Vec<TypeId>) {
    for field in shape.fields() {
        if let FieldContent::Value { ty, .. } = &field.content {
            named(ty, found);
        }
    }
    match shape {
        Shape::Union(union) => {
            let payloads = union.variants.iter().filter_map(|variant| variant.payload.as_ref());
            payloads.for_each(|ty| named(ty, found));
        }
        Shape::Newtype(inner) => named(inner, found),
        _ => {}
    }
}

impl Lowering<'_> {
    /// For each type whether a response reaches it.
    pub(super) fn outputs(&self) -> Vec<bool> {
        let mut todo = Vec::new();
        let contents = self.api.operations.iter().filter_map(|one| one.content.as_ref());
        let payloads = self.api.failures.iter().filter_map(|one| one.payload.as_ref());
        contents.chain(payloads).for_each(|ty| named(ty, &mut todo));
        let streams = self.api.operations.iter().filter_map(|one| one.stream.as_ref());
        streams.for_each(|stream| named(&stream.item, &mut todo));
        todo.extend(self.api.operations.iter().filter_map(|one| one.answer));
        todo.extend(self.api.envelope.iter().map(|envelope| envelope.ty));
        let mut outputs = vec![false; self.api.types.len()];
        while let Some(id) = todo.pop() {
            match outputs.get_mut(id.0) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            if let Some(def) = self.api.types.get(id.0) {
                mentioned(&def.shape, &mut todo);
            }
        }
        outputs
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
            for arg in args {
                named(arg, found);
            }
        }
        _ => {}
    }
}
