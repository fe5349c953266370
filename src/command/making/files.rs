//! From the kinds of documents to the bytes of files: composing and rendering, on all processors. Nothing is written here.

use std::sync::LazyLock;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use wep::document::{Attachment, Feed, Kind};
use wep::ics;
use wep::model::{Formaat, Project};
use wep::render::source::Source;
use wep::render::{self, Format, RenderError, Rendered};
use wep::tree::{Block, Document};
use wep::write::{Fresh, Origin, Output, WriteError};

use crate::cli::WriteOptions;
use crate::exit::{Exit, Failure};

/// As much as a usual main thread has, twice: setting a PDF goes deep, and a thread that waits takes up other work.
const STACK: usize = 16 << 20;

const TOO_LONG: &str = "\
Maak het document als Word of als webpagina: --formaat docx,html
Een sociale kaart met zoveel organisaties doorzoekt u het makkelijkst in: wep organisatie exporteer --formaat html";

/// What the record calls a calendar.
pub const CALENDAR: &str = "agenda";

/// A document before it has any format, with the name of its files.
pub struct Composed {
    kind: &'static Kind,
    name: String,
    pub document: Document,
}

/// A file that is ready to be written.
pub struct Made {
    pub name: String,
    /// Nothing when it stands there already, just so.
    pub rendered: Option<Rendered>,
    pub origin: Origin<'static>,
}

impl Made {
    /// What is no document.
    pub fn of(name: &str, bytes: Vec<u8>, origin: Origin<'static>) -> Made {
        let rendered = Some(Rendered { bytes, missing_glyphs: Vec::new() });
        Made { name: name.to_owned(), rendered, origin }
    }

    /// The file to write; nothing when it stands there already, just so.
    pub fn fresh(&self) -> Option<Fresh<'_>> {
        let rendered = self.rendered.as_ref()?;
        Some(Fresh { name: &self.name, bytes: &rendered.bytes, origin: self.origin })
    }
}

/// Does this work with a thread for each processor, or as many as `RAYON_NUM_THREADS` says.
pub fn on_all_processors<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    static POOL: LazyLock<Option<ThreadPool>> =
        LazyLock::new(|| ThreadPoolBuilder::new().stack_size(STACK).build().ok());
    match &*POOL {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

/// The documents of this kind; `part` comes behind the names of their files.
///
/// # Errors
/// When a template is wrong.
pub fn compose(kind: &'static Kind, project: &Project, part: &str) -> Result<Vec<Composed>, Failure> {
    let composed = kind
        .documents(project)
        .map_err(|error| Failure::new(Exit::InputErrors, error.to_string(), error.help.clone()))?;
    let named = |(end, document)| Composed { kind, name: format!("{}{end}{part}", kind.slug), document };
    Ok(composed.into_iter().map(named).collect())
}

impl Composed {
    /// The name of its files, without an ending.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its files in these formats, and what goes with it; each by itself, so that one that fails stops no other. What
    /// `output` holds already is not made again.
    pub fn files(&self, project: &Project, formats: &[Format], output: &Output) -> Vec<Result<Made, Failure>> {
        let source = Source::of(&self.document);
        let mut made: Vec<Result<Made, Failure>> =
            formats.par_iter().flat_map_iter(|format| self.in_format(*format, source, output)).collect();
        made.extend(self.kind.extras.iter().map(|extra| {
            let Attachment::Workbook(workbook) = (extra.compose)(project);
            let rendered = render::render_workbook(&workbook).map_err(|error| failed(extra.name, &error))?;
            Ok(Made { name: extra.name.to_owned(), rendered: Some(rendered), origin: Origin::of(self.kind.slug) })
        }));
        made
    }

    fn in_format(&self, format: Format, source: Source, output: &Output) -> Vec<Result<Made, Failure>> {
        // Only a PDF is ready for the printer; the others are changed or read, and have one size.
        let sheets = match format {
            Format::Pdf => self.kind.sheets(&self.document),
            _ => Vec::new(),
        };
        if sheets.is_empty() {
            return vec![self.file(String::new(), &self.document, format, source, output)];
        }
        let one = |(paper, sheet): (String, Document)| self.file(paper, &sheet, format, Source::of(&sheet), output);
        sheets.into_par_iter().map(one).collect()
    }

    fn file(
        &self,
        paper: String,
        document: &Document,
        format: Format,
        source: Source,
        output: &Output,
    ) -> Result<Made, Failure> {
        let template = Some((self.kind.slug, self.kind.template));
        let origin = Origin { kind: self.kind.slug, template, form: has_form(&self.document), source: None };
        let name = format!("{}{paper}.{}", self.name, format.extension());
        let source = source.fingerprint(format);
        if output.is_made_of(&name, source) {
            return Ok(Made { name, rendered: None, origin });
        }
        let rendered = render::render(document, format).map_err(|error| failed(&name, &error))?;
        // What a typeface lacks is told every time.
        let source = rendered.missing_glyphs.is_empty().then_some(source);
        Ok(Made { name, rendered: Some(rendered), origin: Origin { source, ..origin } })
    }
}

/// People fill something in.
fn has_form(document: &Document) -> bool {
    let mut found = false;
    let mut look = |block: &Block| found |= matches!(block, Block::Form { .. } | Block::WritingSpace { .. });
    document.body.iter().for_each(|block| block.visit(&mut look));
    found
}

fn failed(name: &str, error: &RenderError) -> Failure {
    let help = if error.is_too_long() { TOO_LONG } else { "" };
    Failure::new(Exit::Refused, format!("{name} is niet gemaakt: {error}"), help)
}

/// A calendar as the bytes of a file; what stands in it now decides which events have changed. Nothing as long as there is
/// no event and no file.
///
/// # Errors
/// When the file that is there cannot be read.
pub fn calendar(feed: &Feed, name: &str, project: &Project, output: &Output) -> Result<Option<Vec<u8>>, WriteError> {
    let calendar = (feed.compose)(project);
    let previous = output.current(name)?.unwrap_or_default();
    let previous = String::from_utf8_lossy(&previous);
    let nothing = calendar.events.is_empty() && previous.is_empty();
    Ok((!nothing).then(|| ics::write(&calendar, &previous).into_bytes()))
}

/// The formats that the options ask for, otherwise those of `wep.yaml`, each once.
pub fn formats(project: &Project, options: &WriteOptions) -> Vec<Format> {
    let asked = if options.formats.is_empty() { &project.wep.uitvoer.formaten } else { &options.formats };
    let usual = [Formaat::Docx, Formaat::Pdf];
    let asked: &[Formaat] = if asked.is_empty() { &usual } else { asked };
    let mut formats = Vec::new();
    for format in asked.iter().map(|formaat| format_of(*formaat)) {
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    formats
}

fn format_of(formaat: Formaat) -> Format {
    match formaat {
        Formaat::Md => Format::Markdown,
        Formaat::Html => Format::Html,
        Formaat::Docx => Format::Docx,
        Formaat::Pdf => Format::Pdf,
    }
}
