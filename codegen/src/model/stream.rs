//! Streams: responses that come bit by bit.

use super::{Constant, StatusKind, Type};

/// A response that is a stream.
#[derive(Debug)]
pub struct Stream {
    /// The statuses that it comes with.
    pub statuses: Vec<StatusKind>,
    /// What it is made of.
    pub kind: StreamKind,
    /// Its media type, where that is not the one of its kind.
    pub media: Option<String>,
    /// What each event or line holds.
    pub item: Type,
    /// What asks for it. `None` where the endpoint always answers with it, or where only the
    /// `Accept` header asks.
    pub when: Option<When>,
}

/// What a stream is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StreamKind {
    /// Server-sent events.
    Events(Events),
    /// Lines of JSON.
    Lines,
}

/// What a spec says of server-sent events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Events {
    /// Where the request says which event was the last.
    pub resume: Resume,
    /// The name of the event that says what went wrong.
    pub error: String,
    /// The names of the events after which there are no more.
    pub end: Vec<String>,
    /// The names of the events that are none to the caller.
    pub skip: Vec<String>,
    /// The data that says that there are no more events.
    pub done: Option<String>,
}

impl Default for Events {
    /// What holds where a spec says nothing.
    fn default() -> Self {
        Self {
            resume: Resume::Header("Last-Event-ID".into()),
            error: "error".into(),
            end: Vec::new(),
            skip: Vec::new(),
            done: None,
        }
    }
}

/// Where a request says which event was the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resume {
    /// Nowhere.
    Never,
    /// In a header.
    Header(String),
    /// In a query parameter.
    Query(String),
}

/// A field of the request, and the value with which the endpoint answers with a stream.
#[derive(Debug, Clone, PartialEq)]
pub struct When {
    /// The field's index in [`Operation::fields`](super::Operation::fields).
    pub field: usize,
    /// The value: a text or a truth value.
    pub value: Constant,
}
