//! A transport that says again what was recorded.

use std::fmt;
use std::path::Path;
use std::sync::Mutex;

use http::{HeaderName, HeaderValue};

use super::cassette::{Exchange, Outcome};
use crate::BuildError;
use crate::lock::lock;
use crate::transport::{
    AttemptContext, Phase, RequestBody, ResponseBody, Transport, TransportError, TransportFuture,
};

/// Says again what a [`Recorder`](super::Recorder) noted.
///
/// A call gets the first exchange that is left of its operation and with its path, whatever else is
/// in the request. When there is none the call fails, and says what is left.
///
/// ```no_run
/// # callsheet::client! { api Petshop { server "https://api.petshop.example" auth bearer } }
/// # fn run() -> Result<(), Box<dyn std::error::Error>> {
/// use callsheet::testing::Replay;
///
/// let replay = Replay::open("tests/cassettes/rex.jsonl")?;
/// let shop = Petshop::builder().bearer("any").transport(replay).build()?;
/// # Ok(())
/// # }
/// ```
pub struct Replay {
    /// Each until it has been said.
    exchanges: Mutex<Vec<Exchange>>,
}

impl Replay {
    /// Reads a recording from a file.
    ///
    /// # Errors
    /// If it cannot be read, or is no recording.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, BuildError> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|error| {
            BuildError::new(format!("cannot read the recording `{}`: {error}", path.display()))
        })?;
        Self::of(&text)
    }

    /// Reads a recording.
    ///
    /// # Errors
    /// If it is none.
    pub fn of(text: &str) -> Result<Self, BuildError> {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let exchanges = lines.map(|(index, line)| {
            Exchange::of_line(line).ok_or_else(|| {
                BuildError::new(format!("line {} of the recording is no exchange", index + 1))
            })
        });
        Ok(Self { exchanges: Mutex::new(exchanges.collect::<Result<_, _>>()?) })
    }

    /// The exchange for a request, which is then used up.
    fn take(&self, operation: &str, method: &str, path: &str) -> Result<Exchange, TransportError> {
        let mut exchanges = lock(&self.exchanges);
        let found = exchanges.iter().position(|exchange| {
            exchange.operation == operation && exchange.method == method && exchange.path == path
        });
        found.map(|index| exchanges.remove(index)).ok_or_else(|| {
            let left: Vec<String> = exchanges.iter().map(Exchange::to_string).collect();
            let left = if left.is_empty() { "nothing".to_owned() } else { left.join(", ") };
            let text = format!(
                "the recording has no exchange of `{operation}` {method} {path}; what is left: {left}"
            );
            TransportError::new(Phase::Refused, text)
        })
    }
}

impl Transport for Replay {
    fn send(
        &self,
        request: http::Request<RequestBody>,
        context: &AttemptContext,
    ) -> TransportFuture {
        let (name, path) = (context.operation.name, request.uri().path());
        let played = self.take(name, request.method().as_str(), path).and_then(play);
        Box::pin(std::future::ready(played))
    }
}

fn play(exchange: Exchange) -> Result<http::Response<ResponseBody>, TransportError> {
    let (status, headers, body, breaks_off) = match exchange.outcome {
        Outcome::Response { status, headers, body, breaks_off } => {
            (status, headers, body, breaks_off)
        }
        Outcome::Failure { phase, sent, timed_out } => {
            let error = TransportError::new(phase, "as it was recorded");
            return Err(TransportError { sent, timed_out, ..error });
        }
    };
    let malformed = || TransportError::new(Phase::Refused, "the recorded response is malformed");
    let response = super::reply::response(status, body.into(), breaks_off);
    let mut response = response.ok_or_else(malformed)?;
    for (name, value) in headers {
        let name = HeaderName::try_from(name).map_err(|_| malformed())?;
        let value = HeaderValue::try_from(value).map_err(|_| malformed())?;
        response.headers_mut().append(name, value);
    }
    Ok(response)
}

impl fmt::Display for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {} {}", self.operation, self.method, self.path)
    }
}

impl fmt::Debug for Replay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exchanges = lock(&self.exchanges);
        f.debug_struct("Replay").field("exchanges", &exchanges.len()).finish()
    }
}
