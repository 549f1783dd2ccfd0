//! The budget of retries: while most requests succeed there are always some, and when a service is
//! down they run out, so that its clients do not hold it down.

use std::sync::atomic::{AtomicU32, Ordering};

/// Enough for a hundred failures in a row.
const TOKENS: u32 = 500;

/// Tokens that retries take and successes give back.
#[derive(Debug)]
pub(super) struct Budget(AtomicU32);

impl Default for Budget {
    fn default() -> Self {
        Self(AtomicU32::new(TOKENS))
    }
}

impl Budget {
    /// Takes tokens. `false` where there are not enough; then none are taken.
    pub(super) fn spend(&self, tokens: u32) -> bool {
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(tokens))
            .is_ok()
    }

    /// Gives one back, up to as many as there were.
    pub(super) fn refill(&self) {
        // An error says that it is full.
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            (left < TOKENS).then_some(left + 1)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spent_comes_back_one_by_one_and_never_more() {
        let budget = Budget::default();
        budget.refill();
        assert_eq!((0..1000).filter(|_| budget.spend(5)).count(), 100);
        (0..4).for_each(|_| budget.refill());
        assert!(!budget.spend(5));
        budget.refill();
        assert!(budget.spend(5) && !budget.spend(1));
        (0..1000).for_each(|_| budget.refill());
        assert!(budget.spend(TOKENS) && !budget.spend(1));
    }

    #[test]
    fn threads_do_not_spend_a_token_twice() {
        let budget = Budget::default();
        let spend = || (0..200).filter(|_| budget.spend(1)).count();
        let total: usize = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(spend)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).sum()
        });
        assert_eq!(total, 500);
    }
}
