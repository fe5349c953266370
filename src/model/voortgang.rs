//! `voortgang.yaml`: facts about what has happened, from which the state of the walk follows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Datum;

/// The content of `voortgang.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "Wat er gebeurd is en wanneer. Zolang niet alle partijen getekend hebben, is het convenant een CONCEPT. Hetzelfde geldt voor het plan van aanpak, zolang niet alle directies het hebben goedgekeurd."
)]
pub struct Voortgang {
    #[schemars(description = "Wie het convenant heeft getekend.")]
    pub handtekeningen: Vec<Handtekening>,
    #[schemars(description = "Welke directies het plan van aanpak hebben goedgekeurd.")]
    pub goedkeuringen: Vec<Goedkeuring>,
    #[schemars(
        description = "Op welke plekken de bijeenkomst is gehouden met iedereen die er werkt (handleiding §3.6)."
    )]
    pub locatiebijeenkomsten: Vec<GehoudenBijeenkomst>,
    #[schemars(
        description = "De training voor wie op een plek werkt: wanneer die was (handleiding §3.6 en bijlage 4)."
    )]
    pub training: Gebeurtenis,
    #[schemars(
        description = "De intake: sinds wanneer die klaarstaat, en wie de gesprekken voert (handleiding §4.1 en bijlage 8)."
    )]
    pub intake: Gebeurtenis,
    #[schemars(description = "De startbijeenkomst: wanneer die is gehouden (handleiding bijlage 3).")]
    pub startbijeenkomst: Gebeurtenis,
    #[schemars(description = "De uitvoering van het plan: wanneer die is begonnen (handleiding §3.1).")]
    pub uitvoering: Gebeurtenis,
}

/// Something that has happened once, or has begun.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Gebeurtenis {
    #[schemars(description = "De dag. Laat leeg zolang het niet gebeurd is.")]
    pub datum: Option<Datum>,
    #[schemars(description = "Welke medewerker het deed. Nooit de naam van een deelnemer. Mag leeg blijven.")]
    pub wie: Option<String>,
}

/// The meeting with all who work at one place, once it has been held (handbook §3.6).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GehoudenBijeenkomst {
    #[schemars(description = "De plek: een id uit locaties.yaml.")]
    pub locatie: Option<String>,
    #[schemars(description = "De dag waarop de bijeenkomst was.")]
    pub datum: Option<Datum>,
}

/// One signature under the convenant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Handtekening {
    #[schemars(description = "De partij die tekende: een id uit organisaties.yaml.")]
    pub organisatie: Option<String>,
    #[schemars(description = "De dag van tekenen.")]
    pub datum: Option<Datum>,
    #[schemars(description = "De plaats van tekenen.")]
    pub plaats: Option<String>,
}

/// The approval of the plan van aanpak by the directors of one organisation (handbook §3.1).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Goedkeuring {
    #[schemars(description = "De partij die goedkeurde: een id uit organisaties.yaml.")]
    pub organisatie: Option<String>,
    #[schemars(description = "Wie namens de directie goedkeurde. Leeg: wie voor de organisatie tekent.")]
    pub naam: Option<String>,
    #[schemars(description = "De dag van goedkeuren.")]
    pub datum: Option<Datum>,
}
