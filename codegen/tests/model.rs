//! What specs mean: the model, in a line for each fact.

mod common;

use std::fmt::Write as _;

use callsheet_codegen::model::{Api, Field, FieldContent, PathPart, Shape};
use expect_test::{Expect, expect};

/// Checks the model of a spec without mistakes.
fn check(name: &str, text: &str, expected: &Expect) {
    let lowered = common::in_file(name, text);
    assert!(lowered.diagnostics.is_empty(), "{}", lowered.diagnostics.render(&lowered.sources));
    expected.assert_eq(&facts(&lowered.api));
}

fn facts(api: &Api) -> String {
    let mut out = String::new();
    for server in &api.servers {
        let name = server.name.as_ref().map_or("-", |name| name.rust.as_str());
        let _ = writeln!(out, "server {name} {}", server.url);
    }
    if let Some(auth) = &api.auth {
        let _ = writeln!(out, "bearer {:?}", auth.env);
    }
    if let Some(envelope) = &api.envelope {
        let _ = writeln!(
            out,
            "envelope code {:?} message {:?} id {:?}",
            envelope.code, envelope.message, envelope.request_id
        );
    }
    for failure in &api.failures {
        let statuses: Vec<String> = failure.statuses.iter().map(ToString::to_string).collect();
        let everywhere = if failure.everywhere { " everywhere" } else { "" };
        let _ = writeln!(out, "failure {} {}{everywhere}", failure.name.rust, statuses.join("+"));
    }
    for def in &api.types {
        let input = if def.is_input { " input" } else { "" };
        let _ = writeln!(out, "type {}{input}", def.name.rust);
        match &def.shape {
            Shape::Struct { .. } | Shape::Choice(_) => {
                def.shape.fields().for_each(|field| line(&mut out, field));
            }
            Shape::Enum { values, closed } => {
                let names: Vec<_> =
                    values.iter().map(|value| (&value.name.wire, &value.name.rust)).collect();
                let _ = writeln!(out, "  closed {closed} {names:?}");
            }
            Shape::Newtype(inner) => {
                let _ = writeln!(out, "  {:?} {:?}", inner.kind, inner.checks);
            }
        }
    }
    for operation in &api.operations {
        let path: Vec<String> = operation
            .path
            .iter()
            .map(|part| match part {
                PathPart::Text(text) => text.clone(),
                PathPart::Field(index) => format!("<{index}>"),
            })
            .collect();
        let module: Vec<&str> =
            api.module_path(operation.module).iter().map(|name| name.rust.as_str()).collect();
        let statuses: Vec<String> = operation.responses.iter().map(ToString::to_string).collect();
        let _ = writeln!(
            out,
            "{} {} = {} in {module:?} as {} / {} body {:?} -> {} {:?}",
            operation.method.name(),
            operation.template,
            path.concat(),
            operation.name.rust,
            operation.request.rust,
            operation.body,
            statuses.join("+"),
            operation.content.as_ref().map(|ty| &ty.kind),
        );
        operation.fields.iter().for_each(|field| line(&mut out, field));
    }
    out
}

fn line(out: &mut String, field: &Field) {
    let content = match &field.content {
        FieldContent::Value { ty, boxed } => {
            let boxed = if *boxed { "boxed " } else { "" };
            format!("{boxed}{:?} {:?}", ty.kind, ty.checks)
        }
        FieldContent::Constant(constant) => format!("= {constant:?}"),
    };
    let default =
        field.default.as_ref().map_or_else(String::new, |text| format!(" default {text}"));
    let _ = writeln!(
        out,
        "  {} / {} {:?} {:?} {content}{default}",
        field.name.wire, field.name.rust, field.place, field.presence
    );
}

