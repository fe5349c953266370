//! A place that is asked for, and the items of lists: what is known of a new one, and what is left to ask of one that was
//! broken off.

use std::collections::VecDeque;

use serde_json::{Map, Value, json};
use wep::check::{Route, Segment};
use wep::edit::project::{put_at, value_at, value_of, with_value};
use wep::model::{Project, file};
use wep::question::{self, nieuwe_id, velden};

use super::antwoorden::Antwoorden;

/// A place that is asked for, and how.
#[derive(Debug, Clone)]
pub struct Plek {
    pub file: &'static str,
    pub route: Route,
    pub wat: String,
    /// What is known of a new item already, and goes in with its first answer.
    pub voorzet: Map<String, Value>,
    /// Just this field, also where another would do as well.
    pub precies: bool,
    /// The list of which this is the first field of a new item: an empty answer ends it.
    pub begint: Option<String>,
    /// What was answered before the user went back.
    pub eerder: Option<String>,
}

impl Plek {
    /// A place, without anything special about it.
    pub fn new(file: &'static str, route: Route, wat: impl Into<String>) -> Plek {
        let wat = wat.into();
        Plek { file, route, wat, voorzet: Map::new(), precies: false, begint: None, eerder: None }
    }

    /// Where an answer goes, and as what: the first field of a new item is put in as the item.
    pub fn put(&self, project: &Project, value: &Value) -> (Route, Value) {
        let (Some(_), Some((item, Segment::Field(name)))) = (&self.begint, self.route.parent()) else {
            return (self.route.clone(), value.clone());
        };
        let mut fields = self.voorzet.clone();
        if let (Some(naam), Some((list, _)), true) = (value.as_str(), item.parent(), name == "naam")
            && has_id(self.file, &list)
        {
            fields.insert("id".to_owned(), json!(nieuwe_id(project, (self.file, &list.to_string()), naam)));
        }
        fields.insert(name.to_string(), value.clone());
        (item, Value::Object(fields))
    }

    /// The project with what is known of a new item in it, so that the right choices can be shown.
    pub fn with_known(&self, project: &Project) -> Project {
        let item = self.route.parent().map(|(item, _)| item).filter(|_| !self.voorzet.is_empty());
        let Some(item) = item else { return project.clone() };
        let mut value = value_of(project, self.file);
        put_at(&mut value, &item, Value::Object(self.voorzet.clone()));
        with_value(project, self.file, value).unwrap_or_else(|_| project.clone())
    }
}

/// When the answers were broken off in the middle of a new item: the fields of it that come after the last answer.
pub fn rest_of_item(answers: &Antwoorden) -> VecDeque<Plek> {
    let all = &answers.concept.antwoorden;
    let rest = || {
        let last = all.last()?;
        let file = last.file()?;
        let began = |item: &Route| {
            all.iter().any(|one| one.bestand == last.bestand && one.route() == *item && one.waarde.is_object())
        };
        // A field may lie deeper in the item: `adres.straat`.
        let mut around = std::iter::successors(Some(last.route()), |route| route.parent().map(|(outer, _)| outer));
        let item = around.find(began)?;
        let (list, _) = item.parent()?;
        let fields = velden(file, &list);
        let of_field = |field: &str| field.split('.').fold(item.clone(), |route, name| route.field(name));
        let at = fields.iter().position(|(field, _)| of_field(field) == last.route()).unwrap_or(0);
        let value = value_of(&answers.project, file);
        let left = fields.iter().skip(at + 1).map(|(field, what)| (of_field(field), *what));
        let left = left.filter(|(route, _)| question::is_empty(value_at(&value, route)));
        let plek = |(route, what): (Route, &str)| Plek::new(file, route, what);
        Some(left.map(plek).collect())
    };
    rest().unwrap_or_default()
}

/// What is known of a new item before anything is asked. A place that is asked for because a wijk has none, is chosen.
pub fn new_item(file: &str, list: &Route, voorzet: Option<&(&'static str, Value)>) -> Map<String, Value> {
    let mut fields: Map<String, Value> =
        voorzet.into_iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect();
    if (file, list.to_string().as_str()) == (file::LOCATIES, "locaties") && voorzet.is_some() {
        fields.insert("gekozen".to_owned(), json!("ja"));
    }
    fields
}

/// Items of this list have an id of their own.
fn has_id(file: &str, list: &Route) -> bool {
    matches!(
        (file, list.to_string().as_str()),
        (file::LOCATIES, "locaties") | (file::ORGANISATIES, "organisaties") | (file::WEP, "wijken")
    )
}
