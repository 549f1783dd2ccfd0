//! The files of a spec. This is the only place that reads the disk.

use std::path::{Component, Path, PathBuf};

use super::{Sources, Span, Stream, lexer::NOWHERE};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The largest file that is read, in bytes. Real specs are far smaller.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Reads files, and knows which are being read.
#[derive(Debug)]
pub(crate) struct Loader {
    /// The folder that paths in the macro are relative to.
    base: PathBuf,
    /// The folder that all files must be in.
    workspace: PathBuf,
    /// The files between the root and the one that is being parsed.
    stack: Vec<Entry>,
    /// Whether the files of modules are left alone.
    closed: bool,
}

/// A file that is being parsed.
#[derive(Debug)]
struct Entry {
    /// As the spec leads to it.
    path: String,
    /// As the file system knows it.
    real: PathBuf,
}

impl Loader {
    /// A loader for a crate in this folder.
    pub(crate) fn new(base: &Path) -> Self {
        Self { base: base.to_owned(), workspace: workspace(base), stack: Vec::new(), closed: false }
    }

    /// A loader that reads nothing: the files of modules are left alone.
    pub(crate) fn closed() -> Self {
        let (base, workspace) = (PathBuf::new(), PathBuf::new());
        Self { base, workspace, stack: Vec::new(), closed: true }
    }

    /// Whether the files of modules are left alone.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Whether a file is being parsed, and not the macro's own input.
    pub(crate) fn is_in_file(&self) -> bool {
        !self.stack.is_empty()
    }

    /// Reads the root file. A problem is at `span`, or where the macro is called.
    pub(crate) fn enter_root(
        &mut self,
        path: &str,
        sources: &mut Sources,
        diags: &mut Diagnostics,
    ) -> Option<Stream> {
        self.enter(path.to_owned(), NOWHERE, sources, diags)
    }

    /// Reads the file of `mod name;`, which lies in the folder of the file that says it.
    pub(crate) fn enter_mod(
        &mut self,
        name: &str,
        span: Span,
        sources: &mut Sources,
        diags: &mut Diagnostics,
    ) -> Option<Stream> {
        let parent = self.stack.last().map_or("", |entry| entry.path.as_str());
        let folder = parent.rsplit_once('/').map_or("", |(folder, _)| folder);
        let file = format!("{name}.callsheet");
        let path = if folder.is_empty() { file } else { format!("{folder}/{file}") };
        self.enter(path, span, sources, diags)
    }

    /// The file that was entered last has been parsed.
    pub(crate) fn leave(&mut self) {
        self.stack.pop();
    }

    fn enter(
        &mut self,
        path: String,
        span: Span,
        sources: &mut Sources,
        diags: &mut Diagnostics,
    ) -> Option<Stream> {
        match self.read(&path) {
            Ok((real, text)) => {
                let stream = sources.add_text(&path, text, diags)?;
                self.stack.push(Entry { path, real });
                Some(stream)
            }
            Err(problem) => {
                diags.push(Diagnostic::error(span, problem));
                None
            }
        }
    }

    fn read(&self, path: &str) -> Result<(PathBuf, String), String> {
        if Path::new(path).is_absolute() {
            return Err(format!(
                "`{path}` is absolute; the path of a spec is relative to the crate"
            ));
        }
        let full = self.base.join(path);
        let real = full.canonicalize().map_err(|error| {
            // What lies outside is not told to be there or not.
            if escapes(&self.base, &self.workspace, path) {
                outside(path)
            } else {
                format!("cannot read `{path}`: {}", reason(&error))
            }
        })?;
        if !real.starts_with(&self.workspace) {
            return Err(outside(path));
        }
        if self.stack.iter().any(|entry| entry.real == real) {
            return Err(format!("`{path}` is read by itself; a spec cannot hold itself"));
        }
        let metadata = std::fs::metadata(&real)
            .map_err(|error| format!("cannot read `{path}`: {}", reason(&error)))?;
        if !metadata.is_file() {
            return Err(format!("`{path}` is not a file"));
        }
        if metadata.len() > MAX_BYTES {
            return Err(format!("`{path}` is larger than {} MiB", MAX_BYTES / 1024 / 1024));
        }
        let bytes = std::fs::read(&real)
            .map_err(|error| format!("cannot read `{path}`: {}", reason(&error)))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid =
                error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let line = valid.split(|byte| *byte == b'\n').count();
            format!("`{path}` is not UTF-8: line {line} has a byte that cannot be")
        })?;
        Ok((real, text))
    }
}

/// The folder of the workspace that a crate is in: the nearest one above it whose manifest has a
/// `[workspace]`, or the crate's own.
fn workspace(base: &Path) -> PathBuf {
    let base = base.canonicalize().unwrap_or_else(|_| base.to_owned());
    let has_workspace = |folder: &&Path| {
        std::fs::read_to_string(folder.join("Cargo.toml"))
            .is_ok_and(|manifest| manifest.lines().any(|line| line.trim() == "[workspace]"))
    };
    base.ancestors().find(has_workspace).map_or_else(|| base.clone(), Path::to_owned)
}

/// Whether a path leads out of the workspace by its words alone.
fn escapes(base: &Path, workspace: &Path, path: &str) -> bool {
    let base = base.canonicalize().unwrap_or_else(|_| base.to_owned());
    let mut place = base;
    for component in Path::new(path).components() {
        match component {
            Component::ParentDir => drop(place.pop()),
            Component::Normal(name) => place.push(name),
            _ => {}
        }
    }
    !place.starts_with(workspace)
}

fn outside(path: &str) -> String {
    format!("`{path}` is outside the workspace of this crate; a spec is read from inside it only")
}

/// An error of the file system without the path, which the message has already.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
