//! Why JSON could not be read or written.

use std::fmt;

/// Why JSON could not be decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DecodeError {
    /// Where in the document, as `agent.tools[3].name`; empty for the document itself.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// The line in the text, from 1.
    pub line: usize,
    /// The column in that line, in bytes.
    pub column: usize,
    /// Whether it is that a field is missing.
    pub(crate) missing: bool,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, message, line, column, .. } = self;
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        write!(f, "{message} at line {line}, column {column}")
    }
}

impl std::error::Error for DecodeError {}

/// Why a value could not be encoded as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EncodeError {
    /// Where in the value, as `agent.tools[3].weight`; empty for the value itself.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, message } = self;
        if path.is_empty() { f.write_str(message) } else { write!(f, "{path}: {message}") }
    }
}

impl std::error::Error for EncodeError {}
