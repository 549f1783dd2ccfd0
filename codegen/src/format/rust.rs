//! The bodies of `callsheet::client! { ... }` in Rust.

use std::ops::Range;

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, strip_shebang, tokenize};

use super::{Frame, format_part, newline_of};
use crate::problem::Problem;

/// The tokens that a macro's call starts with, before its brace.
const CALL: [&str; 5] = ["callsheet", ":", ":", "client", "!"];

/// Lays out the bodies of `callsheet::client! { ... }` in the text of a Rust file, and leaves
/// everything else as it is. `path` is for problems only.
///
/// What is in a `macro_rules!` is left alone: it is not a spec yet.
pub fn format_rust(path: &str, text: &str) -> Result<String, Vec<Problem>> {
    let mut formatted = String::with_capacity(text.len());
    let mut problems = Vec::new();
    let mut at = 0;
    for body in bodies(text) {
        formatted.push_str(text.get(at..body.start).unwrap_or_default());
        at = body.end;
        match format_body(path, text, body) {
            Ok(body) => formatted.push_str(&body),
            Err(more) => problems.extend(more),
        }
    }
    formatted.push_str(text.get(at..).unwrap_or_default());
    if problems.is_empty() { Ok(formatted) } else { Err(problems) }
}

/// What is between the braces, indented by one step more than the line that the call starts on.
fn format_body(path: &str, text: &str, body: Range<usize>) -> Result<String, Vec<Problem>> {
    let before = text.get(..body.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let base = line.get(..line.len() - line.trim_start().len()).unwrap_or_default();
    let newline = newline_of(text);
    let frame = Frame { base, indent: super::layout::STEP, newline };
    let formatted = format_part(path, text, body, frame)?;
    let is_empty = formatted.is_empty();
    Ok(if is_empty { formatted } else { format!("{newline}{formatted}{newline}{base}") })
}

/// The bytes between the braces of each call.
fn bodies(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let mut bodies = Vec::new();
    let mut pos = 0;
    while pos < tokens.len() {
        if starts_with(&tokens, pos, &["macro_rules", "!"]) {
            pos = group_end(&tokens, pos + 3).unwrap_or(tokens.len());
        } else if starts_with(&tokens, pos, &CALL) {
            pos += CALL.len();
            if !starts_with(&tokens, pos, &["{"]) {
                continue;
            }
            let Some(end) = group_end(&tokens, pos) else { break };
            let open = tokens.get(pos).map_or(0, |token| token.end);
            let close = tokens.get(end - 1).map_or(open, |token| token.start);
            bodies.push(open..close);
            pos = end;
        } else {
            pos += 1;
        }
    }
    bodies
}

/// A token of Rust.
struct Token<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    kind: TokenKind,
}

/// The tokens without comments and spaces.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut at = strip_shebang(text).unwrap_or(0);
    let rest = text.get(at..).unwrap_or_default();
    let mut tokens = Vec::new();
    for token in tokenize(rest, FrontmatterAllowed::Yes) {
        let end = at + token.len as usize;
        let is_nothing = matches!(
            token.kind,
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
        );
        if !is_nothing {
            let text = text.get(at..end).unwrap_or_default();
            tokens.push(Token { text, start: at, end, kind: token.kind });
        }
        at = end;
    }
    tokens
}

fn starts_with(tokens: &[Token<'_>], pos: usize, texts: &[&str]) -> bool {
    let rest = tokens.get(pos..).unwrap_or_default();
    rest.len() >= texts.len() && rest.iter().zip(texts).all(|(token, text)| token.text == *text)
}

/// The number of the token behind the group that starts at a token.
fn group_end(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            TokenKind::OpenBrace | TokenKind::OpenParen | TokenKind::OpenBracket => depth += 1,
            TokenKind::CloseBrace | TokenKind::CloseParen | TokenKind::CloseBracket => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(index + 1);
                }
            }
            _ => {}
        }
    }
    None
}
