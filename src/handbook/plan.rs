//! What a plan van aanpak rests on: the phases (T6), the limits (T2), presence (T4) and taking part (W6).

use serde::Serialize;

use super::{DOELEN, Paragraaf};
use crate::model::{Fase, PlanResultaat};

/// One phase of the approach, or the activity that goes with all of them (T6).
#[derive(Debug, Clone, Copy, Serialize)]
pub struct FaseStap {
    #[serde(skip)]
    pub fase: Fase,
    /// 1 to 4; the handbook gives the fifth no number.
    pub nummer: Option<u32>,
    pub naam: &'static str,
    pub uitleg: &'static str,
    pub paragraaf: Paragraaf,
}

/// The four phases of §2.6 in their order, and the activity that it names after them.
pub const FASEN: [FaseStap; 5] = [
    FaseStap {
        fase: Fase::Scan,
        nummer: Some(1),
        naam: "Verkennen",
        uitleg: "Wij leren de wijk kennen: wie er wonen, welke organisaties er zijn en wat er al te doen is.",
        paragraaf: Paragraaf("§2.6"),
    },
    FaseStap {
        fase: Fase::Bereiken,
        nummer: Some(2),
        naam: "Bereiken",
        uitleg: "Wij leggen contact met bewoners uit de doelgroep en vragen wat zij nodig hebben en willen.",
        paragraaf: Paragraaf("§2.6"),
    },
    FaseStap {
        fase: Fase::Ontwikkelen,
        nummer: Some(3),
        naam: "Ontwikkelen",
        uitleg: "Wij sluiten aan bij wat er al is, en maken nieuwe activiteiten waar die nodig zijn.",
        paragraaf: Paragraaf("§2.6"),
    },
    FaseStap {
        fase: Fase::Ondersteunen,
        nummer: Some(4),
        naam: "Ondersteunen",
        uitleg: "Wij helpen mensen om een plek te vinden die bij hen past, en om die te houden.",
        paragraaf: Paragraaf("§2.6"),
    },
    FaseStap {
        fase: Fase::Aanpassen,
        nummer: None,
        naam: "Aanpassen",
        uitleg: "Wij maken activiteiten die er al zijn geschikt voor iedereen.",
        paragraaf: Paragraaf("§2.6"),
    },
];

/// What does not belong to the initiative (T2, §2.2).
pub const NIET_BIJ_WEP: [&str; 4] = [
    "zorgen dat iemand bij de hulpverlening terechtkan",
    "psychiatrische of andere behandeling",
    "inkomen",
    "huisvesting en woonbegeleiding",
];

/// The five marks of presence after Baart (T4, §4.6). They follow on “Wie zo werkt:”.
pub const PRESENTIE: [&str; 5] = [
    "volgt de ander, en zet die in het midden",
    "is oprecht, en heeft geen verborgen bedoelingen",
    "gaat mee in het tempo van het dagelijks leven",
    "kijkt naar wat de ander graag doet en goed kan",
    "zorgt dat de ander voor ten minste één mens telt",
];

/// A level on which participants have a say (W6, §4.4).
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Niveau {
    pub naam: &'static str,
    pub uitleg: &'static str,
}

/// The three levels of taking part.
pub const PARTICIPATIE: [Niveau; 3] = [
    Niveau {
        naam: "Meepraten",
        uitleg: "Wij vragen deelnemers voor en na activiteiten wat zij vinden en missen. Dat kan ook in een klankbordgroep.",
    },
    Niveau {
        naam: "Meebeslissen",
        uitleg: "In een wijkpanel besluiten bewoners met en zonder psychiatrische achtergrond mee over de uitvoering.",
    },
    Niveau {
        naam: "Meedoen",
        uitleg: "Deelnemers bedenken activiteiten, bereiden ze voor en voeren ze uit, ook als vrijwilliger. In samendoenkringen vinden mensen met dezelfde belangstelling elkaar.",
    },
];

/// The words of §1.3 for a result that a plan names by one word.
pub fn resultaat_tekst(resultaat: PlanResultaat) -> &'static str {
    let group = resultaat.doelgroep();
    let place = PlanResultaat::ALL.iter().filter(|one| one.doelgroep() == group).position(|one| *one == resultaat);
    let doel = DOELEN.iter().find(|doel| doel.doelgroep == group);
    doel.zip(place).and_then(|(doel, place)| doel.resultaten.get(place)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_result_of_the_handbook_has_one_word_and_the_reverse() {
        let named: Vec<&str> = PlanResultaat::ALL.map(resultaat_tekst).to_vec();
        let all: Vec<&str> = DOELEN.iter().flat_map(|doel| doel.resultaten).copied().collect();
        assert_eq!(named, all);
        assert!(resultaat_tekst(PlanResultaat::Protocol).contains("protocol"));
        assert!(resultaat_tekst(PlanResultaat::Raad).contains("om raad"));
    }
}
