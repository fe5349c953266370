//! Questions about what is missing: from a gap to a question that people understand, and from an answer to the project in
//! which it stands. What can be answered follows from the schema of the file, so that a new field is asked for by itself.

mod antwoord;
mod kind;
mod known;
mod onderdeel;

use serde_json::Value;

use crate::check::{Route, Segment};
use crate::edit::project::{value_at, value_of};
use crate::model::Project;
use crate::write::project::schema_of;
use crate::write::schema::Part;

pub use antwoord::{Antwoord, Bezwaar, Concept, past, read, with};
pub use kind::{Keuze, Soort};
pub use known::{Naar, matching, nieuwe_id};
pub use onderdeel::{Veld, velden};

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Vraag {
    pub file: &'static str,
    pub route: Route,
    /// What is asked, without a capital: “de opzegtermijn in maanden”.
    pub wat: String,
    /// What it means, in one or two sentences; may be empty.
    pub uitleg: String,
    /// What it is about, when that is an item of a list: “Welkom”.
    pub over: Option<String>,
    pub soort: Soort,
}

impl Vraag {
    /// The question for a value in a file.
    pub fn new(project: &Project, file: &'static str, route: Route, wat: impl Into<String>) -> Vraag {
        match onderdeel::one_of(file, &route) {
            Some(fields) => Vraag { soort: Soort::EenVan(fields), ..Vraag::of_field(project, file, route, wat) },
            None => Vraag::of_field(project, file, route, wat),
        }
    }

    /// The question for just this field, also where another field would do as well.
    pub fn of_field(project: &Project, file: &'static str, route: Route, wat: impl Into<String>) -> Vraag {
        let schema = schema_of(file).unwrap_or_default();
        let part = part_at(Part::root(&schema), &route);
        let soort = kind::of(project, file, &route, part);
        let uitleg = explanation(part.map(Part::description).unwrap_or_default(), part);
        Vraag { wat: wat.into(), uitleg, over: about(project, file, &route), soort, file, route }
    }
}

/// What is said of a field, without the sentences that only list what can be chosen: the choices stand below.
fn explanation(description: &str, part: Option<Part>) -> String {
    let choices = part.map(Part::choices).unwrap_or_default();
    let lists = |sentence: &&str| {
        let words: Vec<&str> = sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
        choices.iter().filter(|choice| words.contains(choice)).count() > 1
    };
    let sentences = description.split_inclusive(". ").filter(|sentence| !lists(sentence));
    sentences.collect::<String>().trim().to_owned()
}

fn part_at<'s>(root: Part<'s>, route: &Route) -> Option<Part<'s>> {
    route.segments().iter().try_fold(root, |part, segment| match segment {
        Segment::Field(name) => part.field(name),
        Segment::Index(_) => part.items(),
    })
}

/// The name of the innermost item of a list that the route goes through.
fn about(project: &Project, file: &str, route: &Route) -> Option<String> {
    let last = route.segments().iter().rposition(|segment| matches!(segment, Segment::Index(_)))?;
    let value = value_of(project, file);
    let item = value_at(&value, &route.first(last + 1));
    let names =
        ["naam", "titel", "omschrijving", "eigen_resultaat", "resultaat", "risico", "voor_wie", "soort", "punt"];
    let said = |name: &&str| item.get(*name)?.as_str().map(str::trim).filter(|text| !text.is_empty());
    if let Some(id) = item["organisatie"].as_str() {
        let naam = project.organisatie(id).and_then(|one| one.naam.clone());
        return Some(naam.unwrap_or_else(|| id.to_owned()));
    }
    names.iter().find_map(said).map(|name| name.replace('_', " "))
}

/// Whether a value says nothing.
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
