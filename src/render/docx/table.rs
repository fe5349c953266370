//! Tables: those of the document, and ruled lines to write on.

use super::format::{Border, ParagraphFormat, RunFormat};
use super::inline::Inlines;
use super::xml::Element;
use crate::drawing::text_width;
use crate::render::extent::{RowRole, inline_length, row_roles};
use crate::render::words;
use crate::tree::{Align, Column, Inline, Table, plain_text};

const WRITING_HEIGHT: u32 = 510;
/// Characters on a line from margin to margin, at the least.
const LINE_LENGTH: f64 = 70.0;
/// A table of fewer lines is not broken over pages, as in the PDF.
const WHOLE: f64 = 16.0;
const DEFAULT_COLUMN: Column = Column { align: Align::Left, width: 1 };

/// On both sides of the text in a cell.
pub const CELL_MARGIN: u32 = 108;
/// Words are measured in Carlito; the other typeface that a house can choose is that much wider.
const WIDER: f64 = 1.12;

/// Where a table stands, how wide it may be, and how large its type is, in points.
#[derive(Clone, Copy)]
pub struct Room {
    pub indent: u32,
    pub width: u32,
    pub type_size: f32,
}

/// What a table is, for who does not see it.
pub struct About {
    /// What it belongs to.
    pub title: String,
    /// How it is built; empty for nothing to say.
    pub build: String,
}

impl About {
    pub fn new(title: &str, build: impl Into<String>) -> Self {
        About { title: title.to_owned(), build: build.into() }
    }
}

/// A table of any kind, with its columns in twips.
pub struct Grid {
    pub about: About,
    pub style: &'static str,
    pub first_row: bool,
    pub first_column: bool,
    pub indent: u32,
    pub columns: Vec<u32>,
    pub rows: Vec<Element>,
}

impl Grid {
    pub fn element(self) -> Element {
        let width: u32 = self.columns.iter().sum();
        let told = |name, text: &str| (!text.is_empty()).then(|| Element::val(name, text));
        let properties = Element::new("w:tblPr")
            .child(Element::val("w:tblStyle", self.style))
            .child(Element::new("w:tblW").attr("w:w", width).attr("w:type", "dxa"))
            .child(Element::new("w:tblInd").attr("w:w", self.indent).attr("w:type", "dxa"))
            .child(Element::new("w:tblLayout").attr("w:type", "fixed"))
            .child(look(self.first_row, self.first_column))
            .children(told("w:tblCaption", &self.about.title))
            .children(told("w:tblDescription", &self.about.build));
        let columns = self.columns.iter().map(|width| Element::new("w:gridCol").attr("w:w", width));
        Element::new("w:tbl").child(properties).child(Element::new("w:tblGrid").children(columns)).children(self.rows)
    }
}

/// A row that stays on one page.
pub fn row(height: Option<u32>, header: bool, cells: Vec<Element>) -> Element {
    let height = height.map(|twips| Element::val("w:trHeight", twips).attr("w:hRule", "atLeast"));
    let properties = Element::new("w:trPr")
        .child(Element::new("w:cantSplit"))
        .children(height)
        .children(header.then(|| Element::new("w:tblHeader")));
    Element::new("w:tr").child(properties).children(cells)
}

/// A cell with one paragraph in it.
pub fn cell(width: u32, format: &ParagraphFormat, runs: Vec<Element>) -> Element {
    cell_with(Element::new("w:tcPr").child(cell_width(width)), format, runs)
}

/// A cell of which the text stands on the bottom, with a line below it where it is to be written on.
pub fn form_cell(width: u32, ruled: bool, format: &ParagraphFormat, runs: Vec<Element>) -> Element {
    let line = ruled.then(|| Element::new("w:tcBorders").child(Border::thin("w:bottom", 0).element()));
    let properties = Element::new("w:tcPr").child(cell_width(width)).children(line);
    cell_with(properties.child(Element::val("w:vAlign", "bottom")), format, runs)
}

