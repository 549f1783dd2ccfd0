//! Where in a value something is, as `agent.tools[3].name`.

use std::borrow::Cow;
use std::fmt::Write;

use crate::shorten::shorten;

/// The longest key that a path shows in full, in characters.
const MAX_KEY: usize = 64;

/// One step from a value to a value inside.
#[derive(Debug)]
pub(crate) enum Segment<'a> {
    /// The value of a field or under a key.
    Key(Cow<'a, str>),
    /// The element of a list.
    Index(usize),
}

impl Segment<'_> {
    /// The value of a field.
    pub(crate) fn field(name: &'static str) -> Self {
        Self::Key(Cow::Borrowed(name))
    }
}

/// Writes the steps, from the outside in.
pub(crate) fn render<'a>(segments: impl Iterator<Item = &'a Segment<'a>>) -> String {
    let mut path = String::new();
    for segment in segments {
        match segment {
            Segment::Index(index) => {
                // Writing to a string cannot fail.
                let _ = write!(path, "[{index}]");
            }
            Segment::Key(key) if is_plain(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Segment::Key(key) => {
                let _ = write!(path, "[{:?}]", shorten(key, MAX_KEY));
            }
        }
    }
    path
}

/// Whether a key can stand after a dot.
fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= MAX_KEY
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}
