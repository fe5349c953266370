//! Words in a cell for things that have a fixed name: sectors, wijken, roles, life domains.

use super::{Meanings, Unclear};
use crate::dutch::{self, ALIKE};
use crate::import::columns::key;
use crate::model::{Leefgebied, Rol, Sector, Wijk};

/// What kind of thing a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Sector,
    Wijk,
    Rol,
    Leefgebied,
}

/// A choice, its name in YAML, and what else people write for it.
type Name<T> = (T, &'static str, &'static [&'static str]);

fn sectors() -> [Name<Sector>; Sector::ALL.len()] {
    Sector::ALL.map(|sector| {
        let also: &[&str] = match sector {
            Sector::Gemeente => &["overheid"],
            Sector::Welzijn => &["welzijnsorganisatie", "welzijnswerk"],
            Sector::Vrijwilligers => &["vrijwilligersorganisatie", "vrijwilligerswerk"],
            Sector::Ggz => &["geestelijkegezondheidszorg", "ggzinstelling"],
            Sector::Woningcorporatie => &["corporatie", "woningbouwvereniging", "woningbouwcorporatie"],
            Sector::MaatschappelijkeDienstverlening => &["maatschappelijkwerk"],
            Sector::Inloop => &["inloophuis"],
            Sector::Ervaringsdeskundigheid => &["ervaringsdeskundigen"],
            Sector::Zorg => &["zorgorganisatie", "zorginstelling"],
            Sector::Overig => &["overige", "anders"],
        };
        (sector, sector.term().code, also)
    })
}

fn rollen() -> [Name<Rol>; Rol::ALL.len()] {
    Rol::ALL.map(|rol| {
        let also: &[&str] = match rol {
            Rol::Partner => &["convenantpartner"],
            Rol::Verwijst => &["verwijzer"],
            Rol::BiedtPlek => &["plek", "biedtplekken"],
            Rol::Financiert => &["financier"],
        };
        (rol, rol.term().code, also)
    })
}

fn leefgebieden() -> [Name<Leefgebied>; Leefgebied::ALL.len()] {
    Leefgebied::ALL.map(|domain| {
        let also: &[&str] = match domain {
            Leefgebied::Werken => &["werk"],
            Leefgebied::Recreeren => &["recreatie"],
            Leefgebied::SocialeRelaties => &["relaties"],
            Leefgebied::Wonen
            | Leefgebied::Leren
            | Leefgebied::Gezondheid
            | Leefgebied::Zelfzorg
            | Leefgebied::Zingeving => &[],
        };
        (domain, domain.term().code, also)
    })
}

/// “In every wijk”, as people write it.
const EVERYWHERE: [&str; 8] =
    ["alle", "allewijken", "helegemeente", "heelgemeente", "gemeentebreed", "overal", "stadsbreed", "dehelegemeente"];

/// The words that are known here.
pub struct Words<'a> {
    wijken: Vec<(String, String, String)>,
    meanings: &'a Meanings,
}

impl<'a> Words<'a> {
    pub fn new(wijken: &[Wijk], meanings: &'a Meanings) -> Words<'a> {
        let wijken = wijken.iter().filter_map(|wijk| {
            let id = wijk.id.clone()?;
            let naam = wijk.naam.clone().unwrap_or_else(|| id.clone());
            let words = key(&naam);
            Some((id, naam, words))
        });
        Words { wijken: wijken.collect(), meanings }
    }

    /// The sector that a cell names.
    pub fn sector(&self, cell: &str) -> Result<Option<Sector>, Unclear> {
        match self.meaning(cell) {
            None => Ok(None),
            Some(text) => one(Kind::Sector, &text, &sectors()).map(Some),
        }
    }

    pub fn rollen(&self, cell: &str, unclear: &mut Vec<Unclear>) -> Vec<Rol> {
        self.several(cell, unclear, |text| one(Kind::Rol, text, &rollen()).map(|rol| vec![rol]))
    }

    pub fn leefgebieden(&self, cell: &str, unclear: &mut Vec<Unclear>) -> Vec<Leefgebied> {
        self.several(cell, unclear, |text| one(Kind::Leefgebied, text, &leefgebieden()).map(|one| vec![one]))
    }

    /// The ids of the wijken that a cell names.
    pub fn wijken(&self, cell: &str, unclear: &mut Vec<Unclear>) -> Vec<String> {
        self.several(cell, unclear, |text| self.wijk(text))
    }

    fn wijk(&self, text: &str) -> Result<Vec<String>, Unclear> {
        let word = key(text);
        let id = |(id, _, words): &&(String, String, String)| *words == word || key(id) == word;
        if let Some((id, ..)) = self.wijken.iter().find(id) {
            return Ok(vec![id.clone()]);
        }
        if EVERYWHERE.contains(&word.as_str()) {
            return Ok(self.wijken.iter().map(|(id, ..)| id.clone()).collect());
        }
        let names = self.wijken.iter().map(|(_, naam, words)| (words.as_str(), naam.as_str()));
        Err(Unclear { kind: Kind::Wijk, text: text.to_owned(), near: nearest(&word, names) })
    }

    /// What the user said that this text means, or the text itself; nothing when it counts as empty.
    fn meaning(&self, text: &str) -> Option<String> {
        match self.meanings.get(&text.trim().to_lowercase()) {
            Some(meaning) => meaning.clone(),
            None => Some(text.trim().to_owned()),
        }
    }

    /// The whole cell when it is one name, otherwise its parts, each value once.
    fn several<T: PartialEq>(
        &self,
        cell: &str,
        unclear: &mut Vec<Unclear>,
        read: impl Fn(&str) -> Result<Vec<T>, Unclear>,
    ) -> Vec<T> {
        let Some(whole) = self.meaning(cell) else { return Vec::new() };
        if let Ok(values) = read(&whole) {
            return values;
        }
        let mut values: Vec<T> = Vec::new();
        let spaced = whole.replace(" en ", ",");
        for part in spaced.split([',', ';', '/', '|', '\n', '+', '&']).map(str::trim).filter(|part| !part.is_empty()) {
            match self.meaning(part).map(|text| read(&text)) {
                None => {}
                Some(Ok(found)) => {
                    for value in found {
                        if !values.contains(&value) {
                            values.push(value);
                        }
                    }
                }
                Some(Err(one)) => unclear.push(one),
            }
        }
        values
    }
}

fn one<T: Copy>(kind: Kind, text: &str, names: &[Name<T>]) -> Result<T, Unclear> {
    let word = key(text);
    let found = names.iter().find(|(_, name, also)| key(name) == word || also.contains(&word.as_str()));
    found.map(|(value, ..)| *value).ok_or_else(|| {
        // `Zorg & welzijn` holds two names: each is as near as the other, so neither is offered.
        let holds: Vec<&str> =
            names.iter().map(|(_, name, _)| *name).filter(|name| word.contains(&key(name))).collect();
        let near = match holds[..] {
            [] => nearest(
                &word,
                names
                    .iter()
                    .flat_map(|(_, name, also)| also.iter().copied().chain([*name]).map(move |word| (word, *name))),
            ),
            _ => Some(holds.iter().map(|name| format!("‘{name}’")).collect::<Vec<_>>().join(" of ")),
        };
        let near = near.map(|near| if near.starts_with('‘') { near } else { format!("‘{near}’") });
        Unclear { kind, text: text.to_owned(), near }
    })
}

fn nearest<'a>(word: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> Option<String> {
    dutch::nearest(word, names, ALIKE).map(|name| format!("‘{name}’"))
}

impl Kind {
    /// The names to choose from, as in YAML; those of wijken are in the gemeente.
    pub fn names(self) -> Vec<&'static str> {
        match self {
            Kind::Sector => Sector::ALL.iter().map(|one| one.term().code).collect(),
            Kind::Rol => Rol::ALL.iter().map(|one| one.term().code).collect(),
            Kind::Leefgebied => Leefgebied::ALL.iter().map(|one| one.term().code).collect(),
            Kind::Wijk => Vec::new(),
        }
    }
}
