//! The views of the papers about the places: the comparison, and the meeting with those who work there (S11, S13,
//! handbook §3.6 and §3.8).

use serde::Serialize;
use serde_json::Value;

use super::wording::{address, filled, short_name_of};
use crate::handbook::{self, BIJEENKOMST, VEREISTEN, Vereiste};
use crate::model::{Beoordeling, JaNee, Locatie, LocatieSoort, Oordeel, Project};

#[derive(Serialize)]
struct Vergelijking {
    handleiding: &'static str,
    naam: Option<String>,
    vereisten: [Vereiste; 3],
    wijken: Vec<WijkView>,
}

/// The places of one wijk beside each other.
#[derive(Serialize)]
struct WijkView {
    naam: String,
    plekken: Vec<PlekView>,
    /// What follows from the judgements, in sentences.
    voorstel: String,
    /// What the gemeente chose, and whether that is what follows.
    keuze: String,
}

#[derive(Serialize)]
struct PlekView {
    naam: String,
    soort: Option<&'static str>,
    adres: Option<String>,
    beheerder: Option<String>,
    oordelen: Vec<OordeelView>,
    toegankelijkheid: Vec<&'static str>,
}

#[derive(Serialize)]
struct OordeelView {
    oordeel: Option<&'static str>,
    toelichting: Option<String>,
}

#[derive(Serialize)]
struct Bijeenkomst {
    handleiding: &'static str,
    naam: Option<String>,
    coordinator: Option<String>,
    contact: Option<String>,
    email: Option<String>,
    telefoon: Option<String>,
    bijeenkomsten: Vec<BijeenkomstView>,
}

#[derive(Serialize)]
struct BijeenkomstView {
    eerste: bool,
    plek: String,
    adres: Option<String>,
    datum: Option<String>,
    begin: Option<String>,
    einde: Option<String>,
    punten: Vec<PuntView>,
}

#[derive(Serialize)]
struct PuntView {
    titel: &'static str,
    vraag: &'static str,
}

pub fn vergelijking(project: &Project) -> Value {
    let places = &project.locaties.locaties;
    let known = |place: &Locatie| place.wijk.as_deref().is_some_and(|id| project.wijk(id).is_some());
    let mut wijken: Vec<WijkView> = Vec::new();
    for wijk in &project.wep.wijken {
        let here: Vec<&Locatie> = places.iter().filter(|place| wijk.id.is_some() && place.wijk == wijk.id).collect();
        let naam = filled(&wijk.naam).or_else(|| filled(&wijk.id)).unwrap_or_else(|| "Wijk zonder naam".to_owned());
        wijken.push(of_wijk(project, naam, &here));
    }
    let elsewhere: Vec<&Locatie> = places.iter().filter(|place| !known(place)).collect();
    if !elsewhere.is_empty() {
        wijken.push(of_wijk(project, "Plekken zonder wijk".to_owned(), &elsewhere));
    }
    let view =
        Vergelijking { handleiding: handbook::TITLE, naam: filled(&project.wep.naam), vereisten: VEREISTEN, wijken };
    serde_json::to_value(view).unwrap_or_default()
}

fn of_wijk(project: &Project, naam: String, places: &[&Locatie]) -> WijkView {
    let best = best(places);
    WijkView {
        naam,
        plekken: places.iter().map(|place| of_place(project, place)).collect(),
        voorstel: proposal(places, &best),
        keuze: choice(places, &best),
    }
}

fn of_place(project: &Project, place: &Locatie) -> PlekView {
    let oordelen = judgements(place).map(|judgement| OordeelView {
        oordeel: judgement.oordeel.map(said),
        toelichting: filled(&judgement.toelichting),
    });
    let access = &place.toegankelijkheid;
    let points = [access.drempelvrij, access.aangepast_toilet, access.halte_dichtbij, access.rustige_ruimte];
    PlekView {
        naam: name(place),
        soort: place.soort.map(sort),
        adres: address(&place.adres),
        beheerder: short_name_of(project, &place.beheerder),
        oordelen: oordelen.into(),
        toegankelijkheid: points.map(yes_no).into(),
    }
}

