//! The static tables that describe a type: what the generated code says about its fields.

use regex_lite::Regex;

/// The table of a struct or of a request.
#[derive(Debug)]
pub struct Schema {
    /// The Rust name of the type, for `Debug`.
    pub name: &'static str,
    /// Its fields, in the order of the spec and of [`Object::fields`](crate::value::Object::fields).
    pub fields: &'static [Field],
    /// What it always says. It has no fields for that.
    pub constants: &'static [FixedField],
    /// Whether the spec declares keys that the table does not know: they are no drift.
    pub is_open: bool,
    /// Where in a request these keys go.
    pub rest_place: Place,
    /// What must hold of these keys and their values before they are sent.
    pub rest_checks: &'static [Check],
    /// How its fields must compare before they are sent.
    pub comparisons: &'static [Comparison],
}

/// Two fields of one table that must compare in some way, where both are there.
#[derive(Debug, Clone, Copy)]
pub struct Comparison {
    /// The index of the field on the left.
    pub left: usize,
    /// How it must compare.
    pub compare: Compare,
    /// The index of the field on the right.
    pub right: usize,
}

/// How two values must compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its own name")]
pub enum Compare {
    Less,
    AtMost,
    Greater,
    AtLeast,
    Equal,
    NotEqual,
}

/// A key of a [`Schema`] whose value the spec fixes: always written, read leniently.
#[derive(Debug, Clone, Copy)]
pub struct FixedField {
    /// The name on the wire.
    pub wire: &'static str,
    /// The value.
    pub value: Constant,
    /// Where in a request it goes.
    pub place: Place,
}

/// One field of a [`Schema`]. Made by [`required`](Self::required), [`optional`](Self::optional),
/// [`nullable`](Self::nullable) or [`patch`](Self::patch) and refined by the methods that follow.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The name on the wire.
    pub wire: &'static str,
    /// The name in Rust, for `Debug` and for paths of violations.
    pub rust: &'static str,
    /// Whether the key may be absent and the value null.
    pub presence: Presence,
    /// Where in a request it goes.
    pub place: Place,
    /// How a list or an object is written in a query or a form.
    pub style: Style,
    /// Whether the value must never be shown.
    pub sensitive: bool,
    /// What must hold before it is sent.
    pub checks: &'static [Check],
    /// Whether a request leaves it out, though a response may have it.
    pub read_only: bool,
    /// For an exclusive group, whose fields stand in the same object: the tables of the groups.
    pub groups: Option<Groups>,
}

/// The tables of the groups of which one is chosen.
pub type Groups = fn() -> &'static [&'static Schema];

/// Whether a key may be absent and its value null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// `name: T`
    Required,
    /// `name?: T`, an `Option<T>`
    Optional,
    /// `name: T | null`, an `Option<T>`
    Nullable,
    /// `name?: T | null`, a `Patch<T>`
    Patch,
}

/// A value that the spec fixes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Constant {
    /// Text.
    Text(&'static str),
    /// An integer.
    Integer(i64),
    /// A number.
    Float(f64),
    /// `true` or `false`
    Bool(bool),
}

/// Where a field of a request goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A segment of the path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
    /// A key of the body.
    Body,
    /// The whole body.
    Payload,
}

/// How a list or an object is written in a query or a form: the styles of OpenAPI 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A list as one pair for each value: `ids=a&ids=b`.
    Form,
    /// A list as one value: `ids=a|b`.
    Pipe,
    /// The same with spaces.
    Space,
    /// The same with commas.
    Comma,
    /// An object as one pair for each value in it: `filter[a]=1&filter[b][c]=2`.
    Deep,
}

