//! Nothing that a caller passes can lead a request elsewhere or into another header.

use std::sync::LazyLock;

use callsheet::ErrorKind;
use proptest::prelude::*;
use reqwest::Url;

use crate::api::Mini;

static CLIENT: LazyLock<Mini> = LazyLock::new(|| {
    Mini::builder().base_url("https://api.example.com:8443/v1/").bearer("t").build().unwrap()
});

/// The URL that a request for `id` goes to, as a standard parser understands it.
fn url(id: &str) -> Option<Url> {
    let request = CLIENT.create(id, "x").to_http().ok()?;
    let url = Url::parse(&request.uri().to_string()).unwrap();
    assert_eq!(url.as_str(), request.uri().to_string());
    assert_eq!(url.origin().ascii_serialization(), "https://api.example.com:8443");
    Some(url)
}

fn assert_one_segment(id: &str) {
    let Some(url) = url(id) else {
        assert!(matches!(id, "" | "." | ".."), "{id:?} was refused");
        return;
    };
    let segments: Vec<&str> = url.path_segments().unwrap().collect();
    assert_eq!(segments.len(), 4, "{url}");
    assert_eq!((segments[0], segments[1], segments[3]), ("v1", "things", "parts.json"));
    let decoded = percent_encoding::percent_decode_str(segments[2]).decode_utf8().unwrap();
    assert_eq!(decoded, id);
}

#[test]
fn f083_odd_path_parameters_are_one_segment() {
    for id in [
        "",
        ".",
        "..",
        "%2e%2e",
        "%2E",
        "a/b",
        "a\\b",
        "a?b#c",
        "\t",
        "\n",
        "\0",
        "é",
        "😀",
        "%",
        "...",
        "\\..\\",
        "//evil.example/x",
        "@evil.example",
        ":1",
        "..;/",
        " ",
        "a;b=c",
    ] {
        assert_one_segment(id);
    }
}

proptest! {
    #[test]
    fn f083_any_path_parameter_is_one_segment(id in any::<String>()) {
        assert_one_segment(&id);
    }

    #[test]
    fn f083_any_dangerous_path_parameter_is_one_segment(id in r"[./\\%2eE?#@:\t\n;]{0,8}") {
        assert_one_segment(&id);
    }

    #[test]
    fn f085_query_values_round_trip(
        values in proptest::collection::vec(any::<String>(), 0..4),
        name in any::<String>(),
        extra in r"[&=+#% a/?]{0,8}",
    ) {
        let mut call = CLIENT.create("a", "x").query(&name, &extra);
        call.request.tags = Some(values.clone());
        let url = Url::parse(&call.to_http().unwrap().uri().to_string()).unwrap();
        prop_assert_eq!(url.path(), "/v1/things/a/parts.json");
        let mut expected: Vec<_> = values.into_iter().map(|value| ("tags[]".to_owned(), value)).collect();
        expected.push((name, extra));
        let found: Vec<_> =
            url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn f086_any_header_value_is_one_header_or_refused(value in any::<String>(), ascii in r"[ -~\r\n\t\x00\x7f]{0,12}") {
        for value in [value, ascii] {
            let mut call = CLIENT.create("a", "x").header("X-Own", &value);
            call.request.note = Some(value.clone());
            let clean = value.bytes().all(|byte| (b' '..=b'~').contains(&byte) || byte == b'\t')
                && value.trim_matches([' ', '\t']) == value;
            match call.to_http() {
                Ok(request) => {
                    prop_assert!(clean, "{value:?} was taken");
                    prop_assert_eq!(request.headers()["x-own"].as_bytes(), value.as_bytes());
                    prop_assert_eq!(request.headers()["x-note"].as_bytes(), value.as_bytes());
                }
                Err(error) => {
                    prop_assert!(!clean, "{value:?} was refused");
                    prop_assert_eq!(error.kind(), ErrorKind::Build);
                }
            }
        }
    }
}

#[test]
fn f085_a_large_query_value_is_sent_or_refused() {
    let long = "é&".repeat(3000);
    let request = CLIENT.create("a", "x").query("q", &long).to_http().unwrap();
    let url = Url::parse(&request.uri().to_string()).unwrap();
    assert_eq!(url.query_pairs().next().unwrap().1, long);
    // `http::Uri` holds 64 KiB, and servers take less.
    let error = CLIENT.create("a", "x").query("q", &"x".repeat(1 << 20)).to_http().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
    assert!(error.to_string().len() < 200);
}

#[test]
fn f086_a_refused_header_is_named_but_its_value_is_not_shown() {
    let error =
        CLIENT.create("a", "x").header("X-Key", "s3cr3t\r\nHost: evil").to_http().unwrap_err();
    let said = format!("{error} {error:?}");
    assert!(said.to_lowercase().contains("x-key") && !said.contains("s3cr3t"), "{said}");
    assert_eq!(
        CLIENT.create("a", "x").header("a b", "x").to_http().unwrap_err().kind(),
        ErrorKind::Build
    );
}

#[test]
fn f087_headers_that_frame_a_message_are_the_transports_own() {
    for name in ["Host", "content-length", "Transfer-Encoding", "CONNECTION"] {
        let error = CLIENT.create("a", "x").header(name, "x").to_http().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build);
        assert!(error.to_string().to_lowercase().contains(&name.to_lowercase()), "{error}");
    }
    let request = CLIENT.create("a", "x").header("authorization", "Basic eA==").to_http().unwrap();
    let values: Vec<_> = request.headers().get_all("authorization").iter().collect();
    assert_eq!(values, ["Basic eA=="]);
}
