//! Streams of events: what has happened behind a certain event, and then what happens next.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use bytes::Bytes;
use tokio::sync::mpsc;

use crate::Shared;
use crate::events::Event;
use crate::reply::respond;

/// What is streamed to one client.
pub(crate) struct Subscription {
    pub(crate) session: String,
    /// The number of the next event.
    pub(crate) from: usize,
    /// The types of events that are wanted in pieces as well.
    pub(crate) deltas: Vec<String>,
    /// How many frames there are before the connection breaks off, if it does.
    pub(crate) cut: Option<usize>,
}

/// A response that streams, until the session is deleted or the client is gone.
pub(crate) fn stream(shared: Arc<Shared>, wanted: Subscription, request_id: &str) -> Response {
    let (sender, receiver) = mpsc::channel(16);
    tokio::spawn(feed(shared, wanted, sender));
    let body = Body::from_stream(Frames { receiver, failed: None });
    let mut response = respond(StatusCode::OK, "text/event-stream", body, request_id);
    response.headers_mut().insert(CACHE_CONTROL, axum::http::HeaderValue::from_static("no-cache"));
    response
}

type Frame = Result<Bytes, io::Error>;

/// Sends the frames as they come.
async fn feed(shared: Arc<Shared>, mut wanted: Subscription, sender: mpsc::Sender<Frame>) {
    let mut news = shared.changes.subscribe();
    if sender.send(Ok(Bytes::from_static(b": connected\n\n"))).await.is_err() {
        return;
    }
    loop {
        for event in wanted.take_events(&shared) {
            if wanted.cut == Some(0) {
                drop(sender.send(Err(io::Error::other("the connection breaks off"))).await);
                return;
            }
            wanted.cut = wanted.cut.map(|frames| frames - 1);
            if sender.send(Ok(frame(&event).into())).await.is_err() {
                return;
            }
            if event.value["type"] == "session.deleted" {
                return;
            }
        }
        tokio::select! {
            change = news.changed() => if change.is_err() { return },
            () = sender.closed() => return,
        }
    }
}

impl Subscription {
    /// The events since the last time.
    fn take_events(&mut self, shared: &Shared) -> Vec<Event> {
        let state = shared.state();
        let log = state.world.events.get(&self.session).map(Vec::as_slice).unwrap_or_default();
        let new = log.get(self.from..).unwrap_or_default().to_vec();
        self.from = log.len();
        let is_wanted = |event: &Event| {
            event.piece_of.is_none_or(|kind| self.deltas.iter().any(|wanted| wanted == kind))
        };
        new.into_iter().filter(is_wanted).collect()
    }
}

/// An event as it is sent. A piece has no id: who goes on behind it would miss the rest.
fn frame(event: &Event) -> String {
    let value = &event.value;
    let id = value["id"].as_str().map(|id| format!("id: {id}\n")).unwrap_or_default();
    let kind = value["type"].as_str().unwrap_or_default();
    format!("{id}event: {kind}\ndata: {value}\n\n")
}

/// The frames as a body. An error closes the connection, after what is before it was sent.
struct Frames {
    receiver: mpsc::Receiver<Frame>,
    failed: Option<io::Error>,
}

impl futures_core::Stream for Frames {
    type Item = Frame;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Frame>> {
        if let Some(error) = self.failed.take() {
            return Poll::Ready(Some(Err(error)));
        }
        match ready!(self.receiver.poll_recv(cx)) {
            Some(Err(error)) => {
                self.failed = Some(error);
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            frame => Poll::Ready(frame),
        }
    }
}
