//! The faults of a JSON document that a client must survive, by their number.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::json;

use crate::codec::DecodeError;
use crate::fixtures::{Agent, Closed, Event, Message, Status, Tool, Update, Usage, decode, encode};
use crate::value::Value;
use crate::{DateTime, Json, Patch};

fn fault<T: Value>(text: impl AsRef<[u8]>) -> DecodeError {
    decode::<T>(text).err().expect("is refused")
}

const AGENT: &str = r#"{"type":"agent","id":"a","name":"n","status":"idle","tools":[]}"#;

#[test]
fn f059_invalid_utf8_in_a_string() {
    let error = fault::<Tool>(b"{\"weight\":1,\n\"name\":\"ok\xff\"}");
    assert_eq!(error.to_string(), "name: invalid UTF-8 at line 2, column 11");
    assert_eq!(fault::<Tool>(b"{\"x\":\"\xe2\x82\"}").path, "x");
    assert_eq!(fault::<Closed>(b"{\"x\":\"\xff\",\"id\":1}").path, "x");
    assert_eq!(fault::<i64>(b"1\xff").to_string(), "invalid UTF-8 at line 1, column 2");
    // What is wrong before comes first.
    assert_eq!(fault::<Vec<u8>>(b"[1,-1,\"\xff\"]").path, "[1]");
}

#[test]
fn f060_byte_order_mark_is_skipped() {
    assert_eq!(decode::<i64>("\u{feff}7"), Ok(7));
    assert!(decode::<i64>("\u{feff}\u{feff}7").is_err());
}

#[test]
fn f061_trailing_garbage_and_two_documents() {
    for text in ["1 x", "{}{}", "[] []", "1,"] {
        assert_eq!(fault::<Json>(text).message, "trailing characters", "{text}");
    }
    assert!(decode::<Json>("1 \n\t ").is_ok());
    for text in ["", " ", "\u{feff}", "{", "[1,"] {
        assert!(fault::<Json>(text).message.starts_with("EOF"), "{text}");
    }
}

