//! The training for those who work where WeP takes place (B4, S11, handbook §3.6 and bijlage 4).
//!
//! Handbook: the six parts, the four hours with lunch, the needs, the six groups of conditions. Ours: the minutes, the
//! place of the lunch, the situations to practise, and the words: what helps a person, never what to beware of (G4).

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{DeelnemerRol, Training, Trainingsdeel, TrainingsdeelSoort};

/// Minutes of the whole, lunch included.
pub const TRAININGSDUUR: u32 = 4 * 60;

/// A part of the training, with what those who lead it do.
#[derive(Debug, Clone, Copy)]
pub struct Trainingsstap {
    pub soort: TrainingsdeelSoort,
    pub titel: &'static str,
    /// Minutes: ours, the handbook gives only the whole.
    pub duur: u32,
    pub wie: &'static str,
    pub stappen: &'static [&'static str],
}

/// In the order of bijlage 4; the break and the place of the lunch are ours.
pub const TRAININGSSTAPPEN: [Trainingsstap; 9] = [
    Trainingsstap {
        soort: TrainingsdeelSoort::Kennismaking,
        titel: "Kennismaking",
        duur: 20,
        wie: "trainer",
        stappen: &[
            "Iedereen vertelt kort: wie ben ik, wat is mijn functie, en welke ervaring heb ik met psychische problemen?",
            "Schrijf op de flap wat mensen vandaag willen leren.",
            "Spreek af: wat iemand over zichzelf vertelt, blijft in deze ruimte.",
        ],
    },
    Trainingsstap {
        soort: TrainingsdeelSoort::EigenErvaring,
        titel: "Zelf ergens binnenkomen",
        duur: 25,
        wie: "trainer",
        stappen: &[
            "Denk aan een keer dat u ergens voor het eerst binnenkwam. Hoe werd u ontvangen?",
            "Vraag rond: hoe wilt u zelf benaderd worden?",
            "Schrijf de antwoorden in kernwoorden op de flap.",
        ],
    },
    Trainingsstap {
        soort: TrainingsdeelSoort::Onthaal,
        titel: "Een gastvrij onthaal",
        duur: 25,
        wie: "trainer",
        stappen: &[
            "Maak de stap naar de bezoeker: waarom telt de eerste keer binnenkomen zo zwaar?",
            "Bedenk samen: wat doen wij voor een gastvrij onthaal?",
            "En daarna: hoe zorgen wij dat mensen blijven komen?",
        ],
    },
    Trainingsstap {
        soort: TrainingsdeelSoort::OverWep,
        titel: "Wat is Wijk en Psychiatrie?",
        duur: 20,
        wie: "trainer",
        stappen: &[
            "Vertel wat wij willen bereiken, en voor wie.",
            "Vertel hoe het in de praktijk gaat: de plek, de activiteiten, de mensen.",
            "Vertel hoe wij met mensen omgaan, en geef ruimte voor vragen.",
        ],
    },
    Trainingsstap { soort: TrainingsdeelSoort::Pauze, titel: "Pauze", duur: 10, wie: "", stappen: &[] },
    Trainingsstap {
        soort: TrainingsdeelSoort::Aandoeningen,
        titel: "Psychische aandoeningen, en wat helpt",
        duur: 50,
        wie: "trainer en acteur",
        stappen: &[
            "Vertel per groep wat u van iemand kunt merken, en wat dan helpt. Gebruik de tabel hieronder.",
            "Trainer en acteur spelen voorbeelden uit. Zet het spel stil en vraag: wat ziet u, en wat helpt nu?",
        ],
    },
    Trainingsstap { soort: TrainingsdeelSoort::Lunch, titel: "Lunch", duur: 30, wie: "", stappen: &[] },
    Trainingsstap {
        soort: TrainingsdeelSoort::Oefenen,
        titel: "Zelf oefenen",
        duur: 45,
        wie: "trainer en acteur",
        stappen: &[
            "Iedereen oefent om de beurt met de acteur, met een situatie die bij het eigen werk past.",
            "De anderen kijken mee. Na afloop zeggen zij eerst wat goed ging, en geven dan één tip.",
        ],
    },
    Trainingsstap {
        soort: TrainingsdeelSoort::Uitwisselen,
        titel: "Wat nemen wij mee?",
        duur: 15,
        wie: "trainer",
        stappen: &[
            "Bespreek: wat maakte u mee, wat leerde u, en welke vragen zijn er nog?",
            "Schrijf de conclusies op de flap, en spreek af wie er iets mee doet.",
            "Laat iedereen het evaluatieformulier invullen.",
        ],
    },
];

