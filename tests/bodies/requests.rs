//! Bodies of every encoding.

use callsheet::ErrorKind;

use crate::server::{Seen, Server};

callsheet::client! {
    api Acme { server "https://acme.example" }

    struct Code(String in "^c_");
    enum Level { low, high }
    struct Row { id: u32, note?: String }
    struct Flat { name: String, tags?: [Level], kind: "flat" }
    struct Size { width: u32, depth?: Depth }
    struct Depth { value: u32 }
    struct Filter { a?: u8, b?: String | null }

    POST /json as merge { body json "application/merge-patch+json" Row -> 204 }
    PATCH /json as merge_fields {
        body json "application/merge-patch+json" { note?: String | null }
        -> 204
    }
    POST /maybe as maybe { body? { name: String, size?: u32 in ..=9 } -> 204 }
    POST /maybe/deep as maybe_deep { body? { size: Size } -> 204 }
    POST /maybe/row as maybe_row { body? Row -> 204 }
    POST /form as form {
        body form {
            name: String,
            on?: bool,
            note?: String | null,
            none: String | null,
            grant_type: "code",
            "ids[]"?: [Code],
            #[style(comma)] joined?: [u8],
            #[style(space)] spaced?: [u8],
            #[style(deep)] filter?: Filter,
            #[sensitive] secret?: String,
        }
        -> 204
    }
    POST /form/flat as flat_form { body form Flat -> 204 }
    POST /form/map as map { body form Map<String, [String]> -> 204 }
    POST /form/maybe as maybe_form { body? form { name?: String, #[style(deep)] filter?: Filter } -> 204 }
    POST /text as text { body text -> 204 }
    POST /text as send_code { body? text "text/x-code" Code -> 204 }
    POST /bytes as bytes { body bytes -> 204 }
    PUT /bytes as pdf { body? bytes "application/pdf" -> 204 }
    POST /lines as lines { body ndjson Row -> 204 }
    POST /lines/inline as inline_lines { body ndjson { id: u32 in 1.. } -> 204 }
}

/// What a call sends.
async fn sent<R: callsheet::Endpoint<Api = Acme, Response = ()>>(
    call: impl FnOnce(&Acme) -> Call<'_, R>,
) -> Seen {
    let server = Server::answering(204, &[], "").await;
    let acme = Acme::builder().base_url(server.url()).build().unwrap();
    call(&acme).send().await.unwrap();
    server.one()
}

fn offline() -> Acme {
    Acme::builder().build().unwrap()
}

#[tokio::test]
async fn json_may_have_a_media_type_of_its_own() {
    let seen = sent(|acme| acme.merge(Row::new(1u32))).await;
    assert_eq!(seen.header("content-type"), Some("application/merge-patch+json"));
    assert_eq!(seen.text(), r#"{"id":1}"#);
    let seen = sent(|acme| acme.merge_fields().note_null()).await;
    assert_eq!(seen.header("content-type"), Some("application/merge-patch+json"));
    assert_eq!(seen.text(), r#"{"note":null}"#);
}

#[tokio::test]
async fn a_body_that_is_left_out_has_no_type() {
    for seen in [
        sent(Acme::maybe).await,
        sent(Acme::maybe_row).await,
        sent(Acme::maybe_form).await,
        sent(Acme::send_code).await,
        sent(Acme::pdf).await,
    ] {
        assert_eq!(seen.header("content-type"), None, "{}", seen.target);
        assert_eq!(seen.header("transfer-encoding"), None, "{}", seen.target);
        assert!(seen.body.is_empty(), "{}", seen.target);
    }
    let seen = sent(|acme| acme.maybe().body(MaybeBody::new("x").size(3))).await;
    assert_eq!(seen.header("content-type"), Some("application/json"));
    assert_eq!(seen.text(), r#"{"name":"x","size":3}"#);
    let seen = sent(|acme| acme.maybe_row().body(Row::new(1u32))).await;
    assert_eq!(seen.text(), r#"{"id":1}"#);
    // What stands in such a body alone can be made, at any depth.
    let size = Size::new(1u32).depth(Depth::new(2u32));
    let seen = sent(|acme| acme.maybe_deep().body(MaybeDeepBody::new(size))).await;
    assert_eq!(seen.text(), r#"{"size":{"width":1,"depth":{"value":2}}}"#);
    let error = offline().maybe().body(MaybeBody::new("x").size(10)).to_http().unwrap_err();
    assert_eq!(error.to_string(), "maybe: body.size must be at most 9, is 10");
}

#[tokio::test]
async fn a_form_is_written_as_browsers_do() {
    let seen = sent(|acme| {
        acme.form("a b&c=d", None)
            .on(true)
            .note_null()
            .ids(["c_1", "c_ü*-._~"])
            .joined([1, 2])
            .spaced([1, 2])
            .filter(Filter::new().a(1).b_null())
            .secret("s+")
    })
    .await;
    assert_eq!(seen.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(
        seen.text(),
        "grant_type=code&name=a+b%26c%3Dd&on=true&note=&none=&ids%5B%5D=c_1\
         &ids%5B%5D=c_%C3%BC*-._%7E&joined=1%2C2&spaced=1+2&filter%5Ba%5D=1&filter%5Bb%5D=\
         &secret=s%2B"
    );
    let request = Form::new("x", None);
    let error = offline().call(request).ids(["nope"]).secret("canary").to_http().unwrap_err();
    assert!(error.to_string().contains("ids[0] must start with `c_`"), "{error}");
    assert!(!format!("{error:?}").contains("canary"));
}

#[test]
fn a_form_leaves_as_they_are_only_what_browsers_leave() {
    let ascii: String = (' '..='\u{7f}').collect();
    let request = offline().maybe_form().body(MaybeFormBody::new().name(ascii)).to_http().unwrap();
    assert_eq!(
        std::str::from_utf8(request.body()).unwrap(),
        "name=+%21%22%23%24%25%26%27%28%29*%2B%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40\
         ABCDEFGHIJKLMNOPQRSTUVWXYZ%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D%7E%7F"
    );
}

#[tokio::test]
async fn a_form_may_be_a_struct_or_a_map() {
    let seen = sent(|acme| acme.flat_form(Flat::new("n").tags([Level::Low, Level::High]))).await;
    assert_eq!(seen.text(), "kind=flat&name=n&tags=low&tags=high");
    let seen = sent(|acme| acme.map([("a", vec!["1".to_owned(), "2".to_owned()])])).await;
    assert_eq!(seen.text(), "a=1&a=2");
    let body = MaybeFormBody::new().filter(Filter::new().a(3));
    let seen = sent(|acme| acme.maybe_form().body(body)).await;
    assert_eq!(seen.text(), "filter%5Ba%5D=3");
}

#[tokio::test]
async fn text_and_bytes_are_sent_as_they_are() {
    let seen = sent(|acme| acme.text("Zoë\r\n\u{0}")).await;
    assert_eq!(seen.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(seen.text(), "Zoë\r\n\u{0}");
    let seen = sent(|acme| acme.send_code().body("c_1")).await;
    assert_eq!((seen.header("content-type"), seen.text()), (Some("text/x-code"), "c_1"));
    let error = offline().send_code().body("d_1").to_http().unwrap_err();
    assert!(error.to_string().contains("body must start with `c_`"), "{error}");

    let seen = sent(|acme| acme.bytes(vec![0, 159, 146, 150])).await;
    assert_eq!(seen.header("content-type"), Some("application/octet-stream"));
    assert_eq!(seen.body, [0, 159, 146, 150]);
    let seen = sent(|acme| acme.pdf().body("%PDF")).await;
    assert_eq!((seen.header("content-type"), seen.text()), (Some("application/pdf"), "%PDF"));
    // Empty is not left out.
    let seen = sent(|acme| acme.pdf().body("")).await;
    assert_eq!((seen.header("content-type"), seen.text()), (Some("application/pdf"), ""));
}

#[test]
fn a_large_body_is_neither_copied_nor_printed() {
    let body = callsheet::bytes::Bytes::from(vec![7; 1 << 20]);
    let request = Bytes::new(body.clone());
    assert_eq!(format!("{request:?}"), "Bytes { body: 1048576 bytes }");
    assert_eq!(request, Bytes::new(body.clone()));
    let http = offline().call(request).to_http().unwrap();
    assert_eq!(http.body().as_ptr(), body.as_ptr());
}

#[tokio::test]
async fn each_element_of_a_list_is_a_line() {
    let rows = [Row::new(1u32), Row::new(2u32).note("a\nb")];
    let seen = sent(|acme| acme.lines(rows)).await;
    assert_eq!(seen.header("content-type"), Some("application/x-ndjson"));
    assert_eq!(seen.text(), "{\"id\":1}\n{\"id\":2,\"note\":\"a\\nb\"}\n");
    let lines = [InlineLinesLine::new(1u32), InlineLinesLine::new(0u32)];
    let error = offline().inline_lines(lines).to_http().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
    assert_eq!(error.to_string(), "inline_lines: body[1].id must be at least 1, is 0");
}
