//! Newtypes of all kinds, and maps with keys that have a type.

#![allow(missing_docs, reason = "the spec of a test")]

use std::collections::HashSet;

use serde_json::json;

callsheet::client! {
    api Acme { server "https://api.acme.example" }

    struct Outer(Inner);
    struct Short(Key in ..=6);
    struct Key(String in "^k_");
    struct Ratio(f64 in 0.0..=1.0);
    struct Flag(bool);
    struct Stamp(DateTime);
    struct Day(Date);
    struct At(UnixTime);
    struct PetId(Uuid);
    struct Ids([Key] in 1..=2);
    struct Limits(Map<Level, u8 in 1..>);
    struct Point((f64, f64));
    struct Inner(Thing);
    struct Thing { name: String in 1..=3, of?: Outer }
    struct Any(Json);
    struct Mood(Level);
    enum Level { low, high }

    #[check(until > since)]
    struct All {
        ratio?: Ratio, flag?: Flag, since?: Stamp, until?: Stamp, day?: Day, at?: At, pet?: PetId | null,
        ids?: Ids, limits?: Limits, point?: Point, outer?: Outer, any?: Any, mood?: Mood, short?: Short,
        levels?: Map<Level, [Flag]>, keys?: Map<Key, Ratio>, bounded?: Ids in 2..,
    }
    GET /form as form { -> 200 form { token: Key, n?: u8, "tags[]" as tags?: [Key], nil: u8 | null } }
    GET /pairs as pairs { -> 200 form Map<Level, [String]> }
    POST /null as nullable { body Key | null -> 204 }
    POST /tri as tri { body? Key | null -> 204 example null }
    PUT /all/{pet: PetId} as put {
        query { ids?: Ids, flag?: Flag, at?: At }
        header { X-Day?: Day }
        body All
        -> 200 All
        example { "ratio": 0.5, "ids": ["k_1"], "limits": { "low": 1 } } -> 200 { "mood": "odd" }
    }
}

const PET: &str = "123e4567-e89b-12d3-a456-426614174000";

fn violations(all: All) -> Vec<String> {
    let acme = Acme::builder().build().unwrap();
    let error = acme.put(PET, all).to_http().unwrap_err();
    error.violations().iter().map(ToString::to_string).collect()
}

#[test]
fn each_is_on_the_wire_what_it_wraps() {
    let text = json!({
        "ratio": 0.5, "flag": true, "since": "2026-01-01T00:00:00Z", "day": "2026-01-02", "at": 7,
        "pet": PET, "ids": ["k_1", "k_2"], "limits": { "high": 2, "odd": 3 }, "point": [1.0, 2.0],
        "outer": { "name": "n", "of": { "name": "m" } }, "any": [1], "mood": "low", "short": "k_1",
        "levels": { "low": [true] }, "keys": { "k_9": 1.0 },
    });
    let all: All = serde_json::from_value(text.clone()).unwrap();
    assert_eq!(serde_json::to_value(&all).unwrap(), text);
    assert_eq!(all.clone(), all);
    assert_eq!(all.ratio.as_deref(), Some(&0.5));
    assert_eq!(all.ids.as_ref().unwrap().len(), 2);
    assert_eq!(all.limits.as_ref().unwrap()[&Level::High], 2);
    assert_eq!(all.limits.unwrap()[&Level::Unknown("odd".to_owned())], 3);
    let outer = all.outer.unwrap().into_inner().into_inner();
    assert_eq!(outer.of.unwrap().name, "m");
    assert_eq!(*all.mood.unwrap(), Level::Low);
    assert_eq!(format!("{:?}", all.at), "Some(UnixTime(7))");
}

#[test]
fn those_of_texts_are_made_from_texts() {
    let pet = PetId::from(PET);
    assert_eq!((pet.to_string().as_str(), pet.as_ref()), (PET, PET));
    let pets: HashSet<PetId> = [pet.clone(), pet].into();
    assert_eq!(pets.len(), 1);
    assert!(PetId::new("no uuid").is_err());
    assert!(Stamp::new("2026-01-01T00:00:00Z").is_ok());
    assert!(Ratio::new(1.5).is_err() && Ratio::new(1.0).is_ok());
    assert!(Ids::new(Vec::new()).is_err());
    assert!(Ids::new([Key::from("x")]).is_err(), "the rules of what is inside hold");
}

