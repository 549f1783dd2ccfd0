//! Mistakes in the constructs of structs, as a file and a macro report them; and specs without
//! mistakes.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(clippy::too_many_lines, clippy::needless_raw_string_hashes, reason = "expected texts")]

mod common;

use std::fmt::Write as _;

use expect_test::{Expect, expect};

/// The reports of a spec, a line each, the same in both hosts; what is emitted is Rust all the same.
fn check(name: &str, text: &str, expected: &Expect) {
    let file = common::in_file(name, text);
    let inline = common::in_macro(text);
    let lines = |lowered: &common::Lowered| {
        lowered.diagnostics.sorted().into_iter().fold(String::new(), |mut out, problem| {
            let help = problem.help.as_ref().map_or_else(String::new, |help| format!(" = {help}"));
            let _ = writeln!(out, "{}{help}", problem.message);
            out
        })
    };
    let found = lines(&file);
    assert_eq!(found, lines(&inline), "the two hosts differ");
    let places = file.diagnostics.render(&file.sources);
    let places = places.lines().filter_map(|line| line.strip_prefix("spec.callsheet:"));
    let placed = places.zip(found.lines()).fold(String::new(), |mut out, (place, line)| {
        let place: Vec<&str> = place.splitn(3, ':').take(2).collect();
        let _ = writeln!(out, "{} {line}", place.join(":"));
        out
    });
    expected.assert_eq(&placed);
    let tokens = callsheet_codegen::emit::emit(&file.api, &file.sources);
    syn::parse2::<syn::File>(tokens).unwrap();
}

#[test]
fn types_of_the_prelude() {
    check(
        "prelude",
        r#"struct Thing {
    a: Bytes, b: File, c: Uuid in "^a", d: Date in 1..=2, e: UnixTime in ..=-1 = 5, f: Url<u8>,
    g: UUID, h: Decimal = 5, ok: UnixTime in 0.. = 0, also: Date = "2026-01-31",
}
struct Uuid { a: u8 }
"#,
        &expect![[r#"
            2:8 JSON has no bytes = write `Base64` for bytes as a text in base64
            2:18 type `File` is not supported yet
            2:35 a pattern is for text; this is not text
            2:52 a range bounds a number, the length of a text, or the size of a list or map; this is none of them
            2:82 the default `5` breaks the field's own constraint = the field says: In `..=-1`.
            2:92 `Url` takes no type arguments
            3:8 unknown type `UUID` = write `Uuid`
            3:27 the default `5` is not a decimal number in quotes
            5:8 `Uuid` is a type that every spec has; choose another name
        "#]],
    );
}

#[test]
fn generic_structs() {
    check(
        "generics",
        r#"struct Page<T> { data: [T], next?: String }
struct Pair<A, B,> { a: A, b?: B | null, map: Map<String, A> }
struct Few { a: Page, b: Page<u8, u16>, c: Pair<u8>, d: Few<u8>, e: Page<Nope>, f: Page<String in 1..=2> }
struct Fine { a: Page<Page<Pair<u8, [String | null]>>>, b: Pair<Fine2 | null, Uuid> }
struct Fine2 { x?: Page<Fine2>, y?: Pair<u8, Fine2> }
struct Id<T>(String);
enum Choice<T> { a, b }
"#,
        &expect![[r#"
            3:17 `Page` takes 1 type argument, and has 0 = it is declared as `Page<T>`
            3:35 `Page` takes 1 type argument, and has 2 = it is declared as `Page<T>`
            3:44 `Pair` takes 2 type arguments, and has 1 = it is declared as `Pair<A, B>`
            3:54 `Few` always holds another `Few`, so none can end = let the last one leave it out: `d?: ...`
            3:61 `Few` takes no type arguments
            3:74 unknown type `Nope`
            3:99 a type argument has no constraint of its own = declare a type that has it: `struct Name(String in 1..=64);`
            6:11 a newtype takes no parameters = a struct with fields may: `struct Page<T> { data: [T] }`
            7:12 an enum takes no parameters = a struct with fields may: `struct Page<T> { data: [T] }`
        "#]],
    );
    check(
        "params",
        r#"struct Unused<T, U> { data: T }
struct Loop<T> { next?: Loop<T> }
struct Twice<T, T> { a: T }
struct Lower<t> { a: t }
struct Shadow<String, Loop> { a: String, b: Loop }
struct Grows<T> { a?: Grows<[T]>, b: T }
struct Args<T> { a: T<u8>, b: T in 1..=2, c: Map<T, u8>, d: T = 5 }
struct Wrap<T> { inner: T }
struct May<T> { inner?: T }
struct Node { a: Wrap<Node> }
struct Other { a: May<Other>, b?: Wrap<Other>, c: [Wrap<Other>] }
"#,
        &expect![[r#"
            3:17 parameter `T` is declared twice
            4:14 `t` is not Pascal case = write `T`
            5:15 parameter `String` has the name of a type; choose another
            5:23 parameter `Loop` has the name of a type; choose another
            6:19 `Grows` holds itself with ever larger arguments; pass the parameters as they are
            7:23 `T` takes no type arguments
            7:36 a range bounds a number, the length of a text, or the size of a list or map; this is none of them
            7:50 the keys of a map are text: `String`, an id or an enum
            7:65 the default `5` is not a `T`
            10:15 `Node` always holds another `Node`, so none can end = let the last one leave it out: `a?: ...`
            11:16 `Other` holds another `Other` through an argument, in a field that is always there = let it be left out: `a?: ...`
        "#]],
    );
    check(
        "unused",
        "struct Unused<T, U> { data: T }\nstruct Loop<T> { next?: Loop<T>, other?: Unused<u8, T> }\n",
        &expect![[r#"
            1:18 parameter `U` is never used
            2:13 parameter `T` is never used
        "#]],
    );
    check(
        "generic_example",
        r#"api A { server "https://a.example" }
struct Page<T> { data: [T], first: T }
struct Item { id: u8 }
GET /a as list {
    -> 200 Page<Item | null>
    example -> 200 { "data": [{ "id": 1 }, null], "first": null }
    example -> 200 { "data": [{ "id": "x" }], "first": 5 }
}
PUT /a as put {
    body Page<Uuid> -> 204
    example { "data": [5], "first": null, "odd": 1 }
}
"#,
        &expect![[r#"
            7:39 the example does not fit at `data[0].id`: expected an integer (`u8`)
            7:56 the example does not fit at `first`: expected an object
            11:24 the example does not fit at `data[0]`: expected a UUID
            11:37 the example does not fit at `first`: expected a UUID
            11:43 the example has `odd`, which is not declared
        "#]],
    );
    check(
        "generic_envelope",
        "#[error(code = code)] struct Envelope<T> { code: String, data: T }\n",
        &expect![[r#"
            1:39 the envelope of errors takes no parameters
        "#]],
    );
}
