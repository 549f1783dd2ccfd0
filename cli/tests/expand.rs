//! `cargo callsheet expand`

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::Folder;

#[test]
fn the_rust_of_a_spec_is_printed() {
    let folder = Folder::new("expand_good");
    folder.write("api.callsheet", "struct Pet { name: String }\n");
    let run = folder.run(&["expand", "api.callsheet"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    syn::parse_file(&run.stdout).unwrap();
    assert!(run.stdout.contains("\npub struct Pet {\n"), "{}", run.stdout);
    assert!(run.stdout.contains("    pub name: "), "{}", run.stdout);
}

#[test]
fn files_are_named_from_the_crate_as_the_macro_does() {
    let folder = Folder::new("expand_crate");
    folder.write("Cargo.toml", "[workspace]\n");
    folder.write("specs/api.callsheet", "struct Pet { name: String }\n");
    for (place, path) in [("", "specs/api.callsheet"), ("specs", "../specs/api.callsheet")] {
        let run = common::run(&folder.0.join(place), &["expand", path], "");
        assert!(run.stdout.contains("\"/specs/api.callsheet\""), "{path}: {}", run.stdout);
    }
}

#[test]
fn what_could_be_understood_is_printed_beside_the_reports() {
    let folder = Folder::new("expand_bad");
    folder.write("api.callsheet", "struct Pet { name: String }\nstruct Bad { a: Nope }\n");
    let run = folder.run(&["expand", "api.callsheet"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("unknown type `Nope`"));
    assert!(run.stdout.contains("pub struct Pet"));
    assert!(!run.stdout.contains("compile_error"));
    assert_eq!(folder.run(&["expand", "none.callsheet"]).code, 2);
}
