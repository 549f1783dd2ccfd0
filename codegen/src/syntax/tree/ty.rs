//! Types, what bounds them, and values.

use super::{RustPath, Word};
use crate::source::Span;

/// `Atom in set in set | null`
#[derive(Debug, Clone)]
pub struct Type {
    /// The type itself.
    pub kind: TypeKind,
    /// Its constraints.
    pub sets: Vec<Set>,
    /// The `null` of `| null`.
    pub nullable: Option<Span>,
    /// The whole type.
    pub span: Span,
}

/// The forms of a type.
#[derive(Debug, Clone)]
pub enum TypeKind {
    /// `Name` or `Name<A, B>`
    Named {
        /// The name.
        name: Word,
        /// What is in the angle brackets.
        args: Vec<Type>,
    },
    /// `path::Type` or `path::Type<A, B>`
    Path {
        /// The path.
        path: RustPath,
        /// What is in the angle brackets.
        args: Vec<Type>,
    },
    /// `[T]`
    List(Box<Type>),
    /// `(A, B)`
    Tuple(Vec<Type>),
    /// `"session"`, `5`, `true`
    Literal(Literal),
}

/// `in 1..=64` or `in "^agent_"`
#[derive(Debug, Clone)]
pub struct Set {
    /// The set.
    pub kind: SetKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of a set.
#[derive(Debug, Clone)]
pub enum SetKind {
    /// A range of values, lengths or counts.
    Range {
        /// The lower bound, as written: digits, sign and point.
        min: Option<Word>,
        /// The upper bound.
        max: Option<Word>,
        /// `..=` and not `..`.
        inclusive: bool,
    },
    /// A regular expression.
    Pattern(String),
}

/// A literal with its place.
#[derive(Debug, Clone)]
pub struct Literal {
    /// Its value.
    pub kind: LiteralKind,
    /// Where it stands.
    pub span: Span,
}

/// The value of a literal.
#[derive(Debug, Clone, PartialEq)]
pub enum LiteralKind {
    /// A string, unescaped.
    Str(String),
    /// An integer.
    Int(i128),
    /// A number with a point or an exponent.
    Float(f64),
    /// `true` or `false`
    Bool(bool),
}

/// A default.
#[derive(Debug, Clone)]
pub struct Value {
    /// The value.
    pub kind: ValueKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of a default.
#[derive(Debug, Clone)]
pub enum ValueKind {
    /// A literal.
    Literal(LiteralKind),
    /// A word, such as an enum's value.
    Word(String),
    /// `[]`
    EmptyList,
}
