//! Endpoints that are added to a client of another spec: they use its servers, credentials, retries
//! and types, and beside them have what is theirs.

use callsheet::testing::{MockTransport, Reply};
use serde_json::json;

/// A client as another crate would have it: what is there must be enough for an extension.
mod acme {
    callsheet::client! {
        #[retry(max = 1)]
        #[idempotency_key(Idempotency-Key)]
        api Acme {
            server "https://api.acme.example/base" as main for /v1
            server "https://eu.acme.example/base" as eu for /v1
            server "https://beta.acme.example" as beta for /v1/beta
            auth bearer as token = env("ACME_TOKEN")
            auth header X-Admin as admin
            auth oauth2 { token_url: "https://auth.acme.example/token" } as oauth
            auth token
            header { X-Acme-Version: "3", X-Trace?: String }
            query { client: "callsheet" }
            errors { 404 not_found, 5xx }
        }

        #[error(code = error.code, message = error.message)]
        struct Problem { error: Detail }
        struct Detail { code: String, message: String }

        struct ThingId(String in "^thing_");
        struct Count(u32 in 1..);
        enum Color { red, green }
        struct Thing { id: ThingId, color?: Color }
        struct Page<T> { data: [T] }
        enum Event tag kind { started { at: u64 }, ended }

        mod things {
            GET /v1/things/{id: ThingId} as find { -> 200 Thing }
            PUT /v1/things as put { body Thing -> 204 }
            enum Order { up, down }
        }
        POST /v1/upload as upload {
            server "https://upload.acme.example" as upload
            -> 204
        }
    }
}

/// What a third crate would add.
mod extra {
    callsheet::client! {
        //! What is added to Acme.
        extend crate::acme::Acme;

        /// Reports on things.
        mod reports {
            POST /v1/things/{id: crate::acme::ThingId}/reports as create {
                query {
                    colors?: [crate::acme::Color],
                    #[style(comma)] counts?: [crate::acme::Count],
                    order?: crate::acme::things::Order = up,
                }
                header { X-Beta: "reports" }
                body { like?: crate::acme::Thing, notes?: Map<crate::acme::ThingId, String> }
                -> 201 Report
                errors { 402 quota_exceeded: Quota, 409 conflict, 404 not_found, 5xx: crate::acme::Problem }
                example { "like": { "id": "thing_1" } } -> 201 { "id": 1, "things": { "data": [] } }
            }
            #[paginate(items = data, after = next)]
            GET /v1/reports as list {
                query { after?: crate::acme::ThingId }
                -> 200 Reports
            }
            struct Reports { data: [crate::acme::Page<Report>], next?: crate::acme::ThingId }

            mod events {
                GET /v1/events as listen { -> 200 sse crate::acme::Event }
            }
        }

        GET /v1/beta/state as state { auth none -> 204 header { X-Color?: crate::acme::Color } }
        GET /v1/admin as admin { auth admin -> 204 }
        #[idempotent]
        POST /v1/unkeyed as unkeyed { -> 204 }
        GET /v1 as home { -> 200 [(crate::acme::Color, u8)] }

        struct Report { id: u64, things: crate::acme::Page<crate::acme::Thing> }
        struct Quota { left: u32 }
        struct Wrap<T> { page: crate::acme::Page<T>, id: Kept }
        struct Kept { wrap?: crate::acme::Page<Kept> }
    }
}

/// What yet another one would add.
mod more {
    callsheet::client! {
        extend crate::acme::Acme;
        GET /v1/more as more { -> 204 errors { 402 quota_exceeded, 404 not_found } }
    }
}

use acme::Acme;
use extra::{AcmeExt as _, Failure};
use more::AcmeExt as _;

fn acme(mock: &MockTransport) -> Acme {
    let acme = Acme::builder().credentials("token", callsheet::Credentials::bearer("pt-canary"));
    let acme = acme.credentials("admin", callsheet::Credentials::api_key("ak-canary"));
    acme.transport(mock.transport()).clock(mock.clock()).build().unwrap()
}

fn report() -> serde_json::Value {
    json!({"id": 1, "things": {"data": [{"id": "thing_1", "color": "red"}]}})
}

