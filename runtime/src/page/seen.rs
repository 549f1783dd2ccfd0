//! What has been asked for before, so that pages that lead back to one another come to an end.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

/// The cursors so far, 8 bytes each however long they are.
#[derive(Debug, Default)]
pub(super) struct Seen {
    keys: RandomState,
    hashes: HashSet<u64>,
}

impl Seen {
    /// Notes a cursor. `false` if it has been noted before.
    pub(super) fn insert(&mut self, cursor: &str) -> bool {
        self.hashes.insert(self.keys.hash_one(cursor))
    }
}
