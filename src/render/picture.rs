//! A drawing as a PNG picture, set in the typefaces that come with wep and in no other: the same bytes on every machine.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use png::{ColorType, Encoder, Filter};
use resvg::tiny_skia::{Color, Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};
use sha2::{Digest, Sha256};

use super::faces;
use crate::guarded::guarded;

/// Enough for print, where a reader does not show the drawing itself as Word of today does; more makes files large and slow.
const DOTS_PER_INCH: f64 = 150.0;

static FACES: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut faces = Database::new();
    for file in faces::FILES {
        faces.load_font_source(Source::Binary(Arc::new(file)));
    }
    faces.set_sans_serif_family(faces::BODY);
    Arc::new(faces)
});

/// What was drawn before, by the file and the size: a logo stands in every document.
static DRAWN: LazyLock<Mutex<BTreeMap<Key, Vec<u8>>>> = LazyLock::new(Mutex::default);
type Key = ([u8; 32], u64, u64);

/// No more pictures are remembered, so that the memory stays the same however many gemeenten there are.
const REMEMBERED: usize = 32;

/// The picture of a file of SVG, `width` by `height` points large; nothing if the file cannot be read.
pub(super) fn png(svg: &str, width: f64, height: f64) -> Option<Vec<u8>> {
    let key = (Sha256::digest(svg).into(), width.to_bits(), height.to_bits());
    let drawn = || DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    let before = drawn().get(&key).cloned();
    if before.is_some() {
        return before;
    }
    // A fault in the libraries below costs this picture, and not the run with all its other documents.
    let picture = guarded(|| draw(svg, width, height)).flatten()?;
    let mut drawn = drawn();
    if drawn.len() >= REMEMBERED {
        drawn.clear();
    }
    drawn.insert(key, picture.clone());
    Some(picture)
}

fn draw(svg: &str, width: f64, height: f64) -> Option<Vec<u8>> {
    let options = Options { fontdb: Arc::clone(&FACES), font_family: faces::BODY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let dots = |points: f64| (points / 72.0 * DOTS_PER_INCH).round().max(1.0) as u32;
    let mut picture = Pixmap::new(dots(width), dots(height))?;
    picture.fill(Color::WHITE);
    let scale = |dots: u32, own: f32| dots as f32 / own;
    let size = tree.size();
    let fit = Transform::from_scale(scale(picture.width(), size.width()), scale(picture.height(), size.height()));
    resvg::render(&tree, fit, &mut picture.as_mut());
    encoded(&picture)
}

/// The bytes of a picture in which nothing can be seen through. With a palette it is half as large, and sooner ready.
fn encoded(picture: &Pixmap) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, picture.width(), picture.height());
    let dots = match Numbered::of(picture) {
        Some(Numbered { palette, dots }) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette);
            encoder.set_filter(Filter::NoFilter);
            dots
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            picture.pixels().iter().copied().flat_map(colour).collect()
        }
    };
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&dots).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

fn colour(dot: PremultipliedColorU8) -> [u8; 3] {
    [dot.red(), dot.green(), dot.blue()]
}

/// As many colours as a palette has.
const PALETTE: usize = 256;

/// A picture of more colours than this is no drawing of ours: all its colours count.
const MOST_COLOURS: usize = 2_000;

/// A picture of at most 256 colours.
struct Numbered {
    /// Three bytes for each colour.
    palette: Vec<u8>,
    /// The number of the colour of each dot.
    dots: Vec<u8>,
}

impl Numbered {
    /// In the colours that most dots have; the others, a few dots each at the edges of letters and lines, become the nearest of
    /// those, which nobody sees. Nothing when there are too many.
    fn of(picture: &Pixmap) -> Option<Numbered> {
        // Most dots are as the one before them.
        let alike = || picture.pixels().chunk_by(|dot, next| dot == next);
        let mut counts: BTreeMap<[u8; 3], usize> = BTreeMap::new();
        for dots in alike() {
            *counts.entry(colour(dots[0])).or_default() += dots.len();
            if counts.len() > MOST_COLOURS {
                return None;
            }
        }
        let mut colours: Vec<([u8; 3], usize)> = counts.into_iter().collect();
        colours.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
        let colours: Vec<[u8; 3]> = colours.into_iter().map(|(colour, _)| colour).collect();
        let palette = &colours[..colours.len().min(PALETTE)];
        let numbers: BTreeMap<[u8; 3], u8> = colours
            .iter()
            .enumerate()
            .filter_map(|(place, colour)| {
                let number = if place < PALETTE { Some(place) } else { nearest(*colour, palette) };
                Some((*colour, u8::try_from(number?).ok()?))
            })
            .collect();
        let mut numbered = Vec::with_capacity(picture.pixels().len());
        for dots in alike() {
            numbered.resize(numbered.len() + dots.len(), *numbers.get(&colour(dots[0]))?);
        }
        Some(Numbered { palette: palette.concat(), dots: numbered })
    }
}

/// The place of the colour of these that differs least from this one.
fn nearest(colour: [u8; 3], palette: &[[u8; 3]]) -> Option<usize> {
    let apart = |other: &[u8; 3]| -> u32 {
        colour.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum()
    };
    (0..palette.len()).min_by_key(|place| apart(&palette[*place]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_few_colours_and_one_of_many_are_both_there() {
        let with =
            |inside: &str| format!("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'>{inside}</svg>");
        let few = with("<rect width='90' height='90' fill='#1f4e79'/>");
        let across =
            "<linearGradient id='a'><stop stop-color='#f00'/><stop offset='1' stop-color='#00f'/></linearGradient>";
        let down = "<linearGradient id='d' x2='0' y2='1'><stop stop-color='#fff' stop-opacity='0'/>\
                    <stop offset='1' stop-color='#fff'/></linearGradient>";
        let square = |id: &str| format!("<rect width='90' height='90' fill='url(#{id})'/>");
        let many = with(&format!("{across}{down}{}{}", square("a"), square("d")));
        for (svg, kind) in [(few, ColorType::Indexed), (many, ColorType::Rgb)] {
            let bytes = png(&svg, 720.0, 720.0).unwrap();
            let mut reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
            assert_eq!(reader.info().color_type, kind);
            let mut dots = vec![0; reader.output_buffer_size().unwrap()];
            assert_eq!(reader.next_frame(&mut dots).unwrap().width, 1500);
        }
    }
}
