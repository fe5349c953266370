//! The kickoff, planned and held (B3, handbook bijlage 3).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "startbijeenkomst",
    naam: "Startbijeenkomst",
    paragraaf: Paragraaf("bijlage 3"),
    waarom: "Op de startbijeenkomst horen medewerkers van alle partners en bewoners wat er gaat gebeuren. \
             In groepjes bedenken zij wat WeP kan bijdragen aan wat er in de wijk speelt.",
    wie: "de coördinator, met de wethouder en een WeP-werker",
    gereed_als: "de bijeenkomst is gehouden",
    wacht_op: &["coordinator"],
    bestanden: &[file::STARTBIJEENKOMST, file::WEP, file::VOORTGANG],
    stukken: Some((
        "startbijeenkomst",
        &["startbijeenkomst-programma", "startbijeenkomst-uitnodiging", "startbijeenkomst-werkblad"],
    )),
    feiten: Some(|_| vec![Feit::Startbijeenkomst]),
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let mut nodig = gaten.in_file_but(file::STARTBIJEENKOMST, &[]);
    let held = project.voortgang.startbijeenkomst.datum;
    if held.is_none() {
        nodig.push(Nodig::feit(Feit::Startbijeenkomst, "de dag waarop de startbijeenkomst is gehouden"));
    }
    let start = &project.startbijeenkomst;
    Stand {
        gereed: held.is_some(),
        begonnen: start.datum.is_some() || start.locatie.is_some(),
        datum: held.or(start.datum),
        wie: project.voortgang.startbijeenkomst.wie.clone(),
        telling: (held.is_none() && start.datum.is_some()).then(|| "gepland".to_owned()),
        nodig,
    }
}
