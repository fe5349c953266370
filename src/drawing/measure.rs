//! How wide a text is, in the face that all formats share.

use std::sync::OnceLock;

use ttf_parser::Face;

const REGULAR: &[u8] = include_bytes!("../../templates/layout/fonts/Carlito-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../templates/layout/fonts/Carlito-Bold.ttf");

/// A letter that the face does not have is counted as wide as most that stand in for it.
const UNKNOWN: f64 = 1.0;

/// The width in points of a text in type of this size. Kerning is left out, so that the text is never wider.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    static FACES: OnceLock<[Option<Face>; 2]> = OnceLock::new();
    let faces = FACES.get_or_init(|| [Face::parse(REGULAR, 0).ok(), Face::parse(BOLD, 0).ok()]);
    let Some(face) = &faces[usize::from(bold)] else { return text.chars().count() as f64 * size };
    let per_em = f64::from(face.units_per_em());
    let advance = |letter| face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph));
    text.chars().map(|letter| advance(letter).map_or(UNKNOWN, |units| f64::from(units) / per_em)).sum::<f64>() * size
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
