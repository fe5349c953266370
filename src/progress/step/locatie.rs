//! The place to meet (S13, handbook §3.8).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::{Locatie, file};
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "locatie",
    naam: "Locatie",
    paragraaf: Paragraaf("§3.8"),
    waarom: "Een goede plek heeft een lage drempel, leeft al en ligt midden in de wijk. \
             Daar komen bewoners elkaar vanzelf tegen.",
    wie: "de trekker en de WeP-werkers",
    gereed_als: "in elke wijk een plek is gekozen, met een oordeel over de drie eisen",
    wacht_op: &["samenwerking"],
    bestanden: &[file::LOCATIES],
    stukken: Some(("locatie", &["locatie-vergelijking"])),
    feiten: None,
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let chosen: Vec<&Locatie> = project.gekozen_locaties().collect();
    let wijken = project.wep.wijken.iter().filter_map(|wijk| Some((wijk.id.as_ref()?, wijk.naam.as_ref())));
    let without = wijken.filter(|(id, _)| chosen.iter().all(|place| place.wijk.as_ref() != Some(id)));
    let mut nodig: Vec<Nodig> = without
        .map(|(id, naam)| {
            let wat = format!("een gekozen plek in {}", naam.unwrap_or(id));
            Nodig::item(file::LOCATIES, "locaties", ("wijk", json!(id)), wat)
        })
        .collect();
    let judged = gaten.in_file(file::LOCATIES, &["locaties[]*"]);
    nodig.extend(judged.into_iter().filter(|one| !super::medewerkers::is_about_meeting(one)));
    let names: Vec<&str> = chosen.iter().filter_map(|place| place.naam.as_deref()).collect();
    Stand {
        gereed: nodig.is_empty() && !chosen.is_empty(),
        begonnen: !project.locaties.locaties.is_empty(),
        wie: (!names.is_empty()).then(|| names.join(", ")),
        nodig,
        ..Stand::default()
    }
}
