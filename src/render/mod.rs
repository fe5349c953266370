//! Renderers: one per format, each from the document tree alone. None of them knows anything of WeP.

pub mod docx;
mod extent;
mod faces;
pub mod html;
mod letters;
mod literal;
pub mod markdown;
#[cfg(feature = "pdf")]
pub mod pdf;
mod picture;
mod remembered;
pub mod source;
mod svg;
pub mod text;
pub mod theme;
pub mod words;
pub mod xlsx;

use jiff::civil::{Date, date};

use crate::tree::Document;
use crate::tree::workbook::Workbook;

/// The day of this version of wep and its texts. A file that must have a date has this one, whatever day it is made:
/// there is no clock here.
pub const RELEASED: Date = date(2026, 11, 26);

/// A format that documents can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Html,
    Docx,
    Pdf,
}

impl Format {
    pub const ALL: [Format; 4] = [Format::Markdown, Format::Html, Format::Docx, Format::Pdf];

    /// The ending of file names, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Pdf => "pdf",
        }
    }
}

/// A document as the bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    /// Characters that the typeface of the format lacks, each shown as an empty box; sorted, each once.
    pub missing_glyphs: Vec<char>,
}

/// Why a document could not be rendered: never for what a user typed, but it can be too much.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
    #[error(transparent)]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The program was built without the feature that this format needs.
    #[error("deze versie van wep is gebouwd zonder {}", .0.extension())]
    NotBuilt(Format),
}

impl RenderError {
    /// The document is too long for this format, and fits another.
    pub fn is_too_long(&self) -> bool {
        match self {
            #[cfg(feature = "pdf")]
            RenderError::Pdf(error) => matches!(error, pdf::PdfError::TooLong),
            _ => false,
        }
    }
}

/// Renders a document.
///
/// # Errors
/// For a document that is too long for the format, a fault in the program itself, or a format that it was built without.
pub fn render(document: &Document, format: Format) -> Result<Rendered, RenderError> {
    let of = |bytes: Vec<u8>| Rendered { bytes, missing_glyphs: Vec::new() };
    match format {
        Format::Markdown => Ok(of(markdown::render(document).into_bytes())),
        Format::Html => Ok(of(html::render(document).into_bytes())),
        Format::Docx => Ok(of(docx::render(document))),
        #[cfg(feature = "pdf")]
        Format::Pdf => Ok(of_pdf(pdf::render(document)?)),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(RenderError::NotBuilt(format)),
    }
}

/// The same, while some processors have nothing else to do: they help with a PDF, which takes them more than it gives.
///
/// # Errors
/// As there.
pub fn render_with_help(document: &Document, format: Format) -> Result<Rendered, RenderError> {
    match format {
        #[cfg(feature = "pdf")]
        Format::Pdf => Ok(of_pdf(pdf::render_with_help(document)?)),
        _ => render(document, format),
    }
}

/// What takes time for the first document in this format, whatever stands in it, done beforehand.
pub fn get_ready(format: Format) {
    match format {
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::get_ready(),
        _ => {}
    }
}

#[cfg(feature = "pdf")]
fn of_pdf(pdf::Pdf { bytes, missing_glyphs }: pdf::Pdf) -> Rendered {
    Rendered { bytes, missing_glyphs }
}

/// Renders a workbook as XLSX.
///
/// # Errors
/// Only for a fault in the program itself.
pub fn render_workbook(workbook: &Workbook) -> Result<Rendered, RenderError> {
    Ok(Rendered { bytes: xlsx::render(workbook)?, missing_glyphs: Vec::new() })
}

/// Appends these parts with room asked for once: most elements are small, and would ask for each part.
fn append(to: &mut String, parts: &[&str]) {
    to.reserve(parts.iter().map(|part| part.len()).sum());
    parts.iter().for_each(|part| to.push_str(part));
}