#[test]
fn f062_duplicate_keys() {
    let error = fault::<Closed>(r#"{"id":1,"id":1}"#);
    assert_eq!((error.path.as_str(), error.message.as_str()), ("id", "duplicate field `id`"));
    let usage: Usage = decode(r#"{"x":1,"input_tokens":1,"limit":null,"x":2}"#).unwrap();
    assert_eq!(usage.extra["x"], 2);
    assert_eq!(decode::<BTreeMap<String, i64>>(r#"{"a":1,"a":2}"#).unwrap()["a"], 2);
}

#[test]
fn f063_deep_nesting_is_refused_without_overflow() {
    let arrays = "[".repeat(100_000);
    assert_eq!(fault::<Json>(&arrays).message, "recursion limit exceeded");
    assert!(fault::<Agent>(format!(r#"{{"x":{arrays}"#)).message.contains("recursion limit"));
    assert!(decode::<Closed>(format!(r#"{{"x":{arrays}"#)).is_err());
    let agents = r#"{"parent":"#.repeat(100_000);
    assert_eq!(fault::<Agent>(&agents).message, "recursion limit exceeded");
    let event = format!(r#"{{"x":{arrays}"#);
    assert!(fault::<Event>(event).message.contains("recursion limit"));
}

#[test]
fn f064_integers_never_wrap() {
    let error = fault::<Vec<i64>>("[0,9223372036854775808]");
    assert_eq!(error.path, "[1]");
    assert_eq!(
        error.message,
        "invalid value: integer `9223372036854775808`, \
         expected an integer in -9223372036854775808..=9223372036854775807"
    );
    for text in ["-1", "4294967296", "1e10", "1e300", "-1e300"] {
        assert!(decode::<u32>(text).is_err(), "{text}");
    }
    assert!(decode::<u64>("18446744073709551616").is_err());
    assert!(decode::<i8>("-129").is_err());
    assert_eq!(decode::<i64>("-9223372036854775808"), Ok(i64::MIN));
    assert_eq!(decode::<u8>("255"), Ok(255));
}

#[test]
fn f065_numbers_that_json_does_not_have() {
    for text in ["1e400", "-1e400", "NaN", "Infinity", "-Infinity", "[1e400]"] {
        assert!(decode::<f64>(text).is_err() && decode::<Json>(text).is_err(), "{text}");
    }
    assert!(decode::<f32>("1e39").is_err());
}

#[test]
fn f066_integral_floats_are_integers() {
    assert_eq!(decode::<u32>("1.0"), Ok(1));
    assert_eq!(decode::<i16>("1e3"), Ok(1000));
    assert_eq!(decode::<u8>("-0"), Ok(0));
    assert!(decode::<u32>("1.5").is_err());
    assert!(decode::<i16>("1e5").is_err());
    // No longer exact: it may have been 9007199254740993.0.
    assert!(decode::<u64>("9007199254740992.0").is_err());
}

#[test]
fn f067_a_number_that_json_does_not_have_is_not_sent() {
    let tool = |weight, single| Tool { name: "t".into(), weight, single, extra: BTreeMap::new() };
    let tools = vec![tool(Some(1.0), None), tool(Some(f64::NAN), None)];
    let error = crate::codec::encode_json(&tools).err().unwrap();
    assert_eq!(error.path, "[1].weight");
    let tools = vec![tool(None, Some(f32::INFINITY))];
    assert_eq!(crate::codec::encode_json(&tools).err().unwrap().path, "[0].single");
}

#[test]
fn f068_lone_surrogate() {
    let error = fault::<Vec<String>>(r#"["\ud800"]"#);
    assert_eq!(error.path, "[0]");
    assert_eq!(decode::<String>(r#""\ud83d\ude00""#).unwrap(), "😀");
}

#[test]
fn f069_unknown_fields_are_kept_or_skipped() {
    let text = r#"{"input_tokens":1,"limit":2,"new":{"deep":[1,null]}}"#;
    let usage: Usage = decode(text).unwrap();
    assert_eq!(usage.extra["new"], json!({"deep": [1, null]}));
    assert_eq!(encode(&usage), text);
    let closed: Closed = decode(r#"{"new":[{}],"id":3}"#).unwrap();
    assert_eq!(encode(&closed), r#"{"id":3}"#);
}

#[test]
fn f070_unknown_enum_value_round_trips() {
    let text = r#"["idle","paused"]"#;
    let list: Vec<Status> = decode(text).unwrap();
    assert_eq!(list, [Status::Idle, Status::Unknown("paused".into())]);
    assert_eq!(encode(&list), text);
}

#[test]
fn f071_unknown_union_tag_is_kept_raw() {
    let text = r#"[{"type":"new","a":1},{"a":2},{"type":3},{"type":"message","text":"t"},{"text":"u","type":"message"},{"type":"ping"},{}]"#;
    let list: Vec<Event> = decode(text).unwrap();
    let message =
        |text: &str| Event::Message(Message { text: text.into(), extra: BTreeMap::new() });
    assert_eq!(list[0], Event::Unknown(json!({"type": "new", "a": 1})));
    assert_eq!(list[1], Event::Unknown(json!({"a": 2})));
    assert_eq!(list[2], Event::Unknown(json!({"type": 3})));
    assert_eq!((&list[3], &list[4]), (&message("t"), &message("u")));
    assert!(matches!(&list[5], Event::Ping(_)));
    assert_eq!(decode::<Json>(encode(&list)).unwrap(), decode::<Json>(text).unwrap());
    assert_eq!(fault::<Vec<Event>>(r#"[{"text":1,"type":"message"}]"#).path, "[0].text");
    let twice = r#"{"text":"a","type":"message","text":"b"}"#;
    assert!(fault::<Event>(twice).message.contains("duplicate"));
    assert!(fault::<Event>("3").message.contains("expected an object"));
    for twice in [
        r#"{"type":"message","text":"a","type":"message"}"#,
        r#"{"text":"a","type":"message","type":"message"}"#,
        r#"{"type":"closed","type":"closed"}"#,
        r#"{"type":"new","type":"new"}"#,
    ] {
        let error = fault::<Event>(twice);
        assert_eq!(
            (error.path.as_str(), error.message.as_str()),
            ("type", "duplicate field `type`")
        );
    }
}

#[test]
fn f072_missing_and_null_for_required() {
    let error = fault::<Agent>(AGENT.replace(r#","status":"idle""#, ""));
    assert_eq!((error.path.as_str(), error.message.as_str()), ("status", "missing field `status`"));
    let error = fault::<Agent>(AGENT.replace("[]", r#"[{"name":"a"},{"name":null}]"#));
    assert_eq!(error.path, "tools[1].name");
    assert_eq!(error.message, "invalid type: null, expected a string");
    let error = fault::<Usage>(r#"{"input_tokens":1}"#);
    assert_eq!((error.path.as_str(), error.message.as_str()), ("limit", "missing field `limit`"));
    assert!(decode::<Vec<String>>("[null]").is_err());
    let usage: Usage = decode(r#"{"input_tokens":1,"note":null,"limit":null}"#).unwrap();
    assert_eq!(encode(&usage), r#"{"input_tokens":1,"limit":null}"#);
}

#[test]
fn f073_absent_null_and_value_stay_distinct() {
    for (text, title) in [
        ("{}", Patch::Absent),
        (r#"{"title":null}"#, Patch::Null),
        (r#"{"title":"t"}"#, Patch::Set("t".to_owned())),
    ] {
        let update: Update = decode(text).unwrap();
        assert_eq!(update.title, title);
        assert_eq!(encode(&update), text);
    }
}

#[test]
fn f074_wrong_type_says_path_expected_and_found() {
    let text = AGENT.replace("[]", "[\n{\"name\":{}}]");
    let error = fault::<Agent>(text);
    assert_eq!(
        error.to_string(),
        "tools[0].name: invalid type: map, expected a string at line 2, column 10"
    );
    for (text, message) in [
        (r#""s""#, "invalid type: string, expected an object"),
        ("[]", "invalid type: sequence, expected an object"),
        ("true", "invalid type: boolean `true`, expected an object"),
        ("1.5", "invalid type: floating point `1.5`, expected an object"),
    ] {
        assert_eq!(fault::<Closed>(text).message, message);
    }
    assert_eq!(fault::<bool>("1").message, "invalid type: integer `1`, expected a boolean");
    assert_eq!(fault::<u8>("{}").message, "invalid type: map, expected an integer");
    assert_eq!(fault::<Vec<u8>>("{}").message, "invalid type: map, expected an array");
}

#[test]
fn f075_large_ids_are_exact() {
    for id in [9_007_199_254_740_993, u64::MAX] {
        assert_eq!(decode::<u64>(id.to_string()), Ok(id));
        assert_eq!(encode(&decode::<Json>(id.to_string()).unwrap()), id.to_string());
    }
}

#[test]
fn f076_dates_are_taken_as_they_come() {
    for text in ["2026-13-45T99:00:00Z", "2016-12-31T23:59:60Z", "2026-01-31T08:30:00", ""] {
        let date: DateTime = decode(json!(text).to_string()).unwrap();
        assert_eq!((date.as_str(), encode(&date)), (text, json!(text).to_string()));
    }
}

#[test]
fn f077_huge_keys_and_many_keys() {
    let key = "k".repeat(10_000_000);
    let usage: Usage = decode(format!(r#"{{"input_tokens":1,"limit":1,"{key}":1}}"#)).unwrap();
    assert_eq!(usage.extra.keys().next().map(String::len), Some(key.len()));
    let error = fault::<BTreeMap<String, u8>>(format!(r#"{{"{key}":"x"}}"#));
    assert!(error.path.len() < 100, "{}", error.path.len());

    let mut text = String::from("{\"input_tokens\":1,\"limit\":1");
    for index in 0..1_000_000 {
        write!(text, ",\"{index}\":0").unwrap();
    }
    text.push('}');
    assert_eq!(decode::<Usage>(&text).unwrap().extra.len(), 1_000_000);
    assert!(decode::<Usage>(text.replacen("limit", "x", 1)).is_err());
}
