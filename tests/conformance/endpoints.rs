//! What holds of every endpoint: what it takes is sent, what it is answered is understood, and a
//! path stays where it is.

use std::collections::BTreeSet;

use callsheet::__private::{CallOptions, Place};
use callsheet::ErrorKind;
use callsheet::testing::{MockTransport, Reply, Seen, fill};
use qoder::Failure;
use serde_json::{Map, Value, json};

use crate::data;
use crate::operations::requests;
use crate::requests::{arguments, client};

/// The arguments that each endpoint needs, by its name.
fn required() -> Vec<(String, Value, Value)> {
    let rows = data::requests().into_iter().filter(|row| row["case"] == "required");
    rows.map(|row| {
        let op = row["op"].as_str().unwrap().to_owned();
        (op, arguments(&row), row["args"]["body"].clone())
    })
    .collect()
}

/// A request of an endpoint with these arguments, if they are of the right types.
fn request(
    op: &str,
    files: &Value,
    arguments: &Value,
) -> Option<Box<dyn crate::operations::Request>> {
    let mut request = requests(files).into_iter().find(|request| request.name() == op).unwrap();
    fill(request.object(), arguments).ok().map(|()| request)
}

/// What a mock sees of a request that it answers with 404.
async fn seen(op: &str, request: &dyn crate::operations::Request) -> (Vec<Seen>, qoder::Error) {
    let mock = MockTransport::new();
    let envelope = json!({"type": "error", "request_id": "req_1",
        "error": {"type": "not_found_error", "message": "m"}});
    mock.on(op).optional().reply(Reply::json(404, envelope));
    let mut options = CallOptions::NONE;
    options.unchecked();
    let error = request.call(&client(&mock), &options).await.unwrap();
    (mock.seen(), error)
}

/// The names and places of all that a request takes, those of exclusive groups in their place.
fn inputs(request: &mut dyn crate::operations::Request) -> Vec<(&'static str, Place)> {
    let mut inputs = Vec::new();
    for field in request.object().schema().fields {
        match field.groups {
            Some(groups) => {
                let groups = groups().iter().flat_map(|group| group.fields);
                inputs.extend(groups.map(|of_group| (of_group.wire, field.place)));
            }
            None => inputs.push((field.wire, field.place)),
        }
    }
    inputs
}

/// Values of which one is of any type that an argument has.
fn values() -> [Value; 7] {
    // An object of any type: keys that it does not know are kept.
    let object = json!({"type": "new", "name": "n", "url": "u", "id": "x", "agents": ["agent_1"], "max_credit_cost": "1.00",
        "expression": "0 0 * * *", "timezone": "UTC"});
    [
        json!("2026-01-01T00:00:00Z"),
        json!(7),
        json!(true),
        json!(["x"]),
        json!({"k": "v"}),
        json!([object]),
        object,
    ]
}

fn is_sent(seen: &Seen, name: &str, place: Place) -> bool {
    match place {
        Place::Path => seen.param(name).is_some(),
        Place::Query => seen.query_value(name).is_some(),
        Place::Header => seen.headers().contains_key(name),
        Place::Body if seen.header("content-type") == Some("application/json") => {
            seen.json().get(name).is_some()
        }
        Place::Body => String::from_utf8_lossy(seen.body()).contains(&format!("; name=\"{name}\"")),
        _ => false,
    }
}

#[tokio::test]
async fn every_input_of_every_endpoint_reaches_the_wire() {
    for (op, arguments, files) in required() {
        let mut plain = request(&op, &files, &arguments).unwrap();
        for (name, place) in inputs(&mut *plain) {
            let with = |value: &Value| {
                let mut arguments = arguments.as_object().unwrap().clone();
                arguments.entry(name).or_insert(value.clone());
                request(&op, &files, &Value::Object(arguments))
            };
            let mut count = 0;
            for request in values().iter().filter_map(with) {
                let (seen, _) = seen(&op, &*request).await;
                count += usize::from(is_sent(&seen[0], name, place));
            }
            assert!(count > 0, "{name} of {op}");
        }
    }
}

#[tokio::test]
async fn every_endpoint_has_typed_errors() {
    for (op, arguments, files) in required() {
        let request = request(&op, &files, &arguments).unwrap();
        let (_, error) = seen(&op, &*request).await;
        assert!(matches!(error.failure(), Some(Failure::NotFoundError(_))), "{op}: {error}");
        assert_eq!(error.request_id(), Some("req_1"), "{op}");
    }
}

#[tokio::test]
async fn every_part_of_every_path_is_one_segment() {
    let mut parts = BTreeSet::new();
    for (op, arguments, files) in required() {
        let mut plain = request(&op, &files, &arguments).unwrap();
        for (name, _) in inputs(&mut *plain).into_iter().filter(|(_, place)| *place == Place::Path)
        {
            let with = |text: &str| {
                let mut arguments: Map<String, Value> = arguments.as_object().unwrap().clone();
                arguments.insert(name.to_owned(), text.into());
                request(&op, &files, &Value::Object(arguments)).unwrap()
            };
            for nowhere in ["", ".", ".."] {
                let (seen, error) = seen(&op, &*with(nowhere)).await;
                assert_eq!((seen.len(), error.kind()), (0, ErrorKind::Build), "{nowhere:?}, {op}");
            }
            let hard = "a/b ?#&%2F;=\u{e9}";
            let (seen, _) = seen(&op, &*with(hard)).await;
            assert_eq!(seen[0].param(name).as_deref(), Some(hard), "{name} of {op}");
            assert!(seen[0].uri().path().contains("/a%2Fb%20%3F%23"), "{name} of {op}");
            parts.insert((op.clone(), name));
        }
    }
    assert!(parts.len() > 90, "{}", parts.len());
}
