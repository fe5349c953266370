//! The typefaces that come with wep: for PDF, and for the pictures that other formats need.

#[cfg(feature = "pdf")]
use crate::tree::Face;

/// The typeface of documents without a house style, and of drawings; all others only help out.
pub const BODY: &str = "Carlito";

/// How a typeface is called, and the measures that a layout needs of it, in parts of its size.
#[cfg(feature = "pdf")]
pub struct Measures {
    pub family: &'static str,
    pub space: f64,
    /// The height of its capitals.
    pub capitals: f64,
}

#[cfg(feature = "pdf")]
pub const fn measures(face: Face) -> Measures {
    match face {
        Face::Carlito => Measures { family: BODY, space: 0.226, capitals: 0.644 },
        Face::LiberationSans => Measures { family: "Liberation Sans", space: 0.278, capitals: 0.688 },
    }
}

macro_rules! embedded {
    ($($file:literal),* $(,)?) => {
        [$(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/layout/fonts/", $file)) as &'static [u8]),*]
    };
}

/// The font files, those of the body first.
pub const FILES: [&[u8]; 9] = embedded!(
    "Carlito-Regular.ttf",
    "Carlito-Bold.ttf",
    "Carlito-Italic.ttf",
    "Carlito-BoldItalic.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoEmoji-Regular.ttf",
    "NotoSansMath-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
);

/// The files of the other typeface that a house style can choose.
#[cfg(feature = "pdf")]
pub const LIBERATION_SANS: [&[u8]; 4] = embedded!(
    "LiberationSans-Regular.ttf",
    "LiberationSans-Bold.ttf",
    "LiberationSans-Italic.ttf",
    "LiberationSans-BoldItalic.ttf",
);
