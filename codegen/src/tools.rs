//! What tools do with a spec's file: check it, and see what becomes of it.

use std::path::Path;

use proc_macro2::{Span, TokenStream};

use crate::problem::{Problem, problems};
use crate::{emit, lower, syntax};

/// What becomes of a spec in a file.
#[derive(Debug)]
pub struct Expanded {
    /// The Rust of what could be understood.
    pub tokens: TokenStream,
    /// What is wrong, in the order of the places.
    pub problems: Vec<Problem>,
}

/// The problems of the spec whose root file this is, those of its modules' files among them: what
/// `client!` would report.
#[must_use]
pub fn check_file(path: &Path) -> Vec<Problem> {
    read(path, |_, _| ()).1
}

/// What becomes of the spec whose root file this is.
#[must_use]
pub fn expand_file(path: &Path) -> Expanded {
    let (tokens, problems) = read(path, emit::emit);
    Expanded { tokens, problems }
}

/// Reads a spec, and does something with what it means.
fn read<R>(
    path: &Path,
    then: impl FnOnce(&crate::model::Api, &crate::source::Sources) -> R,
) -> (R, Vec<Problem>) {
    let base = base(path);
    let name = path.strip_prefix(base).unwrap_or(path);
    let name: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
    let name = name.join("/");
    let shown = path.to_string_lossy();
    let folder = shown.get(..shown.len().saturating_sub(name.len())).unwrap_or_default();
    let base = if base == Path::new("") { Path::new(".") } else { base };
    let syntax::Parsed { document, sources, mut diagnostics } =
        syntax::parse_file(&name, base, Span::call_site());
    let api = lower::lower(&document, &mut diagnostics);
    let result = then(&api, &sources);
    (result, problems(&diagnostics, &sources, folder, &name))
}

/// The folder of the crate that a spec is in, as far as its path tells, or the spec's own folder:
/// it need not be in a crate.
fn base(path: &Path) -> &Path {
    let is_crate = |folder: &&Path| folder.join("Cargo.toml").is_file();
    let parent = path.parent().unwrap_or(path);
    parent.ancestors().find(is_crate).unwrap_or(parent)
}
