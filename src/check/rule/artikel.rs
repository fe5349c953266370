//! Articles that the parties leave out or add must have a place.

use super::super::{Code, Finding, Route};
use super::{blank_items, gaps, is_filled, suggestion};
use crate::model::{ARTIKELEN, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let mut findings = left_out(&project.convenant.weglaten);
    for (index, own) in project.convenant.eigen_artikelen.iter().enumerate() {
        let route = Route::from("eigen_artikelen").index(index);
        if let Some(after) = own.na.as_deref().filter(|after| !after.is_empty() && !is_artikel(after)) {
            let message = format!("er is geen artikel ‘{after}’ om dit artikel achter te zetten");
            findings.push(
                Finding::at(Code::ArticleUnknown, file::CONVENANT, route.field("na"), message)
                    .help(suggestion(after, ARTIKELEN.iter().map(|artikel| artikel.id))),
            );
        }
        let wanted = [
            (is_filled(&own.titel), route.field("titel"), "de titel van dit artikel"),
            (!own.leden.is_empty(), route.field("leden"), "de tekst van dit artikel"),
        ];
        findings.extend(gaps(file::CONVENANT, wanted));
        findings.extend(blank_items(file::CONVENANT, &route.field("leden"), &own.leden));
    }
    findings
}

fn left_out(ids: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let optional = || ARTIKELEN.iter().filter(|artikel| artikel.mag_weg).map(|artikel| artikel.id);
    for (index, id) in ids.iter().enumerate() {
        let route = Route::from("weglaten").index(index);
        if !is_artikel(id) {
            let message = format!("er is geen artikel ‘{id}’ om weg te laten");
            findings.push(
                Finding::at(Code::ArticleUnknown, file::CONVENANT, route, message).help(suggestion(id, optional())),
            );
        } else if !optional().any(|artikel| artikel == id) {
            let message = format!("het artikel ‘{id}’ kan niet weg");
            let help = format!("deze artikelen mogen weg: {}", optional().collect::<Vec<_>>().join(", "));
            findings.push(Finding::at(Code::ArticleRequired, file::CONVENANT, route, message).help(help));
        }
    }
    findings
}

fn is_artikel(id: &str) -> bool {
    ARTIKELEN.iter().any(|artikel| artikel.id == id)
}
