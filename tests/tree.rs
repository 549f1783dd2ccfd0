//! What a user of Callsheet has to build: how many crates, those that only build others aside.

use std::collections::BTreeSet;
use std::process::Command;

/// The crates that a user of `callsheet` builds with these features.
fn crates(features: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "-p", "callsheet", "-e", "normal"])
        .args(["--prefix", "none", "--no-dedupe", "--format", "{p}"])
        .args(features)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| line.split(" (").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_default_tree_has_at_most_a_hundred_crates() {
    let crates = crates(&[]);
    assert!(crates.iter().any(|name| name.starts_with("reqwest ")));
    assert!(crates.len() <= 100, "{}: {crates:#?}", crates.len());
}

#[test]
fn without_a_transport_there_are_at_most_twenty_five() {
    let crates = crates(&["--no-default-features"]);
    assert!(crates.iter().any(|name| name.starts_with("callsheet ")));
    assert!(crates.len() <= 25, "{}: {crates:#?}", crates.len());
}
