//! Where what was sent differs from what was recorded.

use std::collections::BTreeSet;

use callsheet::testing::Seen;
use serde_json::{Map, Value};

use crate::data::{bytes, instant};
use crate::multipart;

/// What is the same everywhere, and is left out of the data. Each SDK names itself in two of them.
const COMMON: [(&str, &str); 6] = [
    ("accept", "application/json"),
    ("authorization", "Bearer pt-test"),
    ("x-qoder-lang", "rust"),
    ("x-qoder-package-version", env!("CARGO_PKG_VERSION")),
    ("x-qoder-retry-count", "0"),
    ("x-qoder-timeout", "600"),
];

/// The differences between a recorded request and one that was sent, one line each.
///
/// `base` is the URL that the path is below. `times` are the values that are times: pointers into the
/// arguments, such as `/body/expires_at`.
pub fn differences(
    recorded: &Value,
    seen: &Seen,
    base: &str,
    times: &BTreeSet<String>,
) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |what: &str, theirs: &str, ours: &str| {
        if theirs != ours {
            found.push(format!("{what}: {theirs}, and not {ours}"));
        }
    };
    compare("method", recorded["method"].as_str().unwrap(), seen.method().as_str());
    let url = seen.uri().to_string();
    let url = url.split('?').next().unwrap();
    compare("url", &format!("{base}{}", recorded["path"].as_str().unwrap()), url);
    query(recorded, seen, times, &mut found);
    headers(recorded, seen, &mut found);
    if recorded["parts"].is_array() {
        parts(&recorded["parts"], seen, &mut found);
    } else {
        body(recorded_body(recorded), seen, times, &mut found);
    }
    found
}

/// The body that was recorded: that of the arguments, where the data has no other.
fn recorded_body(recorded: &Value) -> Option<&Value> {
    recorded.get("body").or_else(|| recorded.get("args")?.get("body"))
}

/// The pairs of a query. Those of one key stand in order.
fn query(recorded: &Value, seen: &Seen, times: &BTreeSet<String>, found: &mut Vec<String>) {
    let mut theirs: Vec<(String, String)> = match recorded.get("query") {
        Some(Value::String(raw)) => pairs(raw),
        Some(pairs) => serde_json::from_value(pairs.clone()).unwrap(),
        None => Vec::new(),
    };
    let mut ours = seen.query();
    theirs.sort_by(|left, right| left.0.cmp(&right.0));
    ours.sort_by(|left, right| left.0.cmp(&right.0));
    let normal = |(key, value): &(String, String)| {
        let is_time = times.contains(&format!("/query/{key}"));
        let time = is_time.then(|| instant(value)).flatten();
        (key.clone(), time.map_or(value.clone(), |time| time.to_string()))
    };
    let (left, right): (Vec<_>, Vec<_>) =
        (theirs.iter().map(normal).collect(), ours.iter().map(normal).collect());
    if left == right {
        return;
    }
    let count = |pair: &(String, String), pairs: &[(String, String)]| {
        pairs.iter().filter(|of| *of == pair).count()
    };
    for (key, value) in left.iter().filter(|pair| count(pair, &left) != count(pair, &right)) {
        found.push(format!("query: {key}={value} is not sent"));
    }
    for (key, value) in right.iter().filter(|pair| count(pair, &left) != count(pair, &right)) {
        found.push(format!("query: {key}={value} is sent"));
    }
    if found.is_empty() {
        found.push("query: another order".to_owned());
    }
}

/// The pairs of a query as it is sent, where a space may be a plus.
fn pairs(raw: &str) -> Vec<(String, String)> {
    let pairs = raw.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let decoded = |text: &str| crate::data::percent_decoded(&text.replace('+', " "));
    pairs.map(|(key, value)| (decoded(key), decoded(value))).collect()
}

