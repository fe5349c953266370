//! The embedded fonts, loaded once.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::render::faces::{BODY, FILES, LIBERATION_SANS, measures};
use crate::tree::Face;

/// The families of a document without a house style, in the order in which they are tried. Emoji come before the symbols,
/// so that joined ones stay together.
const FAMILIES: [&str; 6] =
    [BODY, "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Emoji", "Noto Sans Math", "Noto Sans Symbols2"];

/// The families for a document in this typeface, in the order in which they are tried.
pub fn families(face: Face) -> Vec<&'static str> {
    let own = Some(measures(face).family).filter(|family| *family != BODY);
    own.into_iter().chain(FAMILIES).collect()
}

pub struct Fonts {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
}

pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> =
        FILES.iter().chain(&LIBERATION_SANS).flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

impl Fonts {
    /// Whether any font of a document in this typeface has a glyph for the character.
    pub fn cover(&self, character: char, face: Face) -> bool {
        let families = families(face);
        let mut fonts = self.fonts.iter().filter(|font| families.contains(&font.info().family.as_str()));
        fonts.any(|font| font.info().coverage.contains(character.into()))
    }

    /// Whether the typeface that drawings are set in has it.
    pub fn body_covers(&self, character: char) -> bool {
        self.fonts.first().is_some_and(|font| font.info().coverage.contains(character.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_font_of_a_known_family() {
        let mut families: Vec<&str> = FONTS.fonts.iter().map(|font| font.info().family.as_str()).collect();
        assert_eq!(families.len(), FILES.len() + LIBERATION_SANS.len());
        families.sort_unstable();
        families.dedup();
        let mut known = super::families(Face::LiberationSans);
        known.sort_unstable();
        assert_eq!(families, known);
        assert!(FONTS.body_covers(super::super::glyphs::BOX));
    }
}
