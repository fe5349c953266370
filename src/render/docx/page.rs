//! The page: its size, the footer, and the mark of a draft.

use super::format::{ParagraphFormat, RunFormat};
use super::inline::{field, run, tab};
use super::package::with_namespaces;
use super::styles::Look;
use super::xml::Element;
use crate::colour::{Rgb, WHITE};
use crate::render::{theme, words};
use crate::tree::DRAFT;

/// A4 with margins of 25 mm.
const PAGE_WIDTH: u32 = 11906;
const PAGE_HEIGHT: u32 = 16838;
const MARGIN: u32 = 1417;
const POSTER_MARGIN: u32 = 850;
const HEADER_DISTANCE: u32 = 680;
/// What the margins leave.
pub const TEXT_WIDTH: u32 = PAGE_WIDTH - 2 * MARGIN;
/// How wide a line of text is.
pub const MEASURE: u32 = (theme::MEASURE / 25.4 * 1440.0) as u32;

/// The section: references to header and footer, then the measures.
pub fn section(header: Option<String>, footer: Option<String>) -> Element {
    // A sheet to hang up has no footer, and its text more of the height.
    let (above, below) = if footer.is_some() { (MARGIN, MARGIN) } else { (POSTER_MARGIN, POSTER_MARGIN) };
    let reference = |name, id| Element::new(name).attr("w:type", "default").attr("r:id", id);
    let size = Element::new("w:pgSz").attr("w:w", PAGE_WIDTH).attr("w:h", PAGE_HEIGHT);
    let margins = Element::new("w:pgMar")
        .attr("w:top", above)
        .attr("w:right", MARGIN)
        .attr("w:bottom", below)
        .attr("w:left", MARGIN)
        .attr("w:header", HEADER_DISTANCE)
        .attr("w:footer", HEADER_DISTANCE)
        .attr("w:gutter", 0);
    Element::new("w:sectPr")
        .children(header.map(|id| reference("w:headerReference", id)))
        .children(footer.map(|id| reference("w:footerReference", id)))
        .child(size)
        .child(margins)
}

/// Title on the left, "pagina X van Y" on the right.
pub fn footer(title: &str) -> Element {
    let plain = RunFormat::default();
    let mut paragraph = Element::new("w:p").children(ParagraphFormat::of("Footer").element());
    paragraph = paragraph.children(run(title, plain)).child(tab());
    paragraph = paragraph.children(run(&format!("{} ", words::PAGE), plain)).children(counted("PAGE"));
    paragraph = paragraph.children(run(&format!(" {} ", words::OF), plain)).children(counted("NUMPAGES"));
    with_namespaces(Element::new("w:ftr")).child(paragraph)
}

/// CONCEPT above the text and, large and pale, behind it.
pub fn draft_header(look: &Look) -> Element {
    let paragraph = Element::new("w:p")
        .children(ParagraphFormat::of("Header").element())
        .children(run(DRAFT, RunFormat::default()))
        .child(Element::new("w:r").child(Element::new("w:pict").child(word_art()).child(watermark(look))));
    with_namespaces(Element::new("w:hdr"))
        .attr("xmlns:v", "urn:schemas-microsoft-com:vml")
        .attr("xmlns:o", "urn:schemas-microsoft-com:office:office")
        .attr("xmlns:w10", "urn:schemas-microsoft-com:office:word")
        .child(paragraph)
}

/// Word counts pages by itself as soon as it lays them out.
fn counted(code: &str) -> Vec<Element> {
    field(code, run("1", RunFormat::default()).into_iter().collect())
}

/// The shape type of text art, as Word writes it.
fn word_art() -> Element {
    let formulas = ["sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3"]
        .into_iter()
        .chain(["if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5"])
        .chain(["mid @7 @8", "mid @6 @7", "sum @6 0 @5"])
        .map(|formula| Element::new("v:f").attr("eqn", formula));
    let path = Element::new("v:path")
        .attr("textpathok", "t")
        .attr("o:connecttype", "custom")
        .attr("o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800")
        .attr("o:connectangles", "270,180,90,0");
    let handle = Element::new("v:h").attr("position", "#0,bottomRight").attr("xrange", "6629,14971");
    Element::new("v:shapetype")
        .attr("id", "_x0000_t136")
        .attr("coordsize", "21600,21600")
        .attr("o:spt", 136)
        .attr("adj", 10800)
        .attr("path", "m@7,l@8,m@5,21600l@6,21600e")
        .child(Element::new("v:formulas").children(formulas))
        .child(path)
        .child(Element::new("v:textpath").attr("on", "t").attr("fitshape", "t"))
        .child(Element::new("v:handles").child(handle))
        .child(Element::new("o:lock").attr("v:ext", "edit").attr("text", "t").attr("shapetype", "t"))
}

/// The shape itself; by its name Word's own "remove watermark" finds it.
fn watermark(look: &Look) -> Element {
    let style = "position:absolute;margin-left:0;margin-top:0;width:440pt;height:110pt;rotation:315;\
                 z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
                 mso-position-vertical:center;mso-position-vertical-relative:margin";
    let font = format!("font-family:\"{}\";font-size:1pt;font-weight:bold", look.font);
    let text = Element::new("v:textpath").attr("style", font).attr("string", DRAFT);
    Element::new("v:shape")
        .attr("id", "PowerPlusWaterMarkObject1")
        .attr("o:spid", "_x0000_s2049")
        .attr("type", "#_x0000_t136")
        .attr("alt", format!("{} {DRAFT}", words::WATERMARK))
        .attr("style", style)
        .attr("o:allowincell", "f")
        .attr("fillcolor", format!("#{}", pale(look.palette.accent_tint)))
        .attr("stroked", "f")
        .child(text)
        .child(Element::new("w10:wrap").attr("anchorx", "margin").attr("anchory", "margin"))
}

/// As light as in the PDF: nobody has to read through it.
fn pale(tint: Rgb) -> Rgb {
    tint.mixed(WHITE, 0.45)
}
