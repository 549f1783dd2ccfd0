//! Bodies of `multipart/form-data`, taken apart.

use crate::Seen;
use crate::reply::Refusal;

/// A part of a body.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub(crate) name: String,
    pub(crate) filename: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) content: &'a [u8],
}

impl Part<'_> {
    /// The content, if that is text.
    pub(crate) fn text(&self) -> Result<&str, Refusal> {
        std::str::from_utf8(self.content)
            .map_err(|_| Refusal::invalid(format!("{} must be text", self.name)))
    }
}

/// The parts of a request's body.
pub(crate) fn parts(seen: &Seen) -> Result<Vec<Part<'_>>, Refusal> {
    let content_type = seen.header("content-type").unwrap_or_default();
    let boundary = content_type
        .strip_prefix("multipart/form-data;")
        .and_then(|parameters| parameters.trim().strip_prefix("boundary="))
        .ok_or_else(|| Refusal::invalid("the content type is not multipart/form-data"))?;
    let delimiter = format!("--{}", boundary.trim_matches('"'));
    let malformed = || Refusal::invalid("malformed multipart body");
    let (_, mut rest) = cut(&seen.body, delimiter.as_bytes()).ok_or_else(malformed)?;
    let delimiter = format!("\r\n{delimiter}");
    let mut parts = Vec::new();
    while !rest.starts_with(b"--") {
        let (piece, behind) = cut(rest, delimiter.as_bytes()).ok_or_else(malformed)?;
        parts.push(part(piece).ok_or_else(malformed)?);
        rest = behind;
    }
    Ok(parts)
}

/// One part: a line break, headers, an empty line, and the content.
fn part(piece: &[u8]) -> Option<Part<'_>> {
    let (head, content) = cut(piece, b"\r\n\r\n")?;
    let head = std::str::from_utf8(head).ok()?;
    let header = |name: &str| {
        head.lines().filter_map(|line| line.split_once(':')).find_map(|(found, value)| {
            found.trim().eq_ignore_ascii_case(name).then(|| value.trim())
        })
    };
    let disposition = header("content-disposition")?;
    Some(Part {
        name: parameter(disposition, " name=\"")?,
        filename: parameter(disposition, " filename=\""),
        content_type: header("content-type").map(str::to_owned),
        content,
    })
}

fn parameter(disposition: &str, start: &str) -> Option<String> {
    let (_, value) = disposition.split_once(start)?;
    value.split('"').next().map(str::to_owned)
}

/// What is before and behind the first `mark`.
fn cut<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let place = bytes.windows(mark.len()).position(|window| window == mark)?;
    Some((bytes.get(..place)?, bytes.get(place + mark.len()..)?))
}