/// A cell with whole blocks in it, the last of which is a paragraph.
pub fn block_cell(width: u32, blocks: Vec<Element>) -> Element {
    Element::new("w:tc").child(Element::new("w:tcPr").child(cell_width(width))).children(blocks)
}

fn cell_width(width: u32) -> Element {
    Element::new("w:tcW").attr("w:w", width).attr("w:type", "dxa")
}

fn cell_with(properties: Element, format: &ParagraphFormat, runs: Vec<Element>) -> Element {
    let paragraph = Element::new("w:p").children(format.element()).children(runs);
    Element::new("w:tc").child(properties).child(paragraph)
}

/// A table of the document; nothing where it has no cells.
///
/// A short one is not broken over pages; a longer one leaves no row alone at the foot or the head of one.
/// `keep_last` holds its end to what comes after it.
pub fn table(table: &Table, title: &str, room: Room, keep_last: bool, inlines: &mut Inlines<'_>) -> Option<Element> {
    let count = table.rows.iter().map(Vec::len).chain([table.columns.len(), table.header.len()]).max()?;
    let columns: Vec<Column> =
        (0..count).map(|index| table.columns.get(index).copied().unwrap_or(DEFAULT_COLUMN)).collect();
    let widths = widened(shares(&columns, room.width), &least_widths(table, count, room.type_size));
    let first_row = table.header.iter().any(|cell| !cell.is_empty());
    let mut rows = Vec::new();
    if first_row {
        // A header alone at the foot of a page says nothing.
        rows.push(row(None, true, cells(&table.header, &columns, &widths, true, inlines)));
    }
    let roles = row_roles(&table.rows);
    let whole = lines(table, &roles, &widths, room.width) < WHOLE;
    let count_rows = table.rows.len();
    for (index, (content, role)) in table.rows.iter().zip(&roles).enumerate() {
        // The last row, often a total, does not stand alone on a next page, nor the first one, or a heading among rows,
        // at the foot of one.
        let last = index + 1 == count_rows;
        let keep_next =
            if last { keep_last } else { whole || *role == RowRole::Heads || index == 0 || index + 2 == count_rows };
        let height = (*role == RowRole::Writing).then_some(WRITING_HEIGHT);
        rows.push(row(height, false, cells(content, &columns, &widths, keep_next, inlines)));
    }
    let first_column = table.row_headers;
    let about = About::new(title, build(table));
    let grid = Grid { about, style: "Tabel", first_row, first_column, indent: room.indent, columns: widths, rows };
    (count > 0 && !grid.rows.is_empty()).then(|| grid.element())
}

/// About how many lines the rows of a table take.
fn lines(table: &Table, roles: &[RowRole], widths: &[u32], room: u32) -> f64 {
    let of = |(cell, width): (&Vec<Inline>, &u32)| {
        let most = (LINE_LENGTH * f64::from(*width) / f64::from(room.max(1))).max(4.0);
        (inline_length(cell) as f64 / most).ceil()
    };
    let row = |cells: &Vec<Vec<Inline>>| cells.iter().zip(widths).map(of).fold(0.0, f64::max);
    let least = |role: &RowRole| if *role == RowRole::Writing { 2.5 } else { 0.5 };
    table.rows.iter().map(row).zip(roles).map(|(lines, role)| (lines + 0.5).max(least(role))).sum()
}

/// What is where in a table.
fn build(table: &Table) -> String {
    let heads = table.header.iter().map(|cell| plain_text(cell)).filter(|head| !head.trim().is_empty());
    let heads: Vec<String> = heads.collect();
    match heads.as_slice() {
        [] if table.row_headers => words::ROW_HEADS.to_owned(),
        [] => String::new(),
        heads => format!("{} {}.", words::COLUMNS, heads.join(", ")),
    }
}

