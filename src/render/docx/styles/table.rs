//! Styles of tables.

use super::super::format::{Border, Indent, ParagraphFormat, RunFormat, shading};
use super::super::table::CELL_MARGIN;
use super::super::xml::Element;
use super::Style;
use crate::render::theme::{self, Palette};

/// Word's own two, on which ours rest, and ours.
pub fn tables(palette: &Palette) -> Vec<Style> {
    let all = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    vec![
        Style { default: true, priority: 99, ..style("TableNormal", "Normal Table", vec![plain()]) },
        Style {
            based_on: Some("TableNormal"),
            priority: 39,
            // A line of text leaves room at the right, a cell does not.
            paragraph: ParagraphFormat { indent: Some(Indent::WIDE), ..ParagraphFormat::default() },
            ..style("TableGrid", "Table Grid", vec![bordered(&all.map(|side| Border::thin(side, 0)))])
        },
        own("Tabel", "Tabel met kop", content_table(palette)),
        own("Schrijfruimte", "Schrijfruimte", vec![bordered(&ruled())]),
        own("Formulier", "Formulier", vec![bordered(&form())]),
        own("Ondertekening", "Ondertekening", signature()),
    ]
}

fn style(id: &'static str, name: &'static str, table: Vec<Element>) -> Style {
    Style { kind: "table", id, name, table, ..Style::default() }
}

fn own(id: &'static str, name: &'static str, table: Vec<Element>) -> Style {
    Style { based_on: Some("TableGrid"), custom: true, priority: 40, ..style(id, name, table) }
}

/// Thin lines between the rows and a strong one above them, a tinted and bold first row, a bold first column where it
/// heads the rows. None beside the cells: the eye goes along the rows.
fn content_table(palette: &Palette) -> Vec<Element> {
    let [_, left, bottom, right, inside, between] = ruled();
    let above = Border { size: 8, color: palette.accent, ..Border::thin("w:top", 0) };
    let bold = RunFormat { bold: true, ..RunFormat::default() };
    let head = RunFormat { color: Some(palette.accent), ..bold };
    let tint = Element::new("w:tcPr").child(shading(palette.accent_tint));
    vec![
        bordered(&[above, left, bottom, right, inside, between]),
        part("firstRow", head).child(tint),
        part("firstCol", bold),
    ]
}

/// Above and below what somebody fills in: to be seen well.
fn form() -> [Border; 6] {
    let strong = |line: Border| Border { color: theme::QUIET, ..line };
    let [top, left, bottom, right, inside, between] = ruled();
    [strong(Border { size: 4, ..top }), left, strong(bottom), right, strong(inside), between]
}

/// Lines below each other and nothing beside them.
fn ruled() -> [Border; 6] {
    let line = |side| Border::thin(side, 0);
    [none("w:top"), none("w:left"), line("w:bottom"), none("w:right"), line("w:insideH"), none("w:insideV")]
}

fn signature() -> Vec<Element> {
    let quiet = RunFormat { color: Some(theme::QUIET), ..RunFormat::default() };
    let lines = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    let borders = lines.map(none);
    let borders = Element::new("w:tblBorders").children(borders.iter().map(Border::element));
    let properties = Element::new("w:tblPr").child(borders).child(margins(0));
    vec![properties, part("firstCol", quiet)]
}

fn none(side: &'static str) -> Border {
    Border { size: 0, ..Border::thin(side, 0) }
}

fn bordered(borders: &[Border]) -> Element {
    Element::new("w:tblPr").child(Element::new("w:tblBorders").children(borders.iter().map(Border::element)))
}

/// The formatting of one part of a table.
pub fn part(name: &'static str, run: RunFormat) -> Element {
    Element::new("w:tblStylePr").attr("w:type", name).children(run.element())
}

/// No lines, and room on both sides of the text in a cell.
fn plain() -> Element {
    Element::new("w:tblPr").child(width("w:tblInd", 0)).child(margins(CELL_MARGIN))
}

/// The room on both sides of the text in a cell.
fn margins(sides: u32) -> Element {
    Element::new("w:tblCellMar")
        .child(width("w:top", 0))
        .child(width("w:left", sides))
        .child(width("w:bottom", 0))
        .child(width("w:right", sides))
}

fn width(name: &'static str, twips: u32) -> Element {
    Element::new(name).attr("w:w", twips).attr("w:type", "dxa")
}

/// A table that is an area and no grid.
pub fn borderless() -> Element {
    let lines = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    bordered(&lines.map(none))
}
