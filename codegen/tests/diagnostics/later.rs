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
