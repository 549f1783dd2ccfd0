//! Examples: each is checked against the types that it is an example of.

mod known;
mod unions;
mod webhooks;

use super::Lowering;
use super::resolve::UNIX_TIME;
use crate::diagnostic::{Diagnostic, suggest};
use crate::model::{
    Body, Check, Constant, Field, FieldContent, Format, Group, IntegerValue, Operation, Place,
    Presence, Shape, Type, TypeKind,
};
use crate::source::Span;
use crate::syntax::tree::{self, Json, JsonKind, Section};

use known::{Known, answered_in_json};

/// Which way an example goes. What the client sends must be exact; what a server answers may hold
/// more than the spec knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Request,
    Response,
}

impl Lowering<'_> {
    /// Checks the examples of every endpoint and webhook.
    pub(super) fn check_examples(&mut self) {
        self.check_webhook_examples();
        let endpoints = self.endpoints.clone();
        for (index, (_, endpoint)) in endpoints.iter().enumerate() {
            let Some(operation) = self.api.operations.get(index) else {
                continue;
            };
            if endpoint.incomplete {
                continue;
            }
            let mut found = Vec::new();
            for section in &endpoint.sections {
                if let Section::Example(example) = section {
                    self.check_example(example, operation, &mut found);
                }
            }
            for diagnostic in found {
                self.diags.push(diagnostic);
            }
        }
    }

    fn check_example(
        &self,
        example: &tree::Example,
        operation: &Operation,
        found: &mut Vec<Diagnostic>,
    ) {
        let mut fit = Fit { lowering: self, way: Way::Request, found };
        if let Some(request) = &example.request {
            match operation.body {
                Body::Empty => fit.error(request.span, "this endpoint sends no body"),
                Body::Fields => {
                    let fields = operation.fields.iter();
                    let fields = fields.filter(|field| field.place.is_in_body() && !is_file(field));
                    let rest = operation.rest.as_ref().filter(|rest| rest.place.is_in_body());
                    let known = Known::new(self, Way::Request, fields, rest, false)
                        .compared(&operation.comparisons);
                    fit.object(request, &known, "");
                }
                Body::Payload => {
                    let payload =
                        operation.fields.iter().find(|field| field.place == Place::Payload);
                    if let Some(FieldContent::Value { ty, .. }) =
                        payload.map(|field| &field.content)
                    {
                        fit.value(request, ty, "");
                    }
                }
            }
        }
        fit.way = Way::Response;
        if let Some((status, response)) = &example.response {
            let kind = super::failures::status_kind(status.kind);
            if let Some(declared) = answered_in_json(operation, kind) {
                match &declared.content {
                    Some(ty) => fit.value(response, ty, ""),
                    None => fit.error(response.span, format!("`-> {kind}` holds nothing")),
                }
            } else if let Some(stream) =
                operation.stream.as_ref().filter(|stream| stream.statuses.contains(&kind))
            {
                // Of a stream, one item is shown.
                fit.value(response, &stream.item, "");
            } else if !operation.failures.iter().any(|failure| failure.status == kind) {
                fit.error(status.span, format!("this endpoint declares no `{kind}`"));
            }
        }
    }
}

/// One example against one type.
struct Fit<'a, 'f> {
    lowering: &'a Lowering<'a>,
    way: Way,
    found: &'f mut Vec<Diagnostic>,
}