fn judgements(place: &Locatie) -> [&Beoordeling; 3] {
    [&place.laagdrempelig, &place.voorzieningen, &place.bereikbaar]
}

fn name(place: &Locatie) -> String {
    filled(&place.naam).or_else(|| filled(&place.id)).unwrap_or_else(|| "Plek zonder naam".to_owned())
}

fn said(oordeel: Oordeel) -> &'static str {
    match oordeel {
        Oordeel::Voldoet => "voldoet",
        Oordeel::Deels => "voldoet deels",
        Oordeel::Niet => "voldoet niet",
    }
}

fn sort(soort: LocatieSoort) -> &'static str {
    match soort {
        LocatieSoort::Wijkcentrum => "wijkcentrum",
        LocatieSoort::Buurthuis => "buurthuis",
        LocatieSoort::Sportvereniging => "sportvereniging",
        LocatieSoort::Kerk => "kerk",
        LocatieSoort::School => "school",
        LocatieSoort::Zorgcentrum => "zorgcentrum",
        LocatieSoort::Overig => "andere plek",
    }
}

fn yes_no(answer: Option<JaNee>) -> &'static str {
    match answer {
        Some(JaNee(true)) => "ja",
        Some(JaNee(false)) => "nee",
        None => "niet bekend",
    }
}

/// How a place does: 0 is the best, 6 the worst; nothing as long as a judgement is missing.
fn shortfall(place: &Locatie) -> Option<u32> {
    let points = judgements(place).map(|judgement| {
        judgement.oordeel.map(|oordeel| match oordeel {
            Oordeel::Voldoet => 0,
            Oordeel::Deels => 1,
            Oordeel::Niet => 2,
        })
    });
    points.into_iter().sum()
}

/// The places that do best on the three requirements together. A place that fails one is never among them.
fn best<'a>(places: &[&'a Locatie]) -> Vec<&'a Locatie> {
    let fails = |place: &Locatie| judgements(place).iter().any(|judgement| judgement.oordeel == Some(Oordeel::Niet));
    let judged = places.iter().filter(|place| !fails(place)).filter_map(|place| Some((shortfall(place)?, *place)));
    let judged: Vec<(u32, &Locatie)> = judged.collect();
    let least = judged.iter().map(|(shortfall, _)| *shortfall).min();
    judged.into_iter().filter(|(shortfall, _)| Some(*shortfall) == least).map(|(_, place)| place).collect()
}

fn proposal(places: &[&Locatie], best: &[&Locatie]) -> String {
    let open = places.iter().filter(|place| shortfall(place).is_none()).count();
    let mut text = match best {
        [] if places.is_empty() => "Voor deze wijk staat er nog geen plek in de lijst.".to_owned(),
        [] if open == 0 => "Geen van de plekken voldoet aan de drie vereisten. Zoek verder.".to_owned(),
        [] => String::new(),
        [place] => match shortfall(place) {
            Some(0) => format!("Voorstel: {}. Deze plek voldoet aan de drie vereisten.", name(place)),
            _ => format!("Voorstel: {}. Deze plek voldoet het best, maar nog niet helemaal.", name(place)),
        },
        several => {
            let names: Vec<String> = several.iter().map(|place| name(place)).collect();
            format!("Deze plekken zijn even goed: {}. Kies samen met wie er werkt.", names.join(", "))
        }
    };
    if open > 0 {
        let wait = match open {
            1 => "Eén plek is nog niet helemaal beoordeeld en telt nog niet mee.".to_owned(),
            count => format!("Er zijn {count} plekken nog niet helemaal beoordeeld. Die tellen nog niet mee."),
        };
        text = [text, wait].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    }
    text
}

