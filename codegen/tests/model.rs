//! What specs mean: the model, in a line for each fact.

mod common;

use std::fmt::Write as _;

use callsheet_codegen::model::{
    Api, Encoding, Field, FieldContent, Name, PathPart, Shape, Style, Success, TypeDef,
};
use expect_test::{Expect, expect};

/// Checks the model of a spec without mistakes.
fn check(name: &str, text: &str, expected: &Expect) {
    expected.assert_eq(&facts(&common::clean(name, text).api));
}

fn facts(api: &Api) -> String {
    let mut out = String::new();
    for server in &api.servers {
        let name = server.name.as_ref().map_or("-", |name| name.rust.as_str());
        let _ = writeln!(out, "server {name} {}", server.url);
    }
    for scheme in &api.auth {
        let _ = writeln!(out, "auth {} {:?} {:?}", scheme.name.rust, scheme.kind, scheme.env);
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
    api.types.iter().for_each(|def| declared(&mut out, def));
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
        let responses = &operation.success.responses;
        let statuses: Vec<String> = responses.iter().map(|one| one.status.to_string()).collect();
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
            operation.success.content().map(|ty| &ty.kind),
        );
        let of_responses = responses.iter().map(|one| &one.encoding);
        for encoding in std::iter::once(&operation.body_encoding).chain(of_responses) {
            if *encoding != Encoding::default() {
                let _ = writeln!(out, "  as {:?} {}", encoding.kind, encoding.media);
            }
        }
        successes(&mut out, "answers", &operation.success);
        for other in &operation.alternatives {
            let name = format!("{} as {}", other.name.rust, other.request.rust);
            successes(&mut out, &name, &other.success);
        }
        operation.fields.iter().for_each(|field| line(&mut out, field));
    }
    out
}

/// A type.
fn declared(out: &mut String, def: &TypeDef) {
    let input = if def.is_input { " input" } else { "" };
    let _ = writeln!(out, "type {}{input}", def.name.rust);
    match &def.shape {
        Shape::Struct { .. } | Shape::Choice(_) => {
            def.shape.fields().for_each(|field| line(out, field));
        }
        Shape::Enum { values, closed } => {
            let names: Vec<_> =
                values.iter().map(|value| (&value.name.wire, &value.name.rust)).collect();
            let _ = writeln!(out, "  closed {closed} {names:?}");
        }
        Shape::IntegerEnum { values, closed } => {
            let names: Vec<_> =
                values.iter().map(|value| (value.number, &value.value.name.rust)).collect();
            let _ = writeln!(out, "  closed {closed} {names:?}");
        }
        Shape::Union(union) => {
            let _ = writeln!(out, "  tag {:?}", union.tag);
            for variant in &union.variants {
                let boxed = if variant.boxed { "boxed " } else { "" };
                let payload = variant.payload.as_ref().map(|ty| (&ty.kind, &ty.checks));
                let Name { wire, rust, .. } = &variant.name;
                let _ = writeln!(out, "  {wire} / {rust} {boxed}{payload:?}");
            }
            let shared: Vec<_> = union.shared.iter().map(|field| &field.name.rust).collect();
            let _ = writeln!(out, "  shared {shared:?}");
        }
        Shape::Outcome(variants) => {
            let names: Vec<_> = variants.iter().map(|variant| &variant.name.rust).collect();
            let _ = writeln!(out, "  {names:?}");
        }
        Shape::Extern(external) => {
            let wire = &external.wire;
            let _ = writeln!(out, "  {} {:?} {:?}", external.path, wire.kind, wire.checks);
        }
        Shape::Newtype(inner) => {
            let _ = writeln!(out, "  {:?} {:?}", inner.kind, inner.checks);
        }
    }
}

