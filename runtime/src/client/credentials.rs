//! The credentials of a builder.

use super::builder::Builder;
use crate::auth::{Chosen, Credentials, Given, TokenProvider};
use crate::operation::{Api, AuthKind, AuthScheme};
use crate::value::Secret;

/// Credentials. Each method is for the one auth scheme of the API that takes what it is given; where
/// there are several, [`credentials`](Self::credentials) says which. What is given later wins.
impl<A: Api> Builder<A> {
    /// Sets the bearer token.
    pub fn bearer(self, token: impl Into<Secret>) -> Self {
        self.fitting(Credentials::bearer(token))
    }

    /// Sets the user's name and password.
    pub fn basic(self, user: impl Into<Secret>, password: impl Into<Secret>) -> Self {
        self.fitting(Credentials::basic(user, password))
    }

    /// Sets the key that goes into a header, the query or a cookie.
    pub fn api_key(self, key: impl Into<Secret>) -> Self {
        self.fitting(Credentials::api_key(key))
    }

    /// Sets the id and the secret for which the client gets OAuth 2.0 tokens.
    pub fn client_credentials(self, id: impl Into<Secret>, secret: impl Into<Secret>) -> Self {
        self.fitting(Credentials::client_credentials(id, secret))
    }

    /// Fetches bearer tokens with code of your own.
    pub fn token_provider(self, provider: impl TokenProvider) -> Self {
        self.fitting(Credentials::token_provider(provider))
    }

    /// Sets the credentials of the auth scheme with this name.
    pub fn credentials(mut self, scheme: impl Into<String>, credentials: Credentials) -> Self {
        self.settings.credentials.push((Chosen::Named(scheme.into()), credentials.0));
        self
    }

    /// Gets OAuth 2.0 tokens from this URL, in place of the spec's.
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.settings.token_url = Some(url.into());
        self
    }

    fn fitting(mut self, credentials: Credentials) -> Self {
        self.settings.credentials.push((Chosen::Fitting, credentials.0));
        self
    }
}

/// The credentials that the environment has for a scheme. A variable that is set to nothing is as
/// good as none.
pub(super) fn of_environment(scheme: &AuthScheme) -> Option<(Chosen, Given)> {
    let read = |name: &&'static str| {
        let value = std::env::var_os(name).filter(|value| !value.is_empty())?;
        Some(Secret::new(value.to_string_lossy().into_owned()))
    };
    let first = || scheme.env.iter().find_map(read);
    let pair = || match scheme.env {
        [one, two] => Some((read(one)?, read(two)?)),
        _ => None,
    };
    let credentials = match scheme.kind {
        AuthKind::Bearer => Credentials::bearer(first()?),
        AuthKind::Header(_) | AuthKind::Query(_) | AuthKind::Cookie(_) => {
            Credentials::api_key(first()?)
        }
        AuthKind::Basic => pair().map(|(user, password)| Credentials::basic(user, password))?,
        AuthKind::OAuth2 { .. } => {
            pair().map(|(id, secret)| Credentials::client_credentials(id, secret))?
        }
    };
    Some((Chosen::Named(scheme.name.to_owned()), credentials.0))
}
