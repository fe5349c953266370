//! The kinds of documents: for each its view, its template and the files that it needs.
//!
//! A kind is one module (facts chosen, sums made, dates computed), one template of the same name and one line in
//! [`KINDS`].

mod activiteiten;
mod begrippen;
mod begroting;
mod convenant;
mod feed;
mod gegevensstromen;
mod huisstijl;
mod keuzes;
mod locatie;
mod overleg;
mod plan_van_aanpak;
mod profiel;
pub mod sociale_kaart;
mod startbijeenkomst;
mod toeleiding;
mod training;
mod voorlichting;
mod wording;

use serde_json::Value;

use crate::compose::{self, ComposeError, Template};
use crate::model::{Project, file};
use crate::tree::workbook::Workbook;
use crate::tree::{Document, Layout, Meta, Paper};

pub use activiteiten::ACTIVITEITEN_FEED;
pub use begroting::budget_chart;
pub use feed::Feed;
pub use huisstijl::theme;
pub use overleg::{FEEDS, KalenderRij, START_FEED, rijen as kalender};
pub use startbijeenkomst::{AgendaHead, AgendaRow, agenda, agenda_head};

/// A kind of document that wep can make.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The name of the template and of the files that are made.
    pub slug: &'static str,
    /// The files of the gemeente that it draws from.
    pub files: &'static [&'static str],
    template: &'static str,
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

/// What several templates share.
const PARTIALS: [Template; 1] =
    [Template { name: "eigen-artikelen", text: include_str!("../../templates/partial/eigen-artikelen.md.hbs") }];

/// What the papers of the startbijeenkomst draw from.
const STARTBIJEENKOMST: &[&str] =
    &[file::WEP, file::ORGANISATIES, file::TEAM, file::LOCATIES, file::CONVENANT, file::STARTBIJEENKOMST];

/// What the profiles and what goes with them draw from.
const PROFIEL: &[&str] = &[file::WEP, file::ORGANISATIES, file::TEAM, file::OVERLEG];

/// What the papers about the places draw from.
const LOCATIE: &[&str] = &[file::WEP, file::ORGANISATIES, file::TEAM, file::LOCATIES];
/// What the papers of the meetings draw from.
const OVERLEG: &[&str] = &[file::WEP, file::ORGANISATIES, file::TEAM, file::OVERLEG, file::LOCATIES];

/// What the papers about the activities draw from.
const ACTIVITEITEN: &[&str] =
    &[file::WEP, file::ORGANISATIES, file::TEAM, file::CONVENANT, file::OVERLEG, file::LOCATIES, file::ACTIVITEITEN];
/// What the papers of the training draw from.
const TRAINING: &[&str] = &[file::WEP, file::ORGANISATIES, file::LOCATIES, file::TRAINING];
/// What leaflet, walk-in, posters and flyers draw from.
const VOORLICHTING: &[&str] = &[file::WEP, file::ORGANISATIES, file::CONVENANT, file::LOCATIES, file::VOORLICHTING];

