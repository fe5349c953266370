//! The closed world that typst sees: its templates, the house and the sheet, one logo, the embedded fonts. No disk, network, packages or clock.

use std::panic::{self, AssertUnwindSafe};
use std::sync::LazyLock;

use typst::comemo::{Track, Tracked};
use typst::diag::{At, FileError, FileResult, SourceDiagnostic, SourceResult, Warned};
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Bytes, Datetime, Duration, Output, Smart, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector};
use typst::syntax::{FileId, RootedPath, Source, Span, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Protected};
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::fonts::FONTS;
use super::{PdfError, blocks, elements};
use crate::render::RELEASED;
use crate::tree::{Layout, Meta};

macro_rules! template {
    ($file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/layout/", $file))
    };
}

/// What the layouts share.
static PARTS: LazyLock<Source> = LazyLock::new(|| source("parts.typ", template!("parts.typ")));
/// The layouts, each read when a document first asks for it.
static REPORT: LazyLock<Source> = LazyLock::new(|| source("document.typ", template!("document.typ")));
static POSTER: LazyLock<Source> = LazyLock::new(|| source("poster.typ", template!("poster.typ")));
static LEAFLET: LazyLock<Source> = LazyLock::new(|| source("leaflet.typ", template!("leaflet.typ")));

struct Fixed {
    library: LazyHash<Library>,
    house: FileId,
    sheet: FileId,
    logo: FileId,
}

static FIXED: LazyLock<Fixed> = LazyLock::new(|| Fixed {
    library: LazyHash::new(library()),
    house: file("house.json"),
    sheet: file("sheet.json"),
    logo: file(LOGO),
});

fn library() -> Library {
    // Scoped row headers in tables are still behind this feature.
    let mut library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
    for function in [&elements::INLINES, &blocks::BLOCKS] {
        library.global.scope_mut().define_func_with_data(function);
    }
    library
}

/// The name of the logo, whatever sort of picture it is.
pub const LOGO: &str = "logo";

fn source(name: &str, text: &str) -> Source {
    Source::new(file(name), text.to_owned())
}

fn file(name: &str) -> FileId {
    // Only ever called with the names above.
    let path = VirtualPath::new(name).expect("the names of the files are valid paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

struct Closed {
    main: &'static Source,
    house: Bytes,
    sheet: Bytes,
    logo: Option<Bytes>,
}

impl Closed {
    fn of(house: Vec<u8>, sheet: Vec<u8>, meta: &Meta) -> Self {
        let main = match meta.layout {
            Layout::Report => &*REPORT,
            Layout::Poster(_) => &*POSTER,
            Layout::Leaflet => &*LEAFLET,
        };
        let logo = meta.theme.logo.as_ref().map(|logo| Bytes::new(logo.bytes.to_vec()));
        Closed { main, house: Bytes::new(house), sheet: Bytes::new(sheet), logo }
    }
}

impl World for Closed {
    fn library(&self) -> &LazyHash<Library> {
        &FIXED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [self.main, &*PARTS].into_iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match &self.logo {
            _ if id == FIXED.house => Ok(self.house.clone()),
            _ if id == FIXED.sheet => Ok(self.sheet.clone()),
            Some(logo) if id == FIXED.logo => Ok(logo.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Lays the sheet out on pages. A warning is an error too: typst warns of content that it drops.
pub fn lay_out(house: Vec<u8>, sheet: Vec<u8>, meta: &Meta) -> Result<PagedDocument, PdfError> {
    // What was remembered for earlier documents must not pile up in a run that makes many.
    typst::comemo::evict(2);
    let result = compiled(house, sheet, meta)?;
    let pages = result.output.map_err(|errors| PdfError::Layout(told(&errors)))?;
    if result.warnings.is_empty() { Ok(pages) } else { Err(PdfError::Layout(told(&result.warnings))) }
}

/// Lays out what will be laid out again: typst remembers it. That a part of a document points at what is not in it is no fault.
pub fn set_ahead(house: Vec<u8>, sheet: Vec<u8>, meta: &Meta) -> Result<(), PdfError> {
    // In the later rounds nothing is made that another document could use.
    let first = || round(&Closed::of(house, sheet, meta), EmptyIntrospector.track());
    caught(first)?.map(drop).map_err(|errors| PdfError::Layout(told(&errors)))
}

/// One of the rounds in which `typst::compile` lays a document out until it knows on which page each thing is. What was found
/// in the one before answers what is asked in this one.
fn round(world: &dyn World, found: Tracked<dyn Introspector + '_>) -> SourceResult<PagedDocument> {
    let (library, traced, mut sink) = (world.library(), Traced::default(), Sink::new());
    let (world, traced) = (world.track(), traced.track());
    let main = world.source(world.main()).at(Span::detached())?;
    let content =
        typst_eval::eval(world, library, traced, sink.track_mut(), Route::default().track(), &main)?.content();
    let base = StyleChain::new(&library.styles);
    let target = TargetElem::target.set(Target::Paged).wrap();
    let introspector = Protected::new(found);
    let mut engine = Engine { library, world, introspector, traced, sink: sink.track_mut(), route: Route::default() };
    PagedDocument::create(&mut engine, &content, base.chain(&target))
}

fn compiled(house: Vec<u8>, sheet: Vec<u8>, meta: &Meta) -> Result<Warned<SourceResult<PagedDocument>>, PdfError> {
    caught(|| typst::compile::<PagedDocument>(&Closed::of(house, sheet, meta)))
}

/// A fault in the libraries below is no reason to take the whole run, with its other documents, down.
fn caught<T>(work: impl FnOnce() -> T) -> Result<T, PdfError> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| PdfError::Layout("typst stopte onverwacht".to_owned()))
}

/// Writes the pages as PDF/UA-1, for every reader, and PDF/A-2a, for the archive.
pub fn export(pages: &PagedDocument) -> Result<Vec<u8>, PdfError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|fault| PdfError::Standard(fault.message().to_string()))?;
    // PDF/A wants a date.
    let (year, month, day) = (RELEASED.year().into(), RELEASED.month() as u8, RELEASED.day() as u8);
    let options = PdfOptions {
        creator: Smart::Custom(Some(env!("CARGO_PKG_NAME").to_owned())),
        timestamp: Datetime::from_ymd_hms(year, month, day, 0, 0, 0).map(Timestamp::new_utc),
        standards,
        ..Default::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|errors| PdfError::Standard(told(&errors)))
}

fn told(diagnostics: &[SourceDiagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use typst::comemo::Constraint;

    use super::*;
    use crate::render::pdf::sheet;
    use crate::render::pdf::tests::every_sheet;

    /// Each round more takes a tenth of the time of a document.
    #[test]
    fn after_two_rounds_everything_has_its_page() {
        let mut with_contents = 0;
        for (document, house, sheet) in every_sheet() {
            let world = Closed::of(house, sheet::with_body(&sheet, &sheet::written(&sheet)), &document.meta);
            let first = round(&world, EmptyIntrospector.track()).unwrap();
            let asked = Constraint::new();
            let second = round(&world, Output::introspector(&first).track_with(&asked)).unwrap();
            assert!(asked.validate(Output::introspector(&second)), "{}", document.meta.title);
            with_contents += usize::from(document.meta.contents);
        }
        assert_eq!(with_contents, 3);
    }
}
