//! The credentials of a client, a place for each scheme of the API, and how they get onto requests.

use std::borrow::Cow;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use http::Uri;
use percent_encoding::percent_decode_str;

use super::cache::{Issued, TokenCache};
use super::credentials::{Chosen, Given, method, wanted};
use super::missing;
use super::oauth2::ClientCredentials;
use super::provider::{FetchContext, TokenProvider};
use super::written::{self, Written};
use crate::base_url::BaseUrl;
use crate::client::Inner;
use crate::error::{BoxError, BuildError};
use crate::lock::lock;
use crate::operation::{AuthKind, AuthScheme, AuthUse, Need, Spec};
use crate::request::{RequestParts, encode};
use crate::value::Secret;

/// The shortest secret that is looked for in what is printed, in bytes.
const MIN_SECRET: usize = 8;

/// The credentials of a client.
pub(crate) struct Keyring {
    schemes: &'static [AuthScheme],
    /// By scheme.
    keys: Vec<Option<Key>>,
    /// What must not be printed either.
    hidden: Vec<Secret>,
}

/// The credentials of one scheme.
enum Key {
    /// The same for every request.
    Fixed { written: Written, hidden: Vec<Secret> },
    /// Tokens that have to be fetched.
    Tokens(Tokens),
}

/// The tokens of one scheme.
struct Tokens {
    scheme: &'static str,
    provider: Arc<dyn TokenProvider>,
    hidden: Vec<Secret>,
    /// A token for each set of scopes.
    caches: Mutex<Vec<(&'static [&'static str], Arc<TokenCache>)>>,
}

/// A fetched token that is on a request.
pub(crate) struct Lease {
    cache: Arc<TokenCache>,
    generation: u64,
}

/// Why a request cannot have its credentials.
pub(crate) struct Unsigned {
    pub(crate) detail: String,
    pub(crate) source: Option<BoxError>,
}

impl From<String> for Unsigned {
    fn from(detail: String) -> Self {
        Self { detail, source: None }
    }
}

impl Lease {
    /// The server has refused the token.
    pub(crate) fn refused(&self) {
        self.cache.invalidate(self.generation);
    }
}

impl Keyring {
    /// No credentials, for a link that may itself be as good as some: whoever answers may repeat it,
    /// or a part of it such as its signature.
    pub(crate) fn of_link(link: &Uri) -> Self {
        let query = link.query().unwrap_or_default();
        let values = query.split('&').filter_map(|pair| Some(pair.split_once('=')?.1));
        let raw = [link.path(), query].into_iter().chain(values);
        let both = raw.flat_map(|text| [text.into(), percent_decode_str(text).decode_utf8_lossy()]);
        let hidden = both.map(|text: Cow<'_, str>| Secret::from(&*text)).collect();
        Self { schemes: &[], keys: Vec::new(), hidden }
    }

    /// Sorts what a user has given by scheme, and checks it. What is given later wins.
    pub(crate) fn new(
        spec: &'static Spec,
        given: Vec<(Chosen, Given)>,
        token_url: Option<&str>,
        allow_http: bool,
    ) -> Result<Self, BuildError> {
        let schemes = spec.auth;
        let count = schemes.iter().filter(|scheme| is_oauth2(scheme)).count();
        if token_url.is_some() && count != 1 {
            let message = format!(
                "`token_url` is for an API with one OAuth 2.0 scheme; this one has {count}"
            );
            return Err(BuildError::new(message));
        }
        let mut sorted: Vec<Option<Given>> = schemes.iter().map(|_| None).collect();
        for (chosen, given) in given {
            let index = match &chosen {
                Chosen::Named(name) => missing::named(schemes, name, &given)?,
                Chosen::Fitting => missing::fitting(schemes, &given)?,
            };
            if let Some(place) = sorted.get_mut(index) {
                *place = Some(given);
            }
        }
        let key = |(scheme, given): (&'static AuthScheme, Option<Given>)| {
            given.map(|given| key(scheme, given, token_url, allow_http)).transpose()
        };
        let keys = schemes.iter().zip(sorted).map(key).collect::<Result<_, _>>()?;
        Ok(Self { schemes, keys, hidden: Vec::new() })
    }

    /// The schemes for which there are credentials.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        let pairs = self.schemes.iter().zip(&self.keys);
        pairs.filter(|(_, key)| key.is_some()).map(|(scheme, _)| scheme.name).collect()
    }

