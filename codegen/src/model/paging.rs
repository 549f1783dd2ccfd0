//! Pages and waits: how an endpoint leads to its next page, and to the end of what it started.

use std::time::Duration;

use super::{OperationId, Type, TypeId};

/// A path through the structs of a response.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldPath {
    /// The keys, from the outside in.
    pub keys: Vec<String>,
    /// The field behind each key. Fewer than keys where JSON of any shape is on the way.
    pub fields: Vec<PathField>,
}

/// A field on a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PathField {
    /// Its struct.
    pub of: TypeId,
    /// Its index there.
    pub index: usize,
    /// Whether the argument that stands for its type may be null.
    pub nullable: bool,
}

/// How an endpoint pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paging {
    /// The list of items. Empty where the page itself is the list.
    pub items: FieldPath,
    /// What the list holds.
    pub item: Type,
    /// Whether there is more. Empty where the page does not say.
    pub more: FieldPath,
    /// From a page to the next one.
    pub step: PageStep,
}

/// From a page to the next one. Fields are indexes in
/// [`Operation::fields`](super::Operation::fields).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageStep {
    /// `after_id = last_id`
    Cursor {
        /// The query parameter.
        field: usize,
        /// Where it is an exclusive group: the group that is the parameter.
        group: Option<usize>,
        /// Where its value for the next page is.
        from: FieldPath,
    },
    /// `page += 1`, `offset += items`
    Count {
        /// The query parameter.
        field: usize,
        /// Its value for the first page, where the caller gives none.
        first: u64,
        /// How much it goes up by. `None` for the number of items that came.
        by: Option<u64>,
    },
    /// `url = next`
    Url(FieldPath),
    /// `link(next)`: the relation.
    Link(String),
}

/// How to wait for the end of what an endpoint starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// The endpoint that says how far it is.
    pub poll: OperationId,
    /// When it is done.
    pub until: Condition,
    /// When it has failed.
    pub fail: Option<Condition>,
    /// The time between two looks.
    pub every: Duration,
    /// What the polls are asked with: fields of `poll`, and where their values are.
    pub fills: Vec<(usize, Source)>,
}

/// `state in [succeeded]`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The field.
    pub path: FieldPath,
    /// The values that it may have.
    pub values: Vec<String>,
}

/// Where a value of a poll is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// In a field of the answer, by its key.
    Response(String),
    /// In a field of the request that started it.
    Request(usize),
}
