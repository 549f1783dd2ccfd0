//! The name that a server gives a file, made safe: it may come from anybody (RFC 6266, section 4.3).

use http::header::{CONTENT_DISPOSITION, HeaderMap};
use percent_encoding::percent_decode_str;

/// The longest name that common file systems take, in bytes.
const LONGEST: usize = 255;

/// What stands for a character that a name cannot have.
const INSTEAD: char = '_';

/// The name in `Content-Disposition`, as it can be given to a file in a folder of the caller's.
pub(super) fn file_name(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_DISPOSITION)?.as_bytes();
    // It ought to be ASCII. What is not is UTF-8 in practice, and was Latin-1 once.
    let text = std::str::from_utf8(value)
        .map_or_else(|_| value.iter().copied().map(char::from).collect(), str::to_owned);
    safe(&given(&text)?)
}

/// The name as it was given: of `filename*`, or else of `filename` (section 4.3).
fn given(disposition: &str) -> Option<String> {
    let (mut plain, mut extended) = (None, None);
    let mut rest = disposition.split_once(';')?.1;
    while let Some((name, value, after)) = parameter(rest) {
        match name.as_str() {
            "filename" if plain.is_none() => plain = Some(value),
            "filename*" if extended.is_none() => extended = decoded(&value),
            _ => {}
        }
        rest = after;
    }
    extended.or(plain)
}

/// The first parameter: its name in lower case, its value, and what follows.
fn parameter(text: &str) -> Option<(String, String, &str)> {
    let (name, rest) = text.split_once('=')?;
    // One without a value is skipped with what stands before it.
    let name = name.rsplit(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let rest = rest.trim_start();
    let (value, rest) = match rest.strip_prefix('"') {
        Some(quoted) => unquoted(quoted),
        None => {
            let (value, rest) = rest.split_at(rest.find(';').unwrap_or(rest.len()));
            (value.trim().to_owned(), rest)
        }
    };
    Some((name, value, rest.split_once(';').map_or("", |(_, rest)| rest)))
}

/// A quoted string, up to its end (RFC 9110, section 5.6.4).
fn unquoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (value, text.get(at + 1..).unwrap_or_default()),
            '\\' => value.extend(chars.next().map(|(_, c)| c)),
            c => value.push(c),
        }
    }
    (value, "")
}

/// A value such as `UTF-8''%e2%82%ac.txt` (RFC 8187, section 3.2). `None` if it is none, so that the
/// plain one is taken.
fn decoded(value: &str) -> Option<String> {
    let mut parts = value.splitn(3, '\'');
    let (charset, _language, text) = (parts.next()?, parts.next()?, parts.next()?);
    let bytes: Vec<u8> = percent_decode_str(text).collect();
    if charset.eq_ignore_ascii_case("utf-8") {
        return String::from_utf8(bytes).ok();
    }
    let is_latin = charset.eq_ignore_ascii_case("iso-8859-1");
    is_latin.then(|| bytes.into_iter().map(char::from).collect())
}

/// A name that is one in every folder, and leads to no other. `None` where nothing is left of it.
fn safe(given: &str) -> Option<String> {
    let base = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible = base.chars().filter(|c| !is_hidden(*c));
    let name: String = visible.map(|c| if is_special(c) { INSTEAD } else { c }).collect();
    // Windows drops dots and spaces at the end; one at the start hides a file elsewhere.
    let name = name.trim_start().trim_end_matches([' ', '.']);
    if name.is_empty() {
        return None;
    }
    let mut name = match name.strip_prefix('.') {
        Some(rest) => format!("{INSTEAD}{rest}"),
        None => name.to_owned(),
    };
    if is_device(&name) {
        name.insert(0, INSTEAD);
    }
    Some(shortened(name))
}

/// Characters that cannot be seen, and those that make a name look like another: `exe.gpj` written
/// from right to left.
fn is_hidden(c: char) -> bool {
    let is_invisible =
        matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
    let is_direction = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}');
    c.is_control() || is_invisible || is_direction || matches!(c, '\u{2060}'..='\u{206f}')
}

/// Characters that a file system or a shell on Windows takes for something else.
fn is_special(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*')
}

/// Whether Windows takes a name for a device, whatever its extension.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |kind| {
        let number = stem.strip_prefix(kind).map(|rest: &str| rest.chars());
        number.is_some_and(|mut rest| {
            let digit = rest.next().is_some_and(|c| matches!(c, '0'..='9' | '¹' | '²' | '³'));
            digit && rest.next().is_none()
        })
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || numbered("COM")
        || numbered("LPT")
}