/// Empty lines to write on, by hand or by typing.
pub fn writing_space(lines: u8, title: &str, room: Room) -> Option<Element> {
    let rows = (1..=lines).map(|line| {
        let keep_next = line < lines && f64::from(lines) < WHOLE;
        let format = ParagraphFormat { keep_next, ..ParagraphFormat::of("Tabeltekst") };
        row(Some(WRITING_HEIGHT), false, vec![cell(room.width, &format, Vec::new())])
    });
    let grid = Grid {
        about: About::new(title, words::WRITING_SPACE),
        style: "Schrijfruimte",
        first_row: false,
        first_column: false,
        indent: room.indent,
        columns: vec![room.width],
        rows: rows.collect(),
    };
    (lines > 0).then(|| grid.element())
}

fn cells(
    content: &[Vec<Inline>],
    columns: &[Column],
    widths: &[u32],
    keep_next: bool,
    inlines: &mut Inlines<'_>,
) -> Vec<Element> {
    let places = columns.iter().zip(widths).enumerate();
    places
        .map(|(index, (column, width))| {
            let align = match column.align {
                Align::Left => None,
                Align::Center => Some("center"),
                Align::Right => Some("right"),
            };
            let format = ParagraphFormat { keep_next, align, ..ParagraphFormat::of("Tabeltekst") };
            let runs = content.get(index).map_or_else(Vec::new, |cell| inlines.runs(cell, RunFormat::default()));
            cell(*width, &format, runs)
        })
        .collect()
}

/// What the longest word of each head needs: of the column, and in the first one of every row that it heads.
fn least_widths(table: &Table, count: usize, size: f32) -> Vec<u32> {
    let word = |content: &Vec<Inline>| {
        let text = plain_text(content);
        text.split([' ', '-']).map(|word| text_width(word, f64::from(size), true)).fold(0.0, f64::max)
    };
    let mut words: Vec<f64> = (0..count).map(|index| table.header.get(index).map_or(0.0, word)).collect();
    if table.row_headers
        && let Some(first) = words.first_mut()
    {
        *first = table.rows.iter().filter_map(|row| row.first()).map(word).fold(*first, f64::max);
    }
    words.into_iter().map(|points| (points * WIDER * 20.0).ceil() as u32 + 2 * CELL_MARGIN).collect()
}

/// Gives columns that are too narrow what they need, from what the others can spare; as they are where that is too little.
fn widened(widths: Vec<u32>, least: &[u32]) -> Vec<u32> {
    let both = || widths.iter().zip(least);
    let needed: u64 = both().map(|(width, least)| u64::from(least.saturating_sub(*width))).sum();
    let spare: u64 = both().map(|(width, least)| u64::from(width.saturating_sub(*least))).sum();
    if needed == 0 || needed > spare {
        return widths;
    }
    let mut left = needed;
    let mut spare_left = spare;
    let given = both().map(|(width, least)| {
        let own = u64::from(width.saturating_sub(*least));
        // Each gives its part of what is still to be given, so that the sum comes out to the last twip.
        let part = (left * own).checked_div(spare_left).unwrap_or(0);
        left -= part;
        spare_left -= own;
        (*width).max(*least) - part as u32
    });
    given.collect()
}

/// Divides a width in the proportion of the columns, to the last twip.
fn shares(columns: &[Column], width: u32) -> Vec<u32> {
    let total: u64 = columns.iter().map(|column| u64::from(column.width.max(1))).sum();
    let edge = |sum: u64| (u64::from(width) * sum / total.max(1)) as u32;
    let mut sum = 0;
    columns
        .iter()
        .map(|column| {
            let left = edge(sum);
            sum += u64::from(column.width.max(1));
            edge(sum) - left
        })
        .collect()
}

/// Which parts of the table style apply: as a bit mask for old readers and in words for new ones.
fn look(first_row: bool, first_column: bool) -> Element {
    let mask = 0x0600 + if first_row { 0x20 } else { 0 } + if first_column { 0x80 } else { 0 };
    Element::val("w:tblLook", format!("{mask:04X}"))
        .attr("w:firstRow", u8::from(first_row))
        .attr("w:lastRow", 0)
        .attr("w:firstColumn", u8::from(first_column))
        .attr("w:lastColumn", 0)
        .attr("w:noHBand", 1)
        .attr("w:noVBand", 1)
}
