//! The papers of the meetings: calendar, agendas, the form for minutes, and the calendar files (S5–S7, handbook §3.3).

mod agenda;
mod feed;
mod kalender;
mod minuten;
mod verslag;
mod wijknetwerk;

use serde::Serialize;

use super::wording::{author, capitalised, filled, place as place_of, who};
use crate::model::{Bijeenkomst, Datum, OverlegOrgaan, Project};
use crate::tree::Meta;

pub use agenda::{meta as agenda_meta, view as agenda_view};
pub use feed::{OVERLEG_FEEDS, START_FEED};
pub use kalender::{KalenderRij, meta as kalender_meta, rijen, view as kalender_view};
pub use verslag::{meta as verslag_meta, view as verslag_view};
pub use wijknetwerk::{meta as wijknetwerk_meta, view as wijknetwerk_view};

/// A meeting as the papers show it.
#[derive(Debug, Clone, Serialize)]
struct BijeenkomstView {
    nummer: u32,
    datum: Option<String>,
    begin: Option<String>,
    einde: Option<String>,
    plek: Option<String>,
    adres: Option<String>,
    opmerkingen: Vec<String>,
}

fn meta(project: &Project, title: String) -> Meta {
    Meta {
        title,
        subtitle: filled(&project.wep.naam).unwrap_or_default(),
        author: author(project),
        draft: false,
        contents: false,
        ..Meta::default()
    }
}

/// “werkgroep”; “overleg” as long as no name is chosen.
fn naam(project: &Project) -> &'static str {
    match project.overleg.orgaan {
        Some(OverlegOrgaan::Werkgroep) => "werkgroep",
        Some(OverlegOrgaan::Begeleidingsgroep) => "begeleidingsgroep",
        Some(OverlegOrgaan::Samenwerkingsoverleg) => "samenwerkingsoverleg",
        None => "overleg",
    }
}

/// “de werkgroep”, “het overleg”.
fn met_lidwoord(project: &Project) -> &'static str {
    project.overleg.orgaan.map_or("het overleg", super::wording::orgaan)
}

fn view_of(project: &Project, one: &Bijeenkomst, place: &Option<String>) -> BijeenkomstView {
    let (plek, adres) = place_of(project, place);
    BijeenkomstView {
        nummer: one.nummer,
        datum: one.datum.map(Datum::with_weekday),
        begin: one.begin.map(|tijd| tijd.to_string()),
        einde: one.einde.map(|tijd| tijd.to_string()),
        plek,
        adres,
        opmerkingen: remarks(one),
    }
}

/// What is special about a meeting: why it is on another day, or does not take place.
fn remarks(one: &Bijeenkomst) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(why) = &one.waarom {
        let day = one.volgens_regel.long();
        remarks.push(match one.gepland {
            Some(_) => format!("Niet op {day}: {why}"),
            None => format!("Niet op {day}: {why}. In de weken eromheen is geen vrije dag"),
        });
    }
    let with_reason = |text: String, reason: &Option<String>| match filled(reason) {
        Some(reason) => format!("{text}: {reason}"),
        None => text,
    };
    if let Some(moved) = &one.verzet {
        let from = moved.van.map(|day| format!("Verzet van {}", day.long())).unwrap_or_default();
        remarks.push(with_reason(from, &moved.reden));
    }
    if let Some(cancelled) = &one.vervallen {
        remarks.push(with_reason("Gaat niet door".to_owned(), &cancelled.reden));
    }
    remarks
}

/// The meetings for which papers are made: all that take place, or the one that was asked for.
fn chosen(project: &Project, meetings: Vec<Bijeenkomst>) -> Vec<Bijeenkomst> {
    let wanted = project.overleg.alleen;
    meetings.into_iter().filter(|one| one.gaat_door() && wanted.is_none_or(|day| one.is_op(day))).collect()
}

/// Place of the wijknetwerk: its own, or that of the body.
fn network_place(project: &Project) -> &Option<String> {
    let own = &project.overleg.wijknetwerk.locatie;
    if filled(own).is_some() { own } else { &project.overleg.locatie }
}

fn title_of(project: &Project, what: &str) -> String {
    capitalised(&format!("{what} {}", naam(project)))
}
