//! A workbook: sheets of cells with live formulas, before it has any format.
//!
//! A formula carries its value, so that a program that does not calculate shows the same. Texts are literal: a text
//! that looks like a formula is none.

use super::Theme;
use crate::character::is_invisible;

/// A file of sheets.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    pub title: String,
    pub author: String,
    pub theme: Theme,
    pub sheets: Vec<Sheet>,
}

/// One sheet: a title, a line of explanation, a header that stays in sight, and rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// At most 31 characters, as spreadsheets allow.
    pub name: &'static str,
    pub title: String,
    pub note: String,
    pub columns: Vec<SheetColumn>,
    pub rows: Vec<Vec<Cell>>,
}

/// One column: its head, and its width in characters.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetColumn {
    pub head: String,
    pub width: f64,
}

/// How many rows stand above the first of [`Sheet::rows`].
pub const ROWS_ABOVE: usize = 3;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    pub content: Content,
    pub look: Look,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub enum Content {
    #[default]
    Empty,
    Text(String),
    /// A year or another whole number that is no amount.
    Whole(u32),
    /// In hundredths.
    Number(i64),
    /// In cents.
    Euro(i64),
    /// Without the `=`, in English, with commas; and its value.
    Formula(String, Outcome),
}

/// What a formula comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// In cents.
    Euro(i64),
    Text(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    #[default]
    Plain,
    /// To be filled in by hand.
    Input,
    Total,
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { content: Content::Text(text.into()), look: Look::Plain }
    }

    pub fn formula(formula: impl Into<String>, cents: i64) -> Cell {
        Cell { content: Content::Formula(formula.into(), Outcome::Euro(cents)), look: Look::Plain }
    }

    /// The same cell, to be filled in.
    pub fn input(self) -> Cell {
        Cell { look: Look::Input, ..self }
    }

    /// The same cell, in a row of totals.
    pub fn total(self) -> Cell {
        Cell { look: Look::Total, ..self }
    }
}

/// Whether a spreadsheet could take this text for something to run, now or when somebody edits the cell.
pub fn could_run(text: &str) -> bool {
    // A program that leaves out what has no width finds the sign behind it.
    let shown = text.trim_start_matches(|one: char| is_invisible(one) || matches!(one, ' ' | '\u{a0}'));
    shown.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// The name of a column, counted from 0: `A`, `Z`, `AA`.
pub fn column_name(index: usize) -> String {
    let letter = char::from(b'A' + (index % 26) as u8);
    match index / 26 {
        0 => letter.to_string(),
        rest => format!("{}{letter}", column_name(rest - 1)),
    }
}

/// The number by which a formula names the row of [`Sheet::rows`] with this index.
pub fn row_number(index: usize) -> usize {
    ROWS_ABOVE + index + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 51, 52, 702].map(column_name), ["A", "Z", "AA", "AZ", "BA", "AAA"]);
    }
}
