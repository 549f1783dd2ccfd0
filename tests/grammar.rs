//! The examples of the language are clients, and together with other specs of the tests they use
//! all that the grammar has.

use std::collections::BTreeSet;
use std::path::Path;

use callsheet_codegen::vocabulary::Vocabulary;
use callsheet_codegen::{lower, syntax};

/// The type of this crate's own that `coverage` names.
pub mod money {
    /// An amount, as a text.
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
    pub struct Money(String);
}

/// `specs/examples/coverage.callsheet`
pub mod coverage {
    callsheet::client!("../specs/examples/coverage.callsheet");
}

/// `specs/examples/hard.callsheet`
pub mod hard {
    callsheet::client!("../specs/examples/hard.callsheet");
}

/// `specs/examples/sessions.callsheet`
pub mod sessions {
    callsheet::client!("../specs/examples/sessions.callsheet");
}

const COVERAGE: &str = "specs/examples/coverage.callsheet";
const QODER: &str = "specs/qoder/sessions.callsheet";
const ADDED: &str = "tests/everything_added.callsheet";

/// The productions of the grammar, each form with a spec that has it, and what that says.
const PRODUCTIONS: &[(&str, &str, &str)] = &[
    ("File: inner attributes", COVERAGE, "#![doc ="),
    ("Extend", ADDED, "extend "),
    ("Api", COVERAGE, "api Acme {"),
    ("Server: name, fields", COVERAGE, "as regional { region: Region = eu, stage: \"v1\" }"),
    ("Server: prefix", COVERAGE, "as files for /v1/files"),
    ("Auth: scheme, name, value", COVERAGE, "auth bearer as token = env(\"ACME_TOKEN\")"),
    ("Auth: pair", COVERAGE, "env(\"ACME_USER\", \"ACME_PASSWORD\")"),
    ("Need: alternatives", COVERAGE, "auth token | human"),
    ("Need: combination", COVERAGE, "auth human & key"),
    ("Need: none", COVERAGE, "auth none"),
    ("Use: scopes", COVERAGE, "oauth(\"jobs:write\")"),
    ("Mod: block", COVERAGE, "mod admin {"),
    ("Mod: file", QODER, "mod threads;"),
    ("Struct: block", COVERAGE, "struct Pet {"),
    ("Struct: newtype", COVERAGE, "struct JobId(Uuid);"),
    ("Generics: struct", COVERAGE, "struct Page<T>"),
    ("Generics: enum", COVERAGE, "enum OneOrMany<T>"),
    ("Enum: tag", COVERAGE, "enum Animal tag kind"),
    ("Enum: words", COVERAGE, "enum JobState { queued, running"),
    ("Variant: type", COVERAGE, "dog(Dog)"),
    ("Variant: fields", COVERAGE, "cat { lives: u8"),
    ("Variant: base", COVERAGE, "{ ..EventBase, job.done"),
    ("Variant: number", COVERAGE, "-1 as Unset"),
    ("Variant: string", COVERAGE, "\"ap/south\" as ApSouth"),
    ("Extern", COVERAGE, "extern type Money: String = crate::money::Money;"),
    ("Webhook", COVERAGE, "webhook job_over {"),
    ("Path: parameter, dot, at", COVERAGE, "/v1.1/users/@me/files/{path: String}.json"),
    ("Path: string", COVERAGE, "DELETE \"/v1/struct/in\""),
    ("Body: optional, encoding", COVERAGE, "body? form {"),
    ("Body: encoding, media type", COVERAGE, "body text \"text/markdown\""),
    ("Body: type", COVERAGE, "body Animal"),
    ("Response: status", COVERAGE, "-> 202 Job"),
    ("Response: headers", COVERAGE, "-> 200 Report header {"),
    ("Response: nothing", COVERAGE, "-> 204"),
    ("Response: fields", COVERAGE, "-> 200 { ok: bool }"),
    ("Status: class", COVERAGE, "-> 2xx"),
    ("Case: status", COVERAGE, "409 }"),
    ("Case: name, type", COVERAGE, "422 unprocessable: Problem"),
    ("Case: any", COVERAGE, "_: Text"),
    ("Example: both", COVERAGE, "example { \"name\": \"nightly\", \"note\": null } -> 202 {"),
    ("Field: optional", COVERAGE, "detail?: String"),
    ("Field: value", COVERAGE, "dry_run?: bool = false"),
    ("Field: groups", COVERAGE, "(since: Date | last: u32 in 1..=100) as window?"),
    ("Field: inclusion", COVERAGE, "..Pet,"),
    ("Field: rest", COVERAGE, "..Map<String, Json>"),
    ("Name: word", COVERAGE, "Retry-After?: u32"),
    ("Name: number", COVERAGE, "end as End"),
    ("Type: null", COVERAGE, "note?: String | null"),
    ("Type: several sets", COVERAGE, "[String in 1..=32] in ..=16"),
    ("Atom: arguments", COVERAGE, "OneOrMany<Priority>"),
    ("Atom: list", COVERAGE, "cells: [Json]"),
    ("Atom: tuple", COVERAGE, "loc: (f64, f64)"),
    ("Atom: literal", COVERAGE, "type: \"text\""),
    ("Atom: path", ADDED, "::"),
    ("Set: range", COVERAGE, "f64 in 0.0..200.0"),
    ("Set: pattern", COVERAGE, "String in \"^[0-9]{4}$\""),
    ("Value: number", COVERAGE, "u8 in 1..=9 = 9"),
];

