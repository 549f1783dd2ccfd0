//! A clock for tests, on which no time passes by itself.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Poll, Waker};
use std::time::{Duration, Instant};

use super::{Clock, Sleep};
use crate::lock::lock;

/// A clock for tests, on which no time passes by itself.
///
/// The waits between attempts are over at once, and move the clock. Time limits are reached only
/// when the test moves it with [`advance`](Self::advance). Clones are one clock.
///
/// ```
/// use std::time::Duration;
/// use callsheet::{Clock, TestClock};
///
/// let clock = TestClock::new();
/// let start = clock.now();
/// clock.advance(Duration::from_secs(60));
/// assert_eq!(clock.now() - start, Duration::from_secs(60));
/// ```
#[derive(Debug, Clone)]
pub struct TestClock(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    now: Instant,
    pauses: Vec<Duration>,
    /// Those who wait for a limit.
    wakers: Vec<Waker>,
}

impl Default for TestClock {
    fn default() -> Self {
        Self::new()
    }
}

impl TestClock {
    /// A clock that stands still.
    pub fn new() -> Self {
        let state = State { now: Instant::now(), pauses: Vec::new(), wakers: Vec::new() };
        Self(Arc::new(Mutex::new(state)))
    }

    /// Moves the clock. Who waits for a limit that is reached by that goes on.
    pub fn advance(&self, duration: Duration) {
        let wakers = {
            let mut state = self.state();
            state.now = later(state.now, duration);
            std::mem::take(&mut state.wakers)
        };
        wakers.into_iter().for_each(Waker::wake);
    }

    /// The waits between attempts so far.
    pub fn pauses(&self) -> Vec<Duration> {
        self.state().pauses.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.0)
    }
}

impl Clock for TestClock {
    fn now(&self) -> Instant {
        self.state().now
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let clock = self.clone();
        let end = later(self.now(), duration);
        Box::pin(poll_fn(move |cx| {
            let mut state = clock.state();
            if state.now >= end {
                return Poll::Ready(());
            }
            state.wakers.push(cx.waker().clone());
            Poll::Pending
        }))
    }

    fn pause(&self, duration: Duration) -> Sleep {
        self.state().pauses.push(duration);
        self.advance(duration);
        Box::pin(std::future::ready(()))
    }
}

/// A time after another, or a century after it where there is none so late.
fn later(start: Instant, duration: Duration) -> Instant {
    const CENTURY: Duration = Duration::from_secs(100 * 365 * 86_400);
    start.checked_add(duration).or_else(|| start.checked_add(CENTURY)).unwrap_or(start)
}
