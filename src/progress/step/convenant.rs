//! The convenant, drafted and signed (S1, handbook §3.1).

use super::*;
use crate::handbook::Paragraaf;
use crate::model::{Convenant, Partij, file};
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "convenant",
    naam: "Convenant",
    paragraaf: Paragraaf("§3.1"),
    waarom: "In het convenant staat wat elke organisatie doet en inzet. \
             Zo weet iedereen waar hij op kan rekenen, ook als het een keer tegenzit.",
    wie: "alle partijen samen",
    gereed_als: "alle partijen hebben getekend",
    wacht_op: &["samenwerking"],
    bestanden: &[file::CONVENANT, file::ORGANISATIES, file::OVERLEG, file::TEAM, file::LOCATIES, file::VOORTGANG],
    stukken: Some(("convenant", &["convenant"])),
    feiten: Some(|project| ids(project.partij_ids(), Feit::Handtekening)),
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let mut nodig = gaten.in_file_but(file::CONVENANT, &[]);
    nodig.extend(gaten.in_file(
        file::ORGANISATIES,
        &["organisaties[].kvk", "organisaties[].zetel", "organisaties[].vertegenwoordiger*"],
    ));
    nodig.extend(gaten.in_file(
        file::OVERLEG,
        &[
            "orgaan",
            "voorzitter",
            "maandelijks_gedurende",
            "daarna_om_de_maanden",
            "bij_goede_voortgang_per_jaar",
            "wijknetwerk.per_jaar",
            "wijknetwerk.moment",
        ],
    ));
    nodig.extend(gaten.in_file(file::TEAM, &["coordinator.organisatie", "andere_coordinatoren[].organisatie"]));
    if project.convenant.has_artikel("locatie") {
        let place = ["locaties", "locaties[].naam", "locaties[].adres*", "locaties[].wijk"];
        nodig.extend(gaten.in_file(file::LOCATIES, &place));
    }
    let (signed, missing) = of_parties(project, Feit::Handtekening, "de handtekening van");
    nodig.extend(missing);
    let all = project.convenant.partijen.len();
    Stand {
        gereed: project.convenant_signed(),
        begonnen: signed > 0 || has_more_than_parties(&project.convenant),
        datum: project.signed_on(),
        telling: (all > 0).then(|| format!("{signed} van {all} getekend")),
        nodig,
        ..Stand::default()
    }
}

/// Something of the agreement itself has been filled in.
fn has_more_than_parties(convenant: &Convenant) -> bool {
    let named = |party: &Partij| Partij { organisatie: party.organisatie.clone(), ..Partij::default() };
    let only = Convenant { partijen: convenant.partijen.iter().map(named).collect(), ..Convenant::default() };
    *convenant != only
}
