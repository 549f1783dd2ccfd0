//! A language server as an editor speaks with it: messages of JSON over pipes (Language Server
//! Protocol, base protocol).

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// How long the server may be silent. It builds the macro at the start.
const PATIENCE: Duration = Duration::from_secs(300);

/// The code of a response that is out of date: the same is asked again.
const CONTENT_MODIFIED: i64 = -32801;

/// A running server that has loaded a project of one file.
pub struct Server {
    process: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    next_id: i64,
    version: i64,
    uri: String,
}

impl Server {
    /// Starts the program, and waits until it has loaded the project.
    pub fn start(program: &str, folder: &Path, file: &Path) -> Self {
        let mut process = Command::new(program)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("`{program}` does not start: {error}"));
        let (input, output) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let uri = format!("file://{}", file.display());
        let mut server = Self { process, input, messages, next_id: 0, version: 0, uri };
        server.load(folder, &std::fs::read_to_string(file).unwrap());
        server
    }

    fn load(&mut self, folder: &Path, text: &str) {
        let settings = json!({ "checkOnSave": false, "cachePriming": { "enable": false } });
        let capabilities = json!({
            "experimental": { "serverStatusNotification": true },
            "workspace": { "workspaceEdit": { "documentChanges": true } },
        });
        self.request(
            "initialize",
            &json!({
                "processId": std::process::id(),
                "rootUri": format!("file://{}", folder.display()),
                "capabilities": capabilities,
                "initializationOptions": settings,
            }),
        );
        self.notify("initialized", &json!({}));
        let document = json!({ "uri": self.uri, "languageId": "rust", "version": 0, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
        loop {
            let message = self.receive();
            let status = &message["params"];
            if message["method"] == "experimental/serverStatus" && status["quiescent"] == true {
                assert_eq!(status["health"], "ok", "{status}");
                return;
            }
        }
    }

    /// Replaces the text of the file.
    pub fn change(&mut self, text: &str) {
        self.version += 1;
        let document = json!({ "uri": self.uri, "version": self.version });
        let changes = json!([{ "text": text }]);
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.notify("textDocument/didChange", &params);
    }

    /// Asks something about a position, which is a line and a column from 0.
    pub fn ask(&mut self, method: &str, (line, column): (usize, usize), more: &Value) -> Value {
        let mut params = json!({
            "textDocument": { "uri": self.uri },
            "position": { "line": line, "character": column },
        });
        for (key, value) in more.as_object().unwrap() {
            params[key] = value.clone();
        }
        self.request(&format!("textDocument/{method}"), &params)
    }

    fn request(&mut self, method: &str, params: &Value) -> Value {
        loop {
            self.next_id += 1;
            let id = self.next_id;
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
            let answer = loop {
                let message = self.receive();
                if message["id"] == id && message.get("method").is_none() {
                    break message;
                }
            };
            match answer["error"]["code"].as_i64() {
                None => return answer["result"].clone(),
                Some(CONTENT_MODIFIED) => {}
                Some(_) => return answer["error"].clone(),
            }
        }
    }

    fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        self.input.flush().unwrap();
    }

    /// The next message. What the server asks is answered with nothing.
    fn receive(&mut self) -> Value {
        let message = self.messages.recv_timeout(PATIENCE).expect("the server says nothing");
        if let (Some(id), true) = (message.get("id"), message.get("method").is_some()) {
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
        }
        message
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One message, or nothing at the end.
fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
