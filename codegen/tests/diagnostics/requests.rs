//! Mistakes in paths, and in what is sent and answered.

use expect_test::expect;

use crate::common::check;

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

            spec.callsheet:29:107: error: a response of parts is not read
               |
            29 | POST /c as eleventh { body multipart { a: [[File]], b: [u8 | null], c: File in 1.. , d: File = 1 } -> 200 multipart Thing }
               |                                                                                                           ^^^^^^^^^
               = help: take it as it comes: `bytes "multipart/form-data"`

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
fn several_responses() {
    check(
        "several",
        "api Acme { server \"https://b.example\" }
struct Job { id: String, state: String }
GET /a as a { -> 200 Job -> 200 json Job -> 201 -> 201 }
GET /b as b {
    query { accept_pdf?: bool }
    -> 200 Job -> 200 text \"text/csv\" -> 200 bytes \"application/csv\" -> 200 bytes \"application/pdf\"
}
#[paginate(items = data)]
GET /c as c { -> 200 { data: [Job] } -> 204 }
#[wait(until = state in [done], poll = d)]
GET /d as d { -> 200 Job -> 202 text }
#[wait(until = state in [done], poll = d)]
GET /e as e { -> 200 Job }
GET /f as f {
    -> 200 Job -> 201 { a: u32 } -> 202
    example -> 200 { \"id\": 1, \"state\": \"s\" }
    example -> 201 { \"a\": \"b\" }
    example -> 202 {}
}
GET /g as g { -> 200 bytes -> 200 Job example -> 200 { \"id\": \"i\" } }
struct GetOutcome { a: u32 }
GET /h as get { -> 200 Lost -> 204 }
",
        &expect![[r#"
            spec.callsheet:3:29: error: `-> 200` is declared twice
              |
            3 | GET /a as a { -> 200 Job -> 200 json Job -> 201 -> 201 }
              |                             ^^^
              = help: of one status there is one response for each media type, such as `text "text/csv"`

            spec.callsheet:3:52: error: `-> 201` is declared twice
              |
            3 | GET /a as a { -> 200 Job -> 200 json Job -> 201 -> 201 }
              |                                                    ^^^

            spec.callsheet:6:52: error: `application/csv` is asked for by the method `accept_csv`, which is there already
              |
            6 |     -> 200 Job -> 200 text "text/csv" -> 200 bytes "application/csv" -> 200 bytes "application/pdf"
              |                                                    ^^^^^^^^^^^^^^^^^
              = help: declare the endpoint again, under another name, for this media type

            spec.callsheet:6:83: error: `application/pdf` is asked for by the method `accept_pdf`, which is there already
              |
            6 |     -> 200 Job -> 200 text "text/csv" -> 200 bytes "application/csv" -> 200 bytes "application/pdf"
              |                                                                                   ^^^^^^^^^^^^^^^^^
              = help: declare the endpoint again, under another name, for this media type

            spec.callsheet:8:1: error: `c` answers in several ways, so none is a page
              |
            8 | #[paginate(items = data)]
              | ^^^^^^^^^^^^^^^^^^^^^^^^^

            spec.callsheet:10:1: error: `d` answers in several ways, so there is no one answer to wait for
               |
            10 | #[wait(until = state in [done], poll = d)]
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

            spec.callsheet:12:40: error: `d` answers in several ways, and `e` a `Job` object; both must answer the same
               |
            12 | #[wait(until = state in [done], poll = d)]
               |                                        ^

            spec.callsheet:16:28: error: the example does not fit at `id`: expected a text
               |
            16 |     example -> 200 { "id": 1, "state": "s" }
               |                            ^

            spec.callsheet:17:27: error: the example does not fit at `a`: expected an integer (`u32`)
               |
            17 |     example -> 201 { "a": "b" }
               |                           ^^^

            spec.callsheet:18:20: error: `-> 202` holds nothing
               |
            18 |     example -> 202 {}
               |                    ^

            spec.callsheet:20:54: error: the example lacks `state`, which is required
               |
            20 | GET /g as g { -> 200 bytes -> 200 Job example -> 200 { "id": "i" } }
               |                                                      ^

            spec.callsheet:22:11: error: type `GetOutcome` is declared twice
               |
            22 | GET /h as get { -> 200 Lost -> 204 }
               |           ^^^
               = help: `get` derives to it; give it another name with `as`

            spec.callsheet:22:24: error: unknown type `Lost`
               |
            22 | GET /h as get { -> 200 Lost -> 204 }
               |                        ^^^^"#]],
    );
}

#[test]
fn forms_null_and_media_types() {
    check(
        "answers",
        "api Acme { server \"https://b.example\" }
struct Deep { a: Map<String, u8>, b: u8 }
struct Either { (a: u8 | b: u8) as ab }
GET /a as a { -> 200 form Deep }
GET /b as b { -> 200 form Either }
GET /c as c { -> 200 form }
GET /d as d { -> 200 form { a: Deep } }
GET /e as e { -> 200 multipart { a: u8 } }
GET /f as f { -> 200 sse \"events\" Json }
POST /g as g { body text | null -> 204 }
POST /h as h { body form Deep | null -> 204 }
GET /i as i { -> 200 form Nope }
",
        &expect![[r#"
            spec.callsheet:4:27: error: a form is an object of texts and lists of them; `a` is a map
              |
            4 | GET /a as a { -> 200 form Deep }
              |                           ^^^^

            spec.callsheet:5:27: error: an exclusive group is not read from a form
              |
            5 | GET /b as b { -> 200 form Either }
              |                           ^^^^^^

            spec.callsheet:6:27: error: expected the fields of the response or its type, found the end
              |
            6 | GET /c as c { -> 200 form }
              |                           ^

            spec.callsheet:7:22: error: a form is an object of texts and lists of them; `a` is a `Deep` object
              |
            7 | GET /d as d { -> 200 form { a: Deep } }
              |                      ^^^^

            spec.callsheet:8:22: error: a response of parts is not read
              |
            8 | GET /e as e { -> 200 multipart { a: u8 } }
              |                      ^^^^^^^^^
              = help: take it as it comes: `bytes "multipart/form-data"`

            spec.callsheet:9:26: error: `events` is not a media type (RFC 9110, section 8.3.1)
              |
            9 | GET /f as f { -> 200 sse "events" Json }
              |                          ^^^^^^^^
              = help: one is `application/pdf` or `text/csv; charset=utf-8`

            spec.callsheet:10:26: error: expected a section such as `body` or `-> 200`, found `|`
               |
            10 | POST /g as g { body text | null -> 204 }
               |                          ^

            spec.callsheet:11:33: error: only a body of JSON is `null`
               |
            11 | POST /h as h { body form Deep | null -> 204 }
               |                                 ^^^^
               = help: where there may be no body write `body? ...`

            spec.callsheet:12:27: error: unknown type `Nope`
               |
            12 | GET /i as i { -> 200 form Nope }
               |                           ^^^^"#]],
    );
}
