//! Bodies of parts: files from memory, from disk and from streams.

use std::collections::VecDeque;
use std::io::{Read as _, Write as _};
use std::net::Shutdown;
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use callsheet::bytes::Bytes;
use callsheet::futures_core::Stream;
use callsheet::{Attempt, Decision, ErrorKind, File, RetryPolicy};

use crate::server::{Seen, Server};

callsheet::client! {
    api Acme { server "https://acme.example" }

    enum Purpose { batch, other }
    struct Meta { size: u32, note?: String }

    POST /files as upload {
        body multipart {
            file: File,
            purpose: Purpose,
            version: 2,
            metadata?: Map<String, String>,
            "meta[]" as meta?: [Meta],
            "odd \"name\"" as odd?: bool,
            tags?: [String],
            more?: [File],
            raw?: Json,
            #[sensitive] secret?: String,
        }
        -> 201
        example { "purpose": "batch", "tags": ["a"] }
    }
    PUT /files as replace { body? multipart { file?: File, name: String } -> 204 }
    PATCH /files as describe { body multipart { name: String, size?: u8 in ..=9 } -> 204 }
}

/// Pieces that are there at once.
struct Pieces(VecDeque<Result<&'static str, std::io::Error>>);

impl Stream for Pieces {
    type Item = Result<&'static str, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}

fn stream(pieces: &[&'static str]) -> Pieces {
    Pieces(pieces.iter().map(|piece| Ok(*piece)).collect())
}

/// Tries again at once, twice.
struct Twice;

impl RetryPolicy for Twice {
    fn decide(&self, _: &Attempt<'_>) -> Decision {
        Decision::Retry { after: Duration::ZERO }
    }
}

fn acme(server: &Server) -> Acme {
    Acme::builder().base_url(server.url()).build().unwrap()
}

/// A file of this test's own.
fn on_disk(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// The body with its boundary, which is random, as `B`.
fn body(seen: &Seen) -> String {
    let media = seen.header("content-type").unwrap();
    let boundary = media.strip_prefix("multipart/form-data; boundary=").unwrap();
    assert_eq!(boundary.len(), "callsheet-".len() + 32);
    String::from_utf8_lossy(&seen.body).replace(boundary, "B")
}

async fn upload(set: impl FnOnce(&Acme) -> Call<'_, Upload>) -> Seen {
    let server = Server::answering(201, &[], "").await;
    set(&acme(&server)).send().await.unwrap();
    server.one()
}

#[tokio::test]
async fn each_field_is_a_part() {
    let seen = upload(|acme| {
        acme.upload(File::from_bytes("a.txt", "A\r\n--B"), Purpose::Batch)
            .metadata([("k", "v\"")])
            .meta([Meta::new(1u32), Meta::new(2u32).note("ü")])
            .odd(true)
            .tags(["x", "y\nz"])
            .more([
                File::from_bytes("q\"\r\n.png", vec![255]).with_content_type("image/png"),
                File::from_bytes("", ""),
            ])
            .raw(serde_json::json!([1]))
            .secret("s")
    })
    .await;
    let text = |name: &str, value: &str| {
        format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let json = |name: &str, value: &str| {
        format!(
            "--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\
             Content-Type: application/json\r\n\r\n{value}\r\n"
        )
    };
    let file = |name: &str, file: &str, media: &str, value: &str| {
        format!(
            "--B\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\
             Content-Type: {media}\r\n\r\n{value}\r\n"
        )
    };
    let expected = [
        text("version", "2"),
        file("file", "a.txt", "application/octet-stream", "A\r\n--B"),
        text("purpose", "batch"),
        json("metadata", r#"{"k":"v\""}"#),
        json("meta[]", r#"{"size":1}"#),
        json("meta[]", r#"{"size":2,"note":"ü"}"#),
        text("odd %22name%22", "true"),
        text("tags", "x"),
        text("tags", "y\nz"),
        file("more", "q%22%0D%0A.png", "image/png", "\u{fffd}"),
        file("more", "", "application/octet-stream", ""),
        json("raw", "[1]"),
        text("secret", "s"),
    ];
    assert_eq!(body(&seen), expected.concat() + "--B--\r\n");
    assert_eq!(seen.header("content-length"), Some(seen.body.len().to_string().as_str()));
}

#[tokio::test]
async fn a_body_of_parts_may_have_no_file_or_be_left_out() {
    let server = Server::answering(204, &[], "").await;
    acme(&server).describe("x").size(3).send().await.unwrap();
    let part = |name, value| {
        format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    assert_eq!(body(&server.one()), part("name", "x") + &part("size", "3") + "--B--\r\n");

    let server = Server::answering(204, &[], "").await;
    acme(&server).replace().send().await.unwrap();
    assert_eq!(server.one().header("content-type"), None);

    let server = Server::answering(204, &[], "").await;
    acme(&server).replace().body(ReplaceBody::new("x")).send().await.unwrap();
    assert_eq!(body(&server.one()), part("name", "x") + "--B--\r\n");
    let error = acme(&server).describe("x").size(10).to_http().unwrap_err();
    assert_eq!(error.to_string(), "describe: size must be at most 9, is 10");
}

#[tokio::test]
async fn a_file_is_read_from_disk_as_it_is_sent() {
    let content: Vec<u8> = (0..300_000_u32).map(|n| (n % 251) as u8).collect();
    let path = on_disk("large.bin", &content);
    let seen = upload(|acme| acme.upload(path.as_path(), Purpose::Other)).await;
    assert!(body(&seen).contains("; filename=\"large.bin\""));
    assert!(seen.body.windows(content.len()).any(|window| window == content));
    // Its length is known, so nothing is chunked.
    assert_eq!(seen.header("content-length"), Some(seen.body.len().to_string().as_str()));
    assert_eq!(seen.header("transfer-encoding"), None);
}

#[tokio::test]
async fn a_stream_is_sent_as_it_comes() {
    let pieces = stream(&["one ", "", "two"]);
    let seen = upload(|acme| acme.upload(File::from_stream("s", pieces, None), "new")).await;
    assert!(body(&seen).contains("\r\n\r\none two\r\n--B"), "{}", body(&seen));
    assert_eq!(seen.header("transfer-encoding"), Some("chunked"));
    let pieces = stream(&["one ", "two"]);
    let seen = upload(|acme| acme.upload(File::from_stream("s", pieces, Some(7)), "new")).await;
    assert_eq!(seen.header("content-length"), Some(seen.body.len().to_string().as_str()));
}

#[tokio::test]
async fn what_is_not_there_is_said_before_anything_is_sent() {
    let server = Server::answering(201, &[], "").await;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (file, words) in [
        (File::from_path(folder.join("missing")), "cannot read the file `"),
        (File::from_path(folder), "is not a file"),
        (
            File::from_bytes("a", "").with_content_type("text/plain\r\nX-A: 1"),
            "the media type of the part `file` cannot stand in a header",
        ),
    ] {
        let error = acme(&server).upload(file, "new").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build);
        assert!(error.to_string().contains(words), "{error}");
    }
    assert_eq!(server.count(), 0);
}

#[tokio::test]
async fn a_source_that_fails_is_not_the_connection() {
    let broken = std::io::Error::other("the disk is gone");
    let pieces = Pieces([Ok("one"), Err(broken)].into());
    let files = [
        (File::from_stream("s", pieces, None), "the disk is gone"),
        (File::from_stream("s", stream(&["one"]), Some(7)), "the stream is shorter than was said"),
        (File::from_stream("s", stream(&["one"]), Some(2)), "the stream is longer than was said"),
    ];
    for (file, words) in files {
        let server = Server::answering(201, &[], "").await;
        let error = acme(&server).upload(file, "new").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        let said = error.to_string();
        assert!(said.contains("cannot read what is to be sent") && said.contains(words), "{said}");
    }
}

#[tokio::test]
async fn a_file_that_changes_while_it_is_sent_is_an_error() {
    for (name, changed, words) in
        [("shrinks.txt", "on", "has become shorter"), ("grows.txt", "one two", "has become longer")]
    {
        let path = on_disk(name, "one");
        let server = Server::answering(201, &[], "").await;
        let acme = acme(&server);
        let sending = acme.upload(path, "new").send();
        on_disk(name, changed);
        let error = sending.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert!(error.to_string().contains(words), "{error}");
        assert_eq!(server.count(), 0, "a part of a file has passed for the whole");
    }
}

/// A server that does not want the rest says so before it has come.
#[tokio::test]
async fn f026_an_early_answer_is_the_error() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    // It ends with the connection, which ends with the test's runtime.
    std::thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        let mut seen = Vec::new();
        while !seen.windows(4).any(|window| window == b"\r\n\r\n") {
            let mut piece = [0; 1024];
            let read = socket.read(&mut piece).unwrap();
            seen.extend_from_slice(&piece[..read]);
        }
        let answer = "HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
        socket.write_all(answer.as_bytes()).unwrap();
        socket.shutdown(Shutdown::Write).unwrap();
        // What is on its way is thrown away, until the client gives up.
        let mut rest = vec![0; 1 << 16];
        while let Ok(1..) = socket.read(&mut rest) {}
    });
    let acme = Acme::builder().base_url(url).build().unwrap();
    let path = on_disk("too_large.bin", vec![0; 32 << 20]);
    let error = acme.upload(path, "new").send().await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(413), "{error:?}");
}

#[tokio::test]
async fn what_is_in_memory_or_on_disk_is_sent_again_and_a_stream_is_not() {
    let path = on_disk("again.txt", "again");
    for (file, attempts) in [
        (File::from_bytes("a", "again"), 3),
        (File::from_path(path), 3),
        (File::from_stream("a", stream(&["again"]), Some(5)), 1),
    ] {
        let server = Server::answering(503, &[], "").await;
        let acme = Acme::builder().base_url(server.url()).retry(Twice).build().unwrap();
        let error = acme.upload(file, "new").send().await.unwrap_err();
        assert_eq!((error.attempts(), error.status().unwrap().as_u16()), (attempts, 503));
        assert_eq!(server.count(), attempts as usize);
        for seen in server.all() {
            assert_eq!(seen.body, server.all()[0].body);
            assert!(body(&seen).contains("\r\n\r\nagain\r\n"));
        }
    }
}

#[tokio::test]
async fn a_request_with_a_stream_is_sent_once() {
    let server = Server::answering(201, &[], "").await;
    let acme = acme(&server);
    let request = Upload::new(File::from_stream("a", stream(&["x"]), None), "new");
    acme.call(request.clone()).send().await.unwrap();
    let error = acme.call(request).send().await.unwrap_err();
    assert!(error.to_string().contains("the stream has been sent before"), "{error}");
}

#[test]
fn what_is_in_memory_can_be_made_beforehand() {
    let acme = Acme::builder().build().unwrap();
    let request = acme.upload(File::from_bytes("a", "content"), "new").to_http().unwrap();
    let text = std::str::from_utf8(request.body()).unwrap();
    assert!(text.contains("content") && text.ends_with("--\r\n"));
    let other = acme.upload(File::from_bytes("a", "content"), "new").to_http().unwrap();
    assert_ne!(request.headers()["content-type"], other.headers()["content-type"]);
    let error =
        acme.upload(File::from_stream("a", stream(&["x"]), None), "new").to_http().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
    assert!(error.to_string().contains("cannot be made beforehand"), "{error}");
}

#[test]
fn files_are_compared_and_printed_without_their_content() {
    let bytes = File::from_bytes("a", Bytes::from_static(b"canary"));
    assert_eq!(
        format!("{bytes:?}"),
        "File { name: \"a\", content_type: \"application/octet-stream\", bytes: 6 }"
    );
    assert_eq!(bytes, bytes.clone());
    assert_ne!(bytes, bytes.clone().with_name("b"));
    let once = File::from_stream("a", stream(&[]), None);
    assert_eq!(once, once.clone());
    assert_ne!(once, File::from_stream("a", stream(&[]), None));
    let request = Upload::new(bytes, "new").clone();
    assert_eq!(request, request.clone());
    assert!(!format!("{request:?}").contains("canary"));
}