#[test]
fn an_api_and_its_failures() {
    check(
        "model_api",
        "api A {
    server \"https://a.example/v\" as main for /v1
    auth bearer = env(\"X\", \"Y\")
    errors { 429 slow, 5xx }
}
#[error(code = error.type, message = error.message)]
struct Envelope { error: Detail }
struct Detail { type: String, message: String }
mod things {
    GET /v1/things as list { -> 200 [String] errors { 400 slow, 404, 409 taken: Detail } }
    mod parts { DELETE /v1/things/{id: u64}/x-{part: String} as delete { -> 204 } }
}
",
        &expect![[r#"
            server main https://a.example/v
            bearer ["X", "Y"]
            envelope code ["error", "type"] message ["error", "message"] id []
            failure Slow 429+400 everywhere
            failure Status5xx 5xx everywhere
            failure Status404 404
            failure Taken 409
            type Envelope
              error / error Body Required Named(TypeId(1)) []
            type Detail
              type / type Body Required Text []
              message / message Body Required Text []
            GET /v1/things = /things in ["things"] as list / List body Empty -> 200 Some(List(Type { kind: Text, nullable: false, checks: [] }))
            DELETE /v1/things/{id}/x-{part} = /things/<0>/x-<1> in ["things", "parts"] as delete / Delete body Empty -> 204 None
              id / id Path Required Integer(Integer { signed: false, bits: 64 }) []
              part / part Path Required Text []
        "#]],
    );
}

#[test]
fn types_and_where_requests_reach_them() {
    check(
        "model_types",
        "api A { server \"https://a.example\" }
POST /a as first {
    query { \"tags[]\"?: [Tag in 1..=8] in ..=3 = [] }
    header { X-A: \"1\" }
    body { tree?: Tree, note?: String | null, size: u8 in 1.. = 3 }
    -> 200 Out
}
PUT /b as second { body [Tag] -> 2xx }
struct Tag(String in \"^t_\" in ..=40);
struct Tree { left?: Tree, all: [Tree], kind: Kind = on, more: More }
struct More { tree: Tree | null, share: f64 in 0.0..1.0 }
enum Kind { on, \"half on\" as Half }
struct Out { at: DateTime, any: Map<Tag, [Json | null]> }
",
        &expect![[r#"
            server - https://a.example
            type Tag input
              Text [Prefix("t_"), Length { min: 0, max: 40 }]
            type Tree input
              left / left Body Optional boxed Named(TypeId(1)) []
              all / all Body Required List(Type { kind: Named(TypeId(1)), nullable: false, checks: [] }) []
              kind / kind Body Required Named(TypeId(3)) [] default on
              more / more Body Required Named(TypeId(2)) []
            type More input
              tree / tree Body Nullable boxed Named(TypeId(1)) []
              share / share Body Required Float(64) [Float { min: Some(0.0), max: Some(1.0), open: true }]
            type Kind input
              closed false [("on", "On"), ("half on", "Half")]
            type Out
              at / at Body Required Format(DateTime) [Format(DateTime)]
              any / any Body Required Map(Type { kind: Named(TypeId(0)), nullable: false, checks: [Prefix("t_"), Length { min: 0, max: 40 }] }, Type { kind: List(Type { kind: Json, nullable: true, checks: [] }), nullable: false, checks: [] }) [Keys([Prefix("t_"), Length { min: 0, max: 40 }])]
            POST /a = /a in [] as first / First body Fields -> 200 Some(Named(TypeId(4)))
              tags[] / tags Query Optional List(Type { kind: Named(TypeId(0)), nullable: false, checks: [Prefix("t_"), Length { min: 0, max: 40 }, Length { min: 1, max: 8 }] }) [Each([Prefix("t_"), Length { min: 0, max: 40 }, Length { min: 1, max: 8 }]), Count { min: 0, max: 3 }] default []
              X-A / x_a Header Required = Text("1")
              tree / tree Body Optional Named(TypeId(1)) []
              note / note Body OptionalNullable Text []
              size / size Body Required Integer(Integer { signed: false, bits: 8 }) [Integer { min: 1, max: 170141183460469231731687303715884105727 }] default 3
            PUT /b = /b in [] as second / Second body Payload -> 2xx None
              body / body Payload Required List(Type { kind: Named(TypeId(0)), nullable: false, checks: [Prefix("t_"), Length { min: 0, max: 40 }] }) [Each([Prefix("t_"), Length { min: 0, max: 40 }])]
        "#]],
    );
}
