//! The coordinator (S8, handbook §3.4).

use super::*;
use crate::check::Route;
use crate::handbook::Paragraaf;
use crate::model::{file, filled};
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "coordinator",
    naam: "Coördinator",
    paragraaf: Paragraaf("§3.4"),
    waarom: "De coördinator zet WeP op en houdt alle draden bij elkaar. \
             Zonder iemand met tijd en een goed netwerk komt er van de plannen weinig terecht.",
    wie: "de partijen, bij de organisatie die het meeste uitvoert",
    gereed_als: "de naam, de werkgever en de eerste dag bekend zijn",
    wacht_op: &["convenant"],
    bestanden: &[file::TEAM],
    stukken: Some(("profiel coordinator", &["profiel-coordinator"])),
    feiten: Some(|_| vec![Feit::Coordinator]),
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let coordinator = &project.team.coordinator;
    let mut nodig = gaten.in_file(file::TEAM, &["coordinator*", "andere_coordinatoren*"]);
    // The name is asked first: it stands first in the file too.
    nodig.sort_by_key(|one| one.wat != "de naam van de coördinator");
    let begins = Route::from("coordinator").field("vanaf");
    if coordinator.vanaf.is_none() {
        nodig.push(Nodig::gegeven(file::TEAM, begins, "de dag waarop de coördinator begint"));
    }
    let (naam, werkgever) = (filled(&coordinator.naam), filled(&coordinator.organisatie));
    Stand {
        gereed: naam.is_some() && werkgever.is_some() && coordinator.vanaf.is_some(),
        begonnen: naam.is_some() || coordinator.uren_per_week.is_some(),
        datum: coordinator.vanaf,
        wie: naam,
        nodig,
        ..Stand::default()
    }
}
