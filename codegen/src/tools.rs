//! What tools do with a spec's file: check it, and see what becomes of it.

use std::path::Path;

use proc_macro2::{Span, TokenStream};

use crate::diagnostic::Diagnostics;
use crate::model::Api;
use crate::problem::{Problem, problems};
use crate::source::Sources;
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
/// `client!` would report, or else warnings.
#[must_use]
pub fn check_file(path: &Path) -> Vec<Problem> {
    let spec = Spec::read(path);
    if spec.diagnostics.is_empty() {
        spec.problems(&lower::warnings(&spec.api))
    } else {
        spec.problems(&spec.diagnostics)
    }
}

/// What becomes of the spec whose root file this is.
#[must_use]
pub fn expand_file(path: &Path) -> Expanded {
    let spec = Spec::read(path);
    let tokens = emit::emit(&spec.api, &spec.sources);
    Expanded { tokens, problems: spec.problems(&spec.diagnostics) }
}

/// A spec that has been read.
struct Spec {
    api: Api,
    sources: Sources,
    diagnostics: Diagnostics,
    /// What is in front of the paths of its files.
    folder: String,
    /// The path of its root file behind that.
    name: String,
}

impl Spec {
    fn read(path: &Path) -> Self {
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
        Self { api, sources, diagnostics, folder: folder.to_owned(), name }
    }

    fn problems(&self, diagnostics: &Diagnostics) -> Vec<Problem> {
        problems(diagnostics, &self.sources, &self.folder, &self.name)
    }
}

/// The folder of the crate that a spec is in, as far as its path tells, or the spec's own folder:
/// it need not be in a crate.
fn base(path: &Path) -> &Path {
    let is_crate = |folder: &&Path| folder.join("Cargo.toml").is_file();
    let parent = path.parent().unwrap_or(path);
    parent.ancestors().find(is_crate).unwrap_or(parent)
}
