//! Where sections start and end: those of an endpoint, of a webhook and of the API.

use std::ops::Range;

use super::grammar::{Entry, List, Reader, Separator, Style};
use crate::source::Token;
use crate::syntax::is_section;

impl Reader<'_, '_> {
    /// Sections, one after the other.
    pub(super) fn sections(&mut self, range: Range<usize>) -> List {
        let mut entries = Vec::new();
        let mut start = range.start;
        while start < range.end {
            let keyword = self.meta(start);
            let end = self.section(keyword, range.end);
            entries.push(Entry { range: start..end, separator: Separator::None });
            start = end;
        }
        List { style: Style::Sections, entries }
    }

    /// Goes to the end of the section that starts here.
    fn section(&mut self, start: usize, end: usize) -> usize {
        let is_response = self.pieces.is_arrow(start);
        let is_auth = self.pieces.is_word(start, "auth");
        let is_example = self.pieces.is_word(start, "example");
        let mut pos = match (is_response, is_auth) {
            (true, _) => start + 2,
            (_, true) => self.scheme(start + 1),
            _ => start + 1,
        };
        // What starts a section elsewhere can be a part of this one, once.
        let mut continued = false;
        while pos < end {
            if self.starts_section(pos) {
                let goes_on = (is_response && self.is_block(pos, "header"))
                    || (is_example && self.pieces.is_arrow(pos));
                if !goes_on || continued {
                    return pos;
                }
                continued = true;
                pos += if is_example { 2 } else { 1 };
                continue;
            }
            let style = match self.pieces.token(pos) {
                Token::Ident(word) if word == "for" => {
                    pos = self.prefix(pos + 1);
                    continue;
                }
                Token::Open { .. } if is_example => Style::Json,
                Token::Open { bracket: '{', .. } => Style::Fields,
                Token::Open { bracket: '(', .. } => {
                    // A tuple, unless it is the scopes of a scheme.
                    if !is_auth {
                        self.marks.apart.insert(pos);
                    }
                    Style::Inline
                }
                Token::Open { .. } => Style::Inline,
                _ => {
                    pos += 1;
                    continue;
                }
            };
            pos = self.group(pos, style);
        }
        end
    }

    /// Goes behind the scheme of `auth`, with the name that it has on the wire.
    fn scheme(&mut self, pos: usize) -> usize {
        let has_name =
            ["header", "query", "cookie"].iter().any(|word| self.pieces.is_word(pos, word));
        if has_name {
            self.unquote(pos + 1);
            return pos + 2;
        }
        pos + 1
    }

    /// Goes behind the path after a server's `for`.
    fn prefix(&mut self, start: usize) -> usize {
        let part = |token: &Token| matches!(token, Token::Ident(_) | Token::Literal(_));
        let mut pos = start;
        while self.pieces.is_punct(pos, '/') {
            self.glue(start, pos);
            pos += 1;
            while part(self.pieces.token(pos)) {
                self.glue(start, pos);
                pos += 1;
                let joins = matches!(self.pieces.token(pos), Token::Punct('-' | '.'))
                    && part(self.pieces.token(pos + 1));
                if !joins {
                    break;
                }
                self.glue(start, pos);
                pos += 1;
            }
        }
        pos
    }

    fn is_block(&self, pos: usize, word: &str) -> bool {
        self.pieces.is_word(pos, word) && self.pieces.is_open(pos + 1, '{')
    }

    /// Whether something starts a section here: docs, an attribute, `->` or a keyword.
    fn starts_section(&self, pos: usize) -> bool {
        match self.pieces.token(pos) {
            Token::Doc { .. } => true,
            Token::Punct('#') => self.pieces.is_open(pos + 1, '['),
            Token::Punct('-') => self.pieces.is_arrow(pos),
            Token::Ident(word) => is_section(word) && !self.is_name(pos),
            _ => false,
        }
    }

    /// Whether a keyword is a name here, by what is before it.
    fn is_name(&self, pos: usize) -> bool {
        match self.pieces.before(pos) {
            Token::Ident(word) => word == "as",
            Token::Punct(c) => "=|&-.:/<,".contains(*c),
            _ => false,
        }
    }
}
