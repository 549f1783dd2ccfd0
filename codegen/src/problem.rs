//! Problems as plain data, for tools that read files: no spans, no sources.

use crate::diagnostic::{Diagnostic, Diagnostics, Kind};
use crate::source::{Place, Sources};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// There is no client without mending it.
    Error,
    /// Something was most likely forgotten.
    Warning,
}

/// A problem in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as the caller leads to it.
    pub file: String,
    /// Where in the file. `None` for a problem with the file as a whole.
    pub region: Option<Region>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// A stretch of a file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The line of the first character.
    pub line: usize,
    /// The column of the first character.
    pub column: usize,
    /// The line of the last character.
    pub end_line: usize,
    /// The column behind the last character.
    pub end_column: usize,
    /// The text of the first line.
    pub text: String,
    /// How many characters of the first line it takes, at least 1.
    pub width: usize,
}

impl Problem {
    /// A problem with a file as a whole.
    #[must_use]
    pub fn whole(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            file: file.into(),
            region: None,
            message: message.into(),
            help: None,
        }
    }
}

/// The problems in the order of their places. `folder` is in front of each path, `root` is the
/// file of those that have no place.
pub(crate) fn problems(
    diagnostics: &Diagnostics,
    sources: &Sources,
    folder: &str,
    root: &str,
) -> Vec<Problem> {
    let problem = |diagnostic: &Diagnostic| {
        let (file, region) = match sources.place(diagnostic.span) {
            Place::Inline(..) => (root, None),
            Place::File { path, line, column, text, width } => {
                let (end_line, end_column) =
                    sources.end(diagnostic.span).unwrap_or((line, column + width));
                let text = text.to_owned();
                (path, Some(Region { line, column, end_line, end_column, text, width }))
            }
        };
        let severity = match diagnostic.kind {
            Kind::Odd => Severity::Warning,
            Kind::Mistake | Kind::NotYet | Kind::NeedlessQuotes => Severity::Error,
        };
        Problem {
            severity,
            file: format!("{folder}{file}"),
            region,
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
        }
    };
    diagnostics.sorted().into_iter().map(problem).collect()
}