/// What bijlage 4 gives for a part of this kind; nothing for a kind of the user's own.
pub fn trainingsstap(soort: TrainingsdeelSoort) -> Option<&'static Trainingsstap> {
    TRAININGSSTAPPEN.iter().find(|stap| stap.soort == soort)
}

/// The parts of a training: the user's, or those of the handbook with our minutes.
pub fn trainingsdelen(training: &Training) -> Cow<'_, [Trainingsdeel]> {
    if !training.onderdelen.is_empty() {
        return Cow::Borrowed(&training.onderdelen);
    }
    let usual = TRAININGSSTAPPEN.iter().map(|stap| Trainingsdeel {
        soort: stap.soort,
        duur: Some(stap.duur),
        ..Trainingsdeel::default()
    });
    Cow::Owned(usual.collect())
}

/// Key words for how people want to be received.
pub const KERNWOORDEN: [&str; 3] =
    ["ik voel me veilig", "iemand ziet mij en heeft aandacht voor mij", "mensen zijn vriendelijk, warm en open"];

/// A group of conditions: what helps, and what is acted out.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Aandoening {
    pub naam: &'static str,
    pub helpt: &'static [&'static str],
    pub uitspelen: &'static str,
}

/// The six groups of bijlage 4. The facts are the handbook's; where it warns against a person, we say what to do.
pub const AANDOENINGEN: [Aandoening; 6] = [
    Aandoening {
        naam: "Psychose, zoals bij schizofrenie",
        helpt: &[
            "Luister en toon begrip.",
            "Neem iemand serieus.",
            "Ga er niet tegenin.",
            "Zo nodig: bel de begeleider of verpleegkundige, het liefst samen met de persoon.",
        ],
        uitspelen: "Iemand vertelt dingen die moeilijk te volgen zijn, is bang en vertrouwt anderen niet, en twijfelt over alles.",
    },
    Aandoening {
        naam: "Stemmingsstoornis, zoals een manie",
        helpt: &[
            "Luister en neem iemand serieus.",
            "Zeg rustig wat kan en wat niet kan.",
            "Ga niet op alles meteen in.",
        ],
        uitspelen: "Iemand is heel druk en enthousiast, zonder rem. Het overdondert u, en de toon wordt soms fel.",
    },
    Aandoening {
        naam: "Angst en dwang, zoals straatvrees",
        helpt: &["Haal iemand op.", "Stel iemand gerust.", "Zeg wat er goed gaat.", "Neem kleine stappen."],
        uitspelen: "Iemand is erg bang en durft niet alleen over straat.",
    },
    Aandoening {
        naam: "Eetstoornis",
        helpt: &[
            "Geef het eten niet te veel aandacht.",
            "Probeer iemand niet te overtuigen.",
            "Luister en stel vragen.",
        ],
        uitspelen: "Geen.",
    },
    Aandoening {
        naam: "Persoonlijkheidsstoornis, zoals borderline",
        helpt: &[
            "Toon begrip.",
            "Zeg vriendelijk en duidelijk wat u kunt doen en wat niet, en houd u daaraan.",
            "Ga niet te ver mee in een heftig gevoel. Blijf zelf rustig.",
            "Let op uw eigen grens, en overleg met een collega als u klem komt te zitten.",
        ],
        uitspelen: "Iemand heeft het zwaar en doet een groot beroep op u. U krijgt het gevoel dat het van u afhangt. De toon wisselt: nu eens warm, dan weer boos.",
    },
    Aandoening {
        naam: "Verslaving",
        helpt: &[
            "Spreek samen af wat hier wel en niet kan, en houd u daar allebei aan.",
            "Denk na over vertrouwen: het groeit met afspraken die u nakomt.",
            "Gaat iets anders dan u verwacht? Blijf rustig en haal er een collega bij.",
        ],
        uitspelen: "Wordt niet uitgespeeld.",
    },
];

/// What must be there, after bijlage 4.
pub const BENODIGDHEDEN: [&str; 4] =
    ["flap-over", "beamer en laptop", "twee stiften", "boekjes over psychische aandoeningen"];

