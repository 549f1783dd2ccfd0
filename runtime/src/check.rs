//! What must hold before a request is sent: all of it is checked, and all that is wrong is said at
//! once.

mod rule;
#[cfg(test)]
mod tests;
mod violation;

use std::borrow::Cow;

use crate::path::{self, Segment};
use crate::schema::{Check, Place};
use crate::value::{List, Map, Object, Value, View};

pub use violation::{Violation, Violations};

/// Checks a request and all that is in it.
///
/// # Errors
/// With everything that is wrong.
pub(crate) fn check(request: &dyn Object) -> Result<(), Violations> {
    let mut walk = Walk::default();
    walk.object(request);
    if walk.violations.is_empty() { Ok(()) } else { Err(Violations(walk.violations)) }
}

/// Checks one value, such as the text of an id.
///
/// # Errors
/// With the first thing that is wrong.
pub fn check_value(value: &dyn Value, checks: &'static [Check]) -> Result<(), Violation> {
    let mut walk = Walk::default();
    walk.value(value.view(), checks);
    walk.violations.into_iter().next().map_or(Ok(()), Err)
}

/// Where the walk is, and what it has found.
#[derive(Default)]
struct Walk {
    /// The steps, from the outside in.
    segments: Vec<Segment<'static>>,
    /// Whether the value must not be shown.
    sensitive: bool,
    violations: Vec<Violation>,
}

impl Walk {
    fn report(&mut self, message: impl Into<String>) {
        let path = path::render(self.segments.iter());
        self.violations.push(Violation { path, message: message.into() });
    }

    /// Does `walk` at a value inside, where the value has anything to walk over.
    fn enter(&mut self, segment: Segment<'static>, walk: impl FnOnce(&mut Self)) {
        self.segments.push(segment);
        walk(self);
        self.segments.pop();
    }

    fn object(&mut self, object: &dyn Object) {
        for (index, field) in object.schema().fields.iter().enumerate() {
            let Some(value) = object.get(index) else {
                continue;
            };
            let outer = self.sensitive;
            self.sensitive |= field.sensitive;
            self.enter(Segment::field(field.rust), |walk| {
                if field.place == Place::Path {
                    walk.segment(value.view());
                }
                walk.value(value.view(), field.checks);
            });
            self.sensitive = outer;
        }
    }

    /// A value that becomes a segment of a path, where an empty one or one of dots would make it
    /// another path.
    fn segment(&mut self, view: View<'_>) {
        match view {
            View::Text("") => self.report("must not be empty"),
            View::Text("." | "..") => self.report("must not be `.` or `..`"),
            View::Secret(value) => self.segment(value.view()),
            _ => {}
        }
    }

    fn value(&mut self, view: View<'_>, checks: &'static [Check]) {
        if let View::Secret(value) = view {
            let outer = std::mem::replace(&mut self.sensitive, true);
            self.value(value.view(), checks);
            self.sensitive = outer;
            return;
        }
        if matches!(view, View::Absent | View::Null) {
            return;
        }
        let (mut each, mut keys): (&[Check], &[Check]) = (&[], &[]);
        for check in checks {
            match check {
                Check::Each(checks) => each = checks,
                Check::Keys(checks) => keys = checks,
                _ => {
                    if let Some(message) = rule::broken(check, view, self.sensitive) {
                        self.report(message);
                    }
                }
            }
        }
        match view {
            View::Object(object) => self.object(object),
            View::List(list) => self.list(list, each),
            View::Map(map) => self.map(map, keys, each),
            _ => {}
        }
    }

    fn list(&mut self, list: &dyn List, each: &'static [Check]) {
        for index in 0..list.len() {
            let Some(value) = list.get(index) else {
                continue;
            };
            self.enter(Segment::Index(index), |walk| walk.value(value.view(), each));
        }
    }

    fn map(&mut self, map: &dyn Map, keys: &'static [Check], each: &'static [Check]) {
        map.for_each(&mut |key, value| {
            // The keys of a map that must not be shown are as secret as its values.
            let shown =
                if self.sensitive { Cow::Borrowed("*") } else { Cow::Owned(key.to_owned()) };
            self.enter(Segment::Key(shown), |walk| {
                for check in keys {
                    if let Some(message) = rule::broken(check, View::Text(key), walk.sensitive) {
                        walk.report(format!("the key {message}"));
                    }
                }
                walk.value(value.view(), each);
            });
            true
        });
    }
}
