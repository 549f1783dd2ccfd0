//! `cargo callsheet check`

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{Folder, root, run};

const API: &str = "api A { server \"https://a.example\" }\nmod m;\nGET /a as list { -> 200 Be }\n";

#[test]
fn a_good_spec_is_fine() {
    let folder = Folder::new("check_good");
    folder.write("api.callsheet", API);
    folder.write("m.callsheet", "struct C { a: u32 }\nGET /c as find { -> 200 C }\n");
    let run = folder.run(&["check", "api.callsheet"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("error: unknown type `Be`\n --> api.callsheet:3:25\n"), "{run:?}");
    folder.write("api.callsheet", API.replace("Be", "Json"));
    let run = folder.run(&["callsheet", "check", "api.callsheet"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
}

#[test]
fn the_specs_of_this_repository_are_fine() {
    for spec in [
        "specs/qoder/api.callsheet",
        "specs/examples/coverage.callsheet",
        "specs/examples/hard.callsheet",
        "specs/examples/sessions.callsheet",
    ] {
        let run = run(&root(), &["check", spec], "");
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{spec}");
    }
}

#[test]
fn what_is_odd_is_a_warning_and_no_failure() {
    let folder = Folder::new("check_odd");
    folder.write(
        "api.callsheet",
        "api A { server \"https://a.example\" auth bearer as token auth basic as human auth token }
struct Base { a: u8 }
struct Used { ..Base, b: Inner }
struct Inner { c: u8 }
struct Odd { d: OnlyThere }
struct OnlyThere { e: u8 }
GET /a as list { -> 200 Used }
",
    );
    let run = folder.run(&["check", "api.callsheet"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert_eq!(run.stderr.matches("warning: ").count(), 2, "{}", run.stderr);
    let scheme = "warning: no endpoint takes auth scheme `human`\n --> api.callsheet:1:";
    assert!(run.stderr.contains(scheme), "{}", run.stderr);
    let unused = "warning: no endpoint uses type `Odd`\n --> api.callsheet:5:8\n";
    assert!(run.stderr.contains(unused), "{}", run.stderr);
    let run = folder.run(&["check", "--json", "api.callsheet"]);
    assert_eq!(run.stdout.matches("\"severity\":\"warning\"").count(), 2, "{}", run.stdout);
}

#[test]
fn problems_of_all_files_are_reported_with_their_source() {
    let folder = Folder::new("check_all");
    folder.write("Cargo.toml", "[workspace]\n");
    folder.write("specs/api.callsheet", API.replace("as list", "is list"));
    folder.write("specs/m.callsheet", "struct C {\n\ta: Sring,\n}\nmod n;\n");
    let run = folder.run(&["check", "specs/api.callsheet"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("error: unknown type `Sring`\n --> specs/m.callsheet:2:5\n"));
    assert!(run.stderr.contains("2 |     a: Sring,\n  |        ^^^^^\n"), "{}", run.stderr);
    assert!(run.stderr.contains("= help: did you mean `String`?"));
    assert!(
        run.stderr.contains("cannot read `specs/n.callsheet`")
            || run.stderr.contains("cannot read `n.callsheet`")
    );
    assert!(run.stderr.contains(" --> specs/api.callsheet:3:1\n"));
    assert!(!run.stderr.contains('\u{1b}'), "colors are for terminals");
}

#[test]
fn machines_get_a_line_of_json_for_each_problem() {
    let folder = Folder::new("check_json");
    folder.write("api.callsheet", API);
    folder.write("m.callsheet", "struct C { é: Sring, \"d\": u32 }\n");
    let run = folder.run(&["check", "--json", "api.callsheet"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let lines: Vec<serde_json::Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let line = |message: &str| {
        lines.iter().find(|line| line["message"].as_str().unwrap().contains(message)).unwrap()
    };
    assert_eq!(lines.len(), 3, "{lines:#?}");
    assert_eq!(
        *line("Sring"),
        serde_json::json!({
            "file": "m.callsheet", "line": 1, "column": 15, "end": { "line": 1, "column": 20 },
            "severity": "error", "message": "unknown type `Sring`",
            "help": "did you mean `String`?",
        })
    );
    assert_eq!(line("unknown type `Be`")["help"], serde_json::Value::Null);
    assert_eq!(line("quotes")["help"], "write plain `d`");
}

#[test]
fn a_file_that_cannot_be_read_is_another_code() {
    let folder = Folder::new("check_unreadable");
    folder.write("latin.callsheet", b"struct A { a: \xe9 }");
    for name in ["missing.callsheet", "latin.callsheet", ".", ""] {
        let run = folder.run(&["check", name]);
        assert_eq!(run.code, 2, "{name}: {run:?}");
        assert!(run.stderr.contains("error: "), "{name}: {run:?}");
    }
    let run = folder.run(&["check", "--json", "missing.callsheet"]);
    let problem: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((run.code, &problem["line"]), (2, &serde_json::Value::Null));
}

#[test]
fn a_wrong_command_line_is_explained() {
    let folder = Folder::new("check_usage");
    for args in [&["check"][..], &["chek", "a"], &["check", "--jsn", "a"], &[]] {
        let run = folder.run(args);
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.stderr.contains("Usage: cargo callsheet"), "{run:?}");
    }
    let help = folder.run(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(help.stdout.contains("Exit codes: 0 all is well, 1 a spec has problems"));
}

#[test]
fn what_a_spec_says_does_nothing_to_the_terminal() {
    let folder = Folder::new("check_escapes");
    folder.write("api.callsheet", "struct A { \"\\u{1b}[2J\": u32, b: \u{1b}, c: \"\u{1b}[2J\" }");
    let run = folder.run(&["check", "api.callsheet"]);
    assert_eq!(run.code, 1);
    assert!(!run.stderr.contains('\u{1b}'), "{:?}", run.stderr);
}
