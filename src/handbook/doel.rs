//! The four target groups with their goal and results (G1–G4, handbook §1.3).

use serde::Serialize;

use super::Paragraaf;
use crate::model::Doelgroep;

/// What the initiative wants for one target group.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Doel {
    /// Fact id: G1 to G4.
    pub id: &'static str,
    #[serde(skip)]
    pub doelgroep: Doelgroep,
    /// How a document names the group.
    pub naam: &'static str,
    pub doel: &'static str,
    pub resultaten: &'static [&'static str],
    pub paragraaf: Paragraaf,
}

/// In the order of the handbook.
pub const DOELEN: [Doel; 4] = [
    Doel {
        id: "G1",
        doelgroep: Doelgroep::Bewoner,
        naam: "Bewoners met een psychiatrische achtergrond",
        doel: "Zij zijn minder eenzaam.",
        resultaten: &[
            "Zij kennen meer mensen en hebben een groter sociaal netwerk.",
            "Zij hebben overdag iets te doen dat voor hen zin heeft, in de eigen buurt.",
            "Zij vervullen een positieve rol bij activiteiten in de wijk, zoals vrijwilligerswerk op maat.",
        ],
        paragraaf: Paragraaf("§1.3"),
    },
    Doel {
        id: "G2",
        doelgroep: Doelgroep::Instellingen,
        naam: "Instellingen voor zorg en welzijn",
        doel: "Zij werken naar buiten gericht en werken in de buurt samen.",
        resultaten: &[
            "Zij weten van elkaar wat zij doen en bieden.",
            "Zij stemmen hun aanbod op elkaar af.",
            "Zij hebben afgesproken wat ieder inzet, zodat iedereen in de wijk kan meedoen.",
        ],
        paragraaf: Paragraaf("§1.3"),
    },
    Doel {
        id: "G3",
        doelgroep: Doelgroep::Wijkcentrum,
        naam: "Het wijkcentrum of een andere ontmoetingsplek",
        doel: "De medewerkers kunnen een aanbod maken voor alle bewoners, ook voor bewoners met een psychiatrische achtergrond.",
        resultaten: &[
            "De activiteiten staan open voor iedereen.",
            "De medewerkers weten en kunnen genoeg om deze bewoners te ontvangen en te begeleiden.",
            "Er ligt een protocol: een vastgelegde manier van werken voor het meedoen.",
        ],
        paragraaf: Paragraaf("§1.3"),
    },
    Doel {
        id: "G4",
        doelgroep: Doelgroep::Wijkbewoner,
        naam: "Andere wijkbewoners",
        doel: "Er zijn minder stigma en vooroordelen, er is meer begrip en bewoners leven meer met elkaar.",
        resultaten: &[
            "Zij weten meer over psychische problemen en wat die met iemand doen.",
            "Zij hebben contact met bewoners met een psychiatrische achtergrond.",
            "Zij kunnen een ander sociale steun geven.",
            "Zij weten waar zij een deskundige om raad kunnen vragen.",
        ],
        paragraaf: Paragraaf("§1.3"),
    },
];

/// What the handbook wants for this group; without a group, for the first.
pub fn doel_of_optional(doelgroep: Option<Doelgroep>) -> &'static Doel {
    DOELEN.iter().find(|doel| Some(doel.doelgroep) == doelgroep).unwrap_or(&DOELEN[0])
}
