//! Where the client differs from the SDK, and why: files of decisions.
//!
//! A paragraph that starts with `#` says why, and the lines below it where: rows, a bar, and what
//! differs there. A line holds for all the rows that it names, or the test fails.

use std::collections::BTreeSet;

/// The differences of a file of decisions. `rows` says which rows a line names.
pub fn decisions(text: &str, rows: impl Fn(&str) -> Vec<String>) -> BTreeSet<String> {
    let mut decided = BTreeSet::new();
    let mut has_reason = false;
    for line in text.lines() {
        if line.is_empty() || line.starts_with('#') {
            has_reason = !line.is_empty();
            continue;
        }
        assert!(has_reason, "there is no reason: {line}");
        let (pattern, difference) = line.split_once(" | ").unwrap();
        let rows = rows(pattern);
        assert!(!rows.is_empty(), "no row is meant: {line}");
        for row in rows {
            assert!(decided.insert(format!("{row} | {difference}")), "{row} twice: {difference}");
        }
    }
    decided
}

/// What differs is what has been decided, no more and no less.
pub fn assert_decided(decided: &BTreeSet<String>, found: &BTreeSet<String>) {
    let list = |lines: Vec<&str>| lines.join("\n  ");
    let new = list(found.difference(decided).map(String::as_str).collect());
    let gone = list(decided.difference(found).map(String::as_str).collect());
    assert!(new.is_empty() && gone.is_empty(), "not decided:\n  {new}\nno longer so:\n  {gone}");
}

#[test]
fn lines_hold_for_all_the_rows_that_they_name() {
    let text = "# Why.\na * | is less\n";
    let decided = decisions(text, |_| vec!["a 1".to_owned(), "a 2".to_owned()]);
    assert_eq!(decided, BTreeSet::from(["a 1 | is less".to_owned(), "a 2 | is less".to_owned()]));
}
