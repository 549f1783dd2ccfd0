//! `check`: what `client!` would report.

use std::path::{Path, PathBuf};

use callsheet_codegen::check_file;
use callsheet_codegen::problem::{Problem, Severity};

use crate::{Outcome, output, report};

/// Checks specs by their root files.
pub(crate) fn run(files: &[PathBuf], json: bool) -> Outcome {
    files.iter().map(|file| check(file, json)).max().unwrap_or(Outcome::Fine)
}

fn check(file: &Path, json: bool) -> Outcome {
    let problems = check_file(file);
    let outcome = outcome(&problems);
    if json {
        let lines: String = problems.iter().map(report::to_machines).collect();
        return output::print(&lines).max(outcome);
    }
    report::to_people(&problems);
    outcome
}

/// What problems amount to. Those without a place are of files that could not be read; warnings
/// amount to nothing.
pub(crate) fn outcome(problems: &[Problem]) -> Outcome {
    if problems.iter().all(|problem| problem.severity == Severity::Warning) {
        Outcome::Fine
    } else if problems.iter().any(|problem| problem.region.is_none()) {
        Outcome::Failed
    } else {
        Outcome::Problems
    }
}
