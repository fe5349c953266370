//! What a gemeente has for other programs and people beside its documents: the sociale kaart as a spreadsheet, CSV, HSDS,
//! GeoJSON, vCard and a page to search; the walk as a page; and the page that opens the whole dossier.
//!
//! Pure: a project goes in, named bytes come out, the same each time. What a format cannot hold is left out, never made
//! up, and told in a remark.

mod csv;
mod facts;
mod geojson;
pub mod hsds;
mod id;
pub mod index;
mod look;
mod page;
mod place;
pub mod status;
mod table;
mod text;
mod vcard;
mod xlsx;

use crate::model::{Project, file};
use crate::render::source::Source;

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
    /// Those for people, which belong to every dossier; the others are for programs, and for who asks.
    /// Each with its one file.
    pub const OF_DOSSIER: [(Form, &str); 2] = [(Form::Xlsx, xlsx::FILE), (Form::Html, page::FILE)];

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
    #[error("de pagina kan niet worden gemaakt ({0})")]
    Page(#[from] handlebars::RenderError),
    #[error("het zip-bestand kan niet worden gemaakt ({0})")]
    Zip(#[from] zip::result::ZipError),
    #[error("het bestand kan niet worden gemaakt ({0})")]
    Io(#[from] std::io::Error),
}

/// The files of the gemeente from which the forms are made.
pub const FILES: [&str; 3] = [file::WEP, file::ORGANISATIES, file::LOCATIES];

/// What the forms are made of: what stands in those files, and the logo. As long as it is the same, so are the files.
pub fn source(project: &Project) -> Source {
    let logo = project.logo.as_ref().map(|logo| (&logo.bytes, logo.breedte, logo.hoogte));
    Source::of(&(&project.wep, &project.organisaties, &project.locaties, logo))
}

/// What each file of each form is called.
const TITLES: [(&str, &str); 10] = [
    (page::FILE, "Sociale kaart om in te zoeken"),
    (xlsx::FILE, "Organisaties voor Excel"),
    (csv::EXCEL, "Organisaties als CSV, voor Excel"),
    (csv::MACHINE, "Organisaties als CSV, voor programma’s"),
    (csv::MACHINE_OFFERS, "Aanbod als CSV, voor programma’s"),
    (csv::MACHINE_CONTACTS, "Contactpersonen als CSV, voor programma’s"),
    (vcard::FILE, "Visitekaartjes voor een adresboek"),
    (geojson::FILE, "Plekken voor een landkaart"),
    (hsds::JSON, "Organisaties volgens HSDS"),
    (hsds::PACKAGE, "Organisaties volgens HSDS, als tabellen"),
];

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
