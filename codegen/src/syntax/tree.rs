//! The tree as written: names unresolved, defaults unapplied, every node with its place.
//!
//! A tree may be partial: what could not be parsed has been reported and left out.

mod access;
mod attr;
mod body;
mod json;
mod ty;

use crate::source::Span;
use crate::vocabulary::Keyword;

pub use access::{Auth, Env, Need, Scheme, SchemeKind, Server, Use};
pub use attr::{Attr, AttrArg, AttrValue, Meta};
pub use body::{Body, Encoding, EncodingKind, Payload};
pub use json::{Json, JsonKind};
pub use ty::{Literal, LiteralKind, Set, SetKind, Type, TypeKind, Value, ValueKind};

/// One spec: the items of its root file or of the macro's body. Files pulled in by `mod x;` hang
/// below their [`Mod`].
#[derive(Debug, Default)]
pub struct Document {
    /// The lines of `//!` at the top.
    pub docs: Vec<String>,
    /// Inner attributes, such as `#![callsheet(crate = ::path)]`.
    pub attrs: Vec<Attr>,
    /// The items in the order they are written.
    pub items: Vec<Item>,
    /// What alone is to be emitted. `None` for all.
    pub only: Option<Only>,
    /// The words of the language in it, and what stands where there should be one.
    pub keywords: Vec<Keyword>,
    /// The names of types that have been reported and left out.
    pub lost: Vec<String>,
    /// Whether a type, or something of one, has been reported and left out.
    pub types_incomplete: bool,
}

/// `only = [sessions, files.upload]`
#[derive(Debug)]
pub struct Only {
    /// The names of modules and endpoints.
    pub names: Vec<Word>,
    /// The list.
    pub span: Span,
}

/// An item of a file, of a macro body or of a `mod`.
#[derive(Debug)]
pub enum Item {
    /// `api Name { ... }`
    Api(Api),
    /// `extend path::To::Client;`
    Extend(Extend),
    /// `mod name { ... }` or `mod name;`
    Mod(Mod),
    /// `struct Name { ... }` or `struct Name(Type);`
    Struct(Struct),
    /// `enum Name { a, b }`
    Enum(Enum),
    /// `extern type Name: Wire = path::Type;`
    Extern(Extern),
    /// `METHOD /path as name { ... }`
    Endpoint(Endpoint),
    /// `webhook name { ... }`
    Webhook(Webhook),
}

/// A name or value as written, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The text, without quotes.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// `api Name { ... }`
#[derive(Debug)]
pub struct Api {
    /// Docs and attributes.
    pub meta: Meta,
    /// The client's name.
    pub name: Word,
    /// `server "..." ...`
    pub servers: Vec<Server>,
    /// `auth bearer = env("X")`
    pub auths: Vec<Auth>,
    /// `auth a | b`
    pub needs: Vec<Need>,
    /// `errors { ... }` that every operation declares.
    pub errors: Vec<Case>,
    /// The `query`, `header` and `cookie` sections that every operation has.
    pub params: Vec<Section>,
    /// Whether a server has been reported and left out.
    pub lost_server: bool,
    /// Whether an auth scheme has been reported and left out.
    pub lost_scheme: bool,
}

/// `extend path::To::Client;`
#[derive(Debug)]
pub struct Extend {
    /// Docs and attributes.
    pub meta: Meta,
    /// The keyword.
    pub span: Span,
    /// The client in Rust.
    pub path: RustPath,
}

/// `mod name { ... }`, or `mod name;` with the file's items already read into it.
#[derive(Debug)]
pub struct Mod {
    /// Docs and attributes; for a file, its own inner docs and attributes come after them.
    pub meta: Meta,
    /// The module's name.
    pub name: Word,
    /// The items.
    pub items: Vec<Item>,
}

/// `struct Name { fields }` or `struct Name(Type);`
#[derive(Debug)]
pub struct Struct {
    /// Docs and attributes.
    pub meta: Meta,
    /// The type's name.
    pub name: Word,
    /// Its parameters: `<T, U>`.
    pub params: Vec<Word>,
    /// What is in it.
    pub body: StructBody,
}

