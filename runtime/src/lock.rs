//! Mutexes whose holders leave nothing half done.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks a mutex, even if somebody panicked who held it.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
