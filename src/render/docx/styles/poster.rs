//! The styles of a sheet to hang up: the same styles, large, with the title on a band of colour.

use super::super::format::{Border, Indent, Line, ParagraphFormat, RunFormat, shading};
use super::super::page::TEXT_WIDTH;
use super::super::xml::Element;
use super::Style;
use super::table::{borderless, part};
use crate::colour::WHITE;
use crate::drawing::text_width;
use crate::render::theme::Palette;
use crate::tree::{AsideKind, Block, Document, Inline, plain_text};

/// Type of text at scale 1, in points.
const BODY: f32 = 15.0;
const FACTS: f32 = 16.0;
const HEADING: f32 = 21.0;
const SMALL: f32 = 9.0;
const SUBTITLE: f32 = 18.0;
/// What the page has room for under its title and above the logo, in points; each line of the title takes of it.
const ROOM: f64 = 640.0;
/// How high a line is, in sizes of its letters.
const LINE: f64 = 1.35;
/// What the band leaves free on both sides for its border, in twips.
const INSET: u32 = 280;

/// How large everything is.
#[derive(Clone, Copy, PartialEq)]
pub struct Scale {
    text: f32,
    title: f32,
}

impl Scale {
    /// The largest at which the document is likely to stay on one page; Word itself has the last word.
    pub fn of(document: &Document) -> Scale {
        let widest = f64::from(TEXT_WIDTH - 2 * INSET) / 20.0;
        let title = &document.meta.title;
        let fits = |size: &f32| {
            let words = title.split_whitespace().map(|word| text_width(word, f64::from(*size), true));
            words.fold(0.0, f64::max) <= widest && text_width(title, f64::from(*size), true) <= widest * 2.0
        };
        let size = [54.0, 48.0, 42.0, 36.0, 32.0, 28.0, 24.0].into_iter().find(fits).unwrap_or(20.0);
        let lines = (text_width(title, f64::from(size), true) / widest).ceil().max(1.0);
        let room = ROOM - lines * f64::from(size) * 1.15;
        let text = (10..=32).rev().map(|step| step as f32 / 20.0).find(|scale| height(document, *scale) <= room);
        Scale { text: text.unwrap_or(0.5), title: size }
    }

    /// The size of facts in a table.
    pub fn facts(self) -> f32 {
        self.sized(FACTS)
    }

    /// In half points, as Word counts.
    fn sized(self, size: f32) -> f32 {
        (size * self.text * 2.0).round() / 2.0
    }
}

/// About how high the blocks are at a scale, in points.
fn height(document: &Document, scale: f32) -> f64 {
    let width = f64::from(TEXT_WIDTH) / 20.0;
    let lines = |content: &[Inline], size: f32, share: f64| {
        let size = f64::from(size);
        let breaks = content.iter().filter(|inline| matches!(inline, Inline::Break)).count() as f64;
        let long = text_width(&plain_text(content), size, false) * 1.06 / (width * share);
        (long.ceil().max(1.0) + breaks) * size * LINE
    };
    let block = |block: &Block, small: bool| match block {
        Block::Paragraph { content } if small => lines(content, SMALL, 1.0) + 12.0,
        Block::Paragraph { content } => lines(content, BODY * scale, 0.95) + 6.0,
        Block::Heading(heading) => lines(&heading.content, HEADING * scale, 1.0) + 22.0,
        Block::Table(table) => {
            let row = |cells: &Vec<Vec<Inline>>| {
                let cells = cells.iter().enumerate();
                let of =
                    |(at, cell): (usize, &Vec<Inline>)| lines(cell, FACTS * scale, if at == 0 { 0.25 } else { 0.7 });
                cells.map(of).fold(0.0, f64::max) + 7.0
            };
            table.rows.iter().map(row).sum::<f64>() + 14.0
        }
        _ => 0.0,
    };
    let mut height = 0.0;
    for part in &document.body {
        // Sources keep their size whatever the scale.
        let small = matches!(part, Block::Aside { kind: AsideKind::Source, .. });
        part.visit(&mut |inner| height += block(inner, small));
    }
    height
}

/// A style as it is on a sheet to hang up.
pub fn enlarged(style: Style, scale: Scale, palette: &Palette) -> Style {
    let sized = |size: f32| RunFormat { size: Some(scale.sized(size)), ..style.run };
    match style.id {
        "Normal" => {
            Style { run: sized(BODY), paragraph: ParagraphFormat { after: Some(160), ..style.paragraph }, ..style }
        }
        "Title" => {
            let run = RunFormat { size: Some(scale.title), color: Some(WHITE), ..style.run };
            Style { run, paragraph: band(style.paragraph, palette, Some(220)), ..style }
        }
        "Subtitle" => {
            let run = RunFormat { size: Some(SUBTITLE), color: Some(WHITE), ..style.run };
            Style { run, paragraph: band(style.paragraph, palette, None), ..style }
        }
        "Heading1" => Style { run: sized(HEADING), ..style },
        "Heading2" | "Heading3" => Style { run: sized(FACTS), ..style },
        "Tabeltekst" => {
            let paragraph = ParagraphFormat { before: Some(70), after: Some(70), ..style.paragraph };
            Style { run: sized(FACTS), paragraph, ..style }
        }
        "LetOp" => Style { run: sized(BODY + 1.0), ..style },
        "Bron" => {
            let run = RunFormat { size: Some(SMALL), ..style.run };
            let borders = vec![Border::thin("w:top", 6)];
            Style { run, paragraph: ParagraphFormat { borders, before: Some(240), ..style.paragraph }, ..style }
        }
        "Tabel" => {
            let first = RunFormat { bold: true, color: Some(palette.accent), ..RunFormat::default() };
            let tint = Element::new("w:tcPr").child(shading(palette.accent_tint));
            Style { table: vec![borderless(), tint, part("firstCol", first)], ..style }
        }
        _ => style,
    }
}

/// White on the colour of the house; title and subtitle have the same edges and so become one area.
fn band(format: ParagraphFormat, palette: &Palette, before: Option<u32>) -> ParagraphFormat {
    let sides = ["w:top", "w:left", "w:bottom", "w:right"];
    let edge = |side| Border { side, size: 48, space: 12, color: palette.accent };
    ParagraphFormat {
        borders: sides.map(edge).to_vec(),
        shade: Some(palette.accent),
        indent: Some(Indent { left: INSET, right: Some(INSET), hanging: 0 }),
        line: Some(Line::Relative(230)),
        before: before.or(Some(60)),
        after: if before.is_some() { Some(0) } else { Some(420) },
        ..format
    }
}
