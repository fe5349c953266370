//! The theme and the fonts: what Word offers its user to choose from, so that own additions stay in style.

use super::package::with_namespaces;
use super::styles::Look;
use super::xml::Element;
use crate::colour::{BLACK, WHITE};
use crate::render::theme::{self, Palette};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const NAME: &str = "Rustig";

/// The part `theme1.xml`.
pub fn theme_part(look: &Look) -> Element {
    let elements = Element::new("a:themeElements").child(colors(look)).child(fonts(look)).child(formats());
    Element::new("a:theme").attr("xmlns:a", DRAWING).attr("name", NAME).child(elements)
}

/// The part `fontTable.xml`.
pub fn font_table(look: &Look) -> Element {
    let font = |name: &str, panose: &str, charset: &str, family: &str| {
        Element::new("w:font")
            .attr("w:name", name)
            .child(Element::val("w:panose1", panose))
            .child(Element::val("w:charset", charset))
            .child(Element::val("w:family", family))
            .child(Element::val("w:pitch", "variable"))
    };
    with_namespaces(Element::new("w:fonts")).child(font(look.font, panose(look.font), "00", "swiss")).child(font(
        "Wingdings",
        "05000000000000000000",
        "02",
        "auto",
    ))
}

fn colors(look: &Look) -> Element {
    let Palette { accent, accent_tint, .. } = look.palette;
    let scheme = [
        ("a:dk1", BLACK),
        ("a:lt1", WHITE),
        ("a:dk2", accent),
        ("a:lt2", accent_tint),
        ("a:accent1", accent),
        ("a:accent2", theme::ATTENTION),
        ("a:accent3", theme::QUIET),
        ("a:accent4", theme::LINE),
        ("a:accent5", theme::GAP),
        ("a:accent6", theme::ADDITION),
        ("a:hlink", accent),
        ("a:folHlink", theme::QUIET),
    ];
    let color = |(name, value)| Element::new(name).child(Element::new("a:srgbClr").attr("val", value));
    Element::new("a:clrScheme").attr("name", NAME).children(scheme.map(color))
}

fn fonts(look: &Look) -> Element {
    let face = |name, typeface| Element::new(name).attr("typeface", typeface);
    let family =
        |name| Element::new(name).child(face("a:latin", look.font)).child(face("a:ea", "")).child(face("a:cs", ""));
    Element::new("a:fontScheme").attr("name", NAME).child(family("a:majorFont")).child(family("a:minorFont"))
}

/// Three of each, as the schema asks for: all plain.
fn formats() -> Element {
    let fill = || Element::new("a:solidFill").child(Element::new("a:schemeClr").attr("val", "phClr"));
    let line = |width: u32| Element::new("a:ln").attr("w", width).child(fill());
    let effect = || Element::new("a:effectStyle").child(Element::new("a:effectLst"));
    Element::new("a:fmtScheme")
        .attr("name", NAME)
        .child(Element::new("a:fillStyleLst").children([fill(), fill(), fill()]))
        .child(Element::new("a:lnStyleLst").children([6350, 12700, 19050].map(line)))
        .child(Element::new("a:effectStyleLst").children([effect(), effect(), effect()]))
        .child(Element::new("a:bgFillStyleLst").children([fill(), fill(), fill()]))
}

/// How Word finds something alike where the typeface is not there.
fn panose(font: &str) -> &'static str {
    if font == "Arial" { "020B0604020202020204" } else { "020F0502020204030204" }
}