/// What else must be there. The handbook's list forgets its actor and its lunch; the papers are ours.
pub const OOK_NODIG: [&str; 4] = [
    "de acteur, die de situaties vooraf heeft gelezen",
    "een ruimte waar u in een kring kunt zitten, en een tweede ruimte om even rust te nemen",
    "lunch, ook voor wie iets niet eet",
    "voor elke deelnemer de hand-out, een evaluatieformulier en een pen",
];

/// A situation to practise, invented.
#[derive(Debug, Clone, Copy)]
pub struct Oefening {
    pub rol: DeelnemerRol,
    pub situatie: &'static str,
    pub vraag: &'static str,
}

/// Two for each kind of work of bijlage 4. Ours.
pub const OEFENINGEN: [Oefening; 8] = [
    Oefening {
        rol: DeelnemerRol::SociaalWerker,
        situatie: "Een bezoeker komt voor het eerst bij de inloop. Zij blijft bij de deur staan, kijkt niemand aan en wil alweer weggaan.",
        vraag: "Hoe laat u merken dat zij welkom is, zonder te duwen?",
    },
    Oefening {
        rol: DeelnemerRol::SociaalWerker,
        situatie: "Een deelnemer die elke week kwam, is er drie weken niet geweest. U hebt zijn telefoonnummer, en u mag bellen.",
        vraag: "Wat zegt u aan de telefoon?",
    },
    Oefening {
        rol: DeelnemerRol::Beheerder,
        situatie: "Een bezoeker vertelt luid dat de buren hem afluisteren. Andere bezoekers kijken om.",
        vraag: "Wat doet u voor deze bezoeker, en wat voor de anderen?",
    },
    Oefening {
        rol: DeelnemerRol::Beheerder,
        situatie: "Een vaste bezoeker zegt tegen u: ‘Komen díé mensen hier nu ook al?’",
        vraag: "Wat antwoordt u?",
    },
    Oefening {
        rol: DeelnemerRol::Vrijwilliger,
        situatie: "Bij de spelletjesmiddag praat een deelnemer heel snel en door iedereen heen. De anderen komen er niet tussen.",
        vraag: "Hoe zorgt u dat iedereen aan de beurt komt?",
    },
    Oefening {
        rol: DeelnemerRol::Vrijwilliger,
        situatie: "Iemand wil graag mee met de wandelgroep, maar durft niet alleen van huis naar het wijkcentrum.",
        vraag: "Wat spreekt u samen af?",
    },
    Oefening {
        rol: DeelnemerRol::Stagiair,
        situatie: "Een deelnemer vertelt u iets heel persoonlijks, en vraagt u het aan niemand door te vertellen. U maakt zich zorgen.",
        vraag: "Wat zegt u, en met wie overlegt u?",
    },
    Oefening {
        rol: DeelnemerRol::Stagiair,
        situatie: "Bij de creatieve club legt een deelnemer alles neer en zegt: ‘Ik kan dit toch niet.’",
        vraag: "Wat doet u?",
    },
];

/// The question of a situation that has none.
pub const OEFENVRAAG: &str = "Wat doet u, en wat zegt u?";

/// What always helps, whoever comes in (§4.1, §4.5, §4.6). For the hand-out.
pub const GASTVRIJ: [&str; 6] = [
    "Groet iemand die binnenkomt, en neem de tijd. Binnenstappen is vaak al een grote stap.",
    "Vraag wat iemand leuk vindt, en vertel wat er te doen is.",
    "Kijk naar wat iemand kan. Steun waar iemand dat wil.",
    "Luister zonder te oordelen. Iemand hoeft niets uit te leggen.",
    "Laat iemand kiezen. Niets moet.",
    "Komt iemand een tijd niet, en mag u bellen? Bel dan om te vragen hoe het gaat.",
];

/// What keeps practising safe. Ours.
pub const VEILIG_OEFENEN: [&str; 5] = [
    "Niemand is verplicht om te spelen. Meekijken is ook leren.",
    "Iedereen mag ‘stop’ zeggen. Dan stopt het spel meteen.",
    "Ook onder de deelnemers zijn mensen met eigen ervaring. Vraag er niet naar, maar geef ruimte als iemand erover begint.",
    "De acteur speelt een mens, geen grap en geen griezelverhaal.",
    "Gebruik geen verhaal van een echte bezoeker, ook niet zonder naam.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b4_our_minutes_fill_the_four_hours_of_the_handbook() {
        assert_eq!(TRAININGSSTAPPEN.iter().map(|stap| stap.duur).sum::<u32>(), TRAININGSDUUR);
    }
}
