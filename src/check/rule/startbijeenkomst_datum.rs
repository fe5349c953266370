//! The day of the startbijeenkomst is one on which people can come.

use super::super::{Code, Finding, Route};
use super::werkdag;
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let Some(day) = project.startbijeenkomst.datum else { return Vec::new() };
    let mut findings: Vec<Finding> =
        werkdag::against(file::STARTBIJEENKOMST, "datum".into(), day).into_iter().collect();
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
