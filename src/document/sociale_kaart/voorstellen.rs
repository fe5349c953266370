//! The cooperations that the sociale kaart proposes, in words (S3, handbook §3.2).

use serde::Serialize;

use super::dekking::Dekking;
use super::namen::{few, name, wijk};
use super::netwerk::Netwerk;
use super::samenwerking;
use crate::document::wording::filled;
use crate::model::{Leefgebied, Project};

/// So many names stand in one proposal.
const NAMEN: usize = 3;
/// So many proposals of one kind are told.
const VOORSTELLEN: usize = 12;

#[derive(Serialize, Default)]
pub struct SamenwerkingView {
    iets: bool,
    behoeften: Vec<Voorstel>,
    behoeften_meer: usize,
    plekken: Vec<Voorstel>,
    plekken_meer: usize,
    paren: Vec<PaarView>,
    paren_meer: usize,
    paren_volledig: bool,
    buren: Vec<BuurView>,
    buren_meer: usize,
}

#[derive(Serialize)]
struct Voorstel {
    wijk: String,
    leefgebied: Option<&'static str>,
    omschrijvingen: Vec<String>,
    wie: Vec<String>,
}

#[derive(Serialize)]
struct PaarView {
    een: String,
    ander: String,
    samen: Vec<String>,
}

#[derive(Serialize)]
struct BuurView {
    naam: String,
    wijken: Vec<String>,
    kent_velen: Option<String>,
}

pub fn samenwerking(project: &Project, netwerk: &Netwerk, dekking: &Dekking) -> SamenwerkingView {
    let named = |all: &[usize]| few(all.iter().map(|index| name(project, *index)), NAMEN);
    let open = samenwerking::open_behoeften(project, netwerk, dekking);
    let zonder = samenwerking::zonder_plek(project, netwerk);
    let paren = samenwerking::paren(project, netwerk, dekking, VOORSTELLEN);
    let buren = samenwerking::buren(project, netwerk);
    let needs = &project.organisaties.behoeften;
    let behoeften = open.iter().take(VOORSTELLEN).map(|one| Voorstel {
        wijk: wijk(project, one.wijk),
        leefgebied: Some(one.leefgebied.term().name),
        omschrijvingen: one.behoeften.iter().filter_map(|index| filled(&needs[*index].omschrijving)).collect(),
        wie: named(&one.elders),
    });
    let plekken = zonder.iter().take(VOORSTELLEN).map(|one| Voorstel {
        wijk: wijk(project, one.wijk),
        leefgebied: None,
        omschrijvingen: Vec::new(),
        wie: named(&one.bieden_plek),
    });
    let pairs = paren.beste.iter().map(|pair| PaarView {
        een: name(project, pair.een),
        ander: name(project, pair.ander),
        samen: samen(project, &pair.samen),
    });
    let neighbours = buren.iter().take(VOORSTELLEN).map(|one| BuurView {
        naam: name(project, one.organisatie),
        wijken: few(one.wijken.iter().map(|index| wijk(project, *index)), NAMEN),
        kent_velen: one.kent_velen.map(|index| name(project, index)),
    });
    SamenwerkingView {
        iets: !(open.is_empty() && zonder.is_empty() && paren.aantal == 0 && buren.is_empty()),
        behoeften: behoeften.collect(),
        behoeften_meer: open.len().saturating_sub(VOORSTELLEN),
        plekken: plekken.collect(),
        plekken_meer: zonder.len().saturating_sub(VOORSTELLEN),
        paren: pairs.collect(),
        paren_meer: paren.aantal - paren.beste.len(),
        paren_volledig: paren.volledig,
        buren: neighbours.collect(),
        buren_meer: buren.len().saturating_sub(VOORSTELLEN),
    }
}

/// “wonen in Molenkwartier”, a life domain at a time.
fn samen(project: &Project, cells: &[(usize, Leefgebied)]) -> Vec<String> {
    let of = |domain: Leefgebied| {
        let wijken: Vec<String> =
            cells.iter().filter(|(_, one)| *one == domain).map(|(index, _)| wijk(project, *index)).collect();
        let all = wijken.len() > 1 && wijken.len() == project.wep.wijken.len();
        let where_ = if all { "alle wijken".to_owned() } else { wijken.join(" en ") };
        (!wijken.is_empty()).then(|| format!("{} in {where_}", domain.term().name))
    };
    Leefgebied::ALL.into_iter().filter_map(of).collect()
}
