//! A table on the sheet, and what is known of it before it is set: which words fit their columns, how long it is.

use serde_json::{Value, json};

use super::sheet::{LONG_CELL, Sheet, object};
use crate::drawing::text_width;
use crate::render::extent::{inline_length, lines_of, row_roles};
use crate::render::theme;
use crate::tree::{Align, Column, Face, Inline, Layout, Table, plain_text};

/// What a cell leaves free on both sides, in points.
const CELL_MARGINS: f64 = 12.0;
/// A table of fewer lines stays on one page; between rows there is room for half a line.
const SHORT_TABLE: f64 = 16.0;
const BETWEEN_ROWS: f64 = 0.5;

impl Sheet<'_> {
    /// The table as the template wants it; nothing if it has no columns.
    pub(super) fn table(&mut self, table: &Table) -> Option<Value> {
        let columns = columns(table)?;
        let shares = shares(&columns);
        // On pages to read, words are hyphenated only in a cell where one does not fit, and then all of them.
        let outside = self.hyphenates;
        self.hyphenates &= self.layout != Layout::Report;
        let headed = table.header.iter().any(|cell| !plain_text(cell).trim().is_empty());
        let header = if headed { self.row(&table.header, &shares, |_| true) } else { Vec::new() };
        let bold = |at| at == 0 && table.row_headers;
        let rows: Vec<Vec<Value>> = table.rows.iter().map(|row| self.row(row, &shares, bold)).collect();
        let height = |row: &Vec<Vec<Inline>>| {
            let lines = row.iter().zip(&shares).map(|(cell, share)| lines_of(inline_length(cell), *share).ceil());
            lines.fold(1.0, f64::max) + BETWEEN_ROWS
        };
        self.hyphenates = outside;
        let short = table.rows.iter().map(height).sum::<f64>() < SHORT_TABLE;
        Some(object!({
            "t": "table", "columns": json!(columns), "row_headers": table.row_headers, "short": short,
            "header": header, "rows": rows, "roles": json!(row_roles(&table.rows)),
        }))
    }

    /// The cells of a row, as many as the table has columns. `bold` is which of them are.
    fn row(&mut self, cells: &[Vec<Inline>], shares: &[f64], bold: impl Fn(usize) -> bool) -> Vec<Value> {
        let cell = |(at, share): (usize, &f64)| {
            let cell = cells.get(at).map_or(&[][..], Vec::as_slice);
            object!({
                "content": self.inlines(cell),
                "breaks": lines_of(inline_length(cell), *share) > LONG_CELL,
                "fits": words_fit(cell, *share, bold(at), self.face),
            })
        };
        shares.iter().enumerate().map(cell).collect()
    }
}

/// As many columns as the longest row has cells; nothing if there are none.
fn columns(table: &Table) -> Option<Vec<Column>> {
    let count = table.rows.iter().map(Vec::len).chain([table.columns.len(), table.header.len()]).max()?;
    let filler = Column { align: Align::Left, width: 1 };
    let column = |at| table.columns.get(at).copied().unwrap_or(filler);
    (count > 0).then(|| (0..count).map(column).map(|column| Column { width: column.width.max(1), ..column }).collect())
}

/// The part of the width that each column takes.
fn shares(columns: &[Column]) -> Vec<f64> {
    let total: f64 = columns.iter().map(|column| f64::from(column.width)).sum();
    columns.iter().map(|column| f64::from(column.width) / total).collect()
}

/// Whether no word of a cell is wider than its column, so that none has to be broken.
fn words_fit(cell: &[Inline], share: f64, bold: bool, face: Face) -> bool {
    let room = f64::from(theme::WIDTH * theme::POINTS_PER_MILLIMETRE) * share - CELL_MARGINS;
    let bold = bold || cell.iter().any(|inline| matches!(inline, Inline::Strong { .. }));
    let text = plain_text(cell);
    let mut words = text.split(|letter: char| letter.is_whitespace() && letter != '\u{a0}');
    words.all(|word| width_of(word, bold, face) <= room)
}

/// How wide a text is in the body of a document, in points, at most.
pub(super) fn width_of(text: &str, bold: bool, face: Face) -> f64 {
    text_width(text, f64::from(theme::BODY_SIZE) * widening(face), bold)
}

/// How much wider a face is than the one that is measured, at most.
fn widening(face: Face) -> f64 {
    match face {
        Face::Carlito => 1.0,
        Face::LiberationSans => 1.2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(word: &str, widths: [u16; 2], face: Face) -> bool {
        let column = |width: u16| Column { align: Align::Left, width };
        let shares = shares(&widths.map(column));
        words_fit(&[Inline::Text { text: word.to_owned() }], shares[1], false, face)
    }

    #[test]
    fn a_word_fits_or_is_wider_than_its_column() {
        let long = "samenwerkingsovereenkomst";
        assert!(fits(long, [1, 1], Face::Carlito));
        assert!(!fits(long, [9, 1], Face::Carlito));
        assert!(fits("kort en nog korter", [9, 1], Face::Carlito));
        assert!(!fits("kort\u{a0}en\u{a0}nog\u{a0}korter", [9, 1], Face::Carlito), "tied words are one");
    }

    #[test]
    fn a_wider_face_needs_more_room() {
        let least = |face| (1..20).find(|width| fits("vriendelijkheid", [20, *width], face));
        assert!(least(Face::Carlito) < least(Face::LiberationSans));
    }
}
