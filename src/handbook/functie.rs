//! What the coordinator and the WeP-worker do and must be able to do (S8–S10, handbook §3.4, §3.5 and bijlage 2).

use serde::Serialize;

use super::Paragraaf;

/// A function that the handbook describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Functie {
    Coordinator,
    WepWerker,
}

/// The requirements of a function, as one place in the handbook gives them.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Eisen {
    pub paragraaf: Paragraaf,
    pub groepen: [EisGroep; 3],
    /// What the running text asks and the list does not.
    pub lopende_tekst: &'static str,
}

/// One of the three groups of requirements.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct EisGroep {
    pub naam: &'static str,
    pub eisen: &'static [&'static str],
}

const NIVEAU: &str = "Niveau en opleiding";
const KENNIS: &str = "Kennis en inzicht";
const ERVARING: &str = "Ervaring en vaardigheden";

const NIVEAU_HBO: &[&str] = &[
    "hbo werk- en denkniveau, met werkervaring die past",
    "een afgeronde hbo-opleiding in een richting die past",
    "affiniteit met de doelgroep",
];

const NIVEAU_HBO_PLUS: &[&str] = &[
    "hbo werk- en denkniveau, met werkervaring in sociaal-cultureel werk, groepswerk en leidinggeven, en kennis van de psychiatrie",
    "een afgeronde ‘hbo+’-opleiding in een richting die past",
    "affiniteit en enige ervaring met de doelgroep",
];

const ALLE_KENNIS: &[&str] = &[
    "kennis van het werken met mensen met een psychiatrische achtergrond",
    "oog voor mensen die kwetsbaar zijn of dat kunnen worden",
    "kennis van rehabilitatie en herstel, presentie, kwartiermaken en outreachend werken",
    "inzicht in groepsprocessen",
    "zelfstandig kunnen werken: prioriteiten stellen, problemen oplossen, vooruitzien",
];

const ALLE_VAARDIGHEDEN: &[&str] = &[
    "kunnen samenwerken",
    "sociaal vaardig, zeer goed in communiceren, met gevoel voor verhoudingen",
    "verbindingen kunnen leggen, tussen mensen en tussen groepen",
    "deelnemers en vrijwilligers kunnen begeleiden en coachen",
    "analytisch kunnen denken",
    "flexibel, en gericht op wie hulp vraagt",
    "resultaatgericht, met initiatief, doorzettingsvermogen en creativiteit",
];

/// §3.4: three, five and seven (S9).
pub const EISEN_COORDINATOR: Eisen = Eisen {
    paragraaf: Paragraaf("§3.4"),
    groepen: [
        EisGroep { naam: NIVEAU, eisen: NIVEAU_HBO },
        EisGroep { naam: KENNIS, eisen: ALLE_KENNIS },
        EisGroep { naam: ERVARING, eisen: ALLE_VAARDIGHEDEN },
    ],
    lopende_tekst: "ervaring in en met de psychiatrie, met cultureel werk of het begeleiden van activiteiten, en met werken in projecten",
};

/// §3.5: three, three and four (S10).
pub const EISEN_WEP_WERKER_PARAGRAAF: Eisen = Eisen {
    paragraaf: Paragraaf("§3.5"),
    groepen: [
        EisGroep { naam: NIVEAU, eisen: NIVEAU_HBO },
        EisGroep { naam: KENNIS, eisen: ALLE_KENNIS.split_at(3).0 },
        EisGroep {
            naam: ERVARING,
            eisen: &[
                "kunnen samenwerken",
                "sociaal en communicatief vaardig",
                "verbindingen kunnen leggen, tussen mensen en tussen groepen",
                "deelnemers en vrijwilligers kunnen begeleiden en coachen",
            ],
        },
    ],
    lopende_tekst: WEP_WERKER_LOPENDE_TEKST,
};

/// Bijlage 2: three, five and seven; fuller than §3.5, and the default (S10).
pub const EISEN_WEP_WERKER_BIJLAGE: Eisen = Eisen {
    paragraaf: Paragraaf("bijlage 2"),
    groepen: [
        EisGroep { naam: NIVEAU, eisen: NIVEAU_HBO_PLUS },
        EisGroep { naam: KENNIS, eisen: ALLE_KENNIS },
        EisGroep { naam: ERVARING, eisen: ALLE_VAARDIGHEDEN },
    ],
    lopende_tekst: WEP_WERKER_LOPENDE_TEKST,
};

const WEP_WERKER_LOPENDE_TEKST: &str =
    "bij voorkeur een opleiding in social work, zoals culturele en maatschappelijke vorming (CMV)";

/// Where §3.5 and bijlage 2 say different things about one worker.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Verschil {
    pub onderwerp: &'static str,
    pub paragraaf: &'static str,
    pub bijlage: &'static str,
}

pub const VERSCHILLEN: [Verschil; 4] = [
    Verschil {
        onderwerp: "Opleiding",
        paragraaf: "hbo",
        bijlage: "‘hbo+’; de handleiding zegt niet wat dat is, en vraagt het van de coördinator niet",
    },
    Verschil { onderwerp: "Doelgroep", paragraaf: "affiniteit", bijlage: "affiniteit en enige ervaring" },
    Verschil {
        onderwerp: "Communicatie",
        paragraaf: "sociaal en communicatief vaardig",
        bijlage: "sociaal vaardig, zeer goed in communiceren, gevoel voor verhoudingen",
    },
    Verschil {
        onderwerp: "Alleen in bijlage 2",
        paragraaf: "–",
        bijlage: "groepsprocessen, zelfstandig werken, analytisch, flexibel, resultaatgericht, leidinggeven",
    },
];

/// What the coordinator does (§3.2, §3.4, §3.6 and §4.5).
pub const TAKEN_COORDINATOR: [&str; 7] = [
    "het initiatief opzetten en daarna alle betrokkenen met raad en daad steunen",
    "werken volgens het plan van aanpak, en dat bijstellen in overleg met het overleg dat het initiatief aanstuurt",
    "de inhoud bewaken",
    "een sociale kaart maken en zoeken waar organisaties kunnen samenwerken",
    "instellingen vertellen over het initiatief, zodat zij mensen erop kunnen wijzen",
    "de medewerkers van de ontmoetingsplek vanaf het begin betrekken",
    "de WeP-werkers steunen en hun werk op elkaar afstemmen",
];

/// What the WeP-worker does (§3.5, §4.1, §4.3 and §4.5).
pub const TAKEN_WEP_WERKER: [&str; 6] = [
    "contact leggen met mensen uit de doelgroep, ook door naar hen toe te gaan",
    "mensen verbinden met andere bewoners en met plekken in de wijk",
    "zorgen dat de ontmoetingsplek gastvrij en toegankelijk is",
    "deelnemers steunen bij wat zij kunnen en willen, tijdens activiteiten en daarbuiten",
    "bellen of langsgaan als iemand een tijd niet komt, en als die dat goed vindt",
    "bewoners en instellingen vertellen over het initiatief",
];
