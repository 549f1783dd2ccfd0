//! Streams of a generated client over real sockets: how they are asked for, and that the attributes
//! of a spec are what happens.

#![allow(missing_docs, reason = "the spec of a test")]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;

use callsheet::TestClock;

callsheet::client! {
    api Acme {
        server "https://api.acme.com/v1" for /v1
        errors { _ failed: Problem }
    }

    #[error(code = code, message = message)]
    struct Problem { code: String, message: String }

    GET /v1/events as watch {
        query { after?: String, kind: "all" }
        #[sse(end = [session.done], skip = [ping], error = problem, resume = after)]
        -> 200 sse Event
    }
    POST /v1/answers as ask {
        body { question: String, stream?: bool }
        -> 200 { answer: String }
        #[when(stream = true)] #[sse(done = "[DONE]")]
        -> 200 sse { part: String }
    }
    POST /v1/modes as choose {
        body { mode?: Mode }
        -> 200 Event
        #[when(mode = bit-by-bit)]
        -> 200 ndjson Event
    }
    GET /v1/own as own { -> 200 sse "application/x-acme-events" Event }
    GET /v1/rows as rows { -> 200 ndjson "application/vnd.acme.rows; v=2" Event }
    enum Mode { whole, bit-by-bit }
    struct Event { count: u32 }
}

/// Answers each connection with the next of these, and returns the requests.
fn serve(answers: Vec<(&'static str, &'static str)>) -> (Acme, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let answer = |(content_type, body): (&str, &str)| {
            let (mut socket, _) = listener.accept().unwrap();
            let request = request(&mut socket);
            let head = format!("HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\n");
            write!(socket, "{head}connection: close\r\n\r\n{body}").unwrap();
            request
        };
        answers.into_iter().map(answer).collect()
    });
    (Acme::builder().base_url(url).clock(TestClock::new()).build().unwrap(), server)
}

/// A request whose body, if it has one, ends with `}`.
fn request(socket: &mut TcpStream) -> String {
    let (mut bytes, mut piece) = (Vec::new(), [0; 1024]);
    loop {
        let length = socket.read(&mut piece).unwrap();
        bytes.extend_from_slice(&piece[..length]);
        let text = String::from_utf8(bytes.clone()).unwrap();
        if text.ends_with('}') || (text.ends_with("\r\n\r\n") && text.starts_with("GET")) {
            return text;
        }
    }
}

#[tokio::test]
async fn the_attributes_of_a_stream_are_what_happens() {
    let (acme, server) = serve(vec![
        ("text/event-stream", "id: a 1\ndata: {\"count\":1}\n\nevent: ping\ndata: {}\n\n"),
        (
            "text/event-stream",
            "data: {\"type\":\"session.done\",\"count\":2}\n\ndata: {\"count\":3}\n\n",
        ),
    ]);
    let mut events = acme.watch().stream().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().count, 1);
    assert_eq!(events.cursor(), Some("a 1"));
    assert_eq!(events.next().await.unwrap().unwrap().count, 2);
    assert!(events.next().await.is_none());
    let requests = server.join().unwrap();
    let lines: Vec<&str> = requests.iter().map(|one| one.lines().next().unwrap()).collect();
    assert_eq!(
        lines,
        ["GET /events?kind=all HTTP/1.1", "GET /events?kind=all&after=a%201 HTTP/1.1",]
    );
}

#[tokio::test]
async fn an_error_event_is_the_failure_of_the_api() {
    let body = "event: problem\ndata: {\"code\":\"failed\",\"message\":\"no\"}\n\n";
    let (acme, server) = serve(vec![("text/event-stream", body)]);
    let mut events = acme.watch().after("z").stream().await.unwrap();
    let error = events.next().await.unwrap().unwrap_err();
    assert!(matches!(error.failure(), Some(Failure::Failed(problem)) if problem.message == "no"));
    assert_eq!(error.to_string(), "watch: error event failed: no");
    assert!(events.next().await.is_none());
    assert!(server.join().unwrap()[0].starts_with("GET /events?kind=all&after=z "));
}

#[tokio::test]
async fn one_endpoint_answers_at_once_or_bit_by_bit() {
    let (acme, server) = serve(vec![
        ("application/json", r#"{"answer":"yes"}"#),
        (
            "text/event-stream",
            "data: {\"part\":\"ye\"}\n\ndata: {\"part\":\"s\"}\n\ndata: [DONE]\n\n",
        ),
        ("application/x-ndjson", "{\"count\":1}\n{\"count\":2}"),
    ]);
    assert_eq!(acme.ask("well?").send().await.unwrap().answer, "yes");
    let mut parts = acme.ask("well?").stream().await.unwrap();
    let mut answer = String::new();
    while let Some(part) = parts.next().await {
        answer += &part.unwrap().part;
    }
    assert_eq!(answer, "yes");
    let mut counts = acme.choose().stream().await.unwrap();
    assert_eq!(counts.next().await.unwrap().unwrap().count, 1);
    assert_eq!(counts.next().await.unwrap().unwrap().count, 2);
    assert!(counts.next().await.is_none());

    let requests = server.join().unwrap();
    let has = |index: usize, text: &str| requests[index].to_lowercase().contains(text);
    assert!(has(0, "accept: application/json\r\n") && has(0, r#"{"question":"well?"}"#));
    assert!(has(1, "accept: text/event-stream\r\n") && has(1, r#""stream":true}"#));
    assert!(has(2, "accept: application/x-ndjson\r\n") && has(2, r#"{"mode":"bit-by-bit"}"#));
}

#[tokio::test]
async fn streams_have_media_types_of_their_own() {
    let answers = vec![
        ("application/x-acme-events", "data: {\"count\":1}\n\n"),
        ("application/vnd.acme.rows", "{\"count\":2}\n"),
        ("text/event-stream", "data: {\"count\":3}\n\n"),
        ("text/html", "<p>"),
    ];
    let (acme, server) = serve(answers);
    let mut events = acme.own().max_retries(0).stream().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().count, 1);
    drop(events);
    let mut rows = acme.rows().stream().await.unwrap();
    assert_eq!(rows.next().await.unwrap().unwrap().count, 2);
    drop(rows);
    // The media type of its kind is as good.
    let mut events = acme.own().max_retries(0).stream().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().count, 3);
    drop(events);
    let error = acme.rows().max_retries(0).stream().await.unwrap_err();
    assert_eq!(error.kind(), callsheet::ErrorKind::Decode);
    let requests = server.join().unwrap();
    assert!(requests[0].contains("accept: application/x-acme-events\r\n"), "{}", requests[0]);
    assert!(requests[1].contains("accept: application/vnd.acme.rows; v=2\r\n"), "{}", requests[1]);
}
