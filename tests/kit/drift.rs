use callsheet::drift::{Collector, Kind};
use callsheet::testing::{MockTransport, Reply};

use crate::{CANARY, PET, Shop};

/// A shop that answers every call so, and its collector.
fn drifting(operation: &str, reply: Reply) -> (MockTransport, Shop, Collector) {
    let (mock, drift) = (MockTransport::new(), Collector::new());
    mock.on(operation).reply(reply);
    let builder = Shop::builder().bearer(CANARY).max_retries(0).drift(&drift);
    let shop = builder.transport(mock.transport()).clock(mock.clock()).build().unwrap();
    (mock, shop, drift)
}

/// The findings after one `pets.get`: path, kind, count and samples.
async fn found(status: u16, body: &str) -> Vec<(String, Kind, u64, String)> {
    let (_mock, shop, drift) = drifting("pets.get", Reply::json(status, body));
    let _ = shop.pets().get("p1").send().await;
    let report = drift.report();
    assert_eq!(report.responses("pets.get"), 1);
    report
        .findings()
        .iter()
        .map(|found| {
            assert_eq!(found.operation, "pets.get");
            (found.path.clone(), found.kind, found.count, found.samples.join(" "))
        })
        .collect()
}

fn finding(path: &str, kind: Kind, count: u64, samples: &str) -> (String, Kind, u64, String) {
    (path.to_owned(), kind, count, samples.to_owned())
}

