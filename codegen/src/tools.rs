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
    Expanded { tokens: tokens.unwrap_or_default(), problems }
}

/// Reads a spec, and does something with what it means. Its folder stands for the crate's: a spec
/// in no crate can be read, too.
fn read<R>(
    path: &Path,
    then: impl FnOnce(&crate::model::Api, &crate::source::Sources) -> R,
) -> (Option<R>, Vec<Problem>) {
    let shown = path.display().to_string();
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return (None, vec![Problem::whole(shown, "not the path of a file")]);
    };
    let folder = shown.strip_suffix(name).unwrap_or_default();
    let base = path.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new("."));
    let syntax::Parsed { document, sources, mut diagnostics } =
        syntax::parse_file(name, base, Span::call_site());
    let api = lower::lower(&document, &mut diagnostics);
    let result = then(&api, &sources);
    (Some(result), problems(&diagnostics, &sources, folder, name))
}
