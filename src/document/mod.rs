//! The kinds of documents: for each its view, its template and the files that it needs.
//!
//! A kind is an entry in [`KINDS`] that names its template and its view: facts chosen, sums made, dates computed. Kinds
//! that belong together share a module, and some share a template.

mod activiteiten;
mod begrippen;
mod begroting;
mod convenant;
pub mod eigen;
mod feed;
mod gegevensstromen;
mod huisstijl;
mod keuzes;
mod kinds;
mod locatie;
mod overleg;
mod plan_van_aanpak;
mod profiel;
mod purpose;
pub mod sjabloonwijzer;
pub mod sociale_kaart;
mod startbijeenkomst;
mod toeleiding;
mod training;
mod voorlichting;
mod wording;

use std::borrow::Cow;

use serde_json::Value;

use crate::compose::{self, ComposeError, Template};
use crate::model::Project;
use crate::tree::workbook::Workbook;
use crate::tree::{Document, Layout, Meta, Paper};

pub use activiteiten::ACTIVITEITEN_FEED;
pub use begroting::budget_chart;
pub use eigen::EigenStuk;
pub use feed::Feed;
pub use huisstijl::theme;
pub use kinds::KINDS;
pub use overleg::{KalenderRij, OVERLEG_FEEDS, START_FEED, rijen as kalender};
pub use purpose::Purpose;
pub use startbijeenkomst::{AgendaHead, AgendaRow, agenda, agenda_head};

/// A kind of document that wep can make.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The name of the template and of the files that are made.
    pub slug: &'static str,
    pub purpose: Purpose,
    /// The files of the gemeente that it draws from.
    pub files: &'static [&'static str],
    /// The text of its template.
    pub template: &'static str,
    head: Head,
    view: fn(&Project) -> Value,
    /// Files that are made beside the document, in one format each.
    pub extras: &'static [Extra],
    /// What is printed and hung up; nothing for a document to read.
    print: Option<Print>,
}

/// The sheets of one kind: what comes behind the name of each, and what it is made of.
type Split = fn(&Project) -> Vec<(String, Project)>;

/// How a kind comes on paper that is hung up or handed out.
#[derive(Debug, Clone, Copy)]
struct Print {
    /// The sizes of paper; each is a PDF.
    papers: &'static [Paper],
    /// When there may be more of it: the end of the name of each, and the project with that one alone.
    split: Option<Split>,
}

/// What stands above a document.
#[derive(Debug, Clone, Copy)]
enum Head {
    /// This title, with the name of the initiative under it.
    Titled(&'static str),
    /// What follows from the gemeente.
    Of(fn(&Project) -> Meta),
}

impl Head {
    fn meta(self, project: &Project) -> Meta {
        match self {
            Head::Titled(title) => Meta {
                title: title.to_owned(),
                subtitle: wording::filled(&project.wep.naam).unwrap_or_default(),
                author: wording::author(project),
                ..Meta::default()
            },
            Head::Of(meta) => meta(project),
        }
    }
}

/// A file that goes with a document.
#[derive(Debug, Clone, Copy)]
pub struct Extra {
    /// The name of the file.
    pub name: &'static str,
    pub compose: fn(&Project) -> Attachment,
}

/// What is in a file that goes with a document: a new sort is a variant here and an arm where it is rendered.
#[derive(Debug, Clone, PartialEq)]
pub enum Attachment {
    Workbook(Workbook),
}

/// The calendar files of all documents.
pub const FEEDS: [Feed; 4] = [OVERLEG_FEEDS[0], OVERLEG_FEEDS[1], START_FEED, ACTIVITEITEN_FEED];

/// What several templates share.
const PARTIALS: [Template; 1] =
    [Template { name: "eigen-artikelen", text: include_str!("../../templates/partial/eigen-artikelen.md.hbs") }];

/// A template or a part that comes with wep.
#[derive(Debug, Clone, Copy)]
pub struct Meegeleverd {
    pub naam: &'static str,
    pub tekst: &'static str,
    /// Nothing for a part.
    pub kind: Option<&'static Kind>,
}

/// All templates that come with wep, those of documents in the order of the table.
pub fn meegeleverd() -> impl Iterator<Item = Meegeleverd> {
    let documents = KINDS.iter().map(|kind| Meegeleverd { naam: kind.slug, tekst: kind.template, kind: Some(kind) });
    documents.chain(PARTIALS.iter().map(|part| Meegeleverd { naam: part.name, tekst: part.text, kind: None }))
}

impl Kind {
    /// The kind with this slug.
    pub fn find(slug: &str) -> Option<&'static Kind> {
        KINDS.iter().find(|kind| kind.slug == slug)
    }

    /// Every document of this kind, with what comes behind the name of its file: one, or one for each of what there are.
    ///
    /// # Errors
    /// When the template is wrong.
    pub fn documents(&self, project: &Project) -> Result<Vec<(String, Document)>, ComposeError> {
        let one = |(end, project): (String, Cow<Project>)| Ok((end, self.compose(&project)?));
        self.projects(project).into_iter().map(one).collect()
    }

    /// What the documents of this kind are called, in the same order and with the same ends.
    pub fn titles(&self, project: &Project) -> Vec<(String, String)> {
        let one = |(end, project): (String, Cow<Project>)| (end, self.head.meta(&project).title);
        self.projects(project).into_iter().map(one).collect()
    }

    /// What each document of this kind is made of.
    fn projects<'p>(&self, project: &'p Project) -> Vec<(String, Cow<'p, Project>)> {
        match self.print.and_then(|print| print.split) {
            None => vec![(String::new(), Cow::Borrowed(project))],
            Some(split) => {
                split(project).into_iter().map(|(id, project)| (format!("-{id}"), Cow::Owned(project))).collect()
            }
        }
    }

    /// The sizes of paper on which a document of this kind is printed; none for one to read.
    pub fn papers(&self) -> &'static [Paper] {
        self.print.map_or(&[], |print| print.papers)
    }

    /// A document of this kind on each size of paper that it is printed on, with the end of the name of its file; none for
    /// one to read.
    pub fn sheets(&self, document: &Document) -> Vec<(String, Document)> {
        let on = |paper: &Paper| {
            let meta = Meta { layout: Layout::Poster(*paper), ..document.meta.clone() };
            (format!("-{}", paper.name()), Document { meta, body: document.body.clone() })
        };
        self.papers().iter().map(on).collect()
    }

    /// Makes the document of this kind for a gemeente. What is missing shows as a gap.
    ///
    /// # Errors
    /// When the template is wrong.
    pub fn compose(&self, project: &Project) -> Result<Document, ComposeError> {
        let meta = Meta { theme: huisstijl::theme(project), ..self.head.meta(project) };
        if let Some(own) = project.sjablonen.stuk(self.slug) {
            eigen::refuse_other_values(own)?;
            return eigen::compose(own, (self.view)(project), meta, project);
        }
        let template = Template { name: self.slug, text: self.template };
        eigen::with_parts(project, |parts| compose::compose(&template, parts, (self.view)(project), meta))
    }
}
