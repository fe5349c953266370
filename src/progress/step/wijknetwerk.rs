//! The meetings of the wijknetwerk (S7, handbook §3.3).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "wijknetwerk",
    naam: "Wijknetwerk",
    paragraaf: Paragraaf("§3.3"),
    waarom: "Op een vast moment zien medewerkers van alle organisaties elkaar. \
             Wie elkaar kent, belt sneller en verwijst makkelijker.",
    wie: "de coördinator en de WeP-werkers",
    gereed_als: "de bijeenkomsten zijn gepland",
    wacht_op: &["coordinator"],
    bestanden: &[file::OVERLEG],
    stukken: Some(("overleg", &["wijknetwerk-agenda"])),
    feiten: None,
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let nodig = gaten.in_file(file::OVERLEG, &["wijknetwerk*"]);
    let network = &project.overleg.wijknetwerk;
    let first = project.wijknetwerk_bijeenkomsten().into_iter().find_map(|meeting| meeting.datum);
    Stand {
        gereed: nodig.is_empty() && first.is_some(),
        begonnen: network.dag.is_some() || network.per_jaar.is_some(),
        datum: first,
        telling: network.per_jaar.map(|times| format!("{times} keer per jaar")),
        nodig,
        ..Stand::default()
    }
}
