//! A file that is whole or not there: it is written under another name beside its own, which it gets
//! at the end.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::random;

/// A file that is being written. Dropped before it is finished, it is gone.
pub(super) struct Partial {
    /// Where it is now. `None` once it is where it ought to be.
    path: Option<PathBuf>,
    file: File,
}

impl Partial {
    /// Starts a file beside `target`.
    pub(super) fn create(target: &Path) -> io::Result<Self> {
        if target.file_name().is_none() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "the path names no file"));
        }
        if target.is_dir() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "the path is a folder"));
        }
        let id = random::uuid().map_err(io::Error::other)?;
        let path = target.with_file_name(format!(".{id}.part"));
        // A link that somebody has put there is not written through.
        let file = File::options().write(true).create_new(true).open(&path)?;
        Ok(Self { path: Some(path), file })
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Gives the file its name. One that had it before is replaced.
    pub(super) fn finish(mut self, target: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        if let Some(path) = &self.path {
            fs::rename(path, target)?;
        }
        self.path = None;
        Ok(())
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            // What cannot be removed stays; there is nobody to tell.
            let _ = fs::remove_file(path);
        }
    }
}
