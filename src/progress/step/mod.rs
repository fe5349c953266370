//! The steps, one a file, in the order of the walk. A new step is a file and a line in the table here.

mod convenant;
mod coordinator;
mod financiering;
mod goedkeuring;
mod intake;
mod locatie;
mod medewerkers;
mod plan_van_aanpak;
mod samenwerking;
mod sociale_kaart;
mod startbijeenkomst;
mod training;
mod uitvoering;
mod wep_werkers;
mod werkgroep;
mod wijknetwerk;

pub(super) use financiering::payer;

use serde_json::json;

use super::{Feit, Nodig, Stand, Stap};
use crate::model::{Project, short_name};

/// The walk. The chain of §3.1 (S1) runs through it: convenant, coordinator, werkgroep, plan, approval, basic funding,
/// carrying out; the other paragraphs of deel 3 stand where their step can begin.
pub static STAPPEN: &[Stap] = &[
    samenwerking::STAP,
    convenant::STAP,
    coordinator::STAP,
    werkgroep::STAP,
    wep_werkers::STAP,
    sociale_kaart::STAP,
    wijknetwerk::STAP,
    plan_van_aanpak::STAP,
    goedkeuring::STAP,
    financiering::STAP,
    locatie::STAP,
    medewerkers::STAP,
    training::STAP,
    intake::STAP,
    startbijeenkomst::STAP,
    uitvoering::STAP,
];

/// How people call an organisation: its short name, its name, or at least its id.
pub(super) fn name_of(project: &Project, id: &str) -> String {
    project.organisatie(id).and_then(short_name).unwrap_or_else(|| id.to_owned())
}

/// A step that is done with one fact on one day.
fn one_day(project: &Project, feit: Feit, wat: &str, wie: Option<String>) -> Stand {
    let datum = feit.datum(project);
    let nodig = if datum.is_some() { Vec::new() } else { vec![Nodig::feit(feit, wat)] };
    Stand { gereed: datum.is_some(), begonnen: wie.is_some(), datum, wie, telling: None, nodig }
}

/// A fact of each party to the convenant: how many there are, and those that are missing.
fn of_parties(project: &Project, feit: fn(String) -> Feit, wat: &str) -> (usize, Vec<Nodig>) {
    let parties = project.partij_ids();
    let missing = parties.filter_map(|id| {
        let feit = feit(id.to_owned());
        (!feit.is_recorded(project)).then(|| Nodig::feit(feit, format!("{wat} {}", name_of(project, id))))
    });
    let missing: Vec<Nodig> = missing.collect();
    (project.partij_ids().count().saturating_sub(missing.len()), missing)
}

fn ids<'p>(ids: impl Iterator<Item = &'p str>, feit: fn(String) -> Feit) -> Vec<Feit> {
    ids.map(|id| feit(id.to_owned())).collect()
}
