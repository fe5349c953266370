//! What each row would do to the organisations that there are.
//!
//! A plan is stable: a file that was taken in gives a plan without changes, because a row that adds an organisation
//! finds it the next time by its name, and a second row about the same organisation is a doubt each time.

mod apply;
mod known;
mod merge;
mod read;
mod value;

use std::collections::{BTreeMap, BTreeSet};

pub use apply::{Applied, Decision, apply};
pub use known::Known;
pub use merge::Change;
pub use read::Fault;
pub use value::Kind;

use super::columns::Column;
use super::table::{Place, Table};
use crate::model::{Organisatie, Wijk};
use crate::write::slug;
use known::Verdict;

/// What the user says that a text in a cell stands for: a sector, a wijk; nothing when the cell is to count as empty.
pub type Meanings = BTreeMap<String, Option<String>>;

/// Everything that a file would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    pub rows: Vec<Planned>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    pub place: Place,
    /// The name in the row; empty when it could not be read.
    pub name: String,
    pub outcome: Outcome,
    /// What was mended while reading, such as a nought that Excel took away.
    pub remarks: Vec<String>,
}

/// What a row would do.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A new organisation.
    Add(Box<Organisatie>),
    /// Other values for the organisation with this id.
    Change { id: String, changes: Vec<Change>, organisatie: Box<Organisatie> },
    /// Nothing: the organisation with this id says all of it already.
    Same { id: String },
    /// Not clear; nothing is done unless the user says what.
    Doubt(Box<Doubt>),
    /// Not readable.
    Refused(Vec<Fault>),
}

/// A row of which only a person knows what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// Why, as whole clauses: `‘Zorg & welzijn’ is geen sector`.
    pub reasons: Vec<String>,
    /// The cells that can be read in more than one way.
    pub unclear: Vec<Unclear>,
    /// What the row says, without the cells that are not clear. It has the id that it would get as a new one.
    pub organisatie: Organisatie,
    /// The organisation that it may be about, or is about.
    pub target: Option<Target>,
    /// It is not clear whether the row is about `target`; otherwise it is.
    pub identity: bool,
    /// What would change of `target`, if it is in the file of the gemeente.
    pub changes: Vec<Change>,
}

/// An organisation that a row may be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub id: String,
    pub name: String,
    /// The row that it comes from, when it is not in the file of the gemeente.
    pub row: Option<u32>,
}

/// A text in a cell that could mean more than one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear {
    pub kind: Kind,
    pub text: String,
    /// What comes nearest, if anything does.
    pub near: Option<String>,
}

impl Plan {
    /// How many rows would add, change, do nothing, are in doubt and are refused.
    pub fn counts(&self) -> [usize; 5] {
        let mut counts = [0; 5];
        for row in &self.rows {
            counts[match row.outcome {
                Outcome::Add(_) => 0,
                Outcome::Change { .. } => 1,
                Outcome::Same { .. } => 2,
                Outcome::Doubt(_) => 3,
                Outcome::Refused(_) => 4,
            }] += 1;
        }
        counts
    }

    /// Every text that is not clear, once, with the number of rows that it is in.
    pub fn unclear(&self) -> Vec<(&Unclear, usize)> {
        let mut found: Vec<(&Unclear, usize)> = Vec::new();
        for row in &self.rows {
            let Outcome::Doubt(doubt) = &row.outcome else { continue };
            for unclear in &doubt.unclear {
                match found.iter_mut().find(|(known, _)| *known == unclear) {
                    Some((_, count)) => *count += 1,
                    None => found.push((unclear, 1)),
                }
            }
        }
        found
    }
}

/// The plan for this table. `columns` says which column is which field, `wijken` and `known` are those of the gemeente.
pub fn plan(
    table: &Table,
    columns: &[Column],
    wijken: &[Wijk],
    organisaties: &[Organisatie],
    meanings: &Meanings,
) -> Plan {
    let words = value::Words::new(wijken, meanings);
    let mut known = Known::new(organisaties);
    let mut taken: BTreeSet<String> = organisaties.iter().filter_map(|one| one.id.clone()).collect();
    let mut rows: Vec<Planned> = table.unreadable.iter().map(unreadable).collect();
    for row in &table.rows {
        let read = read::read(row, columns, &words);
        let name = read.organisatie.naam.clone().unwrap_or_default();
        let outcome = match read.faults.is_empty() {
            true => outcome(row.place, read.organisatie, read.unclear, &mut known, &mut taken),
            false => Outcome::Refused(read.faults),
        };
        rows.push(Planned { place: row.place, name, outcome, remarks: read.remarks });
    }
    rows.sort_by_key(|row| row.place);
    Plan { rows }
}

fn unreadable(row: &super::table::Unreadable) -> Planned {
    let fault = Fault { column: None, message: row.message.clone(), help: row.help.to_owned() };
    Planned { place: row.place, name: String::new(), outcome: Outcome::Refused(vec![fault]), remarks: Vec::new() }
}

fn outcome(
    place: Place,
    mut read: Organisatie,
    unclear: Vec<Unclear>,
    known: &mut Known,
    taken: &mut BTreeSet<String>,
) -> Outcome {
    let verdict = known.look_up(&read, place.row);
    let identity = matches!(verdict, Verdict::Doubt(..));
    let (target, mut reasons) = match verdict {
        Verdict::New => (None, Vec::new()),
        Verdict::Sure(index) => (Some(index), Vec::new()),
        Verdict::Doubt(index, reasons) => (Some(index), reasons),
    };
    let changes = match target.filter(|index| known.row(*index).is_none()) {
        Some(index) => merge::merge(known.organisatie(index), &read),
        None => (Organisatie::default(), Vec::new()),
    };
    if unclear.is_empty() && !identity {
        if let Some(index) = target {
            let id = known.organisatie(index).id.clone().unwrap_or_default();
            return match changes.1.is_empty() {
                true => Outcome::Same { id },
                false => Outcome::Change { id, changes: changes.1, organisatie: Box::new(changes.0) },
            };
        }
        name_it(&mut read, taken);
        known.add(read.clone(), Some(place.row));
        return Outcome::Add(Box::new(read));
    }
    reasons.extend(unclear.iter().map(Unclear::reason));
    let target = target.map(|index| known.target(index));
    if identity || target.is_none() {
        name_it(&mut read, taken);
        known.add(read.clone(), Some(place.row));
    }
    Outcome::Doubt(Box::new(Doubt { reasons, unclear, organisatie: read, target, identity, changes: changes.1 }))
}

/// Gives a new organisation an id of its own.
fn name_it(read: &mut Organisatie, taken: &mut BTreeSet<String>) {
    let wanted = read.id.clone().filter(|id| !taken.contains(id));
    let text = wanted.as_deref().or(read.naam.as_deref()).unwrap_or_default();
    read.id = Some(slug::unique(text, "organisatie", taken));
}

impl Unclear {
    fn reason(&self) -> String {
        let what = match self.kind {
            Kind::Sector => "is geen sector",
            Kind::Wijk => "is geen wijk",
            Kind::Rol => "is geen rol",
            Kind::Leefgebied => "is geen leefgebied",
        };
        match &self.near {
            Some(near) => format!("‘{}’ {what}; bedoelt u {near}?", self.text),
            None => format!("‘{}’ {what}", self.text),
        }
    }
}
