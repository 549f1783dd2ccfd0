//! `cargo callsheet fmt`

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{Folder, root, run};

const UGLY: &str = "// note\nstruct A{a:u32}\n";
const NICE: &str = "// note\nstruct A { a: u32 }\n";

#[test]
fn the_specs_of_this_repository_are_formatted() {
    let run = run(&root(), &["fmt", "--check", "specs"], "");
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
}

#[test]
fn named_files_and_those_in_folders_are_formatted_and_no_others() {
    let folder = Folder::new("fmt_files");
    for file in ["api.callsheet", "m.callsheet", "more/deep/a.callsheet", "more/note.txt"] {
        folder.write(file, UGLY);
    }
    folder.write("api.callsheet", format!("{UGLY}mod m;"));
    let run = folder.run(&["fmt", "api.callsheet", "more", "more/deep/a.callsheet"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    assert_eq!(folder.read("api.callsheet"), format!("{NICE}mod m;\n"));
    assert_eq!(folder.read("more/deep/a.callsheet"), NICE);
    assert_eq!(folder.read("m.callsheet"), UGLY, "the files of modules are not followed");
    assert_eq!(folder.read("more/note.txt"), UGLY);
    assert_eq!(folder.names(), ["api.callsheet", "m.callsheet", "more"]);
}

#[test]
fn what_is_formatted_is_not_written() {
    let folder = Folder::new("fmt_same");
    folder.write("a.callsheet", NICE);
    let written = || folder.0.join("a.callsheet").metadata().unwrap().modified().unwrap();
    let before = written();
    assert_eq!(folder.run(&["fmt", "a.callsheet"]).code, 0);
    assert_eq!(written(), before);
}

#[test]
fn check_names_the_first_line_and_changes_nothing() {
    let folder = Folder::new("fmt_check");
    folder.write("a.callsheet", NICE);
    folder.write("b.callsheet", UGLY);
    let run = folder.run(&["fmt", "--check", "a.callsheet", "b.callsheet"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.stdout,
        "b.callsheet:2: not formatted\n-struct A{a:u32}\n+struct A { a: u32 }\n"
    );
    assert_eq!(folder.read("b.callsheet"), UGLY);
}

#[test]
fn stdin_goes_to_stdout() {
    let folder = Folder::new("fmt_stdin");
    let run = folder.run_with_stdin(&["fmt", "-"], UGLY);
    assert_eq!((run.code, run.stdout.as_str()), (0, NICE));
    let run = folder.run_with_stdin(&["fmt", "--check", "-"], UGLY);
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("<stdin>:2: not formatted\n"));
    let run = folder.run_with_stdin(&["fmt", "-"], "struct A {");
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains(" --> <stdin>:1:10\n"), "{}", run.stderr);
}

#[test]
fn a_file_that_does_not_parse_is_left_and_its_neighbors_are_not() {
    let folder = Folder::new("fmt_broken");
    folder.write("a.callsheet", "struct A { a  u32 }\n");
    folder.write("b.callsheet", UGLY);
    folder.write("c.rs", "callsheet::client! { struct A{a:u32} }\ncallsheet::client! { strct }\n");
    let before = folder.read("c.rs");
    let run = folder.run(&["fmt", "a.callsheet", "c.rs", "b.callsheet"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains(" --> a.callsheet:1:15\n"), "{}", run.stderr);
    assert!(run.stderr.contains(" --> c.rs:2:22\n"), "{}", run.stderr);
    assert_eq!(folder.read("a.callsheet"), "struct A { a  u32 }\n");
    assert_eq!(folder.read("b.callsheet"), NICE);
    assert_eq!(folder.read("c.rs"), before);
    assert_eq!(folder.run(&["fmt", "none.callsheet", "b.callsheet"]).code, 2);
}

#[test]
fn macros_in_rust_are_formatted_and_the_rest_is_not_touched() {
    let folder = Folder::new("fmt_rust");
    let rust = |body: &str| {
        format!("fn  a ( ) {{ }}\r\nmod  b {{\r\n  callsheet::client! {{{body}}}\r\n}}\r\n")
    };
    folder.write("a.rs", rust(" struct A{a:u32}  "));
    assert_eq!(folder.run(&["fmt", "--check", "a.rs"]).code, 1);
    assert_eq!(folder.run(&["fmt", "a.rs"]).code, 0);
    assert_eq!(folder.read("a.rs"), rust("\r\n      struct A { a: u32 }\r\n  "));
    assert_eq!(folder.run(&["fmt", "--check", "a.rs"]).code, 0);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = Folder::new("fmt_links");
    folder.write("a.callsheet", UGLY);
    let path = folder.0.join("a.callsheet");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink("a.callsheet", folder.0.join("link.callsheet")).unwrap();
    assert_eq!(folder.run(&["fmt", "link.callsheet"]).code, 0);
    assert_eq!(folder.read("a.callsheet"), NICE);
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    assert!(folder.0.join("link.callsheet").symlink_metadata().unwrap().is_symlink());
    assert_eq!(folder.names(), ["a.callsheet", "link.callsheet"]);
}
