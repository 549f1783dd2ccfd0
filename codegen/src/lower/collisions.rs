//! Names that would be one name in Rust. Each is an error that asks for `as`.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{
    Encoding, Field, FieldContent, ModuleId, Name, Operation, Place, Presence, Shape, Union,
};

/// The methods of every call: a setter cannot have one of these names.
const CALL_METHODS: [&str; 14] = [
    "timeout",
    "max_retries",
    "idempotency_key",
    "header",
    "query",
    "unchecked",
    "send",
    "send_with_meta",
    "to_http",
    "download",
    "stream",
    "pages",
    "items",
    "wait",
];

/// The methods of every client, and the crate whose name a module at the root would hide.
const CLIENT_METHODS: [&str; 9] = [
    "builder",
    "from_env",
    "call",
    "request",
    "fetch",
    "clone",
    "from_client",
    "as_client",
    "callsheet",
];

/// The methods of every union with a tag.
const UNION_METHODS: [&str; 2] = ["tag", "clone"];

/// The methods of every struct that a request can hold.
const STRUCT_METHODS: [&str; 2] = ["new", "clone"];

/// A set of names that must differ.
struct Names<'n> {
    taken: BTreeSet<String>,
    reserved: &'n [&'n str],
    what: &'n str,
}

impl<'n> Names<'n> {
    fn new(what: &'n str, reserved: &'n [&'n str]) -> Self {
        Self { taken: BTreeSet::new(), reserved, what }
    }

    /// Adds a name. One that is taken is reported and changed, so that what is emitted is Rust all
    /// the same.
    fn take(&mut self, name: &mut Name, diags: &mut Diagnostics) {
        let reserved = self.reserved.contains(&name.rust.as_str());
        if reserved || self.taken.contains(&name.rust) {
            diags.push(self.problem(name, reserved));
            while self.reserved.contains(&name.rust.as_str()) || self.taken.contains(&name.rust) {
                name.rust.push('_');
            }
        }
        self.taken.insert(name.rust.clone());
    }

    fn problem(&self, name: &Name, reserved: bool) -> Diagnostic {
        let Name { wire, rust, span } = name;
        let what = self.what;
        if reserved {
            return Diagnostic::error(
                *span,
                format!("{what} `{rust}` has the name of something generated"),
            )
            .help(match what {
                "type" | "module" => "choose another name".to_owned(),
                "request type" => {
                    "it is named after its endpoint; give that another name".to_owned()
                }
                _ => format!("give it another: `{wire} as other`"),
            });
        }
        let problem = Diagnostic::error(*span, format!("{what} `{rust}` is declared twice"));
        if rust == wire {
            return problem;
        }
        problem.help(format!("`{wire}` derives to it; give it another name with `as`"))
    }
}

impl Lowering<'_> {
    /// Checks every set of names.
    pub(super) fn check_collisions(&mut self) {
        self.check_wire_names();
        self.check_types();
        self.check_paths();
        self.check_parameters();
        self.check_failures();
        for module in 0..self.api.modules.len() {
            self.check_module(ModuleId(module));
        }
    }

