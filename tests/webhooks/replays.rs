//! Deliveries that come again.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use callsheet::BoxError;
use callsheet::webhook::{MemoryReplayStore, ReplayStore};

use super::*;

/// A clock that is moved by hand.
fn clock() -> (Arc<AtomicU64>, impl Fn() -> SystemTime + Send + Sync + 'static) {
    let seconds = Arc::new(AtomicU64::new(NOW));
    let clock = Arc::clone(&seconds);
    (seconds, move || at(clock.load(Ordering::SeqCst)))
}

#[test]
fn a_delivery_is_taken_once() {
    let verifier = verifier(slack::command().replay_window(Duration::from_secs(600)));
    let sent = verifier.sign(b"x");
    verifier.verify(&sent, b"x").unwrap();
    let error = verifier.verify(&sent, b"x").unwrap_err();
    assert_eq!(error.status(), callsheet::http::StatusCode::CONFLICT);
    assert_eq!(kind::<()>(Err(error)), WebhookErrorKind::Replayed);
    assert_eq!(kind(verifier.clone().verify(&sent, b"x")), WebhookErrorKind::Replayed);
    // Another is another.
    verifier.verify(&verifier.sign(b"y"), b"y").unwrap();
}

#[test]
fn without_a_window_nothing_is_remembered() {
    let verifier = verifier(slack::command());
    let sent = verifier.sign(b"x");
    verifier.verify(&sent, b"x").unwrap();
    verifier.verify(&sent, b"x").unwrap();
}

#[test]
fn a_message_that_the_service_sends_again_is_no_replay() {
    let verifier = standard()
        .secret(STANDARD_SECRET)
        .now(|| at(NOW))
        .replay_window(Duration::from_secs(600))
        .build()
        .unwrap();
    let first = verifier.sign_as("msg_1", at(NOW - 5), b"1");
    let second = verifier.sign_as("msg_1", at(NOW), b"1");
    let ids = [first, second]
        .map(|sent| verifier.verify_with_meta(&sent, b"1").unwrap().id().map(str::to_owned));
    assert_eq!(ids, [Some("msg_1".to_owned()), Some("msg_1".to_owned())]);
}

#[test]
fn another_signature_of_the_same_delivery_is_a_replay() {
    let next = stripe::event().secret("next").now(|| at(NOW)).build().unwrap();
    let last = stripe::event().secret("last").now(|| at(NOW)).build().unwrap();
    let both = stripe::event()
        .secret("next")
        .secret("last")
        .now(|| at(NOW))
        .replay_window(Duration::from_secs(120))
        .build()
        .unwrap();
    both.verify(&next.sign(CHARGE), CHARGE).unwrap();
    assert_eq!(kind(both.verify(&last.sign(CHARGE), CHARGE)), WebhookErrorKind::Replayed);
}

#[test]
fn what_is_forged_is_not_remembered() {
    let verifier = verifier(slack::command().replay_window(Duration::from_secs(600)));
    let sent = verifier.sign(b"x");
    let mut forged = sent.clone();
    let zeros = format!("v0={}", "0".repeat(64));
    forged.insert("x-slack-signature", HeaderValue::from_str(&zeros).unwrap());
    assert_eq!(kind(verifier.verify(&forged, b"x")), WebhookErrorKind::Mismatch);
    verifier.verify(&sent, b"x").unwrap();
}

#[test]
fn a_delivery_is_remembered_for_as_long_as_it_is_good() {
    let (seconds, now) = clock();
    let verifier = slack::command()
        .secret(SECRET)
        .now(now)
        .replay_store(MemoryReplayStore::new(10))
        .build()
        .unwrap();
    // The latest that there is: it is good for twice the tolerance.
    let sent = verifier.sign_as("", at(NOW + 300), b"x");
    verifier.verify(&sent, b"x").unwrap();
    seconds.store(NOW + 600, Ordering::SeqCst);
    assert_eq!(kind(verifier.verify(&sent, b"x")), WebhookErrorKind::Replayed);
    seconds.store(NOW + 601, Ordering::SeqCst);
    assert_eq!(kind(verifier.verify(&sent, b"x")), WebhookErrorKind::Stale);
}

#[test]
fn a_full_store_refuses_and_makes_room() {
    let (seconds, now) = clock();
    let verifier = slack::command()
        .secret(SECRET)
        .now(now)
        .replay_store(MemoryReplayStore::new(2))
        .build()
        .unwrap();
    for body in [b"a", b"b"] {
        verifier.verify(&verifier.sign(body), body).unwrap();
    }
    let error = verifier.verify(&verifier.sign(b"c"), b"c").unwrap_err();
    assert_eq!(error.status(), callsheet::http::StatusCode::SERVICE_UNAVAILABLE);
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(source, "the store is full: 2 deliveries are remembered");
    assert_eq!(kind::<()>(Err(error)), WebhookErrorKind::Store);
    seconds.store(NOW + 601, Ordering::SeqCst);
    verifier.verify(&verifier.sign(b"c"), b"c").unwrap();
}

#[test]
fn a_scheme_without_a_timestamp_remembers_for_the_window() {
    let (seconds, now) = clock();
    let day = Duration::from_secs(86_400);
    let verifier = github::text().secret(SECRET).now(now).replay_window(day).build().unwrap();
    let sent = verifier.sign(b"x");
    verifier.verify(&sent, b"x").unwrap();
    seconds.store(NOW + 86_400, Ordering::SeqCst);
    assert_eq!(kind(verifier.verify(&sent, b"x")), WebhookErrorKind::Replayed);
    seconds.store(NOW + 86_401, Ordering::SeqCst);
    verifier.verify(&sent, b"x").unwrap();
}

/// What a store is asked.
#[derive(Clone, Default)]
struct Asked(Arc<Mutex<Vec<(String, SystemTime, SystemTime)>>>);

impl ReplayStore for Asked {
    fn remember(&self, digest: &str, now: SystemTime, until: SystemTime) -> Result<bool, BoxError> {
        self.0.lock().unwrap().push((digest.to_owned(), now, until));
        Ok(true)
    }
}

#[test]
fn a_store_of_ones_own_is_asked_once_a_delivery() {
    let asked = Asked::default();
    let verifier =
        verifier(github::text().replay_store(asked.clone()).replay_window(Duration::from_secs(9)));
    verifier.verify(&verifier.sign(b"Hello, World!"), b"Hello, World!").unwrap();
    // The SHA-256 of what is signed.
    let digest = "dffd6021bb2bd5b0af676290809ec3a53191dd81c7f70a4b28688a362182986f";
    assert_eq!(*asked.0.lock().unwrap(), [(digest.to_owned(), at(NOW), at(NOW + 9))]);
}

#[test]
fn many_threads_take_a_delivery_once() {
    let verifier = verifier(slack::command().replay_window(Duration::from_secs(600)));
    let sent = verifier.sign(b"x");
    let taken = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| usize::from(verifier.verify(&sent, b"x").is_ok())))
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum::<usize>()
    });
    assert_eq!(taken, 1);
}
