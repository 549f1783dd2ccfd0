//! How two values compare.

use std::cmp::Ordering;

use super::rule::integer;
use crate::schema::{Check, Compare, Format};
use crate::value::{Value, View, instant};

/// What the left value must be, in words, where it is not. `None` also where one is not there.
pub(super) fn broken(
    compare: Compare,
    left: &dyn Value,
    right: &dyn Value,
) -> Option<&'static str> {
    let order = order(left, right)?;
    let (holds, words) = match compare {
        Compare::Less => (order.is_lt(), "less than"),
        Compare::AtMost => (order.is_le(), "at most"),
        Compare::Greater => (order.is_gt(), "greater than"),
        Compare::AtLeast => (order.is_ge(), "at least"),
        Compare::Equal => (order.is_eq(), "equal to"),
        Compare::NotEqual => (order.is_ne(), "different from"),
    };
    (!holds).then_some(words)
}

/// The order of two values that have one.
fn order(left: &dyn Value, right: &dyn Value) -> Option<Ordering> {
    if left.wrapped().is_some() || right.wrapped().is_some() {
        return order(left.wrapped().unwrap_or(left), right.wrapped().unwrap_or(right));
    }
    match (left.view(), right.view()) {
        (View::Secret(left), _) => order(left, right),
        (_, View::Secret(right)) => order(left, right),
        (View::Text(one), View::Text(other)) => {
            let is_date_time = |rules: &[Check]| matches!(rules, [Check::Format(Format::DateTime)]);
            if is_date_time(left.rules()) && is_date_time(right.rules()) {
                return Some(instant(one)?.cmp(&instant(other)?));
            }
            Some(one.cmp(other))
        }
        (View::Bool(left), View::Bool(right)) => Some(left.cmp(&right)),
        (left, right) => match (integer(left), integer(right)) {
            (Some(left), Some(right)) => Some(left.cmp(&right)),
            _ => float(left)?.partial_cmp(&float(right)?),
        },
    }
}

/// Whole numbers as the nearest float.
#[allow(clippy::cast_precision_loss)]
fn float(view: View<'_>) -> Option<f64> {
    match view {
        View::Float(value) => Some(value),
        View::Float32(value) => Some(value.into()),
        _ => integer(view).map(|value| value as f64),
    }
}
