//! What a spec means: names resolved, types decided, constraints parsed, Rust names derived.
//!
//! The model holds facts about HTTP and schemas. It knows nothing of the syntax that said them, nor
//! of the Rust that will carry them, so that another way in (an OpenAPI document) or out (a mock)
//! needs no change here. It is complete: emitting it cannot fail.

pub mod name;

pub use name::Name;

/// An API.
#[derive(Debug, Default)]
pub struct Api {
    /// The client's name. `None` where the spec declares no `api`; then there is no client.
    pub name: Option<Name>,
    /// What the spec says of the API.
    pub docs: Vec<String>,
    /// Where it lives, the default first.
    pub servers: Vec<Server>,
    /// The bearer scheme, if there is one.
    pub auth: Option<Auth>,
    /// Where errors say what.
    pub envelope: Option<Envelope>,
    /// Everything that is documented as going wrong, over all operations.
    pub failures: Vec<Failure>,
    /// The types, by [`TypeId`].
    pub types: Vec<TypeDef>,
    /// The modules, by [`ModuleId`]; the first is the root.
    pub modules: Vec<Module>,
    /// The operations, by [`OperationId`].
    pub operations: Vec<Operation>,
    /// The Rust path of the runtime, where the spec names one.
    pub runtime_path: Option<String>,
}

/// A type's index in [`Api::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub usize);

/// A module's index in [`Api::modules`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ModuleId(pub usize);

/// An operation's index in [`Api::operations`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OperationId(pub usize);

/// The root module.
pub const ROOT: ModuleId = ModuleId(0);

/// A place where the API lives.
#[derive(Debug)]
pub struct Server {
    /// Its name, if it has one.
    pub name: Option<Name>,
    /// The base URL.
    pub url: String,
    /// What the spec says of it.
    pub docs: Vec<String>,
}

/// The bearer scheme.
#[derive(Debug)]
pub struct Auth {
    /// The environment variables that may hold the token; the first that is set wins.
    pub env: Vec<String>,
}

/// Where errors say what: keys from the outside in.
#[derive(Debug)]
pub struct Envelope {
    /// The type of the whole error body.
    pub ty: TypeId,
    /// The code.
    pub code: Vec<String>,
    /// The message.
    pub message: Vec<String>,
    /// The request id.
    pub request_id: Vec<String>,
}

/// A module of endpoints and types.
#[derive(Debug)]
pub struct Module {
    /// Its name; empty for the root.
    pub name: Name,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// The module it is in; `None` for the root.
    pub parent: Option<ModuleId>,
    /// The modules in it.
    pub children: Vec<ModuleId>,
    /// The types in it.
    pub types: Vec<TypeId>,
    /// The operations in it.
    pub operations: Vec<OperationId>,
}

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

/// Why not to use something.
#[derive(Debug, Clone, Default)]
pub struct Deprecated {
    /// Since when.
    pub since: Option<String>,
    /// What to use.
    pub note: Option<String>,
}

/// A field of a struct or of a request.
#[derive(Debug)]
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
    /// Its constraints as the spec writes them, for the docs.
    pub constraints: Vec<String>,
}

/// What a field holds.
#[derive(Debug)]
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
    /// A key of the body.
    Body,
    /// The whole body.
    Payload,
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

/// An endpoint.
#[derive(Debug)]
pub struct Operation {
    /// Its name in Rust, snake case.
    pub name: Name,
    /// The name of its request type, Pascal case.
    pub request: Name,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// Whether and why it is deprecated.
    pub deprecated: Option<Deprecated>,
    /// The module it is in.
    pub module: ModuleId,
    /// The HTTP method.
    pub method: Method,
    /// The path as the spec writes it, types left out.
    pub template: String,
    /// The path below the base URL.
    pub path: Vec<PathPart>,
    /// Path parameters, query, headers and body, in the spec's order.
    pub fields: Vec<Field>,
    /// Whether it has a body.
    pub body: Body,
    /// What success holds: the statuses in the spec's order, all with the same content.
    pub responses: Vec<StatusKind>,
    /// What each success holds; `None` for nothing.
    pub content: Option<Type>,
    /// What it declares as going wrong, API-wide cases left out.
    pub failures: Vec<DeclaredFailure>,
}

