//! The quiet design that HTML, DOCX and PDF share: colours as six hexadecimal digits, sizes in points.

/// Headings, rules and links; 8.9 : 1 on white.
pub const ACCENT: &str = "1F4E6B";
/// Behind header cells.
pub const ACCENT_TINT: &str = "E4EDF2";
/// Lines of tables and boxes.
pub const LINE: &str = "A9B8C2";
/// Sources, footers and other quiet text; 6.6 : 1 on white.
pub const QUIET: &str = "4F5B63";
/// Text and strong lines of drawings; 16 : 1 on white.
pub const INK: &str = "1B2227";
/// Behind everything.
pub const PAPER: &str = "FFFFFF";
/// The second colour of drawings, lighter than the accent; 5.0 : 1 on white.
pub const SECOND: &str = "B45309";
/// A tint of it to lie under ink, darker than that of the accent; 11 : 1.
pub const SECOND_TINT: &str = "F7D3AC";
/// Behind a gap that still has to be filled in.
pub const GAP: &str = "FFF0A8";
/// Behind an addition that does not come from the source.
pub const ADDITION: &str = "F3F1EA";
/// The bar beside something that the reader must see.
pub const ATTENTION: &str = "B45309";

/// The typeface of documents: Carlito in the PDF, Calibri in Word, which has the same widths.
pub const BODY_SIZE: f32 = 11.0;
pub const SMALL_SIZE: f32 = 9.0;
pub const TITLE_SIZE: f32 = 24.0;
/// Sizes of headings of level 1 to 4.
pub const HEADING_SIZES: [f32; 4] = [15.0, 12.5, 11.0, 11.0];
