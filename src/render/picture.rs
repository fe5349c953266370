//! A drawing as a PNG picture, set in the typefaces that come with wep and in no other: the same bytes on every machine.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use png::{ColorType, DeflateCompression, Encoder, Filter};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};
use sha2::{Digest, Sha256};

use super::faces;
use super::remembered::Remembered;
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
static DRAWN: Remembered<([u8; 32], u64, u64), Option<Vec<u8>>> = Remembered::new();

/// The picture of a file of SVG, `width` by `height` points large; nothing if the file cannot be read.
pub(super) fn png(svg: &str, width: f64, height: f64) -> Option<Vec<u8>> {
    let key = (Sha256::digest(svg).into(), width.to_bits(), height.to_bits());
    // A fault in the libraries below costs this picture, and not the run with all its other documents.
    DRAWN.get(key, |_| guarded(|| draw(svg, width, height)).flatten())
}

fn draw(svg: &str, width: f64, height: f64) -> Option<Vec<u8>> {
    let mut options = Options { font_family: faces::BODY.to_owned(), ..Options::default() };
    // To know the typefaces takes half as long as to draw a logo, of which few have letters.
    if svg.contains("text") {
        options.fontdb = Arc::clone(&FACES);
    }
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
            // Nearly every line is as the one above it.
            encoder.set_filter(Filter::Up);
            dots
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            picture.data().as_chunks().0.iter().copied().flat_map(colour).collect()
        }
    };
    // A drawing takes twice the room of the usual way, some tens of kilobytes, and a fifteenth of the time.
    encoder.set_deflate_compression(DeflateCompression::FdeflateUltraFast);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&dots).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// Without how much can be seen through.
fn colour([red, green, blue, _]: [u8; 4]) -> [u8; 3] {
    [red, green, blue]
}

/// As many colours as a palette has.
const PALETTE: usize = 256;

/// A picture of more colours than this is no drawing of ours: all its colours count.
const MOST_COLOURS: usize = 2_000;

/// So many colours that were seen lately are looked for first.
const LATELY: usize = 1 << 10;

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
        let (dots, _) = picture.data().as_chunks();
        let mut counts: Vec<([u8; 3], usize)> = Vec::new();
        let mut places: BTreeMap<u32, usize> = BTreeMap::new();
        let mut lately = vec![None; LATELY];
        // The place of the colour in the counts, and how many dots there are of it behind each other.
        let mut runs: Vec<(usize, usize)> = Vec::new();
        let mut rest = dots;
        while let Some(dot) = rest.first() {
            let length = alike(rest);
            rest = &rest[length..];
            let number = u32::from_ne_bytes(*dot);
            // Of a few bits of a product all bits of the number decide.
            let lately = &mut lately[number.wrapping_mul(0x9E37_79B1) as usize >> 16 & (LATELY - 1)];
            let place = match *lately {
                Some((seen, place)) if seen == number => place,
                _ => *places.entry(number).or_insert_with(|| {
                    counts.push((colour(*dot), 0));
                    counts.len() - 1
                }),
            };
            *lately = Some((number, place));
            if counts.len() > MOST_COLOURS {
                return None;
            }
            counts[place].1 += length;
            runs.push((place, length));
        }
        let mut order: Vec<usize> = (0..counts.len()).collect();
        order.sort_by_key(|place| (Reverse(counts[*place].1), counts[*place].0));
        let palette: Vec<[u8; 3]> = order.iter().take(PALETTE).map(|place| counts[*place].0).collect();
        let mut numbers = vec![0; counts.len()];
        for (number, place) in order.into_iter().enumerate() {
            let number = if number < PALETTE { Some(number) } else { nearest(counts[place].0, &palette) };
            numbers[place] = u8::try_from(number?).ok()?;
        }
        let mut numbered = Vec::with_capacity(dots.len());
        for (place, length) in runs {
            numbered.resize(numbered.len() + length, numbers[place]);
        }
        Some(Numbered { palette: palette.concat(), dots: numbered })
    }
}

/// How many of these dots are as the first: most are as the one before them, for whole lines at once.
fn alike(dots: &[[u8; 4]]) -> usize {
    const AT_ONCE: usize = 16;
    let number = |dot: &[u8; 4]| u32::from_ne_bytes(*dot);
    let Some(first) = dots.first().map(number) else { return 0 };
    // At the edges of letters hardly two are the same.
    if dots.get(1).map(number) != Some(first) {
        return 1;
    }
    // Without a way out in between, so that the processor takes them together.
    let same = |dots: &&[[u8; 4]]| dots.iter().fold(0, |other, dot| other | (number(dot) ^ first)) == 0;
    let begin = dots.chunks_exact(AT_ONCE).take_while(same).count() * AT_ONCE;
    begin + dots[begin..].iter().take_while(|dot| number(dot) == first).count()
}

/// The place of the colour of these that differs least from this one.
fn nearest(colour: [u8; 3], palette: &[[u8; 3]]) -> Option<usize> {
    let apart = |other: &[u8; 3]| -> u32 {
        let [red, green, blue] = [0, 1, 2].map(|at| u32::from(colour[at].abs_diff(other[at])));
        red * red + green * green + blue * blue
    };
    // All of them first, and then the least: so the processor takes many together.
    let mut apart_of = [u32::MAX; PALETTE];
    apart_of.iter_mut().zip(palette).for_each(|(place, other)| *place = apart(other));
    let least = apart_of.iter().copied().fold(u32::MAX, u32::min);
    apart_of.iter().position(|apart| *apart == least).filter(|place| *place < palette.len())
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
