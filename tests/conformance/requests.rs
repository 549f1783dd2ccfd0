//! Every recorded request, made by the generated client from the same arguments.

use std::collections::BTreeSet;

use callsheet::__private::CallOptions;
use callsheet::testing::{MockTransport, Reply, Seen, fill};
use qoder::Qoder;
use serde_json::{Map, Value};

use crate::compare::differences;
use crate::data::requests;
use crate::decisions::{assert_decided, decisions};
use crate::operations::{Request, requests as blanks};
use crate::unknown::unknown;

/// A client whose requests are seen and answered with an error.
pub fn client(mock: &MockTransport) -> Qoder {
    Qoder::builder()
        .bearer("pt-test")
        .attempt_timeout(std::time::Duration::from_secs(600))
        .max_retries(0)
        .transport(mock.transport())
        .clock(mock.clock())
        .build()
        .unwrap()
}

/// All arguments of a row by their names, wherever they go.
pub fn arguments(row: &Value) -> Value {
    let mut all = Map::new();
    for part in ["path", "query", "headers", "body"] {
        let Some(Value::Object(arguments)) = row["args"].get(part) else {
            continue;
        };
        for (name, value) in arguments {
            // Files are set when the request is made.
            let is_file = name == "file" || name == "files";
            let value = if is_file { Value::Array(Vec::new()) } else { value.clone() };
            assert!(all.insert(name.clone(), value).is_none(), "{name} is there twice: {row}");
        }
    }
    Value::Object(all)
}

/// The request of a row, filled.
fn filled(row: &Value) -> Box<dyn Request> {
    let op = row["op"].as_str().unwrap();
    let mut requests = blanks(&row["args"]["body"]);
    let at = requests.iter().position(|request| request.name() == op);
    let mut request = requests.swap_remove(at.unwrap_or_else(|| panic!("no {op}")));
    if let Err(error) = fill(request.object(), &arguments(row)) {
        panic!("{op}, {}: {error}", row["case"]);
    }
    request
}

/// Sends a request, checked and, where it is refused, unchecked. What was refused is noted.
async fn sent(request: &dyn Request, found: &mut Vec<String>) -> Seen {
    let mock = MockTransport::new();
    mock.on(request.name()).times(1).reply(Reply::status(418));
    let qoder = client(&mock);
    let mut options = CallOptions::NONE;
    let error = request.call(&qoder, &options).await.unwrap();
    if mock.seen().is_empty() {
        assert!(!error.violations().is_empty(), "{error}");
        found.extend(error.violations().iter().map(|violation| format!("refused: {violation}")));
        options.unchecked();
        request.call(&qoder, &options).await;
    }
    mock.seen().remove(0)
}

/// The pointers to arguments that are times.
pub fn times(row: &Value) -> BTreeSet<String> {
    let times = row["times"].as_array().into_iter().flatten();
    times.map(|time| time.as_str().unwrap().to_owned()).collect()
}

/// What differs in a row.
pub async fn row_differences(row: &Value) -> Vec<String> {
    let mut request = filled(row);
    let mut found = Vec::new();
    found.extend(unknown(request.object()).iter().map(|path| format!("unknown: {path}")));
    let seen = sent(&*request, &mut found).await;
    found.extend(differences(row, &seen, Qoder::GLOBAL, &times(row)));
    found
}

#[tokio::test]
async fn every_request_is_the_one_of_the_sdk() {
    let mut found = BTreeSet::new();
    for row in requests() {
        let (op, case) = (row["op"].as_str().unwrap(), row["case"].as_str().unwrap());
        for difference in row_differences(&row).await {
            found.insert(format!("{op} {case} | {difference}"));
        }
    }
    let rows = requests();
    let rows: Vec<_> = rows
        .iter()
        .map(|row| ["method", "op", "case"].map(|key| row[key].as_str().unwrap()))
        .collect();
    let decided = decisions(include_str!("requests.decisions"), |pattern| {
        let (of, cases) = pattern.split_once(' ').unwrap();
        let of = |row: &&[&str; 3]| of.split(',').any(|of| of == row[0] || of == row[1]);
        let case = |row: &&[&str; 3]| cases == "*" || cases.split(',').any(|case| case == row[2]);
        let rows = rows.iter().filter(of).filter(case);
        rows.map(|[_, op, case]| format!("{op} {case}")).collect()
    });
    assert_decided(&decided, &found);
}

/// The rows have arguments together that exclude each other, of which one is sent. So each of them is
/// sent alone as well.
#[tokio::test]
async fn arguments_that_exclude_each_other_are_sent_one_by_one() {
    const KEYS: [&str; 4] = ["page", "after_id", "before_id", "ids[]"];
    let mut count = 0;
    for row in requests().into_iter().filter(|row| row["case"] == "all") {
        let has = |key: &&str| row["args"]["query"].get(*key).is_some();
        let keys: Vec<&str> = KEYS.into_iter().filter(has).collect();
        for alone in keys.iter().filter(|_| keys.len() > 1) {
            let is_other = |key: &str| key != *alone && KEYS.contains(&key);
            let mut row = row.clone();
            row["args"]["query"].as_object_mut().unwrap().retain(|key, _| !is_other(key));
            row["query"]
                .as_array_mut()
                .unwrap()
                .retain(|pair| !is_other(pair[0].as_str().unwrap()));
            let mut found = row_differences(&row).await;
            found.retain(|line| !line.starts_with("refused: "));
            assert_eq!(found, [] as [&str; 0], "{alone} of {}", row["op"]);
            count += 1;
        }
    }
    assert_eq!(count, 27);
}
