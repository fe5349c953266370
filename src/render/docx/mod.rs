//! Word: an own DOCX writer, so that headings, numbering and tables are Word's own and stay editable.

mod anchors;
mod body;
mod contents;
mod figure;
mod form;
mod format;
mod inline;
mod keep;
mod numbering;
mod outline;
mod package;
mod page;
mod palette;
mod settings;
mod signature;
mod styles;
mod table;
mod unbroken;
mod xml;

use super::theme::{Palette, word_font};
use crate::tree::{Document, Layout};
use body::Body;
use outline::Outline;
use package::{Package, Part, part_id, with_namespaces};
use styles::{Look, Scale};
use xml::Element;

/// The document as a DOCX file.
pub fn render(document: &Document) -> Vec<u8> {
    // It is written to memory only, which takes every write.
    package(document).into_bytes().expect("a zip archive in memory")
}

fn package(document: &Document) -> Package {
    let theme = &document.meta.theme;
    let look = Look {
        palette: Palette::of(theme),
        font: word_font(theme.face),
        poster: matches!(document.meta.layout, Layout::Poster(_)).then(|| Scale::of(document)),
        logo: theme.logo.is_some(),
    };
    let outline = Outline::new(document);
    let mut body = Body::new(document, &outline, &look);
    let article = outline.article();
    let mut parts = vec![
        Part::shared("styles", "styles", styles::part(article, look)),
        Part::shared("numbering", "numbering", body.numbering.part(article)),
        Part::own("settings", "settings", settings::settings()),
        Part::own("fontTable", "fontTable", palette::font_table(&look)),
        Part::own("theme/theme1", "theme", palette::theme_part(&look)),
    ];
    let mut footer = None;
    if look.poster.is_none() {
        footer = Some(part_id(parts.len()));
        parts.push(Part::own("footer1", "footer", page::footer(&document.meta.title)));
    }
    let header = document.meta.draft.then(|| part_id(parts.len()));
    if document.meta.draft {
        parts.push(Part::own("header1", "header", page::draft_header(&look)));
    }
    let section = page::section(header, footer);
    let content = Element::new("w:body").all(body.take_blocks()).child(section);
    Package {
        document: with_namespaces(Element::new("w:document")).child(content),
        parts,
        media: body.figures.into_media(),
        links: body.inlines.into_links(),
        core: settings::core(&document.meta),
        app: settings::app(),
    }
}
