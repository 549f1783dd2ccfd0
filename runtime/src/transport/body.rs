//! The bodies of requests: bytes, or pieces that are read as they are sent.

use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use crate::error::BoxError;
use crate::file::{ByteStream, Once};
use crate::lock::lock;

/// How much of a file is read at a time.
const CHUNK: usize = 64 * 1024;

/// The body of a request. Most are bytes; one with files in it is read as it is sent.
#[derive(Clone)]
pub struct RequestBody(Repr);

#[derive(Clone)]
enum Repr {
    Bytes(Bytes),
    Pieces(Arc<[Piece]>),
}

/// A piece of a body.
pub(crate) enum Piece {
    Bytes(Bytes),
    /// A file and its length.
    Path(PathBuf, u64),
    Stream(Arc<Once>),
}

impl RequestBody {
    /// A body of these pieces, one after the other.
    pub(crate) fn of_pieces(pieces: Vec<Piece>) -> Self {
        Self(Repr::Pieces(pieces.into()))
    }

    /// The whole body, where it is in memory.
    pub fn bytes(&self) -> Option<Bytes> {
        let pieces = match &self.0 {
            Repr::Bytes(bytes) => return Some(bytes.clone()),
            Repr::Pieces(pieces) => pieces,
        };
        let mut whole = BytesMut::new();
        for piece in pieces.iter() {
            match piece {
                Piece::Bytes(bytes) => whole.extend_from_slice(bytes),
                Piece::Path(..) | Piece::Stream(_) => return None,
            }
        }
        Some(whole.freeze())
    }

    /// The whole body, where it is one piece.
    #[cfg(feature = "reqwest")]
    pub(crate) fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Repr::Bytes(bytes) => Some(bytes),
            Repr::Pieces(_) => None,
        }
    }

    /// How many bytes it has, where that is known before it is read.
    pub fn length(&self) -> Option<u64> {
        match &self.0 {
            Repr::Bytes(bytes) => Some(bytes.len() as u64),
            Repr::Pieces(pieces) => pieces.iter().map(Piece::length).sum(),
        }
    }

    /// Whether it can be sent again. A stream cannot.
    pub fn is_replayable(&self) -> bool {
        match &self.0 {
            Repr::Bytes(_) => true,
            Repr::Pieces(pieces) => !pieces.iter().any(|piece| matches!(piece, Piece::Stream(_))),
        }
    }

    /// The body in pieces, for a transport to send. Files are opened as it is read.
    pub fn into_stream(self) -> RequestStream {
        let pieces = match self.0 {
            Repr::Bytes(bytes) => Arc::from([Piece::Bytes(bytes)]),
            Repr::Pieces(pieces) => pieces,
        };
        RequestStream { pieces, next: 0, open: None }
    }
}

impl Default for RequestBody {
    fn default() -> Self {
        Self(Repr::Bytes(Bytes::new()))
    }
}

impl From<Bytes> for RequestBody {
    fn from(bytes: Bytes) -> Self {
        Self(Repr::Bytes(bytes))
    }
}

/// Its size only: what is in it may be secret.
impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length() {
            Some(length) => write!(f, "RequestBody({length} bytes)"),
            None => f.write_str("RequestBody(stream)"),
        }
    }
}

impl Piece {
    fn length(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => Some(bytes.len() as u64),
            Self::Path(_, length) => Some(*length),
            Self::Stream(once) => once.length,
        }
    }

    fn open(&self) -> Result<Open, BoxError> {
        match self {
            Self::Bytes(bytes) => Ok(Open::Bytes(bytes.clone())),
            Self::Path(path, length) => {
                let file = std::fs::File::open(path).map_err(|error| unreadable(path, &error))?;
                Ok(Open::File { file, path: path.clone(), left: *length })
            }
            Self::Stream(once) => {
                let mut stream = lock(&once.stream);
                let stream = stream.take().ok_or("the stream has been sent before")?;
                Ok(Open::Stream { stream, left: once.length })
            }
        }
    }
}

