//! What goes wrong below HTTP, and in how it frames messages.

use std::time::Duration;

use callsheet::testing::{Gate, Script};
use callsheet::transport::ReqwestTransport;
use callsheet::{ErrorKind, Sent, TestClock};

use super::common::{CANARY, assert_no_canary};
use super::{Error, Store, THING, answer, builder, json, server, store};

/// What a server with this script gives.
async fn error_of(script: Script) -> Error {
    let server = server([script]).await;
    let error = store(&server).get("a").max_retries(0).send().await.unwrap_err();
    assert_no_canary(&error);
    error
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn f003_a_host_that_does_not_answer_meets_the_limit_of_connecting() {
    use tokio::net::{TcpSocket, TcpStream};

    // Once nobody takes the connections, the system leaves further ones unanswered.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = Vec::new();
    let patience = Duration::from_millis(200);
    while let Ok(stream) = tokio::time::timeout(patience, TcpStream::connect(address)).await {
        waiting.push(stream.unwrap());
    }
    let store = Store::builder()
        .base_url(format!("http://{address}"))
        .bearer(CANARY)
        .connect_timeout(Duration::from_millis(50))
        .max_retries(0);
    let error = store.build().unwrap().create("x").send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No), "{error}");
}

#[tokio::test]
async fn f012_what_comes_behind_the_announced_length_is_not_read() {
    let length = THING.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
    );
    let more = "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nevil";
    let script = Script::new().read_request().write(format!("{head}{THING}{more}")).read_head();
    let server = server([script, json("200 OK", THING)]).await;
    let store = store(&server);
    for _ in 0..2 {
        assert_eq!(store.get("a").send().await.unwrap().count, 2);
    }
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn f013_a_body_with_two_lengths_is_refused() {
    for lengths in [
        "content-length: 20\ncontent-length: 21",
        "content-length: 20, 21",
        "content-length: -1",
        "content-length: 20\ntransfer-encoding: chunked",
        "transfer-encoding: chunked\ncontent-length: 20",
    ] {
        let head = format!("200 OK\ncontent-type: application/json\n{lengths}");
        let chunked = lengths.contains("chunked");
        let body = if chunked { format!("14\r\n{THING}\r\n0\r\n\r\n") } else { THING.to_owned() };
        let error = error_of(answer(&head, body)).await;
        assert_eq!(error.kind(), ErrorKind::Transport, "{lengths}: {error}");
    }
}

/// A script that writes these pieces one by one, each behind a gate of its own.
fn drip<'a>(pieces: impl IntoIterator<Item = &'a str>) -> (Script, Vec<Gate>) {
    let mut script = Script::new().read_request();
    let mut gates = Vec::new();
    for piece in pieces {
        let gate = Gate::new();
        script = script.pause(&gate).write(piece.to_owned());
        gates.push(gate);
    }
    (script.wait_for_close(), gates)
}

/// What comes of a call whose answer drips, a piece every 25 seconds.
async fn dripping(pieces: &[&str]) -> Error {
    let clock = TestClock::new();
    let (script, gates) = drip(pieces.iter().copied());
    let server = server([script]).await;
    let store = builder(&server).clock(clock.clone()).build().unwrap();
    let mut call = Box::pin(store.get("a").max_retries(0).send());
    for gate in gates {
        tokio::select! {
            result = &mut call => return result.unwrap_err(),
            () = gate.reached() => {}
        }
        clock.advance(Duration::from_secs(25));
        gate.open();
    }
    call.await.unwrap_err()
}

#[tokio::test]
async fn f017_a_head_that_drips_meets_the_limit_of_the_attempt() {
    let error = dripping(&["HTTP", "/1.1", " 200", " OK\r\n", "x: y\r\n"]).await;
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Maybe), "{error}");
    assert!(error.to_string().contains("within 60s"), "{error}");
}

#[tokio::test]
async fn f018_a_body_that_drips_meets_the_limit_of_the_attempt() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n";
    let error = dripping(&[head, "{", "\"", "i", "d"]).await;
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Timeout, 200));
    assert!(error.to_string().contains("within 60s"), "{error}");
}

#[tokio::test]
async fn f021_a_head_of_any_size_is_bounded() {
    let long = "x".repeat(1 << 20);
    let many = "x-many: y\r\n".repeat(10_000);
    for head in [
        format!("HTTP/1.1 200 OK\r\nx-long: {long}\r\n\r\n"),
        format!("HTTP/1.1 200 OK\r\n{many}\r\n"),
        format!("HTTP/1.1 200 {long}\r\n\r\n"),
    ] {
        let error = error_of(Script::new().read_request().write(head).wait_for_close()).await;
        assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
    }
    // One that has no end is not waited for.
    let start = "HTTP/1.1 200 OK\r\nx-long: ";
    let script = Script::new().read_request().write(start).write_endlessly(long);
    assert_eq!(error_of(script).await.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn f024_answers_on_the_way_are_no_answers() {
    let early = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n";
    let length = THING.len();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{THING}");
    let script = Script::new().read_request().write(format!("{early}{head}")).fin();
    let server = server([script]).await;
    assert_eq!(store(&server).get("a").send().await.unwrap().count, 2);
}

#[tokio::test]
async fn f025_a_change_of_protocols_that_nobody_asked_for_is_an_error() {
    let head = "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n";
    let error = error_of(Script::new().read_request().write(head).wait_for_close()).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
    assert!(error.to_string().contains("101 unasked"), "{error}");
}

#[tokio::test]
async fn f030_a_proxy_that_refuses_is_named_without_its_credentials() {
    // This sets up what reqwest needs for TLS, here as in a program.
    ReqwestTransport::new(None).unwrap();
    for status in [407, 502] {
        let refusal = Script::new()
            .read_head()
            .write(format!("HTTP/1.1 {status} No\r\ncontent-length: 0\r\n\r\n"))
            .fin();
        let server = server([refusal]).await;
        let address = server.address();
        let url = format!("http://canary-user:canary-password@{address}");
        let proxy = reqwest::Proxy::all(url).unwrap();
        let client = reqwest::Client::builder().proxy(proxy).build().unwrap();
        let store = Store::builder()
            .base_url("https://store.invalid")
            .bearer(CANARY)
            .transport(ReqwestTransport::with_client(client));
        let call = store.build().unwrap();
        let error = call.create("x").max_retries(0).send().await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No), "{error}");
        assert!(error.to_string().contains("proxy"), "{error}");
        assert_no_canary(&error);
        assert!(server.requests()[0].starts_with("CONNECT store.invalid:443"));
    }
}

#[tokio::test]
async fn f032_a_transport_that_panics_hurts_its_caller_only() {
    use callsheet::testing::{MockTransport, Reply};

    let mock = MockTransport::new();
    mock.on("get").sequence([Reply::json(200, THING)]);
    mock.on("create").when(|_| panic!("the transport is broken")).optional().reply_json(201, THING);
    let store = Store::builder().bearer(CANARY).transport(mock.transport()).build().unwrap();
    let other = store.clone();
    let broken = tokio::spawn(async move { other.create("x").send().await.map(|_| ()) });
    assert!(broken.await.unwrap_err().is_panic());
    assert_eq!(store.get("a").send().await.unwrap().count, 2);
}
