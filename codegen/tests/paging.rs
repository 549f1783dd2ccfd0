//! Pages: what specs mean, and what is said of mistakes.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(clippy::too_many_lines, clippy::needless_raw_string_hashes, reason = "expected texts")]

mod common;

use common::check;
use expect_test::expect;

#[test]
fn each_way_to_the_next_page() {
    let text = "api Shelf { server \"https://a.example\" }
struct Page { rows: [String], cursor?: u64, more: bool, links: Links }
struct Links { next?: Json, items?: [u32 | null] | null }
#[paginate(items = rows, after = cursor, while = more)]
GET /a as cursor { query { version: \"2\", after?: String } -> 200 Page }
#[paginate(items = links.items, \"page[at]\" = links.next.deep.down)]
GET /b as deep { query { \"page[at]\"?: String } -> 200 Page }
#[paginate(items = rows, page += 1)]
GET /c as number { query { page?: u32 = 3 } -> 200 Page }
#[paginate(items = rows, offset += items)]
GET /d as offset { query { offset: i64 } -> 200 Page }
#[paginate(items = rows, url = links.next)]
GET /e as url { -> 200 Page }
#[paginate(link(next))]
QUERY /f as link { -> 200 [Links] }
#[paginate(items = rows, after = cursor)]
GET /g as group { query { q?: String, (before: u64, to: u64 | after: u64) as place? } -> 200 Page }
";
    let lowered = common::clean("each_way", text);
    let facts: Vec<String> = lowered
        .api
        .operations
        .iter()
        .map(|operation| {
            let paging = operation.paging.as_ref().unwrap();
            format!(
                "{}: {} of {:?} while {} {:?}\n",
                operation.name.rust,
                paging.items.keys.join("."),
                paging.item.kind,
                paging.more.keys.join("."),
                paging.step,
            )
        })
        .collect();
    expect![[r#"
        cursor: rows of Text while more Cursor { field: 1, group: None, from: FieldPath { keys: ["cursor"], fields: [PathField { of: TypeId(0), index: 1, nullable: false }] } }
        deep: links.items of Integer(Integer { signed: false, bits: 32 }) while  Cursor { field: 0, group: None, from: FieldPath { keys: ["links", "next", "deep", "down"], fields: [PathField { of: TypeId(0), index: 3, nullable: false }, PathField { of: TypeId(1), index: 0, nullable: false }] } }
        number: rows of Text while  Count { field: 0, first: 3, by: Some(1) }
        offset: rows of Text while  Count { field: 0, first: 0, by: None }
        url: rows of Text while  Url(FieldPath { keys: ["links", "next"], fields: [PathField { of: TypeId(0), index: 3, nullable: false }, PathField { of: TypeId(1), index: 0, nullable: false }] })
        link:  of Named(TypeId(1)) while  Link("next")
        group: rows of Text while  Cursor { field: 1, group: Some(1), from: FieldPath { keys: ["cursor"], fields: [PathField { of: TypeId(0), index: 1, nullable: false }] } }
    "#]].assert_eq(&facts.concat());
}

#[test]
fn a_parameter_of_an_exclusive_group_stands_alone_in_its_group() {
    check(
        "group_of_pages",
        "api Shelf { server \"https://a.example\" }
struct Page { rows: [String], next?: u32 }
#[paginate(items = rows, after = next)]
GET /a as a { query { (after: u32, to: u32 | page: u32) as place? } -> 200 Page }
#[paginate(items = rows, page += 1)]
GET /b as b { query { (after: u32 | page: u32) as place? } -> 200 Page }
#[paginate(items = rows, place = next)]
GET /c as c { query { (after: u32 | page: u32) as place? } -> 200 Page }
#[paginate(items = rows, pge = next)]
GET /d as d { query { (after: u32 | page: u32) as place? } -> 200 Page }
",
        &expect![[r#"
            spec.callsheet:3:26: error: `after` comes together with others, and a cursor is one value
              |
            3 | #[paginate(items = rows, after = next)]
              |                          ^^^^^

            spec.callsheet:5:26: error: `page` excludes others, and is no number of a page
              |
            5 | #[paginate(items = rows, page += 1)]
              |                          ^^^^

            spec.callsheet:7:26: error: `place` is not a query parameter of this endpoint
              |
            7 | #[paginate(items = rows, place = next)]
              |                          ^^^^^
              = help: an exclusive group is none; one of its parameters is

            spec.callsheet:9:26: error: `pge` is not a query parameter of this endpoint
              |
            9 | #[paginate(items = rows, pge = next)]
              |                          ^^^
              = help: did you mean `page`?"#]],
    );
}

#[test]
fn mistakes_in_paths() {
    check(
        "paths_of_pages",
        "api Shelf { server \"https://a.example\" }
struct Page { rows: [String], next?: String, more: bool, type: \"page\", count: u32, #[sensitive] keys: [String], lost: Lost }
#[paginate(items = row, after = nxt, while = mor)]
GET /a as a { query { after?: String } -> 200 Page }
#[paginate(items = next, after = rows, while = count)]
GET /b as b { query { after?: String } -> 200 Page }
#[paginate(items = keys, after = type, while = more.less)]
GET /c as c { query { after?: String } -> 200 Page }
#[paginate(items = \"rows\", after = 5, while)]
GET /d as d { query { after?: String } -> 200 Page }
#[paginate(items = lost, after = next, while = lost)]
GET /e as e { query { after?: String } -> 200 Page }
#[paginate(items = rows, after = next)]
GET /f as f { query { after?: u64 } -> 200 Page }
#[paginate(items = rows, url = count)]
GET /g as g { -> 200 Page }
#[paginate(items = data, url = next)]
GET /h as h { -> 200 [String] }
#[paginate(items = rows, url = next)]
GET /j as j { -> 200 Missing }
",
        &expect![[r#"
            spec.callsheet:2:119: error: unknown type `Lost`
              |
            2 | struct Page { rows: [String], next?: String, more: bool, type: "page", count: u32, #[sensitive] keys: [String], lost: Lost }
              |                                                                                                                       ^^^^

            spec.callsheet:3:20: error: a `Page` object has no field `row`
              |
            3 | #[paginate(items = row, after = nxt, while = mor)]
              |                    ^^^
              = help: did you mean `rows`?

            spec.callsheet:3:33: error: a `Page` object has no field `nxt`
              |
            3 | #[paginate(items = row, after = nxt, while = mor)]
              |                                 ^^^
              = help: did you mean `next`?

            spec.callsheet:3:46: error: a `Page` object has no field `mor`
              |
            3 | #[paginate(items = row, after = nxt, while = mor)]
              |                                              ^^^
              = help: did you mean `more`?

            spec.callsheet:5:20: error: `next` is a text, not a list
              |
            5 | #[paginate(items = next, after = rows, while = count)]
              |                    ^^^^

            spec.callsheet:5:34: error: `rows` is a list, and `after` is a text
              |
            5 | #[paginate(items = next, after = rows, while = count)]
              |                                  ^^^^

            spec.callsheet:5:48: error: `count` is an integer (`u32`), not `true` or `false`
              |
            5 | #[paginate(items = next, after = rows, while = count)]
              |                                                ^^^^^

            spec.callsheet:7:20: error: `keys` is sensitive, and its items would be shown
              |
            7 | #[paginate(items = keys, after = type, while = more.less)]
              |                    ^^^^

            spec.callsheet:7:34: error: `type` is always the same
              |
            7 | #[paginate(items = keys, after = type, while = more.less)]
              |                                  ^^^^

            spec.callsheet:7:48: error: `true` or `false` has no field `less`
              |
            7 | #[paginate(items = keys, after = type, while = more.less)]
              |                                                ^^^^^^^^^

            spec.callsheet:9:20: error: expected the path of a field, such as `items = data`
              |
            9 | #[paginate(items = "rows", after = 5, while)]
              |                    ^^^^^^

            spec.callsheet:9:36: error: expected the path of a field, such as `after = next`
              |
            9 | #[paginate(items = "rows", after = 5, while)]
              |                                    ^

            spec.callsheet:9:39: error: expected the path of a field, such as `while = has_more`
              |
            9 | #[paginate(items = "rows", after = 5, while)]
              |                                       ^^^^^

            spec.callsheet:13:34: error: `next` is a text, and `after` is an integer (`u64`)
               |
            13 | #[paginate(items = rows, after = next)]
               |                                  ^^^^

            spec.callsheet:15:32: error: `count` is an integer (`u32`), not a text
               |
            15 | #[paginate(items = rows, url = count)]
               |                                ^^^^^

            spec.callsheet:17:12: error: the page itself is the list; leave `items` out
               |
            17 | #[paginate(items = data, url = next)]
               |            ^^^^^^^^^^^^

            spec.callsheet:17:32: error: a list has no field `next`
               |
            17 | #[paginate(items = data, url = next)]
               |                                ^^^^

            spec.callsheet:20:22: error: unknown type `Missing`
               |
            20 | GET /j as j { -> 200 Missing }
               |                      ^^^^^^^"#]],
    );
}

#[test]
fn mistakes_in_steps() {
    check(
        "steps_of_pages",
        "api Shelf { server \"https://a.example\" }
struct Page { rows: [String], next?: String }
#[paginate]
GET /a as a { query { after?: String } -> 200 Page }
#[paginate(items = rows)]
GET /b as b { query { after?: String } -> 200 Page }
#[paginate(after = next)]
GET /c as c { query { after?: String } -> 200 Page }
#[paginate(items = rows, after = next, url = next, link(next))]
GET /d as d { query { after?: String } -> 200 Page }
#[paginate(items = rows, items = rows, aftr = next)]
GET /e as e { query { after?: String } -> 200 Page }
#[paginate(items = rows, after = next)]
GET /f/{after: String} as f { header { X-After?: String } -> 200 Page }
#[paginate(items = rows, ids = next)]
GET /g as g { query { ids?: [String] } -> 200 Page }
#[paginate(items = rows, version = next)]
GET /h as h { query { version: \"2\" } -> 200 Page }
#[paginate(items = rows, page += 1)]
GET /i as i { query { page?: u32 } -> 200 Page }
#[paginate(items = rows, page += 0)]
GET /j as j { query { page?: u32 = 1 } -> 200 Page }
#[paginate(items = rows, page += rows)]
GET /k as k { query { page?: u32 = 1 } -> 200 Page }
#[paginate(items = rows, page += 1.5)]
GET /l as l { query { page?: String = one } -> 200 Page }
#[paginate(items = rows, link)]
GET /m as m { -> 200 Page }
#[paginate(items = rows, link(next, last))]
GET /n as n { -> 200 Page }
#[paginate(items = rows, link = next)]
GET /o as o { -> 200 Page }
#[paginate(items = rows, \"next\")]
GET /p as p { -> 200 Page }
#[paginate(items = rows, url = next)]
POST /q as q { -> 200 Page }
#[paginate(items = rows, url = next)]
GET /r as r { -> 204 }
#[paginate(items = rows, page + 1)]
GET /s as s { query { page?: u32 = 1 } -> 200 Page }
#[paginate(items = rows, page +=)]
GET /t as t { query { page?: u32 = 1 } -> 200 Page }
#[paginate(url = next)]
GET /u as u { -> 200 Json }
#[paginate(items = rows, url = next)]
struct On { a: String }
",
        &expect![[r#"
            spec.callsheet:3:1: error: expected `#[paginate(items = data, after = next, while = has_more)]`
              |
            3 | #[paginate]
              | ^^^^^^^^^^^

            spec.callsheet:5:1: error: the pages do not say how to go on
              |
            5 | #[paginate(items = rows)]
              | ^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: add `cursor = next`, `page += 1`, `url = next` or `link(next)`, where `cursor` and `page` are query parameters

            spec.callsheet:7:1: error: the pages have no `items`: say which field is the list
              |
            7 | #[paginate(after = next)]
              | ^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: `items = data`

            spec.callsheet:9:40: error: one page leads to the next in one way; this is a second
              |
            9 | #[paginate(items = rows, after = next, url = next, link(next))]
              |                                        ^^^^^^^^^^

            spec.callsheet:9:52: error: one page leads to the next in one way; this is a second
              |
            9 | #[paginate(items = rows, after = next, url = next, link(next))]
              |                                                    ^^^^^^^^^^

            spec.callsheet:11:26: error: `items` is given twice
               |
            11 | #[paginate(items = rows, items = rows, aftr = next)]
               |                          ^^^^^^^^^^^^

            spec.callsheet:11:40: error: `aftr` is not a query parameter of this endpoint
               |
            11 | #[paginate(items = rows, items = rows, aftr = next)]
               |                                        ^^^^
               = help: did you mean `after`?

            spec.callsheet:13:26: error: `after` is not a query parameter of this endpoint
               |
            13 | #[paginate(items = rows, after = next)]
               |                          ^^^^^
               = help: a cursor goes into the query

            spec.callsheet:15:26: error: `ids` is a list, and a cursor is one value
               |
            15 | #[paginate(items = rows, ids = next)]
               |                          ^^^

            spec.callsheet:17:26: error: `version` is always the same
               |
            17 | #[paginate(items = rows, version = next)]
               |                          ^^^^^^^

            spec.callsheet:19:26: error: `page` needs a default, from which the second page is counted
               |
            19 | #[paginate(items = rows, page += 1)]
               |                          ^^^^
               = help: `page?: u32 = 1`

            spec.callsheet:21:34: error: expected a whole number from 1 on, or `items` for as many as came
               |
            21 | #[paginate(items = rows, page += 0)]
               |                                  ^

            spec.callsheet:23:34: error: expected a whole number from 1 on, or `items` for as many as came
               |
            23 | #[paginate(items = rows, page += rows)]
               |                                  ^^^^

            spec.callsheet:25:26: error: `page` is a text, and only an integer goes up
               |
            25 | #[paginate(items = rows, page += 1.5)]
               |                          ^^^^

            spec.callsheet:26:39: error: the default `one` is not a text
               |
            26 | GET /l as l { query { page?: String = one } -> 200 Page }
               |                                       ^^^
               = help: write `"one"`

            spec.callsheet:27:26: error: expected the relation of the link: `link(next)`
               |
            27 | #[paginate(items = rows, link)]
               |                          ^^^^

            spec.callsheet:29:26: error: expected the relation of the link: `link(next)`
               |
            29 | #[paginate(items = rows, link(next, last))]
               |                          ^^^^^^^^^^^^^^^^

            spec.callsheet:31:26: error: expected the relation of the link: `link(next)`
               |
            31 | #[paginate(items = rows, link = next)]
               |                          ^^^^^^^^^^^

            spec.callsheet:33:26: error: expected a key, as in `items = data, after = next, while = has_more`
               |
            33 | #[paginate(items = rows, "next")]
               |                          ^^^^^^

            spec.callsheet:35:1: error: only a request that changes nothing has pages
               |
            35 | #[paginate(items = rows, url = next)]
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: such a request is a `GET`

            spec.callsheet:37:1: error: `r` answers nothing that could be a page
               |
            37 | #[paginate(items = rows, url = next)]
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

            spec.callsheet:39:31: error: expected `+=`, found `+`
               |
            39 | #[paginate(items = rows, page + 1)]
               |                               ^

            spec.callsheet:41:33: error: expected a value, found the end
               |
            41 | #[paginate(items = rows, page +=)]
               |                                 ^

            spec.callsheet:43:1: error: the pages have no `items`: say which field is the list
               |
            43 | #[paginate(url = next)]
               | ^^^^^^^^^^^^^^^^^^^^^^^
               = help: `items = data`

            spec.callsheet:45:1: error: `#[paginate]` does not belong on a struct
               |
            45 | #[paginate(items = rows, url = next)]
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: it belongs on an endpoint"#]],
    );
}
