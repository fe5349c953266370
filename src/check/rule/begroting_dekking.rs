//! The cover of the budget: sources that are still there (S12, X6, handbook §3.7), contributions that agree with the
//! convenant, and costs that are covered.

use super::super::{Code, Finding, Route};
use super::begroting_jaar;
use crate::model::{Bedrag, Bron, Dekkingspost, Partij, Project, Rekening, file};

/// The last year of the specifieke uitkering for GALA (2023–2026, `research/field.md` §4).
const LAST_SPUK: u32 = 2026;

pub fn check(project: &Project) -> Vec<Finding> {
    let rekening = project.rekening();
    let mut findings: Vec<Finding> = project
        .begroting
        .dekking
        .iter()
        .enumerate()
        .filter_map(|(index, post)| {
            of_source(&Route::from("dekking").index(index).field("bron"), post, &rekening, index)
        })
        .collect();
    if !begroting_jaar::readable(&project.begroting) {
        return findings; // the sums would be of other years than are meant
    }
    for partij in &project.convenant.partijen {
        findings.extend(of_party(project, &rekening, partij));
    }
    for (index, jaar) in project.begroting.jaren.iter().enumerate() {
        findings.extend(shortage(project, &rekening, index, *jaar));
    }
    findings
}

fn of_source(route: &Route, post: &Dekkingspost, rekening: &Rekening, index: usize) -> Option<Finding> {
    if post.bron == Some(Bron::Awbz) {
        let help = "in de plaats kwamen de Wmo 2015 (de gemeente: kies gemeente_wmo), de Wet langdurige zorg (kies \
                    zorgkantoor_wlz) en de Zorgverzekeringswet (kies zvw)";
        let message = "de AWBZ bestaat niet meer: die wet stopte op 1 januari 2015";
        return Some(Finding::at(Code::SourceEnded, file::BEGROTING, route.clone(), message).help(help));
    }
    let last = rekening.dekking[index].jaren.iter().filter(|jaar| **jaar > LAST_SPUK).max()?;
    (post.bron == Some(Bron::Spuk)).then(|| {
        let message =
            format!("deze specifieke uitkering (SPUK) loopt tot en met {LAST_SPUK}, maar staat ook in {last}");
        Finding::at(Code::SourceEnds, file::BEGROTING, route.clone(), message)
            .help("vraag bij de gemeente na of er een vervolg is, of zoek voor die jaren een andere bron")
    })
}

/// What a party promises in the convenant is in the cover of every year, once and in full.
fn of_party(project: &Project, rekening: &Rekening, partij: &Partij) -> Option<Finding> {
    let dekking = &project.begroting.dekking;
    let promised = partij.bijdrage_per_jaar.filter(|bedrag| bedrag.cents() > 0)?;
    let id = partij.organisatie.as_deref().filter(|id| project.organisatie(id).is_some())?;
    if dekking.is_empty() {
        return None; // that is a gap of its own
    }
    let name = project.organisatie(id).and_then(|organisatie| organisatie.korte_naam.as_deref()).unwrap_or(id);
    let of_id = |post: &Dekkingspost| post.organisatie.as_deref() == Some(id) && post.bron != Some(Bron::Natura);
    let found = |route: Route, message: String, help: &str| {
        Some(Finding::at(Code::CovenantDiffers, file::BEGROTING, route, message).help(help))
    };
    let Some(first) = dekking.iter().position(of_id) else {
        let message = format!("{name} zegt in het convenant € {promised} per jaar toe, maar staat niet bij de dekking");
        let help = "zet deze organisatie bij de dekking en laat het bedrag leeg: dan geldt het convenant";
        return found("dekking".into(), message, help);
    };
    let place = || Route::from("dekking").index(first);
    for jaar in &rekening.jaren {
        let lines =
            || rekening.dekking.iter().filter(|regel| of_id(&dekking[regel.index]) && regel.jaren.contains(jaar));
        let drawn: Vec<usize> = lines().filter(|regel| regel.uit_convenant).map(|regel| regel.index).collect();
        if let [_, second, ..] = drawn[..] {
            let message = format!("de bijdrage van {name} uit het convenant telt in {jaar} twee keer mee");
            let help = "laat het bedrag op één regel leeg, en vul het op de andere in of noem andere jaren";
            return found(Route::from("dekking").index(second), message, help);
        }
        let sum = lines().filter_map(|regel| regel.bedrag).try_fold(Bedrag::from_cents(0), Bedrag::plus)?;
        if drawn.is_empty() && sum < promised {
            let message =
                format!("{name} zegt in het convenant € {promised} per jaar toe, maar in {jaar} staat hier € {sum}");
            let help = "laat het bedrag leeg, dan geldt het convenant; of pas het convenant aan";
            return found(place(), message, help);
        }
    }
    None
}

fn shortage(project: &Project, rekening: &Rekening, index: usize, jaar: u32) -> Option<Finding> {
    let begroting = &project.begroting;
    let short = rekening.saldo_in(jaar).filter(|saldo| saldo.cents() < 0)?;
    // Without any cover there is a gap, and with a measure the partners know of the shortage.
    if begroting.dekking.is_empty() || begroting.maatregel(jaar).is_some() {
        return None;
    }
    let message = format!("in {jaar} is er een tekort van € {}", Bedrag::from_cents(0).minus(short)?);
    Some(
        Finding::at(Code::Shortage, file::BEGROTING, Route::from("jaren").index(index), message)
            .help("zoek dekking of verlaag de kosten; of zet bij ‘tekorten’ wat partijen hebben afgesproken"),
    )
}
