//! The dates of the plan van aanpak stand in an order that can be, and inside its term.

use super::super::{Code, Finding, Route};
use crate::model::{Datum, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let plan = &project.plan_van_aanpak;
    let mut findings = Vec::new();
    if let (Some(begin), Some(einde)) = (project.plan_begin(), plan.einde)
        && einde <= begin
    {
        let message = format!("het plan eindigt ({}) niet na het begin ({})", einde.long(), begin.long());
        findings.push(
            Finding::at(Code::DateOrder, file::PLAN_VAN_AANPAK, "einde".into(), message).help("kijk of het jaar klopt"),
        );
        return findings;
    }
    for (index, activity) in plan.planning.iter().enumerate() {
        if activity.is_mijlpaal() {
            continue;
        }
        if let (Some(begin), Some(einde)) = (activity.begin, activity.einde)
            && einde < begin
        {
            let route = Route::from("planning").index(index).field("einde");
            let message = format!("deze activiteit is klaar ({}) voordat zij begint ({})", einde.long(), begin.long());
            findings.push(
                Finding::at(Code::DateOrder, file::PLAN_VAN_AANPAK, route, message)
                    .help("draai de twee om, of kijk of het jaar klopt"),
            );
        }
    }
    findings.extend(outside_the_term(project));
    findings
}

/// A day of the plan that lies before its beginning or after its end. The last evaluation may come after it.
fn outside_the_term(project: &Project) -> Vec<Finding> {
    let plan = &project.plan_van_aanpak;
    let mut days: Vec<(Route, Option<Datum>)> = Vec::new();
    for (index, doel) in plan.doelen.iter().enumerate() {
        days.push((Route::from("doelen").index(index).field("datum"), doel.datum));
    }
    for (index, activity) in plan.planning.iter().enumerate() {
        let route = Route::from("planning").index(index);
        days.push((route.field("begin"), activity.begin));
        days.push((route.field("einde"), activity.einde));
    }
    for (index, moment) in plan.evaluatiemomenten.iter().enumerate() {
        days.push((Route::from("evaluatiemomenten").index(index).field("datum"), moment.datum));
    }
    let (first, last) = (project.plan_begin(), plan.einde);
    let told = days.into_iter().filter_map(|(route, day)| {
        let day = day?;
        let evaluation = route.to_string().starts_with("evaluatie");
        let message = match (first, last) {
            (Some(first), _) if day < first => {
                format!("{} ligt voor het begin van het plan ({})", day.long(), first.long())
            }
            (_, Some(last)) if day > last && !evaluation => {
                format!("{} ligt na het einde van het plan ({})", day.long(), last.long())
            }
            _ => return None,
        };
        let help = "verander deze dag, of pas het begin of het einde van het plan aan";
        Some(Finding::at(Code::OutsideTerm, file::PLAN_VAN_AANPAK, route, message).help(help))
    });
    told.collect()
}
