//! What a place must have (S13, handbook §3.8).

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
