//! Credentials over real sockets: how each scheme is written, which alternative is used, and how
//! tokens are had for client credentials.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use callsheet::{Builder, Credentials, ErrorKind, Sent};

mod common;

use common::{CANARY, assert_no_canary};

callsheet::client! {
    api Acme {
        server "https://acme.example/api" as main
        server "https://{region}.acme.example" as regional { region: Region = eu }
        server "https://files.acme.example" as files for /files
        auth bearer as token
        auth basic as human = env("ACME_USER", "ACME_PASSWORD")
        auth header X-Api-Key as admin = env("ACME_ADMIN_KEY")
        auth query api_key as key = env("ACME_KEY", "ACME_OLD_KEY")
        auth cookie sid as session
        auth oauth2 { token_url: "https://acme.example/token" } as oauth
        auth token
    }
    #[closed] enum Region { eu, us-east-1 }

    GET /token-only as token_only { -> 204 }
    GET /open as open { auth none -> 204 }
    GET /human as human { auth human -> 204 }
    GET /admin as admin { auth admin -> 204 }
    GET /key as key { query { page?: u32 } auth key -> 204 }
    GET /session as session { auth session -> 204 }
    GET /either as either { auth admin | key | human -> 204 }
    GET /both as both { auth admin & session | key -> 204 }
    GET /jobs as jobs { auth oauth("jobs:read", "jobs:write") -> 204 }
    GET /runs as runs { auth oauth -> 204 }
    GET /files/all as files { auth admin -> 204 }
    GET /status as status { server "https://status.acme.example" as status auth none -> 204 }
}

/// What a server has seen, and what it will say.
#[derive(Clone, Default)]
struct Script {
    requests: Arc<Mutex<Vec<Seen>>>,
    tokens: Arc<Mutex<VecDeque<(u16, String)>>>,
    statuses: Arc<Mutex<VecDeque<u16>>>,
}

/// A request.
#[derive(Clone, Debug)]
struct Seen {
    target: String,
    headers: axum::http::HeaderMap,
    body: String,
}

impl Seen {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// A server: `/token` gives tokens, everything else 204 or what the script says.
struct Server {
    script: Script,
    url: String,
}

impl Server {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let script = Script::default();
        let app = axum::Router::new().fallback(answer).with_state(script.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { script, url }
    }

    fn client(&self) -> Builder<Acme> {
        Acme::builder().base_url(&self.url).token_url(format!("{}/token", self.url))
    }

    fn gives_token(&self, status: u16, body: &str) {
        self.script.tokens.lock().unwrap().push_back((status, body.to_owned()));
    }

    fn answers(&self, statuses: &[u16]) {
        self.script.statuses.lock().unwrap().extend(statuses);
    }

    fn seen(&self) -> Vec<Seen> {
        self.script.requests.lock().unwrap().clone()
    }

    fn last(&self) -> Seen {
        self.seen().pop().unwrap()
    }

