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

#[test]
fn every_scheme_reads_its_variables() {
    let said = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_from_env"));
        let output = command.env_clear().envs(variables.iter().copied()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let all = said(&[
        ("ACME_OLD_TOKEN", "t-1"),
        ("ACME_USER", "Ann"),
        ("ACME_PASSWORD", ""),
        ("ACME_KEY", "k-1"),
        ("ACME_ID", "id"),
        ("ACME_SECRET", "secret"),
    ]);
    for line in [
        "https://acme.example/token Some(Ok(\"Bearer t-1\")) None",
        // A pair of which one is set to nothing is none.
        "cannot send: human: there are no credentials: set ACME_USER and ACME_PASSWORD",
        "https://acme.example/key None Some(Ok(\"k-1\"))",
        "cannot send: oauth: the token of `oauth` has to be fetched first",
    ] {
        assert!(all.contains(line), "no `{line}` in\n{all}");
    }
    let human = said(&[("ACME_USER", "Ann"), ("ACME_PASSWORD", "x")]);
    assert!(human.contains("/human Some(Ok(\"Basic QW5uOng=\"))"), "{human}");
    assert!(
        human.contains("there is no key: set ACME_KEY, or give one with `builder().api_key(...)`")
    );
    let lines = said(&[("ACME_KEY", "canary\n")]);
    assert!(lines.contains("cannot build: the key has a line break"), "{lines}");
    assert!(!lines.contains("canary"), "{lines}");
}
