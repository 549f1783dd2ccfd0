//! Endpoints that answer with streams, and answers that are streams or begin as one.

use std::time::Duration;

use callsheet::__private::{
    Attempts, CallOptions, Content, Events, Field, Method, Operation, PathPart, Place, Response,
    Resume, Schema, StatusMatch, object, stream,
};
use callsheet::{Api, Builder, Endpoint, EventStream, StreamOnly, Streams, TestClock};

use crate::api::{Error, Failure, Mini, Thing};
use crate::server::{Reply, Server};
use crate::{CANARY, assert_no_canary};

/// `GET /things/{id}/events`, which resumes.
pub(super) struct Watch {
    pub(super) id: String,
    pub(super) from: Option<String>,
}

static WATCH_SCHEMA: Schema = Schema::new(
    "Watch",
    &[
        Field::required("id", "id").at(Place::Path),
        Field::optional("Last-Event-ID", "from").at(Place::Header),
    ],
);

static WATCH_EVENTS: Events =
    Events { end: &["end"], skip: &["ping"], done: Some("[DONE]"), ..Events::NEW };

static WATCH: Operation = operation("things.watch", Method::GET, &WATCH_STREAM, Attempts::SAFE);

static WATCH_STREAM: [Response; 1] = answer(Content::Events(&WATCH_EVENTS));

/// The same without an end, with the cursor in the query.
pub(super) struct Follow {
    pub(super) id: String,
    pub(super) after: Option<String>,
}

static FOLLOW_SCHEMA: Schema = Schema::new(
    "Follow",
    &[
        Field::required("id", "id").at(Place::Path),
        Field::optional("after", "after").at(Place::Query),
    ],
);

static FOLLOW_EVENTS: Events = Events { resume: Resume::Query("after"), ..Events::NEW };

static FOLLOW: Operation = operation("things.follow", Method::GET, &FOLLOW_STREAM, Attempts::SAFE);

static FOLLOW_STREAM: [Response; 1] = answer(Content::Events(&FOLLOW_EVENTS));

/// `POST /things/{id}/events`, which must not be sent twice.
pub(super) struct Run {
    pub(super) id: String,
}

static RUN_SCHEMA: Schema = Schema::new("Run", &[Field::required("id", "id").at(Place::Path)]);

static RUN: Operation = operation("things.run", Method::POST, &WATCH_STREAM, Attempts::UNSAFE);

/// `GET /things/{id}/events`, as lines.
pub(super) struct Rows {
    pub(super) id: String,
}

static ROWS_SCHEMA: Schema = Schema::new("Rows", &[Field::required("id", "id").at(Place::Path)]);

static ROWS: Operation = operation("things.rows", Method::GET, &ROWS_STREAM, Attempts::SAFE);

static ROWS_STREAM: [Response; 1] = answer(Content::Lines);

const fn answer(content: Content) -> [Response; 1] {
    [Response { status: StatusMatch::Code(200), content }]
}

const fn operation(
    name: &'static str,
    method: Method,
    responses: &'static [Response],
    attempts: Attempts,
) -> Operation {
    Operation::new(
        name,
        method,
        "/things/{id}/events",
        &[PathPart::Text("/things/"), PathPart::Field(0), PathPart::Text("/events")],
        responses,
        attempts,
    )
}

object!(WATCH_SCHEMA, Watch [] { id, from });
object!(FOLLOW_SCHEMA, Follow [] { id, after });
object!(RUN_SCHEMA, Run [] { id });
object!(ROWS_SCHEMA, Rows [] { id });

macro_rules! streams {
    ($($request:ty: $operation:expr;)*) => {$(
        impl Endpoint for $request {
            type Api = Mini;
            type Response = StreamOnly;
            const OPERATION: &'static Operation = &$operation;
        }
        impl Streams for $request {
            type Event = Thing;
            const STREAM: &'static Operation = &$operation;
        }
    )*};
}
streams! { Watch: WATCH; Follow: FOLLOW; Run: RUN; Rows: ROWS; }

