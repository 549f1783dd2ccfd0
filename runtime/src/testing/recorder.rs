//! A transport that notes what goes over another one.

use std::fmt;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderMap;

use super::cassette::{Exchange, Outcome};
use super::sanitize::Sanitizer;
use super::seen::read;
use crate::lock::lock;
use crate::transport::{
    AttemptContext, Phase, RequestBody, ResponseBody, Transport, TransportError, TransportFuture,
};

/// Notes what goes over a transport, for [`Replay`](super::Replay).
///
/// Values of queries are never kept, and of headers only those that are known to be harmless. Of
/// JSON bodies the fields are taken out that sound like secrets, such as `password` and
/// `access_token`, and those that [`sensitive`](Self::sensitive) names. What was taken out, and what
/// [`secret`](Self::secret) names, is looked for in the rest: a file with any of it is not written.
///
/// ```no_run
/// # callsheet::client! { api Petshop { server "https://api.petshop.example" auth bearer }
/// #     GET /pets/{id: String} as pet { -> 200 { name: String } } }
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// use callsheet::testing::Recorder;
/// use callsheet::transport::ReqwestTransport;
///
/// let recorder = Recorder::new(ReqwestTransport::new(None)?).sensitive("chip_number");
/// let shop = Petshop::builder().bearer("secret").transport(recorder.transport()).build()?;
/// shop.pet("rex").send().await?;
/// recorder.save("tests/cassettes/rex.jsonl")?;
/// # Ok(())
/// # }
/// ```
pub struct Recorder {
    shared: Arc<Shared>,
}

struct Shared {
    inner: Box<dyn Transport>,
    tape: Mutex<Tape>,
}

#[derive(Default)]
struct Tape {
    sanitizer: Sanitizer,
    /// In the order in which the requests went out.
    exchanges: Vec<Exchange>,
}

/// Why a recording was not saved.
#[derive(Debug)]
#[non_exhaustive]
pub enum RecordError {
    /// A secret would be in the file. Which one is not said.
    Secret {
        /// The operation of the exchange.
        operation: String,
        /// The line of the file, from 1.
        line: usize,
    },
    /// The file cannot be written.
    Io(std::io::Error),
}

impl Recorder {
    /// Records what goes over `inner`.
    pub fn new(inner: impl Transport) -> Self {
        let shared = Shared { inner: Box::new(inner), tape: Mutex::default() };
        Self { shared: Arc::new(shared) }
    }

    /// Takes the fields of this name out of JSON bodies.
    #[must_use]
    pub fn sensitive(self, field: &str) -> Self {
        self.shared.tape().sanitizer.sensitive.push(field.to_owned());
        self
    }

    /// Writes no file that has this text in it.
    #[must_use]
    pub fn secret(self, secret: &str) -> Self {
        if !secret.is_empty() {
            self.shared.tape().sanitizer.secrets.push(secret.to_owned());
        }
        self
    }

    /// The transport, for [`Builder::transport`](crate::Builder::transport).
    pub fn transport(&self) -> impl Transport {
        Recording(Arc::clone(&self.shared))
    }

    /// The recording: one line of JSON for each exchange.
    ///
    /// # Errors
    /// If a secret is in it.
    pub fn text(&self) -> Result<String, RecordError> {
        let tape = self.shared.tape();
        let mut text = String::new();
        for (index, exchange) in tape.exchanges.iter().enumerate() {
            let line = exchange.to_line();
            let mut texts = exchange.texts();
            texts.push(line.clone());
            if texts.iter().any(|text| tape.sanitizer.leaks(text)) {
                let operation = exchange.operation.clone();
                return Err(RecordError::Secret { operation, line: index + 1 });
            }
            text.push_str(&line);
            text.push('\n');
        }
        Ok(text)
    }

    /// Writes the recording to a file.
    ///
    /// # Errors
    /// If a secret would be in it, or it cannot be written. A file that is there stays as it is
    /// where there is a secret.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), RecordError> {
        std::fs::write(path, self.text()?).map_err(RecordError::Io)
    }
}

