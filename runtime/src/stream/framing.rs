//! How the items of a stream are told apart.

use bytes::Bytes;
use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};

use super::lines::Lines;
use super::rules::Events;
use crate::error::{Error, ErrorKind, Facts};
use crate::execute::with_head;
use crate::operation::{Content, Operation};
use crate::sse::Decoder;

/// An item as it came.
pub(super) struct Raw {
    /// The name of the event. Empty where it has none.
    pub(super) name: String,
    pub(super) data: Bytes,
}

pub(super) enum Framing {
    Events { rules: &'static Events, decoder: Decoder },
    Lines(Lines),
}

impl Framing {
    /// That of an operation's stream. `None` where it has none.
    pub(super) fn of(operation: &Operation, max: usize) -> Option<Self> {
        operation.responses.iter().find_map(|response| match response.content.framed() {
            Content::Events(rules) => {
                Some(Self::Events { rules, decoder: Decoder::new().max_event(max) })
            }
            Content::Lines => Some(Self::Lines(Lines::new(max))),
            _ => None,
        })
    }

    /// What the spec says of the events. `None` for lines.
    pub(super) fn events(&self) -> Option<&'static Events> {
        match self {
            Self::Events { rules, .. } => Some(rules),
            Self::Lines(_) => None,
        }
    }

    /// Starts again with a new connection. The last id stays.
    pub(super) fn restart(&mut self, max: usize, cursor: &str) {
        match self {
            Self::Events { decoder, .. } => {
                *decoder = Decoder::new().max_event(max).last_id(cursor);
            }
            Self::Lines(lines) => *lines = Lines::new(max),
        }
    }

    /// What an item is called.
    pub(super) fn what(&self) -> &'static str {
        match self {
            Self::Events { .. } => "the event",
            Self::Lines(_) => "the line",
        }
    }
}

/// Why a body cannot be the stream that is declared. A server that does not say what it is gets
/// the benefit of the doubt.
pub(crate) fn refusal(content: Content, headers: &HeaderMap) -> Option<String> {
    let text = |name| {
        let value = headers.get(name)?.to_str().ok()?;
        Some(value.split(';').next()?.trim().to_ascii_lowercase())
    };
    let is_events = matches!(content.framed(), Content::Events(_));
    let own = content.accept().split(';').next().unwrap_or_default().trim();
    let fits = |essence: &str| match essence {
        essence if own.eq_ignore_ascii_case(essence) => true,
        "text/event-stream" => is_events,
        "text/plain" | "application/octet-stream" => !is_events,
        essence => {
            let end = essence.rsplit(['/', '-', '+', '.']).next().unwrap_or_default();
            !is_events && ["json", "ndjson", "jsonl", "jsonlines", "lines"].contains(&end)
        }
    };
    if let Some(encoding) = text(CONTENT_ENCODING).filter(|encoding| encoding != "identity") {
        return Some(format!("the body has the encoding `{encoding}`, which was not asked for"));
    }
    let essence = text(CONTENT_TYPE).filter(|essence| !essence.is_empty() && !fits(essence))?;
    let declared = if is_events { "an event stream" } else { "lines of JSON" };
    Some(format!("the body is `{essence}` where {declared} is declared"))
}

/// The error of a success that is not the stream which is declared.
pub(crate) fn undeclared(
    operation: &'static Operation,
    reason: String,
    start: Bytes,
    head: &http::response::Parts,
    attempts: u32,
) -> Error {
    let facts = Facts {
        kind: ErrorKind::Decode,
        operation: Some(operation),
        detail: reason.into(),
        body: Some(start),
        body_truncated: true,
        attempts,
        ..Facts::default()
    };
    Error::new(with_head(facts, head))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(content: Content, content_type: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, content_type.parse().unwrap());
        refusal(content, &headers).is_some()
    }

    #[test]
    fn what_is_declared_is_taken_and_nothing_else() {
        let events = Content::Events(&Events::NEW);
        for fine in ["text/event-stream", "Text/Event-Stream; charset=utf-8", ""] {
            assert!(!refused(events, fine), "{fine}");
            assert_eq!(refused(Content::Lines, fine), !fine.is_empty(), "{fine}");
        }
        for fine in [
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/x-jsonlines",
            "application/json",
            "application/stream+json",
            "text/plain",
        ] {
            assert!(!refused(Content::Lines, fine), "{fine}");
            assert!(refused(events, fine), "{fine}");
        }
        for wrong in ["text/html", "application/xml", "nonsense"] {
            assert!(refused(events, wrong) && refused(Content::Lines, wrong), "{wrong}");
        }
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_ENCODING, "gzip".parse().unwrap());
        assert!(refusal(events, &headers).unwrap().contains("gzip"));
        assert_eq!(refusal(events, &HeaderMap::new()), None);
    }
}
