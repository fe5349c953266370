//! The typefaces that come with wep: for PDF, and for the pictures that other formats need.

/// The typeface of documents; all others only help out.
pub const BODY: &str = "Carlito";

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
