//! How wide a text is, in the face that all formats share.

use std::sync::LazyLock;

use ttf_parser::Face;

const REGULAR: &[u8] = include_bytes!("../../templates/layout/fonts/Carlito-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../templates/layout/fonts/Carlito-Bold.ttf");

/// A letter that the face does not have is counted as wide as most that stand in for it.
const UNKNOWN: f64 = 1.0;

/// A face, with how wide each letter of ASCII is in parts of its size: nearly all letters are of these.
struct Measured {
    face: Face<'static>,
    ascii: [f64; 128],
}

impl Measured {
    fn of(file: &'static [u8]) -> Option<Measured> {
        let face = Face::parse(file, 0).ok()?;
        let ascii = std::array::from_fn(|code| advance(&face, char::from(code as u8)));
        Some(Measured { face, ascii })
    }

    fn width(&self, letter: char) -> f64 {
        self.ascii.get(letter as usize).copied().unwrap_or_else(|| advance(&self.face, letter))
    }
}

fn advance(face: &Face, letter: char) -> f64 {
    let units = face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph));
    units.map_or(UNKNOWN, |units| f64::from(units) / f64::from(face.units_per_em()))
}

/// The width in points of a text in type of this size. Kerning is left out, so that the text is never wider.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    static FACES: [LazyLock<Option<Measured>>; 2] =
        [LazyLock::new(|| Measured::of(REGULAR)), LazyLock::new(|| Measured::of(BOLD))];
    match &*FACES[usize::from(bold)] {
        Some(face) => text.chars().map(|letter| face.width(letter)).sum::<f64>() * size,
        None => text.chars().count() as f64 * size,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        let width = text_width("Veldrijk", 10.0, false);
        assert!((30.0..45.0).contains(&width), "{width}");
        assert_eq!(text_width("Veldrijk", 20.0, false), 2.0 * width);
        assert!(text_width("Veldrijk", 10.0, true) > width);
        assert_eq!(text_width("", 10.0, false), 0.0);
        assert_eq!(text_width("日本", 10.0, false), 20.0);
    }
}