/// The two forms of a struct.
#[derive(Debug)]
pub enum StructBody {
    /// `{ fields }`
    Fields(Vec<Member>),
    /// `(Type);`
    Newtype(Type),
}

/// `enum Name { a, "b c" as BC }`, `enum Name tag key { ... }`
#[derive(Debug)]
pub struct Enum {
    /// Docs and attributes.
    pub meta: Meta,
    /// The type's name.
    pub name: Word,
    /// The parameters of a generic union.
    pub params: Vec<Word>,
    /// The key that tells the variants of a union apart.
    pub tag: Option<Word>,
    /// `..Base`: the structs whose fields every variant has.
    pub bases: Vec<Type>,
    /// The values or variants.
    pub variants: Vec<Variant>,
}

impl Enum {
    /// Whether it is a union: it has a tag, or something in it holds something.
    pub fn is_union(&self) -> bool {
        self.tag.is_some()
            || !self.bases.is_empty()
            || self.variants.iter().any(|variant| !matches!(variant.body, VariantBody::Bare))
    }
}

/// One value or variant of an enum.
#[derive(Debug)]
pub struct Variant {
    /// Docs and attributes.
    pub meta: Meta,
    /// Its name on the wire and in Rust.
    pub name: Name,
    /// The value of an integer enum.
    pub integer: Option<i64>,
    /// What it holds.
    pub body: VariantBody,
}

/// The forms of a variant.
#[derive(Debug)]
pub enum VariantBody {
    /// `name`
    Bare,
    /// `name { fields }`
    Fields(Vec<Member>),
    /// `Name(Type)`
    Type(Type),
}

/// `extern type Name: Wire = path::Type;`
#[derive(Debug)]
pub struct Extern {
    /// Docs and attributes.
    pub meta: Meta,
    /// The type's name.
    pub name: Word,
    /// What it is on the wire.
    pub wire: Type,
    /// The type in Rust.
    pub path: RustPath,
}

/// `crate::money::Money`, `::bigdecimal::BigDecimal`, `qoder::Agent`
#[derive(Debug, Clone)]
pub struct RustPath {
    /// Whether it starts with `::`.
    pub global: bool,
    /// The names between the `::`.
    pub segments: Vec<Word>,
    /// The whole path.
    pub span: Span,
}

/// `POST /v1/sessions as create { sections }`
#[derive(Debug)]
pub struct Endpoint {
    /// Docs and attributes.
    pub meta: Meta,
    /// The method, upper case.
    pub method: Word,
    /// The path.
    pub path: Path,
    /// The name after `as`.
    pub name: Word,
    /// The sections in the order they are written.
    pub sections: Vec<Section>,
    /// Whether a section has been reported and left out.
    pub incomplete: bool,
}

/// `webhook order_paid { sections }`
#[derive(Debug)]
pub struct Webhook {
    /// Docs and attributes.
    pub meta: Meta,
    /// The name.
    pub name: Word,
    /// The sections in the order they are written.
    pub sections: Vec<Section>,
    /// Whether a section has been reported and left out.
    pub incomplete: bool,
}

/// A path, from its first `/` or its string literal.
#[derive(Debug)]
pub struct Path {
    /// Literal text and parameters in turn.
    pub parts: Vec<PathPart>,
    /// The whole path.
    pub span: Span,
}

/// A piece of a path.
#[derive(Debug)]
pub enum PathPart {
    /// Literal text, slashes included.
    Text(String),
    /// `{name: Type}`
    Param(Box<Field>),
}

/// A section of an endpoint.
#[derive(Debug)]
pub enum Section {
    /// `query { ... }`
    Query(Block),
    /// `header { ... }`
    Header(Block),
    /// `cookie { ... }`
    Cookie(Block),
    /// `body { ... }` or `body Type`
    Body(Body),
    /// `-> 201 Type`
    Response(Response),
    /// `errors { ... }`
    Errors(Vec<Case>),
    /// `example { ... } -> 201 { ... }`
    Example(Example),
    /// `auth a | b`
    Auth(Need),
    /// `server "https://..."`
    Server(Server),
}

