//! `team.yaml`: the coordinator, the WeP-workers and the members of the governing body (handbook §3.3–3.5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Datum, JaNee};

/// The content of `team.yaml`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(description = "De mensen die het werk doen. Alleen medewerkers en vertegenwoordigers, nooit deelnemers.")]
pub struct Team {
    #[schemars(description = "De coördinator: de spin in het web.")]
    pub coordinator: Coordinator,
    #[schemars(description = "Nog meer coördinatoren, als u er niet één hebt maar twee of meer.")]
    pub andere_coordinatoren: Vec<Coordinator>,
    #[schemars(description = "De WeP-werkers, per wijk.")]
    pub wep_werkers: Vec<WepWerker>,
    #[schemars(description = "De leden van het overleg dat WeP aanstuurt: één of meer per organisatie.")]
    pub werkgroep: Vec<Werkgroeplid>,
    #[schemars(
        description = "Waar de eisen aan de WeP-werker vandaan komen: bijlage (uitgebreid) of paragraaf. De handleiding noemt ze twee keer, en niet gelijk."
    )]
    pub profiel_wep_werker: Option<ProfielBron>,
    #[schemars(description = "Is een ervaringsdeskundige welkom in het team? Schrijf ja of nee.")]
    pub ervaringsdeskundige_welkom: Option<JaNee>,
}

/// The two places where the handbook lists what a WeP-worker must be able to do (§3.5 and bijlage 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProfielBron {
    Bijlage,
    Paragraaf,
}

/// The coordinator (handbook §3.4).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Coordinator {
    #[schemars(description = "Naam. Laat leeg zolang er niemand is.")]
    pub naam: Option<String>,
    #[schemars(
        description = "De werkgever: een id uit organisaties.yaml. Volgens de handleiding de belangrijkste uitvoerder."
    )]
    pub organisatie: Option<String>,
    #[schemars(description = "De dag waarop de coördinator begint.")]
    pub vanaf: Option<Datum>,
    #[schemars(description = "Uren per week voor het coördineren.")]
    pub uren_per_week: Option<u32>,
    #[schemars(description = "Is de coördinator ook WeP-werker? Schrijf ja of nee.")]
    pub ook_wep_werker: Option<JaNee>,
    #[schemars(description = "Telefoonnummer op het werk.")]
    pub telefoon: Option<String>,
    #[schemars(description = "E-mailadres op het werk.")]
    pub email: Option<String>,
}

/// A WeP-worker (handbook §3.5).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WepWerker {
    #[schemars(description = "Naam.")]
    pub naam: Option<String>,
    #[schemars(description = "De werkgever: een id uit organisaties.yaml.")]
    pub organisatie: Option<String>,
    #[schemars(description = "De wijken waarin deze werker actief is: id's uit wep.yaml.")]
    pub wijken: Vec<String>,
    #[schemars(description = "Uren per week.")]
    pub uren_per_week: Option<u32>,
}

/// A member of the body that governs the initiative (handbook §3.3).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Werkgroeplid {
    #[schemars(description = "Naam.")]
    pub naam: Option<String>,
    #[schemars(description = "Namens welke organisatie: een id uit organisaties.yaml.")]
    pub organisatie: Option<String>,
    #[schemars(description = "Functie bij die organisatie.")]
    pub functie: Option<String>,
}

impl Team {
    /// Every coordinator, the first one first.
    pub fn coordinatoren(&self) -> impl Iterator<Item = &Coordinator> {
        std::iter::once(&self.coordinator).chain(&self.andere_coordinatoren)
    }

    /// The name of everybody in the team, as it is written here.
    pub fn namen(&self) -> impl Iterator<Item = &str> {
        let coordinatoren = self.coordinatoren().map(|one| &one.naam);
        let werkers = self.wep_werkers.iter().map(|one| &one.naam);
        let leden = self.werkgroep.iter().map(|one| &one.naam);
        let named = coordinatoren.chain(werkers).chain(leden).filter_map(Option::as_deref);
        named.map(str::trim).filter(|name| !name.is_empty())
    }
}