/// Headers and outcomes.
fn successes(out: &mut String, what: &str, success: &Success) {
    if let Some(outcome) = success.outcome {
        let _ = writeln!(out, "  {what} {outcome:?}");
        for response in &success.responses {
            let (media, value) = (&response.encoding.media, response.value());
            let kind = value.map(|ty| ty.kind);
            let _ = writeln!(out, "    {} {media} {kind:?}", response.name.rust);
        }
    } else if let Some(answer) = success.responses.first().and_then(|one| one.answer) {
        let _ = writeln!(out, "  {what} {answer:?}");
    } else if what != "answers" {
        let _ = writeln!(out, "  {what} {:?}", success.content().map(|ty| &ty.kind));
    }
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
    let style = if field.style == Style::Form {
        String::new()
    } else {
        format!(" style {:?}", field.style)
    };
    let _ = writeln!(
        out,
        "  {} / {} {:?} {:?} {content}{default}{style}",
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
            auth bearer Bearer ["X", "Y"]
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
            GET /v1/things = /things in ["things"] as list / List body Empty -> 200 Some(List(Type { kind: Text, nullable: false, checks: [], .. }))
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
              all / all Body Required List(Type { kind: Named(TypeId(1)), nullable: false, checks: [], .. }) []
              kind / kind Body Required Named(TypeId(3)) [] default on
              more / more Body Required Named(TypeId(2)) []
            type More input
              tree / tree Body Nullable boxed Named(TypeId(1)) []
              share / share Body Required Float(64) [Float { min: Some(0.0), max: Some(1.0), open: true }]
            type Kind input
              closed false [("on", "On"), ("half on", "Half")]
            type Out
              at / at Body Required Format(DateTime) [Format(DateTime)]
              any / any Body Required Map(Type { kind: Named(TypeId(0)), nullable: false, checks: [Prefix("t_"), Length { min: 0, max: 40 }], .. }, Type { kind: List(Type { kind: Json, nullable: true, checks: [], .. }), nullable: false, checks: [], .. }) [Keys([Prefix("t_"), Length { min: 0, max: 40 }])]
            POST /a = /a in [] as first / First body Fields -> 200 Some(Named(TypeId(4)))
              tags[] / tags Query Optional List(Type { kind: Named(TypeId(0)), nullable: false, checks: [Prefix("t_"), Length { min: 0, max: 40 }, Length { min: 1, max: 8 }], .. }) [Each([Prefix("t_"), Length { min: 0, max: 40 }, Length { min: 1, max: 8 }]), Count { min: 0, max: 3 }] default []
              X-A / x_a Header Required = Text("1")
              tree / tree Body Optional Named(TypeId(1)) []
              note / note Body OptionalNullable Text []
              size / size Body Required Integer(Integer { signed: false, bits: 8 }) [Integer { min: 1, max: 170141183460469231731687303715884105727 }] default 3
            PUT /b = /b in [] as second / Second body Payload -> 2xx None
              body / body Payload Required List(Type { kind: Named(TypeId(0)), nullable: false, checks: [Prefix("t_"), Length { min: 0, max: 40 }], .. }) [Each([Prefix("t_"), Length { min: 0, max: 40 }])]
        "#]],
    );
}