/// What must hold before a value is sent.
#[derive(Debug)]
pub enum Check {
    /// An integer in `min..=max`.
    Integer {
        /// The least.
        min: i128,
        /// The greatest.
        max: i128,
    },
    /// A number in `min..=max`, or in `min..max` where `open`.
    Float {
        /// The least.
        min: f64,
        /// The greatest.
        max: f64,
        /// Whether `max` itself is out of range.
        open: bool,
    },
    /// The length of a text in characters.
    Length {
        /// The least.
        min: u64,
        /// The greatest.
        max: u64,
    },
    /// The number of elements of a list or of entries of a map.
    Count {
        /// The least.
        min: u64,
        /// The greatest.
        max: u64,
    },
    /// A text starts with this.
    Prefix(&'static str),
    /// A text matches this.
    Pattern(&'static Pattern),
    /// Each element of a list, each value of a map.
    Each(&'static [Check]),
    /// Each key of a map.
    Keys(&'static [Check]),
    /// The elements of a tuple, one by one.
    Elements(&'static [&'static [Check]]),
    /// An integer is a multiple of this.
    MultipleOf(i128),
    /// A number is a multiple of this, as near as numbers come.
    Step(f64),
    /// No two elements of a list are the same.
    Unique,
    /// A text has a form.
    Format(Format),
}

/// The form of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// An RFC 3339 date and time.
    DateTime,
    /// An RFC 3339 date.
    Date,
    /// An RFC 3339 time of day.
    Time,
    /// An ISO 8601 duration.
    Duration,
    /// An RFC 9562 UUID.
    Uuid,
    /// A decimal number.
    Decimal,
    /// An absolute RFC 3986 URI.
    Url,
    /// RFC 4648 base64.
    Base64,
}

/// A regular expression that is compiled at its first use.
#[derive(Debug)]
pub struct Pattern {
    /// Its text.
    pub text: &'static str,
    compiled: std::sync::OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern in the syntax of [`regex_lite`]; the generator has checked that it compiles.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text, compiled: std::sync::OnceLock::new() }
    }

    /// Whether `text` matches.
    pub fn is_match(&self, text: &str) -> bool {
        self.compiled
            .get_or_init(|| Regex::new(self.text).ok())
            .as_ref()
            .is_none_or(|regex| regex.is_match(text))
    }
}

impl Schema {
    /// A table without constants.
    #[must_use]
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self {
            name,
            fields,
            constants: &[],
            is_open: false,
            rest_place: Place::Body,
            rest_checks: &[],
            comparisons: &[],
        }
    }

    /// Says what it always says.
    #[must_use]
    pub const fn constants(self, constants: &'static [FixedField]) -> Self {
        Self { constants, ..self }
    }

    /// Says that there may be keys that the table does not know, where they go, and what must hold of
    /// them.
    #[must_use]
    pub const fn rest(self, place: Place, checks: &'static [Check]) -> Self {
        Self { is_open: true, rest_place: place, rest_checks: checks, ..self }
    }

    /// Says how its fields must compare.
    #[must_use]
    pub const fn comparisons(self, comparisons: &'static [Comparison]) -> Self {
        Self { comparisons, ..self }
    }

    /// Whether a field or a constant has this name on the wire.
    pub(crate) fn knows(&self, key: &str) -> bool {
        self.fields.iter().any(|field| field.wire == key && field.groups.is_none())
            || self.constants.iter().any(|constant| constant.wire == key)
    }
}

impl FixedField {
    /// `name: "value"`
    #[must_use]
    pub const fn new(wire: &'static str, value: Constant) -> Self {
        Self { wire, value, place: Place::Body }
    }

    /// Says where in the request it goes; into the body by default.
    #[must_use]
    pub const fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }
}

impl Field {
    const fn new(wire: &'static str, rust: &'static str, presence: Presence) -> Self {
        Self {
            wire,
            rust,
            presence,
            place: Place::Body,
            style: Style::Form,
            sensitive: false,
            checks: &[],
            read_only: false,
            groups: None,
        }
    }

    /// `name: T`
    #[must_use]
    pub const fn required(wire: &'static str, rust: &'static str) -> Self {
        Self::new(wire, rust, Presence::Required)
    }

    /// `name?: T`
    #[must_use]
    pub const fn optional(wire: &'static str, rust: &'static str) -> Self {
        Self::new(wire, rust, Presence::Optional)
    }

    /// `name: T | null`
    #[must_use]
    pub const fn nullable(wire: &'static str, rust: &'static str) -> Self {
        Self::new(wire, rust, Presence::Nullable)
    }

    /// `name?: T | null`
    #[must_use]
    pub const fn patch(wire: &'static str, rust: &'static str) -> Self {
        Self::new(wire, rust, Presence::Patch)
    }

    /// Says where in the request it goes; a body field by default.
    #[must_use]
    pub const fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Says how it is written in a query or a form; one pair for each value by default.
    #[must_use]
    pub const fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// Marks it as never to be shown.
    #[must_use]
    pub const fn sensitive(self) -> Self {
        Self { sensitive: true, ..self }
    }

    /// Leaves it out of requests.
    #[must_use]
    pub const fn read_only(self) -> Self {
        Self { read_only: true, ..self }
    }

    /// Makes it a choice between groups of fields of the same object.
    #[must_use]
    pub const fn groups(self, groups: Groups) -> Self {
        Self { groups: Some(groups), ..self }
    }

    /// Says what must hold before it is sent.
    #[must_use]
    pub const fn checks(self, checks: &'static [Check]) -> Self {
        Self { checks, ..self }
    }
}
