//! Where a request says which event was the last.

use std::borrow::Cow;

use http::{HeaderName, HeaderValue, Uri};
use percent_encoding::percent_decode_str;

use super::rules::Resume;
use crate::request::{RequestParts, encode};

/// The cursor that the caller starts from. Empty where there is none.
pub(super) fn read(resume: Resume, parts: &RequestParts) -> String {
    match resume {
        Resume::Never => String::new(),
        Resume::Header(name) => {
            let value = parts.headers.get(name).map_or(&[][..], HeaderValue::as_bytes);
            String::from_utf8_lossy(value).into_owned()
        }
        Resume::Query(name) => {
            let mut own = pairs(&parts.uri).filter(|pair| is_of(pair, name));
            let value = own.next().and_then(|pair| pair.split_once('=')).map_or("", |pair| pair.1);
            percent_decode_str(value).decode_utf8_lossy().into_owned()
        }
    }
}

/// Writes a cursor in place of an earlier one. An empty one is not sent.
pub(super) fn write(
    resume: Resume,
    cursor: &str,
    parts: &mut RequestParts,
) -> Result<(), &'static str> {
    const REFUSED: &str = "the id of the last event cannot be sent back";
    match resume {
        Resume::Never => {}
        Resume::Header(name) => {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| REFUSED)?;
            if cursor.is_empty() {
                parts.headers.remove(name);
            } else {
                let value = HeaderValue::from_bytes(cursor.as_bytes()).map_err(|_| REFUSED)?;
                parts.headers.insert(name, value);
            }
        }
        Resume::Query(name) => {
            let mut query: Vec<Cow<'_, str>> =
                pairs(&parts.uri).filter(|pair| !is_of(pair, name)).map(Cow::Borrowed).collect();
            if !cursor.is_empty() {
                query.push(format!("{}={}", encode(name), encode(cursor)).into());
            }
            let mark = if query.is_empty() { "" } else { "?" };
            let path = format!("{}{mark}{}", parts.uri.path(), query.join("&"));
            parts.set_path_and_query(path).map_err(|_| REFUSED)?;
        }
    }
    Ok(())
}

/// The pairs of a query.
fn pairs(uri: &Uri) -> impl Iterator<Item = &str> {
    uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty())
}

/// Whether a pair of a query has this name.
fn is_of(pair: &str, name: &str) -> bool {
    let written = pair.split('=').next().unwrap_or_default();
    percent_decode_str(written).decode_utf8_lossy() == name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(uri: &'static str) -> RequestParts {
        RequestParts { uri: Uri::from_static(uri), ..RequestParts::default() }
    }

    #[test]
    fn a_query_has_one_cursor() {
        let after = Resume::Query("a[]");
        let mut parts = parts("https://x.example/v1/things?b=1&a%5B%5D=x%20y&c");
        assert_eq!(read(after, &parts), "x y");
        write(after, "é&\n", &mut parts).unwrap();
        assert_eq!(parts.uri, "https://x.example/v1/things?b=1&c&a%5B%5D=%C3%A9%26%0A");
        assert_eq!(read(after, &parts), "é&\n");
        write(after, "", &mut parts).unwrap();
        assert_eq!(parts.uri, "https://x.example/v1/things?b=1&c");
        assert_eq!(read(after, &parts), "");
    }

    #[test]
    fn f136_a_header_is_sent_as_bytes_if_it_can_be() {
        let last = Resume::Header("Last-Event-ID");
        let mut parts = parts("https://x.example/");
        write(last, "é", &mut parts).unwrap();
        assert_eq!(parts.headers["last-event-id"].as_bytes(), "é".as_bytes());
        assert_eq!(read(last, &parts), "é");
        for bad in ["a\nb", "a\rb", "\u{1}", "\u{7f}"] {
            assert!(write(last, bad, &mut parts).is_err(), "{bad:?}");
        }
        write(last, "", &mut parts).unwrap();
        assert!(parts.headers.is_empty());
    }
}
