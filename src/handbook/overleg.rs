//! What the body that governs the initiative is responsible for (S5, handbook §3.3).

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
