//! What a file is made of, as a fingerprint: with the same one, rendering again would give the same bytes.

use sha2::{Digest, Sha256};

use super::Format;
use crate::tree::Document;

/// The mark of this build: its code, its templates and its libraries.
const BUILD: &str = env!("WEP_BUILD");

/// A document as what files are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source([u8; 32]);

impl Source {
    pub fn of(document: &Document) -> Source {
        let tree = match serde_json::to_vec(document) {
            Ok(tree) => Sha256::digest(tree),
            // A number that is none cannot be written as JSON.
            Err(_) => Sha256::digest(format!("{document:?}")),
        };
        Source(tree.into())
    }

    /// Of the file in this format, by this build of wep: a SHA-256.
    pub fn fingerprint(self, format: Format) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(BUILD);
        sha.update(format.extension());
        sha.update(self.0);
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