impl Shared {
    fn tape(&self) -> MutexGuard<'_, Tape> {
        lock(&self.tape)
    }
}

impl Tape {
    /// Notes a request. The number of its exchange.
    fn start(
        &mut self,
        head: &http::request::Parts,
        body: &[u8],
        context: &AttemptContext,
    ) -> usize {
        let cancelled = TransportError::new(Phase::Headers, "");
        self.exchanges.push(Exchange {
            operation: context.operation.name.to_owned(),
            method: head.method.to_string(),
            path: head.uri.path().to_owned(),
            query: self.sanitizer.query(head.uri.query().unwrap_or_default()),
            headers: self.sanitizer.headers(&head.headers),
            body: self.sanitizer.body(&head.headers, body),
            outcome: Outcome::of_error(&cancelled),
        });
        self.exchanges.len() - 1
    }

    fn end(&mut self, exchange: usize, outcome: Outcome) {
        if let Some(exchange) = self.exchanges.get_mut(exchange) {
            exchange.outcome = outcome;
        }
    }
}

impl Outcome {
    /// What is kept of a failure: not its words, which may say anything.
    fn of_error(error: &TransportError) -> Self {
        Self::Failure { phase: error.phase, sent: error.sent, timed_out: error.timed_out }
    }
}

/// What the client gets.
struct Recording(Arc<Shared>);

impl Transport for Recording {
    fn send(
        &self,
        request: http::Request<RequestBody>,
        context: &AttemptContext,
    ) -> TransportFuture {
        let (shared, context) = (Arc::clone(&self.0), context.clone());
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let bytes = read(body).await?;
            let exchange = shared.tape().start(&head, &bytes, &context);
            let request = http::Request::from_parts(head, RequestBody::from(bytes));
            match shared.inner.send(request, &context).await {
                Ok(response) => Ok(tee(&shared, exchange, response)),
                Err(error) => {
                    shared.tape().end(exchange, Outcome::of_error(&error));
                    Err(error)
                }
            }
        })
    }
}

/// The same response, whose body is noted as it is read.
fn tee(
    shared: &Arc<Shared>,
    exchange: usize,
    response: http::Response<ResponseBody>,
) -> http::Response<ResponseBody> {
    let (head, body) = response.into_parts();
    let tee = Tee {
        shared: Arc::clone(shared),
        exchange,
        status: head.status.as_u16(),
        headers: head.headers.clone(),
        inner: body,
        whole: Vec::new(),
        breaks_off: false,
    };
    http::Response::from_parts(head, Box::pin(tee))
}

/// A body that is noted as it is read. It is told when it is dropped, as far as it was read.
struct Tee {
    shared: Arc<Shared>,
    exchange: usize,
    status: u16,
    headers: HeaderMap,
    inner: ResponseBody,
    whole: Vec<u8>,
    breaks_off: bool,
}

impl Stream for Tee {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.inner.as_mut().poll_next(cx);
        match &next {
            Poll::Ready(Some(Ok(piece))) => self.whole.extend_from_slice(piece),
            Poll::Ready(Some(Err(_))) => self.breaks_off = true,
            _ => {}
        }
        next
    }
}

impl Drop for Tee {
    fn drop(&mut self) {
        let mut tape = self.shared.tape();
        let body = tape.sanitizer.body(&self.headers, &self.whole);
        let headers = tape.sanitizer.headers(&self.headers);
        let (status, breaks_off) = (self.status, self.breaks_off);
        tape.end(self.exchange, Outcome::Response { status, headers, body, breaks_off });
    }
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret { operation, line } => write!(
                f,
                "a secret would be in line {line}, an exchange of `{operation}`; name the field that \
                 it is in as sensitive"
            ),
            Self::Io(error) => write!(f, "the recording cannot be written: {error}"),
        }
    }
}

impl std::error::Error for RecordError {}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exchanges = self.shared.tape().exchanges.len();
        f.debug_struct("Recorder").field("exchanges", &exchanges).finish_non_exhaustive()
    }
}