#[tokio::test]
async fn an_added_endpoint_is_one_of_the_client() {
    let mock = MockTransport::new();
    let answers = [Reply::status(503), Reply::json(201, report())];
    mock.on("reports.create").sequence(answers);
    let like = acme::Thing::new("thing_2").color(acme::Color::Green);
    let call = acme(&mock)
        .reports()
        .create("thing_1")
        .colors(["red", "blue"])
        .counts([1, 2])
        .order("down")
        .like(like)
        .notes([("thing_3", "soon")])
        .send()
        .await;
    let report = call.unwrap();
    assert_eq!(report.things.data[0].id.as_str(), "thing_1");
    assert_eq!(report.things.data[0].color, Some(acme::Color::Red));

    let seen = mock.seen();
    assert_eq!(seen.len(), 2, "it is sent again as the client's own would be");
    let uri = "https://api.acme.example/base/things/thing_1/reports\
        ?client=callsheet&colors=red&colors=blue&counts=1,2&order=down";
    assert_eq!(seen[0].uri().to_string(), uri);
    assert_eq!(seen[0].header("authorization"), Some("Bearer pt-canary"));
    assert_eq!(seen[0].header("x-acme-version"), Some("3"));
    assert_eq!(seen[0].header("x-beta"), Some("reports"));
    assert!(seen[0].header("idempotency-key").is_some());
    assert_eq!(seen[0].header("idempotency-key"), seen[1].header("idempotency-key"));
    let body = json!({"like": {"id": "thing_2", "color": "green"}, "notes": {"thing_3": "soon"}});
    assert_eq!(seen[0].json(), body);
}

#[tokio::test]
async fn rules_of_the_types_of_the_client_hold() {
    let error = acme(&MockTransport::new()).reports().create("1").counts([0]).send().await;
    let error = error.unwrap_err();
    let rules: Vec<String> = error.violations().iter().map(ToString::to_string).collect();
    assert_eq!(rules.len(), 2, "{rules:?}");
}

#[tokio::test]
async fn a_path_is_on_the_server_that_stands_for_it() {
    let mock = MockTransport::new();
    for name in ["state", "admin", "unkeyed", "more"] {
        mock.on(name).reply(Reply::status(204).header("x-color", "green"));
    }
    mock.on("home").reply_json(200, json!([["red", 1]]));
    let acme = acme(&mock);
    let state = acme.state().send().await.unwrap();
    assert_eq!(state.x_color, Some(acme::Color::Green));
    acme.admin().send().await.unwrap();
    acme.unkeyed().send().await.unwrap();
    assert_eq!(acme.home().send().await.unwrap(), [(acme::Color::Red, 1)]);
    acme.more().send().await.unwrap();
    let seen = mock.seen();
    let urls: Vec<String> = seen.iter().map(|one| one.uri().to_string()).collect();
    assert_eq!(
        urls,
        [
            "https://beta.acme.example/state?client=callsheet",
            "https://api.acme.example/base/admin?client=callsheet",
            "https://api.acme.example/base/unkeyed?client=callsheet",
            "https://api.acme.example/base?client=callsheet",
            "https://api.acme.example/base/more?client=callsheet",
        ]
    );
    assert_eq!(seen[0].header("authorization"), None, "`auth none`");
    assert_eq!(seen[1].header("authorization"), None, "`auth admin`");
    assert_eq!(seen[1].header("x-admin"), Some("ak-canary"));
    assert_eq!(seen[2].header("idempotency-key"), None, "it needs none");
    assert_eq!(seen[4].header("authorization"), Some("Bearer pt-canary"));
}

#[tokio::test]
async fn the_base_url_of_the_client_is_used() {
    let mock = MockTransport::new();
    mock.on("admin").reply(Reply::status(204));
    let acme = Acme::builder()
        .credentials("token", callsheet::Credentials::bearer("t"))
        .base_url("https://localhost:8443/x");
    let acme = acme.credentials("admin", callsheet::Credentials::api_key("k"));
    let acme = acme.transport(mock.transport()).build().unwrap();
    acme.admin().send().await.unwrap();
    let uri = mock.seen()[0].uri().to_string();
    assert_eq!(uri, "https://localhost:8443/x/admin?client=callsheet");
}

fn problem(code: &str) -> serde_json::Value {
    json!({"error": {"code": code, "message": "no"}})
}

