//! JSON in examples.

use super::Word;
use crate::source::Span;

/// JSON as written in an example.
#[derive(Debug, Clone)]
pub struct Json {
    /// The value.
    pub kind: JsonKind,
    /// Where it stands.
    pub span: Span,
}

impl Json {
    /// Whether both say the same value, in the same words.
    pub(crate) fn same(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (JsonKind::Null, JsonKind::Null) => true,
            (JsonKind::Bool(one), JsonKind::Bool(other)) => one == other,
            (JsonKind::Number(one), JsonKind::Number(other))
            | (JsonKind::String(one), JsonKind::String(other)) => one == other,
            (JsonKind::Array(one), JsonKind::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.same(b))
            }
            (JsonKind::Object(one), JsonKind::Object(other)) => {
                one.len() == other.len()
                    && one.iter().all(|(key, value)| {
                        other.iter().any(|(k, v)| k.text == key.text && v.same(value))
                    })
            }
            _ => false,
        }
    }
}

/// The forms of JSON.
#[derive(Debug, Clone)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string, unescaped.
    String(String),
    /// `[ ... ]`
    Array(Vec<Json>),
    /// `{ ... }`: keys in the order they are written.
    Object(Vec<(Word, Json)>),
}
