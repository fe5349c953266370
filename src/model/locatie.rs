//! `locaties.yaml`: the places where people meet (handbook §3.8).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Adres, Datum, JaNee, Tijd};

/// The content of `locaties.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(description = "De plekken waar mensen elkaar ontmoeten (handleiding §3.8).")]
pub struct Locaties {
    #[schemars(description = "De plekken. Andere bestanden verwijzen ernaar met de id.")]
    pub locaties: Vec<Locatie>,
}

/// One place.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Locatie {
    #[schemars(description = "Korte naam: kleine letters, cijfers en streepjes.")]
    pub id: Option<String>,
    #[schemars(description = "De naam van de plek.")]
    pub naam: Option<String>,
    #[schemars(
        description = "De soort plek: wijkcentrum, buurthuis, sportvereniging, kerk, school, zorgcentrum of overig."
    )]
    pub soort: Option<LocatieSoort>,
    #[schemars(description = "De wijk waarin de plek ligt: een id uit wep.yaml.")]
    pub wijk: Option<String>,
    #[schemars(description = "De organisatie die de plek beheert: een id uit organisaties.yaml.")]
    pub beheerder: Option<String>,
    #[schemars(description = "Het adres.")]
    pub adres: Adres,
    #[schemars(
        description = "Is de drempel laag, zodat bewoners met en zonder psychiatrische achtergrond elkaar makkelijk ontmoeten?"
    )]
    pub laagdrempelig: Beoordeling,
    #[schemars(description = "Zijn er al activiteiten en voorzieningen?")]
    pub voorzieningen: Beoordeling,
    #[schemars(description = "Ligt de plek centraal in de wijk en is zij goed bereikbaar?")]
    pub bereikbaar: Beoordeling,
    #[schemars(description = "Of iedereen er binnen kan komen en zich er prettig voelt.")]
    pub toegankelijkheid: Toegankelijkheid,
    #[schemars(description = "Is deze plek gekozen voor WeP? Schrijf ja of nee.")]
    pub gekozen: Option<JaNee>,
    #[schemars(description = "De bijeenkomst met alle medewerkers en vrijwilligers van deze plek (handleiding §3.6).")]
    pub bijeenkomst: Locatiebijeenkomst,
}

impl Locatie {
    /// It has been chosen for WeP (handbook §3.8).
    pub fn is_gekozen(&self) -> bool {
        self.gekozen == Some(JaNee(true))
    }
}

/// How a place does on one of the three requirements of handbook §3.8.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Beoordeling {
    #[schemars(description = "Uw oordeel: voldoet, deels of niet.")]
    pub oordeel: Option<Oordeel>,
    #[schemars(description = "Waarom u dat vindt.")]
    pub toelichting: Option<String>,
}

/// Whether a place meets a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Oordeel {
    Voldoet,
    Deels,
    Niet,
}

/// What visitors need to come in and to stay. The handbook does not name these points; they are ours.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Toegankelijkheid {
    #[schemars(description = "Kunt u binnenkomen met een rolstoel of rollator? Schrijf ja of nee.")]
    pub drempelvrij: Option<JaNee>,
    #[schemars(description = "Is er een toilet voor mensen in een rolstoel? Schrijf ja of nee.")]
    pub aangepast_toilet: Option<JaNee>,
    #[schemars(description = "Is er een halte op loopafstand? Schrijf ja of nee.")]
    pub halte_dichtbij: Option<JaNee>,
    #[schemars(description = "Is er een rustige ruimte met weinig prikkels? Schrijf ja of nee.")]
    pub rustige_ruimte: Option<JaNee>,
}

/// The meeting with all staff and volunteers of a place.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Locatiebijeenkomst {
    #[schemars(description = "De dag: jaar-maand-dag.")]
    pub datum: Option<Datum>,
    #[schemars(description = "Hoe laat de bijeenkomst begint, zoals 10.00.")]
    pub begin: Option<Tijd>,
    #[schemars(description = "Hoe laat de bijeenkomst klaar is, zoals 12.00.")]
    pub einde: Option<Tijd>,
}

/// The kinds of places that handbook §3.8 names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LocatieSoort {
    Wijkcentrum,
    Buurthuis,
    Sportvereniging,
    Kerk,
    School,
    Zorgcentrum,
    Overig,
}
