//! The quiet design that HTML, DOCX and PDF share: colours and sizes, and what a house style puts in their place.

use crate::colour::{Rgb, WHITE};
use crate::tree::{Face, Theme};

/// Headings, rules and links; 8.9 : 1 on white.
const ACCENT: Rgb = Rgb::new(0x1F, 0x4E, 0x6B);
/// Behind header cells.
const ACCENT_TINT: Rgb = Rgb::new(0xE4, 0xED, 0xF2);
/// Lines of tables and boxes.
pub const LINE: Rgb = Rgb::new(0xA9, 0xB8, 0xC2);
/// Sources, footers and other quiet text; 6.6 : 1 on white.
pub const QUIET: Rgb = Rgb::new(0x4F, 0x5B, 0x63);
/// Text and strong lines of drawings; 16 : 1 on white.
pub const INK: Rgb = Rgb::new(0x1B, 0x22, 0x27);
/// Behind everything.
pub const PAPER: Rgb = WHITE;
/// The second colour of drawings, lighter than the accent; 5.0 : 1 on white.
const SECOND: Rgb = Rgb::new(0xB4, 0x53, 0x09);
/// A tint of it to lie under ink, darker than that of the accent; 11 : 1.
const SECOND_TINT: Rgb = Rgb::new(0xF7, 0xD3, 0xAC);
/// Behind a gap that still has to be filled in.
pub const GAP: Rgb = Rgb::new(0xFF, 0xF0, 0xA8);
/// Behind an addition that does not come from the source.
pub const ADDITION: Rgb = Rgb::new(0xF3, 0xF1, 0xEA);
/// The bar beside something that the reader must see.
pub const ATTENTION: Rgb = Rgb::new(0xB4, 0x53, 0x09);

/// Behind everything, where the reader wants it dark.
const DARK_PAPER: Rgb = Rgb::new(0x14, 0x19, 0x1D);
/// More than enough on dark: light letters on dark look thinner.
const CONTRAST_ON_DARK: f64 = 7.0;
/// How much of the second colour is in its tint.
const SECOND_SHARE: f64 = 0.32;

/// The typeface of documents: Carlito in the PDF, Calibri in Word, which has the same widths.
pub const BODY_SIZE: f32 = 11.0;
pub const SMALL_SIZE: f32 = 9.0;
pub const TITLE_SIZE: f32 = 24.0;
/// Sizes of headings of level 1 to 4.
pub const HEADING_SIZES: [f32; 4] = [15.0, 12.5, 11.0, 11.0];
pub const POINTS_PER_MILLIMETRE: f32 = 72.0 / 25.4;
/// How wide a page is between its margins, in millimetres: tables, drawings and forms take all of it.
pub const WIDTH: f32 = 160.0;
/// How wide a line of text is: the 65 to 75 characters that read well.
pub const MEASURE: f32 = 140.0;

/// The colours that a house style can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub accent: Rgb,
    pub accent_tint: Rgb,
    pub second: Rgb,
    pub second_tint: Rgb,
}

impl Palette {
    pub fn of(theme: &Theme) -> Palette {
        Palette {
            accent: theme.accent.unwrap_or(ACCENT),
            accent_tint: theme.accent.map_or(ACCENT_TINT, Rgb::tint),
            second: theme.second.unwrap_or(SECOND),
            second_tint: theme.second.map_or(SECOND_TINT, |second| WHITE.mixed(second, SECOND_SHARE)),
        }
    }

    /// The same for a dark screen.
    pub fn on_dark(self) -> Palette {
        let light = |colour: Rgb| colour.readable_on_dark(DARK_PAPER, CONTRAST_ON_DARK);
        Palette {
            accent: light(self.accent),
            accent_tint: DARK_PAPER.mixed(light(self.accent), 0.14),
            second: light(self.second),
            second_tint: DARK_PAPER.mixed(light(self.second), 0.3),
        }
    }
}

/// What Word calls the typeface, or the one of the same widths that it has.
pub fn word_font(face: Face) -> &'static str {
    match face {
        Face::Carlito => "Calibri",
        Face::LiberationSans => "Arial",
    }
}
