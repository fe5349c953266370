//! The view of a function profile, and of the vacancy and the selection sheet that go with it (handbook §3.4, §3.5 and
//! bijlage 2).

use serde::Serialize;
use serde_json::Value;

use super::wording::{author, capitalised, filled, orgaan, short_name_of};
use crate::handbook::{
    self, EISEN_COORDINATOR, EISEN_WEP_WERKER_BIJLAGE, EISEN_WEP_WERKER_PARAGRAAF, Eisen, Functie, TAKEN_COORDINATOR,
    TAKEN_WEP_WERKER, VERSCHILLEN, Verschil,
};
use crate::model::{JaNee, ProfielBron, Project};
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    initiatief: Option<String>,
    gemeente: Option<String>,
    wijken: Vec<String>,
    /// “coördinator”, “Coördinator”.
    functie: &'static str,
    functie_hoofdletter: String,
    is_coordinator: bool,
    werkgever: Option<String>,
    uren: Option<String>,
    overleg: Option<&'static str>,
    ook_wep_werker: bool,
    taken: &'static [&'static str],
    eisen: Eisen,
    /// Empty for the coordinator, of whom the handbook speaks once.
    verschillen: &'static [Verschil],
    ervaringsdeskundige: bool,
    contact: Option<String>,
    email: Option<String>,
    telefoon: Option<String>,
}

pub fn profiel_coordinator_meta(project: &Project) -> Meta {
    meta(project, "Profiel coördinator")
}

pub fn profiel_wep_werker_meta(project: &Project) -> Meta {
    meta(project, "Profiel WeP-werker")
}

pub fn vacature_coordinator_meta(project: &Project) -> Meta {
    meta(project, "Vacature coördinator")
}

pub fn vacature_wep_werker_meta(project: &Project) -> Meta {
    meta(project, "Vacature WeP-werker")
}

pub fn selectie_coordinator_meta(project: &Project) -> Meta {
    meta(project, "Selectie coördinator")
}

pub fn selectie_wep_werker_meta(project: &Project) -> Meta {
    meta(project, "Selectie WeP-werker")
}

fn meta(project: &Project, title: &str) -> Meta {
    Meta {
        title: title.to_owned(),
        subtitle: filled(&project.wep.naam).unwrap_or_default(),
        author: author(project),
        draft: false,
        contents: false,
    }
}

pub fn coordinator(project: &Project) -> Value {
    view(project, Functie::Coordinator)
}

pub fn wep_werker(project: &Project) -> Value {
    view(project, Functie::WepWerker)
}

fn view(project: &Project, functie: Functie) -> Value {
    let (wep, team) = (&project.wep, &project.team);
    let is_coordinator = functie == Functie::Coordinator;
    let name = if is_coordinator { "coördinator" } else { "WeP-werker" };
    let (werkgever, uren) = if is_coordinator { of_coordinator(project) } else { of_wep_werkers(project) };
    let eisen = match (functie, team.profiel_wep_werker) {
        (Functie::Coordinator, _) => EISEN_COORDINATOR,
        (Functie::WepWerker, Some(ProfielBron::Paragraaf)) => EISEN_WEP_WERKER_PARAGRAAF,
        (Functie::WepWerker, _) => EISEN_WEP_WERKER_BIJLAGE,
    };
    let view = View {
        handleiding: handbook::TITLE,
        initiatief: filled(&wep.naam),
        gemeente: filled(&wep.gemeente),
        wijken: wep.wijken.iter().filter_map(|wijk| filled(&wijk.naam)).collect(),
        functie: name,
        functie_hoofdletter: capitalised(name),
        is_coordinator,
        werkgever,
        uren,
        overleg: project.overleg.orgaan.map(orgaan),
        ook_wep_werker: team.coordinatoren().any(|one| one.ook_wep_werker == Some(JaNee(true))),
        taken: if is_coordinator { &TAKEN_COORDINATOR } else { &TAKEN_WEP_WERKER },
        eisen,
        verschillen: if is_coordinator { &[] } else { &VERSCHILLEN },
        ervaringsdeskundige: team.ervaringsdeskundige_welkom == Some(JaNee(true)),
        contact: filled(&wep.contact.naam),
        email: filled(&wep.contact.email),
        telefoon: filled(&wep.contact.telefoon),
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn of_coordinator(project: &Project) -> (Option<String>, Option<String>) {
    let all: Vec<_> = project.team.coordinatoren().map(|one| (&one.organisatie, one.uren_per_week)).collect();
    of_all(project, &all)
}

/// Employers and hours of all workers; nothing as long as one of them is not known.
fn of_wep_werkers(project: &Project) -> (Option<String>, Option<String>) {
    let all: Vec<_> = project.team.wep_werkers.iter().map(|one| (&one.organisatie, one.uren_per_week)).collect();
    of_all(project, &all)
}

fn of_all(project: &Project, workers: &[(&Option<String>, Option<u32>)]) -> (Option<String>, Option<String>) {
    let mut employers: Vec<String> = Vec::new();
    let mut all_known = !workers.is_empty();
    for worker in workers {
        match short_name_of(project, worker.0) {
            Some(name) if !employers.contains(&name) => employers.push(name),
            Some(_) => {}
            None => all_known = false,
        }
    }
    let hours: Option<Vec<String>> = workers.iter().map(|worker| worker.1.map(|uren| uren.to_string())).collect();
    let hours = hours.filter(|hours| !hours.is_empty()).map(|hours| format!("{} uur per week", hours.join(" en ")));
    (all_known.then(|| employers.join(" en ")), hours)
}
