//! Which texts have which form.

use super::{Base64, Format};
use crate::UnixTime;
use crate::fixtures::{decode, encode};

#[test]
fn texts_have_their_forms_or_not() {
    for (format, yes, no) in [
        (
            Format::Date,
            &["2026-01-31", "2024-02-29"][..],
            &["2026-02-29", "2026-1-1", "2026-01-01Z", ""][..],
        ),
        (
            Format::Time,
            &["08:30:00", "23:59:60Z", "08:30:00.123+02:00"],
            &["8:30:00", "24:00:00", "08:30", "08:30:00.", "08:30:00+2", "08:30:61"],
        ),
        (
            Format::Duration,
            &["P1Y", "P1Y2M3DT4H5M6.5S", "PT0.5S", "P2W", "-P1D", "PT36H"],
            &[
                "P", "PT", "P1", "1D", "P1D1Y", "P1DT", "P0.5YT1H", "P1W1D", "P1S", "PT1.S", "P1H",
                "Pé",
            ],
        ),
        (
            Format::Uuid,
            &["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
            &[
                "123e4567e89b12d3a456426614174000",
                "123e4567-e89b-12d3-a456-42661417400g",
                "",
                "-----",
            ],
        ),
        (
            Format::Decimal,
            &["0", "12.50", "-0.1", "100"],
            &["", "-", ".5", "5.", "01", "1e3", "+1", "1,5"],
        ),
        (
            Format::Url,
            &["https://example.com/", "urn:isbn:1", "mailto:a@b.c", "https://h/%20?a=b#c"],
            &[
                "example.com",
                "https://",
                ":a",
                "1a:b",
                "https://h/ b",
                "https://h/%2",
                "https://h/é",
            ],
        ),
        (Format::Base64, &["", "aGVsbG8=", "aGVsbG8", "-_-_"], &["a", "a b", "aGVsbG8==", "é"]),
    ] {
        for text in yes {
            assert!(format.is_match(text), "{format:?} {text}");
        }
        for text in no {
            assert!(!format.is_match(text), "{format:?} {text}");
        }
    }
}

#[test]
fn bytes_go_through_base64() {
    assert_eq!(Base64::encode([0xfb, 0xff]).as_str(), "+/8=");
    for text in ["+/8=", "+/8", "-_8"] {
        assert_eq!(Base64::from(text).decode().unwrap(), [0xfb, 0xff], "{text}");
    }
    assert!(Base64::from("?").decode().is_err());
}

#[test]
fn base64_has_the_vectors_of_the_rfc() {
    for (plain, encoded) in [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
        ("\u{fb}\u{ff}~?", "w7vDv34/"),
    ] {
        assert_eq!(Base64::encode(plain).as_str(), encoded);
    }
}

#[test]
fn a_response_may_hold_any_text() {
    assert_eq!(encode(&decode::<crate::Uuid>("\"odd\"").unwrap()), "\"odd\"");
    assert!(decode::<crate::Uuid>("5").is_err());
    assert_eq!(encode(&decode::<UnixTime>("-5").unwrap()), "-5");
    assert!(decode::<UnixTime>("\"5\"").is_err());
    let later = UnixTime::new(5).to_system_time().unwrap();
    assert_eq!(UnixTime::from(later), UnixTime::new(5));
    assert_eq!(UnixTime::from(later - std::time::Duration::from_millis(5001)), UnixTime::new(-1));
}

#[test]
fn instants_compare_as_their_times_do() {
    let instant = |text| super::instant(text).unwrap();
    assert_eq!(instant("1970-01-01T00:00:00Z"), (0, ""));
    assert_eq!(instant("1969-12-31T23:59:59.50Z"), (-1, "5"));
    assert_eq!(instant("2000-03-01T01:00:00+01:00"), (951_868_800, ""));
    assert!(instant("2026-01-01T00:00:00.09Z") < instant("2026-01-01T00:00:00.1Z"));
    assert!(super::instant("soon").is_none());
}
