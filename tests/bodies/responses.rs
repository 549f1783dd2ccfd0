//! Responses that are not JSON, or have headers of their own.

use callsheet::ErrorKind;

use crate::server::Server;

callsheet::client! {
    api Acme { server "https://acme.example" errors { 4xx } }

    struct Code(String in "^c_");
    #[closed] enum Level { low, high }
    struct Row { id: u32 }

    GET /text as text { -> 200 text }
    GET /text as get_level { -> 200 text "text/x-level" Level }
    GET /text as number { -> 200 text "text/x-number" u8 }
    GET /file as file { -> 200 bytes }
    GET /file as csv { -> 200 bytes "text/csv" }
    GET /row as get_row { -> 200 json "application/vnd.acme+json" Row }
    GET /rows as rows {
        -> 200 [Row] header {
            X-Total: u64,
            X-Page?: u32,
            X-Level?: Level,
            X-Codes?: [Code],
            X-Ratio?: f64,
            X-Last?: bool,
            ETag: String,
        }
    }
    DELETE /rows as clear { -> 204 header { X-Count: i32 } }
    PUT /rows as start {
        -> 202 Row header { X-Job: String, X-Total: u64 }
        -> 200 Row header { x-total: u64 }
        -> 201 Row header { X-Total: u64, X-Late?: bool }
    }
    GET /sheet as sheet { -> 200 bytes "text/csv" header { X-Total?: u64 } }
    GET /inline as inline { -> 200 { ok: bool } header { X-Total?: u64 } }
}

async fn acme(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &[u8],
) -> (Server, Acme) {
    let server = Server::answering(status, headers, body).await;
    let acme = Acme::builder().base_url(server.url()).build().unwrap();
    (server, acme)
}

#[tokio::test]
async fn a_text_is_read_as_utf8() {
    let plain = [("content-type", "text/plain; charset=UTF-8")];
    let (server, client) = acme(200, &plain, "Zoë\n".as_bytes()).await;
    assert_eq!(client.text().send().await.unwrap(), "Zoë\n");
    assert_eq!(server.one().header("accept"), Some("text/plain"));
    let (_server, client) = acme(200, &[], b"").await;
    assert_eq!(client.text().send().await.unwrap(), "");
    let (server, client) = acme(200, &[], b"high").await;
    assert_eq!(client.get_level().send().await.unwrap(), Level::High);
    assert_eq!(server.one().header("accept"), Some("text/x-level"));
    let (_server, client) = acme(200, &[], b"7").await;
    assert_eq!(client.number().send().await.unwrap(), 7);
}

#[tokio::test]
async fn a_text_that_is_not_what_is_declared_is_a_decode_error() {
    let latin = [("content-type", "text/plain; charset=iso-8859-1")];
    let zipped = [("content-encoding", "gzip")];
    let (_server, client) = acme(200, &latin, b"x").await;
    let charset = client.text().send().await.unwrap_err();
    let (_server, client) = acme(200, &zipped, b"x").await;
    let encoding = client.text().send().await.unwrap_err();
    let (_server, client) = acme(200, &[], b"a\xff").await;
    let bytes = client.text().send().await.unwrap_err();
    let (_server, client) = acme(200, &[], b"middle").await;
    let value = client.get_level().send().await.unwrap_err();
    let (_server, client) = acme(200, &[], b"300").await;
    let range = client.number().send().await.unwrap_err();
    for (error, words) in [
        (charset, "text: the body has the charset `iso-8859-1`; only UTF-8 is read"),
        (encoding, "text: the body has the encoding `gzip`, which was not asked for"),
        (bytes, "text: the body is not UTF-8"),
        (value, "get_level: the body is not "),
        (range, "number: the body is not an integer in 0..=255"),
    ] {
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().starts_with(words), "{error}");
        assert!(error.body().is_some());
    }
}

