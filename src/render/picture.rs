//! A drawing as a PNG picture, set in the typefaces that come with wep and in no other: the same bytes on every machine.

mod area;
mod numbered;
mod surface;

use std::sync::{Arc, LazyLock};

use png::{ColorType, DeflateCompression, Encoder, Filter};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};
use sha2::{Digest, Sha256};

use self::area::Area;
use self::numbered::Numbered;
use self::surface::Surface;
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
    let (width, height) = (dots(width), dots(height));
    let scale = |dots: u32, own: f32| dots as f32 / own;
    let fit = Transform::from_scale(scale(width, tree.size().width()), scale(height, tree.size().height()));
    let plain = Area::all(&tree, fit).and_then(|areas| Surface::painted(&areas, width, height));
    let picture = match plain {
        Some(numbered) => Picture::Numbered(numbered),
        None => with_everything(&tree, fit, width, height)?,
    };
    encoded(&picture, width, height)
}

/// A picture as it is written down.
enum Picture {
    Numbered(Numbered),
    /// Red, green and blue of each dot.
    Colours(Vec<u8>),
}

/// Whatever a drawing may hold, in some times as long.
fn with_everything(tree: &Tree, fit: Transform, width: u32, height: u32) -> Option<Picture> {
    let mut picture = Pixmap::new(width, height)?;
    picture.fill(Color::WHITE);
    resvg::render(tree, fit, &mut picture.as_mut());
    Some(match Numbered::of(&picture) {
        Some(numbered) => Picture::Numbered(numbered),
        None => Picture::Colours(picture.data().as_chunks().0.iter().copied().flat_map(numbered::colour).collect()),
    })
}

