//! A made-up API of any size, and its two writers: one for a spec, one for a crate by hand.
//!
//! Five endpoints share one resource: create, list, retrieve, update and delete of a thing. A
//! resource has five structs of ten fields on average, an enum and an id, and is a module.

pub mod hand;
pub mod spec;

use std::fmt;

/// How many endpoints a resource has.
pub const ENDPOINTS_PER_RESOURCE: usize = 5;

/// A file of a crate that is to be written: its path below the crate, and its text.
pub type File = (String, String);

/// A struct of a resource.
#[derive(Debug)]
pub struct Struct {
    /// Its name.
    pub name: &'static str,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field of a struct, a body or a query.
#[derive(Debug)]
pub struct Field {
    /// Its name, on the wire and in Rust.
    pub name: String,
    /// Its type.
    pub kind: Kind,
    /// Whether it may be absent.
    pub optional: bool,
}

/// The type of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// The id of a thing.
    Id,
    /// An integer from 1 to 1000.
    Count,
    /// An integer.
    Integer,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// A time.
    Time,
    /// One of the resource's enum.
    State,
    /// A list of texts.
    Texts,
    /// A map of texts.
    Labels,
    /// A struct of the resource.
    Struct(&'static str),
    /// A list of a struct of the resource.
    Structs(&'static str),
}

/// The kinds that fields take in turn, and which of them may be absent.
const CYCLE: [(Kind, bool); 10] = [
    (Kind::Text, false),
    (Kind::Text, true),
    (Kind::Count, true),
    (Kind::Flag, false),
    (Kind::Number, true),
    (Kind::State, true),
    (Kind::Texts, true),
    (Kind::Integer, false),
    (Kind::Time, true),
    (Kind::Labels, true),
];

/// The values of a resource's enum.
pub const STATES: [&str; 5] = ["waiting", "running", "paused", "finished", "failed"];

/// The names of the resources of an API with this many endpoints, which is rounded up to whole
/// resources.
#[must_use]
pub fn resources(endpoints: usize) -> Vec<String> {
    (0..endpoints.div_ceil(ENDPOINTS_PER_RESOURCE)).map(|n| format!("resource{n}")).collect()
}

/// The structs of a resource.
#[must_use]
pub fn structs() -> Vec<Struct> {
    let mut thing = vec![field("id", Kind::Id, false)];
    thing.extend(cycle(15));
    thing.push(field("detail", Kind::Struct("Detail"), false));
    thing.push(field("owner", Kind::Struct("Owner"), true));
    thing.push(field("history", Kind::Structs("Detail"), true));
    let page = vec![
        field("data", Kind::Structs("Thing"), false),
        field("has_more", Kind::Flag, false),
        field("next_page", Kind::Text, true),
        field("total", Kind::Integer, true),
    ];
    let deleted = vec![field("id", Kind::Id, false), field("deleted", Kind::Flag, false)];
    vec![
        Struct { name: "Thing", fields: thing },
        Struct { name: "Detail", fields: cycle(13) },
        Struct { name: "Owner", fields: cycle(12) },
        Struct { name: "Page", fields: page },
        Struct { name: "Deleted", fields: deleted },
    ]
}

/// The fields of the body that creates a thing.
#[must_use]
pub fn create_body() -> Vec<Field> {
    cycle(10)
}

/// The fields of the body that updates a thing: those of [`create_body`], all optional.
#[must_use]
pub fn update_body() -> Vec<Field> {
    cycle(10).into_iter().map(|field| Field { optional: true, ..field }).collect()
}

/// The query parameters of a list of things.
#[must_use]
pub fn list_query() -> Vec<Field> {
    vec![
        field("limit", Kind::Count, true),
        field("page", Kind::Text, true),
        field("state", Kind::State, true),
        field("archived", Kind::Flag, true),
    ]
}

fn cycle(count: usize) -> Vec<Field> {
    let kinds = CYCLE.iter().cycle().take(count).enumerate();
    kinds.map(|(n, &(kind, optional))| field(&format!("{kind}_{n}"), kind, optional)).collect()
}

fn field(name: &str, kind: Kind, optional: bool) -> Field {
    Field { name: name.to_owned(), kind, optional }
}

impl Field {
    /// What its documentation says.
    #[must_use]
    pub fn words(&self) -> String {
        format!("The {} of the thing, as the service keeps it.", self.name.replace('_', " "))
    }
}

/// The kind as part of a field's name.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Id => "id",
            Self::Count => "count",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Flag => "flag",
            Self::Time => "time",
            Self::State => "state",
            Self::Texts => "texts",
            Self::Labels => "labels",
            Self::Struct(_) => "struct",
            Self::Structs(_) => "structs",
        })
    }
}
