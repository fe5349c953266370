//! How the sociale kaart names organisations and wijken, one or a few.

use crate::document::wording::{filled, short_name};
use crate::model::Project;

/// The name that people use for the organisation at this place.
pub fn name(project: &Project, index: usize) -> String {
    let one = &project.organisaties.organisaties[index];
    short_name(one).or_else(|| filled(&one.id)).unwrap_or_else(|| "een organisatie zonder naam".to_owned())
}

/// The organisations in the order of the alphabet.
pub fn by_name(project: &Project) -> Vec<usize> {
    let mut order: Vec<usize> = (0..project.organisaties.organisaties.len()).collect();
    order.sort_by_cached_key(|index| (name(project, *index).to_lowercase(), *index));
    order
}

/// The name of the wijk at this place.
pub fn wijk(project: &Project, index: usize) -> String {
    let one = &project.wep.wijken[index];
    filled(&one.naam).or_else(|| filled(&one.id)).unwrap_or_else(|| "een wijk zonder naam".to_owned())
}

/// The first names, and how many more there are.
pub fn few(names: impl IntoIterator<Item = String>, most: usize) -> Vec<String> {
    let mut names: Vec<String> = names.into_iter().collect();
    if names.len() > most {
        let more = names.len() - most;
        names.truncate(most);
        names.push(format!("{more} {}", if more == 1 { "andere" } else { "anderen" }));
    }
    names
}
