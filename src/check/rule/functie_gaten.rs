//! What the profiles of coordinator and WeP-worker still need: the same things that they show as gaps.

use super::super::{Finding, Route};
use super::{gaps, is_filled};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let team = &project.team;
    let hours = Route::from("coordinator").field("uren_per_week");
    let mut findings = gaps(
        file::TEAM,
        [
            (team.coordinator.uren_per_week.is_some(), hours, "de uren van de coördinator"),
            (!team.wep_werkers.is_empty(), "wep_werkers".into(), "wie WeP-werker is, of wordt"),
        ],
    );
    for (index, one) in team.andere_coordinatoren.iter().enumerate() {
        let route = Route::from("andere_coordinatoren").index(index).field("uren_per_week");
        findings.extend(gaps(file::TEAM, [(one.uren_per_week.is_some(), route, "de uren van deze coördinator")]));
    }
    for (index, worker) in team.wep_werkers.iter().enumerate() {
        let route = Route::from("wep_werkers").index(index);
        let wanted = [
            (is_filled(&worker.organisatie), route.field("organisatie"), "de werkgever van deze WeP-werker"),
            (worker.uren_per_week.is_some(), route.field("uren_per_week"), "de uren van deze WeP-werker"),
        ];
        findings.extend(gaps(file::TEAM, wanted));
    }
    findings
}
