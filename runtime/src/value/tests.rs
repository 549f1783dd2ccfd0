//! The types that fields have.

use std::collections::BTreeMap;

use serde_json::json;

use crate::fixtures::{Agent, Closed, Create, Tool, Update, Usage, decode};
use crate::value::{Slot, Value};
use crate::{DateTime, Extra, Json, Patch, Secret};

#[test]
fn a_date_time_must_exist() {
    for text in [
        "2026-01-31T08:30:00Z",
        "2024-02-29t23:59:59.999999999z",
        "2000-02-29T00:00:00+23:59",
        "0000-01-01T00:00:00-00:00",
        // Leap seconds: the last second of a month in UTC.
        "2016-12-31T23:59:60Z",
        "1990-12-31T15:59:60-08:00",
        "2017-01-01T05:29:60+05:30",
        "2015-06-30T23:59:60.5Z",
        "2015-06-30T00:59:60-23:00",
    ] {
        assert_eq!(DateTime::new(text).map(DateTime::into_string).as_deref(), Ok(text));
    }
    for text in [
        "",
        "2026-01-31",
        "2026-01-31T08:30:00",
        "2026-01-31 08:30:00Z",
        "2026-1-31T08:30:00Z",
        "2026-13-01T08:30:00Z",
        "2026-00-01T08:30:00Z",
        "2026-02-29T08:30:00Z",
        "1900-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T08:60:00Z",
        "2026-01-31T08:30:61Z",
        "2026-01-31T08:30:60Z",
        "2015-06-30T23:59:60-23:00",
        "2026-01-30T23:59:60Z",
        "2016-12-31T23:59:60+01:00",
        "2026-01-31T08:30:00.Z",
        "2026-01-31T08:30:00+24:00",
        "2026-01-31T08:30:00+0100",
        "2026-01-31T08:30:00Zx",
        "２026-01-31T08:30:00Z",
        "+026-01-31T08:30:00Z",
    ] {
        assert!(DateTime::new(text).is_err(), "{text}");
        assert_eq!(DateTime::from(text).to_string(), text);
    }
}

#[test]
fn a_patch_says_what_it_holds() {
    let set: Patch<String> = "t".into();
    assert_eq!(set, Patch::Set("t".to_owned()));
    assert!(set.is_set() && !set.is_null() && !set.is_absent());
    assert_eq!(set.as_ref().map(String::len).into_option(), Some(1));
    assert_eq!(Patch::<u8>::Null.into_option(), None);
    assert_eq!(Patch::<u8>::default(), Patch::Absent);
    let mut count = Patch::from(1_u8);
    if let Patch::Set(count) = count.as_mut() {
        *count += 1;
    }
    assert_eq!(count, Patch::Set(2));
}

#[test]
fn a_secret_is_never_shown() {
    let secret = Secret::from("canary");
    assert_eq!(format!("{secret:?} {:#?}", Some(&secret)), "[redacted] Some(\n    [redacted],\n)");
    assert_eq!(
        (secret.expose().as_str(), secret.clone().into_exposed()),
        ("canary", "canary".into())
    );
    assert!(matches!(Secret::<u8>::new(1).slot(), Slot::Integer(_)));
}

/// What derive(Debug) would make of the fixtures.
mod derived {
    use super::{Extra, Patch};

    #[derive(Debug)]
    #[allow(dead_code)]
    pub(super) struct Usage {
        pub(super) input_tokens: u64,
        pub(super) note: Option<String>,
        pub(super) limit: Option<i32>,
        pub(super) extra: Extra,
    }

    #[derive(Debug)]
    #[allow(dead_code)]
    pub(super) struct Closed {
        pub(super) id: i64,
        pub(super) weight: Option<f64>,
        pub(super) tags: Option<Vec<String>>,
    }

    #[derive(Debug)]
    #[allow(dead_code)]
    pub(super) struct Update {
        pub(super) title: Patch<String>,
        pub(super) count: Patch<u8>,
    }
}

