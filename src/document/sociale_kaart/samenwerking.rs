//! Possible cooperations that follow from the data, the most promising first, each with its reason (S3, handbook §3.2).
//!
//! Work grows in proportion to the data: of a wijk and life domain with more than `VERGELEKEN` organisations only the
//! first are compared in pairs, and then the result says that there are more.

use std::collections::{BTreeMap, BTreeSet};

use super::dekking::Dekking;
use super::netwerk::Netwerk;
use crate::model::{Leefgebied, Project, Rol};

/// Of so many organisations with the same offer in one wijk all pairs are compared.
const VERGELEKEN: usize = 60;

/// A need in a wijk for which nobody offers anything there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenBehoefte {
    pub wijk: usize,
    pub leefgebied: Leefgebied,
    /// Positions in the list of needs.
    pub behoeften: Vec<usize>,
    /// Who offers this life domain elsewhere; first those that work in this wijk too.
    pub elders: Vec<usize>,
}

/// A wijk without a place to meet, and who offers places; first those that work there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZonderPlek {
    pub wijk: usize,
    pub bieden_plek: Vec<usize>,
}

/// Two organisations that offer the same in the same wijk and have no relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paar {
    pub een: usize,
    pub ander: usize,
    /// Where and with what both are there; never empty.
    pub samen: Vec<(usize, Leefgebied)>,
}

/// All pairs that were found, of which the best are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paren {
    pub beste: Vec<Paar>,
    /// How many there are in all, among those compared.
    pub aantal: usize,
    /// Every pair was compared.
    pub volledig: bool,
}

/// An organisation that has no relation with anyone in a wijk where others work too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Buur {
    pub organisatie: usize,
    pub wijken: Vec<usize>,
    /// Who has most relations in the first of those wijken.
    pub kent_velen: Option<usize>,
}

pub fn open_behoeften(project: &Project, netwerk: &Netwerk, dekking: &Dekking) -> Vec<OpenBehoefte> {
    let mut open: BTreeMap<(usize, Leefgebied), Vec<usize>> = BTreeMap::new();
    for (index, need) in project.organisaties.behoeften.iter().enumerate() {
        let wijk = need.wijk.as_deref().and_then(|id| netwerk.wijk(id));
        if let Some((wijk, domain)) = wijk.zip(need.leefgebied)
            && dekking.in_wijk(wijk, domain).is_empty()
        {
            open.entry((wijk, domain)).or_default().push(index);
        }
    }
    let wanted: BTreeSet<Leefgebied> = open.keys().map(|(_, domain)| *domain).collect();
    let everywhere: BTreeMap<Leefgebied, BTreeSet<usize>> = wanted
        .into_iter()
        .map(|domain| {
            let wijken = 0..project.wep.wijken.len();
            (domain, wijken.flat_map(|wijk| dekking.aanbieders(wijk, domain)).collect())
        })
        .collect();
    let mut found: Vec<OpenBehoefte> = open
        .into_iter()
        .map(|((wijk, leefgebied), behoeften)| {
            let elders = everywhere.get(&leefgebied).into_iter().flatten().copied();
            OpenBehoefte { wijk, leefgebied, behoeften, elders: there_first(netwerk, wijk, elders) }
        })
        .collect();
    // What someone nearby already does elsewhere is the shortest way.
    found.sort_by_key(|one| match one.elders.first() {
        Some(first) if netwerk.wijken(*first).contains(&one.wijk) => 0,
        Some(_) => 1,
        None => 2,
    });
    found
}

pub fn zonder_plek(project: &Project, netwerk: &Netwerk) -> Vec<ZonderPlek> {
    let places = project.locaties.locaties.iter();
    let with: BTreeSet<usize> =
        places.filter_map(|place| place.wijk.as_deref().and_then(|id| netwerk.wijk(id))).collect();
    let all = project.organisaties.organisaties.iter().enumerate();
    let offering: Vec<usize> =
        all.filter(|(_, one)| one.rollen.contains(&Rol::BiedtPlek)).map(|(index, _)| index).collect();
    let without = (0..project.wep.wijken.len()).filter(|wijk| !with.contains(wijk));
    without.map(|wijk| ZonderPlek { wijk, bieden_plek: there_first(netwerk, wijk, offering.iter().copied()) }).collect()
}

/// The organisations, those that work in this wijk first.
fn there_first(netwerk: &Netwerk, wijk: usize, all: impl Iterator<Item = usize>) -> Vec<usize> {
    let (mut there, elsewhere): (Vec<usize>, Vec<usize>) = all.partition(|one| netwerk.wijken(*one).contains(&wijk));
    there.extend(elsewhere);
    there
}

/// The pairs that share most come first; at most `most` of them.
pub fn paren(project: &Project, netwerk: &Netwerk, dekking: &Dekking, most: usize) -> Paren {
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut volledig = true;
    let cells = || (0..project.wep.wijken.len()).flat_map(|wijk| Leefgebied::ALL.map(|domain| (wijk, domain)));
    for (wijk, domain) in cells() {
        let mut there = dekking.aanbieders(wijk, domain);
        volledig &= there.len() <= VERGELEKEN;
        there.truncate(VERGELEKEN);
        for (position, one) in there.iter().enumerate() {
            for other in &there[position + 1..] {
                if !netwerk.related(*one, *other) {
                    *shared.entry((*one, *other)).or_default() += 1;
                }
            }
        }
    }
    let aantal = shared.len();
    let mut best: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    best.sort_by_key(|(pair, count)| (usize::MAX - count, *pair));
    let beste = best.into_iter().take(most).map(|((een, ander), _)| {
        let both = |(wijk, domain): &(usize, Leefgebied)| {
            let there = dekking.aanbieders(*wijk, *domain);
            there.contains(&een) && there.contains(&ander)
        };
        Paar { een, ander, samen: cells().filter(both).collect() }
    });
    Paren { beste: beste.collect(), aantal, volledig }
}

/// Those that are alone in most wijken come first.
pub fn buren(project: &Project, netwerk: &Netwerk) -> Vec<Buur> {
    let hubs: Vec<Option<usize>> = (0..project.wep.wijken.len())
        .map(|wijk| {
            let known = netwerk.in_wijk(wijk).iter().filter(|one| !netwerk.relaties(**one).is_empty());
            known.copied().max_by_key(|one| (netwerk.relaties(*one).len(), usize::MAX - one))
        })
        .collect();
    let all = 0..project.organisaties.organisaties.len();
    let mut found: Vec<Buur> = all
        .filter_map(|organisatie| {
            let others = netwerk.relaties(organisatie);
            let knows = |wijk: &usize| others.iter().any(|other| netwerk.wijken(*other).contains(wijk));
            let wijken: Vec<usize> = netwerk
                .wijken(organisatie)
                .iter()
                .filter(|wijk| netwerk.in_wijk(**wijk).len() > 1 && !knows(wijk))
                .copied()
                .collect();
            let kent_velen = wijken.first().and_then(|wijk| hubs[*wijk]).filter(|hub| *hub != organisatie);
            (!wijken.is_empty()).then_some(Buur { organisatie, wijken, kent_velen })
        })
        .collect();
    found.sort_by_key(|one| (usize::MAX - one.wijken.len(), one.organisatie));
    found
}
