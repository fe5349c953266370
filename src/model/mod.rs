//! The model: what a gemeente has written down in its YAML files, typed and free of positions.
//!
//! Every field may be left out; what is missing is a finding for `check` and a gap in a document, never a failure to
//! read. The descriptions of the fields are Dutch, because users meet them: as comments in their YAML and as
//! explanation in their editor.

mod activiteit;
mod begroting;
mod bereikt;
mod bijeenkomst;
mod convenant;
mod herhaling;
mod huisstijl;
mod locatie;
mod organisatie;
mod overleg;
mod plan_van_aanpak;
mod programma;
mod rekening;
pub mod sjabloon;
mod spelling;
mod startbijeenkomst;
mod team;
mod term;
mod toeleiding;
mod training;
mod value;
mod voorlichting;
mod voortgang;
mod wep;

pub use activiteit::{Activiteit, Activiteiten, Idee, Stand};
pub use begroting::{Begroting, Bron, DekkingStatus, Dekkingspost, KostenSoort, Kostenpost, Tekort};
pub use bijeenkomst::{Bijeenkomst, bijeenkomst_op};
pub use convenant::{
    ARTIKELEN, Artikel, Begrip, Besluit, Convenant, Doelgroep, EigenArtikel, EigenResultaat, Evaluatie, Geschillen,
    LAATSTE_INHOUDELIJKE_ARTIKEL, Partij, Privacy, Verlenging,
};
pub use herhaling::Herhaling;
pub use huisstijl::{Huisstijl, Kleur, Lettertype, Logo, LogoSoort};
pub use locatie::{Beoordeling, Locatie, LocatieSoort, Locatiebijeenkomst, Locaties, Oordeel, Toegankelijkheid};
pub use organisatie::{
    Aanbod, Adres, Behoefte, Contactpersoon, Leefgebied, MssElement, Organisatie, Organisaties, Relatie, RelatieSoort,
    Rol, Sector, Telefoon, Vertegenwoordiger, Vestiging, short_name,
};
pub use overleg::{
    Actie, Agendapunt, MINUTEN_EIGEN_PUNT, Mededeling, Overleg, OverlegOrgaan, Presentatie, Schoolvakantie, Vervallen,
    Verzet, Wijknetwerk,
};
pub use plan_van_aanpak::{
    Communicatie, Evaluatiemoment, Fase, Grootte, PlanActiviteit, PlanDoel, PlanDoelgroep, PlanResultaat,
    PlanVanAanpak, Risico,
};
pub use programma::{Keer, NietDoor};
pub use rekening::{Dekkingsregel, GROOTSTE_BEDRAG, Herkomst, Kostenregel, Rekening};
pub use sjabloon::{Sjablonen, Sjabloon, SjabloonKop};
pub(crate) use spelling::BLANK;
pub use startbijeenkomst::{Aanmelding, Onderdeel, OnderdeelSoort, Stap, Startbijeenkomst, Subgroepen, Tijdvak};
pub use team::{Coordinator, ProfielBron, Team, WepWerker, Werkgroeplid};
pub use term::{Term, filled};
pub use toeleiding::{Intake, Protocol, Toeleiding, Verwijzers};
pub use training::{Casus, DeelnemerRol, Deelnemersgroep, Trainer, Training, Trainingsdeel, TrainingsdeelSoort};
pub use value::{Bedrag, Coordinaat, DagVanDeMaand, Datum, Getal, JaNee, Tijd};
pub use voorlichting::{
    Folder, Gespreksmiddag, Inloop, Opgave, Poster, PosterSoort, SamenDoen, Voorlichting, Waar, Wanneer, Weekdag,
};
pub use voortgang::{Gebeurtenis, GehoudenBijeenkomst, Goedkeuring, Handtekening, Voortgang};
pub use wep::{Contact, Formaat, Uitvoer, Wep, Wijk};

/// Everything that one gemeente has written down.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Project {
    pub wep: Wep,
    pub organisaties: Organisaties,
    pub team: Team,
    pub convenant: Convenant,
    pub plan_van_aanpak: PlanVanAanpak,
    pub overleg: Overleg,
    pub locaties: Locaties,
    pub begroting: Begroting,
    pub startbijeenkomst: Startbijeenkomst,
    pub activiteiten: Activiteiten,
    pub training: Training,
    pub toeleiding: Toeleiding,
    pub voorlichting: Voorlichting,
    pub voortgang: Voortgang,
    /// The file that the house style names, if it can be used.
    pub logo: Option<Logo>,
    /// The templates of its own.
    pub sjablonen: Sjablonen,
}

/// Names of the files in the folder of a gemeente, as findings name them.
pub mod file {
    pub const WEP: &str = "wep.yaml";
    pub const ORGANISATIES: &str = "organisaties.yaml";
    pub const TEAM: &str = "team.yaml";
    pub const CONVENANT: &str = "convenant.yaml";
    pub const PLAN_VAN_AANPAK: &str = "plan-van-aanpak.yaml";
    pub const OVERLEG: &str = "overleg.yaml";
    pub const LOCATIES: &str = "locaties.yaml";
    pub const BEGROTING: &str = "begroting.yaml";
    pub const STARTBIJEENKOMST: &str = "startbijeenkomst.yaml";
    pub const ACTIVITEITEN: &str = "activiteiten.yaml";
    pub const TRAINING: &str = "training.yaml";
    pub const TOELEIDING: &str = "toeleiding.yaml";
    pub const VOORLICHTING: &str = "voorlichting.yaml";
    pub const VOORTGANG: &str = "voortgang.yaml";

    /// All of them, in the order in which people meet them.
    pub const ALL: [&str; 14] = [
        WEP,
        ORGANISATIES,
        TEAM,
        CONVENANT,
        PLAN_VAN_AANPAK,
        OVERLEG,
        LOCATIES,
        BEGROTING,
        STARTBIJEENKOMST,
        ACTIVITEITEN,
        TRAINING,
        TOELEIDING,
        VOORLICHTING,
        VOORTGANG,
    ];
}

impl Project {
    /// The organisation with this id.
    pub fn organisatie(&self, id: &str) -> Option<&Organisatie> {
        self.organisaties.organisaties.iter().find(|organisatie| organisatie.id.as_deref() == Some(id))
    }

    /// The place with this id.
    pub fn locatie(&self, id: &str) -> Option<&Locatie> {
        self.locaties.locaties.iter().find(|locatie| locatie.id.as_deref() == Some(id))
    }

    /// The wijk with this id.
    pub fn wijk(&self, id: &str) -> Option<&Wijk> {
        self.wep.wijken.iter().find(|wijk| wijk.id.as_deref() == Some(id))
    }

    /// Who does a part of the programme: the one who is named; otherwise the coordinator introduces and the first
    /// WeP-worker tells about the activities (bijlage 3).
    pub fn spreker<'a>(&'a self, part: &'a Onderdeel) -> Option<&'a str> {
        let usual = match part.soort {
            OnderdeelSoort::Inleiding => self.team.coordinator.naam.as_deref(),
            OnderdeelSoort::Activiteiten => self.team.wep_werkers.first().and_then(|werker| werker.naam.as_deref()),
            _ => None,
        };
        [part.spreker.as_deref(), usual].into_iter().flatten().map(str::trim).find(|name| !name.is_empty())
    }

    /// The first day of the plan van aanpak: its own, or that of the initiative.
    pub fn plan_begin(&self) -> Option<Datum> {
        self.plan_van_aanpak.begin.or(self.wep.startdatum)
    }
}
