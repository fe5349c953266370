//! The intake, ready to begin (W1, B8, handbook §4.1 and bijlage 8).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "intake",
    naam: "Intake",
    paragraaf: Paragraaf("§4.1 en bijlage 8"),
    waarom: "In een eerste gesprek hoort de WeP-werker wat iemand wil en kan. \
             Spreek daarom vooraf af wie de gesprekken voert, hoe mensen zich aanmelden en wat er op papier komt.",
    wie: "de WeP-werkers",
    gereed_als: "vastligt sinds wanneer de intake klaarstaat",
    wacht_op: &["wep-werkers"],
    bestanden: &[file::TOELEIDING, file::VOORTGANG],
    stukken: Some(("intakeformulier", &["intakeformulier"])),
    feiten: Some(|_| vec![Feit::Intake]),
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let voortgang = &project.voortgang;
    let mut stand = one_day(project, Feit::Intake, "de dag waarop de intake klaarstaat", voortgang.intake.wie.clone());
    stand.nodig.splice(0..0, gaten.in_file_but(file::TOELEIDING, &[]));
    stand
}
