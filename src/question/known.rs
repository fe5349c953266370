//! What a gemeente knows already and an answer can refer to: organisations, places, wijken and people.

use std::collections::BTreeSet;

use serde_json::json;

use super::Keuze;
use crate::model::{Project, file};
use crate::write::slug;

/// What a field refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naar {
    Organisatie,
    Locatie,
    Wijk,
    /// Someone of the team or an organisation; another name may stand there too.
    Persoon,
}

impl Naar {
    /// By the name of the field, which is the same wherever it stands.
    pub fn of_field(file: &str, name: &str) -> Option<Naar> {
        match name {
            "organisatie" | "trekker" | "voorzitter" | "beheerder" | "met" | "verantwoordelijke" => {
                Some(Naar::Organisatie)
            }
            "locatie" => Some(Naar::Locatie),
            "wijk" => Some(Naar::Wijk),
            "wijken" if file != file::WEP => Some(Naar::Wijk),
            "spreker" => Some(Naar::Persoon),
            "wie" => Some(Naar::Persoon),
            _ => None,
        }
    }

    /// What can be chosen, in the order of the files.
    pub fn keuzes(self, project: &Project) -> Vec<Keuze> {
        let named = |id: &Option<String>, naam: &Option<String>| {
            let id = id.clone().filter(|id| !id.trim().is_empty())?;
            let naam = naam.clone().filter(|naam| !naam.trim().is_empty()).unwrap_or_else(|| id.clone());
            Some(Keuze { waarde: json!(id), naam })
        };
        match self {
            Naar::Organisatie => {
                project.organisaties.organisaties.iter().filter_map(|one| named(&one.id, &one.naam)).collect()
            }
            Naar::Locatie => project.locaties.locaties.iter().filter_map(|one| named(&one.id, &one.naam)).collect(),
            Naar::Wijk => project.wep.wijken.iter().filter_map(|one| named(&one.id, &one.naam)).collect(),
            Naar::Persoon => {
                let mut names: Vec<&str> = Vec::new();
                for naam in project.team.namen() {
                    if !names.contains(&naam) {
                        names.push(naam);
                    }
                }
                let people = names.into_iter().map(|naam| Keuze { waarde: json!(naam), naam: naam.to_owned() });
                people.chain(Naar::Organisatie.keuzes(project)).collect()
            }
        }
    }

    /// The list in which a new one gets its place; nothing for people, whose name is enough.
    pub fn lijst(self) -> Option<(&'static str, &'static str)> {
        match self {
            Naar::Organisatie => Some((file::ORGANISATIES, "organisaties")),
            Naar::Locatie => Some((file::LOCATIES, "locaties")),
            Naar::Wijk => Some((file::WEP, "wijken")),
            Naar::Persoon => None,
        }
    }

    /// How a new one is called: “een andere organisatie”.
    pub fn een_andere(self) -> &'static str {
        match self {
            Naar::Organisatie => "een andere organisatie",
            Naar::Locatie => "een andere plek",
            Naar::Wijk => "een andere wijk",
            Naar::Persoon => "iemand anders",
        }
    }
}

/// The choices whose name has these letters in it, whatever their capitals.
pub fn matching(keuzes: &[Keuze], letters: &str) -> Vec<Keuze> {
    let wanted = letters.trim().to_lowercase();
    let fits = |keuze: &&Keuze| {
        keuze.naam.to_lowercase().contains(&wanted) || keuze.waarde.as_str().is_some_and(|id| id.contains(&wanted))
    };
    keuzes.iter().filter(fits).cloned().collect()
}

/// An id for something new in this list, that nothing in it has yet.
pub fn nieuwe_id(project: &Project, (file, list): (&str, &str), naam: &str) -> String {
    let value = crate::edit::project::value_of(project, file);
    let items = value[list].as_array().cloned().unwrap_or_default();
    let mut taken: BTreeSet<String> = items.iter().filter_map(|one| one["id"].as_str()).map(str::to_owned).collect();
    slug::unique(naam, list.trim_end_matches("en").trim_end_matches('s'), &mut taken)
}
