//! What is said of mistakes, and where: the words and places of a file, and the same words of the
//! same text in a macro.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(clippy::too_many_lines, clippy::needless_raw_string_hashes, reason = "expected texts")]

mod common;

use common::check;
use expect_test::{Expect, expect};

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
            spec.callsheet:3:5: error: parameters of every operation are not supported yet
              |
            3 |     header { Acme-Version: "1" }
              |     ^^^^^^

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
fn quoted_and_odd_paths() {
    check(
        "paths",
        "api A { server \"https://a.example\" }
GET \"/a//b/{id: String}\" as ok { -> 204 }
GET /v1.1/users/@me/files/{path: String}.json as also_ok { -> 204 }
GET /a:b/$c/~d/as/in/type as fine { -> 204 }
GET \"relative\" as relative { -> 204 }
GET \"/a{b\" as open { -> 204 }
GET \"/a/{b}\" as untyped { -> 204 }
GET /a/{} as empty { -> 204 }
GET /a/{id} as bare { -> 204 }
GET \"/a/../b\" as dots { -> 204 }
GET /things/{id: [String]} as list { -> 204 }
",
        &expect![[r#"
            spec.callsheet:5:5: error: a path starts with `/`
              |
            5 | GET "relative" as relative { -> 204 }
              |     ^^^^^^^^^^

            spec.callsheet:6:5: error: this path has a `{` without a `}`
              |
            6 | GET "/a{b" as open { -> 204 }
              |     ^^^^^^

            spec.callsheet:7:5: error: `{b}` is not `{name: Type}` with a plain name of a type
              |
            7 | GET "/a/{b}" as untyped { -> 204 }
              |     ^^^^^^^^

            spec.callsheet:8:9: error: a path parameter has a name and a type: `{id: String}`
              |
            8 | GET /a/{} as empty { -> 204 }
              |         ^

            spec.callsheet:9:11: error: expected `:` and the type of `id`, found the end
              |
            9 | GET /a/{id} as bare { -> 204 }
              |           ^

            spec.callsheet:10:5: error: a path has no `.` and no `..` segments
               |
            10 | GET "/a/../b" as dots { -> 204 }
               |     ^^^^^^^^^"#]],
    );
}

#[test]
fn examples_are_checked_at_their_json_path() {
    check(
        "examples",
        "api A { server \"https://a.example\" }
POST /things as make {
    body { name: String, parts?: [Part], kind?: Kind, type: \"thing\" }
    -> 201 Part
    errors { 404 }
    example { \"name\": 5, \"parts\": [{ \"size\": 1 }, { \"size\": \"big\" }], \"kind\": \"odd\" } -> 201 { \"sise\": 1 }
    example { \"name\": \"a\", \"type\": \"other\" } -> 404 {}
    example r#\"{ \"name\": \"\\u00e9\" }\"# -> 500 {}
}
struct Part { size: u32 }
#[closed] enum Kind { even }
",
        &expect![[r##"
            spec.callsheet:6:23: error: the example does not fit at `name`: expected a text
              |
            6 |     example { "name": 5, "parts": [{ "size": 1 }, { "size": "big" }], "kind": "odd" } -> 201 { "sise": 1 }
              |                       ^

            spec.callsheet:6:61: error: the example does not fit at `parts[1].size`: expected an integer (`u32`)
              |
            6 |     example { "name": 5, "parts": [{ "size": 1 }, { "size": "big" }], "kind": "odd" } -> 201 { "sise": 1 }
              |                                                             ^^^^^

            spec.callsheet:6:79: error: the example does not fit at `kind`: expected one of `even`
              |
            6 |     example { "name": 5, "parts": [{ "size": 1 }, { "size": "big" }], "kind": "odd" } -> 201 { "sise": 1 }
              |                                                                               ^^^^^

            spec.callsheet:6:94: error: the example lacks `size`, which is required
              |
            6 |     example { "name": 5, "parts": [{ "size": 1 }, { "size": "big" }], "kind": "odd" } -> 201 { "sise": 1 }
              |                                                                                              ^

            spec.callsheet:7:36: error: the example does not fit at `type`: expected the constant `"thing"`
              |
            7 |     example { "name": "a", "type": "other" } -> 404 {}
              |                                    ^^^^^^^

            spec.callsheet:8:42: error: this endpoint declares no `500`
              |
            8 |     example r#"{ "name": "\u00e9" }"# -> 500 {}
              |                                          ^^^"##]],
    );
}

#[test]
fn defaults_and_sets_are_checked() {
    check(
        "defaults",
        "struct Thing {
    a?: u8 = 256,
    b?: i8 in -5..5 = 5,
    c?: f64 in 0.0..1.0 = 1.0,
    d?: String in \"^a\" = \"b\",
    e?: String in 1..=2 = word,
    f?: [u32] = 5,
    g?: Json = anything,
    h?: Kind = odd,
    i?: Kind = even,
    j: u32 in ..,
    k: f64 in 2.0..1.0,
    l: [u32] in 5..=1,
    m: Kind in 1..=2,
    n: Map<u32, String>,
    o: Map<String>,
    p: u32<u32>,
    q: \"constant\" = \"x\",
    r?: 5,
    s: String in -1..=5,
}
#[closed] enum Kind { even }
",
        &expect![[r#"
            spec.callsheet:2:14: error: the default `256` is outside `u8`
              |
            2 |     a?: u8 = 256,
              |              ^^^

            spec.callsheet:3:23: error: the default `5` breaks the field's own constraint
              |
            3 |     b?: i8 in -5..5 = 5,
              |                       ^
              = help: the field says: In `-5..=4`.

            spec.callsheet:4:27: error: the default `1.0` breaks the field's own constraint
              |
            4 |     c?: f64 in 0.0..1.0 = 1.0,
              |                           ^^^
              = help: the field says: In `0.0..1.0`.

            spec.callsheet:5:26: error: the default `b` breaks the field's own constraint
              |
            5 |     d?: String in "^a" = "b",
              |                          ^^^
              = help: the field says: Starts with `a`.

            spec.callsheet:6:27: error: the default `word` is not a text
              |
            6 |     e?: String in 1..=2 = word,
              |                           ^^^^
              = help: write `"word"`

            spec.callsheet:7:17: error: the default `5` is not a list
              |
            7 |     f?: [u32] = 5,
              |                 ^

            spec.callsheet:9:16: error: `odd` is not a value of `Kind`
              |
            9 |     h?: Kind = odd,
              |                ^^^

            spec.callsheet:11:15: error: a range needs at least one bound
               |
            11 |     j: u32 in ..,
               |               ^^

            spec.callsheet:12:15: error: the range `2.0..1.0` is reversed; write `1.0..2.0`
               |
            12 |     k: f64 in 2.0..1.0,
               |               ^^^^^^^^

            spec.callsheet:13:17: error: the range `5..=1` is reversed; write `1..=5`
               |
            13 |     l: [u32] in 5..=1,
               |                 ^^^^^

            spec.callsheet:14:16: error: a range bounds a number, the length of a text, or the size of a list or map; this is none of them
               |
            14 |     m: Kind in 1..=2,
               |                ^^^^^

            spec.callsheet:15:12: error: the keys of a map are text: `String`, an id or an enum
               |
            15 |     n: Map<u32, String>,
               |            ^^^

            spec.callsheet:16:8: error: a map needs the types of its keys and values: `Map<String, T>`
               |
            16 |     o: Map<String>,
               |        ^^^

            spec.callsheet:17:12: error: `u32` takes no type arguments
               |
            17 |     p: u32<u32>,
               |            ^^^

            spec.callsheet:18:21: error: a constant has no default
               |
            18 |     q: "constant" = "x",
               |                     ^^^

            spec.callsheet:19:6: error: a constant is always there and never null
               |
            19 |     r?: 5,
               |      ^

            spec.callsheet:20:18: error: a length is a whole number, 0 or more
               |
            20 |     s: String in -1..=5,
               |                  ^^"#]],
    );
}

/// Checks the reports of a text that no macro could hold.
fn check_file(name: &str, text: &str, expected: &Expect) {
    let file = common::in_file(name, text);
    expected.assert_eq(&file.diagnostics.render(&file.sources));
}

#[test]
fn what_is_no_token_is_said_in_words_of_its_own() {
    check_file(
        "lex_bracket",
        "struct A { a: [String, b: u32 }\n",
        &expect![[r#"
        spec.callsheet:1:15: error: this `[` is never closed
          |
        1 | struct A { a: [String, b: u32 }
          |               ^"#]],
    );
    check_file(
        "lex_close",
        "struct A { a: u32 } }\n",
        &expect![[r#"
        spec.callsheet:1:21: error: nothing opens this `}`
          |
        1 | struct A { a: u32 } }
          |                     ^"#]],
    );
    check_file(
        "lex_open",
        "struct A { a: u32\nstruct B { b: u32 }\n",
        &expect![[r#"
        spec.callsheet:1:10: error: this `{` is never closed
          |
        1 | struct A { a: u32
          |          ^"#]],
    );
    check_file(
        "lex_text",
        "struct A { a: String in \"^a }\n",
        &expect![[r#"
        spec.callsheet:1:25: error: this text never ends
          |
        1 | struct A { a: String in "^a }
          |                         ^
          = help: it needs a `"`"#]],
    );
    check_file(
        "lex_comment",
        "GET /a//b as x { -> 204 }\n/* never\n",
        &expect![[r#"
        spec.callsheet:1:7: error: `//` starts a comment, in a path too
          |
        1 | GET /a//b as x { -> 204 }
          |       ^^^^^^^^^^^^^^^^^^^
          = help: put the whole path in quotes

        spec.callsheet:2:1: error: this comment never ends
          |
        2 | /* never
          | ^^
          = help: it needs a `*/`"#]],
    );
    check_file(
        "lex_quote",
        "/// don't\nstruct A { a: 'b' }\nGET /don't as x {}\n",
        &expect![[r#"
        spec.callsheet:2:15: error: text is written in `"`, not in `'`
          |
        2 | struct A { a: 'b' }
          |               ^^^

        spec.callsheet:3:6: error: `don` before a literal means something else in Rust
          |
        3 | GET /don't as x {}
          |      ^^^
          = help: put a space after it"#]],
    );
    check_file(
        "lex_prefix",
        "struct A { k\"x\": u32, #\"y\": u32, 0x: u32, \u{201c}z\u{201d}: u32 }\n",
        &expect![[r#"
        spec.callsheet:1:12: error: `k` before a literal means something else in Rust
          |
        1 | struct A { k"x": u32, #"y": u32, 0x: u32, “z”: u32 }
          |            ^
          = help: put a space after it"#]],
    );
    check_file(
        "lex_exponent",
        "GET /2e/x as x { -> 204 }\n",
        &expect![[r#"
        spec.callsheet:1:6: error: Rust reads this as a number without an exponent
          |
        1 | GET /2e/x as x { -> 204 }
          |      ^^
          = help: put it in quotes"#]],
    );
}

#[test]
fn what_is_wrong_with_attempts() {
    check(
        "attempts",
        "#[retry] #[timeout(-, 5s)] #[idempotency_key]
api Acme { server \"https://a.example\" }
#[retry(max = -1, on = 429, vito = X, 5)] #[timeout(30, 5s)] #[idempotent(yes)]
POST /a as a { -> 204 }
#[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, \"503\"], count = X-Count)] #[timeout(5d, header = X)]
PUT /b as b { header { #[idempotency_key(A)] #[sensitive] X-Key: String } -> 204 }
#[timeout(0s)] #[idempotent]
GET /c as c { header { #[idempotency_key] X-Key?: String } -> 204 }
#[timeout(99999999999999999999999999h)] #[retry(max = 1, max = 2)]
POST /d as d { header {
    #[idempotency_key] X-Key?: String in 1..=64,
    #[idempotency_key] X-Second?: String,
} body { #[idempotency_key] key?: String } -> 204 }
#[idempotency_key] #[retry(veto = X)]
POST /e as e { header { #[idempotency_key] X-Key as own?: String } -> 204 }
POST /f as f { header { #[idempotency_key] Host?: String = \"a\" } -> 204 }
#[retry(on = [429; 5xx])]
POST /g as g { -> 204 }
",
        &expect![[r#"
            spec.callsheet:1:1: error: expected `#[retry(max = 5, on = [429, 5xx])]`
              |
            1 | #[retry] #[timeout(-, 5s)] #[idempotency_key]
              | ^^^^^^^^

            spec.callsheet:1:20: error: expected a value, found `-`
              |
            1 | #[retry] #[timeout(-, 5s)] #[idempotency_key]
              |                    ^

            spec.callsheet:1:28: error: expected the name of the header that carries the key
              |
            1 | #[retry] #[timeout(-, 5s)] #[idempotency_key]
              |                            ^^^^^^^^^^^^^^^^^^
              = help: `#[idempotency_key(Idempotency-Key)]`, without quotes

            spec.callsheet:3:15: error: expected a number of retries, from 0 to 100
              |
            3 | #[retry(max = -1, on = 429, vito = X, 5)] #[timeout(30, 5s)] #[idempotent(yes)]
              |               ^^

            spec.callsheet:3:24: error: expected a list of statuses, such as `[429, 5xx]`
              |
            3 | #[retry(max = -1, on = 429, vito = X, 5)] #[timeout(30, 5s)] #[idempotent(yes)]
              |                        ^^^

            spec.callsheet:3:29: error: `#[retry]` has no `vito`; it has `max`, `on`, `veto`, `count`
              |
            3 | #[retry(max = -1, on = 429, vito = X, 5)] #[timeout(30, 5s)] #[idempotent(yes)]
              |                             ^^^^^^^^
              = help: did you mean `veto`?

            spec.callsheet:3:39: error: expected a key, as in `max = 5, on = [429, 5xx]`
              |
            3 | #[retry(max = -1, on = 429, vito = X, 5)] #[timeout(30, 5s)] #[idempotent(yes)]
              |                                       ^

            spec.callsheet:3:53: error: expected a time with its unit, such as `30s`
              |
            3 | #[retry(max = -1, on = 429, vito = X, 5)] #[timeout(30, 5s)] #[idempotent(yes)]
              |                                                     ^^

            spec.callsheet:3:57: error: the time is given twice
              |
            3 | #[retry(max = -1, on = 429, vito = X, 5)] #[timeout(30, 5s)] #[idempotent(yes)]
              |                                                         ^^

            spec.callsheet:3:75: error: `#[idempotent]` takes no arguments
              |
            3 | #[retry(max = -1, on = 429, vito = X, 5)] #[timeout(30, 5s)] #[idempotent(yes)]
              |                                                                           ^^^

            spec.callsheet:5:15: error: expected a number of retries, from 0 to 100
              |
            5 | #[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, "503"], count = X-Count)] #[timeout(5d, header = X)]
              |               ^^^^

            spec.callsheet:5:27: error: `200` is not the status of an error
              |
            5 | #[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, "503"], count = X-Count)] #[timeout(5d, header = X)]
              |                           ^^^
              = help: one is `400` to `599`, `4xx` or `5xx`

            spec.callsheet:5:37: error: `5xx` is in the list twice
              |
            5 | #[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, "503"], count = X-Count)] #[timeout(5d, header = X)]
              |                                     ^^^

            spec.callsheet:5:42: error: `6xx` is not the status of an error
              |
            5 | #[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, "503"], count = X-Count)] #[timeout(5d, header = X)]
              |                                          ^^^
              = help: one is `400` to `599`, `4xx` or `5xx`

            spec.callsheet:5:47: error: `_` is not the status of an error
              |
            5 | #[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, "503"], count = X-Count)] #[timeout(5d, header = X)]
              |                                               ^
              = help: one is `400` to `599`, `4xx` or `5xx`

            spec.callsheet:5:50: error: quotes are only for names that are not plain words
              |
            5 | #[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, "503"], count = X-Count)] #[timeout(5d, header = X)]
              |                                                  ^^^^^
              = help: write plain `503`

            spec.callsheet:5:58: error: `count` is one for the whole API
              |
            5 | #[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, "503"], count = X-Count)] #[timeout(5d, header = X)]
              |                                                          ^^^^^^^^^^^^^^^
              = help: it belongs on the `api` block

            spec.callsheet:5:86: error: `5d` is not a time
              |
            5 | #[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, "503"], count = X-Count)] #[timeout(5d, header = X)]
              |                                                                                      ^^
              = help: a whole number and its unit: `500ms`, `30s`, `5m` or `1h`

            spec.callsheet:5:90: error: `header` is one for the whole API
              |
            5 | #[retry(max = many, on = [200, 5xx, 5xx, 6xx, _, "503"], count = X-Count)] #[timeout(5d, header = X)]
              |                                                                                          ^^^^^^^^^^
              = help: it belongs on the `api` block

            spec.callsheet:6:42: error: `#[idempotency_key]` takes no arguments
              |
            6 | PUT /b as b { header { #[idempotency_key(A)] #[sensitive] X-Key: String } -> 204 }
              |                                          ^

            spec.callsheet:6:46: error: `#[sensitive]` does not belong on an idempotency key
              |
            6 | PUT /b as b { header { #[idempotency_key(A)] #[sensitive] X-Key: String } -> 204 }
              |                                              ^^^^^^^^^^^^
              = help: it belongs on a field

            spec.callsheet:6:59: error: a key that the caller does not give is made by the client
              |
            6 | PUT /b as b { header { #[idempotency_key(A)] #[sensitive] X-Key: String } -> 204 }
              |                                                           ^^^^^
              = help: `X-Key?: String`

            spec.callsheet:7:11: error: the time of an attempt is from `1ms` to `24h`
              |
            7 | #[timeout(0s)] #[idempotent]
              |           ^^

            spec.callsheet:7:16: error: a GET request is idempotent as it is (RFC 9110, section 9.2.2)
              |
            7 | #[timeout(0s)] #[idempotent]
              |                ^^^^^^^^^^^^^

            spec.callsheet:8:24: error: a GET request changes nothing, and needs no key
              |
            8 | GET /c as c { header { #[idempotency_key] X-Key?: String } -> 204 }
              |                        ^^^^^^^^^^^^^^^^^^

            spec.callsheet:9:11: error: the time of an attempt is from `1ms` to `24h`
              |
            9 | #[timeout(99999999999999999999999999h)] #[retry(max = 1, max = 2)]
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^

            spec.callsheet:9:58: error: `max` is given twice
              |
            9 | #[timeout(99999999999999999999999999h)] #[retry(max = 1, max = 2)]
              |                                                          ^^^^^^^

            spec.callsheet:11:32: error: an idempotency key is a `String` of any form
               |
            11 |     #[idempotency_key] X-Key?: String in 1..=64,
               |                                ^^^^^^^^^^^^^^^^

            spec.callsheet:12:24: error: an endpoint has one idempotency key
               |
            12 |     #[idempotency_key] X-Second?: String,
               |                        ^^^^^^^^

            spec.callsheet:13:10: error: `#[idempotency_key]` does not belong on a field
               |
            13 | } body { #[idempotency_key] key?: String } -> 204 }
               |          ^^^^^^^^^^^^^^^^^^
               = help: it belongs on a field of a `header` section, or the `api` block as `#[idempotency_key(Idempotency-Key)]`

            spec.callsheet:14:1: error: `#[idempotency_key]` does not belong on an endpoint
               |
            14 | #[idempotency_key] #[retry(veto = X)]
               | ^^^^^^^^^^^^^^^^^^
               = help: it belongs on a field of a `header` section, or the `api` block as `#[idempotency_key(Idempotency-Key)]`

            spec.callsheet:14:28: error: `veto` is one for the whole API
               |
            14 | #[idempotency_key] #[retry(veto = X)]
               |                            ^^^^^^^^
               = help: it belongs on the `api` block

            spec.callsheet:15:53: error: an idempotency key has no setter of its own: every call has one
               |
            15 | POST /e as e { header { #[idempotency_key] X-Key as own?: String } -> 204 }
               |                                                     ^^^

            spec.callsheet:16:44: error: the client writes `Host` itself
               |
            16 | POST /f as f { header { #[idempotency_key] Host?: String = "a" } -> 204 }
               |                                            ^^^^

            spec.callsheet:16:60: error: an idempotency key has no default
               |
            16 | POST /f as f { header { #[idempotency_key] Host?: String = "a" } -> 204 }
               |                                                            ^^^

            spec.callsheet:17:18: error: expected `,`, found `;`
               |
            17 | #[retry(on = [429; 5xx])]
               |                  ^"#]],
    );
    check(
        "attempts_of_all",
        "#[retry(veto = \"X-Should-Retry\", count = Content-Length, max = 101)]
#[timeout(header = 5)]
#[idempotency_key(\"Idempotency-Key\")]
#[idempotent]
api Acme { server \"https://a.example\" }
",
        &expect![[r#"
            spec.callsheet:1:16: error: expected the name of a header, such as `veto = X-Should-Retry`
              |
            1 | #[retry(veto = "X-Should-Retry", count = Content-Length, max = 101)]
              |                ^^^^^^^^^^^^^^^^

            spec.callsheet:1:42: error: the client writes `Content-Length` itself
              |
            1 | #[retry(veto = "X-Should-Retry", count = Content-Length, max = 101)]
              |                                          ^^^^^^^^^^^^^^

            spec.callsheet:1:64: error: expected a number of retries, from 0 to 100
              |
            1 | #[retry(veto = "X-Should-Retry", count = Content-Length, max = 101)]
              |                                                                ^^^

            spec.callsheet:2:20: error: expected the name of a header, such as `header = X-Timeout`
              |
            2 | #[timeout(header = 5)]
              |                    ^

            spec.callsheet:3:19: error: expected the name of the header that carries the key
              |
            3 | #[idempotency_key("Idempotency-Key")]
              |                   ^^^^^^^^^^^^^^^^^
              = help: `#[idempotency_key(Idempotency-Key)]`, without quotes

            spec.callsheet:4:1: error: `#[idempotent]` does not belong on an `api` block
              |
            4 | #[idempotent]
              | ^^^^^^^^^^^^^
              = help: it belongs on an endpoint"#]],
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
fn mistakes_in_what_is_sent_and_answered() {
    check(
        "bodies",
        "api A { server \"https://a.example\" }
GET /a/{x: Thing}/{y: Map<String, u8>}/{z: [Thing]} as first {
    query {
        a?: Json,
        #[style] b?: [u8],
        #[style(\"pipe\")] c?: [u8],
        #[style(pipe, comma)] d?: [u8],
        #[style(deep)] e?: Deep,
        #[style(deep)] f?: Map<String, u8 | null>,
        #[style(pipe)] g: 5,
        #[style(comma)] h?: Thing,
        i?: [u8 | null],
        #[style(deep)] j?: Kind,
        #[style(pipe)] k?: [Unknown],
    }
    cookie { \"a b\" as ab: String, c?: Thing, n: u8 | null }
    cookie { again: u8 }
    -> 200 header { X-A: u8 | null, x-a: [Thing] }
}
POST /b as second { body form Map<String, Thing> -> 200 ndjson Thing }
POST /b as third { body form Kind -> 200 text Thing }
POST /b as fourth { body form u8 -> 200 bytes Thing }
POST /b as fifth { body text { a: u8 } -> 200 text \"a\" }
POST /b as sixth { body bytes \"a/b; c\" -> 200 bytes \"a/b;c=\\\"d\\\"\" }
POST /b as seventh { body json \"\" Thing -> 200 bytes { a: u8 } }
POST /b as eighth { body form -> 200 json }
POST /b as ninth { body? -> 200 sse Thing }
POST /b as tenth { body form Unknown -> 200 text Unknown }
POST /c as eleventh { body multipart { a: [[File]], b: [u8 | null], c: File in 1.. , d: File = 1 } -> 200 multipart Thing }
PUT /c/{a: File} as twelfth { body multipart File header { X-A: File } -> 200 File }
struct Thing { a?: u8 }
struct Deep { a: Thing, b: [Thing] }
enum Kind { one, two }
",
        &expect![[r#"
            spec.callsheet:2:12: error: a `Thing` object cannot stand in a path
              |
            2 | GET /a/{x: Thing}/{y: Map<String, u8>}/{z: [Thing]} as first {
              |            ^^^^^

            spec.callsheet:2:23: error: a map cannot stand in a path
              |
            2 | GET /a/{x: Thing}/{y: Map<String, u8>}/{z: [Thing]} as first {
              |                       ^^^^^^^^^^^^^^^

            spec.callsheet:2:44: error: a list in a path holds scalars, not a `Thing` object
              |
            2 | GET /a/{x: Thing}/{y: Map<String, u8>}/{z: [Thing]} as first {
              |                                            ^^^^^^^

            spec.callsheet:4:13: error: JSON cannot stand in a query
              |
            4 |         a?: Json,
              |             ^^^^

            spec.callsheet:5:9: error: expected a style: `pipe`, `space`, `comma` or `deep`
              |
            5 |         #[style] b?: [u8],
              |         ^^^^^^^^

            spec.callsheet:6:17: error: expected a style: `pipe`, `space`, `comma` or `deep`
              |
            6 |         #[style("pipe")] c?: [u8],
              |                 ^^^^^^

            spec.callsheet:7:23: error: a parameter has one style
              |
            7 |         #[style(pipe, comma)] d?: [u8],
              |                       ^^^^^

            spec.callsheet:8:28: error: a `Deep` object cannot be written as `deep`: a list in it holds what is no scalar
              |
            8 |         #[style(deep)] e?: Deep,
              |                            ^^^^

            spec.callsheet:9:28: error: a map cannot be written as `deep`: there is no `null` in a query
              |
            9 |         #[style(deep)] f?: Map<String, u8 | null>,
              |                            ^^^^^^^^^^^^^^^^^^^^^^

            spec.callsheet:10:9: error: a constant is one value, which needs no style
               |
            10 |         #[style(pipe)] g: 5,
               |         ^^^^^^^^^^^^^^

            spec.callsheet:11:29: error: a `Thing` object cannot stand in a query as it is
               |
            11 |         #[style(comma)] h?: Thing,
               |                             ^^^^^
               = help: `#[style(deep)]` writes it as `h[key]=value`

            spec.callsheet:12:13: error: there is no `null` in a list in a query
               |
            12 |         i?: [u8 | null],
               |             ^^^^^^^^^^^

            spec.callsheet:13:9: error: a style says how a list or an object is written; this is a text
               |
            13 |         #[style(deep)] j?: Kind,
               |         ^^^^^^^^^^^^^^

            spec.callsheet:14:29: error: unknown type `Unknown`
               |
            14 |         #[style(pipe)] k?: [Unknown],
               |                             ^^^^^^^

            spec.callsheet:17:5: error: an endpoint has one `cookie` section; this is a second
               |
            17 |     cookie { again: u8 }
               |     ^^^^^^

            spec.callsheet:18:31: error: there is no `null` in a header of a response
               |
            18 |     -> 200 header { X-A: u8 | null, x-a: [Thing] }
               |                               ^^^^

            spec.callsheet:18:37: error: field `x_a` is declared twice
               |
            18 |     -> 200 header { X-A: u8 | null, x-a: [Thing] }
               |                                     ^^^
               = help: `x-a` derives to it; give it another name with `as`

            spec.callsheet:18:42: error: a list in a header of a response holds scalars, not a `Thing` object
               |
            18 |     -> 200 header { X-A: u8 | null, x-a: [Thing] }
               |                                          ^^^^^^^

            spec.callsheet:20:31: error: a form is an object of texts and lists of them; this map holds a `Thing` object
               |
            20 | POST /b as second { body form Map<String, Thing> -> 200 ndjson Thing }
               |                               ^^^^^^^^^^^^^^^^^^
               = help: fields in the body itself can have a style: `body form { #[style(deep)] filter: Filter }`

            spec.callsheet:21:30: error: a form is an object of texts and lists of them; this is no object
               |
            21 | POST /b as third { body form Kind -> 200 text Thing }
               |                              ^^^^
               = help: fields in the body itself can have a style: `body form { #[style(deep)] filter: Filter }`

            spec.callsheet:21:47: error: a text cannot hold a `Thing` object
               |
            21 | POST /b as third { body form Kind -> 200 text Thing }
               |                                               ^^^^^

            spec.callsheet:22:31: error: a form is an object of texts and lists of them; this is an integer (`u8`)
               |
            22 | POST /b as fourth { body form u8 -> 200 bytes Thing }
               |                               ^^
               = help: fields in the body itself can have a style: `body form { #[style(deep)] filter: Filter }`

            spec.callsheet:22:41: error: a response of text or bytes has no fields
               |
            22 | POST /b as fourth { body form u8 -> 200 bytes Thing }
               |                                         ^^^^^

            spec.callsheet:23:25: error: a body of text has no fields
               |
            23 | POST /b as fifth { body text { a: u8 } -> 200 text "a" }
               |                         ^^^^

            spec.callsheet:23:52: error: `a` is not a media type (RFC 9110, section 8.3.1)
               |
            23 | POST /b as fifth { body text { a: u8 } -> 200 text "a" }
               |                                                    ^^^
               = help: one is `application/pdf` or `text/csv; charset=utf-8`

            spec.callsheet:24:31: error: `a/b; c` is not a media type (RFC 9110, section 8.3.1)
               |
            24 | POST /b as sixth { body bytes "a/b; c" -> 200 bytes "a/b;c=\"d\"" }
               |                               ^^^^^^^^
               = help: one is `application/pdf` or `text/csv; charset=utf-8`

            spec.callsheet:25:32: error: `` is not a media type (RFC 9110, section 8.3.1)
               |
            25 | POST /b as seventh { body json "" Thing -> 200 bytes { a: u8 } }
               |                                ^^
               = help: one is `application/pdf` or `text/csv; charset=utf-8`

            spec.callsheet:25:48: error: a response of text or bytes has no fields
               |
            25 | POST /b as seventh { body json "" Thing -> 200 bytes { a: u8 } }
               |                                                ^^^^^

            spec.callsheet:26:31: error: expected the fields of the body or its type, found `-`
               |
            26 | POST /b as eighth { body form -> 200 json }
               |                               ^

            spec.callsheet:26:43: error: expected the fields of the response or its type, found the end
               |
            26 | POST /b as eighth { body form -> 200 json }
               |                                           ^

            spec.callsheet:27:26: error: expected the fields of the body or its type, found `-`
               |
            27 | POST /b as ninth { body? -> 200 sse Thing }
               |                          ^

            spec.callsheet:28:12: error: `POST /b` is already declared as `third`
               |
            28 | POST /b as tenth { body form Unknown -> 200 text Unknown }
               |            ^^^^^

            spec.callsheet:28:30: error: unknown type `Unknown`
               |
            28 | POST /b as tenth { body form Unknown -> 200 text Unknown }
               |                              ^^^^^^^

            spec.callsheet:28:50: error: unknown type `Unknown`
               |
            28 | POST /b as tenth { body form Unknown -> 200 text Unknown }
               |                                                  ^^^^^^^

            spec.callsheet:29:43: error: a list of files is one list: `[File]`
               |
            29 | POST /c as eleventh { body multipart { a: [[File]], b: [u8 | null], c: File in 1.. , d: File = 1 } -> 200 multipart Thing }
               |                                           ^^^^^^^^

            spec.callsheet:29:56: error: there is no `null` in a list in a body of parts
               |
            29 | POST /c as eleventh { body multipart { a: [[File]], b: [u8 | null], c: File in 1.. , d: File = 1 } -> 200 multipart Thing }
               |                                                        ^^^^^^^^^^^

            spec.callsheet:29:80: error: a range bounds a number, the length of a text, or the size of a list or map; this is none of them
               |
            29 | POST /c as eleventh { body multipart { a: [[File]], b: [u8 | null], c: File in 1.. , d: File = 1 } -> 200 multipart Thing }
               |                                                                                ^^^

            spec.callsheet:29:96: error: the default `1` is not a file
               |
            29 | POST /c as eleventh { body multipart { a: [[File]], b: [u8 | null], c: File in 1.. , d: File = 1 } -> 200 multipart Thing }
               |                                                                                                ^

            spec.callsheet:29:107: error: a response that is a form is not supported yet
               |
            29 | POST /c as eleventh { body multipart { a: [[File]], b: [u8 | null], c: File in 1.. , d: File = 1 } -> 200 multipart Thing }
               |                                                                                                           ^^^^^^^^^

            spec.callsheet:30:12: error: a `File` stands only among the parts of `body multipart { ... }`
               |
            30 | PUT /c/{a: File} as twelfth { body multipart File header { X-A: File } -> 200 File }
               |            ^^^^

            spec.callsheet:30:46: error: a `File` stands only among the parts of `body multipart { ... }`
               |
            30 | PUT /c/{a: File} as twelfth { body multipart File header { X-A: File } -> 200 File }
               |                                              ^^^^

            spec.callsheet:30:65: error: a `File` stands only among the parts of `body multipart { ... }`
               |
            30 | PUT /c/{a: File} as twelfth { body multipart File header { X-A: File } -> 200 File }
               |                                                                 ^^^^

            spec.callsheet:30:79: error: a `File` stands only among the parts of `body multipart { ... }`
               |
            30 | PUT /c/{a: File} as twelfth { body multipart File header { X-A: File } -> 200 File }
               |                                                                               ^^^^"#]],
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

            spec.callsheet:5:24: error: the path of an extern type starts with `crate` or `::`
              |
            5 | extern type N: Strin = n::N;
              |                        ^^^^
              = help: write `crate::n::N` for a type of this crate, or `::n::N` for one of another

            spec.callsheet:6:25: error: this is a crate, not a type
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
