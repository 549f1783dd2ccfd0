//! Specs in files, as a crate of its own sees them: exact places of mistakes, and rebuilds.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A crate in a folder of its own, outside this workspace.
struct Fixture {
    root: PathBuf,
}

impl Fixture {
    /// Makes a crate with this `src/lib.rs` and these other files.
    fn new(name: &str, lib: &str, files: &[(&str, &str)]) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&root);
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\ncallsheet = {{ path = '{}', default-features = false }}\n\n[workspace]\n",
            runtime.display()
        );
        let fixture = Self { root };
        fixture.write("Cargo.toml", &manifest);
        fixture.write("src/lib.rs", lib);
        for (path, text) in files {
            fixture.write(path, text);
        }
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        std::fs::copy(lock, fixture.root.join("Cargo.lock")).unwrap();
        fixture
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// Runs `cargo check`, and returns whether it passed and what it said.
    fn check(&self) -> (bool, String) {
        let output = Command::new(env!("CARGO"))
            .args(["check", "--offline", "--quiet"])
            .current_dir(&self.root)
            // One target folder for all fixtures: the runtime is built once.
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures"))
            .env_remove("RUSTFLAGS")
            .output()
            .unwrap();
        (output.status.success(), String::from_utf8(output.stderr).unwrap())
    }
}

const LIB: &str = "callsheet::client!(\"spec/api.callsheet\");\n";
const API: &str = "api Acme {\n    server \"https://api.acme.com\"\n}\nmod things;\n";

#[test]
fn mistakes_in_files_are_reported_at_file_line_and_column() {
    let things = "struct Thing {\n    part: Prat,\n    size: u8 in 0..=300,\n}\nstruct Part { name: String }\n";
    let fixture = Fixture::new(
        "places",
        LIB,
        &[("spec/api.callsheet", API), ("spec/things.callsheet", things)],
    );
    let (passed, said) = fixture.check();
    assert!(!passed);
    for line in [
        "spec/things.callsheet:2:11: error: unknown type `Prat`",
        "2 |     part: Prat,",
        "  |           ^^^^",
        "did you mean `Part`?",
        "spec/things.callsheet:3:21: error: `300` is outside `u8`, which is 0..=255",
    ] {
        assert!(said.contains(line), "no `{line}` in:\n{said}");
    }
    assert_eq!(said.matches(": error: ").count(), 2, "{said}");
}

#[test]
fn an_edit_of_any_file_of_a_spec_rebuilds() {
    let fixture = Fixture::new(
        "rebuilds",
        &format!("{LIB}pub fn name(thing: things::Thing) -> String {{ thing.name }}\n"),
        &[
            ("spec/api.callsheet", API),
            ("spec/things.callsheet", "struct Thing { name: String }\n"),
        ],
    );
    let (passed, said) = fixture.check();
    assert!(passed, "{said}");

    fixture.write("spec/things.callsheet", "struct Thing { name: u32 }\n");
    let (passed, said) = fixture.check();
    assert!(!passed && said.contains("mismatched types"), "the edit went unseen: {said}");

    fixture.write("spec/things.callsheet", "struct Thing { name: String }\n");
    fixture.write("spec/api.callsheet", &API.replace("Acme", "type"));
    let (passed, said) = fixture.check();
    assert!(!passed && said.contains("spec/api.callsheet:1:5"), "the edit went unseen: {said}");
}

#[test]
fn a_file_that_cannot_be_read_is_a_clear_error() {
    for (name, lib, files, expected) in [
        ("missing", LIB, &[("spec/other.callsheet", API)][..], "spec/api.callsheet"),
        ("missing_mod", LIB, &[("spec/api.callsheet", API)], "spec/api.callsheet:4:5"),
        ("empty", LIB, &[("spec/api.callsheet", "\n")], "empty"),
        (
            "outside",
            "callsheet::client!(\"../../../../../../../../etc/passwd\");\n",
            &[],
            "outside",
        ),
        (
            "cycle",
            LIB,
            &[("spec/api.callsheet", API), ("spec/things.callsheet", "mod api;\n")],
            "spec/things.callsheet:1:5",
        ),
    ] {
        let fixture = Fixture::new(&format!("unreadable_{name}"), lib, files);
        let (passed, said) = fixture.check();
        assert!(!passed, "{name} passed");
        assert!(said.contains(expected), "{name}: no `{expected}` in:\n{said}");
        assert!(!said.contains("panicked"), "{name}: {said}");
    }
}

#[test]
fn the_same_text_is_the_same_client_in_both_hosts() {
    for name in ["everything.callsheet", "everything_added.callsheet"] {
        is_the_same_in_both_hosts(name);
    }
}

fn is_the_same_in_both_hosts(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let inline = callsheet_codegen::expand(text.parse().unwrap(), Path::new("."));
    let path = proc_macro2::Literal::string(name);
    let base = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = callsheet_codegen::expand(proc_macro2::TokenTree::from(path).into(), base);
    let inline = inline.to_string();
    let file = file.to_string();
    // A file's client starts with the line that makes cargo see the file's edits.
    let (include, rest) = file.split_once(';').unwrap();
    assert!(include.contains("include_bytes"), "{include}");
    // That of a macro ends with what only editors see.
    let Some(end) = inline.trim_start().strip_prefix(rest.trim_start()) else {
        panic!("the two hosts differ");
    };
    assert!(end.trim_start().starts_with("# [allow (unexpected_cfgs)] const _"), "{end}");
}

