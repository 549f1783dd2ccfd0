//! A client as people write it by hand: `http` and serde, one method, nothing shared.

use std::future::poll_fn;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use callsheet::transport::TransportError;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Method, Request, StatusCode};

use super::Mock;
use super::twin::{ApiError, Create, Session};

/// A client by hand.
#[derive(Debug)]
pub struct Hand {
    base_url: String,
    authorization: HeaderValue,
    /// The time limit of a call.
    timeout: Option<Duration>,
    transport: Mock,
}

/// What goes wrong by hand.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum HandError {
    Json(serde_json::Error),
    Http(http::Error),
    Transport(TransportError),
    TimedOut,
    Api(StatusCode, ApiError),
}

impl std::fmt::Display for HandError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for HandError {}

/// A key that nobody else has.
fn key() -> String {
    let random = || RandomState::new().hash_one(0_u8);
    format!("{:016x}{:016x}", random(), random())
}

impl Hand {
    /// A client with a token, and a time limit for each call if there is to be one.
    pub fn new(token: &str, timeout: Option<Duration>) -> Result<Self, http::Error> {
        let mut authorization = HeaderValue::try_from(format!("Bearer {token}"))?;
        authorization.set_sensitive(true);
        let base_url = "https://api.qoder.com/api/v1/cloud".to_owned();
        Ok(Self { base_url, authorization, timeout, transport: Mock })
    }

    /// Creates a session.
    pub async fn create(&self, body: &Create) -> Result<Session, HandError> {
        let body = serde_json::to_vec(body).map_err(HandError::Json)?;
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("{}/sessions", self.base_url))
            .header(ACCEPT, HeaderValue::from_static("application/json"))
            .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
            .header(USER_AGENT, HeaderValue::from_static("hand/0.1.0"))
            .header(AUTHORIZATION, self.authorization.clone())
            .header("idempotency-key", key())
            .header("x-qoder-lang", HeaderValue::from_static("rust"))
            .header("x-qoder-package-version", HeaderValue::from_static("0.1.0"))
            .header("x-qoder-retry-count", 0)
            .header("x-qoder-timeout", 60)
            .body(Bytes::from(body))
            .map_err(HandError::Http)?;
        let (status, body) = match self.timeout {
            None => self.exchange(request).await?,
            Some(limit) => tokio::time::timeout(limit, self.exchange(request))
                .await
                .map_err(|_| HandError::TimedOut)??,
        };
        if status == StatusCode::CREATED {
            serde_json::from_slice(&body).map_err(HandError::Json)
        } else {
            let error = serde_json::from_slice(&body).map_err(HandError::Json)?;
            Err(HandError::Api(status, error))
        }
    }

    /// Sends a request and reads the whole response.
    async fn exchange(&self, request: Request<Bytes>) -> Result<(StatusCode, Bytes), HandError> {
        let response = self.transport.answer(request).await.map_err(HandError::Transport)?;
        let status = response.status();
        let mut stream = response.into_body();
        let mut body = BytesMut::new();
        while let Some(chunk) = poll_fn(|cx| stream.as_mut().poll_next(cx)).await {
            body.extend_from_slice(&chunk.map_err(HandError::Transport)?);
        }
        Ok((status, body.freeze()))
    }
}
