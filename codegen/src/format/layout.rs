//! Lines: what stays on one, and what gets a line for each entry.

use std::collections::BTreeSet;

use super::grammar::{Entry, Form, List, Separator, Style};
use super::pieces::{Comment, Pieces};
use super::spacing::is_apart;
use super::{Frame, WIDTH};
use crate::source::Token;

/// How far what is inside is indented.
pub(super) const STEP: usize = 4;

/// The text of the pieces, without a line break at its end.
pub(super) fn print(pieces: &Pieces<'_>, form: &Form, frame: Frame<'_>) -> String {
    let broken = broken(pieces, form);
    let mut printer = Printer { pieces, form, frame, broken, out: String::new() };
    printer.entries(&form.root, frame.indent, 0, pieces.end());
    printer.out
}

/// The groups that have to have several lines: where the author wrote a line break behind the
/// start, or something inside ends its line.
fn broken(pieces: &Pieces<'_>, form: &Form) -> BTreeSet<usize> {
    let mut broken = BTreeSet::new();
    let mut open: Vec<(usize, bool)> = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let ends_line = matches!(piece.token, Token::Doc { .. })
            || piece.text.contains('\n')
            || piece.comments.iter().any(|c| c.is_line() || c.text.contains('\n'));
        if let Some((_, is_broken)) = open.last_mut() {
            *is_broken |= ends_line;
        }
        if let Token::Open { .. } = piece.token {
            let by_author = form.marks.groups.get(&index).is_some_and(|list| {
                list.style.can_break() && !list.entries.is_empty() && pieces.starts_line(index + 1)
            });
            open.push((index, by_author));
        } else if let Token::Close(_) = piece.token {
            let Some((group, true)) = open.pop() else { continue };
            broken.insert(group);
            if let Some((_, is_broken)) = open.last_mut() {
                *is_broken = true;
            }
        }
    }
    broken
}

/// What follows a group on its line.
#[derive(Clone, Copy)]
struct Rest {
    /// The end of the entry that the group is in.
    end: usize,
    /// How wide what is printed behind the entry is.
    behind: usize,
}

/// What is printed behind an entry that has lines of its own.
fn separator(list: &List, entry: &Entry, is_last: bool) -> &'static str {
    match entry.separator {
        Separator::Bar => " |",
        Separator::Comma if !is_last => ",",
        _ if is_last && list.style.has_last_comma() => ",",
        _ => "",
    }
}

struct Printer<'a> {
    pieces: &'a Pieces<'a>,
    form: &'a Form,
    frame: Frame<'a>,
    broken: BTreeSet<usize>,
    out: String,
}

impl<'a> Printer<'a> {
    // Lists

    /// The entries of a list, a line or more for each. `first` is its first token, `end` is what
    /// follows it.
    fn entries(&mut self, list: &List, indent: usize, first: usize, end: usize) {
        let mut is_first = true;
        if first > 0 {
            self.trailing(first, indent);
        }
        for (number, entry) in list.entries.iter().enumerate() {
            self.lead(entry.range.start, indent, is_first);
            let is_last = number + 1 == list.entries.len();
            let separator = separator(list, entry, is_last);
            self.entry(entry, indent, separator.len());
            self.out.push_str(separator);
            if entry.separator != Separator::None {
                self.comments(self.pieces.comments(entry.range.end), indent);
            }
            let next = entry.range.end + usize::from(entry.separator != Separator::None);
            self.trailing(next, indent);
            is_first = false;
        }
        self.own_lines(end, indent, is_first);
    }

    /// The comments before an entry on lines of their own, and the start of its line.
    fn lead(&mut self, first: usize, indent: usize, is_first: bool) {
        let is_first = self.own_lines(first, indent, is_first);
        let on_line = self.pieces.newlines(first) == 0
            && self.rest_of_comments(first).last().is_some_and(|last| !last.is_line());
        if on_line {
            self.out.push(' ');
        } else {
            self.line(indent, self.pieces.newlines(first) > 1 && !is_first);
        }
    }

    /// The comments before a token that do not end the line before. Gives whether the next line is
    /// still the first one.
    fn own_lines(&mut self, pos: usize, indent: usize, mut is_first: bool) -> bool {
        let mut after_block = false;
        for comment in self.rest_of_comments(pos) {
            if after_block && comment.newlines == 0 {
                self.out.push(' ');
            } else {
                self.line(indent, comment.newlines > 1 && !is_first);
            }
            self.out.push_str(comment.text);
            after_block = !comment.is_line();
            is_first = false;
        }
        is_first
    }

    /// The comments that end the line of the token before this one.
    fn trailing(&mut self, pos: usize, indent: usize) {
        let count = self.trailing_count(pos);
        self.comments(self.pieces.comments(pos).get(..count).unwrap_or_default(), indent);
    }

    fn trailing_count(&self, pos: usize) -> usize {
        if pos == 0 {
            return 0;
        }
        let comments = self.pieces.comments(pos);
        let count = comments.iter().take_while(|comment| comment.newlines == 0).count();
        let ends_line = match comments.get(count) {
            Some(_) => true,
            None => {
                self.pieces.newlines(pos) > 0
                    || comments.last().is_some_and(Comment::is_line)
                    || *self.pieces.token(pos) == Token::End
            }
        };
        if ends_line { count } else { 0 }
    }

