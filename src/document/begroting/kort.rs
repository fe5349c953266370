//! The budget in short, for another document: the sums of each year, and what was agreed about a shortage (S12).

use serde::Serialize;

use super::view::{SomView, outcome, sums};
use crate::model::{Project, Rekening};

#[derive(Serialize)]
pub struct InHetKort {
    /// The day on which the directors approved the budget itself.
    vastgesteld_op: Option<String>,
    jaren: Vec<JaarInHetKort>,
    /// Only with more than one year.
    samen: Option<SomView>,
    tekorten: Vec<TekortView>,
    /// Some amount is not known yet, so that the sums are not whole.
    onvolledig: bool,
}

#[derive(Serialize)]
struct JaarInHetKort {
    jaar: String,
    som: SomView,
}

#[derive(Serialize)]
struct TekortView {
    /// “In 2027 is er een tekort van € 5,00.”
    uitkomst: String,
    maatregel: Option<String>,
}

/// The sums of the budget; nothing as long as there is no year, or nothing to add up.
pub fn in_short(project: &Project) -> Option<InHetKort> {
    let rekening = project.rekening();
    if rekening.jaren.is_empty() || (rekening.kosten.is_empty() && rekening.dekking.is_empty()) {
        return None;
    }
    let jaren = rekening.jaren.iter();
    let jaren = jaren.map(|jaar| JaarInHetKort { jaar: jaar.to_string(), som: sums(|of| of(*jaar), &rekening) });
    let short = |jaar: &&u32| rekening.saldo_in(**jaar).is_some_and(|saldo| saldo.cents() < 0);
    let tekorten = rekening.jaren.iter().filter(short).map(|jaar| TekortView {
        uitkomst: outcome(&rekening, *jaar),
        maatregel: project.begroting.maatregel(*jaar).map(str::to_owned),
    });
    Some(InHetKort {
        vastgesteld_op: project.begroting.vastgesteld_op.map(|dag| dag.long()),
        jaren: jaren.collect(),
        samen: (rekening.jaren.len() > 1).then(|| sums(|of| rekening.samen(of), &rekening)),
        tekorten: tekorten.collect(),
        onvolledig: has_unknown(&rekening),
    })
}

/// Some line has no amount yet.
pub fn has_unknown(rekening: &Rekening) -> bool {
    rekening.kosten.iter().any(|regel| regel.bedrag.is_none())
        || rekening.dekking.iter().any(|regel| regel.bedrag.is_none())
}
