//! Tables on the terminal: columns beside each other where there is room, and otherwise row by row.

use unicode_width::UnicodeWidthStr;

use super::content;
use super::wrap::{hang, wrap};
use crate::tree::{Align, Table};
use crate::wrap::words;

/// Below this, columns beside each other hold hardly a word each.
const NARROW: usize = 50;
const BETWEEN: usize = 2;

pub(super) fn lines(table: &Table, width: usize) -> Vec<String> {
    let header: Vec<String> = table.header.iter().map(|cell| content(cell)).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(|cell| content(cell)).collect()).collect();
    match column_widths(&header, &rows, table.columns.len(), width) {
        Some(widths) => Columns { table, widths }.lines(&header, &rows),
        None => rows.iter().enumerate().flat_map(|(index, row)| labelled_row(index, &header, row, width)).collect(),
    }
}

/// How wide each column becomes; none when they do not fit beside each other.
fn column_widths(header: &[String], rows: &[Vec<String>], columns: usize, width: usize) -> Option<Vec<usize>> {
    let widest = |part: fn(&str) -> usize| -> Vec<usize> {
        let cells = |column| rows.iter().map(Vec::as_slice).chain([header]).filter_map(move |row| row.get(column));
        (0..columns).map(|column| cells(column).map(|cell| part(cell)).max().unwrap_or(0).max(1)).collect()
    };
    let wished = widest(|cell| wrap(cell, usize::MAX).iter().map(|line| line.width()).max().unwrap_or(0));
    let needed = widest(|cell| cell.split('\n').flat_map(words).map(UnicodeWidthStr::width).max().unwrap_or(0));
    let room = width.checked_sub(BETWEEN * columns.saturating_sub(1))?;
    if wished.iter().sum::<usize>() <= room {
        return Some(wished);
    }
    let spare = room.checked_sub(needed.iter().sum())?;
    if width < NARROW {
        return None;
    }
    let wanting: usize = wished.iter().zip(&needed).map(|(wished, needed)| wished - needed).sum();
    let share = |(wished, needed): (&usize, &usize)| needed + spare * (wished - needed) / wanting.max(1);
    Some(wished.iter().zip(&needed).map(share).collect())
}

struct Columns<'a> {
    table: &'a Table,
    widths: Vec<usize>,
}

impl Columns<'_> {
    fn lines(&self, header: &[String], rows: &[Vec<String>]) -> Vec<String> {
        let mut lines = Vec::new();
        if header.iter().any(|cell| !cell.is_empty()) {
            lines.extend(self.row(header));
            let rules: Vec<String> = self.widths.iter().map(|width| "-".repeat(*width)).collect();
            lines.push(rules.join(&" ".repeat(BETWEEN)));
        }
        let rows: Vec<Vec<String>> = rows.iter().map(|row| self.row(row)).collect();
        // Once a row takes two lines, only an empty one shows where the next begins.
        let apart = rows.iter().any(|row| row.len() > 1);
        for (index, row) in rows.into_iter().enumerate() {
            if apart && index > 0 {
                lines.push(String::new());
            }
            lines.extend(row);
        }
        lines
    }

    fn row(&self, cells: &[String]) -> Vec<String> {
        let wrapped: Vec<Vec<String>> = self
            .widths
            .iter()
            .enumerate()
            .map(|(column, width)| wrap(cells.get(column).map_or("", String::as_str), *width))
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        let line = |index: usize| {
            let parts = wrapped
                .iter()
                .enumerate()
                .map(|(column, lines)| self.aligned(column, lines.get(index).map_or("", String::as_str)));
            parts.collect::<Vec<_>>().join(&" ".repeat(BETWEEN)).trim_end().to_owned()
        };
        (0..height).map(line).collect()
    }

    fn aligned(&self, column: usize, text: &str) -> String {
        let spare = self.widths[column].saturating_sub(text.width());
        let before = match self.table.columns.get(column).map_or(Align::Left, |column| column.align) {
            Align::Left => 0,
            Align::Center => spare / 2,
            Align::Right => spare,
        };
        format!("{}{text}{}", " ".repeat(before), " ".repeat(spare - before))
    }
}

/// A row as a short list: what the column is called, and what it says.
fn labelled_row(index: usize, header: &[String], row: &[String], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if index > 0 {
        lines.push(String::new());
    }
    for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let text = match header.get(column).filter(|label| !label.is_empty()) {
            Some(label) => format!("{}: {cell}", label.replace('\n', " ")),
            None => cell.clone(),
        };
        let indent = if column == 0 { "" } else { "  " };
        lines.extend(hang(indent, wrap(&text, width.saturating_sub(indent.len()).max(1)), width));
    }
    lines
}
