//! `wep.yaml`: the gemeente, its wijken, the initiative and what wep makes for it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Datum, Huisstijl};

/// The content of `wep.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(description = "De gemeente, de wijken en het initiatief. Alle andere bestanden bouwen hierop voort.")]
pub struct Wep {
    #[schemars(description = "De naam van de gemeente.")]
    pub gemeente: Option<String>,
    #[schemars(
        description = "De provincie waarin de gemeente ligt. Alleen nodig voor adressen in HSDS (wep organisatie exporteer)."
    )]
    pub provincie: Option<String>,
    #[schemars(description = "De naam van het initiatief, zoals die op alle stukken staat.")]
    pub naam: Option<String>,
    #[schemars(description = "De korte naam van het initiatief.")]
    pub afkorting: Option<String>,
    #[schemars(
        description = "De wijken waarin u begint. De id is een korte naam waarmee andere bestanden naar de wijk verwijzen."
    )]
    pub wijken: Vec<Wijk>,
    #[schemars(description = "De organisatie die het initiatief trekt: een id uit organisaties.yaml.")]
    pub trekker: Option<String>,
    #[schemars(description = "Wie vragen beantwoordt. Deze gegevens komen op uitnodigingen te staan.")]
    pub contact: Contact,
    #[schemars(description = "De dag waarop het initiatief begint: jaar-maand-dag, zoals 2027-01-11.")]
    pub startdatum: Option<Datum>,
    #[schemars(description = "Waar de documenten komen en in welke vorm.")]
    pub uitvoer: Uitvoer,
    #[schemars(description = "Hoe alle documenten eruitzien. Mag leeg blijven.")]
    pub huisstijl: Huisstijl,
}

impl Default for Wep {
    fn default() -> Wep {
        Wep {
            gemeente: None,
            provincie: None,
            naam: Some("Wijk en Psychiatrie".to_owned()),
            afkorting: Some("WeP".to_owned()),
            wijken: Vec::new(),
            trekker: None,
            contact: Contact::default(),
            startdatum: None,
            uitvoer: Uitvoer::default(),
            huisstijl: Huisstijl::default(),
        }
    }
}

/// A neighbourhood in which the initiative works.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Wijk {
    #[schemars(description = "Korte naam: kleine letters, cijfers en streepjes.")]
    pub id: Option<String>,
    #[schemars(description = "De naam van de wijk.")]
    pub naam: Option<String>,
}

/// Someone who answers questions, on behalf of the initiative.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    #[schemars(description = "Naam van de contactpersoon.")]
    pub naam: Option<String>,
    #[schemars(description = "Telefoonnummer.")]
    pub telefoon: Option<String>,
    #[schemars(description = "E-mailadres.")]
    pub email: Option<String>,
}

impl Contact {
    /// Nothing of somebody is written down.
    pub fn is_empty(&self) -> bool {
        let blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
        [&self.naam, &self.telefoon, &self.email].into_iter().all(blank)
    }
}

/// Where documents go and in which formats.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Uitvoer {
    #[schemars(description = "De map voor de documenten, binnen deze map.")]
    pub map: Option<String>,
    #[schemars(description = "De vormen waarin elk document wordt gemaakt: md, html, docx of pdf.")]
    pub formaten: Vec<Formaat>,
}

impl Default for Uitvoer {
    fn default() -> Uitvoer {
        Uitvoer { map: Some("uitvoer".to_owned()), formaten: vec![Formaat::Docx, Formaat::Pdf] }
    }
}

/// A format of a document, as users name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Formaat {
    Md,
    Html,
    Docx,
    Pdf,
}
