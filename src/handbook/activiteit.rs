//! The activities that the handbook describes, as ideas to choose from (W3–W5, handbook §4.2.1–4.2.3; B6, bijlage 6).

use serde::Serialize;

use super::Paragraaf;
use crate::model::Idee;

/// One idea. The texts are ours.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct IdeeBeschrijving {
    pub idee: Idee,
    pub naam: &'static str,
    pub wat: &'static str,
    /// Who guided it in Amersfoort; nothing where the handbook does not say so.
    pub begeleiding: Option<&'static str>,
    pub soort: IdeeSoort,
    pub paragraaf: Paragraaf,
}

/// How the handbook sorts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IdeeSoort {
    /// W3: each week, in the wijkcentrum.
    Wekelijks,
    /// W4: now and then, in the wijkcentrum.
    Incidenteel,
    /// W5: outside the wijkcentrum.
    Buiten,
    /// B6: in the examples of bijlage 6 only.
    Bijlage,
}

const CENTRUM: Option<&str> = Some("medewerker van het wijkcentrum");

const fn wekelijks(
    idee: Idee,
    naam: &'static str,
    wat: &'static str,
    begeleiding: Option<&'static str>,
) -> IdeeBeschrijving {
    IdeeBeschrijving { idee, naam, wat, begeleiding, soort: IdeeSoort::Wekelijks, paragraaf: Paragraaf("§4.2.1") }
}

const fn incidenteel(
    idee: Idee,
    naam: &'static str,
    wat: &'static str,
    begeleiding: Option<&'static str>,
) -> IdeeBeschrijving {
    IdeeBeschrijving { idee, naam, wat, begeleiding, soort: IdeeSoort::Incidenteel, paragraaf: Paragraaf("§4.2.2") }
}

const fn buiten(
    idee: Idee,
    naam: &'static str,
    wat: &'static str,
    begeleiding: Option<&'static str>,
) -> IdeeBeschrijving {
    IdeeBeschrijving { idee, naam, wat, begeleiding, soort: IdeeSoort::Buiten, paragraaf: Paragraaf("§4.2.3") }
}

const fn bijlage(idee: Idee, naam: &'static str, wat: &'static str) -> IdeeBeschrijving {
    IdeeBeschrijving {
        idee,
        naam,
        wat,
        begeleiding: None,
        soort: IdeeSoort::Bijlage,
        paragraaf: Paragraaf("bijlage 6"),
    }
}

/// All of them, in the order of the handbook.
pub const IDEEEN: [IdeeBeschrijving; 23] = [
    wekelijks(
        Idee::CreatieveClub,
        "Creatieve club",
        "Ieder werkt aan iets eigens: tekenen, schilderen, borduren. Materiaal neemt u zelf mee, of het ligt klaar.",
        CENTRUM,
    ),
    wekelijks(
        Idee::BewegenEnOntspannen,
        "Bewegen en ontspannen",
        "Eerst oefeningen om in beweging te komen, daarna oefeningen om tot rust te komen.",
        CENTRUM,
    ),
    wekelijks(Idee::Spelmiddag, "Spelmiddag", "Bordspellen en kaartspellen, van thuis of uit de kast.", CENTRUM),
    wekelijks(Idee::Wandelen, "Wandelen", "Samen een half uur tot een uur door de wijk.", CENTRUM),
    wekelijks(
        Idee::Vrouwenpraatgroep,
        "Vrouwenpraatgroep",
        "Praten over wat de groep kiest, zoals geld, vakantie of opvoeden. Alleen voor vrouwen.",
        Some("medewerker die let op orde en sfeer"),
    ),
    wekelijks(
        Idee::Zwemmen,
        "Zwemmen",
        "Samen naar een zwembad in de buurt. Wie meegaat, betaalt het kaartje zelf.",
        CENTRUM,
    ),
    wekelijks(
        Idee::Engels,
        "Engels",
        "De taal leren in een kleine groep.",
        Some("deelnemer als vrijwilliger, met steun van een medewerker"),
    ),
    wekelijks(
        Idee::Studieclub,
        "Studieclub",
        "Ieder zoekt iets uit wat hem of haar boeit: een boek, een onderwerp, een cursus.",
        Some("vrijwilligers, met steun van een WeP-werker"),
    ),
    wekelijks(
        Idee::Computerles,
        "Computerles",
        "De eerste stappen op de computer.",
        Some("deelnemers die er zelf veel van weten"),
    ),
    wekelijks(
        Idee::SocialeVaardigheden,
        "Sociale vaardigheden",
        "Spelenderwijs leren nee zeggen en voor uzelf opkomen, in een kleine groep.",
        None,
    ),
    wekelijks(Idee::Avondinloop, "Avondinloop", "Elke week een avond koffie, thee en gezelschap voor de wijk.", None),
    incidenteel(
        Idee::GezelligeAvond,
        "Gezellige avond",
        "Eens per jaar een avond met een open podium rond een thema: zang, toneel, gedichten.",
        None,
    ),
    incidenteel(
        Idee::Kerststukjes,
        "Kerststukjes maken",
        "In de weken voor kerst. Ieder neemt zelf materiaal mee.",
        CENTRUM,
    ),
    incidenteel(
        Idee::Sieraden,
        "Sieraden maken",
        "Een workshop voor de hele wijk.",
        Some("wie de workshop geeft, met steun van het wijkcentrum"),
    ),
    incidenteel(
        Idee::Gespreksmiddag,
        "Gespreksmiddag",
        "Praten over een thema, zoals: wie zijn uw naasten? Vaak samen met een andere organisatie.",
        None,
    ),
    buiten(
        Idee::Wijkmaaltijd,
        "Wijkmaaltijd",
        "Eens per maand samen koken en eten, met bewoners uit de hele wijk.",
        Some("medewerkers van het wijkcentrum en van het inloophuis"),
    ),
    buiten(
        Idee::DagVanDeDialoog,
        "Dag van de Dialoog",
        "Eens per jaar gesprekken aan tafels in de wijk. Een groep schuift aan.",
        None,
    ),
    bijlage(Idee::GezondKoken, "Gezond koken", "Een cursus koken, samen met een ggz-organisatie."),
    bijlage(Idee::Dansen, "Dansen", "Vrij bewegen op muziek."),
    bijlage(Idee::Gezelschapsgroep, "Gezelschapsgroep", "Koffie en een praatje, en soms samen op stap of iets maken."),
    bijlage(
        Idee::Herstelwerkgroep,
        "Herstelwerkgroep",
        "Mensen helpen elkaar met wat zij zelf hebben meegemaakt, mede vanuit een ggz-organisatie.",
    ),
    bijlage(Idee::Eetcafe, "Eetcafé", "Samen koken en eten, verzorgd door een organisatie van vrijwilligers."),
    bijlage(
        Idee::Klankbordgroep,
        "Klankbordgroep",
        "Bewoners uit de wijken denken mee over WeP. Dit is voor de hele gemeente.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w3_w4_w5_and_bijlage_6_are_all_there_and_once() {
        let count = |soort| IDEEEN.iter().filter(|one| one.soort == soort).count();
        let sorts = [IdeeSoort::Wekelijks, IdeeSoort::Incidenteel, IdeeSoort::Buiten, IdeeSoort::Bijlage];
        assert_eq!(sorts.map(count), [11, 4, 2, 6]);
        for (index, one) in IDEEEN.iter().enumerate() {
            assert!(IDEEEN.iter().skip(index + 1).all(|other| other.idee != one.idee), "{one:?}");
        }
    }
}
