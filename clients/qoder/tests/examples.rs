//! The examples to their ends, on the embedded service. `cargo test -p qoder` builds them.

#![allow(clippy::panic, clippy::unwrap_used, reason = "tests")]

use std::path::PathBuf;
use std::process::Command;

/// Runs an example, which has to print these texts in this order, and to end well.
#[track_caller]
fn run(name: &str, expected: &[&str]) {
    let mut command = Command::new(binary(name));
    for (variable, _) in std::env::vars().filter(|(name, _)| name.starts_with("QODER_")) {
        command.env_remove(variable);
    }
    let output = command.output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stdout}{stderr}");
    let mut rest = stdout.as_str();
    for text in expected {
        let Some((_, behind)) = rest.split_once(text) else {
            panic!("no `{text}` where it should be in:\n{stdout}");
        };
        rest = behind;
    }
}

/// The example beside the folder that this test is in.
fn binary(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().unwrap().with_file_name("examples");
    let binary = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(binary.exists(), "there is no {}; `--examples` builds it", binary.display());
    binary
}

#[test]
fn quickstart() {
    run(
        "quickstart",
        &[
            "created sess_019e3bb1e8c171fd9abbb1477ffb84cc (idle)",
            "not sent: sessions.create: delta_flush_interval_ms must be in 50..=5000, is 20",
            "refused: sessions.create: 404 not_found_error",
            "a 404 not_found_error: Agent",
        ],
    );
}

#[test]
fn agent_chat() {
    run(
        "agent_chat",
        &[
            "agent Writer version 1 in chat\n",
            "uploaded notes.txt, 21 bytes\n",
            "remembered dogs/rex.md\n",
            "keeps a secret as vcred_",
            " A chat about Rex is idle\n",
            "[user.message]\n[session.status_running]\n",
            "[uses write]\n",
            "\nYou said: What does Rex like?\n",
            "[waits: EndTurn]\n",
            "downloaded answer.md: You said: What does Rex like?\n",
            "11 events on 3 pages\n",
            "archived: true\n",
            "deleted env_",
        ],
    );
}

#[test]
fn resume() {
    let turn = "user.message\nsession.status_running\nspan.model_request_start\nagent.thinking\n\
                agent.message\nspan.model_request_end\nsession.usage\nsession.status_idle\n";
    run("resume", &[turn, "that took 2 connections\ngoing on after evt_", turn]);
}

#[test]
fn upload_files() {
    run(
        "upload_files",
        &[
            "notes.txt: text/plain of 21 bytes\n",
            "manifest.toml: ",
            "found manifest.toml\nfound notes.txt\n",
            "skill Walks\n",
            "all deleted\n",
        ],
    );
}

#[test]
fn page_sessions() {
    run(
        "page_sessions",
        &[
            "item: Session 1\nitem: Session 2\nitem: Session 3\nitem: Session 4\nitem: Session 5\n",
            "page of 2, request Some(\"req_",
            "after the cursor: Session 3\nafter the cursor: Session 4\n",
        ],
    );
}

#[test]
fn handle_failures() {
    run(
        "handle_failures",
        &[
            "not sent: 1 rules broken\n",
            "gone, says the service: Session sess_",
            "gone, says the service: Agent agent_0",
            "429 rate_limit_error",
            "come again in Some(7s)\n",
            "status Some(503) after 3 attempts\n",
            "wrong at usage.input_tokens\n",
            "sent: Maybe, 1 attempts\n",
            "get another token\n",
            "not sent: no token\n",
            "sent: No, 1 attempts\n",
        ],
    );
}

#[test]
fn blocking_use() {
    run(
        "blocking_use",
        &["rex.md of 11 bytes\nida.md of 6 bytes\nbo.md of 5 bytes\n", "deleted memstore_"],
    );
}

#[test]
fn mock_in_tests() {
    run("mock_in_tests", &["3 requests, the second after [30s]\n"]);
}

#[test]
fn watch_drift() {
    run(
        "watch_drift",
        &[
            "models.list: 1 response\n",
            "data[].shines  unknown field, 1 time: bool",
            "1 findings\n",
        ],
    );
}

#[test]
fn extend() {
    run(
        "extend",
        &[
            "created sess_",
            "  POST /api/v1/cloud/sessions with the key ",
            "it is idle, and has 0 resources\n",
            "refused: light.look: 404 not_found_error",
            "a 404 not_found_error: ",
        ],
    );
}

#[test]
fn no_example_is_left_out() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let test = include_str!("examples.rs");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if path.is_file() {
            assert!(test.contains(&format!("\nfn {name}() {{")), "`{name}` is not run");
        }
    }
}
