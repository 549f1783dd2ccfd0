//! The macro's own input becomes tokens.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::{Origin, Sources, Stream, Token};

/// The origin of a token that is no punctuation.
fn inline(span: proc_macro2::Span) -> Origin {
    Origin::Inline { span, joint: false }
}

/// A group that is being walked: its remaining tokens, and where it was opened.
struct Level {
    rest: proc_macro2::token_stream::IntoIter,
    /// The number of the opening token and its bracket. `None` for a group without brackets.
    open: Option<(usize, char)>,
    end: proc_macro2::Span,
}

impl Sources {
    /// Adds the tokens of a macro's input.
    pub(crate) fn add_tokens(&mut self, input: TokenStream) -> Stream {
        let start = self.len();
        let mut levels = vec![Level { rest: input.into_iter(), open: None, end: self.call }];
        while let Some(level) = levels.last_mut() {
            let Some(tree) = level.rest.next() else {
                let level = levels.pop();
                if let Some(Level { open: Some((open, bracket)), end, .. }) = level {
                    self.close(open, bracket, end);
                }
                continue;
            };
            let span = tree.span();
            match tree {
                TokenTree::Ident(ident) => {
                    let text = ident.to_string();
                    let text = text.strip_prefix("r#").map(str::to_owned).unwrap_or(text);
                    self.push(Token::Ident(text), inline(span));
                }
                TokenTree::Punct(punct) => {
                    let joint = punct.spacing() == Spacing::Joint;
                    self.push(Token::Punct(punct.as_char()), Origin::Inline { span, joint });
                }
                TokenTree::Literal(literal) => {
                    self.push(Token::Literal(literal.to_string()), inline(span));
                }
                TokenTree::Group(group) => {
                    let bracket = match group.delimiter() {
                        Delimiter::Parenthesis => Some('('),
                        Delimiter::Brace => Some('{'),
                        Delimiter::Bracket => Some('['),
                        Delimiter::None => None,
                    };
                    let open = bracket.map(|bracket| (self.len(), bracket));
                    if let Some(bracket) = bracket {
                        self.push(Token::Open { bracket, close: 0 }, inline(group.span_open()));
                    }
                    let end = group.span_close();
                    levels.push(Level { rest: group.stream().into_iter(), open, end });
                }
            }
        }
        self.fold_docs(start);
        let end = self.len();
        let last = self.origins.last().copied().unwrap_or(inline(self.call));
        self.push(Token::End, last);
        Stream { start, end }
    }

    /// Ends a group, and tells its start where the end is.
    fn close(&mut self, open: usize, bracket: char, span: proc_macro2::Span) {
        let close = self.len();
        self.push(Token::Close(bracket), inline(span));
        self.link(open, close);
    }

    /// rustc turns `/// text` into `#[doc = "text"]` before a macro sees it. This turns it back:
    /// the six or seven tokens become one.
    fn fold_docs(&mut self, start: usize) {
        let (mut from, mut to) = (start, start);
        // Where each token has moved to, for the ends of groups.
        let mut moved = Vec::with_capacity(self.len() - start);
        while from < self.len() {
            let folded = self.doc_at(from);
            let (token, length) = match folded {
                Some((token, length)) => (token, length),
                None => (self.token(from).clone(), 1),
            };
            for _ in 0..length {
                moved.push(to);
            }
            if let (Some(origin), Some(slot)) =
                (self.origins.get(from).copied(), self.origins.get_mut(to))
            {
                *slot = origin;
            }
            if let Some(slot) = self.tokens.get_mut(to) {
                *slot = token;
            }
            from += length;
            to += 1;
        }
        self.tokens.truncate(to);
        self.origins.truncate(to);
        for token in self.tokens.iter_mut().skip(start) {
            if let Token::Open { close, .. } = token {
                let index = (*close as usize).saturating_sub(start);
                *close = moved.get(index).and_then(|to| u32::try_from(*to).ok()).unwrap_or(*close);
            }
        }
    }

    /// The doc line that starts at a token, and how many tokens it takes.
    fn doc_at(&self, index: usize) -> Option<(Token, usize)> {
        if *self.token(index) != Token::Punct('#') {
            return None;
        }
        let inner = *self.token(index + 1) == Token::Punct('!');
        let open = index + 1 + usize::from(inner);
        let is_doc = matches!(self.token(open), Token::Open { bracket: '[', .. })
            && *self.token(open + 1) == Token::Ident("doc".into())
            && *self.token(open + 2) == Token::Punct('=')
            && matches!(self.token(open + 4), Token::Close(_));
        let Token::Literal(literal) = self.token(open + 3) else {
            return None;
        };
        let text = is_doc.then(|| super::string_value(literal)).flatten()?;
        let text = text.strip_prefix(' ').map(str::to_owned).unwrap_or(text);
        Some((Token::Doc { text, inner }, open + 5 - index))
    }

    /// Tells the start of a group where its end is.
    pub(super) fn link(&mut self, open: usize, end: usize) {
        if let Some(Token::Open { close, .. }) = self.tokens.get_mut(open) {
            *close = u32::try_from(end).unwrap_or(u32::MAX);
        }
    }
}
