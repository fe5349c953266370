//! From the kinds of documents to the bytes of files: composing and rendering. Nothing is written here.

use std::borrow::Cow;

use wep::compose::ComposeError;
use wep::document::{Attachment, EigenStuk, Extra, Feed, Kind};
use wep::ics;
use wep::model::{Formaat, Project};
use wep::render::source::Source;
use wep::render::{self, Format, RenderError, Rendered};
use wep::tree::{Block, Document};
use wep::write::{Fresh, Origin, Output, WriteError};

use crate::cli::WriteOptions;
use crate::exit::{Exit, Failure};

const TOO_LONG: &str = "\
Maak het document als Word of als webpagina: --formaat docx,html
Een sociale kaart met zoveel organisaties doorzoekt u het makkelijkst in: wep organisatie exporteer --formaat html";

/// What the record calls a calendar.
pub const CALENDAR: &str = "agenda";

/// What the record calls a document of the gemeente's own.
const OWN: &str = "eigen";
/// And what it calls a page that is no document of the gemeente.
const PAGE: &str = "uitleg";

/// Name and text of a template.
type TemplateText = (Cow<'static, str>, Cow<'static, str>);

/// A document before it has any format, with the name of its files.
pub struct Composed {
    /// Nothing for what is not in the table of kinds.
    kind: Option<&'static Kind>,
    /// What the record calls it.
    sort: &'static str,
    name: String,
    template: Option<TemplateText>,
    pub document: Document,
}

/// A file that is ready to be written.
pub struct Made {
    pub name: String,
    /// Nothing when it stands there already, just so.
    pub rendered: Option<Rendered>,
    kind: &'static str,
    template: Option<TemplateText>,
    form: bool,
    source: Option<[u8; 32]>,
}

impl Made {
    /// What is made without a template, of this kind.
    pub fn of(name: &str, bytes: Vec<u8>, kind: &'static str) -> Made {
        let rendered = Some(Rendered { bytes, missing_glyphs: Vec::new() });
        Made { rendered, ..Made::standing(name, kind) }
    }

    /// The same, of this source: as long as that does not change, it need not be made again.
    pub fn of_source(self, source: [u8; 32]) -> Made {
        Made { source: Some(source), ..self }
    }

    /// What stands there already, just so.
    pub fn standing(name: &str, kind: &'static str) -> Made {
        Made { name: name.to_owned(), rendered: None, kind, template: None, form: false, source: None }
    }

    /// The file to write; nothing when it stands there already, just so.
    pub fn fresh(&self) -> Option<Fresh<'_>> {
        let rendered = self.rendered.as_ref()?;
        let template = self.template.as_ref().map(|(name, text)| (&**name, &**text));
        let origin = Origin { kind: self.kind, template, form: self.form, source: self.source };
        Some(Fresh { name: &self.name, bytes: &rendered.bytes, origin })
    }
}

/// The documents of this kind; `part` comes behind the names of their files.
///
/// # Errors
/// When a template is wrong.
pub fn compose(kind: &'static Kind, project: &Project, part: &str) -> Result<Vec<Composed>, ComposeError> {
    let text = match project.sjablonen.stuk(kind.slug) {
        Some(own) => Cow::Owned(own.tekst.clone()),
        None => Cow::Borrowed(kind.template),
    };
    let named = |(end, document)| Composed {
        kind: Some(kind),
        sort: kind.slug,
        name: format!("{}{end}{part}", kind.slug),
        template: Some((Cow::Borrowed(kind.slug), text.clone())),
        document,
    };
    Ok(kind.documents(project)?.into_iter().map(named).collect())
}

/// A document of the gemeente's own.
///
/// # Errors
/// When its template is wrong.
pub fn compose_own(stuk: &EigenStuk, project: &Project) -> Result<Composed, ComposeError> {
    let name = stuk.naam().to_owned();
    let template = (Cow::Owned(name.clone()), Cow::Owned(stuk.sjabloon().tekst.clone()));
    Ok(Composed { kind: None, sort: OWN, name, template: Some(template), document: stuk.compose(project)? })
}

impl Composed {
    /// A page that is no document of the gemeente.
    pub fn page(name: &str, document: Document) -> Composed {
        Composed { kind: None, sort: PAGE, name: name.to_owned(), template: None, document }
    }

    /// The name of its files, without an ending.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The sheets of paper that it is printed on, with the end of the name of each; none for what has one size.
    pub fn sheets(&self) -> Vec<(String, Document)> {
        self.kind.map_or(Vec::new(), |kind| kind.sheets(&self.document))
    }

    /// What goes with it.
    pub fn extras(&self) -> &'static [Extra] {
        self.kind.map_or(&[], |kind| kind.extras)
    }

    /// The file of what goes with it.
    pub fn extra(&self, extra: &Extra, project: &Project) -> Result<Made, Failure> {
        let Attachment::Workbook(workbook) = (extra.compose)(project);
        let rendered = render::render_workbook(&workbook).map_err(|error| failed(extra.name, &error))?;
        Ok(Made::of(extra.name, rendered.bytes, self.sort))
    }

    /// Its file in this format, or that of a sheet of it; `output` may hold it already. With `help` some processors have nothing
    /// else to do.
    pub fn file(
        &self,
        paper: &str,
        document: &Document,
        format: Format,
        source: Source,
        output: &Output,
        help: bool,
    ) -> Result<Made, Failure> {
        let name = format!("{}{paper}.{}", self.name, format.extension());
        let source = source.fingerprint(format.extension());
        let made = Made {
            name,
            rendered: None,
            kind: self.sort,
            template: self.template.clone(),
            form: has_form(&self.document),
            source: None,
        };
        if output.is_made_of(&made.name, source) {
            return Ok(made);
        }
        let render = if help { render::render_with_help } else { render::render };
        let rendered = render(document, format).map_err(|error| failed(&made.name, &error))?;
        // What a typeface lacks is told every time.
        let source = rendered.missing_glyphs.is_empty().then_some(source);
        Ok(Made { rendered: Some(rendered), source, ..made })
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
