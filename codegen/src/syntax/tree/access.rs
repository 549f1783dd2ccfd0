//! Servers and auth.

use super::{Field, Meta, Word};
use crate::source::Span;

/// `server "https://..." as name for /prefix { variables }`
#[derive(Debug)]
pub struct Server {
    /// Docs and attributes.
    pub meta: Meta,
    /// The keyword.
    pub span: Span,
    /// The base URL.
    pub url: Word,
    /// `as name`
    pub name: Option<Word>,
    /// `for /prefix`: the text of the path.
    pub prefix: Option<Word>,
    /// What its URL has in braces.
    pub variables: Vec<Field>,
}

/// `auth bearer as name = env("A", "B")`
#[derive(Debug)]
pub struct Auth {
    /// Docs and attributes.
    pub meta: Meta,
    /// `bearer`
    pub scheme: Scheme,
    /// `as name`
    pub name: Option<Word>,
    /// `env("A", "B")`
    pub env: Option<Env>,
}

/// `bearer`, `header X-Api-Key`, `oauth2 { ... }`
#[derive(Debug)]
pub struct Scheme {
    /// The keyword.
    pub keyword: Word,
    /// What it says.
    pub kind: SchemeKind,
}

/// The forms of a scheme.
#[derive(Debug)]
pub enum SchemeKind {
    /// `bearer`
    Bearer,
    /// `basic`
    Basic,
    /// `header Name`
    Header(Word),
    /// `query name`
    Query(Word),
    /// `cookie name`
    Cookie(Word),
    /// `oauth2 { token_url: "..." }`
    OAuth2(Vec<Field>),
}

/// `env("A", "B")`
#[derive(Debug, Clone)]
pub struct Env {
    /// The variables, at least one.
    pub variables: Vec<Word>,
    /// From `env` to `)`.
    pub span: Span,
}

/// `auth none`, `auth a | b & c("scope")`
#[derive(Debug)]
pub struct Need {
    /// Docs and attributes.
    pub meta: Meta,
    /// The keyword.
    pub span: Span,
    /// The alternatives, each with the schemes that are used together. Empty for `none`.
    pub alternatives: Vec<Vec<Use>>,
}

/// `scheme("scope")`
#[derive(Debug)]
pub struct Use {
    /// The name of the scheme.
    pub scheme: Word,
    /// The scopes.
    pub scopes: Vec<Word>,
}
