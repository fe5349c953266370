//! Tables as GitHub writes them, with the bars under each other as long as that stays readable.

use unicode_width::UnicodeWidthStr;

use super::inline::{Place, inline};
use crate::tree::{Align, Inline, Table};

/// A cell that is longer than this is not waited for.
const PADDED: usize = 32;

/// The lines of a table; none when it has no columns.
pub(super) fn lines(table: &Table) -> Vec<String> {
    if table.columns.is_empty() {
        return Vec::new();
    }
    let header = cells(table, &table.header, false);
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| cells(table, row, table.row_headers)).collect();
    let widths: Vec<usize> = (0..table.columns.len())
        .map(|column| {
            let all = rows.iter().chain([&header]).map(|row| row[column].width());
            all.filter(|width| *width <= PADDED).max().unwrap_or(0).max(4)
        })
        .collect();
    let rule = table.columns.iter().zip(&widths).map(|(column, width)| rule(column.align, *width)).collect();
    [header, rule].iter().chain(&rows).map(|row| line(row, &widths)).collect()
}

/// As many cells as the table has columns.
fn cells(table: &Table, row: &[Vec<Inline>], row_header: bool) -> Vec<String> {
    (0..table.columns.len())
        .map(|column| match row.get(column) {
            Some(content) if column == 0 && row_header => {
                inline(&[Inline::Strong { content: content.clone() }], Place::Cell)
            }
            Some(content) => inline(content, Place::Cell),
            None => String::new(),
        })
        .collect()
}

fn rule(align: Align, width: usize) -> String {
    match align {
        Align::Left => "-".repeat(width),
        Align::Center => format!(":{}:", "-".repeat(width - 2)),
        Align::Right => format!("{}:", "-".repeat(width - 1)),
    }
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let mut line = String::from("|");
    for (cell, width) in cells.iter().zip(widths) {
        let padding = width.saturating_sub(cell.width());
        line.push_str(&format!(" {cell}{} |", " ".repeat(padding)));
    }
    line
}
