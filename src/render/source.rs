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
        // Fields have no names here: nothing that comes here leaves one out at will (`skip_serializing_if`), but for two of a
        // document that the test below tells apart. What cannot be written so, such as a list of which the length is not known beforehand, can be told.
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
    use crate::tree::{Document, Face, Layout, Meta, Paper, Theme};

    #[test]
    fn another_text_another_format_and_nothing_else_make_another_fingerprint() {
        let named = |title: &str| Document { meta: Meta { title: title.into(), ..Meta::default() }, body: Vec::new() };
        let fingerprint = |title: &str, sort| Source::of(&named(title)).fingerprint(sort);
        let first = fingerprint("Convenant", "docx");
        assert_eq!(first, fingerprint("Convenant", "docx"));
        assert_ne!(first, fingerprint("Convenant", "pdf"));
        assert_ne!(first, fingerprint("Flyer", "docx"));
    }

    #[test]
    fn a_field_that_is_left_out_makes_no_two_documents_alike() {
        let colour = |code: &str| Theme { accent: Some(code.parse().unwrap()), ..Theme::default() };
        let second = Theme { accent: None, second: colour("#010203").accent, ..Theme::default() };
        let face = Theme { face: Face::LiberationSans, ..Theme::default() };
        let themes = [Theme::default(), colour("#000000"), colour("#010203"), second, face];
        let layouts = [Layout::Report, Layout::Poster(Paper::A4), Layout::Poster(Paper::A3), Layout::Leaflet];
        let mut seen = std::collections::BTreeSet::new();
        for theme in &themes {
            for layout in layouts {
                let meta = Meta { theme: theme.clone(), layout, ..Meta::default() };
                assert!(
                    seen.insert(Source::of(&Document { meta, body: Vec::new() }).fingerprint("docx")),
                    "{theme:?} {layout:?}"
                );
            }
        }
    }
}
