//! What a spec means: names resolved, types decided, constraints parsed, Rust names derived.
//!
//! The model holds facts about HTTP and schemas. It knows nothing of the syntax that said them, nor
//! of the Rust that will carry them, so that another way in (an OpenAPI document) or out (a mock)
//! needs no change here. It is complete: emitting it cannot fail.

mod access;
mod attempts;
mod check;
pub mod name;
mod operation;
mod paging;
mod stream;
mod types;

pub use access::{AuthKind, AuthScheme, AuthUse, Need, Server, Variable};
pub use attempts::{AttemptRules, Idempotency, Signals};
pub use check::{Check, Compare, Comparison, Format};
pub use name::Name;
pub use operation::{
    Body, DeclaredFailure, Encoding, EncodingKind, Failure, Method, Operation, PathPart, StatusKind,
};
pub use paging::{Condition, FieldPath, PageStep, Paging, PathField, Source, Wait};
pub use stream::{Events, Resume, Stream, StreamKind, When};
pub use types::{
    Access, Constant, Deprecated, EnumValue, Extern, Field, FieldContent, Group, Integer,
    IntegerValue, Place, Presence, Shape, Style, Type, TypeDef, TypeKind, Union, Variant,
};

/// An API.
#[derive(Debug, Default)]
pub struct Api {
    /// The client's name. `None` where the spec declares no `api`; then there is no client.
    pub name: Option<Name>,
    /// What the spec says of the API.
    pub docs: Vec<String>,
    /// Where it lives, the default first; those of single operations come last.
    pub servers: Vec<Server>,
    /// How a client can prove who it is.
    pub auth: Vec<AuthScheme>,
    /// What an operation needs that says nothing of it.
    pub need: Need,
    /// Where errors say what.
    pub envelope: Option<Envelope>,
    /// What holds for the attempts of all operations that say nothing else.
    pub rules: AttemptRules,
    /// The headers that speak of attempts.
    pub signals: Signals,
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
        self.operations.iter().any(|operation| in_fields(&operation.fields))
            || self.types.iter().any(|def| {
                def.deprecated.is_some()
                    || match &def.shape {
                        Shape::Struct { .. } | Shape::Choice(_) => {
                            def.shape.fields().any(|field| field.deprecated.is_some())
                        }
                        Shape::Enum { values, .. } => {
                            values.iter().any(|value| value.deprecated.is_some())
                        }
                        Shape::IntegerEnum { values, .. } => {
                            values.iter().any(|value| value.value.deprecated.is_some())
                        }
                        Shape::Union(union) => {
                            union.variants.iter().any(|variant| variant.deprecated.is_some())
                                || in_fields(&union.shared)
                        }
                        Shape::Newtype(_) | Shape::Extern(_) => false,
                    }
            })
    }
}
