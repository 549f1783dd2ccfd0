//! Mistakes in what is said of retries, time limits and idempotency.

use expect_test::expect;

use crate::common::check;

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
