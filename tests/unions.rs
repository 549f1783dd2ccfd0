//! Unions as a user meets them: read, matched, changed, written, refused.

use serde_json::{Value, json};

mod common;

use common::body;

callsheet::client! {
    api Acme { server "https://api.acme.example" }

    enum Priority { 1 as Low, 2 as High, -1 as Unset }
    #[closed] enum Level { 0 as Off, 1 as On }

    struct EventBase { id: String, note?: String }
    enum Event tag type {
        ..EventBase,
        message { content: Content, parent?: Event },
        session.error { code: Priority, #[sensitive] trace?: String },
        session.idle as Idle,
    }
    enum Tool tag kind { search(Search), shell(Shell), none }
    struct Search { kind: "search", query: String in 1..=8 }
    struct Shell { command: String }
    enum Content { Text(String in 1..=5), Parts([Part]) }
    enum Part { Text(TextPart), Image(Image), Tool(Tool), Number(i64) }
    struct TextPart { type: "text", text: String in 1..=5 }
    struct Image { url: String, alt?: String }
    enum Version { Number(u32), Name(String), Latest(bool) }
    enum Tags { One(String), Many([String]) }
    struct OwnerId(String in "^own_");
    enum Owner { Id(OwnerId), Details(OwnerDetails) }
    struct OwnerDetails { id: OwnerId, since?: u16 }

    GET /v/{version: Version}/{priority: Priority} as find {
        query { tags?: Tags, priorities?: [Priority], versions?: [Version] }
        header { X-Version?: Version }
        -> 200 [Event]
    }
    POST /events as post {
        body { event: Event, tool?: Tool | null, contents?: [Content], level?: Level }
        -> 200 Event
        example {
            "event": { "type": "message", "id": "1", "content": [{ "url": "u" }, 7] },
            "tool": null,
            "contents": ["hi", [{ "type": "text", "text": "t" }]]
        } -> 200 { "type": "new", "anything": true }
    }
    PUT /tools as put { body Tool -> 204 }
    POST /owners as own { body { owner: Owner } -> 204 }
}

fn client() -> Acme {
    Acme::builder().build().unwrap()
}

#[test]
fn a_tag_is_at_any_place_and_is_written_first_and_once() {
    let first = r#"{"type":"message","id":"1","content":"hi","new":1}"#;
    let last = r#"{"id":"1","new":1,"content":"hi","type":"message"}"#;
    let [first_event, last_event]: [Event; 2] =
        [first, last].map(|text| serde_json::from_str(text).unwrap());
    assert_eq!(first_event, last_event);
    assert_eq!(serde_json::to_string(&last_event).unwrap(), first);
    let Event::Message(message) = &first_event else { panic!("{first_event:?}") };
    assert_eq!(message.content, Content::Text("hi".into()));
    assert_eq!(message.extra["new"], 1);
    assert_eq!(first_event.tag(), Some("message"));
    assert_eq!(first_event.id().map(String::as_str), Some("1"));
    assert_eq!(first_event.note(), None);
}

#[test]
fn a_payload_may_say_its_tag_as_a_constant() {
    let tool = Tool::from(Search::new("a"));
    assert_eq!(serde_json::to_string(&tool).unwrap(), r#"{"kind":"search","query":"a"}"#);
    let read: Tool = serde_json::from_str(r#"{"query":"a","kind":"search"}"#).unwrap();
    assert_eq!(read, tool);
    // A struct that was read by itself keeps what came in place of the constant; the tag wins.
    let odd: Search = serde_json::from_str(r#"{"query":"a","kind":"other"}"#).unwrap();
    assert_eq!(
        serde_json::to_string(&Tool::Search(odd)).unwrap(),
        r#"{"kind":"search","query":"a"}"#
    );
    let odd: Shell = serde_json::from_str(r#"{"command":"ls","kind":"other"}"#).unwrap();
    assert_eq!(
        serde_json::to_string(&Tool::Shell(odd)).unwrap(),
        r#"{"kind":"shell","command":"ls"}"#
    );
    assert_eq!(serde_json::to_string(&Tool::None).unwrap(), r#"{"kind":"none"}"#);
}

#[test]
fn what_is_not_known_is_kept_and_written_back() {
    for text in [r#"{"a":[1],"type":"new"}"#, r#"{"a":1}"#, r#"{"type":3}"#, "{}"] {
        let event: Event = serde_json::from_str(text).unwrap();
        assert!(matches!(event, Event::Unknown(_)), "{event:?}");
        assert_eq!(serde_json::to_string(&event).unwrap(), text);
        assert_eq!(event.id(), None);
        assert_eq!(event.tag(), text.contains("new").then_some("new"));
    }
    for text in [r#"{"other":1}"#, "true", "null", "[1]", r#"{"type":"video"}"#] {
        let part: Part = serde_json::from_str(text).unwrap();
        assert!(matches!(part, Part::Unknown(_)), "{part:?}");
        assert_eq!(serde_json::to_string(&part).unwrap(), text);
    }
    let priority: Priority = serde_json::from_str("9").unwrap();
    assert_eq!((priority, priority.get()), (Priority::Unknown(9), 9));
    assert_eq!(serde_json::to_string(&priority).unwrap(), "9");
}

#[test]
fn shapes_tell_variants_apart() {
    let parts: Vec<Part> = serde_json::from_value(json!([
        {"text": "t", "type": "text"},
        {"url": "u", "extra": 1},
        {"kind": "shell", "command": "ls"},
        -5
    ]))
    .unwrap();
    assert_eq!(parts[0], TextPart::new("t").into());
    assert!(matches!(&parts[1], Part::Image(image) if image.extra["extra"] == 1));
    assert_eq!(parts[2], Tool::from(Shell::new("ls")).into());
    assert_eq!(parts[3], 5i64.wrapping_neg().into());
    assert_ne!(parts[3], Part::Unknown(json!(-5)));
}

#[test]
fn mistakes_in_a_variant_are_errors() {
    fn fault<T: callsheet::serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
        serde_json::from_str::<T>(text).unwrap_err().to_string()
    }
    assert!(fault::<Event>("3").contains("expected an object"));
    assert!(fault::<Event>(r#"{"type":"message","id":"1"}"#).contains("missing field `content`"));
    assert!(fault::<Event>(r#"{"type":"Idle","type":"Idle"}"#).contains("duplicate field `type`"));
    assert!(fault::<Tool>(r#"{"kind":"none","kind":"none"}"#).contains("duplicate field `kind`"));
    assert!(
        fault::<Tool>(r#"{"kind":"search","query":"a","kind":"search"}"#).contains("duplicate")
    );
    assert!(
        fault::<Tool>(r#"{"kind":"shell","command":"a","kind":"shell"}"#).contains("duplicate")
    );
    assert!(fault::<Part>(r#"{"url":1}"#).contains("expected a string"));
    assert!(fault::<Level>("2").contains("one of `0`, `1`"));
    assert!(fault::<Priority>("9223372036854775808").contains("an integer in"));
}

#[test]
fn an_id_becomes_a_union_whether_it_is_given_or_lent() {
    let id = OwnerId::new("own_1").unwrap();
    let lent = Own::new(&id);
    assert_eq!(lent.owner, Owner::from("own_1"));
    assert_eq!(lent.owner, Owner::from("own_1".to_owned()));
    assert_eq!(lent, Own::new(id));
}

#[test]
fn debug_names_variants_and_hides_secrets() {
    let event: Event = serde_json::from_value(
        json!({"type": "session.error", "id": "1", "code": 2, "trace": "canary"}),
    )
    .unwrap();
    assert_eq!(
        format!("{event:?}"),
        "SessionError(SessionErrorEvent { id: \"1\", note: None, code: 2, trace: Some([redacted]) })"
    );
    assert_eq!(format!("{:?}", Tool::None), "None");
    assert_eq!(format!("{:?}", Content::from("a")), "Text(\"a\")");
    assert!(serde_json::to_string(&event).unwrap().contains("[redacted]"));
    assert_eq!(event.clone(), event);
}

#[test]
fn setters_take_payloads() {
    let event = MessageEvent::new("1", "hi").parent(IdleEvent::new("0"));
    let request = client()
        .post(event)
        .tool(Shell::new("ls"))
        .contents(["a", "b"])
        .level(Level::On)
        .to_http()
        .unwrap();
    assert_eq!(
        body(&request),
        json!({
            "event": {
                "type": "message", "id": "1", "content": "hi",
                "parent": {"type": "session.idle", "id": "0"}
            },
            "tool": {"kind": "shell", "command": "ls"},
            "contents": ["a", "b"],
            "level": 1
        })
    );
    let request = client().post(IdleEvent::new("0")).tool_null().to_http().unwrap();
    assert_eq!(body(&request)["tool"], Value::Null);
    let request = client().put(Tool::None).to_http().unwrap();
    assert_eq!(body(&request), json!({"kind": "none"}));
}

#[test]
fn constraints_hold_inside_variants() {
    let parts = vec![TextPart::new("too long").into()];
    let error = client()
        .post(MessageEvent::new("1", parts))
        .tool(Search::new(""))
        .contents(["", "fine"])
        .to_http()
        .unwrap_err()
        .to_string();
    for part in [
        "event.content[0].text must have 1 to 5 characters, has 8",
        "tool.query must have 1 to 8 characters, has 0",
        "contents[0] must have 1 to 5 characters, has 0",
    ] {
        assert!(error.contains(part), "{error}");
    }
}

#[test]
fn scalars_and_lists_in_urls() {
    let uri = |call: Call<'_, Find>| call.to_http().unwrap().uri().to_string();
    let client = client();
    assert_eq!(
        uri(client.find(3, Priority::Low).tags("a b").priorities([Priority::Unset, 7.into()])),
        "https://api.acme.example/v/3/1?tags=a%20b&priorities=-1&priorities=7"
    );
    let many = Tags::Many(vec!["a".into(), "b".into()]);
    assert_eq!(
        uri(client.find("x/y", 5).tags(many).versions([Version::Latest(true)])),
        "https://api.acme.example/v/x%2Fy/5?tags=a&tags=b&versions=true"
    );
    assert_eq!(
        uri(client.find(Version::Unknown(json!(1.5)), 1)),
        "https://api.acme.example/v/1.5/1"
    );
    let request = client.find(1, 1).x_version("v2").to_http().unwrap();
    assert_eq!(request.headers()["x-version"], "v2");
    for bad in [Version::from(".."), Version::from(""), Version::Unknown(json!({}))] {
        assert!(client.find(bad, 1).to_http().is_err());
    }
}
