//! Specs in files of their own, for the tests beside this.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(unreachable_pub, reason = "this is a module of several crates")]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::{Path, PathBuf};

use callsheet_codegen::diagnostic::Diagnostics;
use callsheet_codegen::model::Api;
use callsheet_codegen::source::Sources;
use callsheet_codegen::syntax::{Parsed, parse_file, parse_tokens};
use expect_test::Expect;
use proc_macro2::Span;

/// A folder for the files of one test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("Cargo.toml"), "[workspace]\n").unwrap();
    folder
}

/// The tree and the model of a spec, with what is wrong with both.
pub struct Lowered {
    pub api: Api,
    pub sources: Sources,
    pub diagnostics: Diagnostics,
}

fn lower(parsed: Parsed) -> Lowered {
    let Parsed { document, sources, mut diagnostics } = parsed;
    let api = callsheet_codegen::lower::lower(&document, &mut diagnostics);
    Lowered { api, sources, diagnostics }
}

/// A spec in a file `spec.callsheet`.
pub fn in_file(name: &str, text: impl AsRef<[u8]>) -> Lowered {
    let folder = folder(name);
    std::fs::write(folder.join("spec.callsheet"), text).unwrap();
    lower(parse_file("spec.callsheet", &folder, Span::call_site()))
}

/// A spec in which nothing is wrong.
pub fn clean(name: &str, text: impl AsRef<[u8]>) -> Lowered {
    let lowered = in_file(name, text);
    assert!(lowered.diagnostics.is_empty(), "{}", lowered.diagnostics.render(&lowered.sources));
    lowered
}

/// The same spec in a macro.
pub fn in_macro(text: &str) -> Lowered {
    lower(parse_tokens(text.parse().unwrap(), Path::new(".")))
}

/// A spec with mistakes: both hosts say the same of it, and what is emitted is Rust all the same.
pub fn wrong(name: &str, text: &str) -> Lowered {
    let file = in_file(name, text);
    let inline = in_macro(text);
    let messages = |lowered: &Lowered| -> Vec<(String, Option<String>)> {
        let sorted = lowered.diagnostics.sorted().into_iter();
        sorted.map(|problem| (problem.message.clone(), problem.help.clone())).collect()
    };
    assert_eq!(messages(&file), messages(&inline), "the two hosts differ");
    let tokens = callsheet_codegen::emit::emit(&file.api, &file.sources);
    syn::parse2::<syn::File>(tokens).unwrap();
    file
}

/// Checks the reports of a spec in both hosts. `name` is that of the test.
pub fn check(name: &str, text: &str, expected: &Expect) {
    let file = wrong(name, text);
    expected.assert_eq(&file.diagnostics.render(&file.sources));
}
