//! The successes that an endpoint declares: for which statuses, and what they hold.

use http::StatusCode;

use crate::stream::Events;

/// One declared success of an endpoint.
#[derive(Debug, Clone, Copy)]
pub struct Response {
    /// Which statuses.
    pub status: StatusMatch,
    /// What it holds.
    pub content: Content,
}

/// What a response holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Nothing that matters.
    Empty,
    /// JSON.
    Json,
    /// An event stream.
    Events(&'static Events),
    /// JSON, a value in each line.
    Lines,
    /// One of these two with a media type of its own.
    StreamAs(&'static str, &'static Content),
    /// JSON with a media type of its own.
    JsonAs(&'static str),
    /// Text in UTF-8, with its media type.
    Text(&'static str),
    /// A form, with its media type.
    Form(&'static str),
    /// Bytes as they are, with their media type.
    Bytes(&'static str),
    /// An object of headers and, as its payload, one of the others.
    Headed(&'static Content),
    /// The variant with this name of several outcomes, and what that holds.
    Outcome(&'static str, &'static Content),
}

impl Content {
    /// The media type to ask for.
    pub(crate) fn accept(self) -> &'static str {
        match self {
            Self::Empty | Self::Json => "application/json",
            Self::JsonAs(media)
            | Self::StreamAs(media, _)
            | Self::Text(media)
            | Self::Form(media)
            | Self::Bytes(media) => media,
            Self::Events(_) => "text/event-stream",
            Self::Lines => "application/x-ndjson",
            Self::Headed(content) | Self::Outcome(_, content) => content.accept(),
        }
    }

    /// The same with the media type of its kind, where it is a stream.
    pub(crate) fn framed(self) -> Self {
        match self {
            Self::StreamAs(_, content) => *content,
            other => other,
        }
    }

    /// Whether it is read bit by bit.
    pub(crate) fn is_stream(self) -> bool {
        matches!(self, Self::Events(_) | Self::Lines | Self::StreamAs(..))
    }

    /// Whether there is nothing to be read.
    pub(crate) fn is_empty(self) -> bool {
        match self {
            Self::Empty => true,
            Self::Headed(content) | Self::Outcome(_, content) => content.is_empty(),
            _ => false,
        }
    }
}

/// Which statuses a case stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusMatch {
    /// One.
    Code(u16),
    /// All with this first digit.
    Class(u8),
    /// All.
    Any,
}

impl StatusMatch {
    /// Whether `status` is one of them.
    pub fn matches(self, status: StatusCode) -> bool {
        match self {
            Self::Code(code) => status.as_u16() == code,
            Self::Class(class) => status.as_u16() / 100 == u16::from(class),
            Self::Any => true,
        }
    }
}
