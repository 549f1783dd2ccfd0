//! Which types are used where: those that a request can hold get constructors and setters.

use super::Lowering;
use crate::model::{Api, Field, Operation, Shape, Success, Type, TypeId, TypeKind, Webhook};

impl Lowering<'_> {
    /// Marks every type that a request reaches.
    pub(super) fn mark_inputs(&mut self) {
        let inputs = needed(&self.api, sent(&self.api));
        for (def, is_input) in self.api.types.iter_mut().zip(inputs) {
            def.is_input = is_input;
        }
    }
}

/// The types that requests mention.
pub(super) fn sent(api: &Api) -> Vec<TypeId> {
    let mut sent = Vec::new();
    for operation in &api.operations {
        let fields = operation.fields.iter().chain(&operation.rest);
        fields.filter_map(Field::value_type).for_each(|ty| named(ty, &mut sent));
    }
    sent
}

/// The types that responses and webhooks mention.
pub(super) fn got(api: &Api) -> Vec<TypeId> {
    let mut got = Vec::new();
    api.operations.iter().for_each(|one| answered(one, &mut got));
    let payloads = api.failures.iter().filter_map(|one| one.payload.as_ref());
    payloads.for_each(|ty| named(ty, &mut got));
    let streams = api.operations.iter().filter_map(|one| one.stream.as_ref());
    streams.for_each(|stream| named(&stream.item, &mut got));
    api.webhooks.iter().for_each(|webhook| in_webhook(webhook, &mut got));
    got.extend(api.envelope.iter().map(|envelope| envelope.ty));
    got
}

/// For each type whether it is one of these, or they mention it at any depth.
pub(super) fn needed(api: &Api, by: Vec<TypeId>) -> Vec<bool> {
    reached(api.types.len(), by, |id, found| {
        if let Some(def) = api.types.get(id.0) {
            mentioned(&def.shape, found);
        }
    })
}

/// For each of `count` types whether a way leads to it; `next` gives those to which one leads.
pub(super) fn reached(
    count: usize,
    from: Vec<TypeId>,
    mut next: impl FnMut(TypeId, &mut Vec<TypeId>),
) -> Vec<bool> {
    let mut reached = vec![false; count];
    let mut todo = from;
    while let Some(id) = todo.pop() {
        match reached.get_mut(id.0) {
            Some(reached) if !*reached => *reached = true,
            _ => continue,
        }
        next(id, &mut todo);
    }
    reached
}

/// The named types that the successes of an operation mention.
pub(super) fn answered(operation: &Operation, found: &mut Vec<TypeId>) {
    let others = operation.alternatives.iter().map(|other| &other.success);
    let values = std::iter::once(&operation.success).chain(others).filter_map(Success::value);
    values.for_each(|ty| named(&ty, found));
}

/// The named types that a declaration mentions.
pub(super) fn mentioned(shape: &Shape, found: &mut Vec<TypeId>) {
    shape.fields().filter_map(Field::value_type).for_each(|ty| named(ty, found));
    match shape {
        Shape::Union(union) => {
            let payloads = union.variants.iter().filter_map(|variant| variant.payload.as_ref());
            payloads.for_each(|ty| named(ty, found));
        }
        Shape::Outcome(variants) => {
            let payloads = variants.iter().filter_map(|variant| variant.payload.as_ref());
            payloads.for_each(|ty| named(ty, found));
        }
        Shape::Newtype(inner) => named(inner, found),
        _ => {}
    }
}

/// The named types that a webhook mentions.
pub(super) fn in_webhook(webhook: &Webhook, found: &mut Vec<TypeId>) {
    named(&webhook.content, found);
    found.extend(webhook.headed);
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
        TypeKind::Tuple(items) | TypeKind::Foreign(_, items) => {
            for item in items {
                named(item, found);
            }
        }
        TypeKind::Generic(id, args) => {
            found.push(*id);
            for arg in args {
                named(arg, found);
            }
        }
        _ => {}
    }
}
