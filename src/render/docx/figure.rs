//! Drawings: SVG for Word of this time, with a picture for what cannot read it.

use super::package::{Media, media_id};
use super::table::Room;
use super::xml::Element;
use crate::render::theme::Palette;
use crate::render::{picture, svg};
use crate::tree::{Figure, Logo, LogoKind};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const SVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
/// What Word knows the SVG of a picture by.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

/// A point in the unit of drawings.
const EMU: f64 = 12_700.0;
const TWIPS: f64 = 20.0;
/// What a page has room for, with a caption of some lines under it.
const MOST_HEIGHT: f64 = 215.0 / 25.4 * 72.0;

/// The drawings of a document, in order.
pub struct Figures {
    count: usize,
    media: Vec<Media>,
    palette: Palette,
}

impl Figures {
    pub fn new(palette: Palette) -> Self {
        Figures { count: 0, media: Vec::new(), palette }
    }

    /// The files that go with the document.
    pub fn into_media(self) -> Vec<Media> {
        self.media
    }

    /// The run that shows a drawing.
    pub fn run(&mut self, figure: &Figure, room: Room) -> Element {
        let size = figure.drawing.fitted(f64::from(room.width) / TWIPS, MOST_HEIGHT);
        let file = svg::file(&figure.drawing, &self.palette);
        self.count += 1;
        let blip = self.blip(&format!("tekening{}", self.count), file, size);
        self.inline(&format!("Tekening {}", self.count), &figure.alternative, size, blip)
    }

    /// The run that shows the logo of the house, within a room in points.
    pub fn logo(&mut self, logo: &Logo, most_width: f64, most_height: f64) -> Element {
        let size = logo.fitted(most_width, most_height);
        self.count += 1;
        let blip = match logo.kind {
            LogoKind::Svg => self.blip("logo", String::from_utf8_lossy(&logo.bytes).into_owned(), size),
            LogoKind::Png => {
                self.media.push(Media { name: "logo.png".to_owned(), bytes: logo.bytes.to_vec() });
                Element::new("a:blip").attr("r:embed", media_id(self.media.len() - 1))
            }
        };
        self.inline("Logo", &logo.alternative, size, blip)
    }

    fn inline(&self, name: &str, alternative: &str, (width, height): (f64, f64), blip: Element) -> Element {
        let named =
            |element| Element::new(element).attr("id", self.count).attr("name", name).attr("descr", alternative);
        let extent = |element| Element::new(element).attr("cx", emu(width)).attr("cy", emu(height));
        let (placed, shown) = (named("wp:docPr"), named("pic:cNvPr"));

        let frame =
            Element::new("a:xfrm").child(Element::new("a:off").attr("x", 0).attr("y", 0)).child(extent("a:ext"));
        let form = Element::new("a:prstGeom").attr("prst", "rect").child(Element::new("a:avLst"));
        let stretch = Element::new("a:stretch").child(Element::new("a:fillRect"));
        let picture = Element::new("pic:pic")
            .attr("xmlns:pic", PICTURE)
            .child(Element::new("pic:nvPicPr").child(shown).child(Element::new("pic:cNvPicPr")))
            .child(Element::new("pic:blipFill").child(blip).child(stretch))
            .child(Element::new("pic:spPr").child(frame).child(form));
        let graphic = Element::new("a:graphic")
            .attr("xmlns:a", DRAWING)
            .child(Element::new("a:graphicData").attr("uri", PICTURE).child(picture));
        let locks = Element::new("a:graphicFrameLocks").attr("xmlns:a", DRAWING).attr("noChangeAspect", 1);
        let sides = |element: Element, names: [&'static str; 4]| {
            names.into_iter().fold(element, |element, name| element.attr(name, 0))
        };
        let inline = sides(Element::new("wp:inline").attr("xmlns:wp", PLACED), ["distT", "distB", "distL", "distR"])
            .child(extent("wp:extent"))
            .child(sides(Element::new("wp:effectExtent"), ["l", "t", "r", "b"]))
            .child(placed)
            .child(Element::new("wp:cNvGraphicFramePr").child(locks))
            .child(graphic);
        Element::new("w:r").child(Element::new("w:drawing").child(inline))
    }

    /// The picture, and the SVG that stands in its place where it can be read.
    fn blip(&mut self, name: &str, file: String, (width, height): (f64, f64)) -> Element {
        // A drawing of ours can always be read; without its picture there would be nothing for an old reader to show.
        let picture = picture::png(&file, width, height).unwrap_or_default();
        let [picture, vector] = [("png", picture), ("svg", file.into_bytes())].map(|(extension, bytes)| {
            self.media.push(Media { name: format!("{name}.{extension}"), bytes });
            media_id(self.media.len() - 1)
        });
        let vector = Element::new("asvg:svgBlip").attr("xmlns:asvg", SVG).attr("r:embed", vector);
        let extension = Element::new("a:ext").attr("uri", SVG_EXTENSION).child(vector);
        Element::new("a:blip").attr("r:embed", picture).child(Element::new("a:extLst").child(extension))
    }
}

fn emu(points: f64) -> u64 {
    (points * EMU).round().max(1.0) as u64
}