#[test]
fn debug_is_that_of_a_derive() {
    let extra: Extra = [("new".to_owned(), json!({"a": [1, "b", null]}))].into();
    let (note, limit) = (Some("a\"b".to_owned()), Some(-1));
    let ours = Usage { input_tokens: 1, note: note.clone(), limit, extra: extra.clone() };
    let twin = derived::Usage { input_tokens: 1, note, limit, extra };
    assert_eq!(format!("{ours:?}"), format!("{twin:?}"));
    assert_eq!(format!("{ours:#?}"), format!("{twin:#?}"));

    let tags = || Some(vec!["a".to_owned(), "b".to_owned()]);
    for (weight, tags) in [(Some(1.0), tags()), (None, None)] {
        let ours = Closed { id: 1, weight, tags: tags.clone() };
        let twin = derived::Closed { id: 1, weight, tags };
        assert_eq!(format!("{ours:?}"), format!("{twin:?}"));
        assert_eq!(format!("{ours:#?}"), format!("{twin:#?}"));
    }

    for (title, count) in [(Patch::Set("t".to_owned()), Patch::Null), (Patch::Absent, 1.into())] {
        let ours = Update { title: title.clone(), count, extra: Extra::new() };
        assert_eq!(format!("{ours:#?}"), format!("{:#?}", derived::Update { title, count }));
    }
}

#[test]
fn debug_redacts_what_must_not_be_shown() {
    let mut agent: Agent =
        decode(r#"{"id":"a","name":"n","status":"x","tools":[{"name":"t"}],"token":"canary"}"#)
            .unwrap();
    assert_eq!(
        format!("{agent:?}"),
        r#"Agent { id: "a", name: "n", status: "x", tools: [Tool { name: "t", weight: None, single: None }], metadata: None, parent: None, input: None, token: Some([redacted]) }"#
    );
    agent.token = None;
    assert!(format!("{agent:?}").contains("token: None"));
}

#[test]
fn equality_is_that_of_a_derive() {
    let tool = |name: &str, weight| Tool {
        name: name.into(),
        weight,
        single: Some(0.5),
        extra: Extra::new(),
    };
    assert_eq!(tool("a", Some(1.0)), tool("a", Some(1.0)));
    assert_ne!(tool("a", Some(1.0)), tool("b", Some(1.0)));
    assert_ne!(tool("a", Some(1.0)), tool("a", None));
    assert_ne!(tool("a", Some(f64::NAN)), tool("a", Some(f64::NAN)));
    let mut other = tool("a", None);
    other.extra.insert("x".into(), Json::Null);
    assert_ne!(tool("a", None), other);

    let text = r#"{"id":"a","name":"n","status":"idle","tools":[{"name":"t"}],"metadata":{"k":1},"parent":{"id":"p","name":"n","status":"idle","tools":[]},"token":"s"}"#;
    let agent: Agent = decode(text).unwrap();
    assert_eq!(agent, decode(text).unwrap());
    for (from, to) in [
        (r#""k":1"#, r#""k":2"#),
        (r#""k":1"#, r#""j":1"#),
        (r#""t""#, r#""u""#),
        (r#"{"name":"t"}"#, ""),
        (r#""p""#, r#""q""#),
        (r#""s"}"#, r#""z"}"#),
    ] {
        assert!(text.contains(from), "{from}");
        assert_ne!(agent, decode(text.replace(from, to)).unwrap(), "{from}");
    }
    let absent = Update { title: Patch::Absent, count: Patch::Null, extra: Extra::new() };
    assert_ne!(absent, Update { title: Patch::Null, count: Patch::Null, extra: Extra::new() });
}

#[test]
fn a_map_shows_its_entries_in_order_and_by_key() {
    let map: BTreeMap<String, u8> = decode(r#"{"b":2,"a":1}"#).unwrap();
    let mut keys = Vec::new();
    crate::value::Map::for_each(&map, &mut |key, _| {
        keys.push(key.to_owned());
        false
    });
    assert_eq!(keys, ["a"]);
    assert!(crate::value::Map::get(&map, "b").is_some());
    assert!(!format!("{:?}", request()).contains("1234"));
}

fn request() -> Create {
    Create {
        agent_id: "a".into(),
        limit: None,
        title: String::new(),
        ratio: None,
        resources: Vec::new(),
        labels: None,
        at: None,
        pin: Some(Secret::new(1234)),
    }
}
