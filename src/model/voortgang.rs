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
