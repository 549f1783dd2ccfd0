//! What must hold before a request is sent: all of it is checked, and all that is wrong is said at
//! once.

mod order;
mod rule;
#[cfg(test)]
mod tests;
mod violation;

use std::borrow::Cow;

use crate::path::{self, Segment};
use crate::schema::{Check, Comparison, Field, Place, Schema};
use crate::value::{List, Map, Object, Tuple, Union, Value, View, settled};

pub use violation::{Violation, Violations};

/// Checks a request and all that is in it.
///
/// # Errors
/// With everything that is wrong.
pub(crate) fn check(request: &dyn Object) -> Result<(), Violations> {
    let mut violations = Vec::new();
    Walk { steps: None, sensitive: false }.object(request, &mut violations);
    if violations.is_empty() { Ok(()) } else { Err(Violations(violations)) }
}

/// Checks one value, such as the text of an id.
///
/// # Errors
/// With the first thing that is wrong.
pub fn check_value(value: &dyn Value, checks: &'static [Check]) -> Result<(), Violation> {
    let mut violations = Vec::new();
    Walk { steps: None, sensitive: false }.value(value, checks, &mut violations);
    violations.into_iter().next().map_or(Ok(()), Err)
}

/// A step on the way to a value, on the stack: most walks find nothing wrong, and should cost
/// nothing for the path that they would say.
struct Step<'w> {
    outer: Option<&'w Step<'w>>,
    segment: Segment<'w>,
}

/// The checks of what is inside a value.
#[derive(Clone, Copy, Default)]
struct Inner {
    each: &'static [Check],
    keys: &'static [Check],
    elements: &'static [&'static [Check]],
}

impl Inner {
    fn of(checks: &'static [Check]) -> Self {
        let mut inner = Self::default();
        for check in checks {
            match check {
                Check::Each(checks) => inner.each = checks,
                Check::Keys(checks) => inner.keys = checks,
                Check::Elements(checks) => inner.elements = checks,
                _ => {}
            }
        }
        inner
    }
}

/// Where the walk is.
#[derive(Clone, Copy)]
struct Walk<'w> {
    steps: Option<&'w Step<'w>>,
    /// Whether the value must not be shown.
    sensitive: bool,
}

