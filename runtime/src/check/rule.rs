//! One check of one value, and how its failure is told.

use std::fmt::Display;

use crate::compare::equal_values;
use crate::schema::Check;
use crate::value::{List, View};

/// What is wrong with the value. `None` where nothing is, or the check is about another kind of
/// value.
pub(super) fn broken(check: &Check, view: View<'_>, sensitive: bool) -> Option<String> {
    match check {
        Check::Integer { min, max } => {
            let value = integer(view)?;
            (!(*min..=*max).contains(&value))
                .then(|| must_be(&integer_range(*min, *max), &value, sensitive))
        }
        Check::Float { min, max, open } => {
            let value = float(view)?;
            let below = if *open { value < *max } else { value <= *max };
            (!(below && value >= *min))
                .then(|| must_be(&float_range(*min, *max, *open), &value, sensitive))
        }
        Check::Length { min, max } => {
            let View::Text(text) = view else { return None };
            must_have(*min, *max, text.chars().count(), ["character", "characters"], sensitive)
        }
        Check::Count { min, max } => match view {
            View::List(list) => {
                must_have(*min, *max, list.len(), ["element", "elements"], sensitive)
            }
            View::Map(map) => must_have(*min, *max, map.len(), ["entry", "entries"], sensitive),
            _ => None,
        },
        Check::Prefix(prefix) => {
            let View::Text(text) = view else { return None };
            (!text.starts_with(prefix)).then(|| format!("must start with `{prefix}`"))
        }
        Check::Pattern(pattern) => {
            let View::Text(text) = view else { return None };
            (!pattern.is_match(text)).then(|| format!("must match `{}`", pattern.text))
        }
        Check::Format(format) => {
            let View::Text(text) = view else { return None };
            (!format.is_match(text)).then(|| format.rule().to_owned())
        }
        Check::MultipleOf(of) => {
            let value = integer(view)?;
            (value % of != 0).then(|| must_be(&format!("a multiple of {of}"), &value, sensitive))
        }
        Check::Step(of) => {
            let value = float(view)?;
            let count = value / of;
            let off = (count - count.round()).abs() > 1e-9 * count.abs().max(1.0);
            off.then(|| must_be(&format!("a multiple of {of}"), &value, sensitive))
        }
        Check::Unique => {
            let View::List(list) = view else { return None };
            let (first, again) = twice(list)?;
            Some(format!("must have no element twice, but [{again}] is [{first}] again"))
        }
        // About the values inside, which the walk comes to.
        Check::Each(_) | Check::Keys(_) | Check::Elements(_) => None,
    }
}

/// Two elements of a list that are the same.
fn twice(list: &dyn List) -> Option<(usize, usize)> {
    (0..list.len()).find_map(|again| {
        let value = list.get(again)?;
        let is_same = |index: &usize| list.get(*index).is_some_and(|v| equal_values(v, value));
        Some(((0..again).find(is_same)?, again))
    })
}

/// A whole number.
pub(super) fn integer(view: View<'_>) -> Option<i128> {
    match view {
        View::Signed(value) => Some(value.into()),
        View::Unsigned(value) => Some(value.into()),
        _ => None,
    }
}

fn float(view: View<'_>) -> Option<f64> {
    match view {
        View::Float(value) => Some(value),
        // The digits that are sent, not the binary number behind them.
        View::Float32(value) => value.to_string().parse().ok(),
        _ => None,
    }
}

/// A range in words, without an end that is no bound.
fn integer_range(min: i128, max: i128) -> String {
    match (min, max) {
        (min, i128::MAX) => format!("at least {min}"),
        (i128::MIN, max) => format!("at most {max}"),
        (min, max) => format!("in {min}..={max}"),
    }
}

fn float_range(min: f64, max: f64, open: bool) -> String {
    // The greatest numbers that there are stand for no bound.
    match (min > f64::MIN, max < f64::MAX) {
        (true, false) => format!("at least {min}"),
        (false, true) if open => format!("less than {max}"),
        (false, true) => format!("at most {max}"),
        _ if open => format!("in {min}..{max}"),
        _ => format!("in {min}..={max}"),
    }
}

fn must_be(range: &str, value: &dyn Display, sensitive: bool) -> String {
    if sensitive { format!("must be {range}") } else { format!("must be {range}, is {value}") }
}

/// Checks a number of things.
fn must_have(
    min: u64,
    max: u64,
    count: usize,
    [one, many]: [&str; 2],
    sensitive: bool,
) -> Option<String> {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    if (min..=max).contains(&count) {
        return None;
    }
    let things = |number: u64| if number == 1 { one } else { many };
    let range = match (min, max) {
        (min, u64::MAX) => format!("at least {min} {}", things(min)),
        (0, max) => format!("at most {max} {}", things(max)),
        (min, max) if min == max => format!("exactly {min} {}", things(min)),
        (min, max) => format!("{min} to {max} {}", things(max)),
    };
    Some(if sensitive {
        format!("must have {range}")
    } else {
        format!("must have {range}, has {count}")
    })
}
