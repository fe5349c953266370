//! The table of kinds: what each is called, what it is for, what it draws from and how it is made.

use super::*;
use crate::model::file;

/// What the papers of the startbijeenkomst draw from.
pub(super) const STARTBIJEENKOMST: &[&str] =
    &[file::WEP, file::ORGANISATIES, file::TEAM, file::LOCATIES, file::CONVENANT, file::STARTBIJEENKOMST];

/// What the profiles and what goes with them draw from.
const PROFIEL: &[&str] = &[file::WEP, file::ORGANISATIES, file::TEAM, file::OVERLEG];

/// What the papers about the places draw from.
const LOCATIE: &[&str] = &[file::WEP, file::ORGANISATIES, file::TEAM, file::LOCATIES];
/// What the papers of the meetings draw from.
pub(super) const OVERLEG: &[&str] = &[file::WEP, file::ORGANISATIES, file::TEAM, file::OVERLEG, file::LOCATIES];

/// What the papers about the activities draw from.
pub(super) const ACTIVITEITEN: &[&str] =
    &[file::WEP, file::ORGANISATIES, file::TEAM, file::CONVENANT, file::OVERLEG, file::LOCATIES, file::ACTIVITEITEN];
/// What the papers of the training draw from.
const TRAINING: &[&str] = &[file::WEP, file::ORGANISATIES, file::LOCATIES, file::TRAINING];
/// What leaflet, walk-in, posters and flyers draw from.
const VOORLICHTING: &[&str] = &[file::WEP, file::ORGANISATIES, file::CONVENANT, file::LOCATIES, file::VOORLICHTING];

/// The text of a template, which several kinds may share.
macro_rules! template {
    ($name:literal) => {
        include_str!(concat!("../../templates/document/", $name, ".md.hbs"))
    };
}

impl Kind {
    /// A document to read: in every format, on paper of an office, with nothing beside it.
    const fn read(
        slug: &'static str,
        purpose: Purpose,
        files: &'static [&'static str],
        template: &'static str,
        head: Head,
        view: fn(&Project) -> Value,
    ) -> Kind {
        Kind { slug, purpose, files, template, head, view, extras: &[], print: None }
    }

    /// The same with these files beside it.
    const fn with(self, extras: &'static [Extra]) -> Kind {
        Kind { extras, ..self }
    }

    /// The same, but printed so, to be hung up or handed out.
    const fn printed(self, print: Print) -> Kind {
        Kind { print: Some(print), ..self }
    }
}