#[test]
fn what_is_said_of_attempts() {
    let text = "
        #[retry(max = 3, on = [408, 5xx], veto = x-should-retry, count = X-Count)]
        #[timeout(20s, header = X-Timeout)]
        #[idempotency_key(Idempotency-Key)]
        api A { server \"https://a.example\" }
        GET /a as get { -> 204 }
        DELETE /a as delete { -> 204 }
        POST /a as keyed { -> 204 }
        #[idempotent] POST /b as marked { -> 204 }
        #[idempotent] #[retry(max = 0)] #[timeout(500ms)]
        POST /c as own { header { X-A?: u8, #[idempotency_key] X-Key?: String } -> 204 }
        #[retry(on = [])] #[timeout(2h)]
        PUT /d as put { header { #[idempotency_key] X-Key?: String } -> 204 }
    ";
    let lowered = common::clean("attempts", text);
    let mut facts = format!("{:?}\n{:?}\n", lowered.api.rules, lowered.api.signals);
    for operation in &lowered.api.operations {
        let fields: Vec<_> = operation.fields.iter().map(|field| &field.name.wire).collect();
        let (name, idempotency) = (&operation.name.rust, &operation.idempotency);
        let _ = writeln!(facts, "{name} {fields:?} {idempotency:?} {:?}", operation.rules);
    }
    expect![[r#"
        AttemptRules { max_retries: Some(3), statuses: Some([Code(408), Class(5)]), timeout: Some(20s) }
        Signals { veto: Some("x-should-retry"), count: Some("X-Count"), deadline: Some("X-Timeout"), key: Some("Idempotency-Key") }
        get [] Safe AttemptRules { max_retries: None, statuses: None, timeout: None }
        delete [] Idempotent AttemptRules { max_retries: None, statuses: None, timeout: None }
        keyed [] Keyed("Idempotency-Key") AttemptRules { max_retries: None, statuses: None, timeout: None }
        marked [] Idempotent AttemptRules { max_retries: None, statuses: None, timeout: None }
        own ["X-A"] Keyed("X-Key") AttemptRules { max_retries: Some(0), statuses: None, timeout: Some(500ms) }
        put [] Keyed("X-Key") AttemptRules { max_retries: None, statuses: Some([]), timeout: Some(7200s) }
    "#]].assert_eq(&facts);
}

#[test]
fn docs_can_be_spelt_out_in_a_file() {
    let text = "#![doc = \" All.\"]\n#[doc = \"A thing.\"]\nstruct Thing { a: u32 }\n";
    let lowered = common::clean("doc_attributes", text);
    assert_eq!(lowered.api.types.first().unwrap().docs, ["A thing."]);
}

#[test]
fn places_styles_and_encodings() {
    check(
        "model_bodies",
        "api A { server \"https://a.example\" }
GET /a/{ids: [u8]} as first {
    query { #[style(pipe)] a?: [String], #[style(deep)] b?: Map<String, String>, c: 3 }
    cookie { session: String, theme: \"dark\" }
    -> 200 text header { X-Total: u64, ETag?: String }
}
POST /b as second { body? form { a: String | null, #[style(deep)] b?: Thing } -> 200 bytes }
POST /b as third { body form { #[style(comma)] a?: [u8] } -> 204 header { X-A: bool } }
POST /c as fourth { body? text \"text/csv\" -> 200 json \"application/x+json\" Thing }
POST /d as fifth { body bytes -> 200 bytes \"image/*\" }
POST /e as sixth { body ndjson Thing -> 204 }
POST /f as seventh { body multipart { a: File, b?: [File], c: Thing, d: 1 } -> 204 }
struct Thing { a?: String | null }
",
        &expect![[r#"
            server - https://a.example
            type Thing input
              a / a Body OptionalNullable Text []
            type FirstAnswer
              body / body Payload Required Text []
              X-Total / x_total ResponseHeader Required Integer(Integer { signed: false, bits: 64 }) []
              ETag / e_tag ResponseHeader Optional Text []
            type SecondBody input
              a / a Form Nullable Text []
              b / b Form Optional Named(TypeId(0)) [] style Deep
            type ThirdAnswer
              X-A / x_a ResponseHeader Required Bool []
            GET /a/{ids} = /a/<0> in [] as first / First body Empty -> 200 Some(Text)
              as Text text/plain
              answers TypeId(1)
              ids / ids Path Required List(Type { kind: Integer(Integer { signed: false, bits: 8 }), nullable: false, checks: [], .. }) []
              a / a Query Optional List(Type { kind: Text, nullable: false, checks: [], .. }) [] style Pipe
              b / b Query Optional Map(Type { kind: Text, nullable: false, checks: [], .. }, Type { kind: Text, nullable: false, checks: [], .. }) [] style Deep
              c / c Query Required = Integer(3)
              session / session Cookie Required Text []
              theme / theme Cookie Required = Text("dark")
            POST /b = /b in [] as second / Second body Payload -> 200 Some(Bytes)
              as Form application/x-www-form-urlencoded
              as Bytes */*
              body / body Payload Optional Named(TypeId(2)) []
            POST /b = /b in [] as third / Third body Fields -> 204 None
              as Form application/x-www-form-urlencoded
              answers TypeId(3)
              a / a Form Optional List(Type { kind: Integer(Integer { signed: false, bits: 8 }), nullable: false, checks: [], .. }) [] style Comma
            POST /c = /c in [] as fourth / Fourth body Payload -> 200 Some(Named(TypeId(0)))
              as Text text/csv
              as Json application/x+json
              body / body Payload Optional Text []
            POST /d = /d in [] as fifth / Fifth body Payload -> 200 Some(Bytes)
              as Bytes application/octet-stream
              as Bytes image/*
              body / body Payload Required Bytes []
            POST /e = /e in [] as sixth / Sixth body Payload -> 204 None
              as Ndjson application/x-ndjson
              body / body Payload Required List(Type { kind: Named(TypeId(0)), nullable: false, checks: [], .. }) []
            POST /f = /f in [] as seventh / Seventh body Fields -> 204 None
              as Multipart multipart/form-data
              a / a Part Required File []
              b / b Part Optional List(Type { kind: File, nullable: false, checks: [], .. }) []
              c / c Part Required Named(TypeId(0)) []
              d / d Part Required = Integer(1)
        "#]],
    );
}

#[test]
fn streams_and_what_is_said_of_them() {
    let text = "
        api A { server \"https://a.example\" }
        GET /a as plain { -> 200 sse Json }
        GET /b as lines { -> 200 ndjson { a: u8 } -> 201 { b: u8 } }
        GET /c as own {
            header { X-After?: String }
            #[sse(end = [a.b, c], skip = [ping], error = e, done = \"[DONE]\", resume = X-After)]
            -> 2xx sse { c: u8 }
        }
        POST /d as never {
            query { a: u8, stream?: bool }
            #[sse(resume = none)] #[when(stream = true)] -> 200 sse Json
            -> 204
        }
        POST /e as choose {
            body { mode?: Mode }
            -> 200 String
            #[when(mode = a)] #[sse(resume = last-event-id)] -> 200 sse Json
        }
        enum Mode { a, b }
    ";
    let lowered = common::clean("streams", text);
    let mut facts = String::new();
    for operation in &lowered.api.operations {
        let stream = operation.stream.as_ref().unwrap();
        let whole = operation.success.responses.iter().map(|one| one.status);
        let whole: Vec<_> = whole.collect();
        let (statuses, when) = (&stream.statuses, &stream.when);
        let _ = writeln!(facts, "{} {whole:?} {statuses:?} {when:?}", operation.name.rust);
        let _ = writeln!(facts, "  {:?} of {:?}", stream.kind, stream.item.kind);
    }
    let types = lowered.api.types.iter().map(|def| def.name.rust.as_str());
    let _ = writeln!(facts, "{:?}", types.collect::<Vec<_>>());
    expect![[r#"
        plain [] [Code(200)] None
          Events(Events { resume: Header("Last-Event-ID"), error: "error", end: [], skip: [], done: None }) of Json
        lines [Code(201)] [Code(200)] None
          Lines of Named(TypeId(2))
        own [] [Class(2)] None
          Events(Events { resume: Header("X-After"), error: "e", end: ["a.b", "c"], skip: ["ping"], done: Some("[DONE]") }) of Named(TypeId(3))
        never [Code(204)] [Code(200)] Some(When { field: 1, value: Bool(true) })
          Events(Events { resume: Never, error: "error", end: [], skip: [], done: None }) of Json
        choose [Code(200)] [Code(200)] Some(When { field: 0, value: Text("a") })
          Events(Events { resume: Header("Last-Event-ID"), error: "error", end: [], skip: [], done: None }) of Json
        ["Mode", "LinesResponse", "LinesLine", "OwnEvent"]
    "#]].assert_eq(&facts);
}

#[test]
fn several_responses() {
    let text = "
        api A { server \"https://a.example\" }
        struct Job { id: String }
        GET /same as same { -> 200 Job -> 201 Job }
        PUT /job as put {
            body Job
            /// It was there.
            -> 200 Job
            -> 201 { id: String } header { Location: Url }
            -> 202 { position: u32 }
            -> 2xx Json
            -> 204
        }
        GET /report as report {
            -> 200 Job
            -> 200 text \"text/csv; charset=utf-8\"
            -> 200 bytes \"application/pdf\"
            -> 204
        }
        GET /image as image { -> 200 bytes \"image/*\" -> 200 text }
    ";
    check(
        "several",
        text,
        &expect![[r#"
        server - https://a.example
        type Job input
          id / id Body Required Text []
        type PutCreatedResponse
          id / id Body Required Text []
        type PutAcceptedResponse
          position / position Body Required Integer(Integer { signed: false, bits: 32 }) []
        type PutCreatedAnswer
          body / body Payload Required Named(TypeId(1)) []
          Location / location ResponseHeader Required Format(Url) [Format(Url)]
        type PutOutcome
          ["Ok", "Created", "Accepted", "Success", "NoContent"]
        type ReportOutcome
          ["Ok", "NoContent"]
        type ReportCsvOutcome
          ["Ok", "NoContent"]
        type ReportPdfOutcome
          ["Ok", "NoContent"]
        GET /same = /same in [] as same / Same body Empty -> 200+201 Some(Named(TypeId(0)))
        PUT /job = /job in [] as put / Put body Payload -> 200+201+202+204+2xx None
          answers TypeId(4)
            Ok application/json Some(Named(TypeId(0)))
            Created application/json Some(Named(TypeId(3)))
            Accepted application/json Some(Named(TypeId(2)))
            NoContent application/json None
            Success application/json Some(Json)
          body / body Payload Required Named(TypeId(0)) []
        GET /report = /report in [] as report / Report body Empty -> 200+204 None
          answers TypeId(5)
            Ok application/json Some(Named(TypeId(0)))
            NoContent application/json None
          accept_csv as ReportCsv TypeId(6)
            Ok text/csv; charset=utf-8 Some(Text)
            NoContent application/json None
          accept_pdf as ReportPdf TypeId(7)
            Ok application/pdf Some(Bytes)
            NoContent application/json None
        GET /image = /image in [] as image / Image body Empty -> 200 Some(Bytes)
          as Bytes image/*
          accept_text as ImageText Some(Text)
    "#]],
    );
}
