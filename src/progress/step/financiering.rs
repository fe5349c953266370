//! The basic funding (S1, S12, handbook §3.1 and §3.7).

use super::*;
use crate::check::Route;
use crate::handbook::Paragraaf;
use crate::model::{DekkingStatus, file, filled};
use crate::progress::gaten::Gaten;

pub const STAP: Stap = Stap {
    slug: "financiering",
    naam: "Basisfinanciering",
    paragraaf: Paragraaf("§3.7"),
    waarom: "Meestal betaalt de gemeente WeP uit de Wmo, en leggen partijen of fondsen bij. \
             Pas als het geld voor het eerste jaar is toegezegd, kan het plan worden uitgevoerd.",
    wie: "de coördinator, met de gemeente en de partijen",
    gereed_als: "wat is toegezegd, de kosten van het eerste jaar dekt",
    wacht_op: &["goedkeuring"],
    bestanden: &[file::BEGROTING],
    stukken: Some(("begroting", &["begroting"])),
    feiten: Some(|project| (0..project.begroting.dekking.len()).map(Feit::Toezegging).collect()),
    stand,
};

fn stand(project: &Project, gaten: &Gaten) -> Stand {
    let begroting = &project.begroting;
    let mut nodig = gaten.in_file_but(file::BEGROTING, &[]);
    let first = begroting.jaren.iter().min().copied();
    let counts = |jaren: &[u32]| jaren.is_empty() || first.is_some_and(|first| jaren.contains(&first));
    for (index, post) in begroting.dekking.iter().enumerate().filter(|(_, post)| counts(&post.jaren)) {
        if post.status.is_some_and(|status| status != DekkingStatus::Toegezegd) {
            nodig.push(Nodig::feit(Feit::Toezegging(index), format!("de toezegging van {}", payer(project, index))));
        }
    }
    let open = project.funding_open();
    let is_funded = project.is_funded();
    if let Some((open, first)) = open.zip(first).filter(|_| !is_funded && nodig.is_empty()) {
        let wat = format!("dekking voor € {open} in {first}");
        nodig.push(Nodig::gegeven(file::BEGROTING, Route::from("dekking"), wat));
    }
    Stand {
        gereed: is_funded,
        begonnen: !begroting.kosten.is_empty() || !begroting.dekking.is_empty(),
        datum: if is_funded { granted_on(project) } else { None },
        telling: open.zip(first).map(|(open, first)| match is_funded {
            true => format!("kosten van {first} gedekt"),
            false => format!("nog € {open} in {first}"),
        }),
        nodig,
        ..Stand::default()
    }
}

/// Who pays a line of cover: the organisation, or else what it is.
pub(in crate::progress) fn payer(project: &Project, index: usize) -> String {
    let Some(post) = project.begroting.dekking.get(index) else { return String::new() };
    let name = filled(&post.organisatie).map(|id| name_of(project, &id));
    name.or_else(|| filled(&post.omschrijving)).unwrap_or_else(|| format!("dekkingspost {}", index + 1))
}

/// The last day on which something was granted.
fn granted_on(project: &Project) -> Option<crate::model::Datum> {
    let granted = project.begroting.dekking.iter().filter(|post| post.status == Some(DekkingStatus::Toegezegd));
    granted.filter_map(|post| post.datum).max()
}
