//! A file's text becomes tokens, by rustc's own lexer: what a token is does not depend on the host.

use std::ops::Range;

use ra_ap_rustc_lexer::{DocStyle, FrontmatterAllowed, LiteralKind, TokenKind, tokenize};

use super::{File, Origin, Sources, Span, Stream, Token};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The state of lexing one file.
struct Lexer<'a> {
    sources: &'a mut Sources,
    diags: &'a mut Diagnostics,
    file: usize,
    text: &'a str,
    /// Where the part that is lexed ends.
    end: usize,
    /// The groups that are open: the numbers of their first tokens, and their brackets.
    open: Vec<(usize, char)>,
    /// The end of the line of the last report. What follows on that line is most likely a part of
    /// the same mistake.
    reported_to: usize,
}

impl Sources {
    /// Adds the tokens of a file. `None` where something in it is no token: what such a text means
    /// is anyone's guess, so it is not parsed.
    pub(super) fn add_text(
        &mut self,
        path: &str,
        text: String,
        diags: &mut Diagnostics,
    ) -> Option<Stream> {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let part = mark..text.len();
        self.add_part(path, text, part, diags)
    }

    /// Adds the tokens of a part of a file, such as the body of a macro.
    pub(crate) fn add_part(
        &mut self,
        path: &str,
        text: String,
        part: Range<usize>,
        diags: &mut Diagnostics,
    ) -> Option<Stream> {
        let problems = diags.len();
        let start = self.len();
        let file = self.files.len();
        let at = part.end;
        let mut lexer = Lexer {
            sources: self,
            diags,
            file,
            text: &text,
            end: part.end,
            open: Vec::new(),
            reported_to: 0,
        };
        lexer.run(part);
        lexer.close_all();
        self.files.push(File { path: path.to_owned(), text });
        let end = self.len();
        self.push(Token::End, Origin::File { file, start: at, end: at });
        (diags.len() == problems).then_some(Stream { start, end })
    }
}

