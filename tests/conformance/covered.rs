//! `BEHAVIOURS.md` names every behaviour once, and rows and tests that there are.

use std::collections::BTreeSet;
use std::path::Path;

use crate::data::{behaviour, requests};

/// How many behaviours there are.
const COUNT: usize = 105;

/// The names of all rows: of behaviour as they are, of requests by operation and case.
fn names() -> BTreeSet<String> {
    let of_behaviour = behaviour().into_iter().map(|row| row["name"].as_str().unwrap().to_owned());
    let of_requests = requests()
        .into_iter()
        .map(|row| format!("{} {}", row["op"].as_str().unwrap(), row["case"].as_str().unwrap()));
    of_behaviour.chain(of_requests).collect()
}

/// Whether a file of the repository has a test.
fn has_test(reference: &str) -> bool {
    let Some((file, test)) = reference.split_once("::") else { return false };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    let source = std::fs::read_to_string(path).unwrap_or_default();
    let Some(at) = source.find(&format!("fn {test}()")) else { return false };
    // The attribute stands right before it.
    let before = source[..at].trim_end().trim_end_matches("async").trim_end();
    before.ends_with(']') && before.rsplit("#[").next().is_some_and(|of| of.contains("test"))
}

#[test]
fn every_behaviour_is_named_once_with_what_holds_it() {
    let names = names();
    let lines = include_str!("BEHAVIOURS.md").lines().filter(|line| line.starts_with("| C"));
    let mut numbers = Vec::new();
    for line in lines {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [number, what, held, reason] = cells[..] else { panic!("{line}") };
        numbers.push(number.to_owned());
        assert!(!what.is_empty(), "{line}");
        assert!(!held.is_empty() || !reason.is_empty(), "{line}");
        let references: Vec<&str> = held.split('`').skip(1).step_by(2).collect();
        assert_eq!(references.is_empty(), held.is_empty(), "{line}");
        for reference in references {
            assert!(names.contains(reference) || has_test(reference), "{number}: no `{reference}`");
        }
    }
    let all: Vec<String> = (1..=COUNT).map(|number| format!("C{number:03}")).collect();
    assert_eq!(numbers, all);
}

#[test]
fn a_reference_is_to_a_test_that_there_is() {
    let file = "tests/conformance/covered.rs";
    assert!(has_test(&format!("{file}::a_reference_is_to_a_test_that_there_is")));
    for no_test in ["names", "has_test", "missing"] {
        assert!(!has_test(&format!("{file}::{no_test}")), "{no_test}");
    }
    assert!(!has_test("tests/no_such_file.rs::names") && !has_test("names"));
}
