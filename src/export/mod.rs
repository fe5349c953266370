//! The sociale kaart as files for other programs and people: a spreadsheet, CSV, HSDS, GeoJSON, vCard, a page to search.
//!
//! Pure: a project goes in, named bytes come out, the same each time. What a format cannot hold is left out, never made
//! up, and told in a remark.

mod csv;
mod facts;
mod geojson;
pub mod hsds;
mod id;
mod page;
mod place;
pub mod status;
mod table;
mod text;
mod vcard;
mod xlsx;

use crate::model::Project;

/// A form in which others can use the sociale kaart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A workbook for Excel and LibreOffice.
    Xlsx,
    /// One CSV for a Dutch Excel, and three for programs.
    Csv,
    /// Human Services Data Specification 3.1: nested JSON and a Tabular Data Package.
    Hsds,
    /// Places with coordinates (RFC 7946).
    GeoJson,
    /// Contact persons (RFC 6350).
    VCard,
    /// A page to search, that works without a network.
    Html,
}

impl Form {
    pub const ALL: [Form; 6] = [Form::Xlsx, Form::Csv, Form::Hsds, Form::GeoJson, Form::VCard, Form::Html];

    /// How users name it.
    pub fn name(self) -> &'static str {
        match self {
            Form::Xlsx => "xlsx",
            Form::Csv => "csv",
            Form::Hsds => "hsds",
            Form::GeoJson => "geojson",
            Form::VCard => "vcard",
            Form::Html => "html",
        }
    }

    /// The form that users name so.
    pub fn find(name: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.name() == name)
    }
}

/// The files of one form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Export {
    pub files: Vec<File>,
    /// What was left out and why: whole Dutch sentences for the user.
    pub remarks: Vec<String>,
}

/// A file that can be written as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

/// Why a file could not be made: a limit of its format, never what a user typed.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("de werkmap kan niet worden gemaakt ({0})")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    #[error("het CSV-bestand kan niet worden gemaakt ({0})")]
    Csv(#[from] ::csv::Error),
    #[error("het JSON-bestand kan niet worden gemaakt ({0})")]
    Json(#[from] serde_json::Error),
    #[error("de zoekpagina kan niet worden gemaakt ({0})")]
    Page(#[from] handlebars::RenderError),
    #[error("het zip-bestand kan niet worden gemaakt ({0})")]
    Zip(#[from] zip::result::ZipError),
    #[error("het bestand kan niet worden gemaakt ({0})")]
    Io(#[from] std::io::Error),
}

/// Makes the files of this form.
///
/// # Errors
/// Only for a limit of the format, such as more rows than a worksheet has.
pub fn export(project: &Project, form: Form) -> Result<Export, ExportError> {
    match form {
        Form::Xlsx => xlsx::export(project),
        Form::Csv => csv::export(project),
        Form::Hsds => hsds::export(project),
        Form::GeoJson => geojson::export(project),
        Form::VCard => Ok(vcard::export(project)),
        Form::Html => page::export(project),
    }
}

/// “1 plek” or “3 plekken”, for a remark.
fn counted(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}
