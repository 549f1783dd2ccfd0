//! JSON in examples: as tokens, or as a raw string where JSON has what Rust has not.

use super::parser::Parser;
use super::tree::{Json, JsonKind, Word};
use crate::source::{Span, Token, string_value};

impl Parser<'_> {
    /// A JSON value. A text that holds an object or a list is read as JSON itself.
    pub(super) fn json(&mut self) -> Option<Json> {
        if let Token::Literal(literal) = self.peek() {
            let text =
                string_value(literal).filter(|text| text.trim_start().starts_with(['{', '[']));
            if let Some(text) = text {
                let span = self.span();
                self.skip();
                return self.json_text(&text, span);
            }
        }
        self.json_value()
    }

    fn json_text(&mut self, text: &str, span: Span) -> Option<Json> {
        match serde_json::from_str(text) {
            Ok(value) => Some(from_value(value, span)),
            Err(error) => {
                self.error(span, format!("this text is not JSON: {error}"));
                None
            }
        }
    }

    fn json_value(&mut self) -> Option<Json> {
        let span = self.span();
        let kind = match self.peek() {
            Token::Open { bracket: '[', .. } => {
                JsonKind::Array(self.group(|p| p.comma_list(Self::json_value))?)
            }
            Token::Open { bracket: '{', .. } => {
                JsonKind::Object(self.group(|p| p.comma_list(Self::json_entry))?)
            }
            Token::Ident(word) => match word.as_str() {
                "null" => self.json_word(JsonKind::Null),
                "true" => self.json_word(JsonKind::Bool(true)),
                "false" => self.json_word(JsonKind::Bool(false)),
                _ => {
                    self.expected("a JSON value");
                    return None;
                }
            },
            _ => {
                if let Some(text) = self.string() {
                    JsonKind::String(text.text)
                } else if let Some(number) = self.number() {
                    JsonKind::Number(number.text)
                } else {
                    self.expected("a JSON value");
                    return None;
                }
            }
        };
        Some(Json { kind, span })
    }

    fn json_word(&mut self, kind: JsonKind) -> JsonKind {
        self.skip();
        kind
    }

    fn json_entry(&mut self) -> Option<(Word, Json)> {
        let key = self.text("a key in quotes")?;
        if !self.eat_punct(':') {
            self.expected("`:`");
            return None;
        }
        Some((key, self.json_value()?))
    }
}

/// JSON that was read from a text: every part of it is where the text is.
fn from_value(value: serde_json::Value, span: Span) -> Json {
    let kind = match value {
        serde_json::Value::Null => JsonKind::Null,
        serde_json::Value::Bool(value) => JsonKind::Bool(value),
        serde_json::Value::Number(number) => JsonKind::Number(number.to_string()),
        serde_json::Value::String(text) => JsonKind::String(text),
        serde_json::Value::Array(items) => {
            JsonKind::Array(items.into_iter().map(|item| from_value(item, span)).collect())
        }
        serde_json::Value::Object(entries) => JsonKind::Object(
            entries
                .into_iter()
                .map(|(key, value)| (Word { text: key, span }, from_value(value, span)))
                .collect(),
        ),
    };
    Json { kind, span }
}
