//! What setters of lists and maps do with the items that a caller passes.

use std::collections::BTreeMap;

/// A list of items that become the list's own type.
pub fn list<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}

/// A map of entries that become the map's own types. Of two entries with one key the last stays.
pub fn map<K: Ord, V>(
    entries: impl IntoIterator<Item = (impl Into<K>, impl Into<V>)>,
) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        map.insert(key.into(), value.into());
    }
    map
}

/// A value that is filled before it is sent.
pub fn blank<T: crate::value::Value>() -> T {
    T::blank()
}
