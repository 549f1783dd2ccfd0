//! Tokens for a client's own id and secret (RFC 6749, section 4.4).

use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue, USER_AGENT};
use http::{Method, StatusCode, Uri};

use super::provider::{FetchContext, Token, TokenFuture, TokenProvider};
use super::written;
use crate::Json;
use crate::error::BoxError;
use crate::execute::{Pieces, read_start};
use crate::request::encode;
use crate::value::Secret;

/// The most that is read of an answer.
const MAX_ANSWER: usize = 64 * 1024;

/// A client's id and secret, and where they are good.
pub(super) struct ClientCredentials {
    pub(super) url: Uri,
    pub(super) id: Secret,
    pub(super) secret: Secret,
    /// Whether they go into the body of the request (RFC 6749, section 2.3.1).
    pub(super) in_body: bool,
}

impl TokenProvider for ClientCredentials {
    fn fetch<'a>(&'a self, context: FetchContext<'a>) -> TokenFuture<'a> {
        Box::pin(async move {
            let request = self.request(context.scopes())?;
            let response = context.send(request).await?;
            let (head, body) = response.into_parts();
            let mut body = Pieces { body, idle: None };
            let (body, is_cut) = read_start(&mut body, MAX_ANSWER).await;
            if !head.status.is_success() {
                return Err(refusal(head.status, &body).into());
            }
            if is_cut {
                return Err("the answer with the token breaks off or is too large".into());
            }
            token(&body)
        })
    }
}

impl ClientCredentials {
    /// The id and the secret as they stand in a header.
    pub(super) fn encoded(&self) -> Option<Secret> {
        Some(written::encoded(&self.basic().ok()?))
    }

    /// Both are encoded in the header as they would be in the body.
    fn basic(&self) -> Result<HeaderValue, String> {
        let (id, secret) = (encode(self.id.expose()), encode(self.secret.expose()));
        written::basic(&id.to_string(), &secret.to_string())
    }

    fn request(&self, scopes: &[&str]) -> Result<http::Request<Bytes>, BoxError> {
        let mut form = vec![("grant_type", "client_credentials".to_owned())];
        if !scopes.is_empty() {
            form.push(("scope", scopes.join(" ")));
        }
        if self.in_body {
            form.push(("client_id", self.id.expose().clone()));
            form.push(("client_secret", self.secret.expose().clone()));
        }
        let pair = |(name, value): (&str, String)| format!("{name}={}", encode(&value));
        let form = form.into_iter().map(pair).collect::<Vec<_>>().join("&");
        let mut request = http::Request::new(Bytes::from(form));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.url.clone();
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        let agent = concat!("callsheet/", env!("CARGO_PKG_VERSION"));
        headers.insert(USER_AGENT, HeaderValue::from_static(agent));
        if !self.in_body {
            headers.insert(AUTHORIZATION, self.basic()?);
        }
        Ok(request)
    }
}

/// The token in an answer (RFC 6749, section 5.1).
fn token(body: &[u8]) -> Result<Token, BoxError> {
    // What is wrong with the JSON may quote it.
    let json: Json =
        serde_json::from_slice(body).map_err(|_| "the answer of the token endpoint is not JSON")?;
    let value = json
        .get("access_token")
        .and_then(Json::as_str)
        .ok_or("the answer of the token endpoint has no `access_token`")?;
    let kind = json.get("token_type").and_then(Json::as_str).unwrap_or("bearer");
    if !kind.eq_ignore_ascii_case("bearer") {
        return Err("the token that was fetched is not a bearer token".into());
    }
    let token = Token::new(value);
    Ok(match json.get("expires_in").and_then(seconds) {
        Some(life) => token.expires_in(life),
        None => token,
    })
}

/// A number of seconds, which some servers write as a text, and some below zero.
fn seconds(json: &Json) -> Option<Duration> {
    let seconds = match json {
        Json::Number(number) => number.as_f64()?,
        Json::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    if seconds.is_nan() {
        return None;
    }
    Some(Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX))
}

/// What an endpoint says that gives no token (RFC 6749, section 5.2).
fn refusal(status: StatusCode, body: &[u8]) -> String {
    let json = serde_json::from_slice::<Json>(body).unwrap_or_default();
    let text = |key: &str| json.get(key).and_then(Json::as_str).map(str::to_owned);
    let said: Vec<String> = ["error", "error_description"].into_iter().filter_map(text).collect();
    let said = if said.is_empty() { String::new() } else { format!(": {}", said.join(": ")) };
    format!("the token endpoint answered {}{said}", status.as_u16())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn life(expires_in: &str) -> Option<Duration> {
        let answer = format!(r#"{{"access_token":"t","expires_in":{expires_in}}}"#);
        token(answer.as_bytes()).unwrap().expires_in
    }

    #[test]
    fn f111_odd_lives_are_taken_for_what_they_can_mean() {
        assert_eq!(life("3600"), Some(Duration::from_secs(3600)));
        assert_eq!(life("\" 60 \""), Some(Duration::from_secs(60)));
        assert_eq!(life("0"), Some(Duration::ZERO));
        assert_eq!(life("-5"), Some(Duration::ZERO));
        assert_eq!(life("1e300"), Some(Duration::MAX));
        assert_eq!(life("null"), None);
        assert_eq!(life("\"soon\""), None);
        assert_eq!(life("\"NaN\""), None);
    }

    #[test]
    fn f112_what_is_no_token_is_refused_without_being_shown() {
        for answer in [
            "<html>canary</html>",
            "{\"token\":\"canary\"}",
            "{\"access_token\":5}",
            "{\"access_token\":\"canary\",\"token_type\":\"mac\"}",
            "{\"access_token\":\"canary\"",
        ] {
            let said = token(answer.as_bytes()).unwrap_err().to_string();
            assert!(!said.contains("canary"), "{said}");
        }
    }
}
