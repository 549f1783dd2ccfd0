//! Unions with parameters: told apart by a tag or by the shape of what stands for them.

#![allow(missing_docs, reason = "the spec of a test")]

use serde_json::json;

callsheet::client! {
    api Acme { server "https://api.acme.example" }

    struct Base { id: String }
    struct Stored<T> { ..Base, value: T }
    struct Card { number: String in 1..=4 }
    struct Bank { iban: String }

    enum Change<T, U> tag type {
        ..Base,
        made { at: u8, new: T, #[sensitive] pin?: String },
        moved { from: T, to: [U] },
        stored(Stored<U>),
        gone { why?: String },
    }
    enum Pay<T> tag via { card(Card), other(T), none }
    enum OneOrMany<T> { One(T), Many([T]) }
    enum Tree<T> { Leaf(T), Node(Branch<T>) }
    struct Branch<T> { left: Tree<T>, right?: Tree<T> }
    enum Only<T> { It(T) }

    GET /find/{id: Only<u8>} as find {
        query { tag?: OneOrMany<String>, only?: Only<bool> }
        -> 200 [Change<Card, u8>]
    }
    POST /pay as send_money {
        body { with: Pay<Bank>, tree?: Tree<u8>, cards?: OneOrMany<Card>, page?: Page<Pay<Bank>> }
        -> 204
        example {
            "with": { "via": "other", "iban": "x" },
            "tree": { "left": 1, "right": { "left": 2 } },
            "cards": [{ "number": "1" }]
        }
    }
    struct Page<T> { data: [T] }
}

fn client() -> Acme {
    Acme::builder().build().unwrap()
}

fn body(request: &callsheet::http::Request<callsheet::bytes::Bytes>) -> serde_json::Value {
    serde_json::from_slice(request.body()).unwrap()
}

#[test]
fn a_tag_tells_generic_variants_apart() {
    let text = r#"[{"type":"made","id":"1","at":2,"new":{"number":"4"}},
        {"type":"moved","id":"2","from":{"number":"4"},"to":[1,2]},
        {"type":"stored","id":"3","value":7},
        {"type":"gone","id":"4"},
        {"type":"odd","id":"5"}]"#;
    let changes: Vec<Change<Card, u8>> = serde_json::from_str(text).unwrap();
    let ids: Vec<_> = changes.iter().map(|change| change.id().map(String::as_str)).collect();
    assert_eq!(ids, [Some("1"), Some("2"), Some("3"), Some("4"), None]);
    let tags: Vec<_> = changes.iter().map(|change| change.tag().unwrap()).collect();
    assert_eq!(tags, ["made", "moved", "stored", "gone", "odd"]);
    let Change::Made(made) = &changes[0] else { panic!("{changes:?}") };
    assert_eq!(made.new.number, "4");
    let text_with_pin = r#"{"type":"made","id":"1","at":2,"new":0,"pin":"secret"}"#;
    let with_pin: Change<u8, u8> = serde_json::from_str(text_with_pin).unwrap();
    assert!(!format!("{with_pin:?}").contains("secret"), "{with_pin:?}");
    let Change::Moved(moved) = &changes[1] else { panic!("{changes:?}") };
    assert_eq!(moved.to, [1, 2]);
    let Change::Stored(stored) = &changes[2] else { panic!("{changes:?}") };
    assert_eq!(stored.value, 7);
    assert_eq!(changes.clone(), changes);
    let same: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_value(&changes).unwrap(), same);
}

#[test]
fn the_shape_of_the_arguments_tells_others_apart() {
    let read = |text| serde_json::from_str::<OneOrMany<Card>>(text).unwrap();
    assert!(matches!(read(r#"{"number":"1"}"#), OneOrMany::One(card) if card.number == "1"));
    assert!(matches!(read(r#"[{"number":"1"}]"#), OneOrMany::Many(cards) if cards.len() == 1));
    assert!(matches!(read("1"), OneOrMany::Unknown(_)));
    let tree: Tree<u8> = serde_json::from_str(r#"{"left":{"left":1},"right":2}"#).unwrap();
    let Tree::Node(node) = &tree else { panic!("{tree:?}") };
    assert_eq!(node.right, Some(Tree::Leaf(2)));
    assert_eq!(serde_json::to_value(&tree).unwrap(), json!({"left":{"left":1},"right":2}));
}

#[test]
fn they_stand_in_requests_as_any_other() {
    let client = client();
    let call = client.find(Only::It(3)).tag(OneOrMany::One("a b".to_owned()));
    let request = call.only(Only::from(true)).to_http().unwrap();
    assert_eq!(request.uri(), "https://api.acme.example/find/3?tag=a%20b&only=true");

    let card = Card::new("1");
    let call =
        client.send_money(Pay::from(card.clone())).cards(OneOrMany::from(vec![card.clone()]));
    let branch = Branch::new(Tree::Leaf(1)).right(Tree::Leaf(2));
    let page = Page::new([Pay::None, Pay::Other(Bank::new("x"))]);
    let request = call.tree(Tree::from(branch)).page(page).to_http().unwrap();
    assert_eq!(
        body(&request),
        json!({
            "with": { "via": "card", "number": "1" },
            "cards": [{ "number": "1" }],
            "tree": { "left": 1, "right": 2 },
            "page": { "data": [{ "via": "none" }, { "via": "other", "iban": "x" }] },
        })
    );
    // The rules of an argument hold.
    let error = client.send_money(Pay::from(Card::new("12345"))).to_http().unwrap_err();
    assert!(error.to_string().contains("with.number"), "{error}");
}
