//! From the bytes of a spreadsheet to rows of cells, each with the number that Excel shows in front of it.

mod delimited;
mod encoding;
mod ods;
mod workbook;

use std::fmt;

/// Larger files are refused.
pub const MAX_BYTES: usize = 50_000_000;
/// More rows are refused.
pub const MAX_ROWS: usize = 100_000;
/// More columns are refused.
pub const MAX_COLUMNS: usize = 500;
/// More cells are refused, empty ones too: each of them takes room.
const MAX_CELLS: usize = 5_000_000;
/// The longest text that a cell of Excel can hold, in characters.
pub const MAX_CELL: usize = 32_767;

/// Among so many first rows the header is looked for: above it there may be a title.
const HEADER_WITHIN: usize = 20;

/// A table as it stands in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub form: Form,
    /// The rows above the header, such as a title.
    pub above: Vec<Row>,
    /// Where the header is.
    pub header: Place,
    /// The header of each column; empty where it has none.
    pub headers: Vec<String>,
    /// The rows under it that say something, with a cell for each header.
    pub rows: Vec<Row>,
    /// The rows that cannot be taken apart into cells.
    pub unreadable: Vec<Unreadable>,
}

/// How the file was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Form {
    /// `CSV`, `Excel` or `OpenDocument`.
    pub kind: &'static str,
    /// Of a CSV: the encoding of its letters.
    pub encoding: Option<&'static str>,
    /// Of a CSV: what stands between two cells.
    pub separator: Option<char>,
    /// Of a workbook: the sheet that was read.
    pub sheet: Option<String>,
    /// Of a workbook: the sheets that were not.
    pub other_sheets: Vec<String>,
}

/// Where a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The number that Excel shows, from 1.
    pub row: u32,
    /// Of a CSV: the line on which the row begins, from 1. A cell with several lines makes it differ from the row.
    pub line: Option<u32>,
}

impl fmt::Display for Place {
    /// `rij 17`, and `rij 17 (regel 19)` where the two differ.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line.filter(|line| *line != self.row) {
            Some(line) => write!(formatter, "rij {} (regel {line})", self.row),
            None => write!(formatter, "rij {}", self.row),
        }
    }
}

/// The cells of one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub place: Place,
    pub cells: Vec<String>,
}

/// A row that is not to be trusted as a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    pub place: Place,
    /// What was read of it.
    pub cells: Vec<String>,
    pub message: String,
    pub help: &'static str,
}

/// Why a file is no table, in Dutch and with the way out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct TableError {
    pub message: String,
    pub help: String,
}

impl TableError {
    fn new(message: impl Into<String>, help: impl Into<String>) -> TableError {
        TableError { message: message.into(), help: help.into() }
    }
}

/// Reads a spreadsheet. What it is follows from its bytes, not from its name. `sheet` names the sheet of a workbook;
/// otherwise the first visible one that holds something is read.
///
/// # Errors
/// When it is no spreadsheet that can be read, or larger than the limits.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, TableError> {
    if bytes.len() > MAX_BYTES {
        return Err(TableError::new(
            format!("het bestand is groter dan {} MB en wordt niet gelezen", MAX_BYTES / 1_000_000),
            "Kijk of dit het goede bestand is, of verdeel het over meer bestanden.",
        ));
    }
    match bytes {
        [b'P', b'K', 3 | 5, ..] => workbook::read(bytes, sheet),
        // The old binary container: .xls, and an .xlsx behind a password.
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(TableError::new(
            "dit is een oud Excel-bestand (.xls), of een bestand met een wachtwoord",
            "Open het in Excel, kies Opslaan als, en kies ‘Excel-werkmap (.xlsx)’ zonder wachtwoord.",
        )),
        _ if bytes.starts_with(b"%PDF") => {
            Err(TableError::new("dit is een PDF en geen spreadsheet", "Vraag de lijst als Excel-bestand of CSV."))
        }
        _ => delimited::read(bytes),
    }
}

/// A row before it is known which row is the header.
struct Raw {
    place: Place,
    cells: Vec<String>,
    fault: Option<(String, &'static str)>,
}

fn blank(cell: &str) -> bool {
    cell.trim().is_empty()
}

/// Finds the header among the rows and puts every row below it in order.
fn table(form: Form, rows: Vec<Raw>) -> Result<Table, TableError> {
    let says_something = |raw: &Raw| raw.fault.is_some() || raw.cells.iter().any(|cell| !blank(cell));
    let rows: Vec<Raw> = rows.into_iter().filter(says_something).collect();
    let filled = |raw: &Raw| raw.cells.iter().filter(|cell| !blank(cell)).count();
    let whole = |raw: &&Raw| raw.fault.is_none();
    let wide = rows.iter().take(HEADER_WITHIN).position(|raw| raw.fault.is_none() && filled(raw) > 1);
    let at = wide.or_else(|| rows.iter().take(HEADER_WITHIN).position(|raw| whole(&raw)));
    let Some(at) = at else {
        return Err(match rows.first() {
            Some(Raw { place, fault: Some((message, help)), .. }) => {
                TableError::new(format!("de kop van de tabel is niet te lezen: {place}: {message}"), *help)
            }
            _ => TableError::new("het bestand is leeg", "Kijk of dit het goede bestand is."),
        });
    };
    let mut rows = rows.into_iter();
    let above = rows.by_ref().take(at).map(|raw| Row { place: raw.place, cells: raw.cells }).collect();
    let (header, mut headers) = rows.next().map(|raw| (raw.place, raw.cells)).unwrap_or((NOWHERE, Vec::new()));
    if headers.len() > MAX_COLUMNS {
        return Err(too_many_columns());
    }
    let mut table = Table { form, above, header, headers: Vec::new(), rows: Vec::new(), unreadable: Vec::new() };
    for Raw { place, mut cells, fault } in rows {
        match fault {
            Some((message, help)) => table.unreadable.push(Unreadable { place, cells, message, help }),
            None => {
                cells.resize(cells.len().max(headers.len()), String::new());
                table.rows.push(Row { place, cells });
            }
        }
    }
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(headers.len());
    headers.resize(width, String::new());
    let used = |column: usize| {
        !blank(&headers[column]) || table.rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| !blank(cell)))
    };
    let width = (0..width).rev().find(|column| used(*column)).map_or(0, |last| last + 1);
    headers.truncate(width);
    for row in &mut table.rows {
        row.cells.resize(width, String::new());
    }
    table.headers = headers;
    Ok(table)
}

const NOWHERE: Place = Place { row: 1, line: None };

fn too_many_rows() -> TableError {
    TableError::new(
        "het bestand heeft meer dan 100.000 rijen",
        "Kijk of dit het goede bestand is, of verdeel het over meer bestanden.",
    )
}

fn too_many_cells() -> TableError {
    TableError::new(
        "het bestand heeft meer dan 5 miljoen cellen",
        "Kijk of dit het goede bestand is, en bewaar alleen de kolommen over de organisaties.",
    )
}

fn too_many_columns() -> TableError {
    TableError::new("het bestand heeft meer dan 500 kolommen", "Bewaar alleen de kolommen over de organisaties.")
}
