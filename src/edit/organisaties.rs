//! Editing `organisaties.yaml`: an organisation more, changed or gone.

use std::collections::BTreeMap;

use serde_json::Value;

use super::checked::{edit_marked, read};
use super::{Change, EditError};
use crate::check::Route;
use crate::model::{Organisatie, Organisaties, file};

/// One edit of the list of organisations.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Comes at the end, without its empty fields.
    Add(Organisatie),
    /// Gets these values; fields that say the same already are not touched.
    Change { id: String, to: Organisatie },
    /// Goes, with the comments that are its own.
    Remove { id: String },
}

/// The text with this organisation at the end of the list.
///
/// # Errors
/// As [`apply`].
pub fn add(source: &str, organisatie: &Organisatie) -> Result<String, EditError> {
    apply(source, &[Edit::Add(organisatie.clone())])
}

/// The text in which the organisation with this id says what `to` says.
///
/// # Errors
/// As [`apply`].
pub fn change(source: &str, id: &str, to: &Organisatie) -> Result<String, EditError> {
    apply(source, &[Edit::Change { id: id.to_owned(), to: to.clone() }])
}

/// The text without the organisation with this id.
///
/// # Errors
/// As [`apply`].
pub fn remove(source: &str, id: &str) -> Result<String, EditError> {
    apply(source, &[Edit::Remove { id: id.to_owned() }])
}

/// An organisation while edits are being made: where it stands in the text, unless it is new.
struct Entry {
    index: Option<usize>,
    organisatie: Option<Organisatie>,
}

/// The text after all edits, one after the other. The cost grows with the size of the text plus that of the edits.
///
/// # Errors
/// When the file has errors, an id does not exist or exists already, or the outcome would say something else. There is no
/// text then.
pub fn apply(source: &str, edits: &[Edit]) -> Result<String, EditError> {
    apply_marked(source, edits, None)
}

/// As [`apply`]. With a reason, what seems to be about a participant is let through, with a comment that says why it is not.
///
/// # Errors
/// As [`apply`].
pub fn apply_marked(source: &str, edits: &[Edit], reason: Option<&str>) -> Result<String, EditError> {
    let before: Organisaties = read(file::ORGANISATIES, source)?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, organisatie) in before.organisaties.iter().enumerate() {
        if let Some(id) = &organisatie.id {
            places.entry(id.clone()).or_default().push(index);
        }
        entries.push(Entry { index: Some(index), organisatie: Some(organisatie.clone()) });
    }
    for edit in edits {
        match edit {
            Edit::Add(organisatie) => {
                let id = free(&places, organisatie)?;
                places.insert(id, vec![entries.len()]);
                entries.push(Entry { index: None, organisatie: Some(organisatie.clone()) });
            }
            Edit::Change { id, to } => {
                let place = find(&places, id)?;
                if to.id.as_ref() != Some(id) {
                    let new = free(&places, to)?;
                    places.remove(id);
                    places.insert(new, vec![place]);
                }
                entries[place].organisatie = Some(to.clone());
            }
            Edit::Remove { id } => {
                let place = find(&places, id)?;
                places.remove(id);
                entries[place].organisatie = None;
            }
        }
    }
    let changes = changes(&before, &entries);
    let organisaties = entries.into_iter().filter_map(|entry| entry.organisatie).collect();
    edit_marked(file::ORGANISATIES, source, &changes, &Organisaties { organisaties, ..before }, reason)
}

fn changes(before: &Organisaties, entries: &[Entry]) -> Vec<Change> {
    let list = Route::from("organisaties");
    let value = |organisatie: &Organisatie| serde_json::to_value(organisatie).unwrap_or(Value::Null);
    let mut changes = Vec::new();
    for entry in entries {
        match (entry.index, &entry.organisatie) {
            (Some(index), Some(to)) => {
                let from = &before.organisaties[index];
                if from != to {
                    let route = list.index(index);
                    changes.push(Change::Update { route, from: value(from), to: value(to) });
                }
            }
            (Some(index), None) => changes.push(Change::Remove { route: list.index(index) }),
            (None, Some(added)) => changes.push(Change::Append { route: list.clone(), value: value(added) }),
            (None, None) => {}
        }
    }
    changes
}

/// The id of an organisation, when nobody has it yet.
fn free(places: &BTreeMap<String, Vec<usize>>, organisatie: &Organisatie) -> Result<String, EditError> {
    let id = organisatie.id.clone().filter(|id| !id.trim().is_empty()).ok_or(EditError::NoId)?;
    if places.contains_key(&id) { Err(EditError::Taken { id }) } else { Ok(id) }
}

fn find(places: &BTreeMap<String, Vec<usize>>, id: &str) -> Result<usize, EditError> {
    match places.get(id).map(Vec::as_slice) {
        Some([place]) => Ok(*place),
        Some(_) => Err(EditError::Twice { id: id.to_owned() }),
        None => Err(EditError::Unknown { id: id.to_owned() }),
    }
}
