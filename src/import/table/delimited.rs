//! CSV as spreadsheets write it: cells between `;`, `,` or tabs, quoted where they hold one of those or a new line.
//!
//! Read here and not by the crate csv, for two reasons. A quotation mark that is never closed makes csv swallow all rows
//! behind it; here it costs its own row. And csv does not tell of empty lines, which Excel does count as rows.

use super::{Form, MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Place, Raw, Table, TableError, blank, encoding, table};

/// In the order in which one wins from the next.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];
/// What the separator is guessed from.
const SAMPLE: usize = 64 * 1024;
/// Excel leaves out separators at the end of rows when those cells are empty in sixteen rows that it writes at once.
const BLOCK: u32 = 16;
/// A character takes at most so many bytes.
const UTF8: usize = 4;

const QUOTE_HELP: &str =
    "Zet in Excel een aanhalingsteken nooit los in een cel, of sla de lijst opnieuw op vanuit Excel.";

pub(super) fn read(bytes: &[u8]) -> Result<Table, TableError> {
    let (text, encoding) = encoding::decode(bytes)?;
    let (named, skip) = named_separator(&text);
    let text = &text[skip..];
    let separator = named.unwrap_or_else(|| likely_separator(text));
    let first_line = if skip > 0 { 2 } else { 1 };
    let mut rows = records(text, separator, first_line)?;
    check_widths(&mut rows);
    let form =
        Form { kind: "CSV", encoding: Some(encoding), separator: Some(char::from(separator)), ..Form::default() };
    table(form, rows)
}

/// `sep=;` on the first line, which Excel reads and does not show.
fn named_separator(text: &str) -> (Option<u8>, usize) {
    let line = text.split_inclusive(['\r', '\n']).next().unwrap_or_default();
    match line.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) if SEPARATORS.contains(separator) => {
            let skip = line.len() + usize::from(text[line.len()..].starts_with('\n') && line.ends_with('\r'));
            (Some(*separator), skip)
        }
        _ => (None, 0),
    }
}

/// The separator with which the most rows have as many cells as most rows have.
fn likely_separator(text: &str) -> u8 {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let agreement = |separator: u8| {
        let mut widths: Vec<usize> = Vec::new();
        let mut at = 0;
        while at < end && widths.len() < 100 {
            let record = record(&text[..end], at, separator);
            at = record.next;
            if record.cells.iter().any(|cell| !blank(cell)) {
                widths.push(record.cells.len());
            }
        }
        let most = widths
            .iter()
            .filter(|width| **width > 1)
            .max_by_key(|width| (widths.iter().filter(|other| other == width).count(), **width));
        let agree = most.map_or(0, |most| widths.iter().filter(|width| *width == most).count());
        (agree * 100).checked_div(widths.len()).unwrap_or(0)
    };
    let mut best = (SEPARATORS[0], 0);
    for separator in SEPARATORS {
        let agreement = agreement(separator);
        if agreement > best.1 {
            best = (separator, agreement);
        }
    }
    best.0
}

