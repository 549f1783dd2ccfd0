//! Mistakes in the constructs of structs, as a file and a macro report them; and specs without
//! mistakes.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(clippy::too_many_lines, clippy::needless_raw_string_hashes, reason = "expected texts")]

mod common;

use std::fmt::Write as _;

use expect_test::{Expect, expect};

/// The reports of a spec, a line each, the same in both hosts; what is emitted is Rust all the same.
fn check(name: &str, text: &str, expected: &Expect) {
    let file = common::wrong(name, text);
    let found = file.diagnostics.sorted().into_iter().fold(String::new(), |mut out, problem| {
        let help = problem.help.as_ref().map_or_else(String::new, |help| format!(" = {help}"));
        let _ = writeln!(out, "{}{help}", problem.message);
        out
    });
    let places = file.diagnostics.render(&file.sources);
    let places = places.lines().filter_map(|line| line.strip_prefix("spec.callsheet:"));
    let reports = places.zip(found.lines()).fold(String::new(), |mut out, (place, line)| {
        let place: Vec<&str> = place.splitn(3, ':').take(2).collect();
        let _ = writeln!(out, "{} {line}", place.join(":"));
        out
    });
    expected.assert_eq(&reports);
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
            2:18 a `File` stands only among the parts of `body multipart { ... }`
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
            7:13 an enum of values takes no parameters = one whose variants hold something may: `enum Either<T> { Text(String), Many([T]) }`
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

#[test]
fn inclusion() {
    check(
        "inclusion",
        r#"struct Pet { id: Uuid, name: String, ..Map<String, u8> }
struct Dog { ..Pet, breed: String, name: u8 }
struct Both { ..Pet, ..Cat }
struct Cat { id: u8, color: Color }
enum Color { red }
struct Odd<T> { ..Color, ..[u8], ..T, ..String, ..Nope, ..Cat | null, a: T }
struct Loop { ..Loop2 }
struct Loop2 { ..Loop }
#[closed] struct Shut { ..Map<String, u8> }
struct Twice { ..Map<String, u8>, ..Pet }
struct Ref<T> { of: T }
struct UsesRef { ..Ref<Cat>, ..Ref2<u8> }
struct Ref2<T> { other: [T] }
"#,
        &expect![[r#"
            2:36 `name` is declared here and in `Pet`, which is included here
            3:22 `id` is in `Pet` and in `Cat`, which are both included here
            6:19 `Color` is no struct with fields, and cannot be included
            6:28 only a struct can be included, whose fields are known = `..Map<String, T>` stands for all other keys
            6:36 only a struct can be included, whose fields are known = `..Map<String, T>` stands for all other keys
            6:41 only a struct can be included, whose fields are known = `..Map<String, T>` stands for all other keys
            6:51 unknown type `Nope`
            6:65 what is included is neither null nor constrained
            8:16 `Loop` includes itself
            9:25 a closed struct has no other keys
            10:35 all other keys have a type already
        "#]],
    );
    check(
        "inclusion_in_sections",
        r#"api A { server "https://a.example" }
struct Paging { limit?: u32 in 1..=100, after?: String }
struct Deep { list: [Paging], null: u8 | null }
GET /a as list { query { ..Paging, ..Map<String, String> } header { ..Map<String, String> } -> 204 }
GET /b as other { query { ..Deep, ..Map<String, Paging> } -> 204 }
PUT /c as put { query { ..Map<String, u8> } body { ..Paging, ..Map<String, u8> } -> 204 }
PUT /d as change {
    body { ..Paging, ..Map<String, u8> } -> 200 { ..Paging }
    example { "limit": 0, "more": 5, "wrong": "x" } -> 200 { "limit": "x" }
}
"#,
        &expect![[r#"
            4:69 only a query or an object can have keys of any name
            5:27 `list`: a list in a query holds scalars, not a `Paging` object
            5:27 `null`: there is no `null` in a query
            5:35 `extra`: a `Paging` object cannot stand in a query as it is
            6:62 parameters of any name are in one section; this is a second
            9:24 the example does not fit at `limit`: expected a value that keeps the rule: In `1..=100`.
            9:47 the example does not fit at `wrong`: expected an integer (`u8`)
            9:71 the example does not fit at `limit`: expected an integer (`u32`)
        "#]],
    );
}

#[test]
fn exclusive_groups() {
    check(
        "choices",
        r#"struct Ok { (a: u8 | b: [u8]) as one, (c: u8, d?: String | e: u8 | null) as two? }
struct Odd { (a: u8) as one, (a?: u8 | b: u8) as two, (c: u8 | c: String) as three }
struct Clash { a: u8, (a: u8 | b: u8) as ab, b: u8 }
struct Generic<T> { (a: T | b: u8) as one }
struct Bad { (a: u8 | b) as one, (a: u8 | b: u8) as One, (x: u8 | y: u8) }
struct Self1 { (next: Self1 | end: bool) as tail }
struct Self2 { (next: Self2 | end: bool) as tail? }
struct Self3 { (next: Self3 | other: Self3) as tail }
struct Same { (a: u8, b: u8 | a: u8, c: u8) as one }
"#,
        &expect![[r#"
            2:14 an exclusive group has at least two groups of fields, with `|` between
            2:31 a group is told by a field that is always there
            2:64 this group has the keys of another, and cannot be told from it
            3:24 `a` is declared in an exclusive group and beside it
            3:46 `b` is declared in an exclusive group and beside it
            4:21 an exclusive group in a generic struct is not supported = declare it in a struct without parameters, and include that
            5:23 only `null` stands after `|` = a choice of shapes is an `enum`
            5:53 `One` is not snake case = write `one`
            5:58 an exclusive group needs a Rust name: `( a: A | b: B ) as name`
            8:48 each group of `Self3Tail` holds another `Self3Tail`, so none can end
        "#]],
    );
    check(
        "choice_example",
        r#"api A { server "https://a.example" }
GET /a as list { query { (a: u8 | b: [u8]) as one } header { (X-A: u8 | X-B: u8) as two } -> 204 }
PUT /d as change {
    body { (a: u8 | b: String, c?: u8) as one } -> 200 { (d: u8 | e: u8) as two? }
    example { "a": 1 } -> 200 { "d": null, "e": 5 }
    example { "b": 1, "a": null } -> 200 {}
    example { "b": "x", "c": 5, "a": 1 } -> 200 { "d": "x" }
    example { "c": 5 }
    example { "b": "x", "odd": 5 }
}
"#,
        &expect![[r#"
            6:20 the example does not fit at `b`: expected a text
            6:23 the example has `a` beside another of its exclusive group
            7:33 the example has `a` beside another of its exclusive group
            7:56 the example does not fit at `d`: expected an integer (`u8`)
            8:13 the example lacks a group of `one`: One of `a`, `b` with `c`.
            9:25 the example has `odd`, which is not declared
        "#]],
    );
}

#[test]
fn tuples() {
    check(
        "tuples",
        r#"api A { server "https://a.example" }
struct Ok { at: (f64, f64), pair: [(String in 1..=4, u8 | null)], more: (u8, (u8, Uuid)) }
struct Odd { one: (u8,), none: (), many: (u8, u8, u8, u8, u8, u8, u8), no: (Nope, u8), q: (u8, u8) in 1..=2 }
struct Loop { next: (Loop, u8), fine?: (Loop, u8) }
PUT /a as put {
    query { at: (u8, u8) }
    body Ok -> 200 Ok
    example { "at": [1, 2], "pair": [["long one", null]], "more": [1, [2, 3]] } -> 200 { "at": [1], "pair": [], "more": 5 }
}
"#,
        &expect![[r#"
            3:19 a tuple has 2 to 6 elements = a list of any length is `[T]`
            3:32 a tuple has 2 to 6 elements = a list of any length is `[T]`
            3:42 a tuple has 2 to 6 elements = a list of any length is `[T]`
            3:77 unknown type `Nope`
            3:103 a range bounds a number, the length of a text, or the size of a list or map; this is none of them
            4:15 `Loop` always holds another `Loop`, so none can end = let the last one leave it out: `next?: ...`
            6:17 a list of 2 elements cannot stand in a query
        "#]],
    );
}

#[test]
fn attributes_of_fields_and_structs() {
    check(
        "attributes",
        r#"api A { server "https://a.example" }
#[check(end > start)] #[since("2.1")] #[title("T")] #[x(order = 5)]
struct Ok {
    start: Date, end?: Date, #[unique] tags: [u8], #[multiple_of(5)] n: u8, #[multiple_of(0.5)] f: f64,
    #[format("phone")] phone: String, #[sunset("2999-01-01")] old?: u8,
    #[read_only] id: Uuid, #[write_only] pin: String,
}
#[check(a > b, a > nope, l == l2, a > a, t > t2, t != t2)]
struct Odd {
    a: u8, b: String, l: [u8], l2: [u8], t: String, t2: String,
    #[unique] u: u8, #[multiple_of(0)] m: u8, #[multiple_of(1.5)] i: u8, #[multiple_of(2)] s: String,
    #[multiple_of] none: u8, #[format(5)] phone: String, #[sunset("2020-01-01")] gone: u8,
    #[sunset("soon")] soon: u8, #[read_only] #[write_only] both: u8, #[since] since: u8,
}
#[read_only] struct Wrong { #[version("1")] a: u8 }
#[check(a ~ b)] struct NoOperator { a: u8, b: u8 }
PUT /a as put {
    #[check(from <= until)] query { from?: Date, until?: Date, #[read_only] x?: u8 }
    #[check(a < b)] body Ok
    -> 200 { #[write_only] y: u8 }
}
struct Timeout { timeout?: u8, extra: u8 }
struct Long { ..Timeout }
PUT /c as long { body { ..Timeout, long: Long, #[check(b >= a)] own?: u8 } -> 204 }
PUT /b as both {
    body Ok -> 200 Ok
    example { "start": "2026-01-01", "end": "2025-01-01", "tags": [], "n": 5, "f": 1, "phone": "5", "pin": "1" }
    example { "start": "2026-01-01", "tags": [1, 2, 1], "n": 7, "f": 0.7, "phone": "5", "id": "x", "pin": "1" }
        -> 200 { "start": "2026-01-01", "tags": [], "n": 5, "f": 1, "phone": "5", "id": "x", "pin": "1" }
}
"#,
        &expect![[r#"
            8:9 `>` does not compare an integer (`u8`) with a text = numbers, dates and times have an order; all but lists, maps and objects may be equal
            8:20 there is no field `nope` here = did you mean `none`?
            8:26 `==` does not compare a list with a list = numbers, dates and times have an order; all but lists, maps and objects may be equal
            8:35 `a` is compared with itself
            8:42 `>` does not compare a text with a text = numbers, dates and times have an order; all but lists, maps and objects may be equal
            11:5 the elements of a list can be unique; this is an integer (`u8`)
            11:36 expected a whole number greater than 0
            11:61 expected a whole number greater than 0
            11:74 a number can be a multiple of another; this is a text
            12:5 expected one number: `#[multiple_of(5)]`
            12:30 expected one text: `#[format("...")]`
            12:67 `2020-01-01` is in the past: what is gone is not declared
            13:14 `soon` is not a date such as `2027-01-31`
            13:33 a field that is read only cannot be write only as well
            13:70 expected one text: `#[since("...")]`
            15:1 `#[read_only]` does not belong on a struct = it belongs on a field of a struct
            15:29 `#[version]` does not belong on a field = it belongs on the `api` block
            16:11 expected `<`, `<=`, `>`, `>=`, `==` or `!=`, found `~`
            18:64 `#[read_only]` says nothing here = it belongs on a field of a struct that requests and responses share
            19:5 `#[check]` stands on the struct that has the fields
            20:14 `#[write_only]` says nothing here = it belongs on a field of a struct that requests and responses share
            22:18 `timeout` is a method of every call = give the setter another name: `timeout as other`
            22:32 field `extra` has the name of something generated = give it another: `extra as other`
            24:11 request type `Long` is declared twice = `long` derives to it; give it another name with `as`
            24:48 `#[check]` does not belong on a field = it belongs on a struct, or a `query` or `body` section with fields
            27:45 the example does not fit at `end`: expected `end > start`
            28:46 the example does not fit at `tags`: expected a value that keeps the rule: No element twice.
            28:62 the example does not fit at `n`: expected a value that keeps the rule: A multiple of `5`.
            28:70 the example does not fit at `f`: expected a value that keeps the rule: A multiple of `0.5`.
            28:89 the example has `id`, which requests do not have
            29:94 the example has `pin`, which responses do not have
        "#]],
    );
}

#[test]
fn generic_unions() {
    check(
        "unions",
        r#"enum Either<T> { Text(String), Other(T) }
enum Many<T> { One(T), Many([T]) }
enum Never<T> { Text(String), Number(u8) }
enum Lost<T> { Text(String), Other(Nope) }
enum Grows<T> { One(T), More(Both<Grows<[T]>>) }
struct Both<T> { a: T }
enum Tagged<T> tag kind { one { a: T }, other(T), third(Both<T>) }
enum Based<T> tag kind { ..Both<T>, one { b: T }, other(T) }
enum Tags<T> tag kind { a { kind: T } }
struct Kinds { kind: u8 }
extern type Money: String = crate::Money;
struct Uses<T> {
    a: Either<u8>, b: Either<Uuid>, c: Either<String>, d: Many<u8>, e: Many<[u8]>, f: Many<Both<u8>>,
    g: Either<Many<u8>>, h: Either<Money>, i: Either<u8 | null>, j: Either<T>, k: Either<Uuid>,
    l: Tagged<Both<u8>>, m: Tagged<u8>, n: Tagged<Kinds>, o: Either, p: Either<Nope>, q: T,
    r: Either<Either<u8>>,
}
struct Deep { a: Uses<bool>, b: Uses<u8>, c: Uses<String> }
"#,
        &expect![[r#"
            4:36 unknown type `Nope`
            5:25 `Grows` holds itself with ever larger arguments; pass the parameters as they are
            8:57 a variant of a tagged union holds a struct; this is a `T`
            9:29 `kind` is the tag, which is `"a"` here = leave the field out, or write `kind: "a"`
            13:23 `Either::Other` and `Either::Text` cannot be told apart here: they are a UUID and a text
            13:40 `Either::Other` and `Either::Text` cannot be told apart here: they are a text and a text
            13:72 `Many::One` and `Many::Many` cannot be told apart here: they are a list and a list
            14:8 `Either::Other` is a `Many`, whose shape is not known = wrap it in a struct
            14:29 `Either::Other` is a `Money`, whose shape is not known = wrap it in a struct
            14:47 `Either::Other` is never null = the field that holds the union may be null
            15:29 `Tagged::Other` holds a struct; this is an integer (`u8`)
            15:44 `Tagged::Other` is a `Kinds` object, which has a field `kind`: the tag
            15:62 `Either` takes 1 type argument, and has 0 = it is declared as `Either<T>`
            15:80 unknown type `Nope`
            16:8 `Either::Other` is a `Either`, whose shape is not known = wrap it in a struct
        "#]],
    );
}

#[test]
fn a_parameter_that_is_json_is_told_apart_from_nothing() {
    check(
        "json",
        "enum Many<T> { One(T), Many([T]) }\nstruct Uses<T> { a: Many<T> }\nstruct Deep { a: [Uses<Json>], b: Many<Json>, c: Uses<u8> }\n",
        &expect![[r#"
            3:19 `Many::One` and `Many::Many` cannot be told apart here: they are JSON and a list
        "#]],
    );
}

#[test]
fn newtypes_of_anything_and_keys_of_maps() {
    check(
        "newtypes",
        r#"struct Loop(Loop2);
struct Loop2(Loop);
struct Pair((Pair, u8));
struct Node(Inner);
struct Inner { next: Node }
struct Fine(Inner2);
struct Inner2 { next?: Fine }
struct Bad(File);
struct Null(u8 | null);
struct Gone([Nope]);
#[closed] enum Closed { a }
enum Number { 1 as One }
enum Open { a }
struct Id(Uuid);
struct Key(String);
struct Name(Key);
extern type Money: String = crate::Money;
struct Maps {
    a: Map<Closed, u8>, b: Map<Number, u8>, c: Map<Open, u8>, d: Map<Id, u8>, e: Map<Key, u8>,
    f: Map<Name, u8>, g: Map<Money, u8>, h: Map<Inner, u8>, i: Map<String | null, u8>,
    j?: Ratio = 0.5, k?: Ratio = 2.0, l?: Flag = "x",
}
struct Ratio(f64 in 0.0..=1.0);
struct Flag(bool);
struct Later(Map<Last, u8> in 1..);
struct Last(String);
"#,
        &expect![[r#"
            2:14 `Loop2` is itself by another name, and nothing else
            3:8 `Pair` always holds another `Pair`, so none can end
            5:16 `Inner` always holds another `Inner`, so none can end = let the last one leave it out: `next?: ...`
            8:12 a `File` stands only among the parts of `body multipart { ... }`
            9:18 a newtype is never null; a field that holds it may be
            10:14 unknown type `Nope` = did you mean `Node`?
            19:12 a closed enum cannot be the key of a map: another key would have no place = leave `#[closed]` out, and others are kept in `Unknown`
            19:32 the keys of a map are text: `String`, an id or an enum
            19:70 the keys of a map are text: `String`, an id or an enum
            20:12 the keys of a map are text: `String`, an id or an enum
            20:30 an extern type cannot be the key of a map
            20:49 the keys of a map are text: `String`, an id or an enum
            20:68 the keys of a map are text: `String`, an id or an enum
            21:34 the default `2.0` breaks the field's own constraint = the field says: In `0.0..=1.0`.
            21:50 the default `x` is not `true` or `false`
        "#]],
    );
}
