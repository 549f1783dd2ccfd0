//! Texts that are not shown whole.

use std::borrow::Cow;

/// The start of a text: at most so many characters, and an ellipsis where there are more.
pub(crate) fn shorten(text: &str, limit: usize) -> Cow<'_, str> {
    match text.char_indices().nth(limit) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}