const ZOO: &str = "api Zoo {
    server \"https://zoo.example\"
    errors { 401 unauthorized }
}
#[error(code = code, message = text)]
struct Problem { code: String, text: String }
struct Id(String);
mod cages {
    struct Cage { id: Id, size: Size }
    struct Size { width: u32 }
    GET /cages as list { -> 200 [Cage] }
    POST /cages as build { body { size: Size } -> 201 Cage errors { 409 full } }
}
mod animals {
    struct Animal { id: Id }
    GET /animals as list { -> 200 [Animal] errors { 410 extinct } }
    mod food {
        struct Food { name: String }
        GET /food as list { -> 200 [Food] }
    }
}
";

#[test]
fn a_slice_is_what_is_named_and_what_that_needs() {
    let lib = "callsheet::client!(\"zoo.callsheet\", only = [cages.list, animals.food]);
pub fn uses(zoo: &Zoo, failure: Failure) {
    let _ = zoo.cages().list();
    let _ = zoo.animals().food().list();
    match failure {
        Failure::Unauthorized(_) | Failure::Unknown(_) => {}
    }
}
mod more {
    callsheet::client!(\"zoo.callsheet\", only = [animals],);
    pub fn uses(zoo: &Zoo) -> animals::List {
        let _ = animals::food::List::new();
        animals::List::new()
    }
}
";
    let fixture = Fixture::new("slice", lib, &[("zoo.callsheet", ZOO)]);
    let (passed, output) = fixture.check();
    assert!(passed, "{output}");
    for (left_out, message) in [
        (
            "pub fn gone(zoo: &Zoo) { let _ = zoo.cages().build(Size::new(1)); }",
            "no method named `build`",
        ),
        ("pub type Gone = animals::Animal;", "cannot find type `Animal`"),
    ] {
        fixture.write("src/lib.rs", &format!("{lib}\n{left_out}\n"));
        let (passed, output) = fixture.check();
        assert!(!passed && output.contains(message), "{output}");
    }
}

#[test]
fn a_slice_that_names_nothing_is_told_so() {
    for (arguments, expected) in [
        ("only = [cages.lost]", &["no module and no endpoint `cages.lost`", "`cages.list`"][..]),
        ("only = [food]", &["no module and no endpoint `food`"]),
        ("only = []", &["nothing is left of the API"]),
        ("ony = [cages]", &["no argument `ony`", "did you mean `only`?"]),
        ("only [cages]", &["expected `= [...]`"]),
        ("only = [cages] more", &["unexpected `more`"]),
        ("7 = [cages]", &["no argument `7`"]),
    ] {
        let lib = format!("callsheet::client!(\"zoo.callsheet\", {arguments});");
        let fixture = Fixture::new("slice_mistakes", &lib, &[("zoo.callsheet", ZOO)]);
        let (passed, output) = fixture.check();
        assert!(!passed, "{arguments}");
        for text in expected {
            assert!(output.contains(text), "{arguments}: {output}");
        }
        assert_eq!(output.matches("error: ").count(), 2, "one report, and cargo's own: {output}");
    }
}

const HOOKS: &str = "
#[signature(hmac_sha256, header = Zoo-Signature)]
api Zoo { server \"https://zoo.example\" }
struct Cage { id: u32 }
mod cages {
    GET /cages as list { -> 200 [Cage] }
    webhook opened { body Opened }
    webhook closed { body Cage }
    struct Opened { at: UnixTime }
}
mod animals {
    webhook fed { header { Zoo-Food: Food } body Cage }
    enum Food { hay, meat }
}
";

#[test]
fn a_spec_with_a_webhook_names_the_feature_that_it_needs() {
    let lib = "callsheet::client!(\"zoo.callsheet\");";
    let fixture = Fixture::new("webhooks_off", lib, &[("zoo.callsheet", HOOKS)]);
    let (passed, output) = fixture.check();
    assert!(!passed && output.contains("needs the feature `webhooks` of callsheet"), "{output}");
    // A slice without any does not need it.
    fixture.write("src/lib.rs", "callsheet::client!(\"zoo.callsheet\", only = [cages.list]);");
    let (passed, output) = fixture.check();
    assert!(passed, "{output}");
}

#[test]
fn a_webhook_can_be_in_a_slice() {
    let lib = "use callsheet::webhook::VerifierBuilder;
callsheet::client!(\"zoo.callsheet\", only = [cages.opened, animals]);
pub fn opened() -> VerifierBuilder<cages::Opened> { cages::webhooks::opened() }
pub fn fed() -> VerifierBuilder<animals::FedEvent> { animals::webhooks::fed() }
pub fn food(event: &animals::FedEvent) -> (&animals::Food, &Cage) {
    (&event.zoo_food, &event.body)
}
";
    let fixture = Fixture::new("webhooks_slice", lib, &[("zoo.callsheet", HOOKS)]);
    let manifest = std::fs::read_to_string(fixture.root.join("Cargo.toml")).unwrap();
    let manifest = manifest
        .replace("default-features = false", "default-features = false, features = ['webhooks']");
    fixture.write("Cargo.toml", &manifest);
    let (passed, output) = fixture.check();
    assert!(passed, "{output}");
    fixture.write("src/lib.rs", &format!("{lib}pub fn gone() {{ cages::webhooks::closed(); }}\n"));
    let (passed, output) = fixture.check();
    assert!(!passed && output.contains("cannot find function `closed`"), "{output}");
}
