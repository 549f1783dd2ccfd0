//! Names: as they go on the wire, and the Rust names derived from them.

use crate::source::Span;

/// A name with both its spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As it goes on the wire.
    pub wire: String,
    /// As Rust calls it, without `r#`.
    pub rust: String,
    /// Where it stands.
    pub span: Span,
}

impl Name {
    /// A name that is the same on the wire and in Rust. Where Rust cannot have it, such as `super`,
    /// it has another there.
    #[must_use]
    pub fn plain(text: &str, span: Span) -> Self {
        Self { wire: text.to_owned(), rust: escape(text.to_owned()), span }
    }

    /// A segment of a Rust path, where `crate` and `self` mean something.
    #[must_use]
    pub fn segment(text: &str, span: Span) -> Self {
        Self { wire: text.to_owned(), rust: text.to_owned(), span }
    }
}

/// `Message-Delta` becomes `message_delta`.
#[must_use]
pub fn snake_case(wire: &str) -> String {
    parts(wire).iter().map(|part| part.to_lowercase()).collect::<Vec<_>>().join("_")
}

/// `agent.message_delta` becomes `AgentMessageDelta`.
#[must_use]
pub fn pascal_case(wire: &str) -> String {
    parts(wire)
        .iter()
        .map(|part| {
            let mut chars = part.chars();
            let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
            // A part that is all capitals is an acronym: `HTTP` becomes `Http`.
            let rest: String = chars.collect();
            if rest.chars().any(char::is_lowercase) {
                first + &rest
            } else {
                first + &rest.to_lowercase()
            }
        })
        .collect()
}

/// Splits at everything that cannot be in an identifier, at `_`, and where the case says so.
fn parts(wire: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let chars: Vec<char> = wire.chars().collect();
    for (index, &c) in chars.iter().enumerate() {
        if !c.is_alphanumeric() {
            if !part.is_empty() {
                parts.push(std::mem::take(&mut part));
            }
            continue;
        }
        let before = index.checked_sub(1).and_then(|i| chars.get(i)).copied();
        let after = chars.get(index + 1).copied();
        let starts_word = c.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || before.is_numeric()
                    || (before.is_uppercase() && after.is_some_and(char::is_lowercase))
            });
        if starts_word && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
        part.push(c);
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// Why a derived name cannot be a Rust identifier.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || c.is_alphabetic())
        && chars.all(|c| c == '_' || c.is_alphanumeric())
        && text != "_"
}

/// Whether Rust needs `r#` before it.
#[must_use]
pub fn is_keyword(text: &str) -> bool {
    matches!(
        text,
        "abstract"
            | "as"
            | "async"
            | "await"
            | "become"
            | "box"
            | "break"
            | "const"
            | "continue"
            | "do"
            | "dyn"
            | "else"
            | "enum"
            | "extern"
            | "false"
            | "final"
            | "fn"
            | "for"
            | "gen"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "macro"
            | "match"
            | "mod"
            | "move"
            | "mut"
            | "override"
            | "priv"
            | "pub"
            | "ref"
            | "return"
            | "static"
            | "struct"
            | "trait"
            | "true"
            | "try"
            | "type"
            | "typeof"
            | "unsafe"
            | "unsized"
            | "use"
            | "virtual"
            | "where"
            | "while"
            | "yield"
    )
}

/// Whether not even `r#` makes it an identifier.
#[must_use]
pub fn is_path_keyword(text: &str) -> bool {
    matches!(text, "self" | "Self" | "super" | "crate")
}

/// A derived name as Rust can have it: the four path keywords get a trailing `_`.
#[must_use]
pub fn escape(text: String) -> String {
    if is_path_keyword(&text) { text + "_" } else { text }
}

#[cfg(test)]
mod tests {
    use super::{is_identifier, pascal_case, snake_case};

    #[test]
    fn names_are_derived() {
        for (wire, snake, pascal) in [
            ("title", "title", "Title"),
            ("X-Request-Id", "x_request_id", "XRequestId"),
            ("agent.message_delta", "agent_message_delta", "AgentMessageDelta"),
            ("gpt-4.1-mini", "gpt_4_1_mini", "Gpt41Mini"),
            ("event_deltas[]", "event_deltas", "EventDeltas"),
            ("createdAt", "created_at", "CreatedAt"),
            ("HTTPServer", "http_server", "HttpServer"),
            ("not_found_error", "not_found_error", "NotFoundError"),
            ("created_at[gte]", "created_at_gte", "CreatedAtGte"),
            ("TOKEN_INVALID", "token_invalid", "TokenInvalid"),
            ("ephemeral_5m_input_tokens", "ephemeral_5m_input_tokens", "Ephemeral5mInputTokens"),
            ("éclair", "éclair", "Éclair"),
            ("+", "", ""),
        ] {
            assert_eq!(snake_case(wire), snake, "{wire}");
            assert_eq!(pascal_case(wire), pascal, "{wire}");
        }
    }

    #[test]
    fn identifiers_are_told_from_other_text() {
        assert!(is_identifier("a1"));
        assert!(!is_identifier("1a"));
        assert!(!is_identifier(""));
        assert!(!is_identifier("_"));
        assert!(!is_identifier("a-b"));
    }
}
