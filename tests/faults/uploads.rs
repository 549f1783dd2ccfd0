//! What goes wrong with what is sent.

use std::path::PathBuf;

use callsheet::http::HeaderMap;
use callsheet::testing::{MockTransport, Reply, Script};
use callsheet::{BoxError, ErrorKind, File, Hook, Operation, Sent};
use proptest::prelude::*;

use super::common::CANARY;
use super::{Store, answer, builder, server, store};

/// A file of a test's own.
fn file(name: &str, content: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("faults_{name}"));
    std::fs::write(&path, content).unwrap();
    path
}

#[tokio::test]
async fn f031_a_connection_that_ends_while_a_file_goes_out_is_an_error() {
    let large = vec![b'x'; 32 << 20];
    let gone = Script::new().read_head().reset();
    let server = server([gone]).await;
    let call = store(&server);
    let error = call.upload(File::from_bytes("a", large)).send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Maybe), "{error}");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn f041_a_body_over_the_limit_is_not_sent() {
    let server = server([answer("204 Done", "")]).await;
    let store = builder(&server).max_request_body(1000).build().unwrap();
    let error = store.upload(File::from_bytes("a", vec![b'x'; 1000])).send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Limit, Sent::No), "{error}");
    assert_eq!((server.connections(), error.attempts()), (0, 0));
    store.upload(File::from_bytes("a", vec![b'x'; 500])).send().await.unwrap();
}

/// Changes a file before the second attempt.
struct Meddler(PathBuf, Option<&'static str>);

impl Hook for Meddler {
    fn on_attempt(
        &self,
        _operation: &'static Operation,
        attempt: u32,
        _headers: &mut HeaderMap,
    ) -> Result<(), BoxError> {
        match self.1 {
            Some(content) if attempt == 2 => std::fs::write(&self.0, content)?,
            None if attempt == 2 => std::fs::remove_file(&self.0)?,
            _ => {}
        }
        Ok(())
    }
}

#[tokio::test]
async fn f101_a_file_that_has_changed_is_not_sent_again() {
    for (name, content) in
        [("shorter", Some("012")), ("longer", Some("0123456789")), ("gone", None)]
    {
        let path = file(name, "01234");
        let busy = answer("429 Busy\ncontent-length: 0", "");
        let server = server([busy, Script::new().read_head().wait_for_close()]).await;
        let store = builder(&server).hook(Meddler(path.clone(), content)).build().unwrap();
        let error = store.upload(File::from_path(path)).send().await.unwrap_err();
        assert!(!error.to_string().contains("429"), "{name}: {error}");
        assert!(error.to_string().contains("cannot read what is to be sent"), "{name}: {error}");
    }
}

/// The body of an upload of this file, and its boundary.
async fn sent(file: File) -> (String, String) {
    let mock = MockTransport::new();
    mock.on("upload").reply(Reply::status(204));
    let store = Store::builder().bearer(CANARY).transport(mock.transport()).clock(mock.clock());
    store.build().unwrap().upload(file).send().await.unwrap();
    let seen = &mock.seen()[0];
    let media = seen.header("content-type").unwrap();
    let boundary = media.strip_prefix("multipart/form-data; boundary=").unwrap().to_owned();
    (String::from_utf8(seen.body().to_vec()).unwrap(), boundary)
}

#[tokio::test]
async fn f146_the_name_of_a_file_cannot_add_anything() {
    let name = "a\"; name=\"b\r\nX-Evil: 1\r\n\r\né.txt";
    let (body, _) = sent(File::from_bytes(name, "content")).await;
    // As browsers write it: `"`, CR and LF percent-encoded, and nothing else.
    let line = r#"filename="a%22; name=%22b%0D%0AX-Evil: 1%0D%0A%0D%0Aé.txt""#;
    assert!(body.contains(line), "{body}");
    assert!(!body.contains("\nX-Evil"), "{body}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn f147_no_content_ends_its_part(content in "(--|[a-f0-9-]{1,40}|\r\n|\\PC){0,20}") {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let (body, boundary) = runtime.block_on(sent(File::from_bytes("a", content.clone())));
        // At least 128 random bits, in hexadecimal digits.
        prop_assert!(boundary.chars().filter(char::is_ascii_hexdigit).count() >= 32, "{}", boundary);
        let marker = format!("--{boundary}");
        prop_assert_eq!(body.matches(&marker).count(), 2);
        let part = body.split(&marker).nth(1).unwrap();
        let (_, found) = part.split_once("\r\n\r\n").unwrap();
        prop_assert_eq!(found.strip_suffix("\r\n").unwrap(), content);
    }
}
