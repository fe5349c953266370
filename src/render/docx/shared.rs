//! Parts that many documents have alike, such as their styles: made and compressed once.

use std::sync::{Arc, Mutex, PoisonError};

use super::xml::Element;
use crate::archive::Packed;

/// No more are remembered, so that the memory stays the same however many gemeenten there are.
const REMEMBERED: usize = 32;

/// Parts by all that decides what is in them.
pub struct Shared<K>(Mutex<Vec<(K, Arc<Packed>)>>);

impl<K: PartialEq> Shared<K> {
    pub const fn new() -> Shared<K> {
        Shared(Mutex::new(Vec::new()))
    }

    /// The part of this name; `make` makes it from nothing but the key.
    pub fn part(&self, name: &str, key: K, make: impl FnOnce(&K) -> Element) -> Arc<Packed> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, part)) = known().iter().find(|(one, _)| *one == key) {
            return Arc::clone(part);
        }
        // Not while others wait: that two may make the same is of no harm.
        let content = make(&key).to_part();
        let part = Arc::new(Packed::of(name, &content).expect("a zip archive in memory"));
        let mut known = known();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.push((key, Arc::clone(&part)));
        part
    }
}
