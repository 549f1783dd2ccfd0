//! Files to upload.

use std::fmt;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use crate::error::BoxError;
use crate::value::{Blank, Slot, Value, View};

/// A file to upload: bytes, the path of a file, or a stream, with a name and a media type.
///
/// What is in memory or on disk is sent again where a call is tried again. A stream cannot be: a
/// call that sends one is tried once, whatever the client's settings say. `to_http` is for requests
/// whose files are in memory.
///
/// ```
/// use callsheet::File;
///
/// let notes = File::from_bytes("notes.txt", "Hello").with_content_type("text/plain");
/// let photo = File::from_path("pictures/cat.jpg").with_name("rex.jpg");
/// assert_eq!((notes.name(), photo.name()), ("notes.txt", "rex.jpg"));
/// ```
#[derive(Clone)]
pub struct File {
    source: Source,
    name: String,
    content_type: Option<String>,
}

/// Where the content of a file is.
#[derive(Clone)]
pub(crate) enum Source {
    Bytes(Bytes),
    Path(PathBuf),
    Stream(Arc<Once>),
}

/// A stream that can be read once.
pub(crate) struct Once {
    pub(crate) stream: Mutex<Option<ByteStream>>,
    pub(crate) length: Option<u64>,
}

/// Bytes in the pieces in which they come.
pub(crate) type ByteStream = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

impl File {
    /// A file of these bytes.
    pub fn from_bytes(name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::new(Source::Bytes(bytes.into()), name.into())
    }

    /// The file at this path, under its own name. It is opened when it is sent, and read in pieces
    /// as it goes out; reading a piece blocks the thread. Give a stream where the disk is slow.
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
        Self::new(Source::Path(path), name)
    }

    /// A file that comes in pieces, and how many bytes there will be, if that is known: then the
    /// server is told, and it is an error if there are more or fewer.
    pub fn from_stream<B, E>(
        name: impl Into<String>,
        stream: impl Stream<Item = Result<B, E>> + Send + 'static,
        length: Option<u64>,
    ) -> Self
    where
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        let stream: ByteStream = Box::pin(Pieces(Box::pin(stream)));
        let once = Once { stream: Mutex::new(Some(stream)), length };
        Self::new(Source::Stream(Arc::new(once)), name.into())
    }

    fn new(source: Source, name: String) -> Self {
        Self { source, name, content_type: None }
    }

    /// The same file under another name.
    #[must_use]
    pub fn with_name(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// Says what the file is: `application/octet-stream` where nothing does.
    #[must_use]
    pub fn with_content_type(self, content_type: impl Into<String>) -> Self {
        Self { content_type: Some(content_type.into()), ..self }
    }

    /// The name that the server is told.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The media type that the server is told.
    pub fn content_type(&self) -> &str {
        self.content_type.as_deref().unwrap_or("application/octet-stream")
    }

    pub(crate) fn source(&self) -> &Source {
        &self.source
    }
}

impl From<PathBuf> for File {
    fn from(path: PathBuf) -> Self {
        Self::from_path(path)
    }
}

impl From<&Path> for File {
    fn from(path: &Path) -> Self {
        Self::from_path(path)
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("File");
        out.field("name", &self.name).field("content_type", &self.content_type());
        match &self.source {
            Source::Bytes(bytes) => out.field("bytes", &bytes.len()),
            Source::Path(path) => out.field("path", path),
            Source::Stream(once) => out.field("stream", &once.length),
        };
        out.finish()
    }
}

/// Two files are the same if what the server gets is; two streams, if they are one.
impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        let same_source = match (&self.source, &other.source) {
            (Source::Bytes(left), Source::Bytes(right)) => left == right,
            (Source::Path(left), Source::Path(right)) => left == right,
            (Source::Stream(left), Source::Stream(right)) => Arc::ptr_eq(left, right),
            _ => false,
        };
        same_source && self.name == other.name && self.content_type() == other.content_type()
    }
}

impl Value for File {
    fn view(&self) -> View<'_> {
        View::File(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Ignored
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for File {
    const BLANK: Self =
        Self { source: Source::Bytes(Bytes::new()), name: String::new(), content_type: None };
}

/// A stream of a user's own, with one type of bytes and of errors.
struct Pieces<S>(Pin<Box<S>>);

impl<B: Into<Bytes>, E: Into<BoxError>, S: Stream<Item = Result<B, E>>> Stream for Pieces<S> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.0.as_mut().poll_next(cx);
        next.map(|next| next.map(|piece| piece.map(Into::into).map_err(Into::into)))
    }
}
