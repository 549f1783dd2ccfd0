//! What the official SDK for Python puts on the wire, and what it makes of answers, as data: the
//! client that is generated from the spec of the same API does the same, but for what is decided.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use callsheet_codegen::{lower, syntax};

use data::{behaviour, requests as recorded};

mod answers;
mod behaviour;
mod by_hand;
mod calls;
mod compare;
mod complete;
mod covered;
mod data;
mod decisions;
mod endpoints;
mod multipart;
mod operations;
mod outcome;
mod requests;
mod script;
mod unknown;

const SPEC: &str = "../specs/qoder/api.callsheet";

/// The names of the operations of the spec.
fn operations() -> BTreeSet<String> {
    let input = format!("{SPEC:?}").parse().unwrap();
    let parsed = syntax::parse_macro_input(input, Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut diagnostics = parsed.diagnostics;
    let api = lower::lower(&parsed.document, &mut diagnostics);
    let named = api.operations.iter().map(|operation| {
        let modules = api.module_path(operation.module).into_iter();
        let mut name: Vec<&str> = modules.map(|module| module.wire.as_str()).collect();
        name.push(&operation.name.wire);
        name.join(".")
    });
    named.collect()
}

#[test]
fn the_spec_has_the_operations_of_the_sdk_and_no_others() {
    let sdk: BTreeSet<String> =
        recorded().iter().map(|row| row["op"].as_str().unwrap().to_owned()).collect();
    assert_eq!(operations(), sdk);
    let requests = operations::requests(&serde_json::Value::Null);
    let client: BTreeSet<String> =
        requests.iter().map(|request| request.name().to_owned()).collect();
    assert_eq!(client, sdk);
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
