//! The net below the formatter: a text that is laid out has the tokens and comments that it had.

use proc_macro2::Span;

use super::pieces::Pieces;
use crate::diagnostic::Diagnostics;
use crate::source::{Sources, Token};

/// Whether a text has the tokens and comments of these pieces.
pub(super) fn is_same(pieces: &Pieces<'_>, formatted: &str) -> bool {
    let mut sources = Sources::new(Span::call_site());
    let mut diagnostics = Diagnostics::default();
    let all = 0..formatted.len();
    let stream = sources.add_part("", formatted.to_owned(), all, &mut diagnostics);
    let Some(stream) = stream else { return false };
    let after = Pieces::new(&sources, stream, formatted, 0);
    tokens(pieces) == tokens(&after) && comments(pieces) == comments(&after)
}

/// The tokens as one text: without commas before the end of a group, and with what is between two
/// tokens only where it matters.
fn tokens(pieces: &Pieces<'_>) -> String {
    let mut text = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        let ends = matches!(pieces.token(index + 1), Token::Close(_) | Token::End);
        if piece.token == Token::Punct(',') && ends {
            continue;
        }
        // `1.. = 5` is not `1..=5`.
        let apart = is_wordy(pieces.before(index)) && is_wordy(&piece.token)
            || (pieces.is_punct(index, '=')
                && *pieces.before(index) == Token::Punct('.')
                && !piece.joint);
        if apart {
            text.push('\0');
        }
        text.push_str(&piece.text);
    }
    text
}

/// Whether two of these next to each other need something between.
fn is_wordy(token: &Token) -> bool {
    matches!(token, Token::Ident(_) | Token::Literal(_) | Token::Doc { .. })
}

fn comments<'a>(pieces: &'a Pieces<'_>) -> Vec<&'a str> {
    pieces.iter().flat_map(|piece| &piece.comments).map(|comment| comment.text).collect()
}