/// One record and where the next begins.
struct Record {
    cells: Vec<String>,
    next: usize,
    fault: Option<(String, &'static str)>,
}

fn records(text: &str, separator: u8, first_line: u32) -> Result<Vec<Raw>, TableError> {
    let mut rows = Vec::new();
    let mut widest = None;
    let (mut at, mut row, mut line, mut cells) = (0, 1, first_line, 0);
    while at < text.len() {
        if rows.len() > MAX_ROWS {
            return Err(super::too_many_rows());
        }
        let mut one = record(text, at, separator);
        let several = one.fault.is_none() && lines(&text[at..one.next]) > 1;
        let width = one.cells.len();
        if several && widest.is_some_and(|widest| width != widest) {
            // The closing quotation mark was that of another row: this row ends at the end of its line.
            one = broken(text, at, one.cells, "een aanhalingsteken wordt niet gesloten", QUOTE_HELP);
        }
        if one.fault.is_none() && one.cells.iter().any(|cell| cell.contains('\0')) {
            let message = "er staat een teken in dat geen letter is (een nulteken)".to_owned();
            one.fault = Some((message, "Typ deze rij opnieuw, of sla de lijst opnieuw op vanuit Excel."));
        }
        if width > 1 && widest.is_none() {
            widest = Some(width);
        }
        cells += one.cells.len();
        if cells > MAX_CELLS {
            return Err(super::too_many_cells());
        }
        rows.push(Raw { place: Place { row, line: Some(line) }, cells: one.cells, fault: one.fault });
        row += 1;
        line += lines(&text[at..one.next]);
        at = one.next;
    }
    Ok(rows)
}

/// How many line ends there are in this text.
fn lines(text: &str) -> u32 {
    let ends = text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    (ends - text.matches("\r\n").count()) as u32
}

/// The record that begins here.
fn record(text: &str, start: usize, separator: u8) -> Record {
    let bytes = text.as_bytes();
    let mut cells: Vec<String> = Vec::new();
    let mut at = start;
    loop {
        if cells.len() > MAX_COLUMNS {
            let help = "Bewaar alleen de kolommen over de organisaties.";
            return broken(text, start, cells, "de rij heeft meer dan 500 cellen", help);
        }
        match bytes.get(at) {
            Some(b'"') => match quoted(text, at) {
                Ok((cell, after)) => {
                    if bytes.get(after).is_some_and(|byte| *byte != separator && !matches!(byte, b'\r' | b'\n')) {
                        let message = "achter een aanhalingsteken staat nog tekst";
                        return broken(text, start, cells, message, QUOTE_HELP);
                    }
                    cells.push(cell);
                    at = after;
                }
                Err((message, help)) => return broken(text, start, cells, message, help),
            },
            _ => {
                let within = &bytes[at..bytes.len().min(at + MAX_CELL * UTF8 + 1)];
                let length = within.iter().position(|byte| *byte == separator || matches!(byte, b'\r' | b'\n'));
                let end = length.map_or(at + within.len(), |length| at + length);
                if !text.is_char_boundary(end) || text[at..end].chars().count() > MAX_CELL {
                    return broken(text, start, cells, TOO_LONG.0, TOO_LONG.1);
                }
                cells.push(text[at..end].to_owned());
                at = end;
            }
        }
        match bytes.get(at) {
            Some(byte) if *byte == separator => at += 1,
            Some(_) => return Record { cells, next: after_line_end(bytes, at), fault: None },
            None => return Record { cells, next: at, fault: None },
        }
    }
}

const TOO_LONG: (&str, &str) =
    ("een cel is langer dan 32.767 tekens", "Langer kan een cel in Excel niet zijn: maak de tekst korter.");

/// The text of the quoted cell that begins here, and where it ends.
fn quoted(text: &str, start: usize) -> Result<(String, usize), (&'static str, &'static str)> {
    let mut cell = String::new();
    let mut at = start + 1;
    loop {
        let Some(length) = text[at..].find('"') else {
            return Err(("een aanhalingsteken wordt niet gesloten", QUOTE_HELP));
        };
        if cell.len() + length > MAX_CELL * UTF8 {
            return Err(TOO_LONG);
        }
        cell.push_str(&text[at..at + length]);
        at += length + 1;
        if text.as_bytes().get(at) != Some(&b'"') {
            return if cell.chars().count() > MAX_CELL { Err(TOO_LONG) } else { Ok((cell, at)) };
        }
        cell.push('"');
        at += 1;
    }
}

/// A record that is given up: it takes its own line and nothing of the next.
fn broken(text: &str, start: usize, mut cells: Vec<String>, message: &str, help: &'static str) -> Record {
    let end = text[start..].find(['\r', '\n']).map_or(text.len(), |length| start + length);
    if cells.is_empty() {
        cells.push(text[start..end].chars().take(200).collect());
    }
    Record { cells, next: after_line_end(text.as_bytes(), end), fault: Some((message.to_owned(), help)) }
}

fn after_line_end(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => at + 2,
        (Some(_), _) => at + 1,
        (None, _) => at,
    }
}

/// Refuses the rows that have more cells than the header, or fewer: their cells may stand under the wrong header.
fn check_widths(rows: &mut [Raw]) {
    let whole = |raw: &&Raw| raw.fault.is_none() && raw.cells.iter().filter(|cell| !blank(cell)).count() > 1;
    let Some(width) = rows.iter().find(whole).map(|raw| raw.cells.len()) else { return };
    // A separator behind every row is a habit of some programs; behind one row it means that its cells have shifted.
    let habit = rows.iter().filter(|raw| raw.fault.is_none() && raw.cells.len() > width).count() * 2 > rows.len();
    let mut begin = 0;
    while begin < rows.len() {
        let block = (rows[begin].place.row - 1) / BLOCK;
        let length = rows[begin..].iter().take_while(|raw| (raw.place.row - 1) / BLOCK == block).count();
        let rows = &mut rows[begin..begin + length];
        begin += length;
        let cells = |raw: &Raw| if raw.fault.is_none() { raw.cells.len() } else { 0 };
        let most = rows.iter().map(cells).max().unwrap_or(0);
        let several = rows.iter().filter(|raw| cells(raw) == most).count() > 1;
        let expected = if several && most > 1 { most.min(width) } else { width };
        for raw in rows.iter_mut().filter(|raw| raw.fault.is_none() && raw.cells.iter().any(|cell| !blank(cell))) {
            let count = raw.cells.len();
            let extra = count > width && (!habit || raw.cells.iter().skip(width).any(|cell| !blank(cell)));
            // A title above the table stands alone in its row.
            if extra {
                let message = format!("de rij heeft {count} cellen en de kop heeft er {width}");
                raw.fault = Some((
                    message,
                    "Staat het scheidingsteken ook in een tekst? Zet die tekst tussen aanhalingstekens.",
                ));
            } else if count < expected {
                let message = format!("de rij heeft maar {count} van de {width} cellen");
                raw.fault = Some((message, "Is een rij in tweeën gebroken? Maak er weer één rij van."));
            }
        }
    }
}
