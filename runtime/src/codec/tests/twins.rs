//! The serde bridges behave as derives do.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::json;

use crate::fixtures::{
    Agent, Closed, ClosedTwin, Origin, Source, SourceTwin, Typed, TypedTwin, Usage, UsageTwin,
    decode, encode,
};
use crate::{DateTime, Json, Secret};

/// Both read the text, or both refuse it, and write the same.
pub(super) fn alike<T: Serialize + DeserializeOwned, Twin: Serialize + DeserializeOwned>(
    text: &str,
) {
    let ours = serde_json::from_str::<T>(text);
    let twin = serde_json::from_str::<Twin>(text);
    assert_eq!(ours.is_ok(), twin.is_ok(), "{text}: {:?} / {:?}", ours.err(), twin.err());
    let (Ok(ours), Ok(twin)) = (ours, twin) else {
        return;
    };
    assert_eq!(serde_json::to_string(&ours).unwrap(), serde_json::to_string(&twin).unwrap());
    assert_eq!(serde_json::to_value(&ours).unwrap(), serde_json::to_value(&twin).unwrap());
    assert_eq!(
        serde_json::to_string_pretty(&ours).unwrap(),
        serde_json::to_string_pretty(&twin).unwrap()
    );
    let value: Json = serde_json::from_str(text).unwrap();
    assert!(serde_json::from_value::<T>(value.clone()).is_ok(), "{value}");
    assert!(T::deserialize(&value).is_ok(), "{value}");
    assert!(serde_json::from_reader::<_, T>(text.as_bytes()).is_ok(), "{text}");
}

const DOCUMENTS: [&str; 14] = [
    r#"{"input_tokens":1,"limit":2}"#,
    r#"{"limit":null,"input_tokens":18446744073709551615,"note":"a\nb"}"#,
    r#"{"input\u005ftokens":1,"limit":-3,"note":null,"new":[1,{"a":"b"}]}"#,
    r#"{"input_tokens":-1,"limit":2}"#,
    r#"{"input_tokens":1}"#,
    r#"{"limit":1}"#,
    r#"{"input_tokens":1,"input_tokens":1,"limit":2}"#,
    r#"{"input_tokens":null,"limit":2}"#,
    r#"{"id":1}"#,
    r#"{"id":-1,"weight":3,"tags":["a","\u00e9"],"new":{}}"#,
    r#"{"id":1,"weight":1e400}"#,
    r#"{"id":1,"tags":[null]}"#,
    r#""text""#,
    "[]",
];

#[test]
fn json_is_read_and_written_as_by_derives() {
    for text in DOCUMENTS {
        alike::<Usage, UsageTwin>(text);
        alike::<Closed, ClosedTwin>(text);
        alike::<Option<Usage>, Option<UsageTwin>>(text);
        alike::<BTreeMap<String, Vec<Usage>>, BTreeMap<String, Vec<UsageTwin>>>(&format!(
            r#"{{"a":[{text}],"b":[]}}"#
        ));
    }
    alike::<Option<Usage>, Option<UsageTwin>>("null");
}

