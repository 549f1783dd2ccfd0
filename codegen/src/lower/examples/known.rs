//! What an object of an example may hold, and which response an example is of.

use super::{Lowering, Way};
use crate::model::{
    Access, Comparison, EncodingKind, Field, Group, Operation, Response, StatusKind,
};

/// What is known of an object.
pub(super) struct Known<'o> {
    pub(super) fields: Vec<&'o Field>,
    /// The exclusive groups.
    pub(super) choices: Vec<(&'o Field, &'o [Group])>,
    /// Those that do not go this way.
    pub(super) hidden: Vec<&'o Field>,
    /// All other keys, where they have a type.
    pub(super) rest: Option<&'o Field>,
    /// Whether there may be others.
    pub(super) open: bool,
    /// The key of the tag, where it is a variant of a union.
    pub(super) tag: Option<&'o str>,
    /// How its fields must compare.
    pub(super) comparisons: &'o [Comparison],
}

impl<'o> Known<'o> {
    pub(super) fn new(
        lowering: &'o Lowering<'_>,
        way: Way,
        all: impl Iterator<Item = &'o Field>,
        rest: Option<&'o Field>,
        open: bool,
    ) -> Self {
        let (mut fields, mut choices, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
        for field in all {
            let left_out = match (way, field.access) {
                (Way::Request, access) => access == Access::ReadOnly,
                (Way::Response, access) => {
                    matches!(access, Access::WriteOnly | Access::WriteRequired)
                }
            };
            match lowering.api.groups(field) {
                _ if left_out => hidden.push(field),
                Some(groups) => choices.push((field, groups)),
                None => fields.push(field),
            }
        }
        Self { fields, choices, hidden, rest, open, tag: None, comparisons: &[] }
    }

    pub(super) fn compared(self, comparisons: &'o [Comparison]) -> Self {
        Self { comparisons, ..self }
    }
}

/// The response with a status: where it has several media types, one that JSON can show.
pub(super) fn answered_in_json(operation: &Operation, status: StatusKind) -> Option<&Response> {
    let others = operation.alternatives.iter().map(|other| &other.success);
    let all = std::iter::once(&operation.success).chain(others);
    let mut all = all.flat_map(|one| &one.responses).filter(|one| one.status == status);
    let json = all.clone().find(|one| one.encoding.kind == EncodingKind::Json);
    json.or_else(|| all.next())
}
