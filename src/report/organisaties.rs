//! The organisations as a table for people and as JSON for programs.

use serde_json::Value;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::lines::plain;
use crate::model::{Datum, Organisatie};

/// Columns between two cells.
const GAP: usize = 2;

/// What a column shows, and the least room that it can do with. In the order in which they may take room.
struct Column {
    title: &'static str,
    least: usize,
    cell: fn(&Organisatie) -> String,
}

const COLUMNS: [Column; 6] = [
    Column { title: "id", least: 14, cell: |one| text(&one.id) },
    Column { title: "naam", least: 24, cell: |one| text(&one.naam) },
    Column {
        title: "sector",
        least: 12,
        cell: |one| one.sector.map(|sector| sector.term().code.replace('_', " ")).unwrap_or_default(),
    },
    Column { title: "wijken", least: 14, cell: |one| one.wijken.join(", ") },
    Column { title: "telefoon", least: 14, cell: |one| text(&one.telefoon) },
    Column { title: "nagekeken op", least: 12, cell: |one| one.nagekeken_op.map(Datum::long).unwrap_or_default() },
];

/// A line for each organisation under a line of titles. What does not fit beside the other columns goes on below itself,
/// so that nothing is lost; on a narrow screen there are fewer columns. No line is wider than `width`, of which there are
/// at least 40.
pub fn table(organisaties: &[&Organisatie], width: usize) -> String {
    let width = width.max(40);
    let mut columns: Vec<&Column> = Vec::new();
    let mut used = 0;
    for column in &COLUMNS {
        let with = used + column.least + if columns.is_empty() { 0 } else { GAP };
        if with > width {
            break;
        }
        used = with;
        columns.push(column);
    }
    let rows: Vec<Vec<String>> =
        organisaties.iter().map(|one| columns.iter().map(|column| plain(&(column.cell)(one))).collect()).collect();
    let widths = widths(&columns, &rows, width);
    let mut table = String::new();
    let titles: Vec<String> = columns.iter().map(|column| column.title.to_owned()).collect();
    append(&mut table, &titles, &widths);
    append(&mut table, &widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>(), &widths);
    for row in &rows {
        append(&mut table, row, &widths);
    }
    table
}

/// The organisations with everything that is known about them, under the names of the YAML.
pub fn json(organisaties: &[&Organisatie]) -> String {
    format!("{:#}\n", serde_json::to_value(organisaties).unwrap_or(Value::Null))
}

fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

/// The room of each column: what it needs, or a fair part of what there is.
fn widths(columns: &[&Column], rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let needed: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| rows.iter().map(|row| row[at].width()).chain([column.title.width()]).max().unwrap_or(0))
        .collect();
    let mut widths: Vec<usize> =
        columns.iter().zip(&needed).map(|(column, needed)| column.least.min(*needed)).collect();
    let mut left = width.saturating_sub(widths.iter().sum::<usize>() + GAP * columns.len().saturating_sub(1));
    while left > 0 {
        let wanting = (0..widths.len()).filter(|at| widths[*at] < needed[*at]);
        let Some(narrowest) = wanting.min_by_key(|at| widths[*at]) else { break };
        widths[narrowest] += 1;
        left -= 1;
    }
    widths
}

fn append(table: &mut String, cells: &[String], widths: &[usize]) {
    let cells: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, width)| folded(cell, *width)).collect();
    for at in 0..cells.iter().map(Vec::len).max().unwrap_or_default() {
        let mut line = String::new();
        let mut column = 0;
        for (cell, width) in cells.iter().zip(widths) {
            let part = cell.get(at).map_or("", String::as_str);
            line.push_str(&" ".repeat(column - line.width().min(column)));
            line.push_str(part);
            column += width + GAP;
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
}

/// The text in lines of at most `width` columns: broken between words; a longer word behind a hyphen, or where it has to
/// be.
fn folded(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let whole = word.width() <= width;
        let pieces: Vec<&str> = if whole { vec![word] } else { word.split_inclusive('-').collect() };
        let mut space = if lines.last().is_some_and(|line| !line.is_empty()) { " " } else { "" };
        for piece in pieces {
            let room = width.saturating_sub(lines.last().map_or(0, |line| line.width() + space.len()));
            if piece.width() > room && lines.last().is_some_and(|line| !line.is_empty()) {
                lines.push(String::new());
                space = "";
            }
            for letter in std::mem::take(&mut space).chars().chain(piece.chars()) {
                let full = |line: &String| !line.is_empty() && line.width() + letter.width().unwrap_or(0) > width;
                if lines.last().is_some_and(full) {
                    lines.push(String::new());
                }
                if let Some(line) = lines.last_mut() {
                    line.push(letter);
                }
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_broken_where_it_disturbs_least() {
        assert_eq!(folded("molenkwartier, de-hoven", 18), ["molenkwartier,", "de-hoven"]);
        assert_eq!(folded("maatschappelijke-dienstverlening", 20), ["maatschappelijke-", "dienstverlening"]);
        assert_eq!(folded("abcdef", 4), ["abcd", "ef"]);
        assert_eq!(folded("", 4), [""]);
    }

    proptest! {
        #[test]
        fn every_table_fits_and_loses_nothing(names in proptest::collection::vec("[ -~é漢\u{202e}\u{1b}\n]{0,60}", 1..6), width in 40usize..220) {
            let all: Vec<Organisatie> = names
                .iter()
                .map(|name| Organisatie { id: Some(name.clone()), naam: Some(name.clone()), ..Organisatie::default() })
                .collect();
            let table = table(&all.iter().collect::<Vec<_>>(), width);
            for line in table.lines() {
                prop_assert!(line.width() <= width, "{line:?} in {width}");
                let steers = line.contains(|letter: char| letter.is_control() || letter == '\u{202e}');
                prop_assert!(!steers, "{line:?}");
            }
            let letters = |text: &str| text.chars().filter(|letter| letter.is_ascii_alphanumeric()).count();
            let titles = letters(table.lines().next().unwrap_or_default());
            prop_assert_eq!(letters(&table) - titles, 2 * names.iter().map(|name| letters(name)).sum::<usize>());
        }
    }
}
