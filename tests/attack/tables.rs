//! Tables: both kinds of CSV and both workbooks, read by the crates csv and calamine.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use wep::document::{Attachment, Kind};
use wep::export::Form;
use wep::render::render_workbook;
use wep::tree::workbook::{Cell, ROWS_ABOVE, Sheet, SheetColumn, Workbook};

use super::{Seen, all, fill, fill_where, project, visible};
use crate::export::{bytes, spreadsheet};

#[test]
fn in_csv_it_is_one_cell() {
    fill("csv", |texts| {
        let project = project::with(texts);
        let files = ["organisaties.csv", "organisaties-aanbod.csv", "organisaties-contactpersonen.csv"];
        csv(files.map(|name| bytes(&project, Form::Csv, name)).map(|bytes| spreadsheet::rows(&bytes, b',')).concat())
    });
}

/// What a spreadsheet could take for a formula.
fn begins_a_formula(cell: &str) -> bool {
    let first = cell.trim_start_matches(|letter: char| letter.is_whitespace() || "\u{feff}\u{200b}".contains(letter));
    first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || cell.starts_with(['\t', '\r'])
}

#[test]
fn in_csv_for_excel_no_cell_begins_a_formula() {
    fill("csv voor excel", |texts| {
        let bytes = bytes(&project::with(texts), Form::Csv, "organisaties-excel.csv");
        let rows = spreadsheet::rows(&bytes[3..], b';');
        let formulas: Vec<&String> = rows.iter().flatten().filter(|cell| begins_a_formula(cell)).collect();
        assert!(formulas.is_empty(), "{formulas:?}");
        csv(rows)
    });
}

fn csv(rows: Vec<Vec<String>>) -> Seen {
    let shape = rows.iter().map(|row| row.len().to_string()).collect();
    Seen { shape, words: rows.into_iter().flatten().collect::<Vec<_>>().join("\n") }
}

#[test]
fn in_the_workbook_of_organisations_it_is_a_text() {
    let read = |texts: &[String]| workbook(&bytes(&project::with(texts), Form::Xlsx, "organisaties.xlsx"));
    fill_where("xlsx", read, visible, fits_a_cell);
}

#[test]
fn in_the_workbook_of_the_budget_it_is_a_text() {
    let read = |texts: &[String]| {
        let [extra] = Kind::find("begroting").unwrap().extras else { panic!("one extra file") };
        let Attachment::Workbook(book) = (extra.compose)(&project::with(texts));
        workbook(&render_workbook(&book).unwrap().bytes)
    };
    fill_where("werkmap", read, visible, fits_a_cell);
}

#[test]
fn in_the_workbook_of_the_budget_a_formula_stays_text_when_somebody_edits_its_cell() {
    let attacks: Vec<String> = all().into_iter().filter(|text| begins_a_formula(text) && fits_a_cell(text)).collect();
    assert!(attacks.len() > 15, "only {}", attacks.len());
    let sheet = Sheet {
        name: "Blad",
        columns: vec![SheetColumn { head: "Tekst".to_owned(), width: 20.0 }],
        rows: attacks.iter().map(|text| vec![Cell::text(text.as_str())]).collect(),
        ..Sheet::default()
    };
    let book = render_workbook(&Workbook { sheets: vec![sheet], ..Workbook::default() }).unwrap().bytes;
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut part = |name: &str| {
        let mut xml = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
        xml
    };
    let styles = part("xl/styles.xml");
    let styles: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let page = part("xl/worksheets/sheet1.xml");
    for (row, attack) in (ROWS_ABOVE + 1..).zip(&attacks) {
        let cell = page.split(&format!("<c r=\"A{row}\" s=\"")).nth(1).unwrap();
        let style: usize = cell.split('"').next().unwrap().parse().unwrap();
        assert!(styles[style].contains("quotePrefix=\"1\""), "{attack:?}");
    }
}

/// What is longer than a cell of Excel can hold is cut off.
fn fits_a_cell(text: &str) -> bool {
    text.chars().count() < 32_000
}

/// The cells and the formulas, and what a workbook could reach or run.
fn workbook(bytes: &[u8]) -> Seen {
    let (mut shape, mut words) = (Vec::new(), String::new());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut xml = String::new();
        if !name.ends_with(".png") {
            part.read_to_string(&mut xml).unwrap();
        }
        let count = |word: &str| xml.matches(word).count();
        let reaches = ["TargetMode=\"External\"", "<hyperlink ", "<ddeLink", "<externalReference", "<oleObject", "<f>"];
        shape.push(format!("{name} {:?}", reaches.map(count)));
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        shape.push(format!("{name} {:?}", range.get_size()));
        for cell in range.rows().flatten() {
            if let Data::String(text) = cell {
                words.push_str(text);
                words.push('\n');
            }
        }
        let formulas = book.worksheet_formula(&name).unwrap();
        shape.extend(formulas.used_cells().map(|(row, column, _)| format!("formula {row} {column}")));
    }
    Seen { shape, words }
}