/// The body of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// None.
    Empty,
    /// A JSON object of the fields whose place is the body.
    Fields,
    /// The field whose place is the payload.
    Payload,
}

/// A piece of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathPart {
    /// Literal text.
    Text(String),
    /// A parameter: its index in [`Operation::fields`].
    Field(usize),
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its own name")]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
    Head,
    Options,
    Trace,
    Query,
}

impl Method {
    /// All methods.
    pub const ALL: [Self; 9] = [
        Self::Get,
        Self::Post,
        Self::Put,
        Self::Patch,
        Self::Delete,
        Self::Head,
        Self::Options,
        Self::Trace,
        Self::Query,
    ];

    /// Its name: `GET`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
        }
    }

    /// Whether it changes nothing (RFC 9110, section 9.2.1).
    #[must_use]
    pub fn is_safe(self) -> bool {
        matches!(
            self,
            Self::Get | Self::Head | Self::Options | Self::Trace | Self::Query
        )
    }

    /// Whether doing it twice is doing it once (RFC 9110, section 9.2.2).
    #[must_use]
    pub fn is_idempotent(self) -> bool {
        self.is_safe() || matches!(self, Self::Put | Self::Delete)
    }

    /// Whether a request with it has a body by its semantics (RFC 9110, section 9.3).
    #[must_use]
    pub fn takes_body(self) -> bool {
        !matches!(self, Self::Get | Self::Head | Self::Trace)
    }
}

/// Which statuses a case stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusKind {
    /// One.
    Code(u16),
    /// All with this first digit.
    Class(u8),
    /// All.
    Any,
}

impl std::fmt::Display for StatusKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Class(class) => write!(f, "{class}xx"),
            Self::Any => f.write_str("_"),
        }
    }
}

/// One thing that is documented as going wrong, anywhere in the API.
#[derive(Debug)]
pub struct Failure {
    /// Its name: on the wire the code, where there is one.
    pub name: Name,
    /// Whether `name.wire` is a code in the envelope.
    pub has_code: bool,
    /// The statuses it comes with.
    pub statuses: Vec<StatusKind>,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// What its body holds; `None` for JSON of any shape.
    pub payload: Option<Type>,
    /// Whether the `api` block declares it for every operation.
    pub everywhere: bool,
}

/// A failure that an operation declares.
#[derive(Debug)]
pub struct DeclaredFailure {
    /// Its index in [`Api::failures`].
    pub failure: usize,
    /// The status.
    pub status: StatusKind,
    /// What the page says of it.
    pub docs: Vec<String>,
}

impl Api {
    /// The names of the modules from the root to `module`.
    #[must_use]
    pub fn module_path(&self, module: ModuleId) -> Vec<&Name> {
        let mut path = Vec::new();
        let mut next = Some(module);
        while let Some(current) = next.and_then(|id| self.modules.get(id.0)) {
            if current.parent.is_some() {
                path.push(&current.name);
            }
            next = current.parent;
        }
        path.reverse();
        path
    }

    /// Whether the spec deprecates a type, a field or a value.
    #[must_use]
    pub fn has_deprecations(&self) -> bool {
        let in_fields = |fields: &[Field]| fields.iter().any(|field| field.deprecated.is_some());
        self.operations
            .iter()
            .any(|operation| in_fields(&operation.fields))
            || self.types.iter().any(|def| {
                def.deprecated.is_some()
                    || match &def.shape {
                        Shape::Struct { fields, .. } => in_fields(fields),
                        Shape::Enum { values, .. } => {
                            values.iter().any(|value| value.deprecated.is_some())
                        }
                        Shape::Newtype(_) => false,
                    }
            })
    }
}
