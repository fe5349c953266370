//! A picture of few colours, each dot with the number of its colour.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use resvg::tiny_skia::Pixmap;

/// As many colours as a palette has.
pub const PALETTE: usize = 256;

/// A picture of more colours than this is one in which colours run into each other: all of them count.
const MOST_COLOURS: usize = 2_000;

/// A picture of at most 256 colours.
pub struct Numbered {
    /// Three bytes for each colour.
    pub palette: Vec<u8>,
    /// The number of the colour of each dot.
    pub dots: Vec<u8>,
}

impl Numbered {
    /// In the colours that most dots have; the others, a few dots each at the edges of letters and lines, become the nearest of
    /// those, which nobody sees. Nothing when there are too many.
    pub fn of(picture: &Pixmap) -> Option<Numbered> {
        let (dots, _) = picture.data().as_chunks();
        let runs = || dots.chunk_by(|one, other| one == other).map(|run| (colour(run[0]), run.len()));
        let mut counts: BTreeMap<[u8; 3], usize> = BTreeMap::new();
        for (colour, length) in runs() {
            *counts.entry(colour).or_default() += length;
            if counts.len() > MOST_COLOURS {
                return None;
            }
        }
        let mut order: Vec<([u8; 3], usize)> = counts.into_iter().collect();
        order.sort_by_key(|(_, count)| Reverse(*count));
        let palette: Vec<[u8; 3]> = order.iter().take(PALETTE).map(|(colour, _)| *colour).collect();
        let number = |(colour, _)| Some((colour, u8::try_from(nearest(colour, &palette)?.0).ok()?));
        let numbers: BTreeMap<[u8; 3], u8> = order.into_iter().map(number).collect::<Option<_>>()?;
        let mut numbered = Vec::with_capacity(dots.len());
        for (colour, length) in runs() {
            numbered.resize(numbered.len() + length, *numbers.get(&colour)?);
        }
        Some(Numbered { palette: palette.concat(), dots: numbered })
    }
}

/// Without how much can be seen through.
pub fn colour([red, green, blue, _]: [u8; 4]) -> [u8; 3] {
    [red, green, blue]
}

/// The place of the colour of these that differs least from this one, and by how much.
pub fn nearest(colour: [u8; 3], palette: &[[u8; 3]]) -> Option<(usize, u32)> {
    let apart = |other: &[u8; 3]| -> u32 {
        let [red, green, blue] = [0, 1, 2].map(|at| u32::from(colour[at].abs_diff(other[at])));
        red * red + green * green + blue * blue
    };
    // All of them first, and then the least: so the processor takes many together.
    let mut apart_of = [u32::MAX; PALETTE];
    apart_of.iter_mut().zip(palette).for_each(|(place, other)| *place = apart(other));
    let least = apart_of.iter().copied().fold(u32::MAX, u32::min);
    let place = apart_of.iter().position(|apart| *apart == least).filter(|place| *place < palette.len())?;
    Some((place, least))
}
