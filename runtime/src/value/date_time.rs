//! A date and time as text.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Blank, Expected, Slot, TextSlot, Value, View};
use crate::check::Violation;
use crate::codec;

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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DateTime(String);

impl DateTime {
    /// Checks and takes a text such as `2026-01-31T08:30:00Z`.
    ///
    /// # Errors
    /// If it is not of that form, or there is no such time.
    pub fn new(text: impl Into<String>) -> Result<Self, Violation> {
        let text = text.into();
        if is_date_time(&text) { Ok(Self(text)) } else { Err(Violation::new(NOT_A_DATE_TIME)) }
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

/// What a text that is no date and time is told.
pub(crate) const NOT_A_DATE_TIME: &str =
    "must be a date and time with a zone, such as `2026-01-31T08:30:00Z` (RFC 3339)";

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for DateTime {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for DateTime {
    type Err = Violation;

    fn from_str(text: &str) -> Result<Self, Violation> {
        Self::new(text)
    }
}

/// Not checked now, but before it is sent.
impl From<&str> for DateTime {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Not checked now, but before it is sent.
impl From<String> for DateTime {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Value for DateTime {
    fn view(&self) -> View<'_> {
        View::Text(&self.0)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for DateTime {
    const BLANK: Self = Self(String::new());
}

impl TextSlot for DateTime {
    fn set(&mut self, text: Cow<'_, str>) -> Result<(), Expected> {
        self.0 = text.into_owned();
        Ok(())
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        codec::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        codec::deserialize(deserializer)
    }
}

/// Whether a text is a `date-time` of RFC 3339, section 5.6, and there is such a time.
pub(crate) fn is_date_time(text: &str) -> bool {
    Scanner(text.as_bytes()).date_time().is_some()
}

/// What is left of the text.
struct Scanner<'a>(&'a [u8]);

impl Scanner<'_> {
    /// The whole text; `None` where it is wrong.
    fn date_time(mut self) -> Option<()> {
        let year = self.number(4)?;
        self.byte(b"-")?;
        let month = self.number(2)?;
        self.byte(b"-")?;
        let day = self.number(2)?;
        self.byte(b"Tt")?;
        let hour = self.number(2)?;
        self.byte(b":")?;
        let minute = self.number(2)?;
        self.byte(b":")?;
        let second = self.number(2)?;
        self.fraction()?;
        let offset = self.offset()?;
        let last = days_in_month(year, month)?;
        let exists = (1..=last).contains(&day) && hour <= 23 && minute <= 59 && second <= 60;
        let leap = second < 60 || is_end_of_month(day, last, hour * 60 + minute - offset);
        (exists && leap && self.0.is_empty()).then_some(())
    }

    /// A number of exactly so many digits.
    fn number(&mut self, digits: usize) -> Option<i32> {
        let (head, tail) = self.0.split_at_checked(digits)?;
        self.0 = tail;
        head.iter().try_fold(0, |number, byte| {
            byte.is_ascii_digit().then(|| number * 10 + i32::from(byte - b'0'))
        })
    }

    /// One of these bytes.
    fn byte(&mut self, any: &[u8]) -> Option<u8> {
        let (&head, tail) = self.0.split_first()?;
        self.0 = tail;
        any.contains(&head).then_some(head)
    }

    /// Nothing, or a point and at least one digit.
    fn fraction(&mut self) -> Option<()> {
        let Some(digits) = self.0.strip_prefix(b".") else {
            return Some(());
        };
        let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.0 = digits.get(count..)?;
        (count > 0).then_some(())
    }

    /// The zone, in minutes ahead of UTC.
    fn offset(&mut self) -> Option<i32> {
        let sign = match self.byte(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(0),
        };
        let hours = self.number(2)?;
        self.byte(b":")?;
        let minutes = self.number(2)?;
        (hours <= 23 && minutes <= 59).then_some(sign * (hours * 60 + minutes))
    }
}

/// How many days a month has. `None` where there is no such month.
fn days_in_month(year: i32, month: i32) -> Option<i32> {
    let leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap_year => Some(29),
        2 => Some(28),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

/// Whether the minute, counted in UTC from the start of `day`, is the last of a month: the only one
/// that can have a leap second.
fn is_end_of_month(day: i32, last: i32, minute: i32) -> bool {
    let ends_a_day = minute.rem_euclid(1440) == 1439;
    ends_a_day
        && match minute.div_euclid(1440) {
            0 => day == last,
            -1 => day == 1,
            _ => day + 1 == last,
        }
}