    /// Whether any credentials are fetched, and so may be fetched anew.
    pub(crate) fn has_tokens(&self) -> bool {
        self.keys.iter().any(|key| matches!(key, Some(Key::Tokens(_))))
    }

    /// Puts credentials onto a request, and fetches them if need be.
    pub(crate) async fn sign(
        &self,
        need: Need,
        parts: &mut RequestParts,
        inner: &Inner,
        leases: &mut Vec<Lease>,
    ) -> Result<(), Unsigned> {
        for used in self.choose(need, parts)? {
            match self.key(used, parts) {
                None => {}
                Some(Key::Fixed { written, .. }) => written.write(parts)?,
                Some(Key::Tokens(tokens)) => {
                    // Boxed: most calls have no use for it, and would carry it all the same.
                    let (issued, cache) = Box::pin(tokens.get(used.scopes, inner)).await?;
                    leases.push(Lease { cache, generation: issued.generation });
                    written::authorization(issued.header).write(parts)?;
                }
            }
        }
        Ok(())
    }

    /// Puts credentials onto a request that will not be sent by the client: nothing is fetched.
    pub(crate) fn sign_now(
        &self,
        need: Need,
        parts: &mut RequestParts,
        now: Instant,
    ) -> Result<(), Unsigned> {
        for used in self.choose(need, parts)? {
            match self.key(used, parts) {
                None => {}
                Some(Key::Fixed { written, .. }) => written.write(parts)?,
                Some(Key::Tokens(tokens)) => {
                    let issued = tokens.cache(used.scopes).ready(now).ok_or_else(|| {
                        let name = tokens.scheme;
                        format!("the token of `{name}` has to be fetched first, which sending a call does")
                    })?;
                    written::authorization(issued.header).write(parts)?;
                }
            }
        }
        Ok(())
    }

    /// The first alternative for which there is everything.
    fn choose(&self, need: Need, parts: &RequestParts) -> Result<&'static [AuthUse], String> {
        if need.is_empty() {
            return Ok(&[]);
        }
        let is_there = |used: &AuthUse| {
            self.keys.get(used.scheme).is_some_and(Option::is_some)
                || self.scheme(used).is_none_or(|scheme| is_given(scheme, parts))
        };
        let found = need.iter().find(|alternative| alternative.iter().all(is_there));
        found.copied().ok_or_else(|| missing::message(self.schemes, need, is_there))
    }

    /// The key of a scheme, unless the caller has written its own into the request, which has the
    /// last word.
    fn key(&self, used: &AuthUse, parts: &RequestParts) -> Option<&Key> {
        let is_given = self.scheme(used).is_some_and(|scheme| is_given(scheme, parts));
        self.keys.get(used.scheme).and_then(Option::as_ref).filter(|_| !is_given)
    }

    fn scheme(&self, used: &AuthUse) -> Option<&'static AuthScheme> {
        self.schemes.get(used.scheme)
    }

    /// Everything that must not be printed, if it is long enough not to be a part of ordinary words.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let mut secrets = self.hidden.clone();
        for key in self.keys.iter().flatten() {
            match key {
                Key::Fixed { hidden, .. } => secrets.extend_from_slice(hidden),
                Key::Tokens(tokens) => {
                    secrets.extend_from_slice(&tokens.hidden);
                    let caches = lock(&tokens.caches);
                    caches.iter().for_each(|(_, cache)| secrets.extend(cache.recent()));
                }
            }
        }
        let mut secrets: Vec<String> = secrets.into_iter().map(Secret::into_exposed).collect();
        secrets.retain(|secret| secret.len() >= MIN_SECRET);
        // One may be a part of another.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets
    }
}

impl Tokens {
    fn new(
        scheme: &'static AuthScheme,
        provider: Arc<dyn TokenProvider>,
        hidden: Vec<Secret>,
    ) -> Self {
        Self { scheme: scheme.name, provider, hidden, caches: Mutex::default() }
    }

