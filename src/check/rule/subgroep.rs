//! The work in subgroups fits in its part of the programme, and so does reporting afterwards (X4).

use super::super::{Code, Finding, Route};
use crate::handbook;
use crate::model::{OnderdeelSoort, Project, file};

/// Below this a group cannot say anything that the hall can take in.
const MINUTES_PER_GROUP: u32 = 2;

pub fn check(project: &Project) -> Vec<Finding> {
    let start = &project.startbijeenkomst;
    let minutes_of = |soort| {
        let mut parts = start.programma.iter().enumerate().filter(move |(_, part)| part.soort == soort);
        parts.next().and_then(|(index, part)| Some((index, part.duur?)))
    };
    let mut findings = Vec::new();
    let needed: u64 =
        handbook::werkstappen(&start.subgroepen).iter().filter_map(|(_, duur)| *duur).map(u64::from).sum();
    if let Some((index, there)) = minutes_of(OnderdeelSoort::Subgroepen)
        && needed > u64::from(there)
    {
        let message = format!("de stappen in de subgroepen duren samen {needed} minuten, maar er zijn er {there}");
        findings.push(
            Finding::at(Code::SubgroupTime, file::STARTBIJEENKOMST, duration_at(index), message)
                .help("geef de subgroepen meer tijd, of maak de stappen korter"),
        );
    }
    if let (Some((index, there)), Some(groups)) = (minutes_of(OnderdeelSoort::Terugkoppeling), start.subgroepen.aantal)
        && u64::from(groups) * u64::from(MINUTES_PER_GROUP) > u64::from(there)
    {
        let message = format!(
            "{groups} groepen vertellen in {there} minuten wat zij vonden: dat is minder dan {MINUTES_PER_GROUP} minuten per groep"
        );
        findings.push(
            Finding::at(Code::SubgroupTime, file::STARTBIJEENKOMST, duration_at(index), message)
                .help("maak minder groepen, of geef de terugkoppeling meer tijd"),
        );
    }
    findings
}

fn duration_at(index: usize) -> Route {
    Route::from("programma").index(index).field("duur")
}
