//! What the file says about itself: settings for Word, and the properties that other programs read.

use super::package::with_namespaces;
use super::xml::Element;
use crate::tree::{LANGUAGE, Meta};

const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const APP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

/// The part `settings.xml`. Fields are not updated on opening: Word would ask the reader about it first.
pub fn settings() -> Element {
    let mode = Element::new("w:compatSetting")
        .attr("w:name", "compatibilityMode")
        .attr("w:uri", "http://schemas.microsoft.com/office/word")
        .attr("w:val", 15);
    with_namespaces(Element::new("w:settings"))
        .child(Element::val("w:defaultTabStop", 709))
        .child(Element::new("w:compat").child(mode))
        .child(Element::val("w:themeFontLang", LANGUAGE))
        .child(Element::val("w:decimalSymbol", ","))
        .child(Element::val("w:listSeparator", ";"))
}

/// Title, author and language; no dates, for there is no clock.
pub fn core(meta: &Meta) -> Element {
    let filled = |name, value: &str| (!value.is_empty()).then(|| Element::new(name).text(value));
    Element::new("cp:coreProperties")
        .attr("xmlns:cp", CORE)
        .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .children(filled("dc:title", &meta.title))
        .children(filled("dc:subject", &meta.subtitle))
        .children(filled("dc:creator", &meta.author))
        .child(Element::new("dc:language").text(LANGUAGE))
        .children(filled("cp:lastModifiedBy", &meta.author))
}

pub fn app() -> Element {
    Element::new("Properties").attr("xmlns", APP).child(Element::new("Application").text("wep"))
}