#[tokio::test]
async fn bytes_are_what_came_and_their_type_is_beside_them() {
    let image = [("content-type", "image/png")];
    let (server, client) = acme(200, &image, b"\x89PNG\xff").await;
    let file = client.file().send_with_meta().await.unwrap();
    assert_eq!(file.content_type(), Some("image/png"));
    assert_eq!(&file.into_value()[..], b"\x89PNG\xff");
    assert_eq!(server.one().header("accept"), Some("*/*"));
    let (server, client) = acme(200, &[], b"").await;
    let file = client.csv().send_with_meta().await.unwrap();
    assert_eq!((file.content_type(), file.value().len()), (None, 0));
    assert_eq!(server.one().header("accept"), Some("text/csv"));
    let (_server, client) = acme(200, &[("content-encoding", "br")], b"x").await;
    assert_eq!(client.csv().send().await.unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn bytes_have_a_limit_and_their_errors_a_meaning() {
    let server = Server::answering(200, &[], vec![0; 100]).await;
    let client = Acme::builder().base_url(server.url()).max_body(99).build().unwrap();
    assert_eq!(client.file().send().await.unwrap_err().kind(), ErrorKind::Limit);
    let (_server, client) = acme(404, &[], b"nothing here").await;
    let error = client.file().send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 404));
}

#[tokio::test]
async fn json_of_a_type_of_its_own_is_asked_for() {
    let vendor = [("content-type", "application/vnd.acme+json")];
    let (server, client) = acme(200, &vendor, br#"{"id":1}"#).await;
    assert_eq!(client.get_row().send().await.unwrap().id, 1);
    assert_eq!(server.one().header("accept"), Some("application/vnd.acme+json"));
}

#[tokio::test]
async fn headers_stand_beside_the_body() {
    let headers = [
        ("content-type", "application/json"),
        ("x-total", "18446744073709551615"),
        ("x-codes", "c_1, c_2"),
        ("x-codes", "c_3"),
        ("x-ratio", "0.5"),
        ("x-last", "true"),
        ("x-level", "low"),
        ("etag", "\"abc\""),
    ];
    let (_server, client) = acme(200, &headers, br#"[{"id":1}]"#).await;
    let rows = client.rows().send().await.unwrap();
    assert_eq!(rows.body[0].id, 1);
    assert_eq!((rows.x_total, rows.x_page, rows.x_ratio), (u64::MAX, None, Some(0.5)));
    assert_eq!((rows.x_last, rows.x_level), (Some(true), Some(Level::Low)));
    let codes: Vec<String> = rows.x_codes.unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(codes, ["c_1", "c_2", "c_3"]);
    assert_eq!(rows.e_tag, "\"abc\"");

    let (_server, client) = acme(204, &[("x-count", "-3")], b"").await;
    assert_eq!(client.clear().send().await.unwrap().x_count, -3);
    let (server, client) = acme(200, &[("x-total", "2")], b"a,b").await;
    let sheet = client.sheet().send().await.unwrap();
    assert_eq!((&sheet.body[..], sheet.x_total), (&b"a,b"[..], Some(2)));
    assert_eq!(server.one().header("accept"), Some("text/csv"));
    let (_server, client) = acme(200, &[], br#"{"ok":true}"#).await;
    let inline = client.inline().send().await.unwrap();
    assert!(inline.body.ok && inline.x_total.is_none());
}

#[tokio::test]
async fn headers_that_not_all_responses_have_may_be_missing() {
    let headers = [("x-job", "j"), ("x-total", "1")];
    let (_server, client) = acme(202, &headers, br#"{"id":1}"#).await;
    let started = client.start().send().await.unwrap();
    assert_eq!((started.x_job.as_deref(), started.x_total), (Some("j"), 1));
    let (_server, client) = acme(200, &headers[1..], br#"{"id":1}"#).await;
    let started = client.start().send().await.unwrap();
    assert_eq!((started.x_job, started.x_total, started.x_late), (None, 1, None));
}

#[tokio::test]
async fn a_header_that_is_not_what_is_declared_is_a_decode_error() {
    for (headers, words) in [
        (vec![("etag", "x")], "rows: the header `X-Total` is missing"),
        (vec![("x-total", "many"), ("etag", "x")], "rows: the header `X-Total` is not an integer"),
        (vec![("x-total", "-1"), ("etag", "x")], "rows: the header `X-Total` is not an integer in"),
        (
            vec![("x-total", "1"), ("x-last", "yes"), ("etag", "x")],
            "rows: the header `X-Last` is not `true` or `false`",
        ),
        (
            vec![("x-total", "1"), ("x-ratio", "NaN"), ("etag", "x")],
            "rows: the header `X-Ratio` is not a number",
        ),
    ] {
        let (_server, client) = acme(200, &headers, b"[]").await;
        let error = client.rows().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().starts_with(words), "{error}");
    }
}
