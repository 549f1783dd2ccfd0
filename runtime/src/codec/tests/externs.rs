//! Values of the user's own types.

use std::collections::BTreeMap;

use crate::fixtures::{decode, encode};
use crate::{Extern, Patch, Secret};

#[test]
fn a_value_of_the_users_own_is_read_and_written_by_its_serde_impl() {
    type Value = (u8, Option<String>, BTreeMap<String, f64>);
    for text in [r"[1,null,{}]", r#"[255,"a",{"b":0.5}]"#] {
        let value: Extern<Value> = decode(text).unwrap();
        assert_eq!(*value, serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(encode(&value), text);
        let nullable: Option<Extern<Value>> = decode(text).unwrap();
        assert_eq!(nullable, Some(value.clone()));
        let patch: Patch<Secret<Extern<Value>>> = decode(text).unwrap();
        assert_eq!(patch.map(Secret::into_exposed), Patch::Set(value));
    }
    for text in ["1", "-1", "1.5", r#""a""#, "true", "[1]", r#"{"a":1}"#, "null"] {
        let value: Extern<crate::Json> = decode(text).unwrap();
        assert_eq!(encode(&value), text);
    }
    assert_eq!(decode::<Option<Extern<u8>>>("null").unwrap(), None);
}

#[test]
fn what_it_refuses_has_a_path() {
    let error = decode::<Vec<BTreeMap<String, Extern<u8>>>>(r#"[{"a":1},{"b":256}]"#).unwrap_err();
    assert_eq!(error.path, "[1].b");
    assert!(error.message.contains("expected u8"), "{error}");
    assert_eq!(decode::<Vec<Option<Extern<u8>>>>(r#"[null,1,"a"]"#).unwrap_err().path, "[2]");
    assert_eq!(decode::<Vec<Extern<u8>>>("[null]").unwrap_err().path, "[0]");
}

#[test]
fn what_is_not_there_yet_is_the_default() {
    let blank = <Extern<u8> as crate::value::Blank>::BLANK;
    assert_eq!((*blank, blank.clone().into_inner()), (0, 0));
    assert_eq!(blank, Extern::from(0));
    assert_eq!((format!("{blank:?}"), blank.to_string()), ("0".to_owned(), "0".to_owned()));
}
