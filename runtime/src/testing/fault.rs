//! A server on a socket that does exactly what a script says, however wrong that is.

use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, Semaphore};
use tokio::task::{JoinHandle, JoinSet};

use crate::lock::lock;

/// A server on this machine for what mocks of HTTP cannot do: answers that are no HTTP, that break
/// off, that stop in the middle.
///
/// ```
/// # callsheet::client! { api Petshop { server "https://api.petshop.example" }
/// #     GET /pets/{id: String} as pet { -> 200 { name: String } } }
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use callsheet::testing::{FaultServer, Script};
///
/// let broken = Script::new().read_request().write("HTTP/1.1 200 OK\r\ncontent-le").reset();
/// let server = FaultServer::start([broken]).await?;
///
/// let shop = Petshop::builder().base_url(server.url()).max_retries(0).build()?;
/// let error = shop.pet("rex").send().await.unwrap_err();
/// assert_eq!(error.kind(), callsheet::ErrorKind::Transport);
/// assert!(server.requests()[0].starts_with("GET /pets/rex HTTP/1.1\r\n"));
/// # Ok(())
/// # }
/// ```
///
/// It runs on the tokio runtime in which it was started, and ends when it is dropped.
pub struct FaultServer {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    scripts: Mutex<VecDeque<Script>>,
    requests: Mutex<Vec<String>>,
    connections: Mutex<usize>,
    arrived: Notify,
}

/// What the server does on one connection, step by step. Behind the last step the connection is
/// closed.
#[derive(Debug, Clone, Default)]
pub struct Script(Vec<Step>);

#[derive(Debug, Clone)]
enum Step {
    ReadHead,
    ReadRequest,
    Write(Bytes),
    WriteEndlessly(Bytes),
    Pause(Gate),
    WaitForClose,
    Fin,
    Reset,
}

/// Holds a script until a test opens it. Clones are one gate.
#[derive(Debug, Clone)]
pub struct Gate(Arc<Ends>);

#[derive(Debug)]
struct Ends {
    /// Closed when the gate is open.
    barrier: Semaphore,
    /// One permit for each that has come.
    reached: Semaphore,
}

impl Script {
    /// A script that closes the connection at once.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the head of a request. Its body, if there is one, is left to the next step that reads.
    #[must_use]
    pub fn read_head(self) -> Self {
        self.then(Step::ReadHead)
    }

    /// Reads a request: its head, and the body that it announces.
    #[must_use]
    pub fn read_request(self) -> Self {
        self.then(Step::ReadRequest)
    }

    /// Writes these bytes.
    #[must_use]
    pub fn write(self, bytes: impl Into<Bytes>) -> Self {
        self.then(Step::Write(bytes.into()))
    }

    /// Writes these bytes again and again, for as long as anybody reads.
    #[must_use]
    pub fn write_endlessly(self, bytes: impl Into<Bytes>) -> Self {
        self.then(Step::WriteEndlessly(bytes.into()))
    }

    /// Waits until the gate is open.
    #[must_use]
    pub fn pause(self, gate: &Gate) -> Self {
        self.then(Step::Pause(gate.clone()))
    }

    /// Does nothing until the client closes the connection.
    #[must_use]
    pub fn wait_for_close(self) -> Self {
        self.then(Step::WaitForClose)
    }

    /// Says that nothing more will be written (FIN). The connection still reads.
    #[must_use]
    pub fn fin(self) -> Self {
        self.then(Step::Fin)
    }

    /// Breaks the connection off (RST). What stands behind it is not done.
    #[must_use]
    pub fn reset(self) -> Self {
        self.then(Step::Reset)
    }

    /// Reads a request and answers with JSON, and leaves the connection open for another one.
    #[must_use]
    pub fn json(self, status: u16, json: impl fmt::Display) -> Self {
        let json = json.to_string();
        let length = json.len();
        self.read_request().write(format!(
            "HTTP/1.1 {status} Status\r\ncontent-type: application/json\r\n\
             content-length: {length}\r\n\r\n{json}"
        ))
    }

    fn then(mut self, step: Step) -> Self {
        self.0.push(step);
        self
    }
}

impl Default for Gate {
    fn default() -> Self {
        Self::new()
    }
}

impl Gate {
    /// A gate that is closed.
    pub fn new() -> Self {
        Self(Arc::new(Ends { barrier: Semaphore::new(0), reached: Semaphore::new(0) }))
    }

    /// Opens the gate, for good.
    pub fn open(&self) {
        self.0.barrier.close();
    }

