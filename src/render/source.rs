//! What a file is made of, as a fingerprint: with the same one, rendering again would give the same bytes.

use sha2::{Digest, Sha256};

use super::Format;
use crate::tree::Document;

/// The mark of this build: its code, its templates and its libraries.
const BUILD: &str = env!("WEP_BUILD");

/// A document as what files are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    tree: [u8; 32],
    size: usize,
}

impl Source {
    pub fn of(document: &Document) -> Source {
        // A number that is none cannot be written as JSON.
        let tree = serde_json::to_vec(document).unwrap_or_else(|_| format!("{document:?}").into_bytes());
        Source { tree: Sha256::digest(&tree).into(), size: tree.len() }
    }

    /// How much there is to render, in bytes of the document written down.
    pub fn size(self) -> usize {
        self.size
    }

    /// Of the file in this format, by this build of wep: a SHA-256.
    pub fn fingerprint(self, format: Format) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(BUILD);
        sha.update(format.extension());
        sha.update(self.tree);
        sha.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Meta;

    #[test]
    fn another_text_another_format_and_nothing_else_make_another_fingerprint() {
        let named = |title: &str| Document { meta: Meta { title: title.into(), ..Meta::default() }, body: Vec::new() };
        let fingerprint = |title: &str, format| Source::of(&named(title)).fingerprint(format);
        let first = fingerprint("Convenant", Format::Docx);
        assert_eq!(first, fingerprint("Convenant", Format::Docx));
        assert_ne!(first, fingerprint("Convenant", Format::Pdf));
        assert_ne!(first, fingerprint("Flyer", Format::Docx));
    }
}
