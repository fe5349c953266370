//! `locaties.yaml`: the places where people meet (handbook §3.8).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Adres, JaNee};

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
    #[schemars(description = "Is deze plek gekozen voor WeP? Schrijf ja of nee.")]
    pub gekozen: Option<JaNee>,
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