#[tokio::test]
async fn one_error_says_what_both_specs_say() {
    let mock = MockTransport::new();
    mock.on("reports.create").sequence([
        Reply::json(402, json!({"left": 3, "error": {"code": "quota_exceeded"}})),
        Reply::json(404, problem("not_found")),
        Reply::json(409, problem("conflict")),
        Reply::json(418, problem("teapot")),
    ]);
    mock.on("more").reply_json(404, problem("not_found"));
    mock.on("things.find").reply_json(404, problem("not_found"));
    let acme = acme(&mock);
    let mut errors = Vec::new();
    for _ in 0..4 {
        errors.push(acme.reports().create("thing_1").send().await.unwrap_err());
    }
    let quota = Failure::of(&errors[0]).unwrap();
    assert!(matches!(&quota, Failure::QuotaExceeded(quota) if quota.left == 3), "{quota:?}");
    let unknown = errors[0].failure().unwrap();
    assert!(
        matches!(unknown, acme::Failure::Unknown(_)),
        "the client does not know it: {unknown:?}"
    );
    let Some(Failure::NotFound(envelope)) = Failure::of(&errors[1]) else { panic!() };
    let envelope: acme::Problem = envelope;
    assert_eq!(envelope.error.message, "no");
    assert!(matches!(errors[1].failure(), Some(acme::Failure::NotFound(_))));
    assert!(matches!(Failure::of(&errors[2]), Some(Failure::Conflict(_))));
    assert_eq!(Failure::of(&errors[3]), None);

    // Errors of others say nothing in the words of this extension.
    let error = acme.more().send().await.unwrap_err();
    assert_eq!(Failure::of(&error), None);
    assert!(matches!(more::Failure::of(&error), Some(more::Failure::NotFound(_))));
    let error: extra::Error = acme.things().find("thing_1").send().await.unwrap_err();
    assert_eq!(Failure::of(&error), None);
}

#[tokio::test]
async fn one_error_type_serves_both() -> Result<(), acme::Error> {
    let mock = MockTransport::new();
    mock.on("things.find").reply_json(200, json!({"id": "thing_1"}));
    mock.on("reports.create").reply_json(201, report());
    let acme = acme(&mock);
    let thing = acme.things().find("thing_1").send().await?;
    acme.reports().create(thing.id).send().await?;
    Ok(())
}

#[tokio::test]
async fn added_endpoints_page_and_stream() {
    let mock = MockTransport::new();
    mock.on("reports.list").sequence([
        Reply::json(200, json!({"data": [{"data": [report()]}], "next": "thing_9"})),
        Reply::json(200, json!({"data": [{"data": []}]})),
    ]);
    let events = "data: {\"kind\":\"started\",\"at\":5}\n\ndata: {\"kind\":\"ended\"}\n\n";
    let events = Reply::status(200).header("content-type", "text/event-stream").body(events);
    mock.on("reports.events.listen").reply(events);
    let acme = acme(&mock);
    let mut pages = acme.reports().list().items();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next_item().await.unwrap() {
        sizes.push(page.data.len());
    }
    assert_eq!(sizes, [1, 0]);
    assert_eq!(mock.seen()[1].query_value("after").as_deref(), Some("thing_9"));
    let mut events = acme.reports().events().listen().stream().await.unwrap();
    let mut kinds = Vec::new();
    while let Some(event) = events.next().await {
        kinds.push(event.unwrap().tag().unwrap_or_default().to_owned());
    }
    assert_eq!(kinds, ["started", "ended"]);
}

#[tokio::test]
async fn a_request_is_data_that_the_client_itself_sends() {
    let mock = MockTransport::new();
    mock.on("reports.create").reply_json(201, report());
    let request = extra::reports::Create::new("thing_1");
    let report = acme(&mock).call(request).send().await.unwrap();
    assert_eq!(report.id, 1);
    let text = serde_json::to_string(&report).unwrap();
    let again: extra::Report = serde_json::from_str(&text).unwrap();
    assert_eq!(again, report);
}

#[test]
fn types_of_both_specs_hold_each_other() {
    let text = r#"{"page":{"data":[{"id":"thing_1"}]},"id":{"wrap":{"data":[{}]}}}"#;
    let wrap: extra::Wrap<acme::Thing> = serde_json::from_str(text).unwrap();
    assert_eq!(wrap.page.data[0].id.as_str(), "thing_1");
    assert_eq!(serde_json::to_string(&wrap).unwrap(), text);
    assert_eq!(wrap.clone(), wrap);
}
