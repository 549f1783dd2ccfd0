//! Event streams as the WHATWG's HTML standard reads them ("Interpreting an event stream"): a
//! decoder that does no input or output of its own.

#[cfg(test)]
mod tests;

use std::time::Duration;

/// The most bytes that an event may have, unless a decoder is told otherwise.
pub(crate) const MAX_EVENT: usize = 16 * 1024 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads the events of a stream out of its bytes, in whatever pieces these come.
///
/// Each byte is looked at once, and kept only if it is part of an event that is not complete yet.
///
/// ```
/// use callsheet::sse::Decoder;
///
/// let mut decoder = Decoder::new();
/// let mut piece: &[u8] = b"event: greeting\ndata: hello\nid: 7\n\ndata: half";
/// let event = decoder.decode(&mut piece).unwrap().unwrap();
/// assert_eq!((&*event.name, &*event.data, &*event.id), ("greeting", "hello", "7"));
/// // The second event is not complete.
/// assert!(decoder.decode(&mut piece).is_none());
/// let mut piece: &[u8] = b" and whole\n\n";
/// assert_eq!(decoder.decode(&mut piece).unwrap().unwrap().data, "half and whole");
/// ```
#[derive(Debug)]
pub struct Decoder {
    max_event: usize,
    /// How many bytes of a byte order mark there were at the start. All of them: it is past.
    mark: usize,
    /// Whether the last byte was a CR, so that a LF now belongs to it.
    after_cr: bool,
    /// The start of a line whose end has not come.
    line: Vec<u8>,
    /// Whether that line is a comment, and not kept.
    comment: bool,
    /// How many bytes the lines since the last blank one have.
    size: usize,
    name: String,
    data: Option<String>,
    id: String,
    says_id: bool,
    retry: Option<Duration>,
}

/// One event of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// Its name; `message` where the server says none.
    pub name: String,
    /// Its data, the lines joined.
    pub data: String,
    /// The last id that the server said, with this event or before it. Empty where there is none.
    pub id: String,
}

/// An event has more bytes than the decoder allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    /// The most bytes that it may have.
    pub limit: usize,
}

/// What stands between two blank lines.
#[derive(Debug)]
pub(crate) struct Block {
    /// Empty where the server says none.
    pub(crate) name: String,
    /// `None` where there is none; then the block is no event.
    pub(crate) data: Option<String>,
    /// The last id so far. Empty also where the block has no data and says none.
    pub(crate) id: String,
    /// Whether the id stands in the block itself.
    pub(crate) says_id: bool,
}

impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Decoder {
    /// A decoder at the start of a stream. An event may have 16 MiB.
    #[must_use]
    pub fn new() -> Self {
        Self {
            max_event: MAX_EVENT,
            mark: 0,
            after_cr: false,
            line: Vec::new(),
            comment: false,
            size: 0,
            name: String::new(),
            data: None,
            id: String::new(),
            says_id: false,
            retry: None,
        }
    }

    /// Limits the bytes of an event: of all lines between two blank ones, comments included.
    #[must_use]
    pub fn max_event(self, bytes: usize) -> Self {
        Self { max_event: bytes, ..self }
    }

    /// Starts with the last id of an earlier stream, which this one goes on with.
    #[must_use]
    pub fn last_id(self, id: impl Into<String>) -> Self {
        Self { id: id.into(), ..self }
    }

    /// How long to wait before connecting again, if the server said.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// Takes the bytes of one event off the front of `input`. `None` once `input` is used up: go on
    /// with the next piece. What is not complete at the end of a stream is no event.
    ///
    /// # Errors
    /// If the event is larger than allowed. Then there is nothing more to decode.
    pub fn decode(&mut self, input: &mut &[u8]) -> Option<Result<Event, TooLarge>> {
        loop {
            let Block { name, data, id, .. } = match self.block(input)? {
                Ok(block) => block,
                Err(error) => return Some(Err(error)),
            };
            if let Some(data) = data {
                let name = if name.is_empty() { "message".to_owned() } else { name };
                return Some(Ok(Event { name, data, id }));
            }
        }
    }

    /// The same for all that ends with a blank line, event or not.
    pub(crate) fn block(&mut self, input: &mut &[u8]) -> Option<Result<Block, TooLarge>> {
        if self.size > self.max_event {
            // It has been said.
            *input = &[];
        }
        self.skip_mark(input);
        while let Some((&first, rest)) = input.split_first() {
            if std::mem::take(&mut self.after_cr) && first == b'\n' {
                *input = rest;
                continue;
            }
            let end = input.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let (part, rest) = input.split_at(end.unwrap_or(input.len()));
            *input = rest;
            if let Err(error) = self.count(part.len()) {
                *input = &[];
                return Some(Err(error));
            }
            let Some((end, rest)) = rest.split_first() else {
                self.keep(part);
                return None;
            };
            *input = rest;
            self.after_cr = *end == b'\r';
            if let Some(block) = self.end_line(part) {
                return Some(Ok(block));
            }
        }
        None
    }

    /// Whether the stream is in the middle of a block.
    pub(crate) fn is_inside(&self) -> bool {
        self.size > 0
    }

    /// Skips a byte order mark at the start of the stream, even if it comes in pieces.
    fn skip_mark(&mut self, input: &mut &[u8]) {
        while let Some(expected) = BYTE_ORDER_MARK.get(self.mark) {
            match input.split_first() {
                None => return,
                Some((first, rest)) if first == expected => {
                    self.mark += 1;
                    *input = rest;
                }
                Some(_) => {
                    // It only began as one does.
                    let began = BYTE_ORDER_MARK.get(..self.mark).unwrap_or_default();
                    self.line.extend_from_slice(began);
                    self.size += began.len();
                    self.mark = BYTE_ORDER_MARK.len();
                }
            }
        }
    }

    fn count(&mut self, bytes: usize) -> Result<(), TooLarge> {
        self.size = self.size.saturating_add(bytes);
        let limit = self.max_event;
        if self.size > limit { Err(TooLarge { limit }) } else { Ok(()) }
    }

    /// Keeps a part of a line that has no end yet.
    fn keep(&mut self, part: &[u8]) {
        self.comment |= self.line.is_empty() && part.starts_with(b":");
        if !self.comment {
            self.line.extend_from_slice(part);
        }
    }

    /// Takes the last part of a line. A blank line ends a block.
    fn end_line(&mut self, part: &[u8]) -> Option<Block> {
        if std::mem::take(&mut self.comment) {
            return None;
        }
        if self.line.is_empty() {
            // Most lines come in one piece, which is not copied.
            return self.line(part);
        }
        let mut line = std::mem::take(&mut self.line);
        line.extend_from_slice(part);
        let block = self.line(&line);
        line.clear();
        self.line = line;
        block
    }

    fn line(&mut self, line: &[u8]) -> Option<Block> {
        if !line.is_empty() {
            self.field(line);
            return None;
        }
        self.size = 0;
        let name = std::mem::take(&mut self.name);
        let says_id = std::mem::take(&mut self.says_id);
        let data = self.data.take();
        // A block without data that says no id, such as one of comments, leaves nothing behind.
        let id = if data.is_some() || says_id { self.id.clone() } else { String::new() };
        Some(Block { name, data, id, says_id })
    }

    fn field(&mut self, line: &[u8]) {
        let mut parts = line.splitn(2, |byte| *byte == b':');
        let name = parts.next().unwrap_or_default();
        let value = parts.next().unwrap_or_default();
        let value = value.strip_prefix(b" ").unwrap_or(value);
        let text = || String::from_utf8_lossy(value);
        match name {
            b"event" => self.name = text().into_owned(),
            b"data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(&text());
                }
                None => self.data = Some(text().into_owned()),
            },
            b"id" if !value.contains(&0) => {
                self.id = text().into_owned();
                self.says_id = true;
            }
            b"retry" if !value.is_empty() && value.iter().all(u8::is_ascii_digit) => {
                // More digits than a number has are a long time all the same.
                self.retry = Some(Duration::from_millis(text().parse().unwrap_or(u64::MAX)));
            }
            // A comment has no name.
            _ => {}
        }
    }
}

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "an event is larger than the limit of {} bytes", self.limit)
    }
}

impl std::error::Error for TooLarge {}
