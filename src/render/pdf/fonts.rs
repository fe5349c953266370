//! The embedded fonts, loaded once.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::render::faces::{BODY, FILES};

/// The families in the order in which they are tried. Emoji come before the symbols, so that joined ones stay together.
pub const FAMILIES: [&str; 6] =
    [BODY, "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Emoji", "Noto Sans Math", "Noto Sans Symbols2"];

pub struct Fonts {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
}

pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

impl Fonts {
    /// Whether any font has a glyph for the character.
    pub fn cover(&self, character: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(character.into()))
    }

    /// Whether the typeface of the document itself has it.
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
        assert_eq!(families.len(), FILES.len());
        families.sort_unstable();
        families.dedup();
        let mut known = FAMILIES;
        known.sort_unstable();
        assert_eq!(families, known);
        assert!(FONTS.body_covers(super::super::glyphs::BOX));
    }
}
