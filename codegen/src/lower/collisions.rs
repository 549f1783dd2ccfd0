//! Names that would be one name in Rust. Each is an error that asks for `as`.

use std::collections::BTreeMap;

use super::Lowering;
use crate::model::{Field, FieldContent, ModuleId, Name, Presence, Shape};
use crate::source::Span;

/// The methods of every call: a setter cannot have one of these names.
const CALL_METHODS: [&str; 13] = [
    "timeout", "max_retries", "idempotency_key", "header", "query", "unchecked", "send",
    "send_with_meta", "to_http", "stream", "pages", "items", "wait",
];

/// The methods of every client.
const CLIENT_METHODS: [&str; 6] = ["builder", "from_env", "call", "clone", "from_client", "as_client"];

/// What a set of names says of two that are one.
struct Names<'n> {
    taken: BTreeMap<String, Option<Span>>,
    what: &'n str,
}

impl<'n> Names<'n> {
    fn new(what: &'n str, reserved: &[&str]) -> Self {
        let taken = reserved.iter().map(|name| ((*name).to_owned(), None)).collect();
        Self { taken, what }
    }
}

impl Lowering<'_> {
    /// Checks every set of names.
    pub(super) fn check_collisions(&mut self) {
        self.check_types();
        self.check_operations();
        self.check_failures();
        for module in 0..self.api.modules.len() {
            self.check_module(ModuleId(module));
        }
    }

    fn take(&mut self, names: &mut Names<'_>, name: &Name) {
        match names.taken.get(&name.rust) {
            None => {
                names.taken.insert(name.rust.clone(), Some(name.span));
            }
            Some(None) => {
                let message =
                    format!("{} `{}` has the name of something generated", names.what, name.rust);
                let help = format!("give it another: `{} as other`", name.wire);
                self.error_help(name.span, message, Some(help));
            }
            Some(Some(_)) => {
                let message = format!("{} `{}` is declared twice", names.what, name.rust);
                let help = (name.rust != name.wire)
                    .then(|| format!("`{}` derives to it; give it another name with `as`", name.wire));
                self.error_help(name.span, message, help);
            }
        }
    }

    fn check_types(&mut self) {
        let mut todo: Vec<(Vec<Name>, &str, &[&str])> = Vec::new();
        for def in &self.api.types {
            match &def.shape {
                Shape::Struct { fields, closed } => {
                    let reserved: &[&str] = if *closed { &[] } else { &["extra"] };
                    todo.push((value_names(fields), "field", reserved));
                }
                Shape::Enum { values, closed } => {
                    let reserved: &[&str] = if *closed { &[] } else { &["Unknown"] };
                    let names = values.iter().map(|value| value.name.clone()).collect();
                    todo.push((names, "value", reserved));
                }
                Shape::Newtype(_) => {}
            }
        }
        for (list, what, reserved) in todo {
            let mut names = Names::new(what, reserved);
            for name in &list {
                self.take(&mut names, name);
            }
        }
        self.check_wire_names();
    }

    /// Two fields of one object cannot have one name on the wire either.
    fn check_wire_names(&mut self) {
        let mut twice = Vec::new();
        for def in &self.api.types {
            if let Shape::Struct { fields, .. } = &def.shape {
                find_twice(fields, &mut twice);
            }
        }
        for operation in &self.api.operations {
            find_twice(&operation.fields, &mut twice);
        }
        for name in twice {
            self.error(name.span, format!("`{}` is on the wire twice", name.wire));
        }
    }

    fn check_operations(&mut self) {
        let mut seen: BTreeMap<(&str, String), String> = BTreeMap::new();
        let mut problems = Vec::new();
        let mut sets = Vec::new();
        for operation in &self.api.operations {
            let path: Vec<&str> =
                self.api.module_path(operation.module).iter().map(|name| name.rust.as_str()).collect();
            let full = path.iter().copied().chain([operation.name.rust.as_str()]).collect::<Vec<_>>().join(".");
            let key = (operation.method.name(), anonymous(&operation.template));
            if let Some(other) = seen.get(&key) {
                problems.push((
                    operation.name.span,
                    format!("`{} {}` is already declared as `{other}`", key.0, operation.template),
                ));
            } else {
                seen.insert(key, full);
            }
            let setters: Vec<Name> = operation
                .fields
                .iter()
                .filter(|field| field.presence != Presence::Required)
                .filter(|field| matches!(field.content, FieldContent::Value { .. }))
                .filter(|field| CALL_METHODS.contains(&field.name.rust.as_str()))
                .map(|field| field.name.clone())
                .collect();
            sets.push((value_names(&operation.fields), setters));
        }
        for (span, message) in problems {
            self.error(span, message);
        }
        for (fields, setters) in sets {
            let mut names = Names::new("parameter", &[]);
            for name in &fields {
                self.take(&mut names, name);
            }
            for name in setters {
                let message = format!("`{}` is a method of every call", name.rust);
                let help = format!("give the setter another name: `{} as other`", name.wire);
                self.error_help(name.span, message, Some(help));
            }
        }
    }

    fn check_failures(&mut self) {
        let mut names = Names::new("error", &["Unknown"]);
        let list: Vec<Name> = self.api.failures.iter().map(|failure| failure.name.clone()).collect();
        for name in &list {
            self.take(&mut names, name);
        }
    }

    fn check_module(&mut self, id: ModuleId) {
        let Some(module) = self.api.modules.get(id.0) else { return };
        let root = module.parent.is_none();
        let client = self.api.name.as_ref().map_or("", |name| name.rust.as_str()).to_owned();
        let types_reserved: &[&str] =
            if root { &[client.as_str(), "Call", "Failure", "Error"] } else { &["Endpoints"] };
        let methods_reserved: &[&str] = if root { &CLIENT_METHODS } else { &[] };
        let mut types: Vec<Name> = Vec::new();
        types.extend(module.types.iter().filter_map(|id| Some(self.api.types.get(id.0)?.name.clone())));
        let operations: Vec<_> =
            module.operations.iter().filter_map(|id| self.api.operations.get(id.0)).collect();
        types.extend(operations.iter().map(|operation| operation.request.clone()));
        let mut methods: Vec<Name> = operations.iter().map(|operation| operation.name.clone()).collect();
        let children: Vec<Name> = module
            .children
            .iter()
            .filter_map(|id| Some(self.api.modules.get(id.0)?.name.clone()))
            .collect();
        methods.extend(children);
        let mut names = Names::new("type", types_reserved);
        for name in &types {
            self.take(&mut names, name);
        }
        let mut names = Names::new("endpoint or module", methods_reserved);
        for name in &methods {
            self.take(&mut names, name);
        }
    }
}

/// The names of the fields that Rust has: constants have none.
fn value_names(fields: &[Field]) -> Vec<Name> {
    fields
        .iter()
        .filter(|field| matches!(field.content, FieldContent::Value { .. }))
        .map(|field| field.name.clone())
        .collect()
}

/// Fields with the same wire name and place whose Rust names differ; where those are the same, too,
/// they are reported as such.
fn find_twice(fields: &[Field], twice: &mut Vec<Name>) {
    for (index, field) in fields.iter().enumerate() {
        let same = fields.iter().take(index).any(|other| {
            let both_values = matches!(other.content, FieldContent::Value { .. })
                && matches!(field.content, FieldContent::Value { .. });
            let wire = if field.place == crate::model::Place::Header {
                other.name.wire.eq_ignore_ascii_case(&field.name.wire)
            } else {
                other.name.wire == field.name.wire
            };
            wire && other.place == field.place && !(both_values && other.name.rust == field.name.rust)
        });
        if same {
            twice.push(field.name.clone());
        }
    }
}

/// A template with the names of its parameters left out: two that differ only there are one path.
fn anonymous(template: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in template.chars() {
        match c {
            '{' => {
                inside = true;
                text.push_str("{}");
            }
            '}' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}
