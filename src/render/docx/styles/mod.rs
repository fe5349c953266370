//! The styles: Word's own under their own ids and names, and a few of ours with Dutch names.
//!
//! All spacing is in the styles, so that no empty paragraph is ever needed.

mod paragraph;
mod poster;
mod table;

use std::sync::Arc;

use super::format::{Indent, Line, ParagraphFormat, RunFormat};
use super::outline::Article;
use super::package::{Part, with_namespaces};
use super::page::{MEASURE, TEXT_WIDTH};
use super::xml::Element;
use crate::archive::Packed;
use crate::render::remembered::Remembered;
use crate::render::theme::{self, Palette};
use crate::tree::LANGUAGE;

pub use poster::Scale;

/// What the boxes around asides need on both sides, so that their edges stand on the margins.
pub const ASIDE_INSET: u32 = 170;

/// What a house style gives the styles.
#[derive(Clone, Copy, PartialEq)]
pub struct Look {
    pub palette: Palette,
    pub font: &'static str,
    /// Set on a sheet to hang up.
    pub poster: Option<Scale>,
    pub logo: bool,
}

impl Look {
    /// What a line of text leaves free at the right, where tables and drawings go on: nothing on a sheet to hang up.
    pub fn beside(&self) -> u32 {
        if self.poster.is_some() { 0 } else { TEXT_WIDTH - MEASURE }
    }

    /// The size of text in tables, in points.
    pub fn table_size(&self) -> f32 {
        self.poster.map_or(paragraph::TABLE_SIZE, Scale::facts)
    }
}

/// One style; what is not given comes from the style it rests on.
#[derive(Default)]
struct Style {
    kind: &'static str,
    id: &'static str,
    name: &'static str,
    based_on: Option<&'static str>,
    next: Option<&'static str>,
    priority: u8,
    /// The style that everything of its kind has where it names none.
    default: bool,
    /// Not one of Word's own.
    custom: bool,
    paragraph: ParagraphFormat,
    run: RunFormat,
    /// What only tables have.
    table: Vec<Element>,
}

/// The part `styles.xml`.
pub fn part(article: Option<&Article>, look: Look) -> Arc<Packed> {
    static MADE: Remembered<(Option<Article>, Look), Arc<Packed>> = Remembered::new();
    MADE.get((article.cloned(), look), |(article, look)| Part::packed("styles", made(article.as_ref(), look)))
}

fn made(article: Option<&Article>, look: &Look) -> Element {
    let palette = &look.palette;
    let part = with_namespaces(Element::new("w:styles")).child(defaults(look)).child(latent());
    let paragraphs = paragraph::basic(palette).into_iter().chain(paragraph::headings(palette));
    let own = paragraph::contents().into_iter().chain(paragraph::lists()).chain(paragraph::article(article));
    let all = paragraphs
        .chain(own)
        .chain(paragraph::asides(look.beside()))
        .chain(paragraph::tables())
        .chain(paragraph::figures())
        .chain(characters(palette));
    let all = all.chain(table::tables(palette)).chain(look.logo.then(paragraph::logo));
    part.children(all.map(|style| match look.poster {
        Some(scale) => poster::enlarged(style, scale, palette).element(),
        None => style.element(),
    }))
}

/// The style of a heading in the body.
pub fn heading_style(level: u8) -> &'static str {
    match level {
        1 => "Heading1",
        2 => "Heading2",
        3 => "Heading3",
        _ => "Heading4",
    }
}

/// Whether a style keeps its distance from what stands above it, so that it needs none added after a table.
pub fn has_space_before(style: &str) -> bool {
    style.starts_with("Heading") || ["Artikel", "Figuur", "Partij", "Tabelscheiding"].contains(&style)
}

fn defaults(look: &Look) -> Element {
    let run = RunFormat {
        font: Some(look.font),
        size: Some(theme::BODY_SIZE),
        language: Some(LANGUAGE),
        ..RunFormat::default()
    };
    let paragraph = ParagraphFormat {
        widow_control: true,
        after: Some(120),
        // As far apart as in the PDF.
        line: Some(Line::Relative(261)),
        // Here and not in a style: a table that somebody draws in Word takes it away, and could not where Normal has it.
        indent: (look.beside() > 0).then(|| Indent { right: Some(look.beside()), ..Indent::default() }),
        ..ParagraphFormat::default()
    };
    Element::new("w:docDefaults")
        .child(Element::new("w:rPrDefault").children(run.element()))
        .child(Element::new("w:pPrDefault").children(paragraph.element()))
}

/// The hundreds of styles that Word has by itself stay out of its gallery until somebody uses one, but for two that a
/// writer looks for.
fn latent() -> Element {
    let shown = |(name, priority)| {
        Element::new("w:lsdException")
            .attr("w:name", name)
            .attr("w:uiPriority", priority)
            .attr("w:semiHidden", 0)
            .attr("w:unhideWhenUsed", 0)
            .attr("w:qFormat", 1)
    };
    Element::new("w:latentStyles")
        .attr("w:defLockedState", 0)
        .attr("w:defUIPriority", 99)
        .attr("w:defSemiHidden", 1)
        .attr("w:defUnhideWhenUsed", 1)
        .attr("w:defQFormat", 0)
        .attr("w:count", 376)
        .children([("Strong", 22), ("Emphasis", 20)].map(shown))
}

fn characters(palette: &Palette) -> Vec<Style> {
    let character = |id, name| Style { kind: "character", id, name, ..Style::default() };
    vec![
        Style { default: true, priority: 1, ..character("DefaultParagraphFont", "Default Paragraph Font") },
        Style {
            based_on: Some("DefaultParagraphFont"),
            priority: 99,
            run: RunFormat { color: Some(palette.accent), underline: true, ..RunFormat::default() },
            ..character("Hyperlink", "Hyperlink")
        },
        Style {
            based_on: Some("DefaultParagraphFont"),
            priority: 20,
            custom: true,
            run: RunFormat { shade: Some(theme::GAP), ..RunFormat::default() },
            ..character("Gat", "Gat")
        },
    ]
}

impl Style {
    fn element(self) -> Element {
        // What a writer picks from; not what Word applies by itself.
        let gallery = self.priority < 39 && (self.kind == "paragraph" || !self.default);
        let mut style = Element::new("w:style").attr("w:type", self.kind);
        if self.default {
            style = style.attr("w:default", 1);
        }
        if self.custom {
            style = style.attr("w:customStyle", 1);
        }
        style
            .attr("w:styleId", self.id)
            .child(Element::val("w:name", self.name))
            .children(self.based_on.map(|id| Element::val("w:basedOn", id)))
            .children(self.next.map(|id| Element::val("w:next", id)))
            .child(Element::val("w:uiPriority", self.priority))
            .children(gallery.then(|| Element::new("w:qFormat")))
            .children(self.paragraph.element())
            .children(self.run.element())
            .children(self.table)
    }
}
