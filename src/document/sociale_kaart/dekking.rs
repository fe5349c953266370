//! What there is and what there is not: offers by life domain and wijk (T1), and by element of the support system (T2).

use super::netwerk::Netwerk;
use crate::model::{Leefgebied, MssElement, Project};

const DOMAINS: usize = Leefgebied::ALL.len();
const ELEMENTS: usize = MssElement::ALL.len();

/// One offer: whose it is, and which of theirs, by index in the YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gevonden {
    pub organisatie: usize,
    pub aanbod: usize,
}

/// All offers of the map, counted where they are.
#[derive(Debug)]
pub struct Dekking {
    /// For each wijk: the offers of each life domain, in the order of [`Leefgebied::ALL`].
    per_wijk: Vec<[Vec<Gevonden>; DOMAINS]>,
    /// The offers of each element, in the order of [`MssElement::ALL`], wherever they are.
    per_element: [Vec<Gevonden>; ELEMENTS],
    /// Offers that name no wijk that exists, themselves or through their organisation.
    pub nergens: Vec<Gevonden>,
}

impl Dekking {
    pub fn of(project: &Project, netwerk: &Netwerk) -> Dekking {
        let mut per_wijk: Vec<[Vec<Gevonden>; DOMAINS]> = vec![Default::default(); project.wep.wijken.len()];
        let mut per_element: [Vec<Gevonden>; ELEMENTS] = Default::default();
        let mut nergens = Vec::new();
        for (organisatie, one) in project.organisaties.organisaties.iter().enumerate() {
            for (aanbod, offer) in one.aanbod.iter().enumerate() {
                let found = Gevonden { organisatie, aanbod };
                let wijken: Vec<usize> = one.wijken_of(offer).iter().filter_map(|id| netwerk.wijk(id)).collect();
                for (position, domain) in Leefgebied::ALL.iter().enumerate() {
                    if offer.leefgebieden.contains(domain) {
                        wijken.iter().for_each(|wijk| per_wijk[*wijk][position].push(found));
                    }
                }
                for (position, element) in MssElement::ALL.iter().enumerate() {
                    if offer.steunsysteem.contains(element) {
                        per_element[position].push(found);
                    }
                }
                if wijken.is_empty() {
                    nergens.push(found);
                }
            }
        }
        Dekking { per_wijk, per_element, nergens }
    }

    /// The offers of this life domain in this wijk.
    pub fn in_wijk(&self, wijk: usize, domain: Leefgebied) -> &[Gevonden] {
        &self.per_wijk[wijk][position(&Leefgebied::ALL, domain)]
    }

    /// The organisations with an offer of this life domain in this wijk, each once.
    pub fn aanbieders(&self, wijk: usize, domain: Leefgebied) -> Vec<usize> {
        organisaties(self.in_wijk(wijk, domain))
    }

    /// The organisations with an offer of this element, each once.
    pub fn van_element(&self, element: MssElement) -> Vec<usize> {
        organisaties(&self.per_element[position(&MssElement::ALL, element)])
    }

    /// The white spots: the wijken where nobody offers anything of this life domain.
    pub fn witte_vlekken(&self, domain: Leefgebied) -> Vec<usize> {
        (0..self.per_wijk.len()).filter(|wijk| self.in_wijk(*wijk, domain).is_empty()).collect()
    }

    /// The offers in this wijk, each once, in the order of the YAML.
    pub fn aanbod_in(&self, wijk: usize) -> Vec<Gevonden> {
        let mut all: Vec<Gevonden> = self.per_wijk[wijk].iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

fn position<T: PartialEq>(all: &[T], wanted: T) -> usize {
    all.iter().position(|one| *one == wanted).unwrap_or_default()
}

/// Offers stand in the order of their organisations, so that the same ones stand together.
fn organisaties(found: &[Gevonden]) -> Vec<usize> {
    let mut all: Vec<usize> = found.iter().map(|one| one.organisatie).collect();
    all.dedup();
    all
}
