//! What calls tell of themselves: records, spans and events, and no secret in any of them.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use callsheet::http::HeaderMap;
use callsheet::{
    AttemptRecord, BoxError, CallRecord, ErrorKind, Hook, MetricsSink, Operation, Sent,
    SignedRequest,
};

use crate::server::{Reply, Server, closed_port};
use crate::{CANARY, THING, assert_no_canary, builder};

/// Keeps what it is told, as text.
#[derive(Clone, Default)]
struct Notes {
    attempts: Arc<Mutex<Vec<String>>>,
    calls: Arc<Mutex<Vec<String>>>,
    raw: Arc<Mutex<String>>,
}

impl MetricsSink for Notes {
    fn attempt(&self, record: &AttemptRecord<'_>) {
        let AttemptRecord { resend_count, status, version, error_type, .. } = record;
        let status = status.map(|status| status.as_u16());
        let line = format!("{resend_count} {status:?} {version:?} {error_type:?}");
        self.attempts.lock().unwrap().push(line);
        *self.raw.lock().unwrap() += &format!("{record:?}\n");
    }

    fn call(&self, record: &CallRecord<'_>) {
        let CallRecord { operation, attempts, status, error_type, .. } = record;
        let status = status.map(|status| status.as_u16());
        let line = format!("{} {attempts} {status:?} {error_type:?}", operation.name);
        self.calls.lock().unwrap().push(line);
        *self.raw.lock().unwrap() += &format!("{record:?}\n");
    }
}

impl Notes {
    fn attempts(&self) -> Vec<String> {
        self.attempts.lock().unwrap().clone()
    }

    fn calls(&self) -> Vec<String> {
        self.calls.lock().unwrap().clone()
    }
}

#[tokio::test]
async fn every_attempt_and_every_call_is_told_once() {
    let server = Server::script([
        Reply::json(503, "{}"),
        Reply::json(503, "{}"),
        Reply::head(204, &[], ""),
        Reply::head(204, &[], ""),
    ])
    .await;
    let notes = Notes::default();
    let client = builder(&server.url()).metrics(notes.clone()).build().unwrap();
    client.remove("a").send().await.unwrap();
    assert_eq!(
        notes.attempts(),
        [
            r#"0 Some(503) Some("1.1") Some("503")"#,
            r#"1 Some(503) Some("1.1") Some("503")"#,
            r#"2 Some(204) Some("1.1") None"#
        ]
    );
    assert_eq!(notes.calls(), ["things.remove 3 Some(204) None"]);
}