impl Fit<'_, '_> {
    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.found.push(Diagnostic::error(span, message));
    }

    fn misfit(&mut self, json: &Json, path: &str, wanted: &str) {
        let at = if path.is_empty() { String::new() } else { format!(" at `{path}`") };
        self.error(json.span, format!("the example does not fit{at}: expected {wanted}"));
    }

    fn value(&mut self, json: &Json, ty: &Type, path: &str) {
        if matches!(json.kind, JsonKind::Null) && ty.nullable {
            return;
        }
        self.kind(json, &ty.kind, path);
        if self.way == Way::Request {
            self.checks(json, &ty.checks, path);
        }
    }

    fn kind(&mut self, json: &Json, kind: &TypeKind, path: &str) {
        let lowering = self.lowering;
        let unix = TypeKind::Integer(UNIX_TIME);
        let kind = if *kind == TypeKind::UnixTime { &unix } else { kind };
        match (kind, &json.kind) {
            // What another spec declares is not known here.
            (TypeKind::Json | TypeKind::Foreign(..), _)
            | (TypeKind::Bool, JsonKind::Bool(_))
            | (TypeKind::Text | TypeKind::Format(_), JsonKind::String(_))
            | (TypeKind::Float(_), JsonKind::Number(_)) => {}
            (TypeKind::Integer(integer), JsonKind::Number(text)) => {
                let (least, greatest) = integer.range();
                if !text.parse::<i128>().is_ok_and(|value| (least..=greatest).contains(&value)) {
                    self.misfit(json, path, &format!("an integer in {least}..={greatest}"));
                }
            }
            (TypeKind::List(element), JsonKind::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(item, element, &format!("{path}[{index}]"));
                }
            }
            (TypeKind::Tuple(wanted), JsonKind::Array(items)) if wanted.len() == items.len() => {
                for (index, (item, ty)) in items.iter().zip(wanted).enumerate() {
                    self.value(item, ty, &format!("{path}[{index}]"));
                }
            }
            (TypeKind::Map(_, value), JsonKind::Object(entries)) => {
                for (key, item) in entries {
                    self.value(item, value, &join(path, &key.text));
                }
            }
            (TypeKind::Generic(_, args), _) => match lowering.api.shape(kind) {
                Some(Shape::Union(union)) => self.union(json, &union.substitute(args), path),
                _ => self.structure(json, kind, None, path),
            },
            (TypeKind::Named(id), _) => match lowering.api.types.get(id.0).map(|def| &def.shape) {
                Some(Shape::Struct { .. }) => self.structure(json, kind, None, path),
                Some(Shape::Enum { values, closed }) => {
                    self.enum_value(json, values, *closed, path);
                }
                Some(Shape::IntegerEnum { values, closed }) => {
                    self.integer_value(json, values, *closed, path);
                }
                Some(Shape::Extern(external)) => self.value(json, &external.wire, path),
                Some(Shape::Union(union)) => self.union(json, union, path),
                Some(Shape::Newtype(inner)) => self.kind(json, &inner.kind, path),
                // The fields of a choice are those of the object around it.
                Some(Shape::Choice(_) | Shape::Outcome(_)) | None => {}
            },
            (kind, _) => {
                let wanted = lowering.describe_kind(kind);
                self.misfit(json, path, &wanted);
            }
        }
    }

    fn enum_value(
        &mut self,
        json: &Json,
        values: &[crate::model::EnumValue],
        closed: bool,
        path: &str,
    ) {
        let JsonKind::String(text) = &json.kind else {
            self.misfit(json, path, "a text");
            return;
        };
        if closed && !values.iter().any(|value| value.name.wire == *text) {
            let names: Vec<String> =
                values.iter().map(|value| format!("`{}`", value.name.wire)).collect();
            self.misfit(json, path, &format!("one of {}", names.join(", ")));
        }
    }

    fn integer_value(&mut self, json: &Json, values: &[IntegerValue], closed: bool, path: &str) {
        let JsonKind::Number(text) = &json.kind else {
            self.misfit(json, path, "an integer");
            return;
        };
        let Ok(number) = text.parse::<i64>() else {
            self.misfit(json, path, "an integer in the range of `i64`");
            return;
        };
        if closed && !values.iter().any(|value| value.number == number) {
            let numbers: Vec<String> =
                values.iter().map(|value| format!("`{}`", value.number)).collect();
            self.misfit(json, path, &format!("one of {}", numbers.join(", ")));
        }
    }

    /// A struct, generic or not. `tag` is the key of the tag, where it is a variant of a union.
    fn structure(&mut self, json: &Json, kind: &TypeKind, tag: Option<&str>, path: &str) {
        let lowering = self.lowering;
        let (id, args) = match kind {
            TypeKind::Named(id) => (id, &[][..]),
            TypeKind::Generic(id, args) => (id, args.as_slice()),
            _ => return,
        };
        let Some(Shape::Struct { closed, rest, comparisons, .. }) =
            lowering.api.types.get(id.0).map(|def| &def.shape)
        else {
            return;
        };
        let fields = lowering.fields_of(kind);
        let rest = rest.as_ref().map(|rest| rest.substitute(args));
        let open = !closed || tag.is_some();
        let known = Known::new(lowering, self.way, fields.iter(), rest.as_ref(), open);
        self.object(json, &Known { tag, ..known.compared(comparisons) }, path);
    }

    fn object(&mut self, json: &Json, object: &Known<'_>, path: &str) {
        let JsonKind::Object(entries) = &json.kind else {
            self.misfit(json, path, "an object");
            return;
        };
        if self.way == Way::Request {
            self.comparisons(entries, object, path);
        }
        let groups = self.groups(json, entries, object, path);
        let fields: Vec<&Field> = object.fields.iter().copied().chain(groups).collect();
        for (key, value) in entries {
            match fields.iter().find(|field| field.name.wire == key.text) {
                Some(field) => self.field(value, field, &join(path, &key.text)),
                None => self.other_key(key, value, object, &fields, path),
            }
        }
        for field in fields {
            let required = field.presence.is_always();
            let constant = matches!(field.content, FieldContent::Constant(_));
            let given = entries.iter().any(|(key, _)| key.text == field.name.wire);
            if required && !given && !(constant && self.way == Way::Request) {
                let missing = join(path, &field.name.wire);
                self.error(json.span, format!("the example lacks `{missing}`, which is required"));
            }
        }
    }

    /// Numbers and dates are compared, the rest is for the client to do.
    fn comparisons(&mut self, entries: &[(tree::Word, Json)], object: &Known<'_>, path: &str) {
        for comparison in object.comparisons {
            let value = |wire: &str| entries.iter().find(|(key, _)| key.text == wire);
            let (Some((_, left)), Some((_, right))) =
                (value(&comparison.left), value(&comparison.right))
            else {
                continue;
            };
            let is_date = object.fields.iter().any(|field| {
                let FieldContent::Value { ty, .. } = &field.content else {
                    return false;
                };
                field.name.wire == comparison.left && ty.kind == TypeKind::Format(Format::Date)
            });
            let order = match (&left.kind, &right.kind) {
                (JsonKind::Number(left), JsonKind::Number(right)) => left
                    .parse::<f64>()
                    .ok()
                    .and_then(|left| left.partial_cmp(&right.parse::<f64>().ok()?)),
                (JsonKind::String(left), JsonKind::String(right)) if is_date => {
                    Some(left.cmp(right))
                }
                _ => None,
            };
            if order.is_some_and(|order| !comparison.compare.holds(order)) {
                let wanted = format!(
                    "{} {} {}",
                    comparison.left,
                    comparison.compare.operator(),
                    comparison.right
                );
                let at = join(path, &comparison.left);
                self.misfit(left, &at, &format!("`{wanted}`"));
            }
        }
    }

    /// A key that no field has: one of all other keys, where they have a type.
    fn other_key(
        &mut self,
        key: &tree::Word,
        value: &Json,
        object: &Known<'_>,
        fields: &[&Field],
        path: &str,
    ) {
        if object.tag == Some(key.text.as_str()) {
            return;
        }
        if let Some(FieldContent::Value { ty, .. }) = object.rest.map(|rest| &rest.content) {
            if let TypeKind::Map(_, of) = &ty.kind {
                self.value(value, of, &join(path, &key.text));
            }
            return;
        }
        let choice = object.choices.iter().find(|(_, groups)| {
            let mut all = groups.iter().flat_map(|group| &group.fields);
            all.any(|field| field.name.wire == key.text)
        });
        let in_group = choice.is_some();
        // Where none is chosen that is what has been reported.
        let is_chosen = choice.is_some_and(|(_, groups)| {
            let mut all = groups.iter().flat_map(|group| &group.fields);
            all.any(|field| fields.iter().any(|known| std::ptr::eq(*known, field)))
        });
        if in_group && !is_chosen {
            return;
        }
        let is_hidden = object.hidden.iter().any(|field| field.name.wire == key.text);
        if self.way == Way::Response && !is_hidden && (object.open || in_group) {
            return;
        }
        let place = join(path, &key.text);
        if is_hidden {
            let what = if self.way == Way::Request { "requests" } else { "responses" };
            self.error(key.span, format!("the example has `{place}`, which {what} do not have"));
            return;
        }
        if in_group {
            let message =
                format!("the example has `{place}` beside another of its exclusive group");
            self.error(key.span, message);
            return;
        }
        let names = object.fields.iter().map(|field| field.name.wire.as_str());
        let help = suggest(&key.text, names);
        let mut diagnostic = Diagnostic::error(
            key.span,
            format!("the example has `{place}`, which is not declared"),
        );
        if let Some(help) = help {
            diagnostic = diagnostic.help(format!("did you mean `{help}`?"));
        }
        self.found.push(diagnostic);
    }

    /// The fields of the groups that the example chooses, one of each choice.
    fn groups<'o>(
        &mut self,
        json: &Json,
        entries: &[(tree::Word, Json)],
        object: &Known<'o>,
        path: &str,
    ) -> Vec<&'o Field> {
        let has = |field: &Field| {
            let entry = entries.iter().find(|(key, _)| key.text == field.name.wire);
            entry.is_some_and(|(_, value)| {
                field.presence == Presence::Nullable || !matches!(value.kind, JsonKind::Null)
            })
        };
        let mut fields = Vec::new();
        for (field, groups) in &object.choices {
            let there = groups.iter().rev().filter(|group| {
                let mut values = group.fields.iter().filter(|field| {
                    matches!(field.content, FieldContent::Value { .. })
                        && field.presence.is_always()
                });
                values.all(has)
            });
            match there.max_by_key(|group| group.fields.iter().filter(|field| has(field)).count()) {
                Some(group) => fields.extend(&group.fields),
                None if field.presence == Presence::Required || self.is_partial(groups, &has) => {
                    let of = join(path, &field.name.wire);
                    let keys = field.constraints.join(" ");
                    self.error(json.span, format!("the example lacks a group of `{of}`: {keys}"));
                }
                None => {}
            }
        }
        fields
    }

    /// Whether a request has keys of these groups, though of no group enough.
    fn is_partial(&self, groups: &[Group], has: &dyn Fn(&Field) -> bool) -> bool {
        self.way == Way::Request && groups.iter().flat_map(|group| &group.fields).any(has)
    }

    fn field(&mut self, json: &Json, field: &Field, path: &str) {
        match &field.content {
            FieldContent::Constant(constant) => {
                if !is_constant(json, constant) {
                    self.misfit(json, path, &format!("the constant {}", constant_text(constant)));
                }
            }
            FieldContent::Value { ty, .. } => {
                let may_be_null = match field.presence {
                    Presence::Nullable | Presence::OptionalNullable => true,
                    // An absent value that is sent as null is tolerated in what a server answers.
                    Presence::Optional => self.way == Way::Response,
                    Presence::Required => false,
                };
                if !(may_be_null && matches!(json.kind, JsonKind::Null)) {
                    let ty = Type { nullable: false, ..ty.clone() };
                    self.value(json, &ty, path);
                }
            }
        }
    }

    fn checks(&mut self, json: &Json, checks: &[Check], path: &str) {
        for check in checks {
            let holds = match (check, &json.kind) {
                (Check::Integer { min, max }, JsonKind::Number(text)) => {
                    text.parse::<i128>().map_or(true, |value| (min..=max).contains(&&value))
                }
                (Check::Float { .. }, JsonKind::Number(text)) => {
                    text.parse().map_or(true, |value| check.allows_float(value))
                }
                (Check::Count { min, max }, JsonKind::Array(items)) => {
                    (*min..=*max).contains(&(items.len() as u64))
                }
                (Check::Count { min, max }, JsonKind::Object(entries)) => {
                    (*min..=*max).contains(&(entries.len() as u64))
                }
                (Check::MultipleOf(of), JsonKind::Number(text)) => {
                    text.parse::<i128>().map_or(true, |value| value % of == 0)
                }
                (Check::Step(of), JsonKind::Number(text)) => {
                    let count = text.parse::<f64>().map_or(0.0, |value| value / of);
                    (count - count.round()).abs() <= 1e-9 * count.abs().max(1.0)
                }
                (Check::Unique, JsonKind::Array(items)) => items
                    .iter()
                    .enumerate()
                    .all(|(index, item)| !items.iter().take(index).any(|other| other.same(item))),
                (check, JsonKind::String(text)) => check.allows_text(text),
                _ => true,
            };
            if !holds {
                let rule = crate::model::describe(std::slice::from_ref(check)).join("");
                self.misfit(json, path, &format!("a value that keeps the rule: {rule}"));
            }
        }
    }
}