#[test]
fn rules_hold_of_what_is_inside_and_of_each_name() {
    let thing = Thing::new("long name");
    let all = All::new()
        .ratio(2.0)
        .day("2026-13-01")
        .ids(vec![Key::from("x"), Key::from("k_1"), Key::from("k_2")])
        .limits([(Level::Low, 0)].into_iter().collect::<std::collections::BTreeMap<_, _>>())
        .outer(Inner::from(thing))
        .short(Key::from("x_1"))
        .bounded(vec![Key::from("k_1")]);
    assert_eq!(
        violations(all),
        [
            "body.ratio must be in 0..=1, is 2",
            "body.day must be a date such as `2026-01-31` (RFC 3339)",
            "body.ids must have 1 to 2 elements, has 3",
            "body.ids[0] must start with `k_`",
            "body.limits.low must be at least 1, is 0",
            "body.outer.name must have 1 to 3 characters, has 9",
            "body.short must start with `k_`",
            "body.bounded must have at least 2 elements, has 1",
        ]
    );
    let all = All::new().since("2026-01-02T00:00:00+02:00").until("2026-01-01T20:00:00Z");
    assert_eq!(violations(all), ["body.until must be greater than `since`"]);
}

#[test]
fn they_stand_in_paths_queries_and_headers() {
    let acme = Acme::builder().build().unwrap();
    let call = acme.put(PET, All::new()).ids(vec![Key::from("k_1"), Key::from("k_2")]).flag(true);
    let request = call.at(callsheet::UnixTime::new(7)).x_day("2026-01-02").to_http().unwrap();
    let uri = format!("https://api.acme.example/all/{PET}?ids=k_1&ids=k_2&flag=true&at=7");
    assert_eq!(request.uri().to_string(), uri);
    assert_eq!(request.headers()["x-day"], "2026-01-02");
}

#[test]
fn a_body_may_be_null() {
    let acme = Acme::builder().build().unwrap();
    let body = |request: callsheet::http::Request<callsheet::bytes::Bytes>| {
        let (head, body) = request.into_parts();
        let has_type = head.headers.contains_key("content-type");
        (String::from_utf8(body.to_vec()).unwrap(), has_type)
    };
    assert_eq!(body(acme.nullable(None).to_http().unwrap()), ("null".to_owned(), true));
    let key = Some(Key::from("k_1"));
    assert_eq!(body(acme.nullable(key).to_http().unwrap()), ("\"k_1\"".to_owned(), true));
    assert_eq!(body(acme.tri().to_http().unwrap()), (String::new(), false));
    let null = acme.tri().body_null().to_http().unwrap();
    assert_eq!(body(null), ("null".to_owned(), true));
    let error = acme.nullable(Some(Key::from("x"))).to_http().unwrap_err();
    assert_eq!(error.violations()[0].to_string(), "body must start with `k_`");
}

#[tokio::test]
async fn a_form_may_be_a_response() {
    let mock = callsheet::testing::MockTransport::new();
    let form = |body: &'static str| {
        let media = "application/x-www-form-urlencoded";
        callsheet::testing::Reply::status(200).header("content-type", media).body(body)
    };
    mock.on("form")
        .times(1)
        .reply(form("token=k+1%C3%A9&tags%5B%5D=a&tags%5B%5D=b&nil=1&more=x%26y"));
    mock.on("form").times(1).reply(form("n=1&nil=1"));
    mock.on("form").times(1).reply(form("token=k&n=x&nil=1"));
    mock.on("pairs").reply(form("low=1&odd=2&low=3"));
    let acme = Acme::builder().transport(mock.transport()).clock(mock.clock()).build().unwrap();
    let form = acme.form().send().await.unwrap();
    assert_eq!((form.token.as_str(), form.n, form.nil), ("k 1\u{e9}", None, Some(1)));
    assert_eq!(form.tags.unwrap(), ["a", "b"].map(Key::from));
    assert_eq!(form.extra["more"], "x&y");
    let seen = mock.seen();
    assert_eq!(seen[0].header("accept"), Some("application/x-www-form-urlencoded"));
    let error = acme.form().send().await.unwrap_err();
    let missing = "form: the form is not what is declared: `token` is missing";
    assert!(error.to_string().starts_with(missing), "{error}");
    let error = acme.form().send().await.unwrap_err();
    assert!(error.to_string().starts_with("form: the form is not what is declared: `n` is not "));
    let pairs = acme.pairs().send().await.unwrap();
    assert_eq!(pairs[&Level::Low], ["1", "3"]);
    assert_eq!(pairs[&Level::from("odd")], ["2"]);
}

#[tokio::test]
async fn a_form_with_many_names_is_read_in_one_go() {
    const MANY: usize = 100_000;
    let same = "low=1&".repeat(MANY);
    let others: Vec<String> = (0..MANY).map(|number| format!("n{number}=&")).collect();
    let mock = callsheet::testing::MockTransport::new();
    mock.on("pairs").reply(callsheet::testing::Reply::status(200).body(same + &others.concat()));
    let acme = Acme::builder().transport(mock.transport()).clock(mock.clock()).build().unwrap();
    let pairs = acme.pairs().send().await.unwrap();
    assert_eq!((pairs.len(), pairs[&Level::Low].len()), (MANY + 1, MANY));
}
