//! The entries of the sociale kaart are of this year, and none is checked after the day for which the map holds.
//!
//! There is no clock: the day of reference is `peildatum`, or else the last day on which an entry was checked.

use super::super::{Code, Finding, Route};
use crate::model::{Organisatie, Project, file};

/// Up to so many old entries each get a finding; more of them share one, or they would hide all else.
const APART: usize = 5;

pub fn check(project: &Project) -> Vec<Finding> {
    let mut findings = later(project);
    let Some(day) = project.organisaties.reference_day() else { return findings };
    let entries = project.organisaties.organisaties.iter().enumerate();
    let stale: Vec<(usize, &Organisatie)> = entries.filter(|(_, one)| one.is_stale_on(day)).collect();
    const HELP: &str = "bel of mail de organisatie, pas aan wat veranderd is en zet hier de nieuwe datum";
    if stale.len() <= APART {
        findings.extend(stale.into_iter().map(|(index, one)| {
            let message = format!("{} is op {} al langer dan een jaar niet nagekeken", name(one), day.long());
            Finding::at(Code::NotChecked, file::ORGANISATIES, checked(index), message).help(HELP)
        }));
        return findings;
    }
    let first: Vec<String> = stale.iter().take(3).map(|(_, one)| name(one)).collect();
    let message = format!(
        "{} organisaties zijn op {} al langer dan een jaar niet nagekeken: {} en {} andere",
        stale.len(),
        day.long(),
        first.join(", "),
        stale.len() - first.len()
    );
    findings.push(
        Finding::at(Code::NotChecked, file::ORGANISATIES, checked(stale[0].0), message)
            .help("de sociale kaart noemt ze allemaal; zet na het nakijken de nieuwe datum in nagekeken_op"),
    );
    findings
}

fn later(project: &Project) -> Vec<Finding> {
    let Some(day) = project.organisaties.peildatum else { return Vec::new() };
    let entries = project.organisaties.organisaties.iter().enumerate();
    let later = entries.filter_map(|(index, one)| Some((index, one.nagekeken_op.filter(|checked| *checked > day)?)));
    let findings = later.map(|(index, date)| {
        let message = format!("nagekeken op {}, na de peildatum {}", date.long(), day.long());
        Finding::at(Code::CheckedLater, file::ORGANISATIES, checked(index), message)
            .help("pas de peildatum onderaan organisaties.yaml aan, of verbeter deze datum")
    });
    findings.collect()
}

fn checked(index: usize) -> Route {
    Route::from("organisaties").index(index).field("nagekeken_op")
}

fn name(one: &Organisatie) -> String {
    one.naam.as_deref().or(one.id.as_deref()).unwrap_or("een organisatie zonder naam").to_owned()
}
