//! Where the handbook contradicts itself, is silent or is out of date (X1–X8): each with the paragraphs where it stands.

use serde::Serialize;

use super::Paragraaf;

/// One such place. The gemeente decides what it does with it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Tegenspraak {
    #[serde(skip)]
    pub punt: Punt,
    pub onderwerp: &'static str,
    pub paragraaf: Paragraaf,
    /// What the handbook says or leaves open.
    pub handleiding: &'static str,
}

/// What it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Punt {
    NaamOverleg,
    Ritme,
    Wijknetwerk,
    Besluiten,
    EisenWepWerker,
    Combinatie,
    Werkgever,
    Uren,
    Ervaringsdeskundige,
    Eindtijd,
    Subgroepen,
    Financiering,
    TrainingTijd,
    Trainers,
}

/// The places at which a gemeente chooses.
pub const TEGENSPRAKEN: [Tegenspraak; 14] = [
    over(
        Punt::NaamOverleg,
        "Naam van het overleg",
        "§3.1–§3.4",
        "Er staan drie namen voor één overleg: werkgroep, begeleidingsgroep en samenwerkingsoverleg.",
    ),
    over(
        Punt::Ritme,
        "Ritme van het overleg",
        "§3.3",
        "Het eerste half jaar elke maand, daarna eens per twee maanden of zo vaak als nodig, later enkele malen per jaar. \
         Hoe vaak dat is en wanneer het ritme verandert, staat er niet.",
    ),
    over(
        Punt::Wijknetwerk,
        "Ritme van het wijknetwerk",
        "§3.3",
        "Er is een vast moment. Hoe vaak dat is, staat er niet.",
    ),
    over(
        Punt::Besluiten,
        "Hoe het overleg besluit",
        "§3.3",
        "Hierover staat niets. Ook staat er niet wie een wijziging van het plan goedkeurt.",
    ),
    over(
        Punt::EisenWepWerker,
        "Eisen aan de WeP-werker",
        "§3.5 en bijlage 2",
        "De eisen staan er twee keer, en niet gelijk. De paragraaf vraagt hbo, de bijlage ‘hbo+’.",
    ),
    over(Punt::Combinatie, "Coördinator en WeP-werker in één", "§3.4", "Het kan, maar het hoeft niet."),
    over(
        Punt::Werkgever,
        "Werkgever van de coördinator",
        "§3.4",
        "De coördinator werkt bij de organisatie die het meeste uitvoert. In Amersfoort was dat de welzijnsorganisatie.",
    ),
    over(Punt::Uren, "Uren", "§3.4 en §3.5", "Er staan nergens uren."),
    over(
        Punt::Ervaringsdeskundige,
        "Ervaringsdeskundige in het team",
        "§3.4 en §3.5",
        "De profielen noemen deze rol niet.",
    ),
    over(
        Punt::Eindtijd,
        "Einde van de startbijeenkomst",
        "bijlage 3",
        "De uitnodiging noemt 17.30 uur, het programma houdt op om 17.00 uur. Het half uur ertussen is om na te praten.",
    ),
    over(
        Punt::Subgroepen,
        "Tijd voor de subgroepen",
        "bijlage 3",
        "De stappen duren samen precies de 35 minuten die er zijn. De vier vragen staan bij het voorstellen van tien minuten, \
         en voor het lopen naar de zaal is geen tijd.",
    ),
    over(
        Punt::Financiering,
        "Waar het geld vandaan komt",
        "§3.7",
        "De gemeente betaalt uit de Wmo, zo nodig helpen fondsen. Zorgorganisaties betalen hun activiteiten uit de AWBZ of via het zorgkantoor.",
    ),
    over(
        Punt::TrainingTijd,
        "Tijd in de training",
        "bijlage 4",
        "De training duurt vier uur met lunch en heeft zes onderdelen. Hoe lang elk onderdeel duurt en wanneer de lunch is, \
         staat er niet.",
    ),
    over(
        Punt::Trainers,
        "Wie de training geeft",
        "§3.6 en bijlage 4",
        "Volgens §3.6 een partner met ervaring, volgens bijlage 4 de coördinator of een WeP-werker, met een acteur.",
    ),
];

const fn over(punt: Punt, onderwerp: &'static str, paragraaf: &'static str, handleiding: &'static str) -> Tegenspraak {
    Tegenspraak { punt, onderwerp, paragraaf: Paragraaf(paragraaf), handleiding }
}

/// A mistake in the handbook, and what wep does with it for every gemeente.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Vergissing {
    pub onderwerp: &'static str,
    pub paragraaf: Paragraaf,
    pub handleiding: &'static str,
    pub wep: &'static str,
}

