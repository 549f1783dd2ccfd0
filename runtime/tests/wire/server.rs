//! A server on a socket that does exactly what a test says, however wrong that is.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// How a server answers every request.
#[derive(Clone)]
pub(crate) enum Reply {
    /// These bytes; then the connection is closed.
    Bytes(Vec<u8>),
    /// These bytes at once, whatever the client says; then the connection is closed.
    Blurt(Vec<u8>),
    /// A head with this status, and pieces of a chunked body for as long as anybody reads.
    Endless(u16),
    /// The first bytes, and then the others again and again for as long as anybody reads.
    Repeat(Vec<u8>, Vec<u8>),
    /// These bytes, and then nothing more, while the connection stays open.
    Stall(Vec<u8>),
    /// These bytes; the connection waits for another request.
    Keep(Vec<u8>),
    /// These bytes; then the connection is reset.
    Reset(Vec<u8>),
}

impl Reply {
    /// A well-formed response with a content type.
    pub(crate) fn content(status: u16, content_type: &str, body: &str) -> Self {
        Self::head(status, &[("content-type", content_type)], body)
    }

    /// A well-formed response of JSON.
    pub(crate) fn json(status: u16, body: &str) -> Self {
        let headers = [("content-type", "application/json"), ("x-request-id", "req-1")];
        Self::head(status, &headers, body)
    }

    /// A response with these headers beside `Content-Length`.
    pub(crate) fn head(status: u16, headers: &[(&str, &str)], body: &str) -> Self {
        let mut text = format!("HTTP/1.1 {status} Status\r\ncontent-length: {}\r\n", body.len());
        for (name, value) in headers {
            text += &format!("{name}: {value}\r\n");
        }
        Self::Bytes(format!("{text}connection: close\r\n\r\n{body}").into_bytes())
    }
}

/// The server; it ends when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    arrived: Arc<Notify>,
    /// How many bytes of endless bodies went out.
    written: Arc<AtomicU64>,
    task: JoinHandle<()>,
}

impl Server {
    /// A server with one answer to everything.
    pub(crate) async fn replying(reply: Reply) -> Self {
        Self::script([reply]).await
    }

    /// A server that answers in this order, and to all that follows with the last.
    pub(crate) async fn script(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies = Arc::new(Mutex::new(replies.into_iter().collect::<VecDeque<_>>()));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (requests, written) =
            (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicU64>::default());
        let arrived = Arc::<Notify>::default();
        let shared = (Arc::clone(&requests), Arc::clone(&written), Arc::clone(&arrived));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (requests, written, arrived) = shared.clone();
                tokio::spawn(serve(stream, Arc::clone(&replies), requests, written, arrived));
            }
        });
        Self { address, requests, arrived, written, task }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far, head and body, as they came.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// Waits for this many requests.
    pub(crate) async fn has(&self, count: usize) {
        while self.requests.lock().unwrap().len() < count {
            self.arrived.notified().await;
        }
    }

    pub(crate) fn written(&self) -> u64 {
        self.written.load(Ordering::Relaxed)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A port on which nobody listens.
pub(crate) async fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port()
}

async fn serve(
    mut stream: TcpStream,
    replies: Arc<Mutex<VecDeque<Reply>>>,
    requests: Arc<Mutex<Vec<String>>>,
    written: Arc<AtomicU64>,
    arrived: Arc<Notify>,
) {
    let first = replies.lock().unwrap().front().cloned();
    if let Some(Reply::Blurt(bytes)) = &first {
        let _ = stream.read(&mut [0; 1024]).await;
        let _ = stream.write_all(bytes).await;
        let _ = stream.shutdown().await;
        return;
    }
    while let Some(request) = read_request(&mut stream).await {
        requests.lock().unwrap().push(request);
        arrived.notify_one();
        let reply = next(&replies);
        if let Reply::Keep(bytes) = reply {
            let _ = stream.write_all(&bytes).await;
            continue;
        }
        return answer(stream, reply, &written).await;
    }
}

/// The next answer of a script; the last one stays.
fn next(replies: &Mutex<VecDeque<Reply>>) -> Reply {
    let mut replies = replies.lock().unwrap();
    if replies.len() > 1 { replies.pop_front().unwrap() } else { replies[0].clone() }
}

/// Gives the last answer on a connection.
async fn answer(mut stream: TcpStream, reply: Reply, written: &AtomicU64) {
    match reply {
        Reply::Keep(bytes) | Reply::Bytes(bytes) | Reply::Blurt(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
        Reply::Endless(status) => {
            let head = format!(
                "HTTP/1.1 {status} Status\r\ncontent-type: application/json\r\n\
                 transfer-encoding: chunked\r\n\r\n"
            );
            let _ = stream.write_all(head.as_bytes()).await;
            let chunk = [b"10000\r\n".as_slice(), &vec![b' '; 0x1_0000], b"\r\n"].concat();
            while stream.write_all(&chunk).await.is_ok() {
                written.fetch_add(0x1_0000, Ordering::Relaxed);
            }
        }
        Reply::Repeat(start, piece) => {
            let _ = stream.write_all(&start).await;
            while stream.write_all(&piece).await.is_ok() {
                written.fetch_add(piece.len() as u64, Ordering::Relaxed);
            }
        }
        Reply::Reset(bytes) => {
            let _ = stream.write_all(&bytes).await;
            stream.set_zero_linger().unwrap();
        }
        Reply::Stall(bytes) => {
            let _ = stream.write_all(&bytes).await;
            // Until the client has had enough.
            let _ = stream.read(&mut [0]).await;
        }
    }
}

/// The head and the body that its `Content-Length` announces.
async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .map_or(0, |(_, value)| value.trim().parse().unwrap());
        if body.len() >= length {
            return Some(text);
        }
    }
}
