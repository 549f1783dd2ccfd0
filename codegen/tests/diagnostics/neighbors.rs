//! A mistake is said where it is, and hides none beside it.

use expect_test::expect;

use crate::common::check;

#[test]
fn a_mistake_in_a_field_leaves_its_neighbors() {
    check(
        "fields",
        "struct Thing {
    id String,
    title: String?,
    size: u32 in,
    \"name\": String,
    a: String b: u32,
    color: [],
    ok: Missing,
}
",
        &expect![[r#"
            spec.callsheet:2:8: error: expected `:` and the type of `id`, found `String`
              |
            2 |     id String,
              |        ^^^^^^

            spec.callsheet:3:18: error: `?` goes on the name when the key may be missing: `title?: ...`; when the value may be null write `title: ... | null`
              |
            3 |     title: String?,
              |                  ^

            spec.callsheet:4:17: error: expected a range such as `1..=64`, or a pattern such as "^agent_"; found `,`
              |
            4 |     size: u32 in,
              |                 ^

            spec.callsheet:5:5: error: quotes are only for names that are not plain words
              |
            5 |     "name": String,
              |     ^^^^^^
              = help: write plain `name`

            spec.callsheet:6:15: error: expected `,` before `b`
              |
            6 |     a: String b: u32,
              |               ^

            spec.callsheet:7:13: error: expected a type, found the end
              |
            7 |     color: [],
              |             ^

            spec.callsheet:8:9: error: unknown type `Missing`
              |
            8 |     ok: Missing,
              |         ^^^^^^^"#]],
    );
}

#[test]
fn a_mistake_in_a_list_leaves_its_neighbors() {
    check(
        "lists",
        "struct Thing { a: , b: Stirng, : u32, c: u32 = , d: Nope }\nenum Color { red blue, , green, \"ok\", -1, 5 }\n",
        &expect![[r#"
            spec.callsheet:1:19: error: expected a type, found `,`
              |
            1 | struct Thing { a: , b: Stirng, : u32, c: u32 = , d: Nope }
              |                   ^

            spec.callsheet:1:24: error: unknown type `Stirng`
              |
            1 | struct Thing { a: , b: Stirng, : u32, c: u32 = , d: Nope }
              |                        ^^^^^^
              = help: did you mean `String`?

            spec.callsheet:1:32: error: expected the name of a field, found `:`
              |
            1 | struct Thing { a: , b: Stirng, : u32, c: u32 = , d: Nope }
              |                                ^

            spec.callsheet:1:48: error: expected a default, found `,`
              |
            1 | struct Thing { a: , b: Stirng, : u32, c: u32 = , d: Nope }
              |                                                ^

            spec.callsheet:1:53: error: unknown type `Nope`
              |
            1 | struct Thing { a: , b: Stirng, : u32, c: u32 = , d: Nope }
              |                                                     ^^^^

            spec.callsheet:2:18: error: expected `,` before `blue`
              |
            2 | enum Color { red blue, , green, "ok", -1, 5 }
              |                  ^^^^

            spec.callsheet:2:24: error: expected a value of the enum, found `,`
              |
            2 | enum Color { red blue, , green, "ok", -1, 5 }
              |                        ^

            spec.callsheet:2:33: error: quotes are only for names that are not plain words
              |
            2 | enum Color { red blue, , green, "ok", -1, 5 }
              |                                 ^^^^
              = help: write plain `ok`

            spec.callsheet:2:39: error: the value `-1` needs a Rust name
              |
            2 | enum Color { red blue, , green, "ok", -1, 5 }
              |                                       ^^
              = help: write `-1 as Name`

            spec.callsheet:2:43: error: the value `5` needs a Rust name
              |
            2 | enum Color { red blue, , green, "ok", -1, 5 }
              |                                           ^
              = help: write `5 as Name`"#]],
    );
}

#[test]
fn a_mistake_in_a_section_leaves_its_neighbors() {
    check(
        "sections",
        "api A { server \"https://a.example\" }
POST /things as make {
    bdoy { name: String }
    query { a?: Nope }
    hedaer { X-A?: String }
    -> 999 Thing
    errors { 200, nope, 404 }
}
GET /things as list { -> 200 Gone }
",
        &expect![[r#"
            spec.callsheet:3:5: error: unknown section `bdoy`
              |
            3 |     bdoy { name: String }
              |     ^^^^
              = help: did you mean `body`?

            spec.callsheet:4:17: error: unknown type `Nope`
              |
            4 |     query { a?: Nope }
              |                 ^^^^

            spec.callsheet:5:5: error: unknown section `hedaer`
              |
            5 |     hedaer { X-A?: String }
              |     ^^^^^^
              = help: did you mean `header`?

            spec.callsheet:6:8: error: `999` is not an HTTP status
              |
            6 |     -> 999 Thing
              |        ^^^
              = help: one is `100` to `599`, a class such as `4xx`, or `_` for any

            spec.callsheet:7:14: error: `200` is not an error
              |
            7 |     errors { 200, nope, 404 }
              |              ^^^
              = help: what a success holds stands after `->`

            spec.callsheet:7:19: error: `nope` is not an HTTP status
              |
            7 |     errors { 200, nope, 404 }
              |                   ^^^^
              = help: one is `100` to `599`, a class such as `4xx`, or `_` for any

            spec.callsheet:9:30: error: unknown type `Gone`
              |
            9 | GET /things as list { -> 200 Gone }
              |                              ^^^^"#]],
    );
}

#[test]
fn a_mistake_in_an_item_leaves_its_neighbors() {
    check(
        "items",
        "api A { sever \"https://a.example\" server \"https://a.example\" auth baerer }
GTE /things as list { -> 200 Nope }
GET /things { -> 204 }
struct { a: u32 }
enum Color red, blue
mod things { strct A { a: u32 } struct B { b: Nope } }
struct Last { a: Nope }
",
        &expect![[r#"
            spec.callsheet:1:9: error: expected `server`, `auth` or `errors`, found `sever`
              |
            1 | api A { sever "https://a.example" server "https://a.example" auth baerer }
              |         ^^^^^
              = help: did you mean `server`?

            spec.callsheet:1:67: error: auth scheme `baerer` is not declared
              |
            1 | api A { sever "https://a.example" server "https://a.example" auth baerer }
              |                                                                   ^^^^^^
              = help: did you mean `bearer`?

            spec.callsheet:2:1: error: expected `api`, `mod`, `struct`, `enum` or a method such as `GET`, found `GTE`
              |
            2 | GTE /things as list { -> 200 Nope }
              | ^^^
              = help: did you mean `GET`?

            spec.callsheet:3:1: error: an endpoint needs a Rust name before its block: `GET /things as name { ... }`
              |
            3 | GET /things { -> 204 }
              | ^^^^^^^^^^^

            spec.callsheet:4:8: error: expected the name of a struct, found `{`
              |
            4 | struct { a: u32 }
              |        ^

            spec.callsheet:5:12: error: expected `{` after `enum Color`, found `red`
              |
            5 | enum Color red, blue
              |            ^^^

            spec.callsheet:6:14: error: expected `api`, `mod`, `struct`, `enum` or a method such as `GET`, found `strct`
              |
            6 | mod things { strct A { a: u32 } struct B { b: Nope } }
              |              ^^^^^
              = help: did you mean `struct`?

            spec.callsheet:6:47: error: unknown type `Nope`
              |
            6 | mod things { strct A { a: u32 } struct B { b: Nope } }
              |                                               ^^^^

            spec.callsheet:7:18: error: unknown type `Nope`
              |
            7 | struct Last { a: Nope }
              |                  ^^^^"#]],
    );
}

#[test]
fn needless_quotes_do_not_hide_a_missing_comma() {
    check(
        "quotes_and_comma",
        "enum E {\n    \"a\" b,\n}\n",
        &expect![[r#"
            spec.callsheet:2:5: error: quotes are only for names that are not plain words
              |
            2 |     "a" b,
              |     ^^^
              = help: write plain `a`

            spec.callsheet:2:9: error: expected `,` before `b`
              |
            2 |     "a" b,
              |         ^"#]],
    );
}

#[test]
fn a_mistake_in_a_union_or_an_extern_type_leaves_its_neighbors() {
    check(
        "unions",
        "enum A tag kind { x { a: Nope, kind: u8 }, y(Gone) z, , w([A]), ..Base, ..Bsae, v(A) }
enum B { one(String), two { a: u32 }, three(String | null), four(), five(Json) }
enum C { 1 as One, two, -1, 1 as Uno, x(String) }
extern type M String = crate::M;
extern type N: Strin = n::N;
extern type O: String = crate;
extern type P: String = crate::p::P
struct Base { id: String, tag: u8 }
struct After { m: M, n: N, p: P, a: A | null in 1..=2, b: Nope }
",
        &expect![[r#"
            spec.callsheet:1:26: error: unknown type `Nope`
              |
            1 | enum A tag kind { x { a: Nope, kind: u8 }, y(Gone) z, , w([A]), ..Base, ..Bsae, v(A) }
              |                          ^^^^

            spec.callsheet:1:32: error: `kind` is the tag, which is `"x"` here
              |
            1 | enum A tag kind { x { a: Nope, kind: u8 }, y(Gone) z, , w([A]), ..Base, ..Bsae, v(A) }
              |                                ^^^^
              = help: leave the field out, or write `kind: "x"`

            spec.callsheet:1:46: error: unknown type `Gone`
              |
            1 | enum A tag kind { x { a: Nope, kind: u8 }, y(Gone) z, , w([A]), ..Base, ..Bsae, v(A) }
              |                                              ^^^^

            spec.callsheet:1:52: error: expected `,` before `z`
              |
            1 | enum A tag kind { x { a: Nope, kind: u8 }, y(Gone) z, , w([A]), ..Base, ..Bsae, v(A) }
              |                                                    ^

            spec.callsheet:1:55: error: expected a value of the enum, found `,`
              |
            1 | enum A tag kind { x { a: Nope, kind: u8 }, y(Gone) z, , w([A]), ..Base, ..Bsae, v(A) }
              |                                                       ^

            spec.callsheet:1:59: error: a variant of a tagged union holds a struct; this is a list
              |
            1 | enum A tag kind { x { a: Nope, kind: u8 }, y(Gone) z, , w([A]), ..Base, ..Bsae, v(A) }
              |                                                           ^^^

            spec.callsheet:1:75: error: unknown type `Bsae`
              |
            1 | enum A tag kind { x { a: Nope, kind: u8 }, y(Gone) z, , w([A]), ..Base, ..Bsae, v(A) }
              |                                                                           ^^^^
              = help: did you mean `Base`?

            spec.callsheet:1:83: error: a variant of a tagged union holds a struct; this is a `A`
              |
            1 | enum A tag kind { x { a: Nope, kind: u8 }, y(Gone) z, , w([A]), ..Base, ..Bsae, v(A) }
              |                                                                                   ^

            spec.callsheet:2:23: error: `two` needs a tag
              |
            2 | enum B { one(String), two { a: u32 }, three(String | null), four(), five(Json) }
              |                       ^^^
              = help: write `enum B tag type { ... }` where a key tells them apart, or a type: `two(T)`

            spec.callsheet:2:39: error: `One` and `Three` cannot be told apart: both may be a text
              |
            2 | enum B { one(String), two { a: u32 }, three(String | null), four(), five(Json) }
              |                                       ^^^^^

            spec.callsheet:2:54: error: this is never null; the field that holds the union may be
              |
            2 | enum B { one(String), two { a: u32 }, three(String | null), four(), five(Json) }
              |                                                      ^^^^

            spec.callsheet:2:66: error: expected a type, found the end
              |
            2 | enum B { one(String), two { a: u32 }, three(String | null), four(), five(Json) }
              |                                                                  ^

            spec.callsheet:2:69: error: `One` and `Five` cannot be told apart: both may be JSON of any shape
              |
            2 | enum B { one(String), two { a: u32 }, three(String | null), four(), five(Json) }
              |                                                                     ^^^^

            spec.callsheet:3:10: error: the variants of a union have names; `1` is an integer
              |
            3 | enum C { 1 as One, two, -1, 1 as Uno, x(String) }
              |          ^

            spec.callsheet:3:20: error: `two` needs a tag
              |
            3 | enum C { 1 as One, two, -1, 1 as Uno, x(String) }
              |                    ^^^
              = help: write `enum C tag type { ... }` where a key tells them apart, or a type: `two(T)`

            spec.callsheet:3:25: error: the value `-1` needs a Rust name
              |
            3 | enum C { 1 as One, two, -1, 1 as Uno, x(String) }
              |                         ^^
              = help: write `-1 as Name`

            spec.callsheet:3:29: error: variant `1` is declared twice
              |
            3 | enum C { 1 as One, two, -1, 1 as Uno, x(String) }
              |                             ^

            spec.callsheet:4:15: error: expected `:` and what `M` is on the wire, found `String`
              |
            4 | extern type M String = crate::M;
              |               ^^^^^^

            spec.callsheet:5:16: error: unknown type `Strin`
              |
            5 | extern type N: Strin = n::N;
              |                ^^^^^
              = help: did you mean `String`?

            spec.callsheet:6:25: error: the path of an extern type starts with a crate
              |
            6 | extern type O: String = crate;
              |                         ^^^^^

            spec.callsheet:8:1: error: expected `;` after the path of `P`, found `struct`
              |
            8 | struct Base { id: String, tag: u8 }
              | ^^^^^^

            spec.callsheet:9:46: error: expected `,` before `in`
              |
            9 | struct After { m: M, n: N, p: P, a: A | null in 1..=2, b: Nope }
              |                                              ^^

            spec.callsheet:9:49: error: expected `:` and the type of `in`, found `1`
              |
            9 | struct After { m: M, n: N, p: P, a: A | null in 1..=2, b: Nope }
              |                                                 ^

            spec.callsheet:9:59: error: unknown type `Nope`
              |
            9 | struct After { m: M, n: N, p: P, a: A | null in 1..=2, b: Nope }
              |                                                           ^^^^"#]],
    );
}

#[test]
fn a_newtype_with_parameters_is_one_mistake() {
    check(
        "newtype-parameters",
        "api A { server \"https://a.example\" }
struct Ids<T>([T]);
GET /ids as ids { -> 200 Ids<String> }
",
        &expect![[r#"
            spec.callsheet:2:12: error: a newtype takes no parameters
              |
            2 | struct Ids<T>([T]);
              |            ^
              = help: a struct with fields may: `struct Page<T> { data: [T] }`"#]],
    );
}

#[test]
fn events_in_a_body_are_one_mistake() {
    check(
        "body-of-events",
        "api A { server \"https://a.example\" }
struct Event { text: String }
POST /events as send_events { body sse Event -> 204 }
",
        &expect![[r#"
            spec.callsheet:3:36: error: events are what a response streams, and no body of a request
              |
            3 | POST /events as send_events { body sse Event -> 204 }
              |                                    ^^^
              = help: one value a line is `body ndjson Type`"#]],
    );
}
