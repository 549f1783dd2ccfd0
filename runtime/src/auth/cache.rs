//! One token, fetched by one call at a time, whoever that is.
//!
//! A token has two windows before its end. In the first (120 s) whoever comes fetches a new one, and
//! all others go on with the old; if that fails, everybody does, and the next try is 5 s later. In
//! the second (30 s) everybody waits for the new one. Nothing is spawned: a fetch is part of the
//! call that started it, and if that call is dropped, the next one that waits takes over.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::future::poll_fn;
use std::hash::{BuildHasher, Hasher};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Poll, Waker};
use std::time::{Duration, Instant};

use http::HeaderValue;

use super::provider::{FetchContext, Token, TokenProvider};
use super::written;
use crate::clock::{Clock, Timed, Timer};
use crate::error::BoxError;
use crate::lock::lock;
use crate::value::Secret;

/// How long before its end a token is replaced if that is possible.
const ADVISORY: Duration = Duration::from_secs(120);
/// How long before its end a token is used no more.
const MANDATORY: Duration = Duration::from_secs(30);
/// The shortest life that has the whole windows; a shorter one has shorter ones, a tenth at most.
const WHOLE: Duration = Duration::from_secs(1200);
/// How long after a failure in the first window the next try is.
const COOL_DOWN: Duration = Duration::from_secs(5);
/// How long a try in the first window may take: there is a token that is still good.
const PATIENCE: Duration = Duration::from_secs(5);
/// The shortest life of a token, whatever it says of itself: no server is asked for each call.
const SHORTEST: Duration = Duration::from_secs(10);
/// The longest.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);
/// How many past tokens are kept out of what errors print.
const REMEMBERED: usize = 4;

/// A token, and who is fetching the next one.
#[derive(Default)]
pub(super) struct TokenCache {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    current: Option<Issued>,
    /// How many tokens there have been.
    generation: u64,
    /// How many fetches have been started, and how many of them have ended.
    started: u64,
    ended: u64,
    /// Why the last fetch failed, if it did.
    failure: Option<FetchError>,
    /// No fetch in the first window before this.
    cool_until: Option<Instant>,
    waiting: Vec<Waker>,
    recent: Vec<Secret>,
}

/// A token as it is sent.
#[derive(Clone)]
pub(super) struct Issued {
    pub(super) header: HeaderValue,
    pub(super) generation: u64,
    /// When the two windows begin. `None` for a token that does not expire.
    windows: Option<(Instant, Instant)>,
}

/// Why no token could be had. All calls that waited for it share it.
#[derive(Clone)]
pub(super) struct FetchError(Arc<dyn std::error::Error + Send + Sync>);

/// What a call that needs a token does next.
enum Next {
    Use(Issued),
    /// Fetch; the old token is good if that fails.
    Fetch(Option<Issued>),
    /// Wait for the end of the fetch with this number.
    Wait(u64),
}

impl TokenCache {
    /// The token, if there is one that is good.
    pub(super) fn ready(&self, now: Instant) -> Option<Issued> {
        let state = self.state();
        state.current.clone().filter(|issued| !issued.is_stale(now))
    }

    /// The token, fetched if need be.
    pub(super) async fn get(
        &self,
        clock: &dyn Clock,
        provider: &dyn TokenProvider,
        context: FetchContext<'_>,
    ) -> Result<Issued, FetchError> {
        loop {
            let next = self.state().next(clock.now());
            match next {
                Next::Use(issued) => return Ok(issued),
                Next::Wait(number) => self.end_of(number).await?,
                Next::Fetch(old) => return self.fetch(clock, provider, context, old).await,
            }
        }
    }

    /// Drops a token that the server has refused, unless there is a newer one.
    pub(super) fn invalidate(&self, generation: u64) {
        let mut state = self.state();
        if state.current.as_ref().is_some_and(|issued| issued.generation == generation) {
            state.current = None;
        }
    }

    /// The last tokens.
    pub(super) fn recent(&self) -> Vec<Secret> {
        self.state().recent.clone()
    }

    async fn fetch(
        &self,
        clock: &dyn Clock,
        provider: &dyn TokenProvider,
        context: FetchContext<'_>,
        old: Option<Issued>,
    ) -> Result<Issued, FetchError> {
        // From here on the end of the fetch is noted, even if this future is dropped.
        let flight = Flight { cache: self, clock, has_old: old.is_some() };
        let mut timer = Timer::start(clock, old.is_some().then_some(PATIENCE));
        let fetched = match timer.run(provider.fetch(context)).await {
            Timed::Done(fetched) => fetched,
            Timed::TimedOut => Err("no answer in time".into()),
        };
        let result = fetched.and_then(|token| {
            let header = written::bearer(token.value.expose()).map_err(|problem| {
                BoxError::from(format!("the token that was fetched {problem}"))
            })?;
            Ok((token, header))
        });
        let now = clock.now();
        let outcome = match result {
            Ok((token, header)) => Ok(self.state().issue(token, header, now)),
            Err(error) => Err(FetchError(Arc::from(error))),
        };
        if let Err(error) = &outcome {
            self.state().failure = Some(error.clone());
        }
        drop(flight);
        match (outcome, old) {
            (Err(_), Some(old)) => Ok(old),
            (outcome, _) => outcome,
        }
    }

