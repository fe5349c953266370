//! Answers: read from what people type, put into the project, and kept until they are saved.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Soort, is_empty};
use crate::check::{self, Finding, Level, Route, Segment};
use crate::edit::project::{put_at, value_at, value_of, with_value};
use crate::model::{Project, file};
use crate::privacy::{self, Kind};

/// One answer, with what stood there before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Antwoord {
    pub bestand: String,
    /// The route: names of fields and places in lists (from 0).
    pub pad: Vec<Value>,
    /// What was asked.
    pub wat: String,
    pub waarde: Value,
    /// How the answer reads to people.
    pub tekst: String,
    /// What stood there when it was answered.
    pub was: Value,
}

/// The answers of one step that have not been saved yet.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Concept {
    /// The slug of the step.
    pub stap: String,
    pub antwoorden: Vec<Antwoord>,
}

/// Why an answer cannot be.
#[derive(Debug, Clone, PartialEq)]
pub struct Bezwaar(pub String);

impl Antwoord {
    /// An answer at this place of the project as it is now.
    pub fn new(project: &Project, place: (&str, &Route), wat: &str, waarde: Value, tekst: String) -> Antwoord {
        let (file, route) = place;
        let was = value_at(&value_of(project, file), route).clone();
        let pad = route.segments().iter().map(|segment| match segment {
            Segment::Field(name) => json!(name.as_str()),
            Segment::Index(index) => json!(index),
        });
        Antwoord { bestand: file.to_owned(), pad: pad.collect(), wat: wat.to_owned(), waarde, tekst, was }
    }

    /// The name of the file; nothing when wep knows no such file.
    pub fn file(&self) -> Option<&'static str> {
        file::ALL.into_iter().find(|known| *known == self.bestand)
    }

    pub fn route(&self) -> Route {
        self.pad.iter().fold(Route::new(), |route, segment| match segment.as_u64() {
            Some(index) => route.index(usize::try_from(index).unwrap_or(usize::MAX)),
            None => route.field(segment.as_str().unwrap_or_default()),
        })
    }
}

/// Whether an answer that was kept still fits: its place holds what it held then, or the answer already.
pub fn past(project: &Project, antwoord: &Antwoord) -> bool {
    let Some(file) = antwoord.file() else { return false };
    let value = value_of(project, file);
    let now = value_at(&value, &antwoord.route());
    let route = antwoord.route();
    // An item can only come right behind the last one of its list.
    let reachable = route.segments().iter().enumerate().all(|(steps, segment)| match segment {
        Segment::Index(index) => {
            value_at(&value, &route.first(steps)).as_array().map_or(*index == 0, |items| *index <= items.len())
        }
        Segment::Field(_) => true,
    });
    reachable && (now == &antwoord.was || now == &antwoord.waarde || is_empty(now) && is_empty(&antwoord.was))
}

/// The value that someone means with a text.
///
/// # Errors
/// When a number is no number; what else cannot be, [`with`] tells.
pub fn read(soort: &Soort, text: &str) -> Result<Value, Bezwaar> {
    let text = text.trim();
    match soort {
        Soort::Getal => match text.parse::<u32>() {
            Ok(number) => Ok(json!(number)),
            Err(_) => Err(Bezwaar(format!("‘{}’ is geen heel getal; schrijf bijvoorbeeld 6", privacy::masked(text)))),
        },
        Soort::Lijst(one) => {
            let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| read(one, part)).collect::<Result<Vec<_>, _>>().map(Value::Array)
        }
        _ => Ok(json!(text)),
    }
}

/// Refuses an answer with which the item that it belongs to holds something about a participant that it did not hold.
fn refuse_participant(route: &Route, before: &Value, after: &Value) -> Result<(), Bezwaar> {
    let last = route.segments().iter().rposition(|segment| matches!(segment, Segment::Index(_)));
    let item = route.first(last.map_or(route.segments().len(), |last| last + 1));
    let name = item.segments().iter().rev().find_map(|segment| match segment {
        Segment::Field(name) => Some(name.as_str()),
        Segment::Index(_) => None,
    });
    let held = |value: &Value| privacy::in_value(name.unwrap_or_default(), value_at(value, &item));
    let (old, new) = (held(before), held(after));
    let count = |kinds: &[Kind], kind: Kind| kinds.iter().filter(|one| **one == kind).count();
    match Kind::ALL.into_iter().find(|kind| count(&new, *kind) > count(&old, *kind)) {
        Some(kind) => Err(Bezwaar(privacy::refusal(kind))),
        None => Ok(()),
    }
}

/// The project with this value at this place, and what is odd about it. The same rules hold as for `wep controleer`.
///
/// # Errors
/// When the value cannot be read, or a rule says that it is wrong.
pub fn with(
    project: &Project,
    file: &'static str,
    route: &Route,
    value: &Value,
) -> Result<(Project, Vec<Finding>), Bezwaar> {
    let mut whole = value_of(project, file);
    let before = whole.clone();
    put_at(&mut whole, route, value.clone());
    refuse_participant(route, &before, &whole)?;
    let after = with_value(project, file, whole).map_err(Bezwaar)?;
    let new = check::new_findings(project, &after);
    if let Some(wrong) = new.iter().find(|finding| finding.level() == Level::Error) {
        let help = if wrong.help.is_empty() { String::new() } else { format!("; {}", wrong.help) };
        return Err(Bezwaar(format!("{}{help}", wrong.message)));
    }
    let odd = new.into_iter().filter(|finding| finding.level() == Level::Warning).collect();
    Ok((after, odd))
}