    /// What requests went to, in turn.
    fn targets(&self) -> Vec<String> {
        self.seen().into_iter().map(|seen| seen.target).collect()
    }
}

async fn answer(State(script): State<Script>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let target = head.uri.to_string();
    script.requests.lock().unwrap().push(Seen {
        target: target.clone(),
        headers: head.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    });
    let (status, body) = if target == "/token" {
        script.tokens.lock().unwrap().pop_front().unwrap_or((500, String::new()))
    } else {
        let status = script.statuses.lock().unwrap().pop_front().unwrap_or(204);
        // Servers repeat what they are told.
        (status, if status == 204 { String::new() } else { format!("refused: {target}") })
    };
    let content_type = if body.starts_with('{') { "application/json" } else { "text/plain" };
    let response = Response::builder().status(status).header("content-type", content_type);
    response.body(Body::from(body)).unwrap()
}

#[tokio::test]
async fn each_scheme_is_written_in_its_place() {
    let server = Server::start().await;
    let acme = server
        .client()
        .bearer(CANARY)
        .basic("Ann", "p: w")
        .credentials("admin", Credentials::api_key("admin key"))
        .credentials("key", Credentials::api_key("a&b c"))
        .credentials("session", Credentials::api_key("s-1"))
        .server_url("files", format!("{}/f", server.url))
        .server_url("status", &server.url)
        .build()
        .unwrap();
    acme.token_only().send().await.unwrap();
    assert_eq!(server.last().header("authorization"), format!("Bearer {CANARY}"));
    acme.human().send().await.unwrap();
    assert_eq!(server.last().header("authorization"), "Basic QW5uOnA6IHc=");
    acme.admin().send().await.unwrap();
    assert_eq!(server.last().header("x-api-key"), "admin key");
    assert_eq!(server.last().header("authorization"), "");
    acme.key().send().await.unwrap();
    assert_eq!(server.last().target, "/key?api_key=a%26b%20c");
    acme.key().page(2).send().await.unwrap();
    assert_eq!(server.last().target, "/key?page=2&api_key=a%26b%20c");
    acme.session().header("Cookie", "theme=dark").send().await.unwrap();
    assert_eq!(server.last().header("cookie"), "theme=dark; sid=s-1");
    acme.files().send().await.unwrap();
    assert_eq!(server.last().target, "/f/all");
    for call in [acme.open().send(), acme.status().send()] {
        call.await.unwrap();
        let seen = server.last();
        for name in ["authorization", "x-api-key", "cookie"] {
            assert_eq!(seen.header(name), "", "{seen:?}");
        }
    }
}

#[tokio::test]
async fn the_first_alternative_with_credentials_is_used() {
    let server = Server::start().await;
    let key = |name: &str| Credentials::api_key(format!("{name}-1"));
    let acme = server.client().basic("Ann", "x").credentials("key", key("key")).build().unwrap();
    acme.either().send().await.unwrap();
    assert_eq!(server.last().target, "/either?api_key=key-1");
    // One of two that are needed together is not enough.
    let with = |name| server.client().credentials("key", key("key")).credentials(name, key(name));
    with("admin").build().unwrap().both().send().await.unwrap();
    assert_eq!(server.last().target, "/both?api_key=key-1");
    let both = with("admin").credentials("session", key("session")).build().unwrap();
    both.both().send().await.unwrap();
    let seen = server.last();
    assert_eq!((seen.header("x-api-key"), seen.header("cookie")), ("admin-1", "sid=session-1"));
    assert_eq!(seen.target, "/both");
    // What a caller writes is as good as credentials, and has the last word.
    both.admin().header("x-api-key", "mine").send().await.unwrap();
    assert_eq!(server.last().header("x-api-key"), "mine");
    let bare = server.client().build().unwrap();
    bare.either().query("api_key", "mine").send().await.unwrap();
    assert_eq!(server.last().target, "/either?api_key=mine");
}

#[tokio::test]
async fn missing_credentials_are_named_with_the_way_to_set_them() {
    let server = Server::start().await;
    let acme = server.client().build().unwrap();
    for (call, said) in [
        (acme.token_only().send(), "there is no token: give one with `builder().bearer(...)`"),
        (
            acme.human().send(),
            "there are no credentials: set ACME_USER and ACME_PASSWORD, or give them with `builder().basic(...)`",
        ),
        (
            acme.admin().send(),
            "there is no key: set ACME_ADMIN_KEY, or give one with `builder().credentials(\"admin\", Credentials::api_key(...))`",
        ),
        (
            acme.both().send(),
            "for `session` give one with `builder().credentials(\"session\", Credentials::api_key(...))`; or for `key` set ACME_KEY or ACME_OLD_KEY",
        ),
        (acme.jobs().send(), "give them with `builder().client_credentials(...)`"),
    ] {
        let error = call.await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Credentials, Sent::No));
        assert!(error.to_string().contains(said), "{error}");
    }
    acme.open().send().await.unwrap();
    assert_eq!(server.targets(), ["/open"]);
}