    fn cache(&self, scopes: &'static [&'static str]) -> Arc<TokenCache> {
        let mut caches = lock(&self.caches);
        if let Some((_, cache)) = caches.iter().find(|(others, _)| *others == scopes) {
            return Arc::clone(cache);
        }
        let cache = Arc::<TokenCache>::default();
        caches.push((scopes, Arc::clone(&cache)));
        cache
    }

    async fn get(
        &self,
        scopes: &'static [&'static str],
        inner: &Inner,
    ) -> Result<(Issued, Arc<TokenCache>), Unsigned> {
        let cache = self.cache(scopes);
        let context = FetchContext { scheme: self.scheme, scopes, transport: &*inner.transport };
        match cache.get(&*inner.clock, &*self.provider, context).await {
            Ok(issued) => Ok((issued, cache)),
            Err(error) => Err(Unsigned {
                detail: format!("no token of `{}` could be had", self.scheme),
                source: Some(Box::new(error)),
            }),
        }
    }
}

fn is_oauth2(scheme: &AuthScheme) -> bool {
    matches!(scheme.kind, AuthKind::OAuth2 { .. })
}

/// Whether a caller has written credentials of this scheme into a request.
fn is_given(scheme: &AuthScheme, parts: &RequestParts) -> bool {
    match scheme.kind {
        AuthKind::Bearer | AuthKind::Basic | AuthKind::OAuth2 { .. } => {
            parts.headers.contains_key(http::header::AUTHORIZATION)
        }
        AuthKind::Header(name) => parts.headers.contains_key(name),
        AuthKind::Query(name) => written::has_query(&parts.uri, name),
        AuthKind::Cookie(name) => written::has_cookie(&parts.headers, name),
    }
}

/// The credentials of a scheme as they are sent. What is wrong with them is said without showing
/// them.
fn key(
    scheme: &'static AuthScheme,
    given: Given,
    token_url: Option<&str>,
    allow_http: bool,
) -> Result<Key, BuildError> {
    let refuse = |what: &str| {
        let what = format!("the {what}");
        move |problem: String| BuildError::new(format!("{what} {problem}"))
    };
    let fixed = |written, hidden| Ok(Key::Fixed { written, hidden });
    match (given, scheme.kind) {
        (Given::Bearer(token), _) => {
            let header = written::bearer(token.expose()).map_err(refuse("token"))?;
            fixed(written::authorization(header), vec![token])
        }
        (Given::Basic { user, password }, _) => {
            let header = written::basic(user.expose(), password.expose())
                .map_err(refuse("user's name and the password"))?;
            // Without a password the name is the secret.
            let secret = if password.expose().is_empty() { user } else { password };
            let hidden = vec![written::encoded(&header), secret];
            fixed(written::authorization(header), hidden)
        }
        (Given::Key(key), kind) => {
            let text = key.expose();
            let written = match kind {
                AuthKind::Query(name) => written::query_key(name, text),
                AuthKind::Cookie(name) => written::cookie_key(name, text),
                AuthKind::Header(name) => written::header_key(name, text),
                AuthKind::Bearer | AuthKind::Basic | AuthKind::OAuth2 { .. } => {
                    Err(format!("is not {}", wanted(scheme)))
                }
            };
            let written = written.map_err(refuse("key"))?;
            let encoded = Secret::new(encode(text).to_string());
            fixed(written, vec![encoded, key])
        }
        (Given::Client { id, secret }, AuthKind::OAuth2 { token_url: own, in_body }) => {
            for (text, what) in [(&id, "client's id"), (&secret, "client's secret")] {
                written::one_line(text.expose()).map_err(refuse(what))?;
            }
            let url =
                endpoint(token_url.unwrap_or(own), allow_http).map_err(refuse("token URL"))?;
            let mut hidden = vec![secret.clone(), Secret::new(encode(secret.expose()).to_string())];
            let provider = ClientCredentials { url, id, secret, in_body };
            hidden.extend(provider.encoded());
            Ok(Key::Tokens(Tokens::new(scheme, Arc::new(provider), hidden)))
        }
        (Given::Provider(provider), _) => {
            Ok(Key::Tokens(Tokens::new(scheme, provider, Vec::new())))
        }
        (given @ Given::Client { .. }, kind) => Err(BuildError::new(format!(
            "`{}` takes {}, with `{}`, not {}",
            scheme.name,
            wanted(scheme),
            method(kind),
            given.noun()
        ))),
    }
}

/// The URL of a token endpoint. The rules are those of base URLs: what goes there is a secret.
fn endpoint(url: &str, allow_http: bool) -> Result<Uri, String> {
    let base = BaseUrl::parse(url, allow_http)?;
    // A slash at the end of a base URL means nothing; here it does.
    base.join(if url.ends_with('/') { "/" } else { "" }, "")
        .map_err(|problem| format!("is malformed: {problem}"))
}
