//! What the constructs of structs become, as a user meets them.

#![allow(missing_docs)]

use callsheet::{Base64, ErrorKind, UnixTime};
use serde_json::json;

mod common;

use common::body;

callsheet::client! {
    api Acme { server "https://api.acme.example" }

    struct Event {
        key: Uuid, on: Date, at?: Time, lasts?: Duration, price?: Decimal, site?: Url,
        blob?: Base64, made?: UnixTime in 0.., keys?: [Uuid],
    }
    POST /events as create_event { query { since?: Date, until?: UnixTime } body Event -> 201 Event }

    struct Page<T> { data: [T], next?: String, last?: T | null }
    struct Pair<S, D> { left: S, right?: D }
    GET /events as list { -> 200 Page<Pair<Event, [u8]>> }
    PUT /pages as put { body Page<Pair<Uuid, Key>> -> 204 }
    struct Key(String in "^key_");

    struct Base { made: UnixTime, note?: String in 1..=3 }
    struct Pet { ..Base, name: String, ..Map<String, u8 in 1..> }
    struct Paging { limit?: u8 in 1..=9 }
    PUT /pets as put_pet {
        query { ..Paging, ..Map<String, String> }
        body { ..Base, pet: Pet }
        -> 200 Pet
    }

    struct Source {
        name: String,
        (url: Url | vault: Key, version?: u8) as from,
        (before: u8 | after: u8 | type: "page", page: Source) as cursor?,
    }
    POST /sources as add_source {
        query { (since: Date | last: u8 in 1..) as window? }
        body { source: Source, (a: u8 | b: [u8]) as ab }
        -> 200 Source
    }

    #[check(end > start, low <= high)]
    struct Window {
        start: DateTime, end?: DateTime, low?: u8, high?: f64,
        #[read_only] id: Uuid, #[write_only] pin: String in 1..=3,
        #[unique] tags?: [String], #[multiple_of(5)] step?: u32, #[multiple_of(0.1)] ratio?: f64,
    }
    PUT /windows as put_window {
        #[check(from <= until)] query { from?: Date, until?: Date }
        body Window
        -> 200 Window
    }

    struct Shape { at: (f64, String in 1..=3), pairs?: [(u8, u8 | null)] }
    PUT /shapes as put_shape { body Shape -> 200 (Shape, u8) }
}

fn client() -> Acme {
    Acme::builder().build().unwrap()
}

