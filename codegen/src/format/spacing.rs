//! Between which tokens of a line a space stands.

use super::grammar::Marks;
use super::pieces::Pieces;
use crate::source::Token;
use crate::syntax::is_number;

/// Whether a space stands before a token.
pub(super) fn is_apart(pieces: &Pieces<'_>, marks: &Marks, pos: usize) -> bool {
    if marks.glued.contains(&pos) {
        return false;
    }
    if marks.apart.contains(&pos) {
        return true;
    }
    match (pieces.before(pos), pieces.token(pos)) {
        (Token::End, _) | (Token::Open { .. }, Token::Close(_)) => false,
        (Token::Open { bracket, .. }, _) | (_, Token::Close(bracket)) => *bracket == '{',
        (_, Token::Punct(',' | ';' | '?')) => false,
        (Token::Punct(before), _) => is_apart_from(pieces, *before, pos),
        (_, Token::Punct(here)) => punct_is_apart(pieces, *here, pos),
        (Token::Ident(_) | Token::Literal(_), Token::Open { bracket, .. }) => *bracket != '(',
        _ => true,
    }
}

/// Whether a space stands before a token that follows punctuation.
fn is_apart_from(pieces: &Pieces<'_>, before: char, pos: usize) -> bool {
    let second = pos.checked_sub(2);
    match before {
        '<' | '#' | '!' | '-' => false,
        ':' => {
            !pieces.is_path_separator(pos - 1)
                && !second.is_some_and(|colons| pieces.is_path_separator(colons))
        }
        '.' => second.is_some_and(|dots| is_dots(pieces, dots) && is_behind_range(pieces, dots)),
        '=' => !(is_dots(pieces, pos.saturating_sub(3)) && pieces.is_joint(pos - 1)),
        '+' => !pieces.is_punct(pos, '='),
        '>' if second.is_some_and(|arrow| pieces.is_arrow(arrow)) => true,
        '>' | '?' => match pieces.token(pos) {
            Token::Punct(here) => punct_is_apart(pieces, *here, pos),
            _ => true,
        },
        _ => true,
    }
}

/// Whether punctuation has a space before it.
fn punct_is_apart(pieces: &Pieces<'_>, here: char, pos: usize) -> bool {
    match here {
        '<' | '>' => false,
        ':' => {
            pieces.is_path_separator(pos)
                && !matches!(pieces.before(pos), Token::Ident(_) | Token::Punct('>'))
        }
        '.' => is_dots(pieces, pos) && !is_number_token(pieces.before(pos)),
        '-' => pieces.is_arrow(pos) || !joins(pieces, pos),
        _ => true,
    }
}

/// Whether `..` starts here.
fn is_dots(pieces: &Pieces<'_>, pos: usize) -> bool {
    pieces.is_punct(pos, '.') && pieces.is_punct(pos + 1, '.')
}

/// Whether the token behind `..` is not a part of its range, nor what it includes.
fn is_behind_range(pieces: &Pieces<'_>, dots: usize) -> bool {
    let is_range = is_number_token(pieces.before(dots))
        || dots.checked_sub(1).is_some_and(|before| pieces.is_word(before, "in"));
    let bound = dots + 2;
    let is_bound = is_number_token(pieces.token(bound))
        || (pieces.is_punct(bound, '-') && is_number_token(pieces.token(bound + 1)))
        || (pieces.is_punct(bound, '=') && pieces.is_joint(bound));
    is_range && !is_bound
}

/// Whether a `-` joins the parts of a word.
fn joins(pieces: &Pieces<'_>, pos: usize) -> bool {
    let part = |token: &Token| matches!(token, Token::Ident(_)) || is_number_token(token);
    let is_lower_bound = is_dots(pieces, pos + 2)
        && pos.checked_sub(1).is_some_and(|before| pieces.is_word(before, "in"));
    part(pieces.before(pos)) && part(pieces.token(pos + 1)) && !is_lower_bound
}

fn is_number_token(token: &Token) -> bool {
    matches!(token, Token::Literal(text) if is_number(text))
}
