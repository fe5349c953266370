//! What was recorded follows the order of handbook §3.1 (S1): first the convenant, then the coordinator, a plan, its
//! approval, the basic funding, and then carrying it out.

use super::super::{Code, Finding, Route};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(coordinator(project));
    findings.extend(approvals(project));
    findings.extend(carrying_out(project));
    findings
}

/// A coordinator who begins before the convenant is signed works for nobody yet.
fn coordinator(project: &Project) -> Option<Finding> {
    let (begins, signed) = (project.team.coordinator.vanaf?, project.signed_on()?);
    (begins < signed).then(|| {
        let message = format!(
            "de coördinator begint op {}, maar de laatste partij tekende het convenant op {}",
            begins.long(),
            signed.long()
        );
        Finding::at(Code::StepOrder, file::TEAM, Route::from("coordinator").field("vanaf"), message)
            .help("kijk of beide dagen kloppen; in de handleiding (§3.1) komt het convenant eerst")
    })
}

fn approvals(project: &Project) -> Vec<Finding> {
    let voortgang = &project.voortgang;
    let list = Route::from("goedkeuringen");
    if !voortgang.goedkeuringen.is_empty() && !project.has_plan() {
        let message = "er is een goedkeuring, maar nog geen plan van aanpak";
        let help = "het plan heeft ten minste een doel en een planning; vul die eerst in, bijvoorbeeld met: wep gids";
        return vec![Finding::at(Code::ApprovalNoPlan, file::VOORTGANG, list, message).help(help)];
    }
    let early = voortgang.goedkeuringen.iter().enumerate().filter_map(|(index, approval)| {
        let id = approval.organisatie.as_deref()?;
        let (approved, signed) = (approval.datum?, project.signature_of(id)?.datum?);
        (approved < signed).then(|| {
            let naam = project.organisatie(id).and_then(|one| one.naam.as_deref()).unwrap_or(id);
            let message = format!(
                "de directie van {naam} keurde het plan goed op {}, maar tekende het convenant pas op {}",
                approved.long(),
                signed.long()
            );
            Finding::at(Code::StepOrder, file::VOORTGANG, list.index(index).field("datum"), message)
                .help("kijk of beide dagen kloppen")
        })
    });
    early.collect()
}

fn carrying_out(project: &Project) -> Vec<Finding> {
    let Some(begun) = project.voortgang.uitvoering.datum else { return Vec::new() };
    let route = Route::from("uitvoering").field("datum");
    let told =
        |message: String, help: &str| Finding::at(Code::StepOrder, file::VOORTGANG, route.clone(), message).help(help);
    let mut findings = Vec::new();
    match project.approved_on() {
        Some(approved) if begun < approved => findings.push(told(
            format!("de uitvoering begon op {}, maar het plan is pas goedgekeurd op {}", begun.long(), approved.long()),
            "kijk of beide dagen kloppen",
        )),
        Some(_) => {}
        None => findings.push(told(
            "de uitvoering is begonnen, maar nog niet elke directie heeft het plan goedgekeurd".to_owned(),
            "leg de goedkeuringen vast met: wep stap goedkeuring gereed",
        )),
    }
    if !project.is_funded() {
        findings.push(told(
            "de uitvoering is begonnen, maar de basisfinanciering is nog niet rond".to_owned(),
            "leg vast wat is toegezegd met: wep stap financiering gereed",
        ));
    }
    findings
}
