//! What has been found, as data and for people.

use std::collections::BTreeMap;
use std::fmt;

/// What has been found: as data by its methods, for people by `Display`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub(super) responses: BTreeMap<&'static str, u64>,
    pub(super) findings: Vec<Finding>,
    pub(super) dropped: u64,
}

/// A difference between the service and the spec.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The operation, such as `sessions.create`.
    pub operation: &'static str,
    /// Where in the JSON: `agent.tools[].name`, with `[]` for any element of a list and `[*]` for
    /// any value of a map. Empty for the response itself.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// How often it was found.
    pub count: u64,
    /// Different ones, eight at most: types of unknown fields, unknown values, statuses with their
    /// codes, reasons.
    pub samples: Vec<String>,
}

/// The kinds of differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A field that the spec does not have.
    UnknownField,
    /// A value that the spec's enum does not have, or a tag that its union does not have.
    UnknownValue,
    /// A value other than the spec's constant.
    OtherConstant,
    /// A field that the spec requires was missing. The call failed.
    MissingField,
    /// Something else than the spec says. The call failed.
    Undecodable,
    /// A success with a status that the spec does not have.
    UnknownStatus,
    /// An error whose status or code the spec does not have.
    UnknownFailure,
}

impl Report {
    /// All findings, by operation and path.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether the service said nothing but what is in the spec.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many responses of an operation were looked at.
    pub fn responses(&self, operation: &str) -> u64 {
        self.responses.get(operation).copied().unwrap_or_default()
    }

    /// How many times something new was found after there was no more room.
    pub fn dropped(&self) -> u64 {
        self.dropped
    }
}

impl Kind {
    fn words(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown field",
            Self::UnknownValue => "unknown value",
            Self::OtherConstant => "other constant",
            Self::MissingField => "missing field",
            Self::Undecodable => "cannot be decoded",
            Self::UnknownStatus => "unknown status",
            Self::UnknownFailure => "unknown failure",
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total: u64 = self.responses.values().sum();
        if self.is_clean() {
            return write!(f, "no drift in {}", counted(total, "response"));
        }
        let mut first = true;
        for (operation, responses) in &self.responses {
            let of = |finding: &&Finding| finding.operation == *operation;
            let width = self.findings.iter().filter(of).map(|finding| finding.place().len()).max();
            let Some(width) = width else { continue };
            let line = if std::mem::take(&mut first) { "" } else { "\n" };
            write!(f, "{line}{operation}: {}", counted(*responses, "response"))?;
            for finding in self.findings.iter().filter(of) {
                write!(f, "\n  {:width$}  {finding}", finding.place())?;
            }
        }
        match self.dropped {
            0 => Ok(()),
            dropped => write!(f, "\nand {dropped} more for which there was no room"),
        }
    }
}

/// What it is and how often, without the place.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.kind.words(), counted(self.count, "time"))?;
        if !self.samples.is_empty() {
            write!(f, ": {}", self.samples.join(", "))?;
        }
        Ok(())
    }
}

impl Finding {
    fn place(&self) -> &str {
        if self.path.is_empty() { "(response)" } else { &self.path }
    }
}

/// `1 time`, `2 times`
fn counted(count: u64, word: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {word}{plural}")
}
