//! Conversions to and from the types of other crates, each behind the feature of that name.

#![allow(unused_imports, reason = "each feature uses its part")]

use super::{Date, DateTime, Duration, Time, Url, Uuid};
use crate::UnixTime;
use crate::check::Violation;
use crate::schema::Format;

/// `theirs!(Ours => Their, |text| parse)`: from a text of ours.
macro_rules! theirs {
    ($ours:ident => $their:ty, $parse:expr) => {
        /// If the text is of the form, and the other type can hold what it says.
        impl TryFrom<&$ours> for $their {
            type Error = Violation;

            fn try_from(ours: &$ours) -> Result<Self, Violation> {
                let parse: fn(&str) -> Option<$their> = $parse;
                parse(ours.as_str()).ok_or_else(|| Violation::new(Format::$ours.rule()))
            }
        }
    };
}

/// `ours!(Their => Ours)`: to a text, by what the other type prints.
macro_rules! ours {
    ($their:ty => $ours:ident, $print:expr) => {
        impl From<$their> for $ours {
            fn from(their: $their) -> Self {
                let print: fn($their) -> String = $print;
                Self(print(their))
            }
        }
    };
}

/// What a number that is no time of another crate is told.
#[cfg(any(feature = "jiff", feature = "time", feature = "chrono"))]
fn out_of_range() -> Violation {
    Violation::new("must be a time that the other type can hold")
}

#[cfg(feature = "jiff")]
mod jiff {
    use jiff::civil;
    use jiff::{Span, Timestamp};

    use super::{Date, DateTime, Duration, Format, Time, UnixTime, Violation};

    theirs!(DateTime => Timestamp, |text| text.parse().ok());
    theirs!(Date => civil::Date, |text| text.parse().ok());
    theirs!(Time => civil::Time, |text| text.parse().ok());
    theirs!(Duration => Span, |text| text.parse().ok());
    ours!(Timestamp => DateTime, |their| their.to_string());
    ours!(civil::Date => Date, |their| their.to_string());
    ours!(civil::Time => Time, |their| their.to_string());
    ours!(Span => Duration, |their| their.to_string());

    impl TryFrom<UnixTime> for Timestamp {
        type Error = Violation;

        fn try_from(ours: UnixTime) -> Result<Self, Violation> {
            Self::from_second(ours.seconds()).map_err(|_| super::out_of_range())
        }
    }

    /// The second that the time is in.
    impl From<Timestamp> for UnixTime {
        fn from(their: Timestamp) -> Self {
            // Seconds are rounded towards 1970.
            let before = i64::from(their.subsec_nanosecond() < 0);
            Self::new(their.as_second() - before)
        }
    }
}

#[cfg(feature = "time")]
mod time {
    use time::format_description::well_known::{Iso8601, Rfc3339};
    use time::{OffsetDateTime, error};

    use super::{Date, DateTime, Format, Time, UnixTime, Violation};

    theirs!(DateTime => OffsetDateTime, |text| OffsetDateTime::parse(text, &Rfc3339).ok());
    theirs!(Date => time::Date, |text| time::Date::parse(text, &Iso8601::DATE).ok());
    theirs!(Time => time::Time, |text| time::Time::parse(text, &Iso8601::TIME).ok());

    /// If the year is one of four digits, and the offset has no seconds.
    impl TryFrom<OffsetDateTime> for DateTime {
        type Error = error::Format;

        fn try_from(their: OffsetDateTime) -> Result<Self, error::Format> {
            their.format(&Rfc3339).map(Self)
        }
    }

    ours!(time::Date => Date, |their| {
        let (year, month, day) = their.to_calendar_date();
        format!("{year:04}-{:02}-{day:02}", u8::from(month))
    });
    ours!(time::Time => Time, |their| {
        let (hour, minute, second, nano) = their.as_hms_nano();
        let fraction = if nano == 0 { String::new() } else { format!(".{nano:09}") };
        format!("{hour:02}:{minute:02}:{second:02}{fraction}")
    });

    impl TryFrom<UnixTime> for OffsetDateTime {
        type Error = Violation;

        fn try_from(ours: UnixTime) -> Result<Self, Violation> {
            Self::from_unix_timestamp(ours.seconds()).map_err(|_| super::out_of_range())
        }
    }

    /// The second that the time is in.
    impl From<OffsetDateTime> for UnixTime {
        fn from(their: OffsetDateTime) -> Self {
            Self::new(
                their.unix_timestamp_nanos().div_euclid(1_000_000_000).try_into().unwrap_or(0),
            )
        }
    }
}

#[cfg(feature = "chrono")]
mod chrono {
    use chrono::{
        DateTime as Moment, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, TimeZone, Utc,
    };

    use super::{Date, DateTime, Format, Time, UnixTime, Violation};

    theirs!(DateTime => Moment<FixedOffset>, |text| Moment::parse_from_rfc3339(text).ok());
    theirs!(DateTime => Moment<Utc>, |text| {
        Moment::parse_from_rfc3339(text).ok().map(|moment| moment.to_utc())
    });
    theirs!(Date => NaiveDate, |text| text.parse().ok());
    theirs!(Time => NaiveTime, |text| text.parse().ok());
    ours!(NaiveDate => Date, |their| their.to_string());
    ours!(NaiveTime => Time, |their| their.to_string());

