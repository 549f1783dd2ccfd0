//! Places as people read them: a file's line and column, or the tokens of the macro's input.

use proc_macro2::Span as RustSpan;

use super::{Origin, Sources, Span};

/// Where something is.
#[derive(Debug)]
pub enum Place<'a> {
    /// In the macro's own input: the first and the last token.
    Inline(RustSpan, RustSpan),
    /// In a file.
    File {
        /// Its path relative to the crate.
        path: &'a str,
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// The text of the line.
        text: &'a str,
        /// How many characters of the line it takes, at least 1.
        width: usize,
    },
}

impl Sources {
    /// Where a span is.
    #[must_use]
    pub fn place(&self, span: Span) -> Place<'_> {
        let first = self.origins.get(span.first as usize).copied();
        let last = self.origins.get(span.last as usize).copied();
        match (first, last) {
            (Some(Origin::File { file, start, .. }), Some(Origin::File { end, .. })) => {
                self.place_in_file(file, start, end)
            }
            (Some(Origin::Inline { span: first, .. }), Some(Origin::Inline { span: last, .. })) => {
                Place::Inline(first, last)
            }
            _ => Place::Inline(self.call, self.call),
        }
    }

    /// Whether a span is in the macro's own input.
    #[must_use]
    pub fn is_inline(&self, span: Span) -> bool {
        matches!(self.origins.get(span.first as usize), Some(Origin::Inline { .. }))
    }

    /// The line and column behind the last character of a span in a file.
    #[must_use]
    pub fn end(&self, span: Span) -> Option<(usize, usize)> {
        let Some(Origin::File { file, end, .. }) = self.origins.get(span.last as usize) else {
            return None;
        };
        let before = self.files.get(*file)?.text.get(..*end)?;
        let line = before.rsplit('\n').next().unwrap_or_default();
        Some((before.matches('\n').count() + 1, line.chars().count() + 1))
    }

    fn place_in_file(&self, file: usize, start: usize, end: usize) -> Place<'_> {
        let Some(file) = self.files.get(file) else {
            return Place::Inline(self.call, self.call);
        };
        let before = file.text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = file.text.get(start..).and_then(|rest| rest.find('\n'));
        let line_end = line_end.map_or(file.text.len(), |length| start + length);
        let text = file.text.get(line_start..line_end).unwrap_or_default();
        let marked = file.text.get(start..end.min(line_end)).unwrap_or_default();
        Place::File {
            path: &file.path,
            line: before.matches('\n').count() + 1,
            column: file.text.get(line_start..start).unwrap_or_default().chars().count() + 1,
            text: text.trim_end_matches('\r'),
            width: marked.chars().count().max(1),
        }
    }
}