impl Walk<'_> {
    fn report(self, message: impl Into<String>, violations: &mut Vec<Violation>) {
        let steps = std::iter::successors(self.steps, |step| step.outer);
        let mut segments: Vec<_> = steps.map(|step| &step.segment).collect();
        segments.reverse();
        let path = path::render(segments.into_iter());
        violations.push(Violation { path, message: message.into() });
    }

    fn object(self, object: &dyn Object, violations: &mut Vec<Violation>) {
        let schema = object.schema();
        object.fields(&mut |values, extra| {
            for (field, value) in schema.fields.iter().zip(values) {
                if !field.read_only {
                    self.field(field, *value, violations);
                }
            }
            for comparison in schema.comparisons {
                self.comparison(schema, *comparison, values, violations);
            }
            if let Some(extra) = extra.filter(|extra| !extra.is_empty()) {
                let step = Step { outer: self.steps, segment: Segment::field("extra") };
                let inner = Inner::of(schema.rest_checks);
                Walk { steps: Some(&step), ..self }.map(extra, inner, violations);
            }
        });
    }

    fn comparison(
        self,
        schema: &'static Schema,
        comparison: Comparison,
        values: &[&dyn Value],
        violations: &mut Vec<Violation>,
    ) {
        let field = |index: usize| Some((schema.fields.get(index)?, *values.get(index)?));
        let (Some((left, left_value)), Some((right, right_value))) =
            (field(comparison.left), field(comparison.right))
        else {
            return;
        };
        if let Some(words) = order::broken(comparison.compare, left_value, right_value) {
            let step = Step { outer: self.steps, segment: Segment::field(left.rust) };
            let walk = Walk { steps: Some(&step), ..self };
            walk.report(format!("must be {words} `{}`", right.rust), violations);
        }
    }

    fn field(self, field: &'static Field, value: &dyn Value, violations: &mut Vec<Violation>) {
        let step = Step { outer: self.steps, segment: Segment::field(field.rust) };
        let walk = Walk { steps: Some(&step), sensitive: self.sensitive || field.sensitive };
        if field.place == Place::Path {
            walk.path_segment(settled(value.view()), violations);
        }
        walk.value(value, field.checks, violations);
    }

    /// A value that becomes a segment of a path, where an empty one or one of dots would make it
    /// another path.
    fn path_segment(self, view: View<'_>, violations: &mut Vec<Violation>) {
        match view {
            View::Text("") => self.report("must not be empty", violations),
            View::Text("." | "..") => self.report("must not be `.` or `..`", violations),
            View::Secret(value) => self.path_segment(value.view(), violations),
            _ => {}
        }
    }

    /// A value against the rules of its type and those of its place.
    fn value(self, value: &dyn Value, checks: &'static [Check], violations: &mut Vec<Violation>) {
        let view = value.view();
        match view {
            View::Absent | View::Null => return,
            View::Secret(value) => {
                return Walk { sensitive: true, ..self }.value(value, checks, violations);
            }
            _ => {}
        }
        if let Some(inner) = value.wrapped() {
            self.value(inner, value.rules(), violations);
            self.broken(checks, view, violations);
            return;
        }
        self.broken(value.rules(), view, violations);
        self.broken(checks, view, violations);
        match view {
            View::Object(object) => self.object(object, violations),
            View::Union(union) => self.union(union, violations),
            View::List(list) => self.list(list, Inner::of(checks).each, violations),
            View::Tuple(tuple) => self.tuple(tuple, Inner::of(checks).elements, violations),
            View::Map(map) => self.map(map, Inner::of(checks), violations),
            _ => {}
        }
    }

    /// Reports which of these a value breaks by itself.
    fn broken(self, checks: &'static [Check], view: View<'_>, violations: &mut Vec<Violation>) {
        for check in checks {
            if let Some(message) = rule::broken(check, view, self.sensitive) {
                self.report(message, violations);
            }
        }
    }

    /// The variant is no step of the path: on the wire there is none.
    fn union(self, union: &dyn Union, violations: &mut Vec<Violation>) {
        let variant = union.variant();
        if let Some(payload) = variant.payload {
            self.value(payload, variant.checks, violations);
        }
    }

    fn list(self, list: &dyn List, each: &'static [Check], violations: &mut Vec<Violation>) {
        for (index, value) in (0..list.len()).map_while(|index| Some((index, list.get(index)?))) {
            let step = Step { outer: self.steps, segment: Segment::Index(index) };
            Walk { steps: Some(&step), ..self }.value(value, each, violations);
        }
    }

    fn tuple(
        self,
        tuple: &dyn Tuple,
        elements: &'static [&'static [Check]],
        violations: &mut Vec<Violation>,
    ) {
        for (index, value) in (0..tuple.size()).map_while(|i| Some((i, tuple.element(i)?))) {
            let step = Step { outer: self.steps, segment: Segment::Index(index) };
            let checks = elements.get(index).copied().unwrap_or_default();
            Walk { steps: Some(&step), ..self }.value(value, checks, violations);
        }
    }

    fn map(self, map: &dyn Map, inner: Inner, violations: &mut Vec<Violation>) {
        map.for_each(&mut |key, value| {
            let shown = if self.sensitive { "*" } else { key };
            let segment = Segment::Key(Cow::Borrowed(shown));
            let step = Step { outer: self.steps, segment };
            let walk = Walk { steps: Some(&step), ..self };
            for check in inner.keys {
                if let Some(message) = rule::broken(check, View::Text(key), self.sensitive) {
                    walk.report(format!("the key {message}"), violations);
                }
            }
            walk.value(value, inner.each, violations);
            true
        });
    }
}
