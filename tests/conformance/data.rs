//! The data: its rows, and what they say in ways of their own.

use serde_json::Value;

/// The recorded requests.
pub fn requests() -> Vec<Value> {
    rows(include_str!("requests.jsonl"))
}

/// The recorded calls and what came of them.
pub fn behaviour() -> Vec<Value> {
    rows(include_str!("behaviour.jsonl"))
}

fn rows(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The content of a file or of a piece: `text`, or `base64`.
pub fn bytes(of: &Value) -> Vec<u8> {
    match of["base64"].as_str() {
        Some(text) => callsheet::Base64::from(text).decode().unwrap(),
        None => of["text"].as_str().unwrap().as_bytes().to_vec(),
    }
}

/// A text with its percent signs decoded.
pub fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = (first == b'%').then(|| std::str::from_utf8(&after[..2]).unwrap());
        bytes.push(hex.map_or(first, |hex| u8::from_str_radix(hex, 16).unwrap()));
        rest = if hex.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap()
}

/// The time that a text of RFC 3339 says, in microseconds.
pub fn instant(text: &str) -> Option<i128> {
    callsheet::DateTime::new(text).ok()?;
    let (date, time) = text.split_at_checked(10)?;
    let number = |text: &str| text.parse::<i128>().ok();
    let (year, month, day) = (number(&date[..4])?, number(&date[5..7])?, number(&date[8..])?);
    let (clock, rest) = time[1..].split_at_checked(8)?;
    let seconds = number(&clock[..2])? * 3600 + number(&clock[3..5])? * 60 + number(&clock[6..])?;
    let zone = rest.find(['Z', '+', '-'])?;
    let fraction = format!("{:0<6}", rest[..zone].trim_start_matches('.'));
    let offset = match rest[zone..].split_at(1) {
        ("Z", _) => 0,
        (sign, hours) => {
            let minutes = number(&hours[..2])? * 60 + number(&hours[3..])?;
            if sign == "-" { -minutes } else { minutes }
        }
    };
    // Years start with March, so that the day that not all have is the last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day;
    Some((days * 86_400 + seconds - offset * 60) * 1_000_000 + number(&fraction[..6])?)
}

#[test]
fn times_are_the_same_however_they_are_written() {
    let same = |left, right| assert_eq!(instant(left), instant(right), "{left} {right}");
    same("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000000+00:00");
    same("2026-01-02T03:04:05.25Z", "2026-01-02T05:34:05.250000+02:30");
    same("2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00Z");
    same("2026-01-01T00:00:00Z", "2025-12-31T23:00:00-01:00");
    assert_ne!(instant("2026-01-02T03:04:05Z"), instant("2026-01-02T03:04:06Z"));
    assert_eq!(instant("yesterday"), None);
}
