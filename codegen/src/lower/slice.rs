//! `only = [...]`: what is named stays, with what it needs; the rest leaves the model. All of the
//! spec has been checked by then.

use std::collections::BTreeSet;

use super::{Lowering, usage};
use crate::diagnostic::{Diagnostic, suggest};
use crate::model::{Field, ModuleId, OperationId, TypeId};
use crate::syntax::tree::{Only, Word};

/// What stays.
#[derive(Default)]
struct Kept {
    modules: BTreeSet<usize>,
    operations: BTreeSet<usize>,
    webhooks: BTreeSet<usize>,
    types: BTreeSet<usize>,
}

impl Lowering<'_> {
    pub(super) fn slice(&mut self, only: &Only) {
        if only.names.is_empty() && self.diags.is_empty() {
            self.error_help(
                only.span,
                "nothing is left of the API",
                Some("name modules and endpoints, such as `sessions` or `sessions.create`".into()),
            );
        }
        let mut kept = Kept::default();
        for name in &only.names {
            self.keep_named(name, &mut kept);
        }
        self.keep_polls(&mut kept);
        self.drop_failures(&kept);
        self.keep_needed(&mut kept);
        for module in &mut self.api.modules {
            module.operations.retain(|id| kept.operations.contains(&id.0));
            module.webhooks.retain(|id| kept.webhooks.contains(&id.0));
            module.types.retain(|id| kept.types.contains(&id.0));
        }
        self.drop_empty_modules();
    }

    /// Keeps a module with all that is in it, or an endpoint.
    fn keep_named(&mut self, name: &Word, kept: &mut Kept) {
        let module = (1..self.api.modules.len())
            .map(ModuleId)
            .find(|module| self.module_name(*module) == name.text);
        if let Some(module) = module {
            self.keep_module(module, kept);
            return;
        }
        let operation = (0..self.api.operations.len())
            .map(OperationId)
            .find(|operation| self.operation_name(*operation) == name.text);
        if let Some(operation) = operation {
            kept.operations.insert(operation.0);
            return;
        }
        let webhook = self
            .api
            .webhooks
            .iter()
            .position(|webhook| self.api.webhook_name(webhook) == name.text);
        if let Some(webhook) = webhook {
            kept.webhooks.insert(webhook);
            return;
        }
        let modules = (1..self.api.modules.len()).map(|id| self.module_name(ModuleId(id)));
        let operations =
            (0..self.api.operations.len()).map(|id| self.operation_name(OperationId(id)));
        let webhooks = self.api.webhooks.iter().map(|webhook| self.api.webhook_name(webhook));
        let names: Vec<String> = modules.chain(operations).chain(webhooks).collect();
        let message = format!("the API has no module and no endpoint `{}`", name.text);
        let mut diagnostic = Diagnostic::error(name.span, message);
        if let Some(other) = suggest(&name.text, names.iter().map(String::as_str)) {
            diagnostic = diagnostic.help(format!("did you mean `{other}`?"));
        }
        self.diags.push(diagnostic);
    }

    fn keep_module(&self, id: ModuleId, kept: &mut Kept) {
        let Some(module) = self.api.modules.get(id.0) else {
            return;
        };
        kept.modules.insert(id.0);
        kept.operations.extend(module.operations.iter().map(|id| id.0));
        kept.webhooks.extend(module.webhooks.iter().map(|id| id.0));
        kept.types.extend(module.types.iter().map(|id| id.0));
        for child in &module.children {
            self.keep_module(*child, kept);
        }
    }

    /// Keeps what `wait` asks, and what that asks in turn.
    fn keep_polls(&self, kept: &mut Kept) {
        let mut todo: Vec<usize> = kept.operations.iter().copied().collect();
        while let Some(id) = todo.pop() {
            let wait = self.api.operations.get(id).and_then(|operation| operation.wait.as_ref());
            todo.extend(wait.map(|wait| wait.poll.0).filter(|poll| kept.operations.insert(*poll)));
        }
    }

    /// `files.upload`
    fn operation_name(&self, id: OperationId) -> String {
        let Some(operation) = self.api.operations.get(id.0) else {
            return String::new();
        };
        let module = self.module_name(operation.module);
        let dot = if module.is_empty() { "" } else { "." };
        format!("{module}{dot}{}", operation.name.rust)
    }

    /// `beta.files`
    fn module_name(&self, id: ModuleId) -> String {
        let path = self.api.module_path(id);
        path.iter().map(|name| name.rust.as_str()).collect::<Vec<_>>().join(".")
    }

    /// Drops the failures that only operations declare which are dropped.
    fn drop_failures(&mut self, kept: &Kept) {
        let declared: BTreeSet<usize> = kept
            .operations
            .iter()
            .filter_map(|id| self.api.operations.get(*id))
            .flat_map(|operation| operation.failures.iter().map(|declared| declared.failure))
            .collect();
        let mut numbers = Vec::new();
        let mut next = 0;
        for (index, failure) in self.api.failures.iter().enumerate() {
            let stays = failure.everywhere || declared.contains(&index);
            numbers.push(stays.then_some(next));
            next += usize::from(stays);
        }
        let mut stays = numbers.iter().map(Option::is_some);
        self.api.failures.retain(|_| stays.next().unwrap_or(true));
        for operation in &mut self.api.operations {
            operation.failures.retain_mut(|declared| {
                let number = numbers.get(declared.failure).copied().flatten();
                declared.failure = number.unwrap_or_default();
                number.is_some()
            });
        }
    }

    /// Keeps every type that what stays mentions, and those that they mention in turn.
    fn keep_needed(&self, kept: &mut Kept) {
        let mut todo: Vec<TypeId> = kept.types.iter().copied().map(TypeId).collect();
        todo.extend(self.api.envelope.iter().map(|envelope| envelope.ty));
        for failure in &self.api.failures {
            failure.payload.iter().for_each(|ty| usage::named(ty, &mut todo));
        }
        let operations = kept.operations.iter().filter_map(|id| self.api.operations.get(*id));
        for operation in operations {
            usage::answered(operation, &mut todo);
            operation.stream.iter().for_each(|stream| usage::named(&stream.item, &mut todo));
            let fields = operation.fields.iter().chain(&operation.rest);
            fields.filter_map(Field::value_type).for_each(|ty| usage::named(ty, &mut todo));
        }
        let webhooks = kept.webhooks.iter().filter_map(|id| self.api.webhooks.get(*id));
        webhooks.for_each(|webhook| usage::in_webhook(webhook, &mut todo));
        let needed = usage::needed(&self.api, todo).into_iter().enumerate();
        kept.types.extend(needed.filter_map(|(id, is_needed)| is_needed.then_some(id)));
    }

    /// Drops the modules in which nothing is left, from the inside out.
    fn drop_empty_modules(&mut self) {
        for id in (1..self.api.modules.len()).rev() {
            let is_empty = self.api.modules.get(id).is_some_and(|module| {
                module.operations.is_empty()
                    && module.webhooks.is_empty()
                    && module.types.is_empty()
                    && module.children.is_empty()
            });
            let parent = self.api.modules.get(id).and_then(|module| module.parent);
            if let (true, Some(parent)) = (is_empty, parent) {
                if let Some(parent) = self.api.modules.get_mut(parent.0) {
                    parent.children.retain(|child| child.0 != id);
                }
            }
        }
    }
}
