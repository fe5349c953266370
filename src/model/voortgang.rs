//! `voortgang.yaml`: facts about what has happened, from which the state of the walk follows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Datum;

/// The content of `voortgang.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(
    description = "Wat er gebeurd is en wanneer. Zolang niet alle partijen getekend hebben, is het convenant een CONCEPT."
)]
pub struct Voortgang {
    #[schemars(description = "Wie het convenant heeft getekend.")]
    pub handtekeningen: Vec<Handtekening>,
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
