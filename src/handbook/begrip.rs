//! The glossary (B1, handbook bijlage 1): thirteen terms, in our own words.

use serde::Serialize;

use super::Paragraaf;
use crate::dutch::nearest;

/// A term with its meaning.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Begrip {
    pub naam: &'static str,
    /// Other words for it, by which people look it up.
    pub ook: &'static [&'static str],
    pub uitleg: &'static str,
    /// Kinds or levels that the term falls apart into.
    pub soorten: &'static [Soort],
    /// Where the handbook says more than its glossary does.
    pub paragraaf: Paragraaf,
    /// Names of terms that belong with it.
    pub verwant: &'static [&'static str],
}

/// A kind or level of a term.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Soort {
    pub naam: &'static str,
    pub uitleg: &'static str,
}

const fn soort(naam: &'static str, uitleg: &'static str) -> Soort {
    Soort { naam, uitleg }
}

/// The terms of bijlage 1, by the alphabet.
pub const BEGRIPPEN: [Begrip; 13] = [
    Begrip {
        naam: "empowerment",
        ook: &["zelfkracht", "eigen kracht"],
        uitleg: "Mensen worden sterker, doordat zij uitgaan van wat zij kunnen en zelf de leiding nemen over hun leven en hun omgeving. Anderen kunnen daarbij helpen: met kennis, door te oefenen en door een plek te maken waar dat veilig kan.",
        soorten: &[],
        paragraaf: Paragraaf("§2.5 en §4.3"),
        verwant: &["participatie", "push en pull"],
    },
    Begrip {
        naam: "integratie",
        ook: &["meedoen in de samenleving"],
        uitleg: "Leven als ieder ander, tussen de andere mensen. De handleiding ziet drie niveaus.",
        soorten: &[
            soort("fysieke integratie", "tussen andere mensen wonen en leven"),
            soort(
                "functionele integratie",
                "gebruiken wat iedereen gebruikt: winkels, de bus, school, werk, de sportclub",
            ),
            soort("sociale integratie", "erbij horen en als gelijke worden gezien"),
        ],
        paragraaf: Paragraaf("§2.6"),
        verwant: &["participatie", "vermaatschappelijking"],
    },
    Begrip {
        naam: "intersectorale samenwerking",
        ook: &["playing", "gaming", "playing en gaming", "samenwerking tussen zorg en welzijn"],
        uitleg: "Organisaties voor zorg en welzijn werken samen over de grens van hun eigen vak heen. Twee manieren wisselen elkaar daarbij af.",
        soorten: &[
            soort("playing", "elkaar ontmoeten en over het werk praten, vooral op netwerkbijeenkomsten"),
            soort("gaming", "afspraken maken en resultaten halen, vooral in het overleg dat het initiatief aanstuurt"),
        ],
        paragraaf: Paragraaf("§3.2"),
        verwant: &["netwerkbijeenkomst", "maatschappelijk steunsysteem"],
    },
    Begrip {
        naam: "maatschappelijk steunsysteem",
        ook: &["mss", "steunsysteem"],
        uitleg: "Een netwerk van mensen, diensten en plekken dat iemand helpt om mee te doen. Wie steun krijgt, is zelf ook deel van dat netwerk. Het netwerk is georganiseerd: iemand zorgt dat de delen elkaar kennen.",
        soorten: &[],
        paragraaf: Paragraaf("§2.2"),
        verwant: &["intersectorale samenwerking", "WeP-werker"],
    },
    Begrip {
        naam: "mensen met een psychische beperking",
        ook: &["cliënt", "cliënten", "doelgroep", "mensen met een psychiatrische achtergrond"],
        uitleg: "Mensen met een psychische aandoening, licht of ernstig, die daarbij enige steun nodig hebben. Instellingen noemen hen cliënt of patiënt. In het initiatief zijn zij op de eerste plaats bewoner van de wijk.",
        soorten: &[],
        paragraaf: Paragraaf("§1.3"),
        verwant: &["moeilijk bereikbare cliënten", "WeP-werker"],
    },
    Begrip {
        naam: "moeilijk bereikbare cliënten",
        ook: &["outreachend werken", "outreachend"],
        uitleg: "Mensen uit de doelgroep die nog niet meedoen en die instellingen moeilijk bereiken. Een medewerker wacht dan niet tot iemand komt, maar gaat zelf naar hem toe. Dat heet outreachend werken.",
        soorten: &[],
        paragraaf: Paragraaf("§4.1"),
        verwant: &["push en pull", "presentiebenadering"],
    },
    Begrip {
        naam: "netwerkbijeenkomst",
        ook: &["netwerkbijeenkomsten", "wijknetwerk", "wijknetwerkbijeenkomst", "wep-netwerk", "wep-lunch"],
        uitleg: "Een vaste bijeenkomst voor medewerkers van alle organisaties voor zorg en welzijn in de wijk of de stad. Zij horen hoe het gaat, leren elkaar kennen en kunnen een situatie uit de praktijk bespreken.",
        soorten: &[],
        paragraaf: Paragraaf("§3.3"),
        verwant: &["intersectorale samenwerking"],
    },
    Begrip {
        naam: "participatie",
        ook: &["meedoen", "meepraten", "meebeslissen"],
        uitleg: "Deelnemers maken zelf mee wat het initiatief is. De handleiding ziet drie graden.",
        soorten: &[
            soort("meepraten", "zeggen wat u vindt, bijvoorbeeld na een activiteit of in een klankbordgroep"),
            soort("meebeslissen", "samen beslissen over de uitvoering, bijvoorbeeld in een wijkpanel"),
            soort("meedoen", "zelf iets doen, met wat u kunt, zoals vrijwilligerswerk"),
        ],
        paragraaf: Paragraaf("§4.4"),
        verwant: &["empowerment", "integratie"],
    },
    Begrip {
        naam: "presentiebenadering",
        ook: &["presentie", "presentietheorie", "baart"],
        uitleg: "Er met aandacht voor iemand zijn, in zijn eigen leven en op zijn tempo. De medewerker volgt de ander en begint niet met een eigen plan of doel. Andries Baart beschreef deze manier van werken.",
        soorten: &[],
        paragraaf: Paragraaf("§2.4 en §4.6"),
        verwant: &["WeP-werker", "vraaggestuurde aanpak"],
    },
    Begrip {
        naam: "push en pull",
        ook: &["push", "pull", "duwen en trekken"],
        uitleg: "Twee manieren om iemand op weg te helpen, die samen moeten gaan.",
        soorten: &[
            soort("push", "het duwtje in de rug, van de instelling die iemand al kent"),
            soort("pull", "de uitgestoken hand, van de WeP-werker en de ontmoetingsplek"),
        ],
        paragraaf: Paragraaf("§4.1 en §4.5"),
        verwant: &["WeP-werker", "empowerment"],
    },
    Begrip {
        naam: "vermaatschappelijking",
        ook: &["community care", "vermaatschappelijking van de zorg"],
        uitleg: "Zorg en steun horen thuis in het gewone leven en niet apart, in een instelling. Wie hulp nodig heeft, is eerst burger en kiest zelf. Dat vraagt ook iets van de wijk: ruimte maken.",
        soorten: &[],
        paragraaf: Paragraaf("§1.1"),
        verwant: &["integratie", "maatschappelijk steunsysteem"],
    },
    Begrip {
        naam: "vraaggestuurde aanpak",
        ook: &["vraaggestuurd"],
        uitleg: "De vraag van de bewoner is het begin. De medewerker steunt en begeleidt. De bewoner neemt zelf ook stappen.",
        soorten: &[],
        paragraaf: Paragraaf("§2.2"),
        verwant: &["presentiebenadering", "empowerment"],
    },
    Begrip {
        naam: "WeP-werker",
        ook: &["wep-medewerker", "wep-consulent", "consulent"],
        uitleg: "De medewerker om wie de werkwijze draait. Hij of zij legt met aandacht contact, wint vertrouwen en verbindt deelnemers met activiteiten, met andere bewoners, met vrijwilligers en met organisaties. De handleiding schrijft soms WeP-consulent, zonder te zeggen of dat iets anders is.",
        soorten: &[],
        paragraaf: Paragraaf("§3.5"),
        verwant: &["push en pull", "presentiebenadering"],
    },
];

