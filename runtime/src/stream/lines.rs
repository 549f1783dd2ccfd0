//! Newline-delimited JSON: the lines of a body, in whatever pieces it comes.

use bytes::{Buf, Bytes, BytesMut};

use crate::sse::TooLarge;

/// Reads lines. Blank ones are skipped.
#[derive(Debug)]
pub(super) struct Lines {
    max_line: usize,
    is_first: bool,
    /// The start of a line whose end has not come.
    start: BytesMut,
    failed: bool,
}

impl Lines {
    pub(super) fn new(max_line: usize) -> Self {
        Self { max_line, is_first: true, start: BytesMut::new(), failed: false }
    }

    /// Takes a line off the front of `input`. `None` once `input` is used up.
    pub(super) fn next(&mut self, input: &mut Bytes) -> Option<Result<Bytes, TooLarge>> {
        while !input.is_empty() && !self.failed {
            let end = input.iter().position(|byte| *byte == b'\n');
            let part = input.split_to(end.unwrap_or(input.len()));
            if self.start.len() + part.len() > self.max_line {
                self.failed = true;
                self.start.clear();
                return Some(Err(TooLarge { limit: self.max_line }));
            }
            if end.is_none() {
                self.start.extend_from_slice(&part);
                return None;
            }
            input.advance(1);
            let line = if self.start.is_empty() {
                // Most lines come in one piece, which is not copied.
                part
            } else {
                self.start.extend_from_slice(&part);
                self.start.split().freeze()
            };
            if let Some(line) = self.line(line) {
                return Some(Ok(line));
            }
        }
        None
    }

    /// The last line, which needs no end.
    pub(super) fn last(&mut self) -> Option<Bytes> {
        let line = self.start.split().freeze();
        self.line(line)
    }

    /// A line, unless it is blank.
    fn line(&mut self, mut line: Bytes) -> Option<Bytes> {
        if std::mem::take(&mut self.is_first) && line.starts_with(b"\xef\xbb\xbf") {
            line.advance(3);
        }
        line.iter().any(|byte| !byte.is_ascii_whitespace()).then_some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(stream: &[u8], size: usize) -> Vec<Result<String, TooLarge>> {
        let mut lines = Lines::new(8);
        let mut found = Vec::new();
        let text = |line: Bytes| String::from_utf8_lossy(&line).trim_end().to_owned();
        for piece in stream.chunks(size) {
            let mut piece = Bytes::copy_from_slice(piece);
            while let Some(line) = lines.next(&mut piece) {
                found.push(line.map(text));
            }
        }
        found.extend(lines.last().map(|line| Ok(text(line))));
        found
    }

    #[test]
    fn f140_lines_are_the_same_in_any_pieces() {
        let large = Err(TooLarge { limit: 8 });
        let ok = |lines: &[&str]| lines.iter().map(|line| Ok((*line).to_owned())).collect();
        let cases: Vec<(&[u8], Vec<_>)> = vec![
            (b"1\n2\r\n\n \r\n3", ok(&["1", "2", "3"])),
            (b"\xef\xbb\xbf1\n\xef\xbb\xbf2", ok(&["1", "\u{feff}2"])),
            (b"12345678\n12345678", ok(&["12345678", "12345678"])),
            (b"1\n123456789\n2", vec![Ok("1".into()), large.clone()]),
            (b"123456789", vec![large]),
            (b"", vec![]),
            (b"\n", vec![]),
        ];
        for (stream, expected) in cases {
            for size in 1..=stream.len().max(1) {
                assert_eq!(lines(stream, size), expected, "{stream:?} by {size}");
            }
        }
    }
}
