//! What the body that governs the initiative is responsible for (S5), and what the wijknetwerk is for (S7, handbook §3.3).

use serde::Serialize;

/// One of the six responsibilities. The texts follow on “is verantwoordelijk voor”.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(transparent)]
pub struct Verantwoordelijkheid(pub &'static str);

/// The six of §3.3, in its order.
pub const VERANTWOORDELIJKHEDEN: [Verantwoordelijkheid; 6] = [
    Verantwoordelijkheid("een goede samenwerking tussen de organisaties"),
    Verantwoordelijkheid("steun bij het uitvoeren van het plan van aanpak en bij het invoeren van de werkwijze"),
    Verantwoordelijkheid("de voortgang, en het bewaken van de planning in het plan van aanpak"),
    Verantwoordelijkheid("het oplossen van knelpunten"),
    Verantwoordelijkheid("het bewaken van het budget, als partijen daarvoor kiezen"),
    Verantwoordelijkheid("het evalueren en zo nodig bijstellen van de uitvoering"),
];

/// A regular point on the agenda of the body: a responsibility of §3.3 as a subject and the question to talk about.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct VastPunt {
    pub titel: &'static str,
    pub vraag: &'static str,
    /// Its share of the time that is left after the other points.
    pub gewicht: u32,
}

/// One regular point for each of [`VERANTWOORDELIJKHEDEN`], in the same order.
pub const VASTE_PUNTEN: [VastPunt; 6] = [
    VastPunt { titel: "Samenwerking", vraag: "Wat gaat goed tussen de organisaties? Wat missen we?", gewicht: 2 },
    VastPunt {
        titel: "Uitvoering van het plan van aanpak",
        vraag: "Wat hebben de coördinator en de WeP-werkers van ons nodig?",
        gewicht: 3,
    },
    VastPunt {
        titel: "Voortgang en planning",
        vraag: "Wat is klaar, wat loopt, wat loopt achter? Wat moet klaar zijn vóór de volgende keer?",
        gewicht: 3,
    },
    VastPunt { titel: "Knelpunten", vraag: "Wat zit vast, en wie lost het op?", gewicht: 3 },
    VastPunt { titel: "Budget", vraag: "Blijven we binnen de begroting?", gewicht: 1 },
    VastPunt { titel: "Evalueren en bijstellen", vraag: "Wat leren we, en wat doen we voortaan anders?", gewicht: 2 },
];

/// Index in [`VASTE_PUNTEN`] of the point that only some bodies have.
pub const BUDGET: usize = 4;

/// Index in [`VASTE_PUNTEN`] of the point at which the planning is gone through.
pub const VOORTGANG: usize = 2;

/// What meetings of the wijknetwerk are for (S7, §3.3).
pub const WIJKNETWERK: [VastPunt; 4] = [
    VastPunt {
        titel: "Hoe gaat het in de wijk",
        vraag: "Een WeP-werker vertelt hoe het gaat en wat er nieuw is.",
        gewicht: 3,
    },
    VastPunt {
        titel: "Wie stelt zich voor",
        vraag: "Een nieuwe organisatie of een nieuw project vertelt.",
        gewicht: 3,
    },
    VastPunt { titel: "Mededelingen", vraag: "Wat moeten collega’s van andere organisaties weten?", gewicht: 2 },
    VastPunt {
        titel: "Uit de praktijk",
        vraag: "Zo nodig bespreken we een situatie. Altijd zonder naam, en zo verteld dat niemand te herkennen is.",
        gewicht: 3,
    },
];
