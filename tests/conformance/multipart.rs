//! The parts of a `multipart/form-data` body (RFC 7578).

use callsheet::testing::Seen;

/// A part. The file name is as it stands between its quotes.
pub struct Part {
    pub name: String,
    pub filename: Option<String>,
    pub content_type: Option<String>,
    pub content: Vec<u8>,
}

/// The parts that a request sent.
pub fn parts(seen: &Seen) -> Vec<Part> {
    let Some((_, boundary)) = seen.header("content-type").unwrap().split_once("; boundary=") else {
        return Vec::new();
    };
    let (mut rest, delimiter) = (&seen.body()[..], format!("--{boundary}"));
    let mut parts = Vec::new();
    rest = rest.strip_prefix(delimiter.as_bytes()).unwrap();
    while let Some(after) = rest.strip_prefix(b"\r\n") {
        let (part, next) = split(after, format!("\r\n{delimiter}").as_bytes());
        parts.push(read(part));
        rest = next;
    }
    assert_eq!(rest, b"--\r\n");
    parts
}

/// What comes before and behind a mark.
fn split<'b>(bytes: &'b [u8], mark: &[u8]) -> (&'b [u8], &'b [u8]) {
    let at = bytes.windows(mark.len()).position(|window| window == mark).unwrap();
    (&bytes[..at], &bytes[at + mark.len()..])
}

fn read(part: &[u8]) -> Part {
    let (head, content) = split(part, b"\r\n\r\n");
    let head = std::str::from_utf8(head).unwrap();
    let header = |name: &str| {
        let lines = head.split("\r\n").filter_map(|line| line.split_once(": "));
        lines
            .into_iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    };
    let disposition = header("content-disposition").unwrap();
    let parameter = |name: &str| {
        let (_, rest) = disposition.split_once(&format!("; {name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    Part {
        name: parameter("name").unwrap(),
        filename: parameter("filename"),
        content_type: header("content-type").map(str::to_owned),
        content: content.to_vec(),
    }
}
