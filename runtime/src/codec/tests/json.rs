//! Constants, bodies, paths and scalars.

use std::collections::BTreeMap;

use serde_json::json;

use crate::codec::encode_body;
use crate::fixtures::{
    Agent, Constants, Create, Id, Resource, Status, Usage, Wide, decode, encode,
};
use crate::{Json, Secret};

#[test]
fn a_constant_is_always_written() {
    let constants: Constants = decode("{}").unwrap();
    assert_eq!(encode(&constants), r#"{"text":"a","integer":-1,"float":0.5,"bool":true}"#);
    let same: Constants = decode(encode(&constants)).unwrap();
    assert!(same.extra.is_empty());
}

#[test]
fn another_value_than_the_constant_is_kept_and_sent_back() {
    for text in [
        r#"{"text":"b","integer":-2,"float":0.25,"bool":false}"#,
        r#"{"text":null,"integer":18446744073709551615,"float":1,"bool":"true"}"#,
        r#"{"text":[1],"integer":-1.0,"float":{"a":1},"bool":0}"#,
    ] {
        let constants: Constants = decode(text).unwrap();
        assert_eq!(constants.extra.len(), 4, "{text}");
        assert_eq!(encode(&constants), text);
    }
    assert!(decode::<Constants>(r#"{"text":1,"text":2}"#).is_err());
}

#[test]
fn only_the_body_fields_of_a_request_are_in_its_body() {
    let resource = Resource { type_: "git".into(), paths: None, extra: BTreeMap::new() };
    let request = Create {
        agent_id: "a".into(),
        limit: Some(5),
        title: "t".into(),
        ratio: Some(0.1),
        resources: vec![resource],
        labels: None,
        at: None,
        pin: Some(Secret::new(1234)),
    };
    assert_eq!(
        String::from_utf8(encode_body(&request).unwrap()).unwrap(),
        r#"{"title":"t","ratio":0.1,"resources":[{"type":"git"}],"pin":1234}"#
    );
}

#[test]
fn no_key_is_written_twice() {
    let mut usage: Usage = decode(r#"{"input_tokens":1,"limit":2}"#).unwrap();
    usage.extra.insert("limit".into(), json!(3));
    assert_eq!(encode(&usage), r#"{"input_tokens":1,"limit":2}"#);
}

#[test]
fn every_kind_of_field_is_filled() {
    let text = r#"{"type":"agent","id":"a1","name":"n","status":"running","tools":[{"name":"t","weight":2.0,"single":0.1}],"metadata":{"k y":[1]},"parent":{"type":"agent","id":"a0","name":"p","status":"idle","tools":[]},"input":{"x":null},"token":"s"}"#;
    let agent: Agent = decode(text).unwrap();
    assert_eq!(agent.id, Id("a1".into()));
    assert_eq!(agent.status, Status::Running);
    assert_eq!(agent.tools[0].single, Some(0.1));
    assert_eq!(agent.metadata.as_ref().unwrap()[&Id("k y".into())], json!([1]));
    assert_eq!(agent.parent.as_ref().unwrap().name, "p");
    assert!(agent.extra.is_empty());
    assert_eq!(encode(&agent), text);
    let error = decode::<Agent>(text.replace("\"p\"", "1")).unwrap_err();
    assert_eq!(error.path, "parent.name");
}

#[test]
fn a_path_quotes_keys_that_are_no_names() {
    let error = decode::<BTreeMap<String, Vec<u8>>>(r#"{"a":[1],"b c":[1,2,"x"]}"#).unwrap_err();
    assert_eq!(error.path, r#"["b c"][2]"#);
    let escaped = decode::<BTreeMap<String, u8>>(r#"{"a\u0062":"x"}"#).unwrap_err();
    assert_eq!(escaped.path, "ab");
    let extra = decode::<Usage>(r#"{"input_tokens":1,"new":[tru]}"#).unwrap_err();
    assert_eq!(extra.path, "new");
}

#[test]
fn an_error_does_not_quote_a_sensitive_value() {
    let text = r#"{"type":"agent","id":"a","name":"n","status":"idle","tools":[],"token":123456}"#;
    let error = decode::<Agent>(text).unwrap_err();
    assert_eq!((error.path.as_str(), error.message.as_str()), ("token", "invalid value"));
}

#[test]
fn a_struct_may_have_more_than_64_fields() {
    let field = |index: usize| format!(r#""f{index}":{index}"#);
    let object = |fields: Vec<String>| format!("{{{}}}", fields.join(","));
    let text = object((0..130).map(field).collect());
    let wide: Wide = decode(object((0..130).rev().map(field).collect())).unwrap();
    assert_eq!(encode(&wide), text);
    for index in [0, 63, 64, 127, 128, 129] {
        let without = object((0..130).filter(|at| *at != index).map(field).collect());
        assert_eq!(decode::<Wide>(without).unwrap_err().path, format!("f{index}"));
        let twice = object((0..130).chain([index]).map(field).collect());
        assert!(decode::<Wide>(twice).unwrap_err().message.starts_with("duplicate"));
    }
}

#[test]
fn fields_come_in_any_order() {
    let agent: Agent =
        decode(r#"{"tools":[],"status":"idle","name":"n","id":"a","type":"agent"}"#).unwrap();
    assert_eq!(agent.name, "n");
}

#[test]
fn nothing_takes_anything() {
    for text in ["null", "{}", r#"[{"a":1}]"#, "3"] {
        assert_eq!(decode::<()>(text), Ok(()));
    }
    assert!(decode::<()>("{").is_err());
    assert_eq!(encode(&()), "null");
}

#[test]
fn json_null_is_a_value_where_json_is_required() {
    assert_eq!(decode::<Json>("null"), Ok(Json::Null));
    assert_eq!(decode::<Vec<Json>>("[null]").unwrap(), [Json::Null]);
    assert_eq!(decode::<Option<Json>>("null"), Ok(None));
    assert_eq!(encode(&Some(Json::Null)), "null");
}