#[tokio::test]
async fn a_call_that_cannot_be_decoded_has_failed_though_its_attempt_has_not() {
    let server = Server::replying(Reply::json(201, r#"{"id":"a"}"#)).await;
    let notes = Notes::default();
    let client = builder(&server.url()).metrics(notes.clone()).build().unwrap();
    client.create("a", "x").send().await.unwrap_err();
    assert_eq!(notes.attempts(), [r#"0 Some(201) Some("1.1") None"#]);
    assert_eq!(notes.calls(), [r#"things.create 1 Some(201) Some("decode")"#]);
}

#[tokio::test]
async fn a_call_that_is_given_up_is_told_as_cancelled() {
    let server = Server::replying(Reply::Stall(Vec::new())).await;
    let notes = Notes::default();
    let client = builder(&server.url()).metrics(notes.clone()).build().unwrap();
    tokio::select! {
        _ = client.create("a", "x").send() => panic!("there is no answer"),
        () = server.has(1) => {}
    }
    assert_eq!(notes.attempts(), [r#"0 None None Some("cancelled")"#]);
    assert_eq!(notes.calls(), [r#"things.create 0 None Some("cancelled")"#]);
}

#[tokio::test]
async fn a_call_that_is_never_polled_is_not_told() {
    let notes = Notes::default();
    let client = builder("http://127.0.0.1:1").metrics(notes.clone()).build().unwrap();
    drop(client.create("a", "x").send());
    assert_eq!((notes.attempts().len(), notes.calls().len()), (0, 0));
}

/// Signs what it sees, or refuses it.
#[derive(Clone, Default)]
struct Signer {
    seen: Arc<Mutex<Vec<String>>>,
    refuses: bool,
}

impl Hook for Signer {
    fn on_signed(
        &self,
        operation: &'static Operation,
        request: &mut SignedRequest<'_>,
    ) -> Result<(), BoxError> {
        assert!(!format!("{request:?}").contains("canary"), "{request:?}");
        let auth = request.headers["authorization"].to_str()?.to_owned();
        let length = request.body.length().unwrap_or_default();
        let line =
            format!("{} {} {} {auth} {length}", operation.name, request.method, request.uri.path());
        self.seen.lock().unwrap().push(line);
        if self.refuses {
            return Err(format!("cannot sign {auth}").into());
        }
        request.headers.insert("x-signature", "s1".parse()?);
        Ok(())
    }

    fn on_attempt(
        &self,
        _operation: &'static Operation,
        _attempt: u32,
        headers: &mut HeaderMap,
    ) -> Result<(), BoxError> {
        headers.insert("x-before", "1".parse()?);
        Ok(())
    }
}

#[tokio::test]
async fn a_signing_hook_signs_each_attempt_with_its_credentials() {
    let server = Server::script([Reply::json(503, "{}"), Reply::head(204, &[], "")]).await;
    let signer = Signer::default();
    let client = builder(&server.url()).signing_hook(signer.clone()).build().unwrap();
    client.remove("a").send().await.unwrap();
    let line = format!("things.remove DELETE /things/a Bearer {CANARY} 0");
    assert_eq!(*signer.seen.lock().unwrap(), [line.clone(), line]);
    for request in server.requests() {
        let request = request.to_lowercase();
        for header in ["x-signature: s1", "x-before: 1", "authorization: bearer"] {
            assert!(request.contains(header), "{header}: {request}");
        }
    }
}

#[tokio::test]
async fn a_hook_signs_only_where_the_client_says_so() {
    let server = Server::replying(Reply::head(204, &[], "")).await;
    let signer = Signer::default();
    let client = builder(&server.url()).hook(signer.clone()).build().unwrap();
    client.remove("a").send().await.unwrap();
    assert!(signer.seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_signing_hook_can_refuse_and_its_error_shows_no_credentials() {
    let signer = Signer { refuses: true, ..Signer::default() };
    let client = builder("http://127.0.0.1:1").signing_hook(signer).build().unwrap();
    let error = client.create("a", "x").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent(), error.attempts()), (ErrorKind::Build, Sent::No, 0));
    assert!(error.to_string().contains("cannot sign"), "{error}");
    assert_no_canary(&error);
}

/// Faults of all kinds, most of which repeat the token.
async fn faults() -> Vec<Server> {
    let echo = format!(r#"{{"error":{{"type":"{CANARY}","message":"{CANARY}"}}}}"#);
    let target = format!("https://u:{CANARY}@x.example/?key={CANARY}");
    let mut servers = Vec::new();
    for reply in [
        Reply::json(201, THING),
        Reply::json(400, &echo),
        Reply::json(429, &echo),
        Reply::json(503, &echo),
        Reply::json(201, &format!(r#"{{"id":"{CANARY}"}}"#)),
        Reply::content(201, "text/html", CANARY),
        Reply::head(302, &[("location", &target)], ""),
        Reply::Bytes(CANARY.into()),
        Reply::Bytes(format!("HTTP/1.1 201 X\r\ncontent-length: 99\r\n\r\n{CANARY}").into()),
        Reply::Reset(Vec::new()),
        Reply::Stall(Vec::new()),
        Reply::Blurt(Vec::new()),
    ] {
        servers.push(Server::replying(reply).await);
    }
    servers
}

#[tokio::test]
async fn no_record_holds_a_secret_whatever_the_fault() {
    let notes = Notes::default();
    run_faults(&notes).await;
    let said = notes.raw.lock().unwrap().clone();
    assert!(said.contains("things.create") && !said.contains("canary"), "{said}");
    assert_eq!(notes.calls().len(), 13);
}

/// Meets all faults with a token, and a secret in every other place.
async fn run_faults(notes: &Notes) {
    let servers = faults().await;
    let closed = format!("http://127.0.0.1:{}", closed_port().await);
    for url in servers.iter().map(Server::url).chain([closed]) {
        let client = builder(&url)
            .metrics(notes.clone())
            .attempt_timeout(Duration::from_millis(200))
            .max_retries(1)
            .build()
            .unwrap();
        let mut call = client.create(CANARY, CANARY).query("key", CANARY).header("X-Key", CANARY);
        call.request.note = Some(CANARY.to_owned());
        if let Err(error) = call.send().await {
            assert_ne!(error.kind(), ErrorKind::Build, "{error}");
        }
    }
}

#[cfg(feature = "tracing")]
mod spans {
    use std::collections::BTreeMap;
    use std::fmt::{Debug, Write as _};
    use std::sync::{Arc, Mutex, OnceLock};

    use tracing::field::{Field, Visit};
    use tracing::span::{Attributes, Id, Record};
    use tracing::{Dispatch, Event, Metadata, Subscriber};

    use super::{BoxError, HeaderMap, Hook, Notes, Operation, run_faults};
    use crate::server::{Reply, Server};
    use crate::{builder, client};

    /// A span: its name, its parent and its fields.
    #[derive(Clone, Debug, Default)]
    struct Seen {
        name: &'static str,
        parent: Option<u64>,
        fields: BTreeMap<&'static str, String>,
    }

    impl Visit for Seen {
        fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
            self.fields.insert(field.name(), format!("{value:?}"));
        }

        fn record_str(&mut self, field: &Field, value: &str) {
            self.fields.insert(field.name(), value.to_owned());
        }
    }

    #[derive(Default)]
    struct State {
        spans: Vec<Seen>,
        events: Vec<Seen>,
        stack: Vec<u64>,
    }

    /// Keeps all spans and events; the id of a span is its number.
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<State>>);

    impl Log {
        /// A log of this thread.
        fn start() -> (Self, tracing::subscriber::DefaultGuard) {
            // While there are fewer than two, `tracing` asks the subscriber of whatever thread comes
            // first, which has none, for all of them.
            static OTHERS: OnceLock<[Dispatch; 2]> = OnceLock::new();
            OTHERS.get_or_init(|| [Dispatch::new(Self::default()), Dispatch::new(Self::default())]);
            let log = Self::default();
            let guard = tracing::subscriber::set_default(log.clone());
            (log, guard)
        }

        fn spans(&self) -> Vec<Seen> {
            self.0.lock().unwrap().spans.clone()
        }

        fn events(&self) -> Vec<Seen> {
            self.0.lock().unwrap().events.clone()
        }
    }

    impl Subscriber for Log {
        fn enabled(&self, metadata: &Metadata<'_>) -> bool {
            metadata.target() == "callsheet"
        }

        fn new_span(&self, span: &Attributes<'_>) -> Id {
            let mut state = self.0.lock().unwrap();
            let parent = state.stack.last().copied();
            let mut seen = Seen { name: span.metadata().name(), parent, ..Seen::default() };
            span.record(&mut seen);
            state.spans.push(seen);
            Id::from_u64(state.spans.len() as u64)
        }

        fn record(&self, span: &Id, values: &Record<'_>) {
            let index = usize::try_from(span.into_u64()).unwrap() - 1;
            values.record(&mut self.0.lock().unwrap().spans[index]);
        }

        fn record_follows_from(&self, _span: &Id, _follows: &Id) {}

        fn event(&self, event: &Event<'_>) {
            let mut state = self.0.lock().unwrap();
            let parent = state.stack.last().copied();
            let mut seen = Seen { name: event.metadata().name(), parent, ..Seen::default() };
            event.record(&mut seen);
            state.events.push(seen);
        }

        fn enter(&self, span: &Id) {
            self.0.lock().unwrap().stack.push(span.into_u64());
        }

        fn exit(&self, _span: &Id) {
            self.0.lock().unwrap().stack.pop();
        }
    }

    fn fields(seen: &Seen) -> String {
        seen.fields.iter().fold(String::new(), |mut text, (name, value)| {
            write!(text, "{name}={value} ").unwrap();
            text
        })
    }

    #[tokio::test]
    async fn a_call_is_a_span_with_a_span_for_each_attempt() {
        let (log, _guard) = Log::start();
        let server = Server::script([Reply::json(503, "{}"), Reply::head(204, &[], "")]).await;
        let port = server.url().rsplit_once(':').unwrap().1.to_owned();
        client(&server.url()).remove("a").send().await.unwrap();
        let spans = log.spans();
        let names: Vec<_> = spans.iter().map(|span| (span.name, span.parent)).collect();
        assert_eq!(
            names,
            [
                ("callsheet.call", None),
                ("callsheet.attempt", Some(1)),
                ("callsheet.attempt", Some(1))
            ]
        );
        assert_eq!(
            fields(&spans[0]),
            "callsheet.attempts=2 http.response.status_code=204 otel.kind=client \
             otel.name=things.remove "
        );
        let common = "otel.kind=client otel.name=DELETE /things/{id}";
        assert_eq!(
            fields(&spans[1]),
            format!(
                "error.type=503 http.request.method=DELETE http.response.status_code=503 \
                 network.protocol.version=1.1 {common} otel.status_code=ERROR \
                 server.address=127.0.0.1 server.port={port} url.template=/things/{{id}} "
            )
        );
        assert_eq!(
            fields(&spans[2]),
            format!(
                "http.request.method=DELETE http.request.resend_count=1 \
                 http.response.status_code=204 network.protocol.version=1.1 {common} \
                 server.address=127.0.0.1 server.port={port} url.template=/things/{{id}} "
            )
        );
        let events = log.events();
        assert_eq!((events.len(), events[0].parent), (1, Some(1)));
        assert_eq!(
            fields(&events[0]),
            "attempt=1 error.type=503 message=the request is sent again wait_seconds=0.0 "
        );
    }

    /// Says something in each attempt.
    struct Says;

    impl Hook for Says {
        fn on_attempt(
            &self,
            _operation: &'static Operation,
            _attempt: u32,
            _headers: &mut HeaderMap,
        ) -> Result<(), BoxError> {
            tracing::info!(target: "callsheet", "here");
            Ok(())
        }
    }

    #[tokio::test]
    async fn hooks_of_an_attempt_run_in_its_span() {
        let (log, _guard) = Log::start();
        let server = Server::replying(Reply::head(204, &[], "")).await;
        let client = builder(&server.url()).hook(Says).build().unwrap();
        client.remove("a").send().await.unwrap();
        let events = log.events();
        assert_eq!((events.len(), events[0].parent), (1, Some(2)));
        assert_eq!(log.spans()[1].name, "callsheet.attempt");
    }

    #[tokio::test]
    async fn a_call_that_is_given_up_is_an_error() {
        let (log, _guard) = Log::start();
        let server = Server::replying(Reply::Stall(Vec::new())).await;
        let client = builder(&server.url()).build().unwrap();
        tokio::select! {
            _ = client.create("a", "x").send() => panic!("there is no answer"),
            () = server.has(1) => {}
        }
        for span in log.spans() {
            assert_eq!(span.fields["error.type"], "cancelled");
            assert_eq!(span.fields["otel.status_code"], "ERROR");
        }
        assert_eq!(log.spans().len(), 2);
    }

    #[tokio::test]
    async fn no_span_and_no_event_holds_a_secret_whatever_the_fault() {
        let (log, _guard) = Log::start();
        run_faults(&Notes::default()).await;
        let (spans, events) = (log.spans(), log.events());
        let said = format!("{spans:?}\n{events:?}");
        assert!(!said.contains("canary"), "{said}");
        assert!(!said.contains('?'), "a query: {said}");
        assert!(spans.len() > 26 && !events.is_empty(), "{}", spans.len());
        for word in ["429", "503", "decode", "transport", "timeout", "connect", "302"] {
            assert!(said.contains(&format!("\"error.type\": {word:?}")), "no {word} in {said}");
        }
    }
}
