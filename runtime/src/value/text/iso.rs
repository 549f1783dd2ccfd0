//! Dates, times and durations as texts.

/// Whether a text is a `date-time` of RFC 3339, section 5.6, and there is such a time.
pub(super) fn is_date_time(text: &str) -> bool {
    Scanner(text.as_bytes()).date_time().is_some()
}

/// The time that a text says: seconds since 1970, and the digits of the fraction. Two compare as
/// their times do, but that a leap second is the second after it.
pub(crate) fn instant(text: &str) -> Option<(i64, &str)> {
    let mut scanner = Scanner(text.as_bytes());
    let day = text.get(..10)?;
    let (year, month) = (day.get(..4)?.parse().ok()?, day.get(5..7)?.parse().ok()?);
    let (number, _) = scanner.date()?;
    scanner.byte(b"Tt")?;
    let (minute, second) = scanner.time()?;
    let fraction = text.get(19..)?.strip_prefix('.').unwrap_or_default();
    let end = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
    let minute = minute - scanner.offset()?;
    let days = days_before(year, month) + i64::from(number);
    let seconds = days * 86_400 + i64::from(minute) * 60 + i64::from(second);
    Some((seconds, fraction.get(..end)?.trim_end_matches('0')))
}

/// The days from the start of 1970 to that of a month, and one less.
pub(crate) fn days_before(year: i64, month: i64) -> i64 {
    // Counted in years that start with March, so that a leap day is the last of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + (153 * month + 2) / 5 - 719_469
}

/// Whether a text is a `full-date` of the same section, and there is such a day.
pub(super) fn is_date(text: &str) -> bool {
    let mut scanner = Scanner(text.as_bytes());
    scanner.date().is_some() && scanner.0.is_empty()
}

/// Whether a text is a `partial-time` or `full-time` of the same section. A leap second is allowed,
/// since there is no day to say whether there is one.
pub(super) fn is_time(text: &str) -> bool {
    let mut scanner = Scanner(text.as_bytes());
    let time = scanner.time();
    let zone = scanner.0.is_empty() || scanner.offset().is_some();
    time.is_some_and(|(_, second)| second <= 60) && zone && scanner.0.is_empty()
}

/// Whether a text is a duration of ISO 8601: `P`, then weeks, or numbers each with a unit from the
/// greatest to the least. Only the last may have a fraction.
pub(super) fn is_duration(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    match time {
        None if rest.ends_with('W') => units(rest, "W", true).is_some(),
        None => !date.is_empty() && units(date, "YMD", true).is_some(),
        Some(time) => {
            !time.is_empty()
                && units(date, "YMD", false).is_some()
                && units(time, "HMS", true).is_some()
        }
    }
}

/// Numbers that are followed by these letters, each at most once and in this order.
fn units(mut text: &str, mut letters: &str, fraction: bool) -> Option<()> {
    while !text.is_empty() {
        let end = text.find(|c: char| c.is_ascii_alphabetic())?;
        let (number, rest) = text.split_at_checked(end)?;
        let letter = rest.chars().next()?;
        text = rest.get(1..)?;
        letters = letters.split_once(letter)?.1;
        let (whole, part) = match number.split_once(['.', ',']) {
            Some((whole, part)) if fraction && text.is_empty() => (whole, part),
            Some(_) => return None,
            None => (number, "0"),
        };
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) {
            return None;
        }
    }
    Some(())
}

/// What is left of the text.
struct Scanner<'a>(&'a [u8]);

impl Scanner<'_> {
    /// The whole text; `None` where it is wrong.
    fn date_time(mut self) -> Option<()> {
        let (day, last) = self.date()?;
        self.byte(b"Tt")?;
        let (minute, second) = self.time()?;
        let offset = self.offset()?;
        let leap = second < 60 || (second == 60 && is_end_of_month(day, last, minute - offset));
        (leap && self.0.is_empty()).then_some(())
    }

    /// A day that there is: its number, and that of the last of its month.
    fn date(&mut self) -> Option<(i32, i32)> {
        let year = self.number(4)?;
        self.byte(b"-")?;
        let month = self.number(2)?;
        self.byte(b"-")?;
        let day = self.number(2)?;
        let last = days_in_month(year, month)?;
        (1..=last).contains(&day).then_some((day, last))
    }

    /// A time of day: its minute, counted from midnight, and its second.
    fn time(&mut self) -> Option<(i32, i32)> {
        let hour = self.number(2)?;
        self.byte(b":")?;
        let minute = self.number(2)?;
        self.byte(b":")?;
        let second = self.number(2)?;
        self.fraction()?;
        (hour <= 23 && minute <= 59).then_some((hour * 60 + minute, second))
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
