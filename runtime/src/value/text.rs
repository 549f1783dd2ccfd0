//! Values that are texts of a known form. Each is kept exactly as it was given: what a server sends
//! is taken as it is, what a program makes with `new` or `parse` is checked, and what was made with
//! `From` is checked before it is sent.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Blank, Expected, Slot, TextSlot, Value, View};
use crate::check::Violation;
use crate::codec;
use crate::schema::{Check, Format};

mod base64;
#[cfg(any(
    feature = "jiff",
    feature = "time",
    feature = "chrono",
    feature = "uuid",
    feature = "url"
))]
mod interop;
mod iso;
#[cfg(test)]
mod tests;

pub(crate) use iso::{days_before, instant};

impl Format {
    /// Whether a text has the form.
    pub(crate) fn is_match(self, text: &str) -> bool {
        match self {
            Self::DateTime => iso::is_date_time(text),
            Self::Date => iso::is_date(text),
            Self::Time => iso::is_time(text),
            Self::Duration => iso::is_duration(text),
            Self::Uuid => is_uuid(text),
            Self::Decimal => is_decimal(text),
            Self::Url => is_url(text),
            Self::Base64 => base64::decode(text).is_some(),
        }
    }

    /// What a text that does not have it is told.
    pub(crate) fn rule(self) -> &'static str {
        match self {
            Self::DateTime => {
                "must be a date and time with a zone, such as `2026-01-31T08:30:00Z` (RFC 3339)"
            }
            Self::Date => "must be a date such as `2026-01-31` (RFC 3339)",
            Self::Time => "must be a time such as `08:30:00` (RFC 3339)",
            Self::Duration => "must be a duration such as `P1DT12H` or `PT0.5S` (ISO 8601)",
            Self::Uuid => {
                "must be a UUID such as `123e4567-e89b-12d3-a456-426614174000` (RFC 9562)"
            }
            Self::Decimal => "must be a decimal number such as `12.50`",
            Self::Url => "must be an absolute URL such as `https://example.com/` (RFC 3986)",
            Self::Base64 => "must be base64 such as `aGVsbG8=` (RFC 4648)",
        }
    }
}

/// A type that is a text of a form.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $example:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            #[doc = concat!("Checks and takes a text such as `", $example, "`.")]
            ///
            /// # Errors
            /// If it is not of that form.
            pub fn new(text: impl Into<String>) -> Result<Self, Violation> {
                let text = text.into();
                if Format::$name.is_match(&text) {
                    Ok(Self(text))
                } else {
                    Err(Violation::new(Format::$name.rule()))
                }
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, owned.
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Violation;

            fn from_str(text: &str) -> Result<Self, Violation> {
                Self::new(text)
            }
        }

        /// Not checked now, but before it is sent.
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        /// Not checked now, but before it is sent.
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl Value for $name {
            fn view(&self) -> View<'_> {
                View::Text(&self.0)
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::Text(self)
            }

            fn blank() -> Self {
                Self::BLANK
            }

            fn rules(&self) -> &'static [Check] {
                &[Check::Format(Format::$name)]
            }
        }

        impl Blank for $name {
            const BLANK: Self = Self(String::new());
        }

        impl TextSlot for $name {
            fn set(&mut self, text: Cow<'_, str>) -> Result<(), Expected> {
                self.0 = text.into_owned();
                Ok(())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                codec::serialize(self, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                codec::deserialize(deserializer)
            }
        }
    };
}

text_type! {
    /// A date and time in the text form of RFC 3339, kept exactly as it was given.
    ///
    /// What a server sends is taken as it is; what a program makes with [`new`](Self::new) or
    /// `parse` is checked. There is no order between two of them, because the order of the
    /// texts is not the order of the times; convert to a type of a date library for that.
    ///
    /// ```
    /// use callsheet::DateTime;
    ///
    /// let created: DateTime = "2026-01-31T08:30:00.5+02:00".parse()?;
    /// assert_eq!(created.as_str(), "2026-01-31T08:30:00.5+02:00");
    /// assert!(DateTime::new("2026-02-30T08:30:00Z").is_err());
    /// # Ok::<(), callsheet::Violation>(())
    /// ```
    DateTime, "2026-01-31T08:30:00Z"
}

text_type! {
    /// A date in the text form of RFC 3339, such as `2026-01-31`, kept exactly as it was given.
    Date, "2026-01-31"
}

text_type! {
    /// A time of day in the text form of RFC 3339, with or without a zone, kept exactly as it was
    /// given.
    Time, "08:30:00"
}

text_type! {
    /// A duration in the text form of ISO 8601, kept exactly as it was given.
    ///
    /// ```
    /// use callsheet::Duration;
    ///
    /// assert!(Duration::new("P1Y2M3DT4H5M6.5S").is_ok());
    /// assert!(Duration::new("P2W").is_ok());
    /// assert!(Duration::new("2 weeks").is_err());
    /// ```
    Duration, "P1DT12H"
}

text_type! {
    /// A UUID in the text form of RFC 9562, kept exactly as it was given.
    Uuid, "123e4567-e89b-12d3-a456-426614174000"
}

text_type! {
    /// A decimal number as a text, such as an amount of money, kept exactly as it was given.
    Decimal, "12.50"
}

text_type! {
    /// An absolute URL, kept exactly as it was given.
    Url, "https://example.com/"
}

text_type! {
    /// Bytes as a base64 text (RFC 4648, section 4), kept exactly as it was given.
    ///
    /// ```
    /// use callsheet::Base64;
    ///
    /// let hello = Base64::encode("hello");
    /// assert_eq!(hello.as_str(), "aGVsbG8=");
    /// assert_eq!(hello.decode()?, b"hello");
    /// # Ok::<(), callsheet::Violation>(())
    /// ```
    Base64, "aGVsbG8="
}

impl Base64 {
    /// The text of these bytes.
    pub fn encode(bytes: impl AsRef<[u8]>) -> Self {
        Self(base64::encode(bytes.as_ref()))
    }

    /// The bytes. A text without padding, or in the alphabet for URLs, is understood as well.
    ///
    /// # Errors
    /// If the text is not base64.
    pub fn decode(&self) -> Result<Vec<u8>, Violation> {
        base64::decode(&self.0).ok_or_else(|| Violation::new(Format::Base64.rule()))
    }
}

/// Whether a text is a UUID of RFC 9562, section 4: five groups of hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    let mut groups = text.split('-');
    [8, 4, 4, 4, 12].into_iter().all(|len| {
        groups
            .next()
            .is_some_and(|group| group.len() == len && group.bytes().all(|b| b.is_ascii_hexdigit()))
    }) && groups.next().is_none()
}

/// Whether a text is a number as JSON writes it, without an exponent.
fn is_decimal(text: &str) -> bool {
    let number = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

/// Whether a text is an absolute URI of RFC 3986, section 3.
fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let scheme_holds = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let mut bytes = rest.bytes();
    let rest_holds = loop {
        match bytes.next() {
            None => break true,
            Some(b'%') => {
                let mut hex = || bytes.next().is_some_and(|b| b.is_ascii_hexdigit());
                if !(hex() && hex()) {
                    break false;
                }
            }
            Some(b) if b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&b) => {}
            Some(_) => break false,
        }
    };
    scheme_holds && rest_holds && !matches!(rest, "" | "//")
}
