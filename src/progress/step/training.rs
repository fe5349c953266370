//! The training for those who work at the place (S11, B4, handbook §3.6 and bijlage 4).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "training",
    naam: "Training",
    paragraaf: Paragraaf("§3.6 en bijlage 4"),
    waarom: "Medewerkers en vrijwilligers krijgen te maken met mensen die het soms moeilijk hebben. \
             In een halve dag leren zij wat dan helpt, en oefenen zij met een acteur.",
    wie: "de coördinator of een WeP-werker",
    gereed_als: "de training is gehouden",
    wacht_op: &["locatie"],
    bestanden: &[file::TRAINING, file::VOORTGANG],
    stukken: Some(("training", &["training-draaiboek", "training-hand-out", "training-evaluatie"])),
    feiten: Some(|_| vec![Feit::Training]),
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let voortgang = &project.voortgang;
    let mut stand =
        one_day(project, Feit::Training, "de dag waarop de training is gehouden", voortgang.training.wie.clone());
    stand.begonnen |= project.training.datum.is_some();
    stand.datum = stand.datum.or(project.training.datum);
    stand.nodig.splice(0..0, gaten.in_file_but(file::TRAINING, &[]));
    stand
}
