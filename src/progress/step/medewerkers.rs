//! The meeting with all who work at a chosen place (S11, handbook §3.6).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::{Datum, Locatie, file};
use crate::progress::Hoe;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "medewerkers",
    naam: "Medewerkers op de locatie",
    paragraaf: Paragraaf("§3.6"),
    waarom: "Wie op de plek werkt, ontvangt straks de bezoekers. \
             Praat daarom vanaf het begin met alle medewerkers en vrijwilligers, over hun ideeën en over wat er voor hen verandert.",
    wie: "de coördinator",
    gereed_als: "op elke gekozen plek de bijeenkomst is gehouden",
    wacht_op: &["locatie"],
    bestanden: &[file::LOCATIES, file::VOORTGANG],
    stukken: Some(("locatie", &["locatie-uitnodiging", "locatie-agenda"])),
    feiten: Some(|project| ids(project.gekozen_locaties().filter_map(|place| place.id.as_deref()), Feit::Bijeenkomst)),
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let chosen: Vec<(&Locatie, &String)> =
        project.gekozen_locaties().filter_map(|place| Some((place, place.id.as_ref()?))).collect();
    let held: Vec<Option<Datum>> =
        chosen.iter().map(|(_, id)| Feit::Bijeenkomst((*id).clone()).datum(project)).collect();
    let mut nodig: Vec<Nodig> =
        gaten.in_file(file::LOCATIES, &["locaties[]*"]).into_iter().filter(is_about_meeting).collect();
    for (place, id) in chosen.iter().zip(&held).filter(|(_, held)| held.is_none()).map(|(place, _)| place) {
        let naam = place.naam.as_ref().unwrap_or(id);
        nodig.push(Nodig::feit(Feit::Bijeenkomst((*id).clone()), format!("de bijeenkomst in {naam}")));
    }
    let done = held.iter().flatten().count();
    let planned = project.gekozen_locaties().filter_map(|place| place.bijeenkomst.datum).min();
    Stand {
        gereed: done > 0 && done == chosen.len(),
        begonnen: done > 0 || planned.is_some(),
        datum: if done == chosen.len() { held.into_iter().flatten().max() } else { planned },
        telling: (!chosen.is_empty()).then(|| format!("{done} van {} gehouden", chosen.len())),
        nodig,
        ..Stand::default()
    }
}

/// It belongs to this step and not to the choice of a place.
pub fn is_about_meeting(nodig: &Nodig) -> bool {
    matches!(&nodig.hoe, Hoe::Gegeven { route, .. } if route.to_string().contains(".bijeenkomst"))
}
