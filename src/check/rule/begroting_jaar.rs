//! The years of the budget: few enough, written in full, each once; and no line in another year.

use std::ops::RangeInclusive;

use super::super::{Code, Finding, Route};
use crate::model::{Begroting, Project, file};

/// What can be a year.
const YEARS: RangeInclusive<u32> = 2000..=2100;
/// More years do not fit in one overview.
const MOST_YEARS: usize = 10;

/// Every year of the budget can be one.
pub fn readable(begroting: &Begroting) -> bool {
    begroting.jaren.iter().all(|jaar| YEARS.contains(jaar))
}

pub fn check(project: &Project) -> Vec<Finding> {
    let begroting = &project.begroting;
    let jaren = &begroting.jaren;
    let mut findings = Vec::new();
    for (index, jaar) in jaren.iter().enumerate() {
        let route = Route::from("jaren").index(index);
        if !YEARS.contains(jaar) {
            findings.push(at(
                route,
                format!("‘{jaar}’ is geen jaar voor een begroting"),
                "schrijf vier cijfers, zoals 2027",
            ));
        } else if jaren[..index].contains(jaar) {
            findings.push(at(route, format!("het jaar {jaar} staat er twee keer"), "noem elk jaar één keer"));
        }
    }
    if jaren.len() > MOST_YEARS {
        let message = format!("dit zijn {} jaren; een begroting heeft er hoogstens {MOST_YEARS}", jaren.len());
        findings.push(at("jaren".into(), message, "maak een begroting voor minder jaren"));
    }
    if jaren.is_empty() {
        return findings; // that is a gap of its own
    }
    let lines = [
        ("kosten", begroting.kosten.iter().map(|post| &post.jaren).collect::<Vec<_>>()),
        ("dekking", begroting.dekking.iter().map(|post| &post.jaren).collect()),
    ];
    for (list, lines) in lines {
        for (line, named) in lines.into_iter().enumerate() {
            for (index, jaar) in named.iter().enumerate().filter(|(_, jaar)| !jaren.contains(jaar)) {
                findings.push(stranger(Route::from(list).index(line).field("jaren").index(index), *jaar, jaren));
            }
        }
    }
    for (index, tekort) in begroting.tekorten.iter().enumerate() {
        if let Some(jaar) = tekort.jaar.filter(|jaar| !jaren.contains(jaar)) {
            findings.push(stranger(Route::from("tekorten").index(index).field("jaar"), jaar, jaren));
        }
    }
    findings
}

fn stranger(route: Route, jaar: u32, jaren: &[u32]) -> Finding {
    let known: Vec<String> = jaren.iter().map(u32::to_string).collect();
    let help =
        format!("de begroting geldt voor: {}; zet het jaar daar ook bij, of haal het hier weg", known.join(", "));
    at(route, format!("het jaar {jaar} is geen jaar van de begroting"), &help)
}

fn at(route: Route, message: String, help: &str) -> Finding {
    Finding::at(Code::BudgetYear, file::BEGROTING, route, message).help(help)
}