/// The table of kinds.
pub const KINDS: &[Kind] = &[
    Kind {
        slug: "convenant",
        files: &[
            file::WEP,
            file::ORGANISATIES,
            file::TEAM,
            file::CONVENANT,
            file::OVERLEG,
            file::LOCATIES,
            file::VOORTGANG,
        ],
        template: include_str!("../../templates/document/convenant.md.hbs"),
        head: Head::Of(convenant::meta),
        view: convenant::view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "sociale-kaart",
        files: &[file::WEP, file::ORGANISATIES, file::TEAM, file::CONVENANT, file::LOCATIES],
        template: include_str!("../../templates/document/sociale-kaart.md.hbs"),
        head: Head::Of(sociale_kaart::meta),
        view: sociale_kaart::view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "plan-van-aanpak",
        files: &[
            file::WEP,
            file::ORGANISATIES,
            file::TEAM,
            file::CONVENANT,
            file::PLAN_VAN_AANPAK,
            file::OVERLEG,
            file::LOCATIES,
            file::BEGROTING,
            file::VOORTGANG,
        ],
        template: include_str!("../../templates/document/plan-van-aanpak.md.hbs"),
        head: Head::Of(plan_van_aanpak::meta),
        view: plan_van_aanpak::view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "startbijeenkomst-programma",
        files: STARTBIJEENKOMST,
        template: include_str!("../../templates/document/startbijeenkomst-programma.md.hbs"),
        head: Head::Of(startbijeenkomst::programma_meta),
        view: startbijeenkomst::view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "startbijeenkomst-uitnodiging",
        files: STARTBIJEENKOMST,
        template: include_str!("../../templates/document/startbijeenkomst-uitnodiging.md.hbs"),
        head: Head::Of(startbijeenkomst::uitnodiging_meta),
        view: startbijeenkomst::view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "startbijeenkomst-werkblad",
        files: STARTBIJEENKOMST,
        template: include_str!("../../templates/document/startbijeenkomst-werkblad.md.hbs"),
        head: Head::Of(startbijeenkomst::werkblad_meta),
        view: startbijeenkomst::view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "training-draaiboek",
        files: TRAINING,
        template: include_str!("../../templates/document/training-draaiboek.md.hbs"),
        head: Head::Titled("Draaiboek van de training"),
        view: training::view,
        print: None,
        extras: &[],
    },
    Kind {
        slug: "training-hand-out",
        files: TRAINING,
        template: include_str!("../../templates/document/training-hand-out.md.hbs"),
        head: Head::Titled("Iedereen welkom: hand-out bij de training"),
        view: training::view,
        print: None,
        extras: &[],
    },
    Kind {
        slug: "training-evaluatie",
        files: TRAINING,
        template: include_str!("../../templates/document/training-evaluatie.md.hbs"),
        head: Head::Titled("Evaluatie van de training"),
        view: training::view,
        print: None,
        extras: &[],
    },
    Kind {
        slug: "intakeformulier",
        files: &[file::WEP, file::ORGANISATIES, file::CONVENANT, file::TOELEIDING],
        template: include_str!("../../templates/document/intakeformulier.md.hbs"),
        head: Head::Titled("Intakeformulier"),
        view: toeleiding::intake,
        print: None,
        extras: &[],
    },
    Kind {
        slug: "protocol",
        files: &[file::WEP, file::ORGANISATIES, file::LOCATIES, file::TOELEIDING],
        template: include_str!("../../templates/document/protocol.md.hbs"),
        head: Head::Of(toeleiding::protocol_meta),
        view: toeleiding::protocol,
        print: None,
        extras: &[],
    },
    Kind {
        slug: "verwijzers",
        files: &[file::WEP, file::ORGANISATIES, file::TEAM, file::TOELEIDING],
        template: include_str!("../../templates/document/verwijzers.md.hbs"),
        head: Head::Titled("Iemand verwijzen"),
        view: toeleiding::verwijzers,
        print: None,
        extras: &[],
    },
    Kind {
        slug: "gegevensstromen",
        files: &[file::WEP, file::ORGANISATIES, file::CONVENANT, file::TOELEIDING],
        template: include_str!("../../templates/document/gegevensstromen.md.hbs"),
        head: Head::Titled("Welke gegevens gaan waarheen"),
        view: gegevensstromen::view,
        print: None,
        extras: &[],
    },
    Kind {
        slug: "profiel-coordinator",
        files: PROFIEL,
        template: include_str!("../../templates/document/profiel.md.hbs"),
        head: Head::Titled("Profiel coördinator"),
        view: profiel::coordinator,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "profiel-wep-werker",
        files: PROFIEL,
        template: include_str!("../../templates/document/profiel.md.hbs"),
        head: Head::Titled("Profiel WeP-werker"),
        view: profiel::wep_werker,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "vacature-coordinator",
        files: PROFIEL,
        template: include_str!("../../templates/document/vacature.md.hbs"),
        head: Head::Titled("Vacature coördinator"),
        view: profiel::coordinator,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "vacature-wep-werker",
        files: PROFIEL,
        template: include_str!("../../templates/document/vacature.md.hbs"),
        head: Head::Titled("Vacature WeP-werker"),
        view: profiel::wep_werker,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "selectie-coordinator",
        files: PROFIEL,
        template: include_str!("../../templates/document/selectie.md.hbs"),
        head: Head::Titled("Selectie coördinator"),
        view: profiel::coordinator,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "selectie-wep-werker",
        files: PROFIEL,
        template: include_str!("../../templates/document/selectie.md.hbs"),
        head: Head::Titled("Selectie WeP-werker"),
        view: profiel::wep_werker,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "begroting",
        files: &[file::WEP, file::ORGANISATIES, file::CONVENANT, file::BEGROTING],
        template: include_str!("../../templates/document/begroting.md.hbs"),
        head: Head::Of(begroting::meta),
        view: begroting::view,
        extras: &[Extra { name: "begroting.xlsx", compose: begroting::workbook }],
        print: None,
    },
    Kind {
        slug: "overleg-kalender",
        files: OVERLEG,
        template: include_str!("../../templates/document/overleg-kalender.md.hbs"),
        head: Head::Of(overleg::kalender_meta),
        view: overleg::kalender_view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "overleg-agenda",
        files: OVERLEG,
        template: include_str!("../../templates/document/overleg-agenda.md.hbs"),
        head: Head::Of(overleg::agenda_meta),
        view: overleg::agenda_view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "overleg-verslag",
        files: OVERLEG,
        template: include_str!("../../templates/document/overleg-verslag.md.hbs"),
        head: Head::Of(overleg::verslag_meta),
        view: overleg::verslag_view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "wijknetwerk-agenda",
        files: OVERLEG,
        template: include_str!("../../templates/document/wijknetwerk-agenda.md.hbs"),
        head: Head::Of(overleg::wijknetwerk_meta),
        view: overleg::wijknetwerk_view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "begrippen",
        files: &[file::WEP],
        template: include_str!("../../templates/document/begrippen.md.hbs"),
        head: Head::Titled("Begrippenlijst"),
        view: begrippen::view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "locatie-vergelijking",
        files: LOCATIE,
        template: include_str!("../../templates/document/locatie-vergelijking.md.hbs"),
        head: Head::Titled("Vergelijking van plekken"),
        view: locatie::vergelijking,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "locatie-uitnodiging",
        files: LOCATIE,
        template: include_str!("../../templates/document/locatie-uitnodiging.md.hbs"),
        head: Head::Titled("Uitnodiging voor wie hier werkt"),
        view: locatie::bijeenkomst,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "locatie-agenda",
        files: LOCATIE,
        template: include_str!("../../templates/document/locatie-agenda.md.hbs"),
        head: Head::Titled("Agenda voor wie hier werkt"),
        view: locatie::bijeenkomst,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "activiteiten-programma",
        files: ACTIVITEITEN,
        template: include_str!("../../templates/document/activiteiten-programma.md.hbs"),
        head: Head::Of(activiteiten::programma_meta),
        view: activiteiten::programma_view,
        print: None,
        extras: &[],
    },
    Kind {
        slug: "activiteiten-inventaris",
        files: ACTIVITEITEN,
        template: include_str!("../../templates/document/activiteiten-inventaris.md.hbs"),
        head: Head::Titled("Inventaris van activiteiten"),
        view: activiteiten::inventaris_view,
        print: None,
        extras: &[],
    },
    Kind {
        slug: "keuzes",
        files: &[
            file::WEP,
            file::ORGANISATIES,
            file::TEAM,
            file::CONVENANT,
            file::OVERLEG,
            file::BEGROTING,
            file::STARTBIJEENKOMST,
            file::TRAINING,
        ],
        template: include_str!("../../templates/document/keuzes.md.hbs"),
        head: Head::Titled("Keuzes en afwijkingen"),
        view: keuzes::view,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "folder",
        files: VOORLICHTING,
        template: include_str!("../../templates/document/folder.md.hbs"),
        head: Head::Of(voorlichting::folder_meta),
        view: voorlichting::folder,
        extras: &[],
        print: None,
    },
    Kind {
        slug: "inloop",
        files: VOORLICHTING,
        template: include_str!("../../templates/document/inloop.md.hbs"),
        head: Head::Of(voorlichting::inloop_meta),
        view: voorlichting::inloop,
        extras: &[],
        print: Some(Print { papers: &[Paper::A4, Paper::A5], split: None }),
    },
    Kind {
        slug: "poster",
        files: VOORLICHTING,
        template: include_str!("../../templates/document/poster.md.hbs"),
        head: Head::Of(voorlichting::poster_meta),
        view: voorlichting::poster,
        extras: &[],
        print: Some(Print { papers: &[Paper::A3, Paper::A4, Paper::A5], split: Some(voorlichting::poster_projects) }),
    },
    Kind {
        slug: "flyer-gespreksmiddag",
        files: VOORLICHTING,
        template: include_str!("../../templates/document/flyer-gespreksmiddag.md.hbs"),
        head: Head::Of(voorlichting::afternoon_meta),
        view: voorlichting::afternoon,
        extras: &[],
        print: Some(Print { papers: &[Paper::A4, Paper::A5], split: None }),
    },
    Kind {
        slug: "flyer-samen-doen",
        files: VOORLICHTING,
        template: include_str!("../../templates/document/flyer-samen-doen.md.hbs"),
        head: Head::Of(voorlichting::together_meta),
        view: voorlichting::together,
        extras: &[],
        print: Some(Print { papers: &[Paper::A4, Paper::A5], split: None }),
    },
];

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
        let Some(split) = self.print.and_then(|print| print.split) else {
            return Ok(vec![(String::new(), self.compose(project)?)]);
        };
        let one = |(id, project): (String, Project)| Ok((format!("-{id}"), self.compose(&project)?));
        split(project).into_iter().map(one).collect()
    }

    /// A document of this kind on each size of paper that it is printed on, with the end of the name of its file.
    pub fn sheets(&self, document: &Document) -> Vec<(String, Document)> {
        let Some(print) = self.print else { return vec![(String::new(), document.clone())] };
        let on = |paper: &Paper| {
            let meta = Meta { layout: Layout::Poster(*paper), ..document.meta.clone() };
            (format!("-{}", paper.name()), Document { meta, body: document.body.clone() })
        };
        print.papers.iter().map(on).collect()
    }

    /// Makes the document of this kind for a gemeente. What is missing shows as a gap.
    ///
    /// # Errors
    /// When the template is wrong.
    pub fn compose(&self, project: &Project) -> Result<Document, ComposeError> {
        let template = Template { name: self.slug, text: self.template };
        let meta = Meta { theme: huisstijl::theme(project), ..self.head.meta(project) };
        compose::compose(&template, &PARTIALS, &(self.view)(project), meta)
    }
}
