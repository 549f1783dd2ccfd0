//! Tokens, each with the comments and line breaks before it.

use std::borrow::Cow;

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

use crate::source::{Sources, Stream, Token};

/// A comment that is no doc.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment<'a> {
    /// As written, without spaces at its end.
    pub(super) text: &'a str,
    /// How many line breaks are before it, behind the comment or token before.
    pub(super) newlines: usize,
}

impl Comment<'_> {
    /// Whether the rest of its line belongs to it.
    pub(super) fn is_line(&self) -> bool {
        self.text.starts_with("//")
    }
}

/// A token with what is before it.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) token: Token,
    /// As it is to be written.
    pub(super) text: Cow<'a, str>,
    pub(super) comments: Vec<Comment<'a>>,
    /// How many line breaks are before it, behind the comment or token before.
    pub(super) newlines: usize,
    /// Whether it follows the token before without anything between.
    pub(super) joint: bool,
}

/// The pieces of a text. The last one is its end.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    list: Vec<Piece<'a>>,
}

impl<'a> Pieces<'a> {
    /// The pieces of all tokens of `sources`, which are a stream of `text` from `start` on.
    pub(super) fn new(sources: &Sources, stream: Stream, text: &'a str, start: usize) -> Self {
        let mut list = Vec::new();
        let mut before = start;
        for index in stream.start..=stream.end {
            let bytes = sources.bytes(index).unwrap_or(before..before);
            let (comments, newlines) = comments(text.get(before..bytes.start).unwrap_or_default());
            let written = text.get(bytes.clone()).unwrap_or_default();
            let token = sources.token(index).clone();
            let written = match token {
                Token::Doc { .. } => written.trim_end_matches('\r'),
                _ => written,
            };
            let joint = before == bytes.start && index > stream.start;
            list.push(Piece { token, text: written.into(), comments, newlines, joint });
            before = bytes.end;
        }
        Self { list }
    }

    /// The number of the end.
    pub(super) fn end(&self) -> usize {
        self.list.len().saturating_sub(1)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Piece<'a>> {
        self.list.iter()
    }

    pub(super) fn get(&self, index: usize) -> Option<&Piece<'a>> {
        self.list.get(index)
    }

    /// The token with a number. Past the last one there is only the end.
    pub(super) fn token(&self, index: usize) -> &Token {
        self.get(index).map_or(&Token::End, |piece| &piece.token)
    }

    /// The token before the one with a number.
    pub(super) fn before(&self, index: usize) -> &Token {
        index.checked_sub(1).map_or(&Token::End, |index| self.token(index))
    }

    pub(super) fn text(&self, index: usize) -> &str {
        self.get(index).map_or("", |piece| &piece.text)
    }

    pub(super) fn comments(&self, index: usize) -> &[Comment<'a>] {
        self.get(index).map_or(&[], |piece| &piece.comments)
    }

    pub(super) fn newlines(&self, index: usize) -> usize {
        self.get(index).map_or(0, |piece| piece.newlines)
    }

    pub(super) fn is_joint(&self, index: usize) -> bool {
        self.get(index).is_some_and(|piece| piece.joint)
    }

    /// Whether a line break is anywhere between a token and the one before it.
    pub(super) fn starts_line(&self, index: usize) -> bool {
        self.newlines(index) > 0 || self.comments(index).iter().any(|comment| comment.newlines > 0)
    }

    pub(super) fn is_punct(&self, index: usize, c: char) -> bool {
        *self.token(index) == Token::Punct(c)
    }

    pub(super) fn is_open(&self, index: usize, open: char) -> bool {
        matches!(self.token(index), Token::Open { bracket, .. } if *bracket == open)
    }

    pub(super) fn is_word(&self, index: usize, word: &str) -> bool {
        matches!(self.token(index), Token::Ident(text) if text == word)
    }

    /// Whether `->` starts here.
    pub(super) fn is_arrow(&self, index: usize) -> bool {
        self.is_punct(index, '-') && self.is_punct(index + 1, '>')
    }

    /// Whether `::` starts here.
    pub(super) fn is_path_separator(&self, index: usize) -> bool {
        self.is_punct(index, ':') && self.is_punct(index + 1, ':') && self.is_joint(index + 1)
    }

    /// The number of the end of the group that starts here.
    pub(super) fn close(&self, open: usize) -> Option<usize> {
        match self.token(open) {
            Token::Open { close, .. } => Some(*close as usize),
            _ => None,
        }
    }

    /// Takes the quotes from a text that can be written without.
    pub(super) fn unquote(&mut self, index: usize, word: String) {
        if let Some(piece) = self.list.get_mut(index) {
            piece.text = word.clone().into();
            piece.token = Token::Ident(word);
        }
    }
}

/// The comments in what is between two tokens, and the line breaks behind the last one.
fn comments(text: &str) -> (Vec<Comment<'_>>, usize) {
    let mut comments = Vec::new();
    let (mut at, mut newlines) = (0, 0);
    for token in tokenize(text, FrontmatterAllowed::No) {
        let end = at + token.len as usize;
        let written = text.get(at..end).unwrap_or_default();
        if matches!(token.kind, TokenKind::Whitespace) {
            newlines += written.matches('\n').count();
        } else {
            comments.push(Comment { text: written.trim_end(), newlines });
            newlines = 0;
        }
        at = end;
    }
    (comments, newlines)
}
