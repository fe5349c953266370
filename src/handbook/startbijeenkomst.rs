//! The kickoff: programme and work in subgroups (B3 and B3s, handbook bijlage 3).

use crate::model::{OnderdeelSoort, Subgroepen};

/// One part of the programme of bijlage 3.
#[derive(Debug, Clone, Copy)]
pub struct ProgrammaDeel {
    pub soort: OnderdeelSoort,
    pub titel: &'static str,
    /// Minutes, following from the times of bijlage 3.
    pub duur: u32,
    /// Who does it in bijlage 3; empty where nobody is named.
    pub functie: &'static str,
}

/// When guests come in, when the programme begins and when all is over, in minutes since midnight: 14.45, 15.00, 17.30.
pub const TIJDEN: [u32; 3] = [14 * 60 + 45, 15 * 60, 17 * 60 + 30];

/// From 15.00 to 17.30; the last half hour is for the close and for talking on (X4).
pub const PROGRAMMA: [ProgrammaDeel; 7] = [
    deel(OnderdeelSoort::Welkom, "Welkom", 15, "wethouder"),
    deel(OnderdeelSoort::Inleiding, "De uitgangspunten van Wijk en Psychiatrie", 30, "coördinator"),
    deel(OnderdeelSoort::Activiteiten, "Wat we gaan doen in de wijk", 15, "WeP-werker"),
    deel(OnderdeelSoort::Pauze, "Pauze", 15, ""),
    deel(OnderdeelSoort::Subgroepen, "Aan het werk in subgroepen", 35, ""),
    deel(OnderdeelSoort::Terugkoppeling, "De actiepunten uit de subgroepen", 10, ""),
    deel(OnderdeelSoort::Afsluiting, "Afsluiting, daarna napraten met een drankje en een hapje", 30, ""),
];

const fn deel(soort: OnderdeelSoort, titel: &'static str, duur: u32, functie: &'static str) -> ProgrammaDeel {
    ProgrammaDeel { soort, titel, duur, functie }
}

/// What bijlage 3 gives for a part of this kind; nothing for a kind of the user's own.
pub fn deel_of(soort: OnderdeelSoort) -> Option<&'static ProgrammaDeel> {
    PROGRAMMA.iter().find(|deel| deel.soort == soort)
}

/// The round of introductions, in the group: who, where, work and group.
pub const VOORSTELRONDE: [&str; 3] =
    ["Wie bent u?", "Waar werkt u of bent u actief?", "Wat doet u daar, en voor welke groep mensen?"];

/// The four questions of bijlage 3.
pub const VRAGEN: [&str; 4] = [
    "Wat draagt u nu al bij, met uw werk of op een andere manier, aan het meedoen van mensen met een psychiatrische achtergrond in de wijk?",
    "Tegen welke problemen loopt u daarbij aan in de wijk? Noem de twee die het zwaarst wegen.",
    "Welke oplossingen ziet u?",
    "Hoe kan WeP daarbij helpen?",
];

/// One step of the work in a subgroup.
#[derive(Debug, Clone, Copy)]
pub struct Werkstap {
    pub opdracht: &'static str,
    /// Minutes.
    pub duur: u32,
}

/// The steps of bijlage 3: 35 minutes together, exactly from 16.15 to 16.50 (X4).
pub const WERKSTAPPEN: [Werkstap; 4] = [
    Werkstap { opdracht: "Stel u kort aan elkaar voor. Vertel daarbij wat u antwoordt op de vragen.", duur: 10 },
    Werkstap {
        opdracht: "Schrijf op de flap welke knelpunten u samen ziet. Voeg samen wat bij elkaar hoort en maak zo nodig groepen.",
        duur: 10,
    },
    Werkstap { opdracht: "Bedenk bij elk knelpunt een oplossing. Schrijf die er op de flap achter.", duur: 10 },
    Werkstap {
        opdracht: "Zet een ster bij elke oplossing waaraan WeP kan of moet bijdragen. Is er tijd over? Bespreek dan hoe.",
        duur: 5,
    },
];

/// What to arrange around the subgroups.
pub const RICHTLIJNEN: [&str; 3] = [
    "Maak de indeling van de groepen en de vragen bekend vóór de pauze.",
    "Laat de deelnemers in de pauze vast steekwoorden opschrijven en met hun buur overleggen.",
    "Laat na afloop één woordvoerder per groep in de zaal vertellen wat er op de flap staat.",
];

/// The steps of the work with their minutes: the gemeente's own, or those of bijlage 3.
pub fn werkstappen(subgroepen: &Subgroepen) -> Vec<(Option<&str>, Option<u32>)> {
    match subgroepen.stappen.is_empty() {
        true => WERKSTAPPEN.iter().map(|stap| (Some(stap.opdracht), Some(stap.duur))).collect(),
        false => subgroepen.stappen.iter().map(|stap| (stap.opdracht.as_deref(), stap.duur)).collect(),
    }
}

/// The questions for the subgroups: the gemeente's own, or those of bijlage 3.
pub fn vragen(subgroepen: &Subgroepen) -> Vec<&str> {
    match subgroepen.vragen.is_empty() {
        true => VRAGEN.to_vec(),
        false => subgroepen.vragen.iter().map(String::as_str).collect(),
    }
}
