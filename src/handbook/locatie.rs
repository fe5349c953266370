//! What a place must have (S13, handbook §3.8), and what is talked over with those who work there (S11, §3.6).

use serde::Serialize;

/// One of the three requirements. The texts follow on “De plek”.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(transparent)]
pub struct Vereiste(pub &'static str);

/// The three of §3.8, in its order.
pub const VEREISTEN: [Vereiste; 3] = [
    Vereiste(
        "heeft een lage drempel, zodat bewoners met en zonder psychiatrische achtergrond elkaar makkelijk ontmoeten",
    ),
    Vereiste("heeft al activiteiten en voorzieningen"),
    Vereiste("ligt centraal in de wijk en is goed bereikbaar"),
];

/// What is talked over with all staff and volunteers of a place when WeP starts (S11, §3.6).
pub const BIJEENKOMST: [(&str, &str); 3] = [
    (
        "Ideeën voor het programma",
        "Welke activiteiten zijn er al, welke kunnen erbij, en wat willen mensen in de wijk?",
    ),
    (
        "Wat het voor ons werk betekent",
        "Wat verandert er voor medewerkers en vrijwilligers van deze plek, en wat vraagt dat?",
    ),
    (
        "Wat wij nodig hebben",
        "Welke kennis en welke steun helpen ons? Daarna volgt een training of workshop, gegeven door een partner die hierin ervaring heeft.",
    ),
];
