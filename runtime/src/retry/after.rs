//! How long the server asks to wait: milliseconds, seconds or a date. What is none of them is as
//! good as nothing, and nothing is too large to be read.

use std::time::Duration;

use http::header::{DATE, HeaderMap, RETRY_AFTER};

use crate::value::days_before;

/// The wait that the headers of a response ask for. A date in the past is no wait.
pub(crate) fn server_delay(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    let milliseconds = text("retry-after-ms").and_then(number);
    if let Some(milliseconds) = milliseconds {
        return Some(seconds(milliseconds / 1000.0));
    }
    let after = text(RETRY_AFTER.as_str())?;
    if let Some(number) = number(after) {
        return Some(seconds(number));
    }
    // The clocks of both sides may differ. Without the server's own, a date says nothing.
    let (at, now) = (http_date(after)?, http_date(text(DATE.as_str())?)?);
    Some(Duration::from_secs(u64::try_from(at - now).unwrap_or(0)))
}

/// A number that is not negative: digits, maybe with a fraction or an exponent. Unlike `parse`, no
/// sign, no `inf` and no `nan`.
fn number(text: &str) -> Option<f64> {
    let starts = text.starts_with(|c: char| c.is_ascii_digit());
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b".eE".contains(&b));
    if starts && plain { text.parse().ok() } else { None }
}

/// Seconds as a duration, however many.
fn seconds(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)
}

/// The seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section
/// 5.6.7). Its obsolete forms are not read.
pub(crate) fn http_date(text: &str) -> Option<i64> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut parts = text.split_once(", ")?.1.split(' ');
    let mut part = |length: usize| parts.next().filter(|part| part.len() == length);
    let (day, month, year, time, zone) = (part(2)?, part(3)?, part(4)?, part(8)?, part(3)?);
    let month = MONTHS.find(month).filter(|at| at % 3 == 0)? / 3 + 1;
    let mut times = time.split(':').map(|unit| if unit.len() == 2 { digits(unit) } else { None });
    let mut unit = |limit: i64| times.next()?.filter(|unit| *unit < limit);
    // A second of 60 is a leap second.
    let (hour, minute, second) = (unit(24)?, unit(60)?, unit(61)?);
    let (day, year) = (digits(day)?, digits(year)?);
    let is_whole = times.next().is_none() && parts.next().is_none();
    if zone != "GMT" || !(1..=31).contains(&day) || !is_whole {
        return None;
    }
    let days = days_before(year, i64::try_from(month).ok()?) + day;
    Some(((days * 24 + hour) * 60 + minute) * 60 + second)
}

fn digits(text: &str) -> Option<i64> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(headers: &[(&'static str, &str)]) -> Option<Duration> {
        let headers = headers
            .iter()
            .map(|(name, value)| (http::HeaderName::from_static(name), value.parse().unwrap()));
        server_delay(&headers.collect())
    }

    #[test]
    fn seconds_are_read() {
        for (text, milliseconds) in [("0", 0), ("120", 120_000), ("0.25", 250), ("1e2", 100_000)] {
            let delay = Some(Duration::from_millis(milliseconds));
            assert_eq!(of(&[("retry-after", text)]), delay, "{text}");
        }
    }

    #[test]
    fn milliseconds_win() {
        let ms = |ms, after| of(&[("retry-after-ms", ms), ("retry-after", after)]);
        assert_eq!(ms("125", "120"), Some(Duration::from_millis(125)));
        assert_eq!(ms("0", "120"), Some(Duration::ZERO));
        assert_eq!(ms("bad", "120"), Some(Duration::from_secs(120)));
        assert_eq!(ms("-1", "bad"), None);
    }

    #[test]
    fn f091_junk_is_nothing() {
        for text in [
            "",
            "-1",
            "NaN",
            "nan",
            "inf",
            "infinity",
            "+5",
            " 5 ",
            "5,10",
            "1e-5",
            "5s",
            ".5",
            "2026-01-01T00:00:00Z",
            "e5",
            "1e5e5",
            "٣",
        ] {
            let headers = [("retry-after", text), ("date", "Sun, 06 Nov 1994 08:49:37 GMT")];
            assert_eq!(of(&headers), None, "{text}");
        }
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, http::HeaderValue::from_bytes(b"\xff5").unwrap());
        assert_eq!(server_delay(&headers), None);
    }

    #[test]
    fn f090_nothing_is_too_large() {
        assert_eq!(of(&[("retry-after", "86400")]), Some(Duration::from_secs(86_400)));
        for text in ["18446744073709551616", "1e20", "1e400"] {
            assert_eq!(of(&[("retry-after", text)]), Some(Duration::MAX), "{text}");
            assert!(of(&[("retry-after-ms", text)]).unwrap() > Duration::from_secs(1 << 40));
        }
    }

    #[test]
    fn f092_a_date_counts_from_the_servers_own() {
        let date = |after, now| of(&[("retry-after", after), ("date", now)]);
        let now = "Sun, 06 Nov 1994 08:49:37 GMT";
        assert_eq!(date("Sun, 06 Nov 1994 08:51:37 GMT", now), Some(Duration::from_secs(120)));
        assert_eq!(date("Mon, 07 Nov 1994 08:49:37 GMT", now), Some(Duration::from_secs(86_400)));
        assert_eq!(date("Sun, 06 Nov 1994 08:49:30 GMT", now), Some(Duration::ZERO));
        assert!(date("Fri, 31 Dec 9999 23:59:59 GMT", now).unwrap().as_secs() > 252_000_000_000);
        assert_eq!(of(&[("retry-after", now)]), None);
        assert_eq!(date(now, "yesterday"), None);
    }

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (text, seconds) in [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
            ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600),
            ("Wed, 01 Mar 2000 00:00:00 GMT", 951_868_800),
            ("Fri, 31 Dec 9999 23:59:60 GMT", 253_402_300_800),
        ] {
            assert_eq!(http_date(text), Some(seconds), "{text}");
        }
        for text in [
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sun, 06 Nov 1994 08:49:37 GMT x",
            "Sun, 06 anF 1994 08:49:37 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:3 GMT",
            "Sun, +6 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 8:049:37 GMT",
        ] {
            assert_eq!(http_date(text), None, "{text}");
        }
    }
}
