//! What a file is made of, as a fingerprint: with the same one, rendering again would give the same bytes.

use sha2::{Digest, Sha256};

use super::Format;
use crate::tree::Document;

/// The mark of this build: its code, its templates and its libraries.
const BUILD: &str = env!("WEP_BUILD");

/// Of a document, in this format and by this build of wep: a SHA-256.
pub fn fingerprint(document: &Document, format: Format) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(BUILD);
    sha.update(format.extension());
    match serde_json::to_vec(document) {
        Ok(tree) => sha.update(tree),
        // A number that is none cannot be written as JSON.
        Err(_) => sha.update(format!("{document:?}")),
    }
    sha.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Meta;

    #[test]
    fn another_text_another_format_and_nothing_else_make_another_fingerprint() {
        let named = |title: &str| Document { meta: Meta { title: title.into(), ..Meta::default() }, body: Vec::new() };
        let first = fingerprint(&named("Convenant"), Format::Docx);
        assert_eq!(first, fingerprint(&named("Convenant"), Format::Docx));
        assert_ne!(first, fingerprint(&named("Convenant"), Format::Pdf));
        assert_ne!(first, fingerprint(&named("Flyer"), Format::Docx));
    }
}
