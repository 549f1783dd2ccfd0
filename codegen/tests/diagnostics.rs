//! What is said of mistakes, and where: the words and places of a file, and the same words of the
//! same text in a macro.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(clippy::too_many_lines, clippy::needless_raw_string_hashes, reason = "expected texts")]

mod common;

use expect_test::{Expect, expect};

/// Checks the reports of a spec in both hosts. `name` is that of the test.
fn check(name: &str, text: &str, expected: &Expect) {
    let file = common::in_file(name, text);
    expected.assert_eq(&file.diagnostics.render(&file.sources));
    let inline = common::in_macro(text);
    let messages = |lowered: &common::Lowered| -> Vec<(String, Option<String>)> {
        let sorted = lowered.diagnostics.sorted().into_iter();
        sorted.map(|problem| (problem.message.clone(), problem.help.clone())).collect()
    };
    assert_eq!(messages(&file), messages(&inline), "the two hosts differ");
    let tokens = callsheet_codegen::emit::emit(&file.api, &file.sources);
    syn::parse2::<syn::File>(tokens).unwrap();
}

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

            spec.callsheet:2:39: error: integer enums are not supported yet
              |
            2 | enum Color { red blue, , green, "ok", -1, 5 }
              |                                       ^

            spec.callsheet:2:43: error: integer enums are not supported yet
              |
            2 | enum Color { red blue, , green, "ok", -1, 5 }
              |                                           ^"#]],
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

            spec.callsheet:1:67: error: unknown auth scheme `baerer`
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
    server \"https://{region}.example\" as a { region: String }
    server \"https://b.example\"
    auth oauth2 { token_url: \"x\" } as oauth
    header { Acme-Version: \"1\" }
}
extern type Money: String = crate::Money;
struct Page<T> { data: [T] }
struct Dog { ..Pet, at: (f64, f64), cost: Money, when: Uuid, (a: u32 | b: u32) as c }
enum Animal tag kind { dog(Dog) }
enum Shape { Text(String), Parts([Dog]) }
#[paginate(items = data)]
GET /dogs as dogs {
    cookie { session?: String }
    auth none
    -> 200 Page<Animal> header { X-A: String }
}
PUT /dogs as put { body text -> 204 }
POST /dogs as post { body? { a: u32 } -> 200 sse Animal }
webhook done { body Dog -> 2xx }
",
        &expect![[r#"
            spec.callsheet:2:44: error: variables in a server's URL are not supported yet
              |
            2 |     server "https://{region}.example" as a { region: String }
              |                                            ^

            spec.callsheet:4:10: error: `auth oauth2` is not supported yet
              |
            4 |     auth oauth2 { token_url: "x" } as oauth
              |          ^^^^^^

            spec.callsheet:5:5: error: parameters of every operation are not supported yet
              |
            5 |     header { Acme-Version: "1" }
              |     ^^^^^^

            spec.callsheet:7:1: error: `extern type` is not supported yet
              |
            7 | extern type Money: String = crate::Money;
              | ^^^^^^

            spec.callsheet:9:16: error: unknown type `Pet`
              |
            9 | struct Dog { ..Pet, at: (f64, f64), cost: Money, when: Uuid, (a: u32 | b: u32) as c }
              |                ^^^

            spec.callsheet:10:13: error: tagged unions (`enum E tag field`) are not supported yet
               |
            10 | enum Animal tag kind { dog(Dog) }
               |             ^^^

            spec.callsheet:11:14: error: unions (values of an enum that hold something) are not supported yet
               |
            11 | enum Shape { Text(String), Parts([Dog]) }
               |              ^^^^

            spec.callsheet:11:28: error: unions (values of an enum that hold something) are not supported yet
               |
            11 | enum Shape { Text(String), Parts([Dog]) }
               |                            ^^^^^

            spec.callsheet:12:3: error: `#[paginate]` is not supported yet
               |
            12 | #[paginate(items = data)]
               |   ^^^^^^^^

            spec.callsheet:14:5: error: cookies are not supported yet
               |
            14 |     cookie { session?: String }
               |     ^^^^^^

            spec.callsheet:15:5: error: `auth` of one endpoint is not supported yet
               |
            15 |     auth none
               |     ^^^^

            spec.callsheet:16:25: error: headers of a response are not supported yet
               |
            16 |     -> 200 Page<Animal> header { X-A: String }
               |                         ^^^^^^

            spec.callsheet:18:25: error: `text` is not supported yet
               |
            18 | PUT /dogs as put { body text -> 204 }
               |                         ^^^^

            spec.callsheet:19:26: error: a body that may be missing (`body?`) is not supported yet
               |
            19 | POST /dogs as post { body? { a: u32 } -> 200 sse Animal }
               |                          ^

            spec.callsheet:19:46: error: `sse` is not supported yet
               |
            19 | POST /dogs as post { body? { a: u32 } -> 200 sse Animal }
               |                                              ^^^

            spec.callsheet:20:1: error: `webhook` is not supported yet
               |
            20 | webhook done { body Dog -> 2xx }
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
               |     ^^^^^^^^^

            spec.callsheet:11:18: error: a list in a path is not supported yet
               |
            11 | GET /things/{id: [String]} as list { -> 204 }
               |                  ^^^^^^^^"#]],
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
