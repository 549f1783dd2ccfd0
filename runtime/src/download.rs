//! The typed edge of a download: all that is generic is what an error is.

mod core;
mod name;
mod range;
mod save;

use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT_ENCODING, HeaderValue};

use crate::call::write;
use crate::client::Client;
use crate::error::{Error, typed};
use crate::execute::Prepared;
use crate::operation::{Endpoint, Failure, Operation};
use crate::options::CallOptions;
use crate::request::RequestParts;
use crate::response::Response;
use crate::unread::Unread;

use self::core::Core;
use self::save::Partial;

/// The encoding of bytes as they are (RFC 9110, section 12.5.3).
const IDENTITY: &str = "identity";

/// The request of an endpoint that answers with bytes.
pub trait Downloads: Endpoint {}

/// A file as it comes, piece by piece.
///
/// Nothing is read before it is asked for, and no more is in memory than the piece that came last.
/// Dropping the future of [`chunk`](Self::chunk) loses no byte; dropping the download closes the
/// connection.
///
/// What came is what the server said would come: where it announces a length, a file that is shorter
/// or longer is an error, which says how much there was. The bytes are those of the file. One that
/// comes encoded, say with gzip, is refused, unless the call has an `Accept-Encoding` header of
/// its own; then the bytes are as encoded as the response says.
///
/// # Connections that break off
///
/// A download goes on where it broke off, if the server gives parts of files (`Accept-Ranges`) and
/// says which file it is (a strong `ETag`, or a `Last-Modified` that is old enough), and the request
/// is a GET of the whole file. It is asked for what is missing (`Range`, with `If-Range`),
/// and what it sends must fit: a file that has changed in between is an error, as what the caller has
/// is of another one. A server that sends all of the same file again is listened to from where it
/// broke off. (RFC 9110, sections 13.1.5, 14 and 15.3.7.)
///
/// Connections after the first are retries: the policy decides, and there are `max_retries` of them,
/// counted anew once one has brought 64 KiB. To hooks, each of them is a call of its own.
///
/// # Time
///
/// The client's `timeout` and `attempt_timeout` hold until the head of the response is there; the
/// `timeout` of the call itself holds to the last byte. `body_idle_timeout` limits the time between
/// two pieces, while they are waited for: a caller may take its time.
pub struct Download<F> {
    core: Box<Core>,
    failure: PhantomData<fn() -> F>,
}

/// A download that is being started. Dropping it gives the call up.
#[must_use = "a call does nothing until it is awaited"]
pub struct Downloading<F> {
    call: Unread,
    /// When it was sent, which is when somebody first waited for it.
    started: Option<Instant>,
    failure: PhantomData<fn() -> F>,
}

/// Sends a request, for its body as it comes.
pub fn download<R: Downloads, F: Failure>(
    client: &Client,
    request: &R,
    options: &CallOptions,
) -> Downloading<F> {
    let parts = write(client, R::OPERATION, request, options);
    Downloading::start(client, R::OPERATION, parts, options)
}

impl<F> Downloading<F> {
    /// Sends the parts of a request, unless it was refused.
    pub(crate) fn start(
        client: &Client,
        operation: &'static Operation,
        parts: Result<RequestParts, Error>,
        options: &CallOptions,
    ) -> Self {
        let call = parts.map(|mut parts| {
            let identity = HeaderValue::from_static(IDENTITY);
            parts.headers.entry(ACCEPT_ENCODING).or_insert(identity);
            Prepared { unread: true, ..Prepared::new(client.clone(), operation, parts, options) }
        });
        let call = Unread::start(client, operation, call);
        Self { call, started: None, failure: PhantomData }
    }
}

impl<F: Failure> Future for Downloading<F> {
    type Output = Result<Download<F>, Error<F>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let now = self.call.client().inner().clock.now();
        let started = *self.started.get_or_insert(now);
        let answer = ready!(self.call.poll(cx));
        let core = answer.and_then(|(call, response)| Core::new(call, response, started));
        Poll::Ready(match core {
            Ok(core) => Ok(Download { core: Box::new(core), failure: PhantomData }),
            Err(error) => Err(typed(error, self.call.client())),
        })
    }
}