/// Whether a value is a constant.
fn is_constant(json: &Json, constant: &Constant) -> bool {
    match (constant, &json.kind) {
        (Constant::Text(text), JsonKind::String(other)) => text == other,
        (Constant::Bool(value), JsonKind::Bool(other)) => value == other,
        (Constant::Integer(value), JsonKind::Number(other)) => other.parse() == Ok(*value),
        (Constant::Float(value), JsonKind::Number(other)) => {
            other.parse::<f64>().is_ok_and(|other| other.to_bits() == value.to_bits())
        }
        _ => false,
    }
}

fn constant_text(constant: &Constant) -> String {
    match constant {
        Constant::Text(text) => format!("`\"{text}\"`"),
        Constant::Integer(value) => format!("`{value}`"),
        Constant::Float(value) => format!("`{value:?}`"),
        Constant::Bool(value) => format!("`{value}`"),
    }
}

/// The path of a key inside an object.
fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Whether a field is a file, or files: an example has none.
fn is_file(field: &Field) -> bool {
    match &field.content {
        FieldContent::Value { ty, .. } => match &ty.kind {
            TypeKind::File => true,
            TypeKind::List(element) => element.kind == TypeKind::File,
            _ => false,
        },
        FieldContent::Constant(_) => false,
    }
}