#[test]
fn groups_and_tuples_are_read_and_written_as_by_derives() {
    for text in [
        r#"{"name":"a","url":"u","at":[1.5,null]}"#,
        r#"{"name":"a","vault":"v","version":2,"at":[1.5,"x"]}"#,
        r#"{"name":"a","vault":"v","at":[1,"x"]}"#,
        r#"{"name":"a","at":[1.5,"x"]}"#,
        r#"{"name":"a","url":5,"at":[1.5,"x"]}"#,
        r#"{"name":"a","url":"u","at":[1.5]}"#,
        r#"{"name":"a","url":"u","at":[1.5,"x",2]}"#,
        r#"{"name":"a","url":"u","at":{}}"#,
        r#"{"name":"a","url":"u"}"#,
    ] {
        alike::<Source, SourceTwin>(text);
    }
    // Derives would refuse a null where the group must have a value.
    let source: Source = decode(r#"{"url":null,"vault":"v","name":"a","at":[0,null]}"#).unwrap();
    assert!(matches!(&source.from, Origin::Vault { vault, version: None } if vault == "v"));
    assert_eq!(
        format!("{source:?}"),
        r#"Source { name: "a", from: Origin::Vault { vault: "v", version: None }, at: (0.0, None) }"#
    );
    let text = r#"{"name":"a","url":"u","at":[0.0,null]}"#;
    assert_eq!(encode(&decode::<Source>(text).unwrap()), text);
    assert_ne!(source, decode::<Source>(text).unwrap());
    assert_eq!(source, source.clone());
}

#[test]
fn a_group_and_a_tuple_say_where_they_are_wrong() {
    let path = |text: &str| decode::<Source>(text).unwrap_err().to_string();
    let found = path(r#"{"name":"a","url":5,"at":[1,null]}"#);
    assert!(found.starts_with("url: invalid type: integer `5`, expected a string"), "{found}");
    let found = path(r#"{"name":"a","at":[1,null]}"#);
    assert!(found.starts_with("missing one of `url`, `vault`"), "{found}");
    let found = path(r#"{"name":"a","url":"u","at":[1,5]}"#);
    assert!(found.starts_with("at[1]: invalid type: integer `5`"), "{found}");
    let found = path(r#"{"name":"a","url":"u","at":[1]}"#);
    assert!(found.starts_with("at: invalid length 1, expected an array of 2 elements"), "{found}");
}

#[test]
fn typed_extras_are_read_and_written_as_by_derives() {
    for text in [
        r#"{"type":"typed","id":1,"a":[1],"b":[]}"#,
        r#"{"type":"typed","id":1}"#,
        r#"{"type":"typed","id":1,"a":5}"#,
        r#"{"type":"typed","id":1,"a":[300]}"#,
    ] {
        alike::<Typed, TypedTwin>(text);
    }
    let error = decode::<Typed>(r#"{"id":1,"a":[1,"x"]}"#).unwrap_err();
    assert_eq!(error.path, "a[1]");
    // A constant that is another is no key of the extras' type, and is let go.
    let typed: Typed = decode(r#"{"type":"odd","id":1}"#).unwrap();
    assert_eq!(encode(&typed), r#"{"type":"typed","id":1}"#);
    let typed: Typed = decode(r#"{"type":[7],"id":1}"#).unwrap();
    assert_eq!(encode(&typed), r#"{"type":[7],"id":1}"#);
}

#[derive(Serialize, Deserialize)]
struct Around<T> {
    before: String,
    #[serde(flatten)]
    inner: T,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged<T> {
    Inner(T),
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    Number(i64),
    Inner(T),
}

#[test]
fn serde_attributes_around_our_types_work_as_around_derives() {
    for text in DOCUMENTS.iter().filter(|text| text.starts_with('{')) {
        let flat = text.replacen('{', r#"{"before":"b","#, 1);
        alike::<Around<Usage>, Around<UsageTwin>>(&flat);
        alike::<Around<Closed>, Around<ClosedTwin>>(&flat);
        alike::<Around<Option<Usage>>, Around<Option<UsageTwin>>>(&flat);
        let tagged = text.replacen('{', r#"{"kind":"Inner","#, 1);
        alike::<Tagged<Usage>, Tagged<UsageTwin>>(&tagged);
        alike::<Untagged<Usage>, Untagged<UsageTwin>>(text);
    }
}

#[test]
fn a_binary_format_is_read_and_written_as_by_derives() {
    for text in DOCUMENTS {
        let Ok(twin) = serde_json::from_str::<UsageTwin>(text) else {
            continue;
        };
        let mut bytes = Vec::new();
        ciborium::into_writer(&twin, &mut bytes).unwrap();
        let ours: Usage = ciborium::from_reader(bytes.as_slice()).unwrap();
        let mut again = Vec::new();
        ciborium::into_writer(&ours, &mut again).unwrap();
        assert_eq!(again, bytes, "{text}");
    }
    let floats = vec![Closed { id: -7, weight: Some(f64::NAN), tags: None }];
    let mut bytes = Vec::new();
    ciborium::into_writer(&floats, &mut bytes).unwrap();
    let again: Vec<ClosedTwin> = ciborium::from_reader(bytes.as_slice()).unwrap();
    assert!(again[0].weight.unwrap().is_nan());
}

#[test]
fn a_date_is_a_string_and_a_secret_is_not_written_to_strangers() {
    let date: DateTime = serde_json::from_str(r#""2026-01-31T08:30:00Z""#).unwrap();
    assert_eq!(serde_json::to_string(&date).unwrap(), r#""2026-01-31T08:30:00Z""#);
    let text =
        r#"{"type":"agent","id":"a","name":"n","status":"idle","tools":[],"token":"canary"}"#;
    let agent: Agent = serde_json::from_str(text).unwrap();
    assert_eq!(agent.token, Some(Secret::from("canary")));
    assert_eq!(encode(&agent), text);
    assert_eq!(serde_json::to_string(&agent).unwrap(), text.replace("canary", "[redacted]"));
    assert!(!format!("{agent:?}").contains("canary"));
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        any::<f64>().prop_filter("finite", |float| float.is_finite()).prop_map(Json::from),
        any::<String>().prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_unknown_field_round_trips_exactly(
        extra in prop::collection::btree_map("[a-z]{0,3}|.*", any_json(), 0..6),
        tokens in any::<u64>(),
        limit in any::<Option<i32>>(),
    ) {
        let mut document = json!(extra);
        document["input_tokens"] = json!(tokens);
        document["limit"] = json!(limit);
        let usage: Usage = decode(document.to_string()).unwrap();
        prop_assert_eq!(usage.input_tokens, tokens);
        prop_assert_eq!(decode::<Json>(encode(&usage)).unwrap(), document);
    }

    #[test]
    fn any_json_is_read_or_refused_as_by_derives(value in any_json(), other in any_json()) {
        let document = json!({"input_tokens": value, "limit": other}).to_string();
        let twin = serde_json::from_str::<UsageTwin>(&document);
        if twin.is_ok() {
            alike::<Usage, UsageTwin>(&document);
        }
    }

    #[test]
    fn no_input_panics(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = decode::<Agent>(&bytes);
        let _ = decode::<Json>(&bytes);
    }
}
