//! Types: what they are, what they hold, and what must hold of them.

use super::{ModuleId, Name, TypeId};

/// A type with a name.
#[derive(Debug)]
pub struct TypeDef {
    /// Its name.
    pub name: Name,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// Whether and why it is deprecated.
    pub deprecated: Option<Deprecated>,
    /// The module it is in.
    pub module: ModuleId,
    /// Whether a request can hold it.
    pub is_input: bool,
    /// What it is.
    pub shape: Shape,
}

/// What a named type is.
#[derive(Debug)]
pub enum Shape {
    /// An object.
    Struct {
        /// Its fields.
        fields: Vec<Field>,
        /// Whether it has no other fields.
        closed: bool,
    },
    /// A set of texts.
    Enum {
        /// The values.
        values: Vec<EnumValue>,
        /// Whether there will never be others.
        closed: bool,
    },
    /// A set of integers.
    IntegerEnum {
        /// The values.
        values: Vec<IntegerValue>,
        /// Whether there will never be others.
        closed: bool,
    },
    /// One of several types.
    Union(Union),
    /// A type of the user's own.
    Extern(Extern),
    /// A scalar that is a type of its own.
    Newtype(Type),
}

/// One value of an enum.
#[derive(Debug)]
pub struct EnumValue {
    /// Its name.
    pub name: Name,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// Whether and why it is deprecated.
    pub deprecated: Option<Deprecated>,
}

/// One value of an enum of integers.
#[derive(Debug)]
pub struct IntegerValue {
    /// The integer.
    pub number: i64,
    /// Its name and docs.
    pub value: EnumValue,
}

/// One of several types.
#[derive(Debug, Default)]
pub struct Union {
    /// The key of the object whose value, the tag, names the variant. `None` where the shape of the
    /// JSON tells the variants apart.
    pub tag: Option<String>,
    /// The variants.
    pub variants: Vec<Variant>,
    /// The fields that every variant has.
    pub shared: Vec<Field>,
}

/// One of the types that a union may be.
#[derive(Debug)]
pub struct Variant {
    /// Its name: the tag, where there is one.
    pub name: Name,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// Whether and why it is deprecated.
    pub deprecated: Option<Deprecated>,
    /// What it holds, if anything: a struct, where there is a tag.
    pub payload: Option<Type>,
    /// Whether that must be boxed, because it holds the union.
    pub boxed: bool,
}

/// A type of the user's own.
#[derive(Debug)]
pub struct Extern {
    /// What it is on the wire.
    pub wire: Type,
    /// Whether its path starts with `::`.
    pub global: bool,
    /// The names of its path.
    pub path: Vec<Name>,
}

/// Why not to use something.
#[derive(Debug, Clone, Default)]
pub struct Deprecated {
    /// Since when.
    pub since: Option<String>,
    /// What to use.
    pub note: Option<String>,
}

/// A field of a struct or of a request.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub name: Name,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// Whether and why it is deprecated.
    pub deprecated: Option<Deprecated>,
    /// Whether the key may be absent and the value null.
    pub presence: Presence,
    /// What it holds.
    pub content: FieldContent,
    /// What the server assumes when it is absent, as the spec writes it.
    pub default: Option<String>,
    /// Whether it must never be shown.
    pub sensitive: bool,
    /// Where in a request it goes.
    pub place: Place,
    /// How a list or an object is written in a query or a form.
    pub style: Style,
    /// Its constraints as the spec writes them, for the docs.
    pub constraints: Vec<String>,
}

/// What a field holds.
#[derive(Debug, Clone)]
pub enum FieldContent {
    /// A value.
    Value {
        /// Its type.
        ty: Type,
        /// Whether it must be boxed, because the type holds itself.
        boxed: bool,
    },
    /// Always the same value.
    Constant(Constant),
}

/// A value that the spec fixes.
#[derive(Debug, Clone, PartialEq)]
pub enum Constant {
    /// Text.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A number.
    Float(f64),
    /// `true` or `false`
    Bool(bool),
}