    /// Waits until a script has come to the gate; each time for another one.
    pub async fn reached(&self) {
        if let Ok(permit) = self.0.reached.acquire().await {
            permit.forget();
        }
    }

    async fn pass(&self) {
        self.0.reached.add_permits(1);
        // There are no permits: it waits until the gate is open.
        let _ = self.0.barrier.acquire().await;
    }
}

impl FaultServer {
    /// Starts a server. Each connection takes the next script, and the last one is for all that
    /// follow.
    ///
    /// # Errors
    /// If there is no port.
    pub async fn start(scripts: impl IntoIterator<Item = Script>) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let scripts = Mutex::new(scripts.into_iter().collect());
        let shared = Arc::new(Shared { scripts, ..Shared::default() });
        let task = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Ok(Self { address, shared, task })
    }

    /// Its base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Its address.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What was read so far: one text for each head or request.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// How many connections there have been.
    pub fn connections(&self) -> usize {
        *lock(&self.shared.connections)
    }

    /// Waits until so many requests, or heads, have been read.
    pub async fn has_read(&self, count: usize) {
        loop {
            let arrived = self.shared.arrived.notified();
            if lock(&self.shared.requests).len() >= count {
                return;
            }
            arrived.await;
        }
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves one connection after the other. When this is given up, all of them are.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        *lock(&shared.connections) += 1;
        let script = shared.next_script();
        let connection = Connection { stream, buffer: Vec::new(), shared: Arc::clone(&shared) };
        connections.spawn(connection.play(script));
    }
}

impl Shared {
    fn next_script(&self) -> Script {
        let mut scripts = lock(&self.scripts);
        let last = if scripts.len() > 1 { scripts.pop_front() } else { scripts.front().cloned() };
        last.unwrap_or_default()
    }

    fn read(&self, bytes: &[u8]) {
        lock(&self.requests).push(String::from_utf8_lossy(bytes).into_owned());
        self.arrived.notify_waiters();
    }
}

struct Connection {
    stream: TcpStream,
    /// What was read and belongs to no request yet.
    buffer: Vec<u8>,
    shared: Arc<Shared>,
}

impl Connection {
    /// Does what a script says, until the client is gone.
    async fn play(mut self, script: Script) {
        for step in script.0 {
            if self.step(step).await.is_err() {
                return;
            }
        }
    }

    async fn step(&mut self, step: Step) -> io::Result<()> {
        match step {
            Step::ReadHead => self.read_until(head_length).await,
            Step::ReadRequest => self.read_until(request_length).await,
            Step::Write(bytes) => self.stream.write_all(&bytes).await,
            Step::WriteEndlessly(bytes) => loop {
                self.stream.write_all(&bytes).await?;
                // Empty bytes would never wait.
                tokio::task::yield_now().await;
            },
            Step::Pause(gate) => {
                gate.pass().await;
                Ok(())
            }
            Step::WaitForClose => {
                while self.stream.read(&mut [0; 1024]).await? > 0 {}
                Ok(())
            }
            Step::Fin => self.stream.shutdown().await,
            Step::Reset => {
                self.stream.set_zero_linger()?;
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
    }

    /// Reads until there is what `length` measures, and notes it.
    async fn read_until(&mut self, length: fn(&[u8]) -> Option<usize>) -> io::Result<()> {
        loop {
            if let Some(length) = length(&self.buffer) {
                let rest = self.buffer.split_off(length);
                let request = std::mem::replace(&mut self.buffer, rest);
                self.shared.read(&request);
                return Ok(());
            }
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }
}

/// How long the head is, once it is there.
fn head_length(bytes: &[u8]) -> Option<usize> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    Some(end + 4)
}

/// How long the request is, once it is there.
fn request_length(bytes: &[u8]) -> Option<usize> {
    let head = head_length(bytes)?;
    let (text, body) = bytes.split_at_checked(head)?;
    let text = String::from_utf8_lossy(text).to_ascii_lowercase();
    let header = |name: &str| {
        let mut headers = text.lines().filter_map(|line| line.split_once(':'));
        headers.find(|(found, _)| *found == name).map(|(_, value)| value.trim().to_owned())
    };
    if header("transfer-encoding").is_some_and(|value| value.ends_with("chunked")) {
        let end = body.windows(5).position(|window| window == b"0\r\n\r\n")?;
        return Some(head + end + 5);
    }
    let length: usize = header("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    (body.len() >= length).then_some(head + length)
}

impl fmt::Debug for FaultServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FaultServer").field("address", &self.address).finish_non_exhaustive()
    }
}
