//! Equality of structs and unions, as `derive(PartialEq)` has it.

use crate::value::{List, Map, Object, Tuple, Union, Value, View, with_fields};

/// Whether two structs of one type hold the same.
pub fn equal(left: &dyn Object, right: &dyn Object) -> bool {
    std::ptr::eq(left.schema(), right.schema())
        && with_fields(left, |left, left_extra| {
            with_fields(right, |right, right_extra| {
                equal_extras(left_extra, right_extra)
                    && left.len() == right.len()
                    && left.iter().zip(right).all(|(left, right)| equal_values(*left, *right))
            })
        })
}

/// Whether two unions of one type are the same variant and hold the same.
pub fn equal_unions(left: &dyn Union, right: &dyn Union) -> bool {
    let (left, right) = (left.variant(), right.variant());
    left.name == right.name
        && match (left.payload, right.payload) {
            (Some(left), Some(right)) => equal_values(left, right),
            (left, right) => left.is_none() && right.is_none(),
        }
}

/// Whether two values hold the same.
// As with derives: a float equals the same float, and not-a-number nothing.
#[allow(clippy::float_cmp)]
pub(crate) fn equal_values(left: &dyn Value, right: &dyn Value) -> bool {
    match (left.view(), right.view()) {
        (View::Absent, View::Absent) | (View::Null, View::Null) => true,
        (View::Bool(left), View::Bool(right)) => left == right,
        (View::Signed(left), View::Signed(right)) => left == right,
        (View::Unsigned(left), View::Unsigned(right)) => left == right,
        (View::Float(left), View::Float(right)) => left == right,
        (View::Float32(left), View::Float32(right)) => left == right,
        (View::Text(left), View::Text(right)) => left == right,
        (View::Bytes(left), View::Bytes(right)) => left == right,
        (View::File(left), View::File(right)) => left == right,
        (View::Json(left), View::Json(right)) => left == right,
        (View::List(left), View::List(right)) => equal_lists(left, right),
        (View::Tuple(left), View::Tuple(right)) => equal_tuples(left, right),
        (View::Map(left), View::Map(right)) => equal_maps(left, right),
        (View::Object(left), View::Object(right)) => equal(left, right),
        (View::Union(left), View::Union(right)) => equal_unions(left, right),
        (View::Extern(left), View::Extern(right)) => left.equals(right),
        (View::Secret(left), View::Secret(right)) => equal_values(left, right),
        _ => false,
    }
}

fn equal_lists(left: &dyn List, right: &dyn List) -> bool {
    left.len() == right.len()
        && (0..left.len()).all(|index| match (left.get(index), right.get(index)) {
            (Some(left), Some(right)) => equal_values(left, right),
            _ => false,
        })
}

fn equal_tuples(left: &dyn Tuple, right: &dyn Tuple) -> bool {
    left.size() == right.size()
        && (0..left.size()).all(|index| match (left.element(index), right.element(index)) {
            (Some(left), Some(right)) => equal_values(left, right),
            _ => false,
        })
}

fn equal_extras(left: Option<&dyn Map>, right: Option<&dyn Map>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => equal_maps(left, right),
        _ => left.is_none() && right.is_none(),
    }
}

fn equal_maps(left: &dyn Map, right: &dyn Map) -> bool {
    let mut equal = left.len() == right.len();
    if equal {
        left.for_each(&mut |key, value| {
            equal = right.get(key).is_some_and(|other| equal_values(value, other));
            equal
        });
    }
    equal
}
