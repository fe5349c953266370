//! The rules: one per file. A rule sees the whole project and gives what it finds.

mod activiteit;
mod activiteit_gaten;
mod artikel;
mod begroting_bedrag;
mod begroting_dekking;
mod begroting_gaten;
mod begroting_jaar;
mod convenant_gaten;
mod coordinaat;
mod functie_gaten;
mod gemeente_gaten;
mod handtekening;
mod huisstijl;
mod id;
mod kvk;
mod locatie_gaten;
mod looptijd;
mod nagekeken;
mod ontmoetingsplek;
mod overleg;
mod overleg_gaten;
mod overleg_kalender;
mod partij;
mod plaatsnaam;
mod plan_datum;
mod plan_doelgroep;
mod plan_gaten;
mod plan_volgorde;
mod plan_wie;
mod plek_gaten;
mod postcode;
mod relatie;
mod rol;
mod sector;
mod sociale_kaart_gaten;
mod startbijeenkomst_datum;
mod startbijeenkomst_gaten;
mod startbijeenkomst_tijd;
mod subgroep;
mod toeleiding_gaten;
mod training_gaten;
mod training_tijd;
mod uitvoer;
mod verwijzing;
mod voorlichting_datum;
mod voorlichting_gaten;
mod voortgang_dag;
mod voortgang_volgorde;
mod werkdag;

use super::{Code, Finding, Route};
use crate::dutch::did_you_mean;
use crate::model::{Adres, Project, file};

/// What every rule is.
pub type Rule = fn(&Project) -> Vec<Finding>;

/// All rules, in the order in which they run.
pub const RULES: &[Rule] = &[
    id::check,
    verwijzing::check,
    kvk::check,
    relatie::check,
    postcode::check,
    coordinaat::check,
    sector::check,
    ontmoetingsplek::check,
    rol::check,
    nagekeken::check,
    uitvoer::check,
    huisstijl::check,
    gemeente_gaten::check,
    partij::check,
    convenant_gaten::check,
    functie_gaten::check,
    plek_gaten::check,
    locatie_gaten::check,
    sociale_kaart_gaten::check,
    artikel::check,
    looptijd::check,
    plan_gaten::check,
    plan_doelgroep::check,
    plan_datum::check,
    plan_volgorde::check,
    plan_wie::check,
    overleg::check,
    overleg_gaten::check,
    overleg_kalender::check,
    handtekening::check,
    voortgang_volgorde::check,
    voortgang_dag::check,
    begroting_gaten::check,
    begroting_jaar::check,
    begroting_bedrag::check,
    begroting_dekking::check,
    startbijeenkomst_gaten::check,
    startbijeenkomst_datum::check,
    startbijeenkomst_tijd::check,
    subgroep::check,
    activiteit_gaten::check,
    activiteit::check,
    plaatsnaam::check,
    training_gaten::check,
    training_tijd::check,
    toeleiding_gaten::check,
    voorlichting_gaten::check,
    voorlichting_datum::check,
];

/// Every address that somebody may have written, with its file and the way to it.
fn adressen(project: &Project) -> Vec<(&'static str, Route, &Adres)> {
    let mut found = Vec::new();
    for (index, one) in project.organisaties.organisaties.iter().enumerate() {
        let route = Route::from("organisaties").index(index);
        found.push((file::ORGANISATIES, route.field("adres"), &one.adres));
        for (position, branch) in one.vestigingen.iter().enumerate() {
            let route = route.field("vestigingen").index(position).field("adres");
            found.push((file::ORGANISATIES, route, &branch.adres));
        }
    }
    for (index, place) in project.locaties.locaties.iter().enumerate() {
        found.push((file::LOCATIES, Route::from("locaties").index(index).field("adres"), &place.adres));
    }
    found
}

/// A text that is there and says something.
fn is_filled(text: &Option<String>) -> bool {
    text.as_ref().is_some_and(|text| !text.trim().is_empty())
}

/// A finding for each value that is missing. A `what` follows on “nog invullen:”.
fn gaps<'a>(file: &'static str, wanted: impl IntoIterator<Item = (bool, Route, &'a str)>) -> Vec<Finding> {
    let missing = wanted.into_iter().filter(|(there, ..)| !there);
    missing.map(|(_, route, what)| Finding::at(Code::Missing, file, route, what)).collect()
}

/// A finding for each item of a list that says nothing.
fn blank_items(file: &'static str, route: &Route, items: &[String]) -> Vec<Finding> {
    let items = items.iter().enumerate();
    gaps(file, items.map(|(index, item)| (!item.trim().is_empty(), route.index(index), "dit onderdeel van de lijst")))
}

/// “bedoelde u ‘x’?” for the known name that is most alike, or the names that there are; empty when there are none.
fn suggestion<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    did_you_mean(written, known.iter().copied()).unwrap_or_else(|| match known.len() {
        0 => String::new(),
        1..=12 => format!("deze zijn er: {}", known.join(", ")),
        count => format!("er zijn er {count}, maar geen lijkt hierop"),
    })
}
