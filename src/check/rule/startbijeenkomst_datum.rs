//! The day of the startbijeenkomst is one on which people can come.

use super::super::{Code, Finding, Route};
use crate::calendar::holiday;
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let Some(day) = project.startbijeenkomst.datum else { return Vec::new() };
    let at = |code, message| Finding::at(code, file::STARTBIJEENKOMST, "datum".into(), message);
    let mut findings = Vec::new();
    if let Some(name) = holiday(day.0) {
        let message = format!("{} is {name}", day.long());
        findings
            .push(at(Code::DateHoliday, message).help("kies een gewone werkdag, dan kunnen de meeste mensen komen"));
    } else if day.weekday() == "zondag" {
        let message = format!("{} is een zondag", day.long());
        findings.push(at(Code::DateSunday, message).help("kies een werkdag, dan kunnen de meeste mensen komen"));
    }
    if let Some(last) = project.startbijeenkomst.aanmelding.tot_en_met.filter(|last| *last > day) {
        let message = format!("aanmelden kan tot en met {}, maar de bijeenkomst is al op {}", last.long(), day.long());
        let route = Route::from("aanmelding").field("tot_en_met");
        findings.push(
            Finding::at(Code::DateOrder, file::STARTBIJEENKOMST, route, message)
                .help("kies een dag vóór de bijeenkomst, bijvoorbeeld een week ervoor"),
        );
    }
    findings
}
