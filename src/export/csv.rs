//! CSV: one file that opens well in a Dutch Excel, and three for programs (RFC 4180).
//!
//! What a spreadsheet could run or spoil, per file:
//!
//! | cell begins with | `organisaties-excel.csv` | the files for programs |
//! |---|---|---|
//! | `=` `+` `-` `@`, also full width, tab, carriage return | `'` before it | as it is |
//! | `+` or `0` in a telephone, KvK or other code | left-to-right mark before it | as it is |
//! | anything else | as it is | as it is |
//!
//! A leading apostrophe is what spreadsheets know as “this is text”. In front of a telephone number it would stand
//! there to be read, and without anything Excel makes a sum of `+31-6` and drops the nought of `06`; behind a
//! left-to-right mark (U+200E), which has no width, it stays the text that it is, and looks the same. (A no-break space
//! will not do: LibreOffice reads a number behind it.) A program must get back what the user wrote, so its files keep
//! every cell; README says which file to open. Control characters are in neither.

use ::csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::table::{self, Cell, Table};
use super::text::{cleaned, one_line};
use super::{Export, ExportError, File, facts};
use crate::model::Project;
use crate::tree::workbook::could_run;

pub const EXCEL: &str = "organisaties-excel.csv";
pub const MACHINE: &str = "organisaties.csv";
pub const MACHINE_OFFERS: &str = "organisaties-aanbod.csv";
pub const MACHINE_CONTACTS: &str = "organisaties-contactpersonen.csv";

/// By this Excel knows that a file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// Has no width; digits behind it are text to Excel and LibreOffice.
const TEXT_MARK: char = '\u{200e}';
/// Between the items of a list in one cell for programs; no id of ours holds it.
const BETWEEN: &str = "|";

/// Four files.
pub fn export(project: &Project) -> Result<Export, ExportError> {
    let files = vec![
        File { name: EXCEL, bytes: for_excel(&table::organisaties(project))? },
        File { name: MACHINE, bytes: for_programs(&ORGANISATIES, organisaties(project))? },
        File { name: MACHINE_OFFERS, bytes: for_programs(&AANBOD, aanbod(project))? },
        File { name: MACHINE_CONTACTS, bytes: for_programs(&CONTACTPERSONEN, contactpersonen(project))? },
    ];
    Ok(Export { files, remarks: Vec::new() })
}

/// `;` between the cells, which a Dutch Excel expects, every cell in quotes, so that a `,` in it splits nothing either.
fn for_excel(table: &Table) -> Result<Vec<u8>, ExportError> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(table.headings)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(defused))?;
    }
    finished(writer)
}

fn defused(cell: &Cell) -> String {
    match cell {
        Cell::Code(code) if is_number(code) => format!("{TEXT_MARK}{code}"),
        Cell::Date(date) => date.to_string(),
        cell => {
            let text = cell.shown();
            if could_run(&text) { format!("'{text}") } else { text }
        }
    }
}

/// A number with what people write in and behind it, of which Excel would make a sum or drop the nought.
fn is_number(code: &str) -> bool {
    let known =
        |character: char| character.is_alphanumeric() || character.is_whitespace() || "-()/.,:".contains(character);
    let digits = code.strip_prefix('+').unwrap_or(code);
    let begins =
        if digits == code { code.starts_with('0') } else { digits.starts_with(|one: char| one.is_ascii_digit()) };
    begins && digits.chars().all(known)
}

const ORGANISATIES: [&str; 20] = [
    "id",
    "naam",
    "korte_naam",
    "sector",
    "beschrijving",
    "rollen",
    "wijken",
    "leefgebieden",
    "steunsysteem",
    "straat",
    "postcode",
    "plaats",
    "breedtegraad",
    "lengtegraad",
    "telefoon",
    "email",
    "website",
    "kvk",
    "zetel",
    "nagekeken_op",
];
const AANBOD: [&str; 9] = [
    "organisatie",
    "naam",
    "beschrijving",
    "leefgebieden",
    "steunsysteem",
    "wijken",
    "doelgroep",
    "kosten",
    "aanmelden",
];
const CONTACTPERSONEN: [&str; 5] = ["organisatie", "naam", "functie", "telefoon", "email"];