    fn check_types(&mut self) {
        for def in &mut self.api.types {
            match &mut def.shape {
                Shape::Struct { fields, closed, .. } => {
                    if def.is_input {
                        let of = "every struct that is sent";
                        check_setters(&mut *fields, &STRUCT_METHODS, of, self.diags);
                    }
                    let mut names = Names::new("field", if *closed { &[] } else { &["extra"] });
                    for name in value_names(fields) {
                        names.take(name, self.diags);
                    }
                }
                Shape::Enum { values, closed } => {
                    let mut names = Names::new("value", if *closed { &[] } else { &["Unknown"] });
                    for value in values {
                        names.take(&mut value.name, self.diags);
                    }
                }
                Shape::IntegerEnum { values, closed } => {
                    let mut names = Names::new("value", if *closed { &[] } else { &["Unknown"] });
                    for value in values {
                        names.take(&mut value.value.name, self.diags);
                    }
                }
                Shape::Union(union) => check_union(union, self.diags),
                Shape::Choice(groups) => {
                    let mut names = Names::new("group", &[]);
                    for group in groups {
                        names.take(&mut group.name, self.diags);
                        let mut names = Names::new("field", &[]);
                        for name in value_names(&mut group.fields) {
                            names.take(name, self.diags);
                        }
                    }
                }
                Shape::Newtype(_) | Shape::Extern(_) | Shape::Outcome(_) => {}
            }
        }
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

    /// Two endpoints cannot have one method and path on one server, unless they send or take
    /// different types.
    fn check_paths(&mut self) {
        let mut seen: BTreeMap<(&str, String, usize, Vec<&Encoding>), String> = BTreeMap::new();
        // What has been left out of an endpoint may be what it sends.
        let complete = self.api.operations.iter().zip(&self.endpoints);
        let complete = complete.filter(|(_, (_, endpoint))| !endpoint.incomplete);
        for (operation, _) in complete {
            let responses = &operation.success.responses;
            let encodings = responses.iter().map(|response| &response.encoding);
            let encodings = std::iter::once(&operation.body_encoding).chain(encodings).collect();
            let template = anonymous(&operation.template);
            let key = (operation.method.name(), template, operation.server, encodings);
            if let Some(other) = seen.get(&key) {
                let message =
                    format!("`{} {}` is already declared as `{other}`", key.0, operation.template);
                self.diags.push(Diagnostic::error(operation.name.span, message));
            } else {
                seen.insert(key, self.api.operation_name(operation));
            }
        }
    }

    /// A parameter that is not required becomes a method of `Call`.
    fn check_parameters(&mut self) {
        for operation in &mut self.api.operations {
            // The field that asks for a stream is set by `stream` itself.
            let asks = operation.stream.as_ref().and_then(|stream| stream.when.as_ref());
            let asks = asks.map(|when| when.field);
            let fields = operation.fields.iter_mut().enumerate();
            let fields = fields.filter(|(index, _)| Some(*index) != asks).map(|(_, field)| field);
            check_setters(fields, &CALL_METHODS, "every call", self.diags);
            check_asks(operation, self.diags);
            let reserved: &[&str] = if operation.rest.is_some() { &["extra"] } else { &[] };
            let mut names = Names::new("parameter", reserved);
            for name in value_names(&mut operation.fields) {
                names.take(name, self.diags);
            }
        }
    }

    fn check_failures(&mut self) {
        let mut names = Names::new("error", &["Unknown"]);
        for failure in &mut self.api.failures {
            names.take(&mut failure.name, self.diags);
        }
    }

    fn check_webhooks(&mut self, id: ModuleId) {
        let mut names = Names::new("webhook", &[]);
        for webhook in self.api.webhooks.iter_mut().filter(|webhook| webhook.module == id) {
            names.take(&mut webhook.name, self.diags);
        }
    }

    fn check_module(&mut self, id: ModuleId) {
        let Some(module) = self.api.modules.get(id.0) else {
            return;
        };
        let is_root = module.parent.is_none();
        let extension = self.api.extends.as_ref().map(|extends| &extends.name);
        let client = self.api.name.as_ref().or(extension);
        let client = client.map_or_else(String::new, |name| name.rust.clone());
        let (types, operations, children) =
            (module.types.clone(), module.operations.clone(), module.children.clone());

        let mut reserved = if is_root { CLIENT_METHODS.to_vec() } else { vec!["clone"] };
        if !module.webhooks.is_empty() {
            // The module of their verifiers.
            reserved.push("webhooks");
        }
        self.check_webhooks(id);
        let mut methods = Names::new("module", &reserved);
        for child in children {
            if let Some(child) = self.api.modules.get_mut(child.0) {
                methods.take(&mut child.name, self.diags);
            }
        }
        methods.what = "endpoint";
        for id in &operations {
            if let Some(operation) = self.api.operations.get_mut(id.0) {
                let before = operation.name.rust.len();
                methods.take(&mut operation.name, self.diags);
                // The request goes by the endpoint's name, and is not to be reported as well.
                let marks = operation.name.rust.len() - before;
                operation.request.rust.push_str(&"_".repeat(marks));
            }
        }
        let root_types = [client.as_str(), "Call", "Failure", "Error"];
        let mut names = Names::new("type", if is_root { &root_types } else { &["Endpoints"] });
        for id in types {
            if let Some(def) = self.api.types.get_mut(id.0) {
                names.take(&mut def.name, self.diags);
            }
        }
        names.what = "request type";
        for id in operations {
            if let Some(operation) = self.api.operations.get_mut(id.0) {
                names.take(&mut operation.request, self.diags);
                for other in &mut operation.alternatives {
                    names.take(&mut other.request, self.diags);
                }
            }
        }
    }
}

/// The variants of a union, and the accessors of what they share.
fn check_union(union: &mut Union, diags: &mut Diagnostics) {
    let mut names = Names::new("variant", &["Unknown"]);
    for variant in &mut union.variants {
        names.take(&mut variant.name, diags);
    }
    let mut names = Names::new("field", &UNION_METHODS);
    union.shared.retain_mut(|field| {
        let before = field.name.rust.len();
        names.take(&mut field.name, diags);
        // The variants have it under its own name, which an accessor cannot have.
        field.name.rust.len() == before
    });
}

/// A media type that can be asked for becomes a method beside the setters.
fn check_asks(operation: &mut Operation, diags: &mut Diagnostics) {
    let mut taken: Vec<String> =
        operation.fields.iter().map(|field| field.name.rust.clone()).collect();
    for other in &mut operation.alternatives {
        let span = other.name.span;
        let Name { wire, rust, .. } = &mut other.name;
        if taken.contains(rust) {
            let message =
                format!("`{wire}` is asked for by the method `{rust}`, which is there already");
            let help = "declare the endpoint again, under another name, for this media type";
            diags.push(Diagnostic::error(span, message).help(help));
            rust.push('_');
            // The request goes by the same name, and is not to be reported as well.
            other.request.rust.push('_');
        }
        taken.push(rust.clone());
    }
}

/// A field that is not required becomes a setter, whose name must not be that of another method.
fn check_setters<'f>(
    fields: impl IntoIterator<Item = &'f mut Field>,
    methods: &[&str],
    of: &str,
    diags: &mut Diagnostics,
) {
    for field in fields {
        let is_setter = matches!(field.presence, Presence::Optional | Presence::OptionalNullable);
        if is_setter && methods.contains(&field.name.rust.as_str()) {
            let Name { wire, rust, span } = &mut field.name;
            let problem = Diagnostic::error(*span, format!("`{rust}` is a method of {of}"));
            let is_key = rust == "idempotency_key" && field.place == Place::Header;
            diags.push(problem.help(if is_key {
                format!(
                    "if it is the key of the call, mark it: `#[idempotency_key] {wire}?: String`"
                )
            } else {
                format!("give the setter another name: `{wire} as other`")
            }));
            rust.push('_');
        }
    }
}

/// The names of the fields that Rust has: constants have none.
fn value_names(fields: &mut [Field]) -> impl Iterator<Item = &mut Name> {
    fields
        .iter_mut()
        .filter(|field| matches!(field.content, FieldContent::Value { .. }))
        .map(|field| &mut field.name)
}

/// Fields with the same wire name and place whose Rust names differ; where those are the same, too,
/// they are reported as such.
fn find_twice(fields: &[Field], twice: &mut Vec<Name>) {
    for (index, field) in fields.iter().enumerate() {
        let same = fields.iter().take(index).any(|other| {
            let both_values = matches!(other.content, FieldContent::Value { .. })
                && matches!(field.content, FieldContent::Value { .. });
            let wire = if matches!(field.place, Place::Header | Place::ResponseHeader) {
                other.name.wire.eq_ignore_ascii_case(&field.name.wire)
            } else {
                other.name.wire == field.name.wire
            };
            wire && other.place == field.place
                && !(both_values && other.name.rust == field.name.rust)
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