fn choice(places: &[&Locatie], best: &[&Locatie]) -> String {
    let chosen: Vec<&Locatie> = places.iter().copied().filter(|place| place.is_gekozen()).collect();
    if chosen.is_empty() {
        return "Er is nog geen plek gekozen.".to_owned();
    }
    let names: Vec<String> = chosen.iter().map(|place| name(place)).collect();
    let follows = chosen.iter().all(|place| best.iter().any(|one| std::ptr::eq(*one, *place)));
    let judged = chosen.iter().all(|place| shortfall(place).is_some());
    let deviates = if follows || !judged { "" } else { " Dat is een andere keuze dan uit de beoordeling volgt." };
    format!("Gekozen: {}.{deviates}", names.join(", "))
}

pub fn bijeenkomst(project: &Project) -> Value {
    let chosen = project.gekozen_locaties();
    let wep = &project.wep;
    let view = Bijeenkomst {
        handleiding: handbook::TITLE,
        naam: filled(&wep.naam),
        coordinator: filled(&project.team.coordinator.naam),
        contact: filled(&wep.contact.naam),
        email: filled(&wep.contact.email),
        telefoon: filled(&wep.contact.telefoon),
        bijeenkomsten: chosen.enumerate().map(|(index, place)| of_meeting(index == 0, place)).collect(),
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn of_meeting(eerste: bool, place: &Locatie) -> BijeenkomstView {
    let meeting = &place.bijeenkomst;
    BijeenkomstView {
        eerste,
        plek: name(place),
        adres: address(&place.adres),
        datum: meeting.datum.map(|datum| datum.with_weekday()),
        begin: meeting.begin.map(|tijd| tijd.to_string()),
        einde: meeting.einde.map(|tijd| tijd.to_string()),
        punten: BIJEENKOMST.map(|(titel, vraag)| PuntView { titel, vraag }).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(naam: &str, judged: [Option<Oordeel>; 3]) -> Locatie {
        let [laagdrempelig, voorzieningen, bereikbaar] =
            judged.map(|oordeel| Beoordeling { oordeel, toelichting: None });
        Locatie { naam: Some(naam.into()), laagdrempelig, voorzieningen, bereikbaar, ..Locatie::default() }
    }

    #[test]
    fn s13_the_proposal_follows_from_the_judgements() {
        use Oordeel::{Deels, Niet, Voldoet};
        let good = place("Goed", [Some(Voldoet); 3]);
        let fair = place("Redelijk", [Some(Voldoet), Some(Deels), Some(Voldoet)]);
        let failing = place("Kerk", [Some(Voldoet), Some(Niet), Some(Voldoet)]);
        let open = place("Open", [Some(Voldoet), None, None]);
        let says = |places: &[&Locatie]| proposal(places, &best(places));
        assert_eq!(says(&[&fair, &good]), "Voorstel: Goed. Deze plek voldoet aan de drie vereisten.");
        assert_eq!(says(&[&failing, &fair]), "Voorstel: Redelijk. Deze plek voldoet het best, maar nog niet helemaal.");
        assert!(says(&[&failing]).starts_with("Geen van de plekken"));
        assert!(says(&[&good, &good.clone(), &open]).starts_with("Deze plekken zijn even goed: Goed, Goed."));
        assert!(says(&[&open]).starts_with("Eén plek is nog niet helemaal beoordeeld"));
        assert!(says(&[]).contains("nog geen plek"));
    }

    #[test]
    fn another_choice_than_the_proposal_is_said() {
        let good = place("Goed", [Some(Oordeel::Voldoet); 3]);
        let mut chosen = place("Gekozen", [Some(Oordeel::Deels); 3]);
        chosen.gekozen = Some(JaNee(true));
        let places = [&good, &chosen];
        assert_eq!(
            choice(&places, &best(&places)),
            "Gekozen: Gekozen. Dat is een andere keuze dan uit de beoordeling volgt."
        );
        assert_eq!(choice(&[&chosen], &best(&[&chosen])), "Gekozen: Gekozen.");
    }
}
