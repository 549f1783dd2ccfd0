//! Credentials of a service account: a key that is exchanged for short-lived tokens.

use std::fmt;
use std::time::Duration;

use callsheet::{
    BoxError, BuildError, Builder, FetchContext, Secret, Token, TokenFuture, TokenProvider,
};

use crate::Qoder;
use crate::service_tokens::{Error, Seconds, ServiceToken, ServiceTokens};

/// The variable with the key.
const KEY: &str = "QODER_SA_KEY";

/// How long a token may be good, in seconds.
const LIVES: std::ops::RangeInclusive<u32> = 1..=43_200;

/// How long a token is to be good if nobody says otherwise, in seconds.
const LIFE: u32 = 3600;

/// A service account: its key is exchanged for tokens, which the client keeps and renews.
///
/// ```no_run
/// use qoder::{Region, ServiceAccount};
///
/// # fn example() -> Result<(), callsheet::BuildError> {
/// // The key is in `QODER_SA_KEY`.
/// let account = ServiceAccount::from_env(Region::Global, ["agents:run"])?;
/// let qoder = account.client().build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ServiceAccount {
    tokens: ServiceTokens,
    region: Region,
    scope: String,
    life: u32,
}

/// Where a service account is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Region {
    /// Outside of mainland China.
    Global,
    /// In mainland China.
    China,
}

impl Region {
    /// The base URL of the API.
    #[must_use]
    pub fn base_url(self) -> &'static str {
        match self {
            Self::Global => Qoder::GLOBAL,
            Self::China => Qoder::CHINA,
        }
    }

    /// The base URL of the service that gives tokens.
    #[must_use]
    pub fn tokens_url(self) -> &'static str {
        match self {
            Self::Global => ServiceTokens::GLOBAL,
            Self::China => ServiceTokens::CHINA,
        }
    }
}

impl ServiceAccount {
    /// The account whose key is in `QODER_SA_KEY`.
    ///
    /// # Errors
    /// If there is no such key, or no scope.
    pub fn from_env<S: Into<String>>(
        region: Region,
        scopes: impl IntoIterator<Item = S>,
    ) -> Result<Self, BuildError> {
        let key = std::env::var(KEY).map_err(|_| BuildError::new(format!("`{KEY}` is not set")))?;
        Self::new(region, key, scopes)
    }

    /// The account with this key.
    ///
    /// # Errors
    /// If the key is none, or there is no scope.
    pub fn new<S: Into<String>>(
        region: Region,
        key: impl Into<Secret>,
        scopes: impl IntoIterator<Item = S>,
    ) -> Result<Self, BuildError> {
        let builder = ServiceTokens::builder().bearer(key);
        Self::with(builder.base_url(region.tokens_url()).build()?, region, scopes)
    }

    /// An account that gets its tokens through this client, with its key, its transport and its
    /// limits.
    ///
    /// # Errors
    /// If there is no scope, or one with a space in it.
    pub fn with<S: Into<String>>(
        tokens: ServiceTokens,
        region: Region,
        scopes: impl IntoIterator<Item = S>,
    ) -> Result<Self, BuildError> {
        let mut names: Vec<String> = Vec::new();
        for name in scopes {
            let name = name.into();
            if name.is_empty() || name.contains(char::is_whitespace) {
                return Err(BuildError::new(format!("`{name}` is no scope")));
            }
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            return Err(BuildError::new("a service account needs a scope"));
        }
        Ok(Self { tokens, region, scope: names.join(" "), life: LIFE })
    }

    /// How long each token is to be good: 1 second to 12 hours, an hour by default. Parts of a
    /// second do not count.
    ///
    /// # Errors
    /// If the time is shorter or longer.
    pub fn life(self, life: Duration) -> Result<Self, BuildError> {
        let seconds = u32::try_from(life.as_secs()).unwrap_or(u32::MAX);
        if !LIVES.contains(&seconds) {
            return Err(BuildError::new("a token is good for 1 second to 12 hours"));
        }
        Ok(Self { life: seconds, ..self })
    }

    /// A client of the API with the tokens of this account, in its region. Clones of the client
    /// share a token.
    #[must_use = "a builder does nothing until it is built"]
    pub fn client(&self) -> Builder<Qoder> {
        Qoder::builder().base_url(self.region.base_url()).token_provider(self.clone())
    }
}

impl TokenProvider for ServiceAccount {
    fn fetch<'a>(&'a self, _context: FetchContext<'a>) -> TokenFuture<'a> {
        Box::pin(async move {
            let call = self.tokens.exchange(self.scope.as_str()).ttl_seconds(self.life);
            let token = call.send().await.map_err(refused)?;
            good(token)
        })
    }
}

/// What is said of an exchange that failed: nothing of its answer, which may hold a token.
fn refused(error: Error) -> BoxError {
    let what = match error.status() {
        Some(status) if !status.is_success() => format!("was answered with {}", status.as_u16()),
        Some(_) => "gave no token".to_owned(),
        None => return Box::new(error),
    };
    let id = error.request_id().map(|id| format!(" (request id {id})")).unwrap_or_default();
    format!("the exchange of the key of the service account {what}{id}").into()
}

/// A token that can be used.
fn good(token: ServiceToken) -> Result<Token, BoxError> {
    let life = match token.expires_in {
        Seconds::Number(seconds) => Some(seconds),
        Seconds::Text(text) => text.parse().ok(),
        _ => None,
    };
    let Some(life) = life.filter(|life| LIVES.contains(life)) else {
        return Err("the token of the service account does not say how long it is good".into());
    };
    if !token.token_type.eq_ignore_ascii_case("bearer") {
        return Err("the token of the service account is not a bearer token".into());
    }
    Ok(Token::new(token.access_token).expires_in(Duration::from_secs(life.into())))
}

impl fmt::Debug for ServiceAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceAccount")
            .field("region", &self.region)
            .field("scope", &self.scope)
            .field("life", &self.life)
            .finish_non_exhaustive()
    }
}
