//! What the constructs of structs become, as a user meets them.

#![allow(missing_docs)]

use callsheet::{Base64, ErrorKind, UnixTime};
use serde_json::{Value, json};

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
}

fn client() -> Acme {
    Acme::builder().build().unwrap()
}

/// The JSON of a request that is right.
fn body(request: &callsheet::http::Request<callsheet::bytes::Bytes>) -> Value {
    serde_json::from_slice(request.body()).unwrap()
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
