//! What the official SDK for Python puts on the wire, as data, beside the spec of the same API: the
//! two name the same operations, and every recorded request is one that the spec's path describes.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use callsheet_codegen::{lower, syntax};

use data::{behaviour, percent_decoded, requests as recorded};

mod behaviour;
mod by_hand;
mod calls;
mod compare;
mod complete;
mod data;
mod decisions;
mod multipart;
mod operations;
mod outcome;
mod requests;
mod script;
mod unknown;

const SPEC: &str = "../specs/qoder/api.callsheet";

/// The operations of the spec: method and path, by module and name.
fn operations() -> BTreeMap<String, (String, String)> {
    let input = format!("{SPEC:?}").parse().unwrap();
    let parsed = syntax::parse_macro_input(input, Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut diagnostics = parsed.diagnostics;
    let api = lower::lower(&parsed.document, &mut diagnostics);
    let named = api.operations.iter().map(|operation| {
        let mut name: Vec<&str> =
            api.module_path(operation.module).iter().map(|module| module.wire.as_str()).collect();
        name.push(&operation.name.wire);
        let path = operation.template.strip_prefix("/v1").unwrap();
        (name.join("."), (operation.method.name().to_owned(), path.to_owned()))
    });
    named.collect()
}

/// The path arguments that a template finds in a path.
fn path_arguments(template: &str, path: &str) -> Option<BTreeMap<String, String>> {
    let (parts, segments): (Vec<_>, Vec<_>) =
        (template.split('/').collect(), path.split('/').collect());
    if parts.len() != segments.len() {
        return None;
    }
    let mut found = BTreeMap::new();
    for (part, segment) in parts.into_iter().zip(segments) {
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => drop(found.insert(name.to_owned(), percent_decoded(segment))),
            None if part == segment => {}
            None => return None,
        }
    }
    Some(found)
}

#[test]
fn the_spec_has_the_operations_of_the_sdk_and_no_others() {
    let spec: BTreeSet<String> = operations().into_keys().collect();
    let sdk: BTreeSet<String> =
        recorded().iter().map(|row| row["op"].as_str().unwrap().to_owned()).collect();
    assert_eq!(spec, sdk);
}

#[test]
fn every_request_goes_where_the_spec_says() {
    let operations = operations();
    for row in recorded() {
        let (op, case) = (row["op"].as_str().unwrap(), &row["case"]);
        let (method, template) = &operations[op];
        assert_eq!(row["method"], *method, "{op}, {case}");
        let found = path_arguments(template, row["path"].as_str().unwrap());
        let given: BTreeMap<String, String> = match row["args"].get("path") {
            Some(given) => serde_json::from_value(given.clone()).unwrap(),
            None => BTreeMap::new(),
        };
        assert_eq!(found, Some(given), "{op}, {case}");
    }
}

#[test]
fn every_operation_has_a_request_with_what_is_required_and_no_case_twice() {
    let mut cases: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in recorded() {
        let (op, case) = (row["op"].as_str().unwrap(), row["case"].as_str().unwrap());
        assert!(cases.entry(op.to_owned()).or_default().insert(case.to_owned()), "{op}, {case}");
    }
    for (op, cases) in cases {
        assert!(cases.contains("required"), "{op}");
    }
}

#[test]
fn what_is_recorded_of_behaviour_is_complete() {
    let kinds = ["client", "decode", "error", "pagination", "resume", "retry", "sse"];
    for row in behaviour() {
        let name = row["name"].as_str().unwrap();
        assert!(kinds.contains(&row["kind"].as_str().unwrap()), "{name}");
        assert!(row["call"].is_string(), "{name}");
        let (answers, requests) =
            (row["server"].as_array().unwrap().len(), row["requests"].as_array().unwrap().len());
        assert!(requests <= answers, "{name}: {requests} requests, {answers} answers");
    }
}
