//! Types as they are declared: what they are, and what they hold.

use super::{Comparison, ModuleId, Name, RustPath, Type};

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
    /// The parameters of a generic struct or union.
    pub params: Vec<Name>,
    /// Whether a request can hold it.
    pub is_input: bool,
    /// What it is.
    pub shape: Shape,
}

impl TypeDef {
    /// A type that the spec describes where it is used, and does not name.
    #[must_use]
    pub fn made(name: Name, docs: String, module: ModuleId, shape: Shape) -> Self {
        Self {
            name,
            docs: vec![docs],
            deprecated: None,
            module,
            params: Vec::new(),
            is_input: false,
            shape,
        }
    }
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
        /// All other keys, where they have a type: a map.
        rest: Option<Box<Field>>,
        /// How its fields must compare before they are sent.
        comparisons: Vec<Comparison>,
    },
    /// An exclusive group: fields of which one group is there, beside those of another object.
    Choice(Vec<Group>),
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
    /// One of several responses.
    Outcome(Vec<Variant>),
    /// A type of the user's own.
    Extern(Extern),
    /// A scalar that is a type of its own.
    Newtype(Type),
}

/// Which way a field goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Access {
    /// Requests and responses have it.
    #[default]
    Both,
    /// Only responses have it.
    ReadOnly,
    /// Only requests have it.
    WriteOnly,
    /// Only requests have it, and they always do; in a response it is absent.
    WriteRequired,
}

/// One group of fields of an exclusive group.
#[derive(Debug)]
pub struct Group {
    /// The name of its variant.
    pub name: Name,
    /// Its fields.
    pub fields: Vec<Field>,
}

impl Group {
    /// Whether a value of it need not hold another of the same choice.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        self.fields.iter().all(|field| {
            let boxed = matches!(field.content, FieldContent::Value { boxed: true, .. });
            !boxed || field.presence != Presence::Required
        })
    }
}

impl Shape {
    /// A struct of these fields and nothing else that could be said of one.
    #[must_use]
    pub fn of_fields(fields: Vec<Field>, closed: bool) -> Self {
        Self::Struct { fields, closed, rest: None, comparisons: Vec::new() }
    }

    /// The fields of a struct, or of all groups of a choice.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        let (fields, groups) = match self {
            Self::Struct { fields, .. } => (fields.as_slice(), &[][..]),
            Self::Choice(groups) => (&[][..], groups.as_slice()),
            _ => (&[][..], &[][..]),
        };
        let rest = match self {
            Self::Struct { rest, .. } => rest.as_deref(),
            _ => None,
        };
        fields.iter().chain(groups.iter().flat_map(|group| &group.fields)).chain(rest)
    }

    /// The same, to be changed.
    pub fn fields_mut(&mut self) -> impl Iterator<Item = &mut Field> {
        let (fields, groups, rest) = match self {
            Self::Struct { fields, rest, .. } => {
                (fields.as_mut_slice(), &mut [][..], rest.as_deref_mut())
            }
            Self::Choice(groups) => (&mut [][..], groups.as_mut_slice(), None),
            _ => (&mut [][..], &mut [][..], None),
        };
        let in_groups = groups.iter_mut().flat_map(|group| &mut group.fields);
        fields.iter_mut().chain(in_groups).chain(rest)
    }
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
#[derive(Debug, Clone)]
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
    /// Where it is.
    pub path: RustPath,
}

/// Why not to use something.
#[derive(Debug, Clone, Default)]
pub struct Deprecated {
    /// Since when.
    pub since: Option<String>,
    /// What to use.
    pub note: Option<String>,
}

impl Union {
    /// The union with `args` for the parameters in it.
    #[must_use]
    pub fn substitute(&self, args: &[Type]) -> Self {
        let variants = self.variants.iter().map(|variant| {
            let payload = variant.payload.as_ref().map(|ty| ty.substitute(args));
            Variant { payload, ..variant.clone() }
        });
        let shared = self.shared.iter().map(|field| field.substitute(args));
        Self { tag: self.tag.clone(), variants: variants.collect(), shared: shared.collect() }
    }
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
    /// Which way it goes.
    pub access: Access,
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

impl Presence {
    /// Whether the field is always there, if only as null.
    #[must_use]
    pub fn is_always(self) -> bool {
        matches!(self, Self::Required | Self::Nullable)
    }
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

impl Field {
    /// The type of what the field holds, unless that is always the same.
    #[must_use]
    pub fn value_type(&self) -> Option<&Type> {
        match &self.content {
            FieldContent::Value { ty, .. } => Some(ty),
            FieldContent::Constant(_) => None,
        }
    }

    /// Whether who makes the value that holds the field must say what is in it.
    #[must_use]
    pub fn is_argument(&self) -> bool {
        self.presence.is_always() && self.value_type().is_some()
    }

    /// The field with `args` for the parameters in it.
    #[must_use]
    pub fn substitute(&self, args: &[Type]) -> Self {
        let mut field = self.clone();
        if let FieldContent::Value { ty, .. } = &mut field.content {
            *ty = ty.substitute(args);
            if ty.nullable && field.presence == Presence::Required {
                field.presence = Presence::Nullable;
            }
        }
        field
    }
}
