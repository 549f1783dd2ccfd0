//! Waits: what specs mean, and what is said of mistakes.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(clippy::too_many_lines, clippy::needless_raw_string_hashes, reason = "expected texts")]

mod common;

use common::check;
use expect_test::expect;

#[test]
fn each_source_of_what_a_poll_is_asked_with() {
    let text = "api Works { server \"https://a.example\" }
struct Job { id: String, state: State, number: u64, done?: bool, at: Place }
struct Place { code: i32 }
enum State { running, done, \"gave up\" as GaveUp }
mod jobs {
    #[wait(until = state in [done], fail = state in [\"gave up\"], poll = get, every = 1500ms)]
    POST /jobs as start { body { name: String } -> 202 Job }
    #[wait(until = done in [true], poll = of.org, fail = at.code in [-1, 7])]
    POST /orgs/{org: String}/jobs as start_in {
        header { X-Kind: \"k\", X-Trace?: String }
        -> 202 Job
    }
    #[wait(until = state in [done], poll = get)]
    GET /jobs/{job_id: String} as get { -> 200 Job }
    mod of {
        GET /orgs/{org: String}/jobs/{number: String} as org {
            query { version: \"1\", fields?: [String] }
            header { X-Trace?: String }
            -> 200 Job
        }
        #[wait(until = state in [done], poll = jobs.get)]
        POST /again as again { -> 200 Job }
    }
}
";
    let lowered = common::clean("each_source", text);
    let waits = lowered.api.operations.iter().filter_map(|operation| {
        let wait = operation.wait.as_ref()?;
        let condition = |condition: &callsheet_codegen::model::Condition| {
            format!("{} in {:?}", condition.path.keys.join("."), condition.values)
        };
        Some(format!(
            "{}: {} until {} fail {:?} every {:?} {:?}\n",
            operation.name.rust,
            lowered.api.operations[wait.poll.0].name.rust,
            condition(&wait.until),
            wait.fail.as_ref().map(condition),
            wait.every,
            wait.fills,
        ))
    });
    expect![[r#"
        start: get until state in ["done"] fail Some("state in [\"gave up\"]") every 1.5s [(0, Response("id"))]
        start_in: org until done in ["true"] fail Some("at.code in [\"-1\", \"7\"]") every 1s [(0, Request(0)), (1, Response("number")), (4, Request(2))]
        get: get until state in ["done"] fail None every 1s [(0, Response("id"))]
        again: get until state in ["done"] fail None every 1s [(0, Response("id"))]
    "#]].assert_eq(&waits.collect::<String>());
}

#[test]
fn mistakes_in_waits() {
    check(
        "waits",
        "api Works { server \"https://a.example\" }
struct Job { id: String, state: State, list: [String], #[sensitive] key: String, size: u8 }
struct Other { name: String, lost: Lost }
enum State { running, done, failed }
#[wait]
POST /a as a { -> 200 Job }
#[wait(poll = get, every = 2s)]
POST /b as b { -> 200 Job }
#[wait(until = state in [done])]
POST /c as c { -> 200 Job }
#[wait(until = stat in [done], fail = state in [faild], poll = gte, every = 0s)]
POST /d as d { -> 200 Job }
#[wait(until = state = done, fail = list in [x], poll = get, evry = 2s)]
POST /e as e { -> 200 Job }
#[wait(until = state, fail = key in [x], poll = [get], every = fast)]
POST /f as f { -> 200 Job }
#[wait(until = state in [done, done], fail = state in [failed, done], poll = get)]
POST /g as g { -> 200 Job }
#[wait(until = state in [], poll = b)]
POST /h as h { -> 200 Job }
#[wait(until = size in [many], poll = others)]
POST /i as i { -> 200 Job }
#[wait(until = state in [done], poll = nothing)]
POST /j as j { -> 204 }
#[wait(until = state in [done], poll = named)]
POST /k as k { -> 200 Job }
#[wait(until = state in done, poll = get)]
POST /l as l { -> 200 Job }
#[wait(until = state in [done], poll = jobs.get)]
POST /m as m { -> 200 Missing }
#[wait(until = state in [done], until = state in [done], \"get\")]
POST /n as n { -> 200 Job }
#[wait(until = state.deep in [done], poll = get)]
POST /o as o { -> 200 Job }
GET /x/{id: String} as get { -> 200 Job }
GET /y/{id: String} as others { -> 200 Other }
GET /z as nothing { -> 204 }
GET /w/{name: String} as named { -> 200 Job }
#[wait(until = state in [done], poll = get)]
struct On { a: String }
",
        &expect![[r#"
            spec.callsheet:3:36: error: unknown type `Lost`
              |
            3 | struct Other { name: String, lost: Lost }
              |                                    ^^^^

            spec.callsheet:5:1: error: expected `#[wait(until = state in [done], fail = state in [failed], poll = retrieve, every = 2s)]`
              |
            5 | #[wait]
              | ^^^^^^^

            spec.callsheet:7:1: error: the wait has no `until`
              |
            7 | #[wait(poll = get, every = 2s)]
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: `until = state in [done]`

            spec.callsheet:9:1: error: the wait has no `poll`
              |
            9 | #[wait(until = state in [done])]
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: `poll = retrieve`

            spec.callsheet:11:16: error: a `Job` object has no field `stat`
               |
            11 | #[wait(until = stat in [done], fail = state in [faild], poll = gte, every = 0s)]
               |                ^^^^
               = help: did you mean `state`?

            spec.callsheet:11:49: error: `faild` is no value of `state`
               |
            11 | #[wait(until = stat in [done], fail = state in [faild], poll = gte, every = 0s)]
               |                                                 ^^^^^
               = help: did you mean `failed`?

            spec.callsheet:11:64: error: unknown endpoint `gte`
               |
            11 | #[wait(until = stat in [done], fail = state in [faild], poll = gte, every = 0s)]
               |                                                                ^^^
               = help: did you mean `get`?

            spec.callsheet:11:77: error: expected a time from `1ms` to `1h`, such as `2s`
               |
            11 | #[wait(until = stat in [done], fail = state in [faild], poll = gte, every = 0s)]
               |                                                                             ^^

            spec.callsheet:13:22: error: a condition lists the values of a field
               |
            13 | #[wait(until = state = done, fail = list in [x], poll = get, evry = 2s)]
               |                      ^
               = help: `state in [succeeded]`

            spec.callsheet:13:37: error: `list` is a list, and a state is a scalar
               |
            13 | #[wait(until = state = done, fail = list in [x], poll = get, evry = 2s)]
               |                                     ^^^^

            spec.callsheet:13:62: error: `#[wait]` has no `evry`; it has `until`, `fail`, `poll`, `every`
               |
            13 | #[wait(until = state = done, fail = list in [x], poll = get, evry = 2s)]
               |                                                              ^^^^^^^^^
               = help: did you mean `every`?

            spec.callsheet:15:16: error: expected a field and its values: `until = state in [done]`
               |
            15 | #[wait(until = state, fail = key in [x], poll = [get], every = fast)]
               |                ^^^^^

            spec.callsheet:15:30: error: `key` is sensitive, and this is shown in errors
               |
            15 | #[wait(until = state, fail = key in [x], poll = [get], every = fast)]
               |                              ^^^

            spec.callsheet:15:42: error: expected the name of an endpoint, such as `poll = retrieve`
               |
            15 | #[wait(until = state, fail = key in [x], poll = [get], every = fast)]
               |                                          ^^^^^^^^^^^^

            spec.callsheet:15:64: error: expected a time from `1ms` to `1h`, such as `2s`
               |
            15 | #[wait(until = state, fail = key in [x], poll = [get], every = fast)]
               |                                                                ^^^^

            spec.callsheet:17:32: error: `done` is in the list twice
               |
            17 | #[wait(until = state in [done, done], fail = state in [failed, done], poll = get)]
               |                                ^^^^

            spec.callsheet:17:64: error: `done` cannot be both the end and a failure
               |
            17 | #[wait(until = state in [done, done], fail = state in [failed, done], poll = get)]
               |                                                                ^^^^

            spec.callsheet:19:8: error: the list of values is empty
               |
            19 | #[wait(until = state in [], poll = b)]
               |        ^^^^^^^^^^^^^^^^^^^

            spec.callsheet:19:36: error: `b` is a POST request, and asking must not change anything
               |
            19 | #[wait(until = state in [], poll = b)]
               |                                    ^

            spec.callsheet:21:25: error: `many` is no value of `size`
               |
            21 | #[wait(until = size in [many], poll = others)]
               |                         ^^^^

            spec.callsheet:21:39: error: `others` answers a `Other` object, and `i` a `Job` object; both must answer the same
               |
            21 | #[wait(until = size in [many], poll = others)]
               |                                       ^^^^^^

            spec.callsheet:23:1: error: `j` answers nothing to wait for
               |
            23 | #[wait(until = state in [done], poll = nothing)]
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

            spec.callsheet:25:40: error: `named` needs `name`, which is not in the answer
               |
            25 | #[wait(until = state in [done], poll = named)]
               |                                        ^^^^^
               = help: it comes from a field `name` of a `Job` object, or from a parameter of `k`

            spec.callsheet:27:25: error: expected a list of values, such as `[succeeded]`, found `done`
               |
            27 | #[wait(until = state in done, poll = get)]
               |                         ^^^^

            spec.callsheet:29:40: error: unknown endpoint `jobs.get`
               |
            29 | #[wait(until = state in [done], poll = jobs.get)]
               |                                        ^^^^^^^^

            spec.callsheet:30:23: error: unknown type `Missing`
               |
            30 | POST /m as m { -> 200 Missing }
               |                       ^^^^^^^

            spec.callsheet:31:33: error: `until` is given twice
               |
            31 | #[wait(until = state in [done], until = state in [done], "get")]
               |                                 ^^^^^^^^^^^^^^^^^^^^^^^

            spec.callsheet:31:58: error: expected a key, as in `until = state in [done], fail = state in [failed], poll = retrieve, every = 2s`
               |
            31 | #[wait(until = state in [done], until = state in [done], "get")]
               |                                                          ^^^^^

            spec.callsheet:33:16: error: a `State` has no field `deep`
               |
            33 | #[wait(until = state.deep in [done], poll = get)]
               |                ^^^^^^^^^^

            spec.callsheet:39:1: error: `#[wait]` does not belong on a struct
               |
            39 | #[wait(until = state in [done], poll = get)]
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: it belongs on an endpoint"#]],
    );
}
