//! A transport that answers by rules.

use std::fmt::{self, Write as _};
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::Poll;
use std::time::Duration;

use super::reply::Reply;
use super::seen::Seen;
use crate::clock::TestClock;
use crate::lock::lock;
use crate::transport::{
    AttemptContext, Phase, RequestBody, Transport, TransportError, TransportFuture,
};

/// Answers the calls of a client by the names of their operations.
///
/// ```
/// # callsheet::client! { api Petshop { server "https://api.petshop.example/v1" for /v1 }
/// #     mod pets { POST /v1/pets as create { body { name: String } -> 201 Pet }
/// #     struct Pet { id: String } } }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// use callsheet::testing::MockTransport;
///
/// let mock = MockTransport::new();
/// mock.on("pets.create").times(1).reply_json(201, r#"{"id": "pet_1"}"#);
///
/// let shop = Petshop::builder().transport(mock.transport()).clock(mock.clock()).build().unwrap();
/// let pet = shop.pets().create("Rex").send().await.unwrap();
/// assert_eq!(pet.id, "pet_1");
/// assert_eq!(mock.seen()[0].json()["name"], "Rex");
/// # }
/// ```
///
/// The first rule for the operation that is not used up answers. A call without a rule fails, with
/// all rules in the error. Tokens are fetched by the operation `auth.token`. When the mock is dropped, a rule that was not used, or not as often as it
/// says, fails the test.
#[derive(Default)]
pub struct MockTransport {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    clock: TestClock,
}

#[derive(Default)]
struct State {
    rules: Vec<Entry>,
    seen: Vec<Seen>,
}

/// A rule as it is kept.
struct Entry {
    operation: String,
    replies: Vec<Reply>,
    /// How often it can be used. `None` for any number of times.
    limit: Option<usize>,
    is_optional: bool,
    used: usize,
    condition: Option<Condition>,
}

type Condition = Box<dyn Fn(&Seen) -> bool + Send + Sync>;

/// A rule that has no answer yet.
#[must_use = "a rule does nothing until it has a reply"]
pub struct Rule<'m> {
    mock: &'m MockTransport,
    operation: String,
    times: Option<usize>,
    is_optional: bool,
    condition: Option<Condition>,
}

impl MockTransport {
    /// A mock without rules.
    pub fn new() -> Self {
        Self::default()
    }

    /// The transport, for [`Builder::transport`](crate::Builder::transport).
    pub fn transport(&self) -> impl Transport {
        Mocked(Arc::clone(&self.shared))
    }

    /// The clock on which replies are delayed, for [`Builder::clock`](crate::Builder::clock).
    pub fn clock(&self) -> TestClock {
        self.shared.clock.clone()
    }

    /// Starts a rule for an operation, such as `sessions.create`.
    pub fn on(&self, operation: &str) -> Rule<'_> {
        let operation = operation.to_owned();
        Rule { mock: self, operation, times: None, is_optional: false, condition: None }
    }

    /// The requests so far, those without a rule included.
    pub fn seen(&self) -> Vec<Seen> {
        self.shared.state().seen.clone()
    }
}

impl Rule<'_> {
    /// It is for so many requests, no fewer and no more. By default it is for one or more.
    pub fn times(self, times: usize) -> Self {
        Self { times: Some(times), ..self }
    }

    /// It need not be used.
    pub fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    /// It is for such requests only.
    pub fn when(self, condition: impl Fn(&Seen) -> bool + Send + Sync + 'static) -> Self {
        Self { condition: Some(Box::new(condition)), ..self }
    }

    /// Answers with JSON: text, or a [`Json`](crate::Json).
    pub fn reply_json(self, status: u16, json: impl fmt::Display) {
        self.reply(Reply::json(status, json));
    }

    /// Answers.
    pub fn reply(self, reply: Reply) {
        let limit = self.times;
        self.add(vec![reply], limit);
    }

    /// Answers one request after the other; it is used up after the last reply. With
    /// [`times`](Self::times) the sequence starts again.
    pub fn sequence(self, replies: impl IntoIterator<Item = Reply>) {
        let replies: Vec<Reply> = replies.into_iter().collect();
        let limit = replies.len().saturating_mul(self.times.unwrap_or(1));
        self.add(replies, Some(limit));
    }

    /// Fails in a phase.
    pub fn fail(self, phase: Phase) {
        self.reply(Reply::fail(phase));
    }

    fn add(self, replies: Vec<Reply>, limit: Option<usize>) {
        let Self { mock, operation, is_optional, condition, .. } = self;
        let entry = Entry { operation, replies, limit, is_optional, used: 0, condition };
        mock.shared.state().rules.push(entry);
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// The reply to a request.
    fn reply(&self, seen: &Seen) -> Result<Reply, String> {
        let mut state = self.state();
        state.seen.push(seen.clone());
        let found = state.rules.iter_mut().find(|rule| rule.is_for(seen));
        found.and_then(Entry::next).ok_or_else(|| state.unmatched(seen))
    }
}

