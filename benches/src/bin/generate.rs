//! Writes the made-up API twice below a directory: `spec/`, a crate that generates its client from a
//! spec, and `hand/`, the same written by hand.
//!
//! `generate ENDPOINTS DIRECTORY`

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use callsheet_benches::synthetic::{File, hand, spec};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(endpoints), Some(directory)) = (arguments.next(), arguments.next()) else {
        return Err("usage: generate ENDPOINTS DIRECTORY".into());
    };
    let endpoints: usize = endpoints.parse()?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let runtime = root.join("runtime");
    let directory = PathBuf::from(directory);
    let runtime = runtime.to_str().ok_or("the path of the runtime is not UTF-8")?;
    write(&root, &directory.join("spec"), spec::files(endpoints, runtime))?;
    write(&root, &directory.join("hand"), hand::files(endpoints))?;
    Ok(())
}

/// Writes a crate anew, with the versions of the workspace.
fn write(root: &Path, directory: &Path, files: Vec<File>) -> Result<(), Box<dyn Error>> {
    if directory.exists() {
        fs::remove_dir_all(directory)?;
    }
    fs::create_dir_all(directory.join("src"))?;
    fs::copy(root.join("Cargo.lock"), directory.join("Cargo.lock"))?;
    for (path, text) in files {
        fs::write(directory.join(path), text)?;
    }
    Ok(())
}
