//! `tests/FAULTS.md`: every fault is there once, and every test that it names exists.

use std::path::Path;

/// How many faults there are.
const FAULTS: usize = 156;

/// How many of them have no test yet. It may only become smaller.
const OPEN: usize = 0;

/// A row: its number, and what stands for its tests.
fn rows() -> Vec<(usize, &'static str)> {
    let table = include_str!("../FAULTS.md");
    let cells = |line: &'static str| -> Option<(usize, &'static str)> {
        let mut cells = line.strip_prefix("| ")?.strip_suffix(" |")?.splitn(3, " | ");
        let (number, _words, tests) = (cells.next()?, cells.next()?, cells.next()?);
        Some((number.parse().ok()?, tests))
    };
    table.lines().filter_map(cells).collect()
}

/// Whether a file has a test with this name.
fn has_test(file: &str, name: &str) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let Ok(source) = std::fs::read_to_string(root.join(file)) else { return false };
    let mut parts = source.split("#[test]").skip(1).chain(source.split("#[tokio::test").skip(1));
    // What stands before the function are other attributes, and its `async`.
    parts.any(|part| {
        let found = part.split_once("fn ").and_then(|(_, rest)| rest.split_once('('));
        found.is_some_and(|(found, _)| found == name)
    })
}

#[test]
fn every_fault_is_there_once() {
    let numbers: Vec<usize> = rows().into_iter().map(|(number, _)| number).collect();
    assert_eq!(numbers, (1..=FAULTS).collect::<Vec<_>>());
}

#[test]
fn every_test_exists_and_every_other_row_says_why_not() {
    let mut open = 0;
    for (number, tests) in rows() {
        if tests == "open" {
            open += 1;
            continue;
        }
        if let Some(reason) = tests.strip_prefix("cannot be tested here: ") {
            assert!(reason.len() > 20, "{number}: {reason}");
            continue;
        }
        for test in tests.split(", ") {
            let test = test.strip_prefix('`').and_then(|test| test.strip_suffix('`'));
            let (file, name) = test.and_then(|test| test.split_once("::")).unwrap();
            assert!(has_test(file, name), "{number}: there is no test `{name}` in {file}");
        }
    }
    assert_eq!(open, OPEN, "rows without a test: set `OPEN` to what is left");
}

#[test]
fn every_number_in_the_name_of_a_test_is_in_its_row() {
    let rows = rows();
    for (number, tests) in &rows {
        for name in tests.split("::").skip(1).filter_map(|rest| rest.split('`').next()) {
            let numbers = name.split('_').map_while(|part| part.strip_prefix('f')?.parse().ok());
            let numbers: Vec<usize> = numbers.collect();
            let is_in = |wanted: &usize| {
                let row = rows.iter().find(|(other, _)| other == wanted);
                row.is_some_and(|(_, tests)| tests.contains(name))
            };
            assert!(numbers.iter().all(is_in), "{number}: `{name}` is not in each of its rows");
        }
    }
}

#[test]
fn a_test_that_is_not_there_is_noticed() {
    assert!(has_test("tests/faults/table.rs", "every_fault_is_there_once"));
    assert!(!has_test("tests/faults/table.rs", "rows"));
    assert!(!has_test("tests/faults/table.rs", "every_fault"));
    assert!(!has_test("tests/faults/no_such_file.rs", "every_fault_is_there_once"));
}
