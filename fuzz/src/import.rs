//! Importing organisations: any bytes as CSV, and workbooks of Excel and LibreOffice made around any XML.

use std::io::{Cursor, Write};

use wep::edit::organisaties::{Edit, apply as edit};
use wep::import::columns::propose;
use wep::import::guard;
use wep::import::plan::{Decision, Meanings, apply, plan};
use wep::import::table::{MAX_CELL, MAX_COLUMNS, MAX_ROWS, Table, read};
use wep::model::Organisatie;
use wep::report::{import as shown, suspects};
use zip::write::SimpleFileOptions;

use super::choice::pieces;
use super::inert;
use super::part::veldrijk;

/// The bytes as they are.
pub fn import_csv(data: &[u8]) {
    whole_way(data);
}

/// The first byte says what the rest is: the file itself, or the parts of one, parted by a byte 0xff. A part that is
/// empty or not there is a good one.
pub fn import_workbook(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    match first % 4 {
        0 => whole_way(rest),
        1 => whole_way(&excel(rest)),
        2 => whole_way(&open_document(pieces(rest).next().unwrap_or_default())),
        _ => whole_way(&rows_of_excel(rest)),
    }
}

/// From the file to what it would do, and done.
fn whole_way(bytes: &[u8]) {
    let table = match read(bytes, None) {
        Ok(table) => table,
        Err(error) => {
            inert::screen(&error.message);
            return inert::screen(&error.help);
        }
    };
    assert_eq!(Ok(&table), read(bytes, None).as_ref(), "the same bytes, the same table");
    within_limits(&table);
    let found = guard::look(&table, &[]);
    if !found.is_empty() {
        inert::screen(&suspects::plain("lijst.csv", &found));
        return;
    }
    // Two columns can claim the same field; then a person chooses.
    let Ok(columns) = propose(&table.headers, &[]) else { return };
    let example = veldrijk();
    // Beside the organisations of the example or without any, so that one run takes one of both.
    let known = if bytes.len().is_multiple_of(2) { &[][..] } else { &example.organisaties.organisaties };
    let planned = plan(&table, &columns, &example.wep.wijken, known, &Meanings::new());
    inert::screen(&shown::plan(&table, &columns, &planned, 100, true));
    serde_json::from_str::<serde_json::Value>(&shown::json(&table, &columns, &planned)).expect("JSON");
    assert_eq!(planned.rows.len(), table.rows.len() + table.unreadable.len());

    let applied = apply(&planned, known, |_, _| Decision::Skip);
    let changed = |one: &Organisatie| applied.changed.iter().find(|other| other.id == one.id).unwrap_or(one).clone();
    let after: Vec<Organisatie> = known.iter().map(changed).chain(applied.added.iter().cloned()).collect();
    let again = plan(&table, &columns, &example.wep.wijken, &after, &Meanings::new());
    assert_eq!(again.counts()[..2], [0, 0], "what was taken in changes nothing the second time: {again:?}");

    // What comes of it can be written down, or is refused; the edit itself proves that nothing else changes. It is slow.
    if bytes.len().is_multiple_of(16) && !applied.added.is_empty() {
        let edits: Vec<Edit> = applied.added.iter().cloned().map(Edit::Add).collect();
        if let Err(error) = edit("organisaties: []\n", &edits) {
            inert::screen(&wep::report::lines::clean(&error.to_string()));
        }
    }
}

fn within_limits(table: &Table) {
    assert!(table.headers.len() <= MAX_COLUMNS && table.rows.len() <= MAX_ROWS);
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.headers.len());
        assert!(row.cells.iter().all(|cell| cell.chars().count() <= MAX_CELL));
        assert!(row.place > table.header);
    }
}

/// A zip with these parts, not compressed.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(*name, stored).expect("a name");
        zip.write_all(content).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The parts of a workbook of Excel, good ones first.
fn parts_of_excel() -> [(&'static str, String); 7] {
    let types = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
    );
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |all: String| format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>");
    let sheets = relation("r1", "worksheet", "worksheets/sheet1.xml")
        + &relation("r2", "sharedStrings", "sharedStrings.xml")
        + &relation("r3", "styles", "styles.xml");
    [
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:B2\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>\
                <c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>De Brug</t></is></c>\
                <c r=\"B2\" s=\"1\"><v>44927.5</v></c></row></sheetData></worksheet>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!(
                "<sst xmlns=\"{MAIN}\" count=\"2\" uniqueCount=\"2\"><si><t>Naam</t></si><si><r><t>Pla</t></r><r><t>ats</t></r></si></sst>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/></numFmts>\
                <cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"L\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", relations(sheets)),
        ("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml"))),
        ("[Content_Types].xml", types),
    ]
}

fn excel(data: &[u8]) -> Vec<u8> {
    let good = parts_of_excel();
    let given: Vec<&[u8]> = pieces(data).collect();
    let parts: Vec<(&str, &[u8])> = good
        .iter()
        .enumerate()
        .map(|(index, (name, text))| {
            (*name, given.get(index).copied().filter(|part| !part.is_empty()).unwrap_or(text.as_bytes()))
        })
        .collect();
    zip(&parts)
}

/// A good sheet with these texts in it: lines are rows, tabs part the cells.
fn rows_of_excel(data: &[u8]) -> Vec<u8> {
    let mut sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>");
    for (row, line) in data.split(|byte| *byte == b'\n').enumerate() {
        sheet += &format!("<row r=\"{}\">", row + 1);
        for (column, cell) in line.split(|byte| *byte == b'\t').enumerate().take(26) {
            let text = String::from_utf8_lossy(cell);
            let reference = format!("{}{}", char::from(b'A' + column as u8), row + 1);
            sheet += &format!(
                "<c r=\"{reference}\" t=\"inlineStr\"><is><t>{}</t></is></c>",
                quick_xml::escape::escape(text.as_ref())
            );
        }
        sheet += "</row>";
    }
    excel(&(sheet + "</sheetData></worksheet>").into_bytes())
}

/// A spreadsheet of LibreOffice with this content; good content when there is none.
fn open_document(content: &[u8]) -> Vec<u8> {
    const GOOD: &[u8] = b"<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
        <office:spreadsheet><table:table table:name=\"L\"><table:table-row><table:table-cell office:value-type=\"string\">\
        <text:p>Naam</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Plaats</text:p>\
        </table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", if content.is_empty() { GOOD } else { content }),
    ])
}
