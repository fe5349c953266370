//! The approval of the plan by the directors (S1, handbook §3.1).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "goedkeuring",
    naam: "Goedkeuring van het plan",
    paragraaf: Paragraaf("§3.1"),
    waarom: "De directies keuren het plan goed voordat het geld wordt geregeld. \
             Zo staat elke organisatie erachter, ook als het om uren en geld gaat.",
    wie: "de directies van alle partijen",
    gereed_als: "alle directies het plan hebben goedgekeurd",
    wacht_op: &["plan-van-aanpak"],
    bestanden: &[file::VOORTGANG],
    stukken: Some(("plan-van-aanpak", &["plan-van-aanpak"])),
    feiten: Some(|project| ids(project.partij_ids(), Feit::Goedkeuring)),
    stand,
};

fn stand(project: &Project, _: &Gaten) -> Stand {
    let (approved, nodig) = of_parties(project, Feit::Goedkeuring, "de goedkeuring van");
    let all = project.convenant.partijen.len();
    Stand {
        gereed: project.plan_approved(),
        begonnen: approved > 0,
        datum: project.approved_on(),
        telling: (all > 0).then(|| format!("{approved} van {all} goedgekeurd")),
        nodig,
        ..Stand::default()
    }
}
