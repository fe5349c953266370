//! What is made once for all documents that have it alike: a picture, a part of a Word file.

use std::sync::{Mutex, PoisonError};

/// No more are remembered, so that the memory stays the same however many gemeenten there are.
const MOST: usize = 32;

/// What was made, by all that decides what is in it.
pub(super) struct Remembered<K, V>(Mutex<Vec<(K, V)>>);

impl<K: PartialEq, V: Clone> Remembered<K, V> {
    pub const fn new() -> Remembered<K, V> {
        Remembered(Mutex::new(Vec::new()))
    }

    /// What was made of this key, or what `make` now makes of nothing but that.
    pub fn get(&self, key: K, make: impl FnOnce(&K) -> V) -> V {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, value)) = known().iter().find(|(one, _)| *one == key) {
            return value.clone();
        }
        // Nobody waits for it: that two may make the same is of no harm.
        let value = make(&key);
        let mut known = known();
        if known.len() >= MOST {
            known.clear();
        }
        known.push((key, value.clone()));
        value
    }
}
