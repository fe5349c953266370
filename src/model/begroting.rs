//! `begroting.yaml`: what the initiative costs and who pays for it (handbook §3.7).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Bedrag, Datum, Getal};

/// The content of `begroting.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "Wat het initiatief kost en wie het betaalt (handleiding §3.7). wep rekent alles uit, tot op de cent."
)]
pub struct Begroting {
    #[schemars(description = "De jaren waarvoor de begroting geldt, hoogstens tien.")]
    pub jaren: Vec<u32>,
    #[schemars(
        description = "Waar de bedragen op rusten, zoals ‘het tarief is met werkgeverslasten’. Dit komt zo in de begroting."
    )]
    pub uitgangspunten: Vec<String>,
    #[schemars(
        description = "De kosten. Een bijdrage in natura zet u alleen bij de dekking: wep telt dezelfde waarde bij de kosten op."
    )]
    pub kosten: Vec<Kostenpost>,
    #[schemars(description = "De dekking: wie betaalt. Ook een bijdrage in natura hoort hier.")]
    pub dekking: Vec<Dekkingspost>,
    #[schemars(description = "Wat u hebt afgesproken over een tekort, per jaar.")]
    pub tekorten: Vec<Tekort>,
    #[schemars(
        description = "De dag waarop de directies de begroting hebben vastgesteld. Zolang die leeg is, is de begroting een CONCEPT."
    )]
    pub vastgesteld_op: Option<Datum>,
}

/// One line of costs: an amount, or hours at a rate.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Kostenpost {
    #[schemars(description = "Waar het geld voor is.")]
    pub omschrijving: Option<String>,
    #[schemars(description = "De soort: personeel, activiteiten, locatie, communicatie, training of overig.")]
    pub soort: Option<KostenSoort>,
    #[schemars(description = "Uren per week, zoals 24 of 7,5. Vul dan ook de weken per jaar en het tarief in.")]
    pub uren_per_week: Option<Getal>,
    #[schemars(description = "Het aantal weken per jaar, zoals 42.")]
    pub weken_per_jaar: Option<Getal>,
    #[schemars(description = "Of uren per jaar, in plaats van uren per week. Vul dan ook het tarief in.")]
    pub uren_per_jaar: Option<Getal>,
    #[schemars(description = "Het tarief in euro per uur, zoals 62,50.")]
    pub tarief: Option<Bedrag>,
    #[schemars(description = "Of een vast bedrag in euro per jaar, in plaats van uren en een tarief.")]
    pub bedrag: Option<Bedrag>,
    #[schemars(description = "De jaren waarin deze kosten er zijn. Leeg: elk jaar van de begroting.")]
    pub jaren: Vec<u32>,
    #[schemars(description = "De organisatie die deze kosten maakt: een id uit organisaties.yaml. Mag leeg blijven.")]
    pub organisatie: Option<String>,
    #[schemars(description = "De wijk waarvoor deze kosten zijn: een id uit wep.yaml. Leeg: voor alle wijken.")]
    pub wijk: Option<String>,
}

/// One line of cover: who pays how much, and how sure that is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Dekkingspost {
    #[schemars(
        description = "Waar het geld vandaan komt: gemeente_wmo, fonds, eigen_middelen, zorgkantoor_wlz, zvw, spuk, natura (iets anders dan geld) of overig."
    )]
    pub bron: Option<Bron>,
    #[schemars(
        description = "Wie betaalt: een id uit organisaties.yaml. Staat een fonds daar niet in, noem het dan bij de omschrijving."
    )]
    pub organisatie: Option<String>,
    #[schemars(description = "Waar deze bijdrage voor is, of waaruit die bestaat.")]
    pub omschrijving: Option<String>,
    #[schemars(
        description = "Bedrag of waarde in euro per jaar. Leeg: de bijdrage per jaar die deze partij in convenant.yaml toezegt."
    )]
    pub bedrag: Option<Bedrag>,
    #[schemars(description = "De jaren waarin deze bijdrage er is. Leeg: elk jaar van de begroting.")]
    pub jaren: Vec<u32>,
    #[schemars(description = "Hoe zeker de bijdrage is: toegezegd, aangevraagd of verwacht.")]
    pub status: Option<DekkingStatus>,
    #[schemars(description = "De dag van de toezegging of van de aanvraag. Mag leeg blijven.")]
    pub datum: Option<Datum>,
}

/// What the partners do about a shortage in one year.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Tekort {
    #[schemars(description = "Het jaar met het tekort.")]
    pub jaar: Option<u32>,
    #[schemars(description = "Wat partijen hebben afgesproken om het tekort op te lossen.")]
    pub maatregel: Option<String>,
}

/// The kinds of costs, after what handbook §3.4–3.8 and §4.2–4.5 ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KostenSoort {
    Personeel,
    Activiteiten,
    Locatie,
    Communicatie,
    Training,
    Overig,
}

/// Where money comes from. The AWBZ is here only so that a budget which still names it gets a good answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bron {
    GemeenteWmo,
    Fonds,
    EigenMiddelen,
    ZorgkantoorWlz,
    Zvw,
    Spuk,
    Natura,
    Overig,
    Awbz,
}

/// How sure a contribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DekkingStatus {
    Toegezegd,
    Aangevraagd,
    Verwacht,
}

impl KostenSoort {
    pub const ALL: [KostenSoort; 6] = [
        KostenSoort::Personeel,
        KostenSoort::Activiteiten,
        KostenSoort::Locatie,
        KostenSoort::Communicatie,
        KostenSoort::Training,
        KostenSoort::Overig,
    ];
}

impl DekkingStatus {
    pub const ALL: [DekkingStatus; 3] = [DekkingStatus::Toegezegd, DekkingStatus::Aangevraagd, DekkingStatus::Verwacht];
}

impl Kostenpost {
    /// The hours and the rate are there, or some of them.
    pub fn has_hours(&self) -> bool {
        self.uren_per_week.is_some()
            || self.weken_per_jaar.is_some()
            || self.uren_per_jaar.is_some()
            || self.tarief.is_some()
    }

    /// Everything is there to know what it costs.
    pub fn is_complete(&self) -> bool {
        match self.has_hours() {
            true => self.bedrag.is_none() && self.tarief.is_some() && self.uren().is_some(),
            false => self.bedrag.is_some(),
        }
    }

    /// What this line costs in a year: the amount, or the hours times the rate, rounded half up to the cent. Nothing
    /// when something is missing, is there twice, or is too large to count.
    pub fn per_jaar(&self) -> Option<Bedrag> {
        match (self.bedrag, self.tarief) {
            (Some(bedrag), None) if !self.has_hours() => Some(bedrag),
            (None, Some(tarief)) => tarief.times(&self.uren()?),
            _ => None,
        }
    }

    /// What the rate is multiplied by.
    fn uren(&self) -> Option<Vec<Getal>> {
        match (self.uren_per_week, self.weken_per_jaar, self.uren_per_jaar) {
            (Some(uren), Some(weken), None) => Some(vec![uren, weken]),
            (None, None, Some(uren)) => Some(vec![uren]),
            _ => None,
        }
    }
}
