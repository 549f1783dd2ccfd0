//! Answers that no client should have to meet, and every client will.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::response::Response;
use bytes::Bytes;

use crate::reply::Refusal;

/// What to answer instead of the truth.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Fault {
    /// 401 with a page of HTML.
    HtmlUnauthorized,
    /// An error status with plain text.
    TextError(u16),
    /// 200 with a page of HTML.
    HtmlOk,
    /// 201 with JSON that stops being JSON inside `agent.name`.
    InvalidJson,
    /// 201 with JSON whose `usage.input_tokens` is of the wrong type.
    WrongType,
    /// 201 with a body that ends before its declared length.
    TruncatedBody,
    /// 201 with a body that never ends.
    EndlessBody,
    /// 302 to this URL.
    Redirect(String),
    /// A status, a content type and a body.
    Answer(u16, &'static str, String),
    /// The request is carried out, but its answer breaks off.
    LostAnswer,
    /// A stream of events breaks off after so many of them.
    CutStream(usize),
    /// 429, and the seconds after which to come again.
    RateLimited(u32),
    /// No answer.
    Hang,
}

impl Fault {
    /// Whether the request is carried out all the same.
    pub(crate) fn is_carried_out(&self) -> bool {
        matches!(self, Self::LostAnswer | Self::CutStream(_))
    }

    pub(crate) async fn answer(self, request_id: &str) -> Response {
        match self {
            Self::HtmlUnauthorized => answer(401, "text/html", "<html><h1>Sign in</h1></html>"),
            Self::TextError(status) => answer(status, "text/plain", "upstream connect error"),
            Self::HtmlOk => answer(
                200,
                "text/html; charset=utf-8",
                "<html><h1>Welcome to the hotel</h1></html>",
            ),
            Self::InvalidJson => answer(
                201,
                "application/json",
                r#"{"id":"sess_1","type":"session","agent":{"id":"agent_1","name":}}"#,
            ),
            Self::WrongType => {
                let page = crate::sessions::page_session();
                let wrong =
                    page.to_string().replace("\"input_tokens\":0", "\"input_tokens\":\"none\"");
                answer(201, "application/json", &wrong)
            }
            Self::RateLimited(seconds) => Refusal::too_many(seconds, request_id),
            Self::TruncatedBody | Self::LostAnswer | Self::CutStream(_) => {
                let mut response = answer(201, "application/json", "");
                response.headers_mut().insert(CONTENT_LENGTH, 4096.into());
                *response.body_mut() = Body::from_stream(Pieces {
                    piece: b"{\"id\": \"sess_",
                    left: 1,
                    waited: false,
                });
                response
            }
            Self::EndlessBody => {
                let mut response = answer(201, "application/json", "");
                *response.body_mut() =
                    Body::from_stream(Pieces { piece: &SPACES, left: usize::MAX, waited: false });
                response
            }
            Self::Redirect(url) => {
                let mut response = answer(302, "text/plain", "");
                if let Ok(url) = url.parse() {
                    response.headers_mut().insert(LOCATION, url);
                }
                response
            }
            Self::Answer(status, content_type, body) => answer(status, content_type, &body),
            Self::Hang => std::future::pending().await,
        }
    }
}

fn answer(status: u16, content_type: &'static str, body: &str) -> Response {
    let mut response = Response::new(Body::from(body.to_owned()));
    *response.status_mut() = status.try_into().unwrap_or_default();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, axum::http::HeaderValue::from_static(content_type));
    headers.insert("x-request-id", axum::http::HeaderValue::from_static("req_fault"));
    response
}

static SPACES: [u8; 64 * 1024] = [b' '; 64 * 1024];

/// A body of equal pieces. One that ends, ends with an error, which closes the connection.
struct Pieces {
    piece: &'static [u8],
    left: usize,
    /// Whether the pieces have had their turn to be sent before the error.
    waited: bool,
}

impl futures_core::Stream for Pieces {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                Poll::Ready(Some(Ok(Bytes::from_static(self.piece))))
            }
            None if !self.waited => {
                self.waited = true;
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            None => Poll::Ready(Some(Err(std::io::Error::other("the body ends early")))),
        }
    }
}
