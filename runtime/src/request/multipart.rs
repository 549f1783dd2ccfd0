//! Bodies of several parts (RFC 7578), names escaped as browsers do (HTML, "multipart/form-data
//! encoding algorithm").

use std::fmt::Write as _;
use std::hash::{BuildHasher, RandomState};

use http::HeaderValue;

use super::placed::{each, rest};
use super::text;
use crate::codec::encode_view;
use crate::file::{File, Source};
use crate::schema::Place;
use crate::transport::RequestBody;
use crate::transport::body::{Piece, unreadable};
use crate::value::{Object, View, settled};

/// The parts as they are written.
struct Parts {
    boundary: String,
    /// What has been written since the last piece that is a file.
    text: String,
    pieces: Vec<Piece>,
}

/// The fields of an object whose place is the body, and the media type with its boundary.
pub(super) fn write(object: &dyn Object) -> Result<(RequestBody, String), String> {
    let mut parts = Parts { boundary: boundary(), text: String::new(), pieces: Vec::new() };
    each(object, Place::Body, &mut |placed| parts.field(placed.wire, placed.view))?;
    rest(object, Place::Body, &mut |key, value| parts.field(key, value.view()))?;
    let media = format!("multipart/form-data; boundary={}", parts.boundary);
    Ok((parts.finish(), media))
}

/// A boundary that nobody can guess, and so put into what is sent.
fn boundary() -> String {
    let random = || RandomState::new().hash_one(0_u8);
    format!("callsheet-{:016x}{:016x}", random(), random())
}

impl Parts {
    /// One part, or one for each element of a list.
    fn field(&mut self, name: &str, view: View<'_>) -> Result<(), String> {
        match settled(view) {
            View::Absent | View::Null => Ok(()),
            View::Secret(value) => self.field(name, value.view()),
            View::List(list) => (0..list.len())
                .filter_map(|index| list.get(index))
                .try_for_each(|value| self.part(name, value.view())),
            view => self.part(name, view),
        }
    }

    fn part(&mut self, name: &str, view: View<'_>) -> Result<(), String> {
        match settled(view) {
            View::File(file) => self.file(name, file),
            View::Object(_)
            | View::Map(_)
            | View::List(_)
            | View::Tuple(_)
            | View::Json(_)
            | View::Union(_)
            | View::Extern(_) => {
                let json = encode_view(view).map_err(|error| format!("{name}: {error}"))?;
                let json = String::from_utf8(json).map_err(|error| error.to_string())?;
                self.head(name, None, Some("application/json"));
                self.text.push_str(&json);
                Ok(())
            }
            view => {
                let text = text::of_view(&view).ok_or_else(|| {
                    format!("the part `{name}` is neither text nor a finite number")
                })?;
                self.text(name, &text);
                Ok(())
            }
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        self.head(name, None, None);
        self.text.push_str(text);
    }

    fn file(&mut self, name: &str, file: &File) -> Result<(), String> {
        let media = file.content_type();
        if HeaderValue::from_str(media).is_err() || !media.is_ascii() {
            return Err(format!("the media type of the part `{name}` cannot stand in a header"));
        }
        let piece = match file.source() {
            Source::Bytes(bytes) => Piece::Bytes(bytes.clone()),
            Source::Stream(once) => Piece::Stream(once.clone()),
            Source::Path(path) => {
                let metadata = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
                if !metadata.is_file() {
                    return Err(format!("`{}` is not a file", path.display()));
                }
                Piece::Path(path.clone(), metadata.len())
            }
        };
        self.head(name, Some(file.name()), Some(media));
        self.pieces.push(Piece::Bytes(std::mem::take(&mut self.text).into()));
        self.pieces.push(piece);
        Ok(())
    }

    /// The end of the part before, and the head of the next.
    fn head(&mut self, name: &str, file_name: Option<&str>, media: Option<&str>) {
        self.delimiter();
        // Writing to a `String` cannot fail.
        let _ = write!(self.text, "\r\nContent-Disposition: form-data; name=\"{}\"", escape(name));
        if let Some(name) = file_name {
            let _ = write!(self.text, "; filename=\"{}\"", escape(name));
        }
        if let Some(media) = media {
            let _ = write!(self.text, "\r\nContent-Type: {media}");
        }
        self.text.push_str("\r\n\r\n");
    }

    fn delimiter(&mut self) {
        if !(self.text.is_empty() && self.pieces.is_empty()) {
            self.text.push_str("\r\n");
        }
        self.text.push_str("--");
        self.text.push_str(&self.boundary);
    }

    fn finish(mut self) -> RequestBody {
        self.delimiter();
        self.text.push_str("--\r\n");
        if self.pieces.is_empty() {
            return RequestBody::from(bytes::Bytes::from(self.text));
        }
        self.pieces.push(Piece::Bytes(self.text.into()));
        RequestBody::of_pieces(self.pieces)
    }
}

/// What would end a name in quotes, or its line, percent-encoded.
fn escape(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
