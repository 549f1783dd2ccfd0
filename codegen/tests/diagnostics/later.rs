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
",
        &expect![[r#"
            spec.callsheet:7:16: error: unknown type `Pet`
              |
            7 | struct Dog { ..Pet, at: (f64, f64), cost: Money, when: Uuid, (a: u32 | b: u32) as c }
              |                ^^^

            spec.callsheet:10:3: error: `#[callback]` is not supported yet
               |
            10 | #[callback(url = data)]
               |   ^^^^^^^^"#]],
    );
}

#[test]
fn each_construct_that_is_not_there_yet_is_named() {
    check(
        "later-each",
        "api Acme { server \"https://b.example\" }
#[schema(a)] struct Dog { #[xml(attr)] a: u32 }
GET /a as a { -> 200 Dog }
POST /d as d { body xml Dog -> 204 }
",
        &expect![[r#"
            spec.callsheet:2:3: error: `#[schema]` is not supported yet
              |
            2 | #[schema(a)] struct Dog { #[xml(attr)] a: u32 }
              |   ^^^^^^

            spec.callsheet:2:29: error: `#[xml]` is not supported yet
              |
            2 | #[schema(a)] struct Dog { #[xml(attr)] a: u32 }
              |                             ^^^

            spec.callsheet:4:21: error: `xml` is not supported: there is no one way from fields to XML and back
              |
            4 | POST /d as d { body xml Dog -> 204 }
              |                     ^^^
              = help: write it yourself: `text "application/xml"`"#]],
    );
}
