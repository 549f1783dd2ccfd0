//! Where a client takes its token from.

use std::process::Command;

/// What a program says whose environment has these two variables.
fn said(token: &str, pat: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_from_env"))
        .env("QODER_ACCESS_TOKEN", token)
        .env("QODER_PAT", pat)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_token_is_that_of_the_first_variable_that_is_set() {
    assert!(said("pt-one", "pt-two").contains("Bearer pt-one"));
    // Set to nothing is not set.
    assert!(said("", "pt-two").contains("Bearer pt-two"));
}

#[test]
fn a_missing_token_is_named_at_the_first_call() {
    let said = said("", "");
    assert!(said.contains("cannot send"), "{said}");
    assert!(said.contains("QODER_ACCESS_TOKEN or QODER_PAT"), "{said}");
}

#[test]
fn a_malformed_token_is_an_error_when_the_client_is_built() {
    let said = said("pt-canary\n", "pt-two");
    assert!(said.contains("cannot build") && said.contains("line break"), "{said}");
    assert!(!said.contains("canary"), "{said}");
}
