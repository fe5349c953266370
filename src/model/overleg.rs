//! `overleg.yaml`: the body that governs the initiative and the meetings of the wijknetwerk (handbook §3.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The content of `overleg.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(description = "Het overleg dat WeP aanstuurt en de bijeenkomsten van het wijknetwerk (handleiding §3.3).")]
pub struct Overleg {
    #[schemars(
        description = "De naam van het overleg dat WeP aanstuurt: werkgroep, begeleidingsgroep of samenwerkingsoverleg. De handleiding gebruikt deze namen door elkaar; kies er één."
    )]
    pub orgaan: Option<OverlegOrgaan>,
    #[schemars(description = "De organisatie die voorzit: een id uit organisaties.yaml.")]
    pub voorzitter: Option<String>,
    #[schemars(description = "Hoeveel maanden het overleg elke maand bijeenkomt. Handleiding: het eerste half jaar.")]
    pub maandelijks_gedurende: Option<u32>,
    #[schemars(
        description = "Om de hoeveel maanden het overleg daarna bijeenkomt. Handleiding: eens per twee maanden."
    )]
    pub daarna_om_de_maanden: Option<u32>,
    #[schemars(
        description = "Hoe vaak per jaar het overleg bijeenkomt als het goed loopt. De handleiding zegt ‘enkele malen’ en noemt geen aantal: kies zelf."
    )]
    pub bij_goede_voortgang_per_jaar: Option<u32>,
    #[schemars(description = "De bijeenkomsten waar medewerkers van alle organisaties elkaar ontmoeten.")]
    pub wijknetwerk: Wijknetwerk,
}

impl Default for Overleg {
    fn default() -> Overleg {
        Overleg {
            orgaan: None,
            voorzitter: None,
            maandelijks_gedurende: Some(6),
            daarna_om_de_maanden: Some(2),
            bij_goede_voortgang_per_jaar: None,
            wijknetwerk: Wijknetwerk::default(),
        }
    }
}

/// The three names that the handbook uses for one body (§3.1–3.3); a convenant uses one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OverlegOrgaan {
    Werkgroep,
    Begeleidingsgroep,
    Samenwerkingsoverleg,
}

/// The meetings of staff of all organisations in the neighbourhood.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Wijknetwerk {
    #[schemars(
        description = "Hoe vaak per jaar. De handleiding zegt ‘een vast moment’ en noemt geen aantal: kies zelf."
    )]
    pub per_jaar: Option<u32>,
    #[schemars(
        description = "Het vaste moment, zoals ‘de eerste donderdag van het kwartaal, 12.00 uur, met een broodje’."
    )]
    pub moment: Option<String>,
}
