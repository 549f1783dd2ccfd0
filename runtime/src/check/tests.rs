//! What a request is refused for, and in which words.

use std::collections::BTreeMap;

use super::Walk;
use crate::fixtures::{Create, Part, Resource};
use crate::schema::{Check, Pattern};
use crate::value::Value;
use crate::{Secret, check};

fn resource(type_: &str, paths: Option<Vec<String>>) -> Resource {
    Resource { type_: type_.into(), paths, extra: BTreeMap::new() }
}

fn request() -> Create {
    Create {
        agent_id: "a".into(),
        limit: Some(50),
        title: "t".into(),
        ratio: Some(0.5),
        resources: vec![resource("git", None)],
        labels: None,
        at: Some("2026-01-31T08:30:00Z".into()),
        pin: Some(Secret::new(1000)),
    }
}

fn violations(request: &Create) -> Vec<String> {
    let all = check::check(request).err().map(|violations| violations.0).unwrap_or_default();
    all.iter().map(ToString::to_string).collect()
}

#[test]
fn a_good_request_passes() {
    assert_eq!(check::check(&request()), Ok(()));
    let empty = Create { limit: None, ratio: None, at: None, pin: None, ..request() };
    assert_eq!(check::check(&empty), Ok(()));
}

#[test]
fn everything_wrong_is_said_at_once_and_with_its_path() {
    let paths = vec!["/a".into(), "b".into()];
    let bad = Create {
        agent_id: String::new(),
        limit: Some(20),
        title: String::new(),
        ratio: Some(1.0),
        resources: vec![resource("git", Some(paths)), resource("s3", None), resource("git", None)],
        labels: Some([("A".to_owned(), "long".to_owned())].into()),
        at: Some("2026-01-31".into()),
        pin: Some(Secret::new(1)),
    };
    assert_eq!(
        violations(&bad),
        [
            "agent_id must not be empty",
            "limit must be in 50..=5000, is 20",
            "title must have 1 to 64 characters, has 0",
            "ratio must be in 0..1, is 1",
            "resources must have 1 to 2 elements, has 3",
            "resources[0].paths[1] must start with `/`",
            "resources[1].type_ must start with `git`",
            "labels.A the key must match `^[a-z]+$`",
            "labels.A must have at most 3 characters, has 4",
            "at must be a date and time with a zone, such as `2026-01-31T08:30:00Z` (RFC 3339)",
            "pin must be in 1000..=9999",
        ]
    );
    let all = check::check(&bad).unwrap_err().to_string();
    assert!(all.starts_with("agent_id must not be empty; limit must be in"), "{all}");
    assert!(!all.contains('\n'), "{all}");
}

#[test]
fn a_path_segment_must_not_change_the_path() {
    for agent_id in [".", ".."] {
        let bad = Create { agent_id: agent_id.into(), ..request() };
        assert_eq!(violations(&bad), ["agent_id must not be `.` or `..`"]);
    }
    for agent_id in ["...", "a/../b", "%2e"] {
        assert_eq!(violations(&Create { agent_id: agent_id.into(), ..request() }), [""; 0]);
    }
}

/// The message for a value that breaks the check.
fn message(value: &dyn Value, checks: &'static [Check]) -> Option<String> {
    check::check_value(value, checks).err().map(|violation| violation.to_string())
}

#[test]
fn each_check_says_what_must_hold() {
    static WORD: Pattern = Pattern::new("^[a-z]+$");
    static WORDS: &[Check] = &[Check::Prefix("a"), Check::Pattern(&WORD)];
    let text = |text: &str| text.to_owned();
    let cases: [(&dyn Value, &'static [Check], &str); 9] = [
        (&-1_i64, &[Check::Integer { min: 0, max: i128::MAX }], "must be at least 0, is -1"),
        (
            &u64::MAX,
            &[Check::Integer { min: i128::MIN, max: 9 }],
            "must be at most 9, is 18446744073709551615",
        ),
        (
            &f64::NAN,
            &[Check::Float { min: 0.0, max: 1.0, open: false }],
            "must be in 0..=1, is NaN",
        ),
        (
            &-0.5,
            &[Check::Float { min: 0.0, max: f64::INFINITY, open: true }],
            "must be at least 0, is -0.5",
        ),
        (&text("é"), &[Check::Length { min: 2, max: 2 }], "must have exactly 2 characters, has 1"),
        (
            &text(""),
            &[Check::Length { min: 1, max: u64::MAX }],
            "must have at least 1 character, has 0",
        ),
        (&vec![0_u8, 1], &[Check::Count { min: 0, max: 1 }], "must have at most 1 element, has 2"),
        (&text("A"), WORDS, "must start with `a`"),
        (&Secret::from("A"), &[Check::Length { min: 2, max: 3 }], "must have 2 to 3 characters"),
    ];
    for (value, checks, expected) in cases {
        assert_eq!(message(value, checks).as_deref(), Some(expected));
    }
    assert_eq!(message(&text("ab"), &[Check::Length { min: 1, max: 2 }, Check::Prefix("a")]), None);
    assert_eq!(message(&0.1_f32, &[Check::Float { min: 0.0, max: 0.1, open: false }]), None);
    assert_eq!(message(&None::<String>, &[Check::Prefix("a")]), None);
}

#[test]
fn rules_hold_inside_unions() {
    let parts: Vec<Part> = vec!["fine".into(), "".into(), vec!["too long".into(), 5.into()].into()];
    let mut violations = Vec::new();
    Walk { steps: None, sensitive: false }.value(&parts, &[], &mut violations);
    let said: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["[1] must have 1 to 4 characters, has 0", "[2][0] must have 1 to 4 characters, has 8",]
    );
}
