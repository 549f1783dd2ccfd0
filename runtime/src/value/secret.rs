//! A value that is never shown.

use std::fmt;

use super::{Blank, Slot, Value, View};

/// What is printed in place of a value that must not be shown.
pub(crate) const REDACTED: &str = "[redacted]";

/// A text without these secrets.
pub(crate) fn redacted(text: String, secrets: &[String]) -> String {
    secrets.iter().fold(text, |text, secret| text.replace(secret, REDACTED))
}

/// A value that is sent and received, but never shown: `Debug` prints `[redacted]`, there is no
/// `Display`, and a struct that holds it writes `"[redacted]"` when some other serializer than the
/// client's own writes the struct.
///
/// ```
/// use callsheet::Secret;
///
/// let token = Secret::from("pat-123");
/// assert_eq!(format!("{token:?}"), "[redacted]");
/// assert_eq!(token.expose(), "pat-123");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Secret<T = String>(T);

impl<T> Secret<T> {
    /// Hides `value`.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value itself, owned.
    pub fn into_exposed(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl<T: Value> Value for Secret<T> {
    fn view(&self) -> View<'_> {
        View::Secret(&self.0)
    }

    fn slot(&mut self) -> Slot<'_> {
        self.0.slot()
    }

    fn blank() -> Self {
        Self(T::blank())
    }
}

impl<T: Blank> Blank for Secret<T> {
    const BLANK: Self = Self(T::BLANK);
}
