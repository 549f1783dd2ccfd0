//! Endpoints for a client of another spec, and types of another spec.

use expect_test::expect;

use crate::common::check;

#[test]
fn what_is_the_clients_is_said_there() {
    check(
        "extend",
        "#[idempotency_key(X-Key)]
extend acme::Acme;
extend acme::Acme;
api Acme { server \"https://b.example\" }
mod a {
    extend acme::Acme;
    GET /a as a { server \"https://b.example\" -> 204 auth one & one(\"a b\") }
}
#[error(code = code)] struct Problem { code: String }
struct AcmeExt { a: u8 }
GET /b as builder { -> 200 AcmeExt errors { 404 gone, 404 gone } }
",
        &expect![[r#"
            spec.callsheet:1:1: error: `#[idempotency_key]` does not belong on an `extend` line
              |
            1 | #[idempotency_key(X-Key)]
              | ^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: it belongs on a field of a `header` section, or the `api` block as `#[idempotency_key(Idempotency-Key)]`

            spec.callsheet:3:1: error: a spec extends one client; this is a second
              |
            3 | extend acme::Acme;
              | ^^^^^^
              = help: endpoints of another client are a spec of their own

            spec.callsheet:4:5: error: a spec declares an API or extends a client; this one does both
              |
            4 | api Acme { server "https://b.example" }
              |     ^^^^

            spec.callsheet:6:5: error: an `extend` line stands at the top of the spec
              |
            6 |     extend acme::Acme;
              |     ^^^^^^

            spec.callsheet:7:19: error: the servers of an extension are those of the client
              |
            7 |     GET /a as a { server "https://b.example" -> 204 auth one & one("a b") }
              |                   ^^^^^^
              = help: the server is the one that stands for the path, as in the client's own spec

            spec.callsheet:7:64: error: `one` is used twice
              |
            7 |     GET /a as a { server "https://b.example" -> 204 auth one & one("a b") }
              |                                                                ^^^

            spec.callsheet:7:68: error: a scope is printable ASCII without spaces and quotes (RFC 6749, section 3.3)
              |
            7 |     GET /a as a { server "https://b.example" -> 204 auth one & one("a b") }
              |                                                                    ^^^^^
              = help: several scopes are several texts: `("a", "b")`

            spec.callsheet:9:1: error: the error envelope of an extension is that of the client
              |
            9 | #[error(code = code)] struct Problem { code: String }
              | ^^^^^^^^^^^^^^^^^^^^^
              = help: an error whose body is another has its own type: `409 conflict: Conflict`

            spec.callsheet:10:8: error: type `AcmeExt` has the name of something generated
               |
            10 | struct AcmeExt { a: u8 }
               |        ^^^^^^^
               = help: choose another name

            spec.callsheet:11:11: error: endpoint `builder` has the name of something generated
               |
            11 | GET /b as builder { -> 200 AcmeExt errors { 404 gone, 404 gone } }
               |           ^^^^^^^
               = help: give it another: `builder as other`

            spec.callsheet:11:59: error: this error is declared twice
               |
            11 | GET /b as builder { -> 200 AcmeExt errors { 404 gone, 404 gone } }
               |                                                           ^^^^"#]],
    );
}

/// An `extend` line, and an endpoint after it.
fn line(name: &str, text: &str, expected: &expect_test::Expect) {
    check(&format!("extend-{name}"), &format!("{text}\nGET /a as a {{ -> 204 }}\n"), expected);
}

#[test]
fn an_extend_line_has_its_form() {
    line(
        "path",
        "extend Acme;",
        &expect![[r#"
        spec.callsheet:1:8: error: the path of a client starts with a crate
          |
        1 | extend Acme;
          |        ^^^^
          = help: write `crate::Acme` for one of this crate"#]],
    );
    line(
        "end",
        "extend acme::Acme",
        &expect![[r#"
        spec.callsheet:2:1: error: expected `;` after the path of the client, found `GET`
          |
        2 | GET /a as a { -> 204 }
          | ^^^"#]],
    );
    line(
        "block",
        "extend acme::Acme { auth none }",
        &expect![[r#"
        spec.callsheet:1:19: error: an `extend` line has no block
          |
        1 | extend acme::Acme { auth none }
          |                   ^
          = help: servers, auth and errors are those of the client; endpoints, types and modules follow after `;`"#]],
    );
    line(
        "arguments",
        "extend acme::Acme<u8>;",
        &expect![[r#"
            spec.callsheet:1:18: error: a client takes no type arguments
              |
            1 | extend acme::Acme<u8>;
              |                  ^"#]],
    );
    line(
        "super",
        "extend super::Acme;",
        &expect![[r#"
        spec.callsheet:1:8: error: the path of a client leads down from a crate
          |
        1 | extend super::Acme;
          |        ^^^^^^^^^^^"#]],
    );
    line(
        "nothing",
        "extend;",
        &expect![[r#"
            spec.callsheet:1:7: error: expected the path of a client, such as `acme::Acme`, found `;`
              |
            1 | extend;
              |       ^"#]],
    );
    line(
        "first",
        "struct B { a: u8 }\nextend ::acme::Acme;",
        &expect![[r#"
            spec.callsheet:2:1: error: an `extend` line stands before all else
              |
            2 | extend ::acme::Acme;
              | ^^^^^^"#]],
    );
    line(
        "cut",
        "extend acme::;",
        &expect![[r#"
        spec.callsheet:1:14: error: expected a name after `::`, found `;`
          |
        1 | extend acme::;
          |              ^"#]],
    );
    line("right", "extend ::acme::Acme;", &expect![[r#""#]]);
}

#[test]
fn what_is_in_a_type_of_another_spec_is_not_known() {
    check(
        "foreign",
        "extend acme::Acme;
mod users { struct User { id: u8 } }
struct A {
    ..acme::A,
    b: acme::B in 1..,
    c: users::User,
    d: Self::B,
    e: crate,
    f: crate::a::b::C = word,
    g: acme::Page<String in 1..>,
    h: Map<acme::Key, ::acme::Value>,
    i: [acme::page::Page<[acme::Item | null]>] in ..=3,
    j: acme::,
    k: acme::Page<A,
}
enum Shapes { One(acme::One), Two([u8]) }
enum Tagged tag type { one(acme::One) }
extern type Money: acme::Money = acme::Money;
#[paginate(items = data, after = next)]
#[wait(until = state in [done], poll = b)]
GET /b as b {
    query { after?: acme::Id, #[style(comma)] all?: [acme::Id], #[style(deep)] f?: acme::Filter }
    -> 200 ::acme::Page<acme::Item>
}
POST /c as c { body text acme::Id -> 200 query::Page }
POST /d as e { body form D -> 200 text acme::Id }
struct D { id: acme::Id }
",
        &expect![[r#"
            spec.callsheet:4:7: error: another spec declares `acme::A`, and what is in it is not known here
              |
            4 |     ..acme::A,
              |       ^^^^^^^
              = help: make it a field of its own, or write the fields

            spec.callsheet:5:19: error: a constraint does not reach into `acme::B`, which another spec declares
              |
            5 |     b: acme::B in 1..,
              |                   ^^^
              = help: what holds of its values is said there

            spec.callsheet:6:8: error: `users` is a module of this spec, and no crate
              |
            6 |     c: users::User,
              |        ^^^^^^^^^^^
              = help: a type that several modules use is declared above them; a crate of this name is `::users`

            spec.callsheet:7:8: error: the path of a type leads down from a crate
              |
            7 |     d: Self::B,
              |        ^^^^^^^

            spec.callsheet:8:8: error: unknown type `crate`
              |
            8 |     e: crate,
              |        ^^^^^

            spec.callsheet:10:29: error: a type argument has no constraint of its own
               |
            10 |     g: acme::Page<String in 1..>,
               |                             ^^^
               = help: declare a type that has it: `struct Name(String in 1..=64);`

            spec.callsheet:13:14: error: expected a name after `::`, found `,`
               |
            13 |     j: acme::,
               |              ^

            spec.callsheet:15:1: error: expected a type, found the end
               |
            15 | }
               | ^

            spec.callsheet:16:19: error: the shape of a type of another spec is not known here
               |
            16 | enum Shapes { One(acme::One), Two([u8]) }
               |                   ^^^^^^^^^
               = help: wrap it in a struct

            spec.callsheet:17:28: error: a variant of a tagged union holds a struct; this is a `acme::One`
               |
            17 | enum Tagged tag type { one(acme::One) }
               |                            ^^^^^^^^^

            spec.callsheet:18:20: error: what a type is on the wire is said in types of the language
               |
            18 | extern type Money: acme::Money = acme::Money;
               |                    ^^^^^^^^^^^
               = help: a type that another spec declares stands in fields by its path

            spec.callsheet:19:1: error: another spec declares `acme::Page`, and what is in it is not known here
               |
            19 | #[paginate(items = data, after = next)]
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: declare a struct of this spec with the fields that are needed

            spec.callsheet:20:1: error: another spec declares `acme::Page`, and what is in it is not known here
               |
            20 | #[wait(until = state in [done], poll = b)]
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: declare a struct of this spec with the fields that are needed

            spec.callsheet:22:65: error: a style says how a list or an object is written; this is a `acme::Filter`
               |
            22 |     query { after?: acme::Id, #[style(comma)] all?: [acme::Id], #[style(deep)] f?: acme::Filter }
               |                                                                 ^^^^^^^^^^^^^^

            spec.callsheet:25:26: error: a text cannot hold a `acme::Id`
               |
            25 | POST /c as c { body text acme::Id -> 200 query::Page }
               |                          ^^^^^^^^

            spec.callsheet:26:26: error: a form is an object of texts and lists of them; `id` is a `acme::Id`
               |
            26 | POST /d as e { body form D -> 200 text acme::Id }
               |                          ^
               = help: fields in the body itself can have a style: `body form { #[style(deep)] filter: Filter }`

            spec.callsheet:26:40: error: a text cannot hold a `acme::Id`
               |
            26 | POST /d as e { body form D -> 200 text acme::Id }
               |                                        ^^^^^^^^"#]],
    );
}

#[test]
fn a_signature_above_the_line_is_one_mistake() {
    check(
        "extend-signature",
        "#[signature(hmac_sha256, header = X-Sig)]
extend acme::Acme;
webhook a { body Json }
",
        &expect![[r#"
            spec.callsheet:1:1: error: `#[signature]` does not belong on an `extend` line
              |
            1 | #[signature(hmac_sha256, header = X-Sig)]
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: it belongs on a webhook, or the `api` block for all of them"#]],
    );
}
