//! The body that governs the initiative: its members and its meetings (S1, S5, S6, handbook §3.1 and §3.3).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "werkgroep",
    naam: "Werkgroep",
    paragraaf: Paragraaf("§3.1 en §3.3"),
    waarom: "In de werkgroep zit iemand van elke organisatie. \
             Deze mensen schrijven het plan van aanpak, lossen knelpunten op en sturen bij.",
    wie: "de coördinator, met iemand van elke partij",
    gereed_als: "elke partij een lid heeft en de bijeenkomsten zijn gepland",
    wacht_op: &["coordinator"],
    bestanden: &[file::TEAM, file::OVERLEG],
    stukken: Some(("overleg", &["overleg-kalender", "overleg-agenda"])),
    feiten: None,
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let members = &project.team.werkgroep;
    let without = project.partij_ids().filter(|id| members.iter().all(|one| one.organisatie.as_deref() != Some(*id)));
    let mut nodig: Vec<Nodig> = without
        .map(|id| {
            let wat = format!("wie {} vertegenwoordigt in het overleg", name_of(project, id));
            Nodig::item(file::TEAM, "werkgroep", ("organisatie", json!(id)), wat)
        })
        .collect();
    nodig.extend(gaten.in_file(file::TEAM, &["werkgroep[]*"]));
    nodig.extend(gaten.in_file_but(file::OVERLEG, &["wijknetwerk"]));
    let first = project.overleg_bijeenkomsten().into_iter().find_map(|meeting| meeting.datum);
    Stand {
        gereed: nodig.is_empty() && first.is_some() && !members.is_empty(),
        begonnen: !members.is_empty(),
        datum: first,
        telling: (!members.is_empty()).then(|| match members.len() {
            1 => "1 lid".to_owned(),
            more => format!("{more} leden"),
        }),
        nodig,
        ..Stand::default()
    }
}
