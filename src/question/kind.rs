//! What can be answered at a place: a text, a number, one of a few words, or something that the gemeente knows already.

use serde_json::{Value, json};

use super::known::Naar;
use crate::check::{Route, Segment};
use crate::edit::project::{value_at, value_of};
use crate::handbook::resultaat_tekst;
use crate::model::{Doelgroep, PlanResultaat, Project, file};
use crate::write::schema::Part;

/// What kind of answer a question takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Soort {
    /// One line: a name, a date, an amount. The model says whether it can be.
    Tekst,
    /// A whole number.
    Getal,
    /// Sentences; an editor may be used.
    Verhaal,
    Keuze(Vec<Keuze>),
    /// Something that stands elsewhere in the files.
    Verwijzing(Naar),
    /// Several of the same.
    Lijst(Box<Soort>),
    /// An item of a list, field by field.
    Onderdeel,
    /// One of several fields will do: name of the field, and what it is.
    EenVan(&'static [(&'static str, &'static str)]),
}

/// One of a few words.
#[derive(Debug, Clone, PartialEq)]
pub struct Keuze {
    pub waarde: Value,
    pub naam: String,
}

/// Texts of more than a line, by the name of their field.
const VERHALEN: [&str; 5] = ["aanleiding", "omschrijving", "beschrijving", "toelichting", "maatregel"];

pub fn of(project: &Project, file: &str, route: &Route, part: Option<Part>) -> Soort {
    let Some(part) = part else { return Soort::Tekst };
    let name = route.segments().iter().rev().find_map(|segment| match segment {
        Segment::Field(name) => Some(name.as_str()),
        Segment::Index(_) => None,
    });
    let name = name.unwrap_or_default();
    if part.is_list() {
        return match part.items() {
            Some(items) if items.has_fields() => Soort::Onderdeel,
            items => Soort::Lijst(Box::new(single(project, file, route, name, items))),
        };
    }
    single(project, file, route, name, Some(part))
}

fn single(project: &Project, file: &str, route: &Route, name: &str, part: Option<Part>) -> Soort {
    let choices = part.map(Part::choices).unwrap_or_default();
    if !choices.is_empty() {
        return Soort::Keuze(keuzes(project, file, route, name, &choices));
    }
    if part.is_some_and(Part::is_whole_number) {
        return Soort::Getal;
    }
    match Naar::of_field(file, name) {
        Some(naar) => Soort::Verwijzing(naar),
        None if VERHALEN.contains(&name) && !is_short(file, route) => Soort::Verhaal,
        None => Soort::Tekst,
    }
}

/// In the budget a description is a few words; elsewhere it is a story.
fn is_short(file: &str, route: &Route) -> bool {
    file == file::BEGROTING || route.segments().len() > 3
}

fn keuzes(project: &Project, file: &str, route: &Route, name: &str, codes: &[&str]) -> Vec<Keuze> {
    let keuze = |code: &&str| Keuze { waarde: json!(code), naam: code.replace('_', " ") };
    if (file, name) != (file::PLAN_VAN_AANPAK, "resultaat") {
        return codes.iter().map(keuze).collect();
    }
    // The results of the handbook are told in words, and only those of the target group.
    let group = route.parent().map(|(item, _)| value_at(&value_of(project, file), &item)["doelgroep"].clone());
    let group: Option<Doelgroep> = group.and_then(|group| serde_json::from_value(group).ok());
    let results = PlanResultaat::ALL.into_iter().filter(|one| group.is_none_or(|group| one.doelgroep() == group));
    results.map(|one| Keuze { waarde: json!(one), naam: resultaat_tekst(one).to_owned() }).collect()
}
