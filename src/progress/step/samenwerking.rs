//! The partnership (S2, handbook §3.2).

use super::*;
use crate::dutch::counted;
use crate::handbook::Paragraaf;
use crate::model::file;
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "samenwerking",
    naam: "Samenwerkingsverband",
    paragraaf: Paragraaf("§3.2"),
    waarom: "Mensen met een psychiatrische achtergrond doen pas gewoon mee als zorg en welzijn in de wijk samenwerken. \
             Daarom doen alle organisaties mee die ertoe doen, van het wijkcentrum tot de ggz en de woningcorporatie.",
    wie: "de trekker",
    gereed_als: "er minstens twee partijen zijn, en de trekker en het contact bekend zijn",
    wacht_op: &[],
    bestanden: &[file::WEP, file::ORGANISATIES, file::CONVENANT],
    stukken: None,
    feiten: None,
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let mut nodig = gaten.in_file(file::WEP, &["*"]);
    nodig.extend(gaten.in_file(file::ORGANISATIES, &["organisaties", "organisaties[].naam", "organisaties[].sector"]));
    nodig.extend(gaten.in_file(file::CONVENANT, &["partijen", "partijen[].organisatie"]));
    let parties = project.convenant.partijen.len();
    Stand {
        gereed: nodig.is_empty(),
        begonnen: !project.organisaties.organisaties.is_empty(),
        wie: project.wep.trekker.as_deref().map(|id| name_of(project, id)),
        telling: (parties > 0).then(|| counted(parties, "partij", "partijen")),
        nodig,
        ..Stand::default()
    }
}