#[tokio::test]
async fn what_is_in_the_spec_is_no_drift() {
    for body in [
        PET,
        r#"{"id":"p1","type":"pet","mood":"sad","moods":["happy"],"vet":{"name":"x"},
            "tags":{"a":{"colour":"red"}},"diagnosis":"sad","chart":{"age":3,"pulse":90}}"#,
    ] {
        assert_eq!(found(200, body).await, []);
    }
    assert_eq!(found(404, r#"{"error":{"type":"not_found","message":"m"}}"#).await, []);
    assert_eq!(found(410, r#"{"since":1}"#).await, []);
}

#[tokio::test]
async fn unknown_fields_are_found_wherever_they_are() {
    let body = r#"{"id":"p1","type":"pet","chip":7,"vet":{"name":"x","fax":null},
        "tags":{"a":{"colour":"red","size":1},"b":{"colour":"red","size":"L"}}}"#;
    assert_eq!(
        found(200, body).await,
        [
            finding("chip", Kind::UnknownField, 1, "number"),
            finding("tags[*].size", Kind::UnknownField, 2, "number string"),
            finding("vet.fax", Kind::UnknownField, 1, "null"),
        ]
    );
}

#[tokio::test]
async fn unknown_values_are_found_and_sensitive_ones_not_shown() {
    let body = r#"{"id":"p1","type":"dog","mood":"odd","moods":["x","sad","y","x"],"vet":null,
        "diagnosis":"canary"}"#;
    assert_eq!(
        found(200, body).await,
        [
            finding("diagnosis", Kind::UnknownValue, 1, ""),
            finding("mood", Kind::UnknownValue, 1, "\"odd\""),
            finding("moods[]", Kind::UnknownValue, 3, "\"x\" \"y\""),
            finding("type", Kind::OtherConstant, 1, "\"dog\""),
        ]
    );
}

#[tokio::test]
async fn what_cannot_be_decoded_is_found() {
    let missing = r#"{"type":"pet","vet":null}"#;
    assert_eq!(found(200, missing).await, [finding("id", Kind::MissingField, 1, "")]);
    let inside = r#"{"id":"p1","type":"pet","vet":{}}"#;
    assert_eq!(found(200, inside).await, [finding("vet.name", Kind::MissingField, 1, "")]);
    let element = r#"{"id":"p1","type":"pet","vet":null,"moods":["sad",5]}"#;
    let wrong = found(200, element).await;
    assert_eq!((&*wrong[0].0, wrong[0].1, wrong.len()), ("moods[]", Kind::Undecodable, 1));
    let html = found(200, "<p>").await;
    assert_eq!((&*html[0].0, html[0].1), ("", Kind::Undecodable));
}

#[tokio::test]
async fn statuses_and_failures_that_the_spec_does_not_know_are_found() {
    assert_eq!(found(206, PET).await, [finding("", Kind::UnknownStatus, 1, "206")]);
    let teapot = r#"{"error":{"type":"teapot","message":"m"}}"#;
    assert_eq!(found(418, teapot).await, [finding("", Kind::UnknownFailure, 1, "418 teapot")]);
    assert_eq!(found(410, r#"{"age":1}"#).await, [finding("since", Kind::MissingField, 1, "")]);
    let grave = r#"{"since":1,"by":"x"}"#;
    assert_eq!(found(410, grave).await, [finding("by", Kind::UnknownField, 1, "string")]);
}

#[tokio::test]
async fn a_report_reads_by_operation_and_path() {
    let body = r#"{"id":"p1","type":"dog","vet":null,"chip":7,"mood":"odd"}"#;
    let (mock, shop, drift) = drifting("pets.get", Reply::json(200, body));
    mock.on("pets.create").sequence([Reply::json(201, PET), Reply::json(201, "{}")]);
    assert_eq!(drift.report().to_string(), "no drift in 0 responses");
    for _ in 0..2 {
        shop.pets().get("p1").send().await.unwrap();
    }
    shop.pets().create("x").send().await.unwrap();
    shop.pets().create("x").send().await.unwrap_err();
    let report = drift.report();
    assert_eq!(
        report.to_string(),
        "pets.create: 2 responses\n  \
           id  missing field, 1 time\n\
         pets.get: 2 responses\n  \
           chip  unknown field, 2 times: number\n  \
           mood  unknown value, 2 times: \"odd\"\n  \
           type  other constant, 2 times: \"dog\""
    );
    assert!(!report.is_clean());
    drift.clear();
    assert!(drift.report().is_clean());
}

#[tokio::test]
async fn memory_is_bounded_whatever_the_service_says() {
    let fields = |start: usize| {
        let fields: Vec<String> =
            (start..start + 1500).map(|number| format!("\"f{number}\":1")).collect();
        format!(r#"{{"id":"p1","type":"pet","vet":null,{}}}"#, fields.join(","))
    };
    let (mock, drift) = (MockTransport::new(), Collector::new());
    mock.on("pets.get").sequence([
        Reply::json(200, fields(0)),
        Reply::json(200, fields(10_000)),
        Reply::json(200, PET.replace("pet", &"x".repeat(1000))),
    ]);
    let builder = Shop::builder().bearer(CANARY).drift(&drift).transport(mock.transport());
    let shop = builder.clock(mock.clock()).build().unwrap();
    for _ in 0..3 {
        shop.pets().get("p1").send().await.unwrap();
    }
    let report = drift.report();
    assert_eq!((report.findings().len(), report.dropped()), (1000, 1001));
    assert!(report.to_string().ends_with("and 1001 more for which there was no room"));
}

#[tokio::test]
async fn samples_are_few_and_short_and_hold_no_credentials() {
    let long = "m".repeat(1000);
    let moods: Vec<String> = (0..20).map(|number| format!("\"{number}{long}\"")).collect();
    let body = format!(
        r#"{{"id":"p1","type":"x{CANARY}","vet":null,"{CANARY}":1,"mood":"{CANARY}","moods":[{}]}}"#,
        moods.join(",")
    );
    let (_mock, shop, drift) = drifting("pets.get", Reply::json(200, body));
    shop.pets().get("p1").send().await.unwrap();
    let report = drift.report();
    let moods = report.findings().iter().find(|found| found.path == "moods[]").unwrap();
    assert_eq!((moods.count, moods.samples.len()), (20, 8));
    assert!(moods.samples.iter().all(|sample| sample.chars().count() < 70), "{moods:?}");
    let said = format!("{report} {report:?} {drift:?}");
    assert!(!said.contains("canary") && said.contains("[redacted]"), "{said}");
}

callsheet::client! {
    api Zoo { server "https://zoo.example" }

    enum Level { 1 as Low, 2 as High }
    enum Animal tag kind { cat { lives?: u8 }, dog {} }
    enum Note { Text(String), Parts([String]) }
    struct Cage { level: Level, animals: [Animal], note: Note }

    GET /cage as find_cage { -> 200 Cage }
    GET /watch as watch { #[sse(done = "end")] -> 200 sse Animal }
}

#[tokio::test]
async fn unions_and_numbers_that_are_not_known_are_found() {
    let (mock, drift) = (MockTransport::new(), Collector::new());
    let body = r#"{"level":3,"note":7,
        "animals":[{"kind":"cat","lives":9,"tail":true},{"kind":"emu"},{"kind":"dog"}]}"#;
    mock.on("find_cage").reply(Reply::json(200, body));
    mock.on("watch").reply(Reply::status(200).header("content-type", "text/event-stream").body(
        "data: {\"kind\":\"cat\",\"name\":\"x\"}\n\ndata: {\"kind\":\"yak\"}\n\ndata: end\n\n",
    ));
    let zoo = Zoo::builder().drift(&drift).transport(mock.transport()).build().unwrap();
    zoo.find_cage().send().await.unwrap();
    let mut events = zoo.watch().stream().await.unwrap();
    while let Some(event) = events.next().await {
        event.unwrap();
    }
    let report = drift.report();
    let found: Vec<_> = report
        .findings()
        .iter()
        .map(|found| {
            let path = format!("{} {}", found.operation, found.path);
            finding(&path, found.kind, found.count, &found.samples.join(" "))
        })
        .collect();
    assert_eq!(
        found,
        [
            finding("find_cage animals[]", Kind::UnknownValue, 1, "\"emu\""),
            finding("find_cage animals[].tail", Kind::UnknownField, 1, "boolean"),
            finding("find_cage level", Kind::UnknownValue, 1, "3"),
            finding("find_cage note", Kind::UnknownValue, 1, ""),
            finding("watch ", Kind::UnknownValue, 1, "\"yak\""),
            finding("watch name", Kind::UnknownField, 1, "string"),
        ]
    );
}
