//! The WeP-workers (S10, handbook §3.5).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::{file, filled};
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "wep-werkers",
    naam: "WeP-werkers",
    paragraaf: Paragraaf("§3.5"),
    waarom: "De WeP-werker brengt mensen in contact met elkaar en met plekken in de wijk. \
             Een vast gezicht maakt de stap naar binnen kleiner.",
    wie: "de coördinator, met de werkgever",
    gereed_als: "elke wijk een WeP-werker heeft, met werkgever en uren",
    wacht_op: &["coordinator"],
    bestanden: &[file::TEAM],
    stukken: Some(("profiel wep-werker", &["profiel-wep-werker"])),
    feiten: None,
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let workers = &project.team.wep_werkers;
    let works_in = |id: &String| workers.iter().any(|one| one.wijken.contains(id));
    let wijken = project.wep.wijken.iter().filter_map(|wijk| Some((wijk.id.as_ref()?, wijk.naam.as_ref())));
    let mut nodig = gaten.in_file(file::TEAM, &["wep_werkers[]*"]);
    let without = wijken.filter(|(id, _)| !works_in(id));
    nodig.extend(without.map(|(id, naam)| {
        let wat = format!("een WeP-werker voor {}", naam.unwrap_or(id));
        Nodig::item(file::TEAM, "wep_werkers", ("wijken", json!([id])), wat)
    }));
    let names: Vec<String> = workers.iter().filter_map(|one| filled(&one.naam)).collect();
    Stand {
        gereed: nodig.is_empty() && !workers.is_empty(),
        begonnen: !workers.is_empty(),
        wie: (!names.is_empty()).then(|| names.join(", ")),
        nodig,
        ..Stand::default()
    }
}
