//! The same API of any size twice: as a spec for Callsheet, and as Rust with serde derives and one
//! inline method for each endpoint.

mod ours;
mod twin;

use std::fs;
use std::io;
use std::path::Path;

/// The endpoints of one module. They share an enum, an id and two nested structs.
const PER_MODULE: usize = 8;

/// The shape of an endpoint; they take turns.
#[derive(Clone, Copy)]
enum Shape {
    List,
    Create,
    Retrieve,
    Update,
}

impl Shape {
    fn of(endpoint: usize) -> Self {
        match endpoint % 4 {
            0 => Self::List,
            1 => Self::Create,
            2 => Self::Retrieve,
            _ => Self::Update,
        }
    }
}

/// The modules of an API of `count` endpoints, each with the numbers of its endpoints.
fn modules(count: usize) -> impl Iterator<Item = (usize, std::ops::Range<usize>)> {
    (0..count.div_ceil(PER_MODULE))
        .map(move |module| (module, module * PER_MODULE..count.min((module + 1) * PER_MODULE)))
}

/// Writes the crates `ours` and `serde` into `folder`. With feature `uses` each calls all of its
/// endpoints: without that rustc makes no code for what is generic or async. `runtime` is the folder of crate `callsheet`.
pub fn write(folder: &Path, runtime: &Path, count: usize) -> io::Result<()> {
    let runtime = runtime.display();
    let runtime = format!("callsheet = {{ path = '{runtime}', default-features = false }}\n");
    package(&folder.join("ours"), "ours", &runtime, ours::LIB)?;
    fs::write(folder.join("ours/api.callsheet"), ours::spec(count))?;
    fs::write(folder.join("ours/src/uses.rs"), ours::uses(count))?;
    package(&folder.join("serde"), "twin", twin::DEPENDENCIES, &twin::lib(count))?;
    fs::write(folder.join("serde/src/uses.rs"), twin::uses(count))
}

/// The spec of an API of `count` endpoints.
#[must_use]
pub fn spec(count: usize) -> String {
    ours::spec(count)
}

fn package(folder: &Path, name: &str, dependencies: &str, lib: &str) -> io::Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [features]\nuses = []\n\n[dependencies]\n{dependencies}\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), lib)
}