/// What went wrong with a file, in one line.
pub(crate) fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("cannot read the file `{}`: {error}", path.display())
}

/// The pieces of a body as they are read. What comes after an error is nothing.
pub struct RequestStream {
    pieces: Arc<[Piece]>,
    next: usize,
    open: Option<Open>,
}

/// The piece that is being read.
enum Open {
    Bytes(Bytes),
    File { file: std::fs::File, path: PathBuf, left: u64 },
    Stream { stream: ByteStream, left: Option<u64> },
}

impl Stream for RequestStream {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(open) = &mut self.open else {
                let Some(piece) = self.pieces.get(self.next) else {
                    return Poll::Ready(None);
                };
                match piece.open() {
                    Ok(open) => self.open = Some(open),
                    Err(error) => return self.fail(error),
                }
                self.next += 1;
                continue;
            };
            match open.poll_read(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(Some(bytes))) if bytes.is_empty() => {}
                Poll::Ready(Ok(Some(bytes))) => return Poll::Ready(Some(Ok(bytes))),
                Poll::Ready(Ok(None)) => self.open = None,
                Poll::Ready(Err(error)) => return self.fail(error),
            }
        }
    }
}

impl RequestStream {
    fn fail(&mut self, error: BoxError) -> Poll<Option<Result<Bytes, BoxError>>> {
        (self.next, self.open) = (self.pieces.len(), None);
        Poll::Ready(Some(Err(Box::new(SourceError(error)))))
    }
}

impl fmt::Debug for RequestStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestStream").finish_non_exhaustive()
    }
}

impl Open {
    /// The next bytes, or `None` at the end.
    fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, BoxError>> {
        match self {
            Self::Bytes(bytes) if bytes.is_empty() => Poll::Ready(Ok(None)),
            Self::Bytes(bytes) => Poll::Ready(Ok(Some(std::mem::take(bytes)))),
            Self::File { file, path, left } => Poll::Ready(read(file, path, left)),
            Self::Stream { stream, left } => stream.as_mut().poll_next(cx).map(|next| {
                let next = next.transpose()?;
                count(next.as_ref(), left)?;
                Ok(next)
            }),
        }
    }
}

/// Reads on in a file that had a length when the request was made, which the server was told.
fn read(file: &mut std::fs::File, path: &Path, left: &mut u64) -> Result<Option<Bytes>, BoxError> {
    let room = usize::try_from(*left).unwrap_or(CHUNK).min(CHUNK);
    if room == 0 {
        return Ok(None);
    }
    let mut chunk = BytesMut::zeroed(room);
    let read = file.read(&mut chunk).map_err(|error| unreadable(path, &error))?;
    if read == 0 {
        return Err(format!("the file `{}` has become shorter", path.display()).into());
    }
    chunk.truncate(read);
    *left -= read as u64;
    // Said before the last bytes are out, so that no part of a file passes for the whole.
    if *left == 0 && file.read(&mut [0]).map_err(|error| unreadable(path, &error))? > 0 {
        return Err(format!("the file `{}` has become longer", path.display()).into());
    }
    Ok(Some(chunk.freeze()))
}

/// Holds a stream to the length that the server was told.
fn count(next: Option<&Bytes>, left: &mut Option<u64>) -> Result<(), BoxError> {
    let Some(left) = left else {
        return Ok(());
    };
    match next {
        Some(bytes) => {
            *left =
                left.checked_sub(bytes.len() as u64).ok_or("the stream is longer than was said")?;
        }
        None if *left > 0 => return Err("the stream is shorter than was said".into()),
        None => {}
    }
    Ok(())
}

/// The file or the stream that a body is read from has failed, and not the connection.
#[derive(Debug)]
pub(crate) struct SourceError(BoxError);

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for SourceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}