fn organisaties(project: &Project) -> Vec<Vec<String>> {
    let rows = project.organisaties.organisaties.iter().map(|one| {
        let leefgebieden = one.aanbod.iter().flat_map(|offer| &offer.leefgebieden);
        let elements = one.aanbod.iter().flat_map(|offer| &offer.steunsysteem);
        let degrees =
            |known: Option<crate::model::Coordinaat>| known.map(|known| known.to_string()).unwrap_or_default();
        vec![
            value(one_line(&one.id)),
            value(one_line(&one.naam)),
            value(one_line(&one.korte_naam)),
            value(one.sector.map(|sector| sector.term().code.to_owned())),
            value(cleaned(&one.beschrijving)),
            joined(one.rollen.iter().map(|rol| rol.term().code.to_owned())),
            joined(one.wijken.iter().cloned()),
            joined(leefgebieden.map(|one| one.term().code.to_owned())),
            joined(elements.map(|one| one.term().code.to_owned())),
            value(one_line(&one.adres.straat)),
            value(one_line(&one.adres.postcode)),
            value(one_line(&one.adres.plaats)),
            degrees(one.adres.breedtegraad),
            degrees(one.adres.lengtegraad),
            value(one_line(&one.telefoon)),
            value(one_line(&one.email)),
            value(one_line(&one.website)),
            value(one_line(&one.kvk)),
            value(one_line(&one.zetel)),
            value(one.nagekeken_op.map(|date| date.to_string())),
        ]
    });
    rows.collect()
}

fn aanbod(project: &Project) -> Vec<Vec<String>> {
    let rows = project.organisaties.organisaties.iter().flat_map(|organisatie| {
        organisatie.aanbod.iter().map(|offer| {
            vec![
                facts::organisation_key(organisatie),
                value(one_line(&offer.naam)),
                value(cleaned(&offer.beschrijving)),
                joined(offer.leefgebieden.iter().map(|one| one.term().code.to_owned())),
                joined(offer.steunsysteem.iter().map(|one| one.term().code.to_owned())),
                joined(organisatie.wijken_of(offer).into_iter().map(str::to_owned)),
                value(cleaned(&offer.doelgroep)),
                value(one_line(&offer.kosten)),
                value(cleaned(&offer.aanmelden)),
            ]
        })
    });
    rows.collect()
}

fn contactpersonen(project: &Project) -> Vec<Vec<String>> {
    let rows = project.organisaties.organisaties.iter().flat_map(|organisatie| {
        organisatie.contactpersonen.iter().map(|person| {
            vec![
                facts::organisation_key(organisatie),
                value(one_line(&person.naam)),
                value(one_line(&person.functie)),
                value(one_line(&person.telefoon)),
                value(one_line(&person.email)),
            ]
        })
    });
    rows.collect()
}

/// `,` between the cells, `\r\n` behind each row, quotes where they are needed, no byte order mark.
fn for_programs(headings: &[&str], rows: Vec<Vec<String>>) -> Result<Vec<u8>, ExportError> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(headings)?;
    for row in rows {
        writer.write_record(row)?;
    }
    finished(writer)
}

fn finished(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, ExportError> {
    writer.into_inner().map_err(|error| ExportError::Io(error.into_error()))
}

fn value(text: Option<String>) -> String {
    text.unwrap_or_default()
}

/// The items, each once, in the order in which they come.
fn joined(items: impl Iterator<Item = String>) -> String {
    let mut each: Vec<String> = Vec::new();
    for item in items {
        if !each.contains(&item) {
            each.push(item);
        }
    }
    each.join(BETWEEN)
}
