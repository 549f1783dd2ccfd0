//! Credentials as a user gives them.

use std::fmt;
use std::sync::Arc;

use super::provider::TokenProvider;
use crate::operation::{AuthKind, AuthScheme};
use crate::value::Secret;

/// The credentials of one auth scheme, for [`Builder::credentials`](crate::Builder::credentials).
#[derive(Clone)]
pub struct Credentials(pub(crate) Given);

/// The forms of credentials.
#[derive(Clone)]
pub(crate) enum Given {
    Bearer(Secret),
    Basic { user: Secret, password: Secret },
    Key(Secret),
    Client { id: Secret, secret: Secret },
    Provider(Arc<dyn TokenProvider>),
}

/// The scheme that credentials are for.
#[derive(Clone)]
pub(crate) enum Chosen {
    /// The one with this name.
    Named(String),
    /// The one that takes such credentials.
    Fitting,
}

impl Credentials {
    /// A bearer token.
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self(Given::Bearer(token.into()))
    }

    /// A user's name and password. Some APIs take a key in place of the name and no password.
    pub fn basic(user: impl Into<Secret>, password: impl Into<Secret>) -> Self {
        Self(Given::Basic { user: user.into(), password: password.into() })
    }

    /// A key, for a header, the query or a cookie.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self(Given::Key(key.into()))
    }

    /// A client's id and secret, for which the client gets tokens (RFC 6749, section 4.4).
    pub fn client_credentials(id: impl Into<Secret>, secret: impl Into<Secret>) -> Self {
        Self(Given::Client { id: id.into(), secret: secret.into() })
    }

    /// What fetches bearer tokens.
    pub fn token_provider(provider: impl TokenProvider) -> Self {
        Self(Given::Provider(Arc::new(provider)))
    }
}

impl Given {
    /// Whether a scheme takes such credentials.
    pub(super) fn fits(&self, kind: AuthKind) -> bool {
        match self {
            // A token for OAuth 2.0 may have been had elsewhere.
            Self::Bearer(_) | Self::Provider(_) => {
                matches!(kind, AuthKind::Bearer | AuthKind::OAuth2 { .. })
            }
            Self::Basic { .. } => kind == AuthKind::Basic,
            Self::Key(_) => {
                matches!(kind, AuthKind::Header(_) | AuthKind::Query(_) | AuthKind::Cookie(_))
            }
            Self::Client { .. } => matches!(kind, AuthKind::OAuth2 { .. }),
        }
    }

    /// What they are.
    pub(super) fn noun(&self) -> &'static str {
        match self {
            Self::Bearer(_) => "a bearer token",
            Self::Basic { .. } => "a user's name and password",
            Self::Key(_) => "a key",
            Self::Client { .. } => "a client's id and secret",
            Self::Provider(_) => "a provider of tokens",
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credentials({})", self.0.noun())
    }
}

/// What a scheme wants.
pub(super) fn wanted(scheme: &AuthScheme) -> String {
    match scheme.kind {
        AuthKind::Bearer => "a bearer token".into(),
        AuthKind::Basic => "a user's name and password".into(),
        AuthKind::Header(name) => format!("a key in the header `{name}`"),
        AuthKind::Query(name) => format!("a key in the query parameter `{name}`"),
        AuthKind::Cookie(name) => format!("a key in the cookie `{name}`"),
        AuthKind::OAuth2 { .. } => "a client's id and secret".into(),
    }
}

/// The method of a builder that takes what a scheme wants, which is that of [`Credentials`] too.
pub(super) fn method(kind: AuthKind) -> &'static str {
    match kind {
        AuthKind::Bearer => "bearer",
        AuthKind::Basic => "basic",
        AuthKind::Header(_) | AuthKind::Query(_) | AuthKind::Cookie(_) => "api_key",
        AuthKind::OAuth2 { .. } => "client_credentials",
    }
}
