//! The dates of the convenant stand in an order that can be.

use super::super::{Code, Finding, Route};
use crate::model::{Datum, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let convenant = &project.convenant;
    let start = convenant.ingangsdatum.or(project.wep.startdatum);
    let mut findings = Vec::new();
    let mut wants_after = |route: Route, what: &str, day: Option<Datum>, start: Option<Datum>, start_name: &str| {
        let (Some(day), Some(start)) = (day, start) else { return };
        if day <= start {
            let message = format!("{what} ({}) ligt niet na {start_name} ({})", day.long(), start.long());
            findings.push(Finding::at(Code::DateOrder, file::CONVENANT, route, message).help("kijk of het jaar klopt"));
        }
    };
    let name = if convenant.ingangsdatum.is_some() { "de ingangsdatum" } else { "de startdatum in wep.yaml" };
    wants_after("einddatum".into(), "de einddatum", convenant.einddatum, start, name);
    let first = Route::from("evaluatie").field("eerste");
    wants_after(first.clone(), "de eerste evaluatie", convenant.evaluatie.eerste, start, name);
    if let (Some(first_day), Some(end)) = (convenant.evaluatie.eerste, convenant.einddatum)
        && first_day > end
    {
        let message = format!("de eerste evaluatie ({}) ligt na de einddatum ({})", first_day.long(), end.long());
        findings.push(
            Finding::at(Code::DateOrder, file::CONVENANT, first, message)
                .help("evalueer vóór het convenant afloopt, zodat u over verlengen kunt besluiten"),
        );
    }
    findings
}
