//! Time, as the send path sees it: a seam for tests with a clock of their own, and for platforms
//! without tokio.

mod test;

use std::future::Future;
use std::pin::Pin;
use std::task::Poll;
use std::time::{Duration, Instant};

pub use test::TestClock;

/// A future that ends when the time is over.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Tells the time and waits.
pub trait Clock: Send + Sync + 'static {
    /// The time now. It never goes back.
    fn now(&self) -> Instant;
    /// Waits. The wait starts when this is called, not when the future is first polled.
    fn sleep(&self, duration: Duration) -> Sleep;

    /// Waits between two attempts, while nothing else is going on. The same as
    /// [`sleep`](Self::sleep), unless a clock for tests has no patience.
    fn pause(&self, duration: Duration) -> Sleep {
        self.sleep(duration)
    }
}

/// The clock of tokio. A call must be awaited inside a tokio runtime.
#[cfg(feature = "tokio")]
#[derive(Debug, Clone, Copy, Default)]
pub struct TokioClock;

#[cfg(feature = "tokio")]
impl Clock for TokioClock {
    fn now(&self) -> Instant {
        tokio::time::Instant::now().into_std()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// What came of a future with a time limit.
pub(crate) enum Timed<T> {
    /// It was done in time.
    Done(T),
    /// The time was over first.
    TimedOut,
}

/// A time limit that several waits share.
pub(crate) struct Timer {
    sleep: Option<Sleep>,
}

impl Timer {
    /// Starts a limit. `None` is no limit.
    pub(crate) fn start(clock: &dyn Clock, limit: Option<Duration>) -> Self {
        Self { sleep: limit.map(|limit| clock.sleep(limit)) }
    }

    /// Waits for a future, but not longer than what is left. The caller pins it: here it would be
    /// held twice.
    pub(crate) async fn run<F: Future + Unpin>(&mut self, mut future: F) -> Timed<F::Output> {
        let Some(sleep) = &mut self.sleep else { return Timed::Done(future.await) };
        std::future::poll_fn(|cx| {
            // The work first: what is ready when the time is over still counts.
            if let Poll::Ready(value) = Pin::new(&mut future).poll(cx) {
                return Poll::Ready(Timed::Done(value));
            }
            sleep.as_mut().poll(cx).map(|()| Timed::TimedOut)
        })
        .await
    }
}
