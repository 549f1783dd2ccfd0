//! HTTP/2, frame by frame.

use callsheet::transport::ReqwestTransport;
use callsheet::{ErrorKind, Sent, TestClock};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::api::Mini;
use crate::{CANARY, THING};

/// What a server begins with: no settings of its own.
const SETTINGS: [u8; 9] = [0, 0, 0, 4, 0, 0, 0, 0, 0];

/// Reads a frame of HTTP/2: its type and stream.
async fn read_frame(stream: &mut TcpStream) -> (u8, [u8; 4]) {
    let mut head = [0; 9];
    stream.read_exact(&mut head).await.unwrap();
    let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
    let mut payload = vec![0; length.try_into().unwrap()];
    stream.read_exact(&mut payload).await.unwrap();
    (head[3], head[5..].try_into().unwrap())
}

/// An HTTP/2 server that ends the stream in the middle of a body, with this frame behind it.
async fn break_off(listener: TcpListener, end: fn([u8; 4]) -> Vec<u8>) {
    let mut stream = listener.accept().await.unwrap().0;
    stream.read_exact(&mut [0; 24]).await.unwrap();
    stream.write_all(&SETTINGS).await.unwrap();
    loop {
        let (kind, id) = read_frame(&mut stream).await;
        if kind == 1 {
            let head = [&[0, 0, 5, 1, 4], id.as_slice(), b"\x08\x03201"].concat();
            let data = [&[0, 0, 5, 0, 0], id.as_slice(), b"{\"id\""].concat();
            stream.write_all(&[head, data, end(id)].concat()).await.unwrap();
            return;
        }
    }
}

#[tokio::test]
async fn f028_a_stream_that_ends_in_the_middle_of_a_body_is_a_transport_error() {
    ReqwestTransport::new(None).unwrap();
    let reset: fn([u8; 4]) -> Vec<u8> =
        |id| [&[0, 0, 4, 3, 0], id.as_slice(), &[0, 0, 0, 2]].concat();
    let goaway: fn([u8; 4]) -> Vec<u8> =
        |id| [&[0, 0, 8, 7, 0, 0, 0, 0, 0], id.as_slice(), &[0, 0, 0, 0]].concat();
    for end in [reset, goaway] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(break_off(listener, end));
        let http2 = reqwest::Client::builder().http2_prior_knowledge();
        let http2 = http2.retry(reqwest::retry::never()).build().unwrap();
        let builder = Mini::builder().base_url(url).bearer(CANARY).clock(TestClock::new());
        let client = builder.transport(ReqwestTransport::with_client(http2)).build().unwrap();
        let error = client.create("a", "x").send().await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Yes), "{error}");
        assert_eq!((error.attempts(), error.status().unwrap().as_u16()), (1, 201));
        server.await.unwrap();
    }
}

/// An HTTP/2 server that refuses the first stream and answers the second.
async fn refuse_once(listener: TcpListener) {
    let mut stream = listener.accept().await.unwrap().0;
    stream.read_exact(&mut [0; 24]).await.unwrap();
    stream.write_all(&SETTINGS).await.unwrap();
    let mut requests = 0;
    loop {
        let (kind, id) = read_frame(&mut stream).await;
        // The head of a request.
        if kind != 1 {
            continue;
        }
        requests += 1;
        let answer = if requests == 1 {
            [&[0, 0, 4, 3, 0], id.as_slice(), &[0, 0, 0, 7]].concat()
        } else {
            // `:status` is entry 8 of the static table.
            let head = [&[0, 0, 5, 1, 4], id.as_slice(), b"\x08\x03201"].concat();
            let length = u8::try_from(THING.len()).unwrap();
            [&head, [0, 0, length, 0, 1].as_slice(), &id, THING.as_bytes()].concat()
        };
        stream.write_all(&answer).await.unwrap();
    }
}

#[tokio::test]
async fn f027_a_refused_stream_was_not_sent() {
    // This sets up what reqwest needs for TLS, here as in a program.
    ReqwestTransport::new(None).unwrap();
    // What may happen twice is sent again for no other reason.
    for (retries, attempts) in [(0, None), (2, Some(2))] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(refuse_once(listener));
        // Left alone, reqwest would try again itself.
        let http2 = reqwest::Client::builder().http2_prior_knowledge();
        let http2 = http2.retry(reqwest::retry::never()).build().unwrap();
        let builder = Mini::builder().base_url(url).bearer(CANARY).clock(TestClock::new());
        let client = builder.transport(ReqwestTransport::with_client(http2)).build().unwrap();
        match client.create("a", "x").max_retries(retries).send_with_meta().await {
            Ok(response) => assert_eq!(Some(response.attempts()), attempts),
            Err(error) => {
                assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::No));
                assert_eq!(attempts, None, "{error}");
            }
        }
        server.abort();
    }
}
