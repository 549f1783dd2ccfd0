//! Exchanges as lines of JSON.

use serde_json::json;

use crate::Json;
use crate::error::Sent;
use crate::transport::Phase;

/// A request and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Exchange {
    pub(super) operation: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) query: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    pub(super) outcome: Outcome,
}

/// What came of a request.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    Response { status: u16, headers: Vec<(String, String)>, body: Vec<u8>, breaks_off: bool },
    Failure { phase: Phase, sent: Sent, timed_out: bool },
}

const PHASES: [Phase; 9] = [
    Phase::Refused,
    Phase::Dns,
    Phase::Connect,
    Phase::Tls,
    Phase::Proxy,
    Phase::Source,
    Phase::Write,
    Phase::Headers,
    Phase::Body,
];

const SENT: [Sent; 3] = [Sent::No, Sent::Maybe, Sent::Yes];

impl Exchange {
    /// The exchange as a line.
    pub(super) fn to_line(&self) -> String {
        let request = json!({
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "headers": self.headers,
            "body": body_to_json(&self.body),
        });
        let mut line = json!({ "operation": self.operation, "request": request });
        let (name, outcome) = match &self.outcome {
            Outcome::Response { status, headers, body, breaks_off } => (
                "response",
                json!({
                    "status": status,
                    "headers": headers,
                    "body": body_to_json(body),
                    "breaks_off": breaks_off,
                }),
            ),
            Outcome::Failure { phase, sent, timed_out } => (
                "failure",
                json!({
                    "phase": format!("{phase:?}"),
                    "sent": format!("{sent:?}"),
                    "timed_out": timed_out,
                }),
            ),
        };
        if let Json::Object(line) = &mut line {
            line.insert(name.to_owned(), outcome);
        }
        line.to_string()
    }

    /// The exchange of a line. `None` where it is not one.
    pub(super) fn of_line(line: &str) -> Option<Self> {
        let line: Json = serde_json::from_str(line).ok()?;
        let request = line.get("request")?;
        let outcome = match (line.get("response"), line.get("failure")) {
            (Some(response), None) => Outcome::Response {
                status: u16::try_from(response.get("status")?.as_u64()?).ok()?,
                headers: headers(response.get("headers")?)?,
                body: body_of_json(response.get("body")?)?,
                breaks_off: response.get("breaks_off")?.as_bool()?,
            },
            (None, Some(failure)) => Outcome::Failure {
                phase: named(&PHASES, failure.get("phase")?)?,
                sent: named(&SENT, failure.get("sent")?)?,
                timed_out: failure.get("timed_out")?.as_bool()?,
            },
            _ => return None,
        };
        Some(Self {
            operation: text(line.get("operation")?)?,
            method: text(request.get("method")?)?,
            path: text(request.get("path")?)?,
            query: text(request.get("query")?)?,
            headers: headers(request.get("headers")?)?,
            body: body_of_json(request.get("body")?)?,
            outcome,
        })
    }

    /// All texts of the exchange, as they are before they are escaped.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = vec![self.path.clone(), self.query.clone()];
        let mut add = |headers: &[(String, String)], body: &[u8]| {
            texts.extend(headers.iter().map(|(_, value)| value.clone()));
            texts.push(String::from_utf8_lossy(body).into_owned());
            if let Ok(json) = serde_json::from_slice(body) {
                add_strings(&json, &mut texts);
            }
        };
        add(&self.headers, &self.body);
        if let Outcome::Response { headers, body, .. } = &self.outcome {
            add(headers, body);
        }
        texts
    }
}

/// All strings of JSON, which may be escaped in its text.
fn add_strings(json: &Json, texts: &mut Vec<String>) {
    match json {
        Json::String(text) => texts.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| add_strings(item, texts)),
        Json::Object(fields) => {
            for (name, value) in fields {
                texts.push(name.clone());
                add_strings(value, texts);
            }
        }
        _ => {}
    }
}

/// Text as a string, and other bytes as a list of numbers in an object.
fn body_to_json(body: &[u8]) -> Json {
    match std::str::from_utf8(body) {
        Ok(text) => Json::String(text.to_owned()),
        Err(_) => json!({ "bytes": body }),
    }
}

fn body_of_json(json: &Json) -> Option<Vec<u8>> {
    if let Json::String(text) = json {
        return Some(text.clone().into_bytes());
    }
    let bytes = json.get("bytes")?.as_array()?;
    bytes.iter().map(|byte| u8::try_from(byte.as_u64()?).ok()).collect()
}

fn text(json: &Json) -> Option<String> {
    json.as_str().map(str::to_owned)
}

fn headers(json: &Json) -> Option<Vec<(String, String)>> {
    let pair = |pair: &Json| Some((text(pair.get(0)?)?, text(pair.get(1)?)?));
    json.as_array()?.iter().map(pair).collect()
}

/// The one that has this name.
fn named<T: Copy + std::fmt::Debug>(all: &[T], name: &Json) -> Option<T> {
    let name = name.as_str()?;
    all.iter().copied().find(|one| format!("{one:?}") == name)
}
