//! A handler behind a real socket: what reaches it is what was sent, byte for byte.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use axum::body::Bytes;
use axum::routing::post;
use axum::{Router, extract::State};
use callsheet::http::StatusCode;

use super::*;

type Shared = Verifier<Event>;

async fn handle(State(verifier): State<Shared>, headers: HeaderMap, body: Bytes) -> StatusCode {
    match verifier.verify(&headers, &body) {
        Ok(_) => StatusCode::NO_CONTENT,
        Err(error) => error.status(),
    }
}

/// Sends a delivery, and gives the status of the answer.
fn deliver(address: SocketAddr, headers: &[(&str, &[u8])], body: &[u8]) -> u16 {
    let mut text = format!(
        "POST /hooks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n",
        body.len()
    )
    .into_bytes();
    for (name, value) in headers {
        text.extend(name.as_bytes());
        text.extend(b": ");
        text.extend(*value);
        text.extend(b"\r\n");
    }
    text.extend(b"\r\n");
    text.extend(body);
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(&text).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_handler_answers_with_the_status_of_the_error() {
    let verifier = verifier(stripe::event());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().route("/hooks", post(handle)).with_state(verifier.clone());
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let answers = tokio::task::spawn_blocking(move || {
        const NAME: &str = "Stripe-Signature";
        let sent = |time: u64, body: &[u8]| {
            verifier.sign_as("", at(time), body)["stripe-signature"].as_bytes().to_vec()
        };
        let good = sent(NOW, CHARGE);
        let huge = vec![b' '; 1024 * 1024 + 1];
        [
            deliver(address, &[(NAME, &good)], CHARGE),
            deliver(address, &[("STRIPE-SIGNATURE", &good)], CHARGE),
            deliver(address, &[(NAME, &good)], b"{}"),
            deliver(address, &[], CHARGE),
            deliver(address, &[(NAME, &sent(NOW - 61, CHARGE))], CHARGE),
            deliver(address, &[(NAME, &good), (NAME, &good)], CHARGE),
            deliver(address, &[(NAME, b"t=1,v1=\xff")], CHARGE),
            deliver(address, &[(NAME, &sent(NOW, b"[]"))], b"[]"),
            deliver(address, &[(NAME, &sent(NOW, &huge))], &huge),
        ]
    });
    assert_eq!(answers.await.unwrap(), [204, 204, 401, 401, 401, 400, 400, 422, 413]);
    server.abort();
}
