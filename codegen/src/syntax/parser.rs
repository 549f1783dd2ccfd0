//! The parser's position in the tokens, and the few moves that every construct is made of.

use crate::diagnostic::{Diagnostic, Diagnostics, Kind, suggest};
use crate::source::{Loader, Sources, Span, Stream, Token};
use crate::vocabulary::{Keyword, Vocabulary};

/// How deep items, types and JSON may nest.
const MAX_DEPTH: usize = 64;

/// A position in a stream of tokens.
pub(super) struct Parser<'a> {
    pub(super) sources: &'a mut Sources,
    pub(super) diags: &'a mut Diagnostics,
    pub(super) loader: &'a mut Loader,
    /// The next token.
    pos: usize,
    /// The end of the group or stream that is being parsed.
    end: usize,
    depth: usize,
    /// How many `<` are open. More than none where the type that they belong to was left.
    pub(super) angles: usize,
    /// How deep the type is that is being parsed.
    pub(super) type_depth: usize,
    /// Whether something of a type has been left out.
    pub(super) types_incomplete: bool,
    /// The words of the language so far.
    pub(super) keywords: Vec<Keyword>,
    /// The names of types that have been reported and left out.
    pub(super) lost: Vec<String>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(
        sources: &'a mut Sources,
        diags: &'a mut Diagnostics,
        loader: &'a mut Loader,
        stream: Stream,
    ) -> Self {
        Self {
            sources,
            diags,
            loader,
            pos: stream.start,
            end: stream.end,
            depth: 0,
            angles: 0,
            type_depth: 0,
            types_incomplete: false,
            keywords: Vec::new(),
            lost: Vec::new(),
        }
    }

    /// Parses another stream with the same sources, such as a file of a module.
    pub(super) fn in_stream<R>(&mut self, stream: Stream, parse: impl FnOnce(&mut Self) -> R) -> R {
        let (pos, end) = (self.pos, self.end);
        (self.pos, self.end) = (stream.start, stream.end);
        let result = parse(self);
        (self.pos, self.end) = (pos, end);
        result
    }

    // What is next

    /// The next token; at the end of a group the end.
    pub(super) fn peek(&self) -> &Token {
        self.peek_at(0)
    }

    /// The token `ahead` of the next one. A group counts as all its tokens.
    pub(super) fn peek_at(&self, ahead: usize) -> &Token {
        let index = self.pos + ahead;
        if index >= self.end { &Token::End } else { self.sources.token(index) }
    }

    pub(super) fn at_end(&self) -> bool {
        self.pos >= self.end
    }

    pub(super) fn at_punct(&self, c: char) -> bool {
        *self.peek() == Token::Punct(c)
    }

    pub(super) fn at_puncts(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(ahead, c)| *self.peek_at(ahead) == Token::Punct(c))
    }

    pub(super) fn at_word(&self, word: &str) -> bool {
        matches!(self.peek(), Token::Ident(text) if text == word)
    }

    pub(super) fn at_group(&self, open: char) -> bool {
        matches!(self.peek(), Token::Open { bracket, .. } if *bracket == open)
    }

    /// The place of the next token; at the end of a group the closing bracket.
    pub(super) fn span(&self) -> Span {
        Sources::span(self.pos.min(self.end))
    }

    /// The place of the token before the next one.
    pub(super) fn previous_span(&self) -> Span {
        Sources::span(self.pos.saturating_sub(1))
    }

    /// Whether the next token follows the one before it, which is punctuation, without a space.
    pub(super) fn is_joint(&self) -> bool {
        self.pos.checked_sub(1).is_some_and(|before| self.sources.is_joint(before))
    }

    /// From a place to the token before the next one.
    pub(super) fn since(&self, start: Span) -> Span {
        start.to(self.previous_span())
    }

    /// Notes that the next token is a word of the language, or stands where there should be one.
    pub(super) fn keyword(&mut self, of: Vocabulary) {
        if let Token::Ident(text) = self.peek() {
            let keyword = Keyword { text: text.clone(), span: self.span(), of };
            self.keywords.push(keyword);
        }
    }

    // Moving on

    /// Passes one token, or a whole group.
    pub(super) fn skip(&mut self) {
        self.pos = match self.peek() {
            Token::Open { close, .. } => *close as usize + 1,
            _ => self.pos + 1,
        }
        .min(self.end);
    }

    pub(super) fn eat_punct(&mut self, c: char) -> bool {
        let found = self.at_punct(c);
        if found {
            self.skip();
        }
        found
    }

    pub(super) fn eat_puncts(&mut self, text: &str) -> bool {
        let found = self.at_puncts(text);
        if found {
            text.chars().for_each(|_| self.skip());
        }
        found
    }

    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let found = self.at_word(word);
        if found {
            self.skip();
        }
        found
    }

    /// Parses what is inside the group that is next, and stands behind it afterwards. What the
    /// inner parse leaves unread is reported, unless it has reported something itself.
    pub(super) fn group<R>(&mut self, parse: impl FnOnce(&mut Self) -> R) -> Option<R> {
        let Token::Open { close, .. } = self.peek() else {
            return None;
        };
        let close = *close as usize;
        let outer = self.end;
        if self.depth >= MAX_DEPTH {
            self.error(self.span(), format!("nested more than {MAX_DEPTH} deep"));
            self.skip();
            return None;
        }
        self.depth += 1;
        let problems = self.diags.losses();
        (self.pos, self.end) = (self.pos + 1, close);
        let result = parse(self);
        if !self.at_end() && self.diags.losses() == problems {
            let found = self.describe();
            self.error(self.span(), format!("unexpected {found}"));
        }
        (self.pos, self.end) = (close + 1, outer);
        self.depth -= 1;
        Some(result)
    }

    // Reporting

    pub(super) fn error(&mut self, span: Span, message: impl Into<String>) {
        self.diags.push(Diagnostic::error(span, message));
    }

    pub(super) fn error_help(
        &mut self,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.diags.push(Diagnostic::error(span, message).help(help));
    }

    /// Reports a name that is none of those that are known here.
    pub(super) fn unknown(&mut self, span: Span, message: String, name: &str, known: &[&str]) {
        let mut diagnostic = Diagnostic::error(span, message);
        if let Some(name) = suggest(name, known.iter().copied()) {
            diagnostic = diagnostic.help(format!("did you mean `{name}`?"));
        }
        self.diags.push(diagnostic);
    }

    /// Reports what the grammar has and this version does not.
    pub(super) fn not_yet(&mut self, span: Span, what: &str) {
        let message = format!("{what} not supported yet");
        self.diags.push(Diagnostic::error(span, message).kind(Kind::NotYet));
    }

    /// Reports that something else should be next.
    pub(super) fn expected(&mut self, what: &str) {
        let found = self.describe();
        self.error(self.span(), format!("expected {what}, found {found}"));
    }

    /// The next token in words.
    pub(super) fn describe(&self) -> String {
        match self.peek() {
            Token::Ident(text) | Token::Literal(text) => format!("`{text}`"),
            Token::Punct(c) | Token::Close(c) => format!("`{c}`"),
            Token::Open { bracket, .. } => format!("`{bracket}`"),
            Token::Doc { .. } => "a doc comment".to_owned(),
            Token::End => "the end".to_owned(),
        }
    }
}