impl<F: Failure> Download<F> {
    /// The next piece, as it came. `None` after the last one.
    ///
    /// # Errors
    /// A connection that broke off and could not be made good, a file that is not as long as was
    /// announced or larger than is wanted, a time limit. There is nothing more then.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error<F>> {
        let piece = poll_fn(|cx| self.core.poll(cx)).await.transpose();
        piece.map_err(|error| typed(error, &self.core.call().client))
    }

    /// The rest of it, in memory.
    ///
    /// # Errors
    /// Those of [`chunk`](Self::chunk), one that is larger than the client's `max_body`, and a
    /// download that has failed or was closed before.
    pub async fn bytes(mut self) -> Result<Bytes, Error<F>> {
        let whole = collect(&mut self.core).await;
        whole.map_err(|error| typed(error, &self.core.call().client))
    }

    /// Writes the rest of it to a file, and returns how many bytes that were. A file that is there is
    /// replaced; until all has come, and where not all comes, it stays as it is. Writing blocks the
    /// thread, piece by piece.
    ///
    /// # Errors
    /// Those of [`chunk`](Self::chunk), a file that cannot be written, and a download that has failed
    /// or was closed before.
    pub async fn save_to(mut self, path: impl AsRef<Path> + Send) -> Result<u64, Error<F>> {
        let saved = save(&mut self.core, path.as_ref()).await;
        saved.map_err(|error| typed(error, &self.core.call().client))
    }
}

impl<F> Download<F> {
    /// Takes no more than so many bytes: a file that is larger is an error. There is no limit
    /// unless this sets one.
    #[must_use]
    pub fn at_most(mut self, bytes: u64) -> Self {
        self.core.limit(bytes);
        self
    }

    /// Status, headers, media type and request id of the response that is being read: after the
    /// download has been resumed, of the last one.
    pub fn meta(&self) -> &Response<()> {
        self.core.meta()
    }

    /// How long the file is, in bytes, where the server says so.
    pub fn length(&self) -> Option<u64> {
        self.core.length()
    }

    /// How many bytes have come.
    pub fn received(&self) -> u64 {
        self.core.received()
    }

    /// The name that the server gives the file (RFC 6266), made safe: one in a folder of your own.
    /// It has no separators, no `..`, no control characters, is no name of a device, and is not
    /// too long.
    pub fn file_name(&self) -> Option<String> {
        name::file_name(self.core.meta().headers())
    }

    /// Closes the connection. There is nothing more then.
    pub fn close(&mut self) {
        self.core.close();
    }
}

async fn collect(core: &mut Core) -> Result<Bytes, Error> {
    let most = core.call().client.inner().max_body as u64;
    core.limit(core.received().saturating_add(most));
    let mut whole = BytesMut::new();
    while let Some(piece) = poll_fn(|cx| core.poll(cx)).await {
        whole.extend_from_slice(&piece?);
    }
    core.check_whole()?;
    Ok(whole.freeze())
}

async fn save(core: &mut Core, path: &Path) -> Result<u64, Error> {
    let before = core.received();
    let mut file = Partial::create(path).map_err(|error| core.not_kept(error))?;
    while let Some(piece) = poll_fn(|cx| core.poll(cx)).await {
        file.write(&piece?).map_err(|error| core.not_kept(error))?;
    }
    core.check_whole()?;
    file.finish(path).map_err(|error| core.not_kept(error))?;
    Ok(core.received() - before)
}

impl<F: Failure> futures_core::Stream for Download<F> {
    type Item = Result<Bytes, Error<F>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = ready!(self.core.poll(cx));
        let typed = |error| typed(error, &self.core.call().client);
        Poll::Ready(piece.map(|piece| piece.map_err(typed)))
    }
}

impl<F> std::fmt::Debug for Download<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Download")
            .field("operation", &self.core.call().operation.name)
            .field("received", &self.received())
            .field("length", &self.length())
            .finish_non_exhaustive()
    }
}

impl<F> std::fmt::Debug for Downloading<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Downloading")
            .field("operation", &self.call.operation().name)
            .finish_non_exhaustive()
    }
}
