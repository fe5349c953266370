//! Workbooks of Excel (XLSX) and LibreOffice (ODS), through calamine, with limits that calamine does not set.

use std::io::{self, Cursor, Read};

use calamine::{Data, DataRef, DataType, Ods, Reader, SheetVisible, Xlsx, open_workbook_from_rs};
use zip::ZipArchive;

use crate::guarded::guarded;

use super::{Form, MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Place, Raw, Table, TableError, ods, table};

/// A workbook that becomes larger than this when unpacked is refused: in memory it takes several times as much.
const MAX_UNPACKED: u64 = 100_000_000;

pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut unpacked = 0;
    let (mut excel, mut open_document) = (false, false);
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| damaged())?;
        let name = entry.name().map(|name| name.into_owned()).unwrap_or_default();
        excel |= name == "xl/workbook.xml";
        open_document |= name == "content.xml";
        // The size in the index may lie, so count what really comes out.
        unpacked += io::copy(&mut entry.take(MAX_UNPACKED + 1), &mut io::sink()).map_err(|_| damaged())?;
        if unpacked > MAX_UNPACKED {
            return Err(too_large());
        }
    }
    // calamine counts beyond what its numbers can hold when a cell says that it stands far enough away.
    let whole = |table: Option<Result<Table, TableError>>| table.unwrap_or_else(|| Err(damaged()));
    match (excel, open_document) {
        (true, _) => whole(guarded(|| xlsx(bytes, sheet))),
        (_, true) => {
            ods::check(&mut archive)?;
            whole(guarded(|| open_document_table(bytes, sheet)))
        }
        _ => Err(TableError::new(
            "dit is een ingepakt bestand (zip), maar geen Excel-bestand",
            "Pak het bestand eerst uit, of sla de lijst op als .xlsx of .csv.",
        )),
    }
}

fn xlsx(bytes: &[u8], wanted: Option<&str>) -> Result<Table, TableError> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| damaged())?;
    let visible = visible(workbook.sheets_metadata());
    let mut last = None;
    for name in chosen(&visible, wanted)? {
        let mut rows = Rows::default();
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(|_| damaged())?;
        while let Some(cell) = cells.next_cell().map_err(|_| damaged())? {
            let text = match cell.get_value() {
                DataRef::SharedString(text) => (*text).to_owned(),
                value => text_of(value),
            };
            rows.put(cell.get_position(), text)?;
        }
        last = Some((name, rows));
        if last.as_ref().is_some_and(|(_, rows)| !rows.is_empty()) {
            break;
        }
    }
    finish("Excel", &visible, last)
}

fn open_document_table(bytes: &[u8], wanted: Option<&str>) -> Result<Table, TableError> {
    let mut workbook: Ods<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| damaged())?;
    let visible = visible(workbook.sheets_metadata());
    let mut last = None;
    for name in chosen(&visible, wanted)? {
        let range = workbook.worksheet_range(&name).map_err(|_| damaged())?;
        let (row, column) = range.start().unwrap_or_default();
        let mut rows = Rows::default();
        for (down, right, value) in range.used_cells() {
            rows.put((row + down as u32, column + right as u32), text_of(value))?;
        }
        last = Some((name, rows));
        if last.as_ref().is_some_and(|(_, rows)| !rows.is_empty()) {
            break;
        }
    }
    finish("OpenDocument", &visible, last)
}

fn visible(sheets: &[calamine::Sheet]) -> Vec<String> {
    let shown = sheets.iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    shown.map(|sheet| sheet.name.clone()).collect()
}

/// The sheets to look at, in order.
fn chosen(sheets: &[String], wanted: Option<&str>) -> Result<Vec<String>, TableError> {
    let Some(wanted) = wanted else { return Ok(sheets.to_vec()) };
    let found = sheets.iter().find(|name| name.trim().to_lowercase() == wanted.trim().to_lowercase());
    match found {
        Some(name) => Ok(vec![name.clone()]),
        None => Err(TableError::new(
            format!("er is geen werkblad ‘{wanted}’"),
            format!("Deze werkbladen zijn er: {}.", sheets.join(", ")),
        )),
    }
}

fn finish(kind: &'static str, sheets: &[String], found: Option<(String, Rows)>) -> Result<Table, TableError> {
    let (name, rows) = found.ok_or_else(damaged)?;
    let other_sheets = sheets.iter().filter(|sheet| **sheet != name).cloned().collect();
    table(Form { kind, sheet: Some(name), other_sheets, ..Form::default() }, rows.rows)
}

/// Cells as they come in, row by row.
#[derive(Default)]
struct Rows {
    rows: Vec<Raw>,
    cells: usize,
}

impl Rows {
    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn put(&mut self, (row, column): (u32, u32), text: String) -> Result<(), TableError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let column = column as usize;
        if row as usize > MAX_ROWS {
            return Err(super::too_many_rows());
        }
        if column >= MAX_COLUMNS {
            return Err(super::too_many_columns());
        }
        let number = row + 1;
        if self.rows.last().is_none_or(|last| last.place.row != number) {
            self.rows.push(Raw { place: Place { row: number, line: None }, cells: Vec::new(), fault: None });
        }
        let Some(last) = self.rows.last_mut() else { return Ok(()) };
        if text.contains('\0') || text.chars().count() > MAX_CELL {
            let message = "een cel is te lang of bevat een teken dat geen letter is".to_owned();
            last.fault = Some((message, "Maak de tekst korter of typ die opnieuw."));
        }
        let needed = (column + 1).saturating_sub(last.cells.len());
        self.cells += needed;
        if self.cells > MAX_CELLS {
            return Err(super::too_many_cells());
        }
        last.cells.resize(last.cells.len() + needed, String::new());
        last.cells[column] = text;
        Ok(())
    }
}

/// The value of a cell as a Dutch Excel shows it: no exponent, a comma in decimals, days as year-month-day.
fn text_of(value: &impl DataType) -> String {
    if let Some(moment) = value.get_datetime() {
        let (year, month, day, ..) = moment.to_ymd_hms_milli();
        return if moment.is_datetime() { format!("{year:04}-{month:02}-{day:02}") } else { number(moment.as_f64()) };
    }
    if let Some(moment) = value.get_datetime_iso() {
        return moment.split('T').next().unwrap_or_default().to_owned();
    }
    if let Some(float) = value.get_float() {
        return number(float);
    }
    if let Some(int) = value.get_int() {
        return int.to_string();
    }
    if let Some(yes) = value.get_bool() {
        return if yes { "ja" } else { "nee" }.to_owned();
    }
    if let Some(error) = value.get_error() {
        return error.to_string();
    }
    value.get_string().or_else(|| value.get_duration_iso()).unwrap_or_default().to_owned()
}

fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 { format!("{value:.0}") } else { value.to_string().replace('.', ",") }
}

pub(super) fn damaged() -> TableError {
    TableError::new(
        "het bestand is beschadigd, of het is geen Excel-bestand",
        "Open het in Excel en sla het opnieuw op als ‘Excel-werkmap (.xlsx)’.",
    )
}

pub(super) fn too_large() -> TableError {
    TableError::new(
        "het bestand wordt bij het uitpakken te groot om te lezen",
        "Maak in Excel een nieuwe werkmap met alleen de lijst van organisaties.",
    )
}

// Both kinds of cell go through the same reading.
const _: fn(&Data) -> String = text_of;
