//! Every wijk has a place to meet (S13, handbook §3.8).

use super::super::{Code, Finding, Route};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let places = &project.locaties.locaties;
    if places.is_empty() {
        return Vec::new(); // that there is no place at all is a gap of its own
    }
    let wijken = project.wep.wijken.iter().enumerate();
    let without = wijken.filter(|(_, wijk)| wijk.id.is_some() && places.iter().all(|place| place.wijk != wijk.id));
    let findings = without.map(|(index, wijk)| {
        let name = wijk.naam.as_deref().or(wijk.id.as_deref()).unwrap_or_default();
        let message = format!("in de wijk {name} is nog geen plek om elkaar te ontmoeten");
        Finding::at(Code::PlaceMissing, file::WEP, Route::from("wijken").index(index), message)
            .help("zet een plek in deze wijk in locaties.yaml, ook als die nog niet gekozen is")
    });
    findings.collect()
}