    fn rest_of_comments(&self, pos: usize) -> &'a [Comment<'a>] {
        self.pieces.comments(pos).get(self.trailing_count(pos)..).unwrap_or_default()
    }

    /// Comments behind what has been printed.
    fn comments(&mut self, comments: &[Comment<'_>], indent: usize) {
        let mut is_full = false;
        for comment in comments {
            if is_full {
                self.line(indent, false);
            } else {
                self.out.push(' ');
            }
            self.out.push_str(comment.text);
            is_full = comment.is_line();
        }
    }

    // Entries

    /// An entry, behind which something of a width is printed.
    fn entry(&mut self, entry: &Entry, indent: usize, behind: usize) {
        let rest = Rest { end: entry.range.end, behind };
        let mut pos = entry.range.start;
        while pos < entry.range.end {
            if pos > entry.range.start {
                self.gap(pos, indent);
            }
            pos = match self.form.marks.groups.get(&pos) {
                Some(list) => self.group(list, pos, indent, rest),
                None => {
                    self.out.push_str(self.pieces.text(pos));
                    pos + 1
                }
            };
        }
    }

    /// What is between two tokens of an entry.
    fn gap(&mut self, pos: usize, indent: usize) {
        let comments = self.pieces.comments(pos);
        if self.is_line_start(pos) {
            let count = comments.iter().take_while(|comment| comment.newlines == 0).count();
            let (same, own) = comments.split_at_checked(count).unwrap_or_default();
            self.comments(same, indent);
            for comment in own {
                self.line(indent, false);
                self.out.push_str(comment.text);
            }
            self.line(indent, false);
            return;
        }
        self.comments(comments, indent + STEP);
        match comments.last() {
            Some(last) if last.is_line() => self.line(indent + STEP, false),
            Some(_) => self.out.push(' '),
            None if is_apart(self.pieces, &self.form.marks, pos) => self.out.push(' '),
            None => {}
        }
    }

    /// Whether a token of an entry starts a line: around docs, and where the author wrote a line
    /// break behind an attribute.
    fn is_line_start(&self, pos: usize) -> bool {
        matches!(self.pieces.before(pos), Token::Doc { .. })
            || matches!(self.pieces.token(pos), Token::Doc { .. })
            || (pos.checked_sub(1).is_some_and(|end| self.form.marks.attribute_ends.contains(&end))
                && self.pieces.starts_line(pos))
    }

    /// A group, on one line or with a line for each of its entries. Gives the token behind it.
    fn group(&mut self, list: &List, open: usize, indent: usize, rest: Rest) -> usize {
        let close = self.pieces.close(open).unwrap_or(open);
        if list.style == Style::Attribute {
            self.attribute(list, open, close, indent);
            return close + 1;
        }
        let flat = (!self.broken.contains(&open)).then(|| self.flat(open, close + 1));
        match flat {
            Some(flat) if !list.style.can_break() || self.fits(&flat, close + 1, rest) => {
                self.out.push_str(&flat);
            }
            _ => {
                self.out.push_str(self.pieces.text(open));
                self.entries(list, indent + STEP, open + 1, close);
                self.line(indent, false);
                self.out.push_str(self.pieces.text(close));
            }
        }
        close + 1
    }

    /// An attribute, whose brackets stay on the lines of what is in them.
    fn attribute(&mut self, list: &List, open: usize, close: usize, indent: usize) {
        self.out.push_str(self.pieces.text(open));
        for entry in &list.entries {
            self.entry(entry, indent, 1);
        }
        self.gap(close, indent);
        self.out.push_str(self.pieces.text(close));
    }

    /// Whether a text fits on the line, with what has to follow it there: the entry up to where it
    /// can be broken next, or all of it and what is behind it.
    fn fits(&self, flat: &str, next: usize, rest: Rest) -> bool {
        let mut end = next;
        let mut more = rest.behind;
        while end < rest.end {
            if self.is_line_start(end) {
                more = 0;
                break;
            }
            let group = self.form.marks.groups.get(&end);
            if group.is_some_and(|list| list.style.can_break()) {
                // A space and a bracket.
                more = 2;
                break;
            }
            end = self.pieces.close(end).unwrap_or(end) + 1;
        }
        let line = self.flat(next, end);
        // A text of several lines ends this one.
        let line = line.lines().next().unwrap_or_default();
        let space = usize::from(next < end && is_apart(self.pieces, &self.form.marks, next));
        self.column() + width(flat) + space + width(line) + more <= WIDTH
    }

    /// Tokens on one line.
    fn flat(&self, start: usize, end: usize) -> String {
        let mut text = String::new();
        for pos in start..end {
            let comments = if pos > start { self.pieces.comments(pos) } else { &[] };
            for comment in comments {
                text.push(' ');
                text.push_str(comment.text);
            }
            let is_comma = self.pieces.is_punct(pos, ',');
            if is_comma && matches!(self.pieces.token(pos + 1), Token::Close(_)) {
                continue;
            }
            let is_apart = match comments {
                [] => is_apart(self.pieces, &self.form.marks, pos),
                _ => !is_comma,
            };
            if pos > start && is_apart {
                text.push(' ');
            }
            text.push_str(self.pieces.text(pos));
        }
        text
    }

    // Lines

    /// Starts a line, with an empty one before it if so wished. Nothing has been printed yet where
    /// the text starts.
    fn line(&mut self, indent: usize, after_blank: bool) {
        if !self.out.is_empty() {
            self.out.push_str(self.frame.newline);
            if after_blank {
                self.out.push_str(self.frame.newline);
            }
        }
        self.out.push_str(self.frame.base);
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    /// How wide the line is so far.
    fn column(&self) -> usize {
        self.out.rsplit('\n').next().map_or(0, width)
    }
}

fn width(text: &str) -> usize {
    text.chars().count()
}
