//! The sociale kaart (S3, handbook §3.2).

use super::*;
use crate::check::Route;
use crate::handbook::Paragraaf;
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "sociale-kaart",
    naam: "Sociale kaart",
    paragraaf: Paragraaf("§3.2"),
    waarom: "De sociale kaart laat zien wie er in de wijk is en wat er te doen is. \
             Zo ziet u waar nog niets is en wie kan gaan samenwerken.",
    wie: "de coördinator",
    gereed_als: "elke organisatie compleet en nagekeken is",
    wacht_op: &["coordinator"],
    bestanden: &[file::ORGANISATIES],
    stukken: Some(("sociale-kaart", &["sociale-kaart"])),
    feiten: None,
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let all = &project.organisaties.organisaties;
    let mut nodig = gaten.in_file_but(
        file::ORGANISATIES,
        &["organisaties[].kvk", "organisaties[].zetel", "organisaties[].vertegenwoordiger"],
    );
    let unchecked = all.iter().enumerate().filter(|(_, one)| one.nagekeken_op.is_none());
    nodig.extend(unchecked.map(|(index, one)| {
        let route = Route::from("organisaties").index(index).field("nagekeken_op");
        let naam = one.naam.as_deref().unwrap_or("deze organisatie");
        Nodig::gegeven(file::ORGANISATIES, route, format!("wanneer u de gegevens van {naam} nakeek"))
    }));
    let seen = all.iter().filter(|one| one.nagekeken_op.is_some()).count();
    Stand {
        gereed: nodig.is_empty() && !all.is_empty(),
        begonnen: seen > 0 || all.iter().any(|one| !one.aanbod.is_empty()),
        datum: project.organisaties.reference_day(),
        telling: (!all.is_empty()).then(|| format!("{seen} van {} nagekeken", all.len())),
        nodig,
        ..Stand::default()
    }
}
