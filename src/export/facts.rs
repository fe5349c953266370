//! What several forms need to know of an organisation and of the whole: names, wijken, title, who gives it out.

use std::collections::HashMap;

use super::text::{cleaned, one_line};
use crate::model::{Organisatie, Project, Wijk};

/// What identifies an organisation: its id, or its name while it has none.
pub fn organisation_key(organisatie: &Organisatie) -> String {
    one_line(&organisatie.id).or_else(|| name(organisatie)).unwrap_or_default()
}

/// The name of an organisation: the full one, the short one, or else its id.
pub fn name(organisatie: &Organisatie) -> Option<String> {
    let Organisatie { naam, korte_naam, id, .. } = organisatie;
    [naam, korte_naam, id].into_iter().find_map(one_line)
}

/// The organisations by their id; of two with the same id, the first. Looking one up takes no walk through the list, so
/// that a list with many relations takes time in proportion.
pub struct Register<'a>(HashMap<&'a str, &'a Organisatie>);

impl<'a> Register<'a> {
    pub fn of(project: &'a Project) -> Register<'a> {
        let mut known = HashMap::new();
        for one in &project.organisaties.organisaties {
            if let Some(id) = one.id.as_deref() {
                known.entry(id).or_insert(one);
            }
        }
        Register(known)
    }

    /// The organisation to which a field with an id refers.
    pub fn find(&self, id: &Option<String>) -> Option<&'a Organisatie> {
        self.0.get(id.as_deref()?).copied()
    }
}

/// The name of a wijk, or its id.
pub fn wijk_name(wijk: &Wijk) -> Option<String> {
    one_line(&wijk.naam).or_else(|| one_line(&wijk.id))
}

/// The names of the wijken with these ids, in the order of `wep.yaml`.
pub fn wijk_names(project: &Project, ids: &[&str]) -> Vec<String> {
    wijken(project, ids).into_iter().filter_map(wijk_name).collect()
}

/// The wijken with these ids, in the order of `wep.yaml`.
pub fn wijken<'a>(project: &'a Project, ids: &[&str]) -> Vec<&'a Wijk> {
    let named = |wijk: &&Wijk| wijk.id.as_deref().is_some_and(|id| ids.contains(&id));
    project.wep.wijken.iter().filter(named).collect()
}

/// The title of the whole, in every form the same.
pub fn title(project: &Project) -> String {
    match one_line(&project.wep.gemeente) {
        Some(gemeente) => format!("Sociale kaart van {gemeente}"),
        None => "Sociale kaart".to_owned(),
    }
}

/// Who gives it out: the organisation that leads, or the gemeente.
pub fn author(project: &Project) -> String {
    let lead = project.wep.trekker.as_deref().and_then(|id| project.organisatie(id));
    lead.and_then(name).or_else(|| cleaned(&project.wep.naam)).unwrap_or_default()
}

/// The initiative and where it is: “Wijk en Psychiatrie in Veldrijk”.
pub fn initiative(project: &Project) -> String {
    let naam = one_line(&project.wep.naam).unwrap_or_else(|| "Wijk en Psychiatrie".to_owned());
    let gemeente = one_line(&project.wep.gemeente).filter(|gemeente| !naam.contains(gemeente.as_str()));
    gemeente.map_or(naam.clone(), |gemeente| format!("{naam} in {gemeente}"))
}