impl Lexer<'_> {
    fn run(&mut self, part: Range<usize>) {
        let mut at = part.start;
        let text = self.text.get(part).unwrap_or_default();
        for token in tokenize(text, FrontmatterAllowed::No) {
            let end = at + token.len as usize;
            self.token(token.kind, at, end);
            at = end;
        }
    }

    fn push(&mut self, token: Token, start: usize, end: usize) -> usize {
        let index = self.sources.len();
        self.sources.push(token, Origin::File { file: self.file, start, end });
        index
    }

    /// Reports something that is no token.
    fn reject(&mut self, start: usize, end: usize, message: &str, help: Option<&str>) {
        if start < self.reported_to {
            return;
        }
        let line = self.text.get(start..).unwrap_or_default().find('\n');
        self.reported_to = line.map_or(self.text.len(), |length| start + length);
        // A place is a token's place, so there has to be one.
        let index = self.push(Token::End, start, end);
        let mut diagnostic = Diagnostic::error(Sources::span(index), message);
        if let Some(help) = help {
            diagnostic = diagnostic.help(help);
        }
        self.diags.push(diagnostic);
    }

    fn token(&mut self, kind: TokenKind, start: usize, end: usize) {
        let text = self.text.get(start..end).unwrap_or_default().to_owned();
        match kind {
            TokenKind::Whitespace
            | TokenKind::Eof
            | TokenKind::BlockComment { terminated: true, doc_style: None } => {}
            TokenKind::LineComment { doc_style } => self.line_comment(doc_style, &text, start, end),
            TokenKind::BlockComment { terminated: true, doc_style: Some(_) } => {
                self.reject(start, end, "docs are written with `///`", None);
            }
            TokenKind::BlockComment { terminated: false, .. } => {
                self.reject(start, start + 2, "this comment never ends", Some("it needs a `*/`"));
            }
            TokenKind::Ident => drop(self.push(Token::Ident(text), start, end)),
            TokenKind::RawIdent => {
                let name = text.strip_prefix("r#").unwrap_or(&text).to_owned();
                self.push(Token::Ident(name), start, end);
            }
            TokenKind::Literal { kind, .. } => self.literal(kind, text, start, end),
            TokenKind::UnknownPrefix => {
                let message = format!("`{text}` before a literal means something else in Rust");
                self.reject(start, end, &message, Some("put a space after it"));
            }
            TokenKind::GuardedStrPrefix => {
                self.reject(
                    start,
                    end,
                    "`#\"` means something else in Rust",
                    Some("put a space between"),
                );
            }
            TokenKind::Lifetime { .. }
            | TokenKind::RawLifetime
            | TokenKind::UnknownPrefixLifetime => {
                self.reject(
                    start,
                    end,
                    "a `'` has no meaning here",
                    Some("text is written in `\"`"),
                );
            }
            TokenKind::Unknown | TokenKind::InvalidIdent => self.unknown(&text, start, end),
            _ => self.punctuation(&text, start, end),
        }
    }

    fn line_comment(&mut self, style: Option<DocStyle>, text: &str, start: usize, end: usize) {
        if let Some(style) = style {
            let line = text.get(3..).unwrap_or_default().trim_end_matches('\r');
            let line = line.strip_prefix(' ').unwrap_or(line).to_owned();
            self.push(Token::Doc { text: line, inner: style == DocStyle::Inner }, start, end);
            return;
        }
        let before = self.text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.chars().nth(2);
        let touches =
            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "_}-/{".contains(c));
        if touches(before) && touches(after) {
            self.reject(
                start,
                end,
                "`//` starts a comment, in a path too",
                Some("put the whole path in quotes"),
            );
        }
    }

    fn literal(&mut self, kind: LiteralKind, text: String, start: usize, end: usize) {
        let unterminated = matches!(
            kind,
            LiteralKind::Str { terminated: false }
                | LiteralKind::ByteStr { terminated: false }
                | LiteralKind::CStr { terminated: false }
                | LiteralKind::RawStr { n_hashes: None }
                | LiteralKind::RawByteStr { n_hashes: None }
                | LiteralKind::RawCStr { n_hashes: None }
        );
        match kind {
            _ if unterminated => {
                self.reject(start, start + 1, "this text never ends", Some("it needs a `\"`"));
            }
            LiteralKind::Char { .. } | LiteralKind::Byte { .. } => {
                self.reject(start, end, "text is written in `\"`, not in `'`", None);
            }
            LiteralKind::Int { empty_int: true, .. } => {
                self.reject(start, end, "a number needs digits", None);
            }
            LiteralKind::Float { empty_exponent: true, .. } => {
                self.reject(
                    start,
                    end,
                    "Rust reads this as a number without an exponent",
                    Some("put it in quotes"),
                );
            }
            _ => drop(self.push(Token::Literal(text), start, end)),
        }
    }

    fn unknown(&mut self, text: &str, start: usize, end: usize) {
        let help = match text {
            "\u{201c}" | "\u{201d}" | "\u{201e}" | "\u{ab}" | "\u{bb}" => {
                Some("text is written in `\"`")
            }
            "\\" => Some("outside of text a `\\` has no meaning"),
            _ => None,
        };
        self.reject(start, end, &format!("`{text}` has no meaning here"), help);
    }

    fn punctuation(&mut self, text: &str, start: usize, end: usize) {
        let Some(c) = text.chars().next() else { return };
        match c {
            '(' | '[' | '{' => {
                let index = self.push(Token::Open { bracket: c, close: 0 }, start, end);
                self.open.push((index, c));
            }
            ')' | ']' | '}' => self.close(c, start, end),
            _ => drop(self.push(Token::Punct(c), start, end)),
        }
    }

    fn close(&mut self, closing: char, start: usize, end: usize) {
        let bracket = match closing {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        if !self.open.iter().any(|(_, open)| *open == bracket) {
            self.reject(start, end, &format!("nothing opens this `{closing}`"), None);
            return;
        }
        while let Some((index, open)) = self.open.pop() {
            let close = self.push(Token::Close(open), start, end);
            self.sources.link(index, close);
            if open == bracket {
                return;
            }
            self.never_closed(index, open);
        }
    }

    fn never_closed(&mut self, index: usize, bracket: char) {
        self.diags.push(Diagnostic::error(
            Sources::span(index),
            format!("this `{bracket}` is never closed"),
        ));
    }

    /// At the end of the file: the outermost group that is still open is the one to report.
    fn close_all(&mut self) {
        let first = self.open.first().copied().filter(|_| self.reported_to == 0);
        if let Some((index, bracket)) = first {
            self.never_closed(index, bracket);
        }
        let at = self.end;
        while let Some((index, bracket)) = self.open.pop() {
            let close = self.push(Token::Close(bracket), at, at);
            self.sources.link(index, close);
        }
    }
}

/// A span that no token has, for problems with a whole file.
pub(super) const NOWHERE: Span = Span { first: u32::MAX, last: u32::MAX };