    impl<Tz: TimeZone> From<Moment<Tz>> for DateTime {
        fn from(their: Moment<Tz>) -> Self {
            Self(their.to_rfc3339_opts(SecondsFormat::AutoSi, true))
        }
    }

    impl TryFrom<UnixTime> for Moment<Utc> {
        type Error = Violation;

        fn try_from(ours: UnixTime) -> Result<Self, Violation> {
            Self::from_timestamp(ours.seconds(), 0).ok_or_else(super::out_of_range)
        }
    }

    /// The second that the time is in.
    impl<Tz: TimeZone> From<Moment<Tz>> for UnixTime {
        fn from(their: Moment<Tz>) -> Self {
            Self::new(their.timestamp())
        }
    }
}

#[cfg(feature = "uuid")]
mod uuid {
    use super::{Format, Uuid, Violation};

    theirs!(Uuid => uuid::Uuid, |text| text.parse().ok());
    ours!(uuid::Uuid => Uuid, |their| their.to_string());
}

#[cfg(feature = "url")]
mod url {
    use super::{Format, Url, Violation};

    theirs!(Url => url::Url, |text| text.parse().ok());
    ours!(url::Url => Url, String::from);
}

#[cfg(test)]
mod tests {
    use super::{Date, DateTime, Time, UnixTime};

    #[cfg(feature = "jiff")]
    #[test]
    fn jiff_goes_there_and_back() {
        let stamp =
            jiff::Timestamp::try_from(&DateTime::from("2026-01-31T08:30:00.5+02:00")).unwrap();
        assert_eq!(DateTime::from(stamp).as_str(), "2026-01-31T06:30:00.5Z");
        assert_eq!(UnixTime::from(stamp), UnixTime::new(1_769_841_000));
        assert_eq!(jiff::Timestamp::try_from(UnixTime::new(-1)).unwrap().as_second(), -1);
        let before = jiff::Timestamp::new(0, -1).unwrap();
        assert_eq!(UnixTime::from(before), UnixTime::new(-1));
        assert!(jiff::Timestamp::try_from(UnixTime::new(i64::MAX)).is_err());
        let date = jiff::civil::Date::try_from(&Date::from("2026-01-31")).unwrap();
        assert_eq!(Date::from(date).as_str(), "2026-01-31");
        let time = jiff::civil::Time::try_from(&Time::from("08:30:00.25")).unwrap();
        assert_eq!(Time::from(time).as_str(), "08:30:00.25");
        let span = jiff::Span::try_from(&crate::Duration::from("P1DT2H")).unwrap();
        assert!(crate::Duration::new(crate::Duration::from(span).as_str()).is_ok());
        assert!(jiff::Timestamp::try_from(&DateTime::from("soon")).is_err());
    }

    #[cfg(feature = "time")]
    #[test]
    fn time_goes_there_and_back() {
        let text = "2026-01-31T08:30:00.5+02:00";
        let moment = time::OffsetDateTime::try_from(&DateTime::from(text)).unwrap();
        assert_eq!(DateTime::try_from(moment).unwrap().as_str(), text);
        assert_eq!(UnixTime::from(moment), UnixTime::new(1_769_841_000));
        let date = time::Date::try_from(&Date::from("2026-01-31")).unwrap();
        assert_eq!(Date::from(date).as_str(), "2026-01-31");
        let time = time::Time::try_from(&Time::from("08:30:00.25")).unwrap();
        assert!(Time::new(Time::from(time).as_str()).is_ok());
    }

    #[cfg(feature = "chrono")]
    #[test]
    fn chrono_goes_there_and_back() {
        let text = "2026-01-31T08:30:00.500+02:00";
        let moment =
            chrono::DateTime::<chrono::FixedOffset>::try_from(&DateTime::from(text)).unwrap();
        assert_eq!(DateTime::from(moment).as_str(), text);
        assert_eq!(UnixTime::from(moment), UnixTime::new(1_769_841_000));
        let date = chrono::NaiveDate::try_from(&Date::from("2026-01-31")).unwrap();
        assert_eq!(Date::from(date).as_str(), "2026-01-31");
        let time = chrono::NaiveTime::try_from(&Time::from("08:30:00.25")).unwrap();
        assert!(Time::new(Time::from(time).as_str()).is_ok());
    }

    #[cfg(feature = "uuid")]
    #[test]
    fn uuid_goes_there_and_back() {
        let text = "123e4567-e89b-12d3-a456-426614174000";
        let uuid = uuid::Uuid::try_from(&crate::Uuid::from(text)).unwrap();
        assert_eq!(crate::Uuid::from(uuid).as_str(), text);
    }

    #[cfg(feature = "url")]
    #[test]
    fn url_goes_there_and_back() {
        let url = url::Url::try_from(&crate::Url::from("https://example.com/a b")).unwrap();
        assert_eq!(crate::Url::from(url).as_str(), "https://example.com/a%20b");
        assert!(url::Url::try_from(&crate::Url::from("no")).is_err());
    }
}
