//! Webhooks and their signatures.

use expect_test::expect;

use crate::common::check;

#[test]
fn a_signature_is_checked_by_key() {
    check(
        "signature-keys",
        r#"#[signature(hmac_sha1, header = A)] webhook a { body Json }
#[signature(hmac_sha256, heder = A)] webhook b { body Json }
#[signature(header = A)] webhook c { body Json }
#[signature(hmac_sha256)] webhook d { body Json }
#[signature(hmac_sha256, header = "A")] webhook e { body Json }
#[signature(hmac_sha256 = 1, header = A)] webhook f { body Json }
#[signature(hmac_sha256, header = A, secret = "whsec_abcdef")] webhook g { body Json }
#[signature(hmac_sha256, header = A, secret = env(A))] webhook h { body Json }
#[signature(hmac_sha256, header = A, tolerance = 2d)] webhook i { body Json }
#[signature(hmac_sha256, header = A, header = B)] webhook j { body Json }
#[signatur(hmac_sha256, header = A)] webhook k { body Json }
#[signature] webhook l { body Json }
#[signature(hmac_sha256, header = A, id = a)] webhook m { body Json }
"#,
        &expect![[r#"
            spec.callsheet:1:13: error: `#[signature]` has no `hmac_sha1`; it has `hmac_sha256`, `header`, `format`, `timestamp`, `id`, `signed`, `secret`, `key`, `tolerance`
              |
            1 | #[signature(hmac_sha1, header = A)] webhook a { body Json }
              |             ^^^^^^^^^
              = help: did you mean `hmac_sha256`?

            spec.callsheet:2:26: error: `#[signature]` has no `heder`; it has `hmac_sha256`, `header`, `format`, `timestamp`, `id`, `signed`, `secret`, `key`, `tolerance`
              |
            2 | #[signature(hmac_sha256, heder = A)] webhook b { body Json }
              |                          ^^^^^^^^^
              = help: did you mean `header`?

            spec.callsheet:3:1: error: the signature has no algorithm
              |
            3 | #[signature(header = A)] webhook c { body Json }
              | ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: `hmac_sha256` stands first

            spec.callsheet:4:1: error: the signature has no `header`
              |
            4 | #[signature(hmac_sha256)] webhook d { body Json }
              | ^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: `header = Acme-Signature`

            spec.callsheet:5:35: error: expected the name of a header, without quotes
              |
            5 | #[signature(hmac_sha256, header = "A")] webhook e { body Json }
              |                                   ^^^
              = help: `header = Acme-Signature`

            spec.callsheet:6:13: error: `hmac_sha256` stands alone
              |
            6 | #[signature(hmac_sha256 = 1, header = A)] webhook f { body Json }
              |             ^^^^^^^^^^^^^^^

            spec.callsheet:7:47: error: expected the environment variable that holds the secret
              |
            7 | #[signature(hmac_sha256, header = A, secret = "whsec_abcdef")] webhook g { body Json }
              |                                               ^^^^^^^^^^^^^^
              = help: `secret = env("VARIABLE")`: a spec holds no secrets

            spec.callsheet:8:51: error: expected the name of a variable in quotes, found `A`
              |
            8 | #[signature(hmac_sha256, header = A, secret = env(A))] webhook h { body Json }
              |                                                   ^

            spec.callsheet:9:50: error: expected a time from `1s` to `24h`, such as `300s`
              |
            9 | #[signature(hmac_sha256, header = A, tolerance = 2d)] webhook i { body Json }
              |                                                  ^^

            spec.callsheet:10:38: error: `header` is given twice
               |
            10 | #[signature(hmac_sha256, header = A, header = B)] webhook j { body Json }
               |                                      ^^^^^^^^^^

            spec.callsheet:11:3: error: unknown attribute `#[signatur]`
               |
            11 | #[signatur(hmac_sha256, header = A)] webhook k { body Json }
               |   ^^^^^^^^
               = help: did you mean `signature`?

            spec.callsheet:12:1: error: expected `#[signature(hmac_sha256, header = Acme-Signature, secret = env("ACME_WEBHOOK_SECRET"))]`
               |
            12 | #[signature] webhook l { body Json }
               | ^^^^^^^^^^^^

            spec.callsheet:13:43: error: `a` is in the signature twice
               |
            13 | #[signature(hmac_sha256, header = A, id = a)] webhook m { body Json }
               |                                           ^"#]],
    );
}

#[test]
fn templates_say_what_there_is() {
    check(
        "signature-templates",
        r#"#[signature(hmac_sha256, header = A, format = "v1={hexx}")] webhook a { body Json }
#[signature(hmac_sha256, header = A, format = "v1={hex")] webhook b { body Json }
#[signature(hmac_sha256, header = A, format = "v1=")] webhook c { body Json }
#[signature(hmac_sha256, header = A, format = "t={timestamp}")] webhook d { body Json }
#[signature(hmac_sha256, header = A, format = "t={timestamp}v1={hex}")] webhook e { body Json }
#[signature(hmac_sha256, header = A, format = "{timestamp},{hex}")] webhook f { body Json }
#[signature(hmac_sha256, header = A, format = "v={timestamp},v={hex}")] webhook g { body Json }
#[signature(hmac_sha256, header = A, format = "a={hex},b={base64}")] webhook h { body Json }
#[signature(hmac_sha256, header = A, format = "t={timestamp},v1={hex};")] webhook i { body Json }
#[signature(hmac_sha256, header = A, format = hex)] webhook j { body Json }
#[signature(hmac_sha256, header = A, format = "é{hex}")] webhook k { body Json }
#[signature(hmac_sha256, header = A, format = "v 1={hex}")] webhook l { body Json }
#[signature(hmac_sha256, header = A, key = "{base46}")] webhook m { body Json }
#[signature(hmac_sha256, header = A, key = "{hex}{hex}")] webhook n { body Json }
#[signature(hmac_sha256, header = A, key = "whsec_")] webhook o { body Json }
"#,
        &expect![[r#"
            spec.callsheet:1:47: error: unknown placeholder `{hexx}`; there is `{timestamp}`, `{hex}`, `{base64}`
              |
            1 | #[signature(hmac_sha256, header = A, format = "v1={hexx}")] webhook a { body Json }
              |                                               ^^^^^^^^^^^
              = help: did you mean `{hex}`?

            spec.callsheet:2:47: error: braces are for `{timestamp}`, `{hex}`, `{base64}`; one is not closed or not opened
              |
            2 | #[signature(hmac_sha256, header = A, format = "v1={hex")] webhook b { body Json }
              |                                               ^^^^^^^^^

            spec.callsheet:3:47: error: expected one signature, or a timestamp and a signature, each after a text
              |
            3 | #[signature(hmac_sha256, header = A, format = "v1=")] webhook c { body Json }
              |                                               ^^^^^
              = help: `format = "v1={hex}"`, or `format = "t={timestamp},v1={hex}"`

            spec.callsheet:4:47: error: there is no signature: `{hex}` or `{base64}`
              |
            4 | #[signature(hmac_sha256, header = A, format = "t={timestamp}")] webhook d { body Json }
              |                                               ^^^^^^^^^^^^^^^
              = help: `format = "v1={hex}"`, or `format = "t={timestamp},v1={hex}"`

            spec.callsheet:5:47: error: `,`, `;` or a space stands between the two
              |
            5 | #[signature(hmac_sha256, header = A, format = "t={timestamp}v1={hex}")] webhook e { body Json }
              |                                               ^^^^^^^^^^^^^^^^^^^^^^^
              = help: `format = "v1={hex}"`, or `format = "t={timestamp},v1={hex}"`

            spec.callsheet:6:47: error: expected one signature, or a timestamp and a signature, each after a text
              |
            6 | #[signature(hmac_sha256, header = A, format = "{timestamp},{hex}")] webhook f { body Json }
              |                                               ^^^^^^^^^^^^^^^^^^^
              = help: `format = "v1={hex}"`, or `format = "t={timestamp},v1={hex}"`

            spec.callsheet:7:47: error: the two are told by the texts before them, which must differ
              |
            7 | #[signature(hmac_sha256, header = A, format = "v={timestamp},v={hex}")] webhook g { body Json }
              |                                               ^^^^^^^^^^^^^^^^^^^^^^^
              = help: `format = "v1={hex}"`, or `format = "t={timestamp},v1={hex}"`

            spec.callsheet:8:47: error: expected one signature and one timestamp
              |
            8 | #[signature(hmac_sha256, header = A, format = "a={hex},b={base64}")] webhook h { body Json }
              |                                               ^^^^^^^^^^^^^^^^^^^^
              = help: `format = "v1={hex}"`, or `format = "t={timestamp},v1={hex}"`

            spec.callsheet:9:47: error: expected one signature, or a timestamp and a signature, each after a text
              |
            9 | #[signature(hmac_sha256, header = A, format = "t={timestamp},v1={hex};")] webhook i { body Json }
              |                                               ^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: `format = "v1={hex}"`, or `format = "t={timestamp},v1={hex}"`

            spec.callsheet:10:47: error: expected a text in quotes, with `{timestamp}`, `{hex}`, `{base64}`
               |
            10 | #[signature(hmac_sha256, header = A, format = hex)] webhook j { body Json }
               |                                               ^^^

            spec.callsheet:11:47: error: expected printable ASCII
               |
            11 | #[signature(hmac_sha256, header = A, format = "é{hex}")] webhook k { body Json }
               |                                               ^^^^^^^^

            spec.callsheet:12:47: error: spaces stand between signatures, and in none
               |
            12 | #[signature(hmac_sha256, header = A, format = "v 1={hex}")] webhook l { body Json }
               |                                               ^^^^^^^^^^^
               = help: `format = "v1={hex}"`, or `format = "t={timestamp},v1={hex}"`

            spec.callsheet:13:44: error: unknown placeholder `{base46}`; there is `{hex}`, `{base64}`
               |
            13 | #[signature(hmac_sha256, header = A, key = "{base46}")] webhook m { body Json }
               |                                            ^^^^^^^^^^
               = help: did you mean `{base64}`?

            spec.callsheet:14:44: error: expected how a secret writes its key
               |
            14 | #[signature(hmac_sha256, header = A, key = "{hex}{hex}")] webhook n { body Json }
               |                                            ^^^^^^^^^^^^
               = help: `key = "whsec_{base64}"` or `key = "{hex}"`

            spec.callsheet:15:44: error: expected how a secret writes its key
               |
            15 | #[signature(hmac_sha256, header = A, key = "whsec_")] webhook o { body Json }
               |                                            ^^^^^^^^
               = help: `key = "whsec_{base64}"` or `key = "{hex}"`"#]],
    );
}

#[test]
fn what_contradicts_itself_is_said() {
    check(
        "signature-contradictions",
        r#"#[signature(hmac_sha256, header = A, timestamp = B)] webhook a { body Json }
#[signature(hmac_sha256, header = A, format = "t={timestamp},v={hex}", timestamp = B)] webhook b { body Json }
#[signature(hmac_sha256, header = A, format = "{hex}", tolerance = 300s)] webhook c { body Json }
#[signature(hmac_sha256, header = A, signed = "{timestamp}")] webhook d { body Json }
#[signature(hmac_sha256, header = A, signed = "{body}")] webhook e { body Json }
#[signature(hmac_sha256, header = A, id = B, signed = "{timestamp}.{body}")] webhook f { body Json }
#[signature(hmac_sha256, header = A, format = "{hex}", signed = "{timestamp}.{body}")] webhook g { body Json }
#[signature(hmac_sha256, header = A, signed = "{id}.{timestamp}.{body}")] webhook h { body Json }
#[signature(hmac_sha256, header = A, signed = "{timestamp}.{body}{body}")] webhook i { body Json }
#[signature(hmac_sha256, header = A, signed = "{timestamp}.{bdy}")] webhook j { body Json }
"#,
        &expect![[r#"
            spec.callsheet:1:38: error: the timestamp is in `format` as well
              |
            1 | #[signature(hmac_sha256, header = A, timestamp = B)] webhook a { body Json }
              |                                      ^^^^^^^^^^^^^
              = help: `format` is `t={timestamp},v1={hex}` unless it is said; say it: `format = "v1={hex}"`

            spec.callsheet:2:72: error: the timestamp is in `format` as well
              |
            2 | #[signature(hmac_sha256, header = A, format = "t={timestamp},v={hex}", timestamp = B)] webhook b { body Json }
              |                                                                        ^^^^^^^^^^^^^
              = help: name it in one of the two

            spec.callsheet:3:56: error: there is no timestamp, and so no tolerance
              |
            3 | #[signature(hmac_sha256, header = A, format = "{hex}", tolerance = 300s)] webhook c { body Json }
              |                                                        ^^^^^^^^^^^^^^^^
              = help: say where it is: `timestamp = Acme-Timestamp`, or `{timestamp}` in `format`

            spec.callsheet:4:47: error: `{body}` is not signed, and anybody could change it
              |
            4 | #[signature(hmac_sha256, header = A, signed = "{timestamp}")] webhook d { body Json }
              |                                               ^^^^^^^^^^^^^

            spec.callsheet:5:47: error: `{timestamp}` is not signed, and anybody could change it
              |
            5 | #[signature(hmac_sha256, header = A, signed = "{body}")] webhook e { body Json }
              |                                               ^^^^^^^^

            spec.callsheet:6:55: error: `{id}` is not signed, and anybody could change it
              |
            6 | #[signature(hmac_sha256, header = A, id = B, signed = "{timestamp}.{body}")] webhook f { body Json }
              |                                                       ^^^^^^^^^^^^^^^^^^^^

            spec.callsheet:7:65: error: the signature does not say where `{timestamp}` comes from
              |
            7 | #[signature(hmac_sha256, header = A, format = "{hex}", signed = "{timestamp}.{body}")] webhook g { body Json }
              |                                                                 ^^^^^^^^^^^^^^^^^^^^
              = help: name its header: `timestamp = Acme-Timestamp`

            spec.callsheet:8:47: error: the signature does not say where `{id}` comes from
              |
            8 | #[signature(hmac_sha256, header = A, signed = "{id}.{timestamp}.{body}")] webhook h { body Json }
              |                                               ^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: name its header: `id = Acme-Id`

            spec.callsheet:9:47: error: `{body}` is signed twice
              |
            9 | #[signature(hmac_sha256, header = A, signed = "{timestamp}.{body}{body}")] webhook i { body Json }
              |                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^

            spec.callsheet:10:47: error: unknown placeholder `{bdy}`; there is `{id}`, `{timestamp}`, `{body}`
               |
            10 | #[signature(hmac_sha256, header = A, signed = "{timestamp}.{bdy}")] webhook j { body Json }
               |                                               ^^^^^^^^^^^^^^^^^^^
               = help: did you mean `{body}`?"#]],
    );
}

#[test]
fn a_webhook_has_the_sections_of_one() {
    check(
        "webhook-sections",
        r#"#[signature(hmac_sha256, header = A)]
#[retry(max = 1)]
api Acme { server "https://a.example" }
webhook a { query { q: u8 } cookie { c: u8 } auth none server "https://b.example" errors { 404 } body Json }
webhook b { header { X-A: u8 } header { X-B: u8 } body Json body Json }
webhook c { -> 2xx }
webhook d { body? Json -> 200 -> 200 -> 404 }
webhook e { body form { a: u8 } -> 200 Json }
webhook f { body bytes { a: u8 } }
webhook g { body Order header { X-A: Strin } }
webhook a { body Json }
webhook CamelCase { body Json }
#[retry(max = 1)] webhook h { bdy Json }
webhook i { body Json example 1 -> 200 {} }
webhook j { body { a: u8, b: String } example { "a": 1, "c": 2 } }
mod webhooks { struct A { a: u8 } }
webhook k Json
webhook
"#,
        &expect![[r#"
            spec.callsheet:4:13: error: a webhook has no `query` section
              |
            4 | webhook a { query { q: u8 } cookie { c: u8 } auth none server "https://b.example" errors { 404 } body Json }
              |             ^^^^^
              = help: it has `header`, `body`, `->` with the status to answer, and `example`

            spec.callsheet:4:29: error: a webhook has no `cookie` section
              |
            4 | webhook a { query { q: u8 } cookie { c: u8 } auth none server "https://b.example" errors { 404 } body Json }
              |                             ^^^^^^
              = help: it has `header`, `body`, `->` with the status to answer, and `example`

            spec.callsheet:4:46: error: a webhook has no `auth` section
              |
            4 | webhook a { query { q: u8 } cookie { c: u8 } auth none server "https://b.example" errors { 404 } body Json }
              |                                              ^^^^
              = help: it has `header`, `body`, `->` with the status to answer, and `example`

            spec.callsheet:4:56: error: a webhook has no `server` section
              |
            4 | webhook a { query { q: u8 } cookie { c: u8 } auth none server "https://b.example" errors { 404 } body Json }
              |                                                        ^^^^^^
              = help: it has `header`, `body`, `->` with the status to answer, and `example`

            spec.callsheet:4:92: error: a webhook has no `errors` section
              |
            4 | webhook a { query { q: u8 } cookie { c: u8 } auth none server "https://b.example" errors { 404 } body Json }
              |                                                                                            ^^^
              = help: it has `header`, `body`, `->` with the status to answer, and `example`

            spec.callsheet:5:32: error: a webhook has one `header` section; this is a second
              |
            5 | webhook b { header { X-A: u8 } header { X-B: u8 } body Json body Json }
              |                                ^^^^^^

            spec.callsheet:5:61: error: a webhook has one `body` section; this is a second
              |
            5 | webhook b { header { X-A: u8 } header { X-B: u8 } body Json body Json }
              |                                                             ^^^^

            spec.callsheet:6:9: error: `c` does not say what it holds
              |
            6 | webhook c { -> 2xx }
              |         ^
              = help: `body Type`, or `body { fields }`

            spec.callsheet:7:17: error: the body of a webhook is always there
              |
            7 | webhook d { body? Json -> 200 -> 200 -> 404 }
              |                 ^

            spec.callsheet:7:34: error: `-> 200` is declared twice
              |
            7 | webhook d { body? Json -> 200 -> 200 -> 404 }
              |                                  ^^^

            spec.callsheet:7:41: error: `404` is not a success
              |
            7 | webhook d { body? Json -> 200 -> 200 -> 404 }
              |                                         ^^^
              = help: what is not answered with 2xx is sent again

            spec.callsheet:8:18: error: a webhook holds JSON, text or bytes; others are not supported yet
              |
            8 | webhook e { body form { a: u8 } -> 200 Json }
              |                  ^^^^
              = help: `body text` gives it as it came

            spec.callsheet:8:36: error: what a delivery is answered with has a status and nothing else
              |
            8 | webhook e { body form { a: u8 } -> 200 Json }
              |                                    ^^^

            spec.callsheet:9:18: error: a webhook of text or bytes has no fields
              |
            9 | webhook f { body bytes { a: u8 } }
              |                  ^^^^^

            spec.callsheet:10:18: error: unknown type `Order`
               |
            10 | webhook g { body Order header { X-A: Strin } }
               |                  ^^^^^

            spec.callsheet:10:38: error: unknown type `Strin`
               |
            10 | webhook g { body Order header { X-A: Strin } }
               |                                      ^^^^^
               = help: did you mean `String`?

            spec.callsheet:11:9: error: webhook `a` is declared twice
               |
            11 | webhook a { body Json }
               |         ^

            spec.callsheet:12:9: error: `CamelCase` is not snake case
               |
            12 | webhook CamelCase { body Json }
               |         ^^^^^^^^^
               = help: write `camel_case`

            spec.callsheet:13:1: error: `#[retry]` does not belong on a webhook
               |
            13 | #[retry(max = 1)] webhook h { bdy Json }
               | ^^^^^^^^^^^^^^^^^
               = help: it belongs on an endpoint or the `api` block

            spec.callsheet:13:31: error: unknown section `bdy`
               |
            13 | #[retry(max = 1)] webhook h { bdy Json }
               |                               ^^^
               = help: did you mean `body`?

            spec.callsheet:14:40: error: what a delivery is answered with holds nothing
               |
            14 | webhook i { body Json example 1 -> 200 {} }
               |                                        ^

            spec.callsheet:15:47: error: the example lacks `b`, which is required
               |
            15 | webhook j { body { a: u8, b: String } example { "a": 1, "c": 2 } }
               |                                               ^

            spec.callsheet:16:5: error: module `webhooks` has the name of something generated
               |
            16 | mod webhooks { struct A { a: u8 } }
               |     ^^^^^^^^
               = help: choose another name

            spec.callsheet:17:11: error: expected `{` after `webhook k`, found `Json`
               |
            17 | webhook k Json
               |           ^^^^"#]],
    );
}

#[test]
fn what_is_not_signed_is_no_webhook() {
    check(
        "webhook-unsigned",
        "webhook a { body Json }
mod b { webhook c { body Json } }
",
        &expect![[r#"
            spec.callsheet:1:9: error: `a` does not say how it is signed: anybody could send it
              |
            1 | webhook a { body Json }
              |         ^
              = help: write `#[signature(hmac_sha256, header = Acme-Signature, secret = env("ACME_WEBHOOK_SECRET"))]` above it, or above the `api` block for all

            spec.callsheet:2:17: error: `c` does not say how it is signed: anybody could send it
              |
            2 | mod b { webhook c { body Json } }
              |                 ^
              = help: write `#[signature(hmac_sha256, header = Acme-Signature, secret = env("ACME_WEBHOOK_SECRET"))]` above it, or above the `api` block for all"#]],
    );
}