/// The table of kinds.
pub const KINDS: &[Kind] = &[
    Kind::read(
        "convenant",
        Purpose::Convenant,
        &[file::WEP, file::ORGANISATIES, file::TEAM, file::CONVENANT, file::OVERLEG, file::LOCATIES, file::VOORTGANG],
        template!("convenant"),
        Head::Of(convenant::meta),
        convenant::view,
    ),
    Kind::read(
        "sociale-kaart",
        Purpose::SocialeKaart,
        &[file::WEP, file::ORGANISATIES, file::TEAM, file::CONVENANT, file::LOCATIES],
        template!("sociale-kaart"),
        Head::Of(sociale_kaart::meta),
        sociale_kaart::view,
    ),
    Kind::read(
        "plan-van-aanpak",
        Purpose::Plan,
        &[
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
        template!("plan-van-aanpak"),
        Head::Of(plan_van_aanpak::meta),
        plan_van_aanpak::view,
    ),
    Kind::read(
        "startbijeenkomst-programma",
        Purpose::Startbijeenkomst,
        STARTBIJEENKOMST,
        template!("startbijeenkomst-programma"),
        Head::Of(startbijeenkomst::programma_meta),
        startbijeenkomst::view,
    ),
    Kind::read(
        "startbijeenkomst-uitnodiging",
        Purpose::Startbijeenkomst,
        STARTBIJEENKOMST,
        template!("startbijeenkomst-uitnodiging"),
        Head::Of(startbijeenkomst::uitnodiging_meta),
        startbijeenkomst::view,
    ),
    Kind::read(
        "startbijeenkomst-werkblad",
        Purpose::Startbijeenkomst,
        STARTBIJEENKOMST,
        template!("startbijeenkomst-werkblad"),
        Head::Of(startbijeenkomst::werkblad_meta),
        startbijeenkomst::view,
    ),
    Kind::read(
        "training-draaiboek",
        Purpose::Training,
        TRAINING,
        template!("training-draaiboek"),
        Head::Titled("Draaiboek van de training"),
        training::view,
    ),
    Kind::read(
        "training-hand-out",
        Purpose::Training,
        TRAINING,
        template!("training-hand-out"),
        Head::Titled("Iedereen welkom: hand-out bij de training"),
        training::view,
    ),
    Kind::read(
        "training-evaluatie",
        Purpose::Training,
        TRAINING,
        template!("training-evaluatie"),
        Head::Titled("Evaluatie van de training"),
        training::view,
    ),
    Kind::read(
        "intakeformulier",
        Purpose::Toeleiding,
        &[file::WEP, file::ORGANISATIES, file::CONVENANT, file::TOELEIDING],
        template!("intakeformulier"),
        Head::Titled("Intakeformulier"),
        toeleiding::intake,
    ),
    Kind::read(
        "protocol",
        Purpose::Toeleiding,
        &[file::WEP, file::ORGANISATIES, file::LOCATIES, file::TOELEIDING],
        template!("protocol"),
        Head::Of(toeleiding::protocol_meta),
        toeleiding::protocol,
    ),
    Kind::read(
        "verwijzers",
        Purpose::Toeleiding,
        &[file::WEP, file::ORGANISATIES, file::TEAM, file::TOELEIDING],
        template!("verwijzers"),
        Head::Titled("Iemand verwijzen"),
        toeleiding::verwijzers,
    ),
    Kind::read(
        "gegevensstromen",
        Purpose::Convenant,
        &[file::WEP, file::ORGANISATIES, file::CONVENANT, file::TOELEIDING],
        template!("gegevensstromen"),
        Head::Titled("Welke gegevens gaan waarheen"),
        gegevensstromen::view,
    ),
    Kind::read(
        "profiel-coordinator",
        Purpose::Functies,
        PROFIEL,
        template!("profiel"),
        Head::Titled("Profiel coördinator"),
        profiel::coordinator,
    ),
    Kind::read(
        "profiel-wep-werker",
        Purpose::Functies,
        PROFIEL,
        template!("profiel"),
        Head::Titled("Profiel WeP-werker"),
        profiel::wep_werker,
    ),
    Kind::read(
        "vacature-coordinator",
        Purpose::Functies,
        PROFIEL,
        template!("vacature"),
        Head::Titled("Vacature coördinator"),
        profiel::coordinator,
    ),
    Kind::read(
        "vacature-wep-werker",
        Purpose::Functies,
        PROFIEL,
        template!("vacature"),
        Head::Titled("Vacature WeP-werker"),
        profiel::wep_werker,
    ),
    Kind::read(
        "selectie-coordinator",
        Purpose::Functies,
        PROFIEL,
        template!("selectie"),
        Head::Titled("Selectie coördinator"),
        profiel::coordinator,
    ),
    Kind::read(
        "selectie-wep-werker",
        Purpose::Functies,
        PROFIEL,
        template!("selectie"),
        Head::Titled("Selectie WeP-werker"),
        profiel::wep_werker,
    ),
    Kind::read(
        "begroting",
        Purpose::Plan,
        &[file::WEP, file::ORGANISATIES, file::CONVENANT, file::BEGROTING],
        template!("begroting"),
        Head::Of(begroting::meta),
        begroting::view,
    )
    .with(&[Extra { name: "begroting.xlsx", compose: begroting::workbook }]),
    Kind::read(
        "overleg-kalender",
        Purpose::Overleg,
        OVERLEG,
        template!("overleg-kalender"),
        Head::Of(overleg::kalender_meta),
        overleg::kalender_view,
    ),
    Kind::read(
        "overleg-agenda",
        Purpose::Overleg,
        OVERLEG,
        template!("overleg-agenda"),
        Head::Of(overleg::agenda_meta),
        overleg::agenda_view,
    ),
    Kind::read(
        "overleg-verslag",
        Purpose::Overleg,
        OVERLEG,
        template!("overleg-verslag"),
        Head::Of(overleg::verslag_meta),
        overleg::verslag_view,
    ),
    Kind::read(
        "wijknetwerk-agenda",
        Purpose::Overleg,
        OVERLEG,
        template!("wijknetwerk-agenda"),
        Head::Of(overleg::wijknetwerk_meta),
        overleg::wijknetwerk_view,
    ),
    Kind::read(
        "begrippen",
        Purpose::Naslag,
        &[file::WEP],
        template!("begrippen"),
        Head::Titled("Begrippenlijst"),
        begrippen::view,
    ),
    Kind::read(
        "locatie-vergelijking",
        Purpose::Plekken,
        LOCATIE,
        template!("locatie-vergelijking"),
        Head::Titled("Vergelijking van plekken"),
        locatie::vergelijking,
    ),
    Kind::read(
        "locatie-uitnodiging",
        Purpose::Plekken,
        LOCATIE,
        template!("locatie-uitnodiging"),
        Head::Titled("Uitnodiging voor wie hier werkt"),
        locatie::bijeenkomst,
    ),
    Kind::read(
        "locatie-agenda",
        Purpose::Plekken,
        LOCATIE,
        template!("locatie-agenda"),
        Head::Titled("Agenda voor wie hier werkt"),
        locatie::bijeenkomst,
    ),
    Kind::read(
        "activiteiten-programma",
        Purpose::Activiteiten,
        ACTIVITEITEN,
        template!("activiteiten-programma"),
        Head::Of(activiteiten::programma_meta),
        activiteiten::programma_view,
    ),
    Kind::read(
        "activiteiten-inventaris",
        Purpose::Activiteiten,
        ACTIVITEITEN,
        template!("activiteiten-inventaris"),
        Head::Titled("Inventaris van activiteiten"),
        activiteiten::inventaris_view,
    ),
    Kind::read(
        "keuzes",
        Purpose::Naslag,
        &[
            file::WEP,
            file::ORGANISATIES,
            file::TEAM,
            file::CONVENANT,
            file::OVERLEG,
            file::BEGROTING,
            file::STARTBIJEENKOMST,
            file::TRAINING,
        ],
        template!("keuzes"),
        Head::Titled("Keuzes en afwijkingen"),
        keuzes::view,
    ),
    Kind::read(
        "folder",
        Purpose::Voorlichting,
        VOORLICHTING,
        template!("folder"),
        Head::Of(voorlichting::folder_meta),
        voorlichting::folder,
    ),
    Kind::read(
        "inloop",
        Purpose::Voorlichting,
        VOORLICHTING,
        template!("inloop"),
        Head::Of(voorlichting::inloop_meta),
        voorlichting::inloop,
    )
    .printed(Print { papers: &[Paper::A4, Paper::A5], split: None }),
    Kind::read(
        "poster",
        Purpose::Voorlichting,
        VOORLICHTING,
        template!("poster"),
        Head::Of(voorlichting::poster_meta),
        voorlichting::poster,
    )
    .printed(Print { papers: &[Paper::A3, Paper::A4, Paper::A5], split: Some(voorlichting::poster_projects) }),
    Kind::read(
        "flyer-gespreksmiddag",
        Purpose::Voorlichting,
        VOORLICHTING,
        template!("flyer-gespreksmiddag"),
        Head::Of(voorlichting::afternoon_meta),
        voorlichting::afternoon,
    )
    .printed(Print { papers: &[Paper::A4, Paper::A5], split: None }),
    Kind::read(
        "flyer-samen-doen",
        Purpose::Voorlichting,
        VOORLICHTING,
        template!("flyer-samen-doen"),
        Head::Of(voorlichting::together_meta),
        voorlichting::together,
    )
    .printed(Print { papers: &[Paper::A4, Paper::A5], split: None }),
];
