//! Types where they are used: which type it is, and what must hold of its values.

use std::fmt;

use super::{Check, Format, Name, TypeId};
use crate::source::Span;

/// A type where it is used, with what must hold of its values.
#[derive(Clone)]
pub struct Type {
    /// The type.
    pub kind: TypeKind,
    /// Whether the value may be null. For a field's own type its [`Presence`](super::Presence) says it.
    pub nullable: bool,
    /// What must hold before it is sent, that of a newtype included.
    pub checks: Vec<Check>,
    /// Where the spec names it. Nowhere, where it is made.
    pub place: Option<Span>,
}

/// Where it is named says nothing of what it is.
impl fmt::Debug for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Type")
            .field("kind", &self.kind)
            .field("nullable", &self.nullable)
            .field("checks", &self.checks)
            .finish_non_exhaustive()
    }
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
    /// A text of a form.
    Format(Format),
    /// A time as the seconds since 1970.
    UnixTime,
    /// Bytes, as they are in a body.
    Bytes,
    /// A file to upload.
    File,
    /// A list.
    List(Box<Type>),
    /// A map.
    Map(Box<Type>, Box<Type>),
    /// A list of so many elements, each of a type of its own.
    Tuple(Vec<Type>),
    /// A type of the spec.
    Named(TypeId),
    /// A generic struct or union of the spec, and what stands for its parameters.
    Generic(TypeId, Vec<Type>),
    /// A parameter of the generic type that this stands in, by its index.
    Param(usize, Name),
    /// A type that another spec declares, and what stands for its parameters.
    Foreign(RustPath, Vec<Type>),
}

impl TypeKind {
    /// What stands for the parameters of a generic type.
    #[must_use]
    pub fn args(&self) -> &[Type] {
        match self {
            Self::Generic(_, args) => args,
            _ => &[],
        }
    }
}

impl PartialEq for Type {
    /// Whether Rust has one type for both: constraints do not count.
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.nullable == other.nullable
    }
}

impl Eq for Type {}

impl Type {
    /// Whether it mentions one of these parameters.
    #[must_use]
    pub fn mentions(&self, which: &dyn Fn(usize) -> bool) -> bool {
        match &self.kind {
            TypeKind::Param(index, _) => which(*index),
            TypeKind::List(inner) | TypeKind::Map(_, inner) => inner.mentions(which),
            TypeKind::Generic(_, args) | TypeKind::Foreign(_, args) | TypeKind::Tuple(args) => {
                args.iter().any(|arg| arg.mentions(which))
            }
            _ => false,
        }
    }

    /// A type without rules that is never null.
    #[must_use]
    pub fn plain(kind: TypeKind) -> Self {
        Self { kind, nullable: false, checks: Vec::new(), place: None }
    }

    /// The type with `args` for the parameters in it.
    #[must_use]
    pub fn substitute(&self, args: &[Self]) -> Self {
        let inside = |ty: &Self| Box::new(ty.substitute(args));
        let kind = match &self.kind {
            TypeKind::Param(index, _) => {
                let Some(arg) = args.get(*index) else {
                    return self.clone();
                };
                return Self { nullable: self.nullable || arg.nullable, ..arg.clone() };
            }
            TypeKind::List(element) => TypeKind::List(inside(element)),
            TypeKind::Map(key, value) => TypeKind::Map(inside(key), inside(value)),
            TypeKind::Tuple(items) => {
                TypeKind::Tuple(items.iter().map(|item| item.substitute(args)).collect())
            }
            TypeKind::Generic(id, inner) => {
                TypeKind::Generic(*id, inner.iter().map(|arg| arg.substitute(args)).collect())
            }
            TypeKind::Foreign(path, inner) => TypeKind::Foreign(
                path.clone(),
                inner.iter().map(|arg| arg.substitute(args)).collect(),
            ),
            other => other.clone(),
        };
        Self { kind, nullable: self.nullable, checks: self.checks.clone(), place: self.place }
    }
}

/// Where something is that the spec does not declare.
#[derive(Debug, Clone)]
pub struct RustPath {
    /// The names from a crate down. The first is `crate` for the one that the spec is in.
    pub names: Vec<Name>,
}

impl PartialEq for RustPath {
    /// Whether both lead to the same: where they stand does not count.
    fn eq(&self, other: &Self) -> bool {
        self.names.iter().map(|name| &name.rust).eq(other.names.iter().map(|name| &name.rust))
    }
}

impl Eq for RustPath {}

impl fmt::Display for RustPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.names.iter().map(|name| name.rust.as_str()).collect();
        f.write_str(&names.join("::"))
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