/// The bytes of a picture in which nothing can be seen through. With a palette it is half as large, and sooner ready.
fn encoded(picture: &Picture, width: u32, height: u32) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    let dots = match picture {
        Picture::Numbered(Numbered { palette, dots }) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette);
            // Nearly every line is as the one above it.
            encoder.set_filter(Filter::Up);
            dots
        }
        Picture::Colours(dots) => {
            encoder.set_color(ColorType::Rgb);
            dots
        }
    };
    // A drawing takes twice the room of the usual way, some tens of kilobytes, and a fifteenth of the time.
    encoder.set_deflate_compression(DeflateCompression::FdeflateUltraFast);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(dots).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn svg(inside: &str) -> String {
        format!("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'>{inside}</svg>")
    }

    #[test]
    fn a_picture_of_few_colours_and_one_of_many_are_both_there() {
        let few = svg("<rect width='90' height='90' fill='#1f4e79'/>");
        let across =
            "<linearGradient id='a'><stop stop-color='#f00'/><stop offset='1' stop-color='#00f'/></linearGradient>";
        let down = "<linearGradient id='d' x2='0' y2='1'><stop stop-color='#fff' stop-opacity='0'/>\
                    <stop offset='1' stop-color='#fff'/></linearGradient>";
        let square = |id: &str| format!("<rect width='90' height='90' fill='url(#{id})'/>");
        let many = svg(&format!("{across}{down}{}{}", square("a"), square("d")));
        for (svg, kind) in [(few, ColorType::Indexed), (many, ColorType::Rgb)] {
            let bytes = png(&svg, 720.0, 720.0).unwrap();
            let mut reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
            assert_eq!(reader.info().color_type, kind);
            let mut dots = vec![0; reader.output_buffer_size().unwrap()];
            assert_eq!(reader.next_frame(&mut dots).unwrap().width, 1500);
        }
    }

    const DOTS: u32 = 180;

    fn read(inside: &str) -> (Tree, Transform) {
        let options = Options { font_family: faces::BODY.to_owned(), fontdb: Arc::clone(&FACES), ..Options::default() };
        let tree = Tree::from_str(&svg(inside), &options).unwrap();
        let scale = DOTS as f32 / tree.size().width();
        (tree, Transform::from_scale(scale, scale))
    }

    /// Painted area by area; nothing when that is not all that there is.
    fn painted(inside: &str) -> Option<Numbered> {
        let (tree, fit) = read(inside);
        Surface::painted(&Area::all(&tree, fit)?, DOTS, DOTS)
    }

    /// How much a picture that is painted area by area differs from that of resvg: the mean, and the share of dots that differ so
    /// much that one would see it. Nothing when it is not painted so.
    fn apart(inside: &str) -> Option<(f64, f64)> {
        let (tree, fit) = read(inside);
        let Numbered { palette, dots } = painted(inside)?;
        let mut whole = Pixmap::new(DOTS, DOTS).unwrap();
        whole.fill(Color::WHITE);
        resvg::render(&tree, fit, &mut whole.as_mut());
        let (mut sum, mut seen) = (0.0, 0.0);
        for (number, expected) in dots.iter().zip(whole.data().as_chunks::<4>().0) {
            let [red, green, blue, _] = *expected;
            let place = usize::from(*number) * 3;
            let differ =
                palette[place..place + 3].iter().zip([red, green, blue]).map(|(one, other)| one.abs_diff(other));
            let most = differ.max().unwrap();
            sum += f64::from(most);
            seen += f64::from(most > 48);
        }
        let all = f64::from(DOTS * DOTS);
        Some((sum / all, seen / all))
    }

    #[test]
    fn what_is_painted_area_by_area_is_what_resvg_draws() {
        let ring = "M10,10h70v70h-70zM30,30";
        for inside in [
            "<circle cx='45' cy='45' r='40' fill='#1f4e79' stroke='#c55a11' stroke-width='3'/>",
            "<text x='2' y='40' font-size='9'>Wij Éénenveertig % &amp; @ 08</text><text y='60' x='5'>שלום</text>",
            "<line x2='90' y2='80' stroke='#333' stroke-dasharray='4 3'/><line y1='9' x2='90' y2='9.2' stroke='red' stroke-width='.2'/>",
            "<g transform='rotate(30 45 45)'><rect x='20' y='20' width='50' height='30' rx='6' fill='#8aa' stroke='#000'/></g>",
            "<rect width='60' height='60' fill='#00f'/><rect x='30' y='30' width='60' height='60' fill='#f00' fill-opacity='.4'/>",
            "<text x='5' y='50' font-size='30' stroke='#fff' stroke-width='4' paint-order='stroke'>Wijk</text>",
            "<rect x='-400' y='20' width='2000' height='10' fill='#1f4e79'/><circle cx='90' cy='90' r='40' fill='#080'/>",
            // Two with a hole each, of which the holes come last.
            "<path fill-rule='evenodd' d='M5,5h30v30h-30zM50,5h30v30h-30zM15,15h10v10h-10zM60,15h10v10h-10z'/>",
            "<path d='M5,5h30v30h-30zM50,5h30v30h-30zM15,15v10h10v-10zM60,15v10h10v-10z'/>",
            &format!("<path d='{ring}v30h30v-30z'/>"),
            &format!("<path d='{ring}h30v30h-30z'/>"),
        ] {
            let (mean, seen) = apart(inside).unwrap();
            assert!(mean < 1.5 && seen < 0.002, "{inside}: {mean} {seen}");
        }
    }

    proptest! {
        #[test]
        fn so_it_is_with_any_areas(
            areas in prop::collection::vec((prop::collection::vec((-30f32..120.0, -30f32..120.0), 3..6), 0u32..1 << 24, 0.0f32..1.0), 1..6),
        ) {
            let mut inside = String::new();
            for (corners, colour, opacity) in areas {
                let corners: String = corners.iter().map(|(x, y)| format!("{x:.1},{y:.1} ")).collect();
                inside.push_str(&format!("<polygon points='{corners}' fill='#{colour:06x}' fill-opacity='{opacity:.2}'/>"));
            }
            // With more than two that can be seen through there can be more colours than a palette has.
            let Some((mean, seen)) = apart(&inside) else { return Ok(()) };
            prop_assert!(mean < 4.0 && seen < 0.01, "{} {}", mean, seen);
        }
    }

    proptest! {
        #[test]
        fn however_far_lines_lead_there_is_a_picture(
            points in prop::collection::vec((-3e3f32..3e3, -3e3f32..3e3), 7), width in 0.01f32..900.0, even in any::<bool>(),
        ) {
            let [from, a, b, c, d, e, f] = std::array::from_fn(|at| format!("{},{}", points[at].0, points[at].1));
            let rule = if even { "evenodd" } else { "nonzero" };
            let path = format!("M{from}C{a} {b} {c}Q{d} {e}L{f}z");
            let inside = format!("<path d='{path}' fill-rule='{rule}' fill='#080' stroke='#00f' stroke-width='{width}'/>");
            prop_assert!(png(&svg(&inside), 90.0, 90.0).is_some());
        }
    }

    #[test]
    fn what_is_more_than_areas_is_left_to_resvg() {
        let square = "<rect width='90' height='90'/>";
        let many: String =
            (0..70).map(|x| format!("<rect x='{x}' width='1' height='9' fill='#{:06x}'/>", x * 3000)).collect();
        for inside in [
            format!("<g opacity='.5'>{square}{square}</g>"),
            format!("<clipPath id='c'><circle r='50'/></clipPath><g clip-path='url(#c)'>{square}</g>"),
            "<linearGradient id='a'><stop/><stop offset='1' stop-color='#00f'/></linearGradient><rect width='90' height='90' fill='url(#a)'/>".to_owned(),
            "<rect width='1e9' height='90'/>".to_owned(),
            "<rect width='90' height='90' shape-rendering='crispEdges'/>".to_owned(),
            many,
        ] {
            assert!(painted(&inside).is_none(), "{inside}");
            assert!(png(&svg(&inside), 90.0, 90.0).is_some(), "{inside}");
        }
    }
}
