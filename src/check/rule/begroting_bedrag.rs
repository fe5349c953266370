//! Amounts of the budget: each there once, not below zero, and not too large to be exact.

use super::super::{Code, Finding, Route};
use crate::model::{Bedrag, GROOTSTE_BEDRAG, Herkomst, Kostenpost, Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let begroting = &project.begroting;
    let mut findings = Vec::new();
    for (index, post) in begroting.kosten.iter().enumerate() {
        let route = Route::from("kosten").index(index);
        findings.extend(twice(&route, post));
        findings.extend(below_zero(&route.field("bedrag"), post.bedrag));
        findings.extend(below_zero(&route.field("tarief"), post.tarief));
    }
    for (index, post) in begroting.dekking.iter().enumerate() {
        findings.extend(below_zero(&Route::from("dekking").index(index).field("bedrag"), post.bedrag));
    }
    if findings.is_empty() {
        findings = too_large(project);
    }
    findings
}

fn twice(route: &Route, post: &Kostenpost) -> Option<Finding> {
    let message = match (post.bedrag, post.uren_per_jaar) {
        (Some(_), _) if post.has_hours() => "deze kosten hebben een vast bedrag én uren of een tarief",
        (_, Some(_)) if post.uren_per_week.is_some() || post.weken_per_jaar.is_some() => {
            "deze kosten hebben uren per jaar én uren of weken om ze uit te rekenen"
        }
        _ => return None,
    };
    let help = "kies één manier: een vast bedrag, uren per week met weken en tarief, of uren per jaar met tarief";
    Some(Finding::at(Code::AmountTwice, file::BEGROTING, route.clone(), message).help(help))
}

fn below_zero(route: &Route, bedrag: Option<Bedrag>) -> Option<Finding> {
    let bedrag = bedrag.filter(|bedrag| bedrag.cents() < 0)?;
    let message = format!("het bedrag € {bedrag} is kleiner dan nul");
    let help = "schrijf kosten en dekking allebei als een gewoon bedrag; minder kosten is een lager bedrag";
    Some(Finding::at(Code::AmountNegative, file::BEGROTING, route.clone(), message).help(help))
}

/// Lines first; the totals only when every line can be counted.
fn too_large(project: &Project) -> Vec<Finding> {
    let rekening = project.rekening();
    let fits = |bedrag: Option<Bedrag>| bedrag.is_some_and(|bedrag| bedrag <= GROOTSTE_BEDRAG);
    let at = |route: Route, message: &str| {
        Finding::at(Code::AmountTooLarge, file::BEGROTING, route, message)
            .help(format!("wep rekent tot op de cent met bedragen tot € {GROOTSTE_BEDRAG}"))
    };
    let mut findings = Vec::new();
    for regel in &rekening.kosten {
        let Herkomst::Kosten(index) = regel.herkomst else { continue };
        let post = &project.begroting.kosten[index];
        let uncountable = regel.bedrag.is_none() && post.is_complete();
        if uncountable || regel.bedrag.is_some_and(|bedrag| bedrag > GROOTSTE_BEDRAG) {
            findings.push(at(Route::from("kosten").index(index), "deze kosten zijn te groot om mee te rekenen"));
        }
    }
    for regel in rekening.dekking.iter().filter(|regel| regel.bedrag.is_some_and(|bedrag| bedrag > GROOTSTE_BEDRAG)) {
        findings.push(at(Route::from("dekking").index(regel.index), "deze bijdrage is te groot om mee te rekenen"));
    }
    if findings.is_empty() {
        let totals =
            [rekening.samen(|jaar| rekening.kosten_in(jaar)), rekening.samen(|jaar| rekening.dekking_in(jaar))];
        for (total, list) in totals.into_iter().zip(["kosten", "dekking"]) {
            if !fits(total) {
                findings
                    .push(at(list.into(), &format!("de {list} van alle jaren samen zijn te groot om mee te rekenen")));
            }
        }
    }
    findings
}