/// Whether a key may be absent and its value null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Always there, never null.
    Required,
    /// May be absent.
    Optional,
    /// May be null.
    Nullable,
    /// May be either.
    OptionalNullable,
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
    /// A header of a response.
    ResponseHeader,
    /// A key of a JSON body, or of any other object.
    Body,
    /// A name of a form.
    Form,
    /// A part of a body of several.
    Part,
    /// The whole body.
    Payload,
}

impl Place {
    /// Whether it is one of several fields of the body.
    #[must_use]
    pub fn is_in_body(self) -> bool {
        matches!(self, Self::Body | Self::Form | Self::Part)
    }
}

/// How a list or an object is written in a query or a form: the styles of OpenAPI 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// A list as one pair for each value.
    #[default]
    Form,
    /// A list as one value, with `|` between its values.
    Pipe,
    /// The same with spaces.
    Space,
    /// The same with commas.
    Comma,
    /// An object as one pair for each value in it: `filter[a]=1`.
    Deep,
}

/// A type where it is used, with what must hold of its values.
#[derive(Debug, Clone)]
pub struct Type {
    /// The type.
    pub kind: TypeKind,
    /// Whether the value may be null. For a field's own type its [`Presence`] says it.
    pub nullable: bool,
    /// What must hold before it is sent, that of a newtype included.
    pub checks: Vec<Check>,
}

/// The kinds of types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeKind {
    /// `true` or `false`
    Bool,
    /// An integer.
    Integer(Integer),
    /// A number; 32 or 64 bits.
    Float(u8),
    /// Text.
    Text,
    /// JSON of any shape.
    Json,
    /// An RFC 3339 date and time.
    DateTime,
    /// Bytes, as they are in a body.
    Bytes,
    /// A file to upload.
    File,
    /// A list.
    List(Box<Type>),
    /// A map.
    Map(Box<Type>, Box<Type>),
    /// A type of the spec.
    Named(TypeId),
}

impl PartialEq for Type {
    /// Whether Rust has one type for both: constraints do not count.
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.nullable == other.nullable
    }
}

impl Eq for Type {}

impl Check {
    /// Whether a number keeps a `Float` check; other checks do not concern it.
    #[must_use]
    pub fn allows_float(&self, value: f64) -> bool {
        let Self::Float { min, max, open } = self else {
            return true;
        };
        min.is_none_or(|min| value >= min)
            && max.is_none_or(|max| value < max || (!open && value <= max))
    }
}

/// An integer type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Integer {
    /// Whether it has negative values.
    pub signed: bool,
    /// 8, 16, 32 or 64.
    pub bits: u8,
}

impl Integer {
    /// The least and the greatest value.
    #[must_use]
    pub fn range(self) -> (i128, i128) {
        if self.signed {
            (-(1i128 << (self.bits - 1)), (1i128 << (self.bits - 1)) - 1)
        } else {
            (0, (1i128 << self.bits) - 1)
        }
    }

    /// Its name: `u32`.
    #[must_use]
    pub fn name(self) -> String {
        format!("{}{}", if self.signed { 'i' } else { 'u' }, self.bits)
    }
}

/// What must hold before a value is sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Check {
    /// An integer in `min..=max`.
    Integer {
        /// The least.
        min: i128,
        /// The greatest.
        max: i128,
    },
    /// A number from `min` to `max`.
    Float {
        /// The least, if there is one.
        min: Option<f64>,
        /// The greatest, if there is one.
        max: Option<f64>,
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
    /// The number of elements of a list or map.
    Count {
        /// The least.
        min: u64,
        /// The greatest.
        max: u64,
    },
    /// A text starts with this.
    Prefix(String),
    /// A text matches this regular expression.
    Pattern(String),
    /// Each element of a list, each value of a map.
    Each(Vec<Check>),
    /// Each key of a map.
    Keys(Vec<Check>),
    /// An RFC 3339 date and time.
    DateTime,
}
