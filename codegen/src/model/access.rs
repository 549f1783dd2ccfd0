//! Where an API lives, and how a client proves who it is.

use super::{Check, Name};

/// A place where the API, or a part of it, lives.
#[derive(Debug)]
pub struct Server {
    /// Its name, if it has one.
    pub name: Option<Name>,
    /// The base URL, variables in braces.
    pub url: String,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// The index in [`Api::servers`](super::Api::servers) of the server that it can take the place
    /// of: its own where it is the one that is used by default.
    pub replaces: usize,
    /// What the paths start with that it stands for. `None` where it takes the place of another, or
    /// is that of one endpoint.
    pub prefix: Option<String>,
    /// What its URL has in braces.
    pub variables: Vec<Variable>,
}

/// A variable of a server's URL.
#[derive(Debug)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// What the spec says of it.
    pub docs: Vec<String>,
    /// What it is unless a client says otherwise. `None` where a client has to say.
    pub default: Option<String>,
    /// The values that there are, where there are no others.
    pub values: Vec<String>,
    /// What must hold of a value.
    pub checks: Vec<Check>,
}

/// A way to prove who the client is.
#[derive(Debug)]
pub struct AuthScheme {
    /// Its name.
    pub name: Name,
    /// What is sent.
    pub kind: AuthKind,
    /// The environment variables that may hold the credentials: the first that is set wins, but for
    /// schemes that are a pair, where they are the pair.
    pub env: Vec<String>,
    /// What the spec says of it.
    pub docs: Vec<String>,
}

/// What a scheme sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuthKind {
    /// `Authorization: Bearer ...` (RFC 6750).
    Bearer,
    /// `Authorization: Basic ...` (RFC 7617).
    Basic,
    /// A key in a header.
    Header(String),
    /// A key in the query.
    Query(String),
    /// A key in a cookie.
    Cookie(String),
    /// A bearer token that is had for client credentials (RFC 6749, section 4.4).
    OAuth2 {
        /// Where tokens are had.
        token_url: String,
        /// Whether the credentials go into the body of the token's request, and not into its
        /// `Authorization` header.
        in_body: bool,
    },
    /// What the client declares that the spec extends.
    Extended,
}

impl AuthKind {
    /// The keyword of the language.
    #[must_use]
    pub fn keyword(&self) -> &'static str {
        match self {
            Self::Bearer => "bearer",
            Self::Basic => "basic",
            Self::Header(_) => "header",
            Self::Query(_) => "query",
            Self::Cookie(_) => "cookie",
            Self::OAuth2 { .. } => "oauth2",
            Self::Extended => "extend",
        }
    }
}

/// Which schemes an operation needs: alternatives, each of schemes that are used together. Empty
/// for none.
pub type Need = Vec<Vec<AuthUse>>;

/// The use of a scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthUse {
    /// Its index in [`Api::auth`](super::Api::auth).
    pub scheme: usize,
    /// The scopes that a token has to have.
    pub scopes: Vec<String>,
}