pub(super) type Things = EventStream<Thing, Failure>;

pub(super) fn watch() -> Watch {
    Watch { id: "a".into(), from: None }
}

/// A server with these answers, a clock, and a client of the server on the clock.
pub(super) async fn pair(
    replies: impl IntoIterator<Item = Reply>,
) -> (Server, TestClock, Builder<Mini>) {
    let (server, clock) = (Server::script(replies).await, TestClock::new());
    let builder = Mini::builder().base_url(server.url()).bearer(CANARY).clock(clock.clone());
    (server, clock, builder)
}

pub(super) async fn open<R: Streams>(
    client: &Mini,
    request: R,
) -> Result<EventStream<R::Event, Failure>, Error> {
    stream(client.as_client(), request, &CallOptions::NONE).await
}

/// All that a stream gives: the counts of the things, and the errors.
pub(super) async fn drain(things: &mut Things) -> Vec<Result<u32, Error>> {
    let mut all = Vec::new();
    while let Some(item) = things.next().await {
        if let Err(error) = &item {
            assert_no_canary(error);
        }
        all.push(item.map(|thing| thing.count));
    }
    assert!(things.next().await.is_none(), "a stream that has ended stays so");
    all
}

/// What a request gives against a server with these answers, the requests, and the waits.
pub(super) async fn run<R: Streams<Event = Thing>>(
    request: R,
    replies: impl IntoIterator<Item = Reply>,
) -> (Vec<Result<u32, Error>>, Vec<String>, Vec<Duration>) {
    let (server, clock, builder) = pair(replies).await;
    let mut things = open(&builder.build().unwrap(), request).await.unwrap();
    let all = drain(&mut things).await;
    (all, server.requests(), clock.pauses())
}

/// The numbers, all of them fine.
pub(super) fn fine(all: Vec<Result<u32, Error>>) -> Vec<u32> {
    all.into_iter().map(Result::unwrap).collect()
}

/// The numbers before an error that ends them, and the error.
pub(super) fn failed(mut all: Vec<Result<u32, Error>>) -> (Vec<u32>, Error) {
    let error = all.pop().unwrap().unwrap_err();
    (fine(all), error)
}

pub(super) fn head(content_type: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\nx-request-id: req-1\r\n")
}

/// A stream that ends where its connection does.
pub(super) fn events(body: &str) -> Reply {
    let head = head("text/event-stream");
    Reply::Bytes(format!("{head}connection: close\r\n\r\n{body}").into_bytes())
}

pub(super) fn lines(body: &[u8]) -> Reply {
    let head = head("application/x-ndjson") + "connection: close\r\n\r\n";
    Reply::Bytes([head.as_bytes(), body].concat())
}

/// A stream whose connection breaks off before its end.
pub(super) fn broken(body: &str) -> Reply {
    Reply::Bytes(chunked(body))
}

/// The head of a stream and one chunk of it.
pub(super) fn chunked(body: &str) -> Vec<u8> {
    let head = head("text/event-stream");
    let chunk = format!("{:x}\r\n{body}\r\n", body.len());
    format!("{head}transfer-encoding: chunked\r\n\r\n{chunk}").into_bytes()
}

pub(super) fn thing(count: u32) -> String {
    format!("data: {{\"id\":\"a\",\"count\":{count}}}\n\n")
}

pub(super) fn thing_with_id(count: u32) -> String {
    format!("id: {count}\n{}", thing(count))
}

/// The value of a header in each request.
pub(super) fn sent(requests: &[String], name: &str) -> Vec<String> {
    let of = |request: &String| {
        let mut lines = request.lines().filter_map(|line| line.split_once(": "));
        let found = lines.find(|(line, _)| line.eq_ignore_ascii_case(name));
        found.map_or("-", |(_, value)| value).to_owned()
    };
    requests.iter().map(of).collect()
}