/// The term that someone looks for, and how sure that is.
#[derive(Debug, Clone, Copy)]
pub enum Gevonden {
    /// Written just so, apart from capitals.
    Precies(&'static Begrip),
    /// Written almost so.
    Bijna(&'static Begrip),
}

/// From this likeness on a word is not only offered, but taken for the term.
const TAKEN_FOR: f64 = 0.88;

/// Looks up a term by its name or by another word for it; a slip of the pen does not matter.
pub fn begrip(gezocht: &str) -> Option<Gevonden> {
    let gezocht = gezocht.trim().to_lowercase();
    let words =
        || BEGRIPPEN.iter().flat_map(|begrip| begrip.ook.iter().chain([&begrip.naam]).map(move |word| (*word, begrip)));
    if let Some((_, begrip)) = words().find(|(word, _)| word.to_lowercase() == gezocht) {
        return Some(Gevonden::Precies(begrip));
    }
    nearest(&gezocht, words(), TAKEN_FOR).map(Gevonden::Bijna)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_go_by_the_alphabet_and_point_at_terms() {
        assert!(BEGRIPPEN.windows(2).all(|pair| pair[0].naam.to_lowercase() < pair[1].naam.to_lowercase()));
        for verwant in BEGRIPPEN.iter().flat_map(|begrip| begrip.verwant) {
            assert!(BEGRIPPEN.iter().any(|begrip| begrip.naam == *verwant), "{verwant}");
        }
    }

    #[test]
    fn a_near_miss_is_understood_and_nonsense_is_not() {
        assert!(
            matches!(begrip("MSS"), Some(Gevonden::Precies(found)) if found.naam == "maatschappelijk steunsysteem")
        );
        assert!(matches!(begrip("empowrment"), Some(Gevonden::Bijna(found)) if found.naam == "empowerment"));
        assert!(matches!(begrip("prezentie"), Some(Gevonden::Bijna(found)) if found.naam == "presentiebenadering"));
        for nonsense in ["", "xyz", "begroting"] {
            assert!(begrip(nonsense).is_none(), "{nonsense}");
        }
    }
}
