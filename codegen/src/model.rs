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
mod ty;
mod types;
mod webhook;

use std::collections::BTreeSet;

pub use access::{AuthKind, AuthScheme, AuthUse, Need, Server, Variable};
pub use attempts::{AttemptRules, Idempotency, Signals};
pub use check::{Check, Compare, Comparison, Format, describe};
pub use name::Name;
pub use operation::{
    Alternative, Body, DeclaredFailure, Encoding, EncodingKind, Failure, Method, Operation,
    PathPart, Response, StatusKind, Success,
};
pub use paging::{Condition, FieldPath, PageStep, Paging, PathField, Source, Wait};
pub use stream::{Events, Resume, Stream, StreamKind, When};
pub use ty::{Integer, RustPath, Type, TypeKind};
pub use types::{
    Access, Constant, Deprecated, EnumValue, Extern, Field, FieldContent, Group, IntegerValue,
    Place, Presence, Shape, Style, TypeDef, Union, Variant,
};

pub use webhook::{KeyText, Signature, SignatureText, SignedPart, Stamp, Webhook};

use crate::vocabulary::Keyword;

/// An API.
#[derive(Debug, Default)]
pub struct Api {
    /// The client's name. `None` where the spec declares no `api`; then there is no client.
    pub name: Option<Name>,
    /// The client that the spec extends, in place of declaring one.
    pub extends: Option<Extends>,
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
    /// The parameters that every operation has.
    pub common: Vec<Field>,
    /// Everything that is documented as going wrong, over all operations.
    pub failures: Vec<Failure>,
    /// The types, by [`TypeId`].
    pub types: Vec<TypeDef>,
    /// The types whose fields are in others as well.
    pub included: BTreeSet<TypeId>,
    /// The modules, by [`ModuleId`]; the first is the root.
    pub modules: Vec<Module>,
    /// The operations, by [`OperationId`].
    pub operations: Vec<Operation>,
    /// The words of the language that say all this, for editors.
    pub keywords: Vec<Keyword>,
    /// The types that are named and not declared, with where they are needed, for editors.
    pub unknown_types: Vec<(ModuleId, Name)>,
    /// The webhooks, by [`WebhookId`].
    pub webhooks: Vec<Webhook>,
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

/// A webhook's index in [`Api::webhooks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WebhookId(pub usize);

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

/// The client that a spec extends: its servers, auth and error envelope are there.
#[derive(Debug)]
pub struct Extends {
    /// The client.
    pub client: RustPath,
    /// The name of what is added to it.
    pub name: Name,
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
    /// The webhooks in it.
    pub webhooks: Vec<WebhookId>,
}

impl Api {
    /// The shape of a type of the spec; none of any other.
    #[must_use]
    pub fn shape(&self, kind: &TypeKind) -> Option<&Shape> {
        let (TypeKind::Named(id) | TypeKind::Generic(id, _)) = kind else {
            return None;
        };
        self.types.get(id.0).map(|def| &def.shape)
    }

    /// Whether a type is an exclusive group.
    #[must_use]
    pub fn is_choice(&self, kind: &TypeKind) -> bool {
        matches!(self.shape(kind), Some(Shape::Choice(_)))
    }

    /// The groups of a field that is an exclusive group.
    #[must_use]
    pub fn groups(&self, field: &Field) -> Option<&[Group]> {
        match self.shape(&field.value_type()?.kind)? {
            Shape::Choice(groups) => Some(groups),
            _ => None,
        }
    }

    /// A module and those around it, from the inside out.
    pub fn outwards(&self, module: ModuleId) -> impl Iterator<Item = ModuleId> {
        std::iter::successors(Some(module), |id| self.modules.get(id.0)?.parent)
    }

    /// The name of an operation with its modules, such as `sessions.create`.
    #[must_use]
    pub fn operation_name(&self, operation: &Operation) -> String {
        self.full_name(operation.module, &operation.name)
    }

    /// The name of a webhook with its modules, such as `orders.paid`.
    #[must_use]
    pub fn webhook_name(&self, webhook: &Webhook) -> String {
        self.full_name(webhook.module, &webhook.name)
    }

    fn full_name(&self, module: ModuleId, name: &Name) -> String {
        let names = self.module_path(module).into_iter().chain([name]);
        names.map(|name| name.rust.as_str()).collect::<Vec<_>>().join(".")
    }

    /// The names of the modules from the root to `module`.
    #[must_use]
    pub fn module_path(&self, module: ModuleId) -> Vec<&Name> {
        let modules = self.outwards(module).filter_map(|id| self.modules.get(id.0));
        let mut path: Vec<&Name> =
            modules.filter(|one| one.parent.is_some()).map(|one| &one.name).collect();
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
                        Shape::Newtype(_) | Shape::Extern(_) | Shape::Outcome(_) => false,
                    }
            })
    }
}