/// A keyword and its fields.
#[derive(Debug)]
pub struct Block {
    /// Docs and attributes.
    pub meta: Meta,
    /// The keyword.
    pub span: Span,
    /// The fields.
    pub fields: Vec<Member>,
}

/// `-> 201 Type` or `-> 200 bytes "text/csv" header { ... }`
#[derive(Debug)]
pub struct Response {
    /// Docs and attributes.
    pub meta: Meta,
    /// The status.
    pub status: Status,
    /// Whether it is a stream, and of what.
    pub stream: Option<Streaming>,
    /// How it is written, where the page says it.
    pub encoding: Option<Encoding>,
    /// What it holds.
    pub payload: Option<Payload>,
    /// The headers that come with it.
    pub headers: Option<Block>,
}

/// The encodings of responses that come bit by bit.
#[derive(Debug, Clone)]
pub struct Streaming {
    /// Which one.
    pub kind: StreamKind,
    /// Its media type, where the page gives it another.
    pub media: Option<Word>,
    /// The keyword.
    pub span: Span,
}

/// What a stream is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamKind {
    /// `sse`
    Events,
    /// `ndjson`
    Lines,
}

/// A status of a response or an error case.
#[derive(Debug, Clone, Copy)]
pub struct Status {
    /// Which statuses it stands for.
    pub kind: StatusKind,
    /// Where it stands.
    pub span: Span,
}

/// Which statuses a case stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusKind {
    /// `404`
    Code(u16),
    /// `4xx`: the first digit.
    Class(u8),
    /// `_`
    Any,
}

impl StatusKind {
    /// Reads `404`, `4xx` or `_`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let class = text.strip_suffix("xx").and_then(|digit| digit.parse::<u8>().ok());
        match (text, class, text.parse::<u16>()) {
            ("_", ..) => Some(Self::Any),
            (_, Some(class @ 1..=5), _) => Some(Self::Class(class)),
            (_, _, Ok(code @ 100..=599)) => Some(Self::Code(code)),
            _ => None,
        }
    }
}

/// `404 not_found_error: Payload`
#[derive(Debug)]
pub struct Case {
    /// Docs and attributes.
    pub meta: Meta,
    /// The status.
    pub status: Status,
    /// The code in the envelope.
    pub code: Option<Name>,
    /// A payload of its own.
    pub payload: Option<Type>,
}

/// `example { request } -> 201 { response }`
#[derive(Debug)]
pub struct Example {
    /// Docs and attributes.
    pub meta: Meta,
    /// The keyword.
    pub span: Span,
    /// The request's body.
    pub request: Option<Json>,
    /// The response's status and body.
    pub response: Option<(Status, Json)>,
}

/// What stands in a block of fields.
#[derive(Debug)]
pub enum Member {
    /// `name?: Type = default`
    Field(Field),
    /// `..Type`
    Include(Include),
    /// `( a: A | b: B ) as name`
    Choice(Choice),
}

/// `..Type`: the fields of another struct, or all other keys.
#[derive(Debug)]
pub struct Include {
    /// Docs and attributes.
    pub meta: Meta,
    /// The type.
    pub ty: Type,
    /// The dots and the type.
    pub span: Span,
}

/// `( a: A, b: B | c: C ) as name?`
#[derive(Debug)]
pub struct Choice {
    /// Docs and attributes.
    pub meta: Meta,
    /// The fields of each group.
    pub groups: Vec<Vec<Field>>,
    /// The name after `as`.
    pub name: Word,
    /// The `?` after the name.
    pub optional: Option<Span>,
    /// The parenthesis.
    pub span: Span,
}

/// `name?: Type = default`
#[derive(Debug)]
pub struct Field {
    /// Docs and attributes.
    pub meta: Meta,
    /// Its name on the wire and in Rust.
    pub name: Name,
    /// The `?` after the name.
    pub optional: Option<Span>,
    /// Its type.
    pub ty: Type,
    /// What the server assumes when it is absent.
    pub default: Option<Value>,
}

/// `wire` or `wire as rust`.
#[derive(Debug, Clone)]
pub struct Name {
    /// As it goes on the wire.
    pub wire: Word,
    /// As Rust is to call it.
    pub rust: Option<Word>,
}
