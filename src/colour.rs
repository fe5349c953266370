//! Colours as they stand on paper and screen: how well one is read on another, and tints of it.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// What text needs to be read by most people: WCAG 2.2, success criterion 1.4.3 (AA).
pub const AA: f64 = 4.5;
pub const WHITE: Rgb = Rgb::new(255, 255, 255);
pub const BLACK: Rgb = Rgb::new(0, 0, 0);
/// How much of a colour is in its light tint.
const TINT: f64 = 0.11;

/// A colour of red, green and blue light. Shown as six hexadecimal digits: `1F4E6B`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct Rgb {
    parts: [u8; 3],
}

impl Rgb {
    pub const fn new(red: u8, green: u8, blue: u8) -> Rgb {
        Rgb { parts: [red, green, blue] }
    }

    /// From 1, for no difference at all, to 21, for black and white (WCAG 2.2, contrast ratio).
    pub fn contrast(self, other: Rgb) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// This colour with `share` of another in it: 0 for none, 1 for nothing but the other.
    pub fn mixed(self, other: Rgb, share: f64) -> Rgb {
        let share = share.clamp(0.0, 1.0);
        let mut parts = [0; 3];
        for (mixed, (own, other)) in parts.iter_mut().zip(self.parts.into_iter().zip(other.parts)) {
            *mixed = (f64::from(own) * (1.0 - share) + f64::from(other) * share).round() as u8;
        }
        Rgb { parts }
    }

    /// A light tint, to lie under text.
    pub fn tint(self) -> Rgb {
        WHITE.mixed(self, TINT)
    }

    /// How well text in this colour is read where that is hardest: on its own light tint.
    pub fn worst_contrast(self) -> f64 {
        self.contrast(self.tint())
    }

    /// This colour, or the lightest shade of it that is read well on white and on its own light tint.
    pub fn readable(self) -> Rgb {
        let shades = (0..=100).map(|step| self.mixed(BLACK, f64::from(step) / 100.0));
        shades.into_iter().find(|shade| shade.worst_contrast() >= AA).unwrap_or(BLACK)
    }

    /// This colour, or the darkest tint of it that is read well on a dark background.
    pub fn readable_on_dark(self, background: Rgb, wanted: f64) -> Rgb {
        let tints = (0..=100).map(|step| self.mixed(WHITE, f64::from(step) / 100.0));
        tints.into_iter().find(|tint| tint.contrast(background) >= wanted).unwrap_or(WHITE)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.parts.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.parts;
        write!(formatter, "{red:02X}{green:02X}{blue:02X}")
    }
}

impl From<Rgb> for String {
    fn from(colour: Rgb) -> String {
        colour.to_string()
    }
}

/// A text that is no colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoColour;

impl FromStr for Rgb {
    type Err = NoColour;

    /// `#1f4e6b`, with or without the sign, in small letters or capitals.
    fn from_str(text: &str) -> Result<Rgb, NoColour> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NoColour);
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| NoColour);
        Ok(Rgb::new(part(0)?, part(2)?, part(4)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((WHITE.contrast(WHITE) - 1.0).abs() < 1e-9);
        // The examples of the WCAG working group: #777777 fails by a hair, #767676 passes.
        assert!(Rgb::new(0x77, 0x77, 0x77).contrast(WHITE) < AA);
        assert!(Rgb::new(0x76, 0x76, 0x76).contrast(WHITE) >= AA);
    }

    #[test]
    fn every_colour_can_be_made_readable_and_a_dark_one_stays_itself() {
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let colour = Rgb::new(red, green, blue);
                    let shade = colour.readable();
                    assert!(shade.contrast(WHITE) >= AA && shade.worst_contrast() >= AA, "{colour} {shade}");
                    assert!(WHITE.contrast(shade) >= AA, "white on {shade}");
                    let dark = Rgb::new(0x14, 0x19, 0x1d);
                    assert!(colour.readable_on_dark(dark, 7.0).contrast(dark) >= 7.0, "{colour}");
                }
            }
        }
        let navy = Rgb::new(0x1f, 0x4e, 0x6b);
        assert_eq!(navy.readable(), navy);
    }

    #[test]
    fn a_colour_is_read_as_people_write_it() {
        let navy = Ok(Rgb::new(0x1f, 0x4e, 0x6b));
        assert_eq!(["#1f4e6b", "1F4E6B", " #1F4e6B "].map(str::parse), [navy; 3]);
        for text in ["", "#", "#1f4e6", "#1f4e6b0", "blauw", "#1f4e6g", "#ééé", "rgb(1,2,3)"] {
            assert_eq!(text.parse::<Rgb>(), Err(NoColour), "{text}");
        }
    }
}