#[test]
fn settings_that_fit_no_scheme_are_errors_when_the_client_is_built() {
    let key = || Credentials::api_key(CANARY);
    let token = || Credentials::bearer(CANARY);
    for (builder, said) in [
        (Acme::builder().api_key(CANARY), "a key can be for `admin` or `key` or `session`"),
        (
            Acme::builder().credentials("amdin", key()),
            "no auth scheme `amdin`; did you mean `admin`?",
        ),
        (Acme::builder().credentials("admin", token()), "takes a key in the header `X-Api-Key`"),
        (Acme::builder().credentials("human", key()), "`Credentials::basic(...)`, not a key"),
        (Acme::builder().basic("a:b", CANARY), "the name has a colon"),
        (Acme::builder().basic("", ""), "are both empty"),
        (Acme::builder().basic("a", format!("{CANARY}\n")), "have a line break"),
        (Acme::builder().credentials("admin", Credentials::api_key("")), "the key is empty"),
        (
            Acme::builder().credentials("key", Credentials::api_key(format!("{CANARY}\n"))),
            "line break",
        ),
        (
            Acme::builder().credentials("session", Credentials::api_key("a;b")),
            "a cookie cannot hold",
        ),
        (Acme::builder().client_credentials("id", " "), "the client's secret is empty"),
        (
            Acme::builder().client_credentials("id", CANARY).token_url("http://acme.example/token"),
            "the token URL is plain http",
        ),
        (Acme::builder().server("regoinal"), "no server `regoinal`; did you mean `regional`?"),
        (Acme::builder().server_url("fils", "https://x.example"), "did you mean `files`?"),
        (Acme::builder().server_variable("regoin", "eu"), "did you mean `region`?"),
        (
            Acme::builder().server("regional").server_variable("region", "us-east-2"),
            "cannot be `us-east-2`; did you mean `us-east-1`?",
        ),
        (
            Acme::builder().server("regional").server_variable("region", "evil.example/x"),
            "where `evil.example/x` cannot be",
        ),
    ] {
        let error = builder.build().unwrap_err();
        let printed = format!("{error} {error:?}");
        assert!(printed.contains(said) && !printed.contains(CANARY), "{printed}");
    }
}

#[test]
fn servers_are_chosen_by_name() {
    let to = |builder: Builder<Acme>| {
        let acme = builder.bearer("t").build().unwrap();
        acme.token_only().to_http().unwrap().uri().to_string()
    };
    assert_eq!(to(Acme::builder()), "https://acme.example/api/token-only");
    assert_eq!(to(Acme::builder().server("regional")), "https://eu.acme.example/token-only");
    let region = Acme::builder().server("regional").server_variable("region", "us-east-1");
    assert_eq!(to(region), "https://us-east-1.acme.example/token-only");
    let url = Acme::builder().server_url("main", "https://other.example");
    assert_eq!(to(url), "https://other.example/token-only");
}

#[tokio::test]
async fn tokens_are_had_for_client_credentials_once_for_each_set_of_scopes() {
    let server = Server::start().await;
    server.gives_token(
        200,
        r#"{"access_token":"one-token","token_type":"Bearer","expires_in":3600}"#,
    );
    server.gives_token(200, r#"{"access_token":"two-token","token_type":"bearer"}"#);
    let acme = server.client().client_credentials("an id", CANARY).build().unwrap();
    for _ in 0..2 {
        acme.jobs().send().await.unwrap();
        assert_eq!(server.last().header("authorization"), "Bearer one-token");
    }
    acme.runs().send().await.unwrap();
    assert_eq!(server.last().header("authorization"), "Bearer two-token");
    assert_eq!(server.targets(), ["/token", "/jobs", "/jobs", "/token", "/runs"]);
    let first = &server.seen()[0];
    assert_eq!(first.body, "grant_type=client_credentials&scope=jobs%3Aread%20jobs%3Awrite");
    assert_eq!(first.header("content-type"), "application/x-www-form-urlencoded");
    // `an%20id:pt-canary-7f3a`
    assert_eq!(first.header("authorization"), "Basic YW4lMjBpZDpwdC1jYW5hcnktN2YzYQ==");
    assert_eq!(server.seen()[3].body, "grant_type=client_credentials");
}

#[tokio::test]
async fn a_refused_token_is_replaced_once() {
    let server = Server::start().await;
    for number in 1..=3 {
        server.gives_token(
            200,
            &format!(r#"{{"access_token":"{CANARY}-{number}","expires_in":3600}}"#),
        );
    }
    let acme = server.client().client_credentials("id", "a secret").build().unwrap();
    server.answers(&[401, 204]);
    let response = acme.runs().send_with_meta().await.unwrap();
    assert_eq!(response.attempts(), 1);
    assert_eq!(server.last().header("authorization"), format!("Bearer {CANARY}-2"));
    server.answers(&[401, 401]);
    let error = acme.runs().send().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 401));
    assert_no_canary(&error);
    assert_eq!(
        server.targets(),
        ["/token", "/runs", "/token", "/runs", "/runs", "/token", "/runs"]
    );
}

