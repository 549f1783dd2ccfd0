//! A server that notes what it is sent, and answers what a test tells it to.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::Response;

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Path and query.
    pub target: String,
    /// The headers.
    pub headers: axum::http::HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Seen {
    /// The query.
    pub fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The text of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// A running server. It ends with the test's runtime.
pub struct Server {
    url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// A server with one answer: status, headers and body.
    pub async fn answering(
        status: u16,
        headers: &[(&'static str, &'static str)],
        body: impl Into<Vec<u8>>,
    ) -> Self {
        let (headers, body) = (headers.to_vec(), body.into());
        let seen: Arc<Mutex<Vec<Seen>>> = Arc::default();
        let notes = Arc::clone(&seen);
        let app = Router::new().fallback(move |request: Request| {
            let (notes, headers, body) = (Arc::clone(&notes), headers.clone(), body.clone());
            async move {
                let (head, sent) = request.into_parts();
                // A client that gives up has sent nothing that counts.
                let Ok(sent) = to_bytes(sent, usize::MAX).await else {
                    return Response::default();
                };
                let target = head.uri.to_string();
                notes.lock().unwrap().push(Seen {
                    target,
                    headers: head.headers,
                    body: sent.to_vec(),
                });
                let mut response = Response::builder().status(status);
                for (name, value) in headers {
                    response = response.header(name, value);
                }
                response.body(Body::from(body)).unwrap()
            }
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, seen }
    }

    /// Its base URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// All requests that it has seen.
    pub fn all(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// How many requests it has seen.
    pub fn count(&self) -> usize {
        self.all().len()
    }

    /// The one request that it has seen.
    pub fn one(&self) -> Seen {
        let mut seen = self.all();
        assert_eq!(seen.len(), 1, "{seen:?}");
        seen.remove(0)
    }
}
