//! Constructs that meet: inclusion, exclusive groups and generic structs in unions, in bodies of
//! every encoding, in headers and cookies, in streams and on pages.

#![allow(missing_docs)]

use std::collections::BTreeMap;

use callsheet::Patch;
use serde_json::json;

callsheet::client! {
    api Acme { server "https://acme.example" }

    struct Key(String in "^key_");
    struct Base { id: Uuid, note?: String in 1..=3 }
    struct Page<T> { data: [T], next?: String, last?: T | null }
    struct Source { (url: Url | vault: Key, version?: u8) as from, name: String }

    enum Event tag type {
        ..Base,
        page(PageEvent),
        made { ..Map<String, u8>, (by: Key | at: UnixTime) as origin },
        wrap { ..Window<Key> },
        gone,
    }
    struct PageEvent { ..Base, page: Page<Key> }
    struct Window<T> { from?: T, to?: T }

    enum Either { Text(String), Pair((u8, String)), Pages(Page<Key>), From(Source) }
    enum Nest { Many(Page<Nest>), One(Uuid) }
    enum Level { 1 as Low, 2 as High }

    PUT /events as put_event { body Event -> 200 Event }
    PUT /either as put_either { body Either -> 200 Either }
    GET /nest as find_nest { -> 200 Nest }

    POST /forms as form {
        body form { ..Base, (a: u8 | b: [Key]) as ab, ..Map<String, u8 in 1..> }
        -> 204
    }
    POST /optional as optional {
        #[check(low <= high)]
        body? form { ..Base, low?: Level, high?: Level, (a: u8 | b: [Key]) as ab? }
        -> 204
    }
    POST /whole as whole { body form Source -> 204 }
    POST /lines as lines { body ndjson { ..Base, (a: u8 | b: [Key]) as ab? } -> 204 }
    POST /parts as parts {
        body multipart { ..Base, (text: String | file: File) as content, ..Map<String, Level> }
        -> 204
    }
    GET /headers as headers {
        header { ..Traced, (X-User as user: Key | X-Team as team: u8) as who }
        cookie { (session: Key | guest: true, n: u8) as visitor? }
        query { #[style(deep)] window?: Window<Date>, #[style(deep)] source?: Source }
        -> 200 Page<Key> header { ..Traced }
    }
    struct Traced { X-Trace as trace?: Uuid }

    #[paginate(items = data, cursor = next)]
    GET /list as list { query { ..Cursor } -> 200 Page<Base> }
    struct Cursor { cursor?: String }
    GET /stream as events { -> 200 sse { ..Base, (a: u8 | b: u8) as ab } }
}

const ID: &str = "123e4567-e89b-12d3-a456-426614174000";

fn client() -> Acme {
    Acme::builder().build().unwrap()
}

/// The body of a request that is right.
fn body(request: &callsheet::http::Request<callsheet::bytes::Bytes>) -> &str {
    std::str::from_utf8(request.body()).unwrap()
}

/// Reads an event, and writes it again.
fn event(text: &str) -> Event {
    let event: Event = serde_json::from_str(text).unwrap();
    assert_eq!(
        serde_json::to_value(&event).unwrap(),
        serde_json::from_str::<serde_json::Value>(text).unwrap()
    );
    assert_eq!(event.clone(), event);
    event
}

#[test]
fn variants_of_a_union_have_what_structs_have() {
    let text = format!(r#"{{"type":"made","id":"{ID}","at":5,"more":7}}"#);
    let Event::Made(made) = event(&text) else { panic!() };
    assert!(matches!(&made.origin, MadeEventOrigin::At(at) if at.seconds() == 5));
    assert_eq!(made.extra, BTreeMap::from([("more".to_owned(), 7)]));
    // The tag need not come first.
    let Event::Made(again) = event(&format!(r#"{{"by":"key_1","id":"{ID}","type":"made"}}"#))
    else {
        panic!()
    };
    assert!(matches!(&again.origin, MadeEventOrigin::By(by) if *by == "key_1"));
    let Event::Wrap(wrap) = event(&format!(r#"{{"type":"wrap","id":"{ID}","from":"key_1"}}"#))
    else {
        panic!()
    };
    assert_eq!(wrap.from, Some(Key::from("key_1")));
    let text = format!(r#"{{"type":"page","id":"{ID}","page":{{"data":["key_1"],"last":null}}}}"#);
    let whole = event(&text);
    assert_eq!(whole.id().map(callsheet::Uuid::as_str), Some(ID));
    let Event::Page(page) = whole else { panic!() };
    assert_eq!(page.page.last, Patch::Null);
    // Rules hold inside a union.
    let mut made = made;
    made.note = Some("long".into());
    made.origin = MadeEventOrigin::By("odd".into());
    let error = client().put_event(Event::Made(made)).to_http().unwrap_err().to_string();
    assert!(error.contains("note") && error.contains("by"), "{error}");
}

#[test]
fn shapes_of_a_union_know_groups_tuples_and_generics() {
    for (text, is) in [
        (r#""x""#, "Text"),
        (r#"[1,"x"]"#, "Pair"),
        (r#"{"data":["key_1"]}"#, "Pages"),
        (r#"{"vault":"key_1","version":2,"name":"n"}"#, "From"),
        (r#"{"vault":null,"name":"n"}"#, "Unknown"),
        (r#"{"name":"n"}"#, "Unknown"),
    ] {
        let either: Either = serde_json::from_str(text).unwrap();
        let shown = format!("{either:?}");
        assert!(shown.starts_with(is), "{text}: {shown}");
        assert_eq!(serde_json::to_string(&either).unwrap().len(), text.len());
    }
    let nest: Nest =
        serde_json::from_value(json!({ "data": [{ "data": [], "last": ID }] })).unwrap();
    assert!(matches!(nest, Nest::Many(page) if matches!(page.data[0], Nest::Many(_))));
}

#[test]
fn bodies_of_every_encoding_have_them() {
    let client = client();
    let ab = FormAb::B(vec!["key_1".into(), "key_2".into()]);
    let mut call = client.form(ID, ab).note("n");
    call = call.extra([("x".to_owned(), 1_u8)]);
    let request = call.to_http().unwrap();
    assert_eq!(body(&request), format!("id={ID}&note=n&b=key_1&b=key_2&x=1"));
    let error = client.form(ID, FormAb::A(1)).extra([("x".to_owned(), 0_u8)]).to_http();
    assert!(error.unwrap_err().to_string().contains("extra.x"));

    let mut optional = OptionalBody::new(ID).low(Level::High).high(Level::Low);
    let error = client.optional().body(optional.clone()).to_http().unwrap_err();
    assert!(error.to_string().contains("must be at most `high`"), "{error}");
    optional = optional.low(Level::Low).ab(OptionalBodyAb::A(3));
    let request = client.optional().body(optional).to_http().unwrap();
    assert_eq!(body(&request), format!("id={ID}&low=1&high=1&a=3"));

    let source = Source::new(SourceFrom::Vault { vault: "key_1".into(), version: Some(2) }, "a b");
    let request = client.whole(source.clone()).to_http().unwrap();
    assert_eq!(body(&request), "vault=key_1&version=2&name=a+b");

    let lines = [LinesLine::new(ID).ab(LinesLineAb::A(1)), LinesLine::new(ID)];
    let request = client.lines(lines).to_http().unwrap();
    assert_eq!(body(&request), format!("{{\"id\":\"{ID}\",\"a\":1}}\n{{\"id\":\"{ID}\"}}\n"));

    let parts = client.parts(ID, PartsContent::Text("hi".into()));
    let request = parts.extra([("level".to_owned(), Level::High)]).to_http().unwrap();
    for part in ["name=\"id\"", "name=\"text\"\r\n\r\nhi\r\n", "name=\"level\"\r\n\r\n2\r\n"] {
        assert!(body(&request).contains(part), "{part}: {}", body(&request));
    }
}

#[test]
fn headers_cookies_and_styles_have_them() {
    let client = client();
    let source = Source::new(SourceFrom::Url("https://a.example/".into()), "n");
    let call = client
        .headers(HeadersWho::Team(7))
        .trace(ID)
        .visitor(HeadersVisitor::N(3))
        .window(Window::new().to("2026-01-31".into()))
        .source(source);
    let request = call.to_http().unwrap();
    assert_eq!(request.headers()["x-team"], "7");
    assert_eq!(request.headers()["x-trace"], ID);
    assert_eq!(request.headers()["cookie"], "guest=true; n=3");
    assert!(!request.headers().contains_key("x-user"));
    let query = request.uri().query().unwrap().replace("%5B", "[").replace("%5D", "]");
    let url = "https%3A%2F%2Fa.example%2F";
    assert_eq!(query, format!("window[to]=2026-01-31&source[url]={url}&source[name]=n"));
    let error = client.headers(HeadersWho::User("odd".into())).to_http().unwrap_err();
    assert!(error.to_string().contains("user"), "{error}");
}