fn text(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    std::fs::read_to_string(root.join(path)).unwrap()
}

#[test]
fn every_production_has_a_spec_that_uses_it() {
    let mut named = BTreeSet::new();
    for (production, path, words) in PRODUCTIONS {
        assert!(text(path).contains(words), "{production}: no `{words}` in {path}");
        assert!(named.insert(production), "{production} is there twice");
    }
}

/// What the parser has taken for words of the language, in specs without a mistake.
fn used() -> BTreeSet<(Vocabulary, String)> {
    let mut used = BTreeSet::new();
    for path in [COVERAGE, "tests/everything.callsheet", ADDED, "specs/qoder/api.callsheet"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let parsed = syntax::parse_file(path, root, proc_macro2::Span::call_site());
        let mut diagnostics = parsed.diagnostics;
        lower::lower(&parsed.document, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{}", diagnostics.render(&parsed.sources));
        let keywords = parsed.document.keywords.into_iter();
        used.extend(keywords.map(|keyword| (keyword.of, keyword.text)));
    }
    used
}

#[test]
fn every_word_of_the_language_is_used_by_a_spec() {
    let known = |of: Vocabulary| of.words().into_iter().map(move |word| (of, word.to_owned()));
    let mut known: BTreeSet<_> = Vocabulary::ALL.into_iter().flat_map(known).collect();
    // It is refused, with what to write in its place.
    known.remove(&(Vocabulary::Encoding, "xml".to_owned()));
    let used = used();
    let missing: Vec<_> = known.difference(&used).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_examples_are_the_same_clients_in_both_hosts() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["coverage", "hard", "sessions"] {
        let path = format!("specs/examples/{name}.callsheet");
        let inline = callsheet_codegen::expand(text(&path).parse().unwrap(), base).to_string();
        let file = proc_macro2::Literal::string(&format!("../{path}"));
        let file = proc_macro2::TokenTree::from(file).into();
        let file = callsheet_codegen::expand(file, base).to_string();
        // A file's client starts with what makes cargo see its edits, a macro's ends with what
        // only editors see.
        let (_, file) = file.split_once(';').unwrap();
        assert!(inline.trim_start().starts_with(file.trim()), "{name}: the two hosts differ");
        assert!(!inline.contains("compile_error"), "{name}");
    }
}
