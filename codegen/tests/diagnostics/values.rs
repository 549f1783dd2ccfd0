//! Examples, defaults and sets that are not of their types.

use expect_test::expect;

use crate::common::check;

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
