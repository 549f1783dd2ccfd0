//! `expand`: the Rust that a spec becomes.

use std::path::Path;

use callsheet_codegen::problem::Problem;
use callsheet_codegen::{Expanded, expand_file};

use crate::{Outcome, check, output, report};

/// Prints the Rust of what could be understood, and reports the rest.
pub(crate) fn run(file: &Path) -> Outcome {
    let Expanded { tokens, mut problems } = expand_file(file);
    let mut text = String::new();
    match syn::parse2(tokens) {
        Ok(parsed) => text = prettyplease::unparse(&parsed),
        Err(error) => {
            let message = format!("what this becomes is not Rust; please report this: {error}");
            problems.push(Problem::whole(file.display().to_string(), message));
        }
    }
    report::to_people(&problems);
    output::print(&text).max(check::outcome(&problems))
}