/// The headers, those of the SDK and its machine aside, and `content-type` of a body that is not.
fn headers(recorded: &Value, seen: &Seen, found: &mut Vec<String>) {
    let mut theirs: Map<String, Value> =
        COMMON.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
    if recorded_body(recorded).is_some() {
        theirs.insert("content-type".to_owned(), "application/json".into());
    }
    if let Some(headers) = recorded["headers"].as_object() {
        theirs.extend(headers.clone());
    }
    // The length goes with the boundary.
    theirs.remove("content-length");
    for (name, value) in &theirs {
        let ours = seen.headers().get(name).map(|ours| String::from_utf8_lossy(ours.as_bytes()));
        let ours = ours.map(|ours| match (name.as_str(), ours.split_once("; boundary=")) {
            ("content-type", Some((media, _))) => media.to_owned(),
            _ => ours.into_owned(),
        });
        match ours {
            None if value.is_null() => {}
            None => found.push(format!("header {name} is not sent")),
            Some(ours) if name == "idempotency-key" && *value != *ours => {
                found.push(format!("header {name}: {value}, and not one of its own"));
            }
            Some(ours) if *value != *ours => {
                found.push(format!("header {name}: {value}, and not {ours:?}"));
            }
            Some(_) => {}
        }
    }
    for name in seen.headers().keys() {
        if !theirs.contains_key(name.as_str()) && name != "user-agent" && name != "content-length" {
            found.push(format!("header {name} is sent"));
        }
    }
}

/// The parts of a multipart body, in their order.
fn parts(recorded: &Value, seen: &Seen, found: &mut Vec<String>) {
    let mut ours = multipart::parts(seen);
    for theirs in recorded.as_array().unwrap() {
        let name = theirs["name"].as_str().unwrap();
        if ours.first().is_none_or(|part| part.name != name) {
            found.push(format!("part {name}: {} is not sent", theirs["text"]));
            continue;
        }
        let part = ours.remove(0);
        for (what, ours) in [("filename", part.filename), ("content_type", part.content_type)] {
            if theirs[what].as_str() != ours.as_deref() {
                found.push(format!("part {name}: {what} {}, and not {ours:?}", theirs[what]));
            }
        }
        let content = bytes(theirs);
        // The order of the keys of an object does not matter.
        let value = |text: &[u8]| serde_json::from_slice::<Map<String, Value>>(text).ok();
        if content != part.content
            && (theirs["filename"].is_string() || value(&content) != value(&part.content))
        {
            let ours = String::from_utf8_lossy(&part.content);
            found.push(format!("part {name}: {}, and not {ours:?}", theirs["text"]));
        }
    }
    found.extend(ours.iter().map(|part| format!("part {} is sent", part.name)));
}

fn body(theirs: Option<&Value>, seen: &Seen, times: &BTreeSet<String>, found: &mut Vec<String>) {
    let ours = (!seen.body().is_empty()).then(|| serde_json::from_slice(seen.body()).unwrap());
    match (theirs, &ours) {
        (None, None) => {}
        (Some(theirs), None) => found.push(format!("body: {theirs} is left out")),
        (None, Some(ours)) => found.push(format!("body: {ours} is added")),
        (Some(theirs), Some(ours)) => json(theirs, ours, "/body", times, found),
    }
}

/// The differences of two values, by pointers.
pub fn json(
    theirs: &Value,
    ours: &Value,
    at: &str,
    times: &BTreeSet<String>,
    found: &mut Vec<String>,
) {
    match (theirs, ours) {
        (Value::Object(left), Value::Object(right)) => {
            for (key, theirs) in left {
                let at = format!("{at}/{key}");
                match right.get(key) {
                    Some(ours) => json(theirs, ours, &at, times, found),
                    None => found.push(format!("{at}: {theirs} is left out")),
                }
            }
            for (key, ours) in right.iter().filter(|(key, _)| !left.contains_key(*key)) {
                found.push(format!("{at}/{key}: {ours} is added"));
            }
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (index, (theirs, ours)) in left.iter().zip(right).enumerate() {
                json(theirs, ours, &format!("{at}/{index}"), times, found);
            }
        }
        _ if theirs == ours => {}
        (Value::String(left), Value::String(right))
            if times.contains(at) && instant(left).is_some() && instant(left) == instant(right) => {
        }
        _ => found.push(format!("{at}: {theirs}, and not {ours}")),
    }
}
