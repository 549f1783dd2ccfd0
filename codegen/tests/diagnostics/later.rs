//! What the language has and this version cannot do.

use expect_test::expect;

use crate::common::check;

#[test]
fn what_is_not_there_yet_is_said_once() {
    check(
        "later",
        "api A {
    server \"https://b.example\"
    header { Acme-Version: \"1\" }
}
extern type Money: String = crate::Money;
struct Page<T> { data: [T] }
struct Dog { ..Pet, at: (f64, f64), cost: Money, when: Uuid, (a: u32 | b: u32) as c }
enum Animal tag kind { dog(Dog) }
enum Shape { Text(String), Parts([Dog]) }
#[callback(url = data)]
GET /dogs as dogs {
    cookie { session?: String }
    -> 200 Page<Animal> header { X-A: String }
}
PUT /dogs as put { body text -> 204 }
POST /dogs as post { body? { a: u32 } -> 200 sse Animal }
webhook done { body Dog -> 2xx }
",
        &expect![[r#"
            spec.callsheet:7:16: error: unknown type `Pet`
              |
            7 | struct Dog { ..Pet, at: (f64, f64), cost: Money, when: Uuid, (a: u32 | b: u32) as c }
              |                ^^^

            spec.callsheet:10:3: error: `#[callback]` is not supported yet
               |
            10 | #[callback(url = data)]
               |   ^^^^^^^^

            spec.callsheet:17:1: error: `webhook` is not supported yet
               |
            17 | webhook done { body Dog -> 2xx }
               | ^^^^^^^"#]],
    );
}

#[test]
fn each_construct_that_is_not_there_yet_is_named() {
    check(
        "later-each",
        "api Acme { server \"https://b.example\" }
extend Dog { a: u32 }
#[schema(a)] struct Dog { #[xml(attr)] a: u32, b: crate::Money, c: Map<Kind, u32> }
struct Page { a: u8 }
enum Kind { a, b }
struct Ids([u32]);
#[signature(x)]
GET /a as a { -> 200 Dog }
GET /b as b { -> 204 }
GET /c as c { -> 204 }
POST /d as d { body xml Dog -> 204 }
",
        &expect![[r#"
            spec.callsheet:2:1: error: `extend` is not supported yet
              |
            2 | extend Dog { a: u32 }
              | ^^^^^^

            spec.callsheet:3:3: error: `#[schema]` is not supported yet
              |
            3 | #[schema(a)] struct Dog { #[xml(attr)] a: u32, b: crate::Money, c: Map<Kind, u32> }
              |   ^^^^^^

            spec.callsheet:3:29: error: `#[xml]` is not supported yet
              |
            3 | #[schema(a)] struct Dog { #[xml(attr)] a: u32, b: crate::Money, c: Map<Kind, u32> }
              |                             ^^^

            spec.callsheet:3:51: error: a Rust path as a type is not supported yet
              |
            3 | #[schema(a)] struct Dog { #[xml(attr)] a: u32, b: crate::Money, c: Map<Kind, u32> }
              |                                                   ^^^^^

            spec.callsheet:7:3: error: `#[signature]` is not supported yet
              |
            7 | #[signature(x)]
              |   ^^^^^^^^^

            spec.callsheet:11:21: error: `xml` is not supported: there is no one way from fields to XML and back
               |
            11 | POST /d as d { body xml Dog -> 204 }
               |                     ^^^
               = help: write it yourself: `text "application/xml"`"#]],
    );
}