#[test]
fn types_of_the_prelude_are_checked_and_sent() {
    let key = "123e4567-e89b-12d3-a456-426614174000";
    let event = Event::new(key, "2026-01-31")
        .at("08:30:00")
        .lasts("PT1H")
        .price("12.50")
        .site("https://acme.example/")
        .blob(Base64::encode("hi"))
        .made(5)
        .keys([key]);
    let client = client();
    let call = client.create_event(event).since("2026-01-01").until(UnixTime::new(7));
    let request = call.to_http().unwrap();
    assert_eq!(request.uri().query(), Some("since=2026-01-01&until=7"));
    assert_eq!(
        body(&request),
        json!({
            "key": key, "on": "2026-01-31", "at": "08:30:00", "lasts": "PT1H", "price": "12.50",
            "site": "https://acme.example/", "blob": "aGk=", "made": 5, "keys": [key]
        })
    );
    let wrong = Event::new("odd", "soon").made(-1).keys([key, "no"]);
    let error = client.create_event(wrong).to_http().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
    let text = error.to_string();
    for part in ["body.key must be a UUID", "body.on must be a date", "body.made", "body.keys[1]"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // What a server sends is taken as it is.
    let event: Event = serde_json::from_str(r#"{"key":"odd","on":"soon","made":-1}"#).unwrap();
    assert_eq!((event.key.as_str(), event.made), ("odd", Some(UnixTime::new(-1))));
}

#[test]
fn generic_structs_hold_what_they_are_given() {
    let text = r#"{"data":[{"left":{"key":"k","on":"d"},"right":[1,2]}],"last":null,"more":1}"#;
    let page: Page<Pair<Event, Vec<u8>>> = serde_json::from_str(text).unwrap();
    assert_eq!(page.data[0].left.on.as_str(), "d");
    assert_eq!(page.data[0].right.as_deref(), Some(&[1, 2][..]));
    assert!(page.last.is_null());
    assert_eq!(serde_json::to_string(&page).unwrap(), text);
    assert_eq!(page.clone(), page);
    let wrong = serde_json::from_str::<Page<Pair<Event, Vec<u8>>>>(r#"{"data":[{"left":5}]}"#);
    assert!(wrong.is_err());

    let key = "123e4567-e89b-12d3-a456-426614174000";
    let page = Page::new([Pair::new(key.into()).right("key_1".into())]).next("n");
    let request = client().put(page).to_http().unwrap();
    assert_eq!(body(&request), json!({"data": [{"left": key, "right": "key_1"}], "next": "n"}));
    // The rules of what it holds are checked, too.
    let page = Page::new([Pair::new("odd".into()).right("kay".into())]);
    let text = client().put(page).to_http().unwrap_err().to_string();
    assert!(text.contains("body.data[0].left must be a UUID"), "{text}");
    assert!(text.contains("body.data[0].right must start with `key_`"), "{text}");
}

#[test]
fn included_fields_are_the_structs_own() {
    let text = r#"{"made":5,"name":"Rex","a":1,"b":2}"#;
    let pet: Pet = serde_json::from_str(text).unwrap();
    assert_eq!((pet.made, pet.extra["b"]), (UnixTime::new(5), 2));
    assert_eq!(serde_json::to_string(&pet).unwrap(), text);
    assert_eq!(
        format!("{pet:?}"),
        r#"Pet { made: 5, note: None, name: "Rex", extra: {"a": 1, "b": 2} }"#
    );
    let error = serde_json::from_str::<Pet>(r#"{"made":5,"name":"Rex","a":"x"}"#).unwrap_err();
    assert!(error.to_string().starts_with("invalid type: string"), "{error}");

    let pet = Pet::new(7, "Tom").extra([("legs", 4)]);
    let client = client();
    let call = client.put_pet(1, pet.clone()).note("hi").limit(3).extra([("tag", "x y")]);
    let request = call.to_http().unwrap();
    assert_eq!(request.uri().query(), Some("limit=3&tag=x%20y"));
    let expected = json!({"made": 1, "note": "hi", "pet": {"made": 7, "name": "Tom", "legs": 4}});
    assert_eq!(body(&request), expected);
    let text = client.put_pet(1, pet.extra([("legs", 0)])).note("long").to_http().unwrap_err();
    let text = text.to_string();
    assert!(text.contains("pet.extra.legs must be at least 1, is 0"), "{text}");
    assert!(text.contains("note must have 1 to 3 characters, has 4"), "{text}");
}

#[test]
fn one_group_is_chosen() {
    let decode = |text: &str| serde_json::from_str::<Source>(text);
    let text = r#"{"name":"a","vault":"key_1","version":2}"#;
    let source = decode(text).unwrap();
    assert_eq!(source.from, SourceFrom::Vault { vault: "key_1".into(), version: Some(2) });
    assert_eq!(source.cursor, None);
    assert_eq!(serde_json::to_string(&source).unwrap(), text);
    // The keys of the other group may be null, or even there: the larger is taken.
    let source = decode(r#"{"url":null,"vault":"key_1","name":"a","before":3}"#).unwrap();
    assert!(matches!(source.from, SourceFrom::Vault { version: None, .. }), "{source:?}");
    assert_eq!(source.cursor, Some(SourceCursor::Before(3)));
    let both = r#"{"vault":"key_1","version":1,"url":"x","name":"a"}"#;
    let source = decode(both).unwrap();
    assert!(matches!(source.from, SourceFrom::Vault { .. }), "{source:?}");
    assert_eq!(source.extra["url"], "x");
    assert_eq!(
        serde_json::to_string(&source).unwrap(),
        r#"{"name":"a","vault":"key_1","version":1}"#
    );
    let error = decode(r#"{"name":"a"}"#).unwrap_err().to_string();
    assert!(error.starts_with("missing one of `url`, `vault`"), "{error}");
    assert!(decode(r#"{"name":"a","url":5}"#).is_err());
    let nested = r#"{"name":"a","url":"u","type":"page","page":{"name":"b","url":"v"}}"#;
    let source = decode(nested).unwrap();
    assert!(matches!(&source.cursor, Some(SourceCursor::Page(inner)) if inner.name == "b"));
    assert_eq!(serde_json::to_string(&source).unwrap(), nested);
    assert_eq!(source, source.clone());

    let source = Source::new("a", SourceFrom::Url("https://a.example/".into()));
    let client = client();
    let call =
        client.add_source(source, AddSourceAb::B(vec![1, 2])).window(AddSourceWindow::Last(4));
    let request = call.to_http().unwrap();
    assert_eq!(request.uri().query(), Some("last=4"));
    assert_eq!(
        body(&request),
        json!({"source": {"name": "a", "url": "https://a.example/"}, "b": [1, 2]})
    );
    let source = Source::new("a", SourceFrom::Vault { vault: "odd".into(), version: None });
    let call = client.add_source(source, AddSourceAb::A(1)).window(AddSourceWindow::Last(0));
    let text = call.to_http().unwrap_err().to_string();
    assert!(text.contains("source.from.vault must start with `key_`"), "{text}");
    assert!(text.contains("window.last must be at least 1"), "{text}");
}

#[test]
fn tuples_are_lists_of_one_length() {
    let (shape, number): (Shape, u8) =
        serde_json::from_str(r#"[{"at":[1,"ab"],"pairs":[[1,null],[2,3]]},7]"#).unwrap();
    assert_eq!((shape.at.0, shape.at.1.as_str(), number), (1.0, "ab", 7));
    assert_eq!(shape.pairs, Some(vec![(1, None), (2, Some(3))]));
    for wrong in [r#"{"at":[1]}"#, r#"{"at":[1,"a",2]}"#, r#"{"at":5}"#, r#"{"at":["a",1]}"#] {
        assert!(serde_json::from_str::<Shape>(wrong).is_err(), "{wrong}");
    }
    let request = client().put_shape(Shape::new((1.5, "ab".into())).pairs([(1, None)])).to_http();
    assert_eq!(body(&request.unwrap()), json!({"at": [1.5, "ab"], "pairs": [[1, null]]}));
    let text =
        client().put_shape(Shape::new((1.5, "long".into()))).to_http().unwrap_err().to_string();
    assert!(text.contains("body.at[1] must have 1 to 3 characters, has 4"), "{text}");
}

#[test]
fn fields_go_one_way_and_compare() {
    let text = r#"{"start":"2026-01-01T00:00:00Z","id":"odd","ratio":0.3}"#;
    let window: Window = serde_json::from_str(text).unwrap();
    assert_eq!((window.id.as_ref().unwrap().as_str(), &window.pin), ("odd", &None));
    assert_eq!(serde_json::to_string(&window).unwrap(), text);

    let client = client();
    let mut window = Window::new("2026-01-01T00:00:00Z", "123")
        .end("2026-01-01T00:30:00.5-01:00")
        .low(3)
        .high(3.0)
        .tags(["a", "b"])
        .step(10)
        .ratio(0.3);
    window.id = Some("odd".into());
    let call = client.put_window(window.clone()).from("2026-01-01").until("2026-01-01");
    assert_eq!(
        body(&call.to_http().unwrap()),
        json!({
            "start": "2026-01-01T00:00:00Z", "end": "2026-01-01T00:30:00.5-01:00",
            "low": 3, "high": 3.0, "pin": "123", "tags": ["a", "b"], "step": 10, "ratio": 0.3
        })
    );
    let window = window.end("2026-01-01T01:00:00+01:00").low(4).tags(["a", "b", "a"]).step(7);
    let call = client.put_window(window.ratio(0.35)).from("2026-02-01").until("2026-01-01");
    let text = call.to_http().unwrap_err().to_string();
    for part in [
        "from must be at most `until`",
        "body.end must be greater than `start`",
        "body.low must be at most `high`",
        "body.tags must have no element twice, but [2] is [0] again",
        "body.step must be a multiple of 5, is 7",
        "body.ratio must be a multiple of 0.1",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}