impl Entry {
    fn is_for(&self, seen: &Seen) -> bool {
        self.operation == seen.operation()
            && self.limit.is_none_or(|limit| self.used < limit)
            && self.condition.as_ref().is_none_or(|condition| condition(seen))
    }

    fn next(&mut self) -> Option<Reply> {
        let index = self.used.checked_rem(self.replies.len())?;
        self.used += 1;
        self.replies.get(index).cloned()
    }

    fn is_met(&self) -> bool {
        self.is_optional || self.limit.map_or(self.used > 0, |limit| self.used >= limit)
    }
}

/// The rule and its use, such as `pets.create (used 1 of 2 times)`.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let condition = if self.condition.is_some() { " under a condition" } else { "" };
        write!(f, "{}{condition} (used {}", self.operation, self.used)?;
        match self.limit {
            Some(limit) => write!(f, " of {limit} times)"),
            None if self.used == 1 => f.write_str(" time)"),
            None => f.write_str(" times)"),
        }
    }
}

impl State {
    /// Why there is no reply.
    fn unmatched(&self, seen: &Seen) -> String {
        let name = seen.operation();
        let mut text = format!("the mock has no rule for this call of `{name}`");
        if self.rules.is_empty() {
            text.push_str(", and no others");
        } else {
            let rules: Vec<String> = self.rules.iter().map(Entry::to_string).collect();
            // Writing to a string cannot fail.
            let _ = write!(text, "; its rules are for {}", rules.join(", "));
        }
        text
    }
}

/// What the client gets.
struct Mocked(Arc<Shared>);

impl Transport for Mocked {
    fn send(
        &self,
        request: http::Request<RequestBody>,
        context: &AttemptContext,
    ) -> TransportFuture {
        let (shared, context) = (Arc::clone(&self.0), context.clone());
        Box::pin(async move {
            let seen = Seen::read(request, &context).await?;
            let reply = shared.reply(&seen);
            let reply = reply.map_err(|text| TransportError::new(Phase::Refused, text))?;
            pass(&shared.clock, reply.delay).await;
            reply.play(&shared.clock)
        })
    }
}

/// Lets a time pass, and the limits that are shorter be reached: they are looked at before this is
/// polled again.
async fn pass(clock: &TestClock, delay: Duration) {
    if delay.is_zero() {
        return;
    }
    clock.advance(delay);
    let mut first = true;
    poll_fn(|cx| {
        if std::mem::take(&mut first) {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(())
    })
    .await;
}

impl Drop for MockTransport {
    #[allow(clippy::panic, reason = "a test is to fail")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let state = self.shared.state();
        let unmet: Vec<String> =
            state.rules.iter().filter(|rule| !rule.is_met()).map(Entry::to_string).collect();
        drop(state);
        assert!(unmet.is_empty(), "rules of the mock were not used: {}", unmet.join(", "));
    }
}

impl fmt::Debug for MockTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.shared.state();
        let rules: Vec<String> = state.rules.iter().map(Entry::to_string).collect();
        f.debug_struct("MockTransport")
            .field("rules", &rules)
            .field("seen", &state.seen.len())
            .finish()
    }
}

impl fmt::Debug for Rule<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule").field("operation", &self.operation).finish_non_exhaustive()
    }
}
