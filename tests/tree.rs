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

#[test]
fn webhooks_need_nothing_that_tls_does_not() {
    assert_eq!(crates(&["--features", "webhooks"]), crates(&[]));
    let without = crates(&["--no-default-features", "--features", "webhooks"]);
    assert!(without.iter().any(|name| name.starts_with("ring ")));
    let core = crates(&["--no-default-features"]);
    let more: Vec<&String> = without.difference(&core).collect();
    assert!(more.len() <= 3, "{more:?}");
}

#[test]
fn what_the_tools_need_is_no_burden_of_users() {
    let crates = crates(&["--all-features"]);
    for tool in ["cargo-callsheet", "clap", "annotate-snippets", "prettyplease"] {
        let is_tool = |name: &String| name.starts_with(&format!("{tool} "));
        let found: Vec<&String> = crates.iter().filter(|name| is_tool(name)).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn no_crate_needs_a_newer_compiler_than_is_promised() {
    // Crates for other platforms may not be on this machine.
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let rustc = String::from_utf8(rustc.stdout).unwrap();
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--locked", "--format-version", "1"])
        .args(["--filter-platform", host])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let promised = version(env!("CARGO_PKG_RUST_VERSION"));
    let crates = crates(&[]);
    let mut checked = 0;
    for package in metadata["packages"].as_array().unwrap() {
        let name = format!(
            "{} v{}",
            package["name"].as_str().unwrap(),
            package["version"].as_str().unwrap()
        );
        if let (true, Some(needed)) = (crates.contains(&name), package["rust_version"].as_str()) {
            assert!(version(needed) <= promised, "{name} needs {needed}");
            checked += 1;
        }
    }
    assert!(checked > 50, "{checked}");
}

/// The major and minor numbers of a version.
fn version(text: &str) -> (u32, u32) {
    let mut numbers = text.split('.').map(|number| number.parse().unwrap_or_default());
    (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default())
}