/// A name that is not too long, with its extension if that is a short one.
fn shortened(name: String) -> String {
    if name.len() <= LONGEST {
        return name;
    }
    let dot = name.rfind('.').filter(|at| name.len() - at <= 16).unwrap_or(name.len());
    let (stem, extension) = name.split_at(dot);
    let mut length = LONGEST - extension.len();
    while !stem.is_char_boundary(length) {
        length -= 1;
    }
    let stem = stem.get(..length).unwrap_or_default();
    format!("{}{extension}", stem.trim_end_matches([' ', '.']))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    fn of(disposition: impl AsRef<[u8]>) -> Option<String> {
        let mut headers = HeaderMap::new();
        let value = HeaderValue::from_bytes(disposition.as_ref()).unwrap();
        headers.insert(CONTENT_DISPOSITION, value);
        file_name(&headers)
    }

    #[test]
    fn names_are_read_as_the_rfcs_have_them() {
        for (disposition, name) in [
            ("attachment; filename=\"a b.txt\"", "a b.txt"),
            ("Attachment; FileName=a.txt", "a.txt"),
            ("inline; x=1; filename = a.txt ; y", "a.txt"),
            ("attachment; filename=\"a\\\"b;c.txt\"", "a_b;c.txt"),
            ("attachment; filename=\"a.txt\"; filename*=UTF-8''%e2%82%ac.txt", "€.txt"),
            ("attachment; filename*=utf-8'en'%e2%82%ac.txt; filename=a.txt", "€.txt"),
            ("attachment; filename*=ISO-8859-1''%e9.txt", "é.txt"),
            ("attachment; filename*=UTF-8''%ff; filename=a.txt", "a.txt"),
            ("attachment; filename*=EBCDIC''a; filename=b.txt", "b.txt"),
            ("attachment; filename*=nonsense; filename=b.txt", "b.txt"),
            ("attachment; flag; filename=b.txt", "b.txt"),
            ("attachment; filename=\"open.txt", "open.txt"),
            ("attachment; filename=\"x=y.txt\"", "x=y.txt"),
            ("attachment; filename=\"é.txt\"", "é.txt"),
        ] {
            assert_eq!(of(disposition).as_deref(), Some(name), "{disposition}");
        }
        assert_eq!(of(b"attachment; filename=\"\xe9.txt\"").as_deref(), Some("é.txt"));
        for none in ["attachment", "attachment; filename=", "attachment; filename=\"\"", "", ";;="]
        {
            assert_eq!(of(none), None, "{none}");
        }
        assert_eq!(file_name(&HeaderMap::new()), None);
    }

    #[test]
    fn f151_a_name_leads_nowhere() {
        for (given, name) in [
            ("../../x", "x"),
            ("/etc/passwd", "passwd"),
            ("..\\..\\x.txt", "x.txt"),
            ("C:\\a\\b.txt", "b.txt"),
            ("C:b.txt", "C_b.txt"),
            ("a\u{0}b\n.txt", "ab.txt"),
            ("a\u{202e}txt.exe", "atxt.exe"),
            ("a\u{61c}b\u{ad}c\u{e0041}.txt", "abc.txt"),
            ("what?.txt", "what_.txt"),
            (".htaccess", "_htaccess"),
            ("name. . ", "name"),
            ("  a.txt", "a.txt"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1.tar.gz", "_com1.tar.gz"),
            ("LPT²", "_LPT²"),
            ("com10", "com10"),
            ("console", "console"),
        ] {
            assert_eq!(safe(given).as_deref(), Some(name), "{given:?}");
        }
        for nothing in ["", ".", "..", "...", "a/", "a/..", " . ", "\u{0}", "/", "\\"] {
            assert_eq!(safe(nothing), None, "{nothing:?}");
        }
        // Decoding comes first, so that nothing hides behind it.
        let hidden = of("attachment; filename*=UTF-8''..%2f..%5cx%00.txt");
        assert_eq!(hidden.as_deref(), Some("x.txt"));
    }

    #[test]
    fn a_long_name_keeps_its_extension() {
        let long = safe(&format!("{}.txt", "é".repeat(300))).unwrap();
        assert!(long.len() <= LONGEST && long.ends_with("é.txt"), "{long}");
        assert_eq!(safe(&format!("a.{}", "b".repeat(300))).unwrap().len(), LONGEST);
    }

    proptest! {
        #[test]
        fn whatever_comes_a_name_is_one_in_a_folder(given in "(\\PC|[./\\\\:\u{0}\u{202e} ]|CON|nul){0,300}") {
            if let Some(name) = safe(&given) {
                prop_assert!(!name.is_empty() && name.len() <= LONGEST);
                let leads = name.contains(['/', '\\', ':', '\u{0}']);
                prop_assert!(!leads, "{}", name);
                prop_assert!(!name.starts_with('.') && !name.ends_with(['.', ' ']));
                prop_assert!(!is_device(&name) && !name.chars().any(char::is_control));
                let path = std::path::Path::new(&name);
                prop_assert_eq!(path.file_name(), Some(name.as_ref()));
            }
        }
    }
}
