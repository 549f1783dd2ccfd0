//! Unions: with a tag and without one, as derives have them, and what derives do not have.

use serde_json::json;

use super::twins::alike;
use crate::fixtures::{Event, EventTwin, Message, Part, PartTwin, decode, encode};
use crate::value::{View, tag};
use crate::{DecodeError, Extra, Json};

fn fault(text: &str) -> DecodeError {
    decode::<Vec<Part>>(text).expect_err("is refused")
}

#[test]
fn a_tagged_union_is_read_and_written_as_by_derives() {
    for text in [
        r#"{"type":"message","text":"a"}"#,
        r#"{"type":"message","text":"a","new":[1,{"b":null}]}"#,
        r#"{"new":{"a":1},"text":"a","type":"message"}"#,
        r#"{"t\u0079pe":"message","text":"\u00e9"}"#,
        r#"{"type":"ping"}"#,
        r#"{"a":1,"type":"ping"}"#,
        r#"{"type":"closed"}"#,
        r#"{"type":"message"}"#,
        r#"{"type":"message","text":1}"#,
        r#"{"type":"message","text":"a","text":"b"}"#,
        r#"{"type":"message","type":"message","text":"a"}"#,
        "[]",
        "3",
        "null",
    ] {
        alike::<Event, EventTwin>(text);
        alike::<Option<Event>, Option<EventTwin>>(text);
        alike::<Vec<Event>, Vec<EventTwin>>(&format!("[{text},{text}]"));
    }
}

#[test]
fn a_union_of_shapes_is_read_and_written_as_by_derives() {
    for text in [
        r#""a""#,
        "-5",
        "[]",
        r#"["a",[1,["b"]]]"#,
        r#"{"input_tokens":1,"limit":null}"#,
        r#"{"input_tokens":1,"limit":null,"note":"n","new":1}"#,
        r#"{"input_tokens":1}"#,
        r#"{"a":1}"#,
        "true",
        "null",
        "{}",
    ] {
        alike::<Part, PartTwin>(text);
        alike::<Vec<Part>, Vec<PartTwin>>(&format!("[{text},{text}]"));
    }
}

#[test]
fn objects_are_the_variant_that_knows_most_of_their_keys() {
    let parts: Vec<Part> = decode(
        r#"[{"name":"t"},{"name":"t","limit":1,"input_tokens":2},{"type":"ping","name":"t"},
            {"type":"odd","x":1},{"x":1}]"#,
    )
    .unwrap();
    assert!(matches!(parts[0], Part::Tool(_)));
    assert!(matches!(parts[1], Part::Usage(_)));
    assert!(matches!(parts[2], Part::Tool(_)), "the first of two that know as many");
    assert_eq!(parts[3], Part::Event(Event::Unknown(json!({"type": "odd", "x": 1}))));
    assert_eq!(parts[4], Part::Unknown(json!({"x": 1})));
}

#[test]
fn a_mistake_in_a_variant_has_a_path() {
    let error = fault(r#"["a",[1,{"name":"t","weight":"x"}]]"#);
    assert_eq!(error.path, "[1][1].weight");
    assert_eq!(error.message, "invalid type: string, expected a number");
    assert_eq!(fault("[1.5]").path, "[0]");
    assert_eq!(fault(r#"[{"type":"message","text":null}]"#).path, "[0].text");
    assert!(decode::<Part>("[".repeat(200)).is_err());
}

#[test]
fn a_tag_is_known_for_every_variant() {
    let text = r#"[{"type":"message","text":"a"},{"type":"ping"},{"type":"closed"},{"type":"new"},{"type":1},{}]"#;
    let events: Vec<Event> = decode(text).unwrap();
    let tags: Vec<_> = events.iter().map(|event| tag(event)).collect();
    assert_eq!(tags, [Some("message"), Some("ping"), Some("closed"), Some("new"), None, None]);
    assert_eq!(encode(&events), text);
    assert_eq!(events[0].tag(), Some("message"));
    assert_eq!(tag(&Part::from("a")), None);
}

#[test]
fn the_tag_is_written_once_whatever_the_payload_keeps() {
    let extra: Extra = [("type".to_owned(), json!("other")), ("a".to_owned(), json!(1))].into();
    let event = Event::from(Message { text: "t".into(), extra });
    assert_eq!(encode(&event), r#"{"type":"message","text":"t","a":1}"#);
}

#[test]
fn unions_are_compared_cloned_and_printed() {
    let text =
        r#"[{"type":"message","text":"a"},{"type":"ping"},{"type":"closed"},{"type":"new"}]"#;
    let events: Vec<Event> = decode(text).unwrap();
    for (index, event) in events.iter().enumerate() {
        assert_eq!(*event, event.clone());
        for other in events.iter().skip(index + 1) {
            assert_ne!(event, other);
        }
    }
    assert_eq!(
        format!("{events:?}"),
        r#"[Message(Message { text: "a" }), Ping(Ping), Closed, Unknown(Object {"type": String("new")})]"#
    );
    // The same JSON is not the same value where one is known and the other is not.
    assert_ne!(Part::from("a"), Part::Unknown(Json::from("a")));
}

#[test]
fn a_blank_is_unknown_null() {
    let blank = <Event as crate::value::Value>::blank();
    assert_eq!(blank, Event::Unknown(Json::Null));
    assert!(matches!(crate::value::Value::view(&blank), View::Union(_)));
}
