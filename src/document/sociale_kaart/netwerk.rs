//! Who is where and who knows whom: the organisations of the map by their place in the list.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Project;

/// The organisations and the wijken, each by its index in the YAML, with what ties them.
#[derive(Debug)]
pub struct Netwerk {
    /// For each organisation: the others with which it has a relation, whoever of the two wrote it down.
    relaties: Vec<BTreeSet<usize>>,
    /// For each organisation: the wijken where it is present.
    wijken: Vec<BTreeSet<usize>>,
    /// For each wijk: the organisations there.
    in_wijk: Vec<Vec<usize>>,
    organisatie: BTreeMap<String, usize>,
    wijk: BTreeMap<String, usize>,
}

impl Netwerk {
    pub fn of(project: &Project) -> Netwerk {
        let all = &project.organisaties.organisaties;
        let organisatie = by_id(all.iter().map(|one| one.id.as_deref()));
        let wijk = by_id(project.wep.wijken.iter().map(|wijk| wijk.id.as_deref()));
        let mut relaties = vec![BTreeSet::new(); all.len()];
        let mut wijken = vec![BTreeSet::new(); all.len()];
        let mut in_wijk = vec![Vec::new(); project.wep.wijken.len()];
        for (index, one) in all.iter().enumerate() {
            for relation in &one.relaties {
                let other = relation.met.as_ref().and_then(|id| organisatie.get(id)).copied();
                if let Some(other) = other.filter(|other| *other != index) {
                    relaties[index].insert(other);
                    relaties[other].insert(index);
                }
            }
            wijken[index].extend(one.aanwezig_in().into_iter().filter_map(|id| wijk.get(id)));
            wijken[index].iter().for_each(|wijk: &usize| in_wijk[*wijk].push(index));
        }
        Netwerk { relaties, wijken, in_wijk, organisatie, wijk }
    }

    /// The index of the organisation with this id.
    pub fn organisatie(&self, id: &str) -> Option<usize> {
        self.organisatie.get(id).copied()
    }

    /// The index of the wijk with this id.
    pub fn wijk(&self, id: &str) -> Option<usize> {
        self.wijk.get(id).copied()
    }

    pub fn related(&self, one: usize, other: usize) -> bool {
        self.relaties[one].contains(&other)
    }

    /// With whom this organisation has a relation.
    pub fn relaties(&self, one: usize) -> &BTreeSet<usize> {
        &self.relaties[one]
    }

    /// Where this organisation is present, as `Organisatie::aanwezig_in` says.
    pub fn wijken(&self, one: usize) -> &BTreeSet<usize> {
        &self.wijken[one]
    }

    /// The organisations in this wijk.
    pub fn in_wijk(&self, wijk: usize) -> &[usize] {
        &self.in_wijk[wijk]
    }
}

/// The first place of each id.
fn by_id<'a>(ids: impl Iterator<Item = Option<&'a str>>) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (index, id) in ids.enumerate() {
        if let Some(id) = id {
            found.entry(id.to_owned()).or_insert(index);
        }
    }
    found
}
