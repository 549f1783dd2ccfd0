//! Lists and maps.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Blank, List, Map, Slot, Value, View};

impl<T: Value> Value for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl<T: Value> Blank for Vec<T> {
    const BLANK: Self = Self::new();
}

impl<T: Value> List for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, index: usize) -> Option<&dyn Value> {
        self.as_slice().get(index).map(|value| value as &dyn Value)
    }

    fn push_blank(&mut self) -> Slot<'_> {
        let index = self.len();
        self.push(T::blank());
        // Just pushed.
        #[allow(clippy::indexing_slicing)]
        self[index].slot()
    }
}

/// A key of a map: text, or a type made from text.
pub trait Key: From<String> + AsRef<str> + Ord + Send + Sync {}

impl<K: From<String> + AsRef<str> + Ord + Send + Sync> Key for K {}

impl<K: Key, V: Value> Value for BTreeMap<K, V> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl<K: Key, V: Value> Blank for BTreeMap<K, V> {
    const BLANK: Self = Self::new();
}

impl<K: Key, V: Value> Map for BTreeMap<K, V> {
    fn len(&self) -> usize {
        self.len()
    }

    fn for_each(&self, visit: &mut dyn FnMut(&str, &dyn Value) -> bool) {
        for (key, value) in self {
            if !visit(key.as_ref(), value) {
                return;
            }
        }
    }

    fn get(&self, key: &str) -> Option<&dyn Value> {
        self.get(&K::from(key.to_owned())).map(|value| value as &dyn Value)
    }

    fn remove(&mut self, key: &str) {
        self.remove(&K::from(key.to_owned()));
    }

    fn insert_blank(&mut self, key: String) -> Slot<'_> {
        match self.entry(K::from(key)) {
            Entry::Vacant(entry) => entry.insert(V::blank()).slot(),
            Entry::Occupied(entry) => {
                let value = entry.into_mut();
                *value = V::blank();
                value.slot()
            }
        }
    }
}