#[tokio::test]
async fn a_token_that_is_fixed_is_not_replaced() {
    let server = Server::start().await;
    let acme = server.client().bearer(CANARY).build().unwrap();
    server.answers(&[401]);
    let error = acme.token_only().send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!(server.targets(), ["/token-only"]);
}

#[tokio::test]
async fn f112_a_token_endpoint_that_gives_no_token_is_an_error_of_credentials() {
    let secret = format!("{CANARY}-secret");
    for (status, body, said) in [
        (302, String::new(), "answered 302"),
        (200, format!("<html>{CANARY}</html>"), "is not JSON"),
        (200, " ".repeat(10 << 20), "is too large"),
        (200, r#"{"token":"canary-7f3a"}"#.into(), "has no `access_token`"),
        (200, r#"{"access_token":"canary-7f3a\nx"}"#.into(), "has a line break"),
        (200, r#"{"access_token":"canary-7f3a","token_type":"mac"}"#.into(), "not a bearer token"),
        (
            401,
            r#"{"error":"invalid_client","error_description":"no client"}"#.into(),
            "invalid_client: no client",
        ),
        (
            400,
            format!(r#"{{"error":"invalid_client","error_description":"bad {secret}"}}"#),
            "bad [redacted]",
        ),
        (503, "busy".into(), "answered 503"),
    ] {
        let server = Server::start().await;
        server.gives_token(status, &body);
        let acme = server.client().client_credentials("id", &*secret).build().unwrap();
        let error = acme.runs().send().await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Credentials, Sent::No), "{error}");
        assert!(error.to_string().contains(said), "{error}");
        assert_no_canary(&error);
        assert_eq!(server.targets(), ["/token"]);
    }
}

#[tokio::test]
async fn f114_no_scheme_shows_its_secret() {
    let server = Server::start().await;
    let canary = || Credentials::api_key(CANARY);
    let builder = server
        .client()
        .bearer(CANARY)
        .basic(CANARY, "")
        .client_credentials(CANARY, CANARY)
        .credentials("admin", canary())
        .credentials("key", canary())
        .credentials("session", canary());
    assert!(!format!("{builder:?} {:?} {builder:#?}", canary()).contains(CANARY));
    let acme = builder.build().unwrap();
    assert!(!format!("{acme:?} {acme:#?}").contains(CANARY));
    // The server repeats the URL, and with it the key.
    server.answers(&[400]);
    let error = acme.key().send().await.unwrap_err();
    assert!(error.to_string().contains("api_key=[redacted]"), "{error}");
    assert_no_canary(&error);
    // Nobody listens there.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let lost = Acme::builder().base_url(&url).token_url(&url);
    let lost = lost.credentials("key", canary()).client_credentials("id", CANARY).build().unwrap();
    for call in [lost.key().send(), lost.jobs().send()] {
        let error = call.await.unwrap_err();
        assert_eq!(error.sent(), Sent::No);
        assert_no_canary(&error);
    }
}

#[tokio::test]
async fn a_request_for_another_stack_has_the_credentials_that_there_are() {
    let server = Server::start().await;
    server.gives_token(200, r#"{"access_token":"one-token"}"#);
    let acme = server.client().client_credentials("id", "secret").build().unwrap();
    let error = acme.runs().to_http().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    acme.runs().send().await.unwrap();
    assert_eq!(acme.runs().to_http().unwrap().headers()["authorization"], "Bearer one-token");
}
