//! What a file is made of, as a fingerprint: with the same one, rendering again would give the same bytes.

use std::fmt::Debug;

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The mark of this build: its code, its templates and its libraries.
const BUILD: &str = env!("WEP_BUILD");

/// A document, or other data, as what files are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    data: [u8; 32],
    size: usize,
}

impl Source {
    pub fn of(data: &(impl Serialize + Debug)) -> Source {
        // What cannot be written so, such as a list of which the length is not known beforehand, can be told.
        let written = postcard::to_extend(data, Vec::new()).unwrap_or_else(|_| format!("{data:?}").into_bytes());
        Source { data: Sha256::digest(&written).into(), size: written.len() }
    }

    /// How much there is to render, in bytes of the data written down.
    pub fn size(self) -> usize {
        self.size
    }

    /// Of the file of this sort that this build of wep makes of it, such as `docx`: a SHA-256.
    pub fn fingerprint(self, sort: &str) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(BUILD);
        sha.update(sort);
        sha.update(self.data);
        sha.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Document, Meta};

    #[test]
    fn another_text_another_format_and_nothing_else_make_another_fingerprint() {
        let named = |title: &str| Document { meta: Meta { title: title.into(), ..Meta::default() }, body: Vec::new() };
        let fingerprint = |title: &str, sort| Source::of(&named(title)).fingerprint(sort);
        let first = fingerprint("Convenant", "docx");
        assert_eq!(first, fingerprint("Convenant", "docx"));
        assert_ne!(first, fingerprint("Convenant", "pdf"));
        assert_ne!(first, fingerprint("Flyer", "docx"));
    }
}
