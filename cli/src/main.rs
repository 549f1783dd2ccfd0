//! `cargo callsheet`: the tools of spec files.
//!
//! Exit codes: 0 where all is well, 1 where a spec has problems or is not laid out as it should
//! be, 2 where the command line is wrong or a file cannot be read or written.

mod args;
mod check;
mod expand;
mod fmt;
mod output;
mod replace;
mod report;

use std::process::ExitCode;

/// How a command ended. The worst of several counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// All is well.
    Fine,
    /// A spec has problems, or is not laid out as it should be.
    Problems,
    /// A file could not be read or written.
    Failed,
}

fn main() -> ExitCode {
    let outcome = match args::parse() {
        args::Args::Check { files, json } => check::run(&files, json),
        args::Args::Fmt { files, check } => fmt::run(&files, check),
        args::Args::Expand { file } => expand::run(&file),
    };
    ExitCode::from(match outcome {
        Outcome::Fine => 0,
        Outcome::Problems => 1,
        Outcome::Failed => 2,
    })
}