    /// Waits for the end of a fetch. A failure is shared; a fetch that was given up is none.
    async fn end_of(&self, number: u64) -> Result<(), FetchError> {
        poll_fn(|cx| {
            let mut state = self.state();
            if state.ended < number {
                if !state.waiting.iter().any(|waker| waker.will_wake(cx.waker())) {
                    state.waiting.push(cx.waker().clone());
                }
                return Poll::Pending;
            }
            match &state.failure {
                Some(failure) if state.ended == number => Poll::Ready(Err(failure.clone())),
                _ => Poll::Ready(Ok(())),
            }
        })
        .await
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }
}

impl State {
    fn next(&mut self, now: Instant) -> Next {
        let is_fetching = self.started > self.ended;
        let current = self.current.clone().filter(|issued| !issued.is_stale(now));
        match current {
            Some(issued) => {
                let cools = self.cool_until.is_some_and(|until| now < until);
                if is_fetching || cools || !issued.is_old(now) {
                    return Next::Use(issued);
                }
                self.start();
                Next::Fetch(Some(issued))
            }
            None if is_fetching => Next::Wait(self.started),
            None => {
                self.start();
                Next::Fetch(None)
            }
        }
    }

    fn start(&mut self) {
        self.started += 1;
        self.failure = None;
    }

    fn issue(&mut self, token: Token, header: HeaderValue, now: Instant) -> Issued {
        self.generation += 1;
        let windows = token.expires_in.and_then(|life| windows(now, life, jitter()));
        let issued = Issued { header, generation: self.generation, windows };
        self.current = Some(issued.clone());
        self.cool_until = None;
        if self.recent.len() == REMEMBERED {
            self.recent.remove(0);
        }
        self.recent.push(token.value);
        issued
    }
}

impl Issued {
    fn is_old(&self, now: Instant) -> bool {
        self.windows.is_some_and(|(advisory, _)| now >= advisory)
    }

    fn is_stale(&self, now: Instant) -> bool {
        self.windows.is_some_and(|(_, mandatory)| now >= mandatory)
    }
}

/// When the two windows of a token begin. `None` where the clock does not reach that far.
fn windows(now: Instant, life: Duration, jitter: f64) -> Option<(Instant, Instant)> {
    let life = life.clamp(SHORTEST, LONGEST);
    let scale = (life.as_secs_f64() / WHOLE.as_secs_f64()).min(1.0) * jitter;
    let begin = |window: Duration| now.checked_add(life.saturating_sub(window.mul_f64(scale)));
    Some((begin(ADVISORY)?, begin(MANDATORY)?))
}

/// A factor of 0.9 to 1.1, so that many clients do not ask at once.
fn jitter() -> f64 {
    let random = RandomState::new().build_hasher().finish();
    0.9 + f64::from(u16::try_from(random % 1000).unwrap_or_default()) / 5000.0
}

/// A fetch that is under way. When it ends, however that is, those who wait are woken.
struct Flight<'c> {
    cache: &'c TokenCache,
    clock: &'c dyn Clock,
    has_old: bool,
}

impl Drop for Flight<'_> {
    fn drop(&mut self) {
        let now = self.clock.now();
        let mut state = self.cache.state();
        state.ended = state.started;
        // A token that was good before is still: there is no hurry.
        if self.has_old && state.current.as_ref().is_none_or(|issued| issued.is_old(now)) {
            state.cool_until = now.checked_add(COOL_DOWN);
        }
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        waiting.into_iter().for_each(Waker::wake);
    }
}

impl fmt::Debug for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::error::Error for FetchError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_a_tenth_of_a_life_at_most() {
        let now = Instant::now();
        let before_end = |life: u64| {
            let (advisory, mandatory) = windows(now, Duration::from_secs(life), 1.0).unwrap();
            let end = now + Duration::from_secs(life);
            ((end - advisory).as_secs(), (end - mandatory).as_secs())
        };
        assert_eq!(before_end(3600), (120, 30));
        assert_eq!(before_end(1200), (120, 30));
        assert_eq!(before_end(400), (40, 10));
    }

    #[test]
    fn f111_odd_lives_are_bounded() {
        let now = Instant::now();
        let (_, mandatory) = windows(now, Duration::ZERO, 1.1).unwrap();
        assert!(mandatory > now + Duration::from_secs(9));
        assert!(windows(now, Duration::MAX, 1.0).is_some());
    }

    #[test]
    fn f110_a_late_refusal_leaves_a_newer_token() {
        let cache = TokenCache::default();
        let now = Instant::now();
        let issue = |text: &'static str| {
            cache.state().issue(Token::new(text), HeaderValue::from_static(text), now)
        };
        let (first, second) = (issue("one"), issue("two"));
        cache.invalidate(first.generation);
        assert_eq!(cache.ready(now).unwrap().header, "two");
        cache.invalidate(second.generation);
        assert!(cache.ready(now).is_none());
    }

    #[test]
    fn jitter_is_small() {
        for _ in 0..100 {
            assert!((0.9..=1.1).contains(&jitter()));
        }
    }
}
