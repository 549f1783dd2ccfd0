//! `#[wait(...)]`: how to wait for the end of what an endpoint starts.
//!
//! ```text
//! #[wait(until = state in [succeeded], fail = state in [failed], poll = get_job, every = 2s)]
//! ```
//!
//! `poll` is the endpoint that says how far it is; it answers the same type. What it is asked with
//! comes from fields of the answer by the same names, or from parameters of the request: a
//! parameter `job_id` also takes the answer's `id`.

use std::time::Duration;

use super::{
    Lowering,
    attempts::{keyed, read_time},
    attrs::find,
    paging::arg,
};
use crate::diagnostic::suggest;
use crate::model::{
    Condition, Field, FieldContent, ModuleId, OperationId, Shape, Source, Success, Type, TypeKind,
    Wait,
};
use crate::syntax::tree::{Attr, AttrArg, AttrValue, Word};

const EXAMPLE: &str =
    "until = state in [done], fail = state in [failed], poll = retrieve, every = 2s";
/// The time between two looks where the spec says none.
const EVERY: Duration = Duration::from_secs(1);
/// The longest that it may be.
const LONGEST: Duration = Duration::from_secs(3600);

impl Lowering<'_> {
    /// Lowers every wait. All operations are known by now.
    pub(super) fn lower_waits(&mut self) {
        for (index, (module, endpoint)) in self.endpoints.clone().into_iter().enumerate() {
            let Some(attr) = find(&endpoint.meta, "wait") else {
                continue;
            };
            let wait = self.wait(attr, OperationId(index), module);
            if let Some(operation) = self.api.operations.get_mut(index) {
                operation.wait = wait;
            }
        }
    }

    fn wait(&mut self, attr: &Attr, id: OperationId, module: ModuleId) -> Option<Wait> {
        self.check_args(attr, &["until", "fail", "poll", "every"], EXAMPLE);
        if attr.args.is_empty() {
            return None;
        }
        let every = match arg(attr, "every") {
            Some(arg) => self.every(arg),
            None => Some(EVERY),
        };
        let poll = self.wait_part(attr, "poll", "poll = retrieve");
        let poll = poll.and_then(|arg| self.polled(arg, id, module));
        let until = self.wait_part(attr, "until", "until = state in [done]");
        let operation = self.api.operations.get(id.0)?;
        let Some(answer) = operation.success.content().cloned() else {
            let what = if operation.success.outcome.is_some() {
                "answers in several ways, so there is no one answer"
            } else {
                "answers nothing"
            };
            let message = format!("`{}` {what} to wait for", operation.name.wire);
            self.error(attr.span, message);
            return None;
        };
        if self.is_lost(&answer.kind) || self.refuse_foreign(&answer, attr.span) {
            return None;
        }
        let until = until.and_then(|arg| self.condition(arg, &answer));
        let fail = match arg(attr, "fail") {
            Some(arg) => Some(self.condition(arg, &answer)?),
            None => None,
        };
        let until = until?;
        if let Some(fail) = &fail {
            self.check_apart(attr, &until, fail)?;
        }
        let (poll, word) = poll?;
        let fills = self.fills(id, poll, word)?;
        Some(Wait { poll, until, fail, every: every?, fills })
    }

    /// The argument that must be there.
    fn wait_part<'a>(&mut self, attr: &'a Attr, key: &str, example: &str) -> Option<&'a AttrArg> {
        let found = arg(attr, key);
        let has_stray = keyed(attr).count() < attr.args.len();
        if found.is_none() && !attr.incomplete && !has_stray {
            let message = format!("the wait has no `{key}`");
            self.error_help(attr.span, message, Some(format!("`{example}`")));
        }
        found
    }

    /// `every = 2s`
    fn every(&mut self, arg: &AttrArg) -> Option<Duration> {
        let time = match &arg.value {
            Some(AttrValue::Word(word)) => read_time(word),
            _ => None,
        };
        let time = time.filter(|time| !time.is_zero() && *time <= LONGEST);
        if time.is_none() {
            let message = "expected a time from `1ms` to `1h`, such as `2s`";
            self.error(arg.value_span(), message);
        }
        time
    }

    /// `state in [done]`
    fn condition(&mut self, arg: &AttrArg, answer: &Type) -> Option<Condition> {
        let Some(AttrValue::In(word, values)) = &arg.value else {
            let key = arg.key.as_ref().map_or("", |key| key.text.as_str());
            let message = format!("expected a field and its values: `{key} = state in [done]`");
            self.error(arg.value_span(), message);
            return None;
        };
        let followed = self.follow(answer, word)?;
        if let Some(key) = followed.sensitive {
            self.error(word.span, format!("`{key}` is sensitive, and this is shown in errors"));
            return None;
        }
        if values.is_empty() {
            self.error(arg.span, "the list of values is empty");
            return None;
        }
        let mut texts: Vec<String> = Vec::new();
        for value in values {
            if texts.contains(&value.text) {
                self.error(value.span, format!("`{}` is in the list twice", value.text));
            } else if self.can_be(&followed.ty.kind, word, value)? {
                texts.push(value.text.clone());
            }
        }
        (!texts.is_empty()).then_some(Condition { path: followed.path, values: texts })
    }

    /// Whether a field can have a value. `None` where it is none of those that are compared; both
    /// are reported.
    fn can_be(&mut self, kind: &TypeKind, field: &Word, value: &Word) -> Option<bool> {
        let known: Vec<&str> = match self.scalar_kind(kind) {
            TypeKind::Bool => vec!["true", "false"],
            TypeKind::Text => match self.values_of(kind) {
                Some(values) => values,
                None => return Some(true),
            },
            TypeKind::Json => return Some(true),
            TypeKind::Integer(_) if value.text.parse::<i128>().is_ok() => return Some(true),
            TypeKind::Integer(_) => Vec::new(),
            other => {
                let found = self.describe_kind(&other);
                let message = format!("`{}` is {found}, and a state is a scalar", field.text);
                self.error(field.span, message);
                return None;
            }
        };
        if known.contains(&value.text.as_str()) {
            return Some(true);
        }
        let help = suggest(&value.text, known).map(|name| format!("did you mean `{name}`?"));
        let message = format!("`{}` is no value of `{}`", value.text, field.text);
        self.error_help(value.span, message, help);
        Some(false)
    }

    /// The values of an enum.
    fn values_of(&self, kind: &TypeKind) -> Option<Vec<&str>> {
        let TypeKind::Named(id) = kind else { return None };
        match &self.api.types.get(id.0)?.shape {
            Shape::Enum { values, .. } => {
                Some(values.iter().map(|value| value.name.wire.as_str()).collect())
            }
            _ => None,
        }
    }

    /// What is done has not failed.
    fn check_apart(&mut self, attr: &Attr, until: &Condition, fail: &Condition) -> Option<()> {
        let both = fail.values.iter().find(|value| until.values.contains(value));
        let Some(value) = both.filter(|_| until.path == fail.path) else {
            return Some(());
        };
        let list = match arg(attr, "fail").and_then(|arg| arg.value.as_ref()) {
            Some(AttrValue::In(_, words)) => words.as_slice(),
            _ => &[],
        };
        let word = list.iter().find(|word| word.text == *value)?;
        self.error(word.span, format!("`{value}` cannot be both the end and a failure"));
        None
    }

    /// The endpoint that says how far it is.
    fn polled<'a>(
        &mut self,
        arg: &'a AttrArg,
        id: OperationId,
        module: ModuleId,
    ) -> Option<(OperationId, &'a Word)> {
        let Some(AttrValue::Word(word)) = &arg.value else {
            let message = "expected the name of an endpoint, such as `poll = retrieve`";
            self.error(arg.value_span(), message);
            return None;
        };
        let Some(poll) = self.find_operation(&word.text, module) else {
            let names: Vec<String> = self.operation_names(module);
            let help = suggest(&word.text, names.iter().map(String::as_str))
                .map(|name| format!("did you mean `{name}`?"));
            self.error_help(word.span, format!("unknown endpoint `{}`", word.text), help);
            return None;
        };
        let (started, polled) = (self.api.operations.get(id.0)?, self.api.operations.get(poll.0)?);
        if !polled.method.is_safe() {
            let message = format!(
                "`{}` is a {} request, and asking must not change anything",
                word.text,
                polled.method.name()
            );
            self.error(word.span, message);
            return None;
        }
        let (start, poll_answer) = (&started.success, &polled.success);
        let lost = |success: &Success| success.content().is_some_and(|ty| self.is_lost(&ty.kind));
        if start.content() != poll_answer.content() && start.content().is_some() {
            if !lost(start) && !lost(poll_answer) {
                let describe = |success: &Success| match success.content() {
                    Some(ty) => self.describe_kind(&ty.kind),
                    None if success.outcome.is_some() => "in several ways".to_owned(),
                    None => "nothing".to_owned(),
                };
                let message = format!(
                    "`{}` answers {}, and `{}` {}; both must answer the same",
                    word.text,
                    describe(poll_answer),
                    started.name.wire,
                    describe(start)
                );
                self.error(word.span, message);
            }
            return None;
        }
        Some((poll, word))
    }

    /// Looks a name such as `get` or `jobs.get` up in a module and then in those around it.
    fn find_operation(&self, path: &str, module: ModuleId) -> Option<OperationId> {
        self.api.outwards(module).find_map(|module| self.operation_in(path, module))
    }

    fn operation_in(&self, path: &str, module: ModuleId) -> Option<OperationId> {
        let module = self.api.modules.get(module.0)?;
        let Some((first, rest)) = path.split_once('.') else {
            let is_named = |id: &&OperationId| {
                self.api.operations.get(id.0).is_some_and(|operation| operation.name.wire == path)
            };
            return module.operations.iter().find(is_named).copied();
        };
        let is_named = |id: &&ModuleId| {
            self.api.modules.get(id.0).is_some_and(|module| module.name.wire == first)
        };
        let inner = module.children.iter().find(is_named).copied()?;
        self.operation_in(rest, inner)
    }

    /// The names of all endpoints as a module may write them.
    fn operation_names(&self, module: ModuleId) -> Vec<String> {
        let name = |operation: &crate::model::Operation| {
            let path = self.api.module_path(operation.module);
            let path = path.iter().map(|name| name.wire.as_str());
            let full: Vec<&str> = path.chain([operation.name.wire.as_str()]).collect();
            if operation.module == module { operation.name.wire.clone() } else { full.join(".") }
        };
        self.api.operations.iter().map(name).collect()
    }

    /// What the polls are asked with. `None` where something that they need is nowhere.
    fn fills(
        &mut self,
        started: OperationId,
        poll: OperationId,
        word: &Word,
    ) -> Option<Vec<(usize, Source)>> {
        let mut fills = Vec::new();
        let mut missing = Vec::new();
        let (started, polled) =
            (self.api.operations.get(started.0)?, self.api.operations.get(poll.0)?);
        let answer =
            started.success.content().map_or_else(Default::default, |ty| self.fields_of(&ty.kind));
        for (index, field) in polled.fields.iter().enumerate() {
            let Some(ty) = field.value_type() else { continue };
            let is_needed = field.presence.is_always();
            let of_answer = is_needed.then(|| self.source(&answer, &field.name.wire, ty)).flatten();
            let of_request = self.position(&started.fields, &field.name.wire, ty);
            match (of_answer, of_request) {
                (Some(key), _) => fills.push((index, Source::Response(key))),
                (None, Some(parameter)) => fills.push((index, Source::Request(parameter))),
                (None, None) if is_needed => missing.push(field.name.wire.clone()),
                (None, None) => {}
            }
        }
        if let Some(name) = missing.first() {
            let what = started
                .success
                .content()
                .map_or_else(String::new, |ty| self.describe_kind(&ty.kind));
            let message = format!("`{}` needs `{name}`, which is not in the answer", word.text);
            let started = &started.name.wire;
            let help = format!(
                "it comes from a field `{name}` of {what}, or from a parameter of `{started}`"
            );
            self.error_help(word.span, message, Some(help));
            return None;
        }
        Some(fills)
    }

    /// The key of the answer that a parameter of a poll comes from.
    fn source(&self, answer: &[Field], name: &str, ty: &Type) -> Option<String> {
        let id = name.ends_with("id").then_some("id");
        [Some(name), id]
            .into_iter()
            .flatten()
            .find_map(|key| self.position(answer, key, ty).map(|_| key.to_owned()))
    }

    /// The index of a field with this name whose value can be sent as this type.
    fn position(&self, fields: &[Field], name: &str, ty: &Type) -> Option<usize> {
        fields.iter().position(|field| {
            let FieldContent::Value { ty: own, .. } = &field.content else { return false };
            field.name.wire == name && self.fits(&own.kind, &ty.kind)
        })
    }
}
