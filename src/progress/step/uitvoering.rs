//! Carrying out the plan (S1, handbook §3.1).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "uitvoering",
    naam: "Uitvoering",
    paragraaf: Paragraaf("§3.1"),
    waarom: "Nu begint het echte werk: mensen leren kennen, activiteiten openen en nieuwe maken. \
             De werkgroep volgt of het volgens plan gaat, en stelt het plan zo nodig bij.",
    wie: "de coördinator en de WeP-werkers",
    gereed_als: "de uitvoering is begonnen",
    wacht_op: &["financiering"],
    bestanden: &[file::VOORTGANG],
    stukken: None,
    feiten: Some(|_| vec![Feit::Uitvoering]),
    stand,
};

fn stand(project: &Project, _: &Gaten) -> Stand {
    let wie = project.voortgang.uitvoering.wie.clone();
    one_day(project, Feit::Uitvoering, "de dag waarop de uitvoering begint", wie)
}
