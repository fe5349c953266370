//! Identifiers that stay the same from one export to the next: UUIDs of version 5 (RFC 9562).

use std::collections::BTreeMap;

use uuid::Uuid;

use super::facts::organisation_key;
use crate::model::{Contactpersoon, Organisatie, Project};

/// What all identifiers of wep hang from; never change it.
const NAMESPACE: Uuid = Uuid::from_u128(0x6a1d_9c52_0f6e_5b3a_8d47_c1e2_b0f9_3d74);

/// Gives identifiers out, each once. The same gemeente and the same names in the same order give the same identifiers.
pub struct Ids {
    gemeente: Uuid,
    given: BTreeMap<String, usize>,
}

impl Ids {
    pub fn of(project: &Project) -> Ids {
        let gemeente = project.wep.gemeente.as_deref().map(str::trim).unwrap_or_default().to_lowercase();
        Ids { gemeente: Uuid::new_v5(&NAMESPACE, key("gemeente", &[&gemeente]).as_bytes()), given: BTreeMap::new() }
    }

    /// The identifier of something of this kind with these names. A second one with the same names gets another.
    pub fn give(&mut self, kind: &str, names: &[&str]) -> String {
        let key = key(kind, names);
        let count = self.given.entry(key.clone()).or_default();
        *count += 1;
        let numbered = if *count == 1 { key } else { format!("{key}{count}") };
        Uuid::new_v5(&self.gemeente, numbered.as_bytes()).to_string()
    }

    /// The identifier of a contact person, the same in every form. Ask for each person once, in the order of the file.
    pub fn contact(&mut self, organisatie: &Organisatie, person: &Contactpersoon) -> String {
        let key = organisation_key(organisatie);
        let name = person.naam.as_deref().or(person.functie.as_deref()).unwrap_or_default().trim();
        self.give("contact", &[&key, name])
    }
}

/// The identifier of a term, which all gemeenten share.
pub fn shared(kind: &str, names: &[&str]) -> String {
    Uuid::new_v5(&NAMESPACE, key(kind, names).as_bytes()).to_string()
}

/// A key that no other list of names has, whatever a user typed in them.
fn key(kind: &str, names: &[&str]) -> String {
    format!("{kind} {names:?}")
}