/// The mistakes that touch what wep makes.
pub const VERGISSINGEN: [Vergissing; 14] = [
    Vergissing {
        onderwerp: "Voorbeeld van een plan van aanpak",
        paragraaf: Paragraaf("§3.1"),
        handleiding: "Voor het plan verwijst de tekst naar bijlage 2. Daar staat het profiel van de WeP-werker; een voorbeeld van een plan is er niet.",
        wep: "Een plan van aanpak volgt de doelen van §1.3, de fasen van §2.6 en de stappen van §3.1 tot en met §3.8.",
    },
    Vergissing {
        onderwerp: "Model van het convenant",
        paragraaf: Paragraaf("§3.1"),
        handleiding: "Het convenant is de eerste stap, maar er is geen model en geen lijst van wat erin hoort.",
        wep: "Het convenant volgt de opbouw die in Nederland gebruikelijk is. Wat niet uit de handleiding komt, is gemarkeerd.",
    },
    Vergissing {
        onderwerp: "Volgorde van plan en convenant",
        paragraaf: Paragraaf("§1.2 en §3.1"),
        handleiding: "In Amersfoort was er eerst een projectplan en daarna een convenant. De aanpak in deel 3 begint met het convenant.",
        wep: "wep volgt deel 3: eerst het convenant, dan de coördinator, dan het overleg dat het plan schrijft.",
    },
    Vergissing {
        onderwerp: "Vijfde activiteit",
        paragraaf: Paragraaf("§2.6"),
        handleiding: "De tekst telt vier fasen en noemt daarna, zonder nummer, het aanpassen van bestaande activiteiten.",
        wep: "wep houdt vier fasen aan en behandelt het aanpassen als vijfde activiteit, naast de fasen.",
    },
    Vergissing {
        onderwerp: "Het woord doelgroep",
        paragraaf: Paragraaf("§1.3 en §3.1"),
        handleiding: "Meestal zijn dat mensen met een psychiatrische achtergrond. Bij ‘doelen per doelgroep’ zijn het vier groepen.",
        wep: "Doelen staan er voor vier groepen: bewoners met een psychiatrische achtergrond, instellingen, wijkcentra en andere bewoners.",
    },
    Vergissing {
        onderwerp: "Namen voor de WeP-werker",
        paragraaf: Paragraaf("§1.2, §3.4, §4.2 en §4.6"),
        handleiding: "De tekst wisselt tussen WeP-werker, WeP-medewerker en WeP-consulent. Wat een consulent is, staat er niet.",
        wep: "wep schrijft overal WeP-werker.",
    },
    Vergissing {
        onderwerp: "Kennismaking en aanmelding",
        paragraaf: Paragraaf("§4.5"),
        handleiding: "De tekst verwijst naar deel 1, hoofdstuk 6. Dat hoofdstuk is er niet.",
        wep: "wep verwijst naar §4.1, waar dit onderwerp staat.",
    },
    Vergissing {
        onderwerp: "Twee ritmes bij één activiteit",
        paragraaf: Paragraaf("bijlage 6"),
        handleiding: "Bij drie activiteiten zegt de tekst één keer per maand, en de tijd elke week.",
        wep: "In activiteiten.yaml staat één regel. Daaruit volgen de tekst, de dagen en de agenda. Zegt een omschrijving iets anders, dan meldt wep dat.",
    },
    Vergissing {
        onderwerp: "Eén plek, twee namen",
        paragraaf: Paragraaf("bijlage 3, 5, 9 en 10"),
        handleiding: "Hetzelfde wijkcentrum heet ‘de Hoeksteen’ en ‘de Hoeksteek’.",
        wep: "Een plek staat één keer in locaties.yaml. Lijkt een andere naam er sterk op, dan meldt wep dat.",
    },
    Vergissing {
        onderwerp: "Open voor iedereen",
        paragraaf: Paragraaf("§4.2, §4.2.1 en bijlage 6"),
        handleiding: "Alle activiteiten zijn voor alle bewoners. Toch zijn enkele groepen alleen voor vrouwen.",
        wep: "Bij elke activiteit staat voor wie zij is.",
    },
    Vergissing {
        onderwerp: "Gegevens van deelnemers",
        paragraaf: Paragraaf("§3.3, §4.1 en bijlage 8"),
        handleiding: "Er is een bestand van mogelijke deelnemers, en het netwerk bespreekt situaties. Het intakeformulier vraagt onder meer naar culturele achtergrond. Waarvoor dat is, wie het ziet en hoe lang het blijft, staat er niet.",
        wep: "De stukken van wep bevatten geen gegevens van deelnemers. Het lege intakeformulier zegt waarvoor de antwoorden zijn, dat niets moet, wie ze ziet, hoe lang ze blijven en welke rechten iemand heeft. wep leest nooit een ingevuld formulier.",
    },
    Vergissing {
        onderwerp: "Woorden over mensen in de training",
        paragraaf: Paragraaf("§1.3 en bijlage 4"),
        handleiding: "Het doel is om vooroordelen weg te nemen. Toch waarschuwt de training voor manipulatie bij een persoonlijkheidsstoornis en voor onberekenbaar gedrag bij een verslaving, en noemt zij verhalen van mensen met een psychose raar.",
        wep: "De training van wep zegt wat iemand helpt en wat u zelf kunt doen: duidelijk zijn, afspraken nakomen, uw grens bewaken en overleggen. Iemand heet nergens naar een aandoening.",
    },
    Vergissing {
        onderwerp: "Dubbele vragen op het intakeformulier",
        paragraaf: Paragraaf("bijlage 8"),
        handleiding: "E-mail en telefoon staan er twee keer, zonder dat duidelijk is van wie. De woonplaats ontbreekt.",
        wep: "Het formulier van wep vraagt elk gegeven één keer, met de woonplaats erbij. Een vraag naar culturele achtergrond kan weg, en zegt anders waarom zij er staat.",
    },
    Vergissing {
        onderwerp: "Protocol voor het meedoen",
        paragraaf: Paragraaf("§1.3"),
        handleiding: "Het wijkcentrum heeft een vastgelegde manier van werken voor het meedoen. Een voorbeeld is er niet.",
        wep: "wep geeft een eigen model, met onder elk deel de paragraaf waar het op rust.",
    },
];
